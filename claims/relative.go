package claims

import (
	"strings"

	"muster/interval"
)

// multiple reads a number that is told as a multiple of something else:
// "triple the number of …", "three times as many", "sixfold", "doubled".
func (s *scan) multiple(i int) (quantity, bool) {
	t := s.at(i)
	if t.lexeme.multiple {
		n := s.words.multiples[t.lower]
		if !s.isMultiple(i) {
			return quantity{}, false
		}
		return timesQuantity(amount{first: i, last: i, value: n, bare: n, spelled: true}, i), true
	}
	return quantity{}, false
}

// multiplied reads what makes the amount a multiple: "5-fold", "10x", "three
// times the rate".
func (s *scan) multiplied(a amount) (quantity, bool) {
	if a.share || a.unit.name != "" {
		return quantity{}, false
	}
	j := a.last + 1
	hyphen := s.at(j).isHyphen()
	if hyphen {
		j++
	}
	switch next := s.at(j); {
	case next.is("fold"):
		return timesQuantity(a, j), true
	case next.is("x") && next.glued && !s.at(j+1).glued:
		return timesQuantity(a, j), true
	case next.is("times") && !hyphen && s.compares(j+1):
		return timesQuantity(a, j), true
	}
	return quantity{}, false
}

func timesQuantity(a amount, last int) quantity {
	return quantity{first: a.first, numberFirst: a.first, last: last, end: last, amount: a,
		qualifier: Exact, unit: unit{name: "times"}, multiple: true}
}

// compares reports whether the words at i compare with something: "three
// times the rate", "five times as many"; not "three times this year".
func (s *scan) compares(i int) bool {
	t := s.at(i)
	return t.is("the", "as", "more", "higher", "larger", "greater", "bigger", "faster", "less", "lower", "fewer", "its", "their", "his", "her", "what", "that", "those", "over", "normal", "previous", "last", "than", "earlier", "current", "usual", "average", "earnings", "book", "annual", "daily", "sales") ||
		t.kind == numberToken || t.kind == wordToken && strings.HasSuffix(t.lower, "er") && s.at(i+1).is("than") ||
		t.upper && s.at(i+1).is("'s")
}

// isMultiple tells "triple the number" from "a double standard".
func (s *scan) isMultiple(i int) bool {
	t, next, before := s.at(i), s.at(i+1), s.at(i-1)
	if before.isHyphen() && before.glued || next.isHyphen() && next.glued || t.upper && i > 0 && !s.allCapitals() {
		return false
	}
	switch {
	case strings.HasSuffix(t.lower, "fold"):
		return true
	case t.is("twice", "thrice"):
		return s.compares(i+1) || next.kind == wordToken && s.at(i+1).tag == "JJR"
	case t.is("doubled", "tripled", "quadrupled", "doubling", "tripling", "quadrupling", "quintupled", "trebled", "trebling"):
		return !next.is("down", "over", "up")
	case t.is("doubles", "triples"):
		return t.isVerb() && next.is("the", "its", "their", "that", "to")
	}
	return next.is("the", "its", "their", "that", "those", "what", "this", "his", "her", "last", "previous", "current", "our") ||
		before.is("to", "will", "would", "could", "may", "might") && next.kind != wordToken
}

// base returns the words that name what the quantity is a multiple of: from
// after "the" to the end of the noun phrase and what belongs to it.
func (s *scan) base(q quantity) (first, last int) {
	i := q.end + 1
	if s.at(i).is("to", "in", "since", "by", "over", "during", "within", "on", "at", "this", "last") && !s.at(i+1).is("'") || s.at(i).is("from") && s.looksLikeYear(s.at(i+1)) {
		return i, i - 1 // "doubled to 8,000": what was doubled stands before
	}
	for s.at(i).is("from", "the", "as", "many", "much", "high", "large", "big", "great", "more", "than", "that", "of", "a", "an") {
		i++
	}
	last = i - 1
	for j := i; j < len(s.list); j++ {
		t := &s.list[j]
		if t.kind == symbolToken && !t.isHyphen() && !t.is("'", "$", "%", "&") || t.is("and", "but", "while", "according", "which", "who", "whereas", "because", "said", "says") {
			break
		}
		last = j
	}
	return i, last
}

// relative returns what the multiple says of its base.
func (r *Reader) relative(s *scan, q quantity, reading interval.Interval) *Relative {
	first, last := s.base(q)
	base := ""
	if last >= first {
		base = s.text[s.list[first].start:s.list[last].end]
	}
	return &Relative{Factor: reading, Base: base}
}
