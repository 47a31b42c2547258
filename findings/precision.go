package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/interval"
)

// precision looks for numbers that are told more exactly than they can be
// known: a retelling more exact than all it was taken from.
func precision() Rule {
	return Rule{ID: "precision", Version: 1, Title: "Is a number more exact than its source?", Look: func(v *View) []Finding {
		var out []Finding
		for i := range v.Groups {
			if len(v.parted(i)) < 2 {
				continue
			}
			for _, r := range v.retellingsOf(i) {
				exact := len(r.from) > 0 && !v.ofAnotherYear(r.to)
				for _, from := range r.from {
					exact = exact && sharper(from.Claim, r.to.Claim) && !v.ofAnotherYear(from)
				}
				if exact {
					from := r.from[0]
					out = append(out, Finding{Severity: Warning, Verdict: ConsistentWithinRounding, Inputs: rests(from, r.to),
						Sentence: fmt.Sprintf("%s says %s, more exactly than %s, from which it has the number: %s.",
							capital(v.named(r.to.Document)), phrase(r.to.Claim), v.named(from.Document), phrase(from.Claim))})
				}
			}
		}
		return out
	}}
}

// sharper reports whether a number that rounding allows for another has more
// digits that say something.
func sharper(from, to claims.Figure) bool {
	return from.Value != nil && to.Value != nil && from.Relative == nil && to.Relative == nil && !from.Value.Equal(*to.Value) && passed(from.Stage) == passed(to.Stage) &&
		significant(*to.Value) > significant(*from.Value) && from.Reading.Contains(*to.Value) && loose(to)
}

// significant is the number of digits up to the last that is not zero.
func significant(n interval.Number) int {
	written := strings.Trim(n.String(), "-.0")
	return max(1, len(written)-strings.Count(written, "."))
}
