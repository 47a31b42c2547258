package claims

import "strings"

// This file resolves phrases whose head is a common noun: "the ministry", "three sources".

// common resolves a phrase whose head is a common noun.
func (m *memory) common(l *line, source, phrase run, act bool) []Hop {
	end := m.headEnd(l, phrase)
	head := end - 1
	for head > phrase.from && l.tagged(head, "POS") {
		head--
	}
	if p, found := m.people[l.words[head].In(l.text)]; found && l.capital(head) {
		return []Hop{{Name: p.full, Kind: Person}}
	}
	if l.is(phrase.from, "the") && l.capital(head) && m.publisher.Name != "" && sameOutlet(m.names, l.in(run{phrase.from + 1, end}), m.publisher.Name) {
		return []Hop{m.publisher} // "The Courier can reveal"
	}
	noun, known := m.cues.noun(l.words[head].Lower)
	if l.is(head, "agency") && l.is(head-1, "news") {
		noun.kind = Outlet
	}
	if !known {
		noun = sourceNoun{kind: Anonymous}
		if head > phrase.from+1 && l.capital(head) && l.capital(head-1) && l.tagged(head, "NN") && !l.tagged(head, "NNS", "NNPS") { // an unlisted name: "Ukraine's General Staff"
			noun.kind = Organisation
		}
	}
	definite := l.is(phrase.from, "the", "this", "that", "these", "those", "his", "her", "its", "their")
	description := run{phrase.from, source.to}
	for i := phrase.from; i < source.to; i++ {
		if l.comma(i) {
			description.to = i
			break
		}
	}
	if l.tagged(description.from, "DT") && description.to-description.from > 1 {
		description.from++
	}
	for i := end + 1; i < description.to; i++ { // "sources with knowledge of X who …"
		if l.tagged(i, "WP") {
			description.to = i
		}
	}
	text := l.in(description)
	short := run{description.from, end}
	if definite && l.is(head, "auditors") && end-phrase.from == 2 {
		if h, found := m.called(l, phrase.from, "auditors"); found {
			return m.behind(h)
		}
	}
	switch noun.kind {
	case Outlet:
		if definite {
			if h, found := m.last(Outlet); found {
				return m.behind(h)
			}
			if name, found := m.lastBody(func(n *Name) bool { return n.Kind == Outlet && !sameOutlet(m.names, n.Short, m.publisher.Name) }); found {
				return []Hop{{Name: name.Short, Kind: Outlet}}
			}
		}
		return []Hop{{Name: text, Kind: Outlet}}
	case DocumentHop:
		return m.document(l, source, short, definite)
	case Dataset:
		if hops, found := m.ownRecord(l, phrase, head); found {
			return hops
		}
		return []Hop{{Name: text, Kind: Dataset}}
	case Organisation:
		if l.is(phrase.from, "his", "her") && end-phrase.from == 2 {
			if h, found := m.who(l, phrase.from); found && h.Kind == Person {
				return []Hop{{Name: h.Name + "'s " + l.words[head].Lower, Kind: Organisation}}
			}
		}
		if definite && end-phrase.from == 2 {
			word := l.words[head].Lower
			if word == "administration" && m.president != "" {
				return []Hop{{Name: m.president + " administration", Kind: Organisation}}
			}
			if place, found := m.place(); found && (word == "state" || word == "country") {
				return []Hop{{Name: place.Short, Kind: Organisation}}
			}
			if h, found := m.called(l, phrase.from, word); found {
				return m.behind(h)
			}
			if name, found := m.lastBody(func(n *Name) bool {
				return n.Kind == Organisation && strings.Contains(strings.ToLower(n.Short+" "+n.Full), word)
			}); found {
				return []Hop{{Name: name.Short, Kind: Organisation}}
			}
			for i := len(m.sources) - 1; i >= max(len(m.sources)-manySources, 0); i-- { // "the ministry", told before by its whole name
				if h := m.sources[i]; h.Kind == Organisation && lastWord(strings.ToLower(h.Name)) == word {
					return []Hop{h}
				}
			}
			if !isAnyBody(word) {
				return []Hop{{Name: l.in(short), Kind: Organisation}}
			}
			if h, found := m.last(Organisation, Outlet); found && word == "agency" && isWire(h) {
				return m.behind(h)
			}
			if h, found := m.last(Organisation); found && m.mayBe(h, word) {
				return []Hop{h}
			}
			if name, found := m.lastBody(func(n *Name) bool { return n.Kind == Organisation && m.mayBe(Hop{Name: n.Short}, word) }); found {
				return []Hop{{Name: name.Short, Kind: Organisation}}
			}
		}
		return []Hop{{Name: l.in(short), Kind: Organisation}}
	}
	if act { // what "DHS officials" request, DHS requests
		if name, n := l.nameAt(short.from); n > 0 && short.from+n == head && noun.kind == Anonymous && speaksForBody(l.words[head].Lower) {
			return []Hop{{Name: name.Short, Kind: Organisation}}
		}
	}
	if definite && noun.title && !strings.HasSuffix(l.words[head].Lower, "s") {
		if full, found := m.titled(l.words[head].Lower); found {
			return []Hop{{Name: full, Kind: Person}}
		}
		return []Hop{{Name: text, Kind: Person}}
	}
	if definite {
		for i := len(m.sources) - 1; i >= 0; i-- {
			if h := m.sources[i]; h.Kind == Anonymous && strings.Contains(strings.ToLower(h.Name), strings.TrimSuffix(l.words[head].Lower, "s")) {
				return m.behind(h)
			}
		}
	}
	before, after := m.through(l, source, end)
	h := Hop{Name: text, Kind: Anonymous}
	chain := append(append(before, h), after...)
	m.link(h.Name, chain)
	return chain
}

// speaksForBody says whether those the noun names act for the body named before
// it: "DHS officials", unlike "Senate Democrats".
func speaksForBody(noun string) bool {
	switch noun {
	case "official", "officials", "leadership", "leaders", "authorities", "management", "lawyers", "attorneys", "managers", "executives", "commanders", "planners", "administrators":
		return true
	}
	return false
}

// isAnyBody says whether the noun alone can stand for any public body.
func isAnyBody(noun string) bool {
	switch noun {
	case "agency", "department", "ministry", "organization", "organisation", "group", "company", "bureau", "office", "body", "force", "service":
		return true
	}
	return false
}

// mayBe says whether the noun for a body can mean one told before: "the ministry"
// means no union.
func (m *memory) mayBe(h Hop, noun string) bool {
	switch noun {
	case "ministry", "department", "office", "bureau":
		last := lastWord(strings.ToLower(h.Name))
		kind, known := m.cues.noun(last)
		return !m.cues.bodies[last] && (!known || kind.kind != Organisation)
	}
	return true
}

// through returns those through whom an unnamed source is known, and those whom
// it speaks for: "sources cited by O", "sources who spoke to attendees".
func (m *memory) through(l *line, source run, from int) (before, after []Hop) {
	for i := from; i < source.to-1; i++ {
		switch {
		case l.is(i, "cited", "quoted", "interviewed") && l.is(i+1, "by"):
			by, core := l.phraseRight(i+2, false)
			before = append(before, m.sourceHops(l, by, min(core, by.to), false)...)
		case l.is(i, "spoke", "talked") && l.is(i+1, "to", "with") && l.tagged(i-1, "WP"):
			to, core := l.phraseRight(i+2, false)
			for _, h := range m.sourceHops(l, to, min(core, to.to), false) {
				if h.Kind == Outlet {
					before = append(before, h)
				} else {
					after = append(after, h)
				}
			}
		}
	}
	return before, after
}
