package pages

import (
	"fmt"
	"html/template"
	"io"
	"slices"

	"muster/claims"
	"muster/dossier"
)

// mark is a stretch of text that stands out, in code points.
type mark struct {
	Kind       string // "figure", "source", "cue" or "hedge"
	ID         string // of the figure
	Start, End int
}

// piece is a stretch of text under at most one mark. First is set on a mark's
// first piece: inner marks cut outer ones into several.
type piece struct {
	Text  string
	Mark  *mark
	First bool
}

// pieces cuts a text at the ends of all marks; where marks lie over each other
// the innermost counts. Marks outside the text are left out.
func pieces(text string, marks []mark) []piece {
	runes := []rune(text)
	marks = slices.DeleteFunc(slices.Clone(marks), func(m mark) bool { return m.Start < 0 || m.End > len(runes) || m.Start >= m.End })
	cuts := []int{0, len(runes)}
	for _, m := range marks {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	started := map[*mark]bool{}
	var out []piece
	for i := 1; i < len(cuts); i++ {
		p := piece{Text: string(runes[cuts[i-1]:cuts[i]])}
		for k := range marks {
			m := &marks[k]
			if m.Start <= cuts[i-1] && cuts[i] <= m.End && (p.Mark == nil || m.End-m.Start < p.Mark.End-p.Mark.Start) {
				p.Mark = m
			}
		}
		if p.Mark != nil && !started[p.Mark] {
			p.First, started[p.Mark] = true, true
		}
		out = append(out, p)
	}
	return out
}

// figureMarks returns the marks of a figure: its number, and the words that
// say who has it from whom and how surely.
func figureMarks(f claims.Figure) []mark {
	out := []mark{{"figure", f.ID, f.Number.Start, f.Number.End}}
	for _, hop := range f.Attribution.Chain {
		if hop.Cue != nil {
			out = append(out, mark{"cue", "", hop.Cue.Start, hop.Cue.End})
		}
		if hop.Source != nil {
			out = append(out, mark{"source", "", hop.Source.Start, hop.Source.End})
		}
	}
	for _, hedge := range append(slices.Clone(f.Hedges), f.Conditions...) {
		out = append(out, mark{"hedge", "", hedge.Start, hedge.End})
	}
	return out
}

// Marked writes a text with the figures found in it marked, as one HTML file
// that needs nothing else: `muster read --html`.
func Marked(w io.Writer, text string, reading claims.Reading) error {
	var marks []mark
	var tellings []*telling
	doc := &dossier.Document{}
	doc.Title, doc.Publisher, doc.Published, doc.Text = reading.Document.Title, reading.Document.Publisher, reading.Document.Published, text
	for i := range reading.Figures {
		f := reading.Figures[i]
		marks = append(marks, figureMarks(f)...)
		tellings = append(tellings, &telling{Figure: &dossier.Figure{ID: f.ID, Claim: f, Status: dossier.Proposed}, Doc: doc})
	}
	for _, a := range reading.Attributions {
		if a.Cue != nil {
			marks = append(marks, mark{"cue", "", a.Cue.Start, a.Cue.End})
		}
		if a.Source != nil {
			marks = append(marks, mark{"source", "", a.Source.Start, a.Source.End})
		}
	}
	style, err := files.ReadFile("style.css")
	if err != nil {
		return fmt.Errorf("built-in style: %w", err)
	}
	t, err := template.New("marked").Funcs(functions()).ParseFS(files, "templates/marked.html", "templates/parts.html")
	if err != nil {
		return fmt.Errorf("built-in page: %w", err)
	}
	return t.ExecuteTemplate(w, "marked.html", struct {
		ID       string
		Document claims.Header
		Style    template.CSS
		Pieces   []piece
		Tellings []*telling
	}{reading.ID, reading.Document, template.CSS(style), pieces(text, marks), tellings})
}
