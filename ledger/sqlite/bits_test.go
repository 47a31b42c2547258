package sqlite_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/sqlite"
)

// TestFlippedBits flips one bit of the file at a time, anywhere. Either that is
// found, or the bit held nothing: then all that is stored reads as before.
func TestFlippedBits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	log := newLog(t, path)
	for i := range 20 {
		_, err := log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", i%15), Author: "curator:ann", Content: []byte("2")})
		must(t, err)
	}
	must(t, log.Close())
	whole, err := os.ReadFile(path)
	must(t, err)
	store, err := sqlite.Open(path, true)
	must(t, err)
	before := ledgertest.Dump(t, store)
	must(t, store.Close())

	flips := 400
	if ledgertest.Nightly() {
		flips = 5_000
	}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for flipped := 0; flipped < flips; {
		at, bit := random.IntN(len(whole)), byte(1)<<random.IntN(8)
		if whole[at] == 0 && random.IntN(10) > 0 {
			continue // most of a small file is empty
		}
		flipped++
		whole[at] ^= bit
		must(t, os.WriteFile(path, whole, 0o644))
		whole[at] ^= bit
		after, err := readWhole(t, path)
		if err != nil {
			found++
			continue
		}
		if !bytes.Equal(before, after) {
			t.Errorf("bit %#x of byte %d changes what is stored, and nothing is found:\n%s", bit, at, cmp.Diff(string(before), string(after)))
		}
	}
	if found < flips/4 {
		t.Errorf("of %d flipped bits %d were found: too few to be true", flips, found)
	}
}

func readWhole(t *testing.T, path string) ([]byte, error) {
	store, err := sqlite.Open(path, true)
	if err != nil {
		return nil, err
	}
	defer store.Close() // only read
	log, err := ledger.Open(t.Context(), store, ledger.Options{})
	if err != nil {
		return nil, err
	}
	if err := log.Check(t.Context()); err != nil {
		return nil, err
	}
	return ledgertest.Dump(t, store), nil
}
