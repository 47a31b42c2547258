package pages

import (
	"cmp"
	"fmt"
	"slices"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// rankChart shows the place of each unit among all, period by period. It ranks
// what the page shows and nothing else: where a count is held back, its unit
// has no rank there, and the ranks of the others do not tell where it would be.
type rankChart struct {
	Periods []interval.Period // complete ones
	Rows    []rankRow         // by the rank in the last period, then by name
	Aside   []string          // shown in the counts and not ranked
	Left    []interval.Period // not complete: not ranked
	Percent int64             // the lowest so many per cent stand out
	Drawing drawing.Drawing
}

type rankRow struct {
	Unit  string
	Cells []rankCell // one a period
	Low   bool       // it was among the lowest in some period
}

type rankCell struct {
	Rank  int // 1 is the highest count; equal counts share a rank; 0 for none
	Of    int // ranked units
	Count int64
	Low   bool
	place int // from the top, each its own
}

// newRankChart returns nil where fewer than two units have been ranked twice.
func newRankChart(units *unitsChart, aside []string, percent int64) *rankChart {
	if units == nil {
		return nil
	}
	c := &rankChart{Percent: percent}
	for _, u := range units.Units {
		if u.Unit == counts.Unknown || slices.Contains(aside, u.Unit) {
			c.Aside = append(c.Aside, u.Unit)
		} else {
			c.Rows = append(c.Rows, rankRow{Unit: u.Unit})
		}
	}
	for i, p := range units.Periods {
		if units.Units[0].Bars[i].Incomplete {
			c.Left = append(c.Left, p)
			continue
		}
		c.Periods = append(c.Periods, p)
		c.rank(units, i)
	}
	if len(c.Rows) < 2 || len(c.Periods) < 2 {
		return nil
	}
	last := func(r rankRow) int { return cmp.Or(r.Cells[len(r.Cells)-1].place, len(c.Rows)+1) }
	slices.SortStableFunc(c.Rows, func(a, b rankRow) int { return cmp.Or(last(a)-last(b), cmp.Compare(a.Unit, b.Unit)) })
	return c
}

// rank adds the ranks of a period.
func (c *rankChart) rank(units *unitsChart, at int) {
	type counted struct {
		row   *rankRow
		count int64
	}
	var list []counted
	for i := range c.Rows {
		row := &c.Rows[i]
		row.Cells = append(row.Cells, rankCell{})
		j := slices.IndexFunc(units.Units, func(u unitDrawing) bool { return u.Unit == row.Unit })
		if b := units.Units[j].Bars[at]; !b.Hidden {
			list = append(list, counted{row, b.Count})
		}
	}
	slices.SortStableFunc(list, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.row.Unit, b.row.Unit))
	})
	_, _, lowest := counts.LowestShare(len(list), c.Percent)
	for i, u := range list {
		cell := &u.row.Cells[len(u.row.Cells)-1]
		*cell = rankCell{Rank: i + 1, Of: len(list), Count: u.count, place: i + 1}
		if i > 0 && list[i-1].count == u.count {
			cell.Rank = list[i-1].row.Cells[len(u.row.Cells)-1].Rank
		}
		// Whoever ties with the last of the lowest is among them.
		cell.Low = lowest > 0 && len(list) > lowest && u.count <= list[len(list)-lowest].count
		u.row.Low = u.row.Low || cell.Low
	}
}

// Hides reports whether some unit has no rank in some period.
func (c *rankChart) Hides() bool {
	return slices.ContainsFunc(c.Rows, func(r rankRow) bool {
		return slices.ContainsFunc(r.Cells, func(cell rankCell) bool { return cell.Rank == 0 })
	})
}

const (
	rankNames = 130.0 // room for names on either side
	rankSlot  = 19.0
	rankTop   = 12.0
)

// draw draws a line a unit. Names stand at both ends, so that no colour has to
// tell lines apart; those that were among the lowest are strong, with marks.
func (c *rankChart) draw(id, title string) drawing.Drawing {
	floor := rankTop + rankSlot*float64(len(c.Rows)) + 4
	d := drawing.Drawing{ID: id, Title: title, Width: chartWidth, Height: floor + 40,
		Desc: fmt.Sprintf("A line a unit, from its place among all in the first complete period to that in the last; the highest count stands at the top. Units that were among the lowest %d per cent in some period have strong lines, with a mark there. The same ranks stand in the table below.", c.Percent)}
	step := (chartWidth - 2*rankNames) / float64(len(c.Periods)-1)
	at := func(i, place int) drawing.Point {
		return drawing.Point{X: hundredth(rankNames + step*float64(i)), Y: rankTop + rankSlot*(float64(place)-0.5)}
	}
	every := max(1, int(44/step+0.999))
	for i := 0; i < len(c.Periods); i += every {
		x := at(i, 1).X
		d.Add(drawing.Straight(drawing.Grid, x, rankTop, x, floor))
		day := c.Periods[i].From.Time()
		d.Add(drawing.Text{Role: drawing.Tick, X: x, Y: floor + 16, Anchor: drawing.Middle, Words: day.Format("Jan")})
		if i == 0 || c.Periods[i-every].From.Time().Year() != day.Year() {
			d.Add(drawing.Text{Role: drawing.Tick, X: x, Y: floor + 33, Anchor: drawing.Middle, Words: day.Format("2006")})
		}
	}
	for _, strong := range []bool{false, true} {
		for n, row := range c.Rows {
			if row.Low == strong {
				c.drawRow(&d, row, drawing.Shape(n%int(drawing.Shapes)), at)
			}
		}
	}
	return d
}

func (c *rankChart) drawRow(d *drawing.Drawing, row rankRow, shape drawing.Shape, at func(i, place int) drawing.Point) {
	line, words := drawing.Thin, drawing.Tick
	if row.Low {
		line, words = drawing.Strong, drawing.Value
	}
	var points []drawing.Point
	flush := func() {
		if len(points) > 1 {
			d.Add(drawing.Line{Role: line, Points: points})
		}
		points = nil
	}
	for i, cell := range row.Cells {
		if cell.Rank == 0 {
			flush()
			continue
		}
		points = append(points, at(i, cell.place))
	}
	flush()
	for i, cell := range row.Cells {
		if cell.Rank == 0 {
			continue
		}
		p := at(i, cell.place)
		switch {
		case cell.Low:
			d.Add(drawing.Dot{Role: drawing.Solid, Shape: shape, X: p.X, Y: p.Y})
		case row.Low:
			d.Add(drawing.Dot{Role: drawing.Hollow, Shape: shape, X: p.X, Y: p.Y})
		}
		name := fmt.Sprintf("%d %s", cell.Rank, shortenTo(18, row.Unit))
		if i == 0 {
			d.Add(drawing.Text{Role: words, X: p.X - 9, Y: p.Y + 4, Anchor: drawing.End, Words: name})
		}
		if i == len(row.Cells)-1 {
			d.Add(drawing.Text{Role: words, X: p.X + 9, Y: p.Y + 4, Words: name})
		}
	}
}

// shortenTo cuts a name that is too long for its room.
func shortenTo(most int, s string) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
