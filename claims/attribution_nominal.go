package claims

// nominal reads "S's demand that T" and "estimates from S that T": a noun that
// tells what S holds, at word i.
func (c *cues) nominal(l *line, i int) *statement {
	if !l.tagged(i, "NN") {
		return nil
	}
	s := &statement{line: l, class: l.lexemes[i].nominal, lemma: l.words[i].Lower, cue: run{i, i + 1}}
	next := i + 1
	for s.cue.from > 0 && l.tagged(s.cue.from-1, "JJ") {
		s.cue.from--
	}
	switch before := s.cue.from - 1; {
	case l.is(next, "from", "by") && !l.isTime(next+1):
		s.source, s.core = l.phraseRight(next+1, false)
		next = l.afterDate(s.source.to)
	case l.tagged(before, "PRP$"):
		s.source, s.core = run{before, before + 1}, before+1
	case l.tagged(before, "POS"):
		s.source, s.core = l.phraseLeft(before)
	}
	if s.source.empty() && s.class == requesting && l.is(next, "for") && l.countsAt(next+1) {
		s.source, s.core = l.askerBefore(s.cue.from)
	}
	asks := s.class == demanding || s.class == requesting || s.class == ordering
	switch {
	case s.source.empty():
		return nil
	case l.is(next, "that"), l.is(next, "to") && l.tagged(next+1, "VB"):
	case (l.is(next, "is", "was", "stands", "stood") || l.givesNumber(next, s.lemma) || asks && l.is(next, "for")) && l.countsAt(next+1): // "S's own estimate is 40", "S's request for 40 boats"
		next++
	case asks && l.is(next, "covering", "seeking") && l.countsAt(next+1): // "a request from S covering 40 towns"
		next++
	default:
		return nil
	}
	s.content = []run{{next, l.clauseEnd(s, next)}}
	return s
}

// givesNumber says whether the verb at i tells the number that a count or report
// gives: "S's tally {comes} to 40", "S's report {has} 40 bridges closed".
func (l *line) givesNumber(i int, noun string) bool {
	switch noun {
	case "count", "tally", "reckoning", "calculation", "headcount", "figure", "figures", "estimate", "estimates", "projection", "forecast":
		return l.is(i, "has", "have", "had", "gives", "give", "gave", "comes", "come", "came", "runs", "run", "ran", "reaches", "reached")
	case "report":
		return l.is(i, "has", "gives", "lists") && !l.is(i+2, "page", "pages", "chapter", "chapters", "annexes", "parts", "authors", "recommendations")
	}
	return false
}

// askerBefore returns the subject of "{S} launched an appeal", where the noun's
// phrase begins at i.
func (l *line) askerBefore(i int) (source run, core int) {
	for l.tagged(i-1, "DT", "JJ", "PRP$") {
		i--
	}
	if !l.is(i-1, "launched", "launches", "issued", "issues", "made", "makes", "sent", "submitted", "filed", "put") || !l.tagged(i-1, "VBD", "VBZ", "VBN") {
		return run{}, 0
	}
	from, _ := l.group(i - 1)
	if l.passiveGroup(from, i-1) {
		return run{}, 0
	}
	return l.phraseLeft(from)
}

// countsAt says whether a number stands at word i, perhaps behind a word or two
// that qualify it.
func (l *line) countsAt(i int) bool { return l.counts(run{i, min(i+3, len(l.words))}) }

// medium returns where the words that follow the cue at to and say in what it
// was said end: "in a statement", "on Twitter"; to itself when none do.
func (l *line) medium(to int) int {
	if l.is(to, "on", "via") && l.is(to+1, "twitter", "facebook", "instagram", "x", "television", "tv", "cnn", "msnbc") {
		return to + 2
	}
	if !l.is(to, "in", "during", "at") || !l.tagged(to+1, "DT", "PRP$", "NN", "JJ") {
		return to
	}
	for i := to + 1; i < len(l.words) && l.tagged(i, "DT", "PRP$", "JJ", "NN", "VBN"); i++ {
		switch l.words[i].Lower {
		case "statement", "interview", "tweet", "speech", "email", "e-mail", "letter", "post", "release", "message", "memo", "essay", "op-ed", "column", "article", "report", "note", "filing", "video":
			if !l.tagged(i+1, "NN") {
				return i + 1
			}
		}
	}
	return to
}
