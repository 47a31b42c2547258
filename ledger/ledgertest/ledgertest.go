// Package ledgertest says what a ledger's store must do. Each store runs Test
// from a test of its own.
package ledgertest

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"muster/ledger"
)

// Opener opens the store at a place, which is a folder that the test owns. The
// same place gives the same store, in other processes too.
type Opener func(place string, readOnly bool) (ledger.Store, error)

// Nightly reports whether the tests that take long are wanted in their full
// form: `make nightly` sets MUSTER_NIGHTLY.
func Nightly() bool { return os.Getenv("MUSTER_NIGHTLY") != "" }

// Test runs the whole suite.
func Test(t *testing.T, open Opener) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, Opener)
	}{
		{"Append", testAppend},
		{"AppendAt", testAppendAt},
		{"AppendAllOrNone", testAppendAllOrNone},
		{"Times", testTimes},
		{"AsOf", testAsOf},
		{"Entries", testEntries},
		{"ReadWhileWriting", testReadWhileWriting},
		{"TwoWriters", testTwoWriters},
		{"KilledWhileAppending", testKilledWhileAppending},
		{"Trees", testTrees},
		{"Tiles", testTiles},
		{"NoKey", testNoKey},
		{"OtherKey", testOtherKey},
		{"RestoredCopy", testRestoredCopy},
		{"OtherBranch", testOtherBranch},
		{"KeyFolderRestored", testKeyFolderRestored},
		{"LeftUnsigned", testLeftUnsigned},
		{"Cancelled", testCancelled},
		{"Tampered", testTampered},
		{"Rebuild", testRebuild},
		{"RebuiltTheSame", testRebuiltTheSame},
		{"SignedLater", testSignedLater},
		{"OpenedWhileCommitting", testOpenedWhileCommitting},
		{"Create", testCreate},
		{"KeyChanged", testKeyChanged},
		{"KeyReplaced", testKeyReplaced},
		{"Withhold", testWithhold},
		{"WithholdHonestly", testWithholdHonestly},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open) })
	}
}

const origin = "test/operation/5f0c3a"

// clock is a clock that the test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2025, 6, 3, 9, 12, 4, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// bench is one log with all it needs.
type bench struct {
	*ledger.Log
	place, keys string
	clock       *clock
	options     ledger.Options
}

func create(t testing.TB, open Opener) *bench {
	t.Helper()
	b := &bench{place: t.TempDir(), keys: t.TempDir(), clock: newClock()}
	b.options = ledger.Options{Origin: origin, Keys: ledger.KeyFolder(b.keys), Now: b.clock.Now, Random: rand.Reader}
	log, err := ledger.Create(t.Context(), openStore(t, open, b.place, false), b.options)
	must(t, err)
	b.Log = log
	return b
}

func openStore(t testing.TB, open Opener, place string, readOnly bool) ledger.Store {
	t.Helper()
	store, err := open(place, readOnly)
	must(t, err)
	t.Cleanup(func() { must(t, store.Close()) })
	return store
}

func reopen(t testing.TB, open Opener, place string, options ledger.Options) *ledger.Log {
	t.Helper()
	log, err := ledger.Open(t.Context(), openStore(t, open, place, false), options)
	must(t, err)
	return log
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func draft(kind, subject string, content any) ledger.Draft {
	return ledger.Draft{Kind: kind, Subject: subject, Author: "curator:ann", Content: fmt.Appendf(nil, `{"value":%v}`, content)}
}

func figures(from, count int) []ledger.Draft {
	drafts := make([]ledger.Draft, count)
	for i := range drafts {
		drafts[i] = draft("figure", fmt.Sprintf("f%d", from+i), from+i)
	}
	return drafts
}

func (b *bench) append(t testing.TB, drafts ...ledger.Draft) []ledger.Entry {
	t.Helper()
	entries, err := b.Append(t.Context(), drafts...)
	must(t, err)
	return entries
}

func expectSize(t testing.TB, log *ledger.Log, expected int64) {
	t.Helper()
	size, err := log.Size(t.Context())
	must(t, err)
	if size != expected {
		t.Fatalf("size %d, expected %d", size, expected)
	}
}

// copyStore copies a store, as a backup does, changing what it is told to.
func copyStore(t testing.TB, from, to ledger.Store, upTo int64, alter alteration) {
	t.Helper()
	ctx := context.Background()
	must(t, to.Change(ctx, func(c ledger.Change) error {
		return from.View(ctx, func(v ledger.View) error {
			for _, name := range []string{"origin", "verifier"} {
				value, err := v.Meta(name)
				if err != nil {
					return err
				}
				if err := c.SetMeta(name, value); err != nil {
					return err
				}
			}
			rows, err := v.Rows(0, upTo)
			if err != nil {
				return err
			}
			kept := rows[:0]
			for _, row := range rows {
				if alter.row == nil || alter.row(&row) {
					kept = append(kept, row)
				}
			}
			if err := c.AddRows(kept); err != nil {
				return err
			}
			for level := range 3 {
				for number := int64(0); ; number++ {
					tile, err := v.Tile(level, number)
					if err != nil {
						return err
					}
					if len(tile.Hashes) == 0 {
						break
					}
					if alter.tile != nil {
						alter.tile(tile.Hashes)
					}
					if alter.roots != nil {
						alter.roots(tile.Roots)
					}
					if err := c.PutTile(level, number, tile); err != nil {
						return err
					}
				}
			}
			var versions []ledger.Version
			err = v.Versions(func(version ledger.Version) error {
				if alter.version != nil && !alter.version(&version) {
					return nil
				}
				versions = append(versions, version)
				return nil
			})
			if err != nil {
				return err
			}
			if err := c.AddVersions(versions); err != nil {
				return err
			}
			checkpoints, err := v.Checkpoints(0, 1000)
			if err != nil {
				return err
			}
			for _, signed := range checkpoints {
				if signed.Size > upTo || alter.checkpoint != nil && !alter.checkpoint(&signed) {
					continue
				}
				if err := c.AddCheckpoint(signed); err != nil {
					return err
				}
			}
			return nil
		})
	}))
}

// alteration changes what copyStore copies; false leaves it out.
type alteration struct {
	row        func(*ledger.Row) bool
	tile       func([]byte)
	roots      func([]byte)
	version    func(*ledger.Version) bool
	checkpoint func(*ledger.Signed) bool
}
