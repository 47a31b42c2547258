package claims

import (
	"slices"
	"strings"
)

// person is someone named in full somewhere in the text.
type person struct {
	surname string
	full    string
	about   []string // the words beside the name, in lower case and without a full stop behind: titles and offices
	length  int      // of these words in bytes
}

// appearance is a person named in a sentence.
type appearance struct {
	name       string
	line, word int
}

// memory holds what the sentences so far have named, so that "she", "the
// outlet" and "Miller" can be resolved.
type memory struct {
	cues      *cues
	names     *Names
	lines     []*line
	publisher Hop
	initials  string             // of the publisher
	people    map[string]*person // by surname
	met       []*person          // the same in the order of the text
	bodies    []*Name            // organisations and outlets in the order named
	places    []*Name            // countries and states in the order named
	documents []string           // "DHS memo", in the order named
	president string             // the surname last written after "President"
	mentions  []appearance       // of people, in the order of the text
	sources   []Hop              // in the order of the text
	spoke     []int              // the sentence of each source
	kinds     map[string]HopKind // of unlisted names, by what stands beside them: "the charity X"
	linked    map[string][]Hop   // the whole chain of a source that came with one, by its name
}

// longestMemory is how many of a kind are remembered at least; a long text
// forgets those before, so that the time stays linear.
const longestMemory = 250

// remembered adds to a list of the memory, which never grows beyond twice
// longestMemory.
func remembered[T any](list []T, more T) []T {
	if len(list) >= 2*longestMemory {
		list = append(list[:0], list[len(list)-longestMemory:]...)
	}
	return append(list, more)
}

func newMemory(cues *cues, names *Names, publisher string) *memory {
	m := &memory{cues: cues, names: names, publisher: Hop{Name: publisher, Kind: Outlet}, initials: initialsOf(publisher), people: map[string]*person{}, kinds: map[string]HopKind{}, linked: map[string][]Hop{}}
	if name, found := names.ByName(publisher); found && name.Kind == Outlet {
		m.publisher.Name = publisher
	}
	return m
}

// note takes in the people and bodies that the sentence names.
func (m *memory) note(l *line) {
	for i := 0; i < len(l.words); {
		if w := &l.words[i]; w.Plain && l.text[w.Start] >= 'a' && (i == 0 || !l.capital(i-1)) && l.lexemes[i].noun.kind != DocumentHop {
			i++ // as most
			continue
		}
		if name, n := l.nameAt(i); n > 0 {
			if name.Place {
				m.places = remembered(m.places, name)
			} else {
				m.bodies = remembered(m.bodies, name)
			}
			i += n
			continue
		}
		if l.lexemes[i].noun.kind == DocumentHop && i > 0 && l.tagged(i, "NN") {
			m.meetDocument(l, i)
		}
		end := i
		if l.capital(i) || i > 0 && l.capital(i-1) {
			end = l.properEnd(i)
		}
		if end == i {
			i++
			continue
		}
		from := m.afterTitles(l, run{i, end})
		name := run{from, end}
		n := l.nameWords(from, end)
		full := n >= 2 && n <= 4 && m.kindByWords(l, name) == "" // a person's name
		if p, known := m.people[l.words[end-1].In(l.text)]; known && from < end {
			m.mentions = remembered(m.mentions, appearance{p.full, l.index, from})
		} else if full {
			m.mentions = remembered(m.mentions, appearance{l.in(name), l.index, from})
		}
		if l.is(i-1, "(") && l.is(end, ")") && end == i+1 && l.tagged(i-2, "NNP") && strings.ToUpper(l.in(run{i, end})) == l.in(run{i, end}) { // "Department of Rivers (DR)"
			m.kinds[l.in(run{i, end})] = Organisation
			if before := l.properStart(i - 2); i-1-before >= 2 {
				m.kinds[l.in(run{before, i - 1})] = Organisation
			}
			i = end
			continue
		}
		if kind := m.kindBeside(l, name); kind != "" {
			m.kinds[l.in(name)] = kind
			i = end
			continue
		}
		if full {
			m.meet(l, name)
		}
		if from > 0 && l.is(from-1, "president") {
			m.president = l.words[end-1].In(l.text)
		}
		i = end
	}
}

// kindBeside says what kind of body a name is, by the noun before it ("the
// charity X", "newspaper X") or the appositive after it ("X, the drivers'
// union,"); "" when neither tells.
func (m *memory) kindBeside(l *line, name run) HopKind {
	if name.empty() || name.to-name.from == 1 && m.people[l.in(name)] != nil {
		return ""
	}
	kindAt := func(i int) HopKind {
		if l.is(i, "agency") && l.is(i-1, "news") {
			return Outlet
		}
		if i < 0 || l.capital(i) || !l.tagged(i, "NN") || l.tagged(i, "NNS") {
			return ""
		}
		if noun, found := m.cues.nouns[l.words[i].Lower]; found && (noun.kind == Organisation || noun.kind == Outlet) && !noun.title {
			return noun.kind
		}
		return ""
	}
	if !m.isPlaceWord(l, name.from-1) && !l.is(name.from-2, "in", "at", "near", "outside") && !l.is(name.from-3, "in", "at", "near", "outside") {
		if kind := kindAt(name.from - 1); kind != "" {
			return kind
		}
	}
	if !l.comma(name.to) || !l.tagged(name.to+1, "DT", "PRP$") {
		return ""
	}
	for i := name.to + 1; i < len(l.words) && (l.nominal(i) || l.tagged(i, "VBG", "VBN")); i++ {
		if !l.nominal(i + 1) {
			return kindAt(i)
		}
	}
	return ""
}

// isPlaceWord says whether the word at i, though a body, names a place when a
// name follows it: "in the city Gary Hale loves".
func (m *memory) isPlaceWord(l *line, i int) bool {
	return l.is(i, "city", "county", "country", "state", "province", "district")
}

// meetDocument remembers a document that is named with more than its kind.
func (m *memory) meetDocument(l *line, head int) {
	from := head
	for from > 0 && l.tagged(from-1, "NN", "JJ") && !l.quoteMark(from-1) {
		from--
	}
	if from < head && (!l.tagged(head+1, "NN") || l.tagged(head+1, "NNS")) {
		m.documents = remembered(m.documents, l.in(run{from, head + 1}))
	}
}

// afterTitles returns where, in a run of name words, the titles end and the
// name begins.
func (m *memory) afterTitles(l *line, r run) int {
	from := r.from
	if l.is(r.from-1, "of", "for") && m.isTitle(l, r.from-2) { // "Secretary of Defense A B"
		if _, n := l.nameAt(r.from); n > 0 && r.from+n < r.to {
			from += n
		} else if r.to-r.from >= 3 {
			from++
		}
	}
	for i := from; i < r.to; i++ {
		word := strings.TrimSuffix(l.words[i].Lower, ".")
		if i == r.to-1 && from < i && isSurnameToo(word) {
			break
		}
		noun := l.lexemes[i].noun
		if word != l.words[i].Lower {
			noun = m.cues.nouns[word]
		}
		if noun.title || isCourtesy(word) {
			from = i + 1
		}
	}
	return from
}

// isTitle says whether the word at i is a title of persons.
func (m *memory) isTitle(l *line, i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	noun, found := m.cues.nouns[strings.TrimSuffix(l.words[i].Lower, ".")]
	return found && noun.title
}

// isSurnameToo says whether the title is a last name behind a first.
func isSurnameToo(word string) bool {
	switch word {
	case "pope", "king", "prince", "bishop", "marshal", "major", "queen":
		return true
	}
	return false
}

func isCourtesy(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "maj", "sgt", "capt", "adm", "sir", "lord", "dame", "rev", "prof", "hon", "staff", "former", "top", "judge", "president-elect":
		return true
	}
	return false
}

// longestAbout is how many bytes are kept of the words beside a name.
const longestAbout = 500

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
	if known, found := m.people[surname]; found && (known.full == l.in(name) || len(known.about) > 0 && strings.HasSuffix(known.full, " "+surname) && strings.HasPrefix(known.full, l.words[name.from].In(l.text))) {
		if known.length <= longestAbout {
			known.add(l, from, to)
		}
		return
	}
	p := &person{surname: surname, full: l.in(name)}
	p.add(l, from, to)
	m.people[surname], m.met = p, remembered(m.met, p)
}

// add remembers the words beside the name.
func (p *person) add(l *line, from, to int) {
	p.about = slices.Grow(p.about, to-from)
	for i := from; i < to; i++ {
		p.about = append(p.about, strings.TrimSuffix(l.words[i].Lower, "."))
		p.length += len(l.words[i].Lower) + 1
	}
}

// isPerson reports whether somebody of the text bears the surname.
func (m *memory) isPerson(surname string) bool { return m.people[surname] != nil }

// manySources is how many sources back a title is looked for.
const manySources = 100

// titled returns the person whose title the words "the governor" name.
func (m *memory) titled(title string) (string, bool) {
	head := lastWord(strings.TrimSpace(title))
	for i := len(m.sources) - 1; i >= max(len(m.sources)-manySources, 0); i-- { // who spoke last, first
		if s := m.sources[i]; s.Kind == Person {
			if p := m.people[surnameOf(s.Name)]; p != nil && p.holdsTitle(head) {
				return p.full, true
			}
		}
	}
	found := ""
	for _, p := range m.met {
		if (found == "" || p.full < found) && p.holdsTitle(head) && m.people[p.surname] == p {
			found = p.full
		}
	}
	return found, found != ""
}

// holdsTitle says whether the words beside a name hold the last word of a title,
// in full or abbreviated.
func (p *person) holdsTitle(head string) bool {
	for _, w := range p.about {
		if w == head || len(w) >= 3 && strings.HasPrefix(head, w) && isCourtesy(w) {
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
func (m *memory) lastBody(fits func(*Name) bool) (*Name, bool) {
	for i := len(m.bodies) - 1; i >= 0; i-- {
		if fits(m.bodies[i]) {
			return m.bodies[i], true
		}
	}
	return nil, false
}

// place returns the country or state named most often so far, the first of
// those named as often.
func (m *memory) place() (*Name, bool) {
	count := map[string]int{}
	best := -1
	for _, p := range m.places {
		count[p.Short]++
	}
	for i, p := range m.places {
		if best < 0 || count[p.Short] > count[m.places[best].Short] {
			best = i
		}
	}
	if best < 0 {
		return nil, false
	}
	return m.places[best], true
}

// sameOutlet says whether two names are of one outlet: "NBC", "NBC News".
func sameOutlet(names *Names, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, knownX := outletNamed(names, a)
	y, knownY := outletNamed(names, b)
	if knownX && knownY {
		return x.Short == y.Short
	}
	a, b = fold(a), fold(b)
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}

// outletNamed looks up an outlet by its name, with or without "News" behind it.
func outletNamed(names *Names, name string) (Name, bool) {
	if found, known := names.ByName(name); known {
		return found, true
	}
	return names.ByName(strings.TrimSuffix(name, " News"))
}
