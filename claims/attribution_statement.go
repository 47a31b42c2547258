package claims

import (
	"slices"
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
	opens         bool     // ends with a colon: what follows is the content
	priority      bool     // "first reported by": no evidence
	venue         run      // the addressee: "told O"
	beyond        [][2]int // content outside the sentence, as bytes
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
	for _, b := range s.beyond {
		if b[0] <= offset && offset < b[1] {
			return true
		}
	}
	return false
}

// statements finds the statements of one sentence, in the order of their cues.
func (c *cues) statements(l *line) []*statement {
	var found []*statement
	for i := 0; i < len(l.words); {
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
	return c.settle(l, found)
}

// statementAt returns the statement whose cue begins at word i, nil for none.
func (c *cues) statementAt(l *line, i int, before []*statement) *statement {
	if l.quoted[i] {
		return nil
	}
	switch {
	case l.is(i, "according") && l.is(i+1, "to"):
		return l.accordingTo(i, 2)
	case l.is(i, "per") && l.tagged(i+1, "NNP"):
		return l.accordingTo(i, 1)
	case l.is(i, ":"):
		return c.colon(l, i)
	case l.is(i, "in") && l.clauseStart(i):
		if s := c.inDocument(l, i); s != nil {
			return s
		}
	case l.is(i, "in") && i > 3:
		if s := c.inPoll(l, i); s != nil {
			return s
		}
	case l.is(i, "asked") && (i == 0 || l.is(i-1, "when") && i == 1 || l.comma(i-1)) && l.is(i+1, "about", "whether", "if", "by", "on", "how", "why", "what"):
		end := i + 1
		for end < len(l.words) && !l.comma(end) && !l.stop(end) {
			end++
		}
		return &statement{line: l, cue: run{i, i + 1}, class: saying, lemma: "ask", content: []run{{i + 1, end}}}
	}
	if s := c.nominal(l, i); s != nil {
		return s
	}
	for _, verb := range c.verbs[l.low[i]] {
		if !l.sequence(i+1, verb.rest) {
			continue
		}
		if !l.actsAsVerb(i, verb) {
			continue
		}
		if s := c.verbStatement(l, i, verb, before); s != nil {
			return s
		}
	}
	return nil
}

// inDocument reads "In a poll of S, T" at i: the document holds what follows
// the comma, unless that has a cue of its own.
func (c *cues) inDocument(l *line, i int) *statement {
	source, core := l.phraseRight(i+1, true)
	if source.empty() {
		return nil
	}
	source.to = l.afterTime(source.to)
	if !l.comma(source.to) {
		return nil
	}
	for k := i + 1; k < core; k++ {
		noun, found := c.noun(l.low[k])
		if !found || noun.kind != DocumentHop && noun.kind != Dataset || l.tagged(k+1, "NN") || l.is(k, "statement", "statements", "email", "interview", "order", "message", "letter", "release", "book", "article", "law", "act", "bill") {
			continue
		}
		poll := strings.HasPrefix(l.low[k], "poll") || strings.HasPrefix(l.low[k], "survey")
		for j := source.to; j < len(l.words) && !poll; j++ {
			if v := c.verbs[l.low[j]]; len(v) > 0 && (v[0].class == saying || v[0].class == telling) && !l.quoted[j] {
				return nil
			}
		}
		return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: showing, lemma: "in", trailing: true, content: []run{{source.to + 1, l.contentEnd(source.to)}}}
	}
	return nil
}

// inPoll reads "T in a poll of S" at i.
func (c *cues) inPoll(l *line, i int) *statement {
	source, core := l.phraseRight(i+1, false)
	if source.empty() || core != source.to && !l.is(core, "of", "from", "by") {
		return nil
	}
	head := l.low[core-1]
	if head != "poll" && head != "polls" && head != "survey" && head != "surveys" || source.to-source.from < 2 {
		return nil
	}
	return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: showing, lemma: "in", trailing: true, content: []run{{l.bracketBefore(i), i}}}
}

// actsAsVerb says whether the cue verb at i is a verb here: not a participle
// before a noun ("the proposed cut"), and where the tag says noun, only at the
// end of a clause after a name ("T, Reuters reports.").
func (l *line) actsAsVerb(i int, verb cueVerb) bool {
	next := i + 1 + len(verb.rest)
	if l.tagged(i-1, "HYPH") { // "U.N.-authorized"
		return false
	}
	if strings.HasSuffix(l.low[i], "ing") && l.tagged(i, "NN") && l.tagged(i-1, "NN") && l.tagged(next, "DT", "VBN", "PRP", "NNP", "CD") {
		l.words[i].Tag = "VBG"
	}
	if l.tagged(i, "VBN", "VBD", "VBG") && l.tagged(i-1, "DT", "PRP$", "POS", "JJ", "CD") && l.tagged(next, "NN", "JJ", "CD") {
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
	if verb.class != saying && verb.class != telling && verb.class != showing && verb.class != holding {
		return false
	}
	if l.is(i, "said", "says", "told", "tweeted", "wrote") || l.is(i, "say") && l.tagged(i, "UH") {
		return true
	}
	if verb.class == holding && len(verb.rest) > 0 && l.tagged(i, "NNS") && !l.finite(0, i) && l.tagged(i-1, "NN") {
		return true
	}
	if !l.tagged(i, "NNS") || l.finite(0, i) || !l.tagged(i-1, "NN", "PRP", "''") && !l.comma(i-1) {
		return l.tagged(i, "NNS") && l.tagged(i-1, "NNP") && l.stop(next) // "T, Reuters reports."
	}
	if phrase, _ := l.phraseLeft(i); l.comma(next) && !phrase.empty() && l.comma(phrase.from-1) {
		return true
	}
	return l.stop(next) || l.is(next, "that", ":") || l.tagged(next, "PRP", "EX") || l.quoteMark(next) || l.tagged(i-1, "NNP", "''") && l.tagged(next, "DT", "CD", "IN", "NN")
}

// accordingTo reads "according to S" at i; size is how many words the cue has.
func (l *line) accordingTo(i, size int) *statement {
	source, core := l.phraseRight(i+size, true)
	if source.empty() && i+size < len(l.words) { // a first word with the tag of a verb: "exit polls"
		source, core = l.phraseRight(i+size+1, true)
		if source.empty() {
			source, core = run{i + size, i + size + 1}, i+size+1
		}
		source.from = i + size
	}
	if source.empty() {
		return nil
	}
	s := &statement{line: l, source: source, core: core, cue: run{i, i + size}, class: saying, lemma: "according to", trailing: true}
	if i == 0 || l.clauseStart(i) {
		s.source = l.withoutClause(s.source)
	}
	after := s.source.to
	end := l.contentEnd(after)
	if i == 0 || l.clauseStart(i) {
		if l.comma(after) {
			after++
		}
		s.content = append(s.content, run{after, l.contentEnd(after)})
		return s
	}
	s.content = append(s.content, run{l.bracketBefore(i), i})
	if l.comma(after) && after+1 < end {
		s.content = append(s.content, run{after + 1, end})
	}
	return s
}

// bracketBefore returns the word after the bracket that is open at i; 0 when
// none is.
func (l *line) bracketBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch {
		case l.is(j, ")"):
			return 0
		case l.is(j, "("):
			return j + 1
		}
	}
	return 0
}

// withoutClause shortens the source of an opening "According to S, …" to S
// where what looks like an appositive is the subject of the clause.
func (l *line) withoutClause(source run) run {
	for i := source.from; i < source.to; i++ {
		if l.comma(i) && !(l.comma(source.to) && l.tagged(source.to+1, "DT", "NN", "PRP", "JJ", "CD", "EX", "IN", "``")) {
			return run{source.from, i}
		}
	}
	return source
}

// clauseStart says whether a clause begins at i: "But according to S, T".
func (l *line) clauseStart(i int) bool {
	for i > 0 && (l.tagged(i-1, "RB", "CC") || l.comma(i-1) && i == 2) {
		i--
	}
	return i == 0 || l.is(i-1, ";", ":") || l.is(i-1, "that") || l.tagged(i, "CC") && l.comma(i-1)
}

// contentEnd returns where the clause that holds word i ends: at a semicolon or
// the end of the sentence.
func (l *line) contentEnd(i int) int {
	for ; i < len(l.words); i++ {
		if l.is(i, ";") && !l.quoted[i] && !l.enumerates(i+1) {
			return i
		}
	}
	end := len(l.words)
	for end > 0 && l.is(end-1, ".", "!", "?") && end-1 > 0 && !l.quoted[end-1] {
		end--
	}
	return end
}

// colon reads "S: T", and the headline's "T: report" and "T: S".
func (c *cues) colon(l *line, i int) *statement {
	if i == 0 || i+1 >= len(l.words) {
		return nil
	}
	if i+1 < len(l.words) && l.quoteMark(i+1) {
		// S verb: "T" is found at the verb; a bare name before the colon is not.
		source, core := l.phraseLeft(i)
		named := l.comma(source.from-1) && l.tagged(source.from, "NNP") // "HEADING - A B: …"
		if !source.empty() && (source.from == 0 && !l.finite(0, i) || named) {
			return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
		}
		return nil
	}
	if i <= 3 && l.capitals(0, i) { // a transcript: "BERG: T"
		return &statement{line: l, source: run{0, i}, core: i, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
	}
	rest := len(l.words) - i - 1
	if rest <= 4 && l.index < 2 && l.finiteOrLong(0, i) {
		if noun, known := c.noun(l.low[len(l.words)-1]); known && noun.kind != Anonymous || rest <= 2 && known {
			return &statement{line: l, source: run{i + 1, len(l.words)}, core: len(l.words), cue: run{i, i + 1}, class: saying, lemma: ":", trailing: true, content: []run{{0, i}}}
		}
	}
	if source, core := l.phraseLeft(i); source.from == 0 && source.to == i && i <= 4 && l.index < 2 && !l.finite(0, i) {
		noun, known := c.noun(l.low[i-1])
		if known && !noun.title || i >= 2 && l.tagged(i-1, "NNP") {
			return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
		}
	}
	return nil
}

// lists says whether a semicolon stands between from and to.
func (l *line) lists(from, to int) bool {
	for i := from; i < to; i++ {
		if l.is(i, ";") {
			return true
		}
	}
	return false
}

// capitals says whether the words are names in capitals, as in a transcript.
func (l *line) capitals(from, to int) bool {
	for i := from; i < to; i++ {
		if word := l.words[i].In(l.text); len(word) < 3 || word != strings.ToUpper(word) || !l.tagged(i, "NN") {
			return false
		}
	}
	return from < to
}

// enumerates says whether what follows a semicolon is one more item of a list
// rather than a clause.
func (l *line) enumerates(i int) bool {
	for ; i < len(l.words) && !l.is(i, ";"); i++ {
		if l.tagged(i, "WP", "WDT", "WRB") { // a relative clause belongs to its item
			return true
		}
		if l.tagged(i, "VBD", "VBZ", "VBP", "MD") {
			return false
		}
	}
	return true
}

func (l *line) finiteOrLong(from, to int) bool { return to-from > 4 || l.finite(from, to) }

// group returns where the verb group of the verb at i begins: auxiliaries and
// adverbs before it included.
func (l *line) group(i int) (from int, negated bool) {
	from = i
	for from > 0 {
		switch {
		case l.tagged(from-1, "MD"), l.tagged(from-1, "RB"):
		case l.is(from-1, "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "'s", "'ve", "'re", "'d", "'ll", "’ve", "’re", "’d", "does", "do", "did", "not", "n't", "n’t") && l.tagged(from-1, "VB", "MD", "RB"):
		case l.is(from-1, "to") && l.is(from-2, "went", "goes", "going", "continued", "continues", "came", "got", "wants", "wanted", "used", "began"):
			from--
		default:
			return from, negated
		}
		if l.is(from-1, "not", "n't", "n’t", "never") {
			negated = true
		}
		from--
	}
	return from, negated
}

// passiveGroup says whether the group from from to the verb is a passive: a
// form of "be" and a past participle.
func (l *line) passiveGroup(from, verb int) bool {
	if !l.tagged(verb, "VBN", "VBD", "JJ") {
		return false
	}
	for i := from; i < verb; i++ {
		if l.is(i, "is", "are", "was", "were", "be", "been", "being", "'re", "’re") || l.is(i, "'s") && l.tagged(i, "VBZ") && l.tagged(verb, "VBN") {
			return true
		}
	}
	return false
}

// verbStatement reads the cue verb at i.
func (c *cues) verbStatement(l *line, i int, verb cueVerb, before []*statement) *statement {
	from, negated := l.group(i)
	s := &statement{line: l, cue: run{from, i + 1 + len(verb.rest)}, class: verb.class, lemma: verb.lemma, negated: negated}
	if n := len(verb.rest); n > 0 && verb.rest[n-1] == "to" { // "plans {to send}"
		s.cue.to--
	}
	if l.passiveGroup(from, i) {
		return l.passiveStatement(s)
	}
	switch s.class {
	case believing, judging, showing, holding:
		for k := from; k < i; k++ {
			if l.tagged(k, "MD") && !l.is(k, "will") { // what would be said is not said
				return nil
			}
		}
	}
	if s.lemma == "charge" && l.is(s.cue.to, "with") { // a court matter
		return nil
	}
	if s.class == judging && l.tagged(i, "VBN") && from == i { // "the plan, dubbed …"
		return nil
	}
	if l.is(from-1, "to") { // an infinitive has no subject of its own here
		return nil
	}
	if l.tagged(i, "VBN", "VBD") && from == i && l.is(s.cue.to, "by") && !l.is(from-1, "who") {
		return l.participle(s)
	}
	if l.tagged(i, "VBG") && from == i {
		return c.participial(l, s, before)
	}
	if s.class == saying || s.class == telling {
		if l.inverted(s) {
			return s
		}
	}
	s.source, s.core = l.phraseLeft(from)
	if s.source.empty() {
		if !l.tagged(from-1, "CC") && !l.comma(from-1) {
			return nil
		}
		after := 0
		if len(before) > 0 {
			last := before[len(before)-1]
			after = last.cue.to
			s.source, s.core = last.source, last.core
		}
		if source, core := l.subjectBefore(from-1, after); !source.empty() {
			s.source, s.core = source, core
		}
		if s.source.empty() {
			return nil
		}
	}
	if l.is(s.source.from-1, "as") && l.comma(s.cue.to) && s.class == saying { // "As S reported, T"
		s.trailing = true
		if s.source.from <= 2 {
			s.content = []run{{s.cue.to + 1, l.contentEnd(s.cue.to)}}
		} else {
			s.content = []run{{0, s.source.from - 1}}
			l.resume(s, s.cue.to)
		}
		return s
	}
	if s.source.to == s.source.from+1 && l.is(s.source.from, "you") {
		return nil
	}
	if s.lemma == "continue" && l.is(s.cue.to, "to") {
		return nil
	}
	l.active(s)
	s.follows = len(s.content) == 0 && s.source.from == 0 && s.class == saying
	if len(s.content) == 0 && !s.opens && !s.follows {
		return nil
	}
	return s
}

// inverted reads "T, said S" into s, whose cue is set.
func (l *line) inverted(s *statement) bool {
	at := s.cue.from
	if at == 0 || !l.comma(at-1) && !l.quoteMark(at-1) || l.tagged(s.cue.to, "PRP") && !l.quoteMark(at-1) {
		return false
	}
	source, core := l.phraseRight(s.cue.to, false)
	if source.empty() || l.verbFollows(s.cue.to) || l.isTime(s.cue.to) {
		return false
	}
	quoted := l.quoteMark(at-1) || at >= 2 && l.quoteMark(at-2)
	if !quoted && l.appositiveBefore(at-1) >= 0 {
		return false
	}
	s.source, s.core, s.trailing = source, core, true
	s.content = []run{{0, at}}
	l.resume(s, source.to)
	return true
}

// resume adds what goes on after "T, S said" or "T, said S": the rest of the
// sentence after a comma, or a quotation that opens again.
func (l *line) resume(s *statement, after int) {
	for j := after; j < len(l.words); j++ {
		if l.quoteMark(j) && l.quoted[j] {
			s.content = append(s.content, run{j, l.contentEnd(j)})
			return
		}
	}
	if l.comma(after) && (!l.tagged(after+1, "VBG") || l.is(after+1, "including")) && !l.is(after+1, "as", "while", "when", "after", "before", "who", "which", "although", "though", "according", "referring") {
		if end := l.contentEnd(after); after+1 < end {
			s.content = append(s.content, run{after + 1, end})
		}
	}
}

// active reads "S said T" and "T, S said" into s, whose source and cue are set.
func (l *line) active(s *statement) {
	start, after := l.complement(s)
	if l.speaks(s) {
		s.cue.to = l.medium(s.cue.to)
	}
	fronted := s.source.from < s.cue.from && s.source.from > 0 && (l.comma(s.source.from-1) || l.quoteMark(s.source.from-1)) && l.speaks(s) &&
		(l.quoteMark(s.source.from-1) || l.quoteMark(s.source.from-2) || l.verbal(s.source.from-1) || l.index == 0 || s.class == saying && s.source.from > 1)
	if fronted && start >= 0 && !l.is(start, "that") && !l.quoteMark(start) && !l.is(start-1, ":") &&
		(l.quoteMark(s.source.from-1) || l.quoteMark(s.source.from-2)) { // "T," S said of X
		start = -1
	}
	if start < 0 {
		if fronted {
			s.trailing = true
			s.content = []run{{0, s.source.from}}
			l.resume(s, after)
		}
		return
	}
	if fronted && l.quoteMark(s.source.from-1) && l.quoteMark(start) {
		s.trailing = true
		s.content = append(s.content, run{0, s.source.from})
	}
	s.content = append(s.content, run{start, l.clauseEnd(s, start)})
}

// clauseEnd returns where a content that begins at start ends: with its
// sentence, before a clause that is not under the cue.
func (l *line) clauseEnd(s *statement, start int) int {
	end := l.contentEnd(start)
	within := s.cue.from == 0 || l.is(s.source.from-1, "when", "while", "after", "before", "if", "although", "though", "because", "since", "as") && s.source.from <= 3
	relative := l.is(s.source.from, "who", "which")
	for i := start + 1; i < end-1; i++ {
		if !l.comma(i) || l.quoted[i] {
			continue
		}
		switch {
		case within && l.verbFollows(i+1):
			return i
		case s.class.ownAct() && !l.is(i, ","): // the outlet adds behind a dash
			return i
		case l.is(s.source.from-1, "what"):
			return i
		case relative && l.tagged(i+1, "VBD", "VBZ", "VBP", "MD"):
			return i
		case s.class != saying && s.class != telling && (l.is(i+1, "which", "where", "who", "although", "though") && !l.lists(i, end) || l.is(i+1, "but") && l.verbFollows(i+2)):
			return i
		}
	}
	return end
}

// verbal says whether a clause may end before word i: it holds a verb.
func (l *line) verbal(i int) bool {
	for j := 0; j < i; j++ {
		if l.tagged(j, "VBD", "VBZ", "VBP", "MD", "VBN") {
			return true
		}
	}
	return i > 7
}

func (l *line) speaks(s *statement) bool {
	return s.class == saying || s.class == telling || s.class == showing || s.class == believing
}

// complement returns where the content after the cue begins, and -1 when the
// cue has none; after is the first word behind the cue, its addressee and its
// adverbs.
func (l *line) complement(s *statement) (start, after int) {
	j := s.cue.to
	for l.tagged(j, "RB", "RP") && !l.is(j, "not", "only") {
		j++
	}
	speech := s.class == saying || s.class == telling
	if s.class == telling || addressed(s.lemma) {
		if !l.is(j, "that") && !l.quoteMark(j) && !l.comma(j) {
			if addressee, _ := l.phraseRight(j, false); !addressee.empty() {
				end := addressee.to
				if s.class == telling || l.is(end, "that") || l.comma(end) || l.stop(end) || l.quoteMark(end) {
					// "told O T": the addressee is the shortest phrase.
					s.venue, j = addressee, end
				}
			}
		}
	}
	after = j
	for speech || s.class == showing || s.class == believing {
		if k := l.afterTime(j); k > j {
			j = k
			continue
		}
		if speech && l.is(j, "in", "at", "during", "on", "to", "via", "from", "through", "before", "after", "by", "of", "about", "with", "under") {
			k, ok := l.afterPreposition(j)
			if ok && !l.is(j+1, "least", "most") && !l.tagged(j+1, "CD") && (l.is(k, "that", ":") || l.quoteMark(k) || l.stop(k) || l.comma(k) || l.isTime(k) || l.tagged(k, "DT", "NNP", "PRP", "IN", "EX", "NNS")) {
				j = k
				continue
			}
		}
		break
	}
	after = max(after, j)
	switch {
	case l.stop(j):
		return -1, j
	case l.is(j, ":"):
		if j+1 < len(l.words) {
			return j + 1, j
		}
		s.opens = true
		return -1, j
	case l.comma(j):
		if l.quoteMark(j + 1) {
			return j + 1, j
		}
		for k := j + 2; k < len(l.words) && k < j+12; k++ { // "said, among other things, that T"
			if l.is(k, "that") && l.comma(k-1) {
				return k, j
			}
		}
		return -1, j
	case l.quoteMark(j) && !l.quoted[j]:
		return -1, j
	case l.tagged(j, "CC") && speech && !l.is(j, "both", "either", "neither"):
		return -1, j
	}
	return j, j
}

// addressed says whether the verb, though not "tell", takes an addressee before
// its content.
func addressed(lemma string) bool {
	switch lemma {
	case "assure", "remind", "inform", "notify", "brief", "advise", "warn", "ask", "promise":
		return true
	}
	return false
}

// afterPreposition returns where the short prepositional phrase at j ends.
func (l *line) afterPreposition(j int) (int, bool) {
	k := j + 1
	for k < len(l.words) && (l.tagged(k, "DT", "JJ", "PRP$", "NN", "POS", "CD", "HYPH") || l.is(k, "'s")) && !l.isTime(k) {
		if k > j+1 && l.tagged(k, "DT", "PRP$") || k > j+1 && l.tagged(k, "NNP") && l.tagged(k-1, "NN") && !l.tagged(k-1, "NNP") {
			break
		}
		k++
	}
	return k, k > j+1
}

// passiveStatement reads "was told by S", "is expected to", "was announced by S".
func (l *line) passiveStatement(s *statement) *statement {
	s.passive = true
	to := s.cue.to
	for i := s.cue.from; i < s.cue.to; i++ {
		s.priority = s.priority || l.is(i, "first", "previously", "originally")
	}
	subject, core := l.phraseLeft(s.cue.from)
	if l.is(to, "by") {
		s.source, s.core = l.phraseRight(to+1, false)
		if s.source.empty() {
			return nil
		}
		if s.class == telling {
			s.venue = subject
			s.content = []run{{s.source.to, l.contentEnd(s.source.to)}}
		} else if !subject.empty() {
			s.content = []run{subject}
		}
		return s
	}
	_ = core
	switch s.lemma {
	case "expect", "believe", "say", "think", "estimate", "report", "project", "predict", "allege", "know", "tell":
	default:
		return nil
	}
	if s.lemma == "tell" && l.is(to, "that") {
		s.venue = subject
		s.content = []run{{to, l.contentEnd(to)}}
		return s
	}
	if l.is(to, "to", "that") {
		if !subject.empty() && !l.is(subject.from, "it") {
			s.content = append(s.content, subject)
		}
		s.content = append(s.content, run{to, l.contentEnd(to)})
		return s
	}
	return nil
}

// participle reads "N, first reported by S" and "N released by S".
func (l *line) participle(s *statement) *statement {
	if s.class != saying && s.class != showing {
		return nil
	}
	s.source, s.core = l.phraseRight(s.cue.to+1, false)
	if s.source.empty() {
		return nil
	}
	s.priority = l.is(s.cue.from-1, "first", "previously", "originally")
	for i := s.cue.from; i < s.cue.to; i++ {
		s.priority = s.priority || l.is(i, "first", "previously", "originally")
	}
	if l.is(s.cue.from-1, "as") { // "as reported by S"
		s.trailing = true
		s.content = []run{{0, s.cue.from - 1}}
		l.resume(s, s.source.to)
		return s
	}
	end := s.cue.from
	if l.comma(end - 1) {
		end--
	}
	if object, _ := l.phraseLeft(end); !object.empty() {
		s.content = []run{object}
	}
	return s
}

// participial reads ", saying T", ", citing S": the source is that of the
// statement before, or the subject of the sentence.
func (c *cues) participial(l *line, s *statement, before []*statement) *statement {
	to := s.cue.to
	if s.class == citing && c.namesSource(l, to) {
		s.source, s.core = l.phraseRight(to, false)
		s.trailing = true
		s.content = []run{{0, s.cue.from}}
		if s.cue.from == 0 {
			s.content = []run{{s.source.to, l.contentEnd(s.source.to)}}
		}
		return s
	}
	speech := s.class == saying || s.class == telling || s.class == denying
	if !l.comma(s.cue.from-1) && !l.quoteMark(s.cue.from-1) && s.cue.from != 0 && !(speech && l.tagged(s.cue.from-1, "CC", "IN", "NN")) {
		return nil
	}
	if s.class == holding {
		return nil
	}
	switch {
	case l.tagged(s.cue.from-1, "NNP"): // "footage of A B asking"
		s.source, s.core = l.phraseLeft(s.cue.from)
	case len(before) > 0:
		last := before[len(before)-1]
		s.source, s.core = last.source, last.core
	default:
		s.source, s.core = l.mainSubject(s.cue.from)
	}
	l.active(s)
	if s.source.empty() || len(s.content) == 0 {
		return nil
	}
	return s
}

// namesSource says whether the noun phrase at i can be a source, rather than a
// reason: it is a name, or its head is a noun for sources.
func (c *cues) namesSource(l *line, i int) bool {
	phrase, core := l.phraseRight(i, false)
	for k := phrase.from; k < core; k++ {
		if l.tagged(k, "NNP") {
			return true
		}
		if _, known := c.noun(l.low[k]); known && !l.tagged(k, "CD", "DT") {
			return true
		}
	}
	return false
}

// mainSubject returns the subject of the first finite verb before word i; of
// the nearest verb when none is finite.
func (l *line) mainSubject(i int) (run, int) {
	for j := 0; j < i; j++ {
		if !l.tagged(j, "VBD", "VBZ", "VBP", "MD") {
			continue
		}
		from, _ := l.group(j)
		if source, core := l.phraseLeft(from); !source.empty() && !l.tagged(source.from, "WP", "WDT") {
			return source, core
		}
	}
	return l.subjectBefore(i, 0)
}

// subjectBefore returns the subject of the nearest verb before word i that has
// one.
func (l *line) subjectBefore(i, after int) (run, int) {
	for i--; i >= after; i-- {
		if !l.tagged(i, "VBD", "VBZ", "VBP", "MD", "VBN", "VB") || l.tagged(i-1, "TO", "MD") {
			continue
		}
		from, _ := l.group(i)
		if l.quoteMark(from - 1) {
			from, _ = l.group(from - 1)
		}
		if source, core := l.phraseLeft(from); !source.empty() && !l.tagged(source.from, "WP", "WDT") {
			return source, core
		}
	}
	return run{}, 0
}

// settle cuts the contents of the statements of one sentence against each
// other: what names another source is no content of a statement beside it, and
// a new clause with its own source ends the one before.
func (c *cues) settle(l *line, all []*statement) []*statement {
	for bi, b := range all {
		for ai, a := range all {
			if a == b {
				continue
			}
			switch {
			case b.trailing:
				cut := run{min(b.source.from, b.cue.from), max(b.source.to, b.cue.to)}
				if b.source.empty() {
					cut = b.cue
				}
				if cut.from > 0 && l.comma(cut.from-1) {
					cut.from--
				}
				tail := cut.to >= len(l.words)-1 || l.contentEnd(cut.to) <= cut.to
				a.content = without(a.content, cut, tail)
				if start := min(a.source.from, a.cue.from); a.trailing && ai < bi && start > 0 && !l.clauseStart(start) && cut.from-max(a.source.to, a.cue.to) > 3 {
					// Two such in one sentence: each governs what stands before it.
					a.content = without(a.content, run{max(a.source.to, a.cue.to), len(l.words)}, true)
					b.content = without(b.content, run{0, max(a.source.to, a.cue.to)}, false)
				}
			case b.source.from <= a.cue.from && a.cue.to <= b.source.to: // within the source's appositive
				a.content = without(a.content, run{b.source.to, len(l.words)}, true)
			case ai < bi && !b.source.empty():
				at := b.source.from
				if b.source.from == a.source.from || b.source.to <= a.cue.from { // the same subject goes on
					at = b.cue.from
				}
				for at > 1 && l.tagged(at-1, "RB") && at == b.source.from {
					at--
				}
				if at > 0 && (l.tagged(at-1, "CC") || l.is(at-1, "while", "whereas", "though", "although", "as") && l.comma(at-2) || l.comma(at-1) && at == b.cue.from) {
					a.content = without(a.content, run{at - 1, len(l.words)}, true)
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(s *statement) bool { return len(s.content) == 0 && !s.opens && !s.follows })
	for _, s := range all {
		for i := range s.content {
			s.content[i] = l.tidied(s.content[i])
		}
		s.content = slices.DeleteFunc(s.content, run.empty)
	}
	return all
}

// without takes cut out of the runs; with tail, all that follows it as well.
func without(runs []run, cut run, tail bool) []run {
	var left []run
	for _, r := range runs {
		if cut.to <= r.from || cut.from >= r.to {
			if !(tail && r.from >= cut.to) {
				left = append(left, r)
			}
			continue
		}
		if cut.from > r.from {
			left = append(left, run{r.from, cut.from})
		}
		if !tail && cut.to < r.to {
			left = append(left, run{cut.to, r.to})
		}
	}
	return left
}

// tidied drops commas and closing stops at the ends of a content.
func (l *line) tidied(r run) run {
	for !r.empty() && l.comma(r.from) {
		r.from++
	}
	for !r.empty() && (l.comma(r.to-1) || l.is(r.to-1, ".") && !l.quoted[r.to-1]) {
		r.to--
	}
	return r
}
