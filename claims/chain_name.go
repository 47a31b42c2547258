package claims

import "strings"

// This file resolves phrases whose head is a proper name.

// headEnd returns where the head of the noun phrase ends: before the first
// preposition, participle or relative pronoun.
func (m *memory) headEnd(l *line, r run) int {
	for i := r.from; i < r.to; i++ {
		if _, n := l.nameAt(i); n > 1 {
			i += n - 1
			continue
		}
		if i == r.from {
			continue
		}
		if l.tagged(i, "IN", "TO", "WP", "WDT", "WRB") || l.comma(i) || l.is(i, "(") || l.tagged(i, "VBN", "VBG") && l.noun(i-1) || l.is(i, "familiar", "close", "dated") {
			return i
		}
	}
	return r.to
}

// named resolves a phrase whose head is a proper name.
func (m *memory) named(l *line, phrase run) (Hop, bool) {
	end := m.headEnd(l, phrase)
	if l.is(end, "of", "for") && m.isTitle(l, end-1) && l.tagged(phrase.to-1, "NNP") && !(l.is(end, "for") && l.capital(end+1) && !l.holdsOffice(end, phrase.to)) && !m.nameEnds(l, end, phrase.to) { // "chief of staff A B"
		end = phrase.to
	}
	if k := end - 2; k >= phrase.from && l.tagged(end-1, "CD") && l.capital(k) { // "Channel 5"
		if noun, found := m.cues.nouns[l.words[k].Lower]; found && noun.kind == Outlet {
			return Hop{Name: l.in(run{k, end}), Kind: Outlet}, true
		}
	}
	for end > phrase.from && l.tagged(end-1, "POS", "CD") {
		end--
	}
	for i := phrase.from; i < end; i++ {
		if name, n := l.nameAt(i); n > 0 {
			if i+n == end && !(name.Place && i > phrase.from && l.tagged(i-1, "NN")) {
				if !name.Place && l.ofAnotherLand(phrase, i, end) {
					return Hop{Name: l.in(run{max(l.properStart(i-1), phrase.from), end}), Kind: Organisation}, true
				}
				if strings.HasPrefix(name.Short, "US ") && isMilitary(name) && l.capital(i) && !l.is(i, "us", "u.s.", "american") && !american(l.text) {
					return Hop{Name: l.in(run{i, end}), Kind: name.Kind}, true // "the Navy" of another land
				}
				return Hop{Name: name.Short, Kind: name.Kind}, true
			}
			i += n - 1
		}
	}
	if to := l.fieldEnd(end); to > end && end > phrase.from {
		return Hop{Name: l.in(run{max(l.properStart(end-1), phrase.from), to}), Kind: Organisation}, true
	}
	if end > phrase.from && m.initials != "" && l.in(run{end - 1, end}) == m.initials {
		return m.publisher, true
	}
	if kind, found := m.kinds[l.in(run{max(end-1, phrase.from), end})]; found && l.capital(end-1) {
		return Hop{Name: l.in(run{end - 1, end}), Kind: kind}, true
	}
	from := max(l.properStart(end), phrase.from)
	if end > phrase.from && l.lexemes[end-1].noun.kind == Organisation && l.capital(end-1) {
		for from > max(phrase.from, 1) && l.tagged(from-1, "JJ", "NN", "NNS", "NNP") && l.capital(from-1) { // "the {Civil} Defence Board", "the {Civil Aviation} Directorate"
			from--
		}
	}
	if end == from+1 && from > phrase.from+1 && l.is(from-1, "'", "’") && l.tagged(from-1, "POS") && l.capital(from-2) && l.lexemes[from].noun.kind == Organisation { // "the {Dockers'} Union"
		from = max(l.capitalsStart(from-1), phrase.from)
	}
	if from == end || end == from+1 && l.isNumber(from) {
		return Hop{}, false
	}
	name := run{m.afterTitles(l, run{from, end}), end}
	if name.empty() {
		return Hop{}, false
	}
	if noun, found := m.cues.noun(l.words[name.to-1].Lower); found && noun.kind == Organisation && name.to-name.from > 1 && l.is(name.to, "of") && l.tagged(name.to+1, "NNP") && l.capital(name.to+1) {
		name.to = l.properEnd(name.to + 1) // "Orlund Department {of Health}"
	}
	if l.is(name.from-1, "the") && m.publisher.Name != "" && sameOutlet(m.names, l.in(name), m.publisher.Name) {
		return m.publisher, true // "the Herald", itself
	}
	if l.tagged(name.from-1, "POS") { // "CNN's A B": the outlet's own reporter
		for i := phrase.from; i < name.from-1; i++ {
			if outlet, n := l.nameAt(i); n > 0 && outlet.Kind == Outlet && i+n == name.from-1 && !sameOutlet(m.names, outlet.Short, m.publisher.Name) {
				return Hop{Name: outlet.Short, Kind: Outlet}, true
			}
		}
	}
	surname := l.words[name.to-1].In(l.text)
	if p, found := m.people[surname]; found && m.kinds[l.in(name)] == "" && (name.to-name.from == 1 || strings.HasPrefix(p.full, l.words[name.from].In(l.text)) || strings.HasSuffix(p.full, " "+l.in(name))) {
		return Hop{Name: p.full, Kind: Person}, true
	}
	if noun, found := m.cues.noun(l.words[name.to-1].Lower); found && (noun.kind == DocumentHop || noun.kind == Dataset) && name.to-name.from > 1 {
		return Hop{Name: l.in(name), Kind: noun.kind}, true
	}
	kind := m.kindOfName(l, phrase, name)
	for k := name.to + 2; k < name.to+6; k++ { // "the Vostrian Rail Board {(VRB)}", "the UN Mission in Vostria {(UNMV)}"
		if l.abbreviates(k) {
			return Hop{Name: l.words[k-1].In(l.text), Kind: Organisation}, true
		}
		if !l.nominal(k-2) && !l.is(k-2, "(", "in", "for", "of") {
			break
		}
	}
	if kind == Person && name.to-name.from == 1 {
		if full := m.fullName(l, name.from); full != "" {
			return Hop{Name: full, Kind: Person}, true
		}
	}
	return Hop{Name: l.in(name), Kind: kind}, true
}

// ofAnotherLand says whether a known office of some words, from i to end, is told of a
// land that the list does not know it of: "the {Ruthian} Defence Ministry".
func (l *line) ofAnotherLand(phrase run, i, end int) bool {
	return end-i > 1 && i > max(phrase.from, 1) && (l.is(end-1, "ministry") || l.is(i, "ministry")) && l.tagged(i-1, "JJ", "NNP", "NN") && l.capital(i-1)
}

// fieldEnd returns where the name of an office ends whose kind is the word before end:
// "Office {of the President}", "Ministry {for Roads}"; end where no name follows.
func (l *line) fieldEnd(end int) int {
	if end == 0 || !l.capital(end-1) || !l.is(end, "of", "for") || l.lexemes[end-1].noun.kind != Organisation || l.lexemes[end-1].noun.title {
		return end
	}
	from := end + 1
	if l.is(from, "the") {
		from++
	}
	if !l.capital(from) || !l.tagged(from, "NNP", "NNPS", "NN", "NNS", "JJ") {
		return end
	}
	to := l.capitalsEnd(from)
	if to == from {
		return end
	}
	if l.is(to, "and", "&") { // "Union of Port {and Haulage Workers}"
		if field := l.capitalsEnd(to + 1); field > to+1 && l.isField(field-1) {
			return field
		}
	}
	return to
}

// isField says whether the last word of a name, at i, can be what an office is for or
// who is in a union: "Workers", "Forestry", unlike a name or another office.
func (l *line) isField(i int) bool {
	if _, n := l.nameAt(i); n > 0 || l.lexemes[i].noun.kind == Organisation && !l.tagged(i, "NNPS", "NNS") {
		return false
	}
	for _, end := range []string{"s", "ry", "ing", "ion", "ment", "port", "ture", "ance", "ism", "merce"} {
		if strings.HasSuffix(l.words[i].Lower, end) {
			return true
		}
	}
	return false
}

// holdsOffice says whether the word before "for" at i is an office, and a field
// and a name of two words stand behind it: "Minister {for} Rivers A B".
func (l *line) holdsOffice(i, to int) bool {
	return l.is(i-1, "minister", "secretary", "commissioner", "director", "chief", "coordinator", "representative", "envoy") && to-i == 4 &&
		l.tagged(i+1, "NNP") && l.tagged(i+2, "NNP") && l.capital(i+2) && l.tagged(i+3, "NNP") && l.capital(i+3)
}

// isNumber says whether the word at i is a number in words that opens a
// sentence: "Seventeen of them".
func (l *line) isNumber(i int) bool { return l.lexemes[i].number && i == 0 }

// isAcronym says whether the word is all capitals, three or more.
func isAcronym(word string) bool {
	if len(word) > 1 && 'a' <= word[1] && word[1] <= 'z' {
		return false // as most
	}
	return len(word) >= 3 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// nameEnds says whether a known name between from and to ends at to.
func (m *memory) nameEnds(l *line, from, to int) bool {
	for i := from; i < to; i++ {
		if _, n := l.nameAt(i); i+n >= to {
			return n > 0
		}
	}
	return false
}
