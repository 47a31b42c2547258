package claims

// This file reads passives and participles: "was told by S", "N released by S", ", citing S".

// passiveStatement reads "was told by S", "is expected to", "was announced by S".
func (l *line) passiveStatement(s *statement) *statement {
	s.passive = true
	to := s.cue.to
	for i := s.cue.from; i < s.cue.to; i++ {
		s.priority = s.priority || l.is(i, "first", "previously", "originally")
	}
	subject, core := l.phraseLeft(s.cue.from)
	if l.is(to, "by") && !l.isTime(to+1) && !(l.is(to+1, "the") && l.is(to+2, "end", "middle", "start")) {
		s.source, s.core = l.phraseRight(to+1, false)
		if s.source.empty() {
			return nil
		}
		if s.class == telling {
			s.venue = subject
			s.content = []run{{s.source.to, l.contentEnd(s.source.to)}}
		} else if !subject.empty() {
			s.content = []run{subject}
			if at := s.source.to; l.is(at, "at", "to") && l.counts(run{at, min(at+5, len(l.words))}) { // "is estimated by S {at 40}"
				s.content = append(s.content, run{at, l.contentEnd(at)})
			}
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
	if s.class != saying && s.class != showing && s.class != demanding && s.class != requesting {
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
		switch {
		case s.cue.from == 0:
			s.content = []run{{s.source.to, l.contentEnd(s.source.to)}}
		case l.comma(s.source.to) && l.is(s.source.to+1, "that"): // "O reported, citing S, that T"
			s.content = []run{{s.source.to + 1, l.contentEnd(s.source.to)}}
		}
		return s
	}
	speech := s.class == saying || s.class == telling || s.class == denying
	if s.cue.from <= 1 && (s.cue.from == 0 || l.subordinates(0) || l.is(0, "by", "despite", "without")) && (speech || s.class == citing) {
		return l.fronted(s)
	}
	if !l.comma(s.cue.from-1) && !l.quoteMark(s.cue.from-1) && s.cue.from != 0 && !(speech && l.tagged(s.cue.from-1, "CC", "IN", "NN")) {
		return nil
	}
	if s.class == holding {
		return nil
	}
	switch {
	case l.tagged(s.cue.from-1, "IN") && l.comma(s.cue.from-2): // "S, despite saying T, left"
		s.source, s.core = l.phraseLeft(s.cue.from - 2)
	case l.tagged(s.cue.from-1, "NNP") || l.shownSaying(s.cue.from): // "footage of A B asking", "showed a colonel saying"
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
	if l.tagged(s.cue.from-1, "IN") && s.source.to == s.cue.from-2 {
		for k := s.cue.to; k < s.content[0].to; k++ {
			if l.comma(k) && l.tagged(k+1, "VBD", "VBZ", "VBP", "MD") && !l.quoted[k] {
				s.content = without(s.content, run{k, len(l.words)}, true)
				break
			}
		}
	}
	return s
}

// shownSaying says whether the noun before word i is the object of a verb of
// showing or hearing: "heard a pilot {shouting}".
func (l *line) shownSaying(i int) bool {
	phrase, _ := l.phraseLeft(i)
	return !phrase.empty() && l.is(phrase.from-1, "show", "shows", "showed", "shown", "hear", "hears", "heard", "see", "saw", "quote", "quotes", "quoted", "film", "filmed", "record", "recorded", "feature", "featured")
}

// fronted reads "After saying T, S left": the source is the subject of the
// clause behind the comma.
func (l *line) fronted(s *statement) *statement {
	to := s.cue.to
	if l.is(to, "to", "for") || l.stop(to) {
		return nil
	}
	for k := to + 1; k < len(l.words); k++ {
		if !l.comma(k) || l.quoted[k] || !l.verbFollows(k+1) {
			continue
		}
		s.source, s.core = l.phraseRight(k+1, false)
		if s.source.empty() {
			return nil
		}
		s.content = []run{{to, k}}
		return s
	}
	return nil
}

// namesSource says whether the noun phrase at i can be a source, rather than a
// reason: it is a name, or its head is a noun for sources.
func (c *cues) namesSource(l *line, i int) bool {
	phrase, core := l.phraseRight(i, false)
	for k := phrase.from; k < core; k++ {
		if l.tagged(k, "NNP") {
			return true
		}
		if _, known := c.noun(l.words[k].Lower); known && !l.tagged(k, "CD", "DT") {
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
		if l.tagged(i, "VBN") && from == i && (l.tagged(i-1, "IN", "DT", "CD", "JJ") || l.is(i+1, "for", "in", "by", "on", "at", "with")) && l.finite(after, i) {
			continue // "beds for {stranded} travellers", "the days {planned} for it"
		}
		if l.quoteMark(from - 1) {
			from, _ = l.group(from - 1)
		}
		if source, core := l.phraseLeft(from); !source.empty() && !l.tagged(source.from, "WP", "WDT") {
			return source, core
		}
	}
	return run{}, 0
}
