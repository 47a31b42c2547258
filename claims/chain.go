package claims

import (
	"slices"
	"strings"
)

// hops resolves the source of a statement to its links, outermost first, and
// remembers them.
func (m *memory) hops(s *statement) []Hop {
	if m.isThing(s) {
		return nil
	}
	role := RoleSource
	if s.class.ownAct() {
		role = RoleSpeaker
	}
	chain := m.sourceHops(s.line, s.source, s.core, role == RoleSpeaker || s.lemma == "call for")
	if (s.class == showing || s.class == holding || s.class == demanding) && len(chain) == 1 && chain[0].Kind == Anonymous && !s.trailing && !(m.cues.maySpeak(s.line, s.core-1) && (s.tellsThat() || s.reckons())) {
		return nil // "the operation shows how": a thing, not a source
	}
	if s.lemma == "register" && !s.reckons() || s.records() && m.isLand(s) {
		return nil
	}
	if n := len(chain); s.lemma == "report" && n > 0 && (chain[n-1].Kind == Organisation || m.isUnmet(s, chain[n-1])) && s.source.to <= s.cue.from && m.isUnlisted(s.line, s.source, chain[n-1]) {
		chain[n-1].Kind = Outlet // "Newsline reported that"
	}
	if s.class == citing && s.source.to <= s.cue.from { // "A cited B"
		if cited, core := s.line.phraseRight(s.cue.to, false); !cited.empty() {
			outer := chain
			chain = append(slices.Clone(chain), m.sourceHops(s.line, cited, core, false)...)
			for i, h := range outer {
				m.link(h.Name, chain)
				for _, name := range strings.Split(strings.ReplaceAll(h.Name, ", ", " and "), " and ") {
					if alone := (Hop{Name: name, Kind: h.Kind}); alone.Name != h.Name {
						m.link(name, slices.Concat(outer[:i], []Hop{alone}, chain[i+1:]))
					}
				}
			}
		}
	}
	if s.class == saying && s.line.comma(s.core) && s.line.is(s.core+1, "citing", "quoting") && s.core+2 < s.source.to { // "O, citing S, said"
		if cited, core := s.line.phraseRight(s.core+2, false); !cited.empty() {
			chain = append(chain, m.sourceHops(s.line, run{cited.from, min(cited.to, s.source.to)}, min(core, s.source.to), false)...)
		}
	}
	for i := s.core; s.class == saying && i > 0 && i+2 < s.source.to && len(chain) == 1 && chain[0].Kind != Anonymous; i++ { // "A B, quoted by O, said"
		if s.line.is(i, "quoted", "cited", "interviewed") && s.line.is(i+1, "by") {
			if h, found := m.named(s.line, run{i + 2, s.source.to}); found && (h.Kind == Outlet || h.Kind == Person && m.people[surnameOf(h.Name)] == nil) && !sameOutlet(m.names, h.Name, m.publisher.Name) {
				h.Kind = Outlet
				chain = []Hop{h, chain[0]}
			}
		}
	}
	if s.class == telling || s.lemma == "tell" {
		chain = append(m.venue(s), chain...)
	}
	for i := range chain {
		chain[i].Role = role
		if owner, found := m.owner(chain[i]); found {
			m.sources, m.spoke = remembered(m.sources, owner), remembered(m.spoke, s.line.index)
		}
		m.sources, m.spoke = remembered(m.sources, chain[i]), remembered(m.spoke, s.line.index)
	}
	return chain
}

// isThing says whether the source is so many things, or a number alone, which say
// nothing: "{28 of the 35 lorries} planned", "{4,210 audits}", "{1,306 officers} reported
// for duty", "{That figure} counted".
func (m *memory) isThing(s *statement) bool {
	l := s.line
	if s.source.empty() || s.core <= s.source.from {
		return false
	}
	if s.lemma == "report" && (l.is(s.cue.to, "for") || l.is(s.cue.to, "to") && !l.quoteMark(s.cue.to+1) && s.source.to <= s.cue.from && !s.trailing) && !l.has("that") {
		return true
	}
	if l.is(s.source.from, "the", "that", "this") && l.is(s.source.from+1, "figure", "number", "total") && s.core <= s.source.from+2 {
		return true
	}
	from, head := s.source.from, m.headEnd(l, run{s.source.from, s.core})-1
	for from < head && !l.digits(from) {
		from++
	}
	if !l.digits(from) || l.capital(head) && head > from || l.isTime(from+1) || from > 0 && l.capital(from-1) && l.noun(from-1) { // "Channel 5"
		return false
	}
	noun, listed := m.cues.noun(l.words[head].Lower)
	switch {
	case head == from, listed && (noun.kind == DocumentHop || noun.kind == Dataset):
		return true
	case listed:
		return false
	}
	return s.class != saying && s.class != telling
}

// digits says whether a number written in figures stands at word i.
func (l *line) digits(i int) bool {
	c := l.text[l.words[i].Start]
	return '0' <= c && c <= '9' && l.tagged(i, "CD")
}

// tellsThat says whether what the statement governs is a clause: "found that T",
// unlike "found 40 guns".
func (s *statement) tellsThat() bool {
	return len(s.content) > 0 && (s.line.is(s.content[0].from, "that") || s.line.is(s.content[0].from-1, "that"))
}

// isLand says whether the source is where things happen, which counts nothing itself:
// "the country has recorded 40 cases".
func (m *memory) isLand(s *statement) bool {
	l, head := s.line, s.core-1
	if l.is(head, "country", "state", "city", "county", "province", "district", "region", "island", "town", "team", "company", "airline") {
		return true
	}
	for i := s.source.from; i < s.core; i++ {
		if name, n := l.nameAt(i); n > 0 && i+n == s.core {
			return name.Place
		}
	}
	_, known := m.cues.noun(l.words[head].Lower)
	return l.capital(head) && !known && !isAcronym(l.words[head].In(l.text)) // "Vostria has recorded 40 cases"
}

// isUnmet says whether the hop is one bare name that no person of the text bears.
func (m *memory) isUnmet(s *statement, h Hop) bool {
	return h.Kind == Person && s.source.to == s.source.from+1 && m.people[h.Name] == nil && m.fullName(s.line, s.source.from) == ""
}

// isUnlisted says whether the hop is a name alone that neither a list nor its
// words tell to be a body.
func (m *memory) isUnlisted(l *line, source run, h Hop) bool {
	if _, listed := m.names.ByName(h.Name); listed || !l.tagged(source.from, "NNP") || m.kinds[h.Name] != "" {
		return false
	}
	return l.properEnd(source.from) >= source.to && m.kindByWords(l, source) == "" && l.in(source) == h.Name
}

// owner returns the body whose data or document the source is, when the name
// begins with the body's: "UNHCR figures".
func (m *memory) owner(h Hop) (Hop, bool) {
	if h.Kind != Dataset && h.Kind != DocumentHop {
		return Hop{}, false
	}
	first, _, more := strings.Cut(h.Name, " ")
	name, known := m.names.ByName(strings.TrimSuffix(strings.TrimSuffix(first, "'s"), "’s"))
	if !more || !known || name.Kind != Organisation || name.Place {
		return Hop{}, false
	}
	return Hop{Name: name.Short, Kind: Organisation, Role: RoleSource}, true
}

// linkCited remembers, of a sentence like "O reported, citing a memo", that the
// memo is known through O.
func (m *memory) linkCited(found []*statement) {
	for _, s := range found {
		if s.class != citing || len(s.hops) != 1 || !s.trailing {
			continue
		}
		cited := s.hops[0]
		if cited.Kind != DocumentHop && cited.Kind != Anonymous {
			continue
		}
		for _, o := range found {
			if o != s && o.class == saying && len(o.hops) == 1 && o.hops[0].Kind == Outlet && len(m.linked[cited.Name]) < 2 && !sameOutlet(m.names, o.hops[0].Name, m.publisher.Name) {
				m.linked[cited.Name] = []Hop{o.hops[0], cited}
			}
		}
	}
}

// venue returns the outlet that the source told, when it is not our own: what
// it was told is how our outlet knows.
func (m *memory) venue(s *statement) []Hop {
	if s.venue.empty() {
		return nil
	}
	l := s.line
	if at := s.venue.from; l.is(at, "the") && l.is(at+1, "agency") && at+3 <= s.venue.to && l.capital(at+2) { // "told the agency TCP"
		if name := l.in(run{at + 2, max(l.properEnd(at+2), at+3)}); !sameOutlet(m.names, name, m.publisher.Name) {
			return []Hop{{Name: strings.TrimSuffix(name, "."), Kind: Outlet}}
		}
		return nil
	}
	if h, found := m.named(l, s.venue); found && h.Kind == Outlet && !sameOutlet(m.names, h.Name, m.publisher.Name) {
		return []Hop{h}
	}
	if l.is(s.venue.from, "the") && s.venue.to == s.venue.from+2 {
		if noun, found := m.cues.nouns[l.words[s.venue.from+1].Lower]; found && (noun.kind == Outlet || l.is(s.venue.from+1, "paper")) {
			if h, found := m.last(Outlet); found && !sameOutlet(m.names, h.Name, m.publisher.Name) {
				return []Hop{h}
			}
		}
	}
	return nil
}

// sourceHops resolves a noun phrase to one source, or to the sources that lead
// to a document.
func (m *memory) sourceHops(l *line, source run, core int, act bool) []Hop {
	if source.empty() {
		return nil
	}
	phrase := run{source.from, core}
	for i := source.from + 2; i < core; i++ { // "Colonel A B {a commander of the guard}"
		if l.is(i, "a", "an") && l.tagged(i-1, "NNP") && l.tagged(i-2, "NNP") {
			phrase.to, core = i, i
		}
	}
	if phrase.to == phrase.from+1 {
		word := l.words[phrase.from].Lower
		if isPronoun(word) {
			if h, found := m.ownSubject(l, phrase.from); found {
				return m.behind(h)
			}
			if h, found := m.pronoun(l, phrase.from); found {
				return m.behind(h)
			}
			return nil
		}
		if l.tagged(phrase.from, "WP", "WDT") {
			before, core := l.phraseLeft(phrase.from)
			if l.comma(phrase.from - 1) {
				before, core = l.phraseLeft(phrase.from - 1)
			}
			if before.empty() || before.from >= phrase.from {
				return nil
			}
			return m.sourceHops(l, before, core, act)
		}
	}
	for k := phrase.from; k < core; k++ {
		if l.tellsNumbers(k) {
			if hops, found := m.releasedBy(l, k); found {
				return hops
			}
		}
	}
	if hops, found := m.latter(l, phrase); found {
		return hops
	}
	if joint, found := m.joint(l, phrase); found {
		return m.behind(joint)
	}
	if first := m.firstOfKinds(l, phrase); first > 0 {
		return m.sourceHops(l, run{source.from, first}, first, act)
	}
	head := m.headEnd(l, phrase) - 1
	if head >= phrase.from && !l.capital(head) {
		if h, found := m.appositive(l, source, core, head); found {
			return []Hop{h}
		}
	}
	if h, found := m.named(l, phrase); found {
		return m.behind(h)
	}
	if h, found := m.appositive(l, source, core, head); found {
		return []Hop{h}
	}
	return m.common(l, source, phrase, act)
}

// appositive resolves "the commander, A B": a title or "an official", with the
// name behind a comma.
func (m *memory) appositive(l *line, source run, core, head int) (Hop, bool) {
	if head < 0 || !l.comma(core) || core+1 >= source.to || !m.isTitle(l, head) && !m.isSomeone(l, head) {
		return Hop{}, false
	}
	name := run{core + 1, source.to}
	h, found := m.named(l, name)
	return h, found && h.Kind == Person && (m.isTitle(l, head) || l.properEnd(name.from)-name.from >= 2)
}

// isSomeone says whether the noun at i means one person: "an official".
func (m *memory) isSomeone(l *line, i int) bool {
	noun, found := m.cues.nouns[l.words[i].Lower]
	return found && noun.kind == Anonymous && l.tagged(i, "NN") && !l.tagged(i, "NNS", "NNP")
}

// longestChain is how many links a chain can have that is remembered: sources
// that cite each other in turn would make longer and longer ones.
const longestChain = 16

// link remembers the whole chain of the source with the name.
func (m *memory) link(name string, chain []Hop) {
	if len(chain) > longestChain {
		var distinct []Hop
		for _, h := range chain {
			if !containsHop(distinct, h) && len(distinct) < longestChain {
				distinct = append(distinct, h)
			}
		}
		chain = distinct
	}
	m.linked[name] = chain
}

// behind returns the source with the hops that came with it when it was named.
func (m *memory) behind(h Hop) []Hop {
	if chain := m.linked[h.Name]; chain != nil {
		return slices.Clone(chain)
	}
	return []Hop{h}
}

// joint resolves "A and B" to one hop, when both are named and of one kind.
func (m *memory) joint(l *line, phrase run) (Hop, bool) {
	var names []string
	var kind HopKind
	from := phrase.from
	for i := phrase.from; i <= phrase.to; i++ {
		if i < phrase.to && !l.is(i, "and", "&") && !l.comma(i) {
			if _, n := l.nameAt(i); n > 1 { // "and" within a name parts nothing
				i += n - 1
			} else if field := l.fieldEnd(i + 1); field > i+1 && field <= phrase.to {
				i = field - 1
			}
			continue
		}
		if i > from {
			h, found := m.named(l, run{from, i})
			if found && (kind == "" || kind == h.Kind) {
				kind = h.Kind
				names = append(names, h.Name)
			} else if i == phrase.to || len(names) == 0 {
				return Hop{}, false
			}
		}
		from = i + 1
	}
	if len(names) < 2 {
		return Hop{}, false
	}
	return Hop{Name: strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1], Kind: kind}, true
}

// firstOfKinds returns where the first of two sources of different kinds ends:
// "two officials {and a memo}"; 0 when there are not two.
func (m *memory) firstOfKinds(l *line, phrase run) int {
	for i := phrase.from + 1; i+1 < phrase.to; i++ {
		if !l.is(i, "and") {
			continue
		}
		first, one := m.cues.noun(l.words[i-1].Lower)
		last, two := m.cues.noun(l.words[phrase.to-1].Lower)
		if one && two && first.kind != last.kind && !l.capital(i-1) && !l.capital(phrase.to-1) && l.tagged(i+1, "DT", "CD", "JJ", "PRP$") {
			return i
		}
	}
	return 0
}

// isWire says whether a source is an outlet that is called an agency.
func isWire(h Hop) bool {
	if h.Kind != Outlet {
		return false
	}
	switch strings.ToLower(lastWord(h.Name)) {
	case "wire", "newswire", "agency", "press", "ap", "afp", "dpa", "reuters", "tass", "xinhua", "yonhap", "kyodo", "anadolu":
		return true
	}
	return false
}
