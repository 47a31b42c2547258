package claims

import "strings"

// This file says whom a pronoun means.

// closeBy is how many sentences back the last speaker still is who "he" means.
const closeBy = 4

// who resolves "he" and "she" at a word of a sentence: to a speaker or else the
// first person named in the sentence so far, to the last speaker close by, to
// the last person named.
func (m *memory) who(l *line, word int) (Hop, bool) {
	for i := len(m.sources) - 1; i >= 0 && l.index-m.spoke[i] <= closeBy; i-- {
		if m.spoke[i] < l.index {
			if named, found := m.firstIn(l.index, word); found {
				return Hop{Name: named.name, Kind: Person}, true
			}
		}
		if kind := m.sources[i].Kind; kind == Person || kind == Anonymous && m.spoke[i] < l.index && !m.areMany(m.sources[i].Name) {
			return m.sources[i], true
		}
	}
	for i := len(m.mentions) - 1; i >= 0; i-- {
		if named := m.mentions[i]; named.line < l.index || named.line == l.index && named.word < word {
			return Hop{Name: named.name, Kind: Person}, true
		}
	}
	return m.last(Person, Anonymous)
}

// areMany says whether the description of unnamed sources is of several: "three
// officials".
func (m *memory) areMany(description string) bool {
	for word := range strings.FieldsSeq(description) {
		word = strings.ToLower(word)
		switch word {
		case "of", "in", "with", "who", "familiar", "close", "on", "at", "from", "briefed":
			return false
		case "people":
			return true
		}
		if noun, known := m.cues.noun(word); known && noun.kind == Anonymous && strings.HasSuffix(word, "s") {
			return true
		}
	}
	return false
}

// firstIn returns the first person named in the sentence before the word.
func (m *memory) firstIn(sentence, word int) (first appearance, found bool) {
	for i := len(m.mentions) - 1; i >= 0 && m.mentions[i].line == sentence; i-- {
		if m.mentions[i].word < word {
			first, found = m.mentions[i], true
		}
	}
	return first, found
}

// pronoun resolves a pronoun to the last source that can be meant.
func (m *memory) pronoun(l *line, at int) (Hop, bool) {
	switch l.words[at].Lower {
	case "he", "she", "i", "him", "her", "his", "himself", "herself":
		return m.who(l, at)
	case "it", "its":
		if h, found := m.bodyMeant(l, at); found {
			return h, true
		}
		return m.last(Organisation, Outlet, DocumentHop, Dataset)
	case "they", "them", "their", "these", "those":
		if h, found := m.numbers(l); found && (l.tagged(at+1, "VB") || l.is(at-1, "to")) {
			return h, true
		}
		if l.is(at, "these", "those") {
			break
		}
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
	case "he", "she", "i", "it", "they", "we", "him", "her", "them", "his", "its", "their", "these":
		return true
	}
	return false
}

// ownSubject resolves the pronoun of "T, it said" to the subject of T, when
// that is a body.
func (m *memory) ownSubject(l *line, at int) (Hop, bool) {
	if !l.is(at, "it") || !l.comma(at-1) || !l.tagged(at+1, "VBD", "VBZ") {
		return Hop{}, false
	}
	subject, core := l.mainSubject(at - 1)
	if subject.empty() || subject.from > 2 || l.tagged(subject.from, "PRP") {
		return Hop{}, false
	}
	if h, found := m.named(l, run{subject.from, core}); found {
		return h, h.Kind == Organisation || h.Kind == Outlet
	}
	noun, known := m.cues.noun(l.words[m.headEnd(l, run{subject.from, core})-1].Lower)
	if !known || noun.kind != Organisation {
		return Hop{}, false
	}
	if hops := m.common(l, run{subject.from, core}, run{subject.from, core}, false); len(hops) == 1 {
		return hops[0], true
	}
	return Hop{}, false
}

// bodyMeant returns the body that "it" means at a word: the last that spoke in the
// sentence before, else its subject, and so on back; pronouns point further.
func (m *memory) bodyMeant(l *line, at int) (Hop, bool) {
	if l.is(at, "its") {
		if subject, core := l.mainSubject(at); !subject.empty() && subject.to <= at {
			if h, found := m.subjectBody(l, subject, core); found {
				return h, true
			}
		}
	}
	for j := l.index - 1; j >= max(l.index-longestBack, 0); j-- {
		for i := len(m.sources) - 1; i >= 0 && m.spoke[i] >= j; i-- {
			if k := m.sources[i].Kind; m.spoke[i] == j && (k == Organisation || k == Outlet || k == DocumentHop || k == Dataset) {
				return m.sources[i], true
			}
		}
		b := m.lines[j]
		subject, core := b.mainSubject(len(b.words))
		if h, found := m.subjectBody(b, subject, core); found {
			return h, true
		}
	}
	return Hop{}, false
}

// subjectBody is body of a subject that is a name, or a definite noun for bodies.
func (m *memory) subjectBody(l *line, subject run, core int) (Hop, bool) {
	if subject.empty() || l.tagged(subject.from, "PRP", "EX", "WP", "WDT", "CD") {
		return Hop{}, false
	}
	head := m.headEnd(l, run{subject.from, core}) - 1
	if head < subject.from || !l.capital(head) && (l.lexemes[head].noun.kind != Organisation || !l.is(subject.from, "the")) {
		return Hop{}, false
	}
	return m.body(l, subject, core)
}

// numbers resolves "they" and "these" to the body whose figures the sentence
// before tells of.
func (m *memory) numbers(l *line) (Hop, bool) {
	for _, noun := range []string{"figure", "number", "statistic", "result", "estimate"} {
		if h, found := m.madeKnown(l, noun); found {
			return h, true
		}
	}
	return Hop{}, false
}
