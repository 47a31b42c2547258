package claims

// This file finds the subject of a number in a clause that leaves its verb out: "the
// Navy leads with 40 boats and {the Coast Guard} with 30", "the city sends 820 officers,
// {the reserve} 430".

// pairedSubject returns what stands before the number in place of the subject of the
// figure before it, in words of the same form; empty for none.
func (s *scan) pairedSubject(f, before *found) phrase {
	if before == nil || before.scan != s || f.kind != "" || before.kind != "" || f.unit.name != "" && f.unit.name != before.unit.name {
		return noPhrase
	}
	i := f.first - 1
	switch lead := s.at(before.first - 1); {
	case s.at(i).is("with", "for", "from", "by", "to", "at"):
		if !lead.is(s.at(i).lower) {
			return noPhrase
		}
		i--
	case !lead.isVerb() && before.ownSubject.empty():
		return noPhrase
	}
	if !s.at(i).isNoun() || s.saysWhen(i) || s.isMonth(i) || s.words.in("weekdays", s.at(i).lower) {
		return noPhrase
	}
	p := s.chunk(i)
	sign := p.first - 1
	if !s.at(sign).is(",", "and", ";", "while", "but") || sign <= before.nounEnd() {
		return noPhrase
	}
	for j := before.nounEnd() + 1; j < sign; j++ {
		if t := s.at(j); t.isVerb() || t.kind == numberToken || t.lexeme.number || t.is(":", "(", "—", "who", "which", "that") {
			return noPhrase
		}
	}
	return s.trimmed(p.first, p.last)
}

// organisationOf returns the body that the phrase names; "" for none.
func (s *scan) organisationOf(p phrase, personnel bool) string {
	if m := s.mentionIn(p.first, p.last, false); m != nil && (personnel || !m.name.Place) {
		return m.name.Short
	}
	if s.list[p.last].lexeme.body && s.list[p.last].upper {
		return s.phraseText(p)
	}
	return ""
}
