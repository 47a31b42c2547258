package claims

import (
	"slices"
	"strings"
)

// This file says whose a text or a count is that is told by a word that points
// back: "its count", "the latter's report", "the same statement".

// longestBack is how many sentences back such a word may point.
const longestBack = 3

// record returns the source that a body's text or count makes: the body itself,
// where it speaks or counts by it, else the text under the body's name.
func (m *memory) record(owner Hop, head string) []Hop {
	noun, known := m.cues.noun(head)
	switch {
	case owner.Kind == Outlet || isNotice(head) || noun.reckons:
		return m.behind(owner)
	case known && (noun.kind == DocumentHop || noun.kind == Dataset):
		return []Hop{{Name: owner.Name + "'s " + head, Kind: noun.kind}}
	}
	return nil
}

// body returns the body that the phrase means, if it means one.
func (m *memory) body(l *line, phrase run, core int) (Hop, bool) {
	if phrase.empty() {
		return Hop{}, false
	}
	hops := m.sourceHops(l, phrase, core, false)
	if len(hops) == 0 {
		return Hop{}, false
	}
	h := hops[len(hops)-1]
	return h, h.Kind == Organisation || h.Kind == Outlet
}

// latter resolves "the latter" and "the former", and what is theirs, to one of
// the two bodies named last.
func (m *memory) latter(l *line, phrase run) ([]Hop, bool) {
	word := phrase.from + 1
	if !l.is(phrase.from, "the") || !l.is(word, "latter", "former") || phrase.to > word+1 && !l.tagged(word+1, "POS") {
		return nil, false
	}
	var met []Hop // the last named first
	for j := l.index; j >= max(l.index-longestBack, 0) && len(met) < 2; j-- {
		b := m.lines[j]
		k := len(b.words) - 1
		if j == l.index {
			k = phrase.from - 1
		}
		for ; k >= 0 && len(met) < 2; k-- {
			if noun := b.lexemes[k].noun; !b.tagged(k, "NN") || noun.title || noun.kind != Organisation && !(b.capital(k) && m.kindByWords(b, run{b.properStart(k + 1), k + 1}) == Organisation) {
				continue
			}
			from := k
			for from > 0 && b.tagged(from-1, "NN", "JJ", "DT") && !b.tagged(from, "DT") {
				from--
			}
			if h, found := m.body(b, run{from, k + 1}, k+1); found && (len(met) == 0 || met[0].Name != h.Name) {
				met = append(met, h)
			}
			k = from
		}
	}
	if len(met) < 2 {
		return nil, false
	}
	if l.is(word, "former") {
		slices.Reverse(met)
	}
	if phrase.to == word+1 {
		return m.behind(met[0]), true
	}
	head := m.headEnd(l, phrase) - 1
	hops := m.record(met[0], l.words[head].Lower)
	return hops, hops != nil
}

// ownRecord resolves a text or count that is told to be somebody's by a word that
// points back: "its count", "the same statement", "the figures".
func (m *memory) ownRecord(l *line, phrase run, head int) ([]Hop, bool) {
	word := l.words[head].Lower
	var owner Hop
	found := false
	switch {
	case l.is(phrase.from, "its", "their"):
		if owner, found = m.bodyMeant(l, phrase.from); found && (owner.Kind == DocumentHop || owner.Kind == Dataset) {
			found = false
		}
	case l.is(phrase.from, "the", "this", "that", "these", "those") && (head == phrase.from+1 || l.is(phrase.from+1, "same", "new", "latest")):
		owner, found = m.madeKnown(l, word)
	}
	if !found {
		return nil, false
	}
	hops := m.record(owner, word)
	return hops, hops != nil
}

// releasedBy resolves the text or count at word head to the body that made it known:
// "figures {it} sent out", "data of {the Board}".
func (m *memory) releasedBy(l *line, head int) ([]Hop, bool) {
	made, known := l.released(head)
	if !known && l.is(head+1, "of") && l.lexemes[head].noun.kind == Dataset {
		made.maker, made.core = l.phraseRight(head+2, false)
	}
	if made.maker.empty() {
		return nil, false
	}
	owner, found := Hop{}, false
	if at := made.maker.from; l.is(at, "it", "they") {
		if subject, core := l.mainSubject(at); !subject.empty() && subject.to <= at {
			owner, found = m.subjectBody(l, subject, core)
		}
		if !found {
			owner, found = m.bodyMeant(l, at)
		}
	} else {
		owner, found = m.body(l, made.maker, made.core)
	}
	return m.behind(owner), found
}

// madeKnown returns who made known, in the sentences just before, the text or
// count that the noun points back to: "The Board {published figures}. {The
// figures} show".
func (m *memory) madeKnown(l *line, noun string) (Hop, bool) {
	noun = strings.TrimSuffix(noun, "s")
	for j := l.index - 1; j >= max(l.index-longestBack, 0); j-- {
		b := m.lines[j]
		for k := len(b.words) - 1; k > 0; k-- {
			if strings.TrimSuffix(b.words[k].Lower, "s") != noun || !b.tagged(k, "NN") {
				continue
			}
			if h, found := m.maker(b, k); found {
				return h, true
			}
		}
		if j >= l.index-2 && isNotice(noun) {
			if h, found := m.spokeIn(j); found {
				return h, true
			}
		}
	}
	return Hop{}, false
}

// maker returns whose the text or count at word k of a sentence is told to be.
func (m *memory) maker(l *line, k int) (Hop, bool) {
	from := k
	for from > 0 && (l.nominal(from-1) || l.tagged(from-1, "VBN")) && !m.cues.publishing[l.words[from-1].Lower] {
		if from--; l.tagged(from, "POS") {
			owner, core := l.phraseLeft(from)
			return m.body(l, owner, core)
		}
	}
	if l.is(k+1, "by", "from") {
		by, core := l.phraseRight(k+2, false)
		return m.body(l, by, core)
	}
	if verb := m.cues.publishedBy(l, k); verb > 0 {
		group, _ := l.group(verb)
		subject, core := l.phraseLeft(group)
		return m.body(l, subject, core)
	}
	if l.is(from-1, "in") {
		return m.spokeIn(l.index)
	}
	return Hop{}, false
}

// spokeIn returns the last body that spoke in the sentence.
func (m *memory) spokeIn(sentence int) (Hop, bool) {
	for i := len(m.sources) - 1; i >= 0 && m.spoke[i] >= sentence; i-- {
		if m.spoke[i] == sentence && m.sources[i].Kind == Organisation {
			return m.sources[i], true
		}
	}
	return Hop{}, false
}
