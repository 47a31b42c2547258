package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// nominal is a figure held to its number: "up to 900" as 900.
func nominal(f claims.Figure) claims.Figure {
	if f.Value != nil && f.Qualifier == claims.AtMost {
		f.Qualifier, f.Stated = claims.Exact, interval.Point(*f.Value)
	}
	return f
}

// under reports whether a list stays below the most that its total is told to be,
// though all its members are told exactly.
func under(total *Figure, parts []*Figure) bool {
	if total.Claim.Qualifier != claims.AtMost || len(parts) < 2 {
		return false
	}
	return amiss(unlisted(nominal(total.Claim)), parts) && sumOf(parts).Cmp(*total.Claim.Value) < 0
}

// sumOf adds up the numbers of figures that all have one.
func sumOf(list []*Figure) interval.Number {
	sum := interval.Int(0)
	for _, f := range list {
		sum = sum.Add(*f.Claim.Value)
	}
	return sum
}

// closedNearby reports whether a number that stands beside a list, and was not taken for
// a part of it, is just what the list lacks: the list may only have been read too short.
func (v *View) closedNearby(total *Figure, parts []*Figure) bool {
	if total.Claim.Value == nil || slices.ContainsFunc(parts, func(p *Figure) bool { return p.Claim.Value == nil }) {
		return false
	}
	gap := total.Claim.Value.Sub(sumOf(parts))
	if gap.Sign() <= 0 {
		return false
	}
	if gap.Equal(interval.Int(1)) && slices.ContainsFunc(parts, func(p *Figure) bool {
		return p.Document == total.Document && holds(v.sentenceText(p), []string{" one ", " a ", " an ", "nother "})
	}) {
		return true // "five cutters, three patrol boats and one tug"
	}
	if slices.ContainsFunc(parts, func(p *Figure) bool { return p.Document == total.Document && v.sentenceHolds(p, gap, parts) }) {
		return true
	}
	return slices.ContainsFunc(v.home(total).own, func(g *Figure) bool {
		return g != total && !g.Headline && g.Claim.Value != nil && g.Claim.Value.Equal(gap) && g.Claim.Unit == total.Claim.Unit && !slices.Contains(parts, g) &&
			slices.ContainsFunc(parts, func(p *Figure) bool { return p.Document == g.Document && max(between(p, g), 0) < oneList })
	})
}

// mostBeside is how many numbers beside a list are tried for what makes its total.
const mostBeside = 12

// madeByOthers reports whether some of the numbers that stand among the parts of a total in its
// text make it exactly, though not all of the parts do: "5,400 of the 9,000 tonnes are pledged,
// which leaves 3,600. Kestria gives 3,000 and Tolmar 2,400".
func (v *View) madeByOthers(total *Figure, parts []*Figure) bool {
	if total.Claim.Value == nil || slices.ContainsFunc(parts, func(p *Figure) bool { return p.Document != total.Document }) {
		return false
	}
	from, to := parts[0].Claim.Number.Start, parts[0].Claim.Number.End
	for _, p := range parts {
		from, to = min(from, p.Claim.Number.Start), max(to, p.Claim.Number.End)
	}
	var beside []*Figure
	_, end := v.sentenceAround(parts[len(parts)-1])
	to = max(to, end) // the list may go on: "346 with the fourth and 312 with the fifth"
	others := false
	for _, f := range v.home(total).own {
		if f != total && !f.Headline && f.Claim.Number.Start >= from && f.Claim.Number.End <= to && len(plain([]*Figure{f})) == 1 && f.Claim.Value.Cmp(*total.Claim.Value) < 0 {
			beside, others = append(beside, f), others || !slices.Contains(parts, f)
		}
	}
	return others && len(beside) <= mostBeside && subsetMakes(beside, *total.Claim.Value)
}

// sentenceHolds reports whether a number stands in figures in the sentence of another, beside
// the parts that tell it.
func (v *View) sentenceHolds(f *Figure, n interval.Number, parts []*Figure) bool {
	if !n.IsInt() || n.Cmp(interval.Int(10)) < 0 {
		return false
	}
	found := 0
	for _, word := range strings.Fields(v.sentenceText(f)) {
		if word = strings.Trim(word, ",.;:()"); word == n.String() || word == n.Grouped(0) {
			found++
		}
	}
	for _, p := range parts {
		if p.Claim.Value.Equal(n) {
			found--
		}
	}
	return found > 0
}

// blame says which part of a list that misses its total another document tells
// differently, where with that number the list makes the total exactly. A list below
// "up to so many" is then more than a note.
func (v *View) blame(f *Finding, told partList) {
	if told.total.Claim.Value == nil {
		return
	}
	byTotal := v.lookups.totals.get(func() map[amountKey][]partList {
		out := map[amountKey][]partList{}
		for _, list := range v.lists() {
			if list.total.Claim.Value != nil {
				key := numberOf(&list.total.Claim)
				out[key] = append(out[key], list)
			}
		}
		return out
	})
	for _, other := range byTotal[numberOf(&told.total.Claim)] {
		mine, theirs, ok := v.oneOther(told, other)
		if !ok {
			continue
		}
		before, _, _ := strings.Cut(strings.TrimSuffix(f.Sentence, "."), "; a part may be missing")
		f.Sentence = fmt.Sprintf("%s; %s has %s where this list has %s.", before, v.named(other.total.Document), term(theirs.Claim), term(mine.Claim))
		f.Verdict, f.Inputs = Conflict, append(f.Inputs, rests(theirs)...)
		if f.Severity == Info {
			f.Severity = Warning
		}
		return
	}
}

// oneOther returns the part of a list that another document's list for the same
// total tells differently, in both tellings, where all others are alike and the
// other list makes the total.
func (v *View) oneOther(a, b partList) (mine, theirs *Figure, ok bool) {
	x, y := a.total.Claim, b.total.Claim
	if a.total.Document == b.total.Document || len(a.summands) != len(b.summands) || len(a.summands) < 2 || x.Value == nil || y.Value == nil || !x.Value.Equal(*y.Value) ||
		x.Unit != y.Unit || x.Per != y.Per || x.Unit == "" && !v.Comparer.things.Same(x.Counted, y.Counted) {
		return nil, nil, false
	}
	rest := slices.Clone(b.summands)
	for _, p := range a.summands {
		if !exactly(p.Claim) {
			return nil, nil, false
		}
		i := slices.IndexFunc(rest, func(q *Figure) bool { return exactly(q.Claim) && q.Claim.Value.Equal(*p.Claim.Value) })
		switch {
		case i >= 0:
			rest = slices.Delete(rest, i, i+1)
		case mine != nil:
			return nil, nil, false
		default:
			mine = p
		}
	}
	if mine == nil || len(rest) != 1 || !exactly(rest[0].Claim) || !sumOf(b.summands).Equal(*y.Value) {
		return nil, nil, false
	}
	return mine, rest[0], true
}

// looseLists returns lists that no word of their text ties to their total, but another
// document's list does: the same total, and behind it as many numbers in the next
// sentence, all but one of them alike.
func (v *View) looseLists() []partList {
	var out []partList
	for _, told := range v.lists() {
		total := told.total
		if n := len(told.summands); n < 2 || !told.inside || total.Claim.Value == nil || slices.ContainsFunc(told.summands, func(f *Figure) bool { return !exactly(f.Claim) }) ||
			!sumOf(told.summands).Equal(*total.Claim.Value) {
			continue
		}
		for _, f := range v.sameNumber(total) {
			if f.Document == total.Document || f.Headline || f.Claim.Parts != nil || f.PartOf != "" {
				continue
			}
			claim, how := f.Claim, "closed"
			claim.Parts = &how
			list := partList{total: f.told(claim), summands: v.nextNumbers(f, len(told.summands)), inside: true}
			list.parts = list.summands
			if _, _, ok := v.oneOther(list, told); ok {
				out = append(out, list)
			}
		}
	}
	return out
}

// nextNumbers returns the numbers of a figure's unit in the sentence behind its own,
// where there are as many as asked for, and none beside them.
func (v *View) nextNumbers(f *Figure, n int) []*Figure {
	_, end := v.sentenceAround(f)
	own := v.home(f).own
	at := slices.Index(own, f)
	var out []*Figure
	for _, g := range own[at+1:] {
		begin, _ := v.sentenceAround(g)
		if g.Claim.Number.Start <= end {
			return nil // its own sentence tells more
		}
		if begin > end+2 {
			break
		}
		if g.Claim.Unit != f.Claim.Unit || g.Claim.Per != f.Claim.Per || g.PartOf != "" {
			return nil
		}
		out = append(out, g)
	}
	if len(out) != n {
		return nil
	}
	return out
}
