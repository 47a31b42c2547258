package claims

// This file reads a second source that shares the verb of the first: "S put it at
// 40, {O at 60}", "S spoke of 40 boats, {O of 60}", "S counts 40, {O 60}".

// gapped returns the statements of those who share the verb of one found, whose
// content ends before them.
func (c *cues) gapped(l *line, found []*statement) []*statement {
	for _, s := range found {
		if s.trailing || s.passive || s.negated || !reckoned(s.lemma) || s.source.empty() || s.source.to > s.cue.from || len(s.content) != 1 {
			continue
		}
		first, whole := s.content[0].from, s.content[0]
		for i := first + 1; i < whole.to; i++ {
			source, number := c.gapAt(l, i)
			if source.empty() || !l.counts(run{first, i}) || l.finite(first, i) || l.quoted[i] {
				continue
			}
			end := number
			for end < whole.to && !l.comma(end) && !l.stop(end) {
				end++
			}
			if s.content[0].to > i {
				s.content[0].to = i
			}
			found = append(found, &statement{line: l, source: source, core: source.to, cue: s.cue, class: s.class, lemma: s.lemma, content: []run{{number, end}}})
			i = end - 1
		}
	}
	return found
}

// reckoned says whether the verb tells a number that its subject stands for.
func reckoned(lemma string) bool {
	switch lemma {
	case "put", "put it", "estimate", "reckon", "count", "calculate", "speak of", "report", "forecast", "predict", "project", "claim", "list":
		return true
	}
	return false
}

// reckons says whether the verb tells of a body that it has counted. Whom it "has
// registered" it has put on a list.
func (s *statement) reckons() bool {
	switch s.lemma {
	case "count", "record", "log":
		return true
	case "register":
		return s.cue.to == s.cue.from+1
	}
	return false
}

// records says whether the verb may also tell what befell the subject: "recorded 40 deaths".
func (s *statement) records() bool { return s.reckons() && s.lemma != "count" }

// gapAt reads ", S at N" at the comma or conjunction i: the source, and where what
// it tells begins.
func (c *cues) gapAt(l *line, i int) (source run, number int) {
	if !l.comma(i) && !l.is(i, "and", "while", "but") || l.is(i+1, "and", "while", "but") {
		return run{}, 0
	}
	from := i + 1
	to := from
	for to < len(l.words) && l.nominal(to) && !l.tagged(to, "CD", "$", "PRP") && !l.isTime(to) {
		to++
	}
	if to == from || !c.maySpeak(l, to-1) || l.is(to-1, "some", "many", "most", "others", "few", "several", "all", "both") || !l.tagged(from, "DT", "PRP$") && !l.capital(from) && !l.tagged(to-1, "NNS") {
		return run{}, 0
	}
	number = to
	preposition := l.is(to, "at", "of")
	if preposition {
		to++
	}
	if l.is(to, "only", "about", "some", "nearly", "almost", "around", "just", "over", "more", "fewer", "less", "at", "roughly") {
		for last := to + 3; to < last && !l.tagged(to, "CD", "$"); {
			to++
		}
	}
	if !l.tagged(to, "CD", "$") {
		return run{}, 0
	}
	end := to
	for l.tagged(end, "CD", "$", "NN") && !l.comma(end) {
		end++
	}
	if !l.comma(end) && !l.stop(end) && !l.is(end, "and", "while", "but") || !preposition && end > to+2 {
		return run{}, 0
	}
	return run{from, number}, number
}
