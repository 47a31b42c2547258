package language

import (
	"unicode"
	"unicode/utf8"
)

// kind sorts characters by what they do in words.
type kind uint8

const (
	symbol kind = iota
	space
	letter
	digit
)

// kinds is a table for one-byte characters; others go by their Unicode class.
type kinds [utf8.RuneSelf]kind

func newKinds() kinds {
	var table kinds
	for b := range table {
		switch r := rune(b); {
		case r <= ' ' || r == 0x7F:
			table[b] = space
		case unicode.IsLetter(r):
			table[b] = letter
		case unicode.IsDigit(r):
			table[b] = digit
		}
	}
	return table
}

func (k *kinds) at(text string, i int) (kind, int) {
	if i >= len(text) {
		return space, 0
	}
	if b := text[i]; b < utf8.RuneSelf {
		return k[b], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch {
	case '\u2010' <= r && r <= '\u2027': // dashes, quotation marks, bullets, dots: as most
		return symbol, size
	case unicode.IsLetter(r), unicode.IsMark(r), r == 0xAD, r == 0x200C, r == 0x200D:
		return letter, size
	case unicode.IsNumber(r):
		return digit, size
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Cc, r):
		return space, size
	}
	return symbol, size
}
