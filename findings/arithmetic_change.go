package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// changeWords are the words by which a text tells by how much a number changed, and between
// which two numbers.
type changeWords struct {
	by, ofChange, more         *pattern // beside the number by which it changed
	lead, apposes, thatIs      *pattern // between what it has become, or the sentence, and that number
	than, over, above, toFirst *pattern // behind that number, up to an end of the change
	from, thenTo, thenFrom     *pattern // before an end, and between both
	sideBySide, times, joins   *pattern
	hasRisen, stoodAt          *pattern // before the number of a change, and before what it was
	andThen, ofTime            *pattern // between two numbers of two times
	another                    *pattern // where the sentence tells more steps, or sets right
}

func newChangeWords() *changeWords {
	const loose = `(?:(?:about|some|nearly|almost|roughly|around|a total of|another|a further|no less than|no fewer than) )*`
	const nouns = `(?:increase|rise|growth|gain|jump|addition|surge|climb|leap|drop|fall|decline|decrease|reduction|cut|loss|difference|gap|plus|minus|change|improvement|expansion)`
	const filler = `[^.,;:()0-9]{0,45}`
	return &changeWords{
		by:         newPattern(`(?i)\b(?:by|up|down) ` + loose + `$`),
		ofChange:   newPattern(`(?i)\b` + nouns + ` of ` + loose + `$`),
		more:       newPattern(`^(?: [a-z-]+){0,2} (more|fewer|less|higher|lower|above|below|up|down)\b`),
		lead:       newPattern(`^` + filler + `(?:(?:,| –| —|:| \()? ?(?:and )?(?:up|down)(?: by)? |(?:,| –| —|:| \() ?(?:(?:or|that is|which is|this is|it is|representing|thus|so|making|for|with) )*(?:an? |the )?(?:[a-z]+ )?` + nouns + ` of |, (?:that is |i\.e\. |or |namely )?by )` + loose + `$`),
		apposes:    newPattern(`^` + filler + `(?:,| \(|:| –| —) ?(?:(?:or|that is|which is|this is|it is|so|thus|therefore) )*` + loose + `$`),
		thatIs:     newPattern(`(?i)^(?:that|this|which|it) (?:is|was|are|were|makes?|made|means?|meant|represents?|amounts to|corresponds to) (?:(?:an?|the) (?:[a-z]+ )?` + nouns + ` of )?` + loose + `$`),
		than:       newPattern(`^(?: [a-z-]+){0,2} (more|fewer|less|higher|lower)(?: [a-z-]+)? than ` + filler + `$`),
		over:       newPattern(`^(?: [a-z-]+){0,2} (?:from|on|over|against|compared (?:with|to)) ` + filler + `$`),
		above:      newPattern(`^(?: [a-z-]+){0,2} (?:above|below) ` + filler + `$`),
		toFirst:    newPattern(`^` + filler + `,? to ` + filler + `$`),
		from:       newPattern(`(?:^|[ (])[Ff]rom ` + filler + `$`),
		thenTo:     newPattern(`^` + filler + `,? to ` + filler + `$`),
		thenFrom:   newPattern(`^` + filler + `,? (?:from|against|after|compared with|up from|down from) ` + filler + `$`),
		sideBySide: newPattern(`^` + filler + `,? (?:and|after|against|compared with|following|up from|down from) ` + filler + `$`),
		times:      newPattern(`(?i)\b(?:since|in|during|over|within|last|this|past|every|each|per|daily|weekly|monthly|yearly|annually)\b|\ban? (?:day|week|month|year|night|hour)\b`),
		joins:      newPattern(`(?i)\b(?:and|but|while|whereas|plus|or|half|twice|part|third|quarter|each|of whom|of which)\b`),
		hasRisen:   newPattern(`(?i)\b(?:has|have|had) (?:thus |therefore |since |then )*(?:grown|risen|increased|gone up|climbed|fallen|dropped|declined|decreased|shrunk|gone down|come down) by ` + loose + `$`),
		stoodAt:    newPattern(`(?i)\b(?:stood at|was|were|had been|came to|numbered|amounted to) ` + loose + `$`),
		andThen:    newPattern(`^[^.,;:()]{0,60},? and ` + filler + `$`),
		ofTime:     newPattern(`(?i)\b(?:(?:19|20)\d\d|months?|weeks?|years?|quarter|half|season|spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`),
		another:    newPattern(`(?i)\b(?:not|instead|rather|wrongly|mistaken|error|correct|corrected|doubled|trebled|tripled|quadrupled|halved|then|again|further)\b`),
	}
}

// change is two numbers between which one is told to have changed by a third, and the figures
// that tell them.
type change struct {
	was, now   interval.Number
	names      [2]string
	told       []*Figure
	comparison string // "more" of "36 more than"; "" where the text tells a change
}

// changedBy sets by how much a number is told to have changed, or to differ, against what it
// was and what it is: "grew by 36 posts, from 84 to 130", "35 schools, up by 21 from the 19 of
// July", "131,000 came. That is 69,000 more than the 72,000 of October".
func (v *View) changedBy(list []*Figure, i int) (Finding, bool) {
	by := list[i]
	c := &by.Claim
	if c.Change != nil || c.Value == nil || isShare(*c) || c.Unit == "percent" || c.Unit == "times" || !exactly(*c) {
		return Finding{}, false
	}
	before, after := v.around(by)
	w := v.inChanges()
	if !w.more.MatchString(after) && !w.by.MatchString(before) && !w.ofChange.MatchString(before) {
		return Finding{}, false
	}
	for _, ends := range []func([]*Figure, int) (change, bool){v.endsBehind, v.endsBefore, v.endsAround, v.endsStood} {
		if s, ok := ends(list, i); ok {
			return v.changeOff(list, i, s)
		}
	}
	return Finding{}, false
}

// endsBehind reads "by 36 posts, from 84 to 130" and "by 36 to 130, from 84".
func (v *View) endsBehind(list []*Figure, i int) (change, bool) {
	w := v.inChanges()
	if before, _ := v.around(list[i]); i+1 >= len(list) || !w.by.MatchString(before) && !w.ofChange.MatchString(before) {
		return change{}, false
	}
	first, near := v.between(list[i], list[i+1])
	if !near || w.joins.MatchString(first) {
		return change{}, false
	}
	if s, ok := v.bothEnds(list[i+1]); ok {
		return s, !v.ofAnotherTime(first, list[i+1])
	}
	if i+2 >= len(list) {
		return change{}, false
	}
	a, b := list[i+1], list[i+2]
	second, close := v.between(a, b)
	switch {
	case !close || w.joins.MatchString(second):
	case w.from.MatchString(first) && w.thenTo.MatchString(second):
		return v.changeFrom(a, b, ""), !v.ofAnotherTime(first[:strings.LastIndex(strings.ToLower(first), "from ")], b)
	case w.toFirst.MatchString(first) && w.thenFrom.MatchString(second):
		return v.changeFrom(b, a, ""), true
	}
	return change{}, false
}

// endsBefore reads "from 84 to 130, an increase of 36", and "84 in May and 130 in June, 36 more".
func (v *View) endsBefore(list []*Figure, i int) (change, bool) {
	w, by := v.inChanges(), list[i]
	_, after := v.around(by)
	found := v.inPassages().moreEnd.FindStringSubmatch(after + ".")
	ends := func(words string) bool {
		return w.lead.MatchString(words) || found != nil && w.apposes.MatchString(words)
	}
	if i == 0 || w.times.MatchString(after[:min(len(after), 2*nearEnough)]) {
		return change{}, false
	}
	if s, ok := v.bothEnds(list[i-1]); ok {
		last, near := v.between(list[i-1], by)
		return s, near && ends(last)
	}
	told := v.before(list, i)
	if len(told) == 0 && w.thatIs.MatchString(v.opening(by)) && (found != nil || w.ofChange.MatchString(v.opening(by))) {
		told = v.back(list, i, 1)
	} else if len(told) > 0 {
		if last, near := v.between(told[len(told)-1], by); !near || !ends(last) {
			return change{}, false
		}
	}
	if len(told) != 2 {
		return change{}, false
	}
	a, b := told[0], told[1]
	words, near := v.between(a, b)
	before, _ := v.around(a)
	switch {
	case !near:
	case w.from.MatchString(before) && w.thenTo.MatchString(words):
		return v.changeFrom(a, b, ""), true
	case v.thenAndNow(a, b, by, words):
		return v.changeFrom(a, b, ""), true
	case w.sideBySide.MatchString(words) && !strings.Contains(words, " and "):
		return v.changeFrom(b, a, ""), true
	case found != nil && w.sideBySide.MatchString(words) && (found[1] == "more" || found[1] == "fewer" || found[1] == "less"):
		return v.changeFrom(a, b, found[1]), true
	}
	return change{}, false
}

// thenAndNow reads "702 from January to June 2025 and 588 in the same months of this year, a
// decrease of", where both are told with their times.
func (v *View) thenAndNow(was, now, by *Figure, between string) bool {
	w := v.inChanges()
	before, _ := v.around(by)
	last, near := v.between(now, by)
	if !near || !w.ofChange.MatchString(before) || !w.andThen.MatchString(between) || !w.ofTime.MatchString(between) || !w.ofTime.MatchString(last) || besideNumber(&now.Claim) && now.Claim.Counted != was.Claim.Counted {
		return false
	}
	falls := fall.MatchString(strings.ToLower(last))
	return (falls || rise.MatchString(strings.ToLower(last))) && falls == (now.Claim.Value.Cmp(*was.Claim.Value) < 0)
}

// endsAround reads "130 posts, up by 36 from the 84 of May" and "130 posts, 36 more than the
// 84 of May", and the same where what it is now stands alone in the sentence before.
func (v *View) endsAround(list []*Figure, i int) (change, bool) {
	if i == 0 || i+1 >= len(list) {
		return change{}, false
	}
	w, by, was := v.inChanges(), list[i], list[i+1]
	behind, close := v.between(by, was)
	if !close || w.joins.MatchString(behind) {
		return change{}, false
	}
	comparison, than := "", w.than.FindStringSubmatch(behind)
	above := than != nil || w.above.MatchString(behind)
	if than != nil {
		comparison = than[1]
	} else if !above && !w.over.MatchString(behind) {
		return change{}, false
	}
	told := v.before(list, i)
	switch {
	case len(told) == 0 && w.thatIs.MatchString(v.opening(by)):
		told = v.alikeBefore(list, i, was)
	case len(told) == 0:
		return change{}, false
	default:
		words, near := v.between(told[len(told)-1], by)
		if !near || !(w.lead.MatchString(words) || above && w.apposes.MatchString(words)) {
			return change{}, false
		}
	}
	if len(told) != 1 {
		return change{}, false
	}
	return v.changeFrom(was, told[0], comparison), true
}

// alikeBefore returns the numbers of the sentence before that of figure i, and where there are
// several those that may count what another does: no "three countries" beside "356 objects".
func (v *View) alikeBefore(list []*Figure, i int, other *Figure) []*Figure {
	told := v.back(list, i, 1)
	if len(told) > 1 {
		told = slices.DeleteFunc(told, func(f *Figure) bool { return !v.sameNoun(f.Claim, other.Claim) || f.Claim.Unit != other.Claim.Unit })
	}
	return told
}

// endsStood reads "Of the 900 pumps 640 run. Since May, when it stood at 410, their number has
// thus risen by 330", where what it is now ends the sentence before.
func (v *View) endsStood(list []*Figure, i int) (change, bool) {
	w := v.inChanges()
	before, after := v.around(list[i])
	here := v.before(list, i)
	if len(here) != 1 || !w.hasRisen.MatchString(before) || w.times.MatchString(after[:min(len(after), nearEnough)]) {
		return change{}, false
	}
	was := here[0]
	told := v.alikeBefore(list, i, was)
	if words, _ := v.around(was); !w.stoodAt.MatchString(words) || len(told) == 0 || len(told) > 2 {
		return change{}, false
	}
	now := told[len(told)-1]
	if len(told) == 2 && !v.nearly().outOf.MatchString(v.opening(told[0])) && !v.nearly().outOf.MatchString(strings.TrimSpace(v.opening(told[0]))) {
		return change{}, false
	}
	falls := fall.MatchString(strings.ToLower(before[strings.LastIndex(before, " has ")+1:]))
	return v.changeFrom(was, now, ""), falls == (now.Claim.Value.Cmp(*was.Claim.Value) < 0)
}

// bothEnds returns the change that one figure tells: "from 84 to 130", "from last year's 84 to
// 130".
func (v *View) bothEnds(f *Figure) (change, bool) {
	c := &f.Claim
	words := strings.TrimSpace(c.Number.Exact)
	if len(words) > len("from ") && strings.EqualFold(words[:len("from ")], "from ") {
		words = words[len("from "):]
	}
	a, b, both := strings.Cut(words, " to ")
	if c.Unit == "percent" || c.Relative != nil {
		return change{}, false
	}
	if c := c.Change; c != nil && c.From != nil && c.To != nil {
		if !both {
			a, b = c.From.Grouped(2), c.To.Grouped(2)
		}
		return change{was: *c.From, now: *c.To, names: [2]string{a, b}, told: []*Figure{f}}, true
	}
	low, high := c.Stated.Min, c.Stated.Max
	if before, _ := v.around(f); !both || c.Qualifier != claims.Range || !low.Bounded || !high.Bounded || !v.inChanges().from.MatchString(before) {
		return change{}, false
	}
	return change{was: low.Value, now: high.Value, names: [2]string{a, b}, told: []*Figure{f}}, true
}

// changeFrom returns the change that two figures tell.
func (v *View) changeFrom(was, now *Figure, comparison string) change {
	if len(plain([]*Figure{was, now})) != 2 && !(isTime(was.Claim) && isTime(now.Claim)) || !exactly(was.Claim) || !exactly(now.Claim) || was.Claim.Unit != now.Claim.Unit || was.Claim.Per != now.Claim.Per ||
		(besideNumber(&was.Claim) || besideNumber(&now.Claim)) && !v.sameNoun(was.Claim, now.Claim) {
		return change{}
	}
	return change{*was.Claim.Value, *now.Claim.Value, [2]string{lowered(was.Claim.Number.Exact), lowered(now.Claim.Number.Exact)}, []*Figure{was, now}, comparison}
}

// ofAnotherTime reports whether both the words behind the number of a change and those behind
// its ends tell a time: "by 12 in May, from 40 to 90 over the year".
func (v *View) ofAnotherTime(words string, end *Figure) bool {
	w := v.inChanges()
	_, after := v.around(end)
	after, _, _ = strings.Cut(after, ",")
	return w.times.MatchString(words) && w.times.MatchString(after)
}

// changeOff makes the finding of a change that is not the difference of its ends, where no
// other two numbers near it explain it.
func (v *View) changeOff(list []*Figure, i int, s change) (Finding, bool) {
	by, w := list[i], v.inChanges()
	if s.told == nil || v.isReplaced(by) || w.another.MatchString(v.sentenceText(by)) {
		return Finding{}, false
	}
	for _, f := range s.told {
		if f.Claim.Unit != by.Claim.Unit && (besideNumber(&by.Claim) && !money(&by.Claim)) || f.Claim.Per != by.Claim.Per && by.Claim.Per != "" || besideNumber(&by.Claim) && by.Claim.Unit == "" && !v.sameNoun(by.Claim, f.Claim) || v.isReplaced(f) && s.comparison == "" {
			return Finding{}, false
		}
	}
	differs, rises := s.now.Sub(s.was), s.now.Cmp(s.was) > 0
	if !rises {
		differs = s.was.Sub(s.now)
	}
	if s.comparison != "" && rises != (s.comparison == "more" || s.comparison == "higher") {
		return Finding{}, false
	}
	if s.was.Sign() <= 0 || s.now.Sign() <= 0 || !maySlip(differs, *by.Claim.Value) || !v.missesBy(by, s.was, s.now, differs) {
		return Finding{}, false
	}
	near := append(v.passage(list, i), plain(v.sentenceOf(list, i, 0))...)
	for _, a := range near {
		for _, b := range near {
			if a != by && b != by && a.Claim.Value.Sub(*b.Claim.Value).Equal(*by.Claim.Value) {
				return Finding{}, false
			}
		}
	}
	is := interval.Point(differs)
	found := Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append([]*Figure{by}, s.told...)...)}
	if s.comparison != "" {
		was, now := s.told[0], s.told[1]
		found.Inputs = rests(now, by, was)
		found.Sentence = fmt.Sprintf("In %s, %s are %s %s than %s, not %s.", v.named(by.Document), beside(now.Claim), sumName(is, by.Claim), s.comparison, beside(was.Claim), lowered(by.Claim.Number.Exact))
		return found, true
	}
	what := "rise"
	if !rises {
		what = "fall"
	}
	found.Sentence = fmt.Sprintf("In %s, going from %s to %s is a %s of %s, not %s.", v.named(by.Document), s.names[0], s.names[1], what, sumName(is, by.Claim), lowered(by.Claim.Number.Exact))
	return found, true
}

// missesBy reports whether a difference is told too far from what it is for rounding to be an
// excuse.
func (v *View) missesBy(by *Figure, was, now, differs interval.Number) bool {
	gap := differs.Sub(*by.Claim.Value)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	rounded := func(n interval.Number) *Figure {
		c := claims.Figure{Value: &n}
		return unlisted(c)
	}
	return gap.Sign() > 0 && gap.Cmp(leastAmiss(rounded(now), []*Figure{rounded(was), by})) >= 0
}
