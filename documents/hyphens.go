package documents

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed compounds.txt
var compoundList string

// hyphens joins words that were parted at the end of a line.
type hyphens struct {
	whole    map[string]bool // words of the document, in lower case, from the middle of lines
	compound map[string]bool // words that often stand before a hyphen, and endings, with "-", before which they have none
}

func newHyphens(lines []textLine) hyphens {
	h := hyphens{map[string]bool{}, map[string]bool{}}
	for row := range rows(compoundList) {
		for w := range strings.FieldsSeq(row) {
			h.compound[w] = true
		}
	}
	for _, l := range lines {
		words := strings.Fields(l.text())
		for i, w := range words {
			if i > 0 && i < len(words)-1 {
				h.whole[bareWord(w)] = true
			}
		}
	}
	return h
}

func bareWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// join puts two lines together. A hyphen at the end of the first goes where it
// only says that a word goes on, and stays where the word has one.
func (h hyphens) join(a, b string) string {
	if strings.HasSuffix(a, "\u00ad") {
		return strings.TrimSuffix(a, "\u00ad") + b
	}
	stem, hyphen := strings.CutSuffix(a, "-")
	if !hyphen {
		stem, hyphen = strings.CutSuffix(a, "\u2010")
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	after, _ := utf8.DecodeRuneInString(b)
	switch {
	case !hyphen && strings.HasSuffix(a, "–") && unicode.IsDigit(lastButOne(a)) && unicode.IsDigit(after):
		return a + b // a range of numbers
	case !hyphen, stem == "", unicode.IsSpace(before):
		return a + " " + b // no hyphen, or a dash
	case before == ',' && unicode.IsDigit(after):
		return stem + b // "1,-" and "000" are 1,000
	case !unicode.IsLetter(before) || !unicode.IsLower(after):
		return stem + "-" + b // mid-May, 10-15, COVID-19
	}
	left, right := lastField(stem), firstField(b)
	hyphened, joined := bareWord(left+"-"+right), bareWord(left+right)
	first := bareWord(left)
	switch {
	case h.whole[joined] && !h.whole[hyphened]:
		return stem + b
	case h.whole[hyphened], strings.Contains(first, "-") && !h.whole[joined]:
		return stem + "-" + b
	case h.compound[first] && !h.compound["-"+bareWord(right)], h.whole[first] && h.whole[bareWord(right)] && len(first) > 3:
		return stem + "-" + b
	}
	return stem + b
}

func lastButOne(s string) rune {
	_, size := utf8.DecodeLastRuneInString(s)
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
	return r
}

func lastField(s string) string {
	return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
}

func firstField(s string) string {
	if at := strings.IndexFunc(s, unicode.IsSpace); at >= 0 {
		return s[:at]
	}
	return s
}
