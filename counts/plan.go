package counts

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"muster/counts/table"
	"muster/interval"
)

// Plan says what a record file holds and what would be counted of it, before
// anything is. It holds names of columns, and numbers of cells and rows; of what
// rows say, only days and names of units.
type Plan struct {
	File   string      `json:"file"`
	Format string      `json:"format"`
	Notes  []string    `json:"notes"` // what was guessed in reading
	Sheets []SheetPlan `json:"sheets"`
}

// SheetPlan is what a sheet holds.
type SheetPlan struct {
	Name    string       `json:"name"`
	Hidden  bool         `json:"hidden"`  // it is read only when it is named
	Header  int          `json:"header"`  // number of the row with the names of columns; 0 where the format holds them apart
	Columns []ColumnPlan `json:"columns"` // none where no header was found
	Rows    int          `json:"rows"`    // below the header, blank ones not counted
	Ragged  int          `json:"ragged"`  // rows with cells beyond the last column, or with fewer in a text file
	Spoilt  int          `json:"spoilt"`  // rows that cannot be told, such as for quotation marks that do not match

	// Would is what the proposed columns would give; nil when none tells a date.
	Would   *WouldCount `json:"would"`
	Problem string      `json:"problem,omitempty"` // why nothing would be counted
}

// ColumnPlan is what a column holds.
type ColumnPlan struct {
	Name     string `json:"name"`
	Known    string `json:"known,omitempty"` // the name that newer files have for it, where that is another
	Use      Use    `json:"use"`
	Proposed bool   `json:"proposed"` // it would be counted by
	Blank    int    `json:"blank"`    // rows without a value
	Redacted int    `json:"redacted"`
	Dates    int    `json:"dates"` // cells that tell a day
}

// WouldCount is what a sheet would give.
type WouldCount struct {
	Counted      int            `json:"counted"`
	SetAside     map[string]int `json:"set_aside"` // rows by reason
	First        interval.Date  `json:"first"`
	Last         interval.Date  `json:"last"`
	Release      interval.Date  `json:"release,omitempty"` // as the file's name tells it
	Units        int            `json:"units"`             // different ones
	WithoutUnit  int64          `json:"without_unit"`      // counts of unit Unknown
	UnitsUnknown []string       `json:"units_unknown"`     // that units.toml does not list: at most ten
}

// planned is one use and the column proposed for it.
func (s SheetPlan) planned(use Use) string {
	for _, c := range s.Columns {
		if c.Use == use && c.Proposed {
			return c.Name
		}
	}
	return ""
}

// Proposed returns the columns that the plan would count a sheet by.
func (s SheetPlan) Proposed() Columns {
	return Columns{Date: s.planned(UseDate), Unit: s.planned(UseUnit), Class: s.planned(UseClass), Count: s.planned(UseCount), Release: s.planned(UseRelease)}
}

// Plan reads a file through and says what it would give. Columns that the
// reader names are proposed in place of those that columns.txt would.
func (r Reader) Plan(ctx context.Context, name string, book *table.Book) (Plan, error) {
	plan := Plan{File: name, Format: book.Format, Notes: append([]string{}, book.Notes...)}
	for _, sheet := range book.Sheets {
		if r.Sheet != "" && sheetKey(sheet.Name) != sheetKey(r.Sheet) {
			continue
		}
		p, err := r.planSheet(ctx, name, book.Format, sheet)
		if err != nil {
			return plan, fmt.Errorf("%s: %w", name, err)
		}
		plan.Sheets = append(plan.Sheets, p)
	}
	return plan, nil
}

func (r Reader) planSheet(ctx context.Context, name, format string, sheet *table.Sheet) (SheetPlan, error) {
	p := SheetPlan{Name: sheet.Name, Hidden: sheet.Hidden, Columns: []ColumnPlan{}}
	header, names, err := findNames(ctx, sheet)
	if err != nil {
		return p, err
	}
	if names == nil {
		p.Problem = fmt.Sprintf("no row with names of columns among the first %d", headerRows)
		return p, nil
	}
	p.Header = header
	known := knownColumns()
	for _, name := range names {
		c := ColumnPlan{Name: strings.Join(strings.Fields(name), " ")}
		if k, ok := known[columnKey(name)]; ok {
			c.Use = k.use
			if columnKey(k.name) != columnKey(name) {
				c.Known = k.name
			}
		}
		p.Columns = append(p.Columns, c)
	}
	if err := r.survey(ctx, sheet, &p, format == "CSV" || format == "TSV"); err != nil {
		return p, err
	}
	r.propose(&p, known)
	columns := p.Proposed()
	if columns.Date == "" {
		p.Problem = "no column of dates was recognised"
		return p, nil
	}
	columns.Renamed = r.Columns.Renamed
	one := r
	one.Columns, one.Sheet = columns, sheet.Name
	releases, err := one.ReadBook(ctx, name, &table.Book{Sheets: []*table.Sheet{sheet}})
	if err != nil {
		if ctx.Err() != nil {
			return p, err
		}
		p.Problem = strings.TrimPrefix(err.Error(), name+": ")
		return p, nil
	}
	p.Would, err = would(releases)
	return p, err
}

// findNames returns the row that holds the names of columns: of the first rows
// that can be names only, or hold two that are known, the first one with most
// that are known. Other rows may be records, of which nothing is told.
func findNames(ctx context.Context, sheet *table.Sheet) (header int, names []string, err error) {
	rows, err := sheet.Rows(ctx)
	if err != nil {
		return 0, nil, err
	}
	defer rows.Close()
	var top []topRow
	for len(top) < headerRows {
		row, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, nil, err
		}
		top = append(top, newTopRow(row))
	}
	most := 0
	for i, row := range top {
		for joined, found := range namesAt(top, i) {
			known := recognised(found.names)
			isNames := joined == 0 && (known > 1 || row.number == 0 || onlyNames(top, i))
			// A header over two rows is read as one where that tells more.
			if isNames && (names == nil || known > most) || joined > 0 && known > max(most, 1) {
				header, names, most = row.number, found.names, max(most, known)
			}
		}
	}
	return header, names, nil
}

// surveyed is what rows hold, by column.
type surveyed struct {
	columns              []ColumnPlan
	rows, ragged, spoilt int
}

// surveyedPiece parts the rows of a piece that stand above its records, if it
// is the first of its sheet, from the others.
type surveyedPiece struct{ top, rest surveyed }

// survey counts what the cells of each column hold.
func (r Reader) survey(ctx context.Context, sheet *table.Sheet, p *SheetPlan, even bool) error {
	width := len(p.Columns)
	return table.Scan(ctx, sheet, table.Job[*surveyedPiece]{
		Threads: r.threads(),
		Reader: func() func(*table.Rows) (*surveyedPiece, error) {
			cells := newCells()
			return func(rows *table.Rows) (*surveyedPiece, error) {
				s := &surveyedPiece{surveyed{columns: make([]ColumnPlan, width)}, surveyed{columns: make([]ColumnPlan, width)}}
				for {
					row, err := rows.Next()
					switch {
					case err == io.EOF:
						return s, nil
					case err != nil:
						return nil, err
					case row.Number <= p.Header:
						s.top.row(row, cells, even)
					default:
						s.rest.row(row, cells, even)
					}
				}
			}
		},
		Take: func(above int, s *surveyedPiece) error {
			if above > 0 {
				p.add(s.top)
			}
			p.add(s.rest)
			return nil
		},
	})
}

func (p *SheetPlan) add(s surveyed) {
	p.Rows += s.rows
	p.Ragged += s.ragged
	p.Spoilt += s.spoilt
	for i, c := range s.columns {
		p.Columns[i].Blank += c.Blank
		p.Columns[i].Redacted += c.Redacted
		p.Columns[i].Dates += c.Dates
	}
}

// row adds a row; even says that all rows should have as many cells.
func (s *surveyed) row(row table.Row, cells *cells, even bool) {
	switch {
	case row.Problem != "":
		s.rows++
		s.spoilt++
		return
	case row.Blank:
		return
	}
	s.rows++
	if len(row.Cells) > len(s.columns) || even && len(row.Cells) < len(s.columns) {
		s.ragged++
	}
	for i := range s.columns {
		c := &s.columns[i]
		if i >= len(row.Cells) || len(row.Cells[i].Text) == 0 {
			c.Blank++
			continue
		}
		switch cell := row.Cells[i]; {
		case cell.Kind == table.Date || isoDay(cell.Text):
			c.Dates++
		case strings.IndexByte("bB(", cell.Text[0]) >= 0 && redacted(string(cell.Text)):
			c.Redacted++
		case mayBeDate(cell):
			if _, reason := cells.date(string(cell.Text)); reason == "" {
				c.Dates++
			}
		}
	}
}

// mayBeDate reports whether a cell is worth a closer look: most are not.
func mayBeDate(cell table.Cell) bool {
	text := cell.Text
	if _, number := serial(string(text)); number { // it is as often an amount
		return false
	}
	return cell.Kind == table.Text && len(text) >= 6 && len(text) <= 32 && text[0] >= '0' && text[0] <= '9' && bytes.ContainsAny(text, "/-.")
}

// propose chooses one column for each use.
func (r Reader) propose(p *SheetPlan, known map[string]knownColumn) {
	named := map[Use]string{UseDate: r.Columns.Date, UseUnit: r.Columns.Unit, UseClass: r.Columns.Class, UseCount: r.Columns.Count, UseRelease: r.Columns.Release}
	for i := range p.Columns { // a column of dates under a name that is not known
		c := &p.Columns[i]
		for use, name := range named {
			if name != "" && columnKey(name) == columnKey(c.Name) {
				c.Use = use
			}
		}
		if c.Use == "" && !ofPeople(c.Name) && 10*c.Dates > 9*(p.Rows-c.Blank-c.Redacted) && c.Dates > 0 {
			c.Use = UseDate
		}
	}
	for _, use := range []Use{UseDate, UseUnit, UseClass, UseCount, UseRelease, UseID} {
		best := -1
		for i, c := range p.Columns {
			if c.Use != use || c.Blank+c.Redacted >= p.Rows && p.Rows > 0 || ofPeople(c.Name) {
				continue
			}
			if name := named[use]; name != "" {
				if columnKey(name) == columnKey(c.Name) {
					best = i
				}
				continue
			}
			if best < 0 || cmp.Compare(rankOf(known, c.Name), rankOf(known, p.Columns[best].Name)) < 0 {
				best = i
			}
		}
		if best >= 0 {
			p.Columns[best].Proposed = true
		}
	}
}

// rankOf returns the place of a column in the list; those that are not on it come last.
func rankOf(known map[string]knownColumn, name string) int {
	if k, ok := known[columnKey(name)]; ok {
		return k.rank
	}
	return len(known) + 1
}

// would sums releases up.
func would(releases []Release) (*WouldCount, error) {
	registry, err := Units()
	if err != nil {
		return nil, err
	}
	listed := map[string]bool{Unknown: true, "": true}
	for _, u := range registry.Units {
		listed[u.Name] = true
	}
	w := &WouldCount{SetAside: map[string]int{}, UnitsUnknown: []string{}}
	units := map[string]bool{}
	for _, r := range releases {
		w.Counted += r.Counted
		w.Release = r.Date
		for _, s := range r.SetAside {
			w.SetAside[s.Reason]++
		}
		if r.Covers.From != "" {
			if w.First == "" || r.Covers.From < w.First {
				w.First = r.Covers.From
			}
			w.Last = max(w.Last, r.Covers.To)
		}
		for _, p := range r.Points {
			if p.Unit == Unknown {
				w.WithoutUnit += p.Count
			} else if p.Unit != "" {
				units[p.Unit] = true
			}
		}
	}
	if len(releases) != 1 {
		w.Release = ""
	}
	w.Units = len(units)
	for unit := range units {
		if !listed[unit] {
			w.UnitsUnknown = append(w.UnitsUnknown, unit)
		}
	}
	slices.Sort(w.UnitsUnknown)
	w.UnitsUnknown = w.UnitsUnknown[:min(len(w.UnitsUnknown), 10)]
	return w, nil
}
