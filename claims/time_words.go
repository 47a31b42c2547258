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
	lists map[string]map[string]int // by list, each word with its place in the order, from 1
	units map[string]string         // "weeks" to "week"
}

// newTimes returns the built-in lists.
func newTimes() (*times, error) {
	t := &times{lists: map[string]map[string]int{}, units: map[string]string{}}
	err := listed(timeWordsFile, func(heading string, entries []string) error {
		switch heading {
		case "day", "week", "month", "year", "decade", "quarter", "weekend":
			for _, entry := range entries {
				t.units[entry] = heading
			}
			return nil
		case "months", "weekdays", "seasons", "numbers", "ordinals", "parts", "documents", "comparing", "terms":
		default:
			return fmt.Errorf("expected the name of a list or a unit of time, found %q", heading)
		}
		list := map[string]int{}
		for i, entry := range entries {
			for _, spelling := range strings.Split(entry, "/") {
				list[spelling] = i + 1
			}
		}
		t.lists[heading] = list
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("time_words.txt: %w", err)
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
func (t *times) place(list, word string) int { return t.lists[list][word] }

// count reads a small whole number in digits or words.
func (t *times) count(word string) (int, bool) {
	if n := t.place("numbers", word); n > 0 {
		return n, true
	}
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	return n, err == nil && n > 0 && n < 10000
}
