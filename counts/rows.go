package counts

import (
	"context"
	"io"

	"muster/counts/table"
)

// This file reads the cells of rows, on several threads at once. What is left
// of a row are numbers: of its date, and of the names of its unit and class.

// batch is what a run of rows says.
type batch struct {
	rows     []countedRow
	setAside []asideRow
	copies   []copyRow // rows that a rule against duplicates looks at; of is their place in rows
	without  []int32   // places in rows of those without an identifier
	// The names that the rows' numbers stand for: as much as the thread had seen
	// then, of lists that only grow.
	units, classes, releases []string
	reader                   *rowReader
	last                     int // number of the last row
}

type countedRow struct {
	count                int64
	moment               moment
	row                  int32
	unit, class, release int32
}

type asideRow struct {
	row     int32
	release int32
	reason  string
}

// addRows adds the rows below the header of a sheet to the tally. sheet names
// it where the file has several.
func (r Reader) addRows(ctx context.Context, s laidOut, t *tally, sheet string) error {
	registry, err := Units()
	if err != nil {
		return err
	}
	columns := []int{}
	for _, c := range []int{s.layout.date, s.layout.unit, s.layout.class, s.layout.count, s.layout.release, s.layout.id, s.layout.clock, s.layout.method} {
		if c >= 0 {
			columns = append(columns, c)
		}
	}
	if t.rule == DistinctRows {
		columns = nil // all
	}
	t.startSheet(sheet)
	return table.Scan(ctx, s.sheet, table.Job[*batch]{
		Columns: columns,
		Threads: r.threads(),
		Reader: func() func(*table.Rows) (*batch, error) {
			return newRowReader(s.layout, r.Columns, registry, t.digester).read
		},
		Take: func(above int, b *batch) error {
			t.add(above, s.layout.header, b)
			if r.Progress != nil {
				r.Progress(above + b.last)
			}
			return nil
		},
	})
}

// rowReader reads the rows of one thread.
type rowReader struct {
	layout                   layout
	columns                  Columns
	cells                    *cells
	digester                 digester
	units, classes, releases *numbered
	expect                   int    // rows of a batch, as far as seen
	whole                    []byte // all cells of a row
}

func newRowReader(layout layout, columns Columns, registry *Registry, digester digester) *rowReader {
	r := &rowReader{layout: layout, columns: columns, cells: newCells(), digester: digester}
	units, classes := newNames(registry), newNames(spellingsOfNothing(registry))
	r.units, r.classes, r.releases = newNumbered(units.of), newNumbered(classes.of), newNumbered(func(cell string) string { return cell })
	r.releases.of([]byte{}) // 0: none
	return r
}

// numbered gives a number to each name that cells stand for.
type numbered struct {
	name    func(cell string) string
	bySight map[string]int32 // by the cell as it is written
	byName  map[string]int32
	names   []string
}

func newNumbered(name func(cell string) string) *numbered {
	return &numbered{name: name, bySight: map[string]int32{}, byName: map[string]int32{}}
}

func (n *numbered) of(cell []byte) int32 {
	if number, ok := n.bySight[string(cell)]; ok {
		return number
	}
	name := n.name(string(cell))
	number, ok := n.byName[name]
	if !ok {
		number = int32(len(n.names))
		n.byName[name] = number
		n.names = append(n.names, name)
	}
	n.bySight[string(cell)] = number
	return number
}

func (r *rowReader) read(rows *table.Rows) (*batch, error) {
	b := &batch{reader: r, rows: make([]countedRow, 0, r.expect)}
	for {
		row, err := rows.Next()
		if err == io.EOF {
			r.expect = max(r.expect, len(b.rows)+len(b.rows)/8)
			b.units, b.classes, b.releases = r.units.names, r.classes.names, r.releases.names
			return b, nil
		}
		if err != nil {
			return nil, err
		}
		b.last = row.Number
		switch {
		case row.Problem != "":
			b.setAside = append(b.setAside, asideRow{int32(row.Number), 0, row.Problem})
		case !row.Blank:
			r.row(b, row)
		}
	}
}

// row counts one row, or sets it aside.
func (r *rowReader) row(b *batch, row table.Row) {
	counted := countedRow{count: 1, row: int32(row.Number)}
	aside := func(reason string) {
		b.setAside = append(b.setAside, asideRow{counted.row, counted.release, reason})
	}
	at := func(column int) table.Cell {
		if column < 0 || column >= len(row.Cells) {
			return table.Cell{}
		}
		return row.Cells[column]
	}
	if r.layout.release >= 0 {
		m, reason := r.date(at(r.layout.release))
		if reason != "" || m.precision != aDay {
			aside("no day of release")
			return
		}
		period, _ := m.period(false)
		counted.release = r.releases.of([]byte(period.From))
	}
	date := at(r.layout.date)
	m, reason := r.date(date)
	if reason == noDate && len(date.Text) > 0 && columnKey(string(date.Text)) == columnKey(r.columns.Date) {
		reason = "names of columns" // sheets that were stacked
	}
	if reason != "" {
		aside(reason)
		return
	}
	counted.moment = m
	if r.layout.count >= 0 {
		if counted.count, reason = r.cells.count(string(at(r.layout.count).Text)); reason != "" {
			aside(reason)
			return
		}
	}
	if r.layout.unit >= 0 {
		counted.unit = r.units.of(name(at(r.layout.unit)))
	}
	if r.layout.class >= 0 {
		counted.class = r.classes.of(name(at(r.layout.class)))
	}
	b.rows = append(b.rows, counted)
	if rule := r.columns.Duplicates; rule != "" && rule != NoRule {
		r.mayBeCopy(b, row.Cells, at(r.layout.id), at(max(r.layout.clock, r.layout.date)), at(r.layout.method))
	}
}

// name returns the words of a cell; an error that a spreadsheet shows is none.
func name(cell table.Cell) []byte {
	if cell.Kind == table.Fault {
		return nil
	}
	return cell.Text
}

// date reads a date: the usual case without a regular expression.
func (r *rowReader) date(cell table.Cell) (moment, string) {
	if isoDay(cell.Text) {
		two := func(at int) int { return int(cell.Text[at]-'0')*10 + int(cell.Text[at+1]-'0') }
		m := newMoment(aDay, two(0)*100+two(2), two(5), two(8))
		if m.month >= 1 && m.month <= 12 && m.number >= 1 && m.number <= 28 && m.year >= 1800 && m.year <= 2200 {
			return m, ""
		}
	}
	return r.cells.date(string(cell.Text))
}
