package findings

import (
	"fmt"
	"strings"

	"muster/interval"
)

// passageTimes sets a multiple against two numbers of which words of its sentence say that it
// is worked out of them.
func (v *View) passageTimes(list []*Figure, i int) (Finding, bool) {
	times := list[i]
	if times.Claim.Relative == nil || !known(times.Claim.Relative.Factor) {
		return Finding{}, false
	}
	told := loosely(times.Claim.Relative.Factor)
	likely := told
	if least := told.Min; least.Bounded && !told.Max.Bounded {
		likely = interval.Between(least.Value, least.Value.Mul(interval.Int(2))) // "more than twice" is no six times
	}
	for _, look := range []func([]*Figure, int) (now, base *Figure){v.timesThus, v.timesConcluded, v.timesWhen, v.comparedTimes, v.timesApposed} {
		now, base := look(list, i)
		if now == nil || base == nil || now.Claim.Value.Cmp(*base.Claim.Value) <= 0 || now.Claim.Unit != base.Claim.Unit ||
			!interval.Meet(told, interval.Ratio(slack(now.Claim), slack(base.Claim))).Empty() || explainedRatio(likely, v.passage(list, i)) {
			continue
		}
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(now, times, base),
			Sentence: fmt.Sprintf("In %s, %s against %s is %s times as many, not %s.", v.named(times.Document),
				beside(now.Claim), beside(base.Claim), now.Claim.Value.Div(*base.Claim.Value).Grouped(2), quoted(times.Claim.Number.Exact))}, true
	}
	return Finding{}, false
}

// timesThus reads "In April there were 140 late trains. In May there were 350. The number of
// late trains has thus more than doubled".
func (v *View) timesThus(list []*Figure, i int) (now, base *Figure) {
	found := v.nearly().takesUp.FindStringSubmatch(v.sentenceBefore(list[i]) + " ")
	if found == nil || len(v.before(list, i)) > 0 {
		return nil, nil
	}
	told, words := v.back(list, i, 1), v.sentenceTextBefore(list[i])
	if len(told) == 1 {
		older := v.back(list, i, 2)
		if len(older) != 1 {
			return nil, nil
		}
		words += v.sentenceText(older[0])
		told = append(older, told...)
	}
	if len(told) != 2 || !v.thus(list[i]) || !v.sameNoun(told[0].Claim, told[1].Claim) || !exactly(told[0].Claim) || !exactly(told[1].Claim) {
		return nil, nil
	}
	words = strings.ToLower(words)
	for _, word := range strings.Fields(strings.ToLower(found[1])) {
		if len(word) > 3 && !strings.Contains(words, word[:min(len(word), 5)]) {
			return nil, nil // of something else
		}
	}
	if told[0].Claim.Value.Cmp(*told[1].Claim.Value) > 0 {
		return told[0], told[1]
	}
	return told[1], told[0]
}

// thus reports whether a sentence says that it concludes from what stands before.
func (v *View) thus(f *Figure) bool {
	return v.inPassages().thus.MatchString(v.sentenceText(f))
}

// timesWhen reads "21,600 people, three times as many as in 2014, when 7,200 did the job".
func (v *View) timesWhen(list []*Figure, i int) (now, base *Figure) {
	if i == 0 || i+1 >= len(list) {
		return nil, nil
	}
	now, base = list[i-1], list[i+1]
	before, near := v.between(now, list[i])
	after, close := v.between(list[i], base)
	if !near || !close || len(plain([]*Figure{now, base})) != 2 || !v.inPassages().timesAfter.MatchString(before) || !v.inPassages().asManyWhen.MatchString(after) || !v.sameNoun(now.Claim, base.Claim) {
		return nil, nil
	}
	return now, base
}

// comparedTimes reads "5,376 boats were checked. Compared with the 3,100 of last year, this is
// almost twice as many", of the one larger number of the paragraph.
func (v *View) comparedTimes(list []*Figure, i int) (now, base *Figure) {
	here := v.before(list, i)
	if len(here) != 1 || !v.inPassages().compared.MatchString(v.opening(here[0])) {
		return nil, nil
	}
	between, near := v.wordsBetween(here[0], list[i])
	if !near || !v.inPassages().thatIs.MatchString(between) {
		return nil, nil
	}
	base = here[0]
	for _, f := range v.passage(list, i) {
		if f == base || f.Claim.Value.Cmp(*base.Claim.Value) <= 0 {
			continue
		}
		if now != nil {
			return nil, nil
		}
		now = f
	}
	return now, base
}
