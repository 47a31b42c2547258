package pages

import (
	"cmp"
	"slices"
	"strings"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// meansChart shows the means that files tell: a line a unit and class. They are
// never added up, so there is no total to fall out of step with.
type meansChart struct {
	Periods []interval.Period
	Lines   []meansLine
	Drawing drawing.Drawing

	Revisions []meanRevision // none where there is one release
}

// meanRevision is what each release told of a mean.
type meanRevision struct {
	counts.MeanRevision
	Hidden bool
}

// Name is that of the line.
func (r meanRevision) Name() string { return lineName(r.Unit, r.Class) }

func lineName(unit, class string) string {
	return cmp.Or(strings.TrimSpace(unit+" "+class), "over all")
}

type meansLine struct {
	Name  string
	Means []*shownMean // one a period; nil where none is told
}

type shownMean struct {
	counts.LatestMean
	Hidden bool
}

// smallest is below which numbers are not published here; 0 for none.
func (s *site) smallest(v *view) int64 {
	if !s.options.Published {
		return 0
	}
	return int64(max(0, v.state.Settings.Publish.SmallCells))
}

func meansTitle(series counts.Series) string {
	return (&chart{Series: series}).title("")
}

// newMeansChart returns nil where no means are told. Of a period in which the
// mean of some people is small, in any release, only the mean over all is shown,
// and that only where it is not small: the others could be told from it and from
// one another. Lengths of time are no people.
func newMeansChart(series counts.Series, smallest int64) *meansChart {
	rows := series.MeanRevisions()
	if len(rows) == 0 {
		return nil
	}
	c := &meansChart{}
	isSmall := func(r counts.MeanRevision) bool {
		return series.Facts().Kind != "duration" && slices.ContainsFunc(r.Means, func(m *counts.Mean) bool {
			return m != nil && m.Value.Sign() != 0 && m.Value.Cmp(interval.Int(smallest)) < 0
		})
	}
	small := map[interval.Period]bool{}
	for _, r := range rows {
		if n := len(c.Periods); n == 0 || c.Periods[n-1] != r.Period {
			c.Periods = append(c.Periods, r.Period)
		}
		small[r.Period] = small[r.Period] || isSmall(r)
	}
	byName := map[string]int{}
	for _, r := range rows {
		row := meanRevision{r, isSmall(r) || small[r.Period] && r.Unit+r.Class != ""}
		if len(series.Releases) > 1 {
			c.Revisions = append(c.Revisions, row)
		}
		at, ok := byName[row.Name()]
		if !ok {
			at = len(c.Lines)
			byName[row.Name()] = at
			c.Lines = append(c.Lines, meansLine{row.Name(), make([]*shownMean, len(c.Periods))})
		}
		c.Lines[at].Means[slices.Index(c.Periods, r.Period)] = &shownMean{r.Latest(), row.Hidden}
	}
	return c
}

// Hides reports whether some mean is not shown.
func (c *meansChart) Hides() bool {
	return slices.ContainsFunc(c.Lines, func(l meansLine) bool {
		return slices.ContainsFunc(l.Means, func(m *shownMean) bool { return m != nil && m.Hidden })
	})
}

// draw draws the lines, with their names where they end.
func (c *meansChart) draw(id, title string) drawing.Drawing {
	top := 0.0
	for _, l := range c.Lines {
		for _, m := range l.Means {
			if m != nil && !m.Hidden {
				top = max(top, m.Value.Float())
			}
		}
	}
	p := newPlot(id, title, "A line each joins the means that the files tell; a hollow mark is provisional. The same means stand in the table below.", max(top, 1))
	const names = 150.0
	step := (chartWidth - chartLeft - names) / float64(max(1, len(c.Periods)-1))
	x := func(i int) float64 { return hundredth(chartLeft + 8 + step*float64(i)) }
	every := max(1, int(44/step+0.999))
	for i := 0; i < len(c.Periods); i += every {
		day, year := c.Periods[i].From.Time(), ""
		if i == 0 || c.Periods[i-every].From.Time().Year() != day.Year() {
			year = day.Format("2006")
		}
		p.below(x(i), drawing.Middle, day.Format("Jan"), year)
	}
	p.Add(drawing.Straight(drawing.Axis, chartLeft, chartFloor, chartWidth, chartFloor))
	taken := []float64{}
	for n, l := range c.Lines {
		line := drawing.Line{Role: drawing.Strong}
		if n%2 == 1 {
			line.Role = drawing.Dashed
		}
		var dots []drawing.Mark
		for i, m := range l.Means {
			if m == nil || m.Hidden {
				if len(line.Points) > 1 {
					p.Add(line)
				}
				line.Points = nil
				continue
			}
			at := drawing.Point{X: x(i), Y: p.y(m.Value.Float())}
			line.Points = append(line.Points, at)
			dot := drawing.Dot{Role: drawing.Solid, Shape: drawing.Shape(n % int(drawing.Shapes)), X: at.X, Y: at.Y}
			if m.Provisional {
				dot.Role = drawing.Hollow
			}
			dots = append(dots, dot)
		}
		if len(line.Points) > 1 {
			p.Add(line)
		}
		p.Add(dots...)
		if len(dots) > 0 && len(c.Lines) <= 12 {
			last := dots[len(dots)-1].(drawing.Dot)
			y := last.Y + 4
			for slices.ContainsFunc(taken, func(other float64) bool { return other-12 < y && y < other+12 }) {
				y -= 3 // names do not lie on one another
			}
			taken = append(taken, y)
			p.Add(drawing.Text{Role: drawing.Value, X: last.X + 9, Y: y, Words: shortenTo(22, l.Name)})
		}
	}
	return p.Drawing
}

func (c *meansChart) table(series counts.Series) table {
	t := table{Header: []string{"series", "unit", "class", "from", "to", "mean", "min", "max", "provisional", "hidden", "release", "file", "cut_off"}}
	for _, l := range c.Lines {
		for _, m := range l.Means {
			if m == nil {
				continue
			}
			row := []any{series.Name, m.Unit, m.Class, string(m.From), string(m.To), nil, nil, nil, m.Provisional, m.Hidden}
			if !m.Hidden {
				row[5], row[6], row[7] = m.Value, m.Range.Min.Value, m.Range.Max.Value
			}
			t.Rows = append(t.Rows, append(row, releaseCells(series, m.Release)...))
		}
	}
	return t
}

// revisionsTable has a row for each mean of each release.
func (c *meansChart) revisionsTable(series counts.Series) table {
	t := table{Header: []string{"series", "unit", "class", "from", "to", "mean", "provisional", "hidden", "release", "file", "cut_off"}}
	for _, r := range c.Revisions {
		for i, m := range r.Means {
			if m == nil {
				continue
			}
			row := []any{series.Name, r.Unit, r.Class, string(r.From), string(r.To), nil, r.Provisional[i], r.Hidden}
			if !r.Hidden {
				row[5] = m.Value
			}
			t.Rows = append(t.Rows, append(row, releaseCells(series, i)...))
		}
	}
	return t
}
