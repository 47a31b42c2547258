package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"muster/interval"
)

//go:embed quantity_words.toml
var quantityWordsFile []byte

// quantityWords holds the word lists of the number grammar.
type quantityWords struct {
	numbers, scales, letters, multiples map[string]interval.Number
	fractions                           map[string]int64
	before                              map[string][]qualifierWords // by the last token; the longest first
	after                               map[string][]qualifierWords // by the first token; the longest first
	behind                              map[string][]qualifierWords // what is counted: likewise
	vague                               map[string][][]string       // by the first token; the longest first
	lists                               map[string]map[string]bool
	listed                              wordFilter          // the words of each list
	seats                               map[string]string   // whom the city where a government sits stands for
	crews                               map[string][]string // by a noun for people, the words in the names of the bodies they belong to
	starters                            map[string]bool     // words that may begin a quantity
	afterArticle                        map[string]bool     // words before which "a" may begin one
}

// qualifierWords is one way to qualify a number.
type qualifierWords struct {
	tokens    []string
	qualifier Qualifier
}

// loadQuantityWords reads the built-in lists. They are part of the program:
// that they are well formed is a test, and broken ones stop the program.
func loadQuantityWords() *quantityWords {
	w, err := parseQuantityWords(quantityWordsFile)
	if err != nil {
		panic(fmt.Errorf("built-in words of the number grammar: %w", err))
	}
	return w
}

func parseQuantityWords(b []byte) (*quantityWords, error) {
	var file struct {
		Numbers, Scales, Letters, Multiples, Fractions map[string]int64
		Before, After, Behind                          map[Qualifier][]string
		Lists                                          map[string][]string
		Seats                                          map[string]string
		Crews                                          map[string][]string
	}
	if err := toml.Unmarshal(b, &file); err != nil {
		return nil, fmt.Errorf("expected TOML like quantity_words.toml: %w", err)
	}
	w := &quantityWords{
		numbers: numbersOf(file.Numbers), scales: numbersOf(file.Scales),
		letters: numbersOf(file.Letters), multiples: numbersOf(file.Multiples), fractions: file.Fractions,
		before: map[string][]qualifierWords{}, after: map[string][]qualifierWords{}, behind: map[string][]qualifierWords{},
		vague: map[string][][]string{}, lists: map[string]map[string]bool{}, seats: file.Seats, crews: file.Crews,
	}
	for _, qualifier := range []Qualifier{About, MoreThan, LessThan, AtLeast, AtMost} {
		for _, phrase := range file.Before[qualifier] {
			list := phraseTokens(phrase)
			last := list[len(list)-1]
			w.before[last] = append(w.before[last], qualifierWords{list, qualifier})
		}
		for _, phrase := range file.After[qualifier] {
			list := phraseTokens(phrase)
			w.after[list[0]] = append(w.after[list[0]], qualifierWords{list, qualifier})
		}
		for _, phrase := range file.Behind[qualifier] {
			list := phraseTokens(phrase)
			w.behind[list[0]] = append(w.behind[list[0]], qualifierWords{list, qualifier})
		}
	}
	longest := func(a, b qualifierWords) int { return len(b.tokens) - len(a.tokens) }
	for _, table := range []map[string][]qualifierWords{w.before, w.after, w.behind} {
		for _, list := range table {
			slices.SortStableFunc(list, longest)
		}
	}
	for _, phrase := range file.Lists["vague"] {
		list := phraseTokens(phrase)
		w.vague[list[0]] = append(w.vague[list[0]], list)
	}
	for _, list := range w.vague {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
	for name, words := range file.Lists {
		w.lists[name] = map[string]bool{}
		for _, word := range words {
			w.lists[name][word] = true
			w.listed.add(name, word)
		}
	}
	w.starters = map[string]bool{"half": true, "minus": true, "negative": true, "quarter": true, "hundred": true}
	w.afterArticle = map[string]bool{"half": true, "quarter": true}
	for _, table := range []map[string]interval.Number{w.scales, w.numbers, w.multiples} {
		for word := range table {
			w.afterArticle[word] = true
		}
	}
	for word := range w.fractions {
		w.afterArticle[word] = true
	}
	for _, article := range []string{"a", "an"} {
		for _, phrase := range w.vague[article] {
			w.afterArticle[phrase[min(1, len(phrase)-1)]] = true
		}
	}
	for _, table := range []map[string]interval.Number{w.numbers, w.multiples} {
		for word := range table {
			w.starters[word] = true
		}
	}
	for word := range w.vague {
		w.starters[word] = true
	}
	return w, nil
}

func numbersOf(table map[string]int64) map[string]interval.Number {
	numbers := make(map[string]interval.Number, len(table))
	for word, n := range table {
		numbers[word] = interval.Int(n)
	}
	return numbers
}

// phraseTokens cuts a listed phrase as the tokeniser would.
func phraseTokens(phrase string) []string {
	var list []string
	for _, field := range strings.Fields(phrase) {
		for strings.HasPrefix(field, "-") && len(field) > 1 {
			list, field = append(list, "-"), field[1:]
		}
		if stem, found := strings.CutSuffix(field, "-"); found && stem != "" {
			list = append(list, stem, "-")
			continue
		}
		list = append(list, field)
	}
	return list
}

// in reports whether the word is on the named list. A look at the filter spares
// most words, which are not, the list.
func (w *quantityWords) in(list, word string) bool {
	return w.listed.mayHold(list, word) && w.lists[list][word]
}

// wordFilter has a bit set for every word of a list that it holds, and few others.
type wordFilter [1 << 9]uint64

// bit returns the place of the word on the list: of their lengths and some of
// their letters.
func (f *wordFilter) bit(list, word string) (part, bit int) {
	n, m := len(word), len(list)
	if n == 0 || m == 0 {
		return 0, 0
	}
	hash := (uint32(n)<<24 ^ uint32(word[0])<<16 ^ uint32(word[n/2])<<8 ^ uint32(word[n-1])) * 0x9E3779B1
	hash ^= hash>>15 ^ uint32(m)<<16 ^ uint32(list[0])<<8 ^ uint32(list[m-1])
	hash *= 0x85EBCA6B
	return int(hash >> 23), int(hash >> 17 & 63)
}

func (f *wordFilter) add(list, word string) {
	part, bit := f.bit(list, word)
	f[part] |= 1 << bit
}

func (f *wordFilter) mayHold(list, word string) bool {
	part, bit := f.bit(list, word)
	return f[part]>>bit&1 != 0
}
