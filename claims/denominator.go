package claims

// denominated reads what a price or a measure is told for, other than a unit
// of time: "$3.40 a gallon", "£30 per square foot", "95 g/km", "C$7 (US$5) per
// share". The unit is then named in words, as "mile per gallon" is, so that
// such an amount is never taken for a sum.
func (s *scan) denominated(q *quantity) {
	if q.unit.name == "" || q.unit.kind == percentUnit || q.multiple {
		return
	}
	if name, last := s.denominatorAt(q.end+1, q.unit.kind); name != "" {
		q.unit = q.unit.over(name)
		q.end = last
		s.rated(q)
	}
}

// denominatedBoth reads the denominator of an amount and its conversion.
func (s *scan) denominatedBoth(p, q *quantity) {
	if !s.at(q.end + 1).is(")") {
		return
	}
	if per, _ := s.rateAt(q.end + 2); per != "" {
		p.per, q.per = per, per
	} else if name, _ := s.denominatorAt(q.end+2, q.unit.kind); name != "" {
		p.unit, q.unit = p.unit.over(name), q.unit.over(name)
	}
}

// denominatorAt returns the name of the denominator that begins at token i,
// and its last token; "" for none.
func (s *scan) denominatorAt(i int, kind unitKind) (string, int) {
	j := i
	if s.at(j).isHyphen() && s.at(j).glued {
		j++
	}
	t := s.at(j)
	slash := t.is("/") && t.glued && s.at(j+1).glued
	if !t.is("per") && !slash && !(kind == moneyUnit && t.is("a", "an", "each")) {
		return "", 0
	}
	j++
	if s.at(j).isHyphen() {
		j++
	}
	if u, n := s.units.at(s.text, s.list, j); n > 0 && u.kind != moneyUnit && u.kind != percentUnit {
		if next := s.at(j + n); next.isHyphen() && next.glued || s.words.in("time_after", next.lower) {
			return "", 0
		}
		return u.name, j + n - 1
	}
	if t.is("per") && (s.at(j).kind == numberToken || s.isScale(j)) {
		if p := s.nounPhrase(j + 1); !p.empty() {
			return s.phraseText(phrase{j, p.last}), p.last // "per million British thermal units"
		}
		return "", 0
	}
	noun := s.at(j)
	if noun.kind != wordToken || s.at(j+1).isHyphen() && s.at(j+1).glued {
		return "", 0
	}
	if s.at(j + 1).isNoun() {
		return "", 0 // "$20 a car park ticket"
	}
	if s.words.in("denominators", noun.lower) || t.is("per") && noun.tag == "NN" {
		return noun.lower, j
	}
	return "", 0
}

// over returns the unit of an amount told for one of something else.
func (u unit) over(denominator string) unit {
	words := u.words
	if words == "" {
		words = u.name
	}
	u.name = words + " per " + denominator
	return u
}

// perMany reads "12 people per 100,000" and "four men per crew": shares, no counts. The
// denominator is no quantity of its own.
func (s *scan) perMany(f *found) {
	i := max(f.end, f.counted.last) + 1
	if f.unit.name != "" || f.multiple || f.per != "" || !s.at(i).is("per") {
		return
	}
	if noun := s.at(i + 1); s.words.in("manned", noun.lower) && !s.at(i+2).isNoun() && !s.at(i+2).isHyphen() && !f.counted.empty() {
		f.unit, f.end = unit{name: "per " + noun.lower, kind: measureUnit}, i+1 // "four men per crew"
		return
	}
	switch a, ok := s.amount(i + 1); {
	case ok && a.unit.name == "" && a.value.IsInt():
		f.unit = unit{name: "per " + s.text[s.list[a.first].start:s.list[a.last].end], kind: measureUnit}
		f.end = a.last
	case s.isScale(i + 1):
		f.unit, f.end = unit{name: "per " + s.at(i+1).lower, kind: measureUnit}, i+1
	}
}
