package claims

// subject returns the noun phrase that the clause of the number is about: what
// stands before its verb, or else right before the number.
func (s *scan) subject(f *found) phrase {
	start := s.clauseStart(f.first)
	verb := -1
	for i := f.first - 1; i >= start; i-- {
		t := s.list[i]
		if t.tag == "VBD" || t.tag == "VBZ" || t.tag == "VBP" || t.tag == "MD" || t.is("is", "was", "are", "were", "has", "have", "had", "will", "would", "could", "can", "may", "to") && !t.is("to") {
			verb = i
			if i > start && s.list[i-1].tag != "MD" && !s.list[i-1].is("has", "have", "had", "is", "was", "are", "were", "will", "would") {
				break
			}
		}
	}
	end := f.first - 1
	if verb > start {
		end = verb - 1
	}
	for end >= start && (s.list[end].kind == symbolToken || s.words.in("stops", s.list[end].lower) || s.list[end].tag == "RB") {
		end--
	}
	for start < end && (s.list[start].kind == symbolToken || s.list[start].is("the", "a", "an", "and", "but", "that", "while", "with", "in", "as", "its", "at", "for", "of")) {
		start++
	}
	if end-start > 14 {
		start = end - 14
	}
	return phrase{start, end}
}

// clauseStart returns the first token of the clause that token i is in.
func (s *scan) clauseStart(i int) int {
	for j := i - 1; j > 0; j-- {
		t := s.list[j]
		switch {
		case t.is(";", ":", "—", "while", "but", "whereas", "although", "because", "after", "when"):
			return j + 1
		case t.is(",", "and") && s.hasVerb(j+1, i) && s.isNominal(j+1):
			return j + 1
		case t.is("that", "which", "who") && s.hasVerb(j+1, i) && !s.at(j+1).isVerb():
			return j + 1
		}
	}
	return 0
}

func (s *scan) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if s.list[i].isVerb() && s.list[i].tag != "VBG" && s.list[i].tag != "VBN" && s.list[i].tag != "VB" {
			return true
		}
	}
	return false
}

// isNominal reports whether a noun phrase may start at token i.
func (s *scan) isNominal(i int) bool {
	t := s.at(i)
	return t.isNoun() || t.tag == "JJ" || t.tag == "DT" || t.tag == "PRP" || t.tag == "PRP$"
}

// place returns the country or state where it happens: the first one after
// "in", "to", "at" in the sentence, the nearest after the number first.
func (s *scan) place(f *found) string {
	before := ""
	for _, m := range s.mentions {
		if !m.name.Place || m.first == 0 {
			continue
		}
		prev := m.first - 1
		if s.at(prev).is("the") && prev > 0 {
			prev--
		}
		if !s.at(prev).is("in", "to", "at", "across", "within", "near", "into", "around", "throughout") {
			continue
		}
		if m.first > f.first {
			return m.name.Short
		}
		before = m.name.Short
	}
	return before
}
