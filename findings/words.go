package findings

import (
	"slices"
	"strings"
)

// word is a word of a sentence: as it stands, and in small letters without marks.
type word struct {
	raw, text  string
	start, end int      // bytes
	lists      []string // of events.txt, that it stands in; where they were asked for
}

// is reports whether a word stands in a list.
func (w word) is(list string) bool { return slices.Contains(w.lists, list) }

// usualWord is how many bytes long most words are at least, with the space behind them.
const usualWord = 5

// wordsAt returns the words of a sentence.
func wordsAt(s string) []word { return appendWords(make([]word, 0, 1+len(s)/usualWord), s) }

// appendWords adds the words of a sentence to a list.
func appendWords(out []word, s string) []word {
	start := -1
	for i := 0; i <= len(s); i++ {
		space := i == len(s) || s[i] == ' ' || s[i] == '\n' || s[i] == '\t'
		if !space && start < 0 {
			start = i
		}
		if space && start >= 0 {
			raw := s[start:i]
			out = append(out, word{raw: raw, text: strings.ToLower(unmarked(raw)), start: start, end: i})
			start = -1
		}
	}
	return out
}

// unmarked returns a word without the marks around it.
func unmarked(s string) string {
	if letterOrDigit(s[0]) && letterOrDigit(s[len(s)-1]) {
		return s // most have none
	}
	return strings.Trim(s, ",.;:“”\"'’()")
}

func letterOrDigit(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}
