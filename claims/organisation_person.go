package claims

// officeHolders are the persons of a document who act for a body, in the order
// in which their office is told: "Ruritania's interior minister, Ada Quill",
// "Ada Quill of the Coast Guard".
type officeHolders []officeHolder

type officeHolder struct {
	surname string
	scan    int // the sentence that tells the office
	body    *Name
}

// manyHolders bounds the look-up of surnames.
const manyHolders = 40

// of returns the body that the person acts for; nil where none is told.
func (h officeHolders) of(surname string) *Name {
	for i := range h {
		if h[i].surname == surname {
			return h[i].body
		}
	}
	return nil
}

// findHolders adds the persons of the sentence whose office names a body.
func (s *scan) findHolders(holders *officeHolders) {
	for k := range s.mentions {
		m := &s.mentions[k]
		if m.name.Kind != Organisation || len(*holders) >= manyHolders {
			continue
		}
		if i := s.personAfter(m); i > 0 {
			*holders = append(*holders, officeHolder{s.list[i].lower, s.index, m.name})
		} else if i := s.personBefore(m); i > 0 {
			*holders = append(*holders, officeHolder{s.list[i].lower, s.index, m.name})
		}
	}
}

// personAfter returns the last token of the name that follows the body and a
// title: "the Pentagon's acting comptroller, Joyce Hale"; 0 for none.
func (s *scan) personAfter(m *mention) int {
	i, titled := m.last+1, false
	if s.at(i).is("'s", "'") {
		i++
	}
	for limit := i + 6; i < limit; i++ {
		t := s.at(i)
		if t.lexeme.noun.title {
			titled = true
			if !s.at(i + 1).lexeme.noun.title {
				i++
				break
			}
			continue
		}
		if !t.isNoun() && t.tag != "JJ" && t.tag != "VBG" && !t.is("of", "for", "and") {
			return 0
		}
	}
	if !titled {
		return 0
	}
	if s.at(i).is(",") {
		i++
	}
	return s.personAt(i)
}

// personAt returns the last token of a name of two or three words that starts
// at token i, or of a single one; 0 for none.
func (s *scan) personAt(i int) int {
	last := i
	for last < i+4 && s.at(last).upper && s.at(last).kind == wordToken && s.at(last).tag == "NNP" && s.mentionAt(last) == nil {
		last++
	}
	return max(last-1, i) * min(last-i, 1)
}

// personBefore returns the last token of the name before a body: "Gov. Ada
// Quill of Oregon", "Ada Quill, head of the Coast Guard,"; 0 for none.
func (s *scan) personBefore(m *mention) int {
	i := m.first - 1
	if s.at(i).is("the") {
		i--
	}
	if !s.at(i).is("of", "for", "at") {
		return 0
	}
	i--
	for limit := i - 5; i > limit && (s.at(i).isNoun() && !s.at(i).upper || s.at(i).tag == "JJ" || s.at(i).tag == "DT"); i-- {
	}
	if s.at(i).is(",") {
		i--
	} else if i != m.first-2 && i != m.first-3 {
		return 0
	}
	t, before := s.at(i), s.at(i-1)
	if !t.upper || t.tag != "NNP" || t.kind != wordToken || !before.upper || before.tag != "NNP" || s.insideMention(i) || s.mentionAt(i) != nil || s.mentionAt(i-1) != nil {
		return 0
	}
	return i
}

// holderMeant returns the body of the person who is the subject at token i: a
// surname, or "he" and "she" for the one named last.
func (s *scan) holderMeant(i int, document *quantityContext) *Name {
	t := s.at(i)
	if t.upper && t.tag == "NNP" && s.mentionAt(i) == nil {
		return document.holders.of(t.lower)
	}
	if !t.is("he", "she", "his", "her") {
		return nil
	}
	for k := len(document.holders) - 1; k >= 0; k-- {
		if h := document.holders[k]; h.scan <= s.index && h.scan >= s.index-1 {
			return h.body
		}
	}
	return nil
}

// holderBody returns the body for which the person who is the subject acts:
// "She sent", "Quill sent", "her state will send". first is where the subject
// begins.
func (s *scan) holderBody(i, first, verb int, document *quantityContext) (body, bool) {
	t := s.at(i)
	switch {
	case i == first && t.is("he", "she") || i+1 == verb && t.upper && t.tag == "NNP":
		if name := s.holderMeant(i, document); name != nil {
			return body{name: name.Short, place: name.Place, holder: true}, true
		}
	case i == first && t.is("his", "her") && s.at(i+1).is("state", "country", "government", "department", "ministry", "agency", "office", "county", "city", "province", "force", "nation"):
		if name := s.holderMeant(i, document); name != nil {
			return body{name: name.Short, place: name.Place}, true
		}
		if len(s.mentions) > 0 && s.mentions[0].name.Place && s.mentions[0].last < i && s.at(s.mentions[0].last+1).is("'s", "'") && s.at(i+1).is("country", "state", "government", "nation", "province") {
			return body{name: s.mentions[0].name.Short, place: true}, true // "Togo's president said his country"
		}
	}
	return body{}, false
}
