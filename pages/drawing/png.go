package drawing

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// density is how many pixels a unit is: twice that of a plain screen.
const density = 2

// PNG returns the drawing as a picture in light colours that carries the notes
// as text chunks. Its letters are those of the Go fonts: Latin, Greek and
// Cyrillic.
func (d Drawing) PNG(notes []Note) ([]byte, error) {
	r, err := newRaster(d.Width, d.Height)
	if err != nil {
		return nil, err
	}
	for _, m := range d.Marks {
		if err := r.mark(m); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, r.picture); err != nil {
		return nil, fmt.Errorf("drawing %s as PNG: %w", d.ID, err)
	}
	return withNotes(out.Bytes(), notes), nil
}

// raster draws marks on a picture.
type raster struct {
	picture *image.RGBA
	looks   map[Role]look
	colours map[string]color.RGBA
	fonts   map[bool]*opentype.Font // by whether bold
	faces   map[float64]font.Face   // by size, below 0 where bold
}

func newRaster(width, height float64) (*raster, error) {
	r := &raster{picture: image.NewRGBA(image.Rect(0, 0, int(math.Ceil(width*density)), int(math.Ceil(height*density)))),
		looks: looks(), colours: map[string]color.RGBA{}, fonts: map[bool]*opentype.Font{}, faces: map[float64]font.Face{}}
	for _, c := range palette() {
		rgb, err := strconv.ParseUint(strings.TrimPrefix(c.light, "#"), 16, 32)
		if err != nil {
			return nil, fmt.Errorf("colour %s: %w", c.name, err)
		}
		r.colours[c.name] = color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
	}
	for bold, data := range map[bool][]byte{false: goregular.TTF, true: gobold.TTF} {
		f, err := opentype.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("font of pictures: %w", err)
		}
		r.fonts[bold] = f
	}
	return r, nil
}

func (r *raster) mark(m Mark) error {
	switch m := m.(type) {
	case Rect:
		corners := []Point{{m.X, m.Y}, {m.X + m.W, m.Y}, {m.X + m.W, m.Y + m.H}, {m.X, m.Y + m.H}}
		l := r.looks[m.Role]
		if m.Role == Incomplete {
			r.fill([][]Point{corners}, hatch{r.colours["paper"], r.colours["accent"]})
			r.fill(stroked(append(corners, corners[0], corners[1]), l.width, nil), image.NewUniform(r.colours[l.stroke]))
			return nil
		}
		r.fill([][]Point{corners}, r.ink(l.fill, l.opacity))
	case Line:
		l := r.looks[m.Role]
		r.fill(stroked(m.Points, l.width, l.dash), r.ink(l.stroke, l.opacity))
	case Dot:
		l := r.looks[m.Role]
		corners := m.outline()
		r.fill([][]Point{corners}, r.ink(l.fill, 0))
		r.fill(stroked(append(corners, corners[0], corners[1]), l.width, nil), r.ink(l.stroke, 0))
	case Text:
		return r.text(m)
	}
	return nil
}

func (r *raster) ink(name string, opacity float64) image.Image {
	c := r.colours[name]
	if opacity > 0 {
		part := func(v uint8) uint8 { return uint8(math.Round(float64(v) * opacity)) }
		c = color.RGBA{part(c.R), part(c.G), part(c.B), part(255)}
	}
	return image.NewUniform(c)
}

// hatch is a ground with slanting lines, as the pattern of the SVG.
type hatch struct{ ground, line color.RGBA }

func (h hatch) ColorModel() color.Model { return color.RGBAModel }
func (h hatch) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }
func (h hatch) At(x, y int) color.Color {
	const across = 6 * density * math.Sqrt2 // of a line and a gap, along a row of pixels
	if math.Mod(float64(x-y)+1e6*across, across) < across*2.5/6 {
		return h.line
	}
	return h.ground
}

// fill fills outlines that all turn the same way.
func (r *raster) fill(outlines [][]Point, ink image.Image) {
	bounds := r.picture.Bounds().Max
	within := func(p Point) Point { // what a mark has beyond the picture is not drawn
		return Point{min(max(p.X, 0), float64(bounds.X)/density), min(max(p.Y, 0), float64(bounds.Y)/density)}
	}
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, outline := range outlines {
		for _, p := range outline {
			p = within(p)
			low.X, low.Y = min(low.X, p.X), min(low.Y, p.Y)
			high.X, high.Y = max(high.X, p.X), max(high.Y, p.Y)
		}
	}
	if low.X >= high.X || low.Y >= high.Y {
		return
	}
	box := image.Rect(int(math.Floor(low.X*density)), int(math.Floor(low.Y*density)), int(math.Ceil(high.X*density)), int(math.Ceil(high.Y*density)))
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, outline := range outlines {
		for i, p := range outline {
			p = within(p)
			x, y := float32(p.X*density)-float32(box.Min.X), float32(p.Y*density)-float32(box.Min.Y)
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	z.Draw(r.picture, box, ink, box.Min)
}

// text writes words; where their role has a halo, on an edge of paper.
func (r *raster) text(t Text) error {
	l := r.looks[t.Role]
	face, err := r.face(l.size, l.bold)
	if err != nil {
		return err
	}
	width := font.MeasureString(face, t.Words)
	x, y := fixed.Int26_6(t.X*density*64), fixed.Int26_6(t.Y*density*64)
	switch t.Anchor {
	case Middle:
		x -= width / 2
	case End:
		x -= width
	}
	write := func(dx, dy int, ink image.Image) {
		drawer := font.Drawer{Dst: r.picture, Src: ink, Face: face, Dot: fixed.Point26_6{X: x + fixed.I(dx), Y: y + fixed.I(dy)}}
		drawer.DrawString(t.Words)
	}
	if l.halo {
		const around = 2 * density
		for dx := -around; dx <= around; dx++ {
			for dy := -around; dy <= around; dy++ {
				if dx*dx+dy*dy <= around*around {
					write(dx, dy, r.ink("paper", 0))
				}
			}
		}
	}
	write(0, 0, r.ink(l.fill, 0))
	return nil
}

func (r *raster) face(size float64, bold bool) (font.Face, error) {
	key := size
	if bold {
		key = -size
	}
	if f := r.faces[key]; f != nil {
		return f, nil
	}
	f, err := opentype.NewFace(r.fonts[bold], &opentype.FaceOptions{Size: size * density, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("font of pictures: %w", err)
	}
	r.faces[key] = f
	return f, nil
}

// withNotes puts text chunks before the picture's data: tEXt, or iTXt where the
// words are not all of Latin-1's first half (PNG specification, 11.3.4).
func withNotes(file []byte, notes []Note) []byte {
	const head = 8 + 25 // signature and IHDR
	out := append([]byte{}, file[:head]...)
	for _, n := range notes {
		kind, data := "tEXt", append(append([]byte(n.Keyword), 0), n.Text...)
		if strings.ContainsFunc(n.Text, func(c rune) bool { return c > '~' || c < ' ' }) {
			kind, data = "iTXt", append(append([]byte(n.Keyword), 0, 0, 0, 0, 0), n.Text...)
		}
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		body := append([]byte(kind), data...)
		out = append(out, body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	}
	return append(out, file[head:]...)
}
