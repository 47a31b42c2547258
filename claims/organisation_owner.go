package claims

// owner reads whose the counted things are where the words beside them say so:
// "the agency's 6,100 staff", "50 companies of the Border Corps".
func (s *scan) owner(f *found, document *quantityContext) string {
	if s.at(f.first-1).is("'s", "'") {
		for i := range s.mentions {
			if m := &s.mentions[i]; m.last == f.first-2 && m.name.Kind == Organisation {
				return m.name.Short
			}
		}
		if s.words.in("kinds", s.at(f.first-2).lower) {
			return s.kindMeant(f.first-2, document).name
		}
	}
	if s.before(f.first, "of") && s.words.in("undertakings", s.at(f.first-2).lower) && s.at(f.first-3).is("'s", "'") {
		for i := range s.mentions {
			if m := &s.mentions[i]; m.last == f.first-4 && m.name.Kind == Organisation {
				return m.name.Short
			}
		}
	}
	if !f.counted.empty() && f.counted.first > f.end {
		switch before := s.at(f.counted.first - 1); {
		case before.is("its"):
			if b := s.itMeans(s.clauseStart(f.first), document); b.name != "" && !s.hasVerb(0, f.first) {
				return b.name // elsewhere the subject of the verb tells
			}
		case before.is("our"):
			return s.weMeans(f.first, f.nounEnd(), document).name
		}
	}
	if f.unit.name != "" || f.counted.empty() {
		return ""
	}
	i := f.nounEnd() + 1
	if s.at(i).is("joined", "join", "left", "quit") && s.countsPersonnel(f) {
		if m := s.bodyAt(i + 1); m != nil && !m.name.Place {
			return m.name.Short // "64 officers joined the Coast Guard"
		}
	}
	if s.at(i).is("of", "from") {
		for j := i + 1; j < i+5; j++ {
			f.unnamed = f.unnamed || s.words.in("suppliers", s.at(j).lower)
		}
	}
	if of := f.counted.last + 1; s.at(of).is("of", "with") && s.countsPersonnel(f) || s.at(of).is("for") && s.countsActs(f) {
		if m := s.bodyAt(of + 1); m != nil && !m.name.Place {
			return m.name.Short
		}
	}
	for j := i; j < i+9 && j < len(s.list); j++ {
		t := s.at(j)
		if t.is(",", ";", "and", "that", "who", "which") {
			break
		}
		if t.is("by") && (s.at(j-1).tag == "VBN" || s.at(j-1).tag == "VBD") {
			if m := s.bodyAt(j + 1); m != nil && !s.words.in("speech", s.at(j-1).lower) && !s.words.in("deciders", fold(m.name.Short)) {
				return m.name.Short // "90 arrests made by the Border Patrol"
			}
			break
		}
	}
	return ""
}

// bodyAt returns the name at token i, or after "the".
func (s *scan) bodyAt(i int) *mention {
	if s.at(i).is("the") {
		i++
	}
	if m := s.mentionAt(i); m != nil && m.name.Kind == Organisation {
		return m
	}
	return nil
}

// gappedBody reads a body whose verb is left out: "One sent 12 and Norway 30".
func (s *scan) gappedBody(f *found) string {
	i := f.first - 1
	for s.at(i).is("another", "only", "just", "a", "further", "about", "some") {
		i--
	}
	if s.at(i).is(",") { // "the fund gave 30 guards; the union, 12"
		if m, j := s.bodyEndingAt(i - 1); m != nil && s.at(j).is(";") && s.hasVerb(0, j) {
			return m.name.Short
		}
	}
	m, j := s.bodyEndingAt(i)
	if m != nil && s.at(j).is("and", ",", ";", "but", "while") && s.hasVerb(0, j) {
		return m.name.Short
	}
	return ""
}

// bodyEndingAt returns the body whose name ends with token i, and the token
// before it and its article; nil for none.
func (s *scan) bodyEndingAt(i int) (*mention, int) {
	for k := range s.mentions {
		m := &s.mentions[k]
		if m.last != i || m.name.Kind != Organisation {
			continue
		}
		if s.at(m.first - 1).is("the") {
			return m, m.first - 2
		}
		return m, m.first - 1
	}
	return nil, 0
}

// antecedent returns the body that "which" before the number takes up: "Latvia,
// which has 6,000 soldiers".
func (s *scan) antecedent(f *found) *mention {
	for j := f.first - 2; j > 0 && j > f.first-10; j-- {
		if !s.at(j).is("which", "that") || !s.at(j+1).isVerb() && s.at(j+1).tag != "RB" {
			continue
		}
		if s.finite[f.first]-s.finite[j+1] > 2 || s.deed(j+1, f) == noDeed || s.deed(j+1, f) == asking {
			return nil
		}
		if s.at(j - 1).is(",") {
			j--
		}
		for i := range s.mentions {
			if m := &s.mentions[i]; m.last == j-1 && m.name.Kind == Organisation {
				return m
			}
		}
		return nil
	}
	return nil
}

// relativeDoer reads who does it after what is counted: "the 32 reports it
// made", "the 400 officers that the county had sent".
func (s *scan) relativeDoer(f *found, document *quantityContext) string {
	i := f.nounEnd() + 1
	if f.unit.name != "" {
		return ""
	}
	if s.at(i).is("that", "which") {
		i++
	}
	j := i
	for j < i+7 && j < len(s.list) && !s.at(j).isVerb() {
		if t := s.at(j); t.tag == "IN" || t.kind == symbolToken {
			return ""
		}
		j++
	}
	if j == i || !s.at(j).isVerb() || s.words.in("speech", s.at(j).lower) || s.words.in("knowing", s.at(j).lower) || s.at(j).is("is", "are", "was", "were", "needs", "wants", "seeks", "wanted", "sought") {
		return ""
	}
	if !s.at(i).is("it", "they", "we", "the") && s.mentionAt(i) == nil {
		return ""
	}
	if b := s.subjectBody(i, j, document); !b.decides {
		return b.name
	}
	return ""
}

// askedOf reads who is asked: "asked the Navy for eight ships and the Army for
// 90 tents". told is true when somebody is, even without a name.
func (s *scan) askedOf(f *found) (name string, told bool) {
	i := f.first - 1
	if s.at(i).is("another", "a", "further", "additional", "some") {
		i--
	}
	if !s.at(i).is("for") {
		return "", false
	}
	m, j := s.bodyEndingAt(i - 1)
	if m != nil && s.at(j).is("and", ",") {
		for j > 0 && !s.at(j).isVerb() {
			j--
		}
	}
	if m != nil && s.at(j).is("ask", "asks", "asked", "asking") {
		return m.name.Short, true
	}
	for j = i - 1; m == nil && j > i-6 && (s.at(j).isNoun() || s.at(j).tag == "JJ" || s.at(j).tag == "DT"); j-- {
	}
	return "", m == nil && j < i-1 && s.at(j).is("ask", "asks", "asked", "asking")
}

// givenBy reads who gives what its receiver is told to have got: "was given $2
// million by the council".
func (s *scan) givenBy(verb int, f *found) string {
	given := false
	for j := verb; j < f.first; j++ {
		given = given || s.words.in("giving", s.at(j).lower) && s.isPassive(j)
	}
	i := f.nounEnd() + 1
	if !given || !s.at(i).is("by", "from") {
		return ""
	}
	if m := s.bodyAt(i + 1); m != nil {
		return m.name.Short
	}
	return ""
}

// paidBy reads whom something costs: "The mission has cost Norway $3 million".
func (s *scan) paidBy(verb int, f *found) string {
	for j := verb; j < f.first; j++ {
		if !s.at(j).is("cost", "costs", "costing") {
			continue
		}
		i := j + 1
		if s.at(i).is("the") {
			i++
		}
		if m := s.mentionAt(i); m != nil && m.name.Kind == Organisation && m.last == f.first-1 {
			return m.name.Short
		}
	}
	return ""
}

// bidden reads who is to do it: "asked Kenya to send 400".
func (s *scan) bidden(verb int, f *found) string {
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := s.mentions[i]
		if m.first < verb || m.last >= f.first {
			continue
		}
		j := m.first - 1
		if s.at(j).is("the") {
			j--
		}
		to := m.last + 1
		for to < m.last+4 && (s.saysWhen(to) || s.at(to).is("last", "this", "on") || s.words.in("weekdays", s.at(to).lower)) {
			to++
		}
		if s.at(to).is("to") && s.at(to+1).isVerb() && s.at(j).isVerb() && m.name.Kind == Organisation {
			return m.name.Short
		}
	}
	return ""
}
