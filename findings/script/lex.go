package script

import (
	"errors"
	"strings"
	"unicode"
)

// token is a word, a quoted string, or one of the signs = + , and |.
type token struct {
	text   string
	quoted bool
	sign   bool
}

func (t token) is(word string) bool { return !t.quoted && strings.EqualFold(t.text, word) }

// end reports whether there is no token.
func (t token) end() bool { return t == token{} }

// String writes the token for an error.
func (t token) String() string {
	switch {
	case t.end():
		return "the end of the line"
	case t.quoted:
		return "\"" + t.text + "\""
	}
	return t.text
}

var errOpenQuote = errors.New("a quotation mark is not closed")

// lex cuts a line into tokens. A "#" outside quotation marks begins a comment.
// A comma inside a number belongs to it.
func lex(line string) ([]token, error) {
	var out []token
	runes := []rune(line)
	for i := 0; i < len(runes); {
		switch r := runes[i]; {
		case r == '#':
			return out, nil
		case unicode.IsSpace(r) || r == '\ufeff':
			i++
		case r == '"' || r == '“':
			end := i + 1
			for end < len(runes) && runes[end] != '"' && runes[end] != '”' {
				end++
			}
			if end == len(runes) {
				return nil, errOpenQuote
			}
			out = append(out, token{text: string(runes[i+1 : end]), quoted: true})
			i = end + 1
		case strings.ContainsRune("=+,|", r):
			out = append(out, token{text: string(r), sign: true})
			i++
		default:
			end := i
			for end < len(runes) && !unicode.IsSpace(runes[end]) && !strings.ContainsRune("=+|\"“#", runes[end]) && !(runes[end] == ',' && !digitAt(runes, end+1)) {
				end++
			}
			out = append(out, token{text: string(runes[i:end])})
			i = end
		}
	}
	return out, nil
}

func digitAt(runes []rune, i int) bool { return i < len(runes) && unicode.IsDigit(runes[i]) }
