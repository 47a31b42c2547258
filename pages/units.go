package pages

import (
	"cmp"
	"slices"

	"muster/counts"
	"muster/interval"
)

// unitsChart shows the months, or weeks, of each unit in a small drawing, all
// on one scale, so that they can be set against each other.
type unitsChart struct {
	Periods       []interval.Period
	Units         []unitDrawing
	Highest       int64 // that any shows
	Width, Height float64
}

type unitDrawing struct {
	Unit string
	Bars []unitBar // one a period; none is left out
}

type unitBar struct {
	level
	X, Y, W, H float64
}

const (
	unitWidth, unitHeight = 200.0, 64.0
	mostUnits             = 40 // that are drawn
)

// newUnitsChart returns nil for a series without units, and for one with more
// units than can be looked at. A sum over several counts is told only where
// each of them is.
func newUnitsChart(series counts.Series, cover counts.Cover, published bool, periods []level) *unitsChart {
	c := &unitsChart{Width: unitWidth, Height: unitHeight}
	at := map[interval.Date]int{}
	for i, p := range periods {
		c.Periods = append(c.Periods, p.Period)
		at[p.From] = i
	}
	place := func(p interval.Period) (int, bool) {
		first := p.From
		if series.By != "week" {
			first = p.From[:8] + "01"
		}
		i, ok := at[first]
		return i, ok && p.To <= periods[i].To
	}
	byUnit := map[string][]unitBar{}
	bar := func(p counts.Point) *unitBar {
		i, ok := place(p.Period)
		if !ok || p.Unit == "" {
			return nil
		}
		if byUnit[p.Unit] == nil {
			byUnit[p.Unit] = make([]unitBar, len(periods))
			for j := range periods {
				byUnit[p.Unit][j].level = level{Period: periods[j].Period, Incomplete: periods[j].Incomplete, Release: periods[j].Release}
			}
		}
		return &byUnit[p.Unit][i]
	}
	for _, l := range series.Levels() {
		if b := bar(l.Point); b != nil {
			b.Count += l.Count
		}
	}
	for _, p := range cover.Cells() {
		if b := bar(p); b != nil {
			b.Held, b.Hidden = true, published
		}
	}
	if len(byUnit) < 2 || len(byUnit) > mostUnits {
		return nil
	}
	for unit, bars := range byUnit {
		c.Units = append(c.Units, unitDrawing{unit, bars})
		for _, b := range bars {
			if !b.Hidden {
				c.Highest = max(c.Highest, b.Count)
			}
		}
	}
	if c.Highest == 0 {
		return nil // nothing can be shown
	}
	slices.SortFunc(c.Units, func(a, b unitDrawing) int { return cmp.Compare(a.Unit, b.Unit) })
	slot := unitWidth / float64(len(periods))
	for _, u := range c.Units {
		for i := range u.Bars {
			b := &u.Bars[i]
			b.X, b.W = hundredth(slot*(float64(i)+0.1)), hundredth(slot*0.8)
			if !b.Hidden {
				b.H = round(unitHeight * float64(b.Count) / float64(c.Highest))
			}
			b.Y = round(unitHeight - b.H)
		}
	}
	return c
}
