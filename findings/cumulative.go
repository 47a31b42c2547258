package findings

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// cumulative looks at counts since one day: a later one cannot be less, unless
// the count began anew or was revised.
func cumulative() Rule {
	return Rule{ID: "cumulative", Version: 2, Title: "Did a running total fall?", Look: func(v *View) []Finding {
		var out []Finding
		for _, key := range v.keys {
			if key.per != "" || key.unit != "" || key.direction != "" || key.body == "" && key.place == "" {
				continue
			}
			byStart := map[interval.Date][]*Figure{}
			for _, f := range v.scopes[key] {
				if c := f.Claim; c.Stage == claims.Result && c.About != nil && c.About.From != "" && c.About.Days() > 1 && c.Value != nil && c.Value.Cmp(interval.Int(100)) >= 0 {
					byStart[c.About.From] = append(byStart[c.About.From], f)
				}
			}
			for _, start := range slices.Sorted(maps.Keys(byStart)) {
				if f, ok := v.fallen(byStart[start]); ok {
					out = append(out, f)
				}
			}
		}
		for _, f := range v.fallenTotals() {
			if !slices.ContainsFunc(out, func(o Finding) bool { return slices.Contains(o.Inputs, f.Inputs[1]) }) {
				out = append(out, f)
			}
		}
		return out
	}}
}

// fallen finds, among counts from one day on, the first that lies below the
// highest of those that end before it.
func (v *View) fallen(list []*Figure) (Finding, bool) {
	slices.SortStableFunc(list, func(a, b *Figure) int {
		return cmp.Or(strings.Compare(string(a.Claim.About.To), string(b.Claim.About.To)), strings.Compare(a.ID, b.ID))
	})
	highest := -1
	for i, f := range list {
		if highest >= 0 && list[highest].Claim.About.To < f.Claim.About.To && above(list[highest].Claim.Reading, f.Claim.Reading) && v.mayBeOneCount(list[highest], f) {
			return v.fell(list[highest], f), true
		}
		if low := f.Claim.Reading.Min; low.Bounded && (highest < 0 || low.Value.Cmp(list[highest].Claim.Reading.Min.Value) > 0) {
			highest = i
		}
	}
	return Finding{}, false
}

// mayBeOneCount reports whether the sentences of two counts have words in common, or one has
// next to none: households cut off and households joined again are two counts.
func (v *View) mayBeOneCount(f, g *Figure) bool {
	a, b := v.wordsBeside(f), v.wordsBeside(g)
	return min(len(a), len(b)) < enoughWords || origins.SharedWords(a, b) >= 2
}

func (v *View) fell(earlier, later *Figure) Finding {
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(earlier, later),
		Sentence: fmt.Sprintf("%s says %s for %s, but %s only %s for %s: a running total does not fall unless it is revised or begins anew.",
			capital(v.named(earlier.Document)), phrase(earlier.Claim), days(earlier.Claim.About.Period),
			v.named(later.Document), phrase(later.Claim), days(later.Claim.About.Period))}
}
