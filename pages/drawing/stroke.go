package drawing

import "math"

// stroked returns the outlines of a line of some width: a quadrangle a stretch
// and a disc a corner, all turning the same way, so that they may lie on one
// another.
func stroked(points []Point, width float64, dash []float64) [][]Point {
	if len(dash) == 2 {
		var out [][]Point
		for _, piece := range dashes(points, dash[0], dash[1]) {
			out = append(out, stroked(piece, width, nil)...)
		}
		return out
	}
	var out [][]Point
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		if long == 0 {
			continue
		}
		nx, ny := -(b.Y-a.Y)/long*width/2, (b.X-a.X)/long*width/2
		out = append(out, []Point{{a.X - nx, a.Y - ny}, {b.X - nx, b.Y - ny}, {b.X + nx, b.Y + ny}, {a.X + nx, a.Y + ny}})
		if i > 1 {
			out = append(out, disc(a.X, a.Y, width/2))
		}
	}
	return out
}

// dashes cuts a line into pieces of a length with gaps between.
func dashes(points []Point, on, off float64) [][]Point {
	var out [][]Point
	var piece []Point
	drawn, left := true, on
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		at := 0.0
		if drawn && piece == nil {
			piece = []Point{a}
		}
		for long-at > left {
			at += left
			p := Point{a.X + (b.X-a.X)*at/long, a.Y + (b.Y-a.Y)*at/long}
			if drawn {
				out, piece, left = append(out, append(piece, p)), nil, off
			} else {
				piece, left = []Point{p}, on
			}
			drawn = !drawn
		}
		left -= long - at
		if drawn {
			piece = append(piece, b)
		}
	}
	if len(piece) > 1 {
		out = append(out, piece)
	}
	return out
}

// disc returns a circle as a polygon that turns as the quadrangles of stroked.
func disc(x, y, radius float64) []Point {
	const corners = 24
	out := make([]Point, corners)
	for i := range out {
		angle := 2 * math.Pi * float64(i) / corners
		out[i] = Point{x + radius*math.Cos(angle), y + radius*math.Sin(angle)}
	}
	return out
}
