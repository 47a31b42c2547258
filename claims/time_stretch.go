package claims

import "muster/interval"

// This file reads lengths of time that end or begin at another time.

// stretch reads a length of time next to the day of publication: "the next 30
// days", "the past two weeks", "the first 100 days".
func (s *timeScan) stretch(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	if s.published == "" {
		return fail, i, false
	}
	if s.is(j, "first") {
		n, ok := s.words.count(s.word(j + 1))
		unit := s.words.units[s.word(j+2)]
		if !ok || unit == "" || !s.ofTerm(j+3) {
			return fail, i, false
		}
		from := termStart(s.published)
		return interval.Period{From: from, To: shifted(from, unit, n).AddDays(-1)}, j + 3, true
	}
	if s.is(j, "last") && s.is(j-1, "will", "would", "to", "could", "should", "may", "might", "can", "must") {
		return fail, i, false // "will last 45 days"
	}
	ahead := s.is(j, "next", "coming", "following")
	if !ahead && !s.is(j, "past", "last", "previous") {
		return fail, i, false
	}
	n, ok := s.words.count(s.word(j + 1))
	k := j + 2
	if !ok {
		n, k = 1, j+1
		if !s.is(j, "past", "next", "coming", "last") || j == i && !s.is(j, "past") || s.is(j, "last") && !s.is(i-1, "for", "over", "during", "within", "in") {
			return fail, i, false
		}
	}
	unit := s.words.units[s.word(k)]
	if unit == "hour" && n > 1 {
		n, unit = (n+23)/24, "day"
	}
	if _, _, part := s.half(i); part {
		return fail, i, false // "the last two weeks of May"
	}
	switch {
	case unit == "" || unit == "weekend" || unit == "hour":
		return fail, i, false
	case !ok && ahead && unit != "decade" && !s.is(i-1, "over", "within", "during", "for"):
		return fail, i, false // "the next week" is next week
	case ahead:
		return interval.Period{From: s.published, To: shifted(s.published, unit, n)}, k + 1, true
	}
	return interval.Period{From: shifted(s.published, unit, -n), To: s.published}, k + 1, true
}

// ofTerm reports whether the words after "the first 100 days" speak of a term
// of office.
func (s *timeScan) ofTerm(i int) bool {
	for k := i; k < i+7; k++ {
		if s.words.place("terms", s.word(k)) > 0 {
			return true
		}
	}
	return false
}

// termStart returns the day on which the term of the president of the United
// States that holds the date began.
func termStart(d interval.Date) interval.Date {
	year := d.Time().Year()
	year -= (year + 3) % 4
	start, _ := day(year, 1, 20)
	if start > d {
		start, _ = day(year-4, 1, 20)
	}
	return start
}

// relative reads "three weeks ago" and "a year earlier".
func (s *timeScan) relative(i int) (timeExpression, int, bool) {
	fail := timeExpression{}
	if c, next, ok := s.anchored(i); ok {
		return timeExpression{countedTime: c}, next, true
	}
	n, ok := s.words.count(s.word(i))
	unit := s.words.units[s.word(i+1)]
	if !ok || unit == "" || unit == "hour" {
		switch {
		case s.is(i, "the") && s.words.units[s.word(i+1)] != "" && s.is(i+2, "before") && !s.named(i+3):
			return timeExpression{countedTime: countedTime{shift: -1, unit: s.words.units[s.word(i+1)]}}, i + 3, true
		case s.is(i, "the") && s.is(i+1, "previous", "preceding") && s.words.units[s.word(i+2)] != "":
			return timeExpression{countedTime: countedTime{shift: -1, unit: s.words.units[s.word(i+2)]}}, i + 3, true
		case s.is(i, "the") && s.is(i+1, "same") && s.words.units[s.word(i+2)] != "" || s.is(i, "the") && s.is(i+1, "same") && s.is(i+2, "period", "time", "stretch"):
			k := s.skip(i+3, "of", "in", "the")
			if s.is(k, "last", "previous", "prior") && s.is(k+1, "year") {
				return timeExpression{countedTime: countedTime{shift: -1, unit: "year"}}, k + 2, true
			}
			if s.words.units[s.word(i+2)] == "day" && !s.is(i+3, "of", "in", "last") {
				return timeExpression{countedTime: countedTime{unit: "day"}}, i + 3, true
			}
			if s.is(k, "a") && s.is(k+1, "year") && s.is(k+2, "earlier", "ago", "before") {
				return timeExpression{countedTime: countedTime{shift: -1, unit: "year"}}, k + 3, true
			}
		case s.is(i, "that") && s.is(i+1, "day", "week", "month", "year") && !s.is(i+2, "-"):
			return timeExpression{countedTime: countedTime{unit: s.word(i + 1)}}, i + 2, true
		case s.is(i, "the") && s.is(i+1, "following") && s.words.units[s.word(i+2)] != "", s.is(i, "the") && s.is(i+1, "next") && s.words.units[s.word(i+2)] == "day":
			return timeExpression{countedTime: countedTime{shift: 1, unit: s.words.units[s.word(i+2)]}}, i + 3, true
		}
		return fail, i, false
	}
	switch {
	case s.is(i+2, "ago") && s.published != "":
		p, found := unitOf(s.published, unit, -n)
		if smaller := s.words.units[s.word(i+4)]; s.is(i+3, "this") && unit == "year" && smaller != "" && smaller != "year" { // "a year ago this month"
			p, found = unitOf(shifted(s.published, "year", -n), smaller, 0)
			return timeExpression{Period: p}, i + 5, found
		}
		return timeExpression{Period: p}, i + 3, found
	case s.is(i+2, "before") && s.named(i+3):
		return fail, i, false // "two days before they left"
	case s.is(i+2, "earlier", "before"):
		return timeExpression{countedTime: countedTime{shift: -n, unit: unit}}, i + 3, true
	case s.is(i+2, "later"), s.is(i+2, "after") && s.ends(i+3):
		return timeExpression{countedTime: countedTime{shift: n, unit: unit}}, i + 3, true
	}
	return fail, i, false
}
