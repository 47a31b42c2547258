package origins

import (
	"slices"
	"strings"

	"muster/dossier"
)

// shortNames returns, for spellings that a state uses of a source, the key of the one
// publisher whose name they shorten: "Meridian" and "the Meridian agency" of Meridian
// News Agency. What may be short for two publishers is short for none.
func (id Identity) shortNames(state *dossier.State, spellings []string) map[string]string {
	type publisher struct {
		key   string
		words []string
	}
	var publishers []publisher
	keys := map[string]bool{}
	for i := range state.Documents {
		name := state.Documents[i].Publisher
		if key := id.key(name); key != "" && !keys[key] {
			keys[key] = true
			if words := nameWords(name); len(words) > 1 {
				publishers = append(publishers, publisher{key, words})
			}
		}
	}
	out := map[string]string{}
	for _, spelling := range spellings {
		key := id.spelling(spelling)
		if keys[id.key(spelling)] || id.key(spelling) != key || spelling == strings.ToLower(spelling) {
			continue
		}
		words, of := nameWords(spelling), ""
		for _, p := range publishers {
			if shortens(words, p.words) {
				if of != "" && of != p.key {
					of = ""
					break
				}
				of = p.key
			}
		}
		if of != "" {
			out[key] = of
		}
	}
	return out
}

// nameWords returns the words of a name in small letters, without the article.
func nameWords(name string) []string {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("’s", "", "'s", "").Replace(name)))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// shortens reports whether some words of a name, in their order and the first among
// them, its last words, or the first letters of all its words, stand for it.
func shortens(short, name []string) bool {
	if len(short) == 0 || len(short) >= len(name) && !slices.Equal(short, name) {
		return false
	}
	if len(short) == 1 && len(name) > 2 && len(short[0]) == len(name) {
		initials := ""
		for _, word := range name {
			initials += word[:1]
		}
		if initials == short[0] {
			return true
		}
	}
	if n := len(name) - len(short); len(short) > 1 && slices.Equal(short, name[n:]) && !slices.Contains([]string{"news", "press", "wire", "daily", "national", "state"}, short[0]) {
		return true // "Calm Water" of Mission Calm Water
	}
	if short[0] != name[0] || len(short[0]) < 4 {
		return false
	}
	for _, word := range name {
		if len(short) > 0 && short[0] == word {
			short = short[1:]
		}
	}
	return len(short) == 0
}
