package claims

import "muster/interval"

// weekday reads "Friday", "last Friday", "Friday morning", "Friday, May 23",
// "Friday (May 23)", "Friday and Saturday".
func (s *timeScan) weekday(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "last", "next", "this", "past", "early", "late")
	weekday := s.weekdayAt(j)
	if weekday == 0 || j > i+2 {
		return fail, i, false
	}
	if s.words.place("ordinals", s.word(j-1)) > 0 && s.is(j+1, "of", "in") {
		return fail, i, false // "the first Sunday of the month"
	}
	next := j + 1
	if p, end, ok := s.date(s.skip(next, ",")); ok && p.From == p.To {
		return p, end, true
	}
	next = s.afterPart(next)
	if p, end, ok := s.bracketed(next); ok {
		return p, end, true
	}
	if s.published == "" {
		return fail, i, false
	}
	d := weekdayFrom(s.published, weekday, s.future || s.is(i, "next"))
	switch {
	case s.is(i, "last") && d == s.published:
		d = d.AddDays(-7)
	case s.is(i, "next") && d == s.published:
		d = d.AddDays(7)
	}
	if weekday%7+1 == s.weekdayAt(next+1) && s.is(next, "and") {
		if last := d.AddDays(1); s.future || last <= s.published {
			return interval.Period{From: d, To: last}, s.afterPart(next + 2), true
		}
	}
	return single(d), next, true
}

// weekdayAt returns the day of the week that the token names, Monday as 1; 0
// for none.
func (s *timeScan) weekdayAt(i int) int {
	if i >= len(s.tokens) || !s.tokens[i].capital {
		return 0
	}
	if weekday := s.words.place("weekdays", s.tokens[i].lower); weekday > 0 {
		return weekday
	}
	return s.words.place("weekdays", s.word(i))
}

// dayTold returns the day that ends before token next, or the one told in
// brackets behind it: "last night (Monday)".
func (s *timeScan) dayTold(p interval.Period, next int) (interval.Period, int, bool) {
	if told, end, ok := s.bracketed(next); ok {
		return told, end, true
	}
	return p, next, true
}

// bracketed reads a day that stands in brackets: "(May 23)", "(Monday)".
func (s *timeScan) bracketed(i int) (interval.Period, int, bool) {
	if !s.is(i, "(", "[") {
		return interval.Period{}, i, false
	}
	p, next, ok := s.date(i + 1)
	if !ok {
		weekday := s.weekdayAt(i + 1)
		if weekday == 0 || s.published == "" {
			return interval.Period{}, i, false
		}
		p, next = single(weekdayFrom(s.published, weekday, s.future)), s.afterPart(i+2)
	}
	return p, next + 1, p.From == p.To && s.is(next, ")", "]")
}
