package documents

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// A PDF says where glyphs stand, not what belongs together. This file finds
// the reading order of a page: a recursive cut along white space between
// columns (XY-cut over bounding boxes: Ha, Haralick and Phillips, ICDAR 1995),
// the cuts being the tallest white strips that no word crosses (Breuel, DAS
// 2002), and lines by baseline. All distances are in ems, the size of the type.

// textLine is what stands on one baseline within one column.
type textLine struct {
	box
	cells  []string // more than one in a row of a table
	first  float64  // width of the first word
	base   float64
	size   float64
	bold   bool
	column box // the extent of the column's lines
	block  box // the extent of the lines nearby in the same size
	page   int // from 1
}

func (l textLine) text() string { return strings.Join(l.cells, "\t") }

const (
	narrowestGutter = 0.9    // white between columns
	mostColumnWords = 20_000 // a page with more is read line by line
	mostCuts        = 12     // columns within columns
)

// linesOf returns the lines of a page in reading order.
func linesOf(words []word, page int) []textLine {
	return cutColumns(words, page, 0)
}

// cutColumns cuts a region at its tallest gutter: what is above, the left
// column, the right one, what is below.
func cutColumns(words []word, page, depth int) []textLine {
	if len(words) == 0 {
		return nil
	}
	if depth < mostCuts && len(words) <= mostColumnWords {
		if g, ok := tallestGutter(words); ok {
			var above, left, right, below []word
			for _, w := range words {
				switch middle := (w.bottom + w.top) / 2; {
				case middle > g.top:
					above = append(above, w)
				case middle < g.bottom:
					below = append(below, w)
				case w.left < g.left:
					left = append(left, w)
				default:
					right = append(right, w)
				}
			}
			var out []textLine
			for _, part := range [][]word{above, left, right, below} {
				out = append(out, cutColumns(part, page, depth+1)...)
			}
			return out
		}
	}
	return rowLines(words, page)
}

// tallestGutter finds the tallest white strip between two columns of text.
func tallestGutter(words []word) (box, bool) {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b word) int { return cmp.Or(cmp.Compare(b.base, a.base), cmp.Compare(a.left, b.left)) })
	var best box
	found := false
	tried := map[int][]box{} // by place, rounded to points
	for i, w := range sorted {
		if !startsColumn(sorted, i) {
			continue
		}
		at := int(math.Round(w.left))
		if slices.ContainsFunc(tried[at], func(b box) bool { return w.base < b.top && w.base > b.bottom }) {
			continue
		}
		g := stripAt(sorted, w)
		tried[at] = append(tried[at], g)
		if len(tried[at]) > 50 {
			return best, found // no page that people made
		}
		if found && g.top-g.bottom <= best.top-best.bottom {
			continue
		}
		if g, ok := betweenText(sorted, g); ok && (!found || g.top-g.bottom > best.top-best.bottom) {
			best, found = g, true
		}
	}
	return best, found
}

// startsColumn reports whether a word has wide white to its left, and another
// word beyond it. Words are sorted by baseline.
func startsColumn(sorted []word, i int) bool {
	w := sorted[i]
	beyond := false
	near := func(o word) bool {
		switch {
		case o.left >= w.left || o.top <= w.bottom || o.bottom >= w.top:
		case w.left-o.right < narrowestGutter*w.size:
			return true
		default:
			beyond = true
		}
		return false
	}
	for j := i - 1; j >= 0 && sorted[j].base-w.base < 1.2*w.size; j-- {
		if near(sorted[j]) {
			return false
		}
	}
	for j := i + 1; j < len(sorted) && w.base-sorted[j].base < 1.2*w.size; j++ {
		if near(sorted[j]) {
			return false
		}
	}
	return beyond
}

// stripAt extends the white left of a word upwards and downwards, to the words
// that cross it.
func stripAt(words []word, at word) box {
	g := box{left: at.left - narrowestGutter*at.size, right: at.left - 0.1, bottom: math.Inf(-1), top: math.Inf(1)}
	for _, w := range words {
		if w.left >= g.right || w.right <= g.left {
			continue
		}
		if middle := (w.bottom + w.top) / 2; middle > at.base {
			g.top = min(g.top, w.bottom)
		} else {
			g.bottom = max(g.bottom, w.top)
		}
	}
	return g
}

// betweenText narrows a strip to where both sides hold columns of running text
// rather than the cells of a table or a heading of what is below; found is
// false where they do so nowhere.
func betweenText(words []word, g box) (_ box, found bool) {
	var between []word
	for _, w := range words {
		if middle := (w.bottom + w.top) / 2; middle < g.top && middle > g.bottom {
			between = append(between, w)
		}
	}
	bands := bandsOf(between)
	first, last := -1, -1
	open := false // since the last column text, there was only one side
	for i, band := range bands {
		left, right := sides(band, g)
		if runningText(rowLines(left, 0)) && runningText(rowLines(right, 0)) {
			if first < 0 {
				first = i
			}
			last, open = i, false
			continue
		}
		// Columns are often not of one length: what stands alone below or above
		// the other is part of its column, a table or a heading is not. Footnotes
		// belong to their column.
		alone := len(left) == 0 || len(right) == 0
		switch {
		case last < 0, last < i-1 && !open:
		case alone && runningText(rowLines(band, 0)), smallText(band, bands[first]):
			last = i
		}
		open = alone && (open || last == i-1)
	}
	if first < 0 {
		return g, false
	}
	for first > 0 && headsColumn(bands[first-1], g) {
		first--
	}
	g.top, g.bottom = extent(bands[first]).top, extent(bands[last]).bottom
	return g, true
}

// smallText reports whether words are sentences in smaller type than the text
// of the columns.
func smallText(band, columns []word) bool {
	for _, w := range band {
		if w.size > 0.93*columns[0].size {
			return false
		}
	}
	return len(band) >= 4
}

// headsColumn reports whether a band above two columns is one line at most in
// each, in bold, and not on the left alone.
func headsColumn(band []word, g box) bool {
	left, right := sides(band, g)
	lines := append(rowLines(left, 0), rowLines(right, 0)...)
	for _, l := range lines {
		if !l.bold || len(l.cells) > 1 {
			return false
		}
	}
	return len(right) > 0 && len(lines) <= 2
}

func sides(words []word, g box) (left, right []word) {
	for _, w := range words {
		if w.left < g.left {
			left = append(left, w)
		} else {
			right = append(right, w)
		}
	}
	return left, right
}

func extent(words []word) box {
	all := words[0].box
	for _, w := range words {
		all = all.join(w.box)
	}
	return all
}

// bandsOf cuts words, sorted by baseline, at the white between paragraphs that
// goes across all columns.
func bandsOf(sorted []word) [][]word {
	const white = 0.45
	var bands [][]word
	lowest := math.Inf(1)
	for i, w := range sorted {
		if i == 0 || w.base+0.75*w.size < lowest-white*w.size {
			bands = append(bands, nil)
		}
		bands[len(bands)-1] = append(bands[len(bands)-1], w)
		lowest = min(lowest, w.base-0.2*w.size)
	}
	return bands
}

// runningText reports whether lines look like a column: at least three, most
// with several words, well filled, mostly letters.
func runningText(lines []textLine) bool {
	if len(lines) < 3 {
		return false
	}
	letters, marks, several, filled := 0, 0, 0, 0
	for _, l := range lines {
		text := l.text()
		for _, r := range text {
			if unicode.IsLetter(r) {
				letters++
			} else if r != ' ' {
				marks++
			}
		}
		if strings.Count(text, " ") >= 2 {
			several++
		}
		if l.right-l.left >= 0.6*(l.column.right-l.column.left) {
			filled++
		}
	}
	return letters > 3*marks && several*2 > len(lines) && filled*2 > len(lines)
}

// rowLines puts words on lines by their baselines, from top to bottom.
func rowLines(words []word, page int) []textLine {
	if len(words) == 0 {
		return nil
	}
	groups := baselines(words)
	column := words[0].box
	for _, w := range words {
		column = column.join(w.box)
	}
	out := make([]textLine, 0, len(groups))
	for i, group := range groups {
		var neighbours [][]word
		if i > 0 {
			neighbours = append(neighbours, groups[i-1])
		}
		if i+1 < len(groups) {
			neighbours = append(neighbours, groups[i+1])
		}
		out = append(out, makeLine(group, neighbours, column, page))
	}
	blockExtents(out)
	return out
}

// blockExtents gives lines of one size that follow each other closely the
// extent of their block, so that a wide heading does not make the lines below
// it look short.
func blockExtents(lines []textLine) {
	start := 0
	for i := 1; i <= len(lines); i++ {
		if i < len(lines) && alike(lines[i].size, lines[i-1].size) && lines[i-1].base-lines[i].base < 2.5*lines[i].size && len(lines[i].cells) == len(lines[i-1].cells) {
			continue
		}
		if i-start > 1 {
			block := lines[start].box
			for _, l := range lines[start:i] {
				block = block.join(l.box)
			}
			for j := range lines[start:i] {
				lines[start+j].block = block
			}
		} else {
			lines[start].block = lines[start].column
		}
		start = i
	}
}

// makeLine joins the words of a row. White that the row above or below has too
// parts cells of a table, and so does white that is very wide.
func makeLine(group []word, neighbours [][]word, column box, page int) textLine {
	const cellGap, wideGap = 1.2, 3.5
	l := textLine{box: group[0].box, first: group[0].right - group[0].left, base: group[0].base, column: column, page: page, bold: true}
	var cell strings.Builder
	weight, letters := 0.0, 0
	for i, w := range group {
		if i > 0 {
			gap := w.left - group[i-1].right
			switch {
			case gap > wideGap*w.size, gap > cellGap*w.size && sharedGap(group[i-1].right, w.left, w, neighbours):
				l.cells = append(l.cells, cell.String())
				cell.Reset()
			case !w.glued || gap > 0.3*w.size:
				cell.WriteByte(' ')
			}
		}
		cell.WriteString(w.text)
		l.box = l.join(w.box)
		l.bold = l.bold && w.bold
		weight += w.size * float64(len(w.text))
		letters += len(w.text)
	}
	l.cells = append(l.cells, cell.String())
	l.size = weight / float64(letters)
	return l
}

// sharedGap reports whether a neighbouring row has white at the same place.
func sharedGap(left, right float64, w word, neighbours [][]word) bool {
	for _, row := range neighbours {
		if math.Abs(row[0].base-w.base) > 4*w.size {
			continue
		}
		for i := 1; i < len(row); i++ {
			white := min(right, row[i].left) - max(left, row[i-1].right)
			if white > 0.9*w.size && row[i].left-row[i-1].right > 1.2*w.size {
				return true
			}
		}
	}
	return false
}

// baselines groups words by their baselines, from top to bottom.
func baselines(words []word) [][]word {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b word) int { return cmp.Or(cmp.Compare(b.base, a.base), cmp.Compare(a.left, b.left)) })
	var groups [][]word
	for i, w := range sorted {
		if i > 0 {
			last := groups[len(groups)-1]
			if head := last[0]; head.base-w.base < 0.35*max(min(head.size, w.size), 0.5*max(head.size, w.size)) {
				groups[len(groups)-1] = append(last, w)
				continue
			}
		}
		groups = append(groups, []word{w})
	}
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b word) int { return cmp.Compare(a.left, b.left) })
	}
	return groups
}
