package counts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"muster/counts/table"
	"muster/interval"
)

// Wide says where a table lies that has periods as columns: its title anchors
// it, because several tables on a sheet can share the same header row.
type Wide struct {
	Sheet   string   // pattern of the sheet's name, such as "Detention FY*"; "" for any
	Table   string   // pattern of the table's title, such as "Initial Book-Ins by Agency*"
	Rows    []string // what the columns of labels hold, from the left: "unit", "class", "year" or "-"; one of classes unless said
	Columns string   // "months" (unless said), "fiscal-years" or "years"
	Without []string // labels of rows that are parts of other rows: left out
	Total   string   // label of rows and columns that hold totals; "" is Total
	Means   bool     // its cells are means, with fractions; see Mean
}

// ErrNoTable marks a title that no sheet has.
var ErrNoTable = errors.New("no such table")

// Check says what is wrong with the settings; nil when nothing is.
func (w Wide) Check() error {
	if w.Table == "" {
		return errors.New("expected the title of the table, found none; name it, with * for words that change")
	}
	if !slices.Contains([]string{"", "months", "fiscal-years", "years"}, w.Columns) {
		return fmt.Errorf("columns is %q; expected months, fiscal-years or years", w.Columns)
	}
	for i, label := range w.Rows {
		if !slices.Contains([]string{"unit", "class", "year", "-"}, label) || label != "-" && slices.Contains(w.Rows[:i], label) {
			return fmt.Errorf("rows is %q; expected what each column of labels holds, once each: unit, class, year, or - for one that is passed over", w.Rows)
		}
	}
	return nil
}

// ReadWide turns one table of a workbook into a release. Each cell of it is
// counted or set aside with the reason and its place. Totals are checked
// against their parts and kept apart, so that no count is in twice. A period
// that had not ended when the file was made, and in which every row is 0 or
// blank, is "not yet" and no zero. An error means that nothing is counted.
func ReadWide(ctx context.Context, name string, data io.ReaderAt, size int64, wide Wide) (Release, error) {
	book, err := table.Open(name, data, size, table.DefaultLimits())
	if err != nil {
		return Release{}, fmt.Errorf("%s: %w", name, err)
	}
	r, err := readWide(ctx, name, book, wide)
	if err != nil && ctx.Err() == nil {
		return Release{}, fmt.Errorf("%s: %w", name, err)
	}
	return r, err
}

func readWide(ctx context.Context, name string, book *table.Book, wide Wide) (Release, error) {
	if err := wide.Check(); err != nil {
		return Release{}, err
	}
	if len(wide.Rows) == 0 {
		wide.Rows = []string{"class"}
	}
	if wide.Columns == "" {
		wide.Columns = "months"
	}
	if wide.Total == "" {
		wide.Total = "Total"
	}
	units, err := Units()
	if err != nil {
		return Release{}, err
	}
	reader := &wideReader{wide: wide, cells: newCells(), words: newYearWords(), units: units, nothing: spellingsOfNothing(units), file: name}
	var sheets []string
	for _, sheet := range book.Sheets {
		if wide.Sheet != "" && !like(wide.Sheet, sheet.Name) {
			continue
		}
		sheets = append(sheets, nameOfSheet(sheet.Name))
		g, err := readGrid(ctx, sheet)
		if errors.Is(err, errNoTable) && wide.Sheet == "" {
			continue
		}
		if err != nil {
			return Release{}, err
		}
		reader.find(g)
	}
	switch {
	case len(sheets) == 0:
		return Release{}, fmt.Errorf("expected a sheet %q, found %w: the file has other sheets; correct the name, with * for what changes", wide.Sheet, ErrNoTable)
	case len(reader.found) == 0:
		return Release{}, fmt.Errorf("expected the title %q above a row of %s, found %w on %s%s; write the title as the sheet has it, with * for words that change", wide.Table, wide.Columns, ErrNoTable, listed(sheets), reader.others())
	case len(reader.found) > 1:
		var places []string
		for _, f := range reader.found {
			places = append(places, f.grid.sheet+" "+address(f.title, f.column))
		}
		return Release{}, fmt.Errorf("expected one table %q, found %d, at %s; name its sheet, or more of its title", wide.Table, len(places), listed(places))
	}
	return reader.read(reader.found[0])
}

// nameOfSheet quotes the name of a sheet; a text file has none.
func nameOfSheet(name string) string {
	if name == "" {
		return "its only sheet"
	}
	return fmt.Sprintf("%q", strings.TrimSpace(name))
}

func listed(words []string) string {
	const shown = 8
	if len(words) > shown {
		words = append(slices.Clone(words[:shown]), "…")
	}
	return strings.Join(words, ", ")
}

type wideReader struct {
	wide    Wide
	cells   *cells
	words   yearWords
	units   *Registry
	nothing *Registry
	file    string
	found   []foundTable
	titles  []string // places of those of other tables, to be told where none is found
}

// others tells where the titles of tables stand that are there; not what they
// say, because in a file of rows they are records.
func (r *wideReader) others() string {
	if len(r.titles) == 0 {
		return ""
	}
	return ", but others below " + listed(r.titles)
}

// foundTable is a table on a sheet: its title, its header, its columns.
type foundTable struct {
	grid          *grid
	title, header int // numbers of rows
	column        int // of the title
	left, right   int // columns of the table, both included
	periods       []column
	totals        []int // columns that hold totals over the periods
	years         yearsOf
}

// column is a column that holds a period; of a month without a year, the year
// is told by the row or the title.
type column struct {
	at     int
	period interval.Period // none where only the month is known
	month  int
	years  yearsOf // of the month, where a row above the months tells it
}

// below is how many rows may lie between a title and its header.
const below = 3

// find adds the tables of a sheet whose title matches and that have a header of
// periods.
func (r *wideReader) find(g *grid) {
	for row := 1; row <= g.last; row++ {
		for at := range g.rows[row] {
			cell := g.at(row, at)
			if cell.kind != table.Text {
				continue
			}
			wanted := like(r.wide.Table, cell.text)
			for header := row + 1; header <= row+below; header++ {
				if f, ok := r.header(g, row, header, at); ok {
					if wanted {
						f.years = r.yearsFor(cell.text, g.sheet)
						r.found = append(r.found, f)
					} else if header == row+1 && len(r.titles) <= 8 {
						r.titles = append(r.titles, strings.TrimSpace(g.sheet+" "+address(row, at)))
					}
					break
				}
			}
		}
	}
}

// header reads a row as the header of the table whose title is at a place. Its
// cells go on to the right until a blank one or the title of the next table.
func (r *wideReader) header(g *grid, title, row, at int) (foundTable, bool) {
	f := foundTable{grid: g, title: title, header: row, column: at, left: at, right: at - 1}
	labels := len(r.wide.Rows)
	for c := at; c < max(g.width(row), at+labels) && (g.at(row, c).kind != table.Blank || c < at+labels && g.named(title, row, c)) && (c == at || g.at(title, c).kind == table.Blank); c++ {
		f.right = c
	}
	for c := f.left + labels; c <= f.right; c++ {
		text := g.at(row, c).text
		if strings.EqualFold(text, r.wide.Total) {
			f.totals = append(f.totals, c)
		} else if col, ok := r.period(g.at(row, c)); ok {
			if col.at = c; col.month != 0 {
				col.years = r.yearAbove(g, title, row, f.left+labels, c)
			}
			f.periods = append(f.periods, col)
		}
	}
	if len(f.periods) < 2 && !(len(f.periods) == 1 && f.right-f.left <= labels+1) {
		return f, false
	}
	return f, true
}

// yearAbove returns the year that the upper row of a header over two rows tells
// for a month: the one above it, or else the last to its left.
func (r *wideReader) yearAbove(g *grid, title, row, first, at int) yearsOf {
	if row-1 <= title {
		return yearsOf{}
	}
	for c := at; c >= first; c-- {
		if y, ok := r.words.year(g.at(row-1, c).text); ok {
			return y
		}
	}
	return yearsOf{}
}
