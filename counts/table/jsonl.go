package table

import (
	"bytes"
	"errors"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonCutter cuts rows off JSON Lines: an object a line, each of its members a
// cell of the column of that name. Lists and objects within it are passed over,
// and so are names that the beginning of the file does not have. A line that is
// no object is a row with a problem.
type jsonCutter struct {
	columns map[string]int
	cells   []Cell
	spans   []span
	words   []byte
	text    []byte
	at      int
}

// noObject is the problem of a line that is no JSON object.
const noObject = "no JSON object"

func newJSONCutter(names []string) *jsonCutter {
	c := &jsonCutter{columns: map[string]int{}, cells: make([]Cell, len(names)), spans: make([]span, len(names))}
	for i, name := range names {
		c.columns[name] = i
	}
	return c
}

// jsonNames returns the names of members in the lines of a file's beginning, in
// the order of their coming; none when its first line is no object.
func jsonNames(head []byte) []string {
	var names []string
	seen := map[string]bool{}
	first := true
	for line := range bytes.Lines(head) {
		c := &jsonCutter{}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		err := c.object(line, func(name string) int {
			if !seen[name] && len(names) < maxColumns {
				seen[name] = true
				names = append(names, name)
			}
			return -1
		})
		if err != nil && first {
			return nil
		}
		first = false
	}
	return names
}

func (c *jsonCutter) next(text []byte, final bool) (row Row, used, lines int) {
	end := bytes.IndexByte(text, '\n')
	if end < 0 && !final {
		return Row{}, 0, 0
	}
	line, used := firstLine(text, end)
	if len(bytes.TrimSpace(line)) == 0 {
		return Row{}, used, 1
	}
	clear(c.cells)
	c.words = c.words[:0]
	err := c.object(line, func(name string) int {
		if i, ok := c.columns[name]; ok {
			return i
		}
		return -1
	})
	if err != nil {
		return Row{Problem: noObject}, used, 1
	}
	for i, s := range c.spans {
		if c.cells[i].Kind != Blank {
			c.cells[i].Text = c.words[s.from:s.to:s.to]
		}
	}
	return Row{Cells: c.cells, Blank: allBlank(c.cells)}, used, 1
}

var errJSON = errors.New(noObject)

// maxDepth is how deep lists and objects may lie within one another.
const maxDepth = 1000

// object reads one line; column says which cell a name's value goes to, below 0
// for none.
func (c *jsonCutter) object(line []byte, column func(name string) int) error {
	c.text, c.at = line, 0
	if c.space(); !c.take('{') {
		return errJSON
	}
	if c.space(); c.take('}') {
		return c.end()
	}
	for {
		from := len(c.words)
		c.space()
		if err := c.string(); err != nil {
			return err
		}
		i := column(string(c.words[from:]))
		c.words = c.words[:from]
		if c.space(); !c.take(':') {
			return errJSON
		}
		kind, err := c.value(1)
		if err != nil {
			return err
		}
		if i >= 0 {
			if len(c.words) == from {
				kind = Blank
			}
			c.cells[i].Kind, c.spans[i] = kind, span{from, len(c.words)}
		} else {
			c.words = c.words[:from]
		}
		switch c.space(); {
		case c.take(','):
		case c.take('}'):
			return c.end()
		default:
			return errJSON
		}
	}
}

func (c *jsonCutter) end() error {
	if c.space(); c.at != len(c.text) {
		return errJSON
	}
	return nil
}

func (c *jsonCutter) space() {
	for c.at < len(c.text) && (c.text[c.at] == ' ' || c.text[c.at] == '\t' || c.text[c.at] == '\r') {
		c.at++
	}
}

func (c *jsonCutter) take(letter byte) bool {
	if c.at < len(c.text) && c.text[c.at] == letter {
		c.at++
		return true
	}
	return false
}

// value reads a value and appends its words; nested values have none.
func (c *jsonCutter) value(depth int) (Kind, error) {
	c.space()
	if c.at == len(c.text) || depth > maxDepth {
		return Blank, errJSON
	}
	switch letter := c.text[c.at]; letter {
	case '"':
		return Text, c.string()
	case '{', '[':
		return Blank, c.nested(letter, depth)
	case 't', 'f', 'n':
		for _, word := range []struct{ json, told string }{{"true", "TRUE"}, {"false", "FALSE"}, {"null", ""}} {
			if bytes.HasPrefix(c.text[c.at:], []byte(word.json)) {
				c.at += len(word.json)
				c.words = append(c.words, word.told...)
				return Text, nil
			}
		}
		return Blank, errJSON
	}
	return Number, c.number()
}

func (c *jsonCutter) nested(open byte, depth int) error {
	c.at++
	end := byte(']')
	if open == '{' {
		end = '}'
	}
	from := len(c.words)
	defer func() { c.words = c.words[:from] }()
	if c.space(); c.take(end) {
		return nil
	}
	for {
		if open == '{' {
			c.space()
			if err := c.string(); err != nil {
				return err
			}
			if c.space(); !c.take(':') {
				return errJSON
			}
		}
		if _, err := c.value(depth + 1); err != nil {
			return err
		}
		switch c.space(); {
		case c.take(','):
		case c.take(end):
			return nil
		default:
			return errJSON
		}
	}
}

// number reads a number (RFC 8259, 6).
func (c *jsonCutter) number() error {
	from := c.at
	digits := func() bool {
		start := c.at
		for c.at < len(c.text) && c.text[c.at] >= '0' && c.text[c.at] <= '9' {
			c.at++
		}
		return c.at > start
	}
	c.take('-')
	if !c.take('0') && !digits() {
		return errJSON
	}
	if c.take('.') && !digits() {
		return errJSON
	}
	if c.take('e') || c.take('E') {
		if !c.take('+') {
			c.take('-')
		}
		if !digits() {
			return errJSON
		}
	}
	c.words = append(c.words, shortest(c.text[from:c.at])...)
	return nil
}

// string reads a string and appends it without its escapes.
func (c *jsonCutter) string() error {
	if !c.take('"') {
		return errJSON
	}
	for {
		rest := c.text[c.at:]
		n := slices.IndexFunc(rest, func(b byte) bool { return b == '"' || b == '\\' || b < ' ' })
		if n < 0 || rest[n] < ' ' {
			return errJSON
		}
		c.words = append(c.words, rest[:n]...)
		c.at += n + 1
		if rest[n] == '"' {
			return nil
		}
		if c.at == len(c.text) {
			return errJSON
		}
		letter := c.text[c.at]
		c.at++
		if at := bytes.IndexByte([]byte(`"\/bfnrt`), letter); at >= 0 {
			c.words = append(c.words, "\"\\/\b\f\n\r\t"[at])
			continue
		}
		if letter != 'u' {
			return errJSON
		}
		r, ok := c.hex()
		if !ok {
			return errJSON
		}
		if utf16.IsSurrogate(r) {
			before := c.at
			second, paired := rune(0), false
			if c.take('\\') && c.take('u') {
				second, paired = c.hex()
			}
			if r = utf16.DecodeRune(r, second); !paired || r == utf8.RuneError {
				c.at = before
			}
		}
		c.words = utf8.AppendRune(c.words, r)
	}
}

func (c *jsonCutter) hex() (r rune, ok bool) {
	if c.at+4 > len(c.text) {
		return 0, false
	}
	for _, d := range c.text[c.at : c.at+4] {
		switch {
		case d >= '0' && d <= '9':
			r = r<<4 + rune(d-'0')
		case d|0x20 >= 'a' && d|0x20 <= 'f':
			r = r<<4 + rune(d|0x20-'a') + 10
		default:
			return 0, false
		}
	}
	c.at += 4
	return r, true
}
