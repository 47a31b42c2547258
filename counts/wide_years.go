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

// yearsFor returns the year that a table's title tells, or else its sheet, or
// else its file.
func (r *wideReader) yearsFor(title, sheet string) yearsOf {
	for _, words := range []string{title, sheet, r.file} {
		if y, ok := yearIn(words); ok {
			return y
		}
	}
	return yearsOf{}
}

// yearIn finds "FY2025", "FY25", "fiscal year 2025" or a lone "2025".
func yearIn(words string) (yearsOf, bool) {
	if g := regexp.MustCompile(`(?i)(?:^|[^a-z])(?:FY|fiscal year) ?'?(\d{4}|\d{2})(?:\D|$)`).FindStringSubmatch(words); g != nil {
		year, _ := strconv.Atoi(g[1])
		if year < 100 {
			year += 2000
		}
		return yearsOf{year, true}, true
	}
	var found []int
	for _, g := range regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(?:\D|$)`).FindAllStringSubmatch(words, -1) {
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
		y, ok := yearIn(cell.text)
		if !ok || len(cell.text) > len("Fiscal Year 2025") {
			return column{}, false
		}
		y.fiscal = r.wide.Columns == "fiscal-years"
		return column{period: y.whole()}, true
	}
	if month := r.cells.months[strings.ToLower(strings.TrimSuffix(cell.text, "."))]; month != 0 {
		return column{month: month}, true
	}
	m, reason := r.cells.date(spelledMonth(cell.text))
	if reason != "" || m.precision == slashed {
		return column{}, false
	}
	first, ok := m.day(false)
	return column{period: monthOf(interval.DateOf(first))}, ok
}

// spelledMonth writes "Oct-24" as "Oct 2024".
func spelledMonth(text string) string {
	if g := regexp.MustCompile(`^([A-Za-z]{3,9})\.?[-' ]+'?(\d{2})$`).FindStringSubmatch(text); g != nil {
		return g[1] + " 20" + g[2]
	}
	return text
}
