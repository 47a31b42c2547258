package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotation is a run of quoted text in one paragraph, its marks included.
// Offsets are bytes.
type quotation struct {
	start, end int
	goesOn     bool // the quotation before it did not close: the same speaker goes on
	closed     bool // a closing mark ends it
}

// mark is a quotation mark in the text.
type mark struct {
	start, end  int
	opens       bool
	closes      bool
	single      bool
	directional bool // says by its form whether it opens or closes
}

// quotations returns the quotations of the text in order. They do not overlap;
// a quotation within a quotation is part of it. A paragraph that ends before
// its quotation closes is followed by one that goes on, if that begins with an
// opening mark; else the quotation ends with the paragraph. A closing mark that
// nothing opened is passed over.
func quotations(text string) []quotation {
	var found []quotation
	goesOn := false
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if strings.TrimSpace(text[start:end]) != "" {
			before := len(found)
			found = quotationsIn(text, start, end, found)
			if goesOn && len(found) > before && strings.TrimSpace(text[start:found[before].start]) == "" {
				found[before].goesOn = true
			}
			goesOn = len(found) > before && !found[len(found)-1].closed
		}
		start = end + 1
	}
	return found
}

// quotationsIn appends the quotations of one paragraph.
func quotationsIn(text string, start, end int, found []quotation) []quotation {
	var open mark
	inside := false
	for i := start; i < end; {
		if plainEight(text[i:end], '"', '\'', '`') { // as most
			i += 8
			continue
		}
		c := text[i]
		for (c|0x20-'a' < 26 || c == ' ') && i+1 < end { // letters and spaces: no mark, as most
			i++
			c = text[i]
		}
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		m, size := markAt(text, start, end, i)
		i += size
		switch {
		case m.end == 0:
		case !inside && m.opens && !(m.single && !closesLater(text, i, end)):
			open, inside = m, true
		case inside && m.closes && m.single == open.single:
			found = append(found, quotation{start: open.start, end: m.end, closed: true})
			inside = false
		}
	}
	if inside {
		found = append(found, quotation{start: open.start, end: end})
	}
	return found
}

// markAt returns the quotation mark at i, if there is one, and how many bytes
// to go on.
func markAt(text string, start, end, i int) (mark, int) {
	r, size := utf8.DecodeRuneInString(text[i:end])
	m := mark{start: i, end: i + size}
	switch r {
	case '“', '„', '«':
		m.opens, m.directional = true, true
		return m, size
	case '”', '»':
		m.closes, m.directional = true, true
		return m, size
	case '‘':
		m.opens, m.single, m.directional = true, true, true
		return m, size
	case '’':
		m.closes, m.single, m.directional = !letterAt(text[:end], i+size), true, true
		return m, size
	case '"':
	case '\'', '`':
		if strings.HasPrefix(text[i+1:end], string(r)) { // '' or `` for a double mark
			size = 2
			m.end = i + 2
			break
		}
		m.single = true
	default:
		return mark{}, size
	}
	before, _ := utf8.DecodeLastRuneInString(text[start:i])
	after, _ := utf8.DecodeRuneInString(text[m.end:end])
	spaceBefore := i == start || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/", before)
	spaceAfter := m.end == end || unicode.IsSpace(after)
	m.opens = spaceBefore && !spaceAfter || r == '`'
	m.closes = !m.opens
	if m.single {
		m.opens = m.opens && letterAt(text[:end], m.end)
		m.closes = m.closes && !letterAt(text[:end], m.end)
	}
	return m, size
}

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// longestSingle is how many bytes a quotation in single marks can have.
const longestSingle = 400

// closesLater says whether a single mark that closes follows: without one, an
// opening single mark is an apostrophe ("'90s", "'cause").
func closesLater(text string, i, end int) bool {
	end = min(end, i+longestSingle)
	for j := i; j < end; j++ {
		if c := text[j]; c == '\'' || strings.HasPrefix(text[j:end], "’") {
			size := 1
			if c != '\'' {
				size = len("’")
			}
			before, _ := utf8.DecodeLastRuneInString(text[i:j])
			plural := before == 's' // "the agents' vests"
			if !letterAt(text, j+size) && !plural {
				return true
			}
		}
		if c := text[j]; c == '"' || strings.HasPrefix(text[j:end], "“") {
			return false
		}
	}
	return false
}
