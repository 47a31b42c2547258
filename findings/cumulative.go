package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
)

// cumulative looks at counts since one day: a later one cannot be less, unless
// the count began anew or was revised.
func cumulative() Rule {
	return Rule{ID: "cumulative", Version: 1, Title: "Did a running total fall?", Look: func(v *View) []Finding {
		var out []Finding
		for _, key := range v.keys {
			if key.per != "" || key.unit != "" || key.direction != "" {
				continue
			}
			list := v.scopes[key]
			for _, later := range list {
				for _, earlier := range list {
					if running(earlier.Claim, later.Claim) && above(earlier.Claim.Reading, later.Claim.Reading) {
						out = append(out, v.fell(earlier, later))
					}
				}
			}
		}
		return out
	}}
}

// running reports whether two outcomes are counted from one day on, the second
// to a later day.
func running(a, b claims.Figure) bool {
	return a.Stage == claims.Result && b.Stage == claims.Result && a.About != nil && b.About != nil &&
		a.About.From != "" && a.About.From == b.About.From && a.About.To != "" && b.About.To > a.About.To && a.About.Days() > 1
}

func (v *View) fell(earlier, later dossier.Figure) Finding {
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: inputs(earlier, later),
		Sentence: fmt.Sprintf("%s by %s in %s, but only %s by %s in %s, both from %s: a running total does not fall unless it begins anew or is revised.",
			capital(quoted(earlier.Claim.Quote.Exact)), longDate(earlier.Claim.About.To), v.named(earlier.Document),
			quoted(later.Claim.Quote.Exact), longDate(later.Claim.About.To), v.named(later.Document), longDate(earlier.Claim.About.From))}
}
