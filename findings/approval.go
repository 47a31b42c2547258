package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// approval looks for what is told as sent although it needs an approval that no
// document tells.
func approval() Rule {
	return Rule{ID: "approval", Version: 1, Title: "Is an approval missing?", Look: func(v *View) []Finding {
		var out []Finding
		for _, key := range v.keys {
			if key.unit != "" || key.per != "" || key.body == "" {
				continue
			}
			var waiting, sent *dossier.Figure
			approved := false
			for _, f := range v.scopes[key] {
				switch f.Claim.Stage {
				case claims.Approved:
					approved = true
				case claims.Pending, claims.Requested:
					if waiting == nil && isName(f.Claim.Approver) {
						waiting = f
					}
				case claims.Ordered, claims.Deployed:
					if sent == nil && supplied(f.Claim) {
						sent = f
					}
				}
			}
			if approved || waiting == nil || sent == nil || sent.Document == waiting.Document || v.after(waiting, sent) {
				continue
			}
			if sent.Claim.Value.Equal(orZero(waiting.Claim.Value)) {
				continue // the rule on order says it
			}
			out = append(out, Finding{Severity: Info, Verdict: Unknown, Inputs: rests(waiting, sent),
				Sentence: fmt.Sprintf("%s in %s waits for approval by %s; %s tells %s as %s, and no document tells an approval.",
					capital(quoted(waiting.Claim.Quote.Exact)), v.named(waiting.Document), the(waiting.Claim.Approver),
					v.named(sent.Document), quoted(sent.Claim.Quote.Exact), stageName(sent.Claim.Stage))})
		}
		return out
	}}
}

func orZero(n *interval.Number) interval.Number {
	if n == nil {
		return interval.Number{}
	}
	return *n
}
