package claims

// This file reads statements by their verbs: "S said T", "T, said S", "was told by S".

// verbStatement reads the cue verb at i, all of whose words end before end.
func (c *cues) verbStatement(l *line, i, end int, verb cueVerb, before []*statement) *statement {
	from, negated := l.group(i)
	if l.tagged(i, "VBN") && from == i && l.whoBefore(i) > 0 && l.tagged(end, "NNP", "PRP", "DT") {
		l.words[i].Tag = "VBD" // "the pilots who wrote {called} Berg a fraud"
	}
	s := &statement{line: l, cue: run{from, end}, class: verb.class, lemma: verb.lemma, negated: negated}
	if s.class == judging && l.callsUntrue(s.cue.to) {
		s.class = denying
	}
	if n := len(verb.rest); n > 0 && verb.rest[n-1] == "to" && l.tagged(s.cue.to, "VB", "RB") { // "plans {to send}"
		s.cue.to--
	}
	if l.tagged(i, "VBN", "VBD") && from == i && addressee(verb.lemma) && l.is(s.cue.to, "to") && l.tagged(s.cue.to+1, "VB") && len(verb.rest) == 0 {
		return nil // "crews told to leave": whom it was said to
	}
	if l.passiveGroup(from, i) {
		return l.passiveStatement(s)
	}
	if s.lemma == "ask" || s.lemma == "appeal" {
		if to, _ := l.phraseRight(s.cue.to, false); !to.empty() {
			for k := s.cue.to; k <= to.to; k++ {
				if l.is(k, "for") && l.tagged(k+1, "CD", "DT", "JJ", "$", "NN", "RB", "IN") && k > s.cue.to { // "asked O for T"
					s.class, s.lemma, s.venue = requesting, "ask for", run{s.cue.to, k}
					s.source, s.core = l.phraseLeft(from)
					s.content = []run{{k + 1, l.clauseEnd(s, k+1)}}
					if s.source.empty() {
						return nil
					}
					return s
				}
			}
		}
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
	if s.source.from == 1 && l.is(0, "of") && from == i { // "Of the 400 pumps {promised} for May, 90 came"
		return nil
	}
	if l.tagged(i, "VBN") && from == i && s.source.to == from && (s.class.ownAct() || s.class == believing || s.class == holding) && (l.digits(s.source.from) || s.core > s.source.from+1 && l.digits(s.source.from+1)) {
		return nil // "in the 60 days {planned} for it"
	}
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
		source, core := l.subjectBefore(from-1, after)
		if l.is(core-1, "of", "for") && s.source.empty() {
			source, core = l.subjectBefore(source.from, after)
		}
		if !source.empty() && (s.source.empty() || c.maySpeak(l, core-1)) {
			s.source, s.core = source, core
		}
		if s.source.empty() {
			return nil
		}
	}
	if l.is(s.core-1, "of", "for") && s.core == s.source.to { // "The number of {confirmed} places"
		return nil
	}
	after := l.afterTime(s.cue.to)
	if s.class == telling && l.is(s.source.from-1, "as") {
		_, after = l.complement(s) // "as S told O"
		after = l.afterTime(after)
	}
	if l.is(s.source.from-1, "as") && (l.comma(after) || l.stop(after) && s.source.from > 2) && (s.class == saying || s.class == telling) { // "As S reported, T"
		s.trailing = true
		if s.source.from <= 2 {
			s.content = []run{{after + 1, l.contentEnd(after)}}
		} else {
			s.content = []run{{0, s.source.from - 1}}
			l.resume(s, after)
		}
		return s
	}
	if s.source.to == s.source.from+1 && l.is(s.source.from, "you") {
		return nil
	}
	if s.lemma == "continue" && l.is(s.cue.to, "to") {
		return nil
	}
	if l.is(s.source.from-1, "what") && l.is(s.cue.to, ":") { // the outlet's own heading
		return nil
	}
	l.active(s)
	if len(s.content) == 0 && !s.opens && (s.class == saying || s.class.ownAct()) && l.is(s.source.from-1, "that", "which") && l.noun(s.source.from-2) { // "the 40 boats that S had announced"
		if object, _ := l.phraseLeft(s.source.from - 1); !object.empty() && l.counts(object) {
			s.content = []run{object}
		}
	}
	if which := s.source.from - 1; len(s.content) == 0 && !s.opens && s.class == saying && l.is(which, "which") && l.comma(which-1) && l.stop(max(l.afterTime(s.cue.to), l.afterDate(s.cue.to))) && l.finite(0, which) {
		s.trailing, s.content = true, []run{{0, which - 1}} // "T, which S reported on Friday"
	}
	if c.clausal[s.lemma] && !l.tellsClause(s) {
		return nil
	}
	s.follows = len(s.content) == 0 && s.source.from == 0 && (s.class == saying || s.class == demanding)
	if len(s.content) == 0 && !s.opens && !s.follows {
		return nil
	}
	return s
}

// maySpeak says whether the noun at i can say something: a name, a pronoun, or
// a noun that is listed as a source.
func (c *cues) maySpeak(l *line, i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	_, listed := c.noun(l.words[i].Lower)
	return listed || l.tagged(i, "NNP", "PRP", "WP")
}

// inverted reads "T, said S" into s, whose cue is set.
func (l *line) inverted(s *statement) bool {
	at := s.cue.from
	if at == 0 || !l.comma(at-1) && !l.quoteMark(at-1) || l.tagged(s.cue.to, "PRP") && !l.tagged(s.cue.to, "PRP$") && !l.quoteMark(at-1) {
		return false
	}
	source, core := l.phraseRight(s.cue.to, false)
	if source.empty() || l.verbFollows(s.cue.to) || l.isTime(s.cue.to) {
		return false
	}
	quoted := l.quoteMark(at-1) || at >= 2 && l.quoteMark(at-2)
	if !quoted && (l.appositiveBefore(at-1) >= 0 || l.onlyWho(at-1)) {
		return false
	}
	s.source, s.core, s.trailing = source, core, true
	s.content = []run{{0, at}}
	l.resume(s, source.to)
	return true
}

// onlyWho says whether what stands before the comma at end is no clause but a
// noun with one that begins with "who": "The commander who led them, {said}".
func (l *line) onlyWho(end int) bool {
	for who := 1; who < end; who++ {
		if !l.is(who, "who") {
			continue
		}
		if l.finite(0, who) {
			return false
		}
		verbs := 0
		for i := who + 1; i < end; i++ {
			if l.tagged(i, "VBD", "VBZ", "VBP", "MD") {
				verbs++
			}
		}
		return verbs == 1
	}
	return false
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
	if l.comma(after) && (!l.tagged(after+1, "VBG") || l.is(after+1, "including", "bringing", "raising", "taking", "pushing", "lifting", "leaving", "making")) && !l.is(after+1, "as", "while", "when", "after", "before", "who", "which", "although", "though", "according", "referring") {
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
	if fronted && l.is(s.source.from-1, ",") && l.is(start, "when", "while", "as", "after", "before") { // "T, S said {when it opened the bridge}"
		for after = start; after < len(l.words) && !l.comma(after) && !l.stop(after); after++ {
		}
		start = -1
	}
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

// tellsClause says whether the content of "S added T" is a clause or a
// quotation, and no thing that S added.
func (l *line) tellsClause(s *statement) bool {
	if len(s.content) == 0 || s.trailing {
		return true
	}
	t := s.content[0]
	if !l.counts(t) { // what is not counted may be a matter talked of
		return true
	}
	if l.is(t.from, "that", "there", "it", "to", "how", "why", "whether", "what") || l.is(t.from-1, ":", ",") || l.finite(t.from, t.to) {
		return !l.is(s.cue.to, "to") || l.quoteMark(t.from) || s.lemma == "claim" && l.is(s.cue.to+1, "have", "be")
	}
	for i := s.cue.to; i < t.to; i++ {
		if l.quoteMark(i) {
			return true
		}
	}
	return false
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
	for l.tagged(j, "RB", "RP") && !l.is(j, "not", "only", "nearly", "almost", "roughly", "approximately", "around") && !l.tagged(j+1, "CD", "$") && !(l.is(j, "up") && l.is(j+1, "to")) {
		j++
	}
	speech := s.class == saying || s.class == telling
	if s.class == telling || addressed(s.lemma) {
		if !l.is(j, "that") && !l.quoteMark(j) && !l.comma(j) {
			if addressee, _ := l.phraseRight(j, false); !addressee.empty() && (s.class == telling || !l.counts(addressee)) {
				end := l.beforeCount(addressee)
				addressee.to = end
				if s.class == telling || l.is(end, "that") || l.comma(end) || l.stop(end) || l.quoteMark(end) {
					// "told O T": the addressee is the shortest phrase.
					s.venue, j = addressee, end
				}
			}
		}
	}
	after = j
	for speech || s.class == showing || s.class == believing {
		if k := max(l.afterTime(j), l.afterDate(j)); k > j {
			j = k
			continue
		}
		if l.is(j, "with", "on", "to") {
			if k, ok := l.afterPreposition(j); ok && l.titleQuote(k) && k+8 > len(l.words) {
				return -1, j
			}
		}
		if speech && l.is(j, "in", "at", "during", "on", "to", "via", "from", "through", "before", "after", "by", "of", "about", "with", "under") {
			k, ok := l.afterPreposition(j)
			topic := l.is(j, "about", "of", "with") // what is talked of, unless words follow
			if ok && !l.is(j+1, "least", "most") && !l.tagged(j+1, "CD") && (l.is(k, "that", ":") || l.quoteMark(k) || l.stop(k) || l.comma(k) || !topic && (l.isTime(k) || l.tagged(k, "DT", "NNP", "PRP", "IN", "EX", "NNS"))) {
				j = k
				continue
			}
		}
		break
	}
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

// beforeCount returns where an addressee ends: before a number that begins what
// it is told, "told the press {40 boats had sailed}".
func (l *line) beforeCount(phrase run) int {
	for i := phrase.from + 1; i < phrase.to; i++ {
		if l.tagged(i, "CD") && l.noun(i-1) && !l.tagged(i-1, "CD") && l.verbFollows(i) {
			return i
		}
	}
	return phrase.to
}

// counts says whether the phrase holds a number: it is what is told, not to whom.
func (l *line) counts(phrase run) bool {
	for i := phrase.from; i < phrase.to; i++ {
		if l.tagged(i, "CD", "$") {
			return true
		}
	}
	return false
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

// addressee says whether the subject of the verb in the past, with an
// infinitive right after it, is the one spoken to: "crews told to leave".
func addressee(lemma string) bool {
	switch lemma {
	case "tell", "order", "urge", "instruct", "direct", "warn", "advise", "remind", "command", "expect", "exhort", "implore", "press", "pressure":
		return true
	}
	return false
}

// bareNoun says whether a common noun stands at i that is no time: "a June {report}".
func (l *line) bareNoun(i int) bool {
	return l.tagged(i, "NN") && !l.tagged(i, "NNP") && !l.isTime(i) && !l.is(i, "week", "weekend", "month", "year", "night")
}

// afterPreposition returns where the short prepositional phrase at j ends.
func (l *line) afterPreposition(j int) (int, bool) {
	k := j + 1
	for k < len(l.words) && (l.tagged(k, "DT", "JJ", "PRP$", "NN", "POS", "CD", "HYPH") || l.is(k, "'s")) && !(l.isTime(k) && !l.bareNoun(k+1)) {
		if k > j+1 && l.tagged(k, "DT", "PRP$") || k > j+1 && l.tagged(k, "NNP") && l.tagged(k-1, "NN") && !l.tagged(k-1, "NNP") {
			break
		}
		k++
	}
	return k, k > j+1
}
