package counts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"muster/counts/table"
	"muster/interval"
)

// File is a record file at hand, such as an *os.File.
type File interface {
	io.ReaderAt
	io.Seeker
}

// Reader says how a record file is turned into counts.
type Reader struct {
	Columns Columns
	By      string // "day", "week" or "month"; "" is day
	// Sheet names one sheet of a workbook, spaces around its name left aside. With
	// "", all sheets with the columns are read, one below the other; hidden ones
	// are not.
	Sheet string
	// Known are units and classes that are kept by name however few rows bear
	// them, beside those that Muster lists.
	Known   []string
	Threads int          // 0 for as many as there are processors
	Limits  table.Limits // none set: table.DefaultLimits
	// Progress is told now and then how many rows were read, unless nil.
	Progress func(rows int)
}

// Read turns the rows of a record file into counts per period ("day", "week" or
// "month"; "" is day), unit and class, with all else as Reader has it.
func Read(ctx context.Context, name string, data File, columns Columns, by string) ([]Release, error) {
	return Reader{Columns: columns, By: by}.Read(ctx, name, data)
}

// Read turns the rows of a record file, in any format that package table reads,
// into counts per period, unit and class. A row is one count, or the number in
// the Count column. Every row is counted or set aside with a reason: Rows =
// Counted + len(SetAside), and the rows that a rule against duplicates drops.
// Rows without a unit count as Unknown. An error means that nothing is counted.
//
// A file gives one release for each date in the Release column; without one,
// it gives a single release, dated by the file's name where that holds a day
// ("arrests-2026-03-10.csv"). Rows dated after their release are set aside.
// Dates that tell only a month are counted by month whatever By says; where
// other rows tell days, they are set aside. Weeks start on Monday.
//
// Nothing of a row is kept but its date, unit and class, and no error repeats
// any other cell. The answer is the same for any number of threads.
//
// A ZIP archive gives the releases of each record file in it, in order of their
// names.
func (r Reader) Read(ctx context.Context, name string, data File) ([]Release, error) {
	return r.eachBook(ctx, name, data, r.ReadBook)
}

// eachBook reads a record file, or each one in an archive, in order of the names.
func (r Reader) eachBook(ctx context.Context, name string, data File, read func(context.Context, string, *table.Book) ([]Release, error)) ([]Release, error) {
	files, err := r.Files(name, data)
	if err != nil {
		return nil, err
	}
	var all []Release
	for _, file := range files {
		book, err := file.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
		releases, err := read(ctx, file.Name, book)
		if err != nil {
			return nil, err
		}
		all = append(all, releases...)
	}
	return all, nil
}

// Files returns the record files that a file holds: itself, or those of an archive.
func (r Reader) Files(name string, data File) ([]table.Member, error) {
	size, err := data.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, fmt.Errorf("%s: reading stopped: %w", name, err)
	}
	limits := r.Limits
	if limits == (table.Limits{}) {
		limits = table.DefaultLimits()
	}
	files, err := table.Files(name, data, size, limits)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return files, nil
}

// ReadBook reads a record file that is open; see Read.
func (r Reader) ReadBook(ctx context.Context, name string, book *table.Book) ([]Release, error) {
	releases, err := r.read(ctx, name, book)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err != nil {
		return nil, err
	}
	return releases, nil
}

func (r Reader) read(ctx context.Context, name string, book *table.Book) ([]Release, error) {
	switch r.By {
	case "":
		r.By = "day"
	case "day", "week", "month":
	default:
		return nil, fmt.Errorf("expected to count by day, week or month, found %q; choose one of them", r.By)
	}
	if err := errors.Join(r.Columns.Duplicates.check(r.Columns), notOfPeople(r.Columns.Unit, r.Columns.Class)); err != nil {
		return nil, err
	}
	sheets, left, err := r.sheets(ctx, book)
	if err != nil {
		return nil, err
	}
	t := newTally(r.By, dayInName(name), r.Columns.Count != "")
	units, err := Units()
	if err != nil {
		return nil, err
	}
	t.rule = r.Columns.Duplicates
	for _, s := range sheets {
		sheet := ""
		if len(sheets) > 1 {
			sheet = s.sheet.Name
		}
		if err := r.addRows(ctx, s, t, sheet); err != nil {
			return nil, err
		}
	}
	releases, err := t.settled(r.Columns, knownNames(units, r.Known))
	if err != nil {
		return nil, err
	}
	for i := range releases {
		releases[i].Remark = joinRemarks(append([]string{releases[i].Remark}, left...)...)
	}
	if err := r.notMerged(ctx, sheets, releases); err != nil {
		return nil, err
	}
	return releases, noDates(releases, r.Columns)
}

// laidOut is a sheet with the places of its columns.
type laidOut struct {
	sheet  *table.Sheet
	layout layout
}

// joinRemarks makes one remark of those that say something.
func joinRemarks(remarks ...string) string {
	return strings.Join(slices.DeleteFunc(remarks, func(s string) bool { return s == "" }), "; ")
}

// sheets returns the sheets that are read, and remarks on those that are not
// although they have some of the columns.
func (r Reader) sheets(ctx context.Context, book *table.Book) (read []laidOut, left []string, err error) {
	var found []laidOut
	var problem error
	var names []string
	for _, sheet := range book.Sheets {
		names = append(names, sheet.Name)
		named := r.Sheet != "" && sheetKey(sheet.Name) == sheetKey(r.Sheet)
		if r.Sheet != "" && !named || sheet.Hidden && !named {
			continue
		}
		layout, err := findLayout(ctx, sheet, r.Columns)
		var part partlyFound
		if errors.As(err, &part) {
			left = append(left, fmt.Sprintf("sheet %q has the column %q and not %q, so it is not read", sheet.Name, part.has, part.lacks))
		}
		if err == nil {
			found = append(found, laidOut{sheet, layout})
		} else if problem == nil || moreTelling(err, problem) {
			problem = err
		}
	}
	switch {
	case len(found) > 0:
		return found, left, nil
	case problem == nil && r.Sheet != "":
		return nil, nil, fmt.Errorf("expected a sheet %q, found the sheets %s; name one of them", r.Sheet, quoteAll(names))
	case problem == nil:
		return nil, nil, fmt.Errorf("expected a sheet to read, found only hidden ones: %s; name one of them", quoteAll(names))
	case len(book.Sheets) > 1 && r.Sheet == "":
		return nil, nil, fmt.Errorf("none of the sheets %s has the columns: %w", quoteAll(names), problem)
	}
	return nil, nil, problem
}

func sheetKey(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// threads returns how many threads read.
func (r Reader) threads() int {
	if r.Threads > 0 {
		return r.Threads
	}
	return runtime.GOMAXPROCS(0)
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
