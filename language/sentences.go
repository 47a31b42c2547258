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
	closingList  = "closing a list"
	withCapital  = "anywhere with a capital"
)

// The rules for sentences:
//
//   - a newline ends a sentence, so that headlines and list items stand alone
//   - . ! ? and … end one when a capital, a figure or an opening quotation mark
//     follows; closing quotation marks and brackets belong to the sentence
//   - "Why?" Roe asked. is one sentence (lists/speech.txt)
//   - the full stop of an abbreviation ends one only before a word that
//     usually starts sentences (lists/abbreviations.txt, lists/starters.txt)
//   - the number of a list item does not end one: 1. First
//   - longer runs than maxWords are cut, so that tables and lost full stops
//     cannot make sentences without bound
const maxWords = 500

// splitter finds the ends of sentences among the words of a line.
type splitter struct {
	abbreviations map[string]string
	starters      map[string]string
	speech        map[string]string
}

// sentenceEnd returns the number of words of the first sentence of words,
// which all stand on one line.
func (s *splitter) sentenceEnd(text string, words []Word) int {
	words = words[:min(len(words), maxWords)]
	for i := 0; i < len(words); i++ {
		if !mayEnd(text, words[i]) {
			continue
		}
		end, closed := closeSentence(text, words, i+1)
		if end == len(words) || s.ends(text, words, i, end, closed) {
			return end
		}
		i = end - 1
	}
	return len(words)
}

// closeSentence returns the end of what is glued to the stop before
// words[end], and whether quotation marks or brackets are among it.
func closeSentence(text string, words []Word, end int) (after int, closed bool) {
	for end < len(words) && words[end].Start == words[end-1].End {
		word := words[end].In(text)
		switch {
		case isCloser(word):
			closed = true
		case mayEnd(text, words[end]):
		case word == "[" && end+2 < len(words) && isDigit(text[words[end+1].Start]) && words[end+2].In(text) == "]":
			end += 2 // the number of a note
		default:
			return end, closed
		}
		end++
	}
	return end, closed
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
	case isTimeOfDay(stop) && unicode.IsUpper(r) && last > 0:
		return !tellsTime(following)
	case isAbbreviation(stop):
		heading, _ := lookup(s.abbreviations, strings.TrimSuffix(stop, "."))
		if heading == beforeName || last == 0 || !unicode.IsUpper(r) {
			return false
		}
		_, starter := lookup(s.starters, following)
		return starter || closed || opened || heading == closingList
	case last == 1 && stop == "." && isListMark(words[0].In(text)):
		return false
	case closed && (stop[0] == '?' || stop[0] == '!') && s.speaks(text, words[next:]):
		return false
	case unicode.IsDigit(r), r == '$', r == '£', r == '€':
		return stop == "." || stop[0] != '.' // after "..." the sentence goes on
	}
	return opened || unicode.IsLetter(r) && !unicode.IsLower(r) || r == '•' || r == '*'
}

// isTimeOfDay reports whether the word is "a.m." or "p.m.".
func isTimeOfDay(stop string) bool {
	return len(stop) == 4 && (stop[0] == 'a' || stop[0] == 'p') && stop[1:] == ".m."
}

// tellsTime reports whether a word with a capital may follow a time of day in its
// sentence: "5 p.m. Monday", "5 p.m. Eastern Time", "5 p.m. EST".
func tellsTime(word string) bool {
	if len(word) > 1 && strings.ToUpper(word) == word {
		return true
	}
	switch strings.TrimSuffix(word, ".") {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"Eastern", "Central", "Mountain", "Pacific", "Greenwich", "Moscow", "Beijing", "Paris", "London", "Local":
		return true
	}
	return false
}

// speaks reports whether the words start with a name and a verb of speech.
func (s *splitter) speaks(text string, words []Word) bool {
	for i, word := range words[:min(len(words), 5)] {
		if r, _ := utf8.DecodeRuneInString(word.In(text)); !unicode.IsUpper(r) {
			_, speech := lookup(s.speech, word.In(text))
			return i > 0 && speech
		}
	}
	return false
}

// isAbbreviation reports whether the stop belongs to a word.
func isAbbreviation(stop string) bool {
	return stop[len(stop)-1] == '.' && stop[0] != '.'
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
