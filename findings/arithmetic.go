package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// arithmetic works out what a sentence says of its own numbers: a multiple, a
// change, in per cent or in itself, or a share beside the two numbers that it is of.
func arithmetic() Rule {
	return Rule{ID: "arithmetic", Version: 6, Title: "Does a share or a multiple fit the numbers beside it?", Look: (*View).worked}
}

// worked returns what the rule on arithmetic finds.
func (v *View) worked() []Finding {
	return slices.Clone(v.lookups.worked.get(v.workOut))
}

// look finds out whether a figure of a document's list is worked out from others near it.
type look func(list []*Figure, i int) (Finding, bool)

// firstOf returns what the first look finds that finds anything.
func firstOf(list []*Figure, i int, looks ...[]look) (Finding, bool) {
	for _, some := range looks {
		for _, look := range some {
			if found, ok := look(list, i); ok {
				return found, true
			}
		}
	}
	return Finding{}, false
}

func (v *View) workOut() []Finding {
	related := []look{v.grown, v.shared, v.timesOf, v.added, v.since}
	always := []look{v.product, v.lasting, v.changedBy}
	near := []look{v.nearShare, v.nearAverage, v.nearPerThing, v.nearEvery, v.nearPace, v.nearSum, v.nearHead, v.nearProduct, v.nearRest, v.nearTotal,
		v.passageShare, v.passageTimes, v.passageEach, v.passageOneFor, v.passageAtEvery, v.passageUnits, v.passageDays, v.passageSum, v.passageList, v.passageDiffers, v.passageRest, v.passageLeft, v.passageOtherShare, v.passageMore, v.passageKinds, v.toldAverage, v.averageDone}
	var out []Finding
	for i := range v.State.Documents {
		list, from := v.own(v.State.Documents[i].ID), len(out)
		share := slices.ContainsFunc(list, func(f *Figure) bool {
			return f.Claim.Relative != nil || f.Claim.Unit == "percent" || f.Claim.Unit == "share"
		})
		for i, f := range list {
			if f.Headline {
				continue
			}
			var tied, summing []look
			if share || strings.HasSuffix(strings.TrimRight(f.Claim.Quote.Prefix, " "), "first") || comes(&f.Claim) {
				tied = related
			}
			if v.sumsUp(f) && !restOn(out[from:], f) {
				summing = near
			}
			if found, ok := firstOf(list, i, tied, always, summing); ok {
				out = append(out, found)
			}
		}
	}
	return out
}

// restOn reports whether one of some findings rests on a figure.
func restOn(list []Finding, f *Figure) bool {
	return slices.ContainsFunc(list, func(found Finding) bool {
		return slices.ContainsFunc(found.Inputs, func(in Input) bool { return in.Figure == f.ID })
	})
}

// span is two numbers of which a sentence says how one became the other.
type span struct {
	from, to    interval.Number
	first, last int // places of its figures in the document's list
	names       [2]string
	told        claims.Figure
}

// spanAt returns the change that begins with figure i: "from 400 to 900", in one
// figure or two, or "to 900 from 400".
func (v *View) spanAt(list []*Figure, i int) (span, bool) {
	f := list[i].Claim
	if f.Relative != nil || f.Unit == "percent" || f.Unit == "share" {
		return span{}, false
	}
	words := f.Number.Exact
	if len(words) > len("from ") && strings.EqualFold(words[:len("from ")], "from ") {
		words = words[len("from "):]
	} else if f.Qualifier == claims.Range {
		words = "" // "between 400 and 900" does not say how one became the other
	}
	a, b, both := strings.Cut(words, " to ")
	if low, high := f.Stated.Min, f.Stated.Max; both && f.Qualifier == claims.Range && low.Bounded && high.Bounded {
		return span{low.Value, high.Value, i, i, [2]string{a, b}, f}, true
	}
	if c := f.Change; c != nil && c.From != nil && c.To != nil {
		if !both {
			a, b = c.From.Grouped(2), c.To.Grouped(2)
		}
		return span{*c.From, *c.To, i, i, [2]string{a, b}, f}, true
	}
	if i+1 >= len(list) {
		return span{}, false
	}
	g := list[i+1].Claim
	between, near := v.between(list[i], list[i+1])
	if !near || f.Value == nil || g.Value == nil || f.Unit != g.Unit || f.Per != g.Per || f.Qualifier != claims.Exact || g.Qualifier != claims.Exact || g.Relative != nil {
		return span{}, false
	}
	if upFromEarlier.MatchString(between) && v.sameNoun(f, g) {
		return span{*g.Value, *f.Value, i, i + 1, [2]string{strings.TrimSpace(g.Number.Exact), strings.TrimSpace(f.Number.Exact)}, f}, true
	}
	before, between, comma := lastWords(v.sentenceBefore(list[i])), lastWords(between), strings.Contains(between, ",")
	if comma && before != "to" {
		return span{}, false
	}
	a, b = strings.TrimSpace(f.Number.Exact), strings.TrimSpace(g.Number.Exact)
	switch {
	case before == "from" && between == "to":
		return span{*f.Value, *g.Value, i, i + 1, [2]string{a, b}, f}, true
	case before == "to" && between == "from":
		return span{*g.Value, *f.Value, i, i + 1, [2]string{b, a}, f}, true
	}
	return span{}, false
}

// lastWords returns the last word of a stretch, in lower case.
func lastWords(s string) string {
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// nearEnough is how many characters a multiple may stand from the change that it
// sums up.
const nearEnough = 45

// grown sets a change between two numbers against the multiple, or the change in
// per cent, that stands beside it.
func (v *View) grown(list []*Figure, i int) (Finding, bool) {
	s, ok := v.spanAt(list, i)
	if !ok || s.from.Sign() <= 0 || s.to.Sign() <= 0 {
		return Finding{}, false
	}
	before := s.first - 1
	if before > 0 && isTime(list[before].Claim) {
		before-- // "tripled in two years, from 40 to 110"
	}
	for _, at := range []int{before, s.last + 1} {
		if at < 0 || at >= len(list) || list[at].Headline {
			continue
		}
		sum := list[at]
		a, b := sum, list[s.first]
		if at > s.last {
			a, b = list[s.last], sum
		}
		between, near := v.between(a, b)
		if at > s.last && v.sumsUpNext(a, b) {
			between, near = "", true
		}
		if !near || len(between) > nearEnough || strings.ContainsAny(between, "():") || strings.Contains(between, "since") || holds(v.after40(sum)[:min(len(v.after40(sum)), len(" of the "))], []string{" the ", " of the "}) {
			continue // "tripled since 2020, from …", "double the rise of a year ago", "half of the 90 asked for"
		}
		if said, wrong := v.misstated(s, sum); wrong {
			inputs := []*Figure{sum}
			for j := s.first; j <= s.last; j++ {
				inputs = append(inputs, list[j])
			}
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(inputs...),
				Sentence: fmt.Sprintf("In %s, going from %s to %s is %s, not %s.", v.named(sum.Document), s.names[0], s.names[1], said, quoted(sum.Claim.Number.Exact))}, true
		}
	}
	return Finding{}, false
}

// sumsUpNext reports whether a multiple stands in the sentence behind a change, which takes
// up what changed: "Late trains rose from 150 to 360. Their number has thus tripled".
func (v *View) sumsUpNext(change, multiple *Figure) bool {
	before := v.sentenceTextBefore(multiple)
	_, _, last := v.sentencesOf(change)
	if _, first, _ := v.sentencesOf(multiple); multiple.Claim.Relative == nil || before == "" || first != last+1 {
		return false
	}
	found := v.nearly().takesUp.FindStringSubmatch(v.sentenceBefore(multiple) + " ")
	if found == nil {
		return false
	}
	told := strings.ToLower(before)
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(found[1])), func(word string) bool { return len(word) > 3 && !strings.Contains(told, word) })
}

// misstated reports whether a figure that sums up a change does not fit it, and
// what would.
func (v *View) misstated(s span, sum *Figure) (fits string, wrong bool) {
	c := sum.Claim
	switch {
	case c.Relative != nil:
		factor := s.to.Div(s.from)
		if factor.Cmp(interval.Int(1)) < 0 {
			return "", false
		}
		return factor.Grouped(2) + " times", !loosely(c.Relative.Factor).Contains(factor)
	case (c.Unit == "percent" || c.Unit == "share") && c.Value != nil:
		told := c.Reading
		if c.Unit == "share" {
			told = interval.Scale(loosely(c.Stated), interval.Int(100))
		}
		after, _, _ := strings.Cut(v.after40(sum), ". ")
		around := strings.ToLower(v.sentenceBefore(sum) + " " + after)
		rises, falls := rise.MatchString(around), fall.MatchString(around)
		if rises == falls {
			return "", false
		}
		low, high := s.from, s.to
		if low.Cmp(high) > 0 {
			low, high = high, low
		}
		base, what := low, "a rise"
		if falls {
			base, what = high, "a fall"
		}
		half := interval.Frac(1, 2)
		if at := smallerPlace(low, high); at.Cmp(interval.Int(1)) > 0 {
			half = at.Div(interval.Int(2))
		}
		hundred := interval.Int(100)
		change := high.Sub(low).Mul(hundred).Div(base)
		slack := half.Mul(hundred).Div(base)
		allowed := interval.Sum(told, interval.Between(interval.Int(0).Sub(slack).Sub(interval.Frac(1, 2)), slack.Add(interval.Frac(1, 2))))
		return what + " of " + change.Grouped(1) + " per cent", !allowed.Contains(change)
	}
	return "", false
}

var (
	rise = newPattern(`\b(rise|rises|rose|risen|increase[sd]?|increasing|grew|grown|grows|growth|up|jump(s|ed)?|climb(s|ed)?|surge[sd]?|gain(s|ed)?|soared|more)\b`)
	fall = newPattern(`\b(fall|falls|fell|fallen|drop(s|ped)?|decline[sd]?|decrease[sd]?|down|cut|cuts|reduction|reduced|shrank|plunged|less|fewer)\b`)
)

func smallerPlace(a, b interval.Number) interval.Number {
	if !a.IsInt() || !b.IsInt() {
		return interval.Int(1)
	}
	x, y := place(a), place(b)
	if x.Cmp(y) < 0 {
		return x
	}
	return y
}

// loosely widens a multiple told as one number by a tenth: 3.05 is three times.
func loosely(factor interval.Interval) interval.Interval {
	if !factor.IsPoint() {
		return factor
	}
	n := factor.Min.Value
	return interval.Between(n.Mul(interval.Frac(9, 10)), n.Mul(interval.Frac(11, 10)))
}
