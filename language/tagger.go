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

// tag sets the tags of the words of one sentence, which stand in text and which
// the memory has read last.
func (t *tagger) tag(text string, words []Word, m *memory) {
	Situate(text, words, m.forms)
	m.alones(t.table)
	var last, before uint64
	for i := range words {
		class, certain := m.forms[i].Certain()
		if !certain {
			class = t.best(m, i, last, before)
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

// best returns the tag with the highest score among those that word i can have,
// given the two tags before plus 1; of equal ones the first.
func (t *tagger) best(m *memory, i int, last, before uint64) uint8 {
	alone := m.alone[i]
	tags := alone.tags
	if tags&(tags-1) == 0 {
		return uint8(bits.TrailingZeros64(tags))
	}
	left, right := &m.read[i].left, &m.read[i+2].right
	usual, usual2 := uint64(m.read[i+2].form.usual), uint64(0)
	if i+3 < len(m.read) {
		usual2 = uint64(m.read[i+3].form.usual)
	}
	tagsBefore := m.tagsBefore.of(m, t.table, last, before, ofTagsBefore, i, last, before)
	usuals := m.usualsRight.of(m, t.table, usual, usual2, ofUsualsRight, i, last, before)
	sides := m.bothSides.of(m, t.table, usual, last, ofBothSides, i, last, before)
	scores, best := &m.scores, int16(math.MinInt16)
	for rest := tags; rest != 0; rest &= rest - 1 {
		class := bits.TrailingZeros64(rest) & perceptron.MaxClasses
		scores[class] = int16(alone.scores[class]) + int16(left[class]) + int16(right[class]) +
			int16(tagsBefore[class]) + int16(usuals[class]) + int16(sides[class])
		best = max(best, scores[class])
	}
	near := scores.Above(tags, best-behindNear)
	if near&(near-1) == 0 {
		return uint8(bits.TrailingZeros64(near))
	}
	p := at(m.forms, i, last, before)
	for _, feature := range p.single() {
		if !t.table.MayHold(feature) {
			continue
		}
		weights := m.again.weights(t.table, feature)
		for rest := near; rest != 0; rest &= rest - 1 {
			class := bits.TrailingZeros64(rest) & perceptron.MaxClasses
			scores[class] += int16(weights[class])
		}
	}
	m.features = p.rare(m.features[:0])
	t.table.Add(m.features, scores)
	return scores.Best(near)
}
