package claims

import (
	"muster/interval"
)

// quantity is a number with its bounds, unit and rate, as tokens of a sentence.
type quantity struct {
	first, last  int // number expression with qualifier, currency and percent sign
	numberFirst  int // the same without qualifier
	end          int // last token of unit and rate, where they stand next to the number
	amount       amount
	other        amount // the second number of a range or change
	paired       bool   // other is set
	change       bool   // "from A to B" is a change
	qualifier    Qualifier
	magnitude    interval.Interval // of vague words; open where they tell none
	unit         unit
	per          string
	multiple     bool   // told as a multiple of something else
	conversionOf bool   // in parentheses after another amount: the same told in another unit
	kind         string // not a figure: "age", "time", "one", "score"
	hyphenated   bool   // "11-page document": the unit modifies a noun
}

// quantities finds all quantities of the sentence, in text order.
func (s *scan) quantities() []quantity {
	var found []quantity
	checked := 0
	for i := 0; i < len(s.list); {
		if s.list[i].kind == numberToken && i >= checked {
			n := 0
			if n, checked = s.bareRun(i); n > mostBare {
				i = checked
				continue
			}
		}
		if t := &s.list[i]; t.kind == wordToken && t.lexeme.marks&mayBeginNumber == 0 && t.end-t.start != len("MUSD") {
			i++ // as most
			continue
		}
		if n := s.skipped(i); n > 0 {
			i += n
			continue
		}
		q, ok := quantity{}, false
		if s.mayStart(i) {
			q, ok = s.quantity(i)
		}
		if !ok {
			i++
			continue
		}
		s.converted(&q, found)
		q.first = max(s.after(found), q.first)
		if len(found) > 0 && s.conjoined(&found[len(found)-1], q) {
			i = s.after(found)
			continue
		}
		found = append(found, q)
		i = max(q.end, q.last) + 1
	}
	return found
}

// mostBare is how many numbers may follow one another without a word between
// them. More are data, not what anybody tells: a table belongs in a record file.
const mostBare = 24

// bareRun returns how many numbers stand from token i on without a word
// between them, and the token after them.
func (s *scan) bareRun(i int) (numbers, end int) {
	for end = i; end < len(s.list) && s.list[end].kind != wordToken; end++ {
		if s.list[end].kind == numberToken {
			numbers++
		}
	}
	return numbers, end
}

// mayStart is a quick look that spares most tokens the grammar.
func (s *scan) mayStart(i int) bool {
	t := &s.list[i]
	if t.kind == wordToken && t.lexeme.marks&mayBeginNumber == 0 && t.end-t.start != len("MUSD") {
		return false // as most: it neither is a number nor may stand before one as its unit
	}
	if t.kind == numberToken || t.kind == wordToken && t.lexeme.starter {
		return true
	}
	if t.is("a", "an") && (s.at(i+1).lexeme.afterArticle || s.before(i, "for", "by", "lasting", "within") || s.at(i+1).isHyphen() || s.at(i+2).is("and") && s.at(i+1).lexeme.units != nil) {
		return true
	}
	return s.at(i+1).kind == numberToken || s.at(i+2).kind == numberToken || t.kind == symbolToken && t.end-t.start > 1
}

// after returns the token after the last quantity.
func (s *scan) after(found []quantity) int {
	if len(found) == 0 {
		return 0
	}
	q := found[len(found)-1]
	return max(q.last, q.end) + 1
}

// quantity reads the quantity whose number starts at token i.
func (s *scan) quantity(i int) (quantity, bool) {
	if q, ok := s.vague(i); ok {
		s.qualified(&q)
		s.rated(&q)
		return q, true
	}
	if q, ok := s.multiple(i); ok {
		s.qualified(&q)
		return q, true
	}
	a, ok := s.amount(i)
	if !ok {
		return s.articleUnit(i)
	}
	if q, ok := s.multiplied(a); ok {
		s.qualified(&q)
		return q, true
	}
	q := quantity{first: a.first, numberFirst: a.first, last: a.last, amount: a, qualifier: Exact, unit: a.unit}
	if a.share && s.ofOneUnit(&q) {
		s.qualified(&q)
		s.rated(&q)
		return q, true
	}
	if a.share {
		q.end = q.last
		s.ranged(&q)
		s.afterwards(&q)
		s.qualified(&q)
		return q, true
	}
	s.ranged(&q)
	s.afterwards(&q)
	s.measured(&q)
	s.compound(&q)
	s.qualified(&q)
	i = max(q.last, q.end) + 1
	if after := s.orEqual(&q, i); after > i {
		q.last = after - 1
	}
	s.rated(&q)
	if q.per == "" {
		s.denominated(&q)
	}
	return q, true
}

// ofOneUnit reads "a quarter of a cent", "two-thirds of a mile": a measure, no
// share.
func (s *scan) ofOneUnit(q *quantity) bool {
	if !s.at(q.last+1).is("of") || !s.at(q.last+2).is("a", "an", "one") {
		return false
	}
	u, n := s.units.at(s.text, s.list, q.last+3)
	if n == 0 || s.at(q.last+3+n).isHyphen() || s.at(q.last+3+n).isNoun() {
		return false
	}
	q.unit, q.end, q.amount.share = u, q.last+2+n, false
	if u.kind == moneyUnit || u.kind == percentUnit {
		q.last = q.end
	}
	return true
}

// articleUnit reads "a year" where it says how long: "for a year", "by a month", and "an hour"
// where a smaller unit goes on: "an hour and forty minutes".
func (s *scan) articleUnit(i int) (quantity, bool) {
	if !s.at(i).is("a", "an") {
		return quantity{}, false
	}
	u, n := s.units.at(s.text, s.list, i+1)
	if n > 0 && u.kind == durationUnit && s.at(i+1+n).is("and") && !s.at(i-1).isNoun() { // no "times an hour"
		one := interval.Int(1)
		q := quantity{first: i, numberFirst: i, last: i, end: i + n, amount: amount{first: i, last: i, value: one, bare: one, spelled: true}, qualifier: Exact, unit: u}
		if s.compound(&q); q.last > i {
			return q, true
		}
	}
	if !s.at(i-1).is("for", "by", "lasting", "within") {
		return quantity{}, false
	}
	if n == 0 || u.kind != durationUnit || u.name == "century" || u.name == "millennium" || s.words.in("time_after", s.at(i+1+n).lower) || s.at(i+1+n).isNoun() || s.at(i+1+n).isHyphen() {
		return quantity{}, false
	}
	one := interval.Int(1)
	a := amount{first: i, last: i, value: one, bare: one, article: true, spelled: true}
	return quantity{first: i, numberFirst: i, last: i, end: i + n, amount: a, qualifier: Exact, unit: u}, true
}

func (s *scan) matches(i int, phrase []string) bool {
	if i < 0 || i+len(phrase) > len(s.list) {
		return false
	}
	for j, word := range phrase {
		if s.list[i+j].lower != word {
			return false
		}
	}
	return true
}

func (s *scan) before(i int, words ...string) bool { return i > 0 && s.at(i-1).is(words...) }

// ownUnit takes a percent or currency word that stands right after a number
// into the number: "10 percent", "35 euros".
func (s *scan) ownUnit(a *amount) {
	if a.unit.name != "" {
		return
	}
	if u, n := s.units.at(s.text, s.list, a.last+1); n > 0 && (u.kind == percentUnit || u.kind == moneyUnit) && s.mayFollow(a, a.last+1, n) {
		a.unit, a.last = u, a.last+n
		if a.scale.Sign() == 0 && u.kind == moneyUnit { // "75 USD million"
			s.scaled(a)
		}
	} else if u, n := s.units.at(s.text, s.list, a.last+2); n > 0 && u.kind == moneyUnit && s.at(a.last+2).is(u.name+"s") && s.at(a.last+1).kind == wordToken && s.at(a.last+1).upper {
		a.unit, a.last = u, a.last+1+n // "64 million Norland crowns"
	} else if u, scale := s.moneyWithScale(a.last + 1); u.name != "" && a.scale.Sign() == 0 {
		a.unit, a.last, a.scale, a.value = u, a.last+1, scale, a.value.Mul(scale)
	}
}

// mayFollow reports whether the unit of n tokens at i belongs to the number:
// one-letter signs do only when they are glued to it.
func (s *scan) mayFollow(a *amount, i, n int) bool {
	t := s.at(i)
	if n == 1 && t.end-t.start == 1 && t.upper && t.is("p", "n") {
		return false // letters of pesos and naira stand before the number
	}
	if n == 1 && t.end-t.start == 1 && t.is("c", "f") && !s.heat(a, i) {
		return false // "the 13F filing"
	}
	if next := s.at(i + n); next.glued && (next.kind == wordToken && !next.is("'s") || next.kind == numberToken) {
		return false
	}
	if t.end-t.start == 1 && n == 1 && t.kind == wordToken {
		// "68 p", "5 m": a single letter apart from the number must end the phrase.
		return !a.spelled && (t.glued || !t.upper && !t.is("a", "s") || t.upper && s.at(i+1).kind != wordToken && t.is("w", "v", "k", "r", "l"))
	}
	if t.is("in", "as", "at") || t.is("marks") && a.scale.Sign() == 0 && s.at(i+1).is("the", "an") {
		return false // "day 100 marks the end"
	}
	return true
}

// heat reports whether the sentence speaks of temperatures, so that "40C" is
// one.
func (s *scan) heat(a *amount, i int) bool {
	if a.value.Sign() < 0 || s.before(a.first, "(") && s.at(i+1).is(")") || s.at(i+1).is("(") && s.at(i+2).kind == numberToken {
		return true
	}
	for _, t := range s.list {
		if s.words.in("heat", t.lower) {
			return true
		}
	}
	return false
}

func (s *scan) unitStart(last int) int {
	if s.at(last+1).isHyphen() && s.at(last+1).glued && s.at(last+2).glued {
		return last + 2
	}
	return last + 1
}

// measured reads the unit after the number: "72-hour", "771,000 acres", "6kW".
func (s *scan) measured(q *quantity) {
	q.end = max(q.end, q.last)
	tail := q.amount
	if q.paired {
		tail = q.other
	}
	if q.unit.name == "" {
		i := s.unitStart(q.end)
		u, n := s.units.at(s.text, s.list, i)
		if n == 0 && s.at(i).is("more", "further", "additional", "extra", "full", "working", "school", "calendar", "consecutive") {
			if more, m := s.units.at(s.text, s.list, i+1); m > 0 && more.kind == durationUnit { // "30 more days"
				u, n, i = more, m, i+1
			}
		}
		if n == 0 || !s.mayFollow(&tail, i, n) || s.capitalName(i) || s.countsMeters(&tail, i) || s.goesOnFoot(i) {
			if u, last := s.oddUnit(&tail, i); last >= i {
				q.unit, q.end = u, last
			}
			return
		}
		if u.kind == durationUnit && s.at(i).lower == "second" && !s.at(i).glued && tail.article {
			return
		}
		if u.name == "pound" && tail.scale.Cmp(interval.Int(1000)) > 0 && !s.at(i+n).is("of") {
			u = s.units.byWord["sterling"] // "3 million pounds"
		}
		q.unit, q.end = u, i+n-1
		q.hyphenated = i > tail.last+1
		if u.kind == percentUnit || u.kind == moneyUnit {
			q.last = q.end
		}
	}
	if next := s.at(q.end + 1); q.unit.kind == moneyUnit && next.is("us", "u.s.", "u.s", "usd", "cdn", "cad", "aud") && next.upper {
		q.end++
		q.last = q.end
	}
	if q.unit.kind == durationUnit && s.at(q.end+1).is("and") && s.at(q.end+2).is("a") && s.at(q.end+3).is("half") {
		half := interval.Frac(1, 2)
		q.amount.value = q.amount.value.Add(half)
		q.end += 3
		q.last = q.end
	}
	s.afterwards(q)
}

// capitalName reports whether the word at i begins a name rather than a unit:
// "5,000 Miles Foundation" does not occur, "3 Day Road" does.
func (s *scan) capitalName(i int) bool {
	return s.at(i).upper && s.at(i+1).upper && len(s.at(i).lower) > 3 && !s.allCapitals()
}

// rated reads the rate: "a day", "per month", "-a-day", "annually". What is
// counted may stand before it.
func (s *scan) rated(q *quantity) {
	q.end = max(q.end, q.last)
	if per, last := s.rateAt(q.end + 1); per != "" {
		q.per, q.end = per, last
	}
}

// rateAt reads a rate at token i: the unit of time and the last token.
func (s *scan) rateAt(i int) (string, int) {
	j := i
	if s.at(j).isHyphen() {
		j++
	}
	t := s.at(j)
	switch {
	case t.is("a", "an", "per", "every", "each") || t.is("/") && t.glued:
		j++
		if s.at(j).isHyphen() {
			j++
		}
		if s.words.in("rate_kinds", s.at(j).lower) && s.words.in("rates", s.at(j+1).lower) {
			j++ // "every working day"
		}
		noun := s.at(j)
		if noun.is("weekday", "workday") && !s.at(j+1).isNoun() {
			return "day", j
		}
		if !s.words.in("rates", noun.lower) || s.words.in("time_after", s.at(j+1).lower) || noun.is("second") && s.at(j+1).isNoun() {
			return "", 0
		}
		return noun.lower, j
	case t.is("daily"):
		return "day", j
	case t.is("annually", "yearly"):
		return "year", j
	case t.is("monthly"):
		return "month", j
	case t.is("weekly"):
		return "week", j
	case t.is("hourly"):
		return "hour", j
	}
	return "", 0
}

// converted links an amount in parentheses to the one before: "$85m (£65m)".
// It has the bounds of the first.
func (s *scan) converted(q *quantity, found []quantity) {
	if len(found) == 0 {
		return
	}
	p := found[len(found)-1]
	if !s.before(q.first, "(") && !(p.conversionOf && s.before(q.first, "/", ",", ";", "or")) {
		return // "(224 kW / 300 PS)"
	}
	if max(p.last, p.end)+2 != q.first || q.unit.name == "" || q.unit.name == p.unit.name {
		return
	}
	bare := p.unit.name == "" && q.unit.kind == moneyUnit && p.amount.scale.Sign() > 0 // a sign was lost
	for i := len(found) - 2; i >= 0 && !bare && p.unit.name == "" && q.unit.kind == moneyUnit; i-- {
		bare = found[i].conversionOf && found[i].unit == q.unit // as the pair before
	}
	if !bare && (p.unit.name == "" || q.unit.kind != p.unit.kind) {
		return
	}
	q.conversionOf = true
	s.denominatedBoth(&found[len(found)-1], q)
	if q.qualifier == Exact && !q.paired {
		q.qualifier = p.qualifier
	}
}
