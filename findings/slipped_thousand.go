package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// thousandfold looks for a sum that one text tells in millions and another in billions,
// whoever says so: the two sentences must have words in common.
func (v *View) thousandfold() []Finding {
	var out []Finding
	said := map[amountKey]bool{}
	for _, f := range v.Figures {
		if f.Headline || f.Claim.Value == nil || f.Claim.Relative != nil || !money(&f.Claim) || significant(*f.Claim.Value) < 2 || said[numberOf(&f.Claim)] {
			continue
		}
		times := f.Claim.Value.Mul(interval.Int(1000))
		for _, g := range v.amount(amountKey{f.Claim.Unit, f.Claim.Per, times.String()}).figures {
			if !g.Headline && g.Document != f.Document && money(&g.Claim) && f.Claim.Stage == g.Claim.Stage && !v.Comparer.Barred(f, g) && !v.slipped(f, g) && v.oneMatter(f, g) {
				said[numberOf(&f.Claim)] = true
				out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(f, g), Sentence: fmt.Sprintf("%s has %s, %s %s; one of the two is off by a factor of a thousand.",
					capital(v.named(f.Document)), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))})
				break
			}
		}
	}
	return out
}

// money reports whether a figure is a sum of money: in a currency of the list of units, or
// millions of what is on no list of things.
func money(c *claims.Figure) bool {
	if claims.Money(c.Unit) {
		return true
	}
	return c.Unit == "" && c.Counted != "" && (strings.Contains(c.Number.Exact, "illion") || strings.Contains(c.Number.Exact, "ILLION"))
}

// oneMatter reports whether two numbers are of one matter by the words beside them, and no
// text tells both.
func (v *View) oneMatter(f, g *Figure) bool {
	a, b := f.Claim, g.Claim
	head, _ := v.Comparer.head(a.Counted)
	there, _ := v.Comparer.head(b.Counted)
	x, y := v.day(f), v.day(g)
	oneTime := a.About != nil && b.About != nil && a.About.Period == b.About.Period
	return (a.Unit != "" || head == there) && x != "" && y != "" && (oneTime || sameTime(&a, &b) && daysApart(x, y) <= longestTold) &&
		!v.hasIt(f, v.home(g)) && !v.hasIt(g, v.home(f)) && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) >= 2
}
