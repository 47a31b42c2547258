package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// averageWords are the words by which a number is told as an average of those before it.
type averageWords struct {
	ownTime      *pattern // between an amount and an average of another time
	isThat       *pattern // between an amount and what is worked out of it
	lastOf       *pattern // in words about an average: it is of the last part of a time
	running      *pattern // in words about an amount: it is of all the time up to a day
	average      *pattern // before a number, in its sentence
	apposed      *pattern // before a number that says the one before otherwise
	follows      *pattern // before a number that follows from the numbers before
	forEach      *pattern // behind a number, with what each is
	eachDid      *pattern // before a number, with what each is
	eachOfThem   *pattern // before a number, with how many each is one of
	everyOne     *pattern // behind a number, with what it is told for every one of
	with, spread *pattern // before an amount, and between it and over how many it is spread
	averages     *pattern // before a number, with how many it is the average of
}

func newAverageWords() *averageWords {
	const (
		loose = `(?:(?:an average of|on average|about|around|some|nearly|almost|roughly|just|exactly|over|under|more than|less than|fewer than|only|well|not quite|barely) )*`
		be    = `(?:is|was|were|are|makes?|made|means?|meant|gives?|gave|(?:come|amount|work|correspond)(?:s|ed)?(?: out)?(?: to| at)?|came(?: to)?|averages?)`
	)
	return &averageWords{
		ownTime:    newPattern(`(?i)[,;] (?:and|but|while|whereas|though|although) (?:in|over|during|for|within|on|at)\b`),
		isThat:     newPattern(`(?i)\b(?:that|this|it|which) (?:is|was|makes|made|comes?|came|works?|amounts?)\b`),
		lastOf:     newPattern(`(?i)\b(?:latter|last|final|past|second|latest|most recent|subsequent|following) (?:[a-z0-9]+ )?(?:days|weeks|months|years)\b`),
		running:    newPattern(`(?i)\b(?:by|until|since|so far|to date|up to|as of)\b`),
		average:    newPattern(`(?i)\b(?:an|the|this|that|its|their) (?:[a-z]+ )?(?:average|mean)\b|\bon average\b|\baverag(?:ed|es|ing)\b`),
		apposed:    newPattern(`(?i)(?:,| –| —|;| \()(?: and)? ?(?:(?:or|thus|so|i\.e\.|(?:that|this|which) ` + be + `) )?` + loose + `$`),
		follows:    newPattern(`(?i)^(?:[^.;:]{0,60},? )?(?:that|this|it|which) ` + be + `(?: (?:thus|therefore|then|just|out))? ?` + loose + `$`),
		forEach:    newPattern(`(?i)^(?: [a-z]+)? (?:per|for (?:each|every)|at (?:each|every)|in (?:each|every)|on (?:each|every)|to (?:each|every)|aboard (?:each|every)|an?|each|every) (?:(?:paid|single|new|approved|such|of the|of these|of its) )*([a-z]+)`),
		eachDid:    newPattern(`(?i)\b(?:each|every|on average,? an?) ([a-z]+) [a-z]+ (?:thus |therefore |then )?` + loose + `$`),
		eachOfThem: newPattern(`(?i)\beach(?: one)? of (?:the|its|their|these|those) (?:[a-z0-9,]+ )?([a-z]+) (?:(?:has|have|had|thus|therefore|would|will|could) )*[a-z]+(?: (?:out|in|up|off|down|back|away))? ` + loose + `$`),
		everyOne:   newPattern(`(?i)^[^.,;:()]{0,40}\b(?:before|at|in|for|on|to|behind|outside|aboard|with|of) (?:every|each)(?: single)? ([a-z]+)`),
		with:       newPattern(`(?i)^with (?:about |some |the |its |their |a total of )*$`),
		spread:     newPattern(`(?i)^ [a-z-]+(?: [a-z-]+)? (?:at|for|in|on|to|across|over|among|between|aboard) (?:the |its |their |all |these |those )*$`),
		averages:   newPattern(`(?i)\baverage [a-z]+(?: [a-z]+)? (?:of|in|for|per) (?:the |these |those |all |its )*(?:[a-z0-9]+ )?([a-z]+) (?:is|was|were|came to|amounts to|amounted to|stood at)(?: (?:thus|therefore|then))* ` + loose + `$`),
	}
}

// toldAverage sets a number told as an average against the amount and the many, or the time, that
// its sentence and the one before tell: "38,400 tests over 48 days, an average of 900 a day",
// "Nine ships brought 171,000 tonnes. The average load of the nine was therefore 21,000".
func (v *View) toldAverage(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	if each.Claim.Value == nil || each.Claim.Value.Sign() <= 0 || each.Claim.Relative != nil || isShare(each.Claim) || isTime(each.Claim) || each.Claim.Qualifier == claims.Range {
		return Finding{}, false
	}
	one := v.averageOver(each)
	if one == "" || v.notAverage(each) {
		return Finding{}, false
	}
	told := slices.DeleteFunc(v.sentenceOf(list, i, 0), func(f *Figure) bool { return f.Claim.Number.Start >= each.Claim.Number.Start })
	amounts, many := v.amountsOf(told, each, one), v.manyOf(told, one)
	if back := v.sentenceOf(list, i, -1); v.takesUpBefore(each, amounts, many) {
		if len(amounts) == 0 {
			amounts = v.amountsOf(back, each, one)
		}
		if len(many) == 0 {
			many = v.manyOf(back, one)
		}
	}
	if amount, over := v.spreadOver(told); amount != nil && len(many) == 0 && each.Claim.Unit == amount.Claim.Unit && (!besideNumber(&each.Claim) || v.oneNoun(each, amount)) && maySlip(amount.Claim.Value.Div(*over.Claim.Value), *each.Claim.Value) {
		return v.averageOff(list, i, amount, over, one)
	}
	if len(amounts) != 1 || len(many) != 1 || amounts[0] == many[0] {
		return Finding{}, false
	}
	return v.averageOff(list, i, amounts[0], many[0], one)
}

// notAverage reports whether the words about a number tell it as one of another time, or as more
// than an average.
func (v *View) notAverage(each *Figure) bool {
	before, after := v.around(each)
	if each.Claim.Per != "" && (holds(after[:min(len(after), nearEnough)], []string{" for each", " for every", " per "}) || v.inAverages().eachDid.MatchString(before)) {
		return true // "100 kilometres a day for each of the seven cars"
	}
	return v.nearly().against.MatchString(before) || v.nearly().ofPart.MatchString(after) || v.nearly().apart.MatchString(after[:min(len(after), 2*nearEnough)]) || atMost.MatchString(strings.ToLower(v.sentenceText(each)))
}

// averageOver returns what a number is told as the average for each of: "day", "house"; "" where
// no words tell it as one.
func (v *View) averageOver(each *Figure) string {
	w := v.inAverages()
	before, after := v.around(each)
	average := w.average.MatchString(before) || strings.HasPrefix(each.Claim.Number.Exact, "an average of") || w.average.MatchString(after[:min(len(after), 2*nearEnough)])
	cued := average || w.apposed.MatchString(before) || w.follows.MatchString(v.opening(each))
	if found := w.averages.FindStringSubmatch(before); found != nil && each.Claim.Per == "" {
		return single(found[1])
	}
	if found := w.eachDid.FindStringSubmatch(before); found != nil && each.Claim.Per == "" && (average || v.thus(each)) {
		return single(found[1])
	}
	if found := w.eachOfThem.FindStringSubmatch(before); found != nil && each.Claim.Per == "" && average {
		return single(found[1])
	}
	if !cued {
		return ""
	}
	if each.Claim.Per != "" {
		return each.Claim.Per
	}
	if _, one, ok := strings.Cut(" "+each.Claim.Unit, " per "); ok {
		return single(one)
	}
	if found := w.forEach.FindStringSubmatch(after); found != nil {
		return single(found[1])
	}
	if found := w.everyOne.FindStringSubmatch(after); found != nil && average {
		return single(found[1])
	}
	return ""
}

// spreadOver returns the amount and the many of a sentence that begins with the one spread over the
// other: "With 640 officers at 118 addresses, an average of".
func (v *View) spreadOver(told []*Figure) (amount, many *Figure) {
	w := v.inAverages()
	if len(told) != 2 || len(plain(slices.Clone(told))) != 2 || !w.with.MatchString(v.opening(told[0])) || !besideNumber(&told[0].Claim) || !besideNumber(&told[1].Claim) {
		return nil, nil
	}
	if between, near := v.between(told[0], told[1]); !near || !w.spread.MatchString(between) {
		return nil, nil
	}
	return told[0], told[1]
}

// ofOtherThing reports whether an amount of money is told of something else that its text counts
// than what an average is for: "4,200 blankets and 800 tents. Blankets cost 63,000 marks".
func (v *View) ofOtherThing(list []*Figure, amount *Figure, one string) bool {
	of := headOf(amount)
	return money(&amount.Claim) && of != one && slices.ContainsFunc(list, func(f *Figure) bool {
		return f != amount && f.Claim.Unit == "" && !money(&f.Claim) && besideNumber(&f.Claim) && headOf(f) == of
	})
}

// ofOtherStretch reports whether an average stands in the sentence of an amount, and is told for a
// time of its own: "counted 1,890 ships by 1 June, and in the last two weeks 30 a day".
func (v *View) ofOtherStretch(amount, each *Figure) bool {
	if !v.sameSentence(amount, each) {
		return false
	}
	w := v.inAverages()
	between, near := v.wordsBetween(amount, each)
	if near && w.ownTime.MatchString(between) && !w.isThat.MatchString(between) {
		return true
	}
	before, _ := v.around(amount)
	_, after := v.around(amount)
	return w.lastOf.MatchString(after) && w.running.MatchString(before+after)
}

// takesUpBefore reports whether a sentence that lacks one of its numbers may take it from the
// one before: it follows from that, or tells an average of the same number.
func (v *View) takesUpBefore(each *Figure, amounts, many []*Figure) bool {
	w, opening := v.inAverages(), v.opening(each)
	before, _ := v.around(each)
	return w.follows.MatchString(opening) || w.averages.MatchString(before) || w.eachDid.MatchString(before) && (v.thus(each) || w.average.MatchString(before)) || len(many) == 1 && len(amounts) == 0 && w.average.MatchString(before)
}

// amountsOf returns the amounts among some numbers of which another may be the average: they count
// the same, and are no whole of which a part is told.
func (v *View) amountsOf(some []*Figure, each *Figure, one string) []*Figure {
	unit := unitAlone(each)
	var out []*Figure
	for at, f := range some {
		held, alike := unitsIn(f.Claim.Unit, unit)
		bare := each.Claim.Unit == "" && !besideNumber(&each.Claim) && headOf(f) != one
		millions := money(&f.Claim) && money(&each.Claim)
		switch {
		case !amountTold(f) || f.Claim.Qualifier == claims.Range || f.Claim.Value.Mul(held).Cmp(*each.Claim.Value) <= 0 || f.Claim.Unit == "" && headOf(f) == one:
		case !alike && !millions, !bare && !millions && unit == "" && !v.sameNoun(f.Claim, each.Claim) && !(besideNumber(&each.Claim) && headOf(f) == headOf(each)):
		case at > 0 && v.tiedAsWhole(some[at-1], f):
		case slices.ContainsFunc(out, func(g *Figure) bool { return g.Claim.Value.Equal(*f.Claim.Value) }):
		default:
			out = append(out, f)
		}
	}
	return out
}

// unitAlone returns the unit of a number told for each of something: the litres of "litres per
// household".
func unitAlone(each *Figure) string {
	unit, _, _ := strings.Cut(" "+each.Claim.Unit, " per ")
	return strings.TrimSpace(unit)
}

// tiedAsWhole reports whether a number is told as the whole of which the one before is a part or a
// share.
func (v *View) tiedAsWhole(part, whole *Figure) bool {
	between, near := v.between(part, whole)
	return near && v.inTold().ofWhole(between)
}

// headOf returns the noun that a figure counts, as a single one.
func headOf(f *Figure) string { return single(f.Claim.Counted) }

// single returns the head of a thing counted, of one of them.
func single(thing string) string { return strings.TrimSuffix(origins.Head(thing), "s") }

// manyOf returns over how many of a unit of time, or of things, an average may be told.
func (v *View) manyOf(some []*Figure, one string) []*Figure {
	var out []*Figure
	for _, f := range some {
		c := f.Claim
		if c.Value == nil || c.Value.Cmp(interval.Int(1)) <= 0 || c.Qualifier == claims.Range || c.Per != "" || c.Relative != nil {
			continue
		}
		if isTime(c) && (c.Unit == one || c.Unit == "week" && one == "day") || !isTime(c) && c.Unit == "" && (headOf(f) == one || v.Comparer.things.People(one) && v.Comparer.things.People(headOf(f))) {
			if !slices.ContainsFunc(out, func(g *Figure) bool { return g.Claim.Value.Equal(*c.Value) && g.Claim.Unit == c.Unit }) {
				out = append(out, f)
			}
		}
	}
	return out
}

// averageOff makes the finding of an average that is not what an amount comes to, nor what any two
// numbers or times of its passage do.
func (v *View) averageOff(list []*Figure, i int, amount, many *Figure, one string) (Finding, bool) {
	each := list[i]
	if v.ofOtherStretch(amount, each) || v.ofOtherThing(list, amount, one) {
		return Finding{}, false
	}
	held, _ := unitsIn(amount.Claim.Unit, unitAlone(each))
	over := *many.Claim.Value
	if many.Claim.Unit == "week" && one == "day" {
		over = over.Mul(interval.Int(7))
	}
	is := amount.Claim.Value.Mul(held).Div(over)
	told := widened(widely(each.Claim))
	if each.Claim.Qualifier == claims.MoreThan || each.Claim.Qualifier == claims.AtLeast {
		told = interval.Between(*each.Claim.Value, each.Claim.Value.Mul(interval.Int(2))) // "more than five" is no fifty
	}
	if told.Contains(is) || !interval.Meet(told, interval.Scale(slack(amount.Claim), held.Div(over))).Empty() {
		return Finding{}, false
	}
	near := slices.DeleteFunc(v.paragraphBefore(list, i), func(f *Figure) bool {
		return f.Claim.Value == nil || f.Claim.Value.Cmp(interval.Int(1)) <= 0 || f.Claim.Relative != nil
	})
	if beyondMistake(is, *each.Claim.Value) || explainedRatio(told, append(near, amount, many)) {
		return Finding{}, false
	}
	how := "for each"
	if each.Claim.Per != "" {
		how = "a " + each.Claim.Per
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(amount, many, each),
		Sentence: fmt.Sprintf("In %s, %s over %s are %s %s, not %s.", v.named(each.Document), beside(amount.Claim), beside(many.Claim), inWordsOf(is, each.Claim), how, lowered(each.Claim.Number.Exact))}, true
}
