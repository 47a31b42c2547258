package language

import (
	"fmt"
	"strings"
	"sync"
)

// Model holds the weights and word lists. It is safe for concurrent use.
type Model struct {
	cutter   cutter
	splitter splitter
	tagger   *tagger
	memories sync.Pool // of *memory, from one text to the next
}

// Load returns the embedded model. It costs about two milliseconds: callers load
// once and pass the model on.
func Load() (*Model, error) {
	m := &Model{cutter: cutter{kinds: newKinds()}}
	m.memories.New = func() any { return newMemory() }
	var tags map[string]string
	for _, list := range []struct {
		name string
		into *map[string]string
	}{
		{"abbreviations.txt", &m.cutter.abbreviations},
		{"prefixes.txt", &m.cutter.prefixes},
		{"units.txt", &m.cutter.units},
		{"starters.txt", &m.splitter.starters},
		{"speech.txt", &m.splitter.speech},
		{"tags.txt", &tags},
	} {
		words, err := readList(list.name)
		if err != nil {
			return nil, err
		}
		*list.into = words
	}
	m.splitter.abbreviations = m.cutter.abbreviations
	weights, err := taggerWeights.ReadFile("tagger.weights")
	if err != nil {
		return nil, fmt.Errorf("read the embedded weights: %w", err)
	}
	m.tagger, err = newTagger(weights, tags)
	return m, err
}

// Sentences returns the sentences of text in order, their words tagged.
// A newline always ends a sentence; empty lines hold none.
func (m *Model) Sentences(text string) []Sentence {
	memory := m.memories.Get().(*memory)
	defer m.memories.Put(memory)
	return m.SentencesIn(text, &Memory{memory: memory})
}

// SentencesIn is Sentences in the place of those that the memory held before.
func (m *Model) SentencesIn(text string, in *Memory) []Sentence {
	sentences, words := in.sentences[:0], in.words[:0]
	if need := len(text)/5 + 1; cap(words) < need {
		words = make([]Word, 0, need)
	}
	if in.memory == nil {
		in.memory = newMemory()
	}
	memory, paragraph := in.memory, 0
	for start := 0; start < len(text); {
		end := len(text)
		if newline := strings.IndexByte(text[start:], '\n'); newline >= 0 {
			end = start + newline
		}
		from := len(words)
		words = m.cutter.words(text, start, end, words)
		for line := words[from:len(words):len(words)]; len(line) > 0; {
			count := m.splitter.sentenceEnd(text, line)
			sentence := line[:count:count]
			memory.look(text, sentence, m.tagger.lexicon, in.Note)
			m.tagger.tag(text, sentence, memory)
			sentences = append(sentences, Sentence{
				Start:     sentence[0].Start,
				End:       sentence[count-1].End,
				Paragraph: paragraph,
				Words:     sentence,
			})
			line = line[count:]
		}
		if len(words) > from {
			paragraph++
		}
		start = end + 1
	}
	in.sentences, in.words = sentences, words
	return sentences
}

// Tag sets the tags of words that stand in text and make one sentence.
func (m *Model) Tag(text string, words []Word) {
	memory := m.memories.Get().(*memory)
	defer m.memories.Put(memory)
	memory.look(text, words, m.tagger.lexicon, nil)
	m.tagger.tag(text, words, memory)
}
