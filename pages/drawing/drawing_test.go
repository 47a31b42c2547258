package drawing

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
)

// sample has every kind of mark, and every role.
func sample() Drawing {
	d := Drawing{ID: "sample", Title: "Pumps & hoses", Desc: "A <small> sample.", Width: 200, Height: 120}
	d.Add(Rect{Bar, 20, 20, 30, 80}, Rect{Incomplete, 60, 20, 40, 80}, Straight(Axis, 0, 100, 200, 100), Straight(Target, 0, 10, 200, 10),
		Line{Mean, []Point{{110, 90}, {130, 30}, {150, 90}}}, Dot{Solid, Circle, 170, 40}, Dot{Hollow, Square, 170, 60}, Dot{Hollow, Triangle, 170, 80}, Dot{Hollow, Diamond, 170, 95},
		Text{Tick, 100, 115, Middle, "Jänner <2025>"}, Text{TargetLabel, 4, 8, Start, "goal"}, Text{Value, 198, 115, End, "9"})
	return d
}

func notes() []Note {
	return []Note{{"Title", "title", "Pumps & hoses"}, {"Citation", "bibliographicCitation", "Feuerwehr Jülich: “Pumpen”, 2025"}}
}

// chunks returns the text chunks of a PNG file by keyword.
func chunks(t *testing.T, file []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for rest := file[8:]; len(rest) >= 12; {
		n := binary.BigEndian.Uint32(rest)
		kind, data := string(rest[4:8]), rest[8:8+n]
		keyword, words, _ := bytes.Cut(data, []byte{0})
		switch kind {
		case "tEXt":
			out[string(keyword)] = string(words)
		case "iTXt":
			out[string(keyword)] = string(words[4:])
		}
		rest = rest[12+n:]
	}
	return out
}

func near(a color.Color, r, g, b uint32) bool {
	x, y, z, _ := a.RGBA()
	off := func(a, b uint32) bool { return math.Abs(float64(a>>8)-float64(b)) > 3 }
	return !off(x, r) && !off(y, g) && !off(z, b)
}

func TestPictureHoldsTheMarks(t *testing.T) {
	file, err := Drawing{Width: 200, Height: 120, Marks: append([]Mark{Rect{Paper, 0, 0, 200, 120}}, sample().Marks...)}.PNG(notes())
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(file)) // checks the sum of every chunk
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != 400 || b.Dy() != 240 {
		t.Errorf("the picture is %v, want twice the drawing", b)
	}
	at := func(x, y int) color.Color { return picture.At(2*x, 2*y) }
	if !near(at(35, 60), 0x0a, 0x54, 0x70) {
		t.Errorf("within the bar is %v", at(35, 60))
	}
	if !near(at(55, 60), 0xff, 0xfe, 0xfb) {
		t.Errorf("beside the bar is %v", at(55, 60))
	}
	dark := share(picture, image.Rect(126, 46, 194, 194), 0x0a, 0x54, 0x70)
	if dark < .3 || dark > .55 {
		t.Errorf("%.2f of the hatched bar is ink, want about 5 of 12", dark)
	}
	if ink := share(picture, image.Rect(336, 76, 344, 84), 0x1d, 0x1c, 0x1a); ink < .99 {
		t.Errorf("%.2f of the middle of a full dot is ink", ink)
	}
	if hollow := share(picture, image.Rect(337, 117, 343, 123), 0xff, 0xfe, 0xfb); hollow < .99 {
		t.Errorf("%.2f of the middle of a hollow dot is paper", hollow)
	}
	dashed := share(picture, image.Rect(0, 19, 400, 21), 0x8c, 0x2f, 0x6b)
	if dashed < .55 || dashed > .72 {
		t.Errorf("%.2f of the dashed line is drawn, want 7 of 11", dashed)
	}
	words := share(picture, image.Rect(130, 205, 270, 240), 0x5d, 0x5a, 0x54)
	if words < .02 || words > .4 {
		t.Errorf("%.2f of the place of words is ink", words)
	}
	told := chunks(t, file)
	for _, n := range notes() {
		if told[n.Keyword] != n.Text {
			t.Errorf("%s is %q in the file, want %q", n.Keyword, told[n.Keyword], n.Text)
		}
	}
}

// share returns how much of a part of a picture has a colour.
func share(picture image.Image, within image.Rectangle, r, g, b uint32) float64 {
	n := 0
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if near(picture.At(x, y), r, g, b) {
				n++
			}
		}
	}
	return float64(n) / float64(within.Dx()*within.Dy())
}

func TestMarksBeyondThePictureAreLeftOut(t *testing.T) {
	d := Drawing{Width: 10, Height: 10}
	d.Add(Rect{Bar, -5, -5, 30, 8}, Rect{Bar, 4, 8, 2, 90}, Rect{Bar, 40, 40, 2, 2}, Straight(Axis, -9, 5, 99, 5), Rect{Bar, 3, 3, 0, 0}, Text{Tick, 9, 9, Start, "far"})
	if _, err := d.PNG(nil); err != nil {
		t.Error(err)
	}
}

func TestFileStandsAlone(t *testing.T) {
	file := sample().File(notes())
	decoder := xml.NewDecoder(bytes.NewReader(file))
	found, inside := map[string]string{}, ""
	elements := map[string]int{}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, file)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			elements[inside]++
		case xml.CharData:
			found[inside] += string(token)
		case xml.EndElement:
			inside = ""
		}
	}
	if got := found["bibliographicCitation"]; got != notes()[1].Text {
		t.Errorf("the citation is %q", got)
	}
	if found["desc"] != "A <small> sample." || !strings.Contains(found["text"], "Jänner <2025>") {
		t.Errorf("words are %q and %q", found["desc"], found["text"])
	}
	if elements["rect"] != 2+2 || elements["circle"] != 1 || elements["text"] != 3 { // two of the hatching
		t.Errorf("elements: %v", elements)
	}
	for _, want := range []string{"prefers-color-scheme: dark", "--accent: #7cc4e0", `fill="url(#sample-hatch)"`} {
		if !strings.Contains(string(file), want) {
			t.Errorf("expected %q", want)
		}
	}
}

func TestSheetTellsWhereItIsFrom(t *testing.T) {
	long := strings.Repeat("where it is from ", 12)
	sheet := sample().Sheet(long, "Cite: Fire Office")
	var words []string
	for _, m := range sheet.Marks {
		if text, ok := m.(Text); ok {
			words = append(words, text.Words)
			if text.Y > sheet.Height || text.Y < 0 {
				t.Errorf("%q stands outside", text.Words)
			}
		}
	}
	if !slices.Contains(words, "Pumps & hoses") || !slices.Contains(words, "Cite: Fire Office") || len(words) < 3+2+4 {
		t.Errorf("words of the sheet: %q", words)
	}
}

func TestDashesKeepTheLength(t *testing.T) {
	line := []Point{{0, 0}, {30, 0}, {30, 40}, {90, 40}} // 130 long
	drawn := 0.0
	for _, piece := range dashes(line, 6, 4) {
		for i := 1; i < len(piece); i++ {
			drawn += math.Hypot(piece[i].X-piece[i-1].X, piece[i].Y-piece[i-1].Y)
		}
	}
	if math.Abs(drawn-78) > 1e-9 {
		t.Errorf("%v of 130 are drawn, want 6 of 10", drawn)
	}
}

func TestEveryRoleHasALook(t *testing.T) {
	css := CSS(".x ")
	for role, l := range looks() {
		if l.fill == "" && l.stroke == "" {
			t.Errorf("%s is drawn with nothing", role)
		}
		if !strings.Contains(css, ".x ."+strings.ReplaceAll(string(role), " ", ".")) {
			t.Errorf("%s has no rule", role)
		}
	}
	for _, c := range palette() {
		for _, name := range []string{c.light, c.dark} {
			if len(name) != 7 {
				t.Errorf("colour %s is %q", c.name, name)
			}
		}
	}
}
