package documents

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"
	"golang.org/x/net/html/charset"
)

// readFeed reads a feed (RSS, Atom, RDF): one document an item. A feed grows,
// so an item is told by the id that the feed gives it.
func readFeed(s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Bytes)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text, name, guessed, err := decodeFeed(raw)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	parts, flaw := cutFeed(text)
	if len(parts.items) == 0 {
		if flaw == nil {
			flaw = &lineError{0, "expected a feed with items, found none; get the feed again, or leave it out"}
		}
		return unreadable(s.name, flaw.line, flaw)
	}
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	about, err := parser.ParseString(parts.head)
	if err != nil {
		about = &gofeed.Feed{} // the items may be sound all the same
	}
	media := "application/rss+xml"
	if strings.EqualFold(parts.root, "feed") {
		media = "application/atom+xml"
	}
	var problems []error
	for _, item := range parts.items {
		doc, err := readItem(parser, parts, item, s.furniture)
		if err != nil {
			if len(problems) < badLines {
				problems = append(problems, unreadable(s.name, item.line, err))
			}
			continue
		}
		if doc.Publisher == "" {
			doc.Publisher = first(s.guess.listed(doc.URL), s.furniture.plain(about.Title))
			if doc.Publisher != "" {
				doc.Guessed = append(doc.Guessed, "publisher")
			}
		}
		doc.ID = within(s.name, first(doc.ID, doc.URL, doc.SHA256[:16]))
		doc.Language = oneLine(about.Language)
		doc.MediaType = mediaType(media, name)
		if guessed {
			doc.Guessed = append(doc.Guessed, "charset")
		}
		s.guess.fill(&doc, "")
		if err := emit(doc); err != nil {
			return err
		}
	}
	if flaw != nil {
		problems = append(problems, unreadable(s.name, flaw.line, flaw))
	}
	return errors.Join(problems...)
}

// within names one document of a file that holds several.
func within(file, id string) string { return file + "#" + cut(oneLine(id), 300) }

// valid makes every byte that is no UTF-8 the sign for it.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// readItem reads one item; its ID is what the feed calls it.
func readItem(parser *gofeed.Parser, parts feedParts, part feedItem, f *furniture) (Document, error) {
	parsed, err := parser.ParseString(parts.open + part.text + parts.shut)
	if err != nil || len(parsed.Items) != 1 {
		return Document{}, errors.New("expected an item of a feed, found tags that do not fit together; get the feed again, or leave the item out")
	}
	item := parsed.Items[0]
	doc := Document{
		ID:     item.GUID,
		Title:  f.plain(item.Title),
		URL:    address(item.Link, item.GUID),
		SHA256: digest([]byte(part.text)),
	}
	switch feed := parsed.OriginalFeed().(type) {
	case *rss.Feed:
		if source := feed.Items[0].Source; source != nil { // where an aggregator has it from
			doc.Publisher = f.plain(source.Title)
		}
	case *atom.Feed:
		if feed.Entries[0].Published == "" { // gofeed takes the other date for it
			item.Published, item.PublishedParsed = "", nil
		}
		if source := feed.Entries[0].Source; source != nil {
			doc.Publisher = f.plain(source.Title)
		}
	}
	doc.Published = when(item.Published, item.PublishedParsed)
	if doc.Published == "" {
		if doc.Published = when(item.Updated, item.UpdatedParsed); doc.Published != "" {
			doc.Guessed = append(doc.Guessed, "published")
		}
	}
	body, err := f.fragment(cmp.Or(strings.TrimSpace(item.Content), item.Description))
	if err != nil {
		return Document{}, err
	}
	if doc.Text = withTitle(doc.Title, body); doc.Text == "" {
		return Document{}, errors.New("expected an item with a title or a text, found neither; leave the item out")
	}
	return doc, nil
}

// when prefers Muster's own reading of a date, which keeps its precision.
func when(told string, parsed *time.Time) string {
	if date, ok := parsePublished(told); ok {
		return date
	}
	if parsed != nil && plausible(*parsed) {
		return parsed.Format(time.DateOnly) // the zone was not understood
	}
	return ""
}

// feedItem is one item as it stands in the file.
type feedItem struct {
	text string
	line int
}

// feedParts is a feed cut into its items and the rest, so that each item is
// parsed, digested and, where it is broken, left out by itself.
type feedParts struct {
	root       string // local name of the root element
	head       string // the feed without its items
	open, shut string // the tags around an item
	items      []feedItem
}

// feedTagBytes bounds the tags around the items; they are parsed once an item.
const feedTagBytes = 64 << 10

// cutFeed cuts a feed. With an error, the items before it are there.
func cutFeed(text string) (feedParts, *lineError) {
	var parts feedParts
	var head strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded before
	var open []string                                                                        // start tags of the elements around, as they stand
	var names []string
	item, itemAt, line := "", 0, lines{text: text}
	for {
		from := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		to := int(decoder.InputOffset())
		switch {
		case err == io.EOF && item != "":
			parts.head = head.String() + parts.shut
			return parts, &lineError{line.at(itemAt), "expected the item to end, found the end of the file; the file was cut: get the feed again"}
		case err == io.EOF && parts.root == "":
			return parts, &lineError{0, "expected a feed (RSS, Atom or RDF), found no tags; save the article as a web page or paste its text"}
		case err == io.EOF:
			parts.head = head.String()
			return parts, nil
		case err != nil:
			parts.head = head.String() + parts.shut
			return parts, &lineError{line.at(from), fmt.Sprintf("expected a feed, found XML that does not parse: %s; get the feed again", oneLine(strings.TrimPrefix(err.Error(), "XML syntax error on ")))}
		}
		switch t := token.(type) {
		case xml.ProcInst, xml.Directive:
			continue // may declare the encoding that the text no longer has
		case xml.StartElement:
			local := t.Name.Local
			switch {
			case item != "":
				continue
			case parts.root == "":
				if parts.root = local; local != "rss" && local != "RDF" && local != "feed" {
					return parts, &lineError{line.at(from), fmt.Sprintf("expected a feed (RSS, Atom or RDF), found XML that starts with <%s>; save the article as a web page or paste its text", cut(local, 40))}
				}
			case (local == "item" || local == "entry") && len(names) <= 2:
				item, itemAt = local, from
				if parts.open == "" {
					parts.open = strings.Join(open, "")
					for i := len(names) - 1; i >= 0; i-- {
						parts.shut += "</" + names[i] + ">"
					}
					if len(parts.open) > feedTagBytes {
						return parts, &lineError{line.at(from), fmt.Sprintf("expected tags around an item of at most %d bytes, found %d; get the feed again", feedTagBytes, len(parts.open))}
					}
				}
				continue
			}
			if len(names) < 3 {
				full := local
				if t.Name.Space != "" {
					full = t.Name.Space + ":" + local
				}
				open, names = append(open, text[from:to]), append(names, full)
			} else {
				names = append(names, local)
			}
		case xml.EndElement:
			if item != "" {
				if t.Name.Local == item {
					parts.items = append(parts.items, feedItem{text[itemAt:to], line.at(itemAt)})
					item = ""
				}
				continue
			}
			if len(names) > 0 {
				names = names[:len(names)-1]
				open = open[:min(len(open), len(names))]
			}
		}
		if item == "" {
			head.WriteString(text[from:to])
		}
	}
}

// lines counts lines as it goes forward through a text.
type lines struct {
	text   string
	offset int
	before int
}

func (l *lines) at(offset int) int {
	if offset > l.offset {
		l.before += strings.Count(l.text[l.offset:offset], "\n")
		l.offset = offset
	}
	return l.before + 1
}

// decodeFeed turns the bytes of a feed into UTF-8, in the encoding that its
// first line declares, and makes characters that XML forbids spaces.
func decodeFeed(raw []byte) (text, name string, guessed bool, err error) {
	name = "utf-8"
	declaration := regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']`)
	if told := declaration.FindSubmatch(raw[:min(len(raw), headBytes)]); told != nil {
		if declared, canonical := charset.Lookup(string(told[1])); declared != nil && canonical != "utf-8" && !strings.HasPrefix(canonical, "utf-16") {
			name = canonical
			text, err = decodeAs(declared, raw)
		}
	}
	if name == "utf-8" {
		text, name, guessed, err = decodePage(raw)
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff' {
			return ' '
		}
		return r
	}, text), name, guessed, err
}

// plain is a title without the tags and entities that feeds put into it.
func (f *furniture) plain(title string) string {
	if strings.ContainsAny(title, "<&") {
		if text, err := f.fragment(title); err == nil {
			title = text
		}
	}
	return oneLine(html.UnescapeString(title))
}
