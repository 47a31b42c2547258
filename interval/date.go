package interval

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a civil day as "2006-01-02"; "" is no date. Dates compare as text.
type Date string

const layout = "2006-01-02"

// DateOf returns the civil day of t in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(layout)) }

// ParseDate reads "2006-01-02", or a longer timestamp that starts so.
func ParseDate(s string) (Date, error) {
	if len(s) >= len(layout) {
		if t, err := time.Parse(layout, s[:len(layout)]); err == nil {
			return DateOf(t), nil
		}
	}
	return "", fmt.Errorf("date %q: expected year-month-day, such as 2025-06-04", s)
}

// Time returns midnight UTC of the day; the zero time for no date.
func (d Date) Time() time.Time {
	if len(d) != len(layout) || d[4] != '-' || d[7] != '-' {
		return time.Time{}
	}
	number := func(from, to int) int {
		n := 0
		for _, digit := range []byte(d[from:to]) {
			if digit < '0' || digit > '9' {
				return -1
			}
			n = 10*n + int(digit-'0')
		}
		return n
	}
	year, month, day := number(0, 4), time.Month(number(5, 7)), number(8, 10)
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 0 || t.Month() != month || t.Day() != day {
		return time.Time{} // no day of the calendar
	}
	return t
}

// AddDays returns the day n days later; no date stays no date.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// MarshalJSON writes null for no date.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// UnmarshalJSON reads a date, or null or "" for none.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s *string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	if s == nil || *s == "" {
		*d = ""
		return nil
	}
	parsed, err := ParseDate(*s)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Period is the days from From to To, both included; no date at an end means
// that the period is open there.
type Period struct {
	From Date `json:"from"`
	To   Date `json:"to"`
}

// Days returns the number of days; 0 when an end is open or the period is empty.
func (p Period) Days() int {
	if p.From == "" || p.To == "" || p.To < p.From {
		return 0
	}
	return int(p.To.Time().Sub(p.From.Time())/(24*time.Hour)) + 1
}

// Overlaps reports whether some day may lie in both.
func (p Period) Overlaps(q Period) bool {
	return (p.To == "" || q.From == "" || q.From <= p.To) && (q.To == "" || p.From == "" || p.From <= q.To)
}
