package claims

import "strings"

// This file tells the time of day, in hours or as hours and minutes, from an amount:
// "polls closed at 8", "by 18.00 the town was empty", "the ban runs from 22.00 to 6.00".

// timeOfDay returns how many tokens a time of day takes that begins with the number at
// token i; 0 where it is none.
func (s *scan) timeOfDay(i int) int {
	hour, minutes, dotted := strings.Cut(s.at(i).lower, ".")
	if len(hour) > 2 || len(hour) == 2 && hour > "24" || dotted && len(minutes) != 2 || s.at(i).glued && !s.before(i, "(") || !isClock(s.at(i).lower) {
		return 0
	}
	if s.before(i, "at", "by", "around", "about") && s.at(i+1).is("in") && s.at(i+2).is("the") && s.at(i+3).is("morning", "afternoon", "evening") {
		return 4
	}
	if !dotted {
		if s.before(i, "at", "until", "till") && s.bareHour(i) && s.clockedBefore(i-1) {
			return 1
		}
		return 0
	}
	if s.before(i, "at", "by", "from", "until", "till", "to", "after", "before", "since") && s.at(i+1).is("hours", "hrs", "h") {
		return 2
	}
	if s.words.in("timed", s.at(i+1).lower) && s.before(i, "the", "a", "this") || s.before(i, "of") && s.words.in("timed", s.at(i-2).lower) {
		return 1 // "the 7.15 train"
	}
	n, last := 1, i
	if s.at(i+1).is("to", "until", "till", "and", "-", "–") && s.at(i+2).kind == numberToken && isHourAndMinutes(s.at(i+2).lower) {
		n, last = 3, i+2
	}
	if s.bareHour(last) && s.timesBefore(i, n > 1) {
		return n
	}
	return 0
}

// timesBefore reports whether the words before the hours and minutes at token i, or of a
// span that begins there, tell that they are a time of day.
func (s *scan) timesBefore(i int, span bool) bool {
	k := i - 1
	if s.at(k).is("about", "around", "exactly", "precisely", "roughly", "nearly", "just") {
		k--
	}
	switch t := s.at(k); {
	case t.is("after", "before", "since", "until", "till"):
		return true
	case t.is("by", "from"):
		return !s.changeBefore(k) && !s.words.in("pricing", s.at(k-1).lower)
	case t.is("between"):
		return span && s.clockedBefore(k)
	case t.is("at"):
		return k == 0 || s.clockedBefore(k) || s.at(k-1).kind == wordToken && !s.words.in("pricing", s.at(k-1).lower)
	case t.is("off", "kickoff"):
		return true // "kick-off 18.30"
	}
	return span && k == i-1 && s.words.in("clocked", s.at(k).lower)
}

// bareHour reports whether nothing is counted or measured by the number at token i.
func (s *scan) bareHour(i int) bool {
	next := s.at(i + 1)
	_, n := s.units.at(s.text, s.list, i+1)
	return !(n > 0 || next.isNoun() && !s.isWeekdayOrDay(i+1) || next.tag == "JJ" || next.is("of", "percent", "%", "per", "to", "different", "more", "or", "-", "other", "such", "places", "a", "an", "$", "€", "£") || next.kind == numberToken || s.isScale(i+1))
}

// clockedBefore reports whether a word for what begins or ends at an hour stands in the
// few words before token i.
func (s *scan) clockedBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.words.in("clocked", s.at(j).lower) {
			return true
		}
		if s.at(j).kind != wordToken || s.at(j).tag == "IN" {
			return false
		}
	}
	return false
}

// isHourAndMinutes reports whether digits are written as hours and minutes: "18.00".
func isHourAndMinutes(digits string) bool {
	hour, minutes, found := strings.Cut(digits, ".")
	return found && len(hour) <= 2 && (len(hour) < 2 || hour <= "24") && len(minutes) == 2 && minutes < "60"
}
