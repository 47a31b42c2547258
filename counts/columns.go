package counts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Columns names the columns of a record file; "" for those it does not have.
// Upper and lower case, and spaces and underscores, are the same.
type Columns struct {
	Date    string // of the event
	Unit    string // such as an office
	Class   string
	Count   string // holds a whole number; "" when a row is one count
	Release string // the day on which the row was released
	Means   bool   // Count holds a mean, with a fraction; see Reader.ReadMeans

	// For counting rows that tell of one event once; see DuplicateRule.
	Duplicates DuplicateRule // "" is NoRule
	ID         string        // of whom or what the row is about: looked at while reading, and kept nowhere
	Clock      string        // with the time of day; "" when the date column tells it
	Method     string        // tells rows that were only processed again

	// Renamed tells under which other names files hold a column that is named
	// above: columns change their names between releases.
	Renamed map[string][]string
}

// named returns where a header holds a column under its name, or else under one
// of its other names.
func named(name string, renamed map[string][]string, place map[string][]int) []int {
	if at := place[columnKey(name)]; len(at) > 0 {
		return at
	}
	var at []int
	for of, others := range renamed {
		for _, other := range others {
			if columnKey(of) == columnKey(name) {
				at = append(at, place[columnKey(other)]...)
			}
		}
	}
	return at
}

// akin returns the column that columns.txt lists as the same, or else the one
// that shares most words with a name, to be told as what may be meant: columns
// change their names in part. "" for none.
func akin(name string, header []string) string {
	known := knownColumns()
	if same, ok := known[columnKey(name)]; ok {
		for _, cell := range header {
			if known[columnKey(cell)].name == same.name {
				return strings.TrimSpace(cell)
			}
		}
	}
	best, most := "", 0
	words := strings.Fields(columnKey(name))
	for _, cell := range header {
		shared := 0
		for _, word := range strings.Fields(columnKey(cell)) {
			if slices.Contains(words, word) {
				shared++
			}
		}
		switch {
		case shared > most:
			best, most = strings.TrimSpace(cell), shared
		case shared == most:
			best = ""
		}
	}
	return best
}

// columnKey makes spellings of a column's name equal.
func columnKey(name string) string {
	fields := strings.FieldsFunc(strings.ToLower(legible(name)), func(r rune) bool { return unicode.IsSpace(r) || r == '_' || r == '\ufeff' })
	return strings.Join(fields, " ")
}

func quoteAll(names []string) string {
	const shown = 40
	var out []string
	for _, name := range names[:min(len(names), shown)] {
		out = append(out, fmt.Sprintf("%q", strings.TrimSpace(name)))
	}
	if len(names) > shown {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}
