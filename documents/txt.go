package documents

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// readText reads a text file, with or without front matter. Line ends become
// "\n", and blank lines around the body go; nothing else is changed.
func readText(s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Bytes)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text, charset, guessed, err := decode(raw)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	matter, body, flaw := cutFrontMatter(text)
	var problem error
	if flaw != nil {
		problem = unreadable(s.name, flaw.line, flaw)
	}
	body = trimBlankLines(body)
	switch {
	case body == "" && problem != nil:
		return problem
	case body == "":
		return unreadable(s.name, 0, errEmpty)
	}
	doc := Document{
		ID:        s.name,
		Title:     oneLine(matter.Title),
		Publisher: oneLine(matter.Publisher),
		Published: matter.published,
		URL:       strings.TrimSpace(matter.URL),
		Language:  strings.TrimSpace(matter.Language),
		MediaType: mediaType("text/plain", charset),
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
