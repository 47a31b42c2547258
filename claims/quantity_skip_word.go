package claims

import "strings"

// skippedWord skips number words inside names ("the Big Five") and idioms.
func (s *scan) skippedWord(i int) int {
	t := s.at(i)
	if t.is("half") && s.before(i, "first", "second", "other", "latter", "better", "final") {
		return 1
	}
	isNumber := t.lexeme.number
	if !isNumber && t.lower != "a" {
		return 0
	}
	if n := s.longOrdinal(i); n > 0 {
		return n
	}
	if !isNumber {
		return 0
	}
	value, prev, next := s.words.numbers[t.lower], s.at(i-1), s.at(i+1)
	switch {
	case t.is("fifty") && next.isHyphen() && s.at(i+2).is("fifty"):
		return 3 // a "fifty-fifty" chance
	case prev.is("per"):
		return 1 // a denominator
	case s.numbered(i):
		return 1 // "day three of the campaign"
	case t.is("one") && strings.HasPrefix(string(prev.tag), "JJ") && s.at(i-2).tag == "DT" && !next.isHyphen() && !s.isScale(i+1):
		return 1 // "the new one"
	case t.is("naught", "nought") && s.before(i, "for", "to", "as"):
		return 1
	case value.Sign() == 0 && !next.is("point") && !(i == 0 && !next.isNoun() && next.tag != "JJ") && !next.isHyphen() && !strings.HasSuffix(next.lower, "s") && !next.is("percent", "per", "%", "degrees"):
		return 1
	case t.upper && i > 0 && !s.opens(i) && prev.kind == wordToken && !s.allCapitals() && (prev.upper || next.upper):
		return 1
	case t.is("one") && !s.isScale(i+1) && !(prev.is("that") && next.is("in") && (s.at(i+2).kind == numberToken || s.isNumberWord(i+2))) && (next.kind == numberToken || prev.is("no", "every", "any", "each", "this", "that", "which", "another", "day", "square") || next.is("another", "day") && !prev.is("least", "to", "about")) && !s.isMeasure(i+1):
		return 1
	case next.isHyphen() && next.glued && s.isCompound(i+2), s.before(i, "bottom", "top", "all", "those", "these", "final", "last") && !s.lasts(i-1) && !next.isNoun() && next.tag != "JJ" && !(next.isHyphen() && next.glued) && !s.isScale(i+1):
		return 1
	case prev.isHyphen() && prev.glued && t.glued && s.at(i-2).kind == wordToken && !s.isNumberWord(i-2) && !s.qualifierHyphen(i-2):
		return 1
	}
	return 0
}

// numbered reports whether the number word at i says which of several: "on day
// three", "than in week two". What it counts would follow it.
func (s *scan) numbered(i int) bool {
	next := s.at(i + 1)
	return s.before(i, "day", "week", "phase", "round", "stage", "chapter", "category", "tier") && !s.at(i-2).is("a", "an", "each", "every", "one", "per", "this", "that", "last", "next", "same") &&
		!s.at(i-2).lexeme.number && s.at(i-2).kind != numberToken && !next.isNoun() && next.tag != "JJ" && !next.isVerb() && !next.isHyphen() && next.kind != numberToken && !s.isScale(i+1)
}

// isMeasure reports whether a unit of measure that is no span of time stands at
// token i: "that one mile".
func (s *scan) isMeasure(i int) bool {
	u, n := s.units.at(s.text, s.list, i)
	return n > 0 && u.kind == measureUnit && s.at(i).kind == wordToken && len(s.at(i).lower) > 2
}

// lasts reports whether "last" at token i is the verb: "will last four weeks".
func (s *scan) lasts(i int) bool {
	return s.at(i).is("last") && (s.at(i-1).tag == "MD" || s.at(i-1).is("to", "not", "n't"))
}

// dialled reports whether the number at i is one to call: "call 117 only in an
// emergency", "dial 1166", "the hotline 0800". Who is called has a noun: "call 200
// reservists".
func (s *scan) dialled(i int) bool {
	next := s.at(i + 1)
	return len(s.at(i).lower) > 2 && !strings.Contains(s.at(i).lower, ".") && (s.before(i, "call", "dial", "dials", "dialled", "dialed", "dialling", "dialing", "ring", "phone", "text", "hotline", "helpline") || s.before(i, "calling") && s.at(i-2).is("by", "avoid", "before")) &&
		!next.isNoun() && next.tag != "JJ" && next.tag != "VBN" && !next.is("of", "for", "more", "new", "percent", "%", "-", "to") && !s.isScale(i+1)
}
