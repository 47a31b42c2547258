package origins

import (
	"strings"
	"unicode"

	"muster/dossier"
)

// longestInitials is the number of letters beyond which capitals in brackets are no
// short form of a name.
const longestInitials = 7

// explainedInitials returns, for initials that a text explains, "Civil Relief Agency
// (CRA)", the name that they stand for. What two texts explain in two ways is left out.
func (id Identity) explainedInitials(documents []dossier.Document) map[string]string {
	out, seen := map[string]string{}, map[string]string{}
	for i := range documents {
		text := documents[i].Text
		for at := strings.IndexByte(text, '('); at >= 0; {
			rest := text[at+1:]
			if end := strings.IndexByte(rest[:min(len(rest), longestInitials+1)], ')'); end > 1 && allCapitals(rest[:end]) {
				initials := strings.ToLower(rest[:end])
				if name := spelledOut(text[max(0, at-longestName):at], initials); name != "" {
					if before, known := seen[initials]; known && id.key(before) != id.key(name) {
						delete(out, initials)
					} else if !known {
						seen[initials], out[initials] = name, name
					}
				}
			}
			next := strings.IndexByte(rest, '(')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return out
}

// longestName is how many bytes before a bracket are looked at for the name.
const longestName = 120

func allCapitals(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// spelledOut returns the last words of a text whose first letters are the initials;
// "" where they are not. Small words need have no letter.
func spelledOut(before, initials string) string {
	before = strings.TrimRight(before, " ")
	left := initials
	for end := len(before); left != ""; {
		start := strings.LastIndexAny(before[:end], " \n\t") + 1
		word := before[start:end]
		if word == "" {
			return ""
		}
		switch first := unicode.ToLower(rune(word[0])); {
		case byte(first) == left[len(left)-1]:
			left = left[:len(left)-1]
		case !smallWord(word):
			return ""
		}
		if left == "" {
			if !unicode.IsUpper(rune(word[0])) {
				return ""
			}
			return before[start:]
		}
		if start == 0 || before[start-1] != ' ' {
			return ""
		}
		end = start - 1
	}
	return ""
}

func smallWord(word string) bool {
	switch word {
	case "of", "for", "and", "the", "on", "in", "&":
		return true
	}
	return false
}
