package findings

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"muster/interval"
)

// dayReader finds days told in words, and resolves them against the day on which
// a text was published.
type dayReader struct{ day, name, late *regexp.Regexp }

const (
	monthWords = `January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.`
	weekdays   = `Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday`
)

func newDayReader() dayReader {
	return dayReader{
		regexp.MustCompile(`\b(?:(` + weekdays + `),? )?(?:(` + monthWords + `) (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)? (?:of )?(` + monthWords + `))\b(?:,? (\d{4})\b)?|\b(` + weekdays + `)\b`),
		regexp.MustCompile(`\bOperation(?: [A-Z][\w’'-]*){1,3}`),
		regexp.MustCompile(`\b(?:later|earlier|sooner) than\b|\b(?:a|one|two|three|four|five|\d+) (?:days?|weeks?|months?) (?:late|later|early|earlier|after it was)\b|\bdelay|\bpostpone`),
	}
}

// told is a day in a stretch of text.
type toldDay struct {
	start, end int // bytes
	day        interval.Date
}

// days finds the days in a stretch. A weekday alone is the next one for what is
// to come, and the last one for what has happened.
func (r dayReader) days(s string, published interval.Date, past bool) []toldDay {
	var out []toldDay
	for _, m := range r.day.FindAllStringSubmatchIndex(s, -1) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return s[m[2*n]:m[2*n+1]]
		}
		month, number := group(2), group(3)
		if month == "" {
			month, number = group(5), group(4)
		}
		var day interval.Date
		if month != "" {
			day = civilDay(month, number, group(6), published)
		} else {
			day = weekday(group(7), published, past)
		}
		if day != "" {
			out = append(out, toldDay{m[0], m[1], day})
		}
	}
	return out
}

// civilDay reads a month and a day; without a year, in the year that brings it
// nearest to the day of publication.
func civilDay(month, number, year string, published interval.Date) interval.Date {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	in := func(year int) interval.Date {
		for m := 1; m <= 12; m++ {
			day, err := interval.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, m, n))
			if err == nil && strings.HasPrefix(day.Time().Month().String(), strings.TrimSuffix(month, ".")[:3]) {
				return day
			}
		}
		return ""
	}
	if y, err := strconv.Atoi(year); err == nil {
		return in(y)
	}
	if published == "" {
		return ""
	}
	best := interval.Date("")
	for y := published.Time().Year() - 1; y <= published.Time().Year()+1; y++ {
		if day := in(y); day != "" && (best == "" || daysApart(day, published) < daysApart(best, published)) {
			best = day
		}
	}
	return best
}

func daysApart(a, b interval.Date) int {
	return (interval.Period{From: min(a, b), To: max(a, b)}).Days() - 1
}

func weekday(name string, published interval.Date, past bool) interval.Date {
	if published == "" {
		return ""
	}
	step := 1
	if past {
		step = -1
	}
	for n := range 7 {
		if day := published.AddDays(step * n); day.Time().Weekday().String() == name {
			return day
		}
	}
	return ""
}
