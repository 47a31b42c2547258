package table

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// splitter cuts rows off text with delimiters, as encoding/csv does: a cell may
// stand in quotation marks, doubled where they are part of it; a mark elsewhere
// spoils its row. Spaces before a cell are dropped unless tabs delimit. Within
// quotation marks a line may end; both \n and \r\n end lines. (Where \r alone does,
// textSource reads it as \n.)
type splitter struct {
	delimiter byte
	columns   int // how many cells are asked for, from the first; those after are only checked
	cells     []Cell
	scratch   []byte // what cells with doubled marks or several lines hold
}

// newSplitter returns one for the columns asked for; nil asks for all.
func newSplitter(delimiter byte, columns []int) *splitter {
	s := &splitter{delimiter: delimiter, columns: 1}
	for _, c := range columns {
		s.columns = max(s.columns, c+1)
	}
	if columns == nil {
		s.columns = 1 << 30
	}
	return s
}

const (
	unmatchedQuotation = "quotation marks that do not match"
	// openQuotation is of a cell of several lines: where its row ends cannot be told.
	openQuotation = "a quotation mark that nothing ends"
)

// next cuts the first row off the text. used is 0 when the text must go on to
// tell the row, which never is when final. lines counts those the row takes.
// A blank line is a row whose cells are nil.
func (s *splitter) next(text []byte, final bool) (row Row, used, lines int) {
	row, used, lines = s.cut(text, final)
	row.Blank = allBlank(row.Cells)
	if row.Blank && len(row.Cells) >= s.columns { // what was not asked for may hold something
		whole, _, _ := newSplitter(s.delimiter, nil).cut(text[:used], true)
		row.Blank = allBlank(whole.Cells)
	}
	return row, used, lines
}

func allBlank(cells []Cell) bool {
	for _, c := range cells {
		if len(bytes.TrimSpace(c.Text)) > 0 {
			return false
		}
	}
	return len(cells) > 0
}

// cut cuts a row off as next does, without saying whether it is blank.
func (s *splitter) cut(text []byte, final bool) (row Row, used, lines int) {
	end := bytes.IndexByte(text, '\n')
	if end < 0 && !final {
		return Row{}, 0, 0
	}
	line, used := firstLine(text, end)
	if len(line) == 0 {
		return Row{}, used, 1
	}
	s.cells = s.cells[:0]
	if bytes.IndexByte(line, '"') < 0 {
		s.plain(line)
		return Row{Cells: s.cells}, used, 1
	}
	return s.quoted(text, line, used, final)
}

// firstLine returns the first line of text without its end, and the bytes it
// takes with it; end is where its \n stands, -1 for none.
func firstLine(text []byte, end int) (line []byte, used int) {
	line, used = text, len(text)
	if end >= 0 {
		line, used = text[:end], end+1
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line, used
}

// plain cuts the cells asked for off a line without quotation marks.
func (s *splitter) plain(line []byte) {
	for len(s.cells) < s.columns {
		at := indexNear(line, s.delimiter)
		if at < 0 {
			s.cells = append(s.cells, textCell(s.trim(line)))
			return
		}
		s.cells = append(s.cells, textCell(s.trim(line[:at])))
		line = line[at+1:]
	}
}

// indexNear is bytes.IndexByte for cells of a few letters, where calling it
// costs more than looking.
func indexNear(text []byte, b byte) int {
	for i := range min(len(text), 16) {
		if text[i] == b {
			return i
		}
	}
	if len(text) <= 16 {
		return -1
	}
	if at := bytes.IndexByte(text[16:], b); at >= 0 {
		return at + 16
	}
	return -1
}

func textCell(text []byte) Cell {
	if len(text) == 0 {
		return Cell{}
	}
	return Cell{Text, text}
}

// trim drops spaces before a cell; of tabs they would be cells.
func (s *splitter) trim(cell []byte) []byte {
	if len(cell) == 0 || cell[0] > ' ' && cell[0] < utf8.RuneSelf || s.delimiter == '\t' {
		return cell
	}
	return bytes.TrimLeftFunc(cell, unicode.IsSpace)
}

// quoted cuts a row with quotation marks, which may go on over several lines.
func (s *splitter) quoted(text, line []byte, used int, final bool) (Row, int, int) {
	s.scratch = s.scratch[:0]
	lines := 1
	for {
		if len(s.cells) >= s.columns { // only marks matter from here on
			mark := bytes.IndexByte(line, '"')
			if mark < 0 {
				return Row{Cells: s.cells}, used, lines
			}
			line = line[bytes.LastIndexByte(line[:mark], s.delimiter)+1:]
		}
		trimmed := s.trim(line)
		if len(trimmed) == 0 || trimmed[0] != '"' {
			at := indexNear(line, s.delimiter)
			if at < 0 {
				at = len(line)
			}
			cell := line[:at]
			if bytes.IndexByte(cell, '"') >= 0 {
				return s.broken(used, lines)
			}
			s.add(s.trim(cell))
			if at == len(line) {
				return Row{Cells: s.cells}, used, lines
			}
			line = line[at+1:]
			continue
		}
		line = trimmed[1:]
		var cell []byte // of the parts before line, where there are several
		joined := false
		for done := false; !done; {
			at := indexNear(line, '"')
			switch {
			case at >= 0 && at+1 < len(line) && line[at+1] == '"': // a mark of the cell
				cell, joined = s.join(cell, joined, line[:at+1]), true
				line = line[at+2:]
			case at >= 0 && (at+1 == len(line) || line[at+1] == s.delimiter):
				if joined {
					cell = s.join(cell, true, line[:at])
				} else {
					cell = line[:at]
				}
				s.add(cell)
				if at+1 == len(line) {
					return Row{Cells: s.cells}, used, lines
				}
				line = line[at+2:]
				done = true
			case at >= 0:
				return s.broken(used, lines)
			default: // the cell goes on in the next line
				rest := text[used:]
				end := bytes.IndexByte(rest, '\n')
				if end < 0 && !final {
					return Row{}, 0, 0
				}
				next, more := firstLine(rest, end)
				used += more
				if end < 0 && len(next) == 0 {
					return s.broken(used, lines)
				}
				cell, joined = s.join(s.join(cell, joined, line), true, []byte{'\n'}), true
				line = next
				lines++
			}
		}
	}
}

// add adds a cell, if it is asked for.
func (s *splitter) add(cell []byte) {
	if len(s.cells) < s.columns {
		s.cells = append(s.cells, textCell(cell))
	}
}

func (s *splitter) broken(used, lines int) (Row, int, int) {
	if lines > 1 {
		return Row{Problem: openQuotation}, used, lines
	}
	return Row{Problem: unmatchedQuotation}, used, lines
}

// join adds a part to a cell that is put together in the scratch space.
func (s *splitter) join(cell []byte, joined bool, part []byte) []byte {
	if !joined {
		from := len(s.scratch)
		s.scratch = append(s.scratch, part...)
		return s.scratch[from:]
	}
	s.scratch = append(s.scratch, part...)
	return s.scratch[len(s.scratch)-len(cell)-len(part):]
}
