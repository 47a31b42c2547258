package origins

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"muster/claims"
)

// SentenceEnd reports whether a sentence ends at a byte of a text: a line, or a full stop
// before a space and after a small letter, a digit or a closing mark. No small letter
// begins a sentence, and "Nov." or "Gov." ends none.
func SentenceEnd(text string, i int) bool {
	if text[i] == '\n' {
		return true
	}
	if text[i] != '.' || i == 0 || i+1 >= len(text) || text[i+1] != ' ' {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(text[i+2:]); unicode.IsLower(next) || abbreviates(text[:i], text[i+2:]) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return before >= 'a' && before <= 'z' || before >= '0' && before <= '9' || strings.ContainsRune("”\"’)", before)
}

// longestAbbreviation is how many letters one has at most.
const longestAbbreviation = 6

// abbreviates reports whether the full stop between two stretches belongs to a title, a
// month or another short form that stands before a name or a number.
func abbreviates(before, after string) bool {
	start := len(before)
	for start > 0 && len(before)-start <= longestAbbreviation && isASCIILetter(before[start-1]) {
		start--
	}
	if last, _ := utf8.DecodeLastRuneInString(before[:start]); unicode.IsLetter(last) {
		return false // a longer word, or one with other letters than the short forms have
	}
	switch before[start:] {
	case "Gov", "Govs", "Lt", "Sgt", "Gen", "Brig", "Col", "Capt", "Maj", "Cpl", "Pvt", "Adm", "Cmdr", "Sen", "Sens", "Rep", "Reps", "Rev", "Dr", "Mr", "Mrs", "Ms", "Prof", "Hon", "Supt", "Insp", "Det", "Pres",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "St", "Ft", "Mt", "Dept", "approx", "vs", "incl":
		return true
	case "No", "Nos", "no", "nos":
		next, _ := utf8.DecodeRuneInString(after)
		return unicode.IsDigit(next)
	}
	return false
}

func isASCIILetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// Beside returns what stands before and after a number in its sentence.
func Beside(text string, number claims.Span) (before, after string) {
	from := byteAt(text, number.Start)
	to := from + byteAt(text[from:], number.End-number.Start)
	begin, end := from, to
	for begin > 0 && !SentenceEnd(text, begin-1) {
		begin--
	}
	for end < len(text) && !SentenceEnd(text, end) {
		end++
	}
	return text[begin:from], text[to:end]
}

// byteAt returns where a code point of a text begins, in bytes; its end for one behind it.
func byteAt(text string, place int) int {
	for at := range text {
		if place <= 0 {
			return at
		}
		place--
	}
	return len(text)
}

// WordsBeside returns the words before and after a figure in its sentence that carry
// meaning: no short ones, no numbers, and not the name of who says it.
func WordsBeside(before, after string, f *claims.Figure) map[string]bool {
	names := map[string]bool{}
	for _, hop := range f.Attribution.Chain {
		for _, word := range strings.Fields(strings.ToLower(hop.Name)) {
			names[word] = true
		}
	}
	out := Words(before + " " + after)
	for name := range names {
		delete(out, name)
	}
	return out
}

// Words returns the words of a sentence that carry meaning: no short ones, and none of
// saying or of numbers.
func Words(sentence string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) >= 4 && !saysNothing(word) {
			out[word] = true
		}
	}
	return out
}

// saysNothing reports whether a longer word carries no meaning.
func saysNothing(word string) bool {
	switch word {
	case "said", "says", "told", "according", "that", "with", "from", "will", "would", "have", "this", "their", "reporters", "million", "billion", "dollars", "three", "four", "five", "seven", "eight", "nine", "eleven", "twelve", "hundred", "thousand", "been", "were", "they", "than", "more", "which", "when", "also":
		return true
	}
	return false
}

// SharedWords counts the words that two sentences have in common.
func SharedWords(a, b map[string]bool) int {
	n := 0
	for word := range a {
		if b[word] {
			n++
		}
	}
	return n
}

// fullSentence is how many words that carry meaning a sentence must have beside its
// number to show by them what it is about.
const fullSentence = 6

// MayBeOne reports whether two sentences may be of one matter by their words: full
// ones must share enough of them, shorter ones say too little.
func MayBeOne(a, b map[string]bool, enough int) bool {
	return len(a) < fullSentence || len(b) < fullSentence || SharedWords(a, b) >= enough
}

// OfAPart reports whether the words before and after a number in its sentence tell it of a
// part of something: "of the 4,800, 900 had arrived", "900 of them".
func OfAPart(before, after string) bool {
	before = strings.TrimSpace(strings.ToLower(before)) + " "
	for _, opening := range []string{"of the ", "of these ", "of those ", "of them,", "out of ", "among the ", "among them"} {
		if strings.HasPrefix(before, opening) {
			return true
		}
	}
	first, after := firstWord(after)
	second, _ := firstWord(after)
	return (first == "of" || first == "out") && slices.Contains([]string{"the", "these", "those", "them", "whom", "which", "of", "its", "his", "her", "their"}, strings.Trim(second, ",.;"))
}

// firstWord returns the first word of a stretch in small letters, and what follows it.
func firstWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return strings.ToLower(s[:end]), s[end:]
	}
	return strings.ToLower(s), ""
}

// lastWord returns the last word of a stretch in small letters, and what stands before it.
func lastWord(s string) (word, rest string) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	start := strings.LastIndexFunc(s, unicode.IsSpace)
	if start < 0 {
		return strings.ToLower(s), ""
	}
	_, width := utf8.DecodeRuneInString(s[start:])
	return strings.ToLower(s[start+width:]), s[:start]
}

// WholeOfAPart reports whether the words before a number in its sentence only tell it as the
// whole of another: "the first 150 of the 2,600". When, where and what happened is told of
// the part.
func WholeOfAPart(before string) bool {
	article, before := lastWord(before)
	if !slices.Contains([]string{"the", "its", "his", "her", "their", "those", "these"}, article) {
		return false
	}
	of, before := lastWord(before)
	part, _ := lastWord(before)
	return of == "of" && (strings.ContainsFunc(part, unicode.IsDigit) || slices.Contains([]string{"some", "half", "most", "many", "all", "third", "quarter", "dozens", "hundreds", "part",
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "none"}, part))
}

// BoundBehind reports whether a bound stands in the words after a number in its sentence,
// behind what it counts: "3,000 more soldiers at most".
func BoundBehind(after string) bool {
	after = strings.ToLower(after)
	if strings.Contains(after, " a minimum") || strings.Contains(after, " a maximum") {
		return true // "the 400 tonnes, she said, are a minimum"
	}
	if stop := strings.IndexAny(after, ",;:()—–"); stop >= 0 {
		after = after[:stop]
	}
	if !slices.ContainsFunc([]string{"most", "least", "more", "fewer", "less"}, func(word string) bool { return strings.Contains(after, word) }) {
		return false
	}
	words := strings.Fields(after)
	after = " " + strings.Trim(strings.Join(words[:min(len(words), boundReach)], " "), ".”\"") + " "
	return slices.ContainsFunc([]string{" at most ", " at the most ", " at least ", " at the least ", " at the very least ", " or more ", " or fewer ", " or less "}, func(bound string) bool { return strings.Contains(after, bound) })
}

// boundReach is how many words behind a number a bound may end.
const boundReach = 9
