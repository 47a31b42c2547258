package claims

// This file reads what somebody feels, wants or thinks of something, as told
// beside the statements that hold figures: "S is wary of T", "to criticize T",
// "S's doubts about T". Such a statement is never the source of a figure.

// attitudes finds the attitudes of one sentence; found are its statements.
func (c *cues) attitudes(l *line, found []*statement) []*statement {
	if l.marks&mayTellAttitude == 0 {
		return nil
	}
	var all []*statement
	next, told := 0, run{} // the next statement, and its cue
	for i := 0; i < len(l.words); i++ {
		word := l.lexemes[i]
		if word.marks&mayTellAttitude == 0 {
			continue
		}
		for next < len(found) && told.to <= i {
			told, _ = found[next].shown()
			next++
		}
		if l.quoted[i] || told.holds(i) || len(all) > 0 && all[len(all)-1].coversWord(i) {
			continue
		}
		s := c.attitudeAt(l, i, word)
		if s == nil {
			continue
		}
		for k := range s.content {
			s.content[k] = l.tidied(s.content[k])
		}
		all = append(all, s)
		i = max(i, s.cue.to-1) // a cue may stand before its word
	}
	return all
}

// coversWord says whether the word at i lies in the content.
func (s *statement) coversWord(i int) bool {
	for _, r := range s.content {
		if r.holds(i) {
			return true
		}
	}
	return false
}

// attitudeAt returns the attitude that the word at i tells, nil for none.
func (c *cues) attitudeAt(l *line, i int, word *lexeme) *statement {
	if word.adjective {
		if s := l.feelsSo(i); s != nil {
			return s
		}
	}
	if word.holder {
		if s := l.holds(i); s != nil {
			return s
		}
	}
	if word.nominal == saying && l.tagged(i, "NN") && (l.comma(i+1) || l.stop(i+1)) {
		return l.byWord(i)
	}
	if (word.held || word.nominal != "") && l.tagged(i, "NN") {
		return c.heldBy(l, i, word.nominal)
	}
	if !l.tagged(i, "VB") {
		return nil
	}
	for _, verb := range word.feels {
		if l.sequence(i+1, verb.rest) {
			return c.attitudeVerb(l, i, i+1+len(verb.rest), judging)
		}
	}
	for _, verb := range word.verbs {
		if l.sequence(i+1, verb.rest) && verb.class != holding && verb.class != declining {
			return c.attitudeVerb(l, i, i+1+len(verb.rest), verb.class)
		}
	}
	return nil
}

// aside returns a statement of an attitude, nil without a content.
func (l *line) aside(source run, core int, cue run, content ...run) *statement {
	s := &statement{line: l, class: judging, aside: true, source: source, core: core, cue: cue}
	for _, r := range content {
		if !r.empty() {
			s.content = append(s.content, r)
		}
	}
	if len(s.content) == 0 {
		return nil
	}
	return s
}

// object returns what an attitude that ends before word i is about, and where
// its cue ends with the preposition that leads to it.
func (l *line) object(i int) (content run, cueEnd int) {
	for l.tagged(i, "RP") {
		i++
	}
	if k := l.afterTime(i); k > i && l.tagged(k, "IN") { // "spoke out {on Monday} against T"
		i = k
	}
	cueEnd = i
	if l.is(i, "about", "of", "on", "with", "for", "against", "as", "over", "at", "by", "into", "toward", "towards", "in", "to", "from") && l.tagged(i, "IN", "TO", "RP") && !l.tagged(i+1, "VB") || l.is(i, "about", "of", "for", "against", "with") {
		cueEnd++
	}
	return run{cueEnd, l.asideEnd(cueEnd)}, cueEnd
}

// asideEnd returns where the object of an attitude that begins at i ends: with
// its clause.
func (l *line) asideEnd(i int) int {
	clause := l.is(i, "that", "whether", "how", "why", "what")
	for j := i; j < len(l.words); j++ {
		if l.quoted[j] {
			continue
		}
		switch {
		case l.stop(j), l.is(j, ":", "(", ")"):
			return j
		case l.comma(j) && !l.is(j, ","):
			return j
		case l.comma(j) && l.is(j+1, "compared", "versus", "up", "down"): // the comparison belongs to it
		case l.comma(j) && (!clause || l.tagged(j+1, "CC", "VBG", "WP", "WDT", "IN")):
			return j
		case j > i && !clause && l.is(j, "but", "while", "because", "after", "when", "although", "though", "as", "before", "since", "if"):
			return j
		}
	}
	return len(l.words)
}

// feelsSo reads "S is wary of T" at the adjective.
func (l *line) feelsSo(i int) *statement {
	from, _ := l.group(i)
	if l.is(from-1, "feel", "feels", "felt", "seem", "seems", "seemed", "remain", "remains", "remained", "become", "became", "grow", "grew", "grown", "getting", "got") {
		from, _ = l.group(from - 1)
	} else if !l.copula(from, i) {
		return nil
	}
	next := i + 1
	if l.is(i, "against") {
		next--
	} else if !l.is(next, "that", "to", "of", "about", "with", "over", "at", "for", "by", "whether", "how", "what", "why", "in", "on", "if") && !l.tagged(next, "PRP", "EX") {
		return nil
	}
	source, core := l.phraseLeft(from)
	if source.empty() || next == i && !l.tagged(core-1, "NNP", "PRP", "NNS") { // "the ship was against the wall"
		return nil
	}
	content, end := l.object(next)
	if l.is(source.from, "it", "that", "this", "there") {
		if !l.is(next, "that", "whether", "how") {
			return nil
		}
		if l.is(source.from, "it") && source.to == from {
			from = source.from
		}
		source = run{}
	}
	return l.aside(source, core, run{from, end}, content)
}

// holds reads "S is a critic of T" at the noun.
func (l *line) holds(i int) *statement {
	if !l.tagged(i, "NN") || !l.is(i+1, "of") {
		return nil
	}
	begin := i
	for begin > 0 && l.tagged(begin-1, "JJ", "NN", "VBG", "CC", "RB", "DT", "HYPH") || l.comma(begin-1) && l.tagged(begin, "JJ") {
		begin--
	}
	from, _ := l.group(begin)
	if !l.copula(from, begin) {
		return nil
	}
	source, core := l.phraseLeft(from)
	if source.empty() {
		return nil
	}
	return l.aside(source, core, run{from, i + 2}, run{i + 2, l.asideEnd(i + 2)})
}

// copula says whether a form of "be" stands from from to to.
func (l *line) copula(from, to int) bool {
	for i := from; i < to; i++ {
		if l.is(i, "is", "are", "was", "were", "be", "been", "am", "being", "'s", "'re", "'m") && l.tagged(i, "VB") {
			return true
		}
	}
	return false
}

// attitudeVerb reads the verb at i, which ends before word to.
func (c *cues) attitudeVerb(l *line, i, to int, class cueClass) *statement {
	if l.tagged(i, "VBN", "VBD", "VBG") && l.tagged(i-1, "DT", "PRP$", "POS", "JJ", "CD", "HYPH") && l.tagged(to, "NN", "JJ") {
		return nil
	}
	from, _ := l.group(i)
	switch {
	case l.passiveGroup(from, i):
		return l.passiveAttitude(from, to)
	case l.is(from-1, "to"):
		if class == believing || class == showing || !l.tagged(from-2, "VBD", "VBZ", "VBP", "VBN", "VBG", "RB") && !l.isTime(from-2) {
			return nil
		}
		source, core := l.subjectBefore(from-1, 0)
		if !c.maySpeak(l, core-1) {
			return nil
		}
		content, end := l.object(to)
		return l.aside(source, core, run{from - 1, end}, content)
	case l.tagged(i, "VBG") && from == i:
		var source run
		var core int
		if class == believing || class == showing {
			return nil
		}
		if l.tagged(i-1, "PRP$") {
			source, core = run{i - 1, i}, i
		} else if l.tagged(i-1, "IN", "CC") || l.comma(i-1) {
			source, core = l.subjectBefore(i, 0)
		}
		if source.empty() || !c.maySpeak(l, core-1) {
			return nil
		}
		content, end := l.object(to)
		return l.aside(source, core, run{i, end}, content)
	case l.tagged(i, "VBN") && from == i:
		return nil
	}
	for k := from; k < i; k++ { // what may be is not told to be
		if l.is(k, "could", "might", "may", "should", "can") {
			return nil
		}
	}
	source, core := l.phraseLeft(from)
	if source.empty() && (l.tagged(from-1, "CC") || l.comma(from-1)) {
		source, core = l.subjectBefore(from-1, 0)
	}
	if source.empty() || l.is(source.from, "you") {
		return nil
	}
	content, end := l.object(to)
	return l.aside(source, core, run{from, end}, content)
}

// passiveAttitude reads "T was accused of T" and "T was praised by S".
func (l *line) passiveAttitude(from, to int) *statement {
	subject, _ := l.phraseLeft(from)
	if l.is(subject.from, "it") {
		subject = run{}
	}
	if l.is(to, "by") && !l.tagged(to+1, "VBG") {
		source, core := l.phraseRight(to+1, false)
		if source.empty() {
			return nil
		}
		return l.aside(source, core, run{from, to + 1}, subject)
	}
	content, end := l.object(to)
	return l.aside(run{}, 0, run{from, end}, subject, content)
}

// byWord reads "T, by one estimate" and "By S's own admission, T" at the noun.
func (l *line) byWord(i int) *statement {
	by := i - 1
	for by > 0 && l.nominal(by) {
		by--
	}
	if !l.is(by, "by") || by > 0 && !l.comma(by-1) {
		return nil
	}
	content := run{0, by}
	if by == 0 {
		content = run{i + 1, l.contentEnd(i + 1)}
	}
	return l.aside(run{by + 1, i + 1}, i+1, run{by, by + 1}, content)
}

// heldBy reads the noun at i: "S's doubts about T", "S voiced doubt that T",
// "criticism of T from S".
func (c *cues) heldBy(l *line, i int, nominal cueClass) *statement {
	planned := nominal == planning && l.tagged(i+1, "MD", "VBZ") && !l.is(i+1, "is", "was", "has") // "S's plan would T"
	if !planned && !l.is(i+1, "about", "of", "for", "over", "on", "against", "that", "to", "toward", "towards", "with", "at", "as", "by", "from") {
		return nil
	}
	begin := i
	for begin > 0 && l.tagged(begin-1, "JJ", "VBG", "NN", "RB") && !l.isTime(begin-1) {
		begin--
	}
	content, end := l.object(i + 1)
	if l.is(i+1, "to") && l.tagged(i+2, "VB") {
		content, end = run{i + 1, l.asideEnd(i + 1)}, i+1
	}
	before := begin - 1
	switch {
	case l.tagged(before, "PRP$"):
		return l.aside(run{before, before + 1}, before+1, run{begin, end}, content)
	case l.tagged(before, "POS"):
		source, core := l.phraseLeft(before)
		if source.empty() || l.isTime(core-1) || !c.maySpeak(l, core-1) {
			return nil
		}
		return l.aside(source, core, run{begin, end}, content)
	}
	if l.tagged(before, "DT") {
		before--
	}
	if verb := before; verb >= 0 && l.tagged(verb, "VB") && l.lexemes[verb].light {
		from, _ := l.group(verb)
		source, core := l.phraseLeft(from)
		if source.empty() && (l.tagged(from-1, "CC") || l.comma(from-1)) {
			source, core = l.subjectBefore(from-1, 0)
		}
		if source.empty() {
			return nil
		}
		return l.aside(source, core, run{from, end}, content)
	}
	if l.is(i+1, "from", "by") {
		source, core := l.phraseRight(i+2, false)
		if source.empty() {
			return nil
		}
		return l.aside(source, core, run{begin, i + 1}, run{source.to, l.asideEnd(source.to)})
	}
	if (nominal == saying && l.is(i+1, "that", "about", "of") || l.is(i+1, "that") && l.tagged(i+1, "IN")) && !l.tagged(before, "POS", "PRP$") {
		return l.aside(run{}, 0, run{begin, end}, content)
	}
	return nil
}
