package pages

import (
	"fmt"
	"math"
	"strings"

	"muster/interval"
	"muster/pages/drawing"
)

const (
	mostRevised  = 48 // periods that are drawn: the latest
	revisedNames = 124.0
	revisedRight = 86.0
	revisedSlot  = 21.0
	revisedTop   = 26.0
)

// drawRevisions shows how each count came to be what it is: a row a period, a
// mark a release, at what it held in per cent of what the newest release holds.
// It returns nil where no count was revised.
func drawRevisions(id, title string, rows []revision) *drawing.Drawing {
	rows = revised(rows)
	if len(rows) == 0 {
		return nil
	}
	rows = rows[max(0, len(rows)-mostRevised):]
	floor := revisedTop + revisedSlot*float64(len(rows)) + 4
	d := drawing.Drawing{ID: id, Title: title, Width: chartWidth, Height: floor + 40,
		Desc: "A row a period; marks stand at what each release held, in per cent of what the newest holds. A square is a release that did not hold the period whole, a hollow circle one that was revised later, a full circle the newest. The figure on the right is how far the first was off. The same counts stand in the table below."}
	low, high := 100.0, 100.0
	for _, r := range rows {
		for _, share := range r.shares() {
			low, high = min(low, share), max(high, share)
		}
	}
	if low == high {
		return nil
	}
	step := niceStep((high - low) / 5)
	if high-low < 5 {
		step = 1
	}
	low, high = step*math.Floor(low/step), step*math.Ceil((high+step*.2)/step)
	x := func(share float64) float64 {
		return hundredth(revisedNames + (chartWidth-revisedNames-revisedRight)*(share-low)/(high-low))
	}
	for share := low; share <= high+step/2; share += step {
		d.Add(drawing.Straight(drawing.Grid, x(share), revisedTop-6, x(share), floor),
			drawing.Text{Role: drawing.Tick, X: x(share), Y: floor + 16, Anchor: drawing.Middle, Words: fmt.Sprintf("%.0f", share)})
	}
	d.Add(drawing.Text{Role: drawing.Tick, X: revisedNames, Y: floor + 33, Words: "per cent of what the newest release holds"},
		drawing.Text{Role: drawing.Tick, X: chartWidth, Y: revisedTop - 12, Anchor: drawing.End, Words: "first release"},
		drawing.Straight(drawing.Axis, x(100), revisedTop-6, x(100), floor))
	for i, r := range rows {
		r.draw(&d, revisedTop+revisedSlot*(float64(i)+0.5), x)
	}
	return &d
}

// revised returns the rows that more than one release holds and that have a
// newest count to be set against.
func revised(rows []revision) []revision {
	var out []revision
	for _, r := range rows {
		held := 0
		for _, l := range r.Cells {
			if l != nil {
				held++
			}
		}
		if last := r.last(); held > 1 && (last.Hidden || last.Count > 0) {
			out = append(out, r)
		}
	}
	return out
}

func (r revision) last() *level {
	var last *level
	for _, l := range r.Cells {
		if l != nil {
			last = l
		}
	}
	return last
}

// shares returns what each release held, in per cent of the newest; none where
// the row is held back.
func (r revision) shares() []float64 {
	var out []float64
	last := r.last()
	for _, l := range r.Cells {
		if l != nil && !l.Hidden && !last.Hidden {
			out = append(out, r.share(l).Float())
		}
	}
	return out
}

func (r revision) share(l *level) interval.Number {
	return interval.Frac(l.Count, r.last().Count).Mul(interval.Int(100))
}

func (r revision) draw(d *drawing.Drawing, y float64, x func(float64) float64) {
	d.Add(drawing.Text{Role: drawing.Tick, X: revisedNames - 12, Y: y + 4, Anchor: drawing.End, Words: periodName(r.Period)})
	shares := r.shares()
	if len(shares) == 0 {
		d.Add(drawing.Text{Role: drawing.Tick, X: chartWidth, Y: y + 4, Anchor: drawing.End, Words: "held"})
		return
	}
	low, high := shares[0], shares[0]
	for _, share := range shares {
		low, high = min(low, share), max(high, share)
	}
	if high > low {
		d.Add(drawing.Straight(drawing.Thin, x(low), y, x(high), y))
	}
	first, last := true, r.last()
	for _, l := range r.Cells {
		if l == nil {
			continue
		}
		dot := drawing.Dot{Role: drawing.Hollow, X: x(r.share(l).Float()), Y: y}
		if l.Incomplete {
			dot.Shape = drawing.Square
		}
		if l == last {
			dot.Role = drawing.Solid
		}
		d.Add(dot)
		if first {
			first = false
			off := r.share(l).Sub(interval.Int(100))
			words := off.Grouped(1) + " %"
			if strings.HasSuffix(words, "-0 %") || words == "0 %" { // less than a tenth
				words = off.Grouped(3) + " %"
			}
			if off.Sign() > 0 {
				words = "+" + words
			}
			d.Add(drawing.Text{Role: drawing.Value, X: chartWidth, Y: y + 4, Anchor: drawing.End, Words: words})
		}
	}
}
