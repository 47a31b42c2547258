package claims

import (
	"strings"
	"unicode/utf8"

	"muster/interval"
)

// amount is one number as written, with the scale words and the sign or unit
// that stand with it: "$1.2 million", "twenty-eight", "10 percent", "a third".
type amount struct {
	first, last int             // tokens, the last included
	value       interval.Number // scale words multiplied out
	bare        interval.Number // before the scale words
	scale       interval.Number // of the scale words; 0 for none
	unit        unit
	share       bool // a part of a whole: "a third", "one in four"
	grouped     bool // written with thousands separators
	dotted      bool // "1.234": decimals or thousands
	comma       bool // written with a decimal comma
	spelled     bool // the first word is a word, not digits
	article     bool // "a million", "a year": the number is an article
}

// surelyMoney reports whether the currency sign of n tokens at i, before the
// number at k, is no letter of a name: "P13 billion" and "N4,500" are money,
// "P5" and "N95" are not.
func (s *scan) surelyMoney(i, n, k int) bool {
	if n > 1 || !s.at(i).is("p", "n") {
		return true
	}
	if !s.at(i).upper || !s.at(k).glued || s.at(i).glued {
		return false
	}
	if s.at(k).grouped {
		return true
	}
	next := s.at(k + 1)
	if next.isHyphen() {
		return false
	}
	if per, _ := s.rateAt(k + 1); per != "" && len(s.at(k).lower) > 2 { // "P610 a day"
		return true
	}
	_, letters := s.words.letters[next.lower]
	return s.isScale(k+1) || letters && next.glued
}

// amount reads the number that starts at token i, which may be a currency sign.
func (s *scan) amount(i int) (amount, bool) {
	a := amount{first: i}
	j, negative := s.sign(i)
	if u, n := s.units.prefixAt(s.text, s.list, j); n > 0 {
		k, minus := s.sign(j + n)
		if t := s.at(k); !minus && t.glued && t.is("-", "−") && s.at(k+1).glued {
			k, minus = k+1, true // "$-50m"
		}
		if next := s.at(k); next.kind == numberToken && s.surelyMoney(j, n, k) && (next.glued || minus || next.start-s.at(j+n-1).end <= 1) {
			a.unit, j, negative = u, k, negative || minus
		}
	}
	prefixScale := interval.Number{}
	if u, scale := s.moneyWithScale(j); a.unit.name == "" && u.name != "" && s.at(j+1).kind == numberToken {
		a.unit, j, prefixScale = u, j+1, scale // "MUSD 60"
	}
	if a.unit.name == "" && s.at(j).kind == numberToken && s.partOfWhole(&a, j) {
		return a, true
	}
	if !s.digits(&a, j) && (a.unit.name != "" || !s.spelled(&a, j)) {
		return a, false
	}
	if a.share {
		return a, true
	}
	if prefixScale.Sign() > 0 {
		a.scale, a.value = prefixScale, a.value.Mul(prefixScale)
	}
	s.andFraction(&a)
	s.scaled(&a)
	s.andFraction(&a)
	s.continued(&a)
	s.overFraction(&a)
	if negative {
		a.value, a.bare = interval.Number{}.Sub(a.value), interval.Number{}.Sub(a.bare)
	}
	return a, true
}

// sign reads a minus before a number: "-1.3", "minus 387", "minus-5".
func (s *scan) sign(i int) (next int, negative bool) {
	t := s.at(i)
	if t.is("minus") && (s.before(i, "or") || s.at(i-1).is("-", "/") && s.before(i-1, "plus")) {
		return i, false // "plus or minus 300", "plus-minus 300"
	} else if t.is("minus") {
		if s.at(i + 1).isHyphen() {
			return i + 2, true
		}
		return i + 1, true
	}
	if t.is("negative") && !s.before(i, "tested", "testing", "test", "tests", "false") && (s.at(i+1).kind == numberToken || s.isNumberWord(i+1)) {
		return i + 1, true
	}
	if t.kind == symbolToken && t.is("-", "−", "–", "－") && (!t.glued || s.before(i, "<", ">", "=", "≤", "≥", "~", "(", "$", "€", "£")) && s.at(i+1).glued {
		return i + 1, true
	}
	return i, false
}

// digits reads a number in digits, with fractions ("7 1/2", "½", "1/16").
func (s *scan) digits(a *amount, i int) bool {
	t := s.at(i)
	if f, found := signFraction(s.text[t.start:t.end]); found {
		a.value, a.last = f, i
		a.bare = f
		return true
	}
	if t.kind != numberToken || superscript(firstRune(s.text[t.start:])) != "" {
		return false
	}
	value, err := interval.Parse(t.lower)
	if err != nil {
		return false
	}
	a.grouped, a.dotted, a.comma, a.last = t.grouped, t.dotted, t.comma, i
	next := s.at(i + 1)
	if f, found := signFraction(s.text[next.start:next.end]); found && next.glued {
		value, a.last = value.Add(f), i+1
	} else if f, n := s.slashFraction(i); n > 0 {
		value, a.last = f, i+n-1
	} else if f, n := s.slashFraction(i + 1); n > 0 && !next.glued && value.IsInt() {
		value, a.last = value.Add(f), i+n
	} else if p, n := s.powerOfTen(i + 1); n > 0 {
		value, a.last = value.Mul(p), i+n
	} else if t.lower == "10" && next.glued && superscript(firstRune(s.text[next.start:])) != "" {
		p, n := s.powerOfTen(i - 1)
		if n < 4 && len(s.at(i+1).lower) < 2 && s.at(i+1).is("1", "2") {
			return false // a power or a footnote
		}
		value, a.last = p, i-2+n
	}
	a.value, a.bare = value, value
	return true
}

func signFraction(s string) (interval.Number, bool) {
	if len(s) < 2 || s[0] < utf8.RuneSelf {
		return interval.Number{}, false
	}
	switch s {
	case "⅖":
		return interval.Frac(2, 5), true
	case "⅗":
		return interval.Frac(3, 5), true
	case "⅘":
		return interval.Frac(4, 5), true
	case "⅙":
		return interval.Frac(1, 6), true
	case "⅚":
		return interval.Frac(5, 6), true
	case "⅐":
		return interval.Frac(1, 7), true
	case "⅑":
		return interval.Frac(1, 9), true
	case "⅒":
		return interval.Frac(1, 10), true
	case "½":
		return interval.Frac(1, 2), true
	case "⅓":
		return interval.Frac(1, 3), true
	case "⅔":
		return interval.Frac(2, 3), true
	case "¼":
		return interval.Frac(1, 4), true
	case "¾":
		return interval.Frac(3, 4), true
	case "⅕":
		return interval.Frac(1, 5), true
	case "⅛":
		return interval.Frac(1, 8), true
	case "⅜":
		return interval.Frac(3, 8), true
	case "⅝":
		return interval.Frac(5, 8), true
	case "⅞":
		return interval.Frac(7, 8), true
	}
	return interval.Number{}, false
}

// slashFraction reads "1/16" at token i. Dates and scores such as "9/11" or
// "5/7" have other denominators, or no smaller numerator.
func (s *scan) slashFraction(i int) (interval.Number, int) {
	top, slash, bottom := s.at(i), s.at(i+1), s.at(i+2)
	if top.kind != numberToken || bottom.kind != numberToken || !slash.is("/", "⁄") || !slash.glued || !bottom.glued || s.at(i+3).is("/") {
		return interval.Number{}, 0
	}
	switch bottom.lower {
	case "2", "3", "4", "8", "10", "16", "32", "64", "100":
	default:
		// "1⁄12", "-4/5", "1 4/5", "1/40 of": no date or score.
		plain := !slash.is("⁄") && !s.before(i, "-", "−") && !s.at(i+3).is("of") && !(s.at(i-1).kind == numberToken && !top.glued)
		if plain || len(bottom.lower) > 4 {
			return interval.Number{}, 0
		}
	}
	f, err := interval.Parse(top.lower + "/" + bottom.lower)
	if err != nil || f.Cmp(interval.Int(1)) >= 0 || f.Sign() == 0 {
		return interval.Number{}, 0
	}
	return f, 3
}

// powerOfTen reads "×10−8" or "x10^6" after a number.
func (s *scan) powerOfTen(i int) (interval.Number, int) {
	j, sign := i+2, ""
	switch {
	case s.at(i).is("e") && s.at(i).glued && (s.at(i+1).glued || s.at(i+1).is("-", "+", "−")): // "1.3e6"
		j = i + 1
	case s.at(i).is("×", "x", "·", "*") && s.at(i+1).lower == "10", s.at(i+1).lower == "10" && s.at(i+2).glued && superscript(firstRune(s.text[s.at(i+2).start:])) != "":
	default:
		return interval.Number{}, 0
	}
	if s.at(j).is("^") {
		j++
	}
	if s.at(j).is("-", "−", "–", "+") {
		if !s.at(j).is("+") {
			sign = "-"
		}
		j++
	}
	exponent := s.at(j)
	for more := s.at(j + 1); exponent.kind == numberToken && more.glued && superscript(firstRune(s.text[more.start:])) != "" && superscript(firstRune(s.text[exponent.start:])) != ""; more = s.at(j + 1) {
		exponent.lower, j = exponent.lower+more.lower, j+1
	}
	if exponent.kind != numberToken || len(exponent.lower) > 2 || strings.Contains(exponent.lower, ".") || !exponent.glued {
		return interval.Number{}, 0
	}
	p, err := interval.Parse("1e" + sign + exponent.lower)
	if err != nil {
		return interval.Number{}, 0
	}
	return p, j - i + 1
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// spelled reads number words: "twenty-eight thousand six hundred", "half a
// million", "a dozen", "a third", "one in four".
func (s *scan) spelled(a *amount, i int) bool {
	a.spelled = true
	if s.partOfWhole(a, i) {
		return true
	}
	if t := s.at(i); t.is("half") {
		j := i + 1
		if s.at(j).is("a", "an", "-") {
			j++
		}
		if scale, found := s.words.scales[s.at(j).lower]; found && !s.at(j).is("hundred") {
			a.bare, a.scale, a.last = interval.Frac(1, 2), scale, j
			a.value = a.bare.Mul(scale)
			return true
		}
		return false
	}
	if t := s.at(i); t.is("a") && s.at(i+1).is("half") {
		a.article = true
		return s.spelled(a, i+1) // "a half-dozen"
	} else if t.is("a", "an") {
		scale, found := s.words.scales[s.at(i+1).lower]
		if !found {
			return false
		}
		a.bare, a.scale, a.value, a.last, a.article = interval.Int(1), scale, scale, i+1, true
		if rest, last := s.wordsNumber(i + 3); s.at(i+2).is("and") && last >= i+3 && rest.Cmp(scale) < 0 && s.at(i+1).is("hundred", "thousand") {
			a.value, a.last, a.scale = scale.Add(rest), last, interval.Number{}
			a.bare = a.value
		}
		return true
	}
	value, last := s.wordsNumber(i)
	if last < i {
		return s.bareScale(a, i)
	}
	a.value, a.bare, a.last = value, value, last
	s.spelledScale(a, i)
	s.decimals(a, last+1)
	return true
}

// spelledScale tells the scale words at the end of number words from the rest,
// so that "two to three million" carries them back.
func (s *scan) spelledScale(a *amount, first int) {
	scale := interval.Int(1)
	j := a.last
	for ; j > first; j-- {
		n, found := s.words.scales[s.at(j).lower]
		if !found {
			break
		}
		scale = scale.Mul(n)
	}
	if bare := a.value.Div(scale); j < a.last && bare.Cmp(interval.Int(100)) < 0 {
		a.bare, a.scale = bare, scale
	}
}

// bareScale reads "hundred thousand", where "a" or "one" is left out.
func (s *scan) bareScale(a *amount, i int) bool {
	if !s.at(i).is("hundred") || !s.isScale(i+1) || s.at(i-1).kind == numberToken || s.isNumberWord(i-1) {
		return false
	}
	a.bare, a.scale, a.last = interval.Int(1), s.words.scales["hundred"].Mul(s.words.scales[s.at(i+1).lower]), i+1
	a.value = a.scale
	return true
}

// wordsNumber adds number words up; last is less than i when there are none.
func (s *scan) wordsNumber(i int) (total interval.Number, last int) {
	return s.addWords(i, s.startsFraction)
}

// plainWordsNumber is wordsNumber without a look at what may be a fraction: such
// a look within a look would take time without bound.
func (s *scan) plainWordsNumber(i int) (total interval.Number, last int) {
	return s.addWords(i, func(int) bool { return false })
}

// addWords adds number words up, as far as no fraction of its own starts.
func (s *scan) addWords(i int, startsFraction func(int) bool) (total interval.Number, last int) {
	if t := s.at(i); t.kind != wordToken || !t.lexeme.number {
		return total, i - 1 // a scale word counts only behind a number
	}
	hundred := interval.Int(100)
	group, below := interval.Number{}, interval.Number{} // below: what the next word must be less than; 0 for no limit
	last = i - 1
	ceiling := interval.Number{}
	for j := i; ; {
		t := s.at(j)
		n, isNumber := s.words.numbers[t.lower]
		switch {
		case t.kind != wordToken:
			return total.Add(group), last
		case isNumber:
			if last >= i && (below.Sign() == 0 || n.Cmp(below) >= 0 || n.Sign() == 0) {
				return total.Add(group), last
			}
			group = group.Add(n)
			below = interval.Number{}
			if n.Cmp(interval.Int(20)) >= 0 {
				below = interval.Int(10)
			}
		default:
			scale, isScale := s.words.scales[t.lower]
			if !isScale || last < i || scale.Equal(interval.Int(12)) || t.is("lakh", "lakhs", "crore", "crores") {
				return total.Add(group), last
			}
			if scale.Equal(hundred) {
				if group.Cmp(hundred) >= 0 || group.Sign() == 0 {
					return total.Add(group), last
				}
				group, below = group.Mul(hundred), hundred
			} else {
				if group.Sign() == 0 || ceiling.Sign() > 0 && scale.Cmp(ceiling) >= 0 {
					return total.Add(group), last
				}
				total, group, below, ceiling = total.Add(group.Mul(scale)), interval.Number{}, scale, scale
			}
		}
		last = j
		j++
		if next := s.at(j); next.isHyphen() && (next.glued || below.Equal(interval.Int(10)) && s.isDigitWord(j+1)) {
			j++
			if _, number := s.words.numbers[s.at(j).lower]; !number {
				if _, scale := s.words.scales[s.at(j).lower]; !scale {
					return total.Add(group), last
				}
			}
		} else if next.is("and") && below.Cmp(hundred) >= 0 {
			if _, number := s.words.numbers[s.at(j+1).lower]; number && !startsFraction(j+1) {
				j++
			}
		}
	}
}

// isDigitWord reports whether the token is a number word from one to nine.
func (s *scan) isDigitWord(i int) bool {
	n, found := s.words.numbers[s.at(i).lower]
	return found && n.Sign() > 0 && n.Cmp(interval.Int(10)) < 0
}

// startsFraction reports whether the number words at i are the upper part of a
// fraction: "five billion and three quarters".
func (s *scan) startsFraction(i int) bool {
	f, last := s.fractionOf(i, s.plainWordsNumber)
	return last >= i && f.Cmp(interval.Int(1)) < 0
}

func (s *scan) isScale(i int) bool {
	_, found := s.words.scales[s.at(i).lower]
	return found
}

// scaled reads the scale words after the digits: "million", "hundred
// thousand", "bn", "k".
func (s *scan) scaled(a *amount) {
	for {
		j := a.last + 1
		t := s.at(j)
		if t.isHyphen() && t.glued && s.isScale(j+1) && s.at(j+1).glued {
			j++
			t = s.at(j)
		}
		scale, found := s.words.scales[t.lower]
		if !found && a.scale.Sign() == 0 {
			scale, found = s.scaleLetter(*a, j)
		}
		if !found || t.kind != wordToken {
			return
		}
		if a.scale.Sign() == 0 {
			a.scale = interval.Int(1)
		}
		a.scale, a.value, a.last = a.scale.Mul(scale), a.value.Mul(scale), j
	}
}

// scaleLetter decides whether a letter after digits multiplies: "$85m" and
// "35m of them" are millions, "37m long" is a length.
func (s *scan) scaleLetter(a amount, i int) (interval.Number, bool) {
	t := s.at(i)
	scale, found := s.words.letters[t.lower]
	if !found || a.spelled {
		return scale, false
	}
	money := a.unit.kind == moneyUnit
	next := s.at(i + 1)
	if next.glued && next.kind != symbolToken || next.glued && next.is("/", "²", "³") {
		return scale, false
	}
	ends := next.kind != wordToken || next.lower == ""
	switch t.lower {
	case "bn", "mn", "mln", "bln", "trn", "tn":
		return scale, true
	case "mil", "mio":
		return scale, money || t.glued
	case "mm":
		return scale, money && t.glued
	case "k":
		return scale, t.glued || ends && !a.value.IsInt()
	}
	if (t.glued || t.upper && !a.value.IsInt()) && !money && ends && (t.upper || t.lower == "b" && !a.value.IsInt()) && (t.lower == "m" || t.lower == "b") {
		return scale, true // "10M", "1.2b"
	}
	if money {
		return scale, t.glued || !next.glued
	}
	if t.lower == "t" {
		return scale, false
	}
	if !t.glued && !t.upper {
		return scale, false
	}
	plural := next.kind == wordToken && !next.glued && (strings.HasSuffix(next.lower, "s") && !next.is("is", "was", "has", "its", "as", "this") || next.is("of", "people") || s.words.in("collective", next.lower))
	_, unitAfter := s.units.at(s.text, s.list, i+1)
	if next.kind == wordToken && !next.glued && t.upper && (next.isNoun() || next.tag == "JJ") {
		plural = true
	}
	return scale, plural || unitAfter > 0 && !next.glued
}
