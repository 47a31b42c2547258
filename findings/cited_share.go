package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/interval"
)

// shareOfOther makes the finding of a share told of another whole than a text before it works it out
// of: that has 63 of 260 pupils, or 24 per cent, and the telling 24 per cent of the 1,900 pupils that
// it tells besides. A round share of a text that it does not rest on may be another one.
func (s *sources) shareOfOther(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Unit != "percent" || !isShare(f.Claim) || f.Claim.Value == nil {
		return Finding{}, false
	}
	whole := v.boundBehind(v.home(f).own, slices.Index(v.home(f).own, f))
	if whole == nil || !exactly(whole.Claim) || !besideNumber(&whole.Claim) || len(headOf(whole)) < 4 || v.pointsBack(f) || v.isReplaced(f) {
		return Finding{}, false
	}
	behind := s.of(f)
	round := f.Claim.Value.Div(interval.Int(5)).IsInt()
	for _, g := range v.sameNumber(f) {
		if !isShare(g.Claim) || g.Headline || !behind.may(g.document) || round && behind.hold(g.document) == 0 {
			continue
		}
		list := g.document.own
		other := slices.IndexFunc(list, func(o *Figure) bool {
			return exactly(o.Claim) && equalNumbers(o, whole) && holds(strings.ToLower(v.sentenceText(o)), []string{headOf(whole)})
		})
		if other < 0 {
			continue // of a number that the source does not know
		}
		part, base := v.partAndWhole(list, slices.Index(list, g))
		if base == nil || equalNumbers(base, whole) || v.hasShareOf(g, list[other]) {
			continue
		}
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, part, base, f, whole), Sentence: fmt.Sprintf("%s has %s of %s; in %s, %s are %s of %s.",
			capital(v.named(f.Document)), lowered(f.Claim.Number.Exact), beside(whole.Claim), v.named(g.Document), lowered(g.Claim.Number.Exact), lowered(part.Claim.Number.Exact), beside(base.Claim))}, true
	}
	return Finding{}, false
}

// partAndWhole returns the two numbers of the sentence of a share that it is worked out of, to the
// place that it is told to; nil where there are none, or others.
func (v *View) partAndWhole(list []*Figure, i int) (part, whole *Figure) {
	near := plain(v.sentenceOf(list, i, 0))
	for _, p := range near {
		for _, w := range near {
			if p == w || !v.unitOf(p, w) || p.Claim.Value.Cmp(*w.Claim.Value) >= 0 || !makesShare(list[i], p, w) {
				continue
			}
			if whole != nil && !equalNumbers(w, whole) {
				return nil, nil
			}
			part, whole = p, w
		}
	}
	return part, whole
}

// makesShare reports whether a part and a whole make a share to the last place.
func makesShare(share, part, whole *Figure) bool {
	is := part.Claim.Value.Mul(interval.Int(100)).Div(*whole.Claim.Value)
	half := interval.Frac(1, 2)
	return interval.Between(share.Claim.Value.Sub(half), share.Claim.Value.Add(half)).Contains(is)
}

// hasShareOf reports whether a text has a number that is a share of another: it is one of that, too.
func (v *View) hasShareOf(share, whole *Figure) bool {
	return slices.ContainsFunc(plain(slices.Clone(v.home(share).own)), func(p *Figure) bool {
		return p.Claim.Value.Cmp(*whole.Claim.Value) < 0 && v.unitOf(p, whole) && makesShare(share, p, whole)
	}) || slices.ContainsFunc(v.home(share).own, func(g *Figure) bool {
		return g != share && isShare(g.Claim) && equalNumbers(g, share) || g == share && v.boundBehind(v.home(share).own, slices.Index(v.home(share).own, share)) != nil
	})
}
