package documents

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// flatLine reads a line of strings and numbers, as most lines of a .jsonl file
// are, in one pass. It takes only what it is sure of: whatever else a line
// holds, an error too, is left to encoding/json.
func flatLine(raw string) (l line, read bool) {
	at := skipBlank(raw, 0)
	if at == len(raw) || raw[at] != '{' {
		return line{}, false
	}
	for at = skipBlank(raw, at+1); ; at = skipBlank(raw, at+1) {
		key, end := flatString(raw, at)
		if at = skipBlank(raw, end); end == 0 || at == len(raw) || raw[at] != ':' {
			return line{}, false
		}
		at = skipBlank(raw, at+1)
		value, end := flatString(raw, at)
		into := (*string)(nil)
		switch key {
		case "id":
			if end == 0 {
				end = flatNumber(raw, at)
				value = raw[at:max(at, end)]
			}
			into = (*string)(&l.ID)
		case "text":
			l.Text = new(string)
			into = l.Text
		case "title":
			into = &l.Title
		case "publisher":
			into = &l.Publisher
		case "published":
			into = &l.Published
		case "url":
			into = &l.URL
		default:
			for _, known := range [...]string{"id", "text", "title", "publisher", "published", "url"} {
				if strings.EqualFold(key, known) {
					return line{}, false
				}
			}
			if end == 0 {
				end = flatNumber(raw, at)
			}
		}
		if end == 0 {
			return line{}, false
		}
		if into != nil {
			*into = value
		}
		switch at = skipBlank(raw, end); {
		case at == len(raw):
			return line{}, false
		case raw[at] == '}':
			return l, skipBlank(raw, at+1) == len(raw)
		case raw[at] != ',':
			return line{}, false
		}
	}
}

func skipBlank(raw string, at int) int {
	for at < len(raw) && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\n' || raw[at] == '\r') {
		at++
	}
	return at
}

// flatNumber returns the end of the whole number that starts at, 0 for none.
func flatNumber(raw string, at int) int {
	end := at
	for end < len(raw) && '0' <= raw[end] && raw[end] <= '9' {
		end++
	}
	if end == at || raw[at] == '0' && end > at+1 {
		return 0
	}
	return end
}

// flatString returns the string whose quotation mark stands at, and where it
// ends; 0 when none stands there or it is not in order.
func flatString(raw string, at int) (text string, end int) {
	if at >= len(raw) || raw[at] != '"' {
		return "", 0
	}
	start, plain := at+1, true
	for end = start; end < len(raw) && raw[end] != '"'; end++ {
		switch c := raw[end]; {
		case c == '\\':
			end++
			plain = false
		case c < ' ':
			return "", 0
		}
	}
	if end >= len(raw) {
		return "", 0
	}
	rest := raw[start:end]
	if plain {
		return strings.Clone(rest), end + 1
	}
	var written strings.Builder
	written.Grow(len(rest))
	for {
		i := strings.IndexByte(rest, '\\')
		if i < 0 {
			written.WriteString(rest)
			return written.String(), end + 1
		}
		written.WriteString(rest[:i])
		r, size := escaped(rest[i:])
		if size == 0 {
			return "", 0
		}
		written.WriteRune(r)
		rest = rest[i+size:]
	}
}

// escaped returns the character that the text begins with, which is written
// with a backslash, and the bytes that this takes; 0 when it is not in order.
func escaped(text string) (r rune, size int) {
	if len(text) < 2 {
		return 0, 0
	}
	if i := strings.IndexByte(`"\/bfnrt`, text[1]); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), 2
	}
	r = unit16(text)
	if r < 0 {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, len(`\u0000`)
	}
	if pair := utf16.DecodeRune(r, unit16(text[len(`\u0000`):])); pair != utf8.RuneError {
		return pair, 2 * len(`\u0000`)
	}
	return utf8.RuneError, len(`\u0000`)
}

// unit16 returns the number of "\u0041" at the start of the text, -1 for none.
func unit16(text string) rune {
	if len(text) < len(`\u0000`) || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	var r rune
	for _, c := range []byte(text[2:len(`\u0000`)]) {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}
