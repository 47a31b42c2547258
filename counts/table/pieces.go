package table

import (
	"context"
	"io"
	"sync"
)

// inParts is a source whose rows lie in several pieces that can be read at the
// same time.
type inParts interface {
	source
	pieces() int
	// piece opens one; above is how many rows are numbered before its first, which
	// is 1.
	piece(n int, columns []int) (reader rowReader, above int, err error)
}

// inPieces reads all pieces of a source one after another.
type inPieces struct {
	source  inParts
	columns []int
	n       int
	above   int
	now     rowReader
}

func (r *inPieces) close() error {
	if r.now == nil {
		return nil
	}
	return r.now.close()
}

func (r *inPieces) next() (Row, error) {
	for {
		if r.now == nil {
			if r.n == r.source.pieces() {
				return Row{}, io.EOF
			}
			var err error
			if r.now, r.above, err = r.source.piece(r.n, r.columns); err != nil {
				r.now = nil
				return Row{}, err
			}
			r.n++
		}
		row, err := r.now.next()
		if err == nil {
			row.Number += r.above
			return row, nil
		}
		if err != io.EOF {
			return Row{}, err
		}
		if err := r.now.close(); err != nil {
			return Row{}, err
		}
		r.now = nil
	}
}

// nameRow is the row of names that a format holds apart from its rows.
type nameRow struct {
	names []string
	done  bool
}

func (r *nameRow) close() error { return nil }

func (r *nameRow) next() (Row, error) {
	if r.done {
		return Row{}, io.EOF
	}
	r.done = true
	row := Row{}
	for _, name := range r.names {
		row.Cells = append(row.Cells, textCell([]byte(name)))
	}
	return row, nil
}

// scanPieces reads pieces on several threads, at most two more than are taken.
func scanPieces[T any](ctx context.Context, running *sync.WaitGroup, source inParts, job Job[T]) error {
	type outcome struct {
		above int
		part  T
		err   error
	}
	type order struct {
		n    int
		done chan outcome
	}
	threads := max(job.Threads, 1)
	work, queue := make(chan order), make(chan order, threads)
	running.Go(func() {
		defer close(work)
		defer close(queue)
		for n := range source.pieces() {
			o := order{n, make(chan outcome, 1)}
			for _, to := range []chan order{queue, work} {
				select {
				case to <- o:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	for range threads {
		running.Go(func() {
			read := job.Reader()
			for o := range work {
				var done outcome
				var rows rowReader
				if rows, done.above, done.err = source.piece(o.n, job.Columns); done.err == nil {
					done.part, done.err = read(&Rows{ctx: ctx, reader: rows})
					if err := rows.close(); done.err == nil {
						done.err = err
					}
				}
				o.done <- done
			}
		})
	}
	for o := range queue {
		select {
		case done := <-o.done:
			if done.err != nil {
				return done.err
			}
			if err := job.Take(done.above, done.part); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
