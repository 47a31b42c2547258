package claims

import "muster/interval"

// linkAnother links a list told over several sentences, one number a sentence, with
// "another" before some: "… 900 troops … up to 300 for the camps. Another 200 for the
// roads. … another 100". All that is counted of one kind between the total and the last
// of them is the list; it is left open, for more may follow.
func linkAnother(all []*found) {
	for i := len(all) - 1; i > 2; i-- {
		last := all[i]
		if !last.isAnother() || last.total != nil || !last.mayBePart() {
			continue
		}
		list, others := []*found{last}, 1
		sum := interval.Int(0)
		if last.draft.figure.Value == nil {
			continue
		}
		sum = sum.Add(*last.draft.figure.Value)
		for j := i - 1; j >= 0 && last.sentence-all[j].sentence <= maxDistance; j-- {
			f := all[j]
			if !sameMeasure(f, last) || f.countedText == "" || !kin(f, last) || f.sentence == 0 {
				if f.unit.name == "" {
					break // something else is counted in between
				}
				continue
			}
			value := f.draft.figure.Value
			if f.total != nil || f.draft.figure.Parts != nil || value == nil {
				break
			}
			if len(list) > 2 && others > 1 && sum.Cmp(*value) <= 0 && sum.Mul(interval.Int(2)).Cmp(*value) >= 0 && f.mayBeTotal() && f.sentence < list[len(list)-1].sentence {
				for k := len(list) - 1; k >= 0; k-- {
					link(f, list[k], openParts)
				}
				break
			}
			if f.isAnother() {
				others++
			}
			list = append(list, f)
			sum = sum.Add(*value)
		}
	}
}

// isAnother reports whether a number is told as one more: "another 200".
func (f *found) isAnother() bool {
	return f.scan.at(f.first-1).is("another", "further", "additional") || f.scan.at(f.first).is("another")
}
