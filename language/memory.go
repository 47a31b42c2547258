package language

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"muster/language/perceptron"
)

// Memory is what reading one text leaves for the next, one at a time: the place
// of its sentences and words, and words that come again. It never changes what
// is found, only how fast.
type Memory struct {
	// Note, where there is one, is asked once for a word in lower case what
	// number its Note shall be. The same word must always have the same.
	Note func(lower string) int32

	sentences []Sentence
	words     []Word
	memory    *memory
}

// Forget drops the sentences and words, which may be many.
func (m *Memory) Forget() { m.sentences, m.words = nil, nil }

// memory remembers words that were read before and sums of weights, since
// both come again. It never changes what is found, only how fast; one run uses
// it at a time.
type memory struct {
	seed     maphash.Seed
	entries  []entry                  // by the lowest bits of the hash of the spelling
	alone    []sum                    // of the group ofForm, by bits of the key
	sums     [groups][]perceptron.Few // of the others
	forms    []Form
	features []uint64
	scores   perceptron.Scores
}

// entry is what the spelling of a word alone tells. The spelling lies in it, so
// that a look at it is a look at one place.
type entry struct {
	spelling [longestEntry]byte
	length   uint8 // of the spelling; 0 for no entry
	note     int32
	lower    string
	form     Form
}

// sum holds the scores of what a word alone tells.
type sum struct {
	key    uint64
	tags   uint64 // those that are not far behind
	scores perceptron.Scores
}

// Bounds of the memory, which outlives the texts: it stays in the processor's
// cache and no text can fill it with long words.
const (
	mostEntries  = 1 << 13 // a power of two
	longestEntry = 24      // bytes
)

// mostAlone is how many sums of words alone are remembered, a power of two.
const mostAlone = 1 << 13

// mostSums is how many sums of each other group are remembered, a power of two.
const mostSums = 1 << 12

func newMemory() *memory {
	m := &memory{seed: maphash.MakeSeed(), entries: make([]entry, mostEntries), alone: make([]sum, mostAlone)}
	for group := range m.sums {
		if group != ofForm {
			m.sums[group] = make([]perceptron.Few, mostSums)
		}
	}
	return m
}

// read sets the words' texts in lower case and returns their forms. Equal
// words mostly share the same string.
func (m *memory) read(text string, words []Word, lexicon *Lexicon, note func(string) int32) []Form {
	if note == nil {
		note = func(string) int32 { return 0 }
	}
	m.forms = m.forms[:0]
	for i := range words {
		word := words[i].In(text)
		if len(word) > longestEntry {
			words[i].Lower = lowerCase(word)
			words[i].Note = note(words[i].Lower)
			m.forms = append(m.forms, NewForm(word, lexicon))
			continue
		}
		known := &m.entries[maphash.String(m.seed, word)%mostEntries]
		if string(known.spelling[:known.length]) != word {
			*known = entry{length: uint8(len(word)), lower: lowerCase(strings.Clone(word)), form: NewForm(word, lexicon)}
			copy(known.spelling[:], word)
			known.note = note(known.lower)
		}
		words[i].Lower, words[i].Note = known.lower, known.note
		m.forms = append(m.forms, known.form)
	}
	return m.forms
}

// formSum returns the scores of what the word at the place alone tells.
func (m *memory) formSum(table *perceptron.Table, p *place) *sum {
	key := mix(ofForm+1, p.key(ofForm))
	known := &m.alone[key%mostAlone]
	if known.key != key {
		*known = sum{key: key}
		m.features = p.group(ofForm, m.features[:0])
		table.Add(m.features, &known.scores)
		known.tags = known.scores.Near(p.form.Tags(), behindAlone)
	}
	return known
}

// sum returns the scores of the group at the place.
func (m *memory) sum(table *perceptron.Table, p *place, group int) *perceptron.Few {
	key := mix(uint64(group)+1, p.key(group))
	known := &m.sums[group][key%mostSums]
	if known.Key != key {
		*known = perceptron.Few{Key: key}
		m.features = p.group(group, m.features[:0])
		table.AddFew(m.features, known)
	}
	return known
}

// lowerCase returns the word in lower case, its apostrophes straight; the
// word itself where nothing changes.
func lowerCase(word string) string {
	for i := 0; i < len(word); i++ {
		switch b := word[i]; {
		case b >= utf8.RuneSelf, 'A' <= b && b <= 'Z':
			return strings.ToLower(strings.ReplaceAll(word, "’", "'"))
		}
	}
	return word
}
