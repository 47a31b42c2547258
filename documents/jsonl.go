package documents

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// badLines is how many bad lines are named one by one; more are only counted.
const badLines = 100

// readLines reads one document a line and holds one line at a time. A bad line
// is an error; the lines below it still come.
func readLines(s source, emit func(Document) error) error {
	data := transform.NewReader(s.data, unicode.BOMOverride(encoding.Nop.NewDecoder()))
	lines := bufio.NewReaderSize(data, 64<<10)
	var problems []error
	found, bad := 0, 0
	var line []byte
	for number := 1; ; number++ {
		var err error
		line, err = readLine(lines, s.limits.Line, line[:0])
		if err == io.EOF {
			break
		}
		var tooLong *longLine
		if err != nil && !errors.As(err, &tooLong) {
			return errors.Join(append(problems, unreadable(s.name, number, fmt.Errorf("reading stopped: %w", err)))...)
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if start := bytes.TrimSpace(line); found == 0 && len(start) == 1 && (start[0] == '{' || start[0] == '[') {
			return unreadable(s.name, number, errors.New("expected one document a line, found JSON over several lines; write each document on one line"))
		}
		found++
		var doc Document
		if err == nil {
			doc, err = parseLine(line)
		}
		if err != nil {
			if bad++; bad <= badLines {
				problems = append(problems, unreadable(s.name, number, err))
			}
		}
		if doc.Text == "" {
			continue
		}
		if doc.ID == "" {
			doc.ID = fmt.Sprintf("%s:%d", s.name, number)
		}
		s.guess.fill(&doc, "")
		if err := emit(doc); err != nil {
			return err
		}
	}
	if found == 0 {
		problems = append(problems, unreadable(s.name, 0, errEmpty))
	}
	if bad > badLines {
		problems = append(problems, unreadable(s.name, 0, fmt.Errorf("%d more lines cannot be read", bad-badLines)))
	}
	return errors.Join(problems...)
}

// line is what one line of a .jsonl file may say; other keys are ignored.
type line struct {
	ID        label   `json:"id"`
	Text      *string `json:"text"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher"`
	Published string  `json:"published"`
	URL       string  `json:"url"`
}

// label is a string, or a number taken as it is written.
type label string

func (l *label) UnmarshalJSON(b []byte) error {
	var number json.Number
	if b[0] != '"' && json.Unmarshal(b, &number) == nil {
		*l = label(number)
		return nil
	}
	return json.Unmarshal(b, (*string)(l))
}

// parseLine returns the document of one line. With an error that concerns its
// date alone, the document is there all the same.
func parseLine(raw []byte) (Document, error) {
	if !utf8.Valid(raw) {
		return Document{}, errors.New("expected UTF-8, found other bytes; save the file as UTF-8")
	}
	l, read := flatLine(string(raw))
	if read {
		// as most
	} else if err := json.Unmarshal(raw, &l); err != nil {
		return Document{}, fmt.Errorf("expected an object {\"id\", \"text\", …} on one line, found: %s; write the whole document on one line", jsonProblem(err))
	}
	switch {
	case l.Text == nil:
		return Document{}, errors.New(`expected the key "text", found none; add the text of the document`)
	case strings.TrimSpace(*l.Text) == "":
		return Document{}, errors.New("expected text, found an empty text; add the text of the document")
	}
	doc := Document{
		ID: string(l.ID), Text: *l.Text, Title: l.Title, Publisher: l.Publisher, URL: l.URL,
		MediaType: "application/jsonl", SHA256: digest(raw),
	}
	if l.Published != "" {
		published, ok := parsePublished(l.Published)
		if !ok {
			return doc, badPublished(l.Published)
		}
		doc.Published = published
	}
	return doc, nil
}

// jsonProblem says what is wrong in few words, without Go's type names.
func jsonProblem(err error) string {
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType) && wrongType.Field == "":
		return "a JSON " + wrongType.Value
	case errors.As(err, &wrongType):
		return fmt.Sprintf("a JSON %s as %s", wrongType.Value, wrongType.Field)
	case err.Error() == "unexpected end of JSON input":
		return "an object that does not end"
	}
	return oneLine(err.Error())
}

// cut returns at most n code points of s.
func cut(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// longLine is a line above the limit.
type longLine struct{ limit int64 }

func (l *longLine) Error() string {
	return fmt.Sprintf("expected a line of at most %s, found a longer one; cut the document into smaller ones", megabytes(l.limit))
}

// readLine appends the next line without its end to line, which may be empty.
// It skips a line above the limit, so that the next call returns the line below.
func readLine(data *bufio.Reader, limit int64, line []byte) ([]byte, error) {
	length := int64(0)
	for {
		part, err := data.ReadSlice('\n')
		if length += int64(len(part)); length <= limit+2 {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && length == 0:
			return nil, io.EOF
		case err != nil && err != io.EOF:
			return nil, err
		}
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if length > limit+2 || int64(len(line)) > limit {
			return nil, &longLine{limit}
		}
		return line, nil
	}
}
