package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// chart is a series against a target: the numbers for the table, and the
// drawing that shows them.
type chart struct {
	ID         string // unique on the page
	Anchor     string // where links to the series lead; "" for its further charts
	Name       string // of its files: "months", and "months-2" against the second target
	Series     counts.Series
	Goal       *goal  // nil: the counts stand alone
	Unit       string // "a day", "a week", "a month"
	Bars       []bar
	Drawing    drawing.Drawing
	Incomplete bool // some bar is not complete
	Highest    *bar // of the complete periods
	Revisions  []revision
	Daily      *dayChart // nil where the series has no days to show
	Units      *unitsChart
	Ranks      *rankChart
	Triangle   *drawing.Drawing // nil where there is nothing to revise
	Notes      []string         // on its releases
	Cite       string

	Page  string // link to the page of the series
	files string // what links to its files begin with
	query string // and end with
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
	Average interval.Number // in Unit
	Share   interval.Number // of the goal, in per cent
}

// charts draws each series, against each of its targets.
func (s *site) charts(v *view) []*chart {
	var out []*chart
	for _, series := range v.state.Series {
		out = append(out, s.chartsOf(v, series)...)
	}
	return out
}

// chartsOf draws one series against each of its targets; what does not depend
// on a target stands with the first.
func (s *site) chartsOf(v *view, series counts.Series) []*chart {
	cover := v.covers[series.Name]
	list := levels(series, cover, s.options.Published)
	if len(list) == 0 {
		return nil
	}
	goals := v.goals(series)
	if len(goals) == 0 {
		goals = []*goal{nil}
	}
	var out []*chart
	for i, g := range goals {
		c := newChart(series, list, g)
		c.ID, c.Name = "chart-"+v.slug(series.Name), "months"
		if series.By == "week" {
			c.Name = "weeks"
		}
		if i > 0 {
			c.ID += fmt.Sprintf("-%d", i+1)
			c.Name += fmt.Sprintf("-%d", i+1)
		} else {
			c.Anchor = "series-" + strings.Map(anchorRune, series.Name)
			c.Revisions = revisions(series, cover, s.options.Published)
			c.Daily = newDayChart(series, cover, s.options.Published, g)
			c.Units = newUnitsChart(series, cover, s.options.Published, list)
			c.Ranks = newRankChart(c.Units, v.aside(series.Name), v.percent(series.Name))
			c.Notes = releaseNotes(series)
			c.Cite = s.citeSeries(v, series)
		}
		c.draw()
		out = append(out, c)
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
	c := &chart{Series: series, Goal: g, Unit: per("day")}
	unit := "day"
	if g != nil {
		unit, c.Unit = g.Per, per(g.Per)
	}
	for _, l := range list {
		b := bar{level: l, Average: average(l, unit)}
		if g != nil {
			b.Share = b.Average.Div(g.Amount).Mul(interval.Int(100))
		}
		c.Incomplete = c.Incomplete || l.Incomplete
		c.Bars = append(c.Bars, b)
	}
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

// Release names the release that a bar's count comes from.
func (c *chart) Release(number int) string { return releaseName(c.Series.Releases[number]) }

func releaseName(r counts.Release) string {
	if r.Date != "" {
		return date(r.Date)
	}
	return r.File
}
