package claims

// This file finds a hedge that stands before the noun that is measured, or after its
// verb with who estimates: "an {estimated} cost of 54 million", "the {rough} number of
// guards is 900", "{estimated} by the ministry at 54 million".

// estimateReach is how many tokens such a hedge may stand before its number.
const estimateReach = 16

// estimatedBefore notes that the number is told as an estimate of what is measured.
func (s *scan) estimatedBefore(f *found) {
	if f.qualifier == Vague || f.multiple || f.kind != "" {
		return
	}
	hedge := s.hedgeBefore(f)
	if hedge < 0 {
		return
	}
	f.estimate = !s.at(hedge).is("approximate", "rough")
	if f.qualifier == Exact && !f.paired && !f.change {
		f.qualifier = About
	}
}

// hedgeBefore returns the token of the hedge; -1 for none.
func (s *scan) hedgeBefore(f *found) int {
	i := f.first - 1
	switch {
	case f.change:
		return s.estimatedNoun(s.clauseVerb(s.clauseStart(f.first), f.first) - 1)
	case s.at(i).is("at"):
		if s.at(i-1).is("stands", "stood", "remains", "remained") {
			return s.estimatedNoun(i - 2)
		}
		return s.estimatedBy(i - 1)
	case s.at(i).is("of"):
		return s.estimatedNoun(i - 1)
	case s.at(i).is("is", "was", "are", "were", "be", "totals", "totalled", "totaled", "equals", "reaches", "reached"):
		return s.estimatedNoun(i - 1)
	case s.at(i).is("to") && s.at(i-1).is("comes", "came", "come", "amounts", "amounted", "amount", "runs", "ran", "rose", "fell", "grew", "risen", "fallen", "grown"):
		return s.estimatedNoun(i - 2)
	}
	return -1
}

// estimatedBy returns the token of "estimated" from which only who estimates, or when,
// stands between it and token i; -1 for none.
func (s *scan) estimatedBy(i int) int {
	for j := i; j >= 0 && j > i-estimateReach; j-- {
		t := s.at(j)
		switch {
		case t.is("estimated", "reckoned", "calculated"):
			if j < i && !s.at(j+1).is("by", "in", "on", "last", "earlier", "now") {
				return -1
			}
			return j
		case t.kind != wordToken, t.isVerb(), t.lexeme.number, t.is("and", "but", "or", "that", "which"):
			return -1
		}
	}
	return -1
}

// estimatedNoun returns the hedge in the noun phrase that ends with token i, with what
// belongs to it; -1 for none. Auxiliaries of its verb may stand behind it.
func (s *scan) estimatedNoun(i int) int {
	for s.at(i).is("has", "have", "had", "been", "will", "would", "now", "already", "still", "currently", "thus", "therefore") {
		i--
	}
	for j := i; j >= 0 && j > i-estimateReach; j-- {
		t := s.at(j)
		switch {
		case t.is("estimated", "approximate", "rough"):
			if j == i || !s.at(j+1).isNoun() && !(s.at(j+1).tag == "JJ" && s.at(j+2).isNoun()) {
				return -1
			}
			return j
		case t.is("'s"):
		case t.kind != wordToken, t.isVerb() && t.tag != "VBN" && t.tag != "VBG", t.lexeme.number, t.is("and", "but", "or", "that", "which", "who"):
			return -1
		}
	}
	return -1
}
