package language

import (
	"iter"
	"math/bits"
	"slices"

	"muster/language/perceptron"
)

// Lexical is what is known of a word whatever stands around it.
type Lexical struct {
	Usual   uint64 // the number of the most frequent tag and 1; 0 when unknown
	Certain bool   // the usual tag needs no context
	Closed  bool   // it can have no tags besides Tags
	Tags    uint64 // tags that it was seen with, a bit for each
}

// Lexicon knows words by the lexical feature of their form.
type Lexicon struct {
	Look  func(feature uint64) Lexical
	All   uint64 // all tags, a bit for each
	Open  uint64 // the tags that a new word can have
	Names uint64 // the tags that any word with a capital can have besides
}

// NewLexicon returns a lexicon for the classes that knows no word yet.
func NewLexicon(classes []string) *Lexicon {
	l := &Lexicon{All: 1<<len(classes) - 1, Look: func(uint64) Lexical { return Lexical{} }}
	l.Open = l.All
	for _, name := range []string{"NNP", "NNPS"} {
		if class := slices.Index(classes, name); class >= 0 {
			l.Names |= 1 << class
		}
	}
	return l
}

// NewWord is the lexical feature under which the tags of new words are kept.
func NewWord() uint64 { return mix(lexical, 0) }

// A word is kept among the weights as an entry for its usual tag, if it has
// one, and one for each tag that it can have.
const (
	seen    = 1
	usual   = 2
	closed  = 3
	certain = perceptron.Fixed
)

// Entries returns the word as it is kept among the weights.
func (l Lexical) Entries() []perceptron.Entry {
	var entries []perceptron.Entry
	if l.Usual > 0 {
		weight := int8(usual)
		switch {
		case l.Certain:
			weight = certain
		case l.Closed:
			weight = closed
		}
		entries = append(entries, perceptron.Entry{Class: uint8(l.Usual - 1), Weight: weight})
	}
	for tags := l.Tags; tags != 0; tags &= tags - 1 {
		entries = append(entries, perceptron.Entry{Class: uint8(bits.TrailingZeros64(tags)), Weight: seen})
	}
	return entries
}

// lexicalOf is the reverse of Entries.
func lexicalOf(entries iter.Seq[perceptron.Entry]) Lexical {
	var l Lexical
	for entry := range entries {
		switch entry.Weight {
		case seen:
			l.Tags |= 1 << entry.Class
		default:
			l.Usual, l.Certain = uint64(entry.Class)+1, entry.Weight == certain
			l.Closed = l.Certain || entry.Weight == closed
		}
	}
	return l
}
