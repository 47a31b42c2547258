package dossier

import (
	"archive/tar"
	"bytes"
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

// A backup is one compressed tar file: a page for people, the ledger as a SQLite
// file wherever it lies, and the files of the folder. The signing key is never
// in it: who has both could begin the record anew.
const (
	backupAbout  = "muster-backup.txt"
	backupLedger = "ledger.db"
	backupFolder = "dossier/"
)

// Copied says what a backup holds.
type Copied struct {
	Origin  string
	Entries int64
	Files   int
	// Skipped are names in the folder that are neither files nor folders.
	Skipped []string
	// Unsigned says why a restored dossier cannot be signed here, nil when it can.
	Unsigned error
}

// Backup writes a dossier into one file, which must not exist. Another program
// may have the dossier open and write to it. The copy of the ledger is checked
// as a whole first.
func Backup(ctx context.Context, dir, file string, env Env) (done Copied, err error) {
	if err := exists(dir); err != nil {
		return done, err
	}
	if _, err := os.Stat(file); err == nil {
		return done, fmt.Errorf("%s is there already; name another file: %w", file, fs.ErrExist)
	}
	home, err := homeOf(dir)
	if err != nil {
		return done, err
	}
	source, err := home.open(ctx, reading)
	if err != nil {
		return done, fmt.Errorf("opening the ledger %s: %w", home, err)
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	log, err := ledger.Open(ctx, source, ledger.Options{})
	if err != nil {
		return done, err
	}
	done.Origin = log.Origin()

	parent := filepath.Dir(filepath.Clean(file))
	work, err := os.MkdirTemp(parent, ".muster-backup-*")
	if err != nil {
		return done, plain(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	copied := filepath.Join(work, backupLedger)
	if done.Entries, err = copyLedger(ctx, ledger.Place{Name: home.name(), Store: source}, copied); err != nil {
		return done, err
	}
	whole := filepath.Join(work, "whole")
	if err := done.write(ctx, whole, dir, copied, env); err != nil {
		return done, err
	}
	return done, plain(os.Rename(whole, file))
}

func copyLedger(ctx context.Context, from ledger.Place, path string) (entries int64, err error) {
	target, err := sqlite.Open(path, false)
	if err != nil {
		return 0, err
	}
	entries, err = ledger.Copy(ctx, from, ledger.Place{Name: "the backup", Store: target})
	return entries, errors.Join(err, target.Close())
}

// write writes the backup and brings it to disk.
func (done *Copied) write(ctx context.Context, path, dir, copied string, env Env) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return plain(err)
	}
	packed := gzip.NewWriter(out)
	archive := tar.NewWriter(packed)
	about := fmt.Sprintf(`A backup of the record %s, %d entries, made by Muster.
ledger.db is a SQLite file, dossier/ holds the files beside it.
Restore it with: muster restore THIS-FILE NEW-FOLDER
The signing key is not in it; back it up apart.
`, done.Origin, done.Entries)
	err = archive.WriteHeader(&tar.Header{Name: backupAbout, Mode: 0o644, Size: int64(len(about)), ModTime: env.Now()})
	if err == nil {
		_, err = io.WriteString(archive, about)
	}
	if err == nil {
		err = addFile(archive, backupLedger, copied)
	}
	if err == nil {
		err = done.addFolder(ctx, archive, dir)
	}
	return plain(errors.Join(err, archive.Close(), packed.Close(), out.Sync(), out.Close()))
}

// addFolder adds the files of the dossier, without what Muster made of them.
func (done *Copied) addFolder(ctx context.Context, archive *tar.Writer, dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		switch {
		case entry.IsDir() && (entry.Name() == ".muster" || strings.HasPrefix(entry.Name(), ".muster-")):
			return filepath.SkipDir
		case entry.IsDir():
			return nil
		case !entry.Type().IsRegular():
			done.Skipped = append(done.Skipped, filepath.ToSlash(name))
			return nil
		}
		done.Files++
		return addFile(archive, backupFolder+filepath.ToSlash(name), path)
	})
}

func addFile(archive *tar.Writer, name, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close() // it was only read
	info, err := in.Stat()
	if err != nil {
		return err
	}
	start := make([]byte, len(secretKey))
	if n, _ := in.ReadAt(start, 0); bytes.Equal(start[:n], []byte(secretKey)) {
		return fmt.Errorf("%s is a signing key, and a backup never holds one; move it out of the dossier", path)
	}
	if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return err
	}
	_, err = io.CopyN(archive, in, info.Size()) // a file that grows meanwhile is taken as it was
	return err
}

// secretKey is how the file of a signing key begins.
const secretKey = "PRIVATE+KEY+"
