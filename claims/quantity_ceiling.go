package claims

// This file finds bounds that a noun or a verb before the number tells: "the {ceiling}
// for the cull is 4,200", "a {cap} on visas of 900", "{limits} stays to 90 days".

// phraseReach is how many tokens such a word may stand before its number.
const phraseReach = 16

// ceilingBefore bounds the number by the noun that it is the amount of, or by its verb.
func (s *scan) ceilingBefore(f *found) {
	if f.qualifier != Exact && f.qualifier != About || f.paired || f.multiple || f.change || f.kind != "" {
		return
	}
	if qualifier := s.boundByNoun(f.first - 1); qualifier != "" {
		f.qualifier = qualifier
	} else if s.boundByVerb(f.first - 1) {
		f.qualifier = AtMost
	}
}

// boundByNoun returns the bound that the noun tells whose amount the words up to token i
// introduce; "" for none.
func (s *scan) boundByNoun(i int) Qualifier {
	switch {
	case s.at(i).is("of"):
		last := s.chunk(i - 1)
		if bound := s.bounding(last); bound != "" {
			return bound
		}
		if s.before(last.first, "on", "for", "to") {
			return s.bounding(s.chunk(last.first - 2)) // "a cap on visas of 900"
		}
		return ""
	case s.at(i).is("is", "was", "be", "remains", "remained", "totals", "totalled", "totaled"):
		i--
	case s.at(i).is("at") && s.at(i-1).is("stands", "stood", "set", "fixed", "put", "kept", "remains", "remained", "lies", "lay"),
		s.at(i).is("to") && s.at(i-1).is("raised", "lowered", "lifted", "cut", "reduced", "increased", "brought", "rises", "rose", "falls", "fell"):
		i -= 2
	default:
		return ""
	}
	for s.at(i).is("is", "was", "has", "had", "been", "will", "would", "be", "now", "still", "currently", "therefore", "thus") {
		i--
	}
	head := s.chunk(i)
	for n := 0; n < 3 && !head.empty() && s.at(head.first-1).tag == "IN" && s.at(head.first-2).isNoun(); n++ {
		head = s.chunk(head.first - 2)
	}
	return s.bounding(head)
}

// chunk returns the noun with what stands before it that ends at token i, up to a
// preposition or a verb; the empty phrase where no noun ends there.
func (s *scan) chunk(i int) phrase {
	if !s.at(i).isNoun() && !s.words.in("ceilings", s.at(i).lower) {
		return noPhrase
	}
	first := i
	for first > 0 && first > i-phraseReach {
		t := s.at(first - 1)
		if !t.isNoun() && t.tag != "JJ" && t.tag != "DT" && t.tag != "PRP$" && t.tag != "POS" && !t.is("'s", "maximum", "minimum") && !(t.tag == "VBN" && !t.is("was", "been")) {
			break
		}
		first--
	}
	return phrase{first, i}
}

// bounding returns the bound that the phrase is the name of: "the upper limit", "the
// maximum number".
func (s *scan) bounding(p phrase) Qualifier {
	if p.empty() {
		return ""
	}
	for i := p.first; i <= p.last; i++ {
		switch {
		case s.at(i).is("maximum"):
			return AtMost
		case s.at(i).is("minimum") || i == p.last && s.at(i).is("limit") && s.before(i, "lower", "bottom"):
			return AtLeast
		}
	}
	if s.words.in("ceilings", s.at(p.last).lower) {
		return AtMost
	}
	return ""
}

// boundByVerb reports whether the words up to token i say to what something is limited:
// "capped by the treaty at", "limits stays to".
func (s *scan) boundByVerb(i int) bool {
	at := s.at(i).is("at")
	if !at && !s.at(i).is("to") {
		return false
	}
	list := "limiting"
	if at {
		list = "capping"
	}
	for j := i - 1; j >= 0 && j > i-phraseReach; j-- {
		t := s.at(j)
		switch {
		case s.words.in(list, t.lower):
			return true
		case t.kind != wordToken && !t.isHyphen(), t.isVerb() && !s.words.in(list, s.at(j-1).lower), t.lexeme.number, t.is("and", "but", "or", "that", "which", "who", "from"):
			return false
		}
	}
	return false
}
