package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/origins"
)

// plannedAsDone makes the finding of a telling that has as done what its source has only as
// planned, approved or pledged, while the source tells another number beside it as done:
// "4,800 tonnes were distributed. The plan had been 6,000", and 6,000 told as distributed.
func (s *sources) plannedAsDone(f *Figure) (Finding, bool) {
	v := s.view
	if !happened(f.Claim.Stage) || f.Claim.Value == nil || f.Claim.Unit == "percent" || f.Claim.Unit == "share" || v.wholeOfAPart(f) || outOf.MatchString(v.sentenceBefore(f)) { // "of the 540,000 tonnes" tells nothing as done
		return Finding{}, false
	}
	for g, hold := range s.sameBehind(f) {
		if hold < byName || g.Document == f.Document || g.Headline || !v.mayBeOneThing(f, g) || !v.oneTime(g, f) && !v.toldOfReport(f, g) {
			continue
		}
		if happened(g.Claim.Stage) || g.Claim.Stage == claims.Other {
			return Finding{}, false
		}
		done := v.doneBeside(f, g)
		if done == nil || v.hasIt(done, v.home(f)) {
			continue
		}
		if _, said := v.aheadOf(f); said {
			return Finding{}, false
		}
		return Finding{Severity: Info, Verdict: Conflict, Inputs: rests(g, done, f), Sentence: fmt.Sprintf("%s has %s as done%s; %s has %s as done, and %s as %s.",
			capital(v.named(f.Document)), fullWords(f.Claim), s.namingWords(f, g), v.named(g.Document), fullWords(done.Claim), fullWords(g.Claim), stageName(g.Claim.Stage))}, true
	}
	return Finding{}, false
}

// doneBeside returns the smaller number that a source tells as done within a sentence of what
// it only plans, in words that a telling has too; nil for none.
func (v *View) doneBeside(f, g *Figure) *Figure {
	words := v.wordsBeside(f)
	for _, h := range v.home(g).own {
		if h == g || h.Headline || h.Claim.Value == nil || h.Claim.Value.Cmp(*g.Claim.Value) >= 0 || between(h, g) > longestBetween ||
			h.Claim.Stage != claims.Result && h.Claim.Stage != claims.Deployed && h.Claim.Stage != claims.Other || h.Claim.Unit != g.Claim.Unit && !money(&h.Claim) || h.Claim.Unit == "" && (!besideNumber(&h.Claim) || !v.Comparer.things.Same(h.Claim.Counted, g.Claim.Counted)) {
			continue
		}
		if origins.SharedWords(words, v.wordsBeside(h)) > origins.SharedWords(words, v.wordsBeside(g)) || v.says(h, spentWords) && v.says(f, spentWords) {
			return h
		}
	}
	return nil
}

// toldOfReport reports whether a telling names a report, or the day, of its source's text of
// the week before.
func (v *View) toldOfReport(f, g *Figure) bool {
	if v.day(g) == "" || v.day(g) > v.day(f) || daysApart(v.day(f), v.day(g)) > 7 {
		return false
	}
	return v.toldOfDay(f, v.day(g)) || holds(strings.ToLower(v.sentenceText(f)), []string{"report", "release", "update", "statement"})
}
