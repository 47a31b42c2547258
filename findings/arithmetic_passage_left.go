package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// passageLeft sets what is told as left of a whole against the whole and what was taken of it:
// "4,800 of the 6,000 houses have power. That leaves 1,200 without it".
func (v *View) passageLeft(list []*Figure, i int) (Finding, bool) {
	left := list[i]
	w := v.inPassages()
	if !exactly(left.Claim) || left.Claim.Per != "" || isShare(left.Claim) || isTime(left.Claim) {
		return Finding{}, false
	}
	before, after := v.around(left)
	opening := v.opening(left)
	if w.toBeDone.MatchString(after) && v.thus(left) {
		return v.leftToDo(list, i)
	}
	if !w.leaves.MatchString(opening) && !w.leaving.MatchString(before) && !(w.itIs.MatchString(opening) && w.short.MatchString(after)) {
		return Finding{}, false
	}
	if words := strings.Fields(before); len(words) > 1 && v.soThat(words) && !w.staysSo.MatchString(after) {
		return Finding{}, false // "so that 200 can be heated"
	}
	told := v.before(list, i)
	if len(told) == 0 {
		told = v.back(list, i, 1)
	}
	if len(told) == 1 {
		return v.leftOfBefore(list, i, told[0])
	}
	if len(told) != 2 {
		return Finding{}, false
	}
	part, whole := told[0], told[1]
	if _, after := v.around(whole); v.inPassages().someElse.MatchString(after) {
		return Finding{}, false // "of the 22, three were withdrawn and one was banned"
	}
	between, near := v.between(part, whole)
	switch {
	case near && (v.nearly().outOf.MatchString(strings.TrimSpace(v.opening(part))) || v.nearly().ofWhich.MatchString(between)):
		part, whole = whole, part // "Of the 6,000 houses 4,800 have power"
	case !near || !v.nearly().ofWhole.MatchString(between):
		return Finding{}, false
	}
	return v.leftOf(left, part, whole)
}

// soThat reports whether words end on "so" or "so that".
func (v *View) soThat(words []string) bool {
	n := len(words)
	return words[n-1] == "so" || words[n-1] == "that" && words[n-2] == "so"
}

// leftOfBefore sets what is left against a whole told in the sentence before that of which a part
// is told as taken out of it: "The camp held 900 people. On Friday 350 were moved out, which left
// 550".
func (v *View) leftOfBefore(list []*Figure, i int, part *Figure) (Finding, bool) {
	left := list[i]
	_, after := v.around(part)
	told := v.back(list, i, 1)
	if len(v.before(list, i)) != 1 || len(told) != 1 || !exactly(told[0].Claim) || !v.inPassages().takenOut.MatchString(after) || !v.sameNoun(part.Claim, told[0].Claim) || !v.sameNoun(left.Claim, told[0].Claim) {
		return Finding{}, false
	}
	if between, near := v.between(part, left); !near || strings.Contains(between, " and ") {
		return Finding{}, false
	}
	return v.leftOf(left, part, told[0])
}

// leftToDo sets what is told as still to be done against the whole of its sentence and what the one
// before tells as done: "By May 1.7 million tonnes had been moved. Of the 2.4 million planned,
// 700,000 were thus still to be moved".
func (v *View) leftToDo(list []*Figure, i int) (Finding, bool) {
	here := v.before(list, i)
	if len(here) != 1 || !exactly(here[0].Claim) {
		return Finding{}, false
	}
	whole := here[0]
	done := slices.DeleteFunc(v.back(list, i, 1), func(f *Figure) bool {
		return f.Claim.Unit != whole.Claim.Unit || !v.sameNoun(f.Claim, whole.Claim)
	})
	if len(done) != 1 || !exactly(done[0].Claim) {
		return Finding{}, false
	}
	return v.leftOf(list[i], done[0], whole)
}

// leftOf makes the finding of a number that is not what a part leaves of its whole.
func (v *View) leftOf(left, part, whole *Figure) (Finding, bool) {
	if part.Claim.Value.Cmp(*whole.Claim.Value) >= 0 || part.Claim.Unit != whole.Claim.Unit || left.Claim.Unit != whole.Claim.Unit && (left.Claim.Unit != "" || besideNumber(&left.Claim)) || besideNumber(&left.Claim) && besideNumber(&whole.Claim) && !v.oneNoun(left, whole) && v.countsMany(left) {
		return Finding{}, false
	}
	p, all := slack(part.Claim), slack(whole.Claim)
	is := interval.Between(all.Min.Value.Sub(p.Max.Value), all.Max.Value.Sub(p.Min.Value))
	return v.leftOver(left, is, whole.Claim.Value.Sub(*part.Claim.Value), fmt.Sprintf("%s of %s leave", lowered(part.Claim.Number.Exact), beside(whole.Claim)), []*Figure{part, whole})
}

// leftOver makes the finding of a number that is not what is left, rounding allowed for.
func (v *View) leftOver(left *Figure, is interval.Interval, makes interval.Number, how string, of []*Figure) (Finding, bool) {
	finest := place(*left.Claim.Value)
	for _, f := range of {
		if !isShare(f.Claim) && f.Claim.Value.IsInt() && place(*f.Claim.Value).Cmp(finest) < 0 {
			finest = place(*f.Claim.Value)
		}
	}
	slack := interval.Int(0)
	if of[len(of)-1].Claim.Value.Cmp(interval.Int(mostSurveyed)) >= 0 && finest.Cmp(interval.Int(1)) > 0 {
		slack = finest.Mul(interval.Frac(3, 2)) // half of it for each of the three
	}
	may := interval.Between(is.Min.Value.Sub(slack), is.Max.Value.Add(slack))
	if !interval.Meet(may, interval.Point(*left.Claim.Value)).Empty() || left.Claim.Value.Cmp(*of[len(of)-1].Claim.Value) >= 0 {
		return Finding{}, false
	}
	if two := interval.Frac(5, 2); makes.Cmp(left.Claim.Value.Mul(two)) > 0 || makes.Mul(two).Cmp(*left.Claim.Value) < 0 {
		return Finding{}, false // of something else: "leaving 600 for a second round"
	}
	for _, f := range of {
		if f.Claim.Value.Equal(*left.Claim.Value) {
			return Finding{}, false
		}
	}
	point := interval.Point(makes)
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &point, Inputs: rests(append(of, left)...),
		Sentence: fmt.Sprintf("In %s, %s %s, not %s.", v.named(left.Document), how, sumName(point, left.Claim), lowered(left.Claim.Number.Exact))}, true
}

// passageOtherShare sets the others of a whole against the share of it that is told: "Two
// thirds of the 450 families went home. The other 150 are in tents".
func (v *View) passageOtherShare(list []*Figure, i int) (Finding, bool) {
	rest := list[i]
	w := v.inPassages()
	before, _ := v.around(rest)
	if !exactly(rest.Claim) || rest.Claim.Per != "" || isShare(rest.Claim) || isTime(rest.Claim) {
		return Finding{}, false
	}
	var near []*Figure
	switch opening := strings.ToLower(v.opening(rest)); {
	case opening == "the other " || opening == "the remaining ":
		near = v.sentenceOf(list, i, -1)
	case w.others.MatchString(before):
		for _, f := range v.sentenceOf(list, i, 0) {
			if f.Claim.Number.Start < rest.Claim.Number.Start {
				near = append(near, f)
			}
		}
	default:
		return Finding{}, false
	}
	if len(near) != 2 || !isShare(near[0].Claim) || near[0].Claim.Value == nil || !exactly(near[1].Claim) || near[1].Claim.Unit != rest.Claim.Unit {
		return Finding{}, false
	}
	share, whole := near[0], near[1]
	if between, ok := v.between(share, whole); !ok || !ofWhole.MatchString(between) || besideNumber(&rest.Claim) && !v.oneNoun(rest, whole) && v.countsMany(rest) {
		return Finding{}, false
	}
	part, one := loosely(closely(share.Claim)), interval.Int(1)
	if share.Claim.Unit == "percent" {
		half := interval.Frac(1, 2)
		part = interval.Scale(interval.Sum(closely(share.Claim), interval.Between(interval.Int(0).Sub(half), half)), interval.Frac(1, 100))
	}
	if !part.Min.Bounded || !part.Max.Bounded || !interval.Meet(interval.Scale(part, *whole.Claim.Value), interval.Point(*rest.Claim.Value)).Empty() {
		return Finding{}, false
	}
	is := interval.Between(whole.Claim.Value.Mul(one.Sub(part.Max.Value)), whole.Claim.Value.Mul(one.Sub(part.Min.Value)))
	told := *share.Claim.Value
	if share.Claim.Unit == "percent" {
		told = told.Mul(interval.Frac(1, 100))
	}
	return v.leftOver(rest, is, whole.Claim.Value.Mul(one.Sub(told)), fmt.Sprintf("%s of %s leave", lowered(share.Claim.Number.Exact), beside(whole.Claim)), []*Figure{share, whole})
}

// passageMore sets "36 more" behind two numbers against both: "96 patients on Monday and 132 on
// Tuesday, 36 more".
func (v *View) passageMore(list []*Figure, i int) (Finding, bool) {
	by := list[i]
	if !exactly(by.Claim) || by.Claim.Per != "" || isShare(by.Claim) || isTime(by.Claim) {
		return Finding{}, false
	}
	before, after := v.around(by)
	found := v.inPassages().moreEnd.FindStringSubmatch(after + ".")
	told := v.before(list, i)
	if found == nil || len(told) != 2 || !v.inPassages().comma.MatchString(before) {
		return Finding{}, false
	}
	a, b := told[0], told[1]
	between, near := v.between(a, b)
	if !near || !strings.Contains(between, " and ") || !exactly(a.Claim) || !exactly(b.Claim) || a.Claim.Unit != b.Claim.Unit || by.Claim.Unit != b.Claim.Unit && besideNumber(&by.Claim) || besideNumber(&b.Claim) && !v.sameNoun(a.Claim, b.Claim) || besideNumber(&by.Claim) && !v.sameNoun(a.Claim, by.Claim) {
		return Finding{}, false
	}
	differs := b.Claim.Value.Sub(*a.Claim.Value)
	if found[1] != "more" {
		differs = a.Claim.Value.Sub(*b.Claim.Value)
	}
	gap := differs.Sub(*by.Claim.Value)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	if differs.Sign() <= 0 || gap.Sign() == 0 || gap.Cmp(leastAmiss(b, []*Figure{a, by})) < 0 {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(a, b, by),
		Sentence: fmt.Sprintf("In %s, %s are %s %s than %s, not %s.", v.named(b.Document), beside(b.Claim), sumName(interval.Point(differs), by.Claim), found[1], beside(a.Claim), lowered(by.Claim.Number.Exact))}, true
}

// timesApposed reads "Last year there were 80 fires. This year there have been 160, double the
// number".
func (v *View) timesApposed(list []*Figure, i int) (now, base *Figure) {
	here, told := v.before(list, i), v.back(list, i, 1)
	before, after := v.around(list[i])
	if len(here) != 1 || len(told) != 1 || !v.inPassages().comma.MatchString(before) || !v.inPassages().asManyEnd.MatchString(strings.ToLower(after)+".") ||
		!v.sameNoun(here[0].Claim, told[0].Claim) || here[0].Claim.Unit != told[0].Claim.Unit || !toldAlone(here[0]) || !toldAlone(told[0]) {
		return nil, nil
	}
	return here[0], told[0]
}

// toldAlone reports whether a number is told as itself, and not as a goal.
func toldAlone(f *Figure) bool { return exactly(f.Claim) && f.Claim.Stage != claims.Target }
