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
	kind       tokenKind
	glued      bool // nothing stands between it and the token before
	upper      bool // it starts with a capital letter
	grouped    bool // a number with thousands separators
}

// is reports whether the token is one of the lower-case words.
func (t *token) is(words ...string) bool {
	for _, w := range words {
		if t.lower == w {
			return true
		}
	}
	return false
}

func (t *token) isNoun() bool   { return strings.HasPrefix(string(t.tag), "NN") }
func (t *token) isVerb() bool   { return strings.HasPrefix(string(t.tag), "VB") || t.tag == "MD" }
func (t *token) isHyphen() bool { return t.kind == symbolToken && t.is("-", "–", "‑", "‐") }
func (t *token) isDash() bool   { return t.kind == symbolToken && t.is("-", "–", "—", "−") }

// tokens cuts a sentence and appends its tokens to the list.
func tokens(text string, sentence language.Sentence, list []token) []token {
	word, last := 0, -1
	for i := sentence.Start; i < sentence.End; {
		for word < len(sentence.Words)-1 && sentence.Words[word].End <= i {
			word++
		}
		if word < len(sentence.Words) && sentence.Words[word].Start == i && i != last {
			if w := sentence.Words[word]; plainWord(text, w, sentence.End) {
				list = append(list, token{start: i, end: w.End, lower: w.Lower, tag: w.Tag, upper: text[i] <= 'Z'})
				last, i = w.End, w.End
				continue
			}
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		t := token{start: i, glued: i == last}
		switch {
		case isDigit(r) || r == '.' && i+1 < sentence.End && isDigit(rune(text[i+1])) && !t.glued:
			t.kind = numberToken
			t.end, t.grouped = numberEnd(text, i, sentence.End)
			t.lower = ungrouped(text[t.start:t.end])
		case unicode.IsLetter(r):
			t.end = wordEnd(text, i, sentence.End)
			t.upper = unicode.IsUpper(r)
		default:
			t.kind, t.end = symbolToken, i+size
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
			if t.lower == "" && sentence.Words[word].Start == t.start && sentence.Words[word].End == t.end {
				t.lower = sentence.Words[word].Lower
			}
		}
		if t.lower == "" {
			t.lower = strings.ToLower(text[t.start:t.end])
		}
		last, i = t.end, t.end
		list = append(list, t)
	}
	return list
}

// plainWord reports whether the word is one token as it stands, as most are.
func plainWord(text string, w language.Word, limit int) bool {
	for i := w.Start; i < w.End; i++ {
		if !isLetter(text[i]) {
			return false
		}
	}
	return w.End-w.Start > 1 && (w.End == limit || text[w.End] == ' ' || text[w.End] == ',' || text[w.End] == '.')
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func letterFollows(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// numberEnd returns the end of the digits at i, with "," or a narrow space
// before groups of three, and at most one decimal point.
func numberEnd(text string, i, limit int) (end int, grouped bool) {
	digits := func(j int) int {
		n := j
		for n < limit && isDigit(rune(text[n])) {
			n++
		}
		return n - j
	}
	end = i + digits(i)
	if first := end - i; first > 0 && first <= 3 {
		for {
			gap := groupGap(text[end:limit])
			if gap == 0 && strings.HasPrefix(text[end:limit], " 000") {
				gap = 1 // "940 000"
			}
			if gap == 0 || digits(end+gap) != 3 {
				break
			}
			end, grouped = end+gap+3, true
		}
	}
	if end < limit && text[end] == '.' {
		if n := digits(end + 1); n > 0 {
			end += 1 + n
		}
	}
	return end, grouped
}

// groupGap returns the length of the thousands separator that text starts with.
func groupGap(text string) int {
	for _, gap := range []string{",", "\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(text, gap) {
			return len(gap)
		}
	}
	return 0
}

func ungrouped(digits string) string {
	for i := 0; i < len(digits); i++ {
		if c := digits[i]; c != '.' && !isDigit(rune(c)) {
			return strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "", "\u2009", "").Replace(digits)
		}
	}
	return digits
}

// wordEnd returns the end of the letters at i. Abbreviations with dots inside
// ("U.S.", "a.m.") are one word; the possessive "'s" is not part of a word.
func wordEnd(text string, i, limit int) int {
	end := i
	for end < limit {
		r, size := utf8.DecodeRuneInString(text[end:limit])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
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
