package documents

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// readMail reads one e-mail (.eml): subject, date and body. Who sent it and to
// whom is not kept: addresses are data of private persons.
func readMail(s source, emit func(Document) error) error {
	raw, err := s.all(s.limits.Bytes)
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	doc, err := newMailReader().parse(raw)
	if doc.Text == "" {
		return unreadable(s.name, 0, err)
	}
	doc.ID = s.name
	s.guess.fill(&doc, s.name)
	if err := emit(doc); err != nil {
		return err
	}
	if err != nil {
		return unreadable(s.name, 0, err)
	}
	return nil
}

// mailReader knows the lines that stand between letters.
type mailReader struct {
	marks, wrote, earlier, forwarded *regexp.Regexp
}

func newMailReader() *mailReader {
	return &mailReader{
		marks:     regexp.MustCompile(`(?i)^(?:\s*(?:re|fwd?|wg|aw|tr)\s*:)+`),
		wrote:     regexp.MustCompile(`(?i)^(?:on|am|le|el)\s.{5,200}(?:wrote|schrieb|a écrit|escribió)\s*:\s*$`),
		earlier:   regexp.MustCompile(`(?i)^\s*-{3,}\s*original message\s*-{3,}\s*$`),
		forwarded: regexp.MustCompile(`(?i)^\s*(?:-{3,}\s*forwarded (?:message|by)\b.*|begin forwarded message:\s*)$`),
	}
}

// parse returns the document that an e-mail is, without its ID. With an
// error that concerns a part alone, what was read is there all the same.
func (r *mailReader) parse(raw []byte) (Document, error) {
	letter, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return Document{}, fmt.Errorf("expected an e-mail that starts with lines such as \"Subject: …\", found others (%s); save the e-mail again, or paste its text into a .txt file", valid(oneLine(err.Error())))
	}
	doc := Document{
		Title:     r.subject(letter.Header.Get("Subject")),
		MediaType: "message/rfc822",
		SHA256:    digest(raw),
	}
	if t, err := letter.Header.Date(); err == nil && plausible(t) {
		doc.Published = t.Format(time.RFC3339)
	}
	if language := letter.Header.Get("Content-Language"); !strings.ContainsAny(language, ", ") {
		doc.Language = valid(language)
	}
	var text mailText
	problem := text.part(textproto.MIMEHeader(letter.Header), letter.Body, 0)
	body, err := text.body(r)
	if err != nil {
		return Document{}, err
	}
	if body == "" {
		if problem == nil {
			problem = errors.New("expected text, found an e-mail without any; if the text is attached, save the attachment as a file of its own")
		}
		return Document{}, problem
	}
	doc.Text = withTitle(doc.Title, body)
	return doc, problem
}

// subject decodes a subject and leaves out the marks of answers and forwards.
func (r *mailReader) subject(header string) string {
	decoder := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	title, err := decoder.DecodeHeader(header)
	if err != nil {
		title = header
	}
	if !utf8.ValidString(title) {
		title, _ = decodeAs(charmap.Windows1252, []byte(title))
	}
	return oneLine(r.marks.ReplaceAllString(title, ""))
}

// mailText gathers the text of an e-mail's parts.
type mailText struct {
	plain, html []string
	parts       int
}

// Bounds of an e-mail's parts; real ones have a few.
const (
	mailParts = 1000
	mailDepth = 20
)

// part takes one part, or those within it. Attached files are left out.
func (m *mailText) part(header textproto.MIMEHeader, body io.Reader, depth int) error {
	if m.parts++; m.parts > mailParts || depth > mailDepth {
		return fmt.Errorf("expected at most %d parts, %d within each other, found more; the first were read", mailParts, mailDepth)
	}
	kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if use, _, _ := mime.ParseMediaType(header.Get("Content-Disposition")); use == "attachment" {
		return nil
	}
	switch decoded := transferred(header, body); {
	case strings.HasPrefix(kind, "multipart/"):
		return m.multipart(multipart.NewReader(body, parameters["boundary"]), kind == "multipart/alternative", depth)
	case kind == "message/rfc822":
		inner, err := mail.ReadMessage(decoded)
		if err != nil {
			return nil
		}
		return m.part(textproto.MIMEHeader(inner.Header), inner.Body, depth+1)
	case kind == "text/plain":
		text, err := partText(decoded, header.Get("Content-Type"))
		if strings.EqualFold(parameters["format"], "flowed") {
			text = flowed(text, strings.EqualFold(parameters["delsp"], "yes"))
		}
		m.plain = append(m.plain, text)
		return err
	case kind == "text/html":
		text, err := partText(decoded, header.Get("Content-Type"))
		m.html = append(m.html, text)
		return err
	}
	return nil
}

func (m *mailText) multipart(parts *multipart.Reader, alternative bool, depth int) error {
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("expected the end of a part, found the end of the e-mail (%s); it may be cut: save it again", oneLine(err.Error()))
		}
		if err := m.part(part.Header, part, depth+1); err != nil {
			return err
		}
	}
}

// transferred undoes the encoding in which a part was sent.
func transferred(header textproto.MIMEHeader, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// partText decodes the characters of a part. With an error, what came before
// the flaw is there.
func partText(body io.Reader, contentType string) (string, error) {
	raw, problem := io.ReadAll(body)
	if problem != nil {
		problem = fmt.Errorf("expected a part in the encoding it declares, found otherwise (%s); the e-mail may be cut: save it again", oneLine(problem.Error()))
	}
	text, _, _, err := decodePageAs(raw, contentType)
	if err != nil {
		return "", err
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), problem
}

// body returns the plain text, or, where there is none or next to none, the
// text of the web page that newsletters are.
func (m *mailText) body(r *mailReader) (string, error) {
	told := unwrapped(trimBlankLines(r.ownWords(strings.Join(m.plain, "\n\n"))))
	var pages []string
	var problem error
	for _, page := range m.html {
		text, err := letterPage(page)
		if err != nil {
			problem = err
		}
		pages = append(pages, text)
	}
	shown := paragraphs(r.ownWords(strings.Join(pages, "\n\n")))
	switch {
	case told == "" && shown == "":
		return "", problem
	case len(strings.Fields(told))*3 < len(strings.Fields(shown)): // "see this e-mail in your browser"
		return shown, nil
	}
	return told, nil
}
