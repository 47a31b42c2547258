package claims

import "strings"

// kindOfName says what an unlisted proper name in a phrase is: a body by its
// words, by what stands beside it or by the pronoun that takes it up, else a
// person.
func (m *memory) kindOfName(l *line, phrase, name run) HopKind {
	if kind, found := m.kinds[l.in(name)]; found {
		return kind
	}
	if kind := m.kindBeside(l, name); kind != "" {
		return kind
	}
	if m.isPersonBeside(l, phrase, name) {
		return Person
	}
	if kind := m.kindByWords(l, name); kind != "" {
		return kind
	}
	if l.is(name.from-1, "the") || l.takenUpBy(phrase.to, "it", "its") {
		return Organisation
	}
	if name.to-name.from == 1 && len(m.lines) >= wholeArticle && !l.takenUpBy(phrase.to, "he", "she", "his", "her") && m.fullName(l, name.from) == "" {
		return Organisation
	}
	return Person
}

// isPersonBeside says whether a title before the name, or an age or "who"
// behind it, shows a person.
func (m *memory) isPersonBeside(l *line, phrase, name run) bool {
	for i := name.from - 1; i >= max(phrase.from, name.from-3); i-- {
		if m.isTitle(l, i) || isCourtesy(strings.TrimSuffix(l.words[i].Lower, ".")) {
			return true
		}
	}
	if l.is(name.to, "who") || l.comma(name.to) && (l.is(name.to+1, "who") || l.tagged(name.to+1, "CD") && l.comma(name.to+2)) {
		return true
	}
	return name.to-name.from == 3 && len(l.words[name.from+1].Lower) <= 2 && !l.tagged(name.from+1, "POS") // a middle initial
}

// kindByWords tells a body by the words of its name: "Harbour Authority",
// "Institute of Rivers", "Norwater & Sons"; "" for none.
func (m *memory) kindByWords(l *line, name run) HopKind {
	if name.to-name.from > 1 && l.is(name.to-1, "today", "tomorrow", "tonight") {
		return Outlet // "Politik Today"
	}
	for i := name.from; i < name.to; i++ {
		word := l.words[i].Lower
		if noun, found := m.cues.noun(word); found && !noun.title && (noun.kind == Organisation || noun.kind == Outlet) && (i == name.to-1 || i == name.from || l.is(i+1, "of", "for")) {
			return noun.kind
		}
		if m.cues.bodies[strings.TrimSuffix(word, ".")] && (i > name.from || l.is(i+1, "of")) || l.is(i, "&") {
			return Organisation
		}
	}
	if name.to-name.from >= 2 {
		if place, n := l.nameAt(name.to - 1); n == 1 && place.Place {
			return Organisation // "Parks Canada"
		}
	}
	if name.to-name.from == 1 && isAcronym(l.words[name.from].In(l.text)) {
		return Organisation
	}
	return ""
}

// takenUpBy says whether one of the pronouns follows the verb behind a phrase
// that ends at i: "said it", "says that its".
func (l *line) takenUpBy(i int, pronouns ...string) bool {
	for k := i + 1; k < i+4 && k < len(l.words); k++ {
		if l.is(k, pronouns...) {
			return true
		}
		if !l.is(k, "that") && !l.isTime(k) && !l.is(k, "on") {
			return false
		}
	}
	return false
}

// wholeArticle is how many sentences an article has at least: it names persons
// in full somewhere, which a single sentence need not.
const wholeArticle = 8

// farAhead is how many sentences ahead the full name of a person is looked for:
// headlines name persons by their last name.
const farAhead = 40

// fullName returns the full name of the person with the last name at word i, as
// it stands before or after the sentence; "" when nobody is named so.
func (m *memory) fullName(l *line, i int) string {
	surname := l.words[i].In(l.text)
	if p, found := m.people[surname]; found {
		return p.full
	}
	for n := l.index; n < len(m.lines) && n < l.index+farAhead; n++ {
		next := m.lines[n]
		for k := 1; k < len(next.words); k++ {
			if next.words[k].Lower != l.words[i].Lower || next.words[k].In(next.text) != surname && l.index > 1 || !next.capital(k) || !next.tagged(k, "NNP") {
				continue
			}
			from := k
			for from > 0 && next.tagged(from-1, "NNP") && next.capital(from-1) && !next.isTime(from-1) {
				from--
			}
			if from = m.afterTitles(next, run{from, k + 1}); k-from >= 1 && k-from <= 2 && !next.tagged(k+1, "NNP") {
				if _, listed := next.nameAt(from); listed == 0 && m.kindByWords(next, run{from, k + 1}) == "" {
					return next.in(run{from, k + 1})
				}
			}
		}
	}
	return ""
}
