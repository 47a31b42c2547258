package claims

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/interval"
)

// timeToken is a word, a number or a sign of a time expression.
type timeToken struct {
	lower      string
	word       string // lower without an abbreviation's dot
	start, end int
	capital    bool
	opens      bool // a time may begin with it
}

// timeExpression is a time told in a text. Offsets are bytes.
type timeExpression struct {
	interval.Period
	start, end  int
	token       int  // its first, in the scan
	countedTime      // "a year earlier": from another time in the clause
	course      bool // holds the whole of what began or ended on the day told
}

// timeScan reads times in one text against the day it was published.
type timeScan struct {
	words     *times
	text      string
	tokens    []timeToken
	published interval.Date
	future    bool // the verb looks ahead: Friday is the next one
	past      bool // the verb looks back: by Friday is by the last one
	either    bool // the verb looks either way: March is the nearer one
	last      pointRead
}

// resolve reads a text that is one time expression: "mid-May", "three weeks
// ago". Future says that the verb looks ahead.
func (t *times) resolve(text string, published interval.Date, future bool) (interval.Period, bool) {
	for _, e := range t.find(text, published, future) {
		if e.start == 0 && e.end == len(text) && e.unit == "" {
			return e.Period, true
		}
	}
	return interval.Period{}, false
}

// find returns all times told in the text that can be dated, in its order.
func (t *times) find(text string, published interval.Date, future bool) []timeExpression {
	return t.scan(text, published, future, nil).all()
}

// scan prepares the text; its tokens lie in the given memory, which grows where
// it must.
func (t *times) scan(text string, published interval.Date, future bool, memory []timeToken) *timeScan {
	s := &timeScan{words: t, text: text, tokens: timeTokens(text, memory), published: published, future: future}
	for i := range s.tokens {
		s.tokens[i].opens = t.opens(s.tokens[i].word, s.tokens[i].capital) && !s.inName(i)
	}
	return s
}

// inName reports whether the word for a time belongs to a name: "Politik Today", "the
// Sunday Herald".
func (s *timeScan) inName(i int) bool {
	w := &s.tokens[i]
	if !w.capital || i == 0 {
		return false
	}
	before := &s.tokens[i-1]
	switch w.word {
	case "today", "tomorrow", "tonight":
		return before.capital && before.lower != "the" && !isTimeWord(before.word)
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "march", "may", "april", "june", "july", "august", "september", "october", "november", "december", "january", "february":
		if before.lower != "the" || i+1 >= len(s.tokens) {
			return false
		}
		next := &s.tokens[i+1]
		return next.capital && !isTimeWord(next.word)
	}
	return false
}

// all returns the times of the text, in its order.
func (s *timeScan) all() []timeExpression {
	var found []timeExpression
	for i := 0; i < len(s.tokens); {
		e, next, ok := timeExpression{}, i, false
		if s.opens(i) {
			e, next, ok = s.expression(i)
		}
		if !ok {
			i++
			continue
		}
		e.token, e.start, e.end = i, s.tokens[i].start, s.tokens[next-1].end
		found = append(found, e)
		i = next
	}
	return found
}

// opens is a quick look that spares most tokens the grammar.
func (s *timeScan) opens(i int) bool {
	return i < len(s.tokens) && s.tokens[i].opens
}

// timeTokens cuts the text and appends its tokens to the list. Abbreviations keep their dot, numbers their
// ordinal ending and thousands; hyphens and slashes stand alone.
func timeTokens(text string, tokens []timeToken) []timeToken {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + size
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			for end < len(text) {
				if text[end]|0x20-'a' < 26 {
					end++
					continue
				}
				next, n := utf8.DecodeRuneInString(text[end:])
				grouped := next == ',' && unicode.IsDigit(r) && end+3 < len(text) && allDigits(text[end+1:end+4])
				if !unicode.IsLetter(next) && !unicode.IsDigit(next) && !grouped {
					break
				}
				end += n
			}
			if end < len(text) && text[end] == '.' && unicode.IsLetter(r) && end-i <= 5 {
				end++ // "Oct."; a full stop after a short word does no harm
			}
		}
		word := text[i:end]
		lower := word
		if !lowerCase(word) {
			lower = strings.ToLower(word)
		}
		tokens = append(tokens, timeToken{lower: lower, word: strings.TrimSuffix(lower, "."), start: i, end: end, capital: unicode.IsUpper(r)})
		i = end
	}
	return tokens
}

// lowerCase says whether the word is in small letters of ASCII, as most are.
func lowerCase(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i]-'a' >= 26 {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// word returns the token at i without an abbreviation's dot, "" outside.
func (s *timeScan) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].word
}

func (s *timeScan) is(i int, words ...string) bool {
	return isAny(s.word(i), words)
}

// skip returns the first token from i that is none of the words.
func (s *timeScan) skip(i int, words ...string) int {
	for s.is(i, words...) {
		i++
	}
	return i
}

// expression reads the longest time at token i, with its preposition.
func (s *timeScan) expression(i int) (e timeExpression, next int, ok bool) {
	if e, next, ok = s.bounded(i); ok {
		return e, next, true
	}
	if e, next, ok = s.span(i); ok {
		return e, next, true
	}
	return s.plain(i)
}

// dated returns the expression for a period that ends before token next.
func dated(p interval.Period, next int) (timeExpression, int, bool) {
	return timeExpression{Period: p}, next, true
}

// bounded reads "since January", "by the end of September", "so far this year".
func (s *timeScan) bounded(i int) (timeExpression, int, bool) {
	fail := timeExpression{}
	switch s.word(i) {
	case "since", "by", "until", "till", "through", "before", "so", "earlier", "later", "year":
	default:
		return fail, i, false
	}
	switch {
	case s.is(i, "since"):
		s.future = false
		p, next, ok := s.point(s.skip(i+1, "the"))
		if ok && p.From > s.published && !s.yearTold(i+1, next) {
			p = shiftedPeriod(p, "year", -1)
		}
		if !ok || s.published == "" || p.From > s.published {
			return fail, i, false
		}
		return dated(interval.Period{From: p.From, To: s.published}, next)
	case s.is(i, "by", "until", "till", "through", "before"), s.is(i, "later") && s.is(i+1, "than") && s.is(i-1, "no", "not"):
		kept := s.future
		s.future = !s.past
		p, next, ok := s.point(s.skip(i+1, "at", "least", "than"))
		s.future = kept
		if !ok {
			return fail, i, false
		}
		if s.past && p.To <= s.published && s.is(i, "by") {
			return dated(p, next) // how it stood then
		}
		if s.is(i, "before") {
			last := p.From.AddDays(-1)
			if s.is(i+1, "the") && s.is(i+2, "end") {
				last = p.To
			}
			if kept && s.published != "" && last >= s.published {
				return dated(interval.Period{From: s.published, To: last}, next)
			}
			return dated(interval.Period{To: last}, next)
		}
		if p.To < s.published || s.published == "" {
			if s.is(next-1, "year") && s.is(next-2, "this", "last") { // "until May this year"
				return dated(interval.Period{From: yearOf(p.To.Time().Year()).From, To: p.To}, next)
			}
			return dated(interval.Period{To: p.To}, next)
		}
		return dated(interval.Period{From: s.published, To: p.To}, next)
	case s.is(i, "so") && s.is(i+1, "far"):
		if p, next, ok := s.point(s.skip(i+2, "in")); ok {
			return s.upToNow(p, next)
		}
	case s.is(i, "earlier") && s.is(i+1, "in") && s.is(i+2, "the") && s.words.units[s.word(i+3)] != "" && s.published != "":
		if p, ok := unitOf(s.published, s.words.units[s.word(i+3)], 0); ok {
			return s.upToNow(p, i+4)
		}
	case s.is(i, "earlier") && s.is(i+1, "this"):
		if p, next, ok := s.point(i + 1); ok {
			return s.upToNow(p, next)
		}
	case s.is(i, "later") && s.is(i+1, "this"):
		if p, next, ok := s.point(i + 1); ok && p.To >= s.published {
			return dated(interval.Period{From: s.published, To: p.To}, next)
		}
	case s.is(i, "year") && s.is(i+1, "to") && s.is(i+2, "date") && s.published != "":
		p, _ := unitOf(s.published, "year", 0)
		return s.upToNow(p, i+3)
	}
	return fail, i, false
}

// upToNow returns the part of the period that is over.
func (s *timeScan) upToNow(p interval.Period, next int) (timeExpression, int, bool) {
	if s.published == "" || p.From > s.published {
		return timeExpression{}, next, false
	}
	return dated(interval.Period{From: p.From, To: min(p.To, s.published)}, next)
}

// span reads "between May 10 and May 20", "from January to March", "May 3
// through May 9".
func (s *timeScan) span(i int) (timeExpression, int, bool) {
	fail := timeExpression{}
	j := i
	between := s.is(i, "between")
	if between || s.is(i, "from") {
		j = i + 1
	}
	first, next, ok := s.point(j)
	if ok && j > i && (s.dayOfMonth(j) > 0 || s.dayOfMonth(j+1) > 0) && first.From < first.To && !s.is(next, "to", "and") {
		return dated(first, next) // "between 5 and 12 May", "from May 3 through 7"
	}
	if ok && between && s.is(next, ",") && s.is(next+1, "and") {
		next++
	}
	if !ok || between && !s.is(next, "and") || !between && !s.is(next, "to", "-", "–", "—", "through", "until", "till", "into") {
		return fail, i, false
	}
	last, end, ok := s.point(next + 1)
	if !ok {
		return fail, i, false
	}
	// "between May 10 and May 20, 2024": the year of the last goes for both.
	if last.To < first.From {
		first = shiftedPeriod(first, "year", last.To.Time().Year()-first.From.Time().Year())
		if last.To < first.From {
			first = shiftedPeriod(first, "year", -1)
		}
	} else if s.yearTold(next+1, end) && !s.yearTold(j, next) {
		back := shiftedPeriod(first, "year", last.To.Time().Year()-first.From.Time().Year())
		if back.From <= last.To {
			first = back
		}
	}
	return dated(interval.Period{From: first.From, To: last.To}, end)
}

func (s *timeScan) yearTold(from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := s.year(i); ok {
			return true
		}
	}
	return false
}

// plain reads a time with or without "in", "on", "during" before it.
func (s *timeScan) plain(i int) (timeExpression, int, bool) {
	j := i
	if s.is(i, "within") {
		if c, next, ok := s.anchored(i); ok {
			return timeExpression{countedTime: c}, next, true
		}
	}
	if s.is(i, "in", "on", "during", "over", "within", "for", "throughout", "at", "as") {
		j++
		if s.is(i, "as") {
			if !s.is(j, "of") {
				return timeExpression{}, i, false
			}
			j++
		}
		if p, next, ok := s.stretch(j); ok && !s.is(i, "at", "on", "as") {
			return dated(p, next)
		}
		if year, ok := s.year(j); ok && !s.is(i, "on", "over", "within", "at") && !s.is(j+1, "-", "–", "percent") && !(s.is(i, "for") && s.named(j+1)) {
			if second, ok := s.year(j + 2); ok && s.is(j+1, "and") && second == year+1 {
				return dated(interval.Period{From: yearOf(year).From, To: yearOf(second).To}, j+3)
			}
			return dated(yearOf(year), j+1)
		}
		if year, ok := s.year(j + 1); ok && s.is(i, "in", "during") && s.is(j, "the") && s.named(j+2) { // "in the 2012 attacks"
			return dated(yearOf(year), j+2)
		}
		if _, _, feast := s.feastAt(j); s.is(i, "over", "for", "at", "within") && !s.is(j, "the", "all", "much", "most") && !feast {
			return timeExpression{}, i, false
		}
	} else if p, next, ok := s.stretch(j); ok && s.is(j, "the", "this", "last") {
		return dated(p, next)
	}
	if e, next, ok := s.relative(j); ok {
		return e, next, true
	}
	if s.is(j, "all", "whole", "the", "much", "most") { // "in all of 2024", "in the whole of May", "for much of last year"
		if k := s.skip(j, "the"); s.is(k, "all", "whole", "much", "most") && s.is(k+1, "of") {
			j = k + 2
		}
	}
	if p, next, ok := s.point(j); ok {
		if _, bare := s.year(j); bare && (next == j+1 || next == j+3 && len(s.word(j+2)) == 4) && j == i {
			return timeExpression{}, i, false // a number, unless "in" stands before
		}
		return dated(p, next)
	}
	return timeExpression{}, i, false
}

// year reads a bare year at token i.
func (s *timeScan) year(i int) (int, bool) {
	word := s.word(i)
	if len(word) != 4 || !allDigits(word) || s.is(i+1, "%") {
		return 0, false
	}
	year, _ := strconv.Atoi(word)
	return year, year >= 1800 && year < 2100
}
