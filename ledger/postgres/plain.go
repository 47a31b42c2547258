package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"muster/ledger"
)

// code returns PostgreSQL's SQLSTATE, "" for other errors.
func code(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// unreachable reports whether the server is not there, or goes away, or just
// comes up.
func unreachable(err error) bool {
	switch code(err) {
	case "57P01", "57P02", "57P03", "08000", "08003", "08006":
		return true
	case "":
		var connect *pgconn.ConnectError
		var network net.Error
		return errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) ||
			errors.Is(err, net.ErrClosed) || pgconn.SafeToRetry(err)
	}
	return false
}

// plain says in words what PostgreSQL says in codes.
func (s *store) plain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	at := s.address.String()
	switch code(err) {
	case "55P03":
		return fmt.Errorf("%s: %w; wait until it is done, or stop it: %w", at, ledger.ErrBusy, err)
	case "42501", "25006":
		return fmt.Errorf("%s: this user may not do that; ask for the rights, or open it for reading: %w: %w", at, fs.ErrPermission, err)
	case "28000", "28P01":
		return fmt.Errorf("%s: PostgreSQL does not let this user in; look at PGUSER, and at PGPASSWORD or the file ~/.pgpass: %w: %w", at, fs.ErrPermission, err)
	case "3D000":
		return fmt.Errorf("%s: there is no such database; make it with createdb, or name another: %w: %w", at, fs.ErrNotExist, err)
	case "53100":
		return fmt.Errorf("%s: the server's disk is full; make room and try again: %w", at, err)
	case "XX001", "XX002":
		return fmt.Errorf("%s: %w: restore the database from a backup: %w", at, ledger.ErrDamaged, err)
	}
	if unreachable(err) {
		return fmt.Errorf("%s: %w; is it running, and is the address right? %w", at, ledger.ErrUnreachable, err)
	}
	return err
}
