package claims

import (
	"strconv"

	"muster/interval"
)

// This file reads parts of a month or year, and weeks, seasons, quarters and years.

// part reads "early May", "mid-May", "the end of September", "the start of the
// year".
func (s *timeScan) part(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	which, end := 0, false
	switch {
	case s.is(j, "early"):
		which = 1
	case s.is(j, "mid"), s.is(j, "middle") && s.is(j+1, "of"):
		which = 2
	case s.is(j, "late"):
		which = 3
	case s.is(j, "beginning", "start") && s.is(j+1, "of"):
		which = 1
	case s.is(j, "end") && s.is(j+1, "of"):
		which, end = 3, true
	case s.published != "" && (s.is(j+1, "-") && s.is(j+2, "end") || s.is(j+1, "'", "’") && s.is(j+2, "s") && s.is(j+3, "end")): // "year-end", "month's end"
		whole, ok := unitOf(s.published, s.words.units[s.word(j)], 0)
		return partOf(whole, 3, true), s.skip(j+2, "s") + 1, ok
	default:
		return fail, i, false
	}
	j = s.skip(j+1, "-", "of", "in")
	whole, next, ok := fail, j, false
	if unit := s.words.units[s.word(j+1)]; s.is(j, "the") && unit != "" && s.published != "" {
		whole, ok = unitOf(s.published, unit, 0)
		next = j + 2
	} else {
		whole, next, ok = s.point(s.skip(j, "the"))
	}
	if !ok || next == j {
		return fail, i, false
	}
	return partOf(whole, which, end), next, true
}

// partOf returns the beginning, middle or end of a period. Of a month, early is
// the 1st to the 10th, mid the 10th to the 20th, late the 20th to the end, and
// the end what is left after the 20th. Of a year, early and late are its first
// and last quarter, mid is May to August and the end December; of other
// periods, thirds.
func partOf(whole interval.Period, which int, end bool) interval.Period {
	length := whole.Days()
	first, last := whole.From, whole.To
	if length >= 28 && length <= 31 {
		switch {
		case which == 1:
			return days(first, 0, 9)
		case which == 2:
			return days(first, 9, 19)
		case end:
			return interval.Period{From: first.AddDays(20), To: last}
		}
		return interval.Period{From: first.AddDays(19), To: last}
	}
	if year := first.Time().Year(); length >= 365 && length <= 366 && yearOf(year) == whole {
		switch {
		case which == 1:
			return quarterOf(year, 1)
		case which == 2:
			return interval.Period{From: monthOf(year, 5).From, To: monthOf(year, 8).To}
		case end:
			return monthOf(year, 12)
		}
		return quarterOf(year, 4)
	}
	third := length / 3
	switch which {
	case 1:
		return interval.Period{From: first, To: first.AddDays(max(third-1, 0))}
	case 2:
		return interval.Period{From: first.AddDays(third), To: last.AddDays(-third)}
	}
	return interval.Period{From: last.AddDays(-max(third-1, 0)), To: last}
}

// season reads "last summer", "the summer of 2024", "spring 2025".
func (s *timeScan) season(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	which := ""
	if s.is(j, "last", "this", "next") {
		which = s.word(j)
		j++
	}
	season := s.words.place("seasons", s.word(j))
	if season == 0 {
		return fail, i, false
	}
	if year, ok := s.year(s.skip(j+1, "of")); ok && which == "" {
		return seasonOf(year, season), s.skip(j+1, "of") + 1, true
	}
	if s.published == "" || which == "" && !(j > i && s.is(i-1, "in", "during", "by", "since", "until") && !s.named(j+1)) {
		return fail, i, false
	}
	year := s.published.Time().Year()
	p := seasonOf(year, season)
	switch {
	case which == "" && !s.future && p.From > s.published: // "in the autumn", looking back
		p = seasonOf(year-1, season)
	case which == "" && s.future && p.To < s.published:
		p = seasonOf(year+1, season)
	case which == "last" && p.To >= s.published:
		p = seasonOf(year-1, season)
	case which == "next" && p.From <= s.published:
		p = seasonOf(year+1, season)
	}
	return p, j + 1, true
}

// quarter reads "the first quarter of 2025", "Q1 2025", "the third quarter".
func (s *timeScan) quarter(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	quarter, next := s.words.place("ordinals", s.word(j)), j+2
	if quarter > 0 && s.is(j+1, "-") && s.is(j+2, "quarter") {
		next = j + 3 // "its third-quarter loss"
	} else if quarter == 0 || s.words.units[s.word(j+1)] != "quarter" {
		word := s.word(j)
		if len(word) != 2 || word[0] != 'q' || word[1] < '1' || word[1] > '4' {
			return fail, i, false
		}
		quarter, next = int(word[1]-'0'), j+1
	}
	k := s.skip(next, "of", "in", ",")
	if year, ok := s.year(k); ok {
		return quarterOf(year, quarter), k + 1, true
	}
	if s.published == "" || s.is(next, "of") && !s.is(next+1, "this", "the", "last") {
		return fail, i, false
	}
	year := s.published.Time().Year()
	if s.is(next, "of") && s.is(next+2, "year") {
		if s.is(next+1, "last") {
			year--
		}
		return quarterOf(year, quarter), next + 3, true
	}
	if p := quarterOf(year, quarter); p.From <= s.published || s.future {
		return p, next, true
	}
	return quarterOf(year-1, quarter), next, true
}

// week reads "the week of May 19", "the week ending June 1".
func (s *timeScan) week(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	j := s.skip(i, "the")
	if !s.is(j, "week") {
		return fail, i, false
	}
	k := j + 1
	switch {
	case s.is(k, "of"), s.is(k, "ending"), s.is(k, "beginning", "starting"), s.is(k, "to"):
		k++
	default:
		return fail, i, false
	}
	p, next, ok := s.date(k)
	switch {
	case !ok || p.From != p.To:
		return fail, i, false
	case s.is(j+1, "ending", "to"):
		return days(p.From, -6, 0), next, true
	case s.is(j+1, "of"):
		return weekOf(p.From, 0), next, true
	}
	return days(p.From, 0, 6), next, true
}

// bareYear reads a year, a span of years, "2015-2020", or a decade, "the 1990s",
// "the year 2023".
func (s *timeScan) bareYear(i int) (interval.Period, int, bool) {
	if j := s.skip(i, "the", "year"); j > i {
		if year, ok := s.year(j); ok && s.is(j-1, "year") {
			return yearOf(year), j + 1, true
		}
	}
	if j := s.skip(i, "the"); len(s.word(j)) == 5 && s.word(j)[3:] == "0s" {
		if first, err := strconv.Atoi(s.word(j)[:4]); err == nil && first >= 1800 && first < 2100 {
			return interval.Period{From: yearOf(first).From, To: yearOf(first + 9).To}, j + 1, true
		}
	}
	year, ok := s.year(i)
	if last, also := s.year(i + 2); ok && also && s.is(i+1, "-", "–") && s.glued(i+1) && s.glued(i+2) && last > year && !s.is(i+3, "-") {
		return interval.Period{From: yearOf(year).From, To: yearOf(last).To}, i + 3, true
	}
	if !ok {
		return interval.Period{}, i, false
	}
	return yearOf(year), i + 1, true
}
