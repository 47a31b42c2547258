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
		if !f.mayBeTotal() {
			continue
		}
		s := f.scan
		for j := i + 1; j < len(all) && all[j].scan == s && all[j].first <= f.nounEnd()+12; j++ {
			part := all[j]
			if part.mayBePart() && part.draft.figure.PartOf == nil && s.includes(f.nounEnd()+1, part.first) && smallerThan(part, f) {
				link(f, part, openParts)
				break
			}
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

func (f *found) nounEnd() int { return max(f.end, f.counted.last, f.last) }

func (f *found) mayBeTotal() bool {
	return f.unit.name == "" && f.per == "" && !f.multiple && f.qualifier != Vague && !f.change
}

func (f *found) mayBePart() bool {
	return f.unit.name == "" && f.per == "" && !f.multiple && !f.change
}

// includes reports whether "including" stands between the tokens.
func (s *scan) includes(from, to int) bool {
	for i := from; i < to; i++ {
		if s.at(i).is("including", "includes", "include") {
			return true
		}
		if s.at(i).is(";", "while") {
			return false
		}
	}
	return false
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
	part.draft.figure.PartOf = &id
	if total.draft.figure.Parts == nil {
		total.draft.figure.Parts = &how
	}
}

// linkList links a list of people or means in one sentence, all[start:end], to
// its total: the first figure of the sentence, before a colon, or a figure of
// the sentence before it that the list adds up to.
func linkList(all []*found, start, end int) {
	var list []*found
	for _, f := range all[start:end] {
		if f.mayBePart() && f.draft.figure.PartOf == nil && f.scan.countsPeople(f) {
			list = append(list, f)
		}
	}
	if len(list) < 2 {
		return
	}
	s := list[0].scan
	for i := list[0].nounEnd() + 1; i < list[1].first; i++ {
		if s.at(i).is(":", "—") && addsUp(list[0], list[1:]) {
			for _, part := range list[1:] {
				link(list[0], part, closedParts)
			}
			return
		}
	}
	for j := start - 1; j >= 0 && all[j].sentence >= all[start].sentence-2; j-- {
		total := all[j]
		if total.sentence == 0 || !total.mayBeTotal() || total.draft.figure.PartOf != nil || !total.scan.countsPeople(total) || !addsUp(total, list) {
			continue
		}
		for _, part := range list {
			link(total, part, closedParts)
		}
		return
	}
}

// countsPeople reports whether people or means of a body are counted.
func (s *scan) countsPeople(f *found) bool { return s.countsPersonnel(f) || f.countedText == "people" }

// addsUp reports whether the parts may make the total: they come within a
// fifth of what the words of the total commit to.
func addsUp(total *found, parts []*found) bool {
	sum := interval.Point(interval.Int(0))
	for _, part := range parts {
		sum = interval.Sum(sum, part.draft.figure.Reading)
	}
	stated := total.draft.figure.Reading
	if stated.IsAll() || sum.IsAll() {
		return false
	}
	if stated.Min.Bounded && !stated.Max.Bounded {
		stated.Max = interval.At(stated.Min.Value.Mul(interval.Frac(13, 10)))
	}
	return !interval.Meet(stated, sum).Empty()
}
