package claims

import "muster/interval"

// How a total holds its parts.
const (
	closedParts = "closed" // the parts are all there is
	openParts   = "open"   // "including …": there may be more
)

// findParts links parts to their totals: "3,000 agents, including 1,800 from
// one office", "5,000 people: 3,000 agents and 2,000 officers".
func findParts(all []*found) {
	for i, f := range all {
		if f.mayBeTotal() && f.scan.opensParts(f) {
			how := openParts
			f.draft.figure.Parts = &how
		}
		if i == 0 || !f.mayBePart() {
			continue
		}
		var total *found
		if f.scan.isIncluded(f) {
			total = f.scan.includedIn(all[:i], f)
		} else if f.scan.goesOnWith(all[i-1], f) {
			total = all[i-1].total
		}
		if total != nil && smallerThan(f, total) {
			link(total, f, openParts)
		}
	}
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].scan == all[start].scan {
			end++
		}
		linkList(all, start, end)
		start = end
	}
}

// opensParts reports whether "including" follows what is counted.
func (s *scan) opensParts(f *found) bool {
	i := f.nounEnd() + 1
	if s.at(i).is(",") {
		i++
	}
	return s.at(i).is("including")
}

// isIncluded reports whether "including" stands right before the figure.
func (s *scan) isIncluded(f *found) bool {
	return s.before(f.first, "including") || s.before(f.first, "them", "whom") && s.at(f.first-2).is("among", "of")
}

// goesOnWith reports whether f is the next in a list of suppliers: "including
// 300 from Spain, 350 from Norway".
func (s *scan) goesOnWith(p, f *found) bool {
	return p.scan == s && p.counted.empty() && f.counted.empty() && s.at(f.end+1).is("from") && s.at(p.end+1).is("from")
}

// includedIn returns the figure of the same sentence whose counted noun is the
// nearest before "including".
func (s *scan) includedIn(before []*found, f *found) *found {
	noun := s.nounBefore(f.first-1, 0)
	for i := len(before) - 1; i >= 0 && before[i].scan == s; i-- {
		total := before[i]
		if !total.mayBeTotal() || total.counted.empty() {
			continue
		}
		if s.at(f.end + 1).is("from") {
			if lastWord(total.countedText) == lastWord(f.countedText) {
				return total
			}
		} else if total.counted.last == noun.last {
			return total
		}
	}
	return nil
}

func (f *found) nounEnd() int { return max(f.end, f.counted.last, f.last) }

func (f *found) mayBeTotal() bool {
	return f.unit.name == "" && f.per == "" && !f.multiple && f.qualifier != Vague && !f.change
}

func (f *found) mayBePart() bool {
	return f.unit.name == "" && f.per == "" && !f.multiple && !f.change
}

func smallerThan(part, total *found) bool {
	low, high := lowest(part), highest(total)
	return !low.Bounded || !high.Bounded || low.Value.Cmp(high.Value) <= 0
}

func lowest(f *found) interval.End { return f.draft.figure.Stated.Min }

func highest(f *found) interval.End {
	if f.qualifier == MoreThan || f.qualifier == AtLeast {
		return interval.End{}
	}
	return f.draft.figure.Stated.Max
}

func link(total, part *found, how string) {
	id := total.draft.figure.ID
	part.draft.figure.PartOf, part.total = &id, total
	if total.draft.figure.Parts == nil {
		total.draft.figure.Parts = &how
	}
}

// maxDistance is how many sentences a list of parts may stand after its total.
const maxDistance = 6

// linkList links a list of people or means in one sentence, all[start:end], to
// its total: the first figure of the sentence, before a colon, or the nearest
// earlier figure that the list adds up to. Headlines are no totals.
func linkList(all []*found, start, end int) {
	var list []*found
	for _, f := range all[start:end] {
		if f.mayBePart() && f.draft.figure.PartOf == nil && f.scan.countsPeople(f) {
			list = append(list, f)
		}
	}
	if len(list) == 1 && start > 0 && list[0].scan.goesOn(list[0]) {
		if total := all[start-1].total; total != nil && all[start-1].sentence == all[start].sentence-1 {
			link(total, list[0], closedParts)
		}
		return
	}
	if len(list) < 2 {
		return
	}
	s := list[0].scan
	for i := list[0].nounEnd() + 1; i < list[1].first; i++ {
		if s.at(i).is(":", "—", "–") && sumOf(list[1:]).makes(list[0]) {
			linkAll(list[0], list[1:])
			return
		}
	}
	sum := sumOf(list)
	for j := start - 1; j >= 0 && all[j].sentence >= all[start].sentence-maxDistance; j-- {
		total := all[j]
		if total.sentence > 0 && total.mayBeTotal() && total.draft.figure.PartOf == nil && total.scan.countsPeople(total) && sum.makes(total) {
			linkAll(total, list)
			return
		}
	}
}

func linkAll(total *found, parts []*found) {
	for _, part := range parts {
		link(total, part, closedParts)
	}
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
	known   bool         // every part has both bounds
	largest interval.End // the largest of what the parts are at least; no end for none
}

func sumOf(parts []*found) partSum {
	p := partSum{sum: interval.Point(interval.Int(0)), known: true}
	for _, part := range parts {
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

// makes reports whether the parts may make the total, as far as rounding
// allows. Under an open total ("more than 5,000") they may exceed it by a fifth.
func (p partSum) makes(total *found) bool {
	if high := highest(total); !p.known || p.largest.Bounded && high.Bounded && p.largest.Value.Cmp(high.Value) > 0 {
		return false
	}
	whole := total.draft.figure.Reading
	if !whole.Min.Bounded {
		return false
	}
	if !whole.Max.Bounded {
		whole.Max = interval.At(whole.Min.Value.Mul(interval.Frac(6, 5)))
	}
	return !interval.Meet(whole, p.sum).Empty()
}
