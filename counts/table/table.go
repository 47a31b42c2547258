// Package table reads the rows of a record file, whatever its format: CSV and
// its kin, JSON Lines, workbooks (XLSX) and Parquet, packed or not. It knows nothing of what columns mean. Rows
// are streamed: nothing of a row is kept, and no error or note repeats a cell.
package table

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Kind is what a cell holds.
type Kind uint8

const (
	Blank  Kind = iota // nothing, or spaces only in a workbook's cell without a value
	Text               // words; every cell of a text file
	Number             // a number that is no date
	Date               // a day, with or without a clock time, told as such by the file
	Fault              // an error that a spreadsheet shows, such as #N/A or #REF!
)

// Cell is one cell of a row. Its text is valid until the next row is read.
//
// Text is what the file stores, not what a spreadsheet shows: "1200" for 1,200,
// "0.25" for 25 %. A Date is written 2006-01-02 or 2006-01-02 15:04:05, so that
// it is never taken for a number; a truth value is TRUE or FALSE.
type Cell struct {
	Kind Kind
	Text []byte
}

// Row is one row, valid until the next is read.
type Row struct {
	// Number counts from 1, as a spreadsheet shows it: blank lines count, lines
	// within a cell do not. Where a format holds the names of columns apart from
	// its rows, they come first, as row 0.
	Number int
	Cells  []Cell // by column, from 0 = A; rows may be shorter or longer than others
	// Problem is why the row cannot be told, such as "quotation marks that do
	// not match"; "" when it can. Its cells are then empty.
	Problem string
	Blank   bool // no cell holds more than spaces, of those not asked for too
}

// Range is a block of cells, both ends included; rows count from 1, columns from 0.
type Range struct{ FirstRow, LastRow, FirstColumn, LastColumn int }

// Limits bounds what a file may ask for, in bytes.
type Limits struct {
	Unpacked int64 // of one member of a compressed file: it is streamed, so this bounds time, not memory
	Strings  int64 // of the words that the cells of a workbook share: held in memory
	Cell     int64 // of one row of a text file, or one cell of a workbook: held in memory
}

// DefaultLimits returns limits above any record file seen.
func DefaultLimits() Limits {
	return Limits{Unpacked: 50e9, Strings: 1e9, Cell: 16 << 20}
}

// Book is a record file opened for reading. It holds no row.
type Book struct {
	Format string   // "CSV", "TSV", "JSON Lines", "XLSX", "Parquet"
	Notes  []string // what was guessed or mended in reading, a sentence each
	Sheets []*Sheet // in the file's order; a text file has one without a name
}

// Sheet is one table, or one sheet with several.
type Sheet struct {
	Name   string // as the file has it, spaces included; "" in a text file
	Hidden bool
	source source
}

// source is what a format gives to a sheet.
type source interface {
	rows(ctx context.Context, columns []int) (rowReader, error)
	merges(ctx context.Context) ([]Range, error)
}

// rowReader returns one row after another, then io.EOF.
type rowReader interface {
	next() (Row, error)
	close() error
}

// ErrNotRead is wrapped by errors that say a file is of a kind that is not
// read, such as a pointer to a large file or a workbook with a password.
var ErrNotRead = errors.New("is not read")

// Open tells the format of the file by its first bytes, and reads what tells
// its sheets. data must stay open while rows are read; several sheets, or one
// sheet several times, may be read at once.
func Open(name string, data io.ReaderAt, size int64, limits Limits) (*Book, error) {
	head := make([]byte, min(size, headBytes))
	if n, err := data.ReadAt(head, 0); n < len(head) {
		return nil, fmt.Errorf("reading stopped: %w", err)
	}
	kind := detect(head)
	if kind == parquetFile && !parquetFooter(data, size) {
		return nil, damagedParquet(errors.New("it does not end as such files do"))
	}
	switch kind {
	case zipFile:
		return openWorkbook(data, size, limits)
	case containerFile:
		return nil, containerProblem(data, head)
	case parquetFile:
		return openParquet(data, size)
	case gzipFile:
		return openGzip(data, size, limits)
	case textFile:
		return openText(data, size, limits)
	default:
		return nil, notRead[kind]
	}
}

// Rows reads the sheet from its first row.
func (s *Sheet) Rows(ctx context.Context) (*Rows, error) {
	reader, err := s.source.rows(ctx, nil)
	if err != nil {
		return nil, err
	}
	return &Rows{ctx: ctx, reader: reader}, nil
}

// Merges returns the blocks of cells that are shown as one; only the first cell
// of each holds something. A workbook tells them below its rows, so that this
// reads through the sheet once; text files have none.
func (s *Sheet) Merges(ctx context.Context) ([]Range, error) { return s.source.merges(ctx) }

// Rows are the rows of a sheet in their order.
type Rows struct {
	ctx    context.Context
	reader rowReader
	read   int
}

// Next returns the next row that the file holds, or io.EOF. Rows that a
// workbook leaves out are passed over, which their numbers tell.
func (r *Rows) Next() (Row, error) {
	if r.read++; r.read%1024 == 1 && r.ctx.Err() != nil {
		return Row{}, r.ctx.Err()
	}
	return r.reader.next()
}

// Close frees what reading holds.
func (r *Rows) Close() error { return r.reader.close() }
