package claims

import (
	"slices"

	"muster/interval"
)

// This file reads times that count from another day that the text tells: "the
// first Tuesday", "the evening before", "within three days", "that Friday".

// countedTime is how a time counts from another.
type countedTime struct {
	unit    string // "" where it does not
	shift   int    // so many units from the other
	weekday int    // the shift-th such day of the week from it, Monday as 1
	length  int    // so many units from there on, where more than one
	begun   bool   // from the day on which what is told of began
}

// from returns the period that is so far from the other.
func (c countedTime) from(anchor interval.Period) interval.Period {
	switch {
	case c.weekday == 0 && c.length > 1:
		first := shifted(anchor.From, c.unit, c.shift)
		return interval.Period{From: first, To: shifted(first, c.unit, c.length).AddDays(-1)}
	case c.weekday == 0:
		return shiftedPeriod(anchor, c.unit, c.shift)
	case c.shift < 0:
		return single(weekdayFrom(anchor.From.AddDays(-1), c.weekday, false).AddDays(7 * (c.shift + 1)))
	case c.shift == 0 || c.begun:
		return single(weekdayFrom(anchor.To, c.weekday, true).AddDays(7 * max(c.shift-1, 0)))
	}
	return single(weekdayFrom(anchor.To.AddDays(1), c.weekday, true).AddDays(7 * (c.shift - 1)))
}

// anchored reads a day that counts from another at token i.
func (s *timeScan) anchored(i int) (c countedTime, next int, ok bool) {
	that := s.is(i, "that") || s.is(i, "the") && s.is(i+1, "same")
	if !that && !s.is(i, "the", "its", "their", "within", "a", "one") {
		return countedTime{}, i, false
	}
	j := i + 1
	if that && s.is(i, "the") {
		j++
	}
	part, weekday := s.words.place("parts", s.word(j)) > 0, s.weekdayAt(j)
	switch {
	case that && part:
		return countedTime{unit: "day"}, j + 1, true
	case that && weekday > 0:
		return countedTime{unit: "weekday", weekday: weekday}, s.afterPart(j + 1), !s.is(s.afterPart(j+1), "'s", "'", "’")
	case s.is(i, "a", "one"):
		return countedTime{unit: s.words.units[s.word(j)], shift: 1}, j + 2, s.words.units[s.word(j)] != "" && s.words.units[s.word(j)] != "hour" && s.is(j+1, "after") && s.ends(j+2)
	case s.is(i, "within"):
		n, counts := s.words.count(s.word(j))
		unit := s.words.units[s.word(j+1)]
		return countedTime{unit: unit, length: n, begun: true}, j + 2, counts && n > 1 && (unit == "day" || unit == "week") && !s.is(j+2, "of")
	case s.is(i, "the") && weekday > 0:
		return s.besideWeekday(j, weekday)
	case s.is(i, "the") && part && s.is(j+1, "before", "after") && s.ends(j+2):
		shift := 1
		if s.is(j+1, "before") {
			shift = -1
		}
		return countedTime{unit: "day", shift: shift}, j + 2, true
	case s.is(i, "the") && s.words.units[s.word(j)] != "" && s.is(j+1, "after") && s.ends(j+2):
		return countedTime{unit: s.words.units[s.word(j)], shift: 1}, j + 2, true
	}
	return s.ordinal(i, j)
}

// besideWeekday reads "the Thursday {before}" whose day of the week stands at j.
func (s *timeScan) besideWeekday(j, weekday int) (countedTime, int, bool) {
	k := s.afterPart(j + 1)
	switch {
	case s.is(k, "before", "previous") && (s.ends(k+1) || s.is(k+1, "that")):
		return countedTime{unit: "weekday", weekday: weekday, shift: -1}, s.skip(k+1, "that"), true
	case s.is(k, "after", "following") && (s.ends(k+1) || s.is(k+1, "that")):
		return countedTime{unit: "weekday", weekday: weekday, shift: 1}, s.skip(k+1, "that"), true
	}
	return countedTime{}, j, false
}

// ordinal reads "the second Monday", "the following Friday", "the third day", "its
// first three days", whose order stands at j.
func (s *timeScan) ordinal(i, j int) (countedTime, int, bool) {
	nth, begun := s.words.place("ordinals", s.word(j)), true
	switch {
	case nth > 0:
	case s.is(j, "next", "following", "ensuing"):
		nth, begun = 1, false
	case s.is(j, "previous", "preceding", "prior"):
		nth, begun = -1, false
	default:
		return countedTime{}, i, false
	}
	k := j + 1
	if weekday := s.weekdayAt(k); weekday > 0 && s.is(i, "the") {
		next := s.afterPart(k + 1)
		return countedTime{unit: "weekday", weekday: weekday, shift: nth, begun: begun}, next, !s.is(next, "of", "in", "after", "before", "each", "every", "'s", "’")
	}
	if s.words.place("parts", s.word(k)) > 0 {
		if begun {
			nth--
		}
		return countedTime{unit: "day", shift: nth, begun: begun}, k + 1, s.is(i, "the") && s.ends(k+1)
	}
	if !begun {
		return countedTime{}, i, false
	}
	if n, counts := s.words.count(s.word(k)); counts && nth == 1 && n > 1 {
		unit := s.words.units[s.word(k+1)]
		return countedTime{unit: unit, length: n, begun: true}, k + 2, (unit == "day" || unit == "week") && s.endsOwn(k+2) && s.is(i-1, "in", "during", "over", "within")
	}
	switch unit := s.words.units[s.word(k)]; unit {
	case "day":
		return countedTime{unit: "day", shift: nth - 1, begun: true}, k + 1, s.endsOwn(k+1) && s.is(i-1, "on", "by")
	case "week":
		return countedTime{unit: "day", shift: 7 * (nth - 1), length: 7, begun: true}, k + 1, s.endsOwn(k+1) && s.is(i-1, "in", "during", "over")
	}
	return countedTime{}, i, false
}

// ends reports whether nothing follows at token i that "before" and "after" could
// bind: a clause of its own, a number, the end.
func (s *timeScan) ends(i int) bool {
	return !s.named(i) && !s.is(i, "the", "a", "an", "its", "their", "his", "her", "this", "that") && !(i < len(s.tokens) && s.tokens[i].capital)
}

// endsOwn reports whether what follows at token i says of nothing else that it is
// the first: not "the first week of May".
func (s *timeScan) endsOwn(i int) bool {
	return !s.is(i, "of", "in", "after") || s.is(i, "of") && s.is(i+1, "the", "its", "their") && !s.is(i+2, "year", "month", "quarter", "season")
}

// begunReach is how many sentences back the day may stand on which something began.
const begunReach = 12

// anchorBegun returns the day on which what is told of began, by the sentence or
// those before it.
func (a *timesAround) anchorBegun(f *told) (interval.Period, bool) {
	at := f.draft.sentence
	for k := at; k >= 0 && k >= at-begunReach; k-- {
		begins := false
		for i := range a.sentences[k].Words {
			begins = begins || a.words.place("begins", a.sentences[k].Words[i].Lower) > 0
		}
		if !begins {
			continue
		}
		if day, found := a.lastDay(k); found {
			return day, true
		}
	}
	return interval.Period{}, false
}

// lastDay returns the last single day that the sentence tells.
func (a *timesAround) lastDay(k int) (interval.Period, bool) {
	scan := a.words.scan(a.text[a.sentences[k].Start:a.sentences[k].End], a.published, false, a.memory.times[:0])
	a.memory.times = scan.tokens
	for _, told := range slices.Backward(scan.all()) {
		if told.unit == "" && told.From == told.To && told.From != "" {
			return told.Period, true
		}
	}
	return interval.Period{}, false
}

// anchor returns what the time counts from: the day on which something began, another
// time of the sentence, a day told before; without any, the day of the text, by which
// "the previous Monday" is the last.
func (a *timesAround) anchor(f *told, found []timeExpression, i int) (interval.Period, bool) {
	e := found[i]
	if e.begun {
		if day, ok := a.anchorBegun(f); ok || e.weekday == 0 {
			return day, ok
		}
	} else if day, ok := anchorOf(found, i); ok {
		return day, true
	}
	if day, ok := a.anchorBefore(f, e); ok || e.begun || e.weekday == 0 || a.published == "" {
		return day, ok
	}
	if e.shift < 0 || e.shift > 0 && f.ahead(e) {
		return single(a.published), true
	}
	return single(weekdayFrom(a.published, e.weekday, false).AddDays(-e.shift)), true
}
