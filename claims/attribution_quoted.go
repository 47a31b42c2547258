package claims

// quote gives quotations to the statements they belong to: a content that
// holds a part of a quotation holds all of it, and a quotation without a cue of
// its own goes to the speaker of the one before.
func (t *testimony) quote(quotes []quotation) {
	line := 0
	var speaker *statement
	for _, q := range quotes {
		for line+1 < len(t.sentences) && t.sentences[line+1].Start <= q.start {
			line++
		}
		if line >= len(t.sentences) {
			return
		}
		var owner *statement
		for i := line; i < len(t.sentences) && t.sentences[i].Start < q.end; i++ {
			for _, s := range t.byLine[i] {
				if s.touches(q) && (owner == nil || s.class == saying || s.class == telling) {
					owner = s
					if s.class == saying || s.class == telling {
						break
					}
				}
			}
		}
		if owner == nil {
			owner = t.following(q, line)
		}
		if owner == nil && line > 0 && q.start-t.sentences[line].Start <= 1 {
			for _, s := range t.byLine[line-1] {
				if s.opens {
					speaker = s
					speaker.lastParagraph = t.sentences[line].Paragraph
				}
			}
		}
		if owner != nil {
			owner.take(q)
			if owner.class == saying || owner.class == telling {
				speaker = owner
			}
			continue
		}
		if speaker == nil || !t.standsAlone(q, line) {
			continue
		}
		distance := t.sentences[line].Paragraph - max(speaker.lastParagraph, speaker.line.paragraphOf(t))
		if q.goesOn || distance == 0 || distance == 1 {
			speaker.beyond = append(speaker.beyond, [2]int{q.start, q.end})
			// The last speaker goes on: keep counting from here.
			speaker.lastParagraph = t.sentences[line].Paragraph
		}
	}
}

// blocks gives the paragraph behind a colon that ends its own to the statement
// that the colon opens, unless quotation marks gave it something already: "The
// chief added:" and then her words.
func (t *testimony) blocks() {
	for _, s := range t.statements {
		next := s.line.index + 1
		if !s.opens || len(s.beyond) > 0 || s.source.empty() || next >= len(t.sentences) || s.class != saying && s.class != telling {
			continue
		}
		paragraph := t.sentences[next].Paragraph
		if paragraph != s.line.paragraphOf(t)+1 {
			continue
		}
		end := next
		for end < len(t.sentences) && t.sentences[end].Paragraph == paragraph {
			end++
		}
		s.beyond = [][2]int{{t.sentences[next].Start, t.sentences[end-1].End}}
		s.speech = Direct
	}
}

// following returns the statement of the sentence after the quotation that says
// whose it was: "…?" A said.
func (t *testimony) following(q quotation, line int) *statement {
	for line < len(t.sentences) && t.sentences[line].End < q.end {
		line++
	}
	if line+1 >= len(t.sentences) || t.sentences[line+1].Paragraph != t.sentences[line].Paragraph || t.sentences[line].End > q.end+1 {
		return nil
	}
	for _, s := range t.byLine[line+1] {
		if s.follows {
			return s
		}
	}
	return nil
}

// standsAlone says whether the quotation is all of its sentence or sentences.
func (t *testimony) standsAlone(q quotation, line int) bool {
	return q.start-t.sentences[line].Start <= 1 && q.end-q.start > 12 && t.endsSentence(q.end, line)
}

func (t *testimony) endsSentence(end, line int) bool {
	for i := line; i < len(t.sentences) && t.sentences[i].Start < end; i++ {
		if d := t.sentences[i].End - end; -2 <= d && d <= 2 {
			return true
		}
	}
	return false
}

func (l *line) paragraphOf(t *testimony) int { return t.sentences[l.index].Paragraph }

// touches says whether the quotation shares text with the statement's content.
func (s *statement) touches(q quotation) bool {
	for _, c := range s.content {
		if b := s.line.bytes(c); b[0] < q.end && q.start < b[1] {
			return true
		}
	}
	return false
}

// take adds to the content what of the quotation lies outside the sentence.
func (s *statement) take(q quotation) {
	first, last := s.line.words[0].Start, s.line.words[len(s.line.words)-1].End
	if q.start < first {
		s.beyond = append(s.beyond, [2]int{q.start, min(first, q.end)})
	}
	if q.end > last {
		s.beyond = append(s.beyond, [2]int{last, q.end})
	}
	whole := true
	for _, c := range s.content {
		if b := s.line.bytes(c); b[0] < q.start-1 || b[1] > q.end+1 {
			whole = false
		}
	}
	switch {
	case whole && s.speech == "":
		s.speech = Direct
	case !whole:
		s.speech = Mixed
	}
}
