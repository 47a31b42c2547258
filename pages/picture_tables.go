package pages

import (
	"muster/counts"
	"muster/interval"
)

// The tables of pictures: a row a mark that is drawn, with the release that it
// is from. A count that is held back has no number.

func shownCount(l level) any {
	if l.Hidden {
		return nil
	}
	return l.Count
}

func releaseCells(series counts.Series, release int) []any {
	r := series.Releases[release]
	return []any{string(r.Date), r.File, string(r.CutOff())}
}

func (c *chart) table() table {
	t := table{Header: []string{"series", "from", "to", "count", "days", "average", "per", "target", "per_cent_of_target", "provisional", "hidden", "release", "file", "cut_off"}}
	for _, b := range c.Bars {
		var average, target, share any
		per := "day"
		if c.Goal != nil {
			per, target = c.Goal.Per, c.Goal.Amount
		}
		if !b.Hidden {
			average = decimals(b.Average)
			if c.Goal != nil {
				share = decimals(b.Share)
			}
		}
		t.Rows = append(t.Rows, append([]any{c.Series.Name, string(b.From), string(b.To), shownCount(b.level), int64(b.Days()), average, per, target, share, b.Incomplete, b.Held}, releaseCells(c.Series, b.Release)...))
	}
	return t
}

// decimals keeps six decimals of a mean, which may have no end.
func decimals(n interval.Number) float64 { return float64(int64(n.Float()*1e6+0.5)) / 1e6 }

func (c *dayChart) table(of *chart) table {
	t := table{Header: []string{"series", "day", "count", "mean_of_7_days", "provisional", "hidden", "release", "file", "cut_off"}}
	for _, d := range c.Days {
		var mean any
		if d.Mean != nil {
			mean = decimals(*d.Mean)
		}
		t.Rows = append(t.Rows, append([]any{of.Series.Name, string(d.From), shownCount(d.level), mean, d.Incomplete, d.Held}, releaseCells(of.Series, d.Release)...))
	}
	return t
}

func (c *unitsChart) table(of *chart) table {
	t := table{Header: []string{"series", "unit", "from", "to", "count", "provisional", "hidden", "release", "file", "cut_off"}}
	for _, u := range c.Units {
		for _, b := range u.Bars {
			t.Rows = append(t.Rows, append([]any{of.Series.Name, u.Unit, string(b.From), string(b.To), shownCount(b), b.Incomplete, b.Held}, releaseCells(of.Series, b.Release)...))
		}
	}
	return t
}

func (c *rankChart) table() table {
	t := table{Header: []string{"unit", "from", "to", "rank", "of", "count", "lowest"}}
	for _, row := range c.Rows {
		for i, cell := range row.Cells {
			line := []any{row.Unit, string(c.Periods[i].From), string(c.Periods[i].To), nil, nil, nil, cell.Low}
			if cell.Rank > 0 {
				line[3], line[4], line[5] = int64(cell.Rank), int64(cell.Of), cell.Count
			}
			t.Rows = append(t.Rows, line)
		}
	}
	return t
}

func (c *chart) revisionsTable() table {
	t := table{Header: []string{"series", "from", "to", "count", "provisional", "hidden", "seam", "release", "file", "cut_off"}}
	for _, r := range c.Revisions {
		for _, l := range r.Cells {
			if l != nil {
				t.Rows = append(t.Rows, append([]any{c.Series.Name, string(r.From), string(r.To), shownCount(*l), l.Incomplete, l.Held, r.Seam}, releaseCells(c.Series, l.Release)...))
			}
		}
	}
	return t
}
