package claims

import (
	"strings"

	"muster/interval"
)

// denominator reads the lower part of a fraction in words: "third",
// "twenty-fifths", "hundredth", "trillionths". last is less than i for none.
func (s *scan) denominator(i int) (bottom interval.Number, last int, plural bool) {
	if of := s.at(i).lexeme; !of.fraction && !of.number {
		return bottom, i - 1, false // as most
	}
	n, found := s.words.fractions[s.at(i).lower]
	last = i
	if tens := s.words.numbers[s.at(i).lower]; !found && tens.Cmp(interval.Int(20)) >= 0 && tens.Cmp(interval.Int(100)) < 0 {
		j := i + 1
		if s.at(j).isHyphen() && s.at(j).glued {
			j++
		}
		lower := s.at(j).lower
		unit, ok := s.words.fractions[strings.TrimSuffix(lower, "s")]
		if lower == "first" || lower == "firsts" {
			unit, ok = 1, true
		}
		if ok && unit < 10 && !strings.HasPrefix(lower, "hal") && !strings.HasPrefix(lower, "quarter") {
			n, last, found = int64(tens.Float())+unit, j, true
		}
	}
	if !found {
		return bottom, i - 1, false
	}
	lower := s.at(last).lower
	return interval.Int(n), last, strings.HasSuffix(lower, "s")
}

// fraction reads a fraction in words: "a third", "three quarters",
// "one-eighth", "fifty-four hundredths", "a half". last is less than i for none.
func (s *scan) fraction(i int) (value interval.Number, last int) {
	return s.fractionOf(i, s.wordsNumber)
}

// fractionOf is fraction with the given reading of number words.
func (s *scan) fractionOf(i int, wordsNumber func(int) (interval.Number, int)) (value interval.Number, last int) {
	none := i - 1
	one := interval.Int(1)
	top, j := one, i+1
	t := s.at(i)
	switch {
	case t.is("a", "an"):
		if bottom, last, plural := s.denominator(i + 1); last > i+1 && !plural {
			return one.Div(bottom), last // "a twenty-first"
		}
		if scaled, last := wordsNumber(i + 1); last > i {
			top, j = scaled, last+1
		} else if scale, found := s.words.scales[s.at(i+1).lower]; found { // "a hundred trillionths"
			top, j = scale, i+2
			for more, found := s.words.scales[s.at(j).lower]; found; more, found = s.words.scales[s.at(j).lower] {
				top, j = top.Mul(more), j+1
			}
		}
	default:
		n, end := wordsNumber(i)
		if end < i || n.Sign() <= 0 {
			return top, none
		}
		top, j = n, end+1
		if bottom, last, plural := s.denominator(end); plural && last > end && s.at(end+1).isHyphen() && end > i {
			if before := n.Sub(s.words.numbers[s.at(end).lower]); before.Sign() > 0 {
				return before.Div(bottom), last // "one hundred thirty-fifths"
			}
		}
	}
	if s.at(j).isHyphen() && (s.at(j).glued == s.at(j+1).glued) {
		j++
	}
	bottom, last, plural := s.denominator(j)
	if last < j || plural != (top.Cmp(one) > 0) || top.Cmp(one) == 0 && s.at(j).is("second") {
		return top, none
	}
	return top.Div(bottom), last
}

// isOrdinal reports whether the token is an ordinal in words or the end of one
// in digits.
func (s *scan) isOrdinal(i int) bool {
	lower := s.at(i).lower
	_, fraction := s.words.fractions[lower]
	return lower == "first" || lower == "second" || fraction && !strings.HasSuffix(lower, "s") && lower != "half" && lower != "quarter"
}

// longOrdinal returns how many tokens at i are an ordinal of several words:
// "twenty-fifth", "one hundred twenty-first", "two hundredth". 0 for none.
func (s *scan) longOrdinal(i int) int {
	_, last := s.wordsNumber(i)
	if t := s.at(i); last < i && t.is("a") {
		if s.isScale(i + 1) {
			last = i + 1
		}
	}
	if last < i {
		return 0
	}
	j := last + 1
	hyphen := s.at(j).isHyphen() && s.at(j).glued
	if hyphen || s.at(j).is("and") && s.isScale(last) {
		j++
	}
	if next := s.at(j + 1); !s.isOrdinal(j) || next.isHyphen() && next.glued {
		return 0
	}
	tens := s.words.numbers[s.at(last).lower].Cmp(interval.Int(20)) >= 0
	ending := s.words.fractions[s.at(j).lower]
	switch {
	case ending >= 100 && !s.at(last).is("one", "a"), tens && ending < 20 && (hyphen || last > i || !s.at(j).is("second")), s.isScale(last) && last > i:
		return j - i + 1
	}
	return 0
}

// decimals reads the words after "point": "zero point zero eight", "two
// hundred point seventy-one".
func (s *scan) decimals(a *amount, i int) {
	if !s.at(i).is("point") {
		return
	}
	digits, j := "", i+1
	for {
		n, found := s.words.numbers[s.at(j).lower]
		if !found || s.at(j).kind != wordToken || n.Cmp(interval.Int(10)) >= 0 {
			break
		}
		digits, j = digits+n.String(), j+1
	}
	if digits == "" {
		n, last := s.wordsNumber(i + 1)
		if last <= i || n.Cmp(interval.Int(100)) >= 0 {
			return
		}
		digits, j = n.String(), last+1
	}
	if n, err := interval.Parse("0." + digits); err == nil && a.value.IsInt() {
		a.value = a.value.Add(n)
		a.bare, a.last = a.value, j-1
	}
}

// andFraction adds what follows as a fraction: "three and two thirds", "3
// million and a half", "one billion and a quarter million".
func (s *scan) andFraction(a *amount) {
	j := a.last + 1
	if s.at(j).isHyphen() && s.at(j).glued { // "four-and-a-half"
		j++
	}
	and := j
	if s.at(j+1).isHyphen() && s.at(j+1).glued {
		j++
	}
	if a.share || a.article && a.scale.Sign() == 0 || !s.at(and).is("and") || !a.value.IsInt() {
		return
	}
	f, last := s.fraction(j + 1)
	one := interval.Int(1)
	if last <= j || f.Cmp(one) >= 0 {
		return
	}
	next := s.at(last + 1)
	scale := s.lastScale(a)
	if more, found := s.words.scales[next.lower]; found && more.Cmp(interval.Int(100)) > 0 {
		if scale.Cmp(more) > 0 {
			a.value, a.last = a.value.Add(f.Mul(more)), last+1
			a.bare, a.scale = a.value, interval.Number{}
			return
		}
		if scale.Sign() > 0 {
			return
		}
	} else if next.is("of") {
		return
	}
	if !s.at(last).is("half", "quarter", "quarters") && (next.isVerb() || next.is("was", "were", "are", "is", "had", "have", "in", "on", "to")) {
		return // "two and a third were held": a third one
	}
	if scale.Cmp(interval.Int(1000)) < 0 {
		scale = one
	}
	a.value, a.last = a.value.Add(f.Mul(scale)), last
	if a.scale.Sign() > 0 {
		a.bare = a.value.Div(a.scale)
	} else {
		a.bare = a.value
	}
}

// lastScale returns the scale of the last word of the amount: a million for
// "two million"; 0 for none.
func (s *scan) lastScale(a *amount) interval.Number {
	if a.last >= a.first {
		if scale, found := s.words.scales[s.at(a.last).lower]; found {
			return scale
		}
	}
	return interval.Number{}
}

// ofScale reads a fraction of a round number: "two thirds of a million", "three
// quarters billion", "quarter million".
func (s *scan) ofScale(i int) (interval.Number, int) {
	f, last := s.fraction(i)
	if last < i && s.at(i).is("quarter") {
		f, last = interval.Frac(1, 4), i
	}
	if last < i {
		return f, 0
	}
	j := last + 1
	if s.at(j).is("of") && s.at(j+1).is("a") {
		j += 2
	}
	scale, found := s.words.scales[s.at(j).lower]
	if !found || scale.Cmp(interval.Int(1000)) < 0 || f.Cmp(interval.Int(1)) >= 0 {
		return f, 0
	}
	return f.Mul(scale), j
}

// partOfUnit reads a half or quarters of a unit: "half an hour", "one half
// percent", "a quarter-mile".
func (s *scan) partOfUnit(a *amount, i int) bool {
	value, last := s.fraction(i)
	j := last + 1
	switch {
	case s.at(i).is("half") && s.at(i+1).is("a", "an"):
		value, last, j = interval.Frac(1, 2), i+1, i+2
	case last < i || !s.at(last).is("half", "quarter", "quarters") || value.Cmp(interval.Int(1)) >= 0:
		return false
	case s.at(j).isHyphen() && s.at(j).glued:
		j++
	}
	u, n := s.units.at(s.text, s.list, j)
	if n == 0 || u.kind == moneyUnit || u.kind == durationUnit && (u.name != "hour" && !s.at(i).is("half") || u.name == "century") || s.at(j).kind != wordToken || s.at(j).is("c", "f", "in") {
		return false
	}
	a.value, a.bare, a.last = value, value, last
	return true
}

// overFraction reads "one over three".
func (s *scan) overFraction(a *amount) {
	j := a.last + 1
	if !s.at(j).is("over") || !a.value.Equal(interval.Int(1)) || a.unit.name != "" || a.scale.Sign() > 0 {
		return
	}
	b, ok := s.amount(j + 1)
	if !ok || b.share || b.unit.name != "" || b.value.Sign() <= 0 || !b.value.IsInt() || s.looksLikeYear(s.at(b.first)) {
		return
	}
	if next := s.at(b.last + 1); next.kind == wordToken && next.lower != "" {
		return // "one over three years"
	}
	a.value = a.value.Div(b.value)
	a.bare, a.last = a.value, b.last
}

// continued adds a smaller number that goes on where the first ends: "3 hundred
// and 21", "4 thousand 3 hundred", "6 crore 20 lakh".
func (s *scan) continued(a *amount) {
	scale := s.lastScale(a)
	if a.unit.name != "" || a.spelled || scale.Cmp(interval.Int(100)) < 0 {
		return
	}
	indian := s.at(a.last).is("lakh", "lakhs", "crore", "crores")
	j := a.last + 1
	and := s.at(j).is("and")
	if !indian && !s.at(a.last).is("hundred", "thousand") && (and || s.at(j).kind != numberToken || !s.isScale(j+1)) {
		return
	}
	if and {
		j++
	}
	b, ok := s.amount(j)
	if !ok || b.share || b.unit.name != "" || b.value.Sign() <= 0 || !b.value.IsInt() || b.value.Cmp(scale) >= 0 || b.grouped || b.article {
		return
	}
	scaled := b.scale.Sign() > 0 || s.isScale(b.first+1) || b.spelled && s.isScale(b.last)
	if scale.Equal(interval.Int(100)) && !and || scale.Cmp(interval.Int(100)) > 0 && !scaled {
		return
	}
	a.value, a.last = a.value.Add(b.value), b.last
	a.bare, a.scale = a.value, interval.Number{}
}
