package claims

// maxSubject is how many tokens a subject may have.
const maxSubject = 15

// subject returns the noun phrase that the number is about: what stands
// before the verb of its clause ("Bookings rose to …"), or else the nearest
// noun ("boost the range by 35 miles").
func (s *scan) subject(f *found) phrase {
	if s.changeWord(f.first-1) && s.at(f.first-2).is(",") {
		return s.nearestNoun(f.first - 2) // "Northern Gas, down 68 cents"
	}
	if s.changeWord(f.first-1) && s.at(f.first-2).is("to") {
		return s.nearestNoun(f.first - 2) // "sea levels to rise 11 feet"
	}
	if p := s.joinedNoun(f); f.countedText == "" && !p.empty() {
		return p
	}
	start := s.clauseStart(f.first)
	verb := s.clauseVerb(start, f.first)
	if verb < 0 && s.before(start, "while", "whereas", "but", "although", ";", ":") {
		if p := s.nounPhrase(s.trimmed(start, f.first-1).first); !p.empty() {
			return p
		}
	}
	if verb < 0 && start > 1 {
		// A clause without a verb of its own goes on with the subject before.
		start = s.clauseStart(start - 1)
		verb = s.clauseVerb(start, f.first)
	}
	end := f.first - 1
	if verb >= 0 {
		end = verb - 1
	}
	if p := s.trimmed(start, end); !p.empty() && s.hasNoun(p) {
		return p
	}
	if p := s.nearestNoun(f.first); !p.empty() {
		return p
	}
	return s.nounPhrase(f.nounEnd() + 1)
}

func (s *scan) hasNoun(p phrase) bool {
	for i := p.first; i <= p.last; i++ {
		if s.list[i].isNoun() {
			return true
		}
	}
	return false
}

// nearestNoun returns the nearest noun before token i, with what belongs to it.
func (s *scan) nearestNoun(i int) phrase {
	for j := i - 1; j >= 0; j-- {
		if !s.list[j].isNoun() || s.words.in("stops", s.list[j].lower) || s.words.in("abstract", s.list[j].lower) {
			continue
		}
		first := j
		for first > 0 && s.modifies(first-1) {
			first--
		}
		return phrase{first, j}
	}
	return noPhrase
}

// joinedNoun returns the noun of which the number is the measure: "a speed of
// 15 miles per hour", "an output of more than 600 barrels"; "in deposits"
// after money.
func (s *scan) joinedNoun(f *found) phrase {
	if f.unit.kind == moneyUnit && s.at(f.end+1).is("in") && s.at(f.end+2).isNoun() && !s.at(f.end+2).upper {
		return s.nounPhrase(f.end + 2)
	}
	if !s.before(f.first, "of", "worth") || f.first < 2 || !s.at(f.first-2).isNoun() || s.words.in("abstract", s.at(f.first-2).lower) {
		return noPhrase
	}
	p := s.nearestNoun(f.first - 1)
	if p.last != f.first-2 || s.at(p.last).is("average", "maximum", "minimum", "excess", "period") {
		return noPhrase
	}
	return p
}

// clauseVerb returns the first finite verb between start and end; -1 for none.
func (s *scan) clauseVerb(start, end int) int {
	for i := start; i < end; i++ {
		t := &s.list[i]
		switch t.tag {
		case "VBD", "VBZ", "VBP", "MD":
			if i > start {
				return i
			}
		case "VBG":
			if i > start && s.before(start, "with") {
				return i
			}
		}
	}
	return -1
}

// trimmed leaves out what is no noun phrase at either end.
func (s *scan) trimmed(start, end int) phrase {
	for end >= start && (s.list[end].kind == symbolToken || s.list[end].kind == wordToken && s.words.in("stops", s.list[end].lower) || s.list[end].tag == "RB") {
		end--
	}
	for start <= end && (s.list[start].kind == symbolToken || s.words.in("stops", s.list[start].lower) || s.list[start].tag == "RB") {
		start++
	}
	if end-start >= maxSubject {
		start = end - maxSubject + 1
	}
	return phrase{start, end}
}

// clauseStart returns the first token of the clause that token i is in.
func (s *scan) clauseStart(i int) int {
	for j := i - 1; j > 0; j-- {
		t := &s.list[j]
		switch {
		case t.is(";", ":", "—", "while", "but", "whereas", "although", "because", "after", "when"):
			return j + 1
		case t.is(",", "and") && !s.insideMention(j) && s.hasVerb(j+1, i) && s.isNominal(j+1):
			return j + 1
		case s.words.in("speech", t.lower) && s.isNominal(j+1) && s.hasVerb(j+1, i), t.is("with") && s.hasParticiple(j+1, i):
			return j + 1
		case t.is("that", "which", "who") && s.hasVerb(j+1, i) && !s.at(j+1).isVerb():
			return j + 1
		}
	}
	return 0
}

func (s *scan) hasParticiple(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.list[i].tag == "VBG" {
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
