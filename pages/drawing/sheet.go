package drawing

import "strings"

// margin of a sheet.
const margin = 16.0

// Sheet returns the drawing as it is handed out: on paper, below its title and
// above lines that say where it is from, so that a picture that travels alone
// tells it.
func (d Drawing) Sheet(lines ...string) Drawing {
	out := Drawing{ID: d.ID, Title: d.Title, Desc: d.Desc, Width: d.Width + 2*margin}
	fit := func(size float64) int { return int(d.Width / (size * .54)) } // letters a line, about
	y := margin
	var words []Mark
	for _, line := range wrapped(d.Title, fit(16)) {
		y += 20
		words = append(words, Text{Heading, margin, y - 4, Start, line})
	}
	y += 8
	for _, m := range d.Marks {
		words = append(words, m.At(margin, y))
	}
	y += d.Height + 6
	for _, text := range lines {
		for _, line := range wrapped(text, fit(11)) {
			y += 15
			words = append(words, Text{Small, margin, y, Start, line})
		}
	}
	out.Height = y + margin
	out.Marks = append([]Mark{Rect{Paper, 0, 0, out.Width, out.Height}}, words...)
	return out
}

// wrapped cuts words into lines of at most so many letters; a longer word has a
// line of its own.
func wrapped(words string, most int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(words) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > most {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
