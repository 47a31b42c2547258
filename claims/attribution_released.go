package claims

// This file reads by whom a text or count was made known, where the words behind it
// say so: "figures {which the Board released on Monday}".

// release is what the words behind a text or count say of how it was made known.
type release struct {
	maker run // whose words they are; empty where nobody is named
	core  int // where the maker's core ends
	to    int // where the words end
}

// longestRelease is how many words such a clause may have.
const longestRelease = 14

// released reads the words behind the text or count at i that say by whom it was made
// known: "{published on Monday by S}", "{which S made public}", "{it sent out}".
func (l *line) released(i int) (release, bool) {
	from := i + 1
	if verb := l.releasing(from); verb > from && !l.is(from+1, "that", "which") {
		r := release{to: l.afterTime(verb)}
		if l.is(r.to, "by") {
			r.maker, r.core = l.phraseRight(r.to+1, false)
			r.to = l.afterTime(max(r.to, r.maker.to))
		}
		return r, true
	}
	if l.is(from, "that", "which") {
		from++
	}
	to := from
	for l.nominal(to) && to < from+longestRelease/2 {
		to++
	}
	verb := l.afterTime(to)
	for l.is(verb, "has", "have", "had", "also") {
		verb++
	}
	end := l.releasing(verb)
	if to == from || end == verb || !l.tagged(from, "DT", "PRP") && !l.capital(from) {
		return release{}, false
	}
	return release{maker: run{from, to}, core: to, to: l.afterTime(end)}, true
}

// releasing returns where the words at i that tell of making known end: "published",
// "sent out", "made public"; i for none.
func (l *line) releasing(i int) int {
	switch {
	case i >= len(l.words) || !l.tagged(i, "VBD", "VBN", "VBZ", "VBP"):
	case l.is(i, "sent", "sends", "put", "puts", "gave", "gives", "given", "handed", "set") && l.is(i+1, "out"),
		l.is(i, "made", "makes", "make") && l.is(i+1, "public", "known", "available"):
		return i + 2
	case l.lexemes[i].publishing && !l.tagged(i+1, "NN", "JJ", "DT", "PRP", "CD"):
		return i + 1
	}
	return i
}

// tellsNumbers says whether the noun at i is a text or a count.
func (l *line) tellsNumbers(i int) bool {
	noun := &l.lexemes[i].noun
	return l.tagged(i, "NN", "VBZ") && (noun.kind == DocumentHop || noun.kind == Dataset || noun.reckons)
}

// releaseBefore returns the text or count of whose release the words before end tell:
// "{figures} the Board published on Monday"; -1 for none.
func (l *line) releaseBefore(end int) int {
	for k := end - 1; k >= max(0, end-longestRelease); k-- {
		if l.comma(k) || l.stop(k) || l.quoteMark(k) || l.is(k, ":") {
			return -1
		}
		if l.tellsNumbers(k) {
			if r, found := l.released(k); found && r.to == end {
				if l.tagged(k, "VBZ") { // "T, {figures} the Board released show"
					l.words[k].Tag = "NNS"
				}
				return k
			}
		}
	}
	return -1
}

// emerges reads "That emerges from S", whose verb stands at i: S tells what the
// sentence before holds.
func (l *line) emerges(i int) *statement {
	if !l.tagged(i, "VB") && i != 1 || !l.is(i+1, "from", "in", "by") || l.is(i, "shown", "confirmed") != l.is(i+1, "by") {
		return nil
	}
	from, negated := l.group(i)
	numbers := from == 2 && l.is(0, "the", "these", "those") && l.is(1, "figures", "figure", "numbers", "number", "data")
	if negated || !(from == 1 && l.is(0, "that", "this", "it", "all")) && !numbers {
		return nil
	}
	source, core := l.phraseRight(i+2, true)
	if source.empty() {
		return nil
	}
	return &statement{line: l, source: source, core: core, cue: run{from, i + 2}, class: showing, lemma: "emerge from", trailing: true, back: true}
}

// wasSource reads "S was her source", whose last word stands at i.
func (l *line) wasSource(i int) *statement {
	if !l.is(i, "source") || !l.stop(i+1) || !l.tagged(i-1, "PRP$", "DT") || !l.is(i-2, "is", "are", "was", "were") {
		return nil
	}
	source, core := l.phraseLeft(i - 2)
	if source.empty() {
		return nil
	}
	s := &statement{line: l, source: source, core: core, cue: run{i - 2, i + 1}, class: showing, lemma: "be source", trailing: true, back: source.from == 0}
	if !s.back {
		s.content = []run{{0, source.from}}
	}
	return s
}

// backwards gives statements that point back the sentence before as their content.
func (t *testimony) backwards() {
	for _, s := range t.statements {
		if s.back && s.line.index > 0 && s.rootKind() != Anonymous && s.rootKind() != Person {
			before := t.sentences[s.line.index-1]
			s.beyond = append(s.beyond, [2]int{before.Start, before.End})
		}
	}
}
