package findings

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"muster/claims"
	"muster/origins"
)

//go:embed measures.txt
var measuresFile string

// measures knows which counted things are never the same thing, such as
// arrests and deportations.
type measures struct {
	nouns map[string]string // to the family
	verbs map[string]string
}

func newMeasures() measures {
	m := measures{nouns: map[string]string{}, verbs: map[string]string{}}
	for line := range strings.Lines(measuresFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		before, after, _ := strings.Cut(line, "|")
		nouns := strings.Fields(before)
		for _, word := range nouns {
			m.nouns[word] = nouns[0]
		}
		for _, word := range strings.Fields(after) {
			m.verbs[word] = nouns[0]
		}
	}
	return m
}

// of returns the family of what a figure counts; "" when it is none of the list.
func (m measures) of(counted string) string { return m.nouns[origins.Head(counted)] }

// deedReach is how many words from the number a verb may stand that says what
// happens to those counted.
const deedReach = 4

// deed returns what a figure counts, with the word that says so: see measures.deed.
func (c *Comparer) deed(f *claims.Figure) (family, word string) {
	_, family = c.head(f.Counted)
	return c.measures.deed(f, family)
}

// deed returns what is counted when the words beside the number are taken in:
// the family, given where the noun says it, and the word that says so. "detaining 3,000 migrants" are
// detentions. "" where no word of the list stands there.
func (m measures) deed(f *claims.Figure, family string) (_, word string) {
	if family != "" {
		words := strings.Fields(f.Counted)
		for i := len(words) - 1; i >= 0; i-- {
			if m.nouns[origins.Head(words[i])] == family {
				return family, words[i]
			}
		}
		return family, f.Counted
	}
	before := clause(f.Quote.Prefix, true)
	for i := 0; i < min(len(before), deedReach); i++ {
		if family := m.verbs[before[i]]; family != "" {
			if m.orOther(before[i:], family) {
				return "", ""
			}
			return family, before[i]
		}
		if family := m.nouns[origins.Head(before[i])]; family != "" && i < 3 {
			return family, before[i] // "arrest targets to 3,000 migrants"
		}
	}
	after := clause(f.Quote.Suffix, false)
	for i := 0; i < min(len(after), 2); i++ {
		if family := m.verbs[after[i]]; family != "" && strings.HasSuffix(after[i], "ed") {
			if m.orOther(after[i:], family) {
				return "", ""
			}
			return family, after[i]
		}
	}
	return "", ""
}

// orOther reports whether a second deed of another family is told with the first word of a
// stretch: "damaged or destroyed".
func (m measures) orOther(words []string, family string) bool {
	if len(words) < 3 || words[1] != "or" && words[1] != "and" {
		return false
	}
	other := m.verbs[words[2]]
	return other != "" && other != family
}

// eitherDeed reports whether words tell two deeds of two families of one number: "destroyed or
// damaged".
func (m measures) eitherDeed(text string) bool {
	before, last := "", "" // the two words before
	for word := range strings.FieldsSeq(text) {
		if strings.EqualFold(last, "or") || strings.EqualFold(last, "and") {
			family, other := m.verbs[strings.ToLower(before)], m.verbs[strings.ToLower(word)]
			if family != "" && other != "" && other != family {
				return true
			}
		}
		before, last = last, word
	}
	return false
}

// clause returns the words of a stretch beside a number, the nearest first, up
// to the end of the clause. Words that are cut are left out.
func clause(stretch string, before bool) []string {
	ends := ".;:!?,()—–\n\"“”"
	if before {
		if i := strings.LastIndexAny(stretch, ends); i >= 0 {
			stretch = stretch[i+1:]
			stretch = strings.TrimLeftFunc(stretch, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsLetter(r) })
		} else if i := strings.IndexFunc(stretch, unicode.IsSpace); i >= 0 {
			stretch = stretch[i:]
		}
	} else if i := strings.IndexAny(stretch, ends); i >= 0 {
		stretch = stretch[:i]
	} else if i := strings.LastIndexFunc(stretch, unicode.IsSpace); i >= 0 {
		stretch = stretch[:i]
	}
	words := strings.FieldsFunc(strings.ToLower(stretch), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
	if before {
		slices.Reverse(words)
	}
	return words
}
