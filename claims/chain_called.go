package claims

import "strings"

// This file says which body named before a noun alone means: "the agency", "the court",
// "the auditors".

// longestCalled is how many sentences back the name may stand.
const longestCalled = 6

// called returns the body that "the" and the noun mean at word at: the one named last
// whose name has the noun as the word for what it is, or an agency for news.
func (m *memory) called(l *line, at int, noun string) (Hop, bool) {
	for j := l.index; j >= max(l.index-longestCalled, 0); j-- {
		b := m.lines[j]
		k := len(b.words) - 1
		if j == l.index {
			k = at - 1
		}
		for ; k >= 0; k-- {
			if h, found := m.bodyAt(b, k, noun); found {
				return h, h.Kind != Outlet || j >= l.index-1 || !m.agencySpoke(j)
			}
		}
	}
	return Hop{}, false
}

// agencySpoke says whether a body that "the agency" may mean spoke after the sentence.
func (m *memory) agencySpoke(sentence int) bool {
	for i := len(m.sources) - 1; i >= 0 && m.spoke[i] > sentence; i-- {
		if m.sources[i].Kind != Organisation {
			continue
		}
		switch head := lastWord(strings.ToLower(m.sources[i].Name)); head {
		case "agency", "office", "authority", "bureau", "service", "board", "directorate", "commission", "institute", "secretariat", "inspectorate":
			return true
		}
	}
	return false
}

// bodyAt returns the body whose name holds the word at k and that the noun can mean.
func (m *memory) bodyAt(l *line, k int, noun string) (Hop, bool) {
	word := &l.words[k]
	if word.Lower == "agency" && noun == "agency" && l.is(k-1, "news") && l.capital(k+1) && !l.capital(k) { // "the news agency {X}"
		return m.bodyNamed(l, run{k + 1, l.properEnd(k + 1)})
	}
	if !l.capital(k) {
		return Hop{}, false
	}
	switch {
	case word.Lower == noun:
	case noun == "agency" && (word.Lower == "wire" || word.Lower == "newswire"):
	case noun == "auditors" && (word.Lower == "audit" || word.Lower == "accounts"):
	case noun == "agency" && m.kinds[word.In(l.text)] == Outlet && isAcronym(word.In(l.text)):
		return Hop{Name: word.In(l.text), Kind: Outlet}, true
	default:
		return Hop{}, false
	}
	from, to := l.capitalsStart(k), l.capitalsEnd(k)
	if noun == "auditors" && l.is(from-1, "of") && l.capital(from-2) { // "the {Court of} Accounts"
		from = l.capitalsStart(from - 2)
	}
	if end := l.fieldEnd(k + 1); end > k+1 {
		to = end
	}
	if to-from < 2 {
		return Hop{}, false
	}
	return m.bodyNamed(l, run{from, to})
}

// bodyNamed returns the body with the name.
func (m *memory) bodyNamed(l *line, name run) (Hop, bool) {
	if name.empty() {
		return Hop{}, false
	}
	h, found := m.named(l, name)
	return h, found && (h.Kind == Organisation || h.Kind == Outlet) && !strings.EqualFold(h.Name, m.publisher.Name)
}
