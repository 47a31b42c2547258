package language

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"
)

// memory remembers words that were read before, since words come again. It
// never changes what is found, only how fast; one run uses it at a time.
type memory struct {
	seed    maphash.Seed
	entries []entry // by the lowest bits of the hash of the spelling
}

// entry is what the spelling of a word alone tells.
type entry struct {
	spelling string
	lower    string
}

// Bounds of the memory, which outlives the texts: it stays in the processor's
// cache and no text can fill it with long words.
const (
	mostEntries  = 1 << 12 // a power of two
	longestEntry = 24      // bytes
)

func newMemory() *memory {
	return &memory{seed: maphash.MakeSeed(), entries: make([]entry, mostEntries)}
}

// lower returns the word as [Word.Lower] has it. Equal words mostly come back
// as the same string.
func (m *memory) lower(word string) string {
	if len(word) > longestEntry {
		return lowerCase(word)
	}
	known := &m.entries[maphash.String(m.seed, word)%mostEntries]
	if known.spelling != word {
		spelling := strings.Clone(word)
		*known = entry{spelling: spelling, lower: lowerCase(spelling)}
	}
	return known.lower
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
