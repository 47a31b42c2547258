package claims

import (
	"strings"

	"muster/interval"
)

// How a total holds its parts.
const (
	closedParts = "closed" // the parts are all there is
	openParts   = "open"   // "including …": there may be more
)

// findParts links parts to their totals, sentence by sentence: where words say
// so ("including", "made up of", "of the 900 soldiers", "the other 600"), the
// parts need not fit the total; where none do, a list that adds up to a total
// before it is taken for its parts.
func findParts(all []*found) {
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].scan == all[start].scan {
			end++
		}
		linkIncluded(all, start, end)
		linkTotalled(all, start, end)
		linkIntroduced(all, start, end)
		linkOfWhole(all, start, end)
		linkApposed(all, start, end)
		linkRest(all, start, end)
		linkList(all, start, end)
		start = end
	}
	linkAnother(all)
}

// linkIncluded links what is told after "including" and the like, in the
// sentence all[start:end].
func linkIncluded(all []*found, start, end int) {
	for i := start; i < end; i++ {
		f := all[i]
		if f.mayBeTotal() && f.scan.opensParts(f) {
			how := openParts
			f.draft.figure.Parts = &how
		}
		if i == start || !f.mayBePart() || f.total != nil {
			continue
		}
		var total *found
		switch {
		case f.scan.isIncluded(f):
			total = f.scan.includedIn(all[:i], f)
		case f.scan.goesOnWith(all[i-1], f):
			total = all[i-1].total
		}
		if total == nil || !smallerThan(f, total) {
			continue
		}
		link(total, f, openParts)
		linkIncludedWith(all[start:end], i-start, total)
	}
}

// linkIncludedWith links what is listed with the included figure here[i]:
// "including 200 engineers and 150 medics". After "includes" all that is listed
// is a part; after "including" only as much as the total holds, for the list
// may be one of which the total is a member.
func linkIncludedWith(here []*found, i int, total *found) {
	s, f := total.scan, here[i]
	// "Among them" takes up the total: what is listed then can be of nothing else.
	verb := s.at(f.first-1).is("includes", "included", "include", "them", "whom", "which")
	list := s.listFrom(here, i)
	if !verb && len(list) == 2 && s.at(list[1].first-1).is("and") && s.at(list[1].first-2).is(",") {
		return // "including some from Spain, and 300 officers"
	}
	sum := interval.Point(interval.Int(0))
	for _, part := range list {
		if part.total == total {
			sum = interval.Sum(sum, part.draft.figure.Stated)
		}
	}
	for _, part := range list[1:] {
		if part.total != nil || !part.mayBePart() || !kin(total, part) || !smallerThan(part, total) {
			return
		}
		sum = interval.Sum(sum, part.draft.figure.Stated)
		if high := highest(total); !verb && (!sum.Min.Bounded || high.Bounded && sum.Min.Value.Cmp(high.Value) > 0) {
			return
		}
		link(total, part, openParts)
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
	return s.before(f.first, "including", "includes", "included") ||
		s.before(f.first, "them", "whom", "which") && s.at(f.first-2).is("among", "of")
}

// goesOnWith reports whether f is the next in a list of suppliers: "including
// 300 from Spain, 350 from Norway".
func (s *scan) goesOnWith(p, f *found) bool {
	return p.scan == s && p.counted.empty() && f.counted.empty() && s.at(f.end+1).is("from") && s.at(p.end+1).is("from")
}

// includedIn returns the figure of the same sentence whose counted noun is the
// nearest before "including"; before a verb, the figure that is its subject.
func (s *scan) includedIn(before []*found, f *found) *found {
	noun := s.nounBefore(f.first-1, 0)
	for i := len(before) - 1; i >= 0 && before[i].scan == s; i-- {
		total := before[i]
		if !total.mayBeTotal() || !sameMeasure(total, f) || total.counted.empty() && total.unit.name == "" {
			continue
		}
		switch {
		case s.at(f.first-1).is("includes", "included"):
			if kin(total, f) {
				return total
			}
		case s.at(f.first-1).is("which", "whom"):
			if kin(total, f) && !s.hasVerb(total.nounEnd()+1, f.first) {
				return total
			}
		case s.at(f.end + 1).is("from"):
			if lastWord(total.countedText) == lastWord(f.countedText) {
				return total
			}
		case total.counted.last == noun.last && !total.counted.empty():
			return total
		}
	}
	return nil
}

func (f *found) nounEnd() int { return max(f.end, f.counted.last, f.last) }

func (f *found) mayBeTotal() bool { return f.mayBePart() && f.qualifier != Vague }

func (f *found) mayBePart() bool {
	return (f.unit.name == "" || f.unit.kind == moneyUnit) && f.per == "" && !f.multiple && !f.change
}

// sameMeasure reports whether two figures are told in one unit and rate.
func sameMeasure(a, b *found) bool { return a.unit.name == b.unit.name && a.per == b.per }

// kin reports whether a part counts what its total counts, as far as the nouns
// tell: the same noun, one left out, people of any sort, or money.
func kin(total, part *found) bool {
	if !sameMeasure(total, part) {
		return false
	}
	return total.unit.kind == moneyUnit || part.countedText == "" || part.counted.empty() && part.countedText == total.countedText ||
		lastWord(part.countedText) == lastWord(total.countedText) || total.scan.countsAnyone(total) && part.scan.countsAnyone(part)
}

// countsAnyone reports whether people are counted, by any noun.
func (s *scan) countsAnyone(f *found) bool {
	head := strings.ToLower(lastWord(f.countedText))
	return f.unit.name == "" && (s.countsPeople(f) || s.words.in("persons", head) || s.words.in("trades", head))
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
