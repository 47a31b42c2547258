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

// memory remembers the words that were read before and sums of weights, since
// both come again. It never changes what is found, only how fast; one run uses
// it at a time.
type memory struct {
	tagsBefore, usualsRight, bothSides sums // by two tags plus 1
	again                              again

	seed   maphash.Seed
	words  [places]*known // by the hash of the spelling, the first met first
	room   []known        // for the next words
	count  int            // of the words
	nobody known          // stands where a sentence has no word

	read     []*known // the words of the sentence, with nobody before and behind
	hashes   []uint64 // of the spellings of the same words
	forms    []Form   // of the same words as they stand in the sentence
	alone    []*alone // of those whose tag is not certain
	features []uint64
	scores   perceptron.Scores
}

// known is a word that was read before: what its spelling alone tells. Parts
// that are asked for together lie in one line of the processor's cache.
type known struct {
	hash     uint64
	spelling [longestKnown]byte
	length   uint8 // of the spelling
	plain    bool
	note     int32
	lower    string
	next     *known // with the same place

	form                Form
	leftMade, rightMade bool
	alone
	left, right perceptron.Few // what it tells of the word behind it, and of the one before
}

// alone holds the scores of what a word alone tells in one kind of place, by
// how far they are behind the best.
type alone struct {
	shape, spacing uint16
	tags           uint64 // those that are not far behind; 0 where nothing is made
	other          *alone // in another kind of place
	scores         perceptron.Few
}

// sums holds the scores of one group of features.
type sums struct {
	scores [1 << 12]perceptron.Few
	made   [1 << 12]bool
}

// again holds the weights of single features that come again, by their lowest
// bits.
type again struct {
	few [1 << 12]perceptron.Few
	of  [1 << 12]uint64
}

// Bounds of the memory, which outlives the texts: no text can fill it.
const (
	places       = 1 << 15
	mostKnown    = 1 << 15
	longestKnown = 24 // bytes
	knownAtOnce  = 64
)

func newMemory() *memory {
	m := &memory{seed: maphash.MakeSeed()}
	for i := range m.words {
		m.words[i] = &m.nobody
	}
	return m
}

// look sets the words' texts in lower case and remembers them as those of the
// sentence at hand. Equal words mostly share the same string. Each step is taken
// for all words before the next one, so that they wait for memory together.
func (m *memory) look(text string, words []Word, lexicon *Lexicon, note func(string) int32) {
	m.hashes, m.forms = m.hashes[:0], m.forms[:0]
	m.read = append(m.read[:0], &m.nobody)
	for i := range words {
		hash := maphash.String(m.seed, words[i].In(text))
		m.hashes, m.read = append(m.hashes, hash), append(m.read, m.words[hash%places])
	}
	m.read = append(m.read, &m.nobody)
	for i, k := range m.read[1 : len(words)+1] {
		m.hashes[i] ^= k.hash // 0 where it is the word
	}
	for i := range words {
		word, k := words[i].In(text), m.read[i+1]
		if m.hashes[i] != 0 || string(k.spelling[:k.length]) != word {
			k = m.known(word, lexicon, note)
			m.read[i+1] = k
		}
		words[i].Lower, words[i].Note, words[i].Plain = k.lower, k.note, k.plain
		m.forms = append(m.forms, k.form)
	}
}

// known returns the word with the spelling.
func (m *memory) known(spelling string, lexicon *Lexicon, note func(string) int32) *known {
	hash := maphash.String(m.seed, spelling)
	place := &m.words[hash%places]
	for ; *place != &m.nobody; place = &(*place).next {
		if k := *place; string(k.spelling[:k.length]) == spelling {
			return k
		}
	}
	if len(m.room) == 0 {
		m.room = make([]known, knownAtOnce)
	}
	k := &m.room[0]
	m.room = m.room[1:]
	*k = known{hash: hash, lower: lowerCase(strings.Clone(spelling)), next: &m.nobody, form: NewForm(spelling, lexicon)}
	k.plain = k.form.plain()
	if note != nil {
		k.note = note(k.lower)
	}
	if len(spelling) > longestKnown {
		return k
	}
	k.length = uint8(copy(k.spelling[:], spelling))
	if m.count++; m.count < mostKnown {
		*place = k
		return k
	}
	for i := range m.words {
		m.words[i] = &m.nobody
	}
	m.count = 0
	return k
}

// alones makes sure of all scores of the sentence that do not hang on tags.
func (m *memory) alones(table *perceptron.Table) {
	m.alone = m.alone[:0]
	for i := range m.forms {
		if m.forms[i].certain {
			m.alone = append(m.alone, nil)
			continue
		}
		m.alone = append(m.alone, m.aloneOf(table, i))
		if left := m.read[i]; !left.leftMade {
			m.sum(table, &left.left, ofLeft, i, 0, 0)
			left.leftMade = true
		}
		if right := m.read[i+2]; !right.rightMade {
			m.sum(table, &right.right, ofRight, i, 0, 0)
			right.rightMade = true
		}
	}
}

// of returns the scores of the group of features, which hang on two tags plus 1.
func (s *sums) of(m *memory, table *perceptron.Table, one, two uint64, group, i int, last, before uint64) *perceptron.Few {
	at := (one<<6 | two) % uint64(len(s.scores))
	if !s.made[at] {
		m.sum(table, &s.scores[at], group, i, last, before)
		s.made[at] = true
	}
	return &s.scores[at]
}

// sum sums the weights of the group of features of word i.
func (m *memory) sum(table *perceptron.Table, scores *perceptron.Few, group, i int, last, before uint64) {
	p := at(m.forms, i, last, before)
	m.features = p.group(group, m.features[:0])
	table.AddFew(m.features, scores)
}

// weights returns the weights of one feature.
func (a *again) weights(table *perceptron.Table, feature uint64) *perceptron.Few {
	at := feature % uint64(len(a.of))
	if a.of[at] != feature {
		a.of[at], a.few[at] = feature, perceptron.Few{}
		table.AddFew([]uint64{feature}, &a.few[at])
	}
	return &a.few[at]
}

// aloneOf returns the scores of what word i alone tells where it stands.
func (m *memory) aloneOf(table *perceptron.Table, i int) *alone {
	form, of := &m.forms[i], &m.read[i+1].alone
	for of.tags != 0 && (of.shape != form.shape || of.spacing != form.spacing) {
		if of.other == nil {
			of.other = new(alone)
		}
		of = of.other
	}
	if of.tags == 0 {
		p := at(m.forms, i, 0, 0)
		m.features = p.group(ofForm, m.features[:0])
		m.scores = perceptron.Scores{}
		table.Add(m.features, &m.scores)
		of.shape, of.spacing, of.tags = form.shape, form.spacing, m.scores.Near(form.Tags(), behindAlone)
		of.scores = m.scores.Behind(of.tags)
	}
	return of
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
