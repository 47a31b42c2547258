package claims

import (
	"slices"
	"strings"

	"muster/interval"
	"muster/language"
)

// lexeme is what the word lists of this package say of one word in lower case:
// one look-up a word spares the others.
type lexeme struct {
	marks                        // what it may be, at a glance
	cueWord                      // of attribution
	number, multiple, vague bool // is a number word, a multiple, the first word of vague ones
	fraction                bool // is the lower part of one: "third", "halves"
	starter, afterArticle   bool // may begin a quantity, alone or behind "a"
	stop, body              bool // on the lists "stops" and "bodies"
	units                   []unitSpelling
	stageVerbs              []stageVerb
	opensTime               bool
	denial                  denialMarks
}

// marks say what a word, or some word of a sentence, may be: most are none of it,
// and need no further look.
type marks uint8

const (
	mayBeginNumber  marks = 1 << iota // or keep one from being read
	mayHedge                          // the first word of a hedge
	mayCondition                      // the first word of a condition
	mayTellAttitude                   // the cue of an attitude
	mayBeginLowName                   // the first word of a body that some papers write without capitals
	mayTell                           // the cue of a statement
	isForceNoun                       // "force", "mission": those sent, taken as one
)

// mark sets the marks by what the lists say.
func (l *lexeme) mark(word string) {
	for _, of := range []struct {
		holds bool
		mark  marks
	}{
		{l.starter || l.number || l.units != nil || word == "a" || word == "an" || word == "half", mayBeginNumber},
		{l.hedges != nil, mayHedge},
		{l.conditions != nil, mayCondition},
		{l.tellsAttitude(), mayTellAttitude},
		{isAny(word, lowNames), mayBeginLowName},
		{l.fixed || l.nominal != "" || l.verbs != nil, mayTell},
	} {
		if of.holds {
			l.marks |= of.mark
		}
	}
}

// lexicon is the one list of all words that are on any list. It is not changed
// after it was made.
type lexicon struct {
	numbers map[string]int32 // of the lexemes
	lexemes []*lexeme
	unknown lexeme // of the words that are on none, with number 0
}

// newLexicon makes the one list of the others.
func newLexicon(words *quantityWords, units *units, cues *cues, stages *stages, times *times) *lexicon {
	x := &lexicon{numbers: map[string]int32{}}
	x.lexemes = []*lexeme{&x.unknown}
	at := func(word string) *lexeme {
		number := x.numbers[word]
		if number == 0 {
			number = int32(len(x.lexemes))
			x.numbers[word], x.lexemes = number, append(x.lexemes, &lexeme{})
		}
		return x.lexemes[number]
	}
	for word, cue := range cues.words {
		at(word).cueWord = *cue
	}
	for _, mark := range []struct {
		words map[string]interval.Number
		of    func(*lexeme) *bool
	}{
		{words.numbers, func(l *lexeme) *bool { return &l.number }},
		{words.multiples, func(l *lexeme) *bool { return &l.multiple }},
	} {
		for word := range mark.words {
			*mark.of(at(word)) = true
		}
	}
	for word := range words.vague {
		at(word).vague = true
	}
	for word := range words.fractions {
		at(word).fraction = true
	}
	for _, mark := range []struct {
		words map[string]bool
		of    func(*lexeme) *bool
	}{
		{words.starters, func(l *lexeme) *bool { return &l.starter }},
		{words.afterArticle, func(l *lexeme) *bool { return &l.afterArticle }},
		{words.lists["stops"], func(l *lexeme) *bool { return &l.stop }},
		{words.lists["bodies"], func(l *lexeme) *bool { return &l.body }},
		{times.openers, func(l *lexeme) *bool { return &l.opensTime }},
	} {
		for word, on := range mark.words {
			*mark.of(at(word)) = on
		}
	}
	for word, spellings := range units.byFirst {
		at(word).units = spellings
	}
	for word := range words.lists["contingents"] {
		at(word).marks |= isForceNoun
	}
	for word, marks := range stages.denials.marks {
		at(word).denial = marks
	}
	for word, verbs := range stages.verbs {
		at(word).stageVerbs = verbs
	}
	for _, word := range slices.Concat(lowNames, []string{"a", "an"}) {
		at(word)
	}
	for word, number := range x.numbers {
		x.lexemes[number].mark(word)
	}
	return x
}

// look returns what the lists say of the word in lower case, never nil.
func (x *lexicon) look(word string) *lexeme { return x.lexemes[x.numbers[word]] }

// isAny says whether the word is one of these. A look at the first byte spares
// most comparisons. It is asked in a thousand places: were it written out in each
// of them, the code would not fit the processor's cache (measured: a tenth slower).
//
//go:noinline
func isAny(word string, words []string) bool {
	for _, w := range words {
		if len(w) == len(word) && (w == "" || w[0] == word[0] && w == word) {
			return true
		}
	}
	return false
}

// sentence is a sentence whose words were looked up.
type sentence struct {
	language.Sentence
	lexemes []*lexeme // of each word
	names   []spelled // the listed names that start at a word, also within another
	marks   marks     // of its words
}

// spelled is a listed name as it stands in the text, in bytes.
type spelled struct {
	start, end int
	name       *Name
}

// initialsOf returns the first letters of a name of three words or more, without the
// article and small words; "" for a shorter one.
func initialsOf(name string) string {
	initials := ""
	for _, word := range strings.Fields(strings.TrimPrefix(name, "The ")) {
		if c := word[0]; 'A' <= c && c <= 'Z' {
			initials += string(c)
		}
	}
	if len(initials) < 3 {
		return ""
	}
	return initials
}

// look takes for every word of the sentences what its note points to.
//
// Initials of the publisher's are its own, whatever body a list knows by them.
func (r *Reader) look(text, publisher string, tagged []language.Sentence, m *workspace) []sentence {
	own := initialsOf(publisher)
	count := 0
	for i := range tagged {
		count += len(tagged[i].Words)
	}
	lexemes, names := sized(&m.lexemes, count), m.names
	sentences, next := sized(&m.sentences, len(tagged)), 0
	for i := range tagged {
		s, first := &sentences[i], len(names)
		s.Sentence = tagged[i]
		s.lexemes = lexemes[next : next+len(s.Words) : next+len(s.Words)]
		next += len(s.Words)
		for k := range s.Words {
			w := &s.Words[k]
			s.lexemes[k] = r.lexicon.lexemes[w.Note]
			s.marks |= s.lexemes[k].marks
			if c := text[w.Start]; 'a' <= c && c <= 'z' {
				if c == 's' && w.Lower == "set" && setAfterNumber(s.Words, k) {
					w.Tag = "VBN"
				} else if c == 'r' && w.Lower == "reckon" && w.Tag != "VB" {
					w.Tag = "VBP" // which is no noun
				}
				continue // as most: no name starts with it
			}
			if name, end := r.names.longest(text, w.Start); end > 0 && (text[w.Start:end] != own || name.Full == publisher) {
				names = append(names, spelled{w.Start, end, name})
			}
		}
		s.names = names[first:len(names):len(names)]
	}
	m.names = names
	return sentences
}

// setAfterNumber reports whether "set" at word k is what befell the number before it:
// "the ceiling of 60,000 {set} in April".
func setAfterNumber(words []language.Word, k int) bool {
	if k == 0 || words[k-1].Tag != "CD" || k+1 >= len(words) {
		return false
	}
	next := words[k+1].Lower
	return words[k+1].Tag == "IN" && next != "of" || next == "last" || next == "earlier"
}
