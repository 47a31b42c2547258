package findings

import (
	"fmt"
	"strings"

	"muster/interval"
)

var (
	takesNumber = newPattern(`(?i)^(?:the|that|this|their|its) (?:number|figure|total|count|tally|toll)\b[^,.;:]{0,40}$`)
	sinceWhen   = newPattern(`(?i)\bsince\b[^.;:]*\bwhen (?:it was |there were |some |about |only |just )?$`)
)

// multipliedSince reads "1,340 people are in shelters. The number has doubled since
// March, when 610 families were there", where figure i is the last: it returns the
// number that was multiplied, and the multiple.
func (v *View) multipliedSince(list []*Figure, i int) (now, times *Figure, ok bool) {
	if i < 2 || list[i-1].Claim.Relative == nil || list[i].Headline {
		return nil, nil, false
	}
	base, times, now := list[i], list[i-1], list[i-2]
	between, near := v.between(times, base)
	if !near || !sinceWhen.MatchString(between) || !takesNumber.MatchString(v.sentenceBefore(times)) {
		return nil, nil, false
	}
	from, to := now.Claim.Number.End, times.Claim.Number.Start
	words := v.home(base).part(from, to)
	if words == "" || to-from > longestSentence {
		return nil, nil, false
	}
	a, b := now.Claim, base.Claim
	return now, times, strings.Count(words, ". ") == 1 && !strings.Contains(words, "\n") && a.Unit == "" && b.Unit == "" && a.Per == b.Per && a.Relative == nil && a.Value != nil && b.Value != nil
}

// since sets a number told as a multiple of an earlier one against both.
func (v *View) since(list []*Figure, i int) (Finding, bool) {
	now, times, ok := v.multipliedSince(list, i)
	if !ok || list[i].Claim.Value.Sign() <= 0 || !v.sameNoun(now.Claim, list[i].Claim) {
		return Finding{}, false
	}
	a, b := now.Claim, list[i].Claim
	if !interval.Meet(loosely(times.Claim.Relative.Factor), interval.Ratio(slack(a), slack(b))).Empty() {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(now, times, list[i]),
		Sentence: fmt.Sprintf("In %s, %s against %s is %s times as many, not %s.", v.named(now.Document),
			beside(a), beside(b), a.Value.Div(*b.Value).Grouped(2), quoted(times.Claim.Number.Exact))}, true
}
