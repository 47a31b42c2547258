package claims

import "strings"

// This file skips days of the month and times of day.

func (s *scan) isMonth(i int) bool {
	return s.at(i).upper && s.words.in("months", s.at(i).lower)
}

// monthBefore reports whether a month's name stands right before token i.
func (s *scan) monthBefore(i int) bool {
	return s.isMonth(i-1) || s.at(i-1).is(".") && s.isMonth(i-2)
}

// dayBefore reports whether the month right before the number at token i has its day before
// it, and the number counts something: "by 30 September 60 million marks".
func (s *scan) dayBefore(i int) bool {
	day, next := s.at(i-2), s.at(i+1)
	return day.kind == numberToken && len(day.lower) <= 2 && !day.grouped && next.kind == wordToken && (next.isNoun() || next.tag == "JJ" || s.isScale(i+1))
}

// dateNumber skips days of the month and times of day.
func (s *scan) dateNumber(i int) int {
	t, next := s.at(i), s.at(i+1)
	if t.grouped {
		return 0
	}
	if !isClock(t.lower) {
		// "2.123 pm" is a length
	} else if next.is("am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "est", "edt", "utc", "o'clock", "bst", "cet") && len(t.lower) <= 5 {
		return 2
	}
	if isClock(t.lower) && len(t.lower) <= 5 && next.is("local") && s.at(i+2).is("time") {
		return 3 // "17.40 local time"
	}
	if n := s.timeOfDay(i); n > 0 {
		return n // "polls closed at 8", "by 18.00"
	}
	if next.is("h", "hrs", "hours") && len(t.lower) == 4 && t.lower[0] <= '2' && s.before(i, "at", "by") {
		return 2
	}
	if len(t.lower) > 2 {
		if len(t.lower) == 4 && s.monthBefore(i) {
			return 1
		}
		return 0
	}
	if s.monthBefore(i) && !s.dayBefore(i) {
		n := 1
		for s.at(i+n).isDash() && s.at(i+n+1).kind == numberToken && len(s.at(i+n+1).lower) <= 2 || s.at(i+n).is("and", "to", ",") && s.at(i+n+1).kind == numberToken && len(s.at(i+n+1).lower) <= 2 && !s.at(i+n+2).isNoun() {
			n += 2
		}
		return n
	}
	if s.isMonth(i+1) && !next.glued && !(s.headline && next.is("may", "march") && s.at(i+2).isVerb()) {
		return 2
	}
	if next.is("of") && s.isMonth(i+2) {
		return 3
	}
	if next.isDash() && s.at(i+2).kind == numberToken && len(s.at(i+2).lower) <= 2 && s.isMonth(i+3) {
		return 4 // "5-11 May"
	}
	if next.is("and", "to") && s.at(i+2).kind == numberToken && len(s.at(i+2).lower) <= 2 && s.isMonth(i+3) && !s.at(i+4).isVerb() && s.before(i, "on", "from", "between", "the", "of") {
		return 4 // "from 5 to 11 May"
	}
	if s.before(i, "on", "from", "by", "until", "till", "since") && next.is("this", "last", "next") && s.at(i+2).is("month") {
		return 3 // "on 19 last month"
	}
	return 0
}

func (s *scan) isWeekdayOrDay(i int) bool {
	return s.words.in("weekdays", s.at(i).lower) || s.at(i).is("sharp", "today", "tomorrow", "tonight", "yesterday")
}

// isClock reports whether the digits can be a time of day: "2", "2.30", "1430".
func isClock(digits string) bool {
	_, minutes, found := strings.Cut(digits, ".")
	return !found || len(minutes) == 2 && minutes < "60"
}
