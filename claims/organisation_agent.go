package claims

import "strings"

// agent returns the body that does what is counted: the nearest name before
// the number that a verb follows, "Kenya has sent 400 officers".
func (s *scan) agent(f *found) *mention {
	personnel := s.countsPersonnel(f)
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := &s.mentions[i]
		if m.last >= f.first || m.name.Kind == Outlet || s.words.in("deciders", fold(m.name.Short)) {
			continue
		}
		if s.clauseBreak(m.last+1, f.first) {
			return nil
		}
		j := s.predicate(m, f.first)
		verb := s.at(j)
		switch {
		case j == f.first && (!m.name.Place || s.before(m.first, "and", ",") || s.before(m.first, "the") && s.before(m.first-1, "and")) && s.hasVerb(0, m.first):
			return m // "one sent 12 officers and the other 30"
		case j == m.last+1 && verb.is("'s", "'"), m.name.Place && verb.upper && verb.isNoun() && !s.headline:
			continue // "a U.S. District Judge ordered"
		case m.name.Place && (s.before(m.first, "in", "to", "from", "at", "near", "across", "for") || s.before(m.first, "the") && s.before(m.first-1, "in", "of", "to", "from")):
			continue // "the mission in Ruritania will send"
		case m.last+1 == j && verb.is("to") && s.at(j+1).isVerb() && m.first > 0 && (s.at(m.first-1).isVerb() || s.before(m.first, "the") && s.at(m.first-2).isVerb()) && s.hasVerb(0, m.first):
			return m // "asked Kenya to send 400"
		case s.words.in("knowing", verb.lower), verb.is("put", "puts") && s.before(f.first, "at"):
			continue // "the ministry put the number at nine"
		case personnel && s.words.in("approving", verb.lower):
			continue // "the Pentagon has approved only 700 troops"
		case m.name.Place && personnel && s.receives(j, f.first):
			continue
		case s.words.in("speech", verb.lower):
			if s.pronounBetween(j, max(f.first, f.counted.first)) || f.first-j <= 2 && (!personnel || verb.is("reported", "reports", "recorded", "counted", "confirmed")) || isMilitary(m.name) && s.words.in("military", strings.ToLower(lastWord(f.countedText))) {
				return m
			}
		case verb.is(":"):
			if m.name.Place && s.mentionIn(m.last+1, f.first-1, false) != nil {
				continue // "Ruritania: UN mission …" tells where
			}
			return m
		case verb.isVerb() || s.at(j-1).is("has", "have"), verb.is("with", "arrested", "deployed", "sent", "numbers", "plans"), s.headed(j, f.first):
			return m
		case m.first > 0 && s.at(m.first-1).is("by"):
			return m
		}
	}
	return nil
}

// predicate returns the token where the predicate of the name may begin: past
// brackets, a relative pronoun, and the nouns for the people and parts of a
// body ("Spain's prime minister ordered", "the German army numbers").
func (s *scan) predicate(m *mention, end int) int {
	j := m.last + 1
	if s.at(j).is("(") {
		for j < end && !s.at(j).is(")") {
			j++
		}
		j++
	}
	if !m.name.Place && s.at(j).is("force", "mission") {
		j++
		if s.at(j).is("there") {
			j++
		}
	}
	if s.at(j).is(",") && s.at(j+1).is("which", "who") {
		j += 2
	}
	if m.name.Place && s.at(j).is("'s", "'") {
		k := j + 1
		for k < end && (s.at(k).isNoun() || s.at(k).is("on") && s.words.in("weekdays", s.at(k+1).lower) || s.at(k).tag == "JJ") && !s.words.in("speech", s.at(k).lower) && !s.headed(k, end) {
			k++
		}
		if k > j+1 && k < end && (s.at(k).isVerb() || s.headed(k, end)) && s.words.in("rulers", s.at(j+1).lower) {
			j = k
		}
	}
	for s.at(j).is("also", "still", "currently", "has", "have", "already", "now", "officials", "officers", "agents", "police") && !s.at(j+1).is("to") || m.name.Place && s.words.in("rulers", s.at(j).lower) {
		j++
	}
	return j
}

// headed reports whether a headline's verb stands at token j: "Spain orders
// 500", which taggers take for a noun, or "Spain to send 500".
func (s *scan) headed(j, number int) bool {
	if len(s.list) == 0 || s.list[len(s.list)-1].is(".") {
		return false
	}
	t := s.at(j)
	return t.is("to") && (s.at(j+1).tag == "VB" || s.at(j+1).isNoun()) || j == number-1 && t.isNoun() && strings.HasSuffix(t.lower, "s") && !t.upper
}

// receives reports whether the verb at token j asks for people or has them
// come, rather than sending them.
func (s *scan) receives(j, end int) bool {
	for ; j < end; j++ {
		if s.words.in("receiving", s.at(j).lower) {
			return true
		}
	}
	return false
}

// leaves reports whether people leave where they are: what follows "from" is
// then no supplier, "pulls 500 troops from the border".
func (s *scan) leaves(f *found) bool {
	for j := max(0, f.first-12); j < f.first; j++ {
		if s.words.in("leaving", s.at(j).lower) {
			return true
		}
	}
	return false
}

// workAt reads where people work: "2,000 positions at the Coast Guard".
func (s *scan) workAt(f *found) string {
	i := f.nounEnd() + 1
	if !s.countsPersonnel(f) || !s.at(i).is("at", "within") {
		return ""
	}
	if i++; s.at(i).is("the") {
		i++
	}
	if m := s.mentionAt(i); m != nil && !m.name.Place && m.name.Kind == Organisation && !s.at(m.last+1).isNoun() {
		return m.name.Short
	}
	return ""
}

// employs reports whether the number is that of those a body employs.
func (s *scan) employs(f *found) bool {
	for j := max(0, f.first-3); j < f.first; j++ {
		if s.at(j).is("employ", "employs", "employed", "employing", "employees") {
			return f.unit.name == ""
		}
	}
	return false
}

// manySentences is how far back "the agency" may reach.
const manySentences = 25

// unknownModifier reports whether what is counted holds a name that is on no
// list.
func (s *scan) unknownModifier(f *found) bool {
	for i := f.counted.first; i < f.counted.last; i++ {
		if s.list[i].upper && !s.headline && i > 0 {
			return true
		}
	}
	return false
}

// pronounBetween reports whether "it" or "they" takes the subject up again.
func (s *scan) pronounBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.at(i).is("it", "they", "its", "their") {
			return true
		}
	}
	return false
}

// clauseBreak reports whether a new sentence-like clause starts between.
func (s *scan) clauseBreak(from, to int) bool {
	for i := from; i < to; i++ {
		if s.at(i).is(";") {
			return true
		}
	}
	return false
}
