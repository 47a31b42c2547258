package sqlite_test

import (
	"path/filepath"
	"testing"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/sqlite"
)

func open(place string, readOnly bool) (ledger.Store, error) {
	return sqlite.Open(filepath.Join(place, "ledger.db"), readOnly)
}

func TestStore(t *testing.T) { ledgertest.Test(t, open) }

func BenchmarkStore(b *testing.B) { ledgertest.Benchmark(b, open) }
