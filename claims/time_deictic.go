package claims

import (
	"strings"

	"muster/interval"
)

// This file reads times that count from the day of the text.

// deictic reads what counts from the day of publication: "yesterday", "last
// week", "this month", "currently".
func (s *timeScan) deictic(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	if s.published == "" {
		return fail, i, false
	}
	switch {
	case s.is(i, "now") && s.is(i-1, "for"):
		return fail, i, false // what is to last, not what is
	case s.is(i, "today") && s.upper(i) && s.upper(i-1):
		return fail, i, false // a newspaper
	case s.words.place("present", s.word(i)) > 0:
		return single(s.published), i + 1, true
	case s.is(i, "present", "moment") && s.is(i-1, "at", "the"):
		return single(s.published), i + 1, true
	case s.is(i, "the") && s.is(i+1, "moment", "present") && s.is(i-1, "at"):
		return single(s.published), i + 2, true
	case s.is(i, "the") && s.is(i+1, "day") && s.is(i+2, "before") && s.is(i+3, "yesterday"):
		return days(s.published, -2, -2), i + 4, true
	case s.is(i, "the") && s.is(i+1, "day") && s.is(i+2, "after") && s.is(i+3, "tomorrow"):
		return days(s.published, 2, 2), i + 4, true
	case s.is(i, "this") && s.is(i+1, "time") && s.is(i+2, "last") && s.is(i+3, "year"):
		p, ok := unitOf(shifted(s.published, "year", -1), "month", 0)
		return p, i + 4, ok
	case s.is(i, "overnight") && s.is(i+1, "from"):
		if e, next, ok := s.span(i + 1); ok {
			return e.Period, next, true
		}
		return days(s.published, -1, 0), i + 1, true
	case s.is(i, "overnight"):
		if p, next, ok := s.weekday(s.skip(i+1, "on", "into", "to")); ok && next > i+1 && p.From == p.To {
			if s.is(i+1, "into", "to") {
				return days(p.From, -1, 0), next, true
			}
			return interval.Period{From: p.From, To: min(p.From.AddDays(1), s.published)}, next, true
		}
		return days(s.published, -1, 0), i + 1, true
	case s.is(i, "yesterday"):
		return s.dayTold(days(s.published, -1, -1), s.afterPart(i+1))
	case s.is(i, "tomorrow"):
		return s.dayTold(days(s.published, 1, 1), s.afterPart(i+1))
	case s.is(i, "this") && s.words.place("parts", s.word(i+1)) > 0:
		return s.dayTold(single(s.published), i+2)
	case s.is(i, "last") && s.is(i+1, "night"):
		return s.dayTold(days(s.published, -1, -1), i+2)
	case s.is(i, "the") && s.words.units[s.word(i+1)] == "weekend":
		if s.future {
			return s.weekend(0), i + 2, true
		}
		return s.weekend(-1), i + 2, true
	}
	j := i + 1
	past := s.is(i, "this") && s.is(j, "past")
	if past {
		j++
	}
	unit := s.words.units[s.word(j)]
	if !s.is(i, "last", "this", "next") || unit == "" || past && unit != "weekend" {
		return fail, i, false
	}
	step := stepOf(s.word(i))
	if unit == "weekend" {
		if weekday := s.published.Time().Weekday(); past || s.is(i, "this") && !s.future && weekday > 0 && weekday < 4 {
			step = -1 // told early in the week, as past
		}
		return s.weekend(step), j + 1, true
	}
	p, ok := unitOf(s.published, unit, step)
	if weekday := s.weekdayAt(j + 2); unit == "week" && weekday > 0 && s.is(j+1, "on") { // "last week on Thursday"
		return days(p.From, weekday-1, weekday-1), s.afterPart(j + 3), true
	}
	return p, j + 1, ok
}

// stepOf returns how many units "last" and "next" are away from now.
func stepOf(word string) int {
	switch word {
	case "last", "previous":
		return -1
	case "next":
		return 1
	}
	return 0
}

func (s *timeScan) afterPart(i int) int {
	if s.words.place("parts", s.word(i)) > 0 {
		return i + 1
	}
	return i
}

// weekend returns the last, this or the next weekend. On a weekend, "the
// weekend" is the one that is on.
func (s *timeScan) weekend(step int) interval.Period {
	if step < 0 {
		if weekday := s.published.Time().Weekday(); weekday == 0 {
			step = 0
		}
	}
	p, _ := unitOf(s.published, "weekend", step)
	return p
}

// upper reports whether the token is written in capitals.
func (s *timeScan) upper(i int) bool {
	return i >= 0 && s.tokens[i].capital && strings.ToUpper(s.tokens[i].lower) == s.text[s.tokens[i].start:s.tokens[i].end]
}
