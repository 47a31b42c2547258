package claims

import (
	"strings"

	"muster/interval"
)

// partOfWhole reads a share: "a third", "two-thirds", "half", "one in four".
func (s *scan) partOfWhole(a *amount, i int) bool {
	set := func(top, bottom int64, last int) bool {
		if top > bottom {
			return false
		}
		a.value = interval.Frac(top, bottom)
		a.bare, a.last, a.share = a.value, last, true
		a.unit = unit{name: "share"}
		return true
	}
	t := s.at(i)
	if n, last := s.ofScale(i); last > i {
		a.value, a.bare, a.last = n, n, last
		return true
	}
	if s.partOfUnit(a, i) {
		return true
	}
	if t.is("half") { // "half a percent", "half of 1 percent"
		j := i + 1
		if s.at(j).is("of") {
			j++
		}
		if u, _ := s.units.at(s.text, s.list, j+1); u.kind == percentUnit && s.at(j).is("a", "one", "1") {
			a.value = interval.Frac(1, 2)
			a.bare, a.last = a.value, j
			return true
		}
	}
	if t.is("half") && !s.at(i+1).isHyphen() && !(s.at(i+1).is("a", "an") && s.isScale(i+2)) {
		next := s.at(i + 1)
		if next.is("of", "the", "its", "their", "his", "her", "that", "those", "these", "as") || next.kind == symbolToken || s.before(i, "by") || s.bounded(i) && (s.words.in("collective", next.lower) || next.tag == "NNS" || next.isVerb()) {
			return set(1, 2, i)
		}
		return false
	}
	if value, last := s.fraction(i); last >= i && s.isShare(i, last) {
		a.value, a.bare, a.last = value, value, last
		if _, n := s.units.at(s.text, s.list, last+1); n > 0 && s.at(last).is("half") && s.at(i+1).isHyphen() {
			return true // "one-half mile"
		}
		a.share, a.unit = value.Cmp(interval.Int(1)) < 0, unit{}
		if a.share {
			a.unit = unit{name: "share"}
		}
		return true
	}
	if t.is("a", "an") {
		return false
	}
	top, j := int64(0), i+1
	if n, last := s.wordsNumber(i); last >= i && n.Cmp(interval.Int(1000)) < 0 {
		top, j = int64(n.Float()), last+1
	} else if t.kind == numberToken && len(t.lower) <= 3 && !strings.Contains(t.lower, ".") {
		n, _ := interval.Parse(t.lower)
		top = int64(n.Float())
	}
	if top <= 0 {
		return false
	}
	if s.oneThingIn(i, j) {
		j++
	}
	switch { // one in four, one man in four, 9 out of 10, one of every five
	case s.at(j).kind != wordToken:
		return false
	case s.at(j).is("in"):
		j++
	case s.at(j).is("out") && s.at(j+1).is("of"):
		j += 2
	case t.is("one") && s.at(j).is("of") && s.at(j+1).grouped:
		return false // "is one of 14,400" is a member
	case s.at(j).is("of") && (s.at(j+1).is("every") || s.at(j+1).kind == numberToken || s.isNumberWord(j+1)):
		j++
	default:
		return false
	}
	if s.at(j).is("every", "each") {
		j++
	}
	bottom, last := interval.Number{}, j
	if next := s.at(j); next.kind == numberToken && !strings.Contains(next.lower, ".") && (len(next.lower) <= 3 || next.grouped || t.kind == wordToken && !s.looksLikeYear(next)) {
		bottom, _ = interval.Parse(next.lower)
	} else if n, end := s.wordsNumber(j); end >= j {
		bottom, last = n, end
	}
	if bottom.Cmp(interval.Int(top)) <= 0 || bottom.Cmp(interval.Int(10_000_000)) > 0 {
		return false
	}
	if u, n := s.units.at(s.text, s.list, last+1); n > 0 && u.kind == durationUnit {
		return false // "two in three years"
	}
	return set(top, int64(bottom.Float()), last)
}

// oneThingIn reports whether "one" at token i and the noun at token j are told of so many of the
// noun, "one check in five", and not of a place or time: "one man in 12 villages".
func (s *scan) oneThingIn(i, j int) bool {
	if !s.at(i).is("one") || s.at(j).tag != "NN" || !s.at(j+1).is("in") {
		return false
	}
	n, last := s.wordsNumber(j + 2)
	if t := s.at(j + 2); last < j+2 {
		if t.kind != numberToken || len(t.lower) > 3 || strings.Contains(t.lower, ".") {
			return false
		}
		n, _ = interval.Parse(t.lower)
		last = j + 2
	}
	next := s.at(last + 1)
	return n.Cmp(interval.Int(100)) <= 0 && !strings.HasPrefix(string(next.tag), "NN") && !strings.HasPrefix(string(next.tag), "JJ") && !next.is("of") && next.kind != numberToken
}

// isShare reports whether the fraction from token i to last is a share of
// something, rather than an ordinal ("one third grader") or a span of time
// ("for three quarters").
func (s *scan) isShare(i, last int) bool {
	next := s.at(last + 1)
	t, ending := s.at(i), s.at(last)
	article := t.is("a", "an")
	if s.before(i, "by") && next.is("to", "in", "since", "over", "from", "by", "this", "last", "between") {
		return true // "shrinks by a third to 4,000"
	}
	open := last+1 >= len(s.list) || next.kind == symbolToken && !(next.isHyphen() && next.glued)
	switch {
	case ending.is("half"):
		_, unit := s.units.at(s.text, s.list, last+1)
		return next.is("of", "the") || open && (!article || last == len(s.list)-1 || s.bounded(i)) || unit > 0 && s.at(i+1).isHyphen()
	case ending.is("quarter"):
		return next.is("of", "the") || (!article || s.bounded(i)) && open && !next.is("-") || s.at(i+1).isHyphen() || s.bounded(i)
	case ending.is("quarters"):
		span := s.words.in("time_before", s.at(i-1).lower) || s.before(i, "for", "in", "over", "after", "within", "consecutive", "straight", "these")
		return next.is("of", "the") || next.kind == symbolToken && !span || s.at(i+1).isHyphen() || last+1 >= len(s.list) && i == 0
	case strings.HasSuffix(ending.lower, "s"):
		return true
	}
	return open || next.is("of", "the", "as", "more", "less", "fewer", "lower", "higher", "longer", "shorter", "larger", "smaller")
}

// bounded reports whether a word that bounds a number stands before token i.
func (s *scan) bounded(i int) bool {
	_, found := s.words.before[s.at(i-1).lower]
	return found && s.at(i-1).kind == wordToken
}
