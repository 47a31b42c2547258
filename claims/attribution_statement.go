package claims

import (
	"sort"
	"strings"
)

// statement is one attribution in the making, within one sentence.
type statement struct {
	line          *line
	source        run // with appositives; empty when the words name none
	core          int // where the source's core ends
	cue           run
	content       []run
	class         cueClass
	lemma         string
	trailing      bool     // source and cue stand beside what they govern: "T, S said", "according to S"
	negated       bool     // "did not say"
	passive       bool     // "is expected to", "were told"
	follows       bool     // "S said." after a sentence that is the content
	back          bool     // "That emerges from S": the sentence before is the content
	opens         bool     // ends with a colon: what follows is the content
	aside         bool     // an attitude, never the source of a figure
	priority      bool     // "first reported by": no evidence
	venue         run      // the addressee: "told O"
	beyond        [][2]int // content outside the sentence, as bytes, in text order
	speech        Speech
	hops          []Hop
	lastParagraph int // of the quotations that go on from it
}

// covers says whether the byte offset lies in the statement's content.
func (s *statement) covers(offset int) bool {
	for _, c := range s.content {
		b := s.line.bytes(c)
		if b[0] <= offset && offset < b[1] {
			return true
		}
	}
	after := sort.Search(len(s.beyond), func(i int) bool { return s.beyond[i][0] > offset })
	return after > 0 && offset < s.beyond[after-1][1]
}

// callsFor says whether a person or body asks for something: "the union has
// called for T". Of a document the same words tell what it provides.
func (s *statement) callsFor() bool {
	kind := s.rootKind()
	return s.lemma == "call for" && !s.line.tagged(s.cue.from, "VBG") && (kind == Organisation || kind == Person || kind == Anonymous) && s.source.to <= s.cue.from
}

// statements finds the statements of one sentence, in the order of their cues.
func (c *cues) statements(l *line) []*statement {
	var found []*statement
	for i := 0; i < len(l.words); {
		if w := &l.words[i]; l.lexemes[i].marks&mayTell == 0 && w.Tag != "VBD" && w.Tag != "VBZ" && w.Lower[0]|0x20-'a' < 26 {
			i++ // as most: a word, and no cue
			continue
		}
		s := c.statementAt(l, i, found)
		if s == nil {
			i++
			continue
		}
		found = append(found, s)
		i = s.cue.to
		if s.trailing && l.is(s.cue.from, "according") {
			i = s.source.to
		}
	}
	return c.gapped(l, c.settle(l, found))
}

// statementAt returns the statement whose cue begins at word i, nil for none.
func (c *cues) statementAt(l *line, i int, before []*statement) *statement {
	if l.quoted[i] {
		if l.is(i, ":") && l.quoteMark(0) && i <= 4 && l.capitals(1, i) { // a transcript in quotation marks
			return &statement{line: l, source: run{1, i}, core: i, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, len(l.words)}}}
		}
		return nil
	}
	if i > 0 && l.quoted[i-1] && l.is(i, "―", "—", "–", "--") && l.quoteMark(i-1) {
		return l.signed(i)
	}
	if l.index < 2 && l.comma(i) && !l.is(i, ",") && i+3 > len(l.words) { // "T – report"
		return c.colon(l, i)
	}
	word := l.lexemes[i]
	if word.fixed {
		if s, found := c.fixedAt(l, i); found {
			return s
		}
	}
	if word.nominal != "" {
		if s := c.nominal(l, i); s != nil {
			return s
		}
	}
	if word.verbs == nil && l.tagged(i, "VBD", "VBZ") {
		return l.behindQuotation(i)
	}
	for _, verb := range word.verbs {
		end := l.verbEnd(i, verb)
		if end == 0 || !c.actsAsVerb(l, i, end, verb) {
			continue
		}
		if s := c.verbStatement(l, i, end, verb, before); s != nil {
			return s
		}
	}
	return nil
}

// behindQuotation reads "“T,” S stormed" at a verb that is on no list: the
// quotation before and the stop behind show that it tells.
func (l *line) behindQuotation(i int) *statement {
	if !l.stop(i+1) && !l.comma(i+1) {
		return nil
	}
	source, core := l.phraseLeft(i)
	at := source.from
	if source.empty() || !l.quoteMark(at-1) || !l.tagged(core-1, "PRP", "NNP", "NN") || l.tagged(core-1, "NNS") && !l.capital(core-1) || l.is(source.from, "it") {
		return nil
	}
	if !l.comma(at-2) && !l.is(at-2, "?", "!") {
		return nil
	}
	s := &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: saying, lemma: l.words[i].Lower, trailing: true, content: []run{{0, at}}}
	l.resume(s, i+1)
	return s
}

// fixedAt reads the cues of fixed words at word i; found says that no other
// reading is to be tried, even where they make no statement.
func (c *cues) fixedAt(l *line, i int) (s *statement, found bool) {
	switch {
	case l.is(i, "according") && l.is(i+1, "to"):
		return l.accordingTo(i, 2), true
	case l.is(i, "per") && (l.tagged(i+1, "NNP") || l.comma(i-1) && (l.tagged(i+1, "DT") || c.maySpeak(l, i+1))):
		return l.accordingTo(i, 1), true
	case l.is(i, ":"): // "T: report"
		return c.colon(l, i), true
	case l.is(i, "in") && l.clauseStart(i):
		if s := c.reckoned(l, i); s != nil {
			return s, true
		}
		if s := c.inDocument(l, i); s != nil {
			return s, true
		}
	case l.is(i, "in") && i > 3:
		if s := c.inPoll(l, i); s != nil {
			return s, true
		}
	case l.is(i, "asked") && (i == 0 || l.is(i-1, "when") && i == 1 || l.comma(i-1)) && l.is(i+1, "about", "whether", "if", "by", "on", "how", "why", "what"):
		end := i + 1
		for end < len(l.words) && !l.comma(end) && !l.stop(end) {
			end++
		}
		return &statement{line: l, cue: run{i, i + 1}, class: saying, lemma: "ask", content: []run{{i + 1, end}}}, true
	}
	if s = l.wasSource(i); s == nil {
		s = l.emerges(i)
	}
	if s == nil {
		s = l.puts(i)
	}
	if s == nil && l.is(i, "by", "on", "in", "at", "going", "judging", "based") {
		s = c.reckoned(l, i)
	}
	return s, s != nil
}

// verbEnd returns where the words of the verb at i end; 0 when they do not all
// stand there. A time may stand between them: "called {on Friday} for".
func (l *line) verbEnd(i int, verb cueVerb) int {
	at := i + 1
	if len(verb.rest) > 0 && !l.sequence(at, verb.rest) {
		at = l.afterTime(at)
	}
	if !l.sequence(at, verb.rest) {
		return 0
	}
	return at + len(verb.rest)
}

// actsAsVerb says whether the cue verb at i is a verb here: not a participle
// before a noun ("the proposed cut"), and where the tag says noun, only at the
// end of a clause after a name ("T, Reuters reports.").
func (c *cues) actsAsVerb(l *line, i, next int, verb cueVerb) bool {
	if l.tagged(i-1, "HYPH") { // "U.N.-authorized"
		return false
	}
	if strings.HasSuffix(l.words[i].Lower, "ing") && l.tagged(i, "NN") && l.tagged(i-1, "NN") && l.tagged(next, "DT", "VBN", "PRP", "NNP", "CD") {
		l.words[i].Tag = "VBG"
	}
	if l.tagged(i, "VBN", "VBD", "VBG") && !(l.tagged(i-1, "CD") && l.isTime(i-2)) && l.tagged(i-1, "DT", "PRP$", "POS", "JJ", "CD") && l.tagged(next, "NN", "JJ", "CD", "$", "#") {
		return false
	}
	if l.tagged(i, "VB") {
		return true
	}
	if l.index < 2 && verb.class != holding && l.tagged(i, "NN") && l.tagged(i-1, "NNP") && !l.finite(0, i) && l.tagged(next, "NN", "DT", "CD", "PRP$", "TO", "JJ") {
		if phrase, _ := l.phraseLeft(i); !phrase.empty() && phrase.from == 0 { // a headline
			return true
		}
	}
	if l.tagged(i, "NN") && l.is(i-1, "also", "still", "now", "already", "never", "even") && (l.is(next, "that") || l.tagged(next, "PRP", "EX")) {
		return true // "pilots also fear that"
	}
	if verb.class != saying && verb.class != telling && verb.class != showing && verb.class != holding {
		return false
	}
	if l.tagged(i, "NN") && l.stop(next) { // "“T,” the letter read."
		if phrase, core := l.phraseLeft(i); !phrase.empty() && (l.quoteMark(phrase.from-1) || l.comma(phrase.from-1) && core == i && (l.is(i-1, "media") || l.tagged(i-1, "NNS"))) {
			return true // "T, local media report."
		}
	}
	if l.is(i, "said", "says", "told", "tweeted", "wrote") || l.is(i, "say") && l.tagged(i, "UH") {
		return true
	}
	if verb.class == holding && len(verb.rest) > 0 && l.tagged(i, "NNS") && !l.finite(0, i) && l.tagged(i-1, "NN") {
		return true
	}
	if l.tagged(i, "NNS") && l.tagged(i-1, "CD") && l.tagged(i-2, "NNP") && (l.comma(next) || l.stop(next)) { // "T, Channel 5 reports, and T"
		return true
	}
	if verb.class == showing && l.tagged(i, "NN") && (l.is(next, "that") || l.tagged(next, "PRP", "EX") && !l.tagged(next, "PRP$") || l.countsAt(next) && l.releaseBefore(i) >= 0 || l.stop(next) || l.comma(next)) { // "data from the census show that T", "T, an analysis of reports shows."
		if phrase, core := l.phraseLeft(i); !phrase.empty() && c.documentIn(l, phrase.from, core) && (!l.stop(next) && !l.comma(next) || l.comma(phrase.from-1)) {
			return true
		}
	}
	if !l.tagged(i, "NNS") || l.finite(0, i) || !l.tagged(i-1, "NN", "PRP", "''") && !l.comma(i-1) {
		if l.tagged(i, "NNS") && (l.stop(next) || l.comma(next)) && c.maySpeak(l, i-1) { // "T, the ministry estimates."
			phrase, _ := l.phraseLeft(i)
			return !phrase.empty() && l.comma(phrase.from-1) || l.tagged(i-1, "NNP")
		}
		return false
	}
	if phrase, _ := l.phraseLeft(i); l.comma(next) && !phrase.empty() && l.comma(phrase.from-1) {
		return true
	}
	return l.stop(next) || l.is(next, "that", ":") || l.tagged(next, "PRP", "EX") || l.quoteMark(next) || l.tagged(i-1, "NNP", "''") && l.tagged(next, "DT", "CD", "IN", "NN")
}

// documentIn says whether a noun for documents or data stands from from to to.
func (c *cues) documentIn(l *line, from, to int) bool {
	for i := from; i < to; i++ {
		if noun, found := c.noun(l.words[i].Lower); found && (noun.kind == DocumentHop || noun.kind == Dataset) {
			return true
		}
	}
	return false
}
