package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
)

// denial sets a figure that is denied beside the tellings it denies. Both are
// kept: Muster does not say who is right.
func denial() Rule {
	return Rule{ID: "denial", Version: 1, Title: "Is a figure denied?", Check: func(state *dossier.State, trace *origins.Trace) []Finding {
		var out []Finding
		things := origins.NewThings()
		for _, f := range state.Comparable() {
			if f.Claim.Act != claims.Deny && f.Denies == "" {
				continue
			}
			if told := denied(state, trace, things, f); len(told) > 0 {
				out = append(out, Finding{
					Severity: Warning, Verdict: Conflict, Inputs: inputs(append([]dossier.Figure{f}, told...)...),
					Sentence: fmt.Sprintf("%s, told by %s, is denied by %s; both are kept.", quoted(told[0].Claim.Quote.Exact), named(state, told[0].Document), denier(state, f)),
				})
			}
		}
		return out
	}}
}

// denied returns the tellings that a denial is about: the figure it names with
// the other tellings of it, or those of the same amount, rate and thing.
func denied(state *dossier.State, trace *origins.Trace, things *origins.Things, denial dossier.Figure) []dossier.Figure {
	var out []dossier.Figure
	for _, group := range trace.Groups {
		var members []dossier.Figure
		hit := false
		for _, f := range tellings(state, group) {
			if f.ID == denial.ID || f.Claim.Act == claims.Deny {
				continue
			}
			members = append(members, f)
			x, y := denial.Claim, f.Claim
			same := x.Value != nil && y.Value != nil && x.Value.Equal(*y.Value) && x.Unit == y.Unit && x.Per == y.Per && things.Same(x.Counted, y.Counted)
			hit = hit || f.ID == denial.Denies || denial.Denies == "" && same
		}
		if hit {
			out = append(out, members...)
		}
	}
	return out
}

// denier names who denies: the last hop, and the document that tells of it.
func denier(state *dossier.State, f dossier.Figure) string {
	root := f.Claim.Attribution.Root()
	where := named(state, f.Document)
	if root.Name == "" || len(f.Claim.Attribution.Chain) < 2 {
		return where
	}
	return the(root.Name) + " in " + where
}
