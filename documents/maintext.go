package documents

import (
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mainText returns the article's text, one paragraph a line with a blank line
// between, and spaces of every kind as one space; "" for a page without text. It changes
// root.
func (f *furniture) mainText(root *html.Node) string {
	f.drop(root)
	if body := f.body(root); len(body) > 0 {
		var parts []string
		if lead := f.lead(root, body); lead != "" {
			parts = append(parts, lead)
		}
		for _, n := range body {
			parts = append(parts, blocks(n))
		}
		return f.tidy(strings.Join(parts, "\n\n"))
	}
	whole := blocks(mainElement(root))
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseAndMutate(root, &url.URL{})
	text := ""
	if err == nil && article.Node != nil {
		text = blocks(article.Node)
	}
	// Readability is made for long articles: where it keeps little of a short
	// page, the page without its furniture is the better text.
	if len(whole) < shortPage && 3*len(text) < 2*len(whole) {
		text = whole
	}
	return f.tidy(text)
}

// shortPage is the length in bytes up to which a page may be taken whole.
const shortPage = 3000

// dropFurniture removes what is never part of an article.
func dropFurniture(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if isFurniture(child) {
			n.RemoveChild(child)
		} else {
			dropFurniture(child)
		}
		child = next
	}
}

func isFurniture(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type == html.CommentNode
	}
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Dialog, atom.Button, atom.Select, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg:
		return true
	case atom.Ul, atom.Ol:
		return isMenu(n)
	case atom.P:
		return isLinkLine(n)
	case atom.Form: // some systems wrap the whole page in one
		return !contains(n, atom.P)
	case atom.Header: // the site's own, not the article's
		return !contains(n, atom.H1) && !inside(n, atom.Article) && !inside(n, atom.Main)
	case atom.Figure:
		return !contains(n, atom.Table) && !contains(n, atom.Blockquote)
	case atom.Figcaption:
		return true
	}
	if strings.HasPrefix(n.Data, "amp-") {
		switch n.Data {
		case "amp-accordion", "amp-fit-text", "amp-layout", "amp-script":
		default:
			return true
		}
	}
	switch attribute(n, "role") {
	case "navigation", "complementary", "contentinfo", "search", "dialog", "banner", "menu":
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	_, hidden := attributeSet(n, "hidden")
	return hidden || attribute(n, "aria-hidden") == "true" || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// isMenu reports whether a list is made of links with short words: two or more
// that hold nearly all of its text. A list of thousands of parts is none.
func isMenu(list *html.Node) bool {
	const longestWords, mostParts = 120, 2000
	links, linked, all, parts := 0, 0, 0, 0
	for n := range list.Descendants() {
		if parts++; parts > mostParts {
			return false
		}
		switch {
		case n.Type == html.TextNode:
			all += len(oneLine(n.Data))
		case n.DataAtom == atom.A:
			links++
			linked += len(oneLine(render.InnerText(n)))
		}
	}
	return links > 1 && linked <= links*longestWords && linked*10 >= all*9
}

// isLinkLine reports whether a paragraph is nothing but a link, as those are
// that lead to another article.
func isLinkLine(p *html.Node) bool {
	linked, all := 0, 0
	for n := range p.Descendants() {
		switch {
		case n.Type == html.TextNode:
			all += len(oneLine(n.Data))
		case n.DataAtom == atom.A && n.Parent != nil && n.Parent.DataAtom != atom.A && attribute(n, "href") != "":
			linked += len(oneLine(lineText(n)))
		}
	}
	return all > 0 && linked*20 >= all*19
}

// mainElement returns the page's only article or main element, else its body.
func mainElement(root *html.Node) *html.Node {
	for _, tag := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		var found []*html.Node
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && n.DataAtom == tag {
				found = append(found, n)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return root
}

// inside reports whether n stands within an element of this tag.
func inside(n *html.Node, tag atom.Atom) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.Type == html.ElementNode && up.DataAtom == tag {
			return true
		}
	}
	return false
}

func contains(n *html.Node, tag atom.Atom) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == tag {
			return true
		}
	}
	return false
}

// paragraphs puts one blank line between the lines of a text, makes spaces of
// every kind one space, and drops the invisible marks that only say where a
// word may break.
func paragraphs(text string) string {
	invisible := strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "")
	var out []string
	for line := range strings.SplitSeq(invisible.Replace(text), "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}

func attribute(n *html.Node, key string) string {
	value, _ := attributeSet(n, key)
	return strings.TrimSpace(value)
}

func attributeSet(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}
