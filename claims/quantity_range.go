package claims

import "muster/interval"

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
