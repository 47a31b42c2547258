package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/language"
)

type tokenKind byte

const (
	wordToken   tokenKind = iota // a run of letters, or an abbreviation with dots
	numberToken                  // digits with grouping and decimals: "3,005.47"
	symbolToken                  // one sign: "%", "-", "$"
)

// token is a piece of a sentence as the number grammar needs it: digits and
// letters apart ("85m" is two tokens), hyphens on their own.
type token struct {
	start, end int    // byte offsets into the text
	lower      string // lower-cased; for numbers the digits without grouping
	tag        language.Tag
	lexeme     *lexeme
	kind       tokenKind
	glued      bool // nothing stands between it and the token before
	upper      bool // it starts with a capital letter
	grouped    bool // a number with thousands separators
	dotted     bool // "1.234": decimals or thousands
	comma      bool // a number with a decimal comma
	aligned    bool // a word of the sentence starts with it
}

// is reports whether the token is one of the lower-case words.
func (t *token) is(words ...string) bool { return isAny(t.lower, words) }

func (t *token) isNoun() bool   { return strings.HasPrefix(string(t.tag), "NN") }
func (t *token) isVerb() bool   { return strings.HasPrefix(string(t.tag), "VB") || t.tag == "MD" }
func (t *token) isHyphen() bool { return t.kind == symbolToken && t.is("-", "–", "‑", "‐") }
func (t *token) isDash() bool   { return t.kind == symbolToken && t.is("-", "–", "—", "−") }

// tokens cuts a sentence and appends its tokens to the list.
func (x *lexicon) tokens(text string, sentence sentence, list []token) []token {
	word, last := 0, -1
	for i := sentence.Start; i < sentence.End; {
		for word < len(sentence.Words)-1 && sentence.Words[word].End <= i {
			word++
		}
		c := text[i]
		if c == ' ' {
			i++
			continue
		}
		if c == 'h' || c == 'w' {
			if n := webAddress(text[i:sentence.End]); n > 0 && i != last {
				list = append(list, token{start: i, end: i + n, lower: text[i : i+n], lexeme: &x.unknown})
				last, i = i+n, i+n
				continue
			}
		}
		if word < len(sentence.Words) && sentence.Words[word].Start == i && i != last {
			if w := &sentence.Words[word]; plainWord(text, w, sentence.End) {
				list = append(list, token{start: i, end: w.End, lower: w.Lower, tag: w.Tag, lexeme: sentence.lexemes[word], upper: c <= 'Z', aligned: true})
				last, i = w.End, w.End
				word = min(word+1, len(sentence.Words)-1)
				continue
			}
		}
		r, size := rune(c), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if n := unseen(text, i, sentence.End, list, i == last); n > 0 {
			if i == last {
				last += n
			}
			i += n
			continue
		}
		t := token{start: i, glued: i == last}
		_, digit := digitValue(r)
		switch {
		case digit || r == '.' && i+1 < sentence.End && isDigit(rune(text[i+1])) && !t.glued:
			w := numberAt(text, i, sentence.End)
			t.kind, t.end, t.lower = numberToken, w.end, w.digits
			t.grouped, t.dotted, t.comma = w.grouped, w.dotted, w.comma
			if marks := marksLength(text, w.end, sentence.End); w.digits == "" || marks > 0 { // "5️⃣"
				t.kind, t.end, t.lower = symbolToken, w.end+marks, text[i:w.end+marks]
			}
		case unicode.IsLetter(r):
			t.end = wordEnd(text, i, sentence.End)
			t.upper = unicode.IsUpper(r)
		default:
			t.kind, t.end = symbolToken, i+size
			if size > 1 || i+size < sentence.End && text[i+size] >= utf8.RuneSelf {
				t.end += marksLength(text, t.end, sentence.End)
			}
			if d := superscript(r); d != "" && t.glued && raised(list) { // footnotes are unseen
				t.lower = d
				if d != "-" {
					t.kind = numberToken
				}
				break
			}
			if (r == '\'' || r == '’') && t.glued && strings.HasPrefix(text[i+size:sentence.End], "s") && !letterFollows(text, i+size+1) {
				t.kind, t.end = wordToken, i+size+1
			}
			t.lower = strings.ReplaceAll(text[t.start:t.end], "’", "'")
		}
		for word < len(sentence.Words)-1 && sentence.Words[word].End <= t.start {
			word++
		}
		if word < len(sentence.Words) && sentence.Words[word].Start <= t.start && t.start < sentence.Words[word].End {
			t.tag = sentence.Words[word].Tag
			t.aligned = sentence.Words[word].Start == t.start
			if t.lower == "" && sentence.Words[word].Start == t.start && sentence.Words[word].End == t.end {
				t.lower = sentence.Words[word].Lower
			}
		}
		if t.lower == "" {
			t.lower = strings.ToLower(text[t.start:t.end])
		}
		if t.kind == wordToken && strings.ContainsFunc(t.lower, isFormat) {
			t.lower = strings.Map(func(r rune) rune {
				if isFormat(r) {
					return -1
				}
				return r
			}, t.lower)
		}
		t.lexeme = &x.unknown
		switch {
		case t.kind == numberToken:
		case t.aligned && t.lower == sentence.Words[word].Lower:
			t.lexeme = sentence.lexemes[word]
		default:
			t.lexeme = x.look(t.lower)
		}
		last, i = t.end, t.end
		list = append(list, t)
	}
	return list
}

// plainWord reports whether the word is one token as it stands, as most are.
func plainWord(text string, w *language.Word, limit int) bool {
	if !w.Plain || w.End == limit {
		return w.Plain
	}
	switch next := text[w.End]; {
	case next == ' ', next == ',':
		return true
	case next == '.':
		return w.End-w.Start > 1 // not "U.S."
	default:
		return next < utf8.RuneSelf && next != '\'' && !isLetter(next)
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func letterFollows(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// isFormat reports whether the character has no width: a soft hyphen, a joiner.
func isFormat(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

// marksLength returns the length of the combining marks at i.
func marksLength(text string, i, limit int) int {
	n := 0
	for i+n < limit && text[i+n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(text[i+n:])
		if !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return n
}

// unseen returns the length of what the number grammar does not look at: marks
// without width, and footnote marks behind a number or word ("5,000¹",
// "5,000[1]", "5,000*").
func unseen(text string, i, limit int, list []token, glued bool) int {
	c := text[i]
	if c >= utf8.RuneSelf {
		if n := formatLength(text, i, limit); n > 0 {
			return n
		}
	}
	if !glued || len(list) == 0 {
		return 0
	}
	before := list[len(list)-1]
	switch {
	case c == '[':
		n := 1
		for n < 4 && i+n < limit && isDigit(rune(text[i+n])) {
			n++
		}
		if n > 1 && i+n < limit && text[i+n] == ']' {
			return n + 1
		}
	case before.kind != numberToken:
		if r, size := utf8.DecodeRuneInString(text[i:]); superscript(r) == "1" && before.kind == wordToken {
			return size
		}
	case c == '*':
		if i+1 == limit || text[i+1] == ' ' || text[i+1] == ',' || text[i+1] == '.' || text[i+1] == '\n' {
			return 1
		}
	case c >= utf8.RuneSelf:
		if before.lower == "10" {
			return 0 // a power
		}
		n := 0
		for i+n < limit {
			r, size := utf8.DecodeRuneInString(text[i+n:])
			if d := superscript(r); (d == "" || d == "-") && r != '†' && r != '‡' {
				break
			}
			n += size
		}
		return n
	}
	return 0
}

// raised reports whether a raised digit after the tokens is a power of ten.
func raised(list []token) bool {
	last := list[len(list)-1]
	return last.kind == numberToken && last.lower == "10" || last.lower == "-" && len(list) > 1 && list[len(list)-2].lower == "10"
}

// superscript returns the digit or the minus that is raised; "" for none.
func superscript(r rune) string {
	switch {
	case r == '¹':
		return "1"
	case r == '²':
		return "2"
	case r == '³':
		return "3"
	case r == '⁰' || '⁴' <= r && r <= '⁹':
		return string('0' + r - '⁰')
	case r == '⁻':
		return "-"
	}
	return ""
}

// webAddress returns the length of the address that text begins with: numbers
// in it are no quantities.
func webAddress(text string) int {
	if text[0] != 'h' && text[0] != 'w' || !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "www.") {
		return 0
	}
	n := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '<' || r == '>' || r == '”' })
	if n < 0 {
		n = len(text)
	}
	return len(strings.TrimRight(text[:n], ".,;:!?)]'"))
}

// wordEnd returns the end of the letters at i. Abbreviations with dots inside
// ("U.S.", "a.m.") are one word; the possessive "'s" is not part of a word.
func wordEnd(text string, i, limit int) int {
	end := i
	for end < limit {
		r, size := utf8.DecodeRuneInString(text[end:limit])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			n := formatLength(text, end, limit)
			if n == 0 || end == i || !letterFollows(text[:limit], end+n) {
				break
			}
			size = n // "sol\u00addiers"
		}
		end += size
	}
	if end-i == 1 {
		for end+1 < limit && text[end] == '.' && isLetter(text[end+1]) && !letterFollows(text[:limit], end+2) {
			end += 2
		}
		if end-i > 1 && end < limit && text[end] == '.' {
			end++
		}
		return end
	}
	for _, mark := range []string{"'", "’"} {
		rest := text[end:limit]
		if strings.HasPrefix(rest, mark) && letterFollows(text[:limit], end+len(mark)) {
			if next := rest[len(mark):]; next[0] != 's' || letterFollows(next, 1) {
				return wordEnd(text, end+len(mark), limit)
			}
		}
	}
	return end
}
