package claims

import (
	"strings"

	"muster/interval"
)

// maxDistance is how many sentences a list of parts may stand after its total.
const maxDistance = 6

// linkList links a list of people or means in one sentence, all[start:end], to
// the nearest earlier figure that the list adds up to. Headlines are no totals.
func linkList(all []*found, start, end int) {
	var list []*found
	for _, f := range all[start:end] {
		if f.mayBePart() && f.draft.figure.PartOf == nil && f.scan.countsPeople(f) {
			list = append(list, f)
		}
	}
	if len(list) == 0 {
		linkAlike(all, start, end)
		return
	}
	if len(list) == 1 && start > 0 && list[0].scan.goesOn(list[0]) {
		if total := all[start-1].total; total != nil && all[start-1].sentence == all[start].sentence-1 {
			link(total, list[0], closedParts)
		}
		return
	}
	if len(list) < 2 || !oneList(list) || mixed(list) {
		return
	}
	sum := sumOf(list)
	for j := start - 1; j >= 0 && all[j].sentence >= all[start].sentence-maxDistance; j-- {
		total := all[j]
		if total.sentence > 0 && total.mayBeTotal() && total.draft.figure.PartOf == nil && total.draft.figure.Parts == nil && total.scan.countsPeople(total) &&
			!othersOwn(total, list) && sum.makes(total, namesOne(total, list)) {
			linkWhole(total, list)
			return
		}
	}
}

// linkAlike links a list of one thing, told by one noun, to the nearest earlier number
// of that thing that it makes exactly: "600 doses went to Velde, 300 to Marn".
func linkAlike(all []*found, start, end int) {
	list := all[start].scan.listFrom(all[start:end], 0)
	if len(list) < 2 || !all[start].mayBePart() || all[start].unit.name != "" || all[start].countedText == "" || !oneList(list) {
		return
	}
	sum := interval.Int(0)
	for _, f := range list {
		if f.draft.figure.Value == nil || f.draft.figure.PartOf != nil || lastWord(f.countedText) != lastWord(list[0].countedText) {
			return
		}
		sum = sum.Add(*f.draft.figure.Value)
	}
	for j := start - 1; j >= 0 && all[j].sentence >= all[start].sentence-maxDistance; j-- {
		total := all[j]
		if whole := total.draft.figure.Value; total.sentence > 0 && whole != nil && whole.Equal(sum) && total.mayBeTotal() && total.unit.name == "" && total.draft.figure.PartOf == nil &&
			total.draft.figure.Parts == nil && lastWord(total.countedText) == lastWord(list[0].countedText) && !othersOwn(total, list) {
			linkWhole(total, list)
			return
		}
	}
}

// mixed reports whether a list counts groups beside those who are in groups: four teams
// and 900 people make no sum.
func mixed(list []*found) bool {
	groups := 0
	for _, f := range list {
		if f.scan.words.in("bands", strings.TrimSuffix(strings.ToLower(lastWord(f.countedText)), "s")) {
			groups++
		}
	}
	return groups > 0 && groups < len(list)
}

// oneList reports whether no figure is told as another word for the one before:
// "a third of the 900 nurses, or 300".
func oneList(list []*found) bool {
	for _, f := range list {
		if f.scan.before(f.first, "or", "than", "from", "to") {
			return false
		}
	}
	return true
}

// othersOwn reports whether the parts are all of one body and the total is of
// another: 800 of Uganda are no parts of what Kenya sends.
func othersOwn(total *found, list []*found) bool {
	whose := total.draft.figure.Organisation
	for _, f := range list {
		if body := f.draft.figure.Organisation; body == "" || body == whose || body != list[0].draft.figure.Organisation {
			return false
		}
	}
	return whose != ""
}

// goesOn reports whether the figure adds to a list before: "It also includes …".
func (s *scan) goesOn(f *found) bool {
	for i := 0; i < f.first && i < 5; i++ {
		if s.at(i).is("also") && s.at(i+1).is("includes", "include", "included", "calls", "involves", "involve", "uses") {
			return true
		}
	}
	return false
}

// countsPeople reports whether people or means of a body are counted.
func (s *scan) countsPeople(f *found) bool { return s.countsPersonnel(f) || f.countedText == "people" }

// partSum is what the figures of a list add up to.
type partSum struct {
	sum     interval.Interval
	exact   *interval.Number // of parts that are all told as one exact number
	known   bool             // every part has both bounds
	largest interval.End     // the largest of what the parts are at least; no end for none
}

func sumOf(parts []*found) partSum {
	zero := interval.Int(0)
	p := partSum{sum: interval.Point(zero), known: true, exact: &zero}
	for _, part := range parts {
		if value := part.draft.figure.Value; p.exact != nil && value != nil && part.qualifier == Exact {
			sum := p.exact.Add(*value)
			p.exact = &sum
		} else {
			p.exact = nil
		}
		reading := part.draft.figure.Reading
		if !reading.Min.Bounded || !reading.Max.Bounded {
			return partSum{}
		}
		p.sum = interval.Sum(p.sum, reading)
		if low := lowest(part); low.Bounded && (!p.largest.Bounded || low.Value.Cmp(p.largest.Value) > 0) {
			p.largest = low
		}
	}
	return p
}

// namesOne reports whether the nouns of a list leave no doubt that it counts what its total
// does: soldiers are people, and no police.
func namesOne(total *found, list []*found) bool {
	for _, part := range list {
		if whole := lastWord(total.countedText); whole != "people" && whole != "personnel" && part.countedText != "" && lastWord(part.countedText) != whole {
			return false
		}
	}
	return true
}

// makes reports whether the parts may make the total, as far as rounding
// allows. Under an open total ("more than 5,000") they may exceed it by a fifth.
// Where the nouns do not say that the same is counted, they must make it exactly.
func (p partSum) makes(total *found, one bool) bool {
	if high := highest(total); !p.known || p.largest.Bounded && high.Bounded && p.largest.Value.Cmp(high.Value) > 0 {
		return false
	}
	if told := total.draft.figure.Value; p.exact != nil && told != nil && total.qualifier == Exact {
		if !one {
			return p.exact.Equal(*told)
		}
		near := interval.Between(told.Mul(interval.Frac(19, 20)), told.Mul(interval.Frac(21, 20)))
		return near.Contains(*p.exact) // no word ties the list to it: the numbers must
	}
	whole := total.draft.figure.Reading
	if total.qualifier == AtMost && whole.Max.Bounded {
		whole.Min = interval.At(whole.Max.Value.Mul(interval.Frac(19, 20))) // a list hands out nearly all of "up to 900"
	}
	if !whole.Min.Bounded {
		return false
	}
	if !whole.Max.Bounded {
		whole.Max = interval.At(whole.Min.Value.Mul(interval.Frac(6, 5)))
	}
	return !interval.Meet(whole, p.sum).Empty()
}
