package claims

import (
	"strings"

	"muster/interval"
)

// This file reads times that are told by how long something takes.

// courseOf returns the whole course of what began or ended on the day told:
// "the three-day sweep that began on {Monday}", "for 30 days from {May 3}"; the
// day itself where no such length is told.
func (f *told) courseOf(words *times, e timeExpression) interval.Period {
	first, _ := f.wordsOf(e)
	if first < 2 {
		return e.Period
	}
	i := first - 1
	if f.at(i).is("on") {
		i--
	}
	if f.at(i).is("from", "starting", "beginning") { // "for 30 days from"
		if n, counted := words.count(f.at(i - 2).lower); counted && n > 1 && courseUnit(words.units[f.at(i-1).lower]) {
			return interval.Period{From: e.From, To: shifted(e.From, words.units[f.at(i-1).lower], n)}
		}
	}
	end := f.at(i).is("ended", "ending", "concluded", "finished")
	if !end && !f.at(i).is("began", "started", "launched", "starting", "beginning") {
		return e.Period
	}
	for k := i - 1; k > i-9 && k > 1; k-- { // "three-day"
		unit := words.units[f.at(k).lower]
		if !courseUnit(unit) || !f.at(k-1).is("-") || strings.HasSuffix(f.at(k).lower, "s") {
			continue
		}
		n, counted := words.count(f.at(k - 2).lower)
		switch {
		case !counted:
			return e.Period
		case end:
			return interval.Period{From: shifted(e.To, unit, -n).AddDays(1), To: e.To}
		}
		return interval.Period{From: e.From, To: shifted(e.From, unit, n).AddDays(-1)}
	}
	return e.Period
}

func courseUnit(unit string) bool { return unit == "day" || unit == "week" || unit == "month" }

// sinceLong adds to the times of the sentence those told by how long something
// has been so: "have been without water for five days".
func (f *told) sinceLong(words *times, found []timeExpression, published interval.Date) []timeExpression {
	for k := range f.groups {
		g := &f.groups[k]
		if !g.perfect || published == "" || f.at(g.first).is("had") {
			continue
		}
		for i := g.last + 1; i < len(f.words) && i < g.last+9; i++ {
			if strings.HasPrefix(string(f.at(i).tag), "VB") || f.at(i).lower == "," {
				break
			}
			n, counted := words.count(f.at(i + 1).lower)
			unit := words.units[f.at(i+2).lower]
			if f.at(i).is("for") && counted && n > 1 && (unit == "day" || unit == "week") {
				found = append(found, timeExpression{Period: interval.Period{From: shifted(published, unit, -n), To: published}, start: f.at(i).start, end: f.at(i + 2).end})
				break
			}
		}
	}
	return found
}
