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
	for i := 0; i < len(s.list); {
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
		if q.first < s.after(found) {
			q.first = max(s.after(found), q.first)
		}
		found = append(found, q)
		i = max(q.end, q.last) + 1
	}
	return found
}

// mayStart is a quick look that spares most tokens the grammar.
func (s *scan) mayStart(i int) bool {
	t := s.list[i]
	if t.kind == numberToken || t.kind == wordToken && s.words.starters[t.lower] {
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
	q := quantity{first: a.first, numberFirst: a.first, last: a.last, amount: a, qualifier: Exact, unit: a.unit}
	if a.share {
		q.end = q.last
		s.ranged(&q)
		s.qualified(&q)
		return q, true
	}
	s.ranged(&q)
	s.afterwards(&q)
	s.measured(&q)
	s.qualified(&q)
	s.rated(&q)
	return q, true
}

// articleUnit reads "a year" where it says how long: "for a year", "by a month".
func (s *scan) articleUnit(i int) (quantity, bool) {
	if !s.at(i).is("a", "an") || !s.at(i-1).is("for", "by", "lasting", "within") {
		return quantity{}, false
	}
	u, n := s.units.at(s.text, s.list, i+1)
	if n == 0 || u.kind != durationUnit || s.words.in("time_after", s.at(i+1+n).lower) || s.at(i+1+n).isNoun() || s.at(i+1+n).isHyphen() {
		return quantity{}, false
	}
	one := interval.Int(1)
	a := amount{first: i, last: i, value: one, bare: one, article: true, spelled: true}
	return quantity{first: i, numberFirst: i, last: i, end: i + n, amount: a, qualifier: Exact, unit: u}, true
}

// vague reads "dozens", "tens of thousands of", "several", "a handful of".
func (s *scan) vague(i int) (quantity, bool) {
	for _, phrase := range s.words.vague[s.at(i).lower] {
		if !s.matches(i, phrase) {
			continue
		}
		last := i + len(phrase) - 1
		q := quantity{first: i, numberFirst: i, last: last, qualifier: Vague, amount: amount{first: i, last: last, spelled: true}}
		if s.at(last).is("couple", "handful") && !s.at(last+1).is("of") || s.at(last).is("scores") && !s.at(last+1).is("of") {
			return quantity{}, false
		}
		if s.at(last).is("few") && s.at(last+1).is("and", "or", "too") {
			return quantity{}, false
		}
		if s.at(last + 1).is("of") {
			last++
			q.last = last
		}
		if u, n := s.units.at(s.text, s.list, last+1); n > 0 && s.at(last+1).kind == wordToken && !s.at(last+1).glued {
			q.unit, q.end = u, last+n
		}
		q.end = max(q.end, q.last)
		return q, true
	}
	return quantity{}, false
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

// ranged reads the second number of a range: "800 to 1,000", "between 5 and
// 6", "three or four", "10 percent to 15 percent", "$10 to $15 billion".
func (s *scan) ranged(q *quantity) {
	a := &q.amount
	if !a.share {
		s.ownUnit(a)
	}
	first := *a
	between := s.before(q.first, "between") || s.before(q.first, "of") && s.before(q.first-1, "ages")
	from := s.before(q.first, "from")
	j := a.last + 1
	if u, n := s.units.at(s.text, s.list, j); n > 0 && a.unit.name == "" && s.joins(j+n, between) {
		a.unit, a.last = u, j+n-1
		j += n
	}
	glued := s.at(j).glued && s.at(j).isDash()
	if !s.joins(j, between) {
		q.last, q.unit = a.last, a.unit
		return
	}
	k := j + 1
	if s.at(j).isDash() && s.at(k).is("to") && s.at(k+1).isDash() { // 0-to-60
		k += 2
	} else if s.at(j).isDash() && s.at(k).is("to", "or") { // 8- to 16-metre
		k++
	}
	start := k
	for s.at(k).is("about", "around", "roughly", "nearly", "approximately", "over", "almost", "some", "as", "much", "many", "more", "than", "up") && k < start+3 {
		k++
	}
	b, ok := s.amount(k)
	yearLike := s.looksLikeYear(s.at(b.first)) && !s.looksLikeYear(s.at(a.first))
	if !ok || b.share != a.share || s.skipped(k) > 0 && !glued && !yearLike {
		q.last, q.unit = a.last, a.unit
		return
	}
	if glued && k == j+1 && (!s.at(j+1).glued || b.article) {
		q.last, q.unit = a.last, a.unit
		return
	}
	s.ownUnit(&b)
	bUnit := b.unit
	if bUnit.name == "" {
		if u, n := s.units.at(s.text, s.list, s.unitStart(b.last)); n > 0 {
			bUnit = u
		}
	}
	if a.unit.name != "" && a.unit.kind != moneyUnit && !a.share && bUnit.name == "" && s.at(b.last+1).isNoun() {
		q.last, q.unit = a.last, a.unit
		return
	}
	if a.unit.name != "" && bUnit.name != "" && a.unit.name != bUnit.name {
		q.last, q.unit = a.last, a.unit
		return
	}
	if s.at(j).is("to") && a.unit.name == "" && bUnit.kind == moneyUnit && !from && !between && !s.at(b.first).is("$") {
		q.last, q.unit = a.last, a.unit
		return
	}
	// A change verb right before, without "from", tells the step and then the level.
	if s.at(j).is("to") && !from && !between && s.changeWord(q.first-1) && !s.at(q.first-1).is("add", "adds", "added", "up") {
		q.last, q.unit = a.last, a.unit
		return
	}
	if s.at(j).is("or") && (!a.spelled && a.value.Cmp(interval.Int(100)) > 0 || b.value.Cmp(a.value) <= 0 || a.unit.name != "" && b.unit.name == "") {
		q.last, q.unit = a.last, a.unit
		return
	}
	carry(a, b)
	if a.unit.name == "" {
		a.unit = b.unit
	}
	if b.unit.name == "" {
		b.unit = a.unit
	}
	descending := b.value.Cmp(a.value) < 0
	if descending && !from && !between && !glued {
		q.last, q.unit = first.last, first.unit
		*a = first
		return // "46 percent to 42 percent": two results
	}
	q.other, q.paired, q.last, q.unit, q.qualifier = b, true, b.last, b.unit, Range
	q.change = from && (descending || s.changeBefore(q.first)) || descending
	if between {
		if s.before(q.first, "between") {
			q.first--
		}
		q.change = false
	} else if from {
		q.first--
	}
	if descending && glued && !from {
		q.kind, q.change = "score", false
	}
}

// carry gives the scale of the second number to the first: "$10 to $15
// billion". "$500,000 to $1 million" is not carried, nor "$200 to $4 million".
func carry(a *amount, b amount) {
	if b.scale.Sign() > 0 && a.scale.Sign() == 0 && !a.grouped && a.bare.Cmp(b.bare) < 0 && b.scale.Cmp(interval.Int(12)) != 0 {
		a.scale, a.value = b.scale, a.bare.Mul(b.scale)
	}
}

// joins reports whether token j joins the two ends of a range.
func (s *scan) joins(j int, between bool) bool {
	t := s.at(j)
	return t.is("to", "or") || between && t.is("and") || t.isDash() && (t.glued == s.at(j+1).glued) && !t.is("—") || t.isHyphen() && t.glued && s.at(j+1).is("to", "or")
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
	}
}

// mayFollow reports whether the unit of n tokens at i belongs to the number:
// one-letter signs do only when they are glued to it.
func (s *scan) mayFollow(a *amount, i, n int) bool {
	t := s.at(i)
	if next := s.at(i + n); next.glued && (next.kind == wordToken && !next.is("'s") || next.kind == numberToken) {
		return false
	}
	if t.end-t.start == 1 && n == 1 && t.kind == wordToken {
		// "68 p", "5 m": a single letter apart from the number must end the phrase.
		return !a.spelled && (t.glued || !t.upper && !t.is("a", "s") || t.upper && s.at(i+1).kind != wordToken && t.is("w", "v", "k", "r"))
	}
	if t.is("in", "as", "at") {
		return false
	}
	return true
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
		if n == 0 {
			return
		}
		if !s.mayFollow(&tail, i, n) || s.capitalName(i) {
			return
		}
		if u.kind == durationUnit && s.at(i).lower == "second" && s.at(i).glued == false && tail.article {
			return
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

// qualified reads the words before the number that bound it.
func (s *scan) qualified(q *quantity) {
	for {
		start, qualifier := s.qualifierBefore(q)
		if qualifier == "" {
			return
		}
		q.first = start
		switch {
		case q.qualifier == Vague:
		case q.paired && !q.change:
		case q.qualifier == Exact || q.qualifier == About || q.paired:
			if !q.paired {
				q.qualifier = qualifier
			}
		}
	}
}

// qualifierBefore finds the longest qualifier that ends before the quantity.
func (s *scan) qualifierBefore(q *quantity) (int, Qualifier) {
	i := q.first - 1
	for skipped := 0; skipped < 3; skipped++ {
		if _, known := s.words.before[s.at(i).lower]; known {
			if start, qualifier := s.qualifierAt(i, q); qualifier != "" {
				return start, qualifier
			}
		}
		if !s.words.in("between", s.at(i).lower) || s.at(i).is("the") {
			return 0, "" // "below the 2,500": a level, not a bound
		}
		i--
	}
	return 0, ""
}

func (s *scan) qualifierAt(i int, q *quantity) (int, Qualifier) {
	for _, words := range s.words.before[s.at(i).lower] {
		start := i - len(words.tokens) + 1
		if !s.matches(start, words.tokens) || !s.qualifies(start, i, q) {
			continue
		}
		return start, words.qualifier
	}
	return 0, ""
}

// qualifies keeps words apart that bound a number only in some places: "over
// five years" is a span of time, "over 5,000" a bound.
func (s *scan) qualifies(start, end int, q *quantity) bool {
	word := s.at(end)
	adjacent := end == q.first-1
	switch {
	case s.at(end + 1).isHyphen():
		return true
	case !adjacent && word.is("over", "under", "above", "below", "around", "about", "near", "some", "beyond", "minimum", "maximum"):
		return word.is("about", "around", "over") && s.at(end+1).is("a", "an") && q.amount.article
	case start == end && word.is("over", "around", "near", "beyond", "above", "below", "under") && q.unit.kind == durationUnit:
		return s.before(start, "for", "lasted", "last", "took", "takes", "spent", "just", "well", "is", "was", "of")
	case start == end && word.is("above", "below", "near", "beyond") && q.unit.name == "" && s.at(start-1).is("from", "and", "the"):
		return false
	case start == end && word.is("some"):
		return q.qualifier != Vague && !q.amount.share && !s.at(start-1).is("for")
	case word.is("up"):
		return false
	}
	return true
}

// afterwards reads the words after the number that bound it: "or more", "-plus".
func (s *scan) afterwards(q *quantity) {
	i := max(q.last, q.end) + 1
	for _, words := range s.words.after[s.at(i).lower] {
		if !s.matches(i, words.tokens) {
			continue
		}
		last := i + len(words.tokens) - 1
		if (s.at(i).is("plus", "odd", "max", "maximum")) && !s.at(i-1).isHyphen() && s.at(last+1).kind != symbolToken {
			continue
		}
		if s.at(i).is("+") && !s.at(i).glued {
			continue
		}
		if words.tokens[0] == "and" && s.at(last+1).kind == wordToken && s.isNumberWord(last+1) {
			continue
		}
		if !q.paired {
			q.qualifier = words.qualifier
		}
		q.last = last
		q.end = max(q.end, last)
		return
	}
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
		if t.is("every", "each") && s.at(j).is("single") {
			j++
		}
		noun := s.at(j)
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
	if len(found) == 0 || !s.before(q.first, "(") {
		return
	}
	p := found[len(found)-1]
	if max(p.last, p.end)+2 != q.first || q.unit.name == "" || q.unit.name == p.unit.name {
		return
	}
	bare := p.unit.name == "" && q.unit.kind == moneyUnit && p.amount.scale.Sign() > 0 // a sign was lost
	if !bare && (p.unit.name == "" || q.unit.kind != p.unit.kind) {
		return
	}
	q.conversionOf = true
	if q.qualifier == Exact && !q.paired {
		q.qualifier = p.qualifier
	}
}

// changeWord reports whether the token tells a rise or fall.
func (s *scan) changeWord(i int) bool { return s.direction(i) != "" }

func (s *scan) direction(i int) string {
	t := s.at(i)
	switch {
	case s.words.in("up", t.lower):
		return "up"
	case s.words.in("down", t.lower):
		return "down"
	}
	return ""
}

// changeBefore reports whether a word of rise or fall stands in the clause
// before token i.
func (s *scan) changeBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if s.at(j).is(",", ";", ":") {
			return false
		}
		if _, multiple := s.words.multiples[s.at(j).lower]; multiple || s.changeWord(j) {
			return true
		}
	}
	return false
}
