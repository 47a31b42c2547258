package claims

import "strings"

// misreadVerb returns the verb of a sentence in which the tagger sees none: a
// participle after the words for when or whom, as in "The Navy in March sent 40
// divers"; -1 for none.
func (s *scan) misreadVerb(end int) int {
	if s.headline || s.hasVerb(0, len(s.list)) {
		return -1
	}
	for i := 1; i < end; i++ {
		if s.list[i].tag == "VBN" && (s.list[i-1].isNoun() || s.list[i-1].tag == "RB") {
			return i
		}
	}
	return -1
}

// crewBody returns the body whose people are the subject at token j without its
// name: "the soldiers recovered 40 boats", "firefighters have rescued 12". Of the
// bodies of the text that have such people it is the one named most.
func (s *scan) crewBody(j, verb int, document *quantityContext) (body, bool) {
	t, next := s.at(j), s.at(j+1)
	kinds := s.words.crews[t.lower]
	if len(kinds) == 0 || j+1 != verb && next.tag != "RB" || j > 0 && s.at(j-1).kind == wordToken && !s.at(j-1).is("the", "that", "and") {
		return body{}, false
	}
	name := document.most(func(n *Name) bool {
		full := strings.ToLower(n.Short + " " + n.Full)
		for _, kind := range kinds {
			if strings.Contains(full, kind) {
				return !n.Place && n.Kind == Organisation
			}
		}
		return false
	})
	return body{name: name, crew: true}, name != ""
}
