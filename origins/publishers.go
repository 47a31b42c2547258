package origins

import (
	"slices"
	"strings"

	"muster/dossier"
)

// publisher is a publisher of a state, by the words of its name.
type publisher struct {
	key   string // of its own spelling
	words []string
}

// publishersOf returns the publishers of a state whose names have several words.
func (id Identity) publishersOf(state *dossier.State) []publisher {
	var out []publisher
	keys := map[string]bool{}
	for i := range state.Documents {
		name := state.Documents[i].Publisher
		if key := id.spelling(name); key != "" && !keys[key] {
			keys[key] = true
			out = append(out, publisher{key, nameWords(name)})
		}
	}
	return out
}

// shortNames returns, for spellings of a source, the key of the one publisher whose name
// they shorten: "Meridian" and "the Meridian agency" of Meridian News Agency. What may be
// short for two publishers is short for none. "The wire agency" is the one agency among
// them, and initials that a text explains are short for the name.
func (id Identity) shortNames(spellings []string) map[string]string {
	out := map[string]string{}
	agency := id.onlyAgency()
	for _, spelling := range spellings {
		key := id.spelling(spelling)
		if full := id.initials[key]; full != "" && id.key(spelling) == key {
			out[key] = id.spelling(full)
			continue
		}
		if agency != "" && anyAgency(key) {
			out[key] = agency
			continue
		}
		if of := id.officeBehind(spelling); of != "" {
			out[key] = of
			continue
		}
		if spelling == strings.ToLower(spelling) || id.key(spelling) != key || slices.ContainsFunc(id.publishers, func(p publisher) bool { return p.key == key || id.offices[p.key] == key }) {
			continue
		}
		words, of := nameWords(spelling), ""
		for _, p := range id.publishers {
			if shortens(words, p.words) && !(len(words) == 1 && id.place(spelling)) {
				if of != "" {
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

// officeBehind returns the key of the one publisher that an office's name may be short for,
// where the name is short for other bodies of the state too: what texts retell as "the
// ministry's" is most often of the ministry whose release lies there. "" for none or several.
func (id Identity) officeBehind(spelling string) string {
	key := id.spelling(Owner(spelling))
	short, ok := id.kinds.parse(Owner(spelling))
	if one, tied := id.offices[key]; !ok || tied && one != key {
		return ""
	}
	only := ""
	for _, p := range id.publishers {
		o, known := id.found[p.key]
		if p.key == key || id.offices[p.key] == id.offices[key] && id.offices[key] != "" {
			return "" // it is a publisher itself
		}
		if known && o.covers(short) {
			if only != "" {
				return ""
			}
			only = p.key
		}
	}
	return only
}

// onlyAgency returns the key of the one publisher that is an agency by its name; "" for
// none or several.
func (id Identity) onlyAgency() string {
	only := ""
	for _, p := range id.publishers {
		if agencyName(p.words) {
			if only != "" {
				return ""
			}
			only = p.key
		}
	}
	return only
}

// agencyName reports whether a publisher is by its name an agency that others print:
// "Tide Wire", "Meridian News Agency".
func agencyName(name []string) bool {
	last := len(name) - 1
	return slices.Contains(name, "wire") || slices.Contains(name, "newswire") ||
		last > 0 && (name[last] == "agency" || name[last] == "service") && slices.Contains(ofOutlets(), name[last-1])
}

// anyAgency reports whether a key names an agency without its name.
func anyAgency(key string) bool {
	return key == "wire" || key == "newswire" || len(strings.Fields(key)) == 2 && agencyName(strings.Fields(key)) && UnnamedOutlet(key)
}

// place reports whether some text of the state has a name as that of a place: Brannick of
// the Brannick Herald is "in Brannick".
func (id Identity) place(name string) bool {
	return slices.ContainsFunc(id.texts, func(d dossier.Document) bool {
		return strings.Contains(d.Text, " in "+name) || strings.Contains(d.Text, " at "+name) || strings.Contains(d.Text, " from "+name) || strings.Contains(d.Text, "In "+name)
	})
}

// nameWords returns the words of a name in small letters, without the article.
func nameWords(name string) []string {
	words := strings.Fields(strings.ToLower(strings.NewReplacer("’s", "", "'s", "", ",", "").Replace(name)))
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
	if len(short) == 1 && len(name) > 1 && len(short[0]) > 5 && short[0] == name[len(name)-1] {
		return true // "the Courier" of the Valley Courier
	}
	for from := 0; len(short) > 2 && from+len(short) <= len(name); from++ {
		if slices.Equal(short, name[from:from+len(short)]) {
			return true // "Army Corps of Engineers" of that of the land, at a place
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
