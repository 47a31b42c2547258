package claims

import "iter"

// scan is the reading of one sentence.
type scan struct {
	words      *quantityWords
	lexicon    *lexicon
	units      *units
	text       string
	list       []token
	mentions   []mention // names of bodies and places
	finite     []int32   // how many finite verbs stand before each token
	breaks     []int32   // see breaksBefore
	headline   bool      // most words are capitalised
	otherForce bool      // see noteForces
	force      bool      // names those sent, taken as one: "the force"
	meters     bool      // are devices in this text, see metersAreThings
	opening    int       // the token behind a dateline
	index      int       // which sentence of the document it is
	outside    token     // empty, at the end of the text
}

// maxWords is how many words are read as one sentence. A line without end,
// such as a table, is read in pieces, so that the time stays linear.
const maxWords = 300

// pieces cuts a sentence that is too long to be one.
func pieces(rest sentence) iter.Seq[sentence] {
	return func(yield func(sentence) bool) {
		for len(rest.Words) > maxWords {
			piece := rest
			piece.Words, piece.lexemes = rest.Words[:maxWords], rest.lexemes[:maxWords]
			piece.End = piece.Words[maxWords-1].End
			if !yield(piece) {
				return
			}
			rest.Words, rest.lexemes = rest.Words[maxWords:], rest.lexemes[maxWords:]
			rest.Start = rest.Words[0].Start
		}
		yield(rest)
	}
}

// countPieces returns how many pieces the sentences have.
func countPieces(sentences []sentence) int {
	count := 0
	for i := range sentences {
		count += max(1, (len(sentences[i].Words)+maxWords-1)/maxWords)
	}
	return count
}

// prepare sets the scan up for a sentence. Its tokens lie in room of the
// workspace, which the next sentence takes unless they are kept.
func (s *scan) prepare(r *Reader, text string, sentence sentence, m *workspace) {
	list := r.lexicon.tokens(text, sentence, room(&m.tokens, 2*len(sentence.Words)+16))
	*s = scan{words: r.words, lexicon: r.lexicon, units: r.units, text: text, list: list, force: sentence.marks&isForceNoun != 0,
		outside: token{start: len(text), end: len(text), lexeme: &r.lexicon.unknown}}
	s.opening = s.dateline()
	upper, long := 0, 0
	for i := s.opening; i < len(s.list); i++ {
		t := &s.list[i]
		if t.kind == wordToken && len(t.lower) > 3 {
			long++
			if t.upper {
				upper++
			}
		}
	}
	s.headline = long > 4 && upper*3 > long*2 || s.inCapitals()
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
func (s *scan) keep(m *workspace) {
	s.list = kept(&m.tokens, s.list)
	verbs := int32(0)
	finite := append(room(&m.finite, len(s.list)+1), verbs)
	for i := range s.list {
		switch s.list[i].tag {
		case "VBD", "VBZ", "VBP", "MD":
			verbs++
		}
		finite = append(finite, verbs)
	}
	s.finite = kept(&m.finite, finite)
}

// hasVerb reports whether a finite verb stands from token from up to token to.
func (s *scan) hasVerb(from, to int) bool {
	return from < to && s.finite[min(to, len(s.list))] > s.finite[max(from, 0)]
}

// fewestCapitals is how many words in capitals make a headline.
const fewestCapitals = 3

// inCapitals reports whether no word of the sentence has small letters: "ARMY SENDS 40
// BOATS".
func (s *scan) inCapitals() bool {
	words := 0
	for i := range s.list {
		t := &s.list[i]
		if t.kind != wordToken {
			continue
		}
		for k := t.start; k < t.end; k++ {
			if s.text[k]-'a' < 26 {
				return false
			}
		}
		words++
	}
	return words >= fewestCapitals
}

// datelineWords is how many tokens the line may have that says where and when a report
// was written.
const datelineWords = 14

// dateline returns the token behind such a line, "Newby (Coast News) - {The} port has";
// 0 where the sentence opens without one.
func (s *scan) dateline() int {
	if !s.at(0).upper {
		return 0
	}
	for i := 1; i < datelineWords && i+1 < len(s.list); i++ {
		switch t := &s.list[i]; {
		case t.isDash() && !t.glued && t.end < s.list[i+1].start:
			if place := s.at(i - 1); s.at(i+1).upper && (i < 4 || place.is(")") || place.kind == numberToken) {
				return i + 1
			}
			return 0
		case t.kind == wordToken && !t.upper, t.tag == "VBD", t.tag == "VBZ", t.tag == "VBP", t.tag == "MD":
			return 0
		}
	}
	return 0
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
