package findings

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// dayWords are the words of one day that stand in a stretch: "Friday, the 12th of June
// 2026", "June 12th", "Friday". What it does not name is "".
type dayWords struct {
	start, end    int // bytes
	weekday       string
	month, number string // both or none
	monthFirst    bool
	year          string
}

// dayScanner finds the words of days. It does what a regular expression would
// ("(weekday)(, the)? (month number | number of month), (year)", or a weekday), at a
// tenth of its time: most of the texts of a large record are read by it.
type dayScanner struct{ months, short, weekdays []string }

func newDayScanner() dayScanner {
	return dayScanner{
		months:   []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		short:    []string{"Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"},
		weekdays: []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	}
}

// all goes through the days of a stretch in order, none within another.
func (d dayScanner) all(s string) iter.Seq[dayWords] {
	return func(yield func(dayWords) bool) {
		if !mayTellDay(s) {
			return
		}
		for i := 0; i < len(s); {
			if c := s[i]; (c >= 'A' && c <= 'W' || c >= '0' && c <= '9') && (i == 0 || !isWordByte(s[i-1])) {
				if day, ok := d.at(s, i); ok {
					if !yield(day) {
						return
					}
					i = day.end
					continue
				}
			}
			i++
		}
	}
}

// at reads the day that begins at a byte.
func (d dayScanner) at(s string, start int) (dayWords, bool) {
	name := prefixOf(s[start:], d.weekdays)
	if name == "" {
		return d.date(s, start)
	}
	end := start + len(name)
	rest := s[end:]
	gap := 0
	switch comma := strings.TrimPrefix(rest, ","); {
	case strings.HasPrefix(rest, " ("):
		gap = 2
	case strings.HasPrefix(comma, " the "):
		gap = len(rest) - len(comma) + len(" the ")
	case strings.HasPrefix(comma, " "):
		gap = len(rest) - len(comma) + 1
	}
	if day, ok := d.date(s, end+gap); ok && gap > 0 {
		day.start, day.weekday = start, name
		return day, true
	}
	return dayWords{start: start, end: end, weekday: name}, endsWord(s, end)
}

// date reads "June 12th, 2026" or "12th of June 2026".
func (d dayScanner) date(s string, start int) (dayWords, bool) {
	day := dayWords{start: start}
	at := start
	if day.number, at = dayNumber(s, start); day.number != "" {
		at += prefixLength(s[at:], " ")
		if at == 0 || s[at-1] != ' ' {
			return dayWords{}, false
		}
		at += prefixLength(s[at:], "of ")
		if day.month, at = d.month(s, at); day.month == "" || !endsWord(s, at) {
			return dayWords{}, false
		}
	} else {
		day.monthFirst = true
		if day.month, at = d.month(s, start); day.month == "" {
			return dayWords{}, false
		}
		if slices.Contains(d.short, day.month) {
			at += prefixLength(s[at:], ".")
		}
		if prefixLength(s[at:], " ") == 0 {
			return dayWords{}, false
		}
		if day.number, at = dayNumber(s, at+1); day.number == "" || !endsWord(s, at) {
			return dayWords{}, false
		}
	}
	day.end = at
	at += prefixLength(s[at:], ",")
	if year := at + 1; prefixLength(s[at:], " ") == 1 && len(s) >= year+4 && strings.Trim(s[year:year+4], "0123456789") == "" && endsWord(s, year+4) {
		day.year, day.end = s[year:year+4], year+4
	}
	return day, true
}

// month reads the name of a month, and returns where it ends; "" for none.
func (d dayScanner) month(s string, at int) (string, int) {
	name := cmp.Or(prefixOf(s[at:], d.months), prefixOf(s[at:], d.short))
	return name, at + len(name)
}

// dayNumber reads one or two digits, and their ending, and returns where they end.
func dayNumber(s string, at int) (string, int) {
	end := at
	for end < len(s) && end < at+2 && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	number := s[at:end]
	if number != "" && prefixOf(s[end:], []string{"st", "nd", "rd", "th"}) != "" {
		end += 2
	}
	return number, end
}

// prefixOf returns the first of some words that a stretch begins with; "" for none.
func prefixOf(s string, words []string) string {
	for _, word := range words {
		if strings.HasPrefix(s, word) {
			return word
		}
	}
	return ""
}

func prefixLength(s, prefix string) int {
	if strings.HasPrefix(s, prefix) {
		return len(prefix)
	}
	return 0
}

// endsWord reports whether no word goes on at a byte.
func endsWord(s string, at int) bool { return at == len(s) || !isWordByte(s[at]) }

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// mayTellDay reports whether a month or a day of the week may stand in a text: most
// sentences are passed over by it.
func mayTellDay(s string) bool {
	for i := 0; i+3 <= len(s); i++ {
		if s[i] < 'A' || s[i] > 'W' {
			continue
		}
		switch s[i : i+3] {
		case "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun":
			return true
		}
	}
	return false
}
