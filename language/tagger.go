package language

import (
	"embed"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"muster/language/perceptron"
)

// The weights are trained on the English Web Treebank of Universal
// Dependencies (see NOTICE) by
//
//	go run ./language/train -treebank DIR -seed 1
//
//go:embed tagger.weights
var taggerWeights embed.FS

// tagger tags words from left to right, each by its form, its neighbours and
// the two tags before (greedy averaged perceptron). Words that are well known
// get only tags that they were seen with.
type tagger struct {
	table   *perceptron.Table
	tags    []Tag
	lexicon *Lexicon
}

// newTagger reads the weights; given holds words with the tag they always have.
func newTagger(weights []byte, given map[string]string) (*tagger, error) {
	table, err := perceptron.NewTable(weights)
	if err != nil {
		return nil, fmt.Errorf("load the tagger: %w", err)
	}
	t := &tagger{table: table, lexicon: NewLexicon(table.Classes)}
	for _, class := range table.Classes {
		t.tags = append(t.tags, Tag(class))
	}
	if open := lexicalOf(table.Entries(NewWord())); open.Tags != 0 {
		t.lexicon.Open = open.Tags
	}
	always := make(map[uint64]Lexical)
	for word, tag := range given {
		class := slices.Index(table.Classes, tag)
		if class < 0 {
			return nil, fmt.Errorf("lists/tags.txt: expected one of the tags %v above %q, found %q", table.Classes, word, tag)
		}
		form := newForm(word)
		always[form.LexicalFeature()] = Lexical{Usual: uint64(class) + 1, Certain: true}
	}
	t.lexicon.Look = func(word uint64) Lexical {
		if given, found := always[word]; found {
			return given
		}
		return lexicalOf(table.Entries(word))
	}
	return t, nil
}

// tag sets the tags of the words of one sentence, which stand in text and have
// the forms.
func (t *tagger) tag(text string, words []Word, forms []Form, m *memory) {
	Situate(text, words, forms)
	var last, before uint64
	for i := range words {
		class, certain := forms[i].Certain()
		if !certain {
			class = t.best(at(forms, i, last, before), m)
		}
		words[i].Tag = t.tags[class]
		before, last = last, uint64(class)+1
	}
}

// A tag that is so far behind the best, in units of weights, is not looked at
// further: by what the word alone tells, and by all but its rare features.
// Measured to cost less than a tenth of a per cent of the tags.
const (
	behindAlone = 32
	behindNear  = 18
)

// best returns the tag with the highest score among those that the word can
// have; of equal ones the first.
func (t *tagger) best(p place, m *memory) uint8 {
	alone := m.formSum(t.table, &p)
	tags := alone.tags
	if tags&(tags-1) == 0 {
		return uint8(bits.TrailingZeros64(tags))
	}
	left, right := m.sum(t.table, &p, ofLeft), m.sum(t.table, &p, ofRight)
	before, after, sides := m.sum(t.table, &p, ofTagsBefore), m.sum(t.table, &p, ofUsualsRight), m.sum(t.table, &p, ofBothSides)
	scores, best := &m.scores, int16(math.MinInt16)
	for rest := tags; rest != 0; rest &= rest - 1 {
		if class := bits.TrailingZeros64(rest); class < perceptron.MaxClasses {
			scores[class] = alone.scores[class] + int16(left.Scores[class]) + int16(right.Scores[class]) +
				int16(before.Scores[class]) + int16(after.Scores[class]) + int16(sides.Scores[class])
			best = max(best, scores[class])
		}
	}
	near := uint64(0)
	for rest := tags; rest != 0; rest &= rest - 1 {
		if class := bits.TrailingZeros64(rest); class < perceptron.MaxClasses && scores[class] > best-behindNear {
			near |= 1 << class
		}
	}
	if near&(near-1) == 0 {
		return uint8(bits.TrailingZeros64(near))
	}
	m.features = p.rare(m.features[:0])
	t.table.Add(m.features, scores)
	return scores.Best(near)
}
