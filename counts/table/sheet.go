package table

import (
	"errors"
	"io"
	"strconv"
)

// sheetRows reads the rows of a workbook's sheet (ECMA-376 part 1, 18.3.1).
type sheetRows struct {
	book   *workbook
	data   io.ReadCloser
	tokens *tokens
	cells  []Cell
	words  []byte // the text of the cells
	spans  []span // where in words each cell's text lies
	last   int    // number of the row before, -1 before sheetData
	asked  []bool // by column; nil for all
	says   bool   // a cell of this row that was not asked for holds something
	done   bool
}

type span struct{ from, to int }

func (r *sheetRows) close() error { return r.data.Close() }

func (r *sheetRows) next() (Row, error) {
	for !r.done {
		t, err := r.tokens.next()
		switch {
		case err == io.EOF && r.last >= 0:
			return Row{}, damaged(errCutOff)
		case err == io.EOF:
			return Row{}, io.EOF // a sheet without a table
		case err != nil:
			return Row{}, damaged(err)
		case t.kind == startTag && string(t.name) == "sheetData":
			r.last = 0
		case (t.kind == endTag || t.kind == loneTag) && string(t.name) == "sheetData":
			r.done = true
		case r.last >= 0 && (t.kind == startTag || t.kind == loneTag) && string(t.name) == "row":
			number := r.last + 1
			if told := attribute(t.rest, "r"); told != nil {
				if n, ok := positive(told); ok && n > r.last {
					number = n
				}
			}
			r.last = number
			if t.kind == loneTag {
				continue
			}
			if err := r.row(); err != nil {
				return Row{}, damaged(err)
			}
			if len(r.cells) == 0 && !r.says {
				continue
			}
			return Row{Number: number, Cells: r.cells, Blank: !r.says && allBlank(r.cells)}, nil
		}
	}
	return Row{}, io.EOF
}

func positive(digits []byte) (int, bool) {
	n := 0
	for _, d := range digits {
		if d < '0' || d > '9' || n > 1<<24 {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, n > 0
}

// row reads the cells up to the row's end. Blank cells at its end are left out.
func (r *sheetRows) row() error {
	r.cells, r.words, r.spans, r.says = r.cells[:0], r.words[:0], r.spans[:0], false
	column := -1
	for {
		if r.asked != nil {
			if place, says, ok := r.tokens.skipCell(r.asked, r.says); ok {
				column, r.says = place, r.says || says
				continue
			}
		}
		t, err := r.tokens.next()
		if err != nil {
			return ended(err)
		}
		switch {
		case t.kind == endTag && string(t.name) == "row":
			for i, s := range r.spans {
				r.cells[i].Text = r.words[s.from:s.to:s.to]
			}
			return nil
		case (t.kind == startTag || t.kind == loneTag) && string(t.name) == "c":
			column++
			place, style, kind := cellAttributes(t.rest)
			if place >= 0 {
				column = place
			}
			if column >= maxColumns {
				return errors.New("a cell lies beyond the last column")
			}
			if t.kind == loneTag {
				continue
			}
			if r.asked != nil && t.bare && (column >= len(r.asked) || !r.asked[column]) {
				if says, ok := r.tokens.skip(); ok {
					r.says = r.says || says
					continue
				}
			}
			if err := r.cell(column, style, kind); err != nil {
				return err
			}
		}
	}
}

func ended(err error) error {
	if err == io.EOF {
		return errCutOff
	}
	return err
}

// cellAttributes reads r, s and t of a cell in one pass; -1 for no place.
func cellAttributes(attributes []byte) (column, style int, kind byte) {
	column = -1
	for i := 0; i+3 < len(attributes); i++ {
		name, mark := attributes[i+1], attributes[i+3]
		if attributes[i] > ' ' || attributes[i+2] != '=' || mark != '"' && mark != '\'' {
			continue
		}
		value := attributes[i+4:]
		end := 0
		for end < len(value) && value[end] != mark {
			end++
		}
		value = value[:end]
		switch name {
		case 'r':
			if _, c, ok := place(value); ok {
				column = c
			}
		case 's':
			style, _ = positive(value)
		case 't':
			kind = cellType(value)
		}
		i += 4 + end
	}
	return column, style, kind
}

// cellType shortens the types of cells: s shared, i inline, w words of a
// formula, b truth, e error, d date, 0 number.
func cellType(told []byte) byte {
	switch string(told) {
	case "s":
		return 's'
	case "inlineStr":
		return 'i'
	case "str":
		return 'w'
	case "b":
		return 'b'
	case "e":
		return 'e'
	case "d":
		return 'd'
	}
	return 0
}

// cell reads one cell up to its end. Formulas give their last value; of rich
// text the runs are joined, of readings (rPh) nothing is taken.
func (r *sheetRows) cell(column, style int, kind byte) error {
	from := len(r.words)
	within, aside, depth := false, 0, 0
	for {
		t, err := r.tokens.next()
		if err != nil {
			return ended(err)
		}
		switch t.kind {
		case textToken:
			if within && aside == 0 {
				r.words = unescape(r.words, t.rest)
			}
			if int64(len(r.words)) > r.tokens.limit {
				return errors.New("a cell of it is larger than Muster holds in memory")
			}
			continue
		case loneTag:
			continue
		case startTag:
			depth++
			switch string(t.name) {
			case "v", "t":
				within = true
			case "rPh", "f":
				aside++
			}
		case endTag:
			if depth == 0 { // of the cell
				return r.keep(column, style, kind, from)
			}
			depth--
			switch string(t.name) {
			case "v", "t":
				within = false
			case "rPh", "f":
				aside--
			}
		}
	}
}

// keep makes a cell of the words from a place on.
func (r *sheetRows) keep(column, style int, kind byte, from int) error {
	found, value := Text, r.words[from:] // as the file has it
	switch kind {
	case 's':
		n, err := strconv.Atoi(string(value))
		words, ok := r.book.strings.at(n)
		if len(value) > 0 && (err != nil || !ok) {
			return errors.New("a cell refers to words that are not there")
		}
		r.words = append(r.words[:from], words...)
	case 'b':
		words := "FALSE"
		if string(value) == "1" {
			words = "TRUE"
		}
		r.words = append(r.words[:from], words...)
	case 'e':
		found = Fault
	case 'd':
		found = Date
		if len(value) > 10 && value[10] == 'T' {
			value[10] = ' '
		}
	case 0:
		found = Number
		if style < len(r.book.dates) && r.book.dates[style] && len(value) > 0 {
			var date [len("2006-01-02 15:04:05")]byte
			if told, ok := r.book.epoch.date(date[:0], value); ok {
				found, r.words = Date, append(r.words[:from], told...)
			}
		}
		if found == Number {
			r.words = append(r.words[:from], shortest(r.words[from:])...)
		}
	}
	if len(r.words) == from {
		return nil // blank
	}
	if int64(len(r.words)) > r.tokens.limit {
		return errors.New("a row of it is larger than Muster holds in memory")
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, Cell{})
		r.spans = append(r.spans, span{})
	}
	r.cells[column].Kind = found
	r.spans[column] = span{from, len(r.words)}
	return nil
}

// shortest writes a number as short as it can be told: files hold 17 digits,
// such as 0.10000000000000001 for 0.1, and 1E3 for 1000.
func shortest(number []byte) []byte {
	plain := len(number) < 16
	for _, c := range number {
		plain = plain && (c >= '0' && c <= '9' || c == '-')
	}
	if plain {
		return number
	}
	f, err := strconv.ParseFloat(string(number), 64)
	if err != nil {
		return number
	}
	return strconv.AppendFloat(nil, f, 'f', -1, 64)
}
