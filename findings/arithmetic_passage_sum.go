package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// passageSum sets a sum against the numbers of the sentence before, where it is told as that
// of all of them: "Between them the three gave 97 million", "The total of 35.7 million".
func (v *View) passageSum(list []*Figure, i int) (Finding, bool) {
	sum := list[i]
	w := v.inPassages()
	if sum.Claim.Per != "" || sum.Claim.Qualifier != claims.Exact || sum.Claim.Value == nil || sum.Claim.Relative != nil || isShare(sum.Claim) {
		return Finding{}, false
	}
	opening := v.opening(sum)
	found := w.together.FindStringSubmatch(opening)
	total := w.totalOf.MatchString(opening)
	if found == nil && !total || v.nearly().fromBefore.MatchString(v.sentenceText(sum)) || w.addsMore.MatchString(v.sentenceText(sum)) || total && !besideNumber(&sum.Claim) && !strings.Contains(sum.Claim.Number.Exact, "illion") {
		return Finding{}, false
	}
	parts := v.back(list, i, 1)
	if len(parts) < 2 || len(parts) > 7 {
		return Finding{}, false
	}
	if found != nil {
		count := strings.Fields(countIn(opening))
		if len(count) > 0 && wordNumber(count[0]) != len(parts) {
			return Finding{}, false // of some of them
		}
		if len(count) == 0 && !money(&sum.Claim) && !besideNumber(&sum.Claim) {
			return Finding{}, false
		}
	}
	for _, p := range parts {
		if !v.addsTo(p, parts[0], sum) {
			return Finding{}, false
		}
	}
	if !v.inRow(parts) {
		return Finding{}, false
	}
	return v.sumOff(sum, parts)
}

// inRow reports whether numbers are told one beside the other, up to the last: "14 tents, Sollen
// 22 and Orm 9", and not "14 tents, not 22".
func (v *View) inRow(parts []*Figure) bool {
	for at := range len(parts) - 1 {
		words, near := v.between(parts[at], parts[at+1])
		if !near || v.inPassages().otherwise.MatchString(words) || at == len(parts)-2 && !strings.Contains(words, " and ") || v.isReplaced(parts[at]) || v.isReplaced(parts[at+1]) {
			return false
		}
	}
	return true
}

// addsTo reports whether a number may be a part of a sum that the first of its list is one of.
func (v *View) addsTo(part, first, sum *Figure) bool {
	p, s := part.Claim, sum.Claim
	if p.Qualifier != claims.Exact || p.Value.Cmp(*s.Value) >= 0 {
		return false
	}
	millions := func(c *claims.Figure) bool {
		return money(c) || c.Unit == "" && strings.Contains(c.Number.Exact, "illion")
	}
	if p.Unit != s.Unit && (p.Unit != "" && s.Unit != "" || !millions(&p) || !millions(&s)) {
		return false // "45 million dollars and 30 million" make "75 million"
	}
	return (!besideNumber(&p) || !besideNumber(&first.Claim) || v.sameNoun(p, first.Claim)) && (!besideNumber(&p) || !besideNumber(&s) || millions(&s) && millions(&p) || v.sameNoun(p, s))
}

// countIn returns the word that says of how many a sum is: "Between them the three".
func countIn(opening string) string {
	words := strings.Fields(strings.ToLower(opening))
	for _, word := range words {
		if wordNumber(word) > 0 {
			return word
		}
	}
	return ""
}

// wordNumber returns the number that a word names, from two to ten; 0 for none.
func wordNumber(word string) int {
	if at := slices.Index(smallNumbers()[:10], word); at > 0 {
		return at + 1
	}
	return 0
}

// sumOff makes the finding of parts that do not make their total, where no part may be rounded
// away, and the total is near enough to be theirs.
func (v *View) sumOff(total *Figure, parts []*Figure) (Finding, bool) {
	makes := sumOf(parts)
	gap := makes.Sub(*total.Claim.Value)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	if gap.Mul(interval.Int(4)).Cmp(makes) > 0 || gap.Cmp(leastAmiss(total, parts)) < 0 || subsetMakes(parts, *total.Claim.Value) || makes.Cmp(*total.Claim.Value) > 0 && v.overlapping(parts) {
		return Finding{}, false
	}
	var terms []string
	for _, p := range parts {
		terms = append(terms, term(p.Claim))
	}
	is := interval.Point(makes)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append(slices.Clone(parts), total)...),
		Sentence: fmt.Sprintf("In %s, %s make %s, not %s.", v.named(total.Document), strings.Join(terms, " + "), sumName(is, total.Claim), lowered(total.Claim.Number.Exact))}, true
}

// leastAmiss is how far a sum must miss its total for rounding to be no excuse: nineteen in
// twenty of what the rounding of all the numbers at once would allow.
func leastAmiss(total *Figure, parts []*Figure) interval.Number {
	half := func(f *Figure) interval.Number {
		at := interval.Int(1)
		if f.Claim.Value.IsInt() {
			at = place(*f.Claim.Value)
		}
		if at.Equal(interval.Int(1)) && f.Claim.Value.Cmp(interval.Int(mostCounted)) < 0 {
			return interval.Int(0) // counted one by one
		}
		return at.Div(interval.Int(2))
	}
	all := half(total)
	for _, p := range parts {
		all = all.Add(half(p))
	}
	if total.Claim.Value.Cmp(interval.Int(mostSurveyed)) < 0 {
		return interval.Int(1)
	}
	return all.Mul(interval.Frac(19, 20))
}

// passageList sets the parts of a sentence that lists them all against the total of the
// sentence before: "46 machines will come in all. There are 28 flails, 12 tillers and six
// excavators", "Those hired comprise 11,800 for the country and 5,900 for the towns".
func (v *View) passageList(list []*Figure, i int) (Finding, bool) {
	w := v.inPassages()
	first := list[i]
	if first.PartOf != "" || len(plain([]*Figure{first})) == 0 {
		return Finding{}, false
	}
	lead, parts := v.before(list, i), plain(v.sentenceOf(list, i, 0))
	if total := v.namedWhole(lead, first); total != nil {
		return v.namedParts(total, parts[len(lead):])
	}
	opening := v.opening(first)
	follows := w.asFollows.MatchString(opening) && !w.someOnly.MatchString(opening)
	closed, there, these := follows || w.closedList.MatchString(opening), w.thereAre.MatchString(opening), w.ofTheseNoun.MatchString(opening)
	if !closed && !there && !these || len(lead) > 1 || len(lead) > len(parts) {
		return Finding{}, false
	}
	parts = parts[len(lead):]
	if len(lead) == 1 && !(closed && lead[0].Claim.Value.Equal(interval.Int(int64(len(parts))))) {
		return Finding{}, false // "The five districts gave as follows" of five numbers
	}
	told := v.back(list, i, 1)
	if len(told) == 0 && closed {
		told = v.lastBefore(list, i)
	}
	if len(told) > 1 { // no ceiling that it kept
		told = slices.DeleteFunc(told, func(f *Figure) bool { return f.Claim.Stage == claims.Target || boundSide(f.Claim.Qualifier) != 0 })
	}
	if len(told) != 1 || len(parts) < 2 || len(parts) > 7 || follows && len(lead) == 0 && !w.sharesOut.MatchString(opening) && !strings.Contains(strings.ToLower(opening), headOf(told[0])) {
		return Finding{}, false
	}
	total := told[0]
	last := parts[len(parts)-1]
	between, near := v.between(parts[len(parts)-2], last)
	_, after := v.around(last)
	after, _, _ = strings.Cut(after, ";")
	if !near || !strings.Contains(between, " and ") || !exactly(total.Claim) || w.openEnd.MatchString(v.stretch(first, last)) || w.openEnd.MatchString(opening) || w.openEnd.MatchString(after[:min(len(after), nearEnough)]) {
		return Finding{}, false
	}
	closes := closed || there && w.inAll.MatchString(v.sentenceText(total)) || w.noOther.MatchString(v.sentenceTextAfter(last)) || these && w.noOther.MatchString(v.sentenceText(last))
	for _, p := range parts {
		if there && (!besideNumber(&p.Claim) || v.oneNoun(p, total)) {
			return Finding{}, false // "There were 28 in May and 15 in June"
		}
		if p.PartOf != "" || !exactly(p.Claim) || p.Claim.Unit != total.Claim.Unit || p.Claim.Value.Cmp(*total.Claim.Value) >= 0 || !v.mayBePart(p, total) {
			return Finding{}, false
		}
	}
	if !closes && (there || sumOf(parts).Cmp(*total.Claim.Value) <= 0) || v.halfRead(total, parts) {
		return Finding{}, false
	}
	return v.sumOff(total, parts)
}

// namedWhole returns the number behind which its parts are named one by one: "112 buildings, namely 44
// schools".
func (v *View) namedWhole(lead []*Figure, first *Figure) *Figure {
	if len(lead) == 0 {
		return nil
	}
	total := lead[len(lead)-1]
	if between, near := v.between(total, first); !near || !v.inPassages().namely.MatchString(between) || !besideNumber(&total.Claim) || !exactly(total.Claim) {
		return nil
	}
	return total
}

// namedParts sets the parts that end a sentence against the total before them.
func (v *View) namedParts(total *Figure, parts []*Figure) (Finding, bool) {
	if len(parts) < 2 || len(parts) > 9 || slices.ContainsFunc(v.lists(), func(told partList) bool { return told.total == total && len(told.summands) > 1 }) {
		return Finding{}, false // the rule on balance has it
	}
	w, first, last := v.inPassages(), parts[0], parts[len(parts)-1]
	between, near := v.between(parts[len(parts)-2], last)
	if _, after := v.around(last); !near || !strings.Contains(between, " and ") || !w.listEnds.MatchString(after) || w.openEnd.MatchString(v.stretch(first, last)) || v.halfRead(total, parts) {
		return Finding{}, false
	}
	for _, p := range parts {
		if p.PartOf != "" && p.PartOf != total.ID || !exactly(p.Claim) || p.Claim.Unit != total.Claim.Unit || p.Claim.Value.Cmp(*total.Claim.Value) >= 0 || !v.mayBePart(p, total) {
			return Finding{}, false
		}
	}
	return v.sumOff(total, parts)
}

// tellsWhole reports whether words say that a number is the whole of which others are parts: "Of
// the 900", "900 in all", or what was to come and what has come of it: "It pledged 75. It has
// sent 48".
func (v *View) tellsWhole(total *Figure, parts []*Figure) bool {
	if v.nearly().outOf.MatchString(strings.TrimSpace(v.opening(total))) || v.inPassages().inAll.MatchString(v.sentenceText(total)) {
		return true
	}
	toCome := total.Claim.Stage == claims.Pledged || total.Claim.Stage == claims.Ordered || total.Claim.Stage == claims.Approved
	return toCome && !slices.ContainsFunc(parts, func(p *Figure) bool {
		return besideNumber(&p.Claim) || !passed(p.Claim.Stage) || v.sameSentence(p, total)
	})
}

// countsMany reports whether the noun behind a number may be one of many, and is no verb:
// "the remaining 300 guard the capital".
func (v *View) countsMany(f *Figure) bool {
	words := strings.Fields(f.Claim.Counted)
	if _, after := v.around(f); v.inPassages().doesSo.MatchString(after) {
		return false
	}
	return len(words) > 1 || len(words) == 1 && (strings.HasSuffix(words[0], "s") || v.Comparer.things.People(words[0]))
}

// mayBePart reports whether what a number counts may be of what a total counts: not people of
// machines.
func (v *View) mayBePart(part, total *Figure) bool {
	if !besideNumber(&part.Claim) || !besideNumber(&total.Claim) {
		return true
	}
	things := v.Comparer.things
	a, b := part.Claim.Counted, total.Claim.Counted
	return things.People(a) == things.People(b) || !things.Known(origins.Head(a)) || !things.Known(origins.Head(b))
}

// lastBefore returns the plain numbers of the last sentence of the paragraph before.
func (v *View) lastBefore(list []*Figure, i int) []*Figure {
	cut, at, _ := v.sentencesOf(list[i])
	for at--; at >= 0; at-- {
		if strings.TrimSpace(cut[at].text) != "" {
			return v.plainIn(list, i, cut[at].place)
		}
	}
	return nil
}

// sentenceTextAfter returns the sentence behind that of a figure in its paragraph.
func (v *View) sentenceTextAfter(f *Figure) string {
	cut, _, at := v.sentencesOf(f)
	if cut == nil || at+1 >= len(cut) || strings.HasSuffix(cut[at].text, "\n") {
		return ""
	}
	return cut[at+1].text
}

// passageDiffers sets by how much a number differs from another against both: "is now 86,
// twelve more than last week's 74".
func (v *View) passageDiffers(list []*Figure, i int) (Finding, bool) {
	by := list[i]
	if i == 0 || i+1 >= len(list) || !exactly(by.Claim) || by.Claim.Per != "" {
		return Finding{}, false
	}
	now, was := list[i-1], list[i+1]
	before, near := v.between(now, by)
	after, close := v.between(by, was)
	if !near || !close || len(plain([]*Figure{now, was})) != 2 || !exactly(now.Claim) || !exactly(was.Claim) {
		return Finding{}, false
	}
	found := v.inPassages().differsBy.FindStringSubmatch(after)
	if found == nil || !v.inPassages().timesAfter.MatchString(before) || len(v.before(list, i)) != 1 || now.Claim.Unit != was.Claim.Unit || by.Claim.Unit != was.Claim.Unit && besideNumber(&by.Claim) ||
		besideNumber(&now.Claim) && besideNumber(&was.Claim) && !v.sameNoun(now.Claim, was.Claim) || besideNumber(&now.Claim) && besideNumber(&by.Claim) && !v.sameNoun(now.Claim, by.Claim) {
		return Finding{}, false
	}
	differs := now.Claim.Value.Sub(*was.Claim.Value)
	if found[1] != "more" && found[1] != "higher" {
		differs = was.Claim.Value.Sub(*now.Claim.Value)
	}
	gap := differs.Sub(*by.Claim.Value)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	if differs.Sign() <= 0 || gap.Sign() == 0 || gap.Cmp(leastAmiss(now, []*Figure{was, by})) < 0 {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(now, by, was),
		Sentence: fmt.Sprintf("In %s, %s are %s %s than %s, not %s.", v.named(now.Document), beside(now.Claim), sumName(interval.Point(differs), by.Claim), strings.ToLower(found[1]), beside(was.Claim), lowered(by.Claim.Number.Exact))}, true
}

// passageRest sets "the remaining 90" against a total and the parts told in the sentences
// before it: "The ministry ordered 240 pumps. So far 150 have come. The remaining 90 ...".
func (v *View) passageRest(list []*Figure, i int) (Finding, bool) {
	rest := list[i]
	opening := strings.ToLower(v.opening(rest))
	if rest.PartOf != "" || !exactly(rest.Claim) || rest.Claim.Per != "" || opening != "the remaining " && opening != "the other " {
		return Finding{}, false
	}
	told := append(v.back(list, i, 2), v.back(list, i, 1)...)
	if len(told) < 2 || len(told) > 5 {
		return Finding{}, false
	}
	total, parts := told[0], told[1:]
	for _, f := range told {
		if !exactly(f.Claim) || f.Claim.Unit != rest.Claim.Unit || f != total && f.Claim.Value.Cmp(*total.Claim.Value) >= 0 || besideNumber(&f.Claim) && besideNumber(&total.Claim) && !v.oneNoun(f, total) {
			return Finding{}, false
		}
	}
	if !besideNumber(&total.Claim) || besideNumber(&rest.Claim) && !v.oneNoun(rest, total) && v.countsMany(rest) {
		return Finding{}, false
	}
	if !v.tellsWhole(total, parts) {
		return Finding{}, false // "20 are for it, compared with 14 against. The remaining 16 ..."
	}
	for chosen := 1; chosen < 1<<len(parts); chosen++ { // of some of them
		sum := interval.Int(0)
		for at, p := range parts {
			if chosen&(1<<at) != 0 {
				sum = sum.Add(*p.Claim.Value)
			}
		}
		if total.Claim.Value.Sub(sum).Equal(*rest.Claim.Value) {
			return Finding{}, false
		}
	}
	left := total.Claim.Value.Sub(sumOf(parts))
	if left.Sign() <= 0 || subsetMakes(told, *rest.Claim.Value) {
		return Finding{}, false
	}
	is := interval.Point(left)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(append(slices.Clone(told), rest)...),
		Sentence: fmt.Sprintf("In %s, of %s the parts before leave %s, not %s.", v.named(rest.Document), beside(total.Claim), sumName(is, total.Claim), lowered(rest.Claim.Number.Exact))}, true
}
