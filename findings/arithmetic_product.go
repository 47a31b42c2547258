package findings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"muster/claims"
	"muster/interval"
)

// product sets a rate, or a number for each, and how long or how many of them there
// are against the amount that a sentence says they make: "20,000 bags a day for 30
// days, 900,000 in all", "1,200 meals a day, or 25,000 in the 14 days", "$48 million
// for 1,200 officers, or $4,000 each".
func (v *View) product(list []*Figure, i int) (Finding, bool) {
	if isRate(list[i].Claim) && slices.ContainsFunc(v.before(list, i), func(f *Figure) bool { return f.Claim.Unit == "" }) {
		return Finding{}, false // "the 15 planes made three flights a day"
	}
	if i+1 < len(list) && isRate(list[i].Claim) {
		for _, look := range []func(a, b *Figure) (Finding, bool){v.productInSpan, v.twoRates} {
			if f, ok := look(list[i], list[i+1]); ok {
				return f, true
			}
		}
	}
	if i+2 >= len(list) {
		return Finding{}, false
	}
	a, b, c := list[i], list[i+1], list[i+2]
	each := strings.Contains(a.Claim.Unit, " per ") || a.Claim.Unit == "" && a.Claim.Per == "" && b.Claim.Per != "" && c.Claim.Per == ""
	timed := each || isRate(a.Claim) && (isTime(b.Claim) || isTime(c.Claim)) || isTime(b.Claim) && isRate(c.Claim)
	if !timed && (a.Claim.Unit == "" && b.Claim.Unit == "" && c.Claim.Unit != "" || a.Claim.Per+b.Claim.Per+c.Claim.Per != "") {
		return Finding{}, false
	}
	first, near := v.between(a, b)
	second, close := v.between(b, c)
	if words, ok := v.wordsBetween(a, b); ok && close && isRate(a.Claim) && isTime(b.Claim) && thenIn.MatchString(words) && v.makes(second, c) {
		return v.multiplied(a, b, c) // "40 tents a day; in 45 days that makes 1,800"
	}
	if !near || !close {
		return Finding{}, false
	}
	switch {
	case isRate(a.Claim) && isTime(b.Claim) && forTime.MatchString(first) && v.makes(second, c):
		return v.multiplied(a, b, c)
	case isRate(a.Claim) && isTime(c.Claim) && v.makes(first, b) && inTime.MatchString(second):
		return v.multiplied(a, c, b)
	case isTime(b.Claim) && isRate(c.Claim) && inTime.MatchString(first) && comesTo.MatchString(second):
		return v.multiplied(c, b, a)
	case isTime(b.Claim) && isRate(c.Claim) && inTime.MatchString(first) && asAverage.MatchString(second) && !atMost.MatchString(v.after40(c)):
		if _, known := v.averageOf(c); known && a.Claim.About != nil {
			return Finding{}, false // the rule on rate knows the days
		}
		return v.multiplied(c, b, a)
	case v.perOne(a.Claim, b.Claim, c.Claim) && v.makes(second, c):
		return v.multiplied(a, b, c) // "$300 per family to 2,000 families, or $600,000 in all"
	case eachBefore.MatchString(v.sentenceBefore(a)) && a.Claim.Unit == "" && v.makes(second, c):
		return v.multiplied(b, a, c) // "each of the 40 teams visits 60 homes, or 2,400 in all"
	case forThem.MatchString(first) && inWords.MatchString(second) && eachOf.MatchString(v.after40(c)):
		return v.multiplied(c, b, a)
	case atEach.MatchString(first) && forEachThen.MatchString(second) && v.Comparer.things.People(c.Claim.Counted) && v.mayBePeople(b):
		return v.multiply(b, a, c) // "The 130 wells would, at the 300 users allowed for each, supply 39,000 people"
	case eachOf.MatchString(second) && strings.Contains(first, " at ") && v.makes(strings.TrimLeft(eachOf.ReplaceAllString(second, ""), " "), c):
		return v.multiplied(b, a, c)
	}
	return Finding{}, false
}

// productInSpan is product where the days since something tell when, and are no
// figure: "1,200 meals a day, or 25,000 in the 14 days since it opened".
func (v *View) productInSpan(each, all *Figure) (Finding, bool) {
	between, near := v.between(each, all)
	if !near || !v.makes(between, all) {
		return Finding{}, false
	}
	m := spanAfter.FindStringSubmatch(v.after40(all))
	if m == nil {
		return Finding{}, false
	}
	n, _ := strconv.ParseInt(m[1], 10, 64)
	many := interval.Int(n)
	span := claims.Figure{Value: &many, Qualifier: claims.Exact, Unit: m[2], Number: claims.Span{Exact: m[1]}}
	return v.multiplied(each, unlisted(span), all)
}

// twoRates sets a rate against the same by another unit of time: "$3 million a day, or
// $90 million a month".
func (v *View) twoRates(a, b *Figure) (Finding, bool) {
	x, y := a.Claim, b.Claim
	between, near := v.between(a, b)
	if !isRate(y) || !near || !makings.MatchString(between) || strings.TrimSpace(between) == "" || x.Unit != y.Unit || !v.sameNoun(x, y) || x.Value.Sign() <= 0 {
		return Finding{}, false
	}
	by, ok := within(x.Per, y.Per)
	if !ok || x.Per == y.Per || !interval.Meet(interval.Product(widely(x), by), widely(y)).Empty() {
		return Finding{}, false
	}
	makes := interval.Scale(by, *x.Value)
	name := rounded(makes)
	if x.Unit != "" {
		name = sumName(interval.Point(makes.Min.Value), x) + " to " + sumName(interval.Point(makes.Max.Value), x)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &makes, Inputs: rests(a, b),
		Sentence: fmt.Sprintf("In %s, %s make %s%s, not %s.", v.named(b.Document), phrase(x), name, per(y.Per), lowered(y.Number.Exact))}, true
}

var (
	spanAfter   = newPattern(`^[^.;:,()]{0,24}\b(?:in|over|during|within) (?:(?:the|its|those|first|last|past) )*(\d{1,3}) (hour|day|week|month)s\b`)
	forTime     = newPattern(`(?i)^[^.;:,()]{0,30}\b(?:for|over|during|in)(?: (?:the|all|these|those|its|their|next|first|full))* ?$`)
	inTime      = newPattern(`(?i)^[^.;:,()]{0,30}\b(?:in|over|during|for|within)(?: (?:the|all|these|those|its|their|next|first|full|past|last))* ?$`)
	forThem     = newPattern(`(?i)^ (?:[^.;:,()]{0,24} )?(?:for|among|between|to)(?: (?:the|all|its|their|these|those))* ?$`)
	comesTo     = newPattern(`(?i)^[^.;:()]{0,30}\b(?:comes to|works out at|amounts to|is equivalent to)(?: about)? $`)
	thenIn      = newPattern(`(?i)^[^.;:()\n]{0,40}(?:;|,| –| —) (?:in|over|for) (?:the |all )?$`)
	eachBefore  = newPattern(`(?i)\beach of (?:the|its|their|these|those)$`)
	eachOf      = newPattern(`(?i)^ ?(?:each|apiece|a head|per head|per person|a person)\b`)
	atEach      = newPattern(`(?i)^ [^.;:()]{2,60}\b(?:at|with) (?:the |an average of |about |some )*$`)
	forEachThen = newPattern(`(?i)^ [a-z]+(?: [a-z]+){0,4} (?:for |to |in )?each,? (?:(?:would|will|could|can|thus) )*[a-z]+ (?:for )?(?:about |some )?$`)
	makings     = newPattern(`(?i)(?:,| –| —|;| \()? ?(?:or|making|which makes|that makes|makes|totall?ing|for a total of|a total of|amounting to|that is)(?: a total of)? ?$`)
	inAll       = newPattern(`(?i)^[^.;:,()]{0,24}\b(?:in all|in total|altogether|all told)\b`)
)

// makes reports whether the words before a figure, or those behind it, say that it is
// what the numbers before it come to.
func (v *View) makes(before string, f *Figure) bool {
	return makings.MatchString(before) || strings.HasSuffix(before, ", ") && inAll.MatchString(v.after40(f))
}

func isRate(f claims.Figure) bool {
	return f.Per != "" && f.Relative == nil && f.Value != nil && f.Unit != "percent" && f.Unit != "share" && f.Direction == ""
}

func isTime(f claims.Figure) bool {
	return slices.Contains([]string{"hour", "day", "week", "month", "year"}, f.Unit) && f.Per == "" && f.Value != nil && f.Qualifier != claims.Range
}

// multiplied makes the finding of a rate, or a number for each, that does not make
// the amount told beside it.
func (v *View) multiplied(each, many, all *Figure) (Finding, bool) {
	if !v.sameNoun(each.Claim, all.Claim) {
		return Finding{}, false
	}
	return v.multiply(each, many, all)
}

// multiply is multiplied of numbers whose words tell that they count the same: users and people.
func (v *View) multiply(each, many, all *Figure) (Finding, bool) {
	e, n, t := each.Claim, many.Claim, all.Claim
	if e.Value == nil || n.Value == nil || t.Value == nil || t.Per != "" || e.Unit != t.Unit && !v.perOne(e, n, t) || e.Relative != nil || n.Relative != nil || t.Relative != nil ||
		isShare(e) || isShare(n) || e.Value.Sign() <= 0 || n.Value.Sign() <= 0 || all.Headline {
		return Finding{}, false
	}
	by, how := interval.Point(interval.Int(1)), ""
	switch {
	case isTime(n) && e.Per != "":
		var ok bool
		if by, ok = within(e.Per, n.Unit); !ok {
			return Finding{}, false
		}
		how = fmt.Sprintf("%s for %s %ss", phrase(e), lowered(n.Number.Exact), n.Unit)
	case n.Per == "" && n.Unit == "":
		how = fmt.Sprintf("%s times %s", lowered(n.Number.Exact), lowered(e.Number.Exact))
	default:
		return Finding{}, false
	}
	if !interval.Meet(interval.Product(widely(e), interval.Product(slack(n), by)), widely(t)).Empty() {
		return Finding{}, false
	}
	makes := interval.Scale(by, e.Value.Mul(*n.Value))
	name := rounded(makes)
	if makes.IsPoint() {
		name = sumName(makes, t)
	}
	inputs := rests(each, many, all)
	if many.ID == "" {
		inputs = rests(each, all)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &makes, Inputs: inputs,
		Sentence: fmt.Sprintf("In %s, %s make %s, not %s.", v.named(all.Document), how, name, lowered(t.Number.Exact))}, true
}

// perOne reports whether a price is told for one of what a number counts: "$300 per
// family", "2,000 families".
func (v *View) perOne(price, many, all claims.Figure) bool {
	_, one, ok := strings.Cut(price.Unit, " per ")
	head, _ := v.Comparer.head(many.Counted)
	single, _ := v.Comparer.head(one)
	return ok && head != "" && head == single && claims.Money(all.Unit)
}

// widely is what a number may be that is worked with: what its rounding allows, or
// the word that loosens it.
func widely(f claims.Figure) interval.Interval {
	if f.Qualifier == claims.Exact && known(f.Reading) {
		return f.Reading
	}
	return slack(f)
}

// within is how many of one unit of time another has, working days allowed for.
func within(small, large string) (interval.Interval, bool) {
	if small == large {
		return interval.Point(interval.Int(1)), true
	}
	for _, known := range []struct {
		small, large string
		low, high    int64
	}{{"day", "week", 5, 7}, {"day", "month", 20, 31}, {"day", "year", 250, 366}, {"week", "month", 4, 5}, {"week", "year", 52, 53}, {"month", "year", 12, 12}} {
		if known.small == small && known.large == large {
			return interval.Between(interval.Int(known.low), interval.Int(known.high)), true
		}
	}
	return interval.Interval{}, false
}
