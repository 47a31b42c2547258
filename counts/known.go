package counts

import (
	_ "embed"
	"strings"
)

//go:embed columns.txt
var columnList string

// Use is what a column is good for: "date", "unit", "class", "count",
// "release", "id", or "" for what nothing is counted by.
type Use string

// The uses of columns; columns.txt explains each.
const (
	UseDate    Use = "date"
	UseUnit    Use = "unit"
	UseClass   Use = "class"
	UseCount   Use = "count"
	UseRelease Use = "release"
	UseID      Use = "id"
)

// knownColumn is a column that columns.txt lists.
type knownColumn struct {
	name string // as newer files have it
	use  Use
	rank int // place in the list
}

// knownColumns returns what is known of columns, by key of every name.
func knownColumns() map[string]knownColumn {
	known := map[string]knownColumn{}
	for line := range strings.Lines(columnList) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		use, names, _ := strings.Cut(line, ":")
		name, others, _ := strings.Cut(names, ":")
		column := knownColumn{strings.TrimSpace(name), Use(strings.TrimSpace(use)), len(known)}
		for _, n := range append([]string{name}, strings.Split(others, ",")...) {
			if key := columnKey(n); key != "" {
				if _, twice := known[key]; !twice {
					known[key] = column
				}
			}
		}
	}
	return known
}
