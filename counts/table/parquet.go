package table

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// parquetSource is the one sheet of a Parquet file. Only the columns that are
// asked for are read.
type parquetSource struct {
	file    *parquet.File
	columns []parquetColumn
}

// parquetColumn is a column whose rows hold one value each.
type parquetColumn struct {
	name  string
	leaf  int // its number among the columns of the file
	write valueWriter
}

// valueWriter appends the text of a value that is not null.
type valueWriter func(into []byte, v parquet.Value) (Kind, []byte)

func openParquet(data io.ReaderAt, size int64) (book *Book, err error) {
	defer guard(&err)
	file, err := parquet.OpenFile(data, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, damagedParquet(err)
	}
	source := &parquetSource{file: file}
	book = &Book{Format: "Parquet"}
	var nested []string
	for _, c := range file.Root().Columns() {
		if !c.Leaf() || c.Repeated() {
			nested = append(nested, strconv.Quote(c.Name()))
			continue
		}
		source.columns = append(source.columns, parquetColumn{c.Name(), c.Index(), writerOf(c)})
	}
	if len(nested) > 0 {
		book.Notes = append(book.Notes, fmt.Sprintf("Columns that hold several values a row are not read: %s.", strings.Join(nested, ", ")))
	}
	book.Sheets = []*Sheet{{source: source}}
	return book, nil
}

// guard turns a panic of the library on a damaged file into an error.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = damagedParquet(errors.New("its parts contradict one another"))
	}
}

func damagedParquet(err error) error {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Errorf("expected Parquet, found a file that is damaged (%s); get the file again", first)
}

func (s *parquetSource) merges(context.Context) ([]Range, error) { return nil, nil }

// pieces returns one for the names of the columns, and one for each group of
// rows that the file has.
func (s *parquetSource) pieces() int { return 1 + len(s.file.RowGroups()) }

func (s *parquetSource) piece(n int, columns []int) (rowReader, int, error) {
	if n == 0 {
		return &nameRow{names: s.names()}, 0, nil
	}
	above := 0
	for _, g := range s.file.RowGroups()[:n-1] {
		above += int(g.NumRows())
	}
	reader, err := s.group(s.file.RowGroups()[n-1], columns)
	return reader, above, err
}

func (s *parquetSource) names() []string {
	var names []string
	for _, c := range s.columns {
		names = append(names, c.name)
	}
	return names
}

func (s *parquetSource) rows(_ context.Context, columns []int) (rowReader, error) {
	return &inPieces{source: s, columns: columns}, nil
}

// group opens the columns asked for of a group of rows.
func (s *parquetSource) group(g parquet.RowGroup, columns []int) (reader rowReader, err error) {
	defer guard(&err)
	chunks := g.ColumnChunks()
	r := &parquetRows{left: g.NumRows()}
	for i, c := range s.columns {
		if columns == nil || asksFor(columns, i) {
			r.read = append(r.read, &columnReader{place: i, pages: chunks[c.leaf].Pages(), write: c.write})
			r.width = i + 1
		}
	}
	return r, nil
}

func asksFor(columns []int, column int) bool {
	for _, c := range columns {
		if c == column {
			return true
		}
	}
	return false
}

// parquetRows puts the values of columns together to rows.
type parquetRows struct {
	read   []*columnReader
	width  int
	cells  []Cell
	spans  []span
	words  []byte
	number int
	left   int64
}

func (r *parquetRows) close() error {
	var first error
	for _, c := range r.read {
		if err := c.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (r *parquetRows) next() (row Row, err error) {
	defer guard(&err)
	if r.left--; r.left < 0 {
		return Row{}, io.EOF
	}
	if r.cells == nil {
		r.cells, r.spans = make([]Cell, r.width), make([]span, r.width)
	}
	r.words = r.words[:0]
	for _, c := range r.read {
		v, err := c.next()
		if err != nil {
			return Row{}, damagedParquet(ended(err))
		}
		from := len(r.words)
		r.cells[c.place] = Cell{}
		if v.IsNull() {
			continue
		}
		if c.write == nil { // words, as they lie in the file
			r.cells[c.place] = textCell(v.ByteArray())
			continue
		}
		r.cells[c.place].Kind, r.words = c.write(r.words, v)
		r.spans[c.place] = span{from, len(r.words)}
	}
	for _, c := range r.read {
		if cell := &r.cells[c.place]; c.write != nil && cell.Kind != Blank {
			s := r.spans[c.place]
			cell.Text = r.words[s.from:s.to:s.to]
		}
	}
	r.number++
	return Row{Number: r.number, Cells: r.cells}, nil
}

// columnReader reads the values of a column in a group of rows, one a row.
type columnReader struct {
	place  int
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buffer [256]parquet.Value
	at, n  int
	write  valueWriter
}

func (c *columnReader) close() error {
	if c.page != nil {
		parquet.Release(c.page)
		c.page = nil
	}
	return c.pages.Close()
}

func (c *columnReader) next() (parquet.Value, error) {
	for c.at == c.n {
		if c.values == nil {
			page, err := c.pages.ReadPage()
			if err != nil {
				return parquet.Value{}, err
			}
			if c.page != nil {
				parquet.Release(c.page)
			}
			c.page, c.values = page, page.Values()
		}
		n, err := c.values.ReadValues(c.buffer[:])
		c.at, c.n = 0, n
		if err == io.EOF {
			c.values = nil
		} else if err != nil {
			return parquet.Value{}, err
		}
	}
	c.at++
	return c.buffer[c.at-1], nil
}

// writerOf says how the values of a column are written; nil for words, which
// are taken as they are.
func writerOf(c *parquet.Column) valueWriter {
	t := c.Type()
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return func(into []byte, v parquet.Value) (Kind, []byte) {
				return Date, appendTime(into, int64(v.Int32())*86400)
			}
		case *format.TimestampType:
			if l.Unit.Value != nil {
				unit := l.Unit.Value.Duration()
				return func(into []byte, v parquet.Value) (Kind, []byte) { return writeTime(into, v.Int64(), unit) }
			}
		case *format.IntType:
			if !l.IsSigned && t.Kind() == parquet.Int64 {
				return func(into []byte, v parquet.Value) (Kind, []byte) {
					return Number, strconv.AppendUint(into, v.Uint64(), 10)
				}
			}
		case *format.DecimalType:
			return decimal(t.Kind(), int(l.Scale))
		}
	}
	switch t.Kind() {
	case parquet.Boolean:
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			return Text, append(into, strings.ToUpper(strconv.FormatBool(v.Boolean()))...)
		}
	case parquet.Int32:
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			return Number, strconv.AppendInt(into, int64(v.Int32()), 10)
		}
	case parquet.Int64:
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			return Number, strconv.AppendInt(into, v.Int64(), 10)
		}
	case parquet.Int96: // nanoseconds of a Julian day: old files' times
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			const epoch = 2440588
			n := v.Int96()
			return writeTime(into, (int64(n[2])-epoch)*86400+int64(uint64(n[1])<<32|uint64(n[0]))/1e9, time.Second)
		}
	case parquet.Float:
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			return Number, strconv.AppendFloat(into, float64(v.Float()), 'f', -1, 32)
		}
	case parquet.Double:
		return func(into []byte, v parquet.Value) (Kind, []byte) {
			return Number, strconv.AppendFloat(into, v.Double(), 'f', -1, 64)
		}
	}
	return nil
}

// writeTime writes a day, and the clock time where there is one.
func writeTime(into []byte, n int64, unit time.Duration) (Kind, []byte) {
	perSecond := int64(time.Second / unit)
	seconds := n / perSecond
	if n%perSecond < 0 {
		seconds--
	}
	return Date, appendTime(into, seconds)
}

// decimal writes whole numbers with a point so many digits from their end.
func decimal(kind parquet.Kind, scale int) valueWriter {
	return func(into []byte, v parquet.Value) (Kind, []byte) {
		n := new(big.Int)
		switch kind {
		case parquet.Int32:
			n.SetInt64(int64(v.Int32()))
		case parquet.Int64:
			n.SetInt64(v.Int64())
		default:
			b := v.ByteArray()
			n.SetBytes(b)
			if len(b) > 0 && b[0]&0x80 != 0 {
				n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
			}
		}
		if scale < 0 || scale > 100 {
			return Number, n.Append(into, 10)
		}
		digits := n.String()
		negative := strings.HasPrefix(digits, "-")
		digits = strings.TrimPrefix(digits, "-")
		if missing := scale + 1 - len(digits); missing > 0 {
			digits = strings.Repeat("0", missing) + digits
		}
		if negative {
			into = append(into, '-')
		}
		into = append(into, digits[:len(digits)-scale]...)
		if fraction := strings.TrimRight(digits[len(digits)-scale:], "0"); fraction != "" {
			into = append(append(into, '.'), fraction...)
		}
		return Number, into
	}
}

// parquetFooter reports whether the file ends as Parquet does. Its first bytes
// alone are not enough: other files may start with PAR1.
func parquetFooter(data io.ReaderAt, size int64) bool {
	var tail [8]byte
	if n, _ := data.ReadAt(tail[:], size-8); n < 8 {
		return false
	}
	return string(tail[4:]) == "PAR1" && int64(binary.LittleEndian.Uint32(tail[:])) < size
}
