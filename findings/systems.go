package findings

import (
	"slices"

	"muster/claims"
	"muster/findings/edits"
	"muster/interval"
	"muster/origins"
)

// system is the figures of one document that edits tie together.
type system struct {
	figures []*Figure // one a variable
	edits   []edits.Edit
	wide    edits.Narrowed // by what rounding would still allow; empty where all numbers fit as told
}

// open reports whether some figure is told without a number, or with a bound:
// of numbers alone no bound follows.
func (s system) open() bool {
	return slices.ContainsFunc(s.figures, func(f *Figure) bool { return f.Claim.Relative == nil && !statedOf(&f.Claim).IsPoint() })
}

func statedOf(f *claims.Figure) interval.Interval {
	if f.Relative != nil {
		return f.Relative.Factor
	}
	return f.Stated
}

func readingOf(f *claims.Figure) interval.Interval {
	if f.Relative != nil {
		return f.Relative.Factor
	}
	return f.Reading
}

// fits reports whether all figures are told as one number, and these numbers satisfy
// all edits: then nothing follows, and nothing is suspect.
func (s system) fits() bool {
	values := make([]interval.Number, len(s.figures))
	for i, f := range s.figures {
		stated := statedOf(&f.Claim)
		if !stated.IsPoint() {
			return false
		}
		values[i] = stated.Min.Value
	}
	return s.with(readingOf).Holds(values)
}

// with returns the system with what the figures tell.
func (s system) with(told func(*claims.Figure) interval.Interval) edits.System {
	out := edits.System{Known: make([]interval.Interval, len(s.figures)), Edits: s.edits}
	for i, f := range s.figures {
		out.Known[i] = told(&f.Claim)
	}
	return out
}

// systems returns one system a document that has lists of parts, in the order
// of the documents. What is deployed is tied to what is approved, where both are told
// of all of one thing. What is approved is not tied to what is requested: it may be the
// request of one county, and no request bounds an approval.
func (v *View) systems() []system {
	return v.lookups.systems.get(v.tie)
}

func (v *View) tie() []system {
	var out []system
	comparer := v.Comparer
	totals := map[*knownDocument][]partList{}
	for _, list := range v.lists() {
		its := v.home(list.total)
		totals[its] = append(totals[its], list)
	}
	for _, known := range v.telling {
		list := known.own
		s := system{}
		place := map[*Figure]int{}
		variable := func(f *Figure) int {
			i, known := place[f]
			if !known {
				i = len(s.figures)
				place[f], s.figures = i, append(s.figures, f)
			}
			return i
		}
		for _, told := range totals[known] {
			total := told.total
			if members := told.members(); len(members) > 0 {
				e := edits.Edit{Kind: edits.Balance, First: variable(total), Open: total.Claim.Parts == nil || *total.Claim.Parts != "closed"}
				for _, p := range members {
					e.Rest = append(e.Rest, variable(p))
				}
				s.edits = append(s.edits, e)
			}
		}
		for _, pair := range ordered(list, comparer, claims.Deployed, claims.Approved) {
			if v.tellsAll(pair[0]) && v.tellsAll(pair[1]) {
				s.edits = append(s.edits, edits.Edit{Kind: edits.Order, First: variable(pair[0]), Rest: []int{variable(pair[1])}})
			}
		}
		for i, f := range list {
			if anchor, base, ok := v.based(list, i); ok {
				s.edits = append(s.edits, edits.Edit{Kind: edits.Ratio, First: variable(anchor), Rest: []int{variable(f), variable(base)}})
			}
		}
		if len(s.edits) > 0 {
			if !s.fits() {
				s.wide = s.with(readingOf).Narrow()
			}
			out = append(out, s)
		}
	}
	return out
}

// based returns the rate that the figure at place i of a document's list is a
// multiple for, and the one outcome that can be the base. Where several may be,
// or where the three do not fit within rounding, nothing is tied: the rule on
// ratio says what does not fit.
func (v *View) based(list []*Figure, i int) (anchor, base *Figure, ok bool) {
	f := list[i]
	if !told(f.Claim) {
		return nil, nil, false
	}
	if anchor, ok = multipleOf(list[:i], v.Comparer.things, f); !ok {
		return nil, nil, false
	}
	for _, g := range list {
		if g == anchor || g.Claim.Relative != nil || g.Claim.Stage != claims.Result || g.Claim.Per != anchor.Claim.Per || g.Claim.Unit != "" ||
			g.Claim.Counted == "" || origins.Head(g.Claim.Counted) != origins.Head(anchor.Claim.Counted) {
			continue
		}
		if base != nil {
			return nil, nil, false
		}
		base = g
	}
	if base == nil || interval.Meet(interval.Product(f.Claim.Relative.Factor, base.Claim.Reading), anchor.Claim.Reading).Empty() {
		return nil, nil, false
	}
	return anchor, base, true
}

// members returns the parts of a total that stand in its document and may be added
// up with it, those without a number too.
func (l partList) members() []*Figure {
	parts, out := l.parts, l.summands
	if !l.inside {
		parts = slices.DeleteFunc(slices.Clone(parts), func(f *Figure) bool { return f.Document != l.total.Document })
		out = summands(l.total, parts)
	}
	out = slices.Clip(out)
	for _, f := range parts {
		if unnumbered(l.total, f) {
			out = append(out, f)
		}
	}
	return out
}

// unnumbered reports whether a part of a total is told without a number.
func unnumbered(total, f *Figure) bool {
	return f.Claim.Unit == total.Claim.Unit && f.Claim.Per == total.Claim.Per && f.Claim.Relative == nil && !known(f.Claim.Stated)
}
