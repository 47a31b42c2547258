package documents

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths, in characters, at which programs wrap text, and how much shorter than
// the longest the other lines of a paragraph may be: a long word less.
const (
	narrowest = 50
	widest    = 100
	ragged    = 20
)

// unwrapped joins the lines of a text that a program wrapped at a fixed width,
// paragraph by paragraph. Other texts come back as they are: in them a line's
// end is meant.
func unwrapped(text string) string {
	blocks := strings.Split(text, "\n\n")
	width, inner := 0, 0
	for _, block := range blocks {
		lines := strings.Split(block, "\n")
		for _, line := range lines[:len(lines)-1] {
			width = max(width, utf8.RuneCountInString(line))
			inner++
		}
	}
	if inner < 3 || width < narrowest || width > widest {
		return text
	}
	full := 0
	for _, block := range blocks {
		lines := strings.Split(block, "\n")
		for _, line := range lines[:len(lines)-1] {
			if utf8.RuneCountInString(line) >= width-ragged {
				full++
			}
		}
	}
	if full*10 < inner*8 {
		return text
	}
	for i, block := range blocks {
		blocks[i] = joined(block, width)
	}
	return strings.Join(blocks, "\n\n")
}

// joined makes one line of each paragraph in the block; the items of a list
// and the rows of a table keep theirs.
func joined(block string, width int) string {
	lines := strings.Split(block, "\n")
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			if utf8.RuneCountInString(lines[i-1]) < width-ragged || opensItem(line) {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
				line = strings.TrimLeft(line, " ")
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// opensItem reports whether the line begins an item of a list, a quoted line,
// or a row of a table.
func opensItem(line string) bool {
	if strings.ContainsRune(line, '\t') || strings.Contains(strings.TrimLeft(line, " "), "   ") || strings.Contains(line, " | ") {
		return true
	}
	line = strings.TrimLeft(line, " ")
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— ", ">", "#"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	rest := strings.TrimLeftFunc(line, unicode.IsDigit)
	return rest != line && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) && len(line)-len(rest) <= 2
}
