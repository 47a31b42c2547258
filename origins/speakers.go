package origins

import (
	"slices"
	"strings"
	"unicode"
)

// SpeaksFor returns the key of the one office of the state for which somebody with a
// title speaks: "a spokeswoman for the Defence Ministry", "defence minister"; "" where no
// office, or more than one, is that of the title.
func (id Identity) SpeaksFor(title string) string {
	told := strings.Fields(strings.NewReplacer("’s", "", "'s", "", ",", " , ", ".", " . ").Replace(title))
	words := strings.Fields(strings.ToLower(strings.Join(told, " ")))
	for i := len(words) - 1; i >= 0; i-- {
		minister, speaker := words[i] == "minister", speaks(words[i])
		if !minister && !speaker {
			continue
		}
		if i+1 < len(words) && joinsSpeaker(words[i+1]) {
			rest := strings.TrimPrefix(strings.Join(words[i+2:], " "), "the ")
			if minister {
				rest = "ministry of " + rest
			}
			return id.onlyOffice(rest)
		}
		for from := max(0, i-4); from <= i; from++ {
			name := slices.Clone(words[from:i])
			if minister {
				name = append(name, "ministry")
			}
			if key := id.onlyOffice(strings.Join(name, " ")); key != "" {
				if from > 0 && unicode.IsUpper([]rune(told[from-1])[0]) && !strings.HasSuffix(words[from-1], "day") {
					return "" // "Ostland's defence minister"
				}
				return key
			}
		}
		return ""
	}
	return ""
}

// speaks reports whether a word is of somebody who speaks for an office.
func speaks(word string) bool {
	return strings.HasPrefix(word, "spokes") || word == "official" || word == "officials" || Leads(word)
}

// Leads reports whether a word is the title of one who leads an office: "director".
func Leads(word string) bool {
	switch strings.ToLower(word) {
	case "director", "director-general", "head", "chief", "chair", "chairman", "chairwoman", "chairperson", "president", "commissioner", "coordinator", "secretary-general":
		return true
	}
	return false
}

func joinsSpeaker(word string) bool {
	return word == "for" || word == "of" || word == "from" || word == "at" || word == "in"
}

// onlyOffice returns the key of the one office of the state that may be told by a name;
// "" for none or several.
func (id Identity) onlyOffice(name string) string {
	short, ok := id.kinds.parse(name)
	if !ok {
		return ""
	}
	only := ""
	for key, o := range id.found {
		if one, known := id.offices[key]; known {
			key = one
		}
		if o.covers(short) && key != only {
			if only != "" {
				return ""
			}
			only = key
		}
	}
	return only
}
