package claims

import "slices"

// scan is the reading of one sentence.
type scan struct {
	words    *quantityWords
	lexicon  *lexicon
	units    *units
	text     string
	list     []token
	mentions []mention // names of bodies and places
	finite   []int32   // how many finite verbs stand before each token
	headline bool      // most words are capitalised
	index    int       // which sentence of the document it is
	outside  token     // empty, at the end of the text
}

// maxWords is how many words are read as one sentence. A line without end,
// such as a table, is read in pieces, so that the time stays linear.
const maxWords = 300

// pieces cuts a sentence that is too long to be one.
func pieces(rest sentence) []sentence {
	var list []sentence
	for len(rest.Words) > maxWords {
		piece := rest
		piece.Words, piece.lexemes = rest.Words[:maxWords], rest.lexemes[:maxWords]
		piece.End = piece.Words[maxWords-1].End
		list = append(list, piece)
		rest.Words, rest.lexemes = rest.Words[maxWords:], rest.lexemes[maxWords:]
		rest.Start = rest.Words[0].Start
	}
	return append(list, rest)
}

// newScan prepares the sentence; its tokens lie in the given memory, which
// grows where it must.
func (r *Reader) newScan(text string, sentence sentence, memory []token) *scan {
	s := &scan{words: r.words, lexicon: r.lexicon, units: r.units, text: text, list: r.lexicon.tokens(text, sentence, memory[:0]),
		outside: token{start: len(text), end: len(text), lexeme: &r.lexicon.unknown}}
	upper, long := 0, 0
	for i := range s.list {
		t := &s.list[i]
		if t.kind == wordToken && len(t.lower) > 3 {
			long++
			if t.upper {
				upper++
			}
		}
	}
	s.headline = long > 4 && upper*3 > long*2
	return s
}

// mayHold is a quick look that spares most sentences the grammar.
func (s *scan) mayHold() bool {
	for i := range s.list {
		if s.mayStart(i) {
			return true
		}
	}
	return false
}

// keep makes the tokens the scan's own.
func (s *scan) keep() {
	s.list = slices.Clone(s.list)
	s.finite = make([]int32, len(s.list)+1)
	for i := range s.list {
		s.finite[i+1] = s.finite[i]
		switch s.list[i].tag {
		case "VBD", "VBZ", "VBP", "MD":
			s.finite[i+1]++
		}
	}
}

// hasVerb reports whether a finite verb stands from token from up to token to.
func (s *scan) hasVerb(from, to int) bool {
	return from < to && s.finite[min(to, len(s.list))] > s.finite[max(from, 0)]
}

// allCapitals reports whether most words of the sentence are capitalised, as
// in a headline.
func (s *scan) allCapitals() bool { return s.headline }

// at returns the token at i; an empty one outside the sentence.
func (s *scan) at(i int) *token {
	if i < 0 || i >= len(s.list) {
		return &s.outside
	}
	return &s.list[i]
}
