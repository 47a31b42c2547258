package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// passageEach sets what there is for each of several against how much and how many there are:
// "The 36 crews flew 1,080 missions, an average of 30 each".
func (v *View) passageEach(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	w := v.inPassages()
	if each.Claim.Per != "" || isTime(each.Claim) || isShare(each.Claim) || money(&each.Claim) || !toldPlainly(each) || !w.each.MatchString(v.after40(each)) || w.eachTime.MatchString(v.after40(each)) {
		return Finding{}, false
	}
	before, _ := v.around(each)
	average := v.nearly().average.MatchString(before) || strings.HasPrefix(strings.ToLower(each.Claim.Number.Exact), "an average of")
	if !average && !v.apposedEach(list, i) || average && each.Claim.Unit != "" || v.nearly().against.MatchString(before) {
		return Finding{}, false
	}
	here := v.before(list, i)
	if len(here) == 1 {
		here = append(v.back(list, i, 1), here...)
	}
	if len(here) != 2 || here[0].Claim.Value.Equal(*here[1].Claim.Value) {
		return Finding{}, false
	}
	if _, after := v.around(here[0]); !average && w.andOthers.MatchString(after) {
		return Finding{}, false // "there are 12 villages and clinics"
	}
	many, amount := here[0], here[1]
	if many.Claim.Value.Cmp(*amount.Claim.Value) > 0 {
		many, amount = amount, many
	}
	if amount.Claim.Unit != each.Claim.Unit || !besideNumber(&many.Claim) || !besideNumber(&amount.Claim) && amount.Claim.Unit == "" || v.oneNoun(many, amount) || besideNumber(&each.Claim) && !v.oneNoun(each, amount) || money(&amount.Claim) || many.Claim.Unit != "" {
		return Finding{}, false
	}
	return v.quotient(list, i, amount, many, "each")
}

// apposedEach reports whether a number for each stands right behind the amount that those told
// before it have: "The 25 schools received 400 computers, 16 each".
func (v *View) apposedEach(list []*Figure, i int) bool {
	w, here := v.inPassages(), v.before(list, i)
	if len(here) == 0 || len(here) > 2 || list[i-1] != here[len(here)-1] || !exactly(list[i].Claim) {
		return false
	}
	amount := here[len(here)-1]
	_, after := v.around(list[i])
	between, near := v.between(amount, list[i])
	noun := strings.Fields(strings.TrimSuffix(strings.TrimSpace(between), ","))
	if !near || !strings.HasSuffix(between, ", ") || len(noun) > 2 || slices.Contains(noun, "and") || slices.ContainsFunc(noun, func(word string) bool { return strings.HasSuffix(word, ",") }) || !w.eachEnd.MatchString(after) {
		return false
	}
	if len(here) == 1 {
		return w.theySubject.MatchString(v.opening(amount))
	}
	does, _ := v.between(here[0], amount)
	return !v.inPassages().otherwise.MatchString(does) && !strings.Contains(does, " and ")
}

// toldPlainly reports whether a number is told plainly, or as about so many.
func toldPlainly(f *Figure) bool {
	c := f.Claim
	return c.Value != nil && c.Value.Sign() > 0 && c.Relative == nil && (c.Qualifier == claims.Exact || c.Qualifier == claims.About)
}

// mostApart is how many times as large as it should be an average may be told and still be
// thought a mistake, rather than an average of something else.
const mostApart = 12

// beyondMistake reports whether an average is told so far from what it should be.
func beyondMistake(is, told interval.Number) bool {
	far := interval.Int(mostApart)
	return is.Cmp(told.Mul(far)) > 0 || is.Mul(far).Cmp(told) < 0
}

// quotient makes the finding of an average that is not what two numbers make, nor any two of
// its passage.
func (v *View) quotient(list []*Figure, i int, amount, many *Figure, how string) (Finding, bool) {
	each := list[i]
	if explainedRatio(widened(widely(each.Claim)), append(v.passage(list, i), amount, many)) {
		return Finding{}, false
	}
	is := amount.Claim.Value.Div(*many.Claim.Value)
	if beyondMistake(is, *each.Claim.Value) {
		return Finding{}, false
	}
	sentence := fmt.Sprintf("%s for %s are %s %s, not %s", beside(amount.Claim), beside(many.Claim), inWordsOf(is, each.Claim), how, lowered(each.Claim.Number.Exact))
	if how == "" {
		sentence = fmt.Sprintf("%s for %s are one for every %s, not %s", beside(many.Claim), beside(amount.Claim), inWordsOf(is, each.Claim), lowered(each.Claim.Number.Exact))
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(amount, many, each), Sentence: fmt.Sprintf("In %s, %s.", v.named(each.Document), sentence)}, true
}

// passageOneFor sets "one for every 200" against the number of the one and of the other: "The
// town has 1,250 officers. With 250,000 people, that is one for every 200".
func (v *View) passageOneFor(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	w := v.inPassages()
	opening := v.opening(each)
	at := w.oneFor.FindStringIndex(opening)
	apposed := w.oneThingFor.FindStringSubmatch(opening)
	if at == nil && apposed == nil || !toldPlainly(each) || each.Claim.Unit != "" || apposed == nil && !w.comesOut.MatchString(opening[:at[0]]) {
		return Finding{}, false
	}
	here := slices.DeleteFunc(v.before(list, i), func(f *Figure) bool { return f.Claim.Value.Equal(interval.Int(1)) })
	if len(here) == 1 {
		here = append(v.back(list, i, 1), here...)
	}
	if len(here) != 2 || here[0].Claim.Unit != "" || here[1].Claim.Unit != "" {
		return Finding{}, false
	}
	few, many := here[0], here[1]
	if few.Claim.Value.Cmp(*many.Claim.Value) > 0 {
		few, many = many, few
	}
	if apposed != nil && (!v.countsAs(few, apposed[1]) || !besideNumber(&many.Claim) || !v.oneNoun(many, each)) {
		return Finding{}, false // "45 beds for 180 patients, one bed for four patients"
	}
	if !besideNumber(&few.Claim) && !besideNumber(&many.Claim) || besideNumber(&few.Claim) && besideNumber(&many.Claim) && v.oneNoun(few, many) {
		return Finding{}, false
	}
	things := v.Comparer.things
	if besideNumber(&each.Claim) && besideNumber(&many.Claim) && !v.oneNoun(each, many) && !(things.People(each.Claim.Counted) && things.People(many.Claim.Counted)) {
		return Finding{}, false
	}
	return v.quotient(list, i, many, few, "")
}

// passageAtEvery sets "six at every station" against how many there are and how many stations:
// "There are 9,400 stations. The number of officials is 56,400, six at every station".
func (v *View) passageAtEvery(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	if i == 0 || !exactly(each.Claim) || each.Claim.Unit != "" || each.Claim.Per != "" {
		return Finding{}, false
	}
	_, after := v.around(each)
	found := v.inPassages().atEvery.FindStringSubmatch(after + ".")
	if found == nil || slices.Contains([]string{"day", "week", "month", "year", "hour", "night", "shift"}, found[1]) {
		return Finding{}, false
	}
	all := list[i-1]
	between, near := v.between(all, each)
	if !near || len(plain([]*Figure{all})) == 0 || !exactly(all.Claim) || all.Claim.Unit != "" || !v.nearly().or.MatchString(between) && strings.TrimSpace(between) != "," && !v.inPassages().timesAfter.MatchString(between) || len(between) > nearEnough {
		return Finding{}, false
	}
	told := slices.DeleteFunc(v.before(list, i), func(f *Figure) bool { return f == all })
	if len(told) == 0 {
		told = v.back(list, i, 1)
	}
	if len(told) != 1 || !v.countsAs(told[0], found[1]) || v.countsAs(all, found[1]) || told[0].Claim.Value.Cmp(*all.Claim.Value) >= 0 || !exactly(told[0].Claim) {
		return Finding{}, false
	}
	half := interval.Frac(1, 2)
	if is := all.Claim.Value.Div(*told[0].Claim.Value); interval.Between(each.Claim.Value.Sub(half), each.Claim.Value.Add(half)).Contains(is) {
		return Finding{}, false
	}
	return v.quotient(list, i, all, told[0], "at every "+found[1])
}

// passageUnits sets a number against so many of so many each: "Four teams of 12 divers each
// searched. In all, 48 divers took part".
func (v *View) passageUnits(list []*Figure, i int) (Finding, bool) {
	all, w := list[i], v.inPassages()
	if !exactly(all.Claim) || all.Claim.Unit != "" || all.Claim.Per != "" || !v.saysAll(all) {
		return Finding{}, false
	}
	told := v.before(list, i)
	if len(told) == 0 {
		told = v.back(list, i, 1)
	}
	if _, after := v.around(all); v.inPassages().andOthers.MatchString(after) {
		return Finding{}, false // "700 soldiers and sailors"
	}
	if len(told) == 1 && w.eachDid.MatchString(v.opening(told[0])) && besideNumber(&told[0].Claim) {
		if told = append(v.back(list, i, 1), told...); len(told) == 2 && exactly(told[0].Claim) && besideNumber(&told[0].Claim) && told[0].Claim.Unit+told[1].Claim.Unit == "" && exactly(told[1].Claim) && !v.oneNoun(told[0], told[1]) && v.sameNoun(told[1].Claim, all.Claim) {
			return v.timesEach(told[0], told[1], all) // "There are 12 villages. Each received 40 tents, 480 in all"
		}
		return Finding{}, false
	}
	if len(told) != 2 || !exactly(told[0].Claim) || !exactly(told[1].Claim) || told[1].Claim.Unit != "" || all.Claim.Counted == "" || !v.oneNoun(told[1], all) {
		return Finding{}, false
	}
	between, near := v.between(told[0], told[1])
	of := v.inPassages().eachOf.MatchString(v.opening(told[0])) && !v.inPassages().otherwise.MatchString(between) || w.eachGets.MatchString(between) || w.gets.MatchString(between) && w.each.MatchString(v.after40(told[1]))
	if !near || !of && (!v.inPassages().unitsEach.MatchString(between) || !strings.Contains(between, "each") && !v.inPassages().each.MatchString(v.after40(told[1]))) {
		return Finding{}, false
	}
	return v.timesEach(told[0], told[1], all)
}

// timesEach makes the finding of a number that is not so many times so many.
func (v *View) timesEach(many, each, all *Figure) (Finding, bool) {
	makes := many.Claim.Value.Mul(*each.Claim.Value)
	if all.Claim.Value.Equal(makes) || all.Claim.Value.Cmp(*each.Claim.Value) <= 0 || !interval.Meet(widened(widely(all.Claim)), interval.Point(makes)).Empty() && place(*all.Claim.Value).Cmp(interval.Int(coarsest)) >= 0 {
		return Finding{}, false
	}
	is := interval.Point(makes)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(many, each, all),
		Sentence: fmt.Sprintf("In %s, %s times %s make %s, not %s.", v.named(all.Document), lowered(many.Claim.Number.Exact), lowered(each.Claim.Number.Exact), makes.Grouped(0), lowered(all.Claim.Number.Exact))}, true
}

// saysAll reports whether a number is told as all there are: "In all, 48 divers", ", or 48 in all".
func (v *View) saysAll(f *Figure) bool {
	opening := v.opening(f)
	all := v.inPassages().inAll
	at := all.FindStringIndex(opening)
	if at != nil && at[0] == 0 && len(opening) < nearEnough {
		return true
	}
	_, after := v.around(f)
	return (makings.MatchString(opening) || strings.HasSuffix(opening, ", ") && allEnd.MatchString(after+".") || v.nearly().makes.MatchString(opening)) && all.MatchString(after[:min(len(after), nearEnough)])
}

var allEnd = newPattern(`(?i)^(?: [a-z]+)? (?:in all|altogether|in total|all told)\s*[.;)]`)

// passageDays sets a number against so many a day for so many days of the sentence before: "It
// handed out 75 parcels a day over 12 days. In all, 900 parcels were given".
func (v *View) passageDays(list []*Figure, i int) (Finding, bool) {
	all := list[i]
	if !exactly(all.Claim) || all.Claim.Per != "" || !v.saysAll(all) && !v.inPassages().thatComes.MatchString(v.opening(all)) || len(v.before(list, i)) > 0 || len(v.back(list, i, 1)) > 0 {
		return Finding{}, false
	}
	var rate, time *Figure
	for _, f := range append(v.sentenceOf(list, i, -1), v.sentenceOf(list, i, 0)...) {
		switch {
		case f.Claim.Number.Start >= all.Claim.Number.Start:
		case isRate(f.Claim) && rate == nil:
			rate = f
		case isTime(f.Claim) && time == nil:
			time = f
		default:
			return Finding{}, false
		}
	}
	if rate == nil || !besideNumber(&all.Claim) || rate.Claim.Unit != all.Claim.Unit || !v.oneNoun(rate, all) || !toldPlainly(rate) {
		return Finding{}, false
	}
	if time == nil { // days that are no figure
		long, ok := v.lengthIn(v.sentenceTextBefore(all), rate.Claim.Per)
		if !ok {
			return Finding{}, false
		}
		time = unlisted(claims.Figure{Value: &long, Qualifier: claims.Exact, Unit: rate.Claim.Per, Number: claims.Span{Exact: long.Grouped(0)}})
	}
	return v.multiplied(rate, time, all)
}
