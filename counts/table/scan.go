package table

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Job is how a sheet is read by several threads.
type Job[T any] struct {
	Columns []int // those whose cells are asked for, nil for all; other cells may be missing
	Threads int
	// Reader is called once for each thread, and returns what turns the rows of a
	// piece of the sheet into a part. A piece may be read twice, of which one part
	// is taken: its rows are numbered from 1 and it must depend on them alone.
	Reader func() func(rows *Rows) (T, error)
	// Take gets the parts in the order of the rows, one at a time, whatever the
	// number of threads; above is how many rows of the sheet stand above the part.
	Take func(above int, part T) error
}

// Scan reads all rows of a sheet. The first error in the order of the rows ends
// it; parts before it were taken then.
func Scan[T any](ctx context.Context, sheet *Sheet, job Job[T]) error {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	if text, ok := sheet.source.(*textSource); ok {
		return scanText(ctx, &running, text, job)
	}
	if parts, ok := sheet.source.(inParts); ok {
		return scanPieces(ctx, &running, parts, job)
	}
	return scanRows(ctx, &running, sheet, job)
}

// pieceRows is how many rows of a format that is read in one go make a piece.
const pieceRows = 4096

// piece is the next rows of a sheet, as many as pieceRows.
type piece struct {
	rowReader
	left   int
	ended  bool
	failed error
}

func (p *piece) next() (Row, error) {
	if p.left--; p.left < 0 || p.ended {
		return Row{}, io.EOF
	}
	row, err := p.rowReader.next()
	p.ended = err == io.EOF
	if err != nil && err != io.EOF {
		p.failed = err
	}
	return row, err
}

// scanRows reads rows on one thread while parts are taken on another.
func scanRows[T any](ctx context.Context, running *sync.WaitGroup, sheet *Sheet, job Job[T]) error {
	type outcome struct {
		part T
		err  error
	}
	parts := make(chan outcome, 2)
	running.Go(func() {
		defer close(parts)
		send := func(o outcome) bool {
			select {
			case parts <- o:
				return o.err == nil
			case <-ctx.Done():
				return false
			}
		}
		source, err := sheet.source.rows(ctx, job.Columns)
		if err != nil {
			send(outcome{err: err})
			return
		}
		defer source.close()
		read := job.Reader()
		for ended := false; !ended; {
			p := &piece{rowReader: source, left: pieceRows}
			part, err := read(&Rows{ctx: ctx, reader: p})
			if err == nil {
				err = p.failed
			}
			if !send(outcome{part, err}) {
				return
			}
			ended = p.ended
		}
	})
	for o := range parts {
		if o.err != nil {
			return o.err
		}
		if err := job.Take(0, o.part); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// block is a run of whole lines of a text file. It is read as if a row started
// with it, which is so unless a cell of the rows before goes on in it.
type block[T any] struct {
	text  []byte
	final bool
	err   error // of reading the file up to here
	done  chan cut[T]
}

// cut is what became of a block.
type cut[T any] struct {
	part        T
	err         error
	rows, lines int
	rest        []byte // of the text: a row that does not end in it
}

// textPiece reads the rows of one block.
type textPiece struct {
	split       rowCutter
	rest        []byte
	final       bool
	rows, lines int
}

func (p *textPiece) close() error { return nil }

func (p *textPiece) next() (Row, error) {
	for len(p.rest) > 0 {
		row, used, lines := p.split.next(p.rest, p.final)
		if used == 0 {
			break
		}
		p.rest = p.rest[used:]
		p.rows++
		p.lines += lines
		if row.Problem == openQuotation {
			return Row{}, &openCell{p.lines - lines + 1}
		}
		if row.Cells == nil && row.Problem == "" {
			continue // a blank line
		}
		row.Number = p.rows
		return row, nil
	}
	return Row{}, io.EOF
}

// openCell is a cell whose quotation mark nothing ends.
type openCell struct{ line int }

func (e *openCell) Error() string {
	return fmt.Sprintf("expected a quotation mark that ends the cell, found none from line %d on; correct that line", e.line)
}

func scanText[T any](ctx context.Context, running *sync.WaitGroup, source *textSource, job Job[T]) error {
	threads := max(job.Threads, 1)
	work, order := make(chan *block[T], threads), make(chan *block[T], threads)
	spare := make(chan []byte, 2*threads+2)
	running.Go(func() { feed(ctx, source, spare, work, order) })
	if source.names != nil {
		part, err := job.Reader()(&Rows{ctx: ctx, reader: &nameRow{names: source.names}})
		if err == nil {
			err = job.Take(0, part)
		}
		if err != nil {
			return err
		}
	}
	cutter := func() func(text []byte, final bool) cut[T] {
		split, read := source.cutter(job.Columns), job.Reader()
		return func(text []byte, final bool) cut[T] {
			p := &textPiece{split: split, rest: text, final: final}
			part, err := read(&Rows{ctx: ctx, reader: p})
			return cut[T]{part, err, p.rows, p.lines, p.rest}
		}
	}
	for range threads {
		running.Go(func() {
			cut := cutter()
			for b := range work {
				b.done <- cut(b.text, b.final)
			}
		})
	}
	again := cutter()
	var pending []byte // a row that goes on in the next block
	rows, lines := 0, 0
	for b := range order {
		if b.err != nil {
			return fmt.Errorf("reading stopped after row %d: %w", rows, b.err)
		}
		var done cut[T]
		select {
		case done = <-b.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if len(pending) > 0 {
			if int64(len(pending)) > source.limits.Cell {
				return &openCell{lines + 1}
			}
			done = again(append(pending, b.text...), b.final)
		}
		if open := (*openCell)(nil); errors.As(done.err, &open) {
			return &openCell{lines + open.line}
		}
		if done.err != nil {
			return done.err
		}
		if err := job.Take(rows, done.part); err != nil {
			return err
		}
		rows += done.rows
		lines += done.lines
		pending = append(pending[:0:0], done.rest...)
		select {
		case spare <- b.text[:0]:
		default:
		}
	}
	return ctx.Err()
}

// feed cuts the file into blocks after the last line end of each, and hands
// them to whoever is free, and in order.
func feed[T any](ctx context.Context, source *textSource, spare <-chan []byte, work, order chan<- *block[T]) {
	defer close(order)
	defer close(work)
	hand := func(b *block[T]) bool {
		b.done = make(chan cut[T], 1)
		select {
		case order <- b:
		case <-ctx.Done():
			return false
		}
		if b.err != nil {
			return false
		}
		select {
		case work <- b:
			return true
		case <-ctx.Done():
			return false
		}
	}
	data, err := source.bytes()
	if err != nil {
		hand(&block[T]{err: err})
		return
	}
	defer data.Close()
	var over []byte // of the block before: an unfinished line
	for {
		var text []byte
		select {
		case text = <-spare:
		default:
		}
		if cap(text) < len(over)+source.block {
			text = make([]byte, 0, len(over)+source.block+source.block/8)
		}
		text = append(text[:0], over...)
		kept := len(text)
		n, err := io.ReadFull(data, text[kept:cap(text)])
		text = text[:kept+n]
		switch {
		case err == io.EOF || err == io.ErrUnexpectedEOF:
			hand(&block[T]{text: text, final: true})
			return
		case err != nil:
			hand(&block[T]{err: err})
			return
		}
		end := bytes.LastIndexByte(text, '\n') + 1
		if end == 0 && int64(len(text)) > source.limits.Cell {
			hand(&block[T]{err: fmt.Errorf("expected lines, found one of more than %d bytes", source.limits.Cell)})
			return
		}
		over = append([]byte(nil), text[end:]...)
		if end > 0 && !hand(&block[T]{text: text[:end]}) {
			return
		}
	}
}
