package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// written is a number as it stands in the text.
type written struct {
	end     int    // byte offset after it
	digits  string // ASCII digits without grouping, with a point before decimals; "" when it is no number
	grouped bool   // with thousands separators
	dotted  bool   // "1.234": English decimals or European thousands
	comma   bool   // "1,3": a decimal comma, in a language that has none
	points  bool   // "1.234,56": points between the groups
}

// numberAt reads the digits at i: "5,000", "1 234 567", "12,34,567",
// "1.234,56", "５０００", "٣٤". Digits of two scripts are no number.
func numberAt(text string, i, limit int) written {
	first, n, mixed := digitRun(text, i, limit)
	if mixed {
		return written{end: first}
	}
	w := written{end: first}
	if n > 0 && n <= 3 {
		w = grouping(text, i, limit, first, n)
	}
	if !w.comma && !w.points {
		if sep, size := separator(text, w.end, limit); sep == '.' {
			if end, decimals, _ := digitRun(text, w.end+size, limit); decimals > 0 {
				w.dotted = !w.grouped && n > 0 && n <= 3 && decimals == 3 && text[i] != '0'
				w.end = end
			}
		}
	}
	w.digits = plainDigits(text[i:w.end], w.comma || w.points)
	return w
}

// grouping reads the groups behind the first n digits, which end at end.
func grouping(text string, i, limit, end, n int) written {
	w := written{end: end}
	sep, size := separator(text, end, limit)
	next, digits, _ := digitRun(text, end+size, limit)
	switch {
	case sep == 0 || digits == 0:
	case sep == ',' && digits == 2 && n <= 2:
		if last := indianGroups(text, next, limit); last > 0 {
			w.end, w.grouped = last, true
			return w
		}
		w.comma = decimalComma(text, i, end, limit, &w)
	case sep == ',' && digits < 3:
		w.comma = decimalComma(text, i, end, limit, &w)
	case digits != 3:
	case sep == '.':
		w = europeanGroups(text, end, limit)
	case sep == ' ':
		groups, last := 0, end
		for groups < 6 && sep == ' ' && digits == 3 {
			groups, last = groups+1, next
			sep, size = separator(text, last, limit)
			next, digits, _ = digitRun(text, last+size, limit)
		}
		// "940 000", but not a row of a table.
		row := sep == ' ' && digits > 0 || i >= 2 && text[i-1] == ' ' && '0' <= text[i-2] && text[i-2] <= '9' ||
			n == 3 && (groups > 2 || last+1 >= limit || text[last] != '.' && (text[last] != ' ' || !letterFollows(text[:limit], last+1)))
		if groups > 1 && !row || groups == 1 && (text[end+1:last] == "000" || !row && n < 3 && pluralFollows(text[:limit], last)) {
			w.end, w.grouped = last, true
		}
	default:
		for same := sep; sep == same && digits == 3; {
			w.end, w.grouped = next, true
			sep, size = separator(text, next, limit)
			next, digits, _ = digitRun(text, next+size, limit)
		}
	}
	return w
}

// pluralFollows reports whether a space and a word in the plural stand at i, so
// that "2 500 tents" is one number and "12 500-litre tanks" are two.
func pluralFollows(text string, i int) bool {
	if i >= len(text) || text[i] != ' ' {
		return false
	}
	word := text[i+1:]
	end := strings.IndexFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
	if end < 0 {
		end = len(word)
	}
	return end > 3 && word[end-1] == 's' && !strings.HasSuffix(word[:end], "ss") || word[:end] == "people"
}

// indianGroups reads the rest of "12,34,567" from after "12,34". 0 when it does
// not end in a group of three.
func indianGroups(text string, i, limit int) int {
	for range 6 {
		sep, size := separator(text, i, limit)
		next, digits, _ := digitRun(text, i+size, limit)
		switch {
		case sep != ',':
			return 0
		case digits == 3:
			if sep, size := separator(text, next, limit); sep == ',' {
				if _, more, _ := digitRun(text, next+size, limit); more > 0 {
					return 0
				}
			}
			return next
		case digits != 2:
			return 0
		}
		i = next
	}
	return 0
}

// europeanGroups reads "1.234.567" and "1.234,56" from after the first digits.
// "1.234" alone is left to the reading as decimals; four groups may be an
// address of a network.
func europeanGroups(text string, end, limit int) written {
	w := written{end: end}
	groups := 0
	i := end
	for groups < 6 {
		sep, size := separator(text, i, limit)
		next, digits, _ := digitRun(text, i+size, limit)
		if sep != '.' || digits != 3 {
			if sep == '.' && digits > 0 {
				return w
			}
			break
		}
		groups, i = groups+1, next
	}
	if sep, size := separator(text, i, limit); sep == ',' {
		if next, digits, _ := digitRun(text, i+size, limit); digits == 1 || digits == 2 {
			if more, _ := separator(text, next, limit); more != ',' && more != '.' || !digitAfter(text, next, limit) {
				return written{end: next, grouped: true, points: true}
			}
		}
	}
	if groups == 2 || groups > 3 {
		return written{end: i, grouped: true, points: true}
	}
	return w
}

// decimalComma reads "1,3" and "5,00" where no other comma makes it a list, and
// moves the end of w. end is the end of the digits before the comma.
func decimalComma(text string, i, end, limit int, w *written) bool {
	sep, size := separator(text, end, limit)
	next, digits, mixed := digitRun(text, end+size, limit)
	if sep != ',' || digits == 0 || digits > 2 || mixed || i > 0 && (text[i-1] == ',' || text[i-1] == '.') {
		return false
	}
	if more, _ := separator(text, next, limit); more != 0 && more != ' ' && digitAfter(text, next, limit) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(text[next:]); next < limit && (unicode.IsLetter(r) || r == '-' || r == '–' || r == ':' || r == '/') {
		return false
	}
	w.end = next
	return true
}

// digitAfter reports whether a digit follows the separator at i.
func digitAfter(text string, i, limit int) bool {
	_, size := separator(text, i, limit)
	_, n, _ := digitRun(text, i+size, limit)
	return n > 0
}

// separator returns what stands between digits at i: ',' and '.' of any script,
// an apostrophe as in Switzerland, ' ' for a plain space and '_' for one that does not break.
// 0 for none. Characters without width before it belong to it.
func separator(text string, i, limit int) (byte, int) {
	if i >= limit {
		return 0, 0
	}
	switch c := text[i]; {
	case c == ',' || c == '.' || c == '\'' || c == ' ':
		return c, 1
	case c < utf8.RuneSelf:
		return 0, 0
	}
	skipped := formatLength(text, i, limit)
	i += skipped
	if i >= limit {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case ',', '，', '٬':
		return ',', skipped + size
	case '.', '．', '٫':
		return '.', skipped + size
	case '\'', '’':
		return '\'', skipped + size
	case '\u00a0', '\u202f', '\u2009', '\u2007', '\u2008':
		return '_', skipped + size
	}
	return 0, 0
}

// formatLength returns the length of the characters without width at i: soft
// hyphens, joiners, marks of direction.
func formatLength(text string, i, limit int) int {
	n := 0
	for i+n < limit && text[i+n] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(text[i+n:])
		if !unicode.Is(unicode.Cf, r) {
			break
		}
		n += size
	}
	return n
}

// digitRun returns the end of the digits at i and how many there are. mixed
// says that they belong to more than one script.
func digitRun(text string, i, limit int) (end, n int, mixed bool) {
	zero := rune(-1)
	for end = i; end < limit; {
		r, size := rune(text[end]), 1
		skipped := 0
		if r >= utf8.RuneSelf {
			skipped = formatLength(text, end, limit)
			if end+skipped >= limit {
				break
			}
			r, size = utf8.DecodeRuneInString(text[end+skipped:])
		}
		d, ok := digitValue(r)
		if !ok {
			break
		}
		if zero >= 0 && r-rune(d) != zero {
			mixed = true
		}
		zero = r - rune(d)
		end += skipped + size
		n++
	}
	return end, n, mixed
}

// digitValue returns the value of a decimal digit of any script.
func digitValue(r rune) (int, bool) {
	if '0' <= r && r <= '9' {
		return int(r - '0'), true
	}
	if r < utf8.RuneSelf || !unicode.IsDigit(r) {
		return 0, false
	}
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return int(r-rune(block.Lo)) % 10, true
		}
	}
	for _, block := range unicode.Nd.R32 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return int(r-rune(block.Lo)) % 10, true
		}
	}
	return 0, false
}

// plainDigits writes a number with ASCII digits and a point before its
// decimals. comma says that its comma is the decimal one.
func plainDigits(number string, comma bool) string {
	plain := true
	for i := 0; plain && i < len(number); i++ {
		plain = number[i] == '.' && !comma || '0' <= number[i] && number[i] <= '9'
	}
	if plain {
		return number
	}
	var b strings.Builder
	for _, r := range number {
		if d, ok := digitValue(r); ok {
			b.WriteByte('0' + byte(d))
			continue
		}
		switch r {
		case ',', '，', '٬':
			if comma {
				b.WriteByte('.')
			}
		case '.', '．', '٫':
			if !comma {
				b.WriteByte('.')
			}
		}
	}
	return b.String()
}
