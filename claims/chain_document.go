package claims

import "strings"

// This file resolves documents, with those who made them known and their authors.

// document resolves a document: to the one named before, to the outlet that "a
// report" stands for, or to a new one with those who described it before it and
// its author behind it.
func (m *memory) document(l *line, source, short run, definite bool) []Hop {
	head := l.words[short.to-1].Lower
	if isNotice(head) && l.is(short.to, "from", "by") { // whose words it holds
		if h, found := m.named(l, run{short.to + 1, source.to}); found && (h.Kind == Organisation || h.Kind == Person) {
			return m.behind(h)
		}
	}
	if hops, found := m.ownRecord(l, run{source.from, short.to}, short.to-1); found {
		return hops
	}
	if (definite || l.is(source.from, "it")) && !l.ownedBy(short) {
		for i := len(m.sources) - 1; i >= 0; i-- {
			h := m.sources[i]
			if h.Kind == DocumentHop && (strings.HasSuffix(strings.ToLower(h.Name), head) || head == "document") {
				known := m.behind(h)
				if now := m.authors(l, source, short, h); len(now) > len(known) {
					return now
				}
				m.link(h.Name, known)
				return known
			}
		}
		if head == "report" || head == "story" || head == "article" || head == "paper" {
			if h, found := m.last(Outlet); found {
				return []Hop{h}
			}
		}
		for i := len(m.documents) - 1; i >= 0 && short.to-short.from == 1; i-- {
			if strings.HasSuffix(strings.ToLower(m.documents[i]), head) || head == "document" {
				h := Hop{Name: m.documents[i], Kind: DocumentHop}
				return m.authors(l, source, short, h)
			}
		}
	}
	if isUnwritten(head) && source.to == short.to && !l.dated(short.to) && !((head == "plan" || head == "programme" || head == "program") && l.ownedBy(short)) {
		return nil
	}
	if l.lexemes[short.to-1].noun.reckons && l.is(short.to, "by", "from") { // whose the estimate is
		if h, found := m.named(l, run{short.to + 1, source.to}); found && (h.Kind == Organisation || h.Kind == Person) {
			return m.behind(h)
		}
	}
	if (head == "report" || head == "reports") && l.is(short.to, "from", "by", "in") {
		if h, found := m.joint(l, run{short.to + 1, source.to}); found && h.Kind == Outlet {
			return m.behind(h)
		}
		h, found := m.named(l, run{short.to + 1, source.to})
		if found && h.Kind == Outlet {
			return m.behind(h)
		}
		if !found && l.is(short.to, "by") {
			by, core := l.phraseRight(short.to+1, false)
			if h, found = m.body(l, by, core); !found && !by.empty() {
				noun, known := m.cues.noun(l.words[core-1].Lower)
				found = known && (noun.title || noun.kind != Outlet && noun.kind != Anonymous)
			}
		}
		if found && h.Kind == Organisation {
			return m.authors(l, source, short, Hop{Name: h.Name + "'s " + head, Kind: DocumentHop})
		}
		if found { // a body's report is a document
			return m.authors(l, source, short, Hop{Name: l.in(short), Kind: DocumentHop})
		}
	}
	if (definite || l.is(short.to, "of")) && head == "report" && !l.dated(short.to) {
		return m.authors(l, source, short, Hop{Name: l.in(run{short.from, max(short.to, min(source.to, m.headEnd(l, run{short.to + 1, source.to})))}), Kind: DocumentHop})
	}
	if (head == "report" || head == "reports") && m.bare(l, short) {
		if h, found := m.last(Outlet); found && l.index > 1 {
			return []Hop{h}
		}
		return []Hop{{Name: aReport, Kind: Unspecified}}
	}
	return m.authors(l, source, short, Hop{Name: l.in(short), Kind: DocumentHop})
}

// authors puts before a document those who described it, and behind it its
// author.
func (m *memory) authors(l *line, source, short run, h Hop) []Hop {
	var before, after []Hop
	for i := short.to; i < source.to; i++ {
		verb := l.verbBefore(short.to, i)
		if !l.is(i, "by", "from") && !(l.is(i, "to") && (verb == "leaked" || verb == "shown" || verb == "given" || verb == "shared")) || l.is(i-2, "first") {
			continue
		}
		giver, core := l.phraseRight(i+1, i+1 < source.to && !m.hasName(l, i+1))
		if giver.empty() {
			continue
		}
		giver.to = min(giver.to, source.to)
		core = min(core, giver.to)
		by := m.sourceHops(l, giver, core, false)
		if len(by) == 0 {
			continue
		}
		switch {
		case l.is(i, "to") && by[0].Kind != Outlet:
		case by[0].Kind == Outlet && sameOutlet(m.names, by[0].Name, m.publisher.Name):
		case by[0].Kind == Outlet:
			before = append(before, by...)
		case verb == "described" || verb == "shared" || verb == "provided" || verb == "leaked":
			before = append(before, by...)
		case by[0].Kind == Person && (verb == "" || verb == "written" || verb == "signed" || verb == "dated" || verb == "sent" || verb == "drafted" || verb == "issued"):
			after = append(after, by...)
		}
	}
	chain := append(append(before, h), after...)
	m.link(h.Name, chain)
	return chain
}

// dated says whether the words at i tell of which day a text is: "{of 11 March}".
func (l *line) dated(i int) bool {
	return l.is(i, "of", "from", "dated") && (l.isTime(i+1) || l.tagged(i+1, "CD") && l.isTime(i+2) || l.is(i+1, "the") && l.tagged(i+2, "CD", "JJ") && l.is(i+3, "of"))
}

// afterDate returns the word behind such a day, i itself where there is none.
func (l *line) afterDate(i int) int {
	if !l.dated(i) {
		return i
	}
	for i++; l.tagged(i, "CD", "DT", "JJ") || l.is(i, "of") || l.isTime(i); i++ {
	}
	return i
}

// ownedBy says whether the words tell whose a document is: "the institute{'s} plan".
func (l *line) ownedBy(of run) bool {
	for i := of.from + 1; i < of.to-1; i++ {
		if l.is(i, "'s", "’s") {
			return true
		}
	}
	return false
}

// isNotice says whether the noun means words by which a body makes itself heard.
func isNotice(noun string) bool {
	switch noun {
	case "statement", "update", "updates", "release", "announcement", "bulletin", "post", "tweet", "notice":
		return true
	}
	return false
}

const aReport = "a report"

func (m *memory) hasName(l *line, i int) bool {
	_, n := l.nameAt(i)
	return n > 0
}

// bare says whether nothing but a determiner or a number goes with "report".
func (m *memory) bare(l *line, short run) bool {
	for i := short.from; i < short.to-1; i++ {
		if !l.tagged(i, "DT", "CD") && !l.is(i, "several", "multiple", "new", "recent", "media", "news", "press", "some", "many", "various") {
			return false
		}
	}
	return true
}

// isUnwritten says whether the noun may name a document, and more often names
// a thing.
func isUnwritten(head string) bool {
	switch head {
	case "plan", "programme", "program", "proposal", "order", "bill", "law", "budget", "policy", "rule", "act", "agreement", "platform", "investigation", "draft", "contract":
		return true
	}
	return false
}

// verbBefore returns the last participle between the words from and to.
func (l *line) verbBefore(from, to int) string {
	for i := to - 1; i >= from; i-- {
		if l.tagged(i, "VBN", "VBD") {
			return l.words[i].Lower
		}
	}
	return ""
}
