package pages

import (
	"cmp"
	"fmt"
	"slices"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// unitsChart shows the months, or weeks, of each unit in a small drawing, all
// on one scale, so that they can be set against each other.
type unitsChart struct {
	Periods []interval.Period
	Units   []unitDrawing
	Highest int64 // that any shows
	Whole   drawing.Drawing
}

type unitDrawing struct {
	Unit    string
	Bars    []level // one a period; none is left out
	Drawing drawing.Drawing
}

const mostUnits = 40 // that are drawn

// newUnitsChart returns nil for a series without units, and for one with more
// units than can be looked at. A sum over several counts is told only where
// each of them is.
func newUnitsChart(series counts.Series, cover counts.Cover, published bool, periods []level) *unitsChart {
	c := &unitsChart{}
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
	byUnit := map[string][]level{}
	bar := func(p counts.Point) *level {
		i, ok := place(p.Period)
		if !ok || p.Unit == "" {
			return nil
		}
		if byUnit[p.Unit] == nil {
			byUnit[p.Unit] = make([]level, len(periods))
			for j := range periods {
				byUnit[p.Unit][j] = level{Period: periods[j].Period, Incomplete: periods[j].Incomplete, Release: periods[j].Release}
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
		c.Units = append(c.Units, unitDrawing{Unit: unit, Bars: bars})
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
	return c
}

const (
	unitWidth, unitHeight = 200.0, 64.0
	unitGap, unitName     = 24.0, 22.0 // between drawings on a sheet, and for the name below each
	unitsInRow            = 3
)

// draw makes the drawing of each unit, and Whole of all of them.
func (c *unitsChart) draw(id string, title func(string) string) {
	rows := (len(c.Units) + unitsInRow - 1) / unitsInRow
	c.Whole = drawing.Drawing{ID: id + "-units", Title: title(" by unit"),
		Desc:  "A small drawing of each unit: bars show the count of each period, all on one scale up to " + grouped(c.Highest) + ". A cross stands where a count is held back, hatching where it is not complete.",
		Width: unitsInRow*unitWidth + (unitsInRow-1)*unitGap, Height: float64(rows) * (unitHeight + unitName + unitGap)}
	slot := unitWidth / float64(len(c.Periods))
	for i := range c.Units {
		u := &c.Units[i]
		u.Drawing = drawing.Drawing{ID: fmt.Sprintf("%s-unit-%d", id, i), Title: title(": " + u.Unit),
			Desc: "Bars show the count of each period. The same numbers stand in the table below.", Width: unitWidth, Height: unitHeight}
		for j, b := range u.Bars {
			x, width := hundredth(slot*(float64(j)+0.1)), hundredth(slot*0.8)
			role := drawing.Bar
			if b.Incomplete {
				role = drawing.Incomplete
			}
			if b.Hidden {
				u.Drawing.Add(drawing.Straight(drawing.Held, x+1, unitHeight-1, x+6, unitHeight-6), drawing.Straight(drawing.Held, x+1, unitHeight-6, x+6, unitHeight-1))
				continue
			}
			high := round(unitHeight * float64(b.Count) / float64(c.Highest))
			u.Drawing.Add(drawing.Rect{Role: role, X: x, Y: round(unitHeight - high), W: width, H: high})
		}
		u.Drawing.Add(drawing.Straight(drawing.Axis, 0, unitHeight, unitWidth, unitHeight))
		left, top := float64(i%unitsInRow)*(unitWidth+unitGap), float64(i/unitsInRow)*(unitHeight+unitName+unitGap)
		for _, m := range u.Drawing.Marks {
			c.Whole.Add(m.At(left, top))
		}
		c.Whole.Add(drawing.Text{Role: drawing.Value, X: left, Y: top + unitHeight + 16, Words: u.Unit})
	}
}
