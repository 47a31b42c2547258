package counts

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names of units and classes are kept. This file keeps out what stands among
// them and is none: a person's name, an address, an identifier, a text.

//go:embed streets.txt
var streetList string

const (
	longName     = 100 // letters
	manyWords    = 16
	identifying  = 9    // digits in a row, or with single marks between them: telephones, identifiers
	fewRows      = 1000 // below so many rows of a file names need not recur
	rareRows     = 5    // of a file: what fewer bear is not kept as a name
	alienNumbers = 7    // digits after an A
)

// tellsOfAPerson reports whether a name is none of a unit or class, by how it is
// written.
func tellsOfAPerson(name string) bool {
	words := strings.Fields(name)
	if utf8.RuneCountInString(name) > longName || len(words) > manyWords || digitsTogether(name) >= identifying {
		return true
	}
	if rest := strings.TrimLeft(name, "aA"); len(name) == len(rest)+1 {
		if rest = strings.TrimLeft(rest, "- "); len(rest) >= alienNumbers && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	at := strings.IndexByte(name, '@')
	return at > 0 && at+1 < len(name) && name[at-1] != ' ' && name[at+1] != ' ' || isAddress(words)
}

// digitsTogether counts the digits that belong together most, as in a telephone's
// number.
func digitsTogether(name string) (most int) {
	digits, marks := 0, 0
	for _, r := range name {
		switch {
		case unicode.IsDigit(r):
			digits, marks = digits+1, 0
		case strings.ContainsRune(" -.()/", r) && marks < 2:
			marks++
		default:
			digits, marks = 0, 0
		}
		most = max(most, digits)
	}
	return most
}

// isAddress reports whether words are a number, a name, and a kind of street.
func isAddress(words []string) bool {
	number := slices.IndexFunc(words, func(w string) bool { return strings.Trim(w, "0123456789,") == "" })
	if number < 0 {
		return false
	}
	for i := number + 2; i < len(words); i++ {
		word := strings.ToLower(strings.TrimRight(words[i], ".,;"))
		for line := range strings.Lines(streetList) {
			if line[0] != '#' && strings.TrimSpace(line) == word {
				return true
			}
		}
	}
	return false
}

// knownNames are the names of units and classes that are kept however few rows
// bear them, in lower case.
func knownNames(units *Registry, more []string) map[string]bool {
	known := map[string]bool{"": true, Unknown: true}
	for spelling, name := range units.canonical {
		known[spelling], known[strings.ToLower(name)] = true, true
	}
	for _, name := range ClassMaps() {
		m, _ := BuiltInMap(name) // those that come with Muster are tested
		for label, classes := range m.Classes {
			for _, class := range append(classes, label) {
				known[classKey(class)] = true
			}
		}
	}
	for _, name := range more {
		known[classKey(name)] = true
	}
	return known
}

// unname counts as Unknown what is no name of a unit or class, by how few rows
// of the file bear it: where most rows bear names that are known, and in every
// file with so many rows that names recur. Who stands by mistake in a column of
// offices is one of these. It returns how many cells of each release that are.
// Where most rows bear such names, the column holds none: identifiers, or names
// of people under another heading.
func (t *tally) unname(columns Columns, known map[string]bool) (map[int32]int, error) {
	changed := map[int32]int{}
	if t.many { // a row is of many
		return changed, nil
	}
	for _, axis := range []struct {
		column string
		names  *indexed[string]
		number func(*sum) *int32
	}{{columns.Unit, &t.units, func(s *sum) *int32 { return &s.unit }}, {columns.Class, &t.classes, func(s *sum) *int32 { return &s.class }}} {
		if len(axis.names.list) == 0 {
			continue
		}
		rows, all, listed, rare := make([]int, len(axis.names.list)), 0, 0, 0
		for i := range t.sums.list {
			s := &t.sums.list[i]
			rows[*axis.number(s)] += int(s.rows)
		}
		isKnown := make([]bool, len(rows))
		for n, name := range axis.names.list {
			isKnown[n] = known[classKey(name)]
			all += rows[n]
			switch {
			case isKnown[n] && name != "" && name != Unknown:
				listed += rows[n]
			case !isKnown[n] && rows[n] < rareRows:
				rare += rows[n]
			}
		}
		if all >= fewRows && 2*rare > all {
			return nil, fmt.Errorf("expected a column of units or classes, found %d different values in %d rows of %q; name a column that many rows share", len(rows), all, axis.column)
		}
		if all < fewRows && 2*listed <= all {
			continue
		}
		unknown := axis.names.of(Unknown)
		for i := range t.sums.list {
			s := &t.sums.list[i]
			if n := axis.number(s); *n != unknown && !isKnown[*n] && rows[*n] < rareRows {
				*n = unknown
				changed[s.release] += int(s.rows)
			}
		}
	}
	return changed, nil
}

// unnamedRemark says that cells were counted as unknown; "" for none.
func unnamedRemark(cells int) string {
	switch cells {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("a unit or class that fewer than %d rows bear, and that nobody lists, is counted as unknown", rareRows)
	}
	return fmt.Sprintf("units and classes that fewer than %d rows bear, and that nobody lists, are counted as unknown, in %d cells", rareRows, cells)
}
