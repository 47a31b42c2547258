package documents

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// readPage reads a web page: its main text without menus, asides and footers,
// and what the page says of itself. Front matter above the page overrules it.
func readPage(s source, emit func(Document) error) error {
	return readWhole(s, whole{"text/html", s.limits.Page, decodePage, s.furniture.pageBody}, emit)
}

// pageBody returns the main text of a page, and fills in what it says of itself
// and the document does not.
func (f *furniture) pageBody(text string, doc *Document) (string, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		// The parser refuses more than 512 levels of tags, which bounds every
		// walk of the tree below.
		return "", errDeep
	}
	about := f.aboutPage(root)
	body := f.mainText(root)
	// Pages that scripts fill in may hold their article for search engines.
	if told := paragraphs(about.body); len(told) > 2*len(body) {
		body = told
	}
	if body == "" {
		return "", errNoArticle
	}
	doc.Title = first(doc.Title, about.title)
	doc.Publisher = first(doc.Publisher, about.publisher)
	doc.Published = first(doc.Published, about.published)
	if doc.Published == "" && about.guessed != "" {
		doc.Published = about.guessed
		doc.Guessed = append(doc.Guessed, "published")
	}
	doc.URL = first(doc.URL, about.url)
	doc.Language = first(doc.Language, about.language)
	return body, nil
}

var errDeep = errors.New("expected a web page, found tags nested deeper than 512; paste its text into a .txt file")

var errNoArticle = errors.New("expected an article, found a page without text; it may be filled in by scripts: save it from a browser, or paste its text into a .txt file")

// fragment returns the text of a piece of a page, such as a feed or an e-mail
// holds: all of it but the furniture.
func (f *furniture) fragment(text string) (string, error) {
	if !strings.ContainsAny(text, "<&") {
		return paragraphs(text), nil
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return "", errDeep
	}
	f.drop(root)
	return f.tidy(blocks(root)), nil
}

// decodePage turns the bytes of a page into UTF-8. Bytes that are UTF-8 are
// taken as such whatever the page declares: pages are often saved in it with
// their old declaration. A few bytes that are not UTF-8 do not spoil a page that
// is: each becomes U+FFFD, as browsers show it.
func decodePage(raw []byte) (text, name string, guessed bool, err error) {
	return decodePageAs(raw, "")
}

// decodePageAs does so for a page that came with a media type, which may name
// the encoding.
func decodePageAs(raw []byte, contentType string) (text, name string, guessed bool, err error) {
	declared, name, _ := charset.DetermineEncoding(raw, contentType)
	says := strings.Contains(strings.ToLower(contentType), "charset") || bytes.Contains(bytes.ToLower(raw[:min(len(raw), headBytes)]), []byte("charset"))
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
