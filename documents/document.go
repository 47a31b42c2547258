// Package documents turns bytes into text: one reader a format behind one
// switch (see Read). It knows nothing of figures.
package documents

// Document is one text with what is known of it. Text is what every offset in
// Muster counts in; it is never changed after reading.
type Document struct {
	ID        string // the path as given, "id" of a .jsonl line, or "path#id" of one in a feed, mailbox or archive
	Title     string
	Publisher string
	Published string // RFC 3339 date or time, as precise as found; "" when unknown
	URL       string
	Language  string // BCP 47, such as "en"; "" when unknown
	MediaType string // such as "text/html"
	SHA256    string // hex, of the bytes read (where a file holds several documents, of the document's own)
	Text      string // valid UTF-8; title, blank line, body, except for .jsonl, where it is used as it is

	// Guessed names what was found by a guess rather than said by the document:
	// "title", "publisher", "published", "language", or "charset" (see MediaType).
	Guessed []string

	// Pages says where each page begins, in order of the text; nil where the
	// document has no pages. A sentence that runs over a page's foot is whole,
	// and what stood below it comes after it: a page may begin more than once.
	Pages []PageStart
}

// PageStart is the code point of the text at which a part of a page begins.
type PageStart struct {
	Page  int `json:"page"` // from 1, as counted, whatever is printed on it
	Start int `json:"start"`
}

// PageAt returns the page on which a code point of the text stands; 0 when the
// document has no pages.
func (d Document) PageAt(codePoint int) int {
	page := 0
	for _, p := range d.Pages {
		if p.Start > codePoint {
			break
		}
		page = p.Page
	}
	return page
}
