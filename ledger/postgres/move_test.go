package postgres_test

import (
	"path/filepath"
	"testing"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/postgres/postgrestest"
	"muster/ledger/sqlite"
)

func testMove(t *testing.T, server *postgrestest.Server) {
	there := opener(server)
	here := func(place string, readOnly bool) (ledger.Store, error) {
		return sqlite.Open(filepath.Join(place, "ledger.db"), readOnly)
	}
	t.Run("FromSQLite", func(t *testing.T) { ledgertest.Move(t, here, there) })
	t.Run("ToSQLite", func(t *testing.T) { ledgertest.Move(t, there, here) })
}
