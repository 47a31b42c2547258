package sqlite_test

import (
	"bytes"
	"database/sql"
	"os"
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

func TestMove(t *testing.T) { ledgertest.Move(t, open, open) }

func TestScrubbed(t *testing.T) {
	ledgertest.Scrubbed(t, open, func(t *testing.T, place, words string) bool {
		found := false
		files, err := filepath.Glob(filepath.Join(place, "*"))
		must(t, err)
		for _, file := range files {
			b, err := os.ReadFile(file)
			must(t, err)
			found = found || bytes.Contains(b, []byte(words))
		}
		return found
	})
}

func TestDamage(t *testing.T) {
	ledgertest.Damage(t, open, func(t testing.TB, place, statement string) int64 {
		db, err := sql.Open("sqlite", "file:"+filepath.Join(place, "ledger.db")+"?_pragma=foreign_keys(1)&_pragma=busy_timeout(5000)")
		must(t, err)
		defer db.Close() // each statement is committed by itself
		result, err := db.Exec(statement)
		if err != nil {
			return 0
		}
		count, err := result.RowsAffected()
		must(t, err)
		return count
	})
}

func BenchmarkStore(b *testing.B) { ledgertest.Benchmark(b, open, bare) }

// bare commits a row with the settings of the ledger.
func bare(b *testing.B, place string) func() error {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(place, "bare.db")+"?_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=foreign_keys(1)&_pragma=cache_size(-65536)&_pragma=secure_delete(1)")
	must(b, err)
	b.Cleanup(func() { must(b, db.Close()) })
	db.SetMaxOpenConns(1)
	_, err = db.Exec("create table t (n integer primary key, words text not null) strict")
	must(b, err)
	insert, err := db.Prepare("insert into t (words) values (?)")
	must(b, err)
	return func() error {
		_, err := insert.Exec("one bare row")
		return err
	}
}
