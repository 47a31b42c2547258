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
	if unit != "year" && unit != "month" && unit != "quarter" || !s.is(j+1, "to", "ending", "ended", "through", "until") {
		return fail, i, false
	}
	end, next, ok := s.date(s.skip(j+2, "the", "end", "of"))
	if !ok {
		return fail, i, false
	}
	return interval.Period{From: shifted(end.To.AddDays(1), unit, -count), To: end.To}, next, true
}

// half reads "the first half of 2025", "the second half of the year", "the
// first six months of the year".
func (s *timeScan) half(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	second, next := s.is(j, "second", "last"), j+2
	switch {
	case !second && !s.is(j, "first"):
		return fail, i, false
	case s.is(j+1, "six") && s.is(j+2, "months"):
		next = j + 3
	case !s.is(j+1, "half"):
		return fail, i, false
	}
	whole, ok := interval.Period{}, false
	switch k := s.skip(next, "of", "in", "the"); {
	case s.is(k, "year") && s.published != "" && k > next:
		whole, ok = unitOf(s.published, "year", 0)
		next = k + 1
	case k > next:
		whole, next, ok = s.point(k)
	}
	if !ok || whole.From.AddDays(364) > whole.To {
		return fail, i, false
	}
	middle := shifted(whole.From, "month", 6)
	if second {
		return interval.Period{From: middle, To: whole.To}, next, true
	}
	return interval.Period{From: whole.From, To: middle.AddDays(-1)}, next, true
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
