package pages

import (
	"cmp"
	"math"

	"muster/interval"
	"muster/pages/drawing"
)

// What every chart with an axis of amounts shares.

const (
	chartWidth, chartHeight = 680.0, 330.0
	chartLeft, chartRight   = 52.0, 8.0
	chartTop, chartBottom   = 26.0, 46.0
	chartFloor              = chartHeight - chartBottom // where the axis of time stands
)

// plot is a chart being drawn, with its ticks up to an amount.
type plot struct {
	drawing.Drawing
	ceiling float64
}

func newPlot(id, title, desc string, top float64) *plot {
	step := niceStep(top / 4)
	p := &plot{drawing.Drawing{ID: id, Title: title, Desc: desc, Width: chartWidth, Height: chartHeight}, step * math.Ceil(top*1.08/step)}
	for value := 0.0; value <= p.ceiling+step/2; value += step {
		p.Add(drawing.Straight(drawing.Grid, chartLeft, p.y(value), chartWidth, p.y(value)),
			drawing.Text{Role: drawing.Tick, X: chartLeft - 8, Y: p.y(value) + 4, Anchor: drawing.End, Words: grouped(int64(math.Round(value)))})
	}
	return p
}

// y returns where an amount stands.
func (p *plot) y(value float64) float64 {
	return round(chartFloor - (chartFloor-chartTop)*value/p.ceiling)
}

// bar draws an amount.
func (p *plot) bar(role drawing.Role, x, width, value float64) {
	y := p.y(value)
	p.Add(drawing.Rect{Role: role, X: x, Y: y, W: width, H: round(chartFloor - y)})
}

// below writes a day, and in a second line a year, below the axis.
func (p *plot) below(x float64, anchor drawing.Anchor, label, year string) {
	p.Add(drawing.Text{Role: drawing.Tick, X: x, Y: chartFloor + 18, Anchor: anchor, Words: label})
	if year != "" {
		p.Add(drawing.Text{Role: drawing.Tick, X: x, Y: chartFloor + 35, Anchor: anchor, Words: year})
	}
}

// close draws the axis of time and, above all else, the goal.
func (p *plot) close(g *goal) drawing.Drawing {
	p.Add(drawing.Straight(drawing.Axis, chartLeft, chartFloor, chartWidth, chartFloor))
	return p.goal(g)
}

func (p *plot) goal(g *goal) drawing.Drawing {
	if g != nil {
		y := p.y(g.Amount.Float())
		p.Add(drawing.Straight(drawing.Target, chartLeft, y, chartWidth, y), drawing.Text{Role: drawing.TargetLabel, X: chartLeft + 4, Y: y - 7, Words: g.Words()})
	}
	return p.Drawing
}

// title is what a drawing is called: a series, and what of it.
func (c *chart) title(more string) string {
	title := cmp.Or(c.Series.Title, c.Series.Name) + more
	if c.Series.Synthetic() {
		title += " (synthetic)"
	}
	return title
}

// draw makes the drawings of a chart.
func (c *chart) draw() {
	c.Drawing = c.drawBars()
	if c.Daily != nil {
		c.Daily.Drawing = c.Daily.draw(c.ID+"-days", c.title(", day by day"))
	}
	if c.Units != nil {
		c.Units.draw(c.ID, c.title)
	}
	if c.Ranks != nil {
		c.Ranks.Drawing = c.Ranks.draw(c.ID+"-ranks", c.title(": rank of each unit"))
	}
	c.Triangle = drawRevisions(c.ID+"-revisions", c.title(": how each count was revised"), c.Revisions)
}

// drawBars draws the average of each period.
func (c *chart) drawBars() drawing.Drawing {
	title, desc, top := "", "Bars show the average "+c.Unit+" in each period. ", 0.0
	if c.Goal != nil {
		title, desc, top = " against the target", desc+"A line stands at "+c.Goal.Amount.Grouped(2)+" "+c.Unit+", the target. ", c.Goal.Amount.Float()
	}
	for _, b := range c.Bars {
		if !b.Hidden {
			top = max(top, b.Average.Float())
		}
	}
	if c.Incomplete {
		desc += "Hatched bars are not complete. "
	}
	p := newPlot(c.ID, c.title(title), desc+"The same numbers stand in the table below.", top)
	slot := (chartWidth - chartLeft - chartRight) / float64(len(c.Bars))
	every := int(math.Ceil(30 / slot)) // labels need this much room
	width := round(math.Min(slot*0.68, 56))
	for i, b := range c.Bars {
		middle := round(chartLeft + slot*(float64(i)+0.5))
		role := drawing.Bar
		if b.Incomplete {
			role = drawing.Incomplete
		}
		switch {
		case b.Hidden:
			p.Add(drawing.Text{Role: drawing.Tick, X: middle, Y: chartFloor - 6, Anchor: drawing.Middle, Words: "held"})
		default:
			p.bar(role, round(middle-width/2), width, b.Average.Float())
			if len(c.Bars) <= 14 { // there is room to write each value
				p.Add(drawing.Text{Role: drawing.Value, X: middle, Y: p.y(b.Average.Float()) - 5, Anchor: drawing.Middle, Words: b.Average.Grouped(0)})
			}
		}
		if i%every != 0 {
			continue
		}
		day := b.From.Time()
		label, year := day.Format("Jan"), ""
		if c.Series.By == "week" {
			label = day.Format("2 Jan")
		}
		if i == 0 || c.Bars[i-every].From.Time().Year() != day.Year() {
			year = day.Format("2006")
		}
		p.below(middle, drawing.Middle, label, year)
	}
	return p.close(c.Goal)
}

// draw draws each day and the line of means.
func (c *dayChart) draw(id, title string) drawing.Drawing {
	top, desc := 1.0, "Bars show the count of each day, hatched where it is not complete; the line is the mean of 7 days, drawn where all of them are complete. "
	for _, d := range c.Days {
		if !d.Hidden {
			top = max(top, float64(d.Count))
		}
	}
	if c.Goal != nil {
		top = max(top, c.Goal.Amount.Float())
		desc += "A dashed line stands at " + c.Goal.Amount.Grouped(2) + " a day, the target. "
	}
	p := newPlot(id, title, desc+"The same numbers stand in the table below.", top)
	first := c.Days[0].From
	all := interval.Period{From: first, To: c.Days[len(c.Days)-1].To}.Days()
	slot := (chartWidth - chartLeft - chartRight) / float64(all)
	var means [][]drawing.Point
	var last interval.Date // with a mean
	for _, d := range c.Days {
		at := float64(interval.Period{From: first, To: d.From}.Days() - 1)
		role := drawing.Day
		if d.Incomplete {
			role = drawing.Incomplete
		}
		if !d.Hidden {
			p.bar(role, hundredth(chartLeft+slot*(at+0.1)), hundredth(slot*0.8), float64(d.Count))
		}
		if d.Mean != nil {
			if last == "" || last.AddDays(1) != d.From {
				means = append(means, nil)
			}
			last = d.From
			i := len(means) - 1
			means[i] = append(means[i], drawing.Point{X: hundredth(chartLeft + slot*(at+0.5)), Y: p.y(d.Mean.Float())})
		}
	}
	p.labelDays(first, all, slot)
	p.Add(drawing.Straight(drawing.Axis, chartLeft, chartFloor, chartWidth, chartFloor))
	for _, line := range means {
		p.Add(drawing.Line{Role: drawing.MeanEdge, Points: line}, drawing.Line{Role: drawing.Mean, Points: line})
	}
	return p.goal(c.Goal)
}

// labelDays names the months, as many as there is room for.
func (p *plot) labelDays(first interval.Date, all int, slot float64) {
	every := int(math.Ceil(34 / (slot * 30)))
	year := 0
	for i, n := 0, 0; i < all; i++ {
		t := first.AddDays(i).Time()
		if t.Day() != 1 && i > 0 {
			continue
		}
		if i == 0 && t.Day() > 20 && all > 30 { // no room before the next
			continue
		}
		if n++; (n-1)%every != 0 {
			continue
		}
		inYear := ""
		if t.Year() != year {
			year, inYear = t.Year(), t.Format("2006")
		}
		p.below(round(chartLeft+slot*float64(i)), drawing.Start, t.Format("2 Jan"), inYear)
	}
}

// niceStep returns 1, 2 or 5 times a power of ten, at least as large as rough.
func niceStep(rough float64) float64 {
	if rough <= 1 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, factor := range []float64{1, 2, 5} {
		if factor*power >= rough {
			return factor * power
		}
	}
	return 10 * power
}

// round keeps a tenth of a unit, so that the same counts give the same bytes.
func round(f float64) float64 { return math.Round(f*10) / 10 }

// hundredth is for places of days, of which many share a chart.
func hundredth(f float64) float64 { return math.Round(f*100) / 100 }
