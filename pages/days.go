package pages

import (
	"math"
	"slices"
	"strings"

	"muster/counts"
	"muster/interval"
)

// meanDays is how many days the line of a daily chart is the mean of.
const meanDays = 7

// dayChart shows each day of a daily series with the mean of the days before it.
type dayChart struct {
	Days                        []dayBar
	Ticks                       []tick
	Labels                      []dayLabel
	Line                        string // of the means, as an SVG path
	Goal                        *goal  // nil: none by the day
	LineY, LabelY               float64
	Width, Height, Left, Bottom float64
}

type dayBar struct {
	level
	Mean       *interval.Number // nil where one of its days is not complete, not covered or held
	X, Y, W, H float64
}

type dayLabel struct {
	X          float64
	Text, Year string
}

// newDayChart returns nil for a series that is not daily, or whose days do not add up.
func newDayChart(series counts.Series, cover counts.Cover, published bool, g *goal) *dayChart {
	if series.By != "day" || series.Facts().Measure != counts.PerPeriod {
		return nil
	}
	c := &dayChart{Width: chartWidth, Height: chartHeight, Left: chartLeft, Bottom: chartHeight - chartBottom}
	at, top := map[interval.Date]int{}, 1.0
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
		if !d.Hidden {
			top = max(top, float64(d.Count))
		}
	}
	if g != nil && g.Per == "day" {
		c.Goal, top = g, max(top, g.Amount.Float())
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
	c.draw(top)
	return c
}

// Hides reports whether some day is not shown.
func (c *dayChart) Hides() bool {
	return slices.ContainsFunc(c.Days, func(d dayBar) bool { return d.Hidden })
}

func (c *dayChart) draw(top float64) {
	y, ticks := scale(top, c.Bottom)
	c.Ticks = ticks
	if c.Goal != nil {
		c.LineY = y(c.Goal.Amount.Float())
		c.LabelY = c.LineY - 7
	}
	first := c.Days[0].From
	all := interval.Period{From: first, To: c.Days[len(c.Days)-1].To}.Days()
	slot := (c.Width - chartLeft - chartRight) / float64(all)
	var line strings.Builder
	var last interval.Date // with a mean
	for i := range c.Days {
		d := &c.Days[i]
		at := float64(interval.Period{From: first, To: d.From}.Days() - 1)
		d.X, d.W = hundredth(chartLeft+slot*(at+0.1)), hundredth(slot*0.8)
		if !d.Hidden {
			d.Y = y(float64(d.Count))
			d.H = round(c.Bottom - d.Y)
		}
		if d.Mean != nil {
			step := "L"
			if last == "" || last.AddDays(1) != d.From {
				step = "M"
			}
			last = d.From
			line.WriteString(step + place(hundredth(chartLeft+slot*(at+0.5))) + " " + place(y(d.Mean.Float())))
		}
	}
	c.Line = line.String()
	c.label(first, all, slot)
}

// label names the months, as many as there is room for.
func (c *dayChart) label(first interval.Date, all int, slot float64) {
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
		l := dayLabel{X: round(chartLeft + slot*float64(i)), Text: t.Format("2 Jan")}
		if t.Year() != year {
			year, l.Year = t.Year(), t.Format("2006")
		}
		c.Labels = append(c.Labels, l)
	}
}
