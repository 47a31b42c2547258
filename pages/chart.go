package pages

import (
	"math"
	"strings"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// chart is a series against its target: the numbers for the table, and the
// drawing that shows them. All lengths are in units of the drawing.
type chart struct {
	ID            string // unique on the page
	Series        counts.Series
	Target        dossier.Target
	Line          interval.Number // the target, in Unit
	Unit          string          // "a day", "a week", "a month"
	Bars          []bar
	Ticks         []tick
	LineY         float64
	LabelY        float64 // of the line's label
	Width, Height float64
	Left, Bottom  float64 // where the axes stand
	Provisional   bool    // some bar is provisional
	Highest       *bar    // of the complete periods
	Triangle      triangle
}

type bar struct {
	level
	Average        interval.Number // in Unit
	Share          interval.Number // of the target, in per cent
	X, Y, W, H     float64
	Middle, ValueY float64
	Label, Year    string
}

type tick struct {
	Y     float64
	Label string
}

const (
	chartWidth, chartHeight = 680.0, 330.0
	chartLeft, chartRight   = 52.0, 8.0
	chartTop, chartBottom   = 26.0, 46.0
)

// charts draws each target that has counts.
func (s *site) charts(state *dossier.State) []*chart {
	var out []*chart
	for _, target := range state.Settings.Targets {
		for _, series := range state.Series {
			if series.Name != target.Series {
				continue
			}
			if c := newChart(series, target, s.smallest(state)); c != nil {
				c.ID = "chart-" + string(rune('a'+len(out)%26))
				out = append(out, c)
			}
		}
	}
	return out
}

func newChart(series counts.Series, target dossier.Target, smallest int) *chart {
	list := latest(series)
	hideSmall(list, smallest)
	if len(list) == 0 {
		return nil
	}
	c := &chart{Series: series, Target: target, Line: interval.Int(target.Amount), Unit: per(target.Per),
		Width: chartWidth, Height: chartHeight, Left: chartLeft, Bottom: chartHeight - chartBottom,
		Triangle: newTriangle(series, smallest)}
	top := c.Line
	for _, l := range list {
		b := bar{level: l, Average: average(l, target.Per)}
		b.Share = b.Average.Div(c.Line).Mul(interval.Int(100))
		if b.Average.Cmp(top) > 0 {
			top = b.Average
		}
		c.Provisional = c.Provisional || l.Provisional
		c.Bars = append(c.Bars, b)
	}
	c.draw(top.Float())
	for i := range c.Bars {
		b := &c.Bars[i]
		if !b.Provisional && !b.Hidden && (c.Highest == nil || b.Average.Cmp(c.Highest.Average) > 0) {
			c.Highest = b
		}
	}
	return c
}

// average turns the count of a period into an average a day, or a week; a
// target by the month is set against the month's count.
func average(l level, unit string) interval.Number {
	n, days := interval.Int(l.Count), int64(l.Days())
	if days == 0 || unit == "month" {
		return n
	}
	if unit == "week" {
		return n.Mul(interval.Int(7)).Div(interval.Int(days))
	}
	return n.Div(interval.Int(days))
}

func (c *chart) draw(top float64) {
	step := niceStep(top / 4)
	ceiling := step * math.Ceil(top*1.08/step)
	y := func(value float64) float64 {
		return round(c.Bottom - (c.Bottom-chartTop)*value/ceiling)
	}
	for value := 0.0; value <= ceiling+step/2; value += step {
		c.Ticks = append(c.Ticks, tick{y(value), grouped(int64(math.Round(value)))})
	}
	c.LineY = y(c.Line.Float())
	c.LabelY = c.LineY - 7
	slot := (c.Width - chartLeft - chartRight) / float64(len(c.Bars))
	every := int(math.Ceil(30 / slot)) // labels need this much room
	for i := range c.Bars {
		b := &c.Bars[i]
		b.W = round(math.Min(slot*0.68, 56))
		b.Middle = round(chartLeft + slot*(float64(i)+0.5))
		b.X = round(b.Middle - b.W/2)
		if !b.Hidden {
			b.Y = y(b.Average.Float())
			b.H = round(c.Bottom - b.Y)
		}
		b.ValueY = b.Y - 5
		if i%every != 0 {
			continue
		}
		day := b.From.Time()
		b.Label = day.Format("Jan")
		if c.Series.By == "week" {
			b.Label = day.Format("2 Jan")
		}
		if i == 0 || c.Bars[i-every].From.Time().Year() != day.Year() {
			b.Year = day.Format("2006")
		}
	}
}

// ShowValues reports whether there is room to write each bar's value above it.
func (c *chart) ShowValues() bool { return len(c.Bars) <= 14 }

// Anchor is the series' name as the end of an address.
func (c *chart) Anchor() string { return strings.Map(anchorRune, c.Series.Name) }

// Release names the release that a bar's count comes from.
func (c *chart) Release(number int) string { return releaseName(c.Series.Releases[number]) }

func releaseName(r counts.Release) string {
	if r.Date != "" {
		return date(r.Date)
	}
	return r.File
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
