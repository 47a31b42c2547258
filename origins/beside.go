package origins

import (
	"slices"
	"strings"
	"unicode"

	"muster/claims"
)

// SentenceEnd reports whether a sentence ends at a place: a line, or a full stop
// before a space and after a small letter, a digit or a closing mark. No small letter
// begins a sentence, and "Nov." or "Gov." ends none.
func SentenceEnd(text []rune, i int) bool {
	if text[i] == '\n' {
		return true
	}
	if text[i] != '.' || i == 0 || i+1 >= len(text) || text[i+1] != ' ' {
		return false
	}
	if i+2 < len(text) && unicode.IsLower(text[i+2]) || abbreviates(text, i) {
		return false
	}
	before := text[i-1]
	return before >= 'a' && before <= 'z' || before >= '0' && before <= '9' || strings.ContainsRune("”\"’)", before)
}

// longestAbbreviation is how many letters one has at most.
const longestAbbreviation = 6

// abbreviates reports whether the full stop at a place belongs to a title, a month or
// another short form that stands before a name or a number.
func abbreviates(text []rune, i int) bool {
	start := i
	for start > 0 && i-start <= longestAbbreviation && unicode.IsLetter(text[start-1]) {
		start--
	}
	if start == i || i-start > longestAbbreviation {
		return false
	}
	switch string(text[start:i]) {
	case "Gov", "Govs", "Lt", "Sgt", "Gen", "Brig", "Col", "Capt", "Maj", "Cpl", "Pvt", "Adm", "Cmdr", "Sen", "Sens", "Rep", "Reps", "Rev", "Dr", "Mr", "Mrs", "Ms", "Prof", "Hon", "Supt", "Insp", "Det", "Pres",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "St", "Ft", "Mt", "Dept", "approx", "vs", "incl":
		return true
	case "No", "Nos", "no", "nos":
		return i+2 < len(text) && unicode.IsDigit(text[i+2])
	}
	return false
}

// SentenceAround returns where the sentence of a figure begins and ends, in code
// points.
func SentenceAround(text []rune, number claims.Span) (begin, end int) {
	at := min(number.Start, len(text))
	begin, end = at, min(number.End, len(text))
	for begin > 0 && !SentenceEnd(text, begin-1) {
		begin--
	}
	for end < len(text) && !SentenceEnd(text, end) {
		end++
	}
	return begin, end
}

// WordsBeside returns the words of a figure's sentence that carry meaning: no
// short ones, no numbers, and not the name of who says it.
func WordsBeside(text []rune, f *claims.Figure) map[string]bool {
	begin, end := SentenceAround(text, f.Number)
	names := map[string]bool{}
	for _, hop := range f.Attribution.Chain {
		for _, word := range strings.Fields(strings.ToLower(hop.Name)) {
			names[word] = true
		}
	}
	out := Words(string(text[begin:min(f.Number.Start, len(text))]) + " " + string(text[min(f.Number.End, end):end]))
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
		if len(word) >= 4 && !slices.Contains([]string{"said", "says", "told", "according", "that", "with", "from", "will", "would", "have", "this", "their", "reporters", "million", "billion", "dollars", "three", "four", "five", "seven", "eight", "nine", "eleven", "twelve", "hundred", "thousand", "been", "were", "they", "than", "more", "which", "when", "also"}, word) {
			out[word] = true
		}
	}
	return out
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

// OfAPart reports whether a sentence tells its number of a part of something:
// "of the 4,800, 900 had arrived", "900 of them".
func OfAPart(text []rune, number claims.Span) bool {
	begin, end := SentenceAround(text, number)
	before := strings.TrimSpace(strings.ToLower(string(text[begin:min(number.Start, len(text))]))) + " "
	after := strings.Fields(strings.ToLower(string(text[min(number.End, end):end])))
	for _, opening := range []string{"of the ", "of these ", "of those ", "of them,", "out of ", "among the ", "among them"} {
		if strings.HasPrefix(before, opening) {
			return true
		}
	}
	return len(after) > 1 && (after[0] == "of" || after[0] == "out") && slices.Contains([]string{"the", "these", "those", "them", "whom", "which", "of", "its", "his", "her", "their"}, strings.Trim(after[1], ",.;"))
}

// WholeOfAPart reports whether a number is only told as the whole of another before
// it: "the first 150 of the 2,600". When, where and what happened is told of the part.
func WholeOfAPart(text []rune, number claims.Span) bool {
	begin, _ := SentenceAround(text, number)
	before := strings.Fields(strings.ToLower(string(text[begin:min(number.Start, len(text))])))
	n := len(before)
	if n < 3 || !slices.Contains([]string{"the", "its", "his", "her", "their", "those", "these"}, before[n-1]) || before[n-2] != "of" {
		return false
	}
	return strings.ContainsFunc(before[n-3], unicode.IsDigit) || slices.Contains([]string{"some", "half", "most", "many", "all", "third", "quarter", "dozens", "hundreds", "part"}, before[n-3])
}

// BoundBehind reports whether a bound stands behind what a number counts, in its
// clause: "3,000 more soldiers at most".
func BoundBehind(text []rune, number claims.Span) bool {
	_, end := SentenceAround(text, number)
	after := strings.ToLower(string(text[min(number.End, end):end]))
	if strings.Contains(after, " a minimum") || strings.Contains(after, " a maximum") {
		return true // "the 400 tonnes, she said, are a minimum"
	}
	if stop := strings.IndexAny(after, ",;:()—–"); stop >= 0 {
		after = after[:stop]
	}
	words := strings.Fields(after)
	after = " " + strings.Trim(strings.Join(words[:min(len(words), boundReach)], " "), ".”\"") + " "
	return slices.ContainsFunc([]string{" at most ", " at the most ", " at least ", " or more ", " or fewer ", " or less "}, func(bound string) bool { return strings.Contains(after, bound) })
}

// boundReach is how many words behind a number a bound may end.
const boundReach = 6
