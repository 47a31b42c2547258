package script

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/interval"
)

// paper is a document before its text is made.
type paper struct {
	publisher, title string
	published        interval.Date
}

type overruled struct {
	a, b   string
	yes    bool
	reason string
}

// draft is a case while its lines are read.
type draft struct {
	name      string
	line      int
	state     dossier.State
	papers    []paper
	claims    []*told
	byName    map[string]*told
	overruled []overruled
	expects   []expectation
}

func newDraft(name string, line int) *draft {
	return &draft{name: name, line: line, byName: map[string]*told{}}
}

// claim returns the claim with the name; nil when there is none.
func (d *draft) claim(name string) *told {
	for _, c := range d.claims[min(len(d.byName), len(d.claims)):] {
		d.byName[c.name] = c
	}
	return d.byName[name]
}

// finish makes the texts of the documents and the state.
func (d *draft) finish() Case {
	c := Case{Name: d.name, Line: d.line, State: d.state, figures: map[string]string{}, expects: d.expects}
	for i, t := range d.claims {
		c.figures[t.name] = fmt.Sprintf("f%d", i+1)
	}
	texts := make([]strings.Builder, len(d.papers))
	type line struct {
		paper int
		says  string
	}
	written := map[line]int{} // where a sentence stands that several claims say
	for i, p := range d.papers {
		texts[i].WriteString(d.heading(i))
		texts[i].WriteString("\n\n")
		c.State.Documents = append(c.State.Documents, dossier.Document{ID: fmt.Sprintf("d%d", i+1), Version: 1, Document: documents.Document{
			ID: fmt.Sprintf("documents/%d.txt", i+1), Title: d.heading(i), Publisher: p.publisher, Published: string(p.published)}})
	}
	for _, t := range d.claims {
		f := t.figure
		text := &texts[t.paper]
		sentence := t.sentence()
		start := utf8.RuneCountInString(text.String())
		at, before := written[line{t.paper, t.says}]
		switch {
		case t.headline:
			start = 0
		case before && t.says != "":
			start = at
		default:
			written[line{t.paper, t.says}] = start
			text.WriteString(sentence + "\n")
		}
		f.Number, f.Quote = spans(sentence, t.words, f.Counted, start)
		f.Hedges = []claims.Span{}
		item := dossier.Figure{ID: c.figures[t.name], Document: fmt.Sprintf("d%d", t.paper+1), Version: 1, Claim: f, Status: t.status, Headline: t.headline,
			PartOf: c.figures[t.total], Denies: c.figures[t.denies]}
		c.State.Figures = append(c.State.Figures, item)
	}
	for i := range texts {
		c.State.Documents[i].Text = texts[i].String()
	}
	for _, check := range c.State.Settings.Checks {
		for name := range check.Figures {
			check.Figures[name] = c.figures[name]
		}
	}
	for _, o := range d.overruled {
		c.State.Settings.Comparable = append(c.State.Settings.Comparable, dossier.Comparison{Figures: []string{c.figures[o.a], c.figures[o.b]}, Apart: !o.yes, Reason: o.reason})
	}
	return c
}

// heading is the title of a document: as it is written, or what its headline
// claims say.
func (d *draft) heading(paper int) string {
	for _, t := range d.claims {
		if t.headline && t.paper == paper {
			return t.sentence()
		}
	}
	return d.papers[paper].title
}

// sentence is what the document says.
func (t *told) sentence() string {
	if t.says != "" {
		return t.says
	}
	out := strings.TrimSpace(t.words + " " + t.figure.Counted)
	if t.figure.Per != "" {
		out += " a " + t.figure.Per
	}
	return out + "."
}

// spans returns where the quantity stands, and quantity and thing where they
// stand together; start is the place of the sentence in the text.
func spans(sentence, words, counted string, start int) (claims.Span, claims.Quote) {
	at := strings.Index(sentence, words)
	first := start + utf8.RuneCountInString(sentence[:at])
	number := claims.Span{Exact: words, Start: first, End: first + utf8.RuneCountInString(words)}
	exact := words
	if after := sentence[at+len(words):]; counted != "" && strings.HasPrefix(after, " "+counted) {
		exact += " " + counted
	}
	quote := claims.Quote{Span: claims.Span{Exact: exact, Start: first, End: first + utf8.RuneCountInString(exact)}}
	before, after := []rune(sentence[:at]), []rune(sentence[at+len(exact):])
	const context = 32
	quote.Prefix, quote.Suffix = string(before[max(0, len(before)-context):]), string(after[:min(len(after), context)])
	return number, quote
}
