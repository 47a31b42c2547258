package ledgertest

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"muster/ledger"
	"muster/proof"
)

// testTrees makes the trees of size 1 to 100, proves every leaf and every
// earlier tree in each, and flips a bit of every hash of every proof.
func testTrees(t *testing.T, open Opener) {
	b := create(t, open)
	key := b.VerifierKey()
	checkpoints := []proof.Checkpoint{checkpoint(t, b.Log)}
	for size := int64(1); size <= 100; size++ {
		b.append(t, figures(int(size), 1)...)
		now := checkpoint(t, b.Log)
		if now.Size != size {
			t.Fatalf("the checkpoint has size %d, expected %d", now.Size, size)
		}
		for _, earlier := range checkpoints {
			must(t, proof.CheckConsistency(earlier, now, tiles(t, b.Log)))
			earlier.Root[size%32] ^= 1
			if err := proof.CheckConsistency(earlier, now, tiles(t, b.Log)); !errors.Is(err, proof.ErrInconsistent) {
				t.Fatalf("size %d: an earlier tree of size %d with a flipped bit: %v", size, earlier.Size, err)
			}
		}
		checkpoints = append(checkpoints, now)
		for index := range size {
			file, err := b.Proof(t.Context(), index)
			must(t, err)
			p, err := proof.Parse(file)
			must(t, err)
			verified, err := p.Verify(key)
			must(t, err)
			if verified.Checkpoint != now || verified.Withheld {
				t.Fatalf("size %d entry %d: verified %+v", size, index, verified)
			}
			leaf := verified.Leaf.Hash()
			for i := range p.Hashes {
				p.Hashes[i][i%32] ^= 0x10
				if tlog.CheckRecord(p.Hashes, now.Size, now.Root, index, leaf) == nil {
					t.Fatalf("size %d entry %d: hash %d with a flipped bit was accepted", size, index, i)
				}
				if i == 0 {
					if _, err := p.Verify(key); !errors.Is(err, proof.ErrNotProven) {
						t.Fatalf("size %d entry %d: verifying with a flipped bit says %v", size, index, err)
					}
				}
				p.Hashes[i][i%32] ^= 0x10
			}
		}
		if _, err := b.Proof(t.Context(), size); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("a proof beyond the end says %v", err)
		}
	}
	must(t, b.Check(t.Context()))
}

func checkpoint(t testing.TB, log *ledger.Log) proof.Checkpoint {
	t.Helper()
	signed, err := log.Checkpoint(t.Context())
	must(t, err)
	c, err := proof.OpenCheckpoint(signed, log.VerifierKey())
	must(t, err)
	return c
}

func tiles(t testing.TB, log *ledger.Log) proof.ReadTile {
	return func(path string) ([]byte, error) { return log.Tile(t.Context(), path) }
}

// testTiles rebuilds trees from their published files alone.
func testTiles(t *testing.T, open Opener) {
	b := create(t, open)
	size := 0
	for _, next := range []int{0, 1, 255, 256, 257, 300, 513, 1000} {
		b.append(t, figures(size, next-size)...)
		size = next
		tree, err := proof.Rebuild(checkpoint(t, b.Log), tiles(t, b.Log))
		if must(t, err); tree.Size() != int64(size) {
			t.Errorf("rebuilt %d leaves, expected %d", tree.Size(), size)
		}
	}
	paths, err := b.TilePaths(t.Context())
	must(t, err)
	expected := []string{
		"tile/0/000", "tile/entries/000", "tile/0/001", "tile/entries/001", "tile/0/002", "tile/entries/002",
		"tile/0/003.p/232", "tile/entries/003.p/232", "tile/1/000.p/3",
	}
	if !slices.Equal(paths, expected) {
		t.Errorf("paths %q, expected %q", paths, expected)
	}
	earlier, err := b.Tile(t.Context(), "tile/0/001.p/44") // of the checkpoint of size 300
	if must(t, err); len(earlier) != 44*tlog.HashSize {
		t.Errorf("a narrower tile has %d bytes", len(earlier))
	}
	for _, path := range []string{"tile/0/003.p/233", "tile/0/004.p/1", "tile/entries/003", "tile/2/000.p/1", "checkpoint", "tile/8/0/000", "tile/0/../000"} {
		if _, err := b.Tile(t.Context(), path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func testOtherKey(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 2)...)
	options := b.options
	options.Keys = ledger.KeyFolder(t.TempDir())
	_, err := options.Keys.Make(origin, options.Random)
	must(t, err)
	log := reopen(t, open, b.place, options)
	if err := log.CanAppend(); !errors.Is(err, ledger.ErrNoKey) {
		t.Errorf("with another key of the same name CanAppend says %v", err)
	}
}

// testRestoredCopy goes on from a backup after newer entries were signed.
func testRestoredCopy(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 5)...)
	place := t.TempDir()
	backup := openStore(t, open, place, false)
	copyStore(t, openStore(t, open, b.place, true), backup, 5, alteration{})

	// While nothing newer was signed, the copy is as good as the original.
	must(t, reopen(t, open, place, b.options).CanAppend())

	b.append(t, figures(5, 1)...)
	log := reopen(t, open, place, b.options)
	expectSize(t, log, 5)
	if err := log.CanAppend(); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("CanAppend says %v", err)
	}
	if _, err := log.Append(t.Context(), figures(9, 1)...); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("Append says %v", err)
	}
	if err := log.Check(t.Context()); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("Check says %v", err)
	}
	expectSize(t, log, 5)
}

// testOtherBranch opens a copy before the fork and appends to it after.
func testOtherBranch(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 5)...)
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 5, alteration{})
	branch := reopen(t, open, place, b.options)
	must(t, branch.CanAppend())
	b.append(t, figures(5, 1)...)
	for range 2 {
		if _, err := branch.Append(t.Context(), figures(9, 1)...); !errors.Is(err, ledger.ErrForked) {
			t.Errorf("Append to the branch says %v", err)
		}
	}
	expectSize(t, branch, 5)

	// A branch of the same size or longer, made without the key folder, is
	// found by its root.
	options := b.options
	options.Keys = forgetful{options.Keys}
	branch = reopen(t, open, place, options)
	_, err := branch.Append(t.Context(), figures(9, 2)...)
	must(t, err)
	if err := reopen(t, open, place, b.options).CanAppend(); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("a longer branch: CanAppend says %v", err)
	}
	must(t, b.Check(t.Context()))
	b.append(t, figures(6, 1)...)
}

// testKeyFolderRestored goes on with an old backup of the key folder.
func testKeyFolderRestored(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 3)...)
	old, err := b.options.Keys.Last(origin)
	must(t, err)
	b.append(t, figures(3, 3)...)
	must(t, b.options.Keys.Keep(origin, old))
	must(t, reopen(t, open, b.place, b.options).CanAppend())

	// The store's own checkpoint is heeded too.
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 6, alteration{
		tile: func(hashes []byte) { hashes[4*32] ^= 1 },
	})
	log := reopen(t, open, place, b.options)
	if _, err := log.Append(t.Context(), figures(6, 1)...); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("Append says %v", err)
	}

	must(t, b.options.Keys.Keep(origin, []byte("spoilt")))
	if _, err := b.Append(t.Context(), figures(6, 1)...); err == nil || !strings.Contains(err.Error(), "beside the signing key cannot be used") {
		t.Errorf("with a spoilt checkpoint beside the key Append says %v", err)
	}
	expectSize(t, b.Log, 6)
}

// forgetful keys neither know nor keep the last checkpoint.
type forgetful struct{ ledger.Keys }

func (forgetful) Last(string) ([]byte, error) { return nil, nil }
func (forgetful) Keep(string, []byte) error   { return nil }

// testLeftUnsigned stops between commit and signature.
func testLeftUnsigned(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 3)...)
	options := b.options
	options.Keys = broken{options.Keys}
	log := reopen(t, open, b.place, options)
	entries, err := log.Append(t.Context(), figures(3, 2)...)
	if !errors.Is(err, ledger.ErrUnsigned) || len(entries) != 2 {
		t.Fatalf("%d entries, error %v", len(entries), err)
	}
	expectSize(t, log, 5)
	if c := checkpoint(t, log); c.Size != 3 {
		t.Errorf("the checkpoint has size %d, expected 3", c.Size)
	}
	if _, err := log.Proof(t.Context(), 4); !errors.Is(err, ledger.ErrUnsigned) {
		t.Errorf("a proof of what is not signed says %v", err)
	}
	must(t, log.Check(t.Context()))

	log = reopen(t, open, b.place, b.options)
	if c := checkpoint(t, log); c.Size != 5 {
		t.Errorf("after opening again the checkpoint has size %d, expected 5", c.Size)
	}
	must(t, log.Check(t.Context()))
}

// testCancelled takes the caller away between commit and signature.
func testCancelled(t *testing.T, open Opener) {
	b := create(t, open)
	ctx, cancel := context.WithCancel(t.Context())
	store := &cancelling{openStore(t, open, b.place, false), func() {}}
	log, err := ledger.Open(ctx, store, b.options)
	must(t, err)
	store.cancel = cancel
	_, err = log.Append(ctx, figures(0, 3)...)
	must(t, err)
	if c := checkpoint(t, b.Log); c.Size != 3 {
		t.Errorf("the checkpoint has size %d, expected 3", c.Size)
	}
}

// cancelling is a store after whose first change the caller is gone.
type cancelling struct {
	ledger.Store
	cancel func()
}

func (c *cancelling) Change(ctx context.Context, f func(ledger.Change) error) error {
	defer c.cancel()
	return c.Store.Change(ctx, f)
}

// broken keys cannot keep the last checkpoint, as on a full disk.
type broken struct{ ledger.Keys }

var errFull = errors.New("the disk is full")

func (broken) Keep(string, []byte) error { return errFull }

// testTampered changes one thing at a time behind the ledger's back.
func testTampered(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 7)...)
	b.append(t, draft("figure", "f3", 33), draft("figure", "f4", 44))
	other := b.append(t, draft("figure", "f5", 55))[0]

	at := func(index int64, change func(*ledger.Row)) alteration {
		return alteration{row: func(row *ledger.Row) bool {
			if row.Index == index {
				change(row)
			}
			return true
		}}
	}
	line := func(old, new string) func(*ledger.Row) {
		return func(r *ledger.Row) { r.Line = strings.Replace(r.Line, old, new, 1) }
	}
	unsigned := func(s *ledger.Signed) bool { return s.Size < 10 }
	for _, test := range []struct {
		name, fault string
		alteration
	}{
		{"body", "entry 4: its body or its leaf was changed", at(4, func(r *ledger.Row) { r.Body = bytes.Replace(r.Body, []byte("4}"), []byte("5}"), 1) })},
		{"no body", "entry 4: its body is missing", at(4, func(r *ledger.Row) { r.Body = nil })},
		{"leaf", "entry 4: leaf ", at(4, line("sha256:", "sha265:"))},
		{"author", "entry 4 was changed after it was signed", at(4, line("ann", "bob"))},
		{"leaf and body", "entry 6 was changed after it was signed", at(6, func(r *ledger.Row) { r.Line, r.Body = bodyOf(*r, `{"value":7}`) })},
		{"other entry", "entry 8 was changed after it was signed", at(8, func(r *ledger.Row) { r.Line, r.Body = other.Leaf.String(), other.Body })},
		{"entry left out", "entry 4 is missing", alteration{row: func(r *ledger.Row) bool { return r.Index != 4 }}},
		{"last left out", "entry 9 is missing: 10 were signed", alteration{row: func(r *ledger.Row) bool { return r.Index != 9 }}},
		{"hash", "the hashes of tile/0/000.p/10 were changed", alteration{tile: func(hashes []byte) { hashes[5*32+3] ^= 1 }}},
		{"hash and leaf", "one of the entries 0 to 6 was changed after it was signed", alteration{
			row:  at(4, line("ann", "bob")).row,
			tile: func(hashes []byte) { copy(hashes[4*32:], hashOf(t, b.Log, 4, "ann", "bob")) },
		}},
		{"version moved", "the table of versions is wrong at figure f", alteration{version: func(v *ledger.Version) bool { v.Entry += 10; return true }}},
		{"version removed", "the table of versions lacks figure f4 version 1", alteration{version: func(v *ledger.Version) bool { return v.Name != "f4" }}},
		{"version renumbered", "the table of versions is wrong at figure f", alteration{version: func(v *ledger.Version) bool { v.Number += 1 << 20; return true }}},
		{"version renamed", "the table of versions is wrong at figure g", alteration{version: func(v *ledger.Version) bool { v.Name = "g" + v.Name[1:]; return true }}},
		{"checkpoint", "the checkpoint of size 0: ", alteration{checkpoint: func(s *ledger.Signed) bool { s.Note[len(s.Note)-10] ^= 1; return true }}},
		{"checkpoint size", "the checkpoint of size 6: its size or time was changed", alteration{checkpoint: func(s *ledger.Signed) bool { s.Size = max(s.Size-1, 0); return true }}},
		{"checkpoint time", "the checkpoint of size 7: its size or time was changed", alteration{checkpoint: func(s *ledger.Signed) bool {
			s.Time = s.Time.Add(-time.Duration(s.Size) * time.Hour)
			return true
		}}},
		// What was never signed has to make sense by itself.
		{"number of version", "entry 9: it is version 3 of figure f5; expected version 2", alteration{row: at(9, line(" 2 2025", " 3 2025")).row, checkpoint: unsigned}},
		{"time", "entry 9: its time is before that of the entry before", alteration{row: at(9, line("T09:", "T08:")).row, checkpoint: unsigned}},
	} {
		t.Run(test.name, func(t *testing.T) {
			place := t.TempDir()
			copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 10, test.alteration)
			log, err := ledger.Open(t.Context(), openStore(t, open, place, true), ledger.Options{})
			must(t, err)
			if err := log.Check(t.Context()); !errors.Is(err, ledger.ErrDamaged) || !strings.HasPrefix(err.Error(), test.fault) {
				t.Errorf("Check says %v, expected %s…", err, test.fault)
			}
		})
	}
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 10, alteration{})
	must(t, reopen(t, open, place, b.options).Check(t.Context())) // an unaltered copy is whole
}

// bodyOf writes another content into an entry, and makes its leaf agree.
func bodyOf(row ledger.Row, content string) (string, []byte) {
	leaf, err := proof.ParseLeaf(row.Line)
	if err != nil {
		panic(err)
	}
	body := []byte(`{"nonce":"00000000000000000000000000000000","content":` + content + `}`)
	leaf.Digest = digest(body)
	return leaf.String(), body
}

// hashOf is the hash of an entry's leaf in which one word was changed.
func hashOf(t testing.TB, log *ledger.Log, index int64, old, new string) []byte {
	for entry, err := range log.Entries(t.Context(), index, index+1) {
		must(t, err)
		hash := tlog.RecordHash([]byte(strings.Replace(entry.Leaf.String(), old, new, 1)))
		return hash[:]
	}
	return nil
}

func testRebuild(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 300)...)
	b.append(t, figures(0, 20)...)
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 320, alteration{
		tile:    func(hashes []byte) { hashes[0] ^= 1 },
		version: func(v *ledger.Version) bool { return v.Name != "f7" },
	})
	options := b.options
	options.Keys = nil // as on a machine without the key
	log := reopen(t, open, place, options)
	if err := log.Check(t.Context()); !errors.Is(err, ledger.ErrDamaged) {
		t.Fatalf("before rebuilding Check says %v", err)
	}
	must(t, log.Rebuild(t.Context()))
	must(t, log.Check(t.Context()))
	must(t, reopen(t, open, place, b.options).CanAppend())

	// Without its tiles a log cannot be signed, but opens and is mended.
	place = t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 320, alteration{
		tile:       func(hashes []byte) { clear(hashes) },
		checkpoint: func(s *ledger.Signed) bool { return s.Size < 320 },
	})
	log = reopen(t, open, place, b.options)
	if log.CanAppend() == nil {
		t.Error("with spoilt tiles CanAppend says nothing")
	}
	must(t, log.Rebuild(t.Context()))
	log = reopen(t, open, place, b.options)
	must(t, log.CanAppend())
	must(t, log.Check(t.Context()))
	if c := checkpoint(t, log); c.Size != 320 {
		t.Errorf("the checkpoint has size %d, expected 320", c.Size)
	}

	// What was signed cannot be mended by rebuilding.
	place = t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 320, alteration{row: func(r *ledger.Row) bool {
		if r.Index == 319 {
			r.Line, r.Body = bodyOf(*r, "0")
		}
		return true
	}})
	if err := reopen(t, open, place, options).Rebuild(t.Context()); !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("rebuilding a changed record says %v", err)
	}
}
