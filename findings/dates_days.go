package findings

import (
	"strconv"
	"strings"
	"time"

	"muster/interval"
)

// dayReader finds days told in words, and resolves them against the day on which
// a text was published.
type dayReader struct {
	scan       dayScanner
	name, late *pattern
	words      eventWords
}

const monthWords = `January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept\.?|Oct\.?|Nov\.?|Dec\.?`

func newDayReader() dayReader {
	return dayReader{
		newDayScanner(),
		newPattern(`\bOperation(?: [A-Z][\w’'-]*){1,3}`),
		newPattern(`\b(?:later|earlier|sooner) than\b|\b(?:a|one|two|three|four|five|\d+) (?:days?|weeks?|months?) (?:late|later|early|earlier|after it was)\b|\b(?:delay|postpone|extend|extension|prolong)|\b(?:will|is|are|would|was) now\b|\bnow (?:begins?|starts?|ends?|due|expected|to|set|scheduled|planned)\b|\binstead\b|\bnew date\b|\bbrought forward\b`),
		newEventWords(),
	}
}

// toldDay is a day in a stretch of text.
type toldDay struct {
	start, end int // bytes
	day        interval.Date
	weekday    string // that stands before a date; "" for none
	year       bool   // it is told with its year
	alone      bool   // it is told by the day of the week alone
}

// days finds the days in a stretch. A weekday alone is the next one for what is
// to come, and the last one for what has happened.
func (r dayReader) days(s string, published interval.Date, past bool) []toldDay {
	var out []toldDay
	for m := range r.scan.all(s) {
		if m.month == "" {
			if day := weekday(m.weekday, published, past); day != "" {
				out = append(out, toldDay{start: m.start, end: m.end, day: day, alone: true})
			}
			continue
		}
		if m.monthFirst && goesOn(s[m.end:]) {
			continue // "in March 1,200 came"
		}
		other := func(number string, from, to int) {
			if day := civilDay(m.month, number, m.year, published); day != "" {
				out = append(out, toldDay{start: from, end: to, day: day, year: m.year != ""})
			}
		}
		if number, from, to := dayBefore(s[:m.start]); !m.monthFirst && m.weekday == "" {
			other(number, from, to)
		}
		if day := civilDay(m.month, m.number, m.year, published); day != "" {
			out = append(out, toldDay{start: m.start, end: m.end, day: day, weekday: m.weekday, year: m.year != ""})
		}
		if number, from, to := dayAfter(s[m.end:]); m.monthFirst && m.year == "" {
			other(number, m.end+from, m.end+to)
		}
	}
	return out
}

// daySentence is a sentence that tells days, or only "today", with those days as of what is to
// come.
type daySentence struct {
	textSentence
	days []toldDay
}

// daySentences returns the sentences of a document that tell days, in order.
func (v *View) daySentences(known *knownDocument) []daySentence {
	return known.dated.get(func() []daySentence {
		var out []daySentence
		today := strings.Contains(known.document.Text, "today")
		if !today && !mayTellDay(known.document.Text) {
			return nil
		}
		for _, s := range known.sentences() {
			if days := v.dayReader().days(s.text, known.day, false); len(days) > 0 || today && strings.Contains(s.text, "today") {
				out = append(out, daySentence{s, days})
			}
		}
		return out
	})
}

// goesOn reports whether the number that a stretch stands behind is not whole: "1" of
// "1,200" and "1.5".
func goesOn(after string) bool {
	return len(after) > 1 && (after[0] == ',' || after[0] == '.') && after[1] >= '0' && after[1] <= '9'
}

// dayBefore finds the first day of a period that has its month from the last one: "12" of
// "12 to 14 June", told what stands before the 14. number is "" for none.
func dayBefore(before string) (number string, start, end int) {
	for _, sign := range []string{" to ", "-", "–", " – ", " until ", " through ", " and "} {
		rest, found := strings.CutSuffix(before, sign)
		if !found {
			continue
		}
		start, end := numberEnd(rest), len(rest)
		if start == end || sign == " and " && !strings.HasSuffix(rest[:start], "etween ") {
			continue
		}
		return rest[start:end], start, end
	}
	return "", 0, 0
}

// dayAfter finds the last day of a period that has its month from the first one: "14" of
// "June 12 to 14", told what stands behind the 12. number is "" for none.
func dayAfter(after string) (number string, start, end int) {
	for _, sign := range []string{" to ", "-", "–", " – ", " until ", " through "} {
		rest, found := strings.CutPrefix(after, sign)
		if !found {
			continue
		}
		n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if n == 0 || n > 2 || goesOn(rest[n:]) || n < len(rest) && strings.ContainsAny(rest[n:n+1], "%-") {
			continue
		}
		if next := strings.Fields(rest[n:]); len(next) > 0 && strings.Contains(monthWords, strings.Trim(next[0], ".,;)")) && isName(next[0]) {
			continue // "June 12 to 3 July": read by itself
		}
		return rest[:n], len(sign), len(sign) + n
	}
	return "", 0, 0
}

// numberEnd returns where the number of one or two digits begins that a stretch ends with;
// its length for none.
func numberEnd(s string) int {
	start := len(strings.TrimRight(s, "0123456789"))
	if len(s)-start > 2 || start > 0 && s[start-1] != ' ' {
		return len(s)
	}
	return start
}

// civilDay reads a month and a day; without a year, in the year that brings it
// nearest to the day of publication.
func civilDay(month, number, year string, published interval.Date) interval.Date {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	m := time.January
	for m < time.December && !strings.HasPrefix(month, m.String()[:3]) {
		m++
	}
	in := func(year int) (time.Time, bool) {
		day := time.Date(year, m, n, 0, 0, 0, 0, time.UTC)
		return day, day.Month() == m && day.Day() == n // not the 31st of June
	}
	if year != "" {
		y, _ := strconv.Atoi(year)
		day, ok := in(y)
		if !ok {
			return ""
		}
		return interval.DateOf(day)
	}
	if published == "" {
		return ""
	}
	told := published.Time()
	best := time.Time{}
	for y := told.Year() - 1; y <= told.Year()+1; y++ {
		if day, ok := in(y); ok && (best.IsZero() || day.Sub(told).Abs() < best.Sub(told).Abs()) {
			best = day
		}
	}
	if best.IsZero() {
		return ""
	}
	return interval.DateOf(best)
}

func daysApart(a, b interval.Date) int {
	if a == b && a != "" {
		return 0
	}
	return (interval.Period{From: min(a, b), To: max(a, b)}).Days() - 1
}

func weekday(name string, published interval.Date, past bool) interval.Date {
	if published == "" {
		return ""
	}
	told, step := published.Time(), 1
	if past {
		step = -1
	}
	for n := range 7 {
		if ((told.Weekday() + time.Weekday(step*n) + 7) % 7).String() == name {
			return published.AddDays(step * n)
		}
	}
	return ""
}
