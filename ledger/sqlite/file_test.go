package sqlite_test

import (
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/ledger"
	"muster/ledger/sqlite"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// newLog makes a ledger file with one entry.
func newLog(t *testing.T, path string) *ledger.Log {
	t.Helper()
	return newLogWith(t, path, ledger.KeyFolder(t.TempDir()))
}

func newLogWith(t *testing.T, path string, keys ledger.Keys) *ledger.Log {
	t.Helper()
	store, err := sqlite.Open(path, false)
	must(t, err)
	log, err := ledger.Create(t.Context(), store, ledger.Options{
		Origin: "test/file", Keys: keys, Now: time.Now, Random: rand.Reader,
	})
	must(t, err)
	_, err = log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: "f1", Author: "curator:ann", Content: []byte("1")})
	must(t, err)
	return log
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	for _, readOnly := range []bool{false, true} {
		text := filepath.Join(dir, "text.db")
		must(t, os.WriteFile(text, []byte(strings.Repeat("no database ", 100)), 0o644))
		if _, err := sqlite.Open(text, readOnly); !errors.Is(err, ledger.ErrDamaged) || !strings.Contains(err.Error(), text) {
			t.Errorf("a text file, read only %v: %v", readOnly, err)
		}

		newer := filepath.Join(dir, "newer.db")
		db, err := sql.Open("sqlite", newer)
		must(t, err)
		_, err = db.Exec("pragma user_version = 99")
		must(t, errors.Join(err, db.Close()))
		if _, err := sqlite.Open(newer, readOnly); err == nil || !strings.Contains(err.Error(), "use a newer Muster") {
			t.Errorf("a newer layout, read only %v: %v", readOnly, err)
		}

		if _, err := sqlite.Open(filepath.Join(dir, "no folder", "ledger.db"), readOnly); err == nil {
			t.Errorf("a folder that is not there was opened, read only %v", readOnly)
		}
	}
	if _, err := sqlite.Open(filepath.Join(dir, "missing.db"), true); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("reading a missing file: %v", err)
	}
}

// TestOldLayout opens files whose tables are of the earlier layouts, and of which
// the last entry was not signed.
func TestOldLayout(t *testing.T) {
	now := filepath.Join(t.TempDir(), "ledger.db")
	keys := ledger.KeyFolder(t.TempDir())
	log := newLogWith(t, now, keys)
	for i := range 3 {
		_, err := log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", i%2), Author: "curator:ann", Content: []byte("2")})
		must(t, err)
	}
	must(t, log.Close())
	kept, err := keys.Last("test/file")
	must(t, err)
	versions := map[int]string{
		1: `insert into subject_version select kind, subject, number, entry,
			(select min(entry) from now.version later where later.kind = version.kind and later.subject = version.subject and later.entry > version.entry)
			from now.version`,
		2: "insert into version select * from now.version",
	}
	versions[3] = versions[2]
	for layout := 1; layout <= 3; layout++ {
		path := filepath.Join(t.TempDir(), "ledger.db")
		db, err := sql.Open("sqlite", path)
		must(t, err)
		db.SetMaxOpenConns(1)
		for script := 1; script <= layout; script++ {
			text, err := os.ReadFile(fmt.Sprintf("migrations/%d.sql", script))
			must(t, err)
			_, err = db.Exec(string(text))
			must(t, err)
		}
		_, err = db.Exec(`attach ? as now;
			insert into entry select number, leaf from now.entry;
			insert into body select number, body from now.entry;
			insert into checkpoint select * from now.checkpoint where size < 4;
			insert into meta select * from now.meta;
			insert into tile select level, number, hashes from now.tile;
			pragma user_version = `+fmt.Sprint(layout)+";"+versions[layout], now)
		must(t, errors.Join(err, db.Close()))

		if _, err := sqlite.Open(path, true); err == nil || !strings.Contains(err.Error(), "open it for writing once") {
			t.Errorf("reading layout %d: %v", layout, err)
		}
		store, err := sqlite.Open(path, false)
		must(t, err)
		opened, err := ledger.Open(t.Context(), store, ledger.Options{Keys: keys, Now: time.Now, Random: rand.Reader})
		must(t, err)
		must(t, opened.CanAppend())
		entries, err := opened.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: "f0", Author: "curator:ann", Content: []byte("3")})
		must(t, err)
		if entries[0].Index != 4 || entries[0].Leaf.Version != 3 {
			t.Errorf("layout %d: appended entry %d, version %d; expected 4 and 3", layout, entries[0].Index, entries[0].Leaf.Version)
		}
		must(t, opened.Check(t.Context()))
		must(t, opened.Close())
		must(t, keys.Keep("test/file", kept))
	}
}

func TestOddPaths(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "100% sure? a#b & c=d ü")
	must(t, os.Mkdir(dir, 0o755))
	path := filepath.Join(dir, "ledger.db")
	must(t, newLog(t, path).Close())
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	t.Chdir(dir)
	store, err := sqlite.Open("ledger.db", true)
	must(t, err)
	must(t, store.Close())
}

// A truncated file is found when it is read, if not when it is opened.
func TestTruncated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	must(t, newLog(t, path).Close())
	info, err := os.Stat(path)
	must(t, err)
	must(t, os.Truncate(path, info.Size()/2))
	store, err := sqlite.Open(path, true)
	if err == nil {
		defer store.Close() // only read
		var log *ledger.Log
		if log, err = ledger.Open(t.Context(), store, ledger.Options{}); err == nil {
			err = log.Check(t.Context())
		}
	}
	if !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("half a file: %v", err)
	}
}

func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	must(t, newLog(t, path).Close())
	hold, err := sql.Open("sqlite", path)
	must(t, err)
	defer hold.Close() // only held
	hold.SetMaxOpenConns(1)
	_, err = hold.Exec("begin immediate")
	must(t, err)
	store, err := sqlite.OpenWaiting(path, 50*time.Millisecond)
	must(t, err)
	defer store.Close() // nothing was written
	if err := store.Change(t.Context(), func(ledger.Change) error { return nil }); !errors.Is(err, ledger.ErrBusy) {
		t.Errorf("while another writes: %v", err)
	}
}
