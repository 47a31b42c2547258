package counts

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed people.txt
var peopleList string

// peopleColumns are the names of columns that tell of people, by their key.
func peopleColumns() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(peopleList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[columnKey(line)] = true
		}
	}
	return out
}

// ofPeople reports whether a column tells of people by its name: by all of it, or
// by how it ends, as "Subject Last Name" does. A single word at the end may tell
// of anything, as in "Office Name".
func ofPeople(column string) bool {
	people, words := peopleColumns(), strings.Fields(columnKey(column))
	for i := range words {
		if people[strings.Join(words[i:], " ")] && (i == 0 || len(words)-i > 1) {
			return true
		}
	}
	return false
}

// notOfPeople refuses to count by columns that tell of people: what is counted
// by is kept, and nothing of a person may be.
func notOfPeople(columns ...string) error {
	for _, column := range columns {
		if column != "" && ofPeople(column) {
			return fmt.Errorf("expected a column of units or classes, found %q, which tells of people; nothing of a person is kept, so name another", column)
		}
	}
	return nil
}
