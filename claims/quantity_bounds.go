package claims

// conjoined joins two bounds on one number: "more than 100 but fewer than
// 300", "at least 20, at most 100". It reports whether q went into the
// quantity before it.
func (s *scan) conjoined(p *quantity, q quantity) bool {
	lower := func(x quantity) bool { return x.qualifier == MoreThan || x.qualifier == AtLeast }
	upper := func(x quantity) bool { return x.qualifier == LessThan || x.qualifier == AtMost }
	low, high := p.amount, q.amount
	switch {
	case p.paired || q.paired || p.multiple != q.multiple || p.per != "" || p.kind != "" || q.kind != "":
		return false
	case lower(*p) && upper(q):
	case upper(*p) && lower(q):
		low, high = high, low
	default:
		return false
	}
	if p.unit.name != q.unit.name && p.unit.name != "" || low.value.Cmp(high.value) >= 0 {
		return false
	}
	i := max(p.last, p.end) + 1
	both := s.at(i).is(",") && (p.qualifier == AtLeast || p.qualifier == AtMost) && (q.qualifier == AtLeast || q.qualifier == AtMost)
	if s.at(i).is(",") {
		i++
	}
	if s.at(i).is("and", "but", "yet") {
		i++
		both = true
	}
	if !both || i != q.first {
		return false
	}
	p.amount, p.other, p.paired, p.qualifier = low, high, true, Range
	p.last, p.end, p.unit, p.per, p.hyphenated = q.last, q.end, q.unit, q.per, q.hyphenated
	return true
}

// orEqual widens a bound by the words after it: "less than 5,000 or equal to
// it". It returns the token after them.
func (s *scan) orEqual(q *quantity, i int) int {
	if !s.at(i).is("or") || !s.at(i+1).is("equal") {
		return i
	}
	j := i + 2
	if s.at(j).is("to") {
		j++
		if s.at(j).kind == numberToken || s.isNumberWord(j) {
			return i // "more than 5,000 or equal to 6,000"
		}
		if s.at(j).is("it", "that") {
			j++
		}
	}
	switch q.qualifier {
	case MoreThan:
		q.qualifier = AtLeast
	case LessThan:
		q.qualifier = AtMost
	default:
		return i
	}
	return j
}
