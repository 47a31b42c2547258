package documents

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed furniture.txt
var furnitureList string

// furniture knows what stands around articles; see furniture.txt.
type furniture struct {
	names, hidden, bodies, leads, dates phrases

	lines  map[string]bool
	starts []string
	both   [][]string
}

// phrases are lists of words by their first word.
type phrases map[string][][]string

func newFurniture() *furniture {
	f := &furniture{names: phrases{}, hidden: phrases{}, bodies: phrases{}, leads: phrases{}, dates: phrases{}, lines: map[string]bool{}}
	for row := range rows(furnitureList) {
		kind, value, _ := strings.Cut(row, ":")
		value = strings.TrimSpace(value)
		switch kind {
		case "name":
			f.names.add(value)
		case "hidden":
			f.hidden.add(value)
		case "lead":
			f.leads.add(value)
		case "date":
			f.dates.add(value)
		case "both":
			f.both = append(f.both, strings.Split(value, " + "))
		case "body":
			f.bodies.add(value)
		case "line":
			f.lines[value] = true
		case "start":
			f.starts = append(f.starts, value)
		}
	}
	return f
}

func (p phrases) add(phrase string) {
	words := strings.Fields(phrase)
	p[words[0]] = append(p[words[0]], words)
}

// in reports whether one of the phrases follows in the words.
func (p phrases) in(words []string) bool {
	for i, word := range words {
		for _, phrase := range p[word] {
			if len(words)-i >= len(phrase) && slices.Equal(words[i:i+len(phrase)], phrase) {
				return true
			}
		}
	}
	return false
}

// called reports whether an element has a name of the phrases.
func called(n *html.Node, p phrases) bool {
	if n.Type != html.ElementNode || n.DataAtom == atom.Html || n.DataAtom == atom.Body {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			for name := range strings.FieldsSeq(a.Val) {
				if p.in(nameWords(name)) {
					return true
				}
			}
		case "id", "name", "data-component", "data-testid", "data-cy", "data-gu-name", "data-type", "data-module", "data-qa", "itemprop":
			if p.in(nameWords(a.Val)) {
				return true
			}
		}
	}
	return false
}

// nameWords cuts a name into its words: "RichText-body__x" gives rich, text,
// body, x.
func nameWords(name string) []string {
	const longest = 200
	if len(name) > longest {
		return nil
	}
	var words []string
	start := 0
	take := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	lower := false
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			take(i)
			start, lower = i+len(string(r)), false
		case unicode.IsUpper(r) && lower:
			take(i)
			start, lower = i, false
		default:
			lower = unicode.IsLower(r)
		}
	}
	take(len(name))
	return words
}

// drop removes what is never part of an article, and what the list names.
func (f *furniture) drop(root *html.Node) {
	dropFurniture(root)
	w := weighing{f: f, weight: map[*html.Node]int{}, keep: map[*html.Node]bool{}}
	total := w.weigh(root)
	for n, weight := range w.weight {
		if !w.keep[n] && 2*weight < total && n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// weighing measures the elements that the list names.
type weighing struct {
	f      *furniture
	weight map[*html.Node]int  // bytes of text under the elements named
	keep   map[*html.Node]bool // those that hold the headline or the body
}

// weigh returns the bytes of text under n.
func (w *weighing) weigh(n *html.Node) int {
	weight, _ := w.look(n)
	return weight
}

func (w *weighing) look(n *html.Node) (weight int, keep bool) {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data)), false
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		below, kept := w.look(child)
		weight, keep = weight+below, keep || kept
	}
	keep = keep || n.DataAtom == atom.H1 || called(n, w.f.bodies)
	if called(n, w.f.hidden) || called(n, w.f.names) && !inSentence(n) {
		w.weight[n], w.keep[n] = weight, keep
	}
	return weight, keep
}

// inSentence reports whether n is a part of a line of text, such as a link.
func inSentence(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.B, atom.Cite, atom.Em, atom.Font, atom.I, atom.Mark, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U:
		return inside(n, atom.P) || inside(n, atom.Li) || inside(n, atom.Td) || inside(n, atom.Blockquote)
	}
	return false
}

// lead returns the sentence or two between headline and body, where they
// stand outside the body; "" for none.
func (f *furniture) lead(root *html.Node, body []*html.Node) string {
	const longest = 500
	for n := range root.Descendants() {
		if n == body[0] {
			return "" // what follows is no lead
		}
		if called(n, f.leads) {
			if text := blocks(n); text != "" && len(text) <= longest {
				return text
			}
		}
	}
	return ""
}

// body returns the elements that hold the body: the largest that the list
// names, and those beside it; none where they hold less than half of the text.
func (f *furniture) body(root *html.Node) []*html.Node {
	var found []*html.Node
	sizes := map[*html.Node]int{}
	var look func(n *html.Node)
	look = func(n *html.Node) {
		if called(n, f.bodies) {
			found, sizes[n] = append(found, n), len(blocks(n))
			return
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			look(child)
		}
	}
	look(root)
	var largest *html.Node
	for _, n := range found {
		if largest == nil || sizes[n] > sizes[largest] {
			largest = n
		}
	}
	var beside []*html.Node
	size := 0
	for _, n := range found {
		if n.Parent == largest.Parent {
			beside = append(beside, n)
			size += sizes[n]
		}
	}
	if largest == nil || 2*size < len(blocks(root)) {
		return nil
	}
	return beside
}

// tidy leaves out the lines that the list names.
func (f *furniture) tidy(text string) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n\n") {
		if !f.isLine(line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}

func (f *furniture) isLine(line string) bool {
	const longest = 200
	if len(line) > longest {
		return false
	}
	lower := strings.ToLower(line)
	if f.lines[strings.TrimRight(lower, ":. ")] {
		return true
	}
	for _, all := range f.both {
		if !slices.ContainsFunc(all, func(part string) bool { return !strings.Contains(lower, part) }) {
			return true
		}
	}
	return slices.ContainsFunc(f.starts, func(start string) bool { return strings.HasPrefix(lower, start) })
}
