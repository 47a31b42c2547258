package documents

import (
	"strings"
	"unicode"
)

// withoutNoteMarks leaves out the small raised figures that point to footnotes:
// "5,000¹" must not become 50001. Powers and square metres stay, raised; "th"
// and the like stay as letters. It also puts words together that the file sets
// in pieces, such as a word with a larger first letter.
func withoutNoteMarks(words []word) []word {
	var out []word
	for i, w := range words {
		var last *word
		if len(out) > 0 {
			last = &out[len(out)-1]
		}
		raisedOverLast := last != nil && raised(w, *last)
		raisedOverNext := i+1 < len(words) && raised(w, words[i+1])
		if noteMark(w.text) && (raisedOverLast || raisedOverNext) {
			if raisedOverLast && w.glued && powerOf(last.text) {
				last.text += superscript(w.text)
				last.box = last.join(w.box)
			}
			// What stands behind the mark is a word of its own, or a full stop.
			if i+1 < len(words) {
				next := &words[i+1]
				near := raisedOverLast && next.left-w.right < 0.2*next.size && next.base < w.base && next.base > w.base-next.size
				next.glued = near && strings.ContainsRune(".,;:!?)]”’\"'", []rune(next.text)[0])
			}
			continue
		}
		if last != nil && w.glued && last.order >= 0 {
			last.text += w.text
			last.box = last.join(w.box)
			continue
		}
		out = append(out, w)
	}
	return out
}

// raised reports whether w stands small and raised beside a word.
func raised(w, beside word) bool {
	near := w.left-beside.right < beside.size && beside.left-w.right < beside.size
	return near && w.size < 0.9*beside.size && w.base > beside.base+0.12*beside.size && w.base < beside.base+beside.size
}

// noteMark reports whether a text is one that points to footnotes: numbers
// below 1,000 with commas, stars, daggers, or one letter.
func noteMark(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("*†‡§¶,[]()", r) && len(text) > 1:
			return false
		}
	}
	return digits <= 6
}

// powerOf reports whether a raised number behind the text is a power.
func powerOf(text string) bool {
	text = strings.ToLower(strings.TrimLeft(text, "0123456789.,×"))
	switch text {
	case "m", "km", "cm", "mm", "ft", "mi", "in", "yd":
		return true
	}
	return false
}

func superscript(digits string) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(digits)
}
