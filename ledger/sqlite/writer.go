package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// writer is the connection that writes, with its statements compiled. It is kept,
// because taking one from the pool and compiling "begin" and "commit" anew takes
// as long as adding an entry does.
type writer struct {
	connection *sql.Conn
	statements map[string]*sql.Stmt
}

func newWriter(db *sql.DB) (*writer, error) {
	connection, err := db.Conn(context.Background())
	if err != nil {
		return nil, err
	}
	if _, err := connection.ExecContext(context.Background(), "pragma cache_size = -65536"); err != nil { // imports touch many pages
		return nil, errors.Join(err, connection.Close())
	}
	return &writer{connection, map[string]*sql.Stmt{}}, nil
}

func (w *writer) prepare(query string) (*sql.Stmt, error) {
	statement, found := w.statements[query]
	if !found {
		var err error
		if statement, err = w.connection.PrepareContext(context.Background(), query); err != nil {
			return nil, err
		}
		w.statements[query] = statement
	}
	return statement, nil
}

func (w *writer) run(query string) error {
	statement, err := w.prepare(query)
	if err == nil {
		_, err = statement.Exec()
	}
	return err
}

// transaction commits what f writes when f returns nil, and nothing otherwise.
// usable is false when the connection may still be inside the transaction.
func (w *writer) transaction(f func() error) (usable bool, err error) {
	if err := w.run("begin immediate"); err != nil {
		return true, err
	}
	if err = f(); err == nil {
		err = w.run("commit")
	}
	if err != nil {
		// After some errors, such as a full disk, SQLite has rolled back already
		// and refuses to do it again.
		return w.run("rollback") == nil, err
	}
	return true, nil
}

func (w *writer) close() error {
	var all error
	for _, statement := range w.statements {
		all = errors.Join(all, statement.Close())
	}
	return errors.Join(all, w.connection.Close())
}
