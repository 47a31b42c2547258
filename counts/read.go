package counts

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"muster/interval"
)

// headBytes is how much of a file is searched for its header.
const headBytes = 64 << 10

// Read turns the rows of a CSV or TSV file into counts per period ("day",
// "week" or "month"; "" is day), unit and class. A row is one count, or the
// number in the Count column. Every row is counted or set aside with a reason:
// Rows = Counted + len(SetAside), and the rows that a rule against duplicates
// drops. Rows without a unit count as Unknown.
//
// A file gives one release for each date in the Release column; without one,
// it gives a single release, dated by the file's name where that holds a day
// ("arrests-2026-03-10.csv"). Rows dated after their release are set aside.
// Dates that tell only a month are counted by month whatever by says; where
// other rows tell days, they are set aside. Weeks start on Monday.
//
// Nothing of a row is kept but its date, unit and class, and no error repeats
// any other cell.
func Read(ctx context.Context, name string, data io.Reader, columns Columns, by string) ([]Release, error) {
	releases, err := read(ctx, name, data, columns, by)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return releases, err
}

func read(ctx context.Context, name string, data io.Reader, columns Columns, by string) ([]Release, error) {
	switch by {
	case "":
		by = "day"
	case "day", "week", "month":
	default:
		return nil, fmt.Errorf("expected to count by day, week or month, found %q; choose one of them", by)
	}
	if err := errors.Join(columns.Duplicates.check(columns), notOfPeople(columns.Unit, columns.Class)); err != nil {
		return nil, err
	}
	file := bufio.NewReaderSize(transform.NewReader(data, unicode.BOMOverride(encoding.Nop.NewDecoder())), headBytes)
	head, err := file.Peek(headBytes)
	if err != nil && err != io.EOF {
		return nil, fmt.Errorf("reading stopped: %w", err)
	}
	if err := foreign(head); err != nil {
		return nil, err
	}
	whole := head
	if err == nil { // there is more: the last line may be cut
		whole = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	layout, err := findLayout(whole, columns)
	if err != nil {
		return nil, err
	}
	t := newTally(by, dayInName(name), columns.Count != "")
	t.rule = columns.Duplicates
	if err := readRows(ctx, newRows(file, layout.delimiter), layout, columns, t); err != nil {
		return nil, err
	}
	releases, err := t.releases()
	if err != nil {
		return nil, err
	}
	if err := areUnits(releases, columns); err != nil {
		return nil, err
	}
	return releases, noDates(releases, columns)
}

// noDates returns an error for a file with rows of which none tells a date:
// the wrong column was named.
func noDates(releases []Release, columns Columns) error {
	rows := 0
	for _, r := range releases {
		rows += r.Rows
		if r.Counted > 0 || slices.ContainsFunc(r.SetAside, func(s SetAside) bool { return s.Reason != noDate }) {
			return nil
		}
	}
	if rows == 0 {
		return nil
	}
	return fmt.Errorf("expected dates in the column %q, found none in %d rows; name the column that holds them", columns.Date, rows)
}

// foreign returns an error for bytes that are no table of text.
func foreign(head []byte) error {
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return errors.New("expected a table, found an empty file; save it again")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return errors.New("expected CSV or TSV, found a workbook; save its sheet as CSV")
	case bytes.HasPrefix(head, []byte("PAR1")):
		return errors.New("expected CSV or TSV, found Parquet; save it as CSV")
	case bytes.HasPrefix(head, []byte("version https://git-lfs")):
		return errors.New("expected a table, found a pointer to a large file; fetch the file itself, with git lfs pull")
	case bytes.IndexByte(head, 0) >= 0:
		return errors.New("expected a table, found bytes that are no text; save it as CSV in UTF-8")
	}
	return nil
}

// readRows adds every row below the header to the tally. Rows are numbered as
// a spreadsheet shows them: blank lines count, lines within a cell do not.
func readRows(ctx context.Context, rows *csv.Reader, layout layout, columns Columns, t *tally) error {
	registry, err := Units()
	if err != nil {
		return err
	}
	cells, units, classes := newCells(), newNames(registry), newNames(spellingsOfNothing(registry))
	number, nextLine := 0, 1
	for records := 0; ; records++ {
		if records%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row, err := rows.Read()
		if err == io.EOF {
			return nil
		}
		var syntax *csv.ParseError
		if err != nil && !errors.As(err, &syntax) {
			return fmt.Errorf("reading stopped after row %d: %w", number, err)
		}
		if syntax != nil {
			number += syntax.StartLine - nextLine + 1
			if syntax.Line > syntax.StartLine {
				return fmt.Errorf("expected a quotation mark that ends the cell, found none from line %d on; correct that line", syntax.StartLine)
			}
			nextLine = syntax.StartLine + 1
			if records > layout.skip {
				t.setAside("", number, "quotation marks that do not match")
			}
			continue
		}
		line, _ := rows.FieldPos(0)
		number += line - nextLine + 1
		nextLine = line + 1
		for _, cell := range row {
			nextLine += strings.Count(cell, "\n")
		}
		if records > layout.skip && !blank(row) {
			addRow(t, number, row, layout, columns, cells, units, classes)
		}
	}
}

// addRow counts one row, or sets it aside.
func addRow(t *tally, number int, row []string, layout layout, columns Columns, cells *cells, units, classes *names) {
	at := func(column int) string {
		if column < 0 || column >= len(row) {
			return ""
		}
		return row[column]
	}
	var release interval.Date
	if layout.release >= 0 {
		m, reason := cells.date(at(layout.release))
		if reason != "" || m.precision != aDay {
			t.setAside("", number, "no day of release")
			return
		}
		period, _ := m.period(false)
		release = period.From
	}
	m, reason := cells.date(at(layout.date))
	if reason == noDate && columnKey(at(layout.date)) == columnKey(columns.Date) {
		reason = "names of columns" // sheets that were stacked
	}
	if reason != "" {
		t.setAside(release, number, reason)
		return
	}
	count := int64(1)
	if layout.count >= 0 {
		if count, reason = cells.count(at(layout.count)); reason != "" {
			t.setAside(release, number, reason)
			return
		}
	}
	k := key{moment: m}
	if layout.unit >= 0 {
		k.unit = units.of(at(layout.unit))
	}
	if layout.class >= 0 {
		k.class = classes.of(at(layout.class))
	}
	t.add(release, k, count, number)
	if t.rule != "" && t.rule != NoRule {
		t.mayBeCopy(release, k, number, row, at(layout.id), at(max(layout.clock, layout.date)), at(layout.method))
	}
}

// dayInName returns the one day that a file's name holds, as 2026-03-10,
// 20260310 or 03102026; "" when it holds none or several.
func dayInName(name string) interval.Date {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	var found []interval.Date
	for _, g := range regexp.MustCompile(`\d+(?:[-_.]\d{2}){2}|\d{8}`).FindAllString(base, -1) {
		digits := strings.NewReplacer("-", "", "_", "", ".", "").Replace(g)
		for _, layout := range []string{"20060102", "01022006"} {
			if t, err := time.Parse(layout, digits); err == nil && t.Year() >= 1900 && t.Year() < 2100 {
				found = append(found, interval.DateOf(t))
				break
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

func blank(row []string) bool {
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}
