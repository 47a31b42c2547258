package findings

import (
	"slices"
	"strconv"
	"strings"
)

// daysIn are the days of the units in which lengths of time are told.
var daysIn = []struct {
	unit string
	days int
}{{"day", 1}, {"week", 7}, {"month", 30}, {"year", 365}}

// lengths returns the lengths of time of a sentence: "for 90 days", "within the next two
// years", "a six-week", "ten days in all", "on the opening day".
func (r dayReader) lengths(sentence string) []toldTime {
	words := r.wordsAt(sentence)
	var out []toldTime
	for i, w := range words {
		number, unit, at := 0, "", i
		if left, right, hyphen := strings.Cut(w.text, "-"); hyphen { // "a six-week stay"
			number, unit = smallNumber(left), unitOfTime(right)
			if strings.HasSuffix(right, "s") {
				unit = ""
			}
		} else if unit = unitOfTime(w.text); unit != "" && i > 0 {
			number, at = smallNumber(words[i-1].text), i-1
		}
		if unit == "" {
			continue
		}
		if t, ok := lengthAt(words, at, i, number, unit); ok {
			out = append(out, t)
		}
	}
	return out
}

// lengthAt reads the length of time of which the number and the unit stand among some words.
func lengthAt(words []word, at, end, number int, unit string) (toldTime, bool) {
	t := toldTime{side: asLength, unit: unit, end: words[end].start + len(unmarkedEnd(words[end].raw))}
	if end+1 < len(words) && strings.Trim(words[end].raw[len(words[end].raw)-1:], ",;:.") != "" {
		switch words[end+1].text {
		case "ago", "before", "after", "later", "earlier", "old", "late", "early", "longer", "more", "each", "a", "per", "of", "every", "than", "from":
			if words[end+1].text != "from" && !(words[end+1].text == "of" && unit != "day") {
				return t, false
			}
		}
	}
	if number == 0 { // "on the opening day", "in its first week", "on that one day", "over the whole week"
		if at = end - 1; at < 1 || unit == "year" {
			return t, false
		}
		switch words[at].text {
		case "first", "opening":
			t.part = true
		case "single", "whole", "one":
		default:
			return t, false
		}
		number = 1
	}
	if number == 1 && words[at].text == "one" && at > 0 && words[at-1].text == "that" {
		at--
	}
	from := at
	for from > 0 && slices.Contains([]string{"the", "its", "their", "his", "her", "our", "these", "those", "that", "this", "next", "first", "last", "coming", "full", "whole", "entire", "only", "just", "a", "period", "of", "up", "to", "at", "most", "least", "no", "more", "than", "maximum", "exactly"}, words[from-1].text) {
		from--
		t.part = t.part || words[from].text == "first"
		if words[from].text == "last" {
			if from > 0 && (words[from-1].is("relation") || words[from-1].text == "the") {
				return t, false // "in the last two weeks" is told from today
			}
			from++ // "patrols last six months"
			break
		}
	}
	in := from > 0 && slices.Contains([]string{"for", "over", "within", "in", "during", "on", "lasting", "lasts", "last", "lasted", "limited"}, words[from-1].text)
	if end+1 < len(words) && words[end+1].text == "to" && from > 0 && slices.Contains([]string{"have", "has", "had"}, words[from-1].text) {
		in, t.allowed = true, true // "have 14 days to appeal"
	}
	hyphen := strings.Contains(words[end].text, "-")
	inAll := end+2 < len(words) && words[end+1].text == "in" && (words[end+2].text == "all" || words[end+2].text == "total")
	if !in && !hyphen && !inAll {
		return t, false
	}
	if from > 0 && in {
		from--
	}
	t.number, t.length, t.start = number, number*daysOfUnit(unit), words[from].start
	return t, true
}

func unmarkedEnd(raw string) string { return strings.TrimRight(raw, ",.;:”\"')") }

// unitOfTime returns the unit that a word is, in the singular; "" for none.
func unitOfTime(word string) string {
	for _, u := range daysIn {
		if strings.TrimSuffix(word, "s") == u.unit {
			return u.unit
		}
	}
	return ""
}

func daysOfUnit(unit string) int {
	for _, u := range daysIn {
		if u.unit == unit {
			return u.days
		}
	}
	return 0
}

// smallNumber reads a number in digits, or in one word; 0 for none.
func smallNumber(word string) int {
	if n, err := strconv.Atoi(word); err == nil && n > 0 && n < 1000 {
		return n
	}
	if at := slices.Index(smallNumbers(), word); at >= 0 {
		return at + 1
	}
	switch word {
	case "thirty":
		return 30
	case "forty":
		return 40
	case "sixty":
		return 60
	case "ninety":
		return 90
	}
	return 0
}

// smallNumbers are the words for the numbers from one to twenty.
func smallNumbers() []string {
	return []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}
}
