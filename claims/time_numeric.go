package claims

import (
	"strconv"

	"muster/interval"
)

// numeric reads "25/6/2025" and "6/25/2025". Of "5/6/2025" nobody knows which
// number is the month: the period then holds both readings, so that it shows as
// unsure and is never taken for a day.
func (s *timeScan) numeric(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	if i+4 >= len(s.tokens) || !isAny(s.tokens[i+1].lower, []string{"/", ".", "-"}) || s.tokens[i+1].lower != s.tokens[i+3].lower || s.is(i+5, "/") && s.glued(i+5) {
		return fail, i, false
	}
	for k := i + 1; k <= i+4; k++ {
		if !s.glued(k) {
			return fail, i, false
		}
	}
	first, second := s.dayOfMonth(i), s.dayOfMonth(i+2)
	year, err := strconv.Atoi(s.word(i + 4))
	if first == 0 || second == 0 || err != nil || year < 1900 || year > 2100 {
		return fail, i, false
	}
	european, isDate := day(year, second, first)
	american, isAmerican := day(year, first, second)
	switch {
	case isDate && isAmerican:
		return interval.Period{From: min(european, american), To: max(european, american)}, i + 5, true
	case isDate:
		return single(european), i + 5, true
	case isAmerican:
		return single(american), i + 5, true
	}
	return fail, i, false
}
