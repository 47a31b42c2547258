package drawing

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Inline returns the drawing as an SVG element for a page that has the rules of
// CSS.
func (d Drawing) Inline() string {
	var out strings.Builder
	fmt.Fprintf(&out, `<svg viewBox="0 0 %s %s" role="img" aria-labelledby="%[3]s-title %[3]s-desc">`+"\n", length(d.Width), length(d.Height), escape(d.ID))
	d.content(&out)
	out.WriteString("</svg>")
	return out.String()
}

// File returns the drawing as an SVG file that stands alone: it carries its
// looks, light and dark, and the notes.
func (d Drawing) File(notes []Note) []byte {
	var out strings.Builder
	fmt.Fprintf(&out, `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" width="%[1]s" height="%[2]s" role="img" aria-labelledby="%[3]s-title %[3]s-desc">
`, length(d.Width), length(d.Height), escape(d.ID))
	out.WriteString(`<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description rdf:about="">` + "\n")
	for _, n := range notes {
		fmt.Fprintf(&out, "<dcterms:%[1]s>%[2]s</dcterms:%[1]s>\n", n.Term, escape(n.Text))
	}
	out.WriteString("</rdf:Description></rdf:RDF></metadata>\n")
	fmt.Fprintf(&out, "<style>\nsvg { %s }\n@media (prefers-color-scheme: dark) { svg { %s } }\ntext { font-family: system-ui, \"Liberation Sans\", Arial, sans-serif; }\n%s</style>\n", Palette(false), Palette(true), CSS(""))
	d.content(&out)
	out.WriteString("</svg>\n")
	return []byte(out.String())
}

// Note is something that a file says of itself.
type Note struct {
	Keyword string // in PNG
	Term    string // in SVG: a term of Dublin Core
	Text    string
}

func (d Drawing) content(out *strings.Builder) {
	fmt.Fprintf(out, "<title id=\"%[1]s-title\">%[2]s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n", escape(d.ID), escape(d.Title), escape(d.Desc))
	if d.hatched() {
		fmt.Fprintf(out, `<defs><pattern id="%s-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern></defs>`+"\n", escape(d.ID))
	}
	for _, m := range d.Marks {
		switch m := m.(type) {
		case Rect:
			fill := ""
			if m.Role == Incomplete {
				fill = fmt.Sprintf(` fill="url(#%s-hatch)"`, escape(d.ID))
			}
			fmt.Fprintf(out, `<rect class="%s"%s x="%s" y="%s" width="%s" height="%s"/>`+"\n", m.Role, fill, length(m.X), length(m.Y), length(m.W), length(m.H))
		case Line:
			fmt.Fprintf(out, `<path class="%s" d="%s"/>`+"\n", m.Role, path(m.Points))
		case Dot:
			if m.Shape == Circle {
				fmt.Fprintf(out, `<circle class="%s" cx="%s" cy="%s" r="%s"/>`+"\n", m.Role, length(m.X), length(m.Y), length(reach))
			} else {
				fmt.Fprintf(out, `<path class="%s" d="%sZ"/>`+"\n", m.Role, path(m.outline()))
			}
		case Text:
			anchor := ""
			if m.Anchor != Start && m.Anchor != "" {
				anchor = fmt.Sprintf(` text-anchor="%s"`, m.Anchor)
			}
			fmt.Fprintf(out, `<text class="%s" x="%s" y="%s"%s>%s</text>`+"\n", m.Role, length(m.X), length(m.Y), anchor, escape(m.Words))
		}
	}
}

func (d Drawing) hatched() bool {
	for _, m := range d.Marks {
		if r, ok := m.(Rect); ok && r.Role == Incomplete {
			return true
		}
	}
	return false
}

func path(points []Point) string {
	var out strings.Builder
	for i, p := range points {
		if i == 0 {
			out.WriteString("M")
		} else {
			out.WriteString("L")
		}
		out.WriteString(length(p.X) + " " + length(p.Y))
	}
	return out.String()
}

// length keeps a hundredth of a unit, so that the same numbers give the same
// bytes.
func length(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

func escape(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(s)) // a builder takes all
	return out.String()
}
