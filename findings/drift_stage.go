package findings

import (
	"fmt"
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// jumps looks for a number that was wished for where it was taken from, and is
// told as approved or sent in the retelling.
func (v *View) jumps() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if !passed(f.Claim.Stage) || f.Headline || planned(f.Claim) || f.Claim.Value == nil || f.Claim.Value.Cmp(interval.Int(20)) < 0 || f.Claim.Unit != "" || f.Claim.Per != "" || !v.links.any(f.Document) {
			continue
		}
		var from *dossier.Figure
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || !v.links.lead(f.Document, g.Document) {
				continue
			}
			if passed(g.Claim.Stage) { // it was told so before
				from = nil
				break
			}
			if from == nil && wished(g.Claim.Stage) && v.Comparer.sameAmount(f, g) && v.retells(f, g.Document) {
				from = g
			}
		}
		if from == nil || slices.ContainsFunc(v.sameNumber(f), func(g *dossier.Figure) bool { return g.Document == f.Document && wished(g.Claim.Stage) }) {
			continue
		}
		severity := Warning
		if from.Claim.Stage == claims.CalledFor && f.Claim.Stage == claims.Ordered {
			severity = Info // "would send" that became "will send"
		}
		out = append(out, Finding{Severity: severity, Verdict: Conflict, Inputs: rests(from, f),
			Sentence: fmt.Sprintf("%s says %s as %s, retold by %s as %s.", capital(v.named(from.Document)), quoted(from.Claim.Quote.Exact), stageName(from.Claim.Stage),
				v.named(f.Document), stageName(f.Claim.Stage))})
	}
	return out
}

// wished reports whether a stage lies before any approval. What waits for
// approval is for the rule on order.
func wished(s claims.Stage) bool {
	return s == claims.CalledFor || s == claims.Requested || s == claims.Pledged
}
