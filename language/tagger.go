package language

import (
	"embed"
	"fmt"
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
// the two tags before (greedy averaged perceptron).
type tagger struct {
	table *perceptron.Table
	tags  []Tag
	given map[uint64]uint8 // the tags of lists/tags.txt, by lexical feature
}

// newTagger reads the weights; given holds words with the tag they always have.
func newTagger(weights []byte, given map[string]string) (*tagger, error) {
	table, err := perceptron.NewTable(weights)
	if err != nil {
		return nil, fmt.Errorf("load the tagger: %w", err)
	}
	t := &tagger{table: table, given: make(map[uint64]uint8)}
	for _, class := range table.Classes {
		t.tags = append(t.tags, Tag(class))
	}
	for word, tag := range given {
		class := slices.Index(table.Classes, tag)
		if class < 0 {
			return nil, fmt.Errorf("lists/tags.txt: expected one of the tags %v above %q, found %q", table.Classes, word, tag)
		}
		t.given[newForm(word).LexicalFeature()] = uint8(class)
	}
	return t, nil
}

// certain is the weight of a usual tag that needs no context.
const certain = 127

func (t *tagger) lexicon(word uint64) (tag uint8, fixed, known bool) {
	if class, given := t.given[word]; given {
		return class, true, true
	}
	class, weight, known := t.table.First(word)
	return class, weight == certain, known
}

// scratch is the memory of one run of the tagger.
type scratch struct {
	forms    []Form
	features []uint64
	scores   perceptron.Scores
	known    []scored // by the lowest bits of the word; a power of two
}

// scored is what the features of a form alone make: words come again.
type scored struct {
	word, shape, spacing uint64
	scores               perceptron.Scores
}

// newScratch returns memory for a text of so many bytes.
func newScratch(length int) scratch {
	size := 32
	for size < mostKnown && size < length/16 {
		size *= 2
	}
	return scratch{known: make([]scored, size)}
}

// mostKnown bounds the memory of a long text to what stays in a cache.
const mostKnown = 1024

// alone sets the scores to those of the form alone.
func (t *tagger) alone(form *Form, s *scratch) {
	known := &s.known[form.word%uint64(len(s.known))]
	if known.word != form.word || known.shape != form.shape || known.spacing != form.spacing {
		s.features = form.features(s.features[:0])
		*known = scored{word: form.word, shape: form.shape, spacing: form.spacing}
		t.table.Add(s.features, &known.scores)
	}
	s.scores = known.scores
}

// tag sets the tags of the words of one sentence.
func (t *tagger) tag(text string, words []Word, s *scratch) {
	s.forms = Forms(text, words, t.lexicon, s.forms)
	var last, before uint64
	for i := range words {
		class, fixed := s.forms[i].Fixed()
		if !fixed {
			t.alone(&s.forms[i], s)
			s.features = contextFeatures(s.forms, i, last, before, s.features[:0])
			t.table.Add(s.features, &s.scores)
			class = t.table.Best(&s.scores)
		}
		words[i].Tag = t.tags[class]
		before, last = last, uint64(class)+1
	}
}
