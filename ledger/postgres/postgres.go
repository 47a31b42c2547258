// Package postgres keeps a ledger in a schema of a PostgreSQL database: any
// number of programs write, in turn, and any number read.
package postgres

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"muster/ledger"
)

//go:embed migrations/*.sql
var migrations embed.FS

type store struct {
	address  Address
	readers  *pgxpool.Pool
	readOnly bool
	alone    bool

	mu     sync.Mutex // held while this program writes; guards writer
	writer *pgx.Conn  // nil: connect first
}

// Open opens the ledger in a schema. For writing, schema and tables are made
// when there are none. For reading only, they have to exist; the error wraps
// fs.ErrNotExist when they do not. Several programs may have a ledger open for
// writing, and write in turn; while one has it alone, the others are told
// ledger.ErrBusy.
func Open(ctx context.Context, address Address, readOnly bool) (ledger.Store, error) {
	return open(ctx, &store{address: address, readOnly: readOnly})
}

// OpenAlone opens the ledger for writing and keeps all others that do so out
// for as long as it is open: they are told ledger.ErrBusy, as this one is when
// another was first. Reading stays open to all.
func OpenAlone(ctx context.Context, address Address) (ledger.Store, error) {
	return open(ctx, &store{address: address, alone: true})
}

func open(ctx context.Context, s *store) (ledger.Store, error) {
	pool, err := s.address.poolConfig()
	if err != nil {
		return nil, err
	}
	if s.readers, err = pgxpool.NewWithConfig(ctx, pool); err != nil {
		return nil, s.plain(err)
	}
	if s.readOnly {
		err = s.checkLayout(ctx)
	} else if err = s.connectWriter(ctx); err == nil {
		err = s.migrate(ctx)
	}
	if err != nil {
		return nil, errors.Join(s.plain(err), s.Close())
	}
	return s, nil
}

// connectWriter connects, and takes the lock that keeps other writers out.
func (s *store) connectWriter(ctx context.Context) error {
	config, err := s.address.config(false)
	if err != nil {
		return err
	}
	writer, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return err
	}
	first, err := s.lockWriter(ctx, writer)
	if err == nil && !first {
		err = fmt.Errorf("%s: %w and keeps it open; stop it first", s.address, ledger.ErrBusy)
	}
	if err != nil {
		return errors.Join(err, writer.Close(ctx))
	}
	s.writer = writer
	return nil
}

// lockWriter takes the lock, alone or with other writers, and waits a moment for it: of a process that was
// killed, the server learns a little later.
func (s *store) lockWriter(ctx context.Context, writer *pgx.Conn) (first bool, err error) {
	query := "select pg_try_advisory_lock_shared($1)"
	if s.alone {
		query = "select pg_try_advisory_lock($1)"
	}
	for range 12 {
		err = writer.QueryRow(ctx, query, s.lock("alone")).Scan(&first)
		if err != nil || first {
			return first, err
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(250 * time.Millisecond):
		}
	}
	return false, nil
}

// lock is the number of an advisory lock, of which a database has one set for
// all its schemas and all its users.
func (s *store) lock(what string) int64 {
	digest := sha256.Sum256([]byte("muster ledger " + what + " " + s.address.schema))
	return int64(binary.BigEndian.Uint64(digest[:]))
}

func layout() ledger.Layout {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return ledger.NewLayout(scripts)
}

// layoutVersion returns the layout of the tables, 0 when there are none.
func layoutVersion(ctx context.Context, query interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}) (version int, err error) {
	var there bool
	if err := query.QueryRow(ctx, "select to_regclass('layout') is not null").Scan(&there); err != nil || !there {
		return 0, err
	}
	err = query.QueryRow(ctx, "select version from layout").Scan(&version)
	return version, err
}

func (s *store) checkLayout(ctx context.Context) error {
	version, err := layoutVersion(ctx, s.readers)
	if err == nil && version == 0 {
		err = fmt.Errorf("there is no ledger in the schema %q: %w", s.address.schema, fs.ErrNotExist)
	}
	if err == nil {
		err = layout().Mismatch(version)
	}
	return err
}

// migrate brings the tables to the layout that this program knows.
func (s *store) migrate(ctx context.Context) error {
	layout := layout()
	if version, err := layoutVersion(ctx, s.writer); err != nil || version == len(layout) {
		return err
	}
	return pgx.BeginFunc(ctx, s.writer, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "select pg_advisory_xact_lock($1)", s.lock("write")); err != nil {
			return err
		}
		var encoding string
		if err := tx.QueryRow(ctx, "show server_encoding").Scan(&encoding); err != nil {
			return err
		}
		if encoding != "UTF8" {
			return fmt.Errorf("the database is encoded in %s; expected UTF8, so make another with: createdb --encoding UTF8 --template template0 NAME", encoding)
		}
		if _, err := tx.Exec(ctx, "create schema if not exists "+pgx.Identifier{s.address.schema}.Sanitize()); err != nil {
			return err
		}
		version, err := layoutVersion(ctx, tx)
		if err != nil {
			return err
		}
		steps, err := layout.Steps(version)
		if err != nil {
			return err
		}
		if version == 0 {
			steps = append([]string{"create table layout (version integer not null); insert into layout values (0)"}, steps...)
		}
		for _, step := range append(steps, fmt.Sprintf("update layout set version = %d", len(layout))) {
			// The simple protocol takes several statements at once.
			if _, err := tx.Exec(ctx, step, pgx.QueryExecModeSimpleProtocol); err != nil {
				return err
			}
		}
		return nil
	})
}

// View implements ledger.Store.
func (s *store) View(ctx context.Context, f func(ledger.View) error) error {
	session := &session{ctx: ctx, store: s, connect: func() (*pgx.Conn, func(), error) {
		connection, err := s.readers.Acquire(ctx)
		if err != nil {
			return nil, nil, err
		}
		return connection.Conn(), connection.Release, nil
	}}
	session.exec("begin isolation level repeatable read read only")
	return s.plain(session.run("rollback", func() error { v := newView(session); return f(&v) }))
}

// Change implements ledger.Store.
func (s *store) Change(ctx context.Context, f func(ledger.Change) error) error {
	if s.readOnly {
		return ledger.ErrReadOnly
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	session := &session{ctx: ctx, store: s, connect: func() (*pgx.Conn, func(), error) {
		if s.writer == nil || s.writer.IsClosed() {
			if err := s.connectWriter(ctx); err != nil {
				return nil, nil, err
			}
		}
		return s.writer, func() {}, nil
	}}
	// Not repeatable read: that would show the state from before the lock.
	session.exec("begin isolation level read committed")
	session.exec("select pg_advisory_xact_lock($1)", s.lock("write"))
	return s.plain(session.run("commit", func() error { return f(&change{newView(session)}) }))
}

// Scrub implements ledger.Store: the table of entries is written anew without what
// was removed. The server's own write-ahead log holds it for a while, and its
// backups hold it for as long as they are kept.
func (s *store) Scrub(ctx context.Context) error {
	if s.readOnly {
		return ledger.ErrReadOnly
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil || s.writer.IsClosed() {
		if err := s.connectWriter(ctx); err != nil {
			return s.plain(err)
		}
	}
	_, err := s.writer.Exec(ctx, "vacuum (full, analyze) entry", pgx.QueryExecModeSimpleProtocol)
	return s.plain(err)
}

// ReadOnly implements ledger.Store.
func (s *store) ReadOnly() bool { return s.readOnly }

// Close implements ledger.Store.
func (s *store) Close() error {
	s.readers.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = s.writer.Close(ctx) // a connection that is broken already has nothing to lose
	s.writer = nil
	return nil
}
