package documents

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cellMark stands between the cells of a row: a blank alone would make two
// numbers look like one.
const cellMark = " | "

// longestCell is the length in bytes up to which a cell is taken as one of a
// table; longer ones are columns of a page.
const longestCell = 300

// blocks returns the text under n; see paragraphs.
func blocks(n *html.Node) string { return paragraphs(lineText(n)) }

// lineText returns the text under n: what stands in lines of its own on a page,
// a row of a table too, in lines of its own.
func lineText(n *html.Node) string {
	var out strings.Builder
	writeLines(&out, n, false)
	return out.String()
}

func writeLines(out *strings.Builder, n *html.Node, keepLines bool) {
	switch n.Type {
	case html.TextNode:
		text := n.Data
		if !keepLines {
			text = strings.NewReplacer("\n", " ", "\r", " ").Replace(text)
		}
		out.WriteString(text)
		return
	case html.ElementNode:
	case html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Audio, atom.Video, atom.Canvas, atom.Svg, atom.Map, atom.Object, atom.Select:
		return
	case atom.Br:
		out.WriteByte('\n')
		return
	case atom.Pre, atom.Textarea:
		keepLines = true
	case atom.Tr:
		if row, ok := rowText(n); ok {
			out.WriteString("\n" + row + "\n")
			return
		}
	case atom.Dd:
		// A term and what is said of it are one row.
		if term, ok := termOf(n); ok {
			out.WriteString("\n" + term + cellMark + oneLine(lineTextWithin(n)) + "\n")
			return
		}
	case atom.Dt:
		if _, ok := termOf(nextElement(n)); ok {
			return
		}
	}
	own := ownLine(n)
	if own {
		out.WriteByte('\n')
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		writeLines(out, child, keepLines)
	}
	if own {
		out.WriteByte('\n')
	}
}

// ownLine reports whether an element starts and ends a line.
func ownLine(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Html,
		atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Option, atom.P, atom.Picture, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return strings.Contains(n.Data, "-") // elements that sites make up are boxes as a rule
}

// rowText returns a row of a table as one line; false for a row that only
// arranges a page in columns.
func rowText(row *html.Node) (string, bool) {
	if contains(row, atom.Table) {
		return "", false
	}
	var cells []string
	for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		text := oneLine(lineText(cell))
		if len(text) > longestCell {
			return "", false
		}
		if text != "" {
			cells = append(cells, text)
		}
	}
	return strings.Join(cells, cellMark), true
}

// termOf returns the term that a description of a list (dd) belongs to; false
// where they are not one short term and one short description.
func termOf(description *html.Node) (string, bool) {
	if description == nil || description.DataAtom != atom.Dd {
		return "", false
	}
	before := description.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	if before == nil || before.DataAtom != atom.Dt {
		return "", false
	}
	// Lists within lists would be looked through again at each level.
	for _, tag := range []atom.Atom{atom.P, atom.Dl, atom.Dt, atom.Dd} {
		if contains(before, tag) || contains(description, tag) {
			return "", false
		}
	}
	term, said := oneLine(lineTextWithin(before)), oneLine(lineTextWithin(description))
	return term, term != "" && said != "" && len(term) <= longestCell && len(said) <= longestCell
}

// lineTextWithin is the text of n's children.
func lineTextWithin(n *html.Node) string {
	var out strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		writeLines(&out, child, false)
	}
	return out.String()
}

func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; {
		n = n.NextSibling
	}
	return n
}
