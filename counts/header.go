package counts

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"muster/counts/table"
)

// layout is how a sheet is written: its header, and which column of it holds
// what (-1 for none).
type layout struct {
	header                            int // number of its row
	date, unit, class, count, release int
	id, clock, method                 int
}

// headerRows is how many rows are searched for the header.
const headerRows = 50

// wantedColumn is a column that a header is searched for. at is set to its
// place; the place of one without a name stays as it is.
type wantedColumn struct {
	name string
	at   *int
	kept bool // what it holds is kept, so that it must not tell of people
}

// findLayout finds the header among the first rows of a sheet.
func findLayout(ctx context.Context, sheet *table.Sheet, columns Columns) (layout, error) {
	if columns.Date == "" {
		return layout{}, errors.New("expected the name of the column that holds the date, found none; name it")
	}
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return layout{}, err
	}
	defer rows.Close()
	l := layout{date: -1, unit: -1, class: -1, count: -1, release: -1, id: -1, clock: -1, method: -1}
	l.header, err = findHeader(rows, columns.Renamed,
		wantedColumn{columns.Date, &l.date, false}, wantedColumn{columns.Unit, &l.unit, true}, wantedColumn{columns.Class, &l.class, true},
		wantedColumn{columns.Count, &l.count, false}, wantedColumn{columns.Release, &l.release, false},
		wantedColumn{columns.ID, &l.id, false}, wantedColumn{columns.Clock, &l.clock, false}, wantedColumn{columns.Method, &l.method, false})
	return l, err
}

// topRow is one of the first rows of a sheet.
type topRow struct {
	number int
	cells  []string
}

func newTopRow(row table.Row) topRow {
	cells := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		cells[i] = string(cell.Text)
	}
	return topRow{row.Number, cells}
}

// findHeader reads rows up to the first that holds every column wanted, alone or
// together with the row above it, and returns its number.
func findHeader(rows *table.Rows, renamed map[string][]string, wanted ...wantedColumn) (int, error) {
	var top []topRow
	var problem error
	for len(top) < headerRows {
		row, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, err
		}
		top = append(top, newTopRow(row))
		for _, names := range namesAt(top, len(top)-1) {
			err := names.match(renamed, wanted)
			if err == nil {
				return row.Number, nil
			}
			if problem == nil && !errors.Is(err, errNoHeader) { // the columns are there, and cannot be used
				problem = err
			}
		}
	}
	if problem == nil {
		problem = notFound(top, renamed, wanted)
	}
	return 0, partly(problem, top, renamed, wanted)
}

// partlyFound is why a sheet without some of the columns has no header, where it
// has others of them.
type partlyFound struct {
	error
	has, lacks string // columns that were asked for
}

func (p partlyFound) Unwrap() error { return p.error }

// partly tells a sheet that has some of the columns, in one row, from one that is
// of something else.
func partly(problem error, top []topRow, renamed map[string][]string, wanted []wantedColumn) error {
	for _, row := range top {
		has, lacks, place := "", "", placesOf(row.cells)
		for _, c := range wanted {
			switch {
			case c.name == "":
			case len(named(c.name, renamed, place)) > 0:
				has = cmp.Or(has, c.name)
			default:
				lacks = cmp.Or(lacks, c.name)
			}
		}
		if has != "" && lacks != "" {
			return partlyFound{problem, has, lacks}
		}
	}
	return problem
}

// notFound says why there is no header, with the names of columns where a row
// can only be names: a row of records is never told.
func notFound(top []topRow, renamed map[string][]string, wanted []wantedColumn) error {
	if len(top) == 0 {
		return fmt.Errorf("expected a table, found %w row; save the file again", errNoHeader)
	}
	for i, row := range top {
		if !onlyNames(top, i, wanted...) {
			continue
		}
		for _, c := range wanted {
			if c.name == "" || len(named(c.name, renamed, placesOf(row.cells))) > 0 {
				continue
			}
			if like := akin(c.name, row.cells); like != "" {
				return fmt.Errorf("expected a column %q, found %q and the columns %s; where it is the same, name it so (in a dossier, --renamed '%s=%s' remembers it)", c.name, like, quoteAll(row.cells), c.name, like)
			}
			return fmt.Errorf("expected a column %q, found the columns %s; name one of them", c.name, quoteAll(row.cells))
		}
	}
	return namesAt(top, 0)[0].match(renamed, wanted)
}

// moreTelling reports whether a problem says more than another: what names the
// columns that are there does.
func moreTelling(problem, than error) bool {
	return errors.Is(than, errNoHeader) && !errors.Is(problem, errNoHeader)
}

var errNoHeader = errors.New("no header")

// headerNames are the names that a row gives to columns, and where they stand.
type headerNames struct {
	names []string
	place map[string][]int
}

// namesAt returns the names that a row may give to columns: alone, and with the
// row above it.
func namesAt(top []topRow, i int) []headerNames {
	out := []headerNames{{top[i].cells, placesOf(top[i].cells)}}
	if i == 0 || top[i].number != top[i-1].number+1 {
		return out
	}
	joined := headerNames{names: joinedNames(top[i-1].cells, top[i].cells)}
	joined.place = placesOf(joined.names)
	for name, at := range out[0].place { // the lower name does alone, where no other column has it
		if name != "" && joined.place[name] == nil {
			joined.place[name] = at
		}
	}
	return append(out, joined)
}

// match sets the places of the columns wanted.
func (h headerNames) match(renamed map[string][]string, wanted []wantedColumn) error {
	for _, c := range wanted {
		if c.name == "" {
			continue
		}
		switch at := named(c.name, renamed, h.place); {
		case len(at) == 0:
			return fmt.Errorf("expected a column %q in one of the first %d rows, found %w row with it; name a column that is there, or add a row of names", c.name, headerRows, errNoHeader)
		case len(at) > 1:
			return fmt.Errorf("expected one column %q, found %d; give them different names", c.name, len(at))
		default:
			if err := notOfPeople(h.names[at[0]]); c.kept && err != nil {
				return err
			}
			*c.at = at[0]
		}
	}
	return nil
}

// placesOf returns where each name stands.
func placesOf(names []string) map[string][]int {
	place := map[string][]int{}
	for i, cell := range names {
		place[columnKey(cell)] = append(place[columnKey(cell)], i)
	}
	return place
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

// onlyNames reports whether one of the first rows can only be names of columns,
// so that they may be told: it holds words, of which one at least is a name that
// columns go by, or stands above nothing but dates; nothing but shorter rows of words stands above it, and the rows
// below are unlike it: mostly no wider, and none with one of its cells. In a list
// of nothing but words any row could be one of records.
func onlyNames(top []topRow, i int, asked ...wantedColumn) bool {
	if !looksLikeHeader(top[i].cells) {
		return false
	}
	for _, row := range top[:i] {
		if n := filled(row.cells); n > 1 && (n >= filled(top[i].cells) || !looksLikeHeader(row.cells)) {
			return false
		}
	}
	if recognised(top[i].cells) > 1 {
		return true
	}
	below := top[i+1:]
	if len(below) == 0 || !namesColumns(top[i].cells, asked) && !hasColumnOfDates(below) {
		return false
	}
	wider := 0
	for _, row := range below {
		if looksLikeHeader(row.cells) || repeats(row.cells, top[i].cells) {
			return false
		}
		if len(row.cells) > len(top[i].cells) {
			wider++
		}
	}
	return 2*wider <= len(below)
}

// repeats reports whether a row has a cell of another at its end or in its place:
// then both are records.
func repeats(row, of []string) bool {
	for i, cell := range of {
		key := columnKey(cell)
		if i < len(row) && columnKey(row[i]) == key || len(row) >= len(of) && columnKey(row[len(row)-len(of)+i]) == key {
			return true
		}
	}
	return false
}

// filled counts the cells that hold something.
func filled(row []string) (n int) {
	for _, cell := range row {
		if columnKey(cell) != "" {
			n++
		}
	}
	return n
}

// namesColumns reports whether a row has a name that columns go by: one of
// columns.txt, of people.txt, or of the columns asked for.
func namesColumns(row []string, asked []wantedColumn) bool {
	known, people := knownColumns(), peopleColumns()
	return slices.ContainsFunc(row, func(cell string) bool {
		key := columnKey(cell)
		_, isKnown := known[key]
		return isKnown || people[key] || slices.ContainsFunc(asked, func(c wantedColumn) bool { return columnKey(c.name) == key })
	})
}

// hasColumnOfDates reports whether each of several rows tells a date in one
// column.
func hasColumnOfDates(rows []topRow) bool {
	cells := newCells()
	for c := range rows[0].cells {
		dated := 0
		for _, row := range rows {
			if c < len(row.cells) && mayBeDate(table.Cell{Kind: table.Text, Text: []byte(row.cells[c])}) {
				if _, reason := cells.date(row.cells[c]); reason == "" {
					dated++
				}
			}
		}
		if dated == len(rows) && dated > 1 {
			return true
		}
	}
	return false
}

// recognised counts the names that columns.txt lists.
func recognised(names []string) int {
	known, n := knownColumns(), 0
	for _, name := range names {
		if _, ok := known[columnKey(name)]; ok {
			n++
		}
	}
	return n
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
