package table

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// textSource is a text file whose lines are rows: cells between delimiters (RFC
// 4180 and its kin), or JSON Lines.
type textSource struct {
	open      func() (io.ReadCloser, error) // its bytes from the start
	delimiter byte
	names     []string // of JSON Lines: those of the columns; else nil
	limits    Limits
	returns   bool // lines end with a carriage return alone, as old programs write them
	block     int  // bytes that one thread cuts into rows at a time
}

func openText(data io.ReaderAt, size int64, limits Limits) (*Book, error) {
	return newText(func() (io.ReadCloser, error) {
		return io.NopCloser(io.NewSectionReader(data, 0, size)), nil
	}, limits)
}

// rowCutter cuts the first row off a text. used is 0 when the text must go on to
// tell the row, which never is when final. lines counts those the row takes. Of
// a blank line the cells are nil.
type rowCutter interface {
	next(text []byte, final bool) (row Row, used, lines int)
}

func (s *textSource) cutter(columns []int) rowCutter {
	if s.names != nil {
		return newJSONCutter(s.names)
	}
	return newSplitter(s.delimiter, columns)
}

// newText tells the dialect of a text file by its beginning.
func newText(open func() (io.ReadCloser, error), limits Limits) (*Book, error) {
	source := &textSource{open: open, limits: limits, block: 1 << 20}
	data, err := source.bytes()
	if err != nil {
		return nil, err
	}
	defer data.Close()
	head := make([]byte, headBytes)
	n, err := io.ReadFull(data, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, fmt.Errorf("reading stopped: %w", err)
	}
	head = head[:n]
	if source.returns = bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0; source.returns {
		head = bytes.ReplaceAll(head, []byte("\r"), []byte("\n"))
	}
	if end := bytes.LastIndexByte(head, '\n'); n == headBytes && end >= 0 {
		head = head[:end+1] // the last line may be cut
	}
	book := &Book{Format: "CSV", Sheets: []*Sheet{{source: source}}}
	if isJSON(head, n == headBytes) {
		if source.names = jsonNames(head); source.names == nil {
			return nil, fmt.Errorf("expected JSON Lines, an object in each line, found other JSON, which %w; write each record in a line of its own", ErrNotRead)
		}
		book.Format = "JSON Lines"
		return book, nil
	}
	source.delimiter = findDelimiter(head)
	switch source.delimiter {
	case '\t':
		book.Format = "TSV"
	case ';', '|':
		book.Notes = append(book.Notes, fmt.Sprintf("Cells are parted by %q.", source.delimiter))
	}
	if !utf8.Valid(head) && !(n == headBytes && utf8.Valid(head[:len(head)-utf8.UTFMax])) {
		book.Notes = append(book.Notes, "Some letters are not UTF-8; cells with such are read as Windows-1252.")
	}
	return book, nil
}

// isJSON reports whether a file starts as JSON: with an object, or with a list
// of which the head may be a part.
func isJSON(head []byte, cut bool) bool {
	start := bytes.TrimSpace(head)
	if len(start) == 0 || start[0] != '[' {
		return len(start) > 0 && start[0] == '{'
	}
	return json.Valid(start) || cut && bytes.HasPrefix(bytes.TrimSpace(start[1:]), []byte("{"))
}

// bytes returns the file as UTF-8 without a mark, where a mark says what it is;
// else as it is.
func (s *textSource) bytes() (io.ReadCloser, error) {
	data, err := s.open()
	if err != nil {
		return nil, err
	}
	var mark [3]byte
	n, err := io.ReadFull(data, mark[:])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		data.Close()
		return nil, fmt.Errorf("reading stopped: %w", err)
	}
	whole := io.MultiReader(bytes.NewReader(bytes.TrimPrefix(mark[:n], []byte("\xef\xbb\xbf"))), data)
	if isUTF16(mark[:n]) {
		whole = transform.NewReader(whole, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	if s.returns {
		whole = newLines{whole}
	}
	return struct {
		io.Reader
		io.Closer
	}{whole, data}, nil
}

// newLines reads carriage returns as ends of lines.
type newLines struct{ io.Reader }

func (r newLines) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// findDelimiter returns the delimiter that cuts most rows of the head into the
// same number of cells, above one; of equals, the one that cuts more cells.
func findDelimiter(head []byte) byte {
	best, bestRows, bestCells := byte(','), 0, 0
	for _, delimiter := range []byte{',', '\t', ';', '|'} {
		lengths := map[int]int{}
		split := newSplitter(delimiter, nil)
		for rest := head; len(rest) > 0; {
			row, used, _ := split.next(rest, true)
			if used == 0 {
				break
			}
			rest = rest[used:]
			if len(row.Cells) > 1 {
				lengths[len(row.Cells)]++
			}
		}
		for cells, rows := range lengths {
			if order := cmp.Or(cmp.Compare(rows, bestRows), cmp.Compare(cells, bestCells)); order > 0 {
				best, bestRows, bestCells = delimiter, rows, cells
			}
		}
	}
	return best
}

func (s *textSource) merges(context.Context) ([]Range, error) { return nil, nil }

func (s *textSource) rows(_ context.Context, columns []int) (rowReader, error) {
	data, err := s.bytes()
	if err != nil {
		return nil, err
	}
	return &textRows{textPiece: textPiece{split: s.cutter(columns)}, data: data, limit: s.limits.Cell, names: s.names}, nil
}

// textRows reads rows one after another.
type textRows struct {
	textPiece
	data   io.ReadCloser
	limit  int64
	names  []string // of columns, to be told first
	buffer []byte
}

func (r *textRows) close() error { return r.data.Close() }

func (r *textRows) next() (Row, error) {
	if r.names != nil {
		names := nameRow{names: r.names}
		r.names = nil
		return names.next()
	}
	for {
		row, err := r.textPiece.next()
		if err != io.EOF || r.final {
			return row, err
		}
		if int64(len(r.rest)) > r.limit {
			return Row{}, &openCell{r.lines + 1}
		}
		if err := r.fill(); err != nil {
			return Row{}, err
		}
	}
}

// fill reads on, keeping the rest of the buffer.
func (r *textRows) fill() error {
	const step = 64 << 10
	if cap(r.buffer) < len(r.rest)+step {
		r.buffer = slices.Grow(append([]byte(nil), r.rest...), max(step, 2*len(r.rest)))
	} else {
		r.buffer = r.buffer[:copy(r.buffer[:cap(r.buffer)], r.rest)]
	}
	kept := len(r.buffer)
	n, err := io.ReadFull(r.data, r.buffer[kept:cap(r.buffer)])
	r.buffer = r.buffer[:kept+n]
	r.rest = r.buffer
	switch err {
	case nil:
	case io.EOF, io.ErrUnexpectedEOF:
		r.final = true
	default:
		return fmt.Errorf("reading stopped after row %d: %w", r.rows, err)
	}
	return nil
}
