package claims

// This file reads bounds that do not stand right behind the number: "900 troops or
// more", "the 900 officers planned at the least", "900, if not more, troops".

// boundBehind reads the words behind what is counted that bound the number, and takes
// them out of the noun phrase: "900 troops tops".
func (s *scan) boundBehind(f *found) {
	if f.qualifier != Exact && f.qualifier != About || f.paired || f.multiple || f.kind != "" {
		return
	}
	for i := f.counted.first + 1; i <= f.counted.last; i++ {
		if words, last := s.behindAt(i); last >= f.counted.last && s.closes(i, last) {
			f.counted.last = i - 1
			f.countedText = s.phraseText(f.counted)
			f.qualifier, f.bound = words, last
			return
		}
	}
	i := f.nounEnd() + 1
	if qualifier, last := s.behindAt(i); last > 0 && s.closes(i, last) {
		f.qualifier, f.bound = qualifier, last
		return
	}
	if s.at(i).is("and") && s.at(i+1).isNoun() {
		i += 2 // "the 900 pilots and crew wanted at the least"
	}
	i = s.afterParticiple(i)
	if s.at(i).is(",") {
		i++
	}
	if qualifier, last := s.behindAt(i); last > 0 && s.closes(i, last) {
		f.qualifier = qualifier
		return
	}
	// Behind "of the force", "in the camp" only "at most" and the like are of the number.
	for end := i + longestBetween; i < end && s.between(i); i++ {
		if !s.at(i + 1).is("at") {
			continue
		}
		if qualifier, last := s.behindAt(i + 1); last > 0 && s.at(last+1).kind != wordToken && s.at(last+1).kind != numberToken {
			f.qualifier = qualifier
			return
		}
	}
}

// afterParticiple returns the token behind the participle at token i that says what was
// done about what is counted: "the 900 officers {planned} at the least", "the 900 {that
// had been planned for} at most".
func (s *scan) afterParticiple(i int) int {
	j := i
	if s.at(j).is("that", "which", "who") {
		for j++; s.at(j).is("had", "has", "have", "been", "was", "were", "are", "is", "originally", "once", "first"); j++ {
		}
	}
	if t := s.at(j); t.kind != wordToken || t.tag != "VBN" && t.tag != "VBD" {
		return i
	}
	if j++; s.at(j).is("for", "on") && s.at(j+1).is("at") {
		j++
	}
	if _, last := s.behindAt(j); last == 0 && !s.at(j).is(",") {
		return i
	}
	return j
}

// longestBetween is how many words may stand between what is counted and its bound.
const longestBetween = 6

// between reports whether token i may belong to a phrase between what is counted and
// its bound.
func (s *scan) between(i int) bool {
	t := s.at(i)
	return t.kind == wordToken && (t.isNoun() || t.tag == "IN" || t.tag == "DT" || t.tag == "JJ" || t.tag == "TO" || t.tag == "VBN" || t.tag == "PRP$") && !t.lexeme.number &&
		!t.is("at", "that", "while", "because", "if", "as", "than")
}

// behindAt returns the bound whose words start at token i, and their last token; 0 for
// none.
func (s *scan) behindAt(i int) (Qualifier, int) {
	for _, words := range s.words.behind[s.at(i).lower] {
		if s.matches(i, words.tokens) {
			return words.qualifier, i + len(words.tokens) - 1
		}
	}
	return "", 0
}

// closes reports whether the words of a bound, from token i to last, end what is
// counted: at a sign, or before a verb or a preposition. "At most stations", "or more
// than that" and ", no more were asked for" do not.
func (s *scan) closes(i, last int) bool {
	next := s.at(last + 1)
	switch {
	case next.kind == symbolToken:
		return !next.isHyphen() && !next.is("$", "£", "€", "“", "\"")
	case last+1 >= len(s.list):
		return true
	case s.at(i).is("and") && next.is("for") && (s.at(last+2).kind == numberToken || s.isNumberWord(last+2)):
		return true // "900 marks and more for four weeks"
	case next.kind == numberToken || next.lexeme.number || s.before(i, ",") || !s.at(i).is("or", "at", "give", "tops") || next.is("of"):
		return false
	}
	return next.tag == "MD" || next.tag == "TO" || next.tag == "IN" && !next.is("than", "that") || next.is("are", "is", "were", "was", "have", "has", "had")
}
