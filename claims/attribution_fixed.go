package claims

import "strings"

// This file reads statements by fixed words: "according to S", "in a poll", "S: T".

// inDocument reads "In a poll of S, T" at i: the document holds what follows
// the comma, unless that has a cue of its own.
func (c *cues) inDocument(l *line, i int) *statement {
	source, core := l.phraseRight(i+1, true)
	if source.empty() {
		return nil
	}
	source.to = l.afterTime(l.afterDate(source.to))
	if !l.comma(source.to) {
		return nil
	}
	for k := i + 1; k < core; k++ {
		noun, found := c.noun(l.words[k].Lower)
		if !found || noun.kind != DocumentHop && noun.kind != Dataset || l.tagged(k+1, "NN") || l.is(k, "statement", "statements", "email", "interview", "order", "message", "letter", "release", "book", "article", "law", "act", "bill") {
			continue
		}
		poll := strings.HasPrefix(l.words[k].Lower, "poll") || strings.HasPrefix(l.words[k].Lower, "survey")
		for j := source.to; j < len(l.words) && !poll; j++ {
			if l.is(j, "gives", "gave", "puts", "put") && l.puts(j) != nil {
				return nil
			}
			if v := c.verbs[l.words[j].Lower]; len(v) > 0 && (v[0].class == saying || v[0].class == telling || v[0].class == showing && l.tagged(i+1, "PRP$")) && !l.quoted[j] {
				return nil
			}
		}
		return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: showing, lemma: "in", trailing: true, content: []run{{source.to + 1, l.contentEnd(source.to)}}}
	}
	return nil
}

// inPoll reads "T in a poll of S" at i.
func (c *cues) inPoll(l *line, i int) *statement {
	if l.is(i-1, "than") { // another one, compared
		return nil
	}
	source, core := l.phraseRight(i+1, false)
	if source.empty() || core != source.to && !l.is(core, "of", "from", "by") {
		return nil
	}
	head := l.words[core-1].Lower
	if head != "poll" && head != "polls" && head != "survey" && head != "surveys" || source.to-source.from < 2 {
		return nil
	}
	return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: showing, lemma: "in", trailing: true, content: []run{{l.bracketBefore(i), i}}}
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
	if l.comma(core) && l.is(core+1, "which", "who") && l.finite(core+2, source.to) { // what S also said is a statement of its own
		source.to = core
	}
	for k := source.from + 1; k < source.to; k++ { // "{40 according to S} and 60 according to O"
		if l.is(k, "and", "but", "while") && l.tagged(k+1, "CD") && l.has("according") {
			source.to, core = k, min(core, k)
		}
	}
	if opens := i == 0 || l.clauseStart(i); opens && !l.comma(source.to) {
		if k := l.subjectIn(source); k > 0 {
			source.to, core = k, min(core, k)
		}
	}
	s := &statement{line: l, source: source, core: core, cue: run{i, i + size}, class: saying, lemma: "according to", trailing: true}
	if i == 0 || l.clauseStart(i) {
		s.source = l.withoutClause(s.source)
	}
	after := l.afterDate(s.source.to)
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

// subjectIn returns where the subject of the clause begins in what was taken for a source, as no
// comma parts the two: "According to the ministry about 300 people came"; 0 for nowhere.
func (l *line) subjectIn(source run) int {
	for k := source.from + 1; k < source.to; k++ {
		if l.noun(k-1) && l.startsNumber(k) && l.finite(k+1, source.to) {
			return k
		}
		if l.comma(k) || l.tagged(k, "VBD", "VBZ", "VBP", "MD") {
			return 0
		}
	}
	return 0
}

// startsNumber says whether a number, or words that bound one, begin at k.
func (l *line) startsNumber(k int) bool {
	for end := min(k+3, len(l.words)); k < end; k++ {
		if l.tagged(k, "CD") {
			return true
		}
		if !l.is(k, "about", "around", "some", "roughly", "nearly", "almost", "only", "just", "over", "under", "at", "least", "most", "up", "to", "as", "many", "more", "fewer", "less", "than") {
			return false
		}
	}
	return false
}

// signed reads "“T” — S" at the dash: a quotation with the name of the one who said it.
func (l *line) signed(i int) *statement {
	end := i + 1
	for end < len(l.words) && !l.quoteMark(end) && !l.stop(end) {
		if l.tagged(end, "VBD", "VBZ", "VBP", "MD", "CC") {
			return nil
		}
		end++
	}
	start := i - 1
	for start > 0 && l.quoted[start-1] {
		start--
	}
	if !l.tagged(i+1, "NNP") || end-i > 12 || !l.quoted[start] {
		return nil
	}
	core := i + 1
	for core < end && !l.comma(core) {
		core++
	}
	return &statement{line: l, source: run{i + 1, end}, core: core, cue: run{i, i + 1}, class: saying, lemma: "—", trailing: true, content: []run{{start, i}}}
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

// colon reads "S: T", and the headline's "T: report" and "T: S".
func (c *cues) colon(l *line, i int) *statement {
	if i == 0 {
		return nil
	}
	if i+1 >= len(l.words) {
		return l.worded(i)
	}
	if s := c.madePublic(l, i); s != nil {
		return s
	}
	if l.quoteMark(i + 1) {
		if s := l.worded(i); s != nil {
			return s
		}
		// S verb: "T" is found at the verb; a bare name before the colon is not.
		source, core := l.phraseLeft(i)
		named := l.comma(source.from-1) && l.tagged(source.from, "NNP") // "HEADING - A B: …"
		noun, known := c.noun(l.words[i-1].Lower)
		if source.to == i && !l.tagged(i-1, "NNP", "PRP") && !(known && (noun.kind != Organisation || noun.title) || known && i <= 2) {
			return nil
		}
		if !source.empty() && (source.from == 0 && !l.finite(0, i) || named) {
			return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
		}
		return nil
	}
	if i <= 3 && l.capitals(0, i) && !(l.index < 4 && (c.saidLater(l, i) || l.placed(i))) { // a transcript: "BERG: T"
		return &statement{line: l, source: run{0, i}, core: i, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
	}
	rest := len(l.words) - i - 1
	if rest <= 4 && l.index < 2 && l.finiteOrLong(0, i) {
		if noun, known := c.noun(l.words[len(l.words)-1].Lower); known && noun.kind != Anonymous || rest <= 2 && known {
			return &statement{line: l, source: run{i + 1, len(l.words)}, core: len(l.words), cue: run{i, i + 1}, class: saying, lemma: ":", trailing: true, content: []run{{0, i}}}
		}
	}
	if source, core := l.phraseLeft(i); source.from == 0 && source.to == i && i <= 4 && !(l.capitals(0, i) && (c.saidLater(l, i) || l.placed(i))) && l.index < 2 && !l.finite(0, i) {
		noun, known := c.noun(l.words[i-1].Lower)
		if known && (!noun.title || l.index == 0) || i >= 2 && l.tagged(i-1, "NNP") {
			return &statement{line: l, source: source, core: core, cue: run{i, i + 1}, class: saying, lemma: ":", content: []run{{i + 1, l.contentEnd(i + 1)}}}
		}
	}
	return nil
}

// placed says whether the capitals before the colon at i are those of a
// dateline, "ORLUND: The government has …": what follows is told by no one, in
// a sentence of the third person.
func (l *line) placed(i int) bool {
	for k := i + 1; k < len(l.words); k++ {
		if l.is(k, "i", "we", "you", "my", "our", "me", "us", "your", "?") {
			return false
		}
	}
	return len(l.words)-i > 8 && l.tagged(i+1, "DT", "NN", "CD", "JJ", "IN")
}

// worded reads a colon at i behind a noun for words: "S made this comment: T",
// "this finding: T". What follows may be the next paragraph.
func (l *line) worded(i int) *statement {
	word := l.lexemes[i-1]
	if word.nominal == "" && word.noun.kind != DocumentHop || !l.tagged(i-1, "NN") {
		return nil
	}
	from := i - 1
	for from > 0 && (l.nominal(from-1) || l.is(from-1, "following")) && !l.tagged(from-1, "PRP") {
		from--
	}
	if !l.tagged(from, "DT") {
		return nil
	}
	s := &statement{line: l, class: saying, lemma: ":"}
	if l.tagged(from-1, "VBD", "VBZ", "VBP", "VBN") {
		s.cue.from, _ = l.group(from - 1)
		s.source, s.core = l.phraseLeft(s.cue.from)
		s.cue.to = i + 1
	}
	if s.source.empty() && i+1 < len(l.words) {
		s.source, s.core, s.cue = run{from, i}, i, run{i, i + 1}
	}
	if s.source.empty() {
		return nil
	}
	if s.opens = i+1 >= len(l.words); !s.opens {
		s.content = []run{{i + 1, l.contentEnd(i + 1)}}
	}
	return s
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

func (l *line) finiteOrLong(from, to int) bool { return to-from > 4 || l.finite(from, to) }

// saidLater says whether a verb of saying stands outside quotations after i: what
// stood before the colon was a dateline.
func (c *cues) saidLater(l *line, i int) bool {
	for ; i < len(l.words); i++ {
		if v := c.verbs[l.words[i].Lower]; len(v) > 0 && v[0].lemma == "say" && !l.quoted[i] {
			return true
		}
	}
	return false
}
