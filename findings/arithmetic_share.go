package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

var (
	ofWhole     = newPattern(`(?i)^[^,.;:()]{0,20}\bof (?:[^,.;:()]{0,24} )?$`)          // between a part or share and its whole
	inWords     = newPattern(`(?i)(?:,| –| —| \()(?: or| that is)? $|(?:,| –) or $|\($`) // before the same told otherwise
	retoldAs    = newPattern(`(?i)^(?:: | \(|, or | – | — )(?:about |some )?$`)
	makesUp     = newPattern(`(?i)^[^.;:,()]{0,30}\b(?:make|makes|made|making) up (?:about |some )?$|^[^.;:,()]{0,30}\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)) (?:about |some )?$`)
	amounts     = newPattern(`(?i)^[^.;:,()]{0,40}\b(?:are|were|is|was|equals?|corresponds? to) (?:about |some |only |just |roughly |nearly |almost )?$`)
	governed    = newPattern(`(?i)\b(?:of|for|at|in|by|to|with|from|on|per|than)(?: (?:the|its|these|those|their|all))*$`)
	ofTheAll    = newPattern(`(?i)^ of (?:(?:the|its|their|those|these|all) )*(?:(?:total|whole) of )?$`)
	afterAll    = newPattern(`,(?: (?:an? (?:[a-z]+ )?)?)$`)
	ofThem      = newPattern(`(?i)^ (?:\w+ )?of (?:them|these|those)(?:, or| \(|, that is) ?$`)
	restOf      = newPattern(`(?i)^ of (?:them|these|those|whom)(?:,| –| \(|, or|, some|, about) $`)
	apposed     = newPattern(`(?i)^(?: in all| in total| altogether| of them)?[,.;)]`)
	outOf       = newPattern(`^(?:Out of|Of)(?: (?:the|its|their|those|all))*$`)
	ofAll       = newPattern(`(?i)^(?: of (?:the total|them|all|these|those))?[,.;)]|^$`)
	endShare    = newPattern(`^\s*[.,;)]|^$`)
	nounApposed = newPattern(`^ ([a-z]+), (?:[a-z]+ed|are|were|have|had|is|was|has|will|stayed|took|came|went|got|did|lost|left)\b`)
)

// shared sets a share against the part and the whole beside it, in any of three
// orders: "a third of the 900 nurses, or 300", "300 of the 900 nurses, a third",
// "300 nurses, or a third of the 900".
func (v *View) shared(list []*Figure, i int) (Finding, bool) {
	if i+2 >= len(list) {
		return Finding{}, false
	}
	a, b, c := list[i], list[i+1], list[i+2]
	first, near := v.between(a, b)
	second, close := v.between(b, c)
	if near && isShare(b.Claim) && ofThem.MatchString(first) {
		if total := v.Figure(a.PartOf); total != nil {
			return v.shareOf(b, a, total) // "1,400 of them, or 64 percent"
		}
	}
	if words, ok := v.wordsBetween(a, b); close && ok && !strings.Contains(words, "\n") && strings.Count(words, ". ") <= 1 && isShare(b.Claim) && restOf.MatchString(second) && apposed.MatchString(v.after40(c)) {
		whole := a
		if i > 0 && a.Claim.Value != nil && c.Claim.Value != nil && a.Claim.Value.Cmp(*c.Claim.Value) < 0 {
			whole = list[i-1] // "1,150 sailors, about 75 a ship. Half of them, 575, are new"
		}
		return v.shareOf(b, c, whole) // "900 people; half of them, 450, have left"
	}
	if !near || !close {
		return Finding{}, false
	}
	switch {
	case isShare(a.Claim) && strings.HasSuffix(first, " (") && strings.HasPrefix(second, ")") && ofWhole.MatchString(second[1:]):
		return v.shareOf(a, b, c) // "44 percent (210) of the 480 boats"
	case isShare(a.Claim) && ofWhole.MatchString(first) && strings.HasSuffix(second, ", or ") && len(second) <= nearEnough:
		return v.shareOf(a, c, b)
	case isShare(a.Claim) && ofWhole.MatchString(first) && strings.HasSuffix(second, ", ") && len(second) <= nearEnough && apposed.MatchString(v.after40(c)):
		return v.shareOf(a, c, b) // "two thirds of the 120 villages, some 80, are cut off"
	case isShare(a.Claim) && ofWhole.MatchString(first) && strings.HasSuffix(second, ", ") && len(second) <= nearEnough && v.apposedThing(b, c):
		return v.shareOfAll(a, c, b) // "one in four of the 800 pupils, 200 children, stayed at home"
	case isShare(a.Claim) && retoldAs.MatchString(first) && ofWhole.MatchString(second):
		return v.shareOf(a, b, c) // "turnout was 62 percent: 3.1 million of 6 million voters"
	case isShare(b.Claim) && makesUp.MatchString(first) && ofWhole.MatchString(second):
		return v.shareOfAll(b, a, c) // "the 450 drivers make up 30 percent of the 1,000 staff"
	case isShare(b.Claim) && amounts.MatchString(first) && ofTheAll.MatchString(second) && !governed.MatchString(v.sentenceBefore(a)):
		return v.shareOfAll(b, a, c) // "the 450 drivers sent are 30 percent of the 1,000 pledged"
	case isShare(c.Claim) && outOf.MatchString(v.sentenceBefore(a)) && strings.Contains(second, ", ") && len(second) <= nearEnough && ofAll.MatchString(v.after40(c)):
		return v.shareOfAll(c, b, a) // "out of 8,000 beds, 2,000 are taken, 25 percent of the total"
	case isShare(c.Claim) && ofWhole.MatchString(first) && inWords.MatchString(second) && len(second) <= 2*nearEnough && endShare.MatchString(v.after40(c)):
		return v.shareOf(c, a, b)
	case isShare(b.Claim) && ofWhole.MatchString(second) && inWords.MatchString(first) && len(first) <= nearEnough:
		return v.shareOf(b, v.ofWhichPart(list, i), c)
	}
	return Finding{}, false
}

// apposedThing reports whether a number stands with its noun between commas, for people of whom
// a whole is told.
func (v *View) apposedThing(whole, part *Figure) bool {
	things := v.Comparer.things
	found := nounApposed.FindStringSubmatch(v.after40(part))
	return found != nil && (slices.Contains([]string{"people", "persons", "children", "men", "women"}, found[1]) && things.People(whole.Claim.Counted) || v.sameNoun(part.Claim, whole.Claim))
}

// ofWhichPart returns the number that figure i only tells more of: the residents of "7,740
// residents of the eleven villages", the shillings of "456 million shillings (3.04 million
// dollars)"; otherwise the figure itself.
func (v *View) ofWhichPart(list []*Figure, i int) *Figure {
	if i > 0 {
		if between, near := v.between(list[i-1], list[i]); near && (v.nearly().ofWhole.MatchString(between) || strings.HasSuffix(between, " (")) {
			return list[i-1]
		}
	}
	return list[i]
}

// isShare reports whether a figure is a share of a whole.
func isShare(f claims.Figure) bool {
	return (f.Unit == "percent" || f.Unit == "share") && f.Direction == "" && f.Relative == nil && known(f.Stated)
}

// comesBeside reports whether a number is told as what comes beside the one before it, and is no
// part of that: "It destroyed 214. The other 57, or about 21 per cent of the total".
func (v *View) comesBeside(part, whole *Figure) bool {
	word := last(strings.Fields(strings.ToLower(v.sentenceBefore(part))))
	return whole.Claim.Number.Start < part.Claim.Number.Start && slices.Contains([]string{"other", "another", "further", "remaining"}, word) && !v.sameSentence(part, whole)
}

// shareOf sets a share against its part and whole, which count one thing.
func (v *View) shareOf(share, part, whole *Figure) (Finding, bool) {
	if !v.sameNoun(part.Claim, whole.Claim) {
		return Finding{}, false
	}
	return v.shareOfAll(share, part, whole)
}

// shareOfAll sets a share against its part and whole, where words say that the one is a
// part of the other, and no other two numbers beside it make that share.
func (v *View) shareOfAll(share, part, whole *Figure) (Finding, bool) {
	s, p, w := share.Claim, part.Claim, whole.Claim
	if p.Value == nil || w.Value == nil || !v.unitOf(part, whole) || p.Per != w.Per || isShare(p) || isShare(w) || p.Relative != nil || w.Relative != nil ||
		p.Value.Sign() <= 0 || p.Value.Cmp(*w.Value) >= 0 {
		return Finding{}, false
	}
	is, fits := shareFits(s, p, w)
	near := v.besides(share, part, whole)
	if fits || explainedShare(share, near) || v.partsMake(share, part, whole) || v.comesBeside(part, whole) && v.wholeWith(near, part) != whole {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(share, part, whole),
		Sentence: fmt.Sprintf("In %s, %s of %s are %s per cent, not %s.", v.named(share.Document),
			lowered(part.Claim.Number.Exact), beside(whole.Claim), is.Grouped(1), quoted(s.Number.Exact))}, true
}

// partsMake reports whether a part and others told before it in its sentence are together the share
// of a whole that is told: "3.1 million in May and 1 million in June, half of the 8.2 million".
func (v *View) partsMake(share, part, whole *Figure) bool {
	some := slices.DeleteFunc(plain(v.inSentence(part)), func(f *Figure) bool {
		return !v.unitOf(f, part) || f.Claim.Number.Start > part.Claim.Number.Start || f.Claim.Value.Equal(*whole.Claim.Value)
	})
	for chosen := 1; len(some) < 6 && chosen < 1<<len(some); chosen++ {
		sum := interval.Int(0)
		for i, p := range some {
			if chosen&(1<<i) != 0 {
				sum = sum.Add(*p.Claim.Value)
			}
		}
		all := part.Claim
		all.Value = &sum
		if _, fits := shareFits(share.Claim, all, whole.Claim); fits {
			return true
		}
	}
	return false
}

// besides returns the numbers from the paragraph of a share, up to the end of its sentence,
// that it may be one of: not targets, where it is one of what was done.
func (v *View) besides(share, part, whole *Figure) []*Figure {
	sentences, first, last := v.sentencesOf(share)
	if sentences == nil {
		return []*Figure{part, whole}
	}
	for first > 0 && !strings.HasSuffix(sentences[first-1].text, "\n") {
		first--
	}
	out := []*Figure{part, whole}
	for _, f := range v.home(share).own {
		c := f.Claim
		if f.Headline || c.Number.Start < sentences[first].place.from || c.Number.End > sentences[last].place.to || c.Stage == claims.Target && part.Claim.Stage != claims.Target && whole.Claim.Stage != claims.Target {
			continue
		}
		if isTime(c) || len(plain([]*Figure{f})) == 1 {
			out = append(out, f)
		}
	}
	return out
}

// shareFits works out what share a part is of its whole, in per cent, and whether a share as
// it is told allows for it.
func shareFits(s, p, w claims.Figure) (is interval.Number, fits bool) {
	hundred := interval.Int(100)
	if w.Qualifier == claims.About && w.Number.Exact != "" && w.Number.Exact[0] >= '0' && w.Number.Exact[0] <= '9' {
		w.Qualifier = claims.Exact // of "the estimated population of 86,000" a share is one of 86,000
	}
	is = p.Value.Mul(hundred).Div(*w.Value)
	may := interval.Scale(interval.Ratio(slack(p), slack(w)), hundred)
	var allowed interval.Interval
	if s.Unit == "percent" {
		slack := place(*p.Value).Mul(hundred).Div(w.Value.Mul(interval.Int(2))).Add(interval.Frac(1, 2))
		if slack.Cmp(interval.Int(3)) > 0 {
			slack = interval.Int(3) // a round part is told in round numbers, not at will
		}
		allowed = interval.Sum(closely(s), interval.Between(interval.Int(0).Sub(slack), slack))
	} else {
		allowed = loosely(closely(s))
		if s.Qualifier == claims.About && s.Value != nil { // 18 per cent are "close to one in five"
			allowed = interval.Hull(allowed, interval.Between(s.Value.Mul(interval.Frac(17, 20)), s.Value.Mul(interval.Frac(23, 20))))
		}
		allowed = interval.Scale(allowed, hundred)
	}
	return is, !interval.Meet(allowed, may).Empty()
}

// closely is what a share told with "just over" or "just under" may be: "just over half" is no
// three quarters.
func closely(s claims.Figure) interval.Interval {
	words := strings.ToLower(s.Number.Exact)
	if s.Value == nil {
		return s.Stated
	}
	switch {
	case holds(words, []string{"just over", "slightly over", "slightly more than", "a little over", "a little more than", "just above", "just more than"}):
		return interval.Between(*s.Value, s.Value.Mul(interval.Frac(23, 20)))
	case holds(words, []string{"just under", "slightly under", "slightly less than", "a little under", "a little less than", "just below", "just less than"}):
		return interval.Between(s.Value.Mul(interval.Frac(17, 20)), *s.Value)
	}
	return s.Stated
}

// slack is what a number may be that is worked with: a tenth more or less where a
// word loosens it, on the side that the word leaves open.
func slack(f claims.Figure) interval.Interval {
	low, high := *f.Value, *f.Value
	switch f.Qualifier {
	case claims.MoreThan, claims.AtLeast:
		high = high.Mul(interval.Frac(11, 10))
	case claims.LessThan, claims.AtMost:
		low = low.Mul(interval.Frac(9, 10))
	case claims.About:
		low, high = low.Mul(interval.Frac(9, 10)), high.Mul(interval.Frac(11, 10))
	}
	return interval.Between(low, high)
}

// sameNoun reports whether two figures may count the same: one noun, the same
// deed, or one left out.
func (v *View) sameNoun(a, b claims.Figure) bool {
	if a.Unit != "" || a.Counted == "" || b.Counted == "" || v.Comparer.things.Same(a.Counted, b.Counted) {
		return true
	}
	x, _ := v.Comparer.deed(&a)
	y, _ := v.Comparer.deed(&b)
	return x != "" && x == y
}

var ofOther = newPattern(`(?i)^ (?:(?:as many|as large|as much|as high) as )?(?:the|its|their|those|last year's)(?: \w+ of)? ?$`)

// timesOf sets a number told as a multiple of another against it: "36 deaths,
// more than twice the 15 of the year before".
func (v *View) timesOf(list []*Figure, i int) (Finding, bool) {
	if i+2 >= len(list) {
		return Finding{}, false
	}
	now, times, base := list[i], list[i+1], list[i+2]
	first, near := v.between(now, times)
	second, close := v.between(times, base)
	a, r, b := now.Claim, times.Claim, base.Claim
	if !near || !close || r.Relative == nil || a.Value == nil || b.Value == nil || b.Value.Sign() <= 0 || a.Unit != b.Unit || a.Per != b.Per || a.Relative != nil || b.Relative != nil ||
		a.Unit == "percent" || !afterAll.MatchString(first) || governed.MatchString(v.sentenceBefore(now)) || !ofOther.MatchString(second) || !v.sameNoun(a, b) {
		return Finding{}, false
	}
	factor := a.Value.Div(*b.Value)
	if loosely(r.Relative.Factor).Contains(factor) {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(now, times, base),
		Sentence: fmt.Sprintf("In %s, %s against %s is %s times as many, not %s.", v.named(now.Document),
			beside(a), beside(b), factor.Grouped(2), quoted(r.Number.Exact))}, true
}

// bringing matches the words between what comes and what there will be.
var bringing = newPattern(`(?i)\b(?:bring|bringing|brings|brought|take|taking|takes|raise|raising|raises)\b (?:the|its|their|his|that|this)\b[^.;:]{0,40} to (?:a total of )?$`)

// comes reports whether a figure is told as one more: "another 300".
func comes(f *claims.Figure) bool {
	before := strings.TrimRight(f.Quote.Prefix, " ")
	for _, word := range []string{"nother", "further", "dditional", "extra", "more"} { // small or capital
		if strings.HasSuffix(before, word) || strings.Contains(f.Number.Exact, word) {
			return true
		}
	}
	return false
}

// added sets what comes, and what is there already, against the total that both
// are told to make: "Another 300 soldiers will join the 2,800 already there,
// bringing the total to 3,300".
func (v *View) added(list []*Figure, i int) (Finding, bool) {
	if i+2 >= len(list) {
		return Finding{}, false
	}
	come, there, total := list[i], list[i+1], list[i+2]
	initial := strings.HasSuffix(strings.TrimRight(come.Claim.Quote.Prefix, " "), "first") && comes(&there.Claim) // "the first 900 came in May and another 400 in June"
	if initial {
		come, there = there, come
	} else if !comes(&come.Claim) {
		return Finding{}, false
	}
	first, near := v.between(list[i], list[i+1])
	second, close := v.between(list[i+1], total)
	a, b, c := come.Claim, there.Claim, total.Claim
	if !near || !close || !exactly(a) || !exactly(b) || !exactly(c) || a.Unit != b.Unit || a.Unit != c.Unit || a.Per != b.Per || a.Per != c.Per || isShare(a) ||
		!bringing.MatchString(second) || !initial && !joining.MatchString(first) || !v.sameNoun(a, b) {
		return Finding{}, false
	}
	if c.Value.Equal(a.Value.Add(*b.Value)) || !amiss(total, []*Figure{come, there}) {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(come, there, total),
		Sentence: fmt.Sprintf("In %s, %s and %s more make %s, not %s.", v.named(come.Document), beside(b), a.Number.Exact, sumName(interval.Point(a.Value.Add(*b.Value)), c), c.Number.Exact)}, true
}

var joining = newPattern(`(?i)\b(?:join|joins|joined|joining|add to|added to|on top of|in addition to|beside|besides)\b`)
