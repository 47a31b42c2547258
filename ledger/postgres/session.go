package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"muster/ledger"
)

// session is one transaction. What is written waits and is sent with the next
// read or with the commit, so that an append goes to the server and back three
// times and not ten.
type session struct {
	ctx     context.Context
	store   *store
	connect func() (*pgx.Conn, func(), error)

	conn    *pgx.Conn // nil until the first statement is sent
	release func()
	waiting []statement
	heard   bool // something was answered, so the transaction cannot be begun again elsewhere
	ended   bool // there is no transaction to end
}

type statement struct {
	query     string
	arguments []any
	read      func(pgx.Rows) error // nil: what it answers is not of interest
}

// reconnectFor is how long a server that restarts is waited for.
const reconnectFor = 10 * time.Second

// run calls f and ends the transaction: with this statement, or rolled back
// when f fails.
func (s *session) run(end string, f func() error) error {
	defer func() {
		if s.release != nil {
			s.release()
		}
	}()
	if err := s.ctx.Err(); err != nil {
		return err
	}
	err := f()
	if err == nil {
		err = s.ctx.Err()
	}
	if s.ended {
		return err
	}
	if err != nil {
		s.rollback()
		return err
	}
	if s.conn == nil && len(s.waiting) <= 1 {
		return nil // nothing was asked
	}
	s.exec(end)
	err = s.send()
	if err == nil {
		return nil
	}
	if s.conn != nil && s.conn.IsClosed() && end == "commit" {
		return fmt.Errorf("%w: %w", ledger.ErrUncertain, err)
	}
	s.rollback()
	return err
}

// rollback gives the connection back as it was, or closed.
func (s *session) rollback() {
	if s.conn == nil || s.conn.IsClosed() {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), 5*time.Second)
	defer cancel()
	if _, err := s.conn.Exec(ctx, "rollback"); err != nil {
		_ = s.conn.Close(ctx) // the server rolls back what was cut off
	}
}

// exec adds a statement to those that wait.
func (s *session) exec(query string, arguments ...any) {
	s.waiting = append(s.waiting, statement{query, arguments, nil})
}

// Each sends what waits and a query, and calls f for each row.
func (s *session) Each(query string, arguments []any, f func(scan func(...any) error) error) error {
	s.ask(query, arguments, f)
	return s.send()
}

// ask adds a query to the statements that wait, and f for each of its rows.
func (s *session) ask(query string, arguments []any, f func(scan func(...any) error) error) {
	s.waiting = append(s.waiting, statement{query, arguments, func(rows pgx.Rows) error {
		s.heard = true
		for rows.Next() {
			if err := f(rows.Scan); err != nil {
				return err
			}
		}
		return rows.Err()
	}})
}

// only is each for a view that asks one query and nothing else: it is a
// transaction by itself, so nothing is begun and ended.
func (s *session) only(query string, arguments []any, f func(scan func(...any) error) error) error {
	s.waiting, s.ended = nil, true
	s.ask(query, arguments, f)
	return s.send()
}

// One scans the single row of a query; false when there is none.
func (s *session) One(query string, arguments []any, into ...any) (found bool, err error) {
	err = s.Each(query, arguments, func(scan func(...any) error) error {
		found = true
		return scan(into...)
	})
	return found, err
}

// send sends what waits. When the connection turns out to be broken before
// anything was answered, as after a restart of the server, it goes on with
// another one.
func (s *session) send() error {
	began := time.Now()
	for {
		err := s.sendOnce()
		if err == nil {
			s.heard, s.waiting = true, nil
			return nil
		}
		broken := s.conn == nil || s.conn.IsClosed()
		if !broken || s.heard || s.ctx.Err() != nil || !unreachable(err) || time.Since(began) > reconnectFor {
			return err
		}
		if s.release != nil {
			s.release()
		}
		s.conn, s.release = nil, nil
		s.store.readers.Reset() // the others are broken as well
		select {
		case <-time.After(50 * time.Millisecond):
		case <-s.ctx.Done():
			return errors.Join(err, s.ctx.Err())
		}
	}
}

func (s *session) sendOnce() (err error) {
	if s.conn == nil {
		if s.conn, s.release, err = s.connect(); err != nil {
			s.conn = nil
			return err
		}
	}
	if len(s.waiting) == 1 && s.waiting[0].read != nil { // a batch of one costs more
		rows, err := s.conn.Query(s.ctx, s.waiting[0].query, s.waiting[0].arguments...)
		if err != nil {
			return err
		}
		defer rows.Close() // its error is in rows.Err
		return s.waiting[0].read(rows)
	}
	var batch pgx.Batch // a new one each time, for it remembers its connection
	for _, statement := range s.waiting {
		if queued := batch.Queue(statement.query, statement.arguments...); statement.read != nil {
			queued.Query(statement.read)
		}
	}
	return s.conn.SendBatch(s.ctx, &batch).Close()
}
