// Package drawing describes charts as marks on a plane, once, and writes them as
// SVG and as PNG. It knows nothing of what the marks stand for.
package drawing

// Drawing is a chart. Lengths are in its own units: pixels on a screen where it
// is shown full size; y grows downwards.
type Drawing struct {
	ID            string // unique on a page, for the names of its parts
	Title, Desc   string // what it shows, and how it is to be read
	Width, Height float64
	Marks         []Mark
}

// Mark is a Rect, a Line, a Dot or a Text.
type Mark interface {
	// At returns the mark moved by so much.
	At(dx, dy float64) Mark
}

// Rect is a filled rectangle.
type Rect struct {
	Role       Role
	X, Y, W, H float64
}

// Line joins points.
type Line struct {
	Role   Role
	Points []Point
}

// Point is a place on the plane.
type Point struct{ X, Y float64 }

// Dot is a mark at a place, told from others by its shape.
type Dot struct {
	Role  Role
	Shape Shape
	X, Y  float64
}

// Shape of a dot: what tells series apart where colours do not.
type Shape int

// The shapes.
const (
	Circle Shape = iota
	Square
	Triangle
	Diamond
	Shapes // how many there are
)

// reach is how far a dot goes from its place.
const reach = 4.0

// outline returns the corners of a dot; a circle has many.
func (d Dot) outline() []Point {
	switch d.Shape {
	case Square:
		return []Point{{d.X - reach*.85, d.Y - reach*.85}, {d.X + reach*.85, d.Y - reach*.85}, {d.X + reach*.85, d.Y + reach*.85}, {d.X - reach*.85, d.Y + reach*.85}}
	case Triangle:
		return []Point{{d.X, d.Y - reach*1.1}, {d.X + reach*1.1, d.Y + reach*.9}, {d.X - reach*1.1, d.Y + reach*.9}}
	case Diamond:
		return []Point{{d.X, d.Y - reach*1.25}, {d.X + reach*1.25, d.Y}, {d.X, d.Y + reach*1.25}, {d.X - reach*1.25, d.Y}}
	}
	return disc(d.X, d.Y, reach)
}

// Text is one line of words.
type Text struct {
	Role   Role
	X, Y   float64 // of the base line
	Anchor Anchor
	Words  string
}

// Anchor says which part of the words stands at their place.
type Anchor string

// The anchors, in SVG's words.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// At implements Mark.
func (r Rect) At(dx, dy float64) Mark { r.X, r.Y = r.X+dx, r.Y+dy; return r }

// At implements Mark.
func (l Line) At(dx, dy float64) Mark {
	points := make([]Point, len(l.Points))
	for i, p := range l.Points {
		points[i] = Point{p.X + dx, p.Y + dy}
	}
	l.Points = points
	return l
}

// At implements Mark.
func (d Dot) At(dx, dy float64) Mark { d.X, d.Y = d.X+dx, d.Y+dy; return d }

// At implements Mark.
func (t Text) At(dx, dy float64) Mark { t.X, t.Y = t.X+dx, t.Y+dy; return t }

// Add puts marks on top of those that are there.
func (d *Drawing) Add(marks ...Mark) { d.Marks = append(d.Marks, marks...) }

// Straight is a line between two points.
func Straight(role Role, x1, y1, x2, y2 float64) Line {
	return Line{role, []Point{{x1, y1}, {x2, y2}}}
}
