package ledgertest

import (
	"bytes"
	"errors"
	"sync"
	"testing"
	"time"

	"muster/ledger"
)

// signed is the size of the newest checkpoint, as another program sees it.
func signed(t *testing.T, open Opener, b *bench) int64 {
	t.Helper()
	reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
	must(t, err)
	return checkpoint(t, reader).Size
}

// testSignedLater appends to a log that is signed in the background.
func testSignedLater(t *testing.T, open Opener) {
	b := create(t, open)
	options := b.options
	options.SignWithin = time.Hour
	store, err := open(b.place, false)
	must(t, err)
	log, err := ledger.Open(t.Context(), store, options)
	must(t, err)
	reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
	must(t, err)
	size := int64(0)
	for round, count := range []int{1, 2, 300} { // a tile is filled, and the next begun
		_, err := log.Append(t.Context(), figures(0, count)...)
		must(t, err)
		size += int64(count)
		if found := signed(t, open, b); found != 0 {
			t.Fatalf("signed %d entries, expected that they wait", found)
		}
		for name, l := range map[string]*ledger.Log{"the writer": log, "a reader": reader} {
			for at, expected := range map[int64]int{size: round + 1, size - int64(count): round} {
				entry, found, err := l.Latest(t.Context(), "figure", "f0", at)
				must(t, err)
				if found != (expected > 0) || found && (entry.Leaf.Version != expected || entry.Index >= at) {
					t.Errorf("%s: f0 as of %d is entry %d, version %d, found %v; expected version %d", name, at, entry.Index, entry.Leaf.Version, found, expected)
				}
			}
		}
	}
	must(t, log.Check(t.Context()))
	must(t, reader.Check(t.Context()))
	expectSize(t, b.Log, size) // what waits for its signature is there for all
	if _, err := log.Proof(t.Context(), size-1); err != nil {
		t.Errorf("a proof of what waits for its signature: %v", err)
	}
	if found := signed(t, open, b); found != size {
		t.Errorf("after a proof was asked for, %d entries are signed, expected %d", found, size)
	}
	_, err = log.Append(t.Context(), figures(0, 1)...)
	must(t, err)
	must(t, log.Close())
	if found := signed(t, open, b); found != size+1 {
		t.Errorf("after closing %d entries are signed, expected %d", found, size+1)
	}

	options.SignWithin = 20 * time.Millisecond
	log = reopen(t, open, b.place, options)
	_, err = log.Append(t.Context(), figures(0, 1)...)
	must(t, err)
	for start := time.Now(); signed(t, open, b) != size+2; time.Sleep(5 * time.Millisecond) {
		if time.Since(start) > 10*time.Second {
			t.Fatal("nothing was signed in the background")
		}
	}
	must(t, log.Check(t.Context()))

	// A branch that was signed elsewhere meanwhile is not signed here.
	options.SignWithin = time.Hour
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), size+2, alteration{})
	branch := reopen(t, open, place, options)
	_, err = branch.Append(t.Context(), figures(0, 1)...)
	must(t, err)
	b.append(t, figures(7, 1)...)
	if err := branch.Close(); !errors.Is(err, ledger.ErrUnsigned) || !errors.Is(err, ledger.ErrForked) {
		t.Errorf("closing a branch says %v", err)
	}
	if err := reopen(t, open, place, options).CanAppend(); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("opening the branch again: CanAppend says %v", err)
	}
}

// testRebuiltTheSame compares all that is stored before and after a rebuild,
// for logs that end before, at and after the edge of a tile, signed and not.
func testRebuiltTheSame(t *testing.T, open Opener) {
	b := create(t, open)
	options := b.options
	options.SignWithin = time.Hour
	log := reopen(t, open, b.place, options)
	rounds := [][2]int{{0, 0}, {1, 0}, {254, 1}, {44, 400}}
	if Nightly() { // the edge of a tile of tiles
		rounds = append(rounds, [][2]int{{10, 65_500 - 710}, {0, 200}, {3, 0}}...)
	}
	for _, counts := range rounds {
		for i, l := range []*ledger.Log{b.Log, log} { // the first signs at once
			if counts[i] > 0 {
				_, err := l.Append(t.Context(), figures(0, counts[i])...)
				must(t, err)
			}
		}
		store := openStore(t, open, b.place, true)
		before := Dump(t, store)
		must(t, b.Rebuild(t.Context()))
		if after := Dump(t, store); !bytes.Equal(before, after) {
			t.Fatalf("after appending %v the rebuilt tables are others: %d bytes before, %d after", counts, len(before), len(after))
		}
		must(t, b.Check(t.Context()))
	}
	must(t, log.Close())
}

// testOpenedWhileCommitting opens a log while another program is committing, as
// a server goes on doing for one that was killed: what it commits is waited for,
// and signed.
func testOpenedWhileCommitting(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 3)...)
	must(t, b.Close())
	inside, goOn := make(chan bool), make(chan bool)
	options := b.options
	options.SignWithin = time.Hour // it is killed before it signs
	options.Now = func() time.Time {
		select {
		case inside <- true: // within the change
			<-goOn
		default:
		}
		return b.clock.Now()
	}
	slow, err := ledger.Open(t.Context(), openStore(t, open, b.place, false), options)
	must(t, err)
	var group sync.WaitGroup
	group.Go(func() {
		if _, err := slow.Append(t.Context(), figures(3, 1)...); err != nil {
			t.Error(err)
		}
	})
	<-inside
	opened := make(chan *ledger.Log)
	store := openStore(t, open, b.place, false)
	group.Go(func() {
		log, err := ledger.Open(t.Context(), store, b.options)
		if err != nil {
			t.Error(err)
		}
		opened <- log
	})
	select {
	case log := <-opened:
		t.Errorf("it opened before the other had committed, with %d entries signed", checkpoint(t, log).Size)
		close(goOn)
	case <-time.After(300 * time.Millisecond):
		close(goOn)
		if c := checkpoint(t, <-opened); c.Size != 4 {
			t.Errorf("%d entries are signed, expected 4", c.Size)
		}
	}
	group.Wait()
}
