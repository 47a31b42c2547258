package documents

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readPage reads a web page: its main text without menus, asides and footers,
// and what the page says of itself. Front matter above the page overrules it.
func readPage(s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Page)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text, charset, guessed, err := decodePage(raw)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	matter, text, flaw := cutFrontMatter(strings.ReplaceAll(text, "\r\n", "\n"))
	var problem error
	if flaw != nil {
		problem = unreadable(s.name, flaw.line, flaw)
	}
	if strings.TrimSpace(text) == "" && problem != nil {
		return problem
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		// The parser refuses more than 512 levels of tags, which bounds every
		// walk of the tree below.
		return unreadable(s.name, 0, errors.New("expected a web page, found tags nested deeper than 512; paste its text into a .txt file"))
	}
	about := aboutPage(root)
	body, err := mainText(root)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	doc := Document{
		ID:        s.name,
		Title:     first(matter.Title, about.title),
		Publisher: first(matter.Publisher, about.publisher),
		Published: first(matter.published, about.published),
		URL:       first(matter.URL, about.url),
		Language:  first(matter.Language, about.language),
		MediaType: mediaType("text/html", charset),
		SHA256:    digest(raw),
	}
	doc.Text = withTitle(doc.Title, body)
	if guessed {
		doc.Guessed = append(doc.Guessed, "charset")
	}
	s.guess.fill(&doc, s.name)
	if err := emit(doc); err != nil {
		return err
	}
	return problem
}

// decodePage turns the bytes of a page into UTF-8. Bytes that are UTF-8 are
// taken as such whatever the page declares: pages are often saved in it with
// their old declaration. A few bytes that are not UTF-8 do not spoil a page that
// is: each becomes U+FFFD, as browsers show it.
func decodePage(raw []byte) (text, name string, guessed bool, err error) {
	declared, name, _ := charset.DetermineEncoding(raw, "")
	says := bytes.Contains(bytes.ToLower(raw[:min(len(raw), headBytes)]), []byte("charset"))
	if says && name != "utf-8" && !strings.HasPrefix(name, "utf-16") && (isASCII(raw) || !utf8.Valid(raw)) {
		text, err = decodeAs(declared, raw)
		return text, name, false, err
	}
	if bytes.IndexByte(raw, 0) < 0 && !utf8.Valid(raw) && brokenUTF8(raw) != nil {
		return string(bytes.ToValidUTF8(raw, []byte("\ufffd"))), "utf-8", true, nil
	}
	return decode(raw)
}

func isASCII(raw []byte) bool {
	for _, b := range raw {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mainText returns the article's text, one paragraph a line with a blank line
// between, and spaces of every kind as one space. It changes root.
func mainText(root *html.Node) (string, error) {
	dropFurniture(root)
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
	if text == "" {
		return "", errors.New("expected an article, found a page without text; it may be filled in by scripts: save it from a browser, or paste its text into a .txt file")
	}
	return text, nil
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
	case atom.Form: // some systems wrap the whole page in one
		return !contains(n, atom.P)
	case atom.Header: // the site's own, not the article's
		return !contains(n, atom.P) && !contains(n, atom.H1)
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
	const longestWords, mostParts = 30, 2000
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

func contains(n *html.Node, tag atom.Atom) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == tag {
			return true
		}
	}
	return false
}

// blocks returns the text under n with one blank line between its blocks, and
// without the invisible marks that only say where a word may break.
func blocks(n *html.Node) string {
	invisible := strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "")
	var out []string
	for line := range strings.SplitSeq(invisible.Replace(render.InnerText(n)), "\n") {
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
