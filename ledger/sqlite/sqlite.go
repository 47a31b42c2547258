// Package sqlite keeps a ledger in one SQLite file, in write-ahead mode: while
// one process writes, any number read.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"muster/ledger"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Settings of every connection. FULL, because what was signed must never be
// lost to a power cut.
const (
	writing = "_txlock=immediate&_pragma=busy_timeout(%d)&_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=foreign_keys(1)&_pragma=cache_size(-16384)&_pragma=secure_delete(1)"
	reading = "mode=ro&_pragma=busy_timeout(10000)&_pragma=query_only(1)"
	// frozen reads a file in a folder that cannot be written to. SQLite then
	// takes no locks, so this is for a file that nobody has open.
	frozen = "immutable=1&" + reading
)

type store struct {
	db       *sql.DB
	readOnly bool

	mu         sync.Mutex // guards statements
	statements map[string]*sql.Stmt

	writing sync.Mutex // held while this program writes; guards writer
	writer  *writer    // nil: connect first
}

// Open opens the ledger in a file. For writing, the file is made when there is
// none; its folder has to exist. For reading only, the file has to exist;
// another process may write to it at the same time.
func Open(path string, readOnly bool) (ledger.Store, error) {
	if readOnly {
		return openForReading(path)
	}
	return OpenWaiting(path, 10*time.Second)
}

// OpenWaiting is Open for writing, which waits that long for another writer
// before it gives up with ledger.ErrBusy.
func OpenWaiting(path string, wait time.Duration) (ledger.Store, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	db, err := connect(absolute, fmt.Sprintf(writing, wait.Milliseconds()))
	if err != nil {
		return nil, plain(absolute, err)
	}
	s := &store{db: db, statements: map[string]*sql.Stmt{}}
	if err = checkWritable(context.Background(), db); err == nil {
		err = s.migrate(context.Background())
	}
	if err != nil {
		return nil, errors.Join(plain(absolute, err), db.Close())
	}
	return s, nil
}

func openForReading(path string) (ledger.Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	db, err := connect(path, reading)
	if code(err) == sqlite3.SQLITE_CANTOPEN || code(err) == sqlite3.SQLITE_READONLY {
		if left, statErr := os.Stat(path + "-wal"); statErr == nil && left.Size() > 0 {
			return nil, fmt.Errorf("%s was not closed properly and its folder cannot be written to; copy the folder and open the copy: %w", path, fs.ErrPermission)
		}
		db, err = connect(path, frozen)
	}
	if err != nil {
		return nil, plain(path, err)
	}
	s := &store{db: db, readOnly: true, statements: map[string]*sql.Stmt{}}
	version, err := userVersion(context.Background(), db)
	if err == nil {
		err = layout().Mismatch(version)
	}
	if err != nil {
		return nil, errors.Join(plain(path, err), db.Close())
	}
	return s, nil
}

// connect opens the file and looks whether it can be read.
func connect(path, settings string) (*sql.DB, error) {
	// An absolute Windows path, C:\…, needs the slash before its drive.
	location := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/"), RawQuery: settings}
	db, err := sql.Open("sqlite", location.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxIdleConns(8) // so that statements stay compiled
	if _, err := userVersion(context.Background(), db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// checkWritable asks SQLite, which opens a file for reading when it may not be
// written to, and says so only at the first write.
func checkWritable(ctx context.Context, db *sql.DB) error {
	connection, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer connection.Close() // gives it back
	return connection.Raw(func(driver any) error {
		asked, ok := driver.(interface{ IsReadOnly(string) (bool, error) })
		if !ok {
			return nil
		}
		readOnly, err := asked.IsReadOnly("main")
		if err == nil && readOnly {
			err = fmt.Errorf("the file may not be written to; open it for reading, or change its rights: %w", fs.ErrPermission)
		}
		return err
	})
}

// migrate brings the tables to the layout that this program knows.
func (s *store) migrate(ctx context.Context) error {
	layout := layout()
	version, err := userVersion(ctx, s.db)
	if err != nil || version == len(layout) {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once committed
	if version, err = userVersion(ctx, tx); err != nil {
		return err
	}
	steps, err := layout.Steps(version)
	if err != nil {
		return err
	}
	for _, step := range steps {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("pragma user_version = %d", len(layout))); err != nil {
		return err
	}
	return tx.Commit()
}

func layout() ledger.Layout {
	scripts, err := fs.Sub(migrations, "migrations")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return ledger.NewLayout(scripts)
}

func userVersion(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (version int, err error) {
	err = db.QueryRowContext(ctx, "pragma user_version").Scan(&version)
	return version, err
}

// View implements ledger.Store.
func (s *store) View(ctx context.Context, f func(ledger.View) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	// Statements are not told of ctx, for watching it costs as much as a statement
	// does: it is looked at before each instead.
	tx, err := s.db.BeginTx(context.WithoutCancel(ctx), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return plain("", err)
	}
	defer tx.Rollback() // nothing was written
	v := newView(&session{ctx, func(query string) (*sql.Stmt, error) { return s.prepare(tx, query) }})
	return plain("", f(&v))
}

// prepare returns a statement for a transaction. It is compiled once a
// connection, which takes longer than most queries run.
func (s *store) prepare(tx *sql.Tx, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	statement, found := s.statements[query]
	if !found {
		var err error
		if statement, err = s.db.Prepare(query); err != nil {
			return nil, err
		}
		s.statements[query] = statement
	}
	return tx.Stmt(statement), nil
}

// Change implements ledger.Store.
func (s *store) Change(ctx context.Context, f func(ledger.Change) error) error {
	if s.readOnly {
		return ledger.ErrReadOnly
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.writer == nil {
		var err error
		if s.writer, err = newWriter(s.db); err != nil {
			return plain("", err)
		}
	}
	usable := false // when f panics
	defer func() {
		if !usable {
			_ = s.writer.close() // which rolls back; there is an error already
			s.writer = nil
		}
	}()
	var err error
	usable, err = s.writer.transaction(func() error {
		if err := f(&change{newView(&session{ctx, s.writer.prepare})}); err != nil {
			return err
		}
		return ctx.Err()
	})
	return plain("", err)
}

// Scrub implements ledger.Store: the file is written anew without what was
// removed, and the write-ahead log, which holds pages as they were, is emptied.
// Readers keep that from happening until they are done.
func (s *store) Scrub(ctx context.Context) error {
	if s.readOnly {
		return ledger.ErrReadOnly
	}
	connection, err := s.db.Conn(ctx)
	if err != nil {
		return plain("", err)
	}
	defer connection.Close() // gives it back
	if _, err := connection.ExecContext(ctx, "vacuum"); err != nil {
		return plain("", err)
	}
	var busy, pages, moved int
	for range 100 {
		if err := connection.QueryRowContext(ctx, "pragma wal_checkpoint(truncate)").Scan(&busy, &pages, &moved); err != nil {
			return plain("", err)
		}
		if busy == 0 {
			return nil
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return fmt.Errorf("what was removed is gone from the ledger and may still stand in its file, which another program reads; close that and do it once more: %w", ledger.ErrBusy)
}

// ReadOnly implements ledger.Store.
func (s *store) ReadOnly() bool { return s.readOnly }

// Close implements ledger.Store.
func (s *store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	var err error
	if s.writer != nil {
		err = s.writer.close()
		s.writer = nil
	}
	return errors.Join(err, s.db.Close())
}

// code returns SQLite's primary result code, 0 for other errors.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// plain says in words what SQLite says in codes.
func plain(path string, err error) error {
	where := ""
	if path != "" {
		where = path + ": "
	}
	switch code(err) {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s%w; wait until it is done, or stop it: %w", where, ledger.ErrBusy, err)
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%s%w: the file is not, or no longer, a whole SQLite database; restore it from a backup: %w", where, ledger.ErrDamaged, err)
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%sthe file cannot be opened for this; look at the rights of the file and its folder, or copy the folder elsewhere: %w: %w", where, fs.ErrPermission, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%sthe disk is full; make room and try again: %w", where, err)
	}
	if err != nil && path != "" {
		return fmt.Errorf("%s: %w", path, err)
	}
	return err
}
