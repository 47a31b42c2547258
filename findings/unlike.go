package findings

import (
	"fmt"
	"regexp"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
)

// unlike looks for comparisons in the text between things that cannot be
// compared: a count of one thing set against a count of another, or a month
// against a year.
func unlike() Rule {
	compares := regexp.MustCompile(`(?i)\b(compared (to|with)|in comparison (to|with)|versus|up from|down from|as against)\b`)
	return Rule{ID: "unlike", Version: 1, Title: "Does a text compare unlike things?", Look: func(v *View) []Finding {
		var out []Finding
		for _, d := range v.State.Documents {
			list := v.own[d.ID]
			for i, f := range list {
				if f.Claim.Relative != nil {
					if g, ok := v.unlikeBase(f); ok {
						out = append(out, g)
					}
				}
				if i == 0 {
					continue
				}
				between, near := v.between(list[i-1], f)
				if !near || !compares.MatchString(between) {
					continue
				}
				if reason := v.unlikeness(list[i-1], f); reason != "" {
					out = append(out, Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(list[i-1], f),
						Sentence: fmt.Sprintf("%s compares %s with %s: %s.", capital(v.named(d.ID)), quoted(list[i-1].Claim.Quote.Exact), quoted(f.Claim.Quote.Exact), reason)})
				}
			}
		}
		return out
	}}
}

// unlikeBase compares what a multiple counts with what it is a multiple of.
func (v *View) unlikeBase(f *dossier.Figure) (Finding, bool) {
	x := v.Comparer.measures.of(f.Claim.Counted)
	if x == "" || f.Claim.Relative.Base == "" {
		return Finding{}, false
	}
	for _, word := range strings.Fields(f.Claim.Relative.Base) {
		y := v.Comparer.measures.nouns[origins.Head(word)]
		if y == x {
			return Finding{}, false
		}
		if y != "" {
			return Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(f),
				Sentence: fmt.Sprintf("%s sets %s, which counts %s, against %s.", capital(v.named(f.Document)), words(f.Claim), f.Claim.Counted, quoted(f.Claim.Relative.Base))}, true
		}
	}
	return Finding{}, false
}

// longestBetween is how many characters apart two compared numbers may stand.
const longestBetween = 120

// between returns the words between two figures of one sentence.
func (v *View) between(a, b *dossier.Figure) (string, bool) {
	from, to := a.Claim.Number.End, b.Claim.Number.Start
	text := v.text(a.Document)
	if from > to || to > len(text) || to-from > longestBetween {
		return "", false
	}
	words := string(text[from:to])
	return words, !strings.ContainsAny(words, "\n;") && !strings.Contains(words, ". ")
}

// unlikeness says why a comparison of two figures does not hold. Other times
// are what most comparisons are about; only periods of another length are told.
func (v *View) unlikeness(a, b *dossier.Figure) string {
	x, y := a.Claim, b.Claim
	if x.Unit != "" || y.Unit != "" || x.Relative != nil || y.Relative != nil || x.Stage != claims.Result || y.Stage != claims.Result {
		return ""
	}
	if m, n := v.Comparer.measures.of(x.Counted), v.Comparer.measures.of(y.Counted); m != "" && n != "" && m != n {
		return fmt.Sprintf("one counts %s, the other %s", x.Counted, y.Counted)
	}
	if x.Per != "" && y.Per != "" && x.Per != y.Per {
		return fmt.Sprintf("one is told %s, the other %s", rateName(x.Per), rateName(y.Per))
	}
	if x.Per == "" && y.Per == "" && x.About != nil && y.About != nil && !x.About.Overlaps(y.About.Period) {
		m, n := x.About.Days(), y.About.Days()
		if m > 1 && n > 1 && 2*min(m, n) < max(m, n) {
			return fmt.Sprintf("one is of %d days, the other of %d", m, n)
		}
	}
	return ""
}
