package claims

import (
	"slices"
	"strings"
)

// ownArmy settles whose "the army" is. In a text on anything American it is the
// American one; elsewhere that of the country whose forces the text names, or of
// the country it names most; of no listed army it is nobody's.
func ownArmy(scans []*scan, names *Names) *Name {
	if len(scans) == 0 {
		return nil
	}
	var army *Name
	switch foreign := namesOtherForce(scans); {
	case !foreign && american(scans[0].text):
		return nil
	case foreign && containsAny(scans[0].text, "U.S. ", "US Army", "US Navy", "US Marine", "Pentagon"):
		return nil
	case !foreign:
		army = homeArmy(scans, names)
	}
	for _, s := range scans {
		s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool {
			return (army == nil || !s.at(m.first).is("army")) && m.isBareForce(s) || m.name.Short == "US Air Force"
		})
		for i := range s.mentions {
			if m := &s.mentions[i]; m.isBareForce(s) {
				m.name = army
			}
		}
	}
	return army
}

// american reports whether a text is on anything American.
func american(text string) bool {
	return containsAny(text, "U.S.", "US ", "United States", "America", "Pentagon", "White House", "Trump", "National Guard", "Guard troops", "Guard members", "Guardsm", "WASHINGTON", "Washington")
}

// namesOtherForce reports whether the text names the army of a state that is on no list.
func namesOtherForce(scans []*scan) bool {
	return slices.ContainsFunc(scans, func(s *scan) bool { return s.otherForce })
}

// noteForces notes whether the sentence names the army of a state that is on no list,
// "the Vostrian army", "the navy of Vostria", "Vostria's army", and which countries it
// names only as others. Its words are not kept where it holds no number.
func (s *scan) noteForces() {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.name.Place {
			m.other = s.aboutOthers(m)
		}
	}
	if !s.force {
		return
	}
	for i := 1; i < len(s.list); i++ {
		t := s.at(i)
		if t.kind != wordToken || !t.is("army", "navy", "marines", "military") {
			continue
		}
		before := i - 1
		if s.at(before).is("'s") {
			before--
		}
		if s.unlistedState(before) && !(s.at(before-1).upper && s.at(before-1).tag != "DT") || s.at(i+1).is("of") && s.unlistedState(i+2) {
			s.otherForce = true
			return
		}
	}
}

// unlistedState reports whether the word at token i may be a state, or its people, that
// is on no list: a capitalised name or adjective.
func (s *scan) unlistedState(i int) bool {
	t := s.at(i)
	return i >= 0 && t.kind == wordToken && t.upper && (t.tag == "NNP" || t.tag == "JJ" || t.tag == "NNPS") && len(t.lower) > 4 && !s.headline && s.insideName(i) == nil &&
		!t.is("salvation", "royal", "regular", "territorial", "reserve", "national", "federal", "former", "foreign", "local")
}

// insideName returns the listed name that token i belongs to; nil for none.
func (s *scan) insideName(i int) *mention {
	for k := range s.mentions {
		if m := &s.mentions[k]; m.first <= i && i <= m.last && !m.isBareForce(s) {
			return m
		}
	}
	return nil
}

// isBareForce reports whether "the army" and the like is named without a country.
func (m *mention) isBareForce(s *scan) bool {
	return m.first == m.last && isMilitary(m.name) && s.at(m.first).is("army", "navy", "marines")
}

// homeArmy returns the army of the country that the text is about; nil where
// that is on no list.
func homeArmy(scans []*scan, names *Names) *Name {
	text := scans[0].text
	if containsAny(text, "£", "Whitehall", "Downing Street", "Home Office") {
		if army, known := names.ByName("British Army"); known {
			return &army
		}
	}
	count, most := map[string]int{}, (*Name)(nil)
	for _, s := range scans {
		for i := range s.mentions {
			m := &s.mentions[i]
			if !m.name.Place {
				continue
			}
			if m.other {
				continue // "asked France for boats", "the British ambassador"
			}
			count[m.name.Short]++
			if m.people {
				count[m.name.Short] += 10
			}
			if most == nil || count[m.name.Short] > count[most.Short] {
				most = m.name
			}
		}
	}
	if most == nil {
		return nil
	}
	for _, people := range most.Aliases {
		for _, force := range [...]string{" army", " military"} {
			if army, known := names.ByName(people + force); known {
				return &army
			}
		}
	}
	return nil
}

// aboutOthers reports whether a country is named only as another one: it is asked, or
// its envoy or its help comes.
func (s *scan) aboutOthers(m *mention) bool {
	return s.before(m.first, "asked", "asks", "ask", "asking", "thanked", "urged", "told", "with") ||
		s.at(m.last+1).is("ambassador", "embassy", "envoy", "consul", "consulate", "help", "aid", "support", "diplomats")
}

func containsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}
