package claims

import "strings"

// organisation returns the short name of the body that the counted people
// belong to, that supplies them, or whose act is counted; "" when none is told.
func (s *scan) organisation(f *found, document *quantityContext) string {
	if f.unit.kind == durationUnit && f.kind == "" {
		if s.before(f.numberFirst, "in") || s.before(f.first, "in") {
			return ""
		}
		if name := s.stayer(f, document); name != "" {
			return name
		}
		return document.staying(f)
	}
	if f.counted.empty() && f.countedText == "population" {
		return ""
	}
	if name := s.nameIn(f.counted); name != "" {
		return name
	}
	personnel, act := s.countsPersonnel(f) || s.employs(f), s.countsActs(f)
	if f.multiple {
		first, last := s.base(f.quantity)
		if m := s.mentionIn(first, last, false); m != nil {
			return m.name.Short
		}
		if act {
			f.main = true
			return ""
		}
		if n := len(document.before); n > 0 && document.before[n-1].per != "" && document.before[n-1].sentence >= f.sentence-1 {
			return document.before[n-1].organisation // "3,000 arrests a day. That is triple the average"
		}
		return ""
	}
	if name := s.organisationInList(f, personnel); name != "" {
		return name
	}
	if !f.ownSubject.empty() {
		if name := s.organisationOf(f.ownSubject, personnel); name != "" {
			return name
		}
	}
	if name, told := s.suppliedBy(f); told {
		f.unnamed = name == ""
		return name
	}
	if name := s.calledOutBy(f); name != "" {
		return name
	}
	if name, told := s.askedOf(f); told && f.unit.name == "" {
		f.unnamed = name == ""
		return name
	}
	if name := s.workAt(f); name != "" {
		return name
	}
	if f.counted.empty() && f.countedText != "" {
		for _, m := range s.mentions {
			if m.name.Kind == Organisation && !m.name.Place && strings.Contains(f.countedText, s.phraseText(phrase{m.first, m.last})) {
				return m.name.Short // what was left out names the body
			}
		}
	}
	if personnel && (s.federal(f) || s.joinedToIt(f)) {
		return ""
	}
	if name := s.doer(f, document); name != "" && !(personnel && !act && strings.HasSuffix(name, "administration")) {
		return name
	}
	if name := s.nationality(f); name != "" {
		return name
	}
	if name := document.sameThing(f); name != "" {
		return name
	}
	if name := document.ofThem(f); name != "" {
		return name
	}
	if !personnel && !act && !s.heldPeople(f) {
		return ""
	}
	if m := s.agent(f); m != nil && !(personnel && !act && strings.HasSuffix(m.name.Short, "administration")) {
		return m.name.Short
	}
	if name := s.theAdministration(f, document); name != "" {
		return name
	}
	if name := s.joinedBy(f); name != "" && personnel {
		return name
	}
	if document.suppliersUnnamed(f) {
		return ""
	}
	if name := document.organisations[s.sortOf(f)]; name != "" && (personnel || act) && !s.decided(f) && !document.several[s.sortOf(f)] {
		return name
	}
	if name := document.lastPersonnel(f); name != "" && personnel && s.at(f.nounEnd()).is("personnel", "men", "members", "forces") && !s.decided(f) && !s.hasVerb(s.clauseStart(f.first), f.first) {
		return name
	}
	f.main = act || f.per != "" && s.heldPeople(f) || personnel && s.words.in("military", strings.ToLower(lastWord(f.countedText))) && !s.unknownModifier(f)
	return ""
}

// sortOf returns the noun under which the organisation is remembered: one for
// all soldiers.
func (s *scan) sortOf(f *found) string {
	head := strings.ToLower(lastWord(f.countedText))
	if s.words.in("military", head) {
		return "soldiers"
	}
	return head
}

// decided reports whether a body that only decides stands before the number, or
// a mission that many supply is the subject.
func (s *scan) decided(f *found) bool {
	if s.at(0).is("the") && s.at(1).is("mission", "operation") {
		return true
	}
	for _, m := range s.mentions {
		if m.last < f.first && s.words.in("deciders", fold(m.name.Short)) {
			return true
		}
	}
	return false
}

// nameIn returns the organisation named inside the phrase; a country only
// where it is the supplier ("Kenyan police").
func (s *scan) nameIn(p phrase) string {
	for i := p.first; i <= p.last; i++ {
		if s.list[i].is("and", "or") && i > p.first && s.isHead(i-1) && !s.insideMention(i) {
			p.last = i - 1 // of several groups, the first
		}
	}
	if !p.empty() && s.words.in("papers", s.headOf(p)) {
		return "" // "a tenth of the FEMA estimate"
	}
	if m := s.mentionIn(p.first, p.last, false); m != nil {
		return m.name.Short
	}
	if m := s.mentionIn(p.first, p.last, true); m != nil && !p.empty() && s.words.in("personnel", s.headOf(p)) && (m.first == p.first || !s.at(m.first-1).upper) {
		return m.name.Short
	}
	return ""
}

func (s *scan) insideMention(i int) bool {
	for _, m := range s.mentions {
		if m.first < i && i < m.last {
			return true
		}
	}
	return false
}

// mentionIn returns the first organisation, or the first place, between two
// tokens.
func (s *scan) mentionIn(first, last int, place bool) *mention {
	for i, m := range s.mentions {
		if m.first >= first && m.last <= last && m.name.Place == place && m.name.Kind == Organisation {
			return &s.mentions[i]
		}
	}
	return nil
}

func (s *scan) mentionAt(i int) *mention {
	for j, m := range s.mentions {
		if m.first == i {
			return &s.mentions[j]
		}
	}
	return nil
}

func (s *scan) headOf(p phrase) string {
	if p.empty() || p.last >= len(s.list) {
		return ""
	}
	return s.list[p.last].lower
}

func (s *scan) countsPersonnel(f *found) bool {
	return f.unit.name == "" && s.words.in("personnel", strings.ToLower(lastWord(f.countedText)))
}

func (s *scan) countsActs(f *found) bool {
	words := strings.Fields(strings.ToLower(f.countedText))
	for i, word := range words {
		if s.words.in("acts", word) {
			return i == 0 || !s.words.in("holding", words[len(words)-1]) // "detention beds" are no act
		}
	}
	return false
}

// heldPeople reports whether people are counted that a body holds or moves:
// "deported 17,000 people", "has 50,000 people in custody".
func (s *scan) heldPeople(f *found) bool {
	if f.unit.name != "" || s.countsThings(f) {
		return false
	}
	from := max(0, f.first-6)
	for i := from; i < len(s.list) && i <= f.end+8; i++ {
		if s.words.in("held", s.at(i).lower) {
			return true
		}
	}
	return false
}

func (s *scan) federal(f *found) bool {
	return !f.counted.empty() && s.at(f.counted.first).is("federal", "state", "local", "other")
}

// suppliedBy reads "from the IRS", "from Oregon" after what is counted. told
// is true when the words say where they come from, even without a name.
func (s *scan) suppliedBy(f *found) (name string, told bool) {
	i := max(f.end, f.counted.last) + 1
	for s.at(i).is("come", "came", "coming", "drawn", "were", "are", "arrived", "will", "would", "could", "to", "be", "have") {
		i++
	}
	people := s.countsPersonnel(f) || f.unit.name == "share" && s.words.in("personnel", strings.ToLower(lastWord(f.countedText)))
	if !s.at(i).is("from") || !people && f.countedText != "" || s.leaves(f) {
		return "", false
	}
	i++
	for s.at(i).is("across", "the", "its", "both") {
		i++
	}
	first := s.mentionAt(i)
	if first == nil && s.at(i).upper && !s.headline && i == max(f.end, f.counted.last)+2 {
		if s.suppliers() > 1 { // "90 guards from Chad and 40 from Togo"
			last := i
			for s.isNameWord(last + 1) {
				last++
			}
			return s.phraseText(phrase{i, last}), true
		}
		return "", false // "from Fort Example" tells where they are
	}
	if first == nil || first.name.Kind != Organisation {
		return "", s.countsPersonnel(f)
	}
	if !first.name.Place {
		return first.name.Short, true
	}
	last, count := first, 1
	for j := first.last + 1; s.at(j).is(",", "and"); {
		for s.at(j).is(",", "and", "the") {
			j++
		}
		next := s.mentionAt(j)
		if next == nil || !next.name.Place {
			break
		}
		last, count, j = next, count+1, next.last+1
	}
	if count == 1 {
		return first.name.Short, true
	}
	return s.text[s.at(first.first).start:s.at(last.last).end], true
}

// suppliers counts the numbers of the sentence that come "from" a name.
func (s *scan) suppliers() int {
	count := 0
	for i := range s.list {
		if s.list[i].kind != numberToken {
			continue
		}
		j := i + 1
		for j < i+4 && (s.at(j).isNoun() && !s.at(j).upper || s.at(j).tag == "JJ") {
			j++
		}
		if s.at(j).is("from") && s.isNameWord(j+1) && !s.isMonth(j+1) && !s.words.in("weekdays", s.at(j+1).lower) {
			count++
		}
	}
	return count
}

// theAdministration resolves "the administration" before the number to the
// one named last.
func (s *scan) theAdministration(f *found, document *quantityContext) string {
	for i := 1; i < f.first; i++ {
		if !s.list[i].is("administration") || !s.at(i-1).is("the") {
			continue
		}
		for _, name := range document.order {
			if strings.HasSuffix(name.Short, " administration") {
				return name.Short
			}
		}
	}
	return ""
}

// nationality reads "nearly 400 of them being Kenyan".
func (s *scan) nationality(f *found) string {
	i := f.end + 1
	if !s.at(i).is("of") || !s.at(i+1).is("them", "whom") {
		return ""
	}
	for j := i + 2; j < i+5 && s.at(j).kind == wordToken && !s.at(j).is("in", "to", "at", "from"); j++ {
		if m := s.mentionAt(j); m != nil && m.name.Place {
			return m.name.Short
		}
	}
	return ""
}

// joinedBy returns the body that the people go to: "2,900 troops to the …
// mission".
func (s *scan) joinedBy(f *found) string {
	i := f.nounEnd() + 1
	if !s.at(i).is("to") || !s.at(i+1).is("the") {
		return ""
	}
	for j := i + 2; j < i+6; j++ {
		if m := s.mentionAt(j); m != nil && !m.name.Place && m.name.Kind == Organisation {
			return m.name.Short
		}
	}
	return ""
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
