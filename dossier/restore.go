package dossier

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"muster/ledger"
	"muster/ledger/sqlite"
)

// ErrNoBackup says that a file is no whole backup.
var ErrNoBackup = errors.New("no whole backup of a dossier")

// Restore makes a dossier of a backup, in a folder that is not there yet or is
// empty. Nothing is there before all of it was checked. The ledger then lies in
// the folder, also where it came from a PostgreSQL.
func Restore(ctx context.Context, file, dir string, env Env) (done Copied, err error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return done, fmt.Errorf("%s is there already and not empty; name a new folder: %w", dir, fs.ErrExist)
	}
	parent := filepath.Dir(filepath.Clean(dir))
	work, err := os.MkdirTemp(parent, ".muster-restore-*")
	if err != nil {
		return done, plain(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	fresh := filepath.Join(work, "dossier")
	if done.Files, err = unpack(ctx, file, fresh); err != nil {
		return done, fmt.Errorf("%s: %w", file, err)
	}
	if err := ownPlace(fresh); err != nil {
		return done, err
	}
	if err := done.check(ctx, fresh); err != nil {
		return done, fmt.Errorf("%s: the record in it is not what was signed: %w", file, err)
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return done, plain(err)
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return done, err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return done, plain(err)
	}
	// Opening it compares it with the last checkpoint signed, beside the key.
	d, err := Open(ctx, dir, env)
	if err != nil {
		done.Unsigned = err
		return done, nil
	}
	return done, d.Close()
}

func unpack(ctx context.Context, file, fresh string) (files int, err error) {
	in, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer in.Close() // it was only read
	packed, err := gzip.NewReader(in)
	if err != nil {
		return 0, fmt.Errorf("%w: it is not compressed as one is: %w", ErrNoBackup, err)
	}
	archive := tar.NewReader(packed)
	about, ledgers := 0, 0
	for {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return files, fmt.Errorf("%w: it was cut off or changed: %w", ErrNoBackup, err)
		}
		name, inFolder := strings.CutPrefix(header.Name, backupFolder)
		switch {
		case header.Typeflag != tar.TypeReg || isSparse(header):
			return files, fmt.Errorf("%w: %q in it is no plain file", ErrNoBackup, header.Name)
		case header.Name == backupAbout:
			about++
			continue
		case header.Name == backupLedger:
			name = filepath.Join(".muster", "ledger.db")
			ledgers++
		case inFolder && filepath.IsLocal(name) && !strings.HasPrefix(name, ".muster"):
			files++
		default:
			return files, fmt.Errorf("%w: it holds %q, which no backup does", ErrNoBackup, header.Name)
		}
		if err := unpackFile(filepath.Join(fresh, filepath.FromSlash(name)), archive, header); err != nil {
			return files, err
		}
	}
	if about != 1 || ledgers != 1 {
		return files, fmt.Errorf("%w: %s or %s is not in it", ErrNoBackup, backupAbout, backupLedger)
	}
	if _, err := io.Copy(io.Discard, packed); err != nil { // its check sum stands at its end
		return files, fmt.Errorf("%w: it was cut off or changed: %w", ErrNoBackup, err)
	}
	return files, nil
}

// isSparse reports whether a few bytes stand for a file of any size.
func isSparse(header *tar.Header) bool {
	for name := range header.PAXRecords {
		if strings.HasPrefix(name, "GNU.sparse.") {
			return true
		}
	}
	return false
}

func unpackFile(path string, content io.Reader, header *tar.Header) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return plain(err)
	}
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return plain(err)
	}
	if _, err = io.Copy(out, content); err != nil {
		err = fmt.Errorf("%w: it was cut off or changed: %w", ErrNoBackup, err)
	}
	err = errors.Join(err, out.Sync(), out.Close())
	return errors.Join(err, os.Chtimes(path, header.ModTime, header.ModTime))
}

// ownPlace takes out of dossier.toml that the ledger lies elsewhere.
func ownPlace(dir string) error {
	text, err := loadSettings(dir)
	if err != nil {
		return plain(err)
	}
	settings, err := ParseSettings(text)
	if err != nil || settings.Ledger.Postgres == "" {
		return nil // a slip of the pen is told of when the dossier is opened
	}
	if text, err = withPlace(text, ""); err != nil {
		return err
	}
	return plain(writeFile(filepath.Join(dir, SettingsFile), text))
}

// check verifies the restored ledger as fsck does.
func (done *Copied) check(ctx context.Context, dir string) (err error) {
	store, err := sqlite.Open(filepath.Join(dir, ".muster", "ledger.db"), true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	log, err := ledger.Open(ctx, store, ledger.Options{})
	if err != nil {
		return err
	}
	done.Origin = log.Origin()
	if done.Entries, err = log.Size(ctx); err != nil {
		return err
	}
	return log.Check(ctx)
}
