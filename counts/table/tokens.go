package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// tokens cuts XML as office programs write it into tags and text. It is several
// times faster than encoding/xml, because it copies nothing and checks only
// what rows need. Prefixes of names are dropped.
type tokens struct {
	data   io.Reader
	limit  int64
	buffer []byte
	at     int // of the buffer, not yet read
	atEnd  bool
}

type tokenKind uint8

const (
	textToken tokenKind = iota
	startTag
	endTag
	loneTag // <v/>
)

// token is valid until the next.
type token struct {
	kind tokenKind
	bare bool   // a tag whose name has no prefix
	name []byte // of a tag
	rest []byte // of a tag: its attributes; of a text: the text, with entities
}

func newTokens(data io.Reader, limit int64) *tokens {
	return &tokens{data: data, limit: limit, buffer: make([]byte, 0, 128<<10)}
}

var errCutOff = errors.New("it ends within a tag")

// next returns the next token, or io.EOF.
func (t *tokens) next() (token, error) {
	for {
		rest := t.buffer[t.at:]
		if len(rest) == 0 {
			if t.atEnd {
				return token{}, io.EOF
			}
			if err := t.fill(); err != nil {
				return token{}, err
			}
			continue
		}
		if rest[0] != '<' {
			end := bytes.IndexByte(rest, '<')
			if end < 0 && !t.atEnd {
				if err := t.fill(); err != nil {
					return token{}, err
				}
				continue
			}
			if end < 0 {
				end = len(rest)
			}
			t.at += end
			return token{rest: rest[:end]}, nil
		}
		found, used := cutTag(rest)
		if used > 0 {
			t.at += used
			if found.name == nil {
				if found.rest != nil {
					return token{rest: found.rest}, nil // CDATA: no entities to speak of in practice
				}
				continue // a comment or a declaration
			}
			return found, nil
		}
		if t.atEnd {
			return token{}, errCutOff
		}
		if err := t.fill(); err != nil {
			return token{}, err
		}
	}
}

// cutTag cuts one tag off the beginning; used is 0 when it does not end.
func cutTag(text []byte) (found token, used int) {
	if len(text) > 1 && (text[1] == '!' || text[1] == '?') {
		for _, form := range []struct{ from, to string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}} {
			if len(text) < len(form.from) && bytes.HasPrefix([]byte(form.from), text) {
				return token{}, 0
			}
			if bytes.HasPrefix(text, []byte(form.from)) {
				end := bytes.Index(text[len(form.from):], []byte(form.to))
				if end < 0 {
					return token{}, 0
				}
				if form.from == "<![CDATA[" {
					found.rest = text[len(form.from) : len(form.from)+end]
				}
				return found, len(form.from) + end + len(form.to)
			}
		}
	}
	end := bytes.IndexByte(text, '>')
	if end < 0 {
		return token{}, 0
	}
	// A > may stand within the quotation marks of an attribute; most tags of a
	// sheet have none.
	if bytes.IndexByte(text[:end], '=') < 0 || closed(text[:end]) {
		return nameTag(text[1:end]), end + 1
	}
	for open := openMark(text[:end]); open != 0; open = openMark(text[:end]) {
		more := bytes.IndexByte(text[end+1:], open)
		if more < 0 {
			return token{}, 0
		}
		next := bytes.IndexByte(text[end+1+more:], '>')
		if next < 0 {
			return token{}, 0
		}
		end += 1 + more + next
	}
	return nameTag(text[1:end]), end + 1
}

// nameTag reads what stands between < and >.
func nameTag(inner []byte) token {
	found := token{kind: startTag, bare: true}
	switch {
	case len(inner) > 0 && inner[0] == '/':
		found.kind, inner = endTag, inner[1:]
	case len(inner) > 0 && inner[len(inner)-1] == '/':
		found.kind, inner = loneTag, inner[:len(inner)-1]
	}
	name := 0
	for name < len(inner) && inner[name] > ' ' {
		if inner[name] == ':' {
			inner, name, found.bare = inner[name+1:], 0, false
			continue
		}
		name++
	}
	found.name, found.rest = inner[:name], inner[name:]
	return found
}

// skip passes over the content of a cell up to its end, where that lies in the
// buffer; says reports whether the cell holds something.
func (t *tokens) skip() (says, ok bool) {
	rest := t.buffer[t.at:]
	end := bytes.Index(rest, []byte("</c>"))
	if end < 0 {
		return false, false
	}
	t.at += end + len("</c>")
	return saysSomething(rest[:end]), true
}

// saysSomething reports whether there is text between the tags of a cell's content.
func saysSomething(content []byte) bool {
	for {
		at := bytes.IndexByte(content, '>')
		if at < 0 || at+1 == len(content) {
			return false
		}
		if content[at+1] != '<' {
			return true
		}
		content = content[at+1:]
	}
}

// skipCell passes over the cell that comes next, if it is written as office
// programs do and its column is not asked for: most cells of most files. Of
// others nothing is read. says is as in skip, unless told already.
func (t *tokens) skipCell(asked []bool, told bool) (column int, says, ok bool) {
	const start = `<c r="`
	rest := t.buffer[t.at:]
	if !bytes.HasPrefix(rest, []byte(start)) {
		return 0, false, false
	}
	i := len(start)
	for ; i < len(rest) && i < len(start)+3 && rest[i] >= 'A' && rest[i] <= 'Z'; i++ {
		column = column*26 + int(rest[i]-'A') + 1
	}
	column--
	if column < 0 || column >= maxColumns || column < len(asked) && asked[column] {
		return 0, false, false
	}
	end := bytes.IndexByte(rest[i:], '>')
	if end < 0 || !closed(rest[:i+end]) {
		return 0, false, false
	}
	end += i + 1
	if rest[end-2] == '/' {
		t.at += end
		return column, false, true
	}
	length := bytes.Index(rest[end:], []byte("</c>"))
	if length < 0 {
		return 0, false, false
	}
	t.at += end + length + len("</c>")
	return column, told || saysSomething(rest[end-1:end+length]), true
}

// closed reports, for tags as programs write them, that no quotation mark stands
// open: the last letter is one that ends a value, and none is of the other kind.
func closed(tag []byte) bool {
	n := len(tag)
	if n > 0 && tag[n-1] == '/' {
		n--
	}
	return n > 1 && tag[n-1] == '"' && tag[n-2] != '=' && tag[n-2] > ' ' && bytes.IndexByte(tag, '\'') < 0
}

// openMark returns the quotation mark that stands open at the end of a tag's
// text; 0 for none.
func openMark(tag []byte) byte {
	for {
		at := bytes.IndexByte(tag, '"')
		if single := bytes.IndexByte(tag, '\''); single >= 0 && (at < 0 || single < at) {
			at = single
		}
		if at < 0 {
			return 0
		}
		mark := tag[at]
		end := bytes.IndexByte(tag[at+1:], mark)
		if end < 0 {
			return mark
		}
		tag = tag[at+end+2:]
	}
}

// fill reads on, keeping what was not read.
func (t *tokens) fill() error {
	rest := t.buffer[t.at:]
	if int64(len(rest)) > t.limit {
		return fmt.Errorf("a cell or a tag is larger than %d bytes", t.limit)
	}
	if len(rest) > cap(t.buffer)/2 {
		t.buffer = append(make([]byte, 0, 2*cap(t.buffer)), rest...)
	} else {
		t.buffer = t.buffer[:copy(t.buffer[:cap(t.buffer)], rest)]
	}
	t.at = 0
	n, err := io.ReadAtLeast(t.data, t.buffer[len(t.buffer):cap(t.buffer)], 1)
	t.buffer = t.buffer[:len(t.buffer)+n]
	if err == io.EOF {
		t.atEnd = true
		return nil
	}
	return err
}

// attribute returns the value of an attribute as it is written, nil for none.
// A prefix is part of the name.
func attribute(attributes []byte, name string) []byte {
	for {
		equals := bytes.IndexByte(attributes, '=')
		if equals < 0 {
			return nil
		}
		key := bytes.TrimSpace(attributes[:equals])
		value := bytes.TrimLeft(attributes[equals+1:], " \t\r\n")
		if len(value) == 0 {
			return nil
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return value[1 : end+1]
		}
		attributes = value[end+2:]
	}
}

// unescape appends text to into with its entities replaced, and with line ends
// as XML has them.
func unescape(into, text []byte) []byte {
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	for {
		at := bytes.IndexByte(text, '&')
		if at < 0 {
			return append(into, text...)
		}
		into = append(into, text[:at]...)
		text = text[at:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			into, text = append(into, '&'), text[1:]
			continue
		}
		letter, ok := entity(text[1:end])
		if !ok {
			into, text = append(into, '&'), text[1:]
			continue
		}
		into, text = utf8.AppendRune(into, letter), text[end+1:]
	}
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}

// place reads A1: the row from 1 and the column from 0.
func place(ref []byte) (row, column int, ok bool) {
	i := 0
	for ; i < len(ref); i++ {
		letter := ref[i] &^ 0x20
		if letter < 'A' || letter > 'Z' || i > 2 {
			break
		}
		column = column*26 + int(letter-'A') + 1
	}
	letters := i
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' || row > 1<<24 {
			return 0, 0, false
		}
		row = row*10 + int(ref[i]-'0')
	}
	return row, column - 1, letters > 0 && column <= maxColumns && row > 0
}

// maxColumns is how many columns a workbook may have.
const maxColumns = 16384
