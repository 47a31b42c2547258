package claims

import (
	"strconv"
	"strings"
	"time"

	"muster/interval"
)

// pointRead is what point read last: several rules ask for the same place.
type pointRead struct {
	asked, future bool
	at, next      int
	period        interval.Period
	ok            bool
}

// point reads a day, week, month, season, quarter or year, or a part of one:
// "late May", "the end of this week".
func (s *timeScan) point(i int) (interval.Period, int, bool) {
	if l := s.last; !l.asked || l.at != i || l.future != s.future {
		future := s.future
		p, next, ok := s.readPoint(i)
		s.last = pointRead{asked: true, future: future, at: i, next: next, period: p, ok: ok}
	}
	return s.last.period, s.last.next, s.last.ok
}

func (s *timeScan) readPoint(i int) (interval.Period, int, bool) {
	if j := s.skip(i, "the"); !s.opens(j) && s.words.units[s.word(j)] == "" {
		return interval.Period{}, i, false // as most
	}
	for _, read := range [...]func(*timeScan, int) (interval.Period, int, bool){(*timeScan).part, (*timeScan).lengthTo, (*timeScan).half, (*timeScan).twoYears, (*timeScan).fiscal, (*timeScan).feast, (*timeScan).iso, (*timeScan).numeric, (*timeScan).date, (*timeScan).weekday, (*timeScan).deictic, (*timeScan).season, (*timeScan).quarter, (*timeScan).week, (*timeScan).bareYear} {
		if p, next, ok := read(s, i); ok {
			return p, next, true
		}
	}
	return interval.Period{}, i, false
}

// fiscal reads "fiscal year 2025", "FY25", "this fiscal year".
func (s *timeScan) fiscal(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	word := s.word(i)
	if rest, found := strings.CutPrefix(word, "fy"); found {
		next := i + 1
		if rest == "" {
			rest, next = s.word(i+1), i+2
		}
		if year, err := strconv.Atoi(rest); err == nil && (len(rest) == 2 || len(rest) == 4) && (len(rest) == 2 || year > 1900 && year < 2100) {
			if len(rest) == 2 {
				year += 2000
			}
			if p, end, both := s.twoYears(next - 1); both {
				return p, end, true // "FY 2023-24"
			}
			return fiscalYear(year), next, true
		}
		return fail, i, false
	}
	j := s.skip(i, "the")
	step, deictic := 0, s.is(j, "this", "current", "last", "previous", "next")
	if deictic {
		step = stepOf(s.word(j))
		j++
	}
	if !s.is(j, "fiscal", "financial") {
		return fail, i, false
	}
	j = s.skip(j+1, "year")
	if year, ok := s.year(j); ok && !deictic {
		return fiscalYear(year), j + 1, true
	}
	if !deictic || s.published == "" || s.word(j-1) != "year" {
		return fail, i, false
	}
	published := s.published.Time()
	year := published.Year()
	if published.Month() >= 10 {
		year++
	}
	return fiscalYear(year + step), j, true
}

// iso reads 2025-06-04.
func (s *timeScan) iso(i int) (interval.Period, int, bool) {
	if i+4 >= len(s.tokens) || s.word(i+1) != "-" || s.word(i+3) != "-" || s.tokens[i+4].end-s.tokens[i].start != 10 {
		return interval.Period{}, i, false
	}
	d, err := interval.ParseDate(s.text[s.tokens[i].start:s.tokens[i+4].end])
	if err != nil || s.word(i+5) == "-" {
		return interval.Period{}, i, false
	}
	return single(d), i + 5, true
}

// month returns the month that the token names, 0 for none. The names that are
// other words too need a capital.
func (s *timeScan) month(i int) int {
	if i < 0 || i >= len(s.tokens) {
		return 0
	}
	token := &s.tokens[i]
	if !token.capital {
		return 0
	}
	n := s.words.place("months", token.lower)
	if n == 0 {
		n = s.words.place("months", s.word(i))
	}
	if n > 0 && len(s.word(i)) == 3 && !s.is(i, "may") && strings.ToUpper(s.text[token.start:token.end]) == s.text[token.start:token.end] && s.dayOfMonth(i+1) == 0 && s.dayOfMonth(i-1) == 0 {
		if _, year := s.year(i + 1); !year {
			return 0 // "the DEC appeal"
		}
	}
	return n
}

// dayOfMonth returns the day that the token tells: 21, 21st.
func (s *timeScan) dayOfMonth(i int) int {
	word := s.word(i)
	if word == "" || word[0] < '0' || word[0] > '9' {
		return 0
	}
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		word = strings.TrimSuffix(word, ending)
	}
	if !allDigits(word) || len(word) > 2 {
		return 0
	}
	n, _ := strconv.Atoi(word)
	if n > 31 {
		return 0
	}
	return n
}

// date reads "May 21", "May 21, 2025", "21 May 2025", "the 21st of May", "Oct.
// 2–5", "May 2025", "May", "last May".
func (s *timeScan) date(i int) (interval.Period, int, bool) {
	fail := interval.Period{}
	if s.is(i, "last", "next", "this") && s.month(i+1) > 0 && s.published != "" {
		return s.deicticMonth(i)
	}
	j := s.skip(i, "the")
	if d := s.dayOfMonth(j); d > 0 {
		last, k := d, j+1
		if s.is(k, "-", "–", "—", "to", "and", "until", "till") { // "5-12 May", "between 5 and 12 May"
			if n := s.dayOfMonth(s.skip(k+1, "the")); n > d {
				last, k = n, s.skip(k+1, "the")+1
			}
		}
		k = s.skip(k, "of")
		month := s.month(k)
		if month == 0 {
			return fail, i, false
		}
		year, next := s.yearOrNear(k+1, month, d)
		from, ok := day(year, month, d)
		to, ok2 := day(year, month, last)
		return interval.Period{From: from, To: to}, next, ok && ok2 && year > 0
	}
	month := s.month(i)
	if month == 0 || !s.surelyMonth(i) {
		return fail, i, false
	}
	if d := s.dayOfMonth(i + 1); d > 0 && !s.is(i+2, "percent", "%") && !(s.is(i+2, ".", ",", ":") && s.glued(i+2) && s.dayOfMonth(i+3) > 0) {
		next, last := i+2, d
		if s.is(next, "-", "–", "—", "to", "and", "through") && s.dayOfMonth(next+1) > d && s.month(next+2) == 0 && (!s.named(next+2) || s.is(next, "-", "–") && s.glued(next)) {
			last, next = s.dayOfMonth(next+1), next+2
		}
		year, next := s.yearOrNear(next, month, d)
		from, ok := day(year, month, d)
		to, ok2 := day(year, month, last)
		return interval.Period{From: from, To: to}, next, ok && ok2 && year > 0
	}
	if second, third := s.month(i+2), s.month(i+4); s.is(i+1, ",") && second > month && third > second && s.is(i+3, "and") && s.dayOfMonth(i+5) == 0 { // "May, June and July"
		if year, next := s.yearOrNear(i+5, third, 0); year > 0 {
			return interval.Period{From: monthOf(year, month).From, To: monthOf(year, third).To}, next, true
		}
	}
	if last := s.month(i + 2); s.is(i+1, "and") && last > month && s.dayOfMonth(i+3) == 0 { // "June and July"
		if year, next := s.yearOrNear(i+3, last, 0); year > 0 {
			return interval.Period{From: monthOf(year, month).From, To: monthOf(year, last).To}, next, true
		}
	}
	if s.is(i+1, "and") && month == 12 && s.month(i+2) == 1 && s.dayOfMonth(i+3) == 0 { // "December and January"
		if year, next := s.yearOrNear(i+3, 1, 0); year > 0 {
			return interval.Period{From: monthOf(year-1, 12).From, To: monthOf(year, 1).To}, next, true
		}
	}
	year, next := s.yearOrNear(i+1, month, 0)
	if year == 0 {
		return fail, i, false
	}
	return monthOf(year, month), next, true
}

// named reports whether a noun that is counted follows: "May 3 and 5 agents".
func (s *timeScan) named(i int) bool {
	word := s.word(i)
	return word != "" && word[0] >= 'a' && word[0] <= 'z' && !s.is(i, "in", "at", "to", "and", "when", "after", "with", "by", "as", "the", "but", "on", "for", "alone")
}

// glued reports whether the token stands right after the one before it.
func (s *timeScan) glued(i int) bool {
	return i > 0 && i < len(s.tokens) && s.tokens[i].start == s.tokens[i-1].end
}

// surelyMonth keeps "May" and "March" apart from the modal verb, the name and
// the verb.
func (s *timeScan) surelyMonth(i int) bool {
	if !s.is(i, "may", "march", "august") || s.dayOfMonth(i+1) > 0 {
		return true
	}
	if _, year := s.year(i + 1); year {
		return true
	}
	return s.is(i-1, "in", "of", "since", "until", "by", "through", "during", "early", "mid", "late", "-", "to", "and", "between", "from", "last", "this", "next", "for", "over", "than", "before", "after", "till") && i > 0 || i == 0 && len(s.tokens) == 1
}

// yearOrNear reads the year after a month or day, or takes the nearest that
// fits: the last such day or month, or the next for the future.
func (s *timeScan) yearOrNear(i, month, dayOfMonth int) (year, next int) {
	j := s.skip(i, ",", "of")
	if year, ok := s.year(j); ok && j <= i+1 {
		return year, j + 1
	}
	if s.is(i, "of", "in") && s.is(i+1, "this", "last", "next") && s.is(i+2, "year") && s.published != "" {
		step := stepOf(s.word(i + 1))
		return s.published.Time().Year() + step, i + 3
	}
	if s.is(i, "this", "last", "next") && s.is(i+1, "year") && s.published != "" {
		step := stepOf(s.word(i))
		return s.published.Time().Year() + step, i + 2
	}
	if s.published == "" {
		return 0, i
	}
	published := s.published.Time()
	year = published.Year()
	now := int(published.Month())*100 + published.Day()
	then := month*100 + dayOfMonth
	if dayOfMonth == 0 {
		now, then = int(published.Month()), month
	}
	for y := year - 1; y <= year+1 && dayOfMonth > 0; y++ {
		if apart := time.Date(y, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC).Sub(published).Abs(); apart <= nearby {
			return y, i
		}
	}
	if s.either {
		switch apart := month - int(published.Month()); {
		case apart > 6:
			return year - 1, i
		case apart < -6:
			return year + 1, i
		}
		return year, i
	}
	switch {
	case s.future && then < now:
		year++
	case !s.future && then > now:
		year--
	}
	return year, i
}

// nearby is how near a day without year must be to the day of the text to be
// meant, whatever the verb: the other reading is ten months away.
const nearby = 60 * 24 * time.Hour

func (s *timeScan) deicticMonth(i int) (interval.Period, int, bool) {
	month := s.month(i + 1)
	published := s.published.Time()
	year := published.Year()
	switch now := int(published.Month()); {
	case s.is(i, "last") && month >= now:
		year--
	case s.is(i, "next") && month <= now:
		year++
	}
	return monthOf(year, month), i + 2, true
}
