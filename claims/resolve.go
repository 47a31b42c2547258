package claims

import (
	"strings"
)

// person is someone named in full somewhere in the text.
type person struct {
	full  string
	about string // the words beside the name, in lower case: titles and offices
}

// memory holds what the sentences so far have named, so that "she", "the
// outlet" and "Miller" can be resolved.
type memory struct {
	cues      *cues
	names     *Names
	publisher Hop
	people    map[string]*person // by surname
	bodies    []Name             // organisations and outlets in the order named
	sources   []Hop              // in the order of the text
	chains    map[string][]Hop   // the hops that lead to a document, by its name
}

func newMemory(cues *cues, names *Names, publisher string) *memory {
	m := &memory{cues: cues, names: names, publisher: Hop{Name: publisher, Kind: Outlet}, people: map[string]*person{}, chains: map[string][]Hop{}}
	if name, found := names.ByName(publisher); found && name.Kind == Outlet {
		m.publisher.Name = publisher
	}
	return m
}

// note takes in the people and bodies that the sentence names.
func (m *memory) note(l *line) {
	for i := 0; i < len(l.words); {
		if name, n := m.names.At(l.text, l.words, i); n > 0 {
			if !name.Place {
				m.bodies = append(m.bodies, name)
			}
			i += n
			continue
		}
		end := l.properEnd(i)
		if end == i {
			i++
			continue
		}
		from := m.afterTitles(l, run{i, end})
		if end-from >= 2 && end-from <= 4 {
			m.meet(l, run{from, end})
		}
		i = end
	}
}

// properEnd returns where the run of capitalised name words at i ends.
func (l *line) properEnd(i int) int {
	for i < len(l.words) && l.tagged(i, "NNP") && l.capital(i) && !l.isTime(i) {
		i++
	}
	return i
}

// afterTitles returns where, in a run of name words, the titles end and the
// name begins.
func (m *memory) afterTitles(l *line, r run) int {
	from := r.from
	for i := r.from; i < r.to; i++ {
		word := strings.TrimSuffix(l.low[i], ".")
		if noun, found := m.cues.nouns[word]; found && noun.title || isCourtesy(word) {
			from = i + 1
		}
	}
	return from
}

func isCourtesy(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "maj", "sgt", "capt", "adm", "sir", "lord", "dame", "rev", "prof", "hon", "staff", "former", "top", "judge", "president-elect":
		return true
	}
	return false
}

// meet remembers a person named in full, with the words beside the name.
func (m *memory) meet(l *line, name run) {
	surname := strings.TrimSuffix(l.words[name.to-1].In(l.text), ".")
	if (surname == "Jr" || surname == "Sr" || surname == "II" || surname == "III") && name.to-name.from > 2 {
		surname = l.words[name.to-2].In(l.text)
	}
	from := name.from
	for from > 0 && name.from-from < 8 && (l.nominal(from-1) || l.is(from-1, "of")) {
		from--
	}
	to := name.to
	if l.comma(to) {
		for to++; to < len(l.words) && !l.comma(to) && !l.stop(to) && to-name.to < 14; to++ {
		}
	}
	about := strings.Join(l.low[from:to], " ")
	if known, found := m.people[surname]; found && (known.full == l.in(name) || known.about != "" && strings.HasSuffix(known.full, " "+surname) && strings.HasPrefix(known.full, l.words[name.from].In(l.text))) {
		known.about += " " + about
		return
	}
	m.people[surname] = &person{full: l.in(name), about: about}
}

// titled returns the person whose title the words "the governor" name.
func (m *memory) titled(title string) (string, bool) {
	for i := len(m.sources) - 1; i >= 0; i-- { // who spoke last, first
		if s := m.sources[i]; s.Kind == Person {
			if p := m.people[surnameOf(s.Name)]; p != nil && holdsTitle(p.about, title) {
				return p.full, true
			}
		}
	}
	found := ""
	for _, p := range m.people {
		if holdsTitle(p.about, title) && (found == "" || p.full < found) {
			found = p.full
		}
	}
	return found, found != ""
}

// holdsTitle says whether the words beside a name hold the title, in full or
// abbreviated.
func holdsTitle(about, title string) bool {
	words := strings.Fields(title)
	head := words[len(words)-1]
	for _, w := range strings.Fields(about) {
		w = strings.TrimSuffix(w, ".")
		if w == head || len(w) >= 3 && isCourtesy(w) && strings.HasPrefix(head, w) {
			return true
		}
	}
	return false
}

func surnameOf(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// last returns the last source of one of these kinds.
func (m *memory) last(kinds ...HopKind) (Hop, bool) {
	for i := len(m.sources) - 1; i >= 0; i-- {
		for _, kind := range kinds {
			if m.sources[i].Kind == kind {
				return m.sources[i], true
			}
		}
	}
	return Hop{}, false
}

// lastBody returns the last body named that fits.
func (m *memory) lastBody(fits func(Name) bool) (Name, bool) {
	for i := len(m.bodies) - 1; i >= 0; i-- {
		if fits(m.bodies[i]) {
			return m.bodies[i], true
		}
	}
	return Name{}, false
}

// pronoun resolves a pronoun to the last source that can be meant.
func (m *memory) pronoun(word string) (Hop, bool) {
	switch word {
	case "he", "she", "i", "him", "her", "his", "himself", "herself":
		return m.last(Person, Anonymous)
	case "it", "its":
		return m.last(Organisation, Outlet, DocumentHop, Dataset)
	case "they", "we", "them", "their":
		for i := len(m.sources) - 1; i >= 0; i-- {
			s := m.sources[i]
			if s.Kind == Anonymous || s.Kind == Organisation || s.Kind == Person && strings.Contains(s.Name, " and ") {
				return s, true
			}
		}
	}
	return Hop{}, false
}

// isPronoun says whether the word is one that pronoun may resolve.
func isPronoun(word string) bool {
	switch word {
	case "he", "she", "i", "it", "they", "we", "him", "her", "them", "his", "its", "their":
		return true
	}
	return false
}

// sameOutlet says whether two names are of one outlet: "NBC", "NBC News".
func sameOutlet(names *Names, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, knownX := names.ByName(a)
	y, knownY := names.ByName(b)
	if knownX && knownY {
		return x.Short == y.Short
	}
	return fold(a) == fold(b)
}
