package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// nearSum sets a sum against the numbers of the sentence before: "Tolm lost 34 houses and
// Upper Arra 27. That makes 71 homes".
func (v *View) nearSum(list []*Figure, i int) (Finding, bool) {
	sum := list[i]
	if sum.Claim.Value == nil || !exactly(sum.Claim) || sum.Claim.Per != "" {
		return Finding{}, false
	}
	begin, _ := v.sentenceAround(sum)
	if !v.nearly().makes.MatchString(strings.TrimLeft(v.home(sum).part(begin, sum.Claim.Number.Start), " \n")) {
		return Finding{}, false
	}
	if v.nearly().fromBefore.MatchString(v.sentenceText(sum)) {
		return Finding{}, false // it adds to what was before
	}
	parts := plain(v.sentenceOf(list, i, -1))
	if len(parts) < 2 || len(parts) > 6 {
		return Finding{}, false
	}
	makes := interval.Int(0)
	for _, p := range parts {
		if p.Claim.Unit != sum.Claim.Unit || !exactly(p.Claim) || p.Claim.Counted != parts[0].Claim.Counted && !v.sameNoun(p.Claim, parts[0].Claim) {
			return Finding{}, false
		}
		makes = makes.Add(*p.Claim.Value)
	}
	if !v.sameNoun(parts[0].Claim, sum.Claim) || sum.Claim.Value.Cmp(*parts[0].Claim.Value) <= 0 || subsetMakes(parts, *sum.Claim.Value) || !maySlip(makes, *sum.Claim.Value) {
		return Finding{}, false
	}
	if len(parts) == 2 && makes.Cmp(*sum.Claim.Value) > 0 && v.bothToldOf(parts[0], parts[1], makes.Sub(*sum.Claim.Value)) {
		return Finding{}, false // counted once
	}
	var terms []string
	for _, p := range parts {
		terms = append(terms, term(p.Claim))
	}
	is := interval.Point(makes)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append(parts, sum)...),
		Sentence: fmt.Sprintf("In %s, %s make %s, not %s.", v.named(sum.Document), strings.Join(terms, " + "), sumName(is, parts[0].Claim), lowered(sum.Claim.Number.Exact))}, true
}

// nearTotal sets a total at the end of a sentence against the parts before it: "80 guards and
// 25 drivers, a total of 125".
func (v *View) nearTotal(list []*Figure, i int) (Finding, bool) {
	sum := list[i]
	inThree := v.nearly().inThree.FindStringSubmatch(v.after40(sum)) // "so 710 in three weeks"
	if !exactly(sum.Claim) || sum.Claim.Per != "" || !v.nearly().totals.MatchString(v.sentenceBefore(sum)+" ") && !(strings.HasSuffix(v.sentenceBefore(sum), ", so") && inThree != nil) {
		return Finding{}, false
	}
	if slices.ContainsFunc(v.lists(), func(told partList) bool { return told.total == sum && len(told.summands) > 1 }) {
		return Finding{}, false // the rule on balance has it
	}
	var parts []*Figure
	for _, p := range plain(v.sentenceOf(list, i, 0)) {
		if p.Claim.Number.End >= sum.Claim.Number.Start {
			break
		}
		if !exactly(p.Claim) || p.Claim.Unit != sum.Claim.Unit {
			return Finding{}, false
		}
		parts = append(parts, p)
	}
	if inThree != nil && wordNumber(inThree[1]) != len(parts) {
		return Finding{}, false
	}
	if len(parts) < 2 || len(parts) > 7 || subsetMakes(parts, *sum.Claim.Value) || sum.Claim.Value.Cmp(*parts[0].Claim.Value) <= 0 || !maySlip(sumOf(parts), *sum.Claim.Value) {
		return Finding{}, false
	}
	if besideNumber(&sum.Claim) && slices.ContainsFunc(parts, func(p *Figure) bool { return besideNumber(&p.Claim) && !v.sameNoun(p.Claim, sum.Claim) }) {
		return Finding{}, false // "of 132 towns 87 applied, for a total of 14,200 flats"
	}
	var terms []string
	for _, p := range parts {
		terms = append(terms, term(p.Claim))
	}
	is := interval.Point(sumOf(parts))
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append(parts, sum)...),
		Sentence: fmt.Sprintf("In %s, %s make %s, not %s.", v.named(sum.Document), strings.Join(terms, " + "), sumName(is, parts[0].Claim), lowered(sum.Claim.Number.Exact))}, true
}

// maySlip reports whether a sum is near enough to what its parts make to be of them alone: what
// is out by more than half takes in what was told before.
func maySlip(makes, told interval.Number) bool {
	return makes.Mul(interval.Int(2)).Cmp(told) > 0 && told.Mul(interval.Int(2)).Cmp(makes) > 0
}

// subsetMakes reports whether some of the numbers make a sum.
func subsetMakes(parts []*Figure, sum interval.Number) bool {
	for chosen := 1; chosen < 1<<len(parts); chosen++ {
		total := interval.Int(0)
		for i, p := range parts {
			if chosen&(1<<i) != 0 {
				total = total.Add(*p.Claim.Value)
			}
		}
		if total.Equal(sum) {
			return true
		}
	}
	return false
}

// nearHead sets an amount a head against the amount and the number of heads of its sentence
// and the one before: "It cost 21.6 million. Spread over the 38,640 residents, that is about
// 790 a head".
func (v *View) nearHead(list []*Figure, i int) (Finding, bool) {
	each := list[i]
	if each.Claim.Value == nil || each.Claim.Per != "" || each.Claim.Relative != nil || each.Claim.Value.Sign() <= 0 || each.Claim.Qualifier != "exact" && each.Claim.Qualifier != "about" {
		return Finding{}, false
	}
	after := v.after40(each)
	if cut := strings.Fields(after); len(cut) > 0 && each.Claim.Quote.End > each.Claim.Number.End { // the currency stands between
		after = strings.ToLower(v.home(each).part(each.Claim.Quote.End, each.Claim.Quote.End+40))
	}
	_, one, priced := strings.Cut(each.Claim.Unit, " per ") // "euro per head"
	if found := v.nearly().perHead.FindStringSubmatch(after); found != nil {
		one = found[1] + found[2]
	} else if !priced {
		return Finding{}, false
	}
	if first, _, _ := strings.Cut(after, "."); holds(first, []string{" day", " week", " month", " year", " hour"}) || strings.Contains(one, " and ") || !v.nearly().quotient.MatchString(v.sentenceBefore(each)+" ") {
		return Finding{}, false // for a time, too, or not told as worked out
	}
	near := plain(v.sentenceOf(list, i, 0))
	all, heads, _ := v.allAndHeads(near, each, one, priced)
	if all == nil || heads == nil {
		near = plain(append(v.sentenceOf(list, i, -1), v.sentenceOf(list, i, 0)...))
		several := false
		if all, heads, several = v.allAndHeads(near, each, one, priced); all == nil && !several {
			all = v.subjectsAmount(list, i)
		}
	}
	if all == nil || heads == nil || v.ofOtherThing(list, all, headOf(heads)) {
		return Finding{}, false
	}
	ratio := interval.Ratio(slack(all.Claim), slack(heads.Claim))
	if !interval.Meet(widened(widely(each.Claim)), ratio).Empty() {
		return Finding{}, false
	}
	for _, f := range near { // heads told without their noun may be meant
		if f != heads && f.Claim.Unit == "" && f.Claim.Value.Sign() > 0 && !interval.Meet(widened(widely(each.Claim)), interval.Ratio(slack(all.Claim), slack(f.Claim))).Empty() {
			return Finding{}, false
		}
	}
	is := all.Claim.Value.Div(*heads.Claim.Value)
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(all, heads, each),
		Sentence: fmt.Sprintf("In %s, %s for %s are %s each, not %s.", v.named(each.Document), beside(all.Claim), beside(heads.Claim), is.Grouped(decimals(is)), lowered(each.Claim.Number.Exact))}, true
}

// mayBePeople reports whether a figure counts people, or what is not known to be none.
func (v *View) mayBePeople(f *Figure) bool {
	things := v.Comparer.things
	return things.People(f.Claim.Counted) || !things.Known(origins.Head(f.Claim.Counted))
}

// allAndHeads returns the one amount and the one number of heads, of some numbers, that an amount
// a head may be worked out of; nil where there is none, or several.
func (v *View) allAndHeads(near []*Figure, each *Figure, one string, priced bool) (all, heads *Figure, several bool) {
	for _, f := range near {
		switch {
		case f == each || f.Claim.Number.Start > each.Claim.Number.Start:
		case (f.Claim.Unit == each.Claim.Unit && (f.Claim.Counted == each.Claim.Counted || claims.Money(f.Claim.Unit)) || priced) && (money(&f.Claim) || f.Claim.Unit != "" && !isTime(f.Claim)) && f.Claim.Value.Cmp(*each.Claim.Value) > 0:
			if all != nil {
				return nil, nil, true
			}
			all = f
		case f.Claim.Unit == "" && besideNumber(&f.Claim) && !money(&f.Claim) && boundSide(f.Claim.Qualifier) == 0 && f.Claim.Value.Cmp(interval.Int(10)) > 0 && (one == "" && v.sameSentence(f, each) || (one == "" || one == "head" || one == "person") && v.mayBePeople(f) || origins.Head(f.Claim.Counted) == origins.Head(one)):
			if heads != nil {
				return nil, nil, true
			}
			heads = f
		}
	}
	return all, heads, false
}

// subjectsAmount returns the one amount told before of what the sentence before begins with, where
// figure i is told of it as "they" or "it": "Wages weigh most. Spread over ..., they come to".
func (v *View) subjectsAmount(list []*Figure, i int) *Figure {
	if v.nearly().itOrThey.FindStringIndex(v.sentenceBefore(list[i])+" ") == nil {
		return nil
	}
	words := strings.Fields(strings.ToLower(v.sentenceTextBefore(list[i])))
	if len(words) == 0 || len(words[0]) < 4 {
		return nil
	}
	var found *Figure
	for _, f := range list[:i] {
		if before := strings.ToLower(v.sentenceBefore(f)); f.Claim.Value == nil || !strings.Contains(f.Claim.Number.Exact, "illion") && !money(&f.Claim) || !strings.HasSuffix(before, words[0]+" of") && !strings.HasSuffix(before, words[0]) {
			continue
		}
		if found != nil {
			return nil
		}
		found = f
	}
	return found
}

// nearProduct sets "48 buses with 50 seats each, so that 3,400 people can travel" against
// what the two numbers make.
func (v *View) nearProduct(list []*Figure, i int) (Finding, bool) {
	if i < 2 {
		return Finding{}, false
	}
	many, each, all := list[i-2], list[i-1], list[i]
	first, near := v.wordsBetween(many, each)
	second, close := v.wordsBetween(each, all)
	if !near || !close || len(plain([]*Figure{many, each, all})) != 3 || many.Claim.Unit+each.Claim.Unit+all.Claim.Unit != "" ||
		!strings.HasSuffix(first, " with ") && !strings.HasSuffix(first, " of ") && !strings.HasSuffix(first, " for ") {
		return Finding{}, false
	}
	_, noun, _ := strings.Cut(second, " ")
	if at := strings.Index(second, " each"); at < 0 || !v.nearly().soThat.MatchString(second[at:]) || noun == "" {
		return Finding{}, false
	}
	makes := many.Claim.Value.Mul(*each.Claim.Value)
	if !interval.Meet(widened(widely(all.Claim)), interval.Product(slack(many.Claim), slack(each.Claim))).Empty() {
		return Finding{}, false
	}
	is := interval.Point(makes)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(many, each, all),
		Sentence: fmt.Sprintf("In %s, %s times %s make %s, not %s.", v.named(all.Document), lowered(many.Claim.Number.Exact), lowered(each.Claim.Number.Exact), makes.Grouped(0), lowered(all.Claim.Number.Exact))}, true
}

// nearRest sets "the remaining 150" against a total and the parts told before it: "Of the 600
// complaints, 300 concerned …, 200 …, while the remaining 150".
func (v *View) nearRest(list []*Figure, i int) (Finding, bool) {
	rest := list[i]
	if !exactly(rest.Claim) || rest.Claim.Per != "" || !v.nearly().rest.MatchString(v.sentenceBefore(rest)+" ") {
		return Finding{}, false
	}
	var parts []*Figure
	for _, f := range plain(v.sentenceOf(list, i, 0)) {
		if f.Claim.Number.End < rest.Claim.Number.Start {
			parts = append(parts, f)
		}
	}
	first := v.sentenceBefore(list[slices.Index(list, append(parts, rest)[0])])
	var total *Figure
	switch before := plain(v.sentenceOf(list, i, -1)); {
	case v.nearly().ofThese.MatchString(first+" ") && len(parts) > 1 && !besideNumber(&parts[0].Claim) && !strings.HasSuffix(first, ","):
		if len(before) != 1 { // "Of these 1,240 slowed down"
			return Finding{}, false
		}
		total = before[0]
	case v.nearly().outOf.MatchString(first) && len(parts) > 1:
		total, parts = parts[0], parts[1:] // "Of the 600 complaints, …"
	case v.nearly().ofThese.MatchString(first+" ") && len(before) == 1:
		total = before[0]
	default:
		return Finding{}, false
	}
	if len(parts) == 0 || !exactly(total.Claim) || total.Claim.Unit != rest.Claim.Unit || slices.ContainsFunc(parts, func(p *Figure) bool { return !exactly(p.Claim) || p.Claim.Unit != rest.Claim.Unit }) {
		return Finding{}, false
	}
	sum := sumOf(parts)
	if left := total.Claim.Value.Sub(sum); left.Equal(*rest.Claim.Value) || left.Sign() <= 0 || subsetMakes(append(parts, total), *rest.Claim.Value) {
		return Finding{}, false
	} else {
		is := interval.Point(left)
		return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append(append([]*Figure{total}, parts...), rest)...),
			Sentence: fmt.Sprintf("In %s, of %s the parts before leave %s, not %s.", v.named(rest.Document), beside(total.Claim), sumName(is, total.Claim), lowered(rest.Claim.Number.Exact))}, true
	}
}
