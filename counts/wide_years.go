package counts

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"muster/counts/table"
	"muster/interval"
)

// yearsOf is what tells the year of months that name none.
type yearsOf struct {
	year   int
	fiscal bool // the year ends in September: its October is in the year before
}

var errNoYear = errors.New("no year")

// yearWords reads years and months in words.
type yearWords struct {
	fiscal *regexp.Regexp // FY2025, FY25, fiscal year 2025
	lone   *regexp.Regexp // 2025
	month  *regexp.Regexp // Oct-24
}

func newYearWords() yearWords {
	return yearWords{
		fiscal: regexp.MustCompile(`(?i)(?:^|[^a-z])(?:FY|fiscal year) ?'?(\d{4}|\d{2})(?:\D|$)`),
		lone:   regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(?:\D|$)`),
		month:  regexp.MustCompile(`^([A-Za-z]{3,9})\.?[-' ]+'?(\d{2})$`),
	}
}

// yearsFor returns the year that a table's title tells, or else its sheet, or
// else its file.
func (r *wideReader) yearsFor(title, sheet string) yearsOf {
	for _, words := range []string{title, sheet, r.file} {
		if y, ok := r.words.year(words); ok {
			return y
		}
	}
	return yearsOf{}
}

// year finds the fiscal year, or else the one year, that words tell.
func (w yearWords) year(words string) (yearsOf, bool) {
	if g := w.fiscal.FindStringSubmatch(words); g != nil {
		year, _ := strconv.Atoi(g[1])
		if year < 100 {
			year += 2000
		}
		return yearsOf{year, true}, true
	}
	var found []int
	for _, g := range w.lone.FindAllStringSubmatch(words, -1) {
		year, _ := strconv.Atoi(g[1])
		found = append(found, year)
	}
	if len(found) != 1 {
		return yearsOf{}, false
	}
	return yearsOf{found[0], false}, true
}

// of returns a month in the year.
func (y yearsOf) of(month int) (interval.Period, error) {
	if y.year == 0 {
		return interval.Period{}, fmt.Errorf("expected the year of the months in the title, the sheet's name or the file's, found %w; rename the file, as in FY25_…", errNoYear)
	}
	year := y.year
	if y.fiscal && month >= int(time.October) {
		year--
	}
	return monthOf(interval.DateOf(time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC))), nil
}

// whole returns the days of the year.
func (y yearsOf) whole() interval.Period {
	if y.fiscal {
		start := FiscalYear.Start(interval.DateOf(time.Date(y.year, 1, 1, 0, 0, 0, 0, time.UTC)))
		return interval.Period{From: start, To: interval.DateOf(time.Date(y.year, time.September, 30, 0, 0, 0, 0, time.UTC))}
	}
	return interval.Period{From: interval.DateOf(time.Date(y.year, 1, 1, 0, 0, 0, 0, time.UTC)), To: interval.DateOf(time.Date(y.year, 12, 31, 0, 0, 0, 0, time.UTC))}
}

// period reads a cell of a header: a month, with or without its year, or a year.
func (r *wideReader) period(cell gridCell) (column, bool) {
	if cell.kind == table.Fault || cell.kind == table.Blank {
		return column{}, false
	}
	if r.wide.Columns != "months" {
		y, ok := r.words.year(cell.text)
		if !ok || len(cell.text) > len("Fiscal Year 2025") {
			return column{}, false
		}
		y.fiscal = r.wide.Columns == "fiscal-years"
		return column{period: y.whole()}, true
	}
	if month := r.cells.months[strings.ToLower(strings.TrimSuffix(cell.text, "."))]; month != 0 {
		return column{month: month}, true
	}
	if _, number := serial(cell.text); number {
		return column{}, false
	}
	m, reason := r.cells.date(r.words.spelled(cell.text))
	if reason != "" || m.precision == slashed {
		return column{}, false
	}
	first, ok := m.day(false)
	return column{period: monthOf(interval.DateOf(first))}, ok
}

// spelled writes "Oct-24" as "Oct 2024".
func (w yearWords) spelled(month string) string {
	if g := w.month.FindStringSubmatch(month); g != nil {
		return g[1] + " 20" + g[2]
	}
	return month
}
