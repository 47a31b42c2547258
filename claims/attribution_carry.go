package claims

import "strings"

// This file says where a source goes on in a sentence without a cue.

// carried returns the statement of an earlier sentence that goes on in the
// draft's, nil when none clearly does.
func (t *testimony) carried(d *draft) *statement {
	if d.sentence == 0 || t.hasSource(d.sentence) {
		return nil
	}
	if t.going == nil {
		t.going = make([]*statement, len(t.sentences))
	}
	if t.going[d.sentence] == nil {
		t.going[d.sentence] = t.goesOn(d.sentence)
	}
	return t.going[d.sentence]
}

// hasSource says whether the sentence tells of somebody's words, thoughts or
// acts. What a thing holds is no such.
func (t *testimony) hasSource(at int) bool {
	for _, s := range t.byLine[at] {
		if s.class != holding && !(s.passive && s.source.empty()) {
			return true
		}
	}
	return false
}

// goesOn is carried for the sentence.
func (t *testimony) goesOn(sentence int) *statement {
	if s := t.overList(sentence); s != nil {
		return s
	}
	if s := t.takenApart(sentence); s != nil {
		return s
	}
	return t.inParagraph(sentence)
}

// inParagraph returns the statement of the sentence before, in the same
// paragraph, that goes on in this one.
func (t *testimony) inParagraph(at int) *statement {
	if s := t.aboutDocument(at); s != nil {
		return s
	}
	paragraph := t.sentences[at].Paragraph
	l := t.lines[at]
	pointsBack := l.is(0, "that", "this") && l.is(1, "would", "is", "was", "means", "'s")
	if pointsBack {
		paragraph = t.sentences[at-1].Paragraph
	}
	before := t.lastIn(at-1, paragraph)
	if before == nil {
		if before = t.going[at-1]; before != nil && t.sentences[at-1].Paragraph == paragraph && t.takenApart(at-1) != nil {
			return before // the parts go on
		}
		return nil
	}
	if l.reported() {
		return before
	}
	if before.rootKind() == Organisation && !before.trailing && before.source.from <= 2 && l.is(0, "it", "they") && before.class == saying && l.tagged(1, "VBZ", "VBP") {
		return before
	}
	if k := before.rootKind(); before.trailing && (k == Organisation || k == Dataset || k == DocumentHop) {
		return before
	}
	if pointsBack || l.is(0, "another") || l.is(0, "and") && l.is(1, "another") || l.is(0, "it", "they") && l.is(1, "also") {
		return before
	}
	if at+1 < len(t.lines) && t.sentences[at+1].Paragraph == paragraph {
		for _, after := range t.byLine[at+1] {
			if sameRoot(after, before) {
				return before
			}
		}
	}
	return nil
}

// reported says whether the main verb is told as "would", as reported speech
// that goes on without a cue has it: "Some 40 would sail in May."
func (l *line) reported() bool {
	for i := range l.words {
		switch {
		case l.is(i, "if", "unless", "which", "who", "that"):
			return false
		case l.is(i, "would") && l.tagged(i, "MD"):
			return i > 0
		case l.tagged(i, "VBD", "VBZ", "VBP", "MD"):
			return false
		}
	}
	return false
}

// aboutDocument returns the statement of one of the sentences just before that
// has a document as its source and names what this one goes on about: "the
// proposal".
func (t *testimony) aboutDocument(sentence int) *statement {
	l := t.lines[sentence]
	for i := sentence - 1; i >= 0 && i >= sentence-6; i-- {
		for _, s := range t.byLine[i] {
			if len(s.hops) == 0 || s.hops[len(s.hops)-1].Kind != DocumentHop {
				continue
			}
			for k := 1; k < len(l.words); k++ {
				if l.is(k-1, "the", "this", "that") && isUnwritten(l.words[k].Lower) && s.line.has(l.words[k].Lower) {
					return s
				}
			}
		}
	}
	return nil
}

// lastIn returns the last statement with a source in the sentence, if that is
// in the paragraph.
func (t *testimony) lastIn(sentence, paragraph int) *statement {
	if t.sentences[sentence].Paragraph != paragraph {
		return nil
	}
	for i := len(t.byLine[sentence]) - 1; i >= 0; i-- {
		if s := t.byLine[sentence][i]; len(s.hops) > 0 && s.class != judging && s.class != believing && !s.priority {
			return s
		}
	}
	return nil
}

// overList returns the statement that goes on in an item of a list: the one of
// the line that opens the list, or of the sentence before it.
func (t *testimony) overList(at int) *statement {
	if at = t.lists.of(t.text, t.sentences, at); at < 0 || !strings.HasSuffix(t.text[t.sentences[at].Start:t.sentences[at].End], ":") {
		return nil
	}
	if s := t.lastIn(at, t.sentences[at].Paragraph); s != nil {
		return s
	}
	if at == 0 {
		return nil
	}
	if s := t.lastIn(at-1, t.sentences[at-1].Paragraph); s != nil {
		return s
	}
	return t.going[at-1]
}

// takenApart returns the statement of the sentence before whose number this one
// takes apart: "Of those, 40 …", "That includes 12 …".
func (t *testimony) takenApart(at int) *statement {
	l := t.lines[at]
	whole := l.is(0, "of", "among") && (l.is(1, "these", "those", "them") || l.is(1, "the") && l.tagged(2, "CD")) ||
		l.is(0, "that", "this", "these", "those", "they") && l.is(1, "include", "includes", "included") ||
		l.is(0, "so") && l.is(1, "far")
	if !whole {
		return nil
	}
	before := t.lastIn(at-1, t.sentences[at-1].Paragraph)
	if before == nil && !t.hasSource(at-1) {
		before = t.going[at-1]
	}
	if before == nil || before.rootKind() == Unspecified || before.class == judging {
		return nil
	}
	return before
}
