package dossier

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/ledger"
)

// TestBackupWhileWriting backs a dossier up that takes entries all the while:
// what is in the file is whole, of one moment.
func TestBackupWhileWriting(t *testing.T) {
	env := testEnv(t)
	d, dir := opened(t, env)
	ended := make(chan error, 1)
	stop := make(chan struct{})
	go func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				ended <- nil
				return
			default:
			}
			_, err := d.Log().Append(context.Background(), ledger.Draft{Kind: "series", Subject: fmt.Sprintf("s%d", i%7), Author: "folder", Content: []byte(`{}`)})
			if err != nil {
				ended <- err
				return
			}
		}
	}()
	var last int64
	for i := range 5 {
		file := filepath.Join(t.TempDir(), "flood.muster")
		made, err := Backup(t.Context(), dir, file, env)
		if err != nil {
			t.Fatal(err)
		}
		restored, err := Restore(t.Context(), file, filepath.Join(t.TempDir(), "flood"), env)
		if err != nil {
			t.Fatal(err)
		}
		if restored.Entries != made.Entries || made.Entries < last || made.Files == 0 || restored.Files != made.Files {
			t.Errorf("backup %d: made %+v, restored %+v", i, made, restored)
		}
		// The original went on, so the copy is behind what was signed, or as far.
		if restored.Unsigned != nil && !errors.Is(restored.Unsigned, ledger.ErrForked) {
			t.Errorf("backup %d: %v", i, restored.Unsigned)
		}
		last = made.Entries
	}
	close(stop)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
}

// pack writes a backup of these names and contents.
func pack(t *testing.T, path string, headers []tar.Header, contents ...[]byte) {
	t.Helper()
	var whole bytes.Buffer
	packed := gzip.NewWriter(&whole)
	archive := tar.NewWriter(packed)
	for i, header := range headers {
		header.Mode = 0o644
		if header.Typeflag == 0 {
			header.Typeflag = tar.TypeReg
			header.Size = int64(len(contents[i]))
		}
		if err := archive.WriteHeader(&header); err != nil {
			t.Fatal(err)
		}
		if header.Typeflag == tar.TypeReg {
			if _, err := archive.Write(contents[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(archive.Close(), packed.Close(), os.WriteFile(path, whole.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// TestRestoreHostile restores files that somebody made by hand.
func TestRestoreHostile(t *testing.T) {
	env := testEnv(t)
	d, dir := opened(t, env)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(filepath.Join(dir, ".muster", "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	settings := []byte("title = \"Flood\"\n")
	changed := filepath.Join(t.TempDir(), "ledger.db")
	if err := os.WriteFile(changed, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", changed)
	if err == nil {
		_, err = db.Exec("update entry set body = cast(body || ' ' as blob) where number = 1")
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	rewritten, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}

	about, record, toml := tar.Header{Name: backupAbout}, tar.Header{Name: backupLedger}, tar.Header{Name: backupFolder + SettingsFile}
	for name, test := range map[string]struct {
		headers  []tar.Header
		contents [][]byte
		expected error
	}{
		"as made":             {[]tar.Header{about, record, toml}, [][]byte{nil, whole, settings}, nil},
		"no page about it":    {[]tar.Header{record, toml}, [][]byte{whole, settings}, ErrNoBackup},
		"no ledger":           {[]tar.Header{about, toml}, [][]byte{nil, settings}, ErrNoBackup},
		"two ledgers":         {[]tar.Header{about, record, record}, [][]byte{nil, whole, whole}, nil},
		"outside the folder":  {[]tar.Header{about, record, {Name: backupFolder + "../../escaped"}}, [][]byte{nil, whole, settings}, ErrNoBackup},
		"an absolute name":    {[]tar.Header{about, record, {Name: "/escaped"}}, [][]byte{nil, whole, settings}, ErrNoBackup},
		"a link":              {[]tar.Header{about, record, {Name: backupFolder + "link", Typeflag: tar.TypeSymlink, Linkname: "/etc"}}, [][]byte{nil, whole, nil}, ErrNoBackup},
		"a link for a ledger": {[]tar.Header{about, {Name: backupLedger, Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, toml}, [][]byte{nil, nil, settings}, ErrNoBackup},
		"over the ledger":     {[]tar.Header{about, record, {Name: backupFolder + ".muster/ledger.db"}}, [][]byte{nil, whole, settings}, ErrNoBackup},
		"a changed record":    {[]tar.Header{about, record, toml}, [][]byte{nil, rewritten, settings}, ledger.ErrDamaged},
		"no database":         {[]tar.Header{about, record, toml}, [][]byte{nil, []byte(strings.Repeat("x", 5000)), settings}, ledger.ErrDamaged},
	} {
		file, into := filepath.Join(t.TempDir(), "flood.muster"), filepath.Join(t.TempDir(), "flood")
		pack(t, file, test.headers, test.contents...)
		_, err := Restore(t.Context(), file, into, env)
		if name == "two ledgers" && err == nil || name != "two ledgers" && !errors.Is(err, test.expected) {
			t.Errorf("%s: %v, expected %v", name, err, test.expected)
		}
		left, globErr := filepath.Glob(filepath.Join(filepath.Dir(into), "*"))
		if globErr != nil || err != nil && len(left) > 0 {
			t.Errorf("%s: it left %q", name, left)
		}
		if _, statErr := os.Stat(filepath.Join(into, SettingsFile)); (statErr == nil) != (err == nil) {
			t.Errorf("%s: %v, and %v", name, err, statErr)
		}
	}
}
