package findings

import (
	"strings"
	"unicode"

	"muster/claims"
	"muster/interval"
)

// longestQuote is how many characters of a text stand for a figure in a
// sentence; longer ones are cut to the number and what it counts.
const longestQuote = 60

// phrase writes a figure as it stands in the text, with what it counts where
// that stands elsewhere: "1,400 volunteers", "more than 5,000 agents", "88
// people a day".
func phrase(f claims.Figure) string {
	number, whole := strings.Join(strings.Fields(f.Number.Exact), " "), strings.Join(strings.Fields(f.Quote.Exact), " ")
	switch {
	case f.Counted != "" && f.Unit == "" && strings.Contains(whole, f.Counted) && len(whole) <= longestQuote:
		number = whole
	case f.Counted != "" && f.Unit == "" && f.Relative == nil && len(f.Counted) <= longestQuote:
		number += " " + plainThing(f.Counted)
	}
	if f.Per != "" && !strings.Contains(number, " "+f.Per) && !strings.Contains(number, "daily") {
		number += per(f.Per)
	}
	return lowered(number)
}

// lowered writes the first word of a figure small, as within a sentence: "At
// least 40", "Half". Signs of currencies stay.
func lowered(s string) string {
	first, _, _ := strings.Cut(s, " ")
	for i, r := range first {
		if i > 0 && !unicode.IsLower(r) && r != '-' {
			return s
		}
	}
	if first == "Rs" {
		return s
	}
	return strings.ToLower(first) + s[len(first):]
}

// sumName writes what was worked out in the words of a figure: "2,700", "$85
// million", "9 million".
func sumName(i interval.Interval, like claims.Figure) string {
	if !i.IsPoint() {
		return i.String()
	}
	sign, scale, word := currency(like), interval.Int(1), ""
	for _, told := range []struct {
		word string
		n    int64
	}{{"million", 1_000_000}, {"billion", 1_000_000_000}, {"trillion", 1_000_000_000_000}} {
		if strings.Contains(strings.ToLower(like.Number.Exact), told.word) {
			scale, word = interval.Int(told.n), " "+told.word
		}
	}
	return sign + i.Min.Value.Div(scale).Grouped(2) + word + after(like)
}

// after returns the words of a unit that stand after the number: " euros".
func after(f claims.Figure) string {
	number := strings.TrimSpace(f.Number.Exact)
	at := strings.LastIndexFunc(number, unicode.IsDigit)
	if at < 0 || f.Unit == "" {
		return ""
	}
	out := ""
	for _, word := range strings.Fields(number[at+1:]) {
		switch strings.ToLower(word) {
		case "hundred", "thousand", "million", "billion", "trillion":
		default:
			out += " " + word
		}
	}
	return out
}

// beside writes a figure with its noun only where the noun stands beside it.
func beside(f claims.Figure) string {
	if f.Unit != "" && len(f.Quote.Exact) <= longestQuote && strings.Contains(f.Quote.Exact, f.Number.Exact) {
		return lowered(strings.Join(strings.Fields(f.Quote.Exact), " ")) // "160,000 hectares"
	}
	if strings.Contains(f.Quote.Exact, f.Counted) {
		return phrase(f)
	}
	return lowered(strings.Join(strings.Fields(f.Number.Exact), " "))
}

// ofTotal writes a total: a noun that was carried to it from elsewhere is often that
// of a part, or of the sentence before, and is left out.
func ofTotal(f claims.Figure) string {
	if f.Unit == "" && !strings.Contains(f.Quote.Exact, f.Counted) {
		f.Counted = ""
	}
	return phrase(f)
}

// currency returns the sign before a sum of money, "" for anything else.
func currency(f claims.Figure) string {
	number := strings.TrimSpace(f.Number.Exact)
	at := strings.IndexFunc(number, unicode.IsDigit)
	if at <= 0 || f.Unit == "" {
		return ""
	}
	words := strings.Fields(number[:at])
	if len(words) == 0 || strings.IndexFunc(words[len(words)-1], unicode.IsSymbol) < 0 {
		return ""
	}
	return words[len(words)-1]
}
