package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/interval"
)

// chart is a series against a target: the numbers for the table, and the
// drawing that shows them. All lengths are in units of the drawing.
type chart struct {
	ID            string // unique on the page
	Anchor        string // where links to the series lead; "" for its further charts
	Series        counts.Series
	Goal          *goal  // nil: the counts stand alone
	Unit          string // "a day", "a week", "a month"
	Bars          []bar
	Ticks         []tick
	LineY         float64
	LabelY        float64 // of the line's words
	Width, Height float64
	Left, Bottom  float64 // where the axes stand
	Incomplete    bool    // some bar is not complete
	Highest       *bar    // of the complete periods
	Revisions     []revision
	Daily         *dayChart // nil where the series has no days to show
	Units         *unitsChart
	Notes         []string // on its releases
	Cite          string
}

// goal is the level that a series is set against: one of dossier.toml, or one
// that a document tells.
type goal struct {
	Amount interval.Number
	Per    string
	Label  string
	Told   *telling // nil for one of dossier.toml
}

type bar struct {
	level
	Average        interval.Number // in Unit
	Share          interval.Number // of the goal, in per cent
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

// charts draws each series, against each of its targets.
func (s *site) charts(v *view) []*chart {
	var out []*chart
	for _, series := range v.state.Series {
		cover := v.covers[series.Name]
		list := levels(series, cover, s.options.Published)
		if len(list) == 0 {
			continue
		}
		goals := v.goals(series)
		if len(goals) == 0 {
			goals = []*goal{nil}
		}
		for i, g := range goals {
			c := newChart(series, list, g)
			c.ID = "chart-" + c.name()
			if i > 0 {
				c.ID += fmt.Sprintf("-%d", i+1)
			} else {
				c.Anchor = "series-" + c.name()
				c.Revisions = revisions(series, cover, s.options.Published)
				c.Daily = newDayChart(series, cover, s.options.Published, g)
				c.Units = newUnitsChart(series, cover, s.options.Published, list)
				c.Notes = releaseNotes(series)
				c.Cite = s.citeSeries(v, series)
			}
			out = append(out, c)
		}
	}
	return out
}

// goals returns the targets that dossier.toml sets for a series; without any,
// the first told target that a finding sets against it.
func (v *view) goals(series counts.Series) []*goal {
	var out []*goal
	for _, t := range v.state.Settings.Targets {
		if t.Series == series.Name {
			out = append(out, &goal{Amount: interval.Int(t.Amount), Per: t.Per, Label: cmp.Or(t.Label, "target")})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, f := range v.findings {
		if !slices.ContainsFunc(f.Inputs, func(in input) bool { return in.Series == series.Name }) {
			continue
		}
		for _, in := range f.Inputs {
			if t := in.Telling; t != nil && t.stageIs(claims.Target) && t.Claim.Value != nil && t.Claim.Value.Sign() > 0 && slices.Contains([]string{"day", "week", "month"}, t.Claim.Per) {
				return []*goal{{Amount: *t.Claim.Value, Per: t.Claim.Per, Label: "target as told", Told: t}}
			}
		}
	}
	return nil
}

// Words writes the goal, the amount once.
func (g *goal) Words() string {
	amount := g.Amount.Grouped(2)
	if strings.Contains(g.Label, amount) {
		return g.Label
	}
	return g.Label + ": " + amount + " " + per(g.Per)
}

func newChart(series counts.Series, list []level, g *goal) *chart {
	c := &chart{Series: series, Goal: g, Unit: per("day"), Width: chartWidth, Height: chartHeight, Left: chartLeft, Bottom: chartHeight - chartBottom}
	unit, top := "day", interval.Number{}
	if g != nil {
		unit, top, c.Unit = g.Per, g.Amount, per(g.Per)
	}
	for _, l := range list {
		b := bar{level: l, Average: average(l, unit)}
		if g != nil {
			b.Share = b.Average.Div(g.Amount).Mul(interval.Int(100))
		}
		if !b.Hidden && b.Average.Cmp(top) > 0 {
			top = b.Average
		}
		c.Incomplete = c.Incomplete || l.Incomplete
		c.Bars = append(c.Bars, b)
	}
	c.draw(top.Float())
	for i := range c.Bars {
		b := &c.Bars[i]
		if !b.Incomplete && !b.Hidden && (c.Highest == nil || b.Average.Cmp(c.Highest.Average) > 0) {
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
	y, ticks := scale(top, c.Bottom)
	c.Ticks = ticks
	if c.Goal != nil {
		c.LineY = y(c.Goal.Amount.Float())
		c.LabelY = c.LineY - 7
	}
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

// Held reports whether some row of the revisions is not published.
func (c *chart) Held() bool {
	return slices.ContainsFunc(c.Revisions, func(r revision) bool {
		return slices.ContainsFunc(r.Cells, func(l *level) bool { return l != nil && l.Held })
	})
}

// Seams reports whether some row of the revisions has a seam.
func (c *chart) Seams() bool {
	return slices.ContainsFunc(c.Revisions, func(r revision) bool { return r.Seam })
}

// Hides reports whether such rows are not shown here either.
func (c *chart) Hides() bool {
	return slices.ContainsFunc(c.Revisions, func(r revision) bool {
		return slices.ContainsFunc(r.Cells, func(l *level) bool { return l != nil && l.Hidden })
	})
}

func (c *chart) name() string { return strings.Map(anchorRune, c.Series.Name) }

// Release names the release that a bar's count comes from.
func (c *chart) Release(number int) string { return releaseName(c.Series.Releases[number]) }

func releaseName(r counts.Release) string {
	if r.Date != "" {
		return date(r.Date)
	}
	return r.File
}

// scale returns where a value stands above the axis, and the ticks up to top.
func scale(top, bottom float64) (y func(value float64) float64, ticks []tick) {
	step := niceStep(top / 4)
	ceiling := step * math.Ceil(top*1.08/step)
	y = func(value float64) float64 {
		return round(bottom - (bottom-chartTop)*value/ceiling)
	}
	for value := 0.0; value <= ceiling+step/2; value += step {
		ticks = append(ticks, tick{y(value), grouped(int64(math.Round(value)))})
	}
	return y, ticks
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

func place(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
