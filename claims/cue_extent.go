package claims

import "slices"

// This file says which words of a sentence are shown as the cue: the verb with
// the preposition, the verb or the noun that completes it.

// shown returns the words of the cue as a reader would mark them, and what of
// the content is left behind them.
func (s *statement) shown() (cue run, content []run) {
	l := s.line
	cue, content = s.cue, s.content
	if s.passive && s.source.from == cue.to+1 && l.is(cue.to, "by") {
		cue.to++
		return cue, content
	}
	next := slices.IndexFunc(content, func(c run) bool { return c.from == cue.to })
	if next < 0 || s.lemma == ":" || s.trailing && s.class != judging {
		return cue, content
	}
	end := cue.to
	switch object := content[next]; {
	case chained(s.lemma) && l.is(end, "to") && l.tagged(end+1, "VB") && (l.lexemes[end+1].verbs != nil || l.lexemes[end+1].feels != nil):
		end += 2
	case s.lemma != "say" && s.class != telling && l.leads(end):
		end++
	default:
		end = l.carriedNoun(s.cue, object)
	}
	if end >= content[next].to || end == cue.to {
		return cue, content
	}
	content = slices.Clone(content)
	content[next].from, cue.to = end, end
	return cue, content
}

// chained says whether the verb only leads to another one that tells: "went on
// to criticize".
func chained(lemma string) bool {
	switch lemma {
	case "go on", "appear to", "seem to", "refuse to", "decline to":
		return true
	}
	return false
}

// leads says whether the word at i is a preposition that leads from a verb to
// what it is about: "complained {about} T".
func (l *line) leads(i int) bool {
	return l.is(i, "about", "of", "on", "with", "for", "against", "as", "over", "at", "into") && l.tagged(i, "IN", "RP") || l.is(i, "to") && !l.tagged(i+1, "VB")
}

// carriedNoun returns where a cue ends whose verb carries a noun, which begins
// the object: "expressed {deep concern about} T". It is the end of the cue when
// it does not.
func (l *line) carriedNoun(cue, object run) int {
	verb := cue.to - 1
	if verb < 0 || !l.lexemes[verb].light {
		return cue.to
	}
	i := object.from
	for i < object.to && l.tagged(i, "DT", "JJ", "PRP$") {
		i++
	}
	if word := l.lexemes[min(i, len(l.words)-1)]; i >= object.to || !word.held && word.nominal == "" || !l.tagged(i, "NN") {
		return cue.to
	}
	switch {
	case l.is(i+1, "that") || l.is(i+1, "to") && l.tagged(i+2, "VB"):
		return i + 1
	case l.leads(i + 1):
		return i + 2
	}
	return cue.to
}
