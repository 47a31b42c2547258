package pages

import (
	"slices"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// meanDays is how many days the line of a daily chart is the mean of.
const meanDays = 7

// dayChart shows each day of a daily series with the mean of the days before it.
type dayChart struct {
	Days    []dayBar
	Goal    *goal // nil: none by the day
	Drawing drawing.Drawing
}

type dayBar struct {
	level
	Mean *interval.Number // nil where one of its days is not complete, not covered or held
}

// newDayChart returns nil for a series that is not daily, or whose days do not add up.
func newDayChart(series counts.Series, cover counts.Cover, published bool, g *goal) *dayChart {
	if series.By != "day" || series.Facts().Measure != counts.PerPeriod {
		return nil
	}
	c := &dayChart{}
	at := map[interval.Date]int{}
	for _, l := range series.Levels() {
		if l.From != l.To {
			continue
		}
		if n := len(c.Days); n == 0 || c.Days[n-1].From != l.From {
			at[l.From] = n
			c.Days = append(c.Days, dayBar{level: level{Period: l.Period, Release: l.Release, Incomplete: l.Provisional, Held: cover.Total(l.Period)}})
		}
		c.Days[len(c.Days)-1].Count += l.Count
	}
	if len(c.Days) == 0 {
		return nil
	}
	held := map[interval.Date]bool{}
	for i := range c.Days {
		d := &c.Days[i]
		d.Held = d.Held && d.Count != 0
		d.Hidden, held[d.From] = d.Held && published, d.Held
	}
	if g != nil && g.Per == "day" {
		c.Goal = g
	}
	for _, m := range series.MovingAverages(meanDays) {
		told := true
		for i := range meanDays {
			told = told && (!published || !held[m.Day.AddDays(-i)])
		}
		if i, ok := at[m.Day]; ok && told {
			c.Days[i].Mean = &m.PerDay
		}
	}
	return c
}

// Hides reports whether some day is not shown.
func (c *dayChart) Hides() bool {
	return slices.ContainsFunc(c.Days, func(d dayBar) bool { return d.Hidden })
}
