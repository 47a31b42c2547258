package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Headings of lists/abbreviations.txt.
const (
	beforeName   = "before a name"
	beforeNumber = "before a number"
)

// splitter finds the ends of sentences among the words of a line.
type splitter struct {
	cutter   *cutter
	starters map[string]string
}

// sentenceEnd returns the number of words of the first sentence of words,
// which all stand on one line.
func (s *splitter) sentenceEnd(text string, words []Word) int {
	for i := 0; i < len(words); i++ {
		if !mayEnd(text, words[i]) {
			continue
		}
		end, closed := i+1, false
		for end < len(words) && words[end].Start == words[end-1].End && (isCloser(words[end].In(text)) || mayEnd(text, words[end])) {
			closed = closed || isCloser(words[end].In(text))
			end++
		}
		if end == len(words) || s.ends(text, words, i, end, closed) {
			return end
		}
		i = end - 1
	}
	return len(words)
}

// mayEnd reports whether a sentence can end with the word.
func mayEnd(text string, word Word) bool {
	switch text[word.End-1] {
	case '.', '!', '?':
		return true
	}
	return word.In(text) == "…"
}

// ends reports whether the sentence that words[last] may end does so, given
// that words[next] follows and closed tells of quotation marks between.
func (s *splitter) ends(text string, words []Word, last, next int, closed bool) bool {
	stop := words[last].In(text)
	apart := words[next].Start > words[next-1].End
	opened := false
	first := next
	for first < len(words)-1 && first < next+3 && isOpener(words[first].In(text)) {
		opened = opened || words[first].In(text) != "(" && words[first].In(text) != "["
		first++
	}
	following := words[first].In(text)
	r, _ := utf8.DecodeRuneInString(following)
	switch {
	case !apart && !(stop == "." && unicode.IsUpper(r)):
		return false
	case stop[0] == '.' || stop[0] == '!' || stop[0] == '?' || stop == "…":
		if last == 1 && stop == "." && isListMark(words[0].In(text)) {
			return false
		}
		if unicode.IsDigit(r) || r == '$' || r == '£' || r == '€' {
			return stop[0] != '.' || len(stop) == 1
		}
		return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) || opened || r == '•' || r == '*'
	}
	if heading, _ := lookup(s.cutter.abbreviations, strings.TrimSuffix(stop, ".")); heading == beforeName {
		return false
	}
	if !unicode.IsUpper(r) || last == 0 {
		return false
	}
	_, starter := lookup(s.starters, following)
	return starter || closed || opened
}

// isListMark reports whether the word can number a list item.
func isListMark(word string) bool {
	return len(word) <= 2 && word[0] < utf8.RuneSelf && (isDigit(word[0]) || len(word) == 1)
}

func isCloser(word string) bool {
	switch word {
	case "\"", "'", "''", "”", "’", "»", ")", "]", "}":
		return true
	}
	return false
}

func isOpener(word string) bool {
	switch word {
	case "\"", "'", "''", "``", "“", "‘", "«", "„", "(", "[":
		return true
	}
	return false
}
