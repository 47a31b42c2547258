package claims

import (
	"slices"
	"strings"
)

// ownArmy settles whose "the army" is. In a text on anything American it is the
// American one; elsewhere that of the country whose forces the text names, or of
// the country it names most; of no listed army it is nobody's.
func ownArmy(scans []*scan, names *Names) *Name {
	if len(scans) == 0 || containsAny(scans[0].text, "U.S.", "US ", "United States", "America", "Pentagon", "White House", "Trump", "National Guard", "Guard") {
		return nil
	}
	army := homeArmy(scans, names)
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

func containsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}
