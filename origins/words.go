package origins

import (
	"strings"
	"unicode"
)

// word is one word of a text, folded for comparing.
type word struct {
	hash       uint64
	start, end int32 // code points
	lower      bool  // starts with a small letter: no name, no title
	digits     bool  // holds a digit
	quoted     bool  // stands between quotation marks
	common     bool  // stands in a passage that very many texts have
}

// words cuts a text into words. Quotation marks are followed inside one
// paragraph: one that is never closed ends with it.
func words(text string) []word {
	var list []word
	var current strings.Builder
	position, start := int32(0), int32(0)
	quoted, digits, lower := false, false, false
	flush := func() {
		if current.Len() > 0 {
			list = append(list, word{hash: hashOf(current.String()), start: start, end: position, lower: lower, digits: digits, quoted: quoted})
			current.Reset()
		}
		digits = false
	}
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if current.Len() == 0 {
				start, lower = position, unicode.IsLower(r)
			}
			digits = digits || unicode.IsDigit(r)
			current.WriteRune(unicode.ToLower(r))
		case r == ',' && digits: // "3,000" and "3000" are one word
		case r == '\'' || r == '’' || r == '‘': // "Trump's" and "Trumps"
		default:
			flush()
			switch {
			case r == '“':
				quoted = true
			case r == '”':
				quoted = false
			case r == '"':
				quoted = !quoted
			case r == '\n':
				quoted = false
			}
		}
		position++
	}
	flush()
	return list
}

// hashOf is FNV-1a over 64 bits.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
