package claims

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed time_words.txt
var timeWordsFile string

// times holds the word lists of times. It is not changed after it was made.
type times struct {
	lists   map[string]map[string]int // by list, each word with its place in the order, from 1
	units   map[string]string         // "weeks" to "week"
	feasts  map[string][]feast        // by the first word of the name, the longest first
	openers map[string]bool           // the words that a time can begin with, numbers aside
	listed  wordFilter                // the words of each list, and what may open
}

// openers are the words of the grammar in time_grammar.go and time_point.go
// that a time can begin with.
const openers = `since by until till through before so earlier later year between from in on during over within for
	throughout at as the this that current last previous next early mid middle late beginning start end second final opening closing all much most fiscal financial
	its their fy present moment overnight yesterday tomorrow week q1 q2 q3 q4`

// newTimes returns the built-in lists.
func newTimes() (*times, error) {
	t := &times{lists: map[string]map[string]int{}, units: map[string]string{}, openers: map[string]bool{}}
	for word := range strings.FieldsSeq(openers) {
		t.openers[word] = true
	}
	err := listed(timeWordsFile, func(heading string, entries []string) error {
		switch heading {
		case "hour", "day", "week", "fortnight", "month", "year", "decade", "quarter", "weekend":
			for _, entry := range entries {
				t.units[entry] = heading
			}
			return nil
		case "months", "weekdays", "seasons", "numbers", "ordinals", "parts", "documents", "agreements", "comparing", "terms", "present", "begins", "lasting":
		default:
			return fmt.Errorf("expected the name of a list or a unit of time, found %q", heading)
		}
		list := map[string]int{}
		for i, entry := range entries {
			for _, spelling := range strings.Split(entry, "/") {
				list[spelling] = i + 1
				t.listed.add(heading, spelling)
			}
		}
		t.lists[heading] = list
		switch heading {
		case "months", "weekdays", "seasons", "numbers", "ordinals", "present":
			for word := range list {
				t.openers[strings.TrimSuffix(word, ".")] = true
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("time_words.txt: %w", err)
	}
	if err := t.readFeasts(timeFeastsFile); err != nil {
		return nil, fmt.Errorf("time_feasts.txt: %w", err)
	}
	for word := range t.openers {
		t.listed.add("openers", word)
	}
	for word := range t.feasts {
		t.listed.add("openers", word)
	}
	return t, nil
}

// loadTimes returns the built-in lists, which a test proves to be in order.
func loadTimes() *times {
	t, err := newTimes()
	if err != nil {
		panic(err)
	}
	return t
}

// place returns the place of the word in the list, from 1; 0 when it is not in.
func (t *times) place(list, word string) int {
	if !t.listed.mayHold(list, word) {
		return 0
	}
	return t.lists[list][word]
}

// opens reports whether a time may begin with the word. The look at the filter
// spares most words the lists.
func (t *times) opens(word string, capital bool) bool {
	if word == "" {
		return false
	}
	return '0' <= word[0] && word[0] <= '9' || strings.HasPrefix(word, "fy") ||
		t.listed.mayHold("openers", word) && (t.openers[word] || capital && t.feasts[word] != nil)
}

// count reads a small whole number in digits or words.
func (t *times) count(word string) (int, bool) {
	if word == "" || word[0] < '0' || word[0] > '9' {
		n := t.place("numbers", word)
		return n, n > 0
	}
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	return n, err == nil && n > 0 && n < 10000
}
