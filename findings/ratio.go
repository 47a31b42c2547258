package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// ratio works out what a figure told as a multiple of another implies for that
// other, and sets it against what the dossier has of it. Its term in
// statistical offices is a ratio edit, low <= x/y <= high.
func ratio() Rule {
	return Rule{ID: "ratio", Version: 1, Title: "What does a multiple imply for its base?", Check: func(state *dossier.State, trace *origins.Trace) []Finding {
		things := origins.NewThings()
		var out []Finding
		for _, f := range state.Comparable() {
			if f.Claim.Relative == nil || !known(f.Claim.Relative.Factor) {
				continue
			}
			anchor, ok := multipleOf(state, things, f)
			if !ok {
				out = append(out, Finding{Severity: Info, Verdict: Unknown, Inputs: inputs(f), Sentence: fmt.Sprintf(
					"What %s in %s is a multiple of is not clear from the text, so nothing follows from it.", words(f.Claim), named(state, f.Document))})
				continue
			}
			out = append(out, implied(state, trace, things, f, anchor))
		}
		return out
	}}
}

// multipleOf returns the figure that is told as a multiple: the nearest one
// before it in its document that is a rate or a level of a compatible thing.
func multipleOf(state *dossier.State, things *origins.Things, f dossier.Figure) (dossier.Figure, bool) {
	var found dossier.Figure
	for _, g := range state.Comparable() {
		c := g.Claim
		if g.Document != f.Document || g.ID == f.ID || c.Number.Start >= f.Claim.Number.Start || c.Relative != nil || c.Value == nil || c.Value.Sign() <= 0 {
			continue
		}
		if c.Unit != "" || c.Per == "" || f.Claim.Per != "" && f.Claim.Per != c.Per || c.Act == claims.Deny {
			continue
		}
		if !sameBase(things, f.Claim, c) {
			continue
		}
		if found.ID == "" || !found.Headline && g.Headline || found.Headline == g.Headline || !g.Headline {
			found = g // later in the text, so nearer
		}
	}
	return found, found.ID != ""
}

// sameBase reports whether a multiple counts what the other figure counts.
func sameBase(things *origins.Things, multiple, other claims.Figure) bool {
	if multiple.Counted != "" && things.Same(multiple.Counted, other.Counted) {
		return true
	}
	base := strings.ToLower(multiple.Relative.Base)
	head := origins.Head(other.Counted)
	if head != "" && strings.Contains(base, head) {
		return true
	}
	for _, word := range strings.Fields(base) {
		if things.Known(word) && things.Same(word, other.Counted) {
			return true
		}
	}
	return false
}

// implied makes the finding of one multiple: the base it implies, and which
// amounts told or counted for the base would make it another multiple.
func implied(state *dossier.State, trace *origins.Trace, things *origins.Things, f, anchor dossier.Figure) Finding {
	level := interval.Point(*anchor.Claim.Value)
	base := interval.Ratio(level, f.Claim.Relative.Factor)
	out := Finding{Severity: Info, Verdict: Consistent, Interval: &base, Inputs: inputs(f, anchor)}
	what := anchor.Claim.Value.Grouped(2)
	if anchor.Claim.Counted != "" {
		what += " " + anchor.Claim.Counted
	}
	out.Sentence = fmt.Sprintf("%s against %s%s implies about %s%s before", words(f.Claim), what, per(anchor.Claim.Per), rounded(base), per(anchor.Claim.Per))
	var outside []string
	for _, rival := range rivals(state, trace, things, f, anchor) {
		factor := interval.Ratio(level, interval.Point(*rival.Claim.Value))
		if !interval.Meet(factor, f.Claim.Relative.Factor).Empty() {
			continue
		}
		out.Inputs = append(out.Inputs, input(rival))
		if len(outside) < mostRivals {
			outside = append(outside, fmt.Sprintf("%s in %s would make it %s times", quoted(rival.Claim.Quote.Exact), named(state, rival.Document), factor.Min.Value.Grouped(1)))
		}
	}
	if len(outside) > 0 {
		out.Severity, out.Verdict = Warning, Conflict
		out.Sentence += "; " + listed(outside)
	}
	out.Sentence += "."
	return out
}

// mostRivals is how many other bases a sentence names.
const mostRivals = 3

// rivals returns the outcomes told in the dossier for what the multiple's base
// may be: the same rate of a compatible thing by the same body, before the
// figure that is told as a multiple.
func rivals(state *dossier.State, trace *origins.Trace, things *origins.Things, f, anchor dossier.Figure) []dossier.Figure {
	same := map[string]bool{}
	for _, group := range trace.Groups {
		members := tellings(state, group)
		for _, m := range members {
			if m.ID == anchor.ID {
				for _, member := range members {
					same[member.ID] = true
				}
			}
		}
	}
	published := state.Document(f.Document).Published
	var out []dossier.Figure
	for _, g := range state.Comparable() {
		c := g.Claim
		if same[g.ID] || c.Stage != claims.Result || c.Per != anchor.Claim.Per || c.Unit != "" || c.Value == nil || c.Value.Sign() <= 0 || c.Relative != nil || c.Qualifier == claims.Vague {
			continue
		}
		if c.Counted == "" || origins.Head(c.Counted) != origins.Head(anchor.Claim.Counted) && origins.Head(c.Counted) != origins.Head(f.Claim.Counted) {
			continue
		}
		if c.Organisation != anchor.Claim.Organisation && c.Organisation != "" && anchor.Claim.Organisation != "" {
			continue
		}
		if c.About != nil && published != "" && string(c.About.From) > published {
			continue
		}
		out = append(out, g)
	}
	return out
}
