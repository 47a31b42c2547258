package claims

import "muster/interval"

// The words before the lower end of a range that are no bound of their own.
var (
	lowestWords = [...]string{"as", "low", "as"}
	fewestWords = [...]string{"as", "few", "as"}
	leastWords  = [...]string{"as", "little", "as"}
)

// ranged reads the second number of a range: "800 to 1,000", "between 5 and
// 6", "three or four", "10 percent to 15 percent", "$10 to $15 billion".
func (s *scan) ranged(q *quantity) {
	a := &q.amount
	if !a.share {
		s.ownUnit(a)
	}
	first := *a
	lowest := s.matches(q.first-3, lowestWords[:]) || s.matches(q.first-3, fewestWords[:]) || s.matches(q.first-3, leastWords[:])
	start := q.first
	if lowest {
		start -= 3 // "from as low as 300 to as high as 700"
	}
	between := s.before(start, "between") || s.before(start, "of") && s.before(start-1, "ages")
	from := s.before(start, "from")
	j := a.last + 1
	if u, n := s.units.at(s.text, s.list, j); n > 0 && a.unit.name == "" && s.mayFollow(a, j, n) && (s.joins(j+n, between) || from && (s.upTo(j+n) || s.afterAdjunct(j+n) > 0)) {
		a.unit, a.last = u, j+n-1
		j += n
	}
	if from || between {
		if s.upTo(j) {
			j++ // "from 20 up to 30"
		} else if k := s.afterAdjunct(j); k > 0 && from && a.unit.name != "" && s.changeBefore(start-1) {
			j = k // "from $75 in May to $46"
		}
	}
	glued := s.at(j).glued && s.at(j).isDash()
	slash := s.at(j).is("/") && s.at(j).glued && a.unit.kind == moneyUnit && s.at(j+1).glued && s.at(j+1).kind != numberToken
	if !s.joins(j, between) && !slash {
		q.last, q.unit = a.last, a.unit
		return
	}
	k := j + 1
	if s.at(j).isDash() && s.at(k).is("to") && s.at(k+1).isDash() { // 0-to-60
		k += 2
	} else if s.at(j).isDash() && s.at(k).is("to", "or") { // 8- to 16-metre
		k++
	}
	for limit := k + 3; k < limit && s.at(k).is("about", "around", "roughly", "nearly", "approximately", "over", "almost", "some", "as", "much", "many", "more", "than", "up", "high", "low", "just", "well"); {
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
	if a.unit.kind == percentUnit && bUnit.name == "" && s.at(j).is("to") && !from && !between {
		q.last, q.unit = a.last, a.unit
		return // "and patrols 4 percent to 610": a step, then the level
	}
	if a.unit.name != "" && bUnit.name != "" && a.unit.name != bUnit.name {
		q.last, q.unit = a.last, a.unit
		return
	}
	if s.at(j).is("to") && a.unit.name == "" && bUnit.kind == moneyUnit && !from && !between && !s.at(b.first).is("$") {
		q.last, q.unit = a.last, a.unit
		return
	}
	if slash && (b.unit.name != a.unit.name || b.value.Cmp(a.value) <= 0) {
		q.last, q.unit = a.last, a.unit
		return
	}
	// A change verb right before, without "from", tells the step and then the
	// level: "rose 5 to 120", but "lost 3 to 5 players".
	steps := a.unit.name != "" || bUnit.name == "" && !s.at(b.last+1).isNoun()
	if s.at(j).is("to") && steps && !from && !between && s.changeWord(q.first-1) && !s.at(q.first-1).is("add", "adds", "added", "up") {
		q.last, q.unit = a.last, a.unit
		return
	}
	if s.at(j).is("or") && (s.before(start, ",") && s.at(start-2).kind == numberToken || !a.spelled && a.value.Cmp(interval.Int(100)) > 0 || b.value.Cmp(a.value) <= 0 || a.unit.name != "" && b.unit.name == "") {
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
	if u, n := s.units.at(s.text, s.list, s.unitStart(b.last)); n > 0 && u.name == b.unit.name {
		q.end = s.unitStart(b.last) + n - 1 // told at both ends
	}
	q.change = from && s.changeBefore(start-1) || descending
	if between {
		if s.before(start, "between") {
			q.first = start - 1
		}
		q.change = false
	} else if from {
		q.first = start - 1
	}
	if descending && glued && !from {
		q.kind, q.change = "score", false
	}
}

func (s *scan) upTo(i int) bool { return s.at(i).is("up") && s.at(i+1).is("to") }

// afterAdjunct skips what says when or where the first level held, in "from
// $75 in May to $46": it returns the token of "to"; 0 when there is none.
func (s *scan) afterAdjunct(i int) int {
	if !s.at(i).is("in", "on", "at", "during", "last", "a", "the", "early", "earlier", "just") {
		return 0
	}
	for j := i + 1; j < i+8; j++ {
		t := s.at(j)
		switch {
		case t.is("to"):
			return j
		case t.kind == numberToken && !s.looksLikeYear(t), t.kind == symbolToken, t.tag == "VBD", t.tag == "VBZ", t.tag == "MD", t.is("from", "and", "or", "but"):
			return 0
		}
	}
	return 0
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
	return t.is("to", "or", "through", "thru") || t.is("~", "～") && t.glued == s.at(j+1).glued || between && t.is("and") || t.isDash() && (t.glued == s.at(j+1).glued) && !t.is("—") || t.isHyphen() && t.glued && s.at(j+1).is("to", "or")
}
