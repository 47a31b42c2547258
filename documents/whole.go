package documents

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// whole is a format in which a file is one document.
type whole struct {
	media  string
	limit  int64
	decode func(raw []byte) (text, charset string, guessed bool, err error)

	// body returns the text below the front matter without its title, and may
	// fill in what the front matter left open.
	body func(text string, doc *Document) (string, error)
}

// readWhole reads a file that is one document.
func readWhole(s source, format whole, emit func(Document) error) error {
	raw, err := s.all(format.limit)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text, charset, guessed, err := format.decode(raw)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	matter, text, flaw := cutFrontMatter(text)
	var problem error
	if flaw != nil {
		problem = unreadable(s.name, flaw.line, flaw)
		if text == "" {
			return problem
		}
	}
	doc := Document{
		ID:        s.name,
		Title:     oneLine(matter.Title),
		Publisher: oneLine(matter.Publisher),
		Published: matter.published,
		URL:       strings.TrimSpace(matter.URL),
		Language:  strings.TrimSpace(matter.Language),
		MediaType: mediaType(format.media, charset),
		SHA256:    digest(raw),
	}
	body, err := format.body(text, &doc)
	if err != nil {
		return unreadable(s.name, 0, err)
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

// withTitle puts the title, a blank line and the body together; a line among
// the body's first that only repeats the title is left out.
func withTitle(title, body string) string {
	if title == "" {
		return body
	}
	const first = 5
	rest := body
	for range first {
		line, after, more := strings.Cut(rest, "\n")
		if sameTitle(line, title) {
			before := strings.TrimRight(body[:len(body)-len(rest)], "\n")
			body = trimBlankLines(before + "\n\n" + strings.TrimLeft(after, "\n"))
			break
		}
		if !more {
			break
		}
		rest = strings.TrimLeft(after, "\n")
	}
	if body == "" {
		return title
	}
	return title + "\n\n" + body
}

// sameTitle reports whether two lines differ at most in letter case, spaces
// and the shape of quotation marks.
func sameTitle(a, b string) bool {
	plain := strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "\u00a0", " ")
	return strings.EqualFold(oneLine(plain.Replace(a)), oneLine(plain.Replace(b)))
}

// oneLine makes every run of white space one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// trimBlankLines cuts blank lines before, and all white space after, the text.
func trimBlankLines(s string) string {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more || strings.TrimSpace(line) != "" {
			return s
		}
		s = rest
	}
}

func mediaType(media, charset string) string {
	if charset == "utf-8" {
		return media
	}
	return media + "; charset=" + charset
}

func digest(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
