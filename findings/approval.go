package findings

import (
	"fmt"

	"muster/claims"
	"muster/interval"
)

// approval looks for what is told as sent although it needs an approval that no
// document tells.
func approval() Rule {
	return Rule{ID: "approval", Version: 5, Title: "Is an approval missing?", Look: func(v *View) []Finding {
		out := v.granted()
		for _, key := range v.keys {
			if key.unit != "" || key.per != "" || key.body == "" {
				continue
			}
			var sent *Figure
			approved := false
			for _, f := range v.scopes[key] {
				switch f.Claim.Stage {
				case claims.Approved:
					approved = true
				case claims.Ordered, claims.Deployed:
					if sent == nil && supplied(&f.Claim) {
						sent = f
					}
				}
			}
			if approved || sent == nil {
				continue
			}
			var waiting *Figure
			for _, f := range v.scopes[key] {
				if waiting = v.waiting(f); waiting != nil {
					break
				}
			}
			if waiting == nil || sent.Document == waiting.Document || v.after(waiting, sent) {
				continue
			}
			if sent.Claim.Value.Equal(orZero(waiting.Claim.Value)) {
				continue // the rule on order says it
			}
			out = append(out, Finding{Severity: Info, Verdict: Unknown, Inputs: rests(waiting, sent),
				Sentence: fmt.Sprintf("%s says that %s wait for approval by %s; %s says %s as %s, and no document speaks of an approval.",
					capital(v.named(waiting.Document)), phrase(waiting.Claim), the(waiting.Claim.Approver),
					v.named(sent.Document), phrase(sent.Claim), stageName(sent.Claim.Stage))})
		}
		return out
	}}
}

// waiting returns the figure that tells, of the number of f and in its document,
// that somebody has yet to approve it: f itself, or another telling; nil for none.
func (v *View) waiting(f *Figure) *Figure {
	for _, g := range v.sameNumber(f) {
		if (g == f || g.Document == f.Document && v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted)) &&
			(g.Claim.Stage == claims.Pending || g.Claim.Stage == claims.Requested) && isName(g.Claim.Approver) {
			return g
		}
	}
	return nil
}

func orZero(n *interval.Number) interval.Number {
	if n == nil {
		return interval.Number{}
	}
	return *n
}
