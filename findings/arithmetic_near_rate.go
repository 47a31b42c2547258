package findings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// nearAverage sets an average against the amount and the length of time of its sentence,
// or, where it is worked out of the sentence before, of both: "in its first seven days it
// delivered 655 tonnes, or about 131 tonnes a day"; "It made 412 flights. That comes to 40
// a day over the eight days".
func (v *View) nearAverage(list []*Figure, i int) (Finding, bool) {
	rate := list[i]
	if !isRate(rate.Claim) || !slices.Contains([]string{"day", "week", "month"}, rate.Claim.Per) || rate.Claim.Qualifier != "exact" && rate.Claim.Qualifier != "about" {
		return Finding{}, false
	}
	begin, _ := v.sentenceAround(rate)
	before := v.home(rate).part(begin, rate.Claim.Number.Start)
	near, told := v.sentenceOf(list, i, 0), before
	switch {
	case v.nearly().against.MatchString(before) || v.nearly().ofPart.MatchString(v.after40(rate)):
		return Finding{}, false
	case v.nearly().comesTo.MatchString(before):
		near, told = v.sentenceOf(list, i, -1), v.sentenceTextBefore(rate)+v.sentenceText(rate)
		if v.nearly().apart.MatchString(told) {
			return Finding{}, false
		}
	case v.inPassages().onAverage.MatchString(v.after40(rate)) && v.inPassages().comma.MatchString(before):
		told = v.sentenceText(rate)
	case !v.nearly().average.MatchString(before) && !strings.HasPrefix(rate.Claim.Number.Exact, "an average of"):
		return Finding{}, false
	}
	var amount *Figure
	units := interval.Int(1)
	for _, f := range near {
		held, alike := unitsIn(f.Claim.Unit, rate.Claim.Unit)
		if f.Claim.Number.End < rate.Claim.Number.Start && alike && amountTold(f) && v.sameNoun(f.Claim, rate.Claim) {
			if amount != nil {
				return Finding{}, false
			}
			amount, units = f, held
		}
	}
	long, ok := v.lengthIn(told, rate.Claim.Per)
	if amount == nil || !ok || amount.Claim.Value.Mul(units).Cmp(*rate.Claim.Value) <= 0 {
		return Finding{}, false
	}
	if v.fitsAnother(amount, rate) || v.ofOtherStretch(amount, rate) {
		return Finding{}, false
	}
	is := amount.Claim.Value.Mul(units).Div(long)
	if !interval.Meet(widened(widely(rate.Claim)), interval.Scale(slack(amount.Claim), units.Div(long))).Empty() {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(amount, rate),
		Sentence: fmt.Sprintf("In %s, %s in %s %ss are %s a %s, not %s.", v.named(rate.Document), beside(amount.Claim), long.Grouped(0), rate.Claim.Per,
			inWordsOf(is, rate.Claim), rate.Claim.Per, lowered(rate.Claim.Number.Exact))}, true
}

// amountTold reports whether a figure tells how much there is, or by how much it changed.
func amountTold(f *Figure) bool {
	c := f.Claim
	c.Direction = ""
	return !f.Headline && len(plain([]*Figure{unlisted(c)})) == 1
}

// unitsIn is how many of a smaller unit one of a larger has: 100 centimetres in a metre; false
// where they measure different things.
func unitsIn(large, small string) (interval.Number, bool) {
	if large == small {
		return interval.Int(1), true
	}
	for _, known := range []struct {
		large, small string
		n            int64
	}{{"metre", "centimetre", 100}, {"kilometre", "metre", 1000}, {"centimetre", "millimetre", 10}, {"metric ton", "kilogram", 1000}, {"square kilometre", "hectare", 100}, {"cubic metre", "litre", 1000}} {
		if known.large == large && known.small == small {
			return interval.Int(known.n), true
		}
	}
	return interval.Number{}, false
}

// fitsAnother reports whether a rate is what a count comes to by some other number of its
// sentence, as "in the 32 school days".
func (v *View) fitsAnother(count, rate *Figure) bool {
	if count.Claim.Value == nil || rate.Claim.Value == nil {
		return false
	}
	return slices.ContainsFunc(v.inSentence(count), func(f *Figure) bool {
		n := f.Claim.Value
		return f != count && f != rate && n != nil && n.Cmp(interval.Int(1)) > 0 && f.Claim.Per == "" && f.Claim.Relative == nil &&
			!interval.Meet(widely(rate.Claim), interval.Ratio(slack(count.Claim), interval.Point(*n))).Empty()
	})
}

// nearPerThing sets a measured average for each of what its sentence counts against the amount
// and the count of that sentence: "36,000 litres for 3,000 households, an average of 12 litres
// per household".
func (v *View) nearPerThing(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	unit, one := v.perThing(each)
	if one == "" || each.Claim.Per != "" || each.Claim.Value == nil || each.Claim.Qualifier != claims.Exact && each.Claim.Qualifier != claims.About {
		return Finding{}, false
	}
	before, _ := v.around(each)
	if !v.nearly().average.MatchString(before) && !strings.HasPrefix(each.Claim.Number.Exact, "an average of") || v.nearly().against.MatchString(before) {
		return Finding{}, false
	}
	things := v.Comparer.things
	var amount, many *Figure
	for _, f := range plain(v.sentenceOf(list, i, 0)) {
		head := origins.Head(f.Claim.Counted)
		switch {
		case f.Claim.Number.Start >= each.Claim.Number.Start:
		case many == nil && (f.Claim.Unit == "" && (head == origins.Head(one) || things.People(one) && things.People(f.Claim.Counted)) || f.Claim.Unit == one):
			many = f
		case amount == nil && f.Claim.Unit == unit && (unit != "" || head == origins.Head(each.Claim.Counted)):
			amount = f
		case f.Claim.Unit == unit || f.Claim.Unit == "":
			return Finding{}, false // several
		}
	}
	if amount == nil || many == nil {
		return Finding{}, false
	}
	is := amount.Claim.Value.Div(*many.Claim.Value)
	if !interval.Meet(widened(widely(each.Claim)), interval.Ratio(slack(amount.Claim), slack(many.Claim))).Empty() {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(amount, many, each),
		Sentence: fmt.Sprintf("In %s, %s for %s are %s per %s, not %s.", v.named(each.Document), beside(amount.Claim), beside(many.Claim), inWordsOf(is, each.Claim), one, lowered(each.Claim.Number.Exact))}, true
}

// perThing returns the unit of a number told for each of something, and that thing: "litres per
// household", "75 sacks per village"; "" for none.
func (v *View) perThing(f *Figure) (unit, one string) {
	if unit, one, ok := strings.Cut(" "+f.Claim.Unit, " per "); ok {
		return strings.TrimSpace(unit), one
	}
	if one, ok := strings.CutPrefix(f.Claim.Unit, "per "); ok && f.Claim.Counted != "" {
		return "", one
	}
	_, after := v.around(f)
	words := strings.Fields(after)
	if at := slices.Index(words[:min(len(words), 4)], "per"); f.Claim.Unit == "" && at >= 0 && at+1 < len(words) && !(at+2 < len(words) && slices.Contains([]string{"a", "per", "each", "every"}, words[at+2])) {
		return "", strings.TrimRight(words[at+1], ",;:.)")
	}
	return "", ""
}

// inWordsOf writes a number worked out as a figure tells its own: "19.5 million".
func inWordsOf(n interval.Number, like claims.Figure) string {
	if strings.Contains(like.Number.Exact, "illion") {
		return sumName(interval.Point(n), like)
	}
	return n.Grouped(decimals(n))
}

// decimals is how many places of a number worked out are worth writing.
func decimals(n interval.Number) int {
	if n.Cmp(interval.Int(20)) < 0 {
		return 1
	}
	return 0
}

// widened is an interval with a twentieth more at either end: who works out an average
// rounds it.
func widened(i interval.Interval) interval.Interval {
	if !i.Min.Bounded || !i.Max.Bounded {
		return i
	}
	return interval.Between(i.Min.Value.Mul(interval.Frac(95, 100)), i.Max.Value.Mul(interval.Frac(105, 100)))
}

// lengthIn returns the one length of time in a unit that a stretch of words tells.
func (v *View) lengthIn(words, unit string) (interval.Number, bool) {
	found := v.nearly().long.FindAllStringSubmatch(words, -1)
	if len(found) != 1 || strings.ToLower(found[0][2]) != unit {
		return interval.Number{}, false
	}
	if n, err := strconv.ParseInt(found[0][1], 10, 64); err == nil {
		return interval.Int(n), n > 1
	}
	n := slices.Index([]string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}, strings.ToLower(found[0][1]))
	return interval.Int(int64(n)), n > 1
}

// nearEvery sets "about two for every one of the 1,912 polling places" against the number
// of its sentence that it is told of.
func (v *View) nearEvery(list []*Figure, i int) (Finding, bool) {
	if i == 0 || i+1 >= len(list) {
		return Finding{}, false
	}
	each, base := list[i], list[i+1]
	between, near := v.wordsBetween(each, base)
	if !near || each.Claim.Unit+base.Claim.Unit != "" || each.Claim.Value == nil || base.Claim.Value == nil || each.Claim.Value.Cmp(interval.Int(50)) > 0 || !v.nearly().forEvery.MatchString(between) || base.Claim.Value.Cmp(interval.Int(leastTold)) < 0 {
		return Finding{}, false
	}
	var all *Figure
	for _, f := range plain(v.sentenceOf(list, i, 0)) {
		if f.Claim.Number.End < each.Claim.Number.Start && f.Claim.Unit == "" {
			if all != nil {
				return Finding{}, false
			}
			all = f
		}
	}
	if all == nil {
		return Finding{}, false
	}
	is := all.Claim.Value.Div(*base.Claim.Value)
	half := interval.Frac(1, 2)
	if interval.Between(each.Claim.Value.Sub(half), each.Claim.Value.Add(half)).Contains(is) {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(all, each, base),
		Sentence: fmt.Sprintf("In %s, %s for %s are %s for every one, not %s.", v.named(all.Document), beside(all.Claim), beside(base.Claim), is.Grouped(1), lowered(each.Claim.Number.Exact))}, true
}

// nearPace sets a multiple against a rate told behind it, "when there were 106 a day", and
// the rate of the same before it.
func (v *View) nearPace(list []*Figure, i int) (Finding, bool) {
	if i == 0 || i+1 >= len(list) || list[i].Claim.Relative == nil {
		return Finding{}, false
	}
	times, base := list[i], list[i+1]
	between, near := v.wordsBetween(times, base)
	if !near || strings.ContainsAny(between, "\n;") || strings.Contains(between, ". ") || !v.nearly().when.MatchString(between) || !isRate(base.Claim) || base.Claim.Value.Sign() <= 0 {
		return Finding{}, false
	}
	var now *Figure
	rates := v.paragraphBefore(list, i)
	for _, f := range rates {
		if f.Claim.Number.End > times.Claim.Number.Start || !isRate(f.Claim) || f.Claim.Per != base.Claim.Per || f.Claim.Unit != base.Claim.Unit {
			continue
		}
		if interval.Meet(loosely(times.Claim.Relative.Factor), interval.Ratio(slack(f.Claim), slack(base.Claim))).Empty() {
			if now == nil {
				now = f
			}
			continue
		}
		return Finding{}, false
	}
	if now == nil || now.Claim.Value.Cmp(*base.Claim.Value) <= 0 {
		return Finding{}, false
	}
	for _, f := range rates { // a number without its unit may be what is meant
		if f != now && f != times && f != base && f.Claim.Value != nil && loosely(times.Claim.Relative.Factor).Contains(f.Claim.Value.Div(*base.Claim.Value)) {
			return Finding{}, false
		}
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(now, times, base),
		Sentence: fmt.Sprintf("In %s, %s against %s is %s times as many, not %s.", v.named(now.Document), beside(now.Claim), beside(base.Claim),
			now.Claim.Value.Div(*base.Claim.Value).Grouped(2), quoted(times.Claim.Number.Exact))}, true
}
