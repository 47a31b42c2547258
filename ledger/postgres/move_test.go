package postgres_test

import (
	"path/filepath"
	"testing"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/postgres/postgrestest"
	"muster/ledger/sqlite"
)

func TestMove(t *testing.T) {
	there := opener(postgrestest.Start(t))
	here := func(place string, readOnly bool) (ledger.Store, error) {
		return sqlite.Open(filepath.Join(place, "ledger.db"), readOnly)
	}
	t.Run("FromSQLite", func(t *testing.T) { ledgertest.Move(t, here, there) })
	t.Run("ToSQLite", func(t *testing.T) { ledgertest.Move(t, there, here) })
}
