package sqlite_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"muster/ledger"
	"muster/ledger/sqlite"
)

// mount makes a small disk of its own, which only root may.
func mount(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("muster-test", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, size string) {
	t.Helper()
	must(t, syscall.Mount("muster-test", dir, "tmpfs", syscall.MS_REMOUNT|flags, "size="+size))
}

// TestFullDisk fills the disk that the ledger is on, and then the one that the
// key is on. What was acknowledged is there, the rest is not, and both go on
// when there is room.
func TestFullDisk(t *testing.T) {
	for _, full := range []string{"ledger", "keys"} {
		t.Run(full, func(t *testing.T) {
			small := mount(t, "1m")
			place, keys := small, t.TempDir()
			if full == "keys" {
				place, keys = keys, small
			}
			path := filepath.Join(place, "ledger.db")
			store, err := sqlite.Open(path, false)
			must(t, err)
			options := ledger.Options{Origin: "test/full", Keys: ledger.KeyFolder(keys), Now: time.Now, Random: rand.Reader}
			log, err := ledger.Create(t.Context(), store, options)
			must(t, err)
			if full == "keys" {
				fill(t, small)
			}
			content := []byte(`"` + strings.Repeat("x", 5000) + `"`)
			acknowledged := int64(0)
			for n := 0; err == nil && n < 1000; n++ {
				_, err = log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", n), Author: "curator:ann", Content: content})
				if err == nil || errors.Is(err, ledger.ErrUnsigned) {
					acknowledged++
				}
			}
			if full == "ledger" && (err == nil || !strings.Contains(err.Error(), "the disk is full")) {
				t.Fatalf("on a full disk Append says %v", err)
			}
			if full == "keys" && !errors.Is(err, ledger.ErrUnsigned) {
				t.Fatalf("with no room for the checkpoint Append says %v", err)
			}
			must(t, log.Check(t.Context()))
			if size, err := log.Size(t.Context()); err != nil || size != acknowledged {
				t.Errorf("%d entries %v, %d acknowledged", size, err, acknowledged)
			}
			_ = log.Close() // what cannot be signed is told of; it is on disk

			remount(t, small, 0, "16m")
			store, err = sqlite.Open(path, false)
			must(t, err)
			log, err = ledger.Open(t.Context(), store, options)
			must(t, err)
			must(t, log.CanAppend())
			_, err = log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: "f0", Author: "curator:ann", Content: content})
			must(t, err)
			if size, err := log.Size(t.Context()); err != nil || size != acknowledged+1 {
				t.Errorf("%d entries %v, expected %d", size, err, acknowledged+1)
			}
			must(t, log.Check(t.Context()))
			must(t, log.Close())
		})
	}
}

// fill leaves no room on a disk.
func fill(t *testing.T, dir string) {
	t.Helper()
	file, err := syscall.Open(filepath.Join(dir, "filler"), syscall.O_CREAT|syscall.O_WRONLY, 0o644)
	must(t, err)
	defer syscall.Close(file) // what it holds does not matter
	for block := make([]byte, 4096); err == nil; {
		_, err = syscall.Write(file, block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
}

// TestReadOnlyDisk makes the disk read-only under a running log and opens it
// again from there.
func TestReadOnlyDisk(t *testing.T) {
	dir := mount(t, "4m")
	path := filepath.Join(dir, "ledger.db")
	must(t, newLog(t, path).Close())
	remount(t, dir, syscall.MS_RDONLY, "4m")
	if _, err := sqlite.Open(path, false); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("opening for writing: %v", err)
	}
	store, err := sqlite.Open(path, true)
	must(t, err)
	defer store.Close() // only read
	log, err := ledger.Open(t.Context(), store, ledger.Options{})
	must(t, err)
	must(t, log.Check(t.Context()))
}
