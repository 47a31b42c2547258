package counts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"muster/counts/table"
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
func (c Columns) named(name string, place map[string][]int) []int {
	if at := place[columnKey(name)]; len(at) > 0 {
		return at
	}
	var at []int
	for of, others := range c.Renamed {
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

// layout is how a sheet is written: its header, and which column of it holds
// what (-1 for none).
type layout struct {
	header                            int // number of its row
	date, unit, class, count, release int
	id, clock, method                 int
}

// headerRows is how many rows are searched for the header.
const headerRows = 50

// findLayout finds the header among the first rows of a sheet: the first row
// that holds every column asked for, alone or together with the row above it.
func findLayout(ctx context.Context, sheet *table.Sheet, columns Columns) (layout, error) {
	if columns.Date == "" {
		return layout{}, errors.New("expected the name of the column that holds the date, found none; name it")
	}
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return layout{}, err
	}
	defer rows.Close()
	var problem error
	above := true       // no row of records was passed yet: names may be told
	var before []string // the row above; nil where it is no neighbour
	beforeAt := 0
	for range headerRows {
		row, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return layout{}, err
		}
		header := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			header[i] = string(cell.Text)
		}
		isNames := above && looksLikeHeader(header)
		above = above && (isNames || len(header) < 2)
		found, err := match(header, columns, isNames)
		if err == nil {
			found.header = row.Number
			return found, nil
		}
		if before != nil && row.Number == beforeAt+1 {
			joined, joinedErr := matchJoined(before, header, columns)
			if joinedErr == nil {
				joined.header = row.Number
				return joined, nil
			}
			if !errors.Is(joinedErr, errNoHeader) { // the columns are there, and more than once
				err = joinedErr
			}
		}
		before, beforeAt = header, row.Number
		if problem == nil || moreTelling(err, problem) {
			problem = err
		}
	}
	if problem == nil {
		problem = errors.New("expected a table, found no row; save the file again")
	}
	return layout{}, problem
}

// moreTelling reports whether a problem says more than another: what names the
// columns that are there does.
func moreTelling(problem, than error) bool {
	return errors.Is(than, errNoHeader) && !errors.Is(problem, errNoHeader)
}

var errNoHeader = errors.New("no header")

// match returns where the columns stand in a header row. Its names are
// repeated in an error only when isNames: the row may hold records.
func match(header []string, columns Columns, isNames bool) (layout, error) {
	return matchIn(header, placesOf(header), columns, isNames)
}

// placesOf returns where each name stands.
func placesOf(header []string) map[string][]int {
	place := map[string][]int{}
	for i, cell := range header {
		place[columnKey(cell)] = append(place[columnKey(cell)], i)
	}
	return place
}

// matchJoined is match for a header over two rows. A column goes by both its
// names, the upper first, or by its lower one where no other has that.
func matchJoined(above, below []string, columns Columns) (layout, error) {
	joined := joinedNames(above, below)
	place := placesOf(joined)
	for name, at := range placesOf(below) {
		if name != "" && place[name] == nil {
			place[name] = at
		}
	}
	return matchIn(joined, place, columns, false)
}

// joinedNames returns the names of columns whose header takes two rows. An upper
// name over several columns stands in the first of them, as merged cells do; one
// with nothing below it is a name alone.
func joinedNames(above, below []string) []string {
	cell := func(row []string, i int) string {
		if i >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[i])
	}
	out := make([]string, max(len(above), len(below)))
	over := ""
	for i := range out {
		upper, lower := cell(above, i), cell(below, i)
		if upper != "" {
			over = upper
		}
		switch {
		case lower == "":
			out[i], over = upper, ""
		default:
			out[i] = strings.TrimSpace(over + " " + lower)
		}
	}
	return out
}

// matchIn is match with the places of names told.
func matchIn(header []string, place map[string][]int, columns Columns, isNames bool) (layout, error) {
	found := layout{date: -1, unit: -1, class: -1, count: -1, release: -1, id: -1, clock: -1, method: -1}
	for _, c := range []struct {
		name string
		at   *int
	}{{columns.Date, &found.date}, {columns.Unit, &found.unit}, {columns.Class, &found.class}, {columns.Count, &found.count}, {columns.Release, &found.release},
		{columns.ID, &found.id}, {columns.Clock, &found.clock}, {columns.Method, &found.method}} {
		if c.name == "" {
			continue
		}
		switch at := columns.named(c.name, place); {
		case len(at) == 1:
			*c.at = at[0]
		case len(at) > 1:
			return found, fmt.Errorf("expected one column %q, found %d; give them different names", c.name, len(at))
		case isNames && akin(c.name, header) != "":
			return found, fmt.Errorf("expected a column %q, found %q and the columns %s; where it is the same, name it so (for a series of a dossier, --renamed '%s=%s' remembers it)", c.name, akin(c.name, header), quoteAll(header), c.name, akin(c.name, header))
		case isNames:
			return found, fmt.Errorf("expected a column %q, found the columns %s; name one of them", c.name, quoteAll(header))
		default:
			return found, fmt.Errorf("expected a column %q in one of the first %d rows, found %w row with it; name a column that is there, or add a row of names", c.name, headerRows, errNoHeader)
		}
	}
	return found, nil
}

// columnKey makes spellings of a column's name equal.
func columnKey(name string) string {
	fields := strings.FieldsFunc(strings.ToLower(legible(name)), func(r rune) bool { return unicode.IsSpace(r) || r == '_' || r == '\ufeff' })
	return strings.Join(fields, " ")
}

// looksLikeHeader reports whether a row can only be names of columns: several
// words, no digits, none twice.
func looksLikeHeader(row []string) bool {
	seen := map[string]bool{}
	for _, cell := range row {
		key := columnKey(cell)
		if key == "" || seen[key] || len(key) > 60 || strings.ContainsFunc(key, unicode.IsDigit) || !strings.ContainsFunc(key, unicode.IsLetter) {
			return false
		}
		seen[key] = true
	}
	return len(row) > 1
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
