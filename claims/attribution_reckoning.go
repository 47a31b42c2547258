package claims

// This file reads statements by whose count they are: "by S's count, T", "S put
// out figures: T".

// reckoned reads "by S's count, T", "T, on S's figures" and "based on data from
// S, T" at i.
func (c *cues) reckoned(l *line, i int) *statement {
	from := i + 1
	if l.is(i, "going", "judging", "based") {
		if !l.is(from, "by", "on", "from") {
			return nil
		}
		from++
	}
	head := from
	for head < len(l.words) && head < from+10 && (l.nominal(head) || l.tagged(head, "VBN", "RB")) && !l.tellsCount(head) {
		head++
	}
	if !l.tellsCount(head) || l.tagged(head+1, "NN", "CD", "POS", "$") && !l.countsAt(head+1) {
		return nil
	}
	s := &statement{line: l, cue: run{i, from}, class: saying, lemma: "by", trailing: true}
	end := head + 1
	for p := head - 1; p > from && s.source.empty(); p-- {
		if l.tagged(p, "POS") {
			s.source = run{from, p}
		}
	}
	reckons := l.lexemes[head].noun.reckons
	switch {
	case !s.source.empty() && !reckons:
		s.source.to = end
	case !s.source.empty():
	case l.tagged(from, "PRP$") && !l.is(from, "our", "my", "your"):
		s.source = run{from, from + 1}
	case l.is(end, "of", "from", "by") && !l.isTime(end+1):
		owner, _ := l.phraseRight(end+1, false)
		if owner.empty() {
			return nil
		}
		owner.to = l.beforeCount(owner)
		s.source, end = owner, owner.to
		if !reckons {
			s.source.from = from
		}
	default:
		return nil
	}
	s.core = s.source.to
	if !reckons {
		s.core = min(s.core, head+1)
	}
	opens, closes := i == 0 || l.clauseStart(i), l.comma(end) || l.stop(end)
	switch {
	case opens && (!l.is(i, "in", "at") || reckons):
		if l.comma(end) {
			end++
		}
		s.content = []run{{end, l.contentEnd(end)}}
	case opens, !closes, !reckons && !l.comma(i-1), !l.comma(i-1) && (!l.is(i, "by") || !l.is(head, "count", "tally", "reckoning")):
		return nil
	default:
		s.content = []run{{l.bracketBefore(i), i}}
		if l.comma(end) && end+1 < l.contentEnd(end) {
			s.content = append(s.content, run{end + 1, l.contentEnd(end)})
		}
	}
	return s
}

// tellsCount says whether the noun at i tells numbers: "the latest {count}".
func (l *line) tellsCount(i int) bool {
	if i < 0 || i >= len(l.words) || !l.tagged(i, "NN") {
		return false
	}
	noun := &l.lexemes[i].noun
	return noun.reckons || noun.kind == Dataset
}

// puts reads what S says a measure to be: "S put the number of dead at T", "S
// gives the cost as T", "S gave a figure of T", "the cost is put at T by S".
func (l *line) puts(i int) *statement {
	give := l.is(i, "give", "gives", "gave", "given")
	if !give && !l.is(i, "put", "puts") {
		return nil
	}
	from, negated := l.group(i)
	if negated {
		return nil
	}
	if l.passiveGroup(from, i) {
		return l.putBy(from, i)
	}
	if !l.tagged(i+1, "DT", "PRP", "NN", "JJ") && !(l.is(i+1, "at") && !give) {
		return nil
	}
	at := i + 1
	for at < len(l.words) && (l.nominal(at) || l.tagged(at, "IN", "VBN", "VBG") && !l.is(at, "at", "in", "on", "as")) {
		if give && l.is(at, "of") && l.is(at-1, "figure", "total", "number", "count", "tally", "toll", "estimate") {
			break
		}
		at++
	}
	if !give {
		at = l.afterPlace(run{i + 1, at})
	}
	source, core := l.phraseLeft(from)
	if source.empty() {
		return nil
	}
	s := &statement{line: l, source: source, core: core, class: saying, lemma: "put", cue: run{from, i + 1}}
	if l.is(i+1, "at") && l.is(source.from-1, "which", "that") && l.counts(run{i + 2, min(i+6, len(l.words))}) { // "a cost that S put at T"
		s.cue.to = i + 2
		s.content = []run{{i + 2, l.clauseEnd(s, i+2)}}
		return s
	}
	told := l.is(at, "at") && !give || l.is(at, "as", "of") && give
	if at == i+1 || !told || !l.counts(run{at, min(at+5, len(l.words))}) {
		return nil
	}
	s.content = []run{{i + 1, l.clauseEnd(s, i+1)}}
	return s
}

// afterPlace returns the word behind the time, and behind what is measured also the
// place, that stand between it and its number: "put the toll {on Monday in the north} at 40".
func (l *line) afterPlace(object run) int {
	at := object.to
	for {
		next := l.afterTime(at)
		if next == at && l.is(at, "in", "on") && l.measures(object) {
			if place, core := l.phraseRight(at+1, false); !place.empty() {
				next = core
			}
		}
		if next == at {
			return at
		}
		at = next
	}
}

// measures says whether the phrase is what has a number: "the toll", "the number of dead".
func (l *line) measures(phrase run) bool {
	for i := phrase.from; i < phrase.to && !l.tagged(i, "IN"); i++ {
		if l.is(i, "number", "toll", "total", "cost", "costs", "count", "figure", "loss", "losses", "size", "share", "crowd", "turnout", "damage", "strength", "bill", "price", "value", "rate", "attendance") {
			return true
		}
	}
	return false
}

// putBy reads "the cost is put at T by S" and "the cost is put by S at T", whose
// verb stands at i.
func (l *line) putBy(from, i int) *statement {
	subject, _ := l.phraseLeft(from)
	if subject.empty() || !l.is(i+1, "at", "by", "as") {
		return nil
	}
	for k := i + 1; k < len(l.words) && !l.stop(k); k++ {
		if !l.is(k, "by") || l.isTime(k+1) {
			continue
		}
		source, core := l.phraseRight(k+1, false)
		rest := run{i + 1, k}
		if k == i+1 {
			rest = run{source.to, l.contentEnd(source.to)}
		}
		if source.empty() || !l.counts(rest) {
			return nil
		}
		return &statement{line: l, source: source, core: core, class: saying, lemma: "put", cue: run{from, i + 1}, passive: true, content: []run{subject, rest}}
	}
	return nil
}

// madePublic reads "S published figures: T" at the colon i.
func (c *cues) madePublic(l *line, i int) *statement {
	for k := i - 1; k > 1; k-- {
		if !c.isRecord(l, k) {
			continue
		}
		if verb := c.publishedBy(l, k); verb > 0 {
			from, _ := l.group(verb)
			if source, core := l.phraseLeft(from); !source.empty() {
				return &statement{line: l, source: source, core: core, cue: run{from, i + 1}, class: saying, lemma: "publish", content: []run{{i + 1, l.contentEnd(i + 1)}}}
			}
		}
		return nil
	}
	return nil
}

// isRecord says whether the noun at i is a text or a count.
func (c *cues) isRecord(l *line, i int) bool {
	if !l.tagged(i, "NN") {
		return false
	}
	noun, found := c.noun(l.words[i].Lower)
	return found && (noun.kind == DocumentHop || noun.kind == Dataset || noun.reckons)
}

// publishedBy returns the verb by which somebody makes known the text or count
// at i, "{published} new figures"; 0 for none.
func (c *cues) publishedBy(l *line, i int) int {
	from := i
	for from > 0 && l.tagged(from-1, "NN", "JJ", "DT", "PRP$", "CD", "VBN", "POS") && !c.publishing[l.words[from-1].Lower] {
		from--
	}
	if verb := from - 1; verb > 0 && c.publishing[l.words[verb].Lower] && l.tagged(verb, "VBD", "VBZ", "VBP", "VBN") {
		if group, _ := l.group(verb); !l.passiveGroup(group, verb) {
			return verb
		}
	}
	return 0
}
