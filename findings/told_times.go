package findings

import (
	"slices"
	"strconv"
	"strings"

	"muster/interval"
)

// toldTime is a first or a last day, or a length of time, as a sentence tells it: "from 1 May",
// "by the end of 2027", "for six weeks".
type toldTime struct {
	side       timeSide
	period     interval.Period // in which a first or a last day lies: one day, or the end of a month
	length     int             // in days, of a length of time
	number     int             // of its units
	unit       string
	part       bool // it is a part of a longer time: "in the first five days"
	allowed    bool // it is told as what somebody has: "have 14 days to appeal"
	start, end int  // bytes in the sentence, from the word that makes it one

	clause  string          // of the sentence that it belongs to
	words   map[string]bool // stems of words there that say of what it is told
	subject map[string]bool // of those before it
	share   string          // the word that makes it that of a part: "last", "another"
}

type timeSide int

const (
	asFirst timeSide = iota + 1
	asLast
	asLength
)

// times returns the first and last days and the lengths of time of a sentence that tells
// some days, in order.
func (r dayReader) times(sentence string, published interval.Date, days []toldDay) []toldTime {
	var out []toldTime
	if ends := ends(sentence, published); len(days)+len(ends) > 0 {
		out = r.dayTimes(sentence, days, ends)
	}
	if holds(sentence, []string{"day", "week", "month", "year"}) {
		out = append(out, r.lengths(sentence)...)
	}
	slices.SortStableFunc(out, func(a, b toldTime) int { return a.start - b.start })
	return out
}

// dayTimes returns those that are days of the calendar, or the ends of its months and years.
func (r dayReader) dayTimes(sentence string, days []toldDay, ends []endOfTime) []toldTime {
	var out []toldTime
	before, unnamed := 0, false // end of the day before, and whether it has no month of its own
	add := func(d toldDay, period interval.Period) {
		its, start := sideBefore(sentence[:d.start])
		if n := len(out); n > 0 && out[n-1].end == before && unnamed { // "3 to 9 July"
			out[n-1].end = d.end
		}
		if its == 0 && before > 0 && slices.Contains([]string{"to", "until", "till", "through", "and", "-", "–"}, strings.TrimSpace(sentence[before:d.start])) {
			if n := len(out); n > 0 && out[n-1].end >= before && out[n-1].side == asFirst {
				its, start = asLast, d.start
			}
		}
		if its != 0 {
			out = append(out, toldTime{side: its, period: period, start: start, end: d.end})
		}
		before, unnamed = d.end, strings.ToLower(sentence[d.start:d.end]) == strings.ToUpper(sentence[d.start:d.end])
	}
	for len(days)+len(ends) > 0 {
		if len(ends) == 0 || len(days) > 0 && days[0].start < ends[0].start {
			if d := days[0]; strings.ContainsAny(sentence[d.start:d.end], "0123456789") {
				add(d, interval.Period{From: d.day, To: d.day})
			}
			days = days[1:]
			continue
		}
		add(toldDay{start: ends[0].start, end: ends[0].end}, ends[0].period)
		ends = ends[1:]
	}
	return out
}

// sideBefore says whether the words before a day make it a first or a last one, and where
// they begin; 0 for neither.
func sideBefore(before string) (timeSide, int) {
	words := wordsAt(before)
	for i := len(words) - 1; i >= max(0, len(words)-5); i-- {
		if i < len(words)-1 && strings.ContainsAny(words[i].raw[len(words[i].raw)-1:], ";:—") {
			return 0, 0
		}
		switch words[i].text {
		case "from", "begin", "begins", "began", "beginning", "start", "starts", "started", "starting", "commence", "commences", "effective", "between":
			return asFirst, words[i].start
		case "until", "till", "through", "by", "end", "ends", "ended", "ending", "close", "closes", "finish", "finishes", "finished", "conclude", "concludes", "expire", "expires":
			if words[i].text == "end" && i > 0 && words[i-1].text == "the" {
				return 0, 0
			}
			return asLast, words[i].start
		case "before": // what does not come before 3 May has it as its first day, what does not end before it as its last
			near := words[max(0, i-4):i]
			if slices.ContainsFunc(near, func(o word) bool { return o.text == "not" || o.text == "never" }) && !slices.ContainsFunc(near, func(o word) bool {
				return o.text == "lifted" || o.text == "end" || o.text == "ended" || o.text == "over"
			}) {
				return 0, 0
			}
			return asLast, words[i].start
		case "completion", "deadline":
			return asLast, words[i].start
		case "later":
			if i == 0 || words[i-1].text != "no" && words[i-1].text != "not" {
				return 0, 0
			}
			return asLast, words[i-1].start
		case "is", "was", "of", "for", "falls", "remains": // "the deadline for bids is", "the last day for doing so is"
			at := slices.IndexFunc(words[:i], func(w word) bool { return w.text == "deadline" || w.text == "day" || w.text == "date" })
			if at < 0 || words[at].text != "deadline" && (at == 0 || words[at-1].text != "last" && words[at-1].text != "closing" && words[at-1].text != "final") {
				return 0, 0
			}
			return asLast, words[at].start
		case "on", "than", "at", "the", "latest", "midnight", "noon", "midday", "pm", "am", "p.m", "a.m", "o'clock", "o’clock", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		default:
			if strings.Trim(words[i].text, "0123456789:.") != "" { // "by 18:00 on"
				return 0, 0
			}
		}
	}
	return 0, 0
}

// endOfTime is the end of a month or a year: "the end of June 2027", "the end of 2029".
type endOfTime struct {
	start, end int
	period     interval.Period
}

// ends returns the ends of months and years in a sentence.
func ends(sentence string, published interval.Date) []endOfTime {
	var out []endOfTime
	for from := 0; ; {
		at := strings.Index(sentence[from:], "end of ")
		if at < 0 {
			return out
		}
		at += from
		from = at + len("end of ")
		end, ok := endOf(sentence, from, published)
		if !ok {
			continue
		}
		end.start = len(strings.TrimSuffix(sentence[:at], "the "))
		out = append(out, end)
	}
}

func endOf(sentence string, from int, published interval.Date) (endOfTime, bool) {
	words := wordsAt(sentence[from:min(len(sentence), from+40)])
	for len(words) > 0 && (words[0].text == "the" || words[0].text == "season" || words[0].text == "year") {
		words = words[1:]
	}
	if len(words) == 0 {
		return endOfTime{}, false
	}
	scan, told := newDayScanner(), 0
	if name, _ := scan.month(words[0].raw, 0); name != "" && endsWord(words[0].raw, len(name)) {
		told = 1
		year, used := yearIn(words[1:], published)
		day := civilDay(name, "15", year, published)
		if day == "" {
			return endOfTime{}, false
		}
		first := day.AddDays(-14)
		last := first
		for last.AddDays(1).Time().Month() == first.Time().Month() {
			last = last.AddDays(1)
		}
		return endOfTime{end: from + words[told+used-1].start + len(strings.TrimRight(words[told+used-1].raw, ".,;:")), period: interval.Period{From: last.AddDays(-10), To: last}}, true
	}
	year, used := yearIn(words, published)
	if used == 0 {
		return endOfTime{}, false
	}
	last := words[used-1]
	return endOfTime{end: from + last.start + len(strings.TrimRight(last.raw, ".,;:")), period: interval.Period{From: interval.Date(year + "-11-15"), To: interval.Date(year + "-12-31")}}, true
}

// yearIn reads the year that some words begin with, "2027", "this year", and how many
// they are; 0 for none.
func yearIn(words []word, published interval.Date) (year string, used int) {
	if len(words) == 0 {
		return "", 0
	}
	if w := words[0].text; len(w) == 4 && strings.Trim(w, "0123456789") == "" {
		return w, 1
	}
	if len(words) > 1 && published != "" && words[1].text == "year" {
		switch now := published.Time().Year(); words[0].text {
		case "this":
			return strconv.Itoa(now), 2
		case "next":
			return strconv.Itoa(now + 1), 2
		}
	}
	return "", 0
}
