package counts

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"muster/interval"
)

// precision is how much of a date a cell tells.
type precision uint8

const (
	aDay    precision = iota
	aMonth            // 2025-06
	slashed           // 6/4/2025: whether the day or the month comes first is for the whole column to tell
)

// noWhole is the reason for a cell that is no count.
const noWhole = "no whole number"

// noDate is the reason for a row whose date cell holds none.
const noDate = "no date"

// moment is the date of a row as its cell tells it.
type moment struct {
	precision     precision
	month, number int8 // slashed: the first number, the second number
	year          int16
}

func newMoment(p precision, year, month, number int) moment {
	return moment{p, int8(month), int8(number), int16(year)}
}

// day returns the first day of a moment; slashed moments are read month first
// unless dayFirst. ok is false for a day that no calendar has.
func (m moment) day(dayFirst bool) (day time.Time, ok bool) {
	month, number := m.month, m.number
	if m.precision == slashed && dayFirst {
		month, number = number, month
	}
	if m.precision == aMonth {
		number = 1
	}
	day = time.Date(int(m.year), time.Month(month), int(number), 0, 0, 0, 0, time.UTC)
	return day, day.Day() == int(number) && int(day.Month()) == int(month)
}

// period returns the days of a moment; see day.
func (m moment) period(dayFirst bool) (interval.Period, bool) {
	day, ok := m.day(dayFirst)
	if !ok {
		return interval.Period{}, false
	}
	first := interval.DateOf(day)
	if m.precision == aMonth {
		return monthOf(first), true
	}
	return interval.Period{From: first, To: first}, true
}

// cells reads the cells of dates and counts.
type cells struct {
	number   *regexp.Regexp // 2025-06-04, 2025/6/4, 20250604, 2025-06
	slash    *regexp.Regexp // 6/4/2025
	word     *regexp.Regexp // 4 June 2025, 4-Jun-2025
	grouped  *regexp.Regexp // 1,234; a fraction of zeros is what programs make of whole numbers
	fraction *regexp.Regexp // 1,234.5
	months   map[string]int
}

func newCells() *cells {
	const clock = `(?:[T ,]+\d{1,2}:\d{2}.*)?$`
	c := &cells{
		number:   regexp.MustCompile(`^(\d{4})(?:([-/.])(\d{1,2})(?:([-/.])(\d{1,2})` + clock + `|$)|(\d{2})(\d{2})$)`),
		slash:    regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})` + clock),
		word:     regexp.MustCompile(`^(?:(\d{1,2})[- ])?([A-Za-z]{3,9})\.?[- ,]+(?:(\d{1,2}),? +)?(\d{4})` + clock),
		grouped:  regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.0+)?$`),
		fraction: regexp.MustCompile(`^-?\d{1,12}(?:\.\d{1,20})?$|^-?\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,20})?$`),
		months:   map[string]int{"sept": 9},
	}
	for m := time.January; m <= time.December; m++ {
		c.months[strings.ToLower(m.String())] = int(m)
		c.months[strings.ToLower(m.String()[:3])] = int(m)
	}
	return c
}

// date returns the moment a cell tells, or a reason why it tells none.
// Clock times are passed over.
func (c *cells) date(cell string) (moment, string) {
	cell = strings.TrimSpace(cell)
	switch {
	case cell == "":
		return moment{}, noDate
	case redacted(cell):
		return moment{}, "redacted date"
	}
	var m moment
	integer := func(s string) int { n, _ := strconv.Atoi(s); return n }
	if isoDay(cell) {
		m = newMoment(aDay, integer(cell[:4]), integer(cell[5:7]), integer(cell[8:10]))
	} else if g := c.number.FindStringSubmatch(cell); g != nil && g[2] == g[4] || g != nil && g[4] == "" {
		switch {
		case g[6] != "":
			m = newMoment(aDay, integer(g[1]), integer(g[6]), integer(g[7]))
		case g[5] != "":
			m = newMoment(aDay, integer(g[1]), integer(g[3]), integer(g[5]))
		default:
			m = newMoment(aMonth, integer(g[1]), integer(g[3]), 0)
		}
	} else if g := c.slash.FindStringSubmatch(cell); g != nil {
		m = newMoment(slashed, integer(g[3]), integer(g[1]), integer(g[2]))
	} else if g := c.word.FindStringSubmatch(cell); g != nil && c.months[strings.ToLower(g[2])] != 0 && (g[1] == "" || g[3] == "") {
		m = newMoment(aDay, integer(g[4]), c.months[strings.ToLower(g[2])], integer(g[1]+g[3]))
		if g[1]+g[3] == "" {
			m.precision = aMonth
		}
	} else if day, ok := serial(cell); ok {
		m = newMoment(aDay, day.Year(), int(day.Month()), day.Day())
	} else {
		return moment{}, noDate
	}
	_, monthFirst := m.day(false)
	_, dayFirst := m.day(true)
	if m.year < 1800 || m.year > 2200 || !monthFirst && !dayFirst {
		return moment{}, "impossible date"
	}
	return m, ""
}

// serial reads the number that a spreadsheet holds for a day, counted from 1900,
// where it was written out as a number: "45810" or "45810.5" is 2 June 2025.
// Five digits are no other date; those of 1982 to 2064 are taken.
func serial(cell string) (time.Time, bool) {
	days, fraction, _ := strings.Cut(cell, ".")
	n, err := strconv.Atoi(days)
	if err != nil || len(days) != 5 || n < 30000 || n >= 60000 || strings.Trim(fraction, "0123456789") != "" {
		return time.Time{}, false
	}
	return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC), true
}

// isoDay reports whether the cell is 2006-01-02, alone or with a clock time:
// the usual case, without a regular expression.
func isoDay[T string | []byte](cell T) bool {
	if len(cell) < 10 || cell[4] != '-' || cell[7] != '-' || len(cell) > 10 && cell[10] != ' ' && cell[10] != 'T' {
		return false
	}
	for i := range 10 {
		if c := cell[i]; i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// count returns the number in a cell, or a reason why it holds none. A
// blank cell is not zero.
func (c *cells) count(cell string) (int64, string) {
	cell = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ").Replace(cell))
	switch {
	case cell == "":
		return 0, "no count"
	case redacted(cell):
		return 0, "redacted count"
	case strings.ContainsAny(cell, "<*") || strings.EqualFold(cell, "suppressed"):
		return 0, "suppressed count"
	case !c.grouped.MatchString(cell):
		return 0, noWhole
	}
	whole, _, _ := strings.Cut(cell, ".")
	n, err := strconv.ParseInt(strings.NewReplacer(",", "", " ", "").Replace(whole), 10, 64)
	if err != nil || n > 1e12 {
		return 0, "number too large"
	}
	return n, ""
}

// redacted reports whether a cell holds only marks of redaction under the
// Freedom of Information Act, such as "b(6), b(7)c" or "(b)(7)(E)".
func redacted(cell string) bool {
	if len(cell) < 4 || !strings.ContainsAny(cell[:2], "bB") {
		return false
	}
	rest := strings.ToLower(cell)
	for rest != "" {
		after, ok := strings.CutPrefix(rest, "(b)(")
		if !ok {
			after, ok = strings.CutPrefix(rest, "b(")
		}
		if !ok || len(after) < 2 || after[0] < '1' || after[0] > '9' || after[1] != ')' {
			return false
		}
		rest = after[2:]
		// A letter may follow, in brackets or without; "(b)(" starts the next mark.
		switch {
		case len(rest) >= 3 && rest[0] == '(' && rest[1] >= 'a' && rest[1] <= 'f' && rest[2] == ')' && !strings.HasPrefix(rest, "(b)("):
			rest = rest[3:]
		case rest != "" && rest[0] >= 'a' && rest[0] <= 'f' && !strings.HasPrefix(rest, "b("):
			rest = rest[1:]
		}
		rest = strings.TrimLeft(rest, ",;/& ")
	}
	return true
}

// legible returns the cell as UTF-8; other bytes are read as Windows-1252.
func legible(cell string) string {
	if utf8.ValidString(cell) {
		return cell
	}
	text, err := charmap.Windows1252.NewDecoder().String(cell)
	if err != nil {
		return strings.ToValidUTF8(cell, "\ufffd")
	}
	return text
}
