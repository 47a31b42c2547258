package documents

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraph is a run of lines that belong together, and becomes one line of
// the text.
type paragraph struct {
	kind   kindOfParagraph
	lines  []textLine
	size   float64
	bold   bool
	indent bool // starts further right than its column
}

type kindOfParagraph int

const (
	body kindOfParagraph = iota
	heading
	tableRow
	note // a footnote or a caption: may stand between two halves of a sentence
)

func (p paragraph) last() textLine { return p.lines[len(p.lines)-1] }

// paragraphsOf puts the lines of a document, in reading order, together to
// paragraphs, across columns and pages. A sentence is not parted by what
// stands between its halves: footnotes and tables come after it.
func paragraphsOf(lines []textLine) []paragraph {
	var parts []paragraph
	size := bodySize(lines)
	pitch := pitchOf(lines)
	for i, l := range lines {
		if i > 0 && goesOn(lines[i-1], l, pitch) && parts[len(parts)-1].kind != tableRow && len(l.cells) == 1 {
			p := &parts[len(parts)-1]
			p.lines = append(p.lines, l)
			continue
		}
		p := paragraph{lines: []textLine{l}, size: l.size, bold: l.bold, indent: l.left > l.block.left+0.8*l.size}
		switch {
		case len(l.cells) > 1:
			p.kind = tableRow
		case l.bold || l.size > 1.12*size:
			p.kind = heading
		}
		parts = append(parts, p)
	}
	markNotes(parts, size)
	return joinHalves(parts)
}

// bodySize is the size in which most letters are set.
func bodySize(lines []textLine) float64 {
	letters := map[float64]int{}
	for _, l := range lines {
		letters[math.Round(2*l.size)/2] += len(l.text())
	}
	best := 0.0
	for size, n := range letters {
		if n > letters[best] || n == letters[best] && size < best {
			best = size
		}
	}
	return best
}

// pitchOf is the usual distance of baselines, in ems.
func pitchOf(lines []textLine) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if step := (a.base - b.base) / b.size; a.page == b.page && step > 0.8 && step < 2.5 && alike(a.size, b.size) {
			steps = append(steps, step)
		}
	}
	if len(steps) == 0 {
		return 1.25
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

func alike(a, b float64) bool { return math.Abs(a-b) <= 0.07*max(a, b) }

// goesOn reports whether b is the next line of a's paragraph, in the same
// column.
func goesOn(a, b textLine, pitch float64) bool {
	step := (a.base - b.base) / b.size
	switch {
	case a.page != b.page || a.column != b.column || len(a.cells) > 1 || len(b.cells) > 1:
		return false
	case !alike(a.size, b.size) || a.bold != b.bold || step <= 0:
		return false
	case step > 1.2*pitch+0.03:
		return false
	case strings.HasSuffix(a.cells[0], "-") && step < 1.2*pitch+0.03:
		return true
	case startsItem(b.cells[0]), numberedItem(b.cells[0]) && endsSentence(a.cells[0]):
		return false
	case centred(a) && centred(b):
		return true
	case b.left > a.left+0.8*b.size && b.left > b.block.left+0.8*b.size:
		return startsItem(a.cells[0]) || numberedItem(a.cells[0]) // hangs below the mark of a list
	}
	return !endsEarly(a, b)
}

// centred reports whether a line stands in the middle of its column.
func centred(l textLine) bool {
	before, after := l.left-l.column.left, l.column.right-l.right
	return before > 1.5*l.size && math.Abs(before-after) < l.size
}

// endsEarly reports whether the first word of b would have had room on a: then
// the line was meant to end.
func endsEarly(a, b textLine) bool {
	room := a.block.right - a.right
	spare := 1.0
	if !endsSentence(a.cells[len(a.cells)-1]) {
		spare = 2.5 // lines that are not justified end unevenly
	}
	return room > b.first+spare*a.size
}

func endsSentence(text string) bool {
	text = strings.TrimRight(text, `"'”’»)]`)
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;", last)
}

func startsItem(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	rest := text[size:]
	switch {
	case strings.ContainsRune("•‣▪●○◦■–*", first):
		return rest == "" || rest[0] == ' '
	case first == '(':
		mark, _, closed := strings.Cut(rest, ") ")
		return closed && len(mark) <= 3
	}
	return false
}

// numberedItem reports whether a line starts with "12." or "3)".
func numberedItem(text string) bool {
	mark, _, found := strings.Cut(text, " ")
	number := strings.TrimRight(mark, ".)")
	if !found || number == mark || len(number) > 3 {
		return false
	}
	return strings.Trim(number, "0123456789") == ""
}

// markNotes finds footnotes, in small type below everything else of their
// column, and captions.
func markNotes(parts []paragraph, size float64) {
	for i := len(parts) - 1; i >= 0; i-- {
		p := &parts[i]
		if p.kind != body {
			continue
		}
		text := p.lines[0].text()
		caption := (strings.HasPrefix(text, "Table ") || strings.HasPrefix(text, "Figure ") || strings.HasPrefix(text, "Fig. ")) && strings.ContainsAny(text[:min(len(text), 14)], ":.")
		lowest := i+1 == len(parts) || parts[i+1].kind == note || parts[i+1].lines[0].page != p.last().page || parts[i+1].lines[0].column != p.last().column
		if caption || p.size < 0.93*size && lowest && p.last().page > 0 {
			p.kind = note
			if number, rest, found := strings.Cut(text, " "); !caption && found && len(p.lines[0].cells) == 1 && noteMark(number) && isUpper(rest) {
				p.lines[0].cells = []string{rest} // its mark, which the text does not show either
			}
		}
	}
}

func isUpper(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// joinHalves joins a paragraph that stops in mid-sentence at the foot of a
// column or page with its other half.
func joinHalves(parts []paragraph) []paragraph {
	const furthest = 40 // rows of a table between two halves
	gone := make([]bool, len(parts))
	for i := range parts {
		p := &parts[i]
		if gone[i] || p.kind != body {
			continue
		}
		for j := i + 1; j < len(parts) && j <= i+furthest; j++ {
			q := parts[j]
			if gone[j] || q.kind == tableRow || q.kind == note {
				continue
			}
			if q.kind == body && secondHalf(*p, q) {
				p.lines = append(p.lines, q.lines...)
				gone[j] = true
				continue // and may stop again at the foot of the next page
			}
			break
		}
	}
	out := parts[:0]
	for i, p := range parts {
		if !gone[i] {
			out = append(out, p)
		}
	}
	return out
}

// secondHalf reports whether q goes on where p stopped.
func secondHalf(p, q paragraph) bool {
	end, start := p.last(), q.lines[0]
	if end.page == start.page && end.column == start.column || start.page > end.page+1 {
		return false
	}
	if !alike(p.size, q.size) || startsItem(start.cells[0]) {
		return false
	}
	text := end.text()
	first, _ := utf8.DecodeRuneInString(start.cells[0])
	if strings.HasSuffix(text, "-") {
		return true
	}
	if endsSentence(text) || q.indent {
		return unicode.IsLower(first) && !endsSentence(text)
	}
	full := end.column.right-end.right < 6*end.size
	return full || unicode.IsLower(first)
}
