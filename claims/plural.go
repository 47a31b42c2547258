package claims

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed plurals.txt
var pluralsFile string

// plurals holds the singular of each irregular plural.
type plurals map[string]string

// loadPlurals reads the built-in list.
func loadPlurals() plurals {
	list := plurals{}
	for line := range strings.Lines(pluralsFile) {
		words := strings.Fields(line)
		if len(words) > 0 && words[0] != "#" {
			list[words[0]] = words[len(words)-1]
		}
	}
	return list
}

// singular returns the singular of a noun in small letters. Of a compound it is
// that of its last part: "vice-presidents", "passers-by" is left as it is.
func (p plurals) singular(word string) string {
	if one, found := p[word]; found {
		return one
	}
	if i := strings.LastIndexByte(word, '-'); i >= 0 {
		return word[:i+1] + p.singular(word[i+1:])
	}
	return singularOf(word)
}

// Quantities returns the figures of a reading and its other quantities in the
// order of the text. The unit of a count is then the name of what is counted:
// "harbor pilot".
func (r *Reader) Quantities(found Reading) []Figure {
	all := make([]Figure, 0, len(found.Figures)+len(found.Others))
	all = append(append(all, found.Figures...), found.Others...)
	slices.SortStableFunc(all, func(a, b Figure) int { return a.Number.Start - b.Number.Start })
	for i := range all {
		if f := &all[i]; f.Unit == "" {
			f.Unit = r.plurals.kindOfThing(f.Counted)
		}
	}
	return all
}

// kindOfThing returns the name of what is counted, in small letters and the
// singular, as names of units are; empty where those are several kinds.
func (p plurals) kindOfThing(counted string) string {
	words := strings.Fields(strings.ToLower(counted))
	for i, w := range words {
		if w == "and" || w == "or" {
			return "" // several kinds
		}
		if w == "of" {
			words = words[:i]
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	words[len(words)-1] = p.singular(words[len(words)-1])
	return strings.Join(words, " ")
}
