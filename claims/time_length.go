package claims

import (
	"strconv"

	"muster/interval"
)

// lengthTo reads a length of time by its end: "the year to June", "the three
// months ending 31 March 2025".
func (s *timeScan) lengthTo(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	if j == i && !s.is(i-1, "in", "over", "during", "for") {
		return fail, i, false
	}
	count := 1
	if n, ok := s.words.count(s.word(j)); ok {
		count, j = n, j+1
	}
	unit := s.words.units[s.word(j)]
	if unit == "" || unit == "weekend" || unit == "hour" || !s.is(j+1, "to", "ending", "ended", "through", "until") {
		return fail, i, false
	}
	k := s.skip(j+2, "the", "end", "of", "on")
	end, next, ok := s.date(k)
	if !ok && (unit == "day" || unit == "week") {
		end, next, ok = s.weekday(k)
	}
	if !ok || (unit == "day" || unit == "week") && end.From != end.To {
		return fail, i, false
	}
	return interval.Period{From: shifted(end.To.AddDays(1), unit, -count), To: end.To}, next, true
}

// half reads "the first half of 2025", "the second half of the year", "the
// first six months of the year", "the last two weeks of May".
func (s *timeScan) half(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	second, next := s.is(j, "second", "last", "final", "closing"), j+2
	if !second && !s.is(j, "first", "opening") {
		return fail, i, false
	}
	count, unit := 6, "month"
	if unit1 := s.words.units[s.word(j+1)]; (unit1 == "week" || unit1 == "month" || unit1 == "quarter") && s.is(j+2, "of", "in") && !s.is(j, "second") {
		count, unit, next = 1, unit1, j+2 // "the first week of May"
	} else if !s.is(j+1, "half") {
		n, counted := s.words.count(s.word(j + 1))
		if unit = s.words.units[s.word(j+2)]; !counted || s.is(j, "second") || unit != "day" && unit != "week" && unit != "month" && unit != "quarter" {
			return fail, i, false
		}
		count, next = n, j+3
	}
	whole, ok := interval.Period{}, false
	switch k := s.skip(next, "of", "in", "the", "this", "current"); {
	case s.is(k, "year") && s.published != "" && k > next:
		whole, ok = unitOf(s.published, "year", 0)
		next = k + 1
	case k > next:
		whole, next, ok = s.point(k)
	case unit == "month" && s.published != "" && !second && !s.is(j+1, "half") && count > 1 && count < 12 && count == int(s.published.Time().Month())-1:
		whole, ok = unitOf(s.published, "year", 0) // told in the month after
	}
	if ok && s.is(j+1, "half") && whole.From.AddDays(27) <= whole.To && whole.From.AddDays(30) >= whole.To { // of a month
		if second {
			return interval.Period{From: whole.From.AddDays(15), To: whole.To}, next, true
		}
		return days(whole.From, 0, 14), next, true
	}
	if !ok || s.is(j+1, "half") && whole.From.AddDays(364) > whole.To {
		return fail, i, false
	}
	part := interval.Period{From: whole.From, To: shifted(whole.From, unit, count).AddDays(-1)}
	if second {
		part = interval.Period{From: shifted(whole.To.AddDays(1), unit, -count), To: whole.To}
	}
	return part, next, part.From >= whole.From && part.To <= whole.To
}

// twoYears reads "2023-24", the year of a budget, a school or a season. Where
// it begins differs between countries: both years hold it.
func (s *timeScan) twoYears(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	first, ok := s.year(i)
	if !ok || !s.is(i+1, "-", "–", "/") || !s.glued(i+1) || !s.glued(i+2) || s.is(i+3, "-") {
		return fail, i, false
	}
	word := s.word(i + 2)
	last, err := strconv.Atoi(word)
	if err != nil || len(word) != 2 || last != (first+1)%100 {
		return fail, i, false
	}
	return interval.Period{From: yearOf(first).From, To: yearOf(first + 1).To}, i + 3, true
}
