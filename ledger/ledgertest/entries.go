package ledgertest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"muster/ledger"
)

// testAppendAt appends what rests on a size that another has gone beyond.
func testAppendAt(t *testing.T, open Opener) {
	b := create(t, open)
	_, err := b.AppendAt(t.Context(), 0, figures(0, 3)...)
	must(t, err)
	other := reopen(t, open, b.place, b.options)
	_, err = other.AppendAt(t.Context(), 3, figures(3, 1)...)
	must(t, err)
	for _, size := range []int64{0, 3, 5} {
		if entries, err := b.AppendAt(t.Context(), size, figures(9, 2)...); !errors.Is(err, ledger.ErrGrown) || entries != nil {
			t.Errorf("at %d: %v, %v", size, entries, err)
		}
	}
	expectSize(t, b.Log, 4)
	entries, err := b.AppendAt(t.Context(), 4, figures(9, 2)...)
	if must(t, err); len(entries) != 2 || entries[0].Index != 4 {
		t.Errorf("entries %+v", entries)
	}
	must(t, b.Check(t.Context()))
}

func testAppend(t *testing.T, open Opener) {
	b := create(t, open)
	entries := b.append(t, draft("figure", "f1", 5000), draft("figure", "f2", 3000), draft("decision", "f1", 1))
	entries = append(entries, b.append(t, draft("figure", "f1", 5001))...)

	nonces := map[string]bool{}
	shape := regexp.MustCompile(`^\{"nonce":"([0-9a-f]{32})","content":\{"value":\d+\}\}$`)
	for i, expected := range []string{"figure f1 1", "figure f2 1", "decision f1 1", "figure f1 2"} {
		entry := entries[i]
		if entry.Index != int64(i) || !strings.HasPrefix(entry.Leaf.String(), "muster/v1 "+expected+" 2025-06-03T09:12:04Z curator:ann sha256:") {
			t.Errorf("entry %d is %d %q, expected %q", i, entry.Index, entry.Leaf, expected)
		}
		found := shape.FindSubmatch(entry.Body)
		if found == nil {
			t.Fatalf("body %s", entry.Body)
		}
		nonces[string(found[1])] = true
		if entry.Leaf.Digest != sha256.Sum256(entry.Body) {
			t.Errorf("entry %d: the leaf does not commit to the body", i)
		}
	}
	if len(nonces) != 4 {
		t.Errorf("%d nonces for 4 entries", len(nonces))
	}
	content, err := entries[3].Content()
	if must(t, err); string(content) != `{"value":5001}` {
		t.Errorf("content %s", content)
	}
	must(t, b.Check(t.Context()))

	// What was returned is what is read back, by another opening too.
	must(t, b.Close())
	log := reopen(t, open, b.place, b.options)
	var read []ledger.Entry
	for entry, err := range log.Entries(t.Context(), 0, 100) {
		must(t, err)
		read = append(read, entry)
	}
	if len(read) != len(entries) {
		t.Fatalf("%d entries, expected %d", len(read), len(entries))
	}
	for i := range read {
		if read[i].Leaf != entries[i].Leaf || !bytes.Equal(read[i].Body, entries[i].Body) {
			t.Errorf("entry %d reads %v, expected %v", i, read[i], entries[i])
		}
	}
}

func testAppendAllOrNone(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(1, 3)...)
	before, err := b.Checkpoint(t.Context())
	must(t, err)
	for name, bad := range map[string]ledger.Draft{
		"content":       {Kind: "figure", Subject: "f9", Author: "curator:ann", Content: []byte("{")},
		"empty content": {Kind: "figure", Subject: "f9", Author: "curator:ann"},
		"kind":          {Kind: "", Subject: "f9", Author: "curator:ann", Content: []byte("1")},
		"subject":       {Kind: "figure", Subject: "f 9", Author: "curator:ann", Content: []byte("1")},
		"author":        {Kind: "figure", Subject: "f9", Author: "curator:ann\n", Content: []byte("1")},
		"long":          {Kind: "figure", Subject: strings.Repeat("f", 1<<16), Author: "curator:ann", Content: []byte("1")},
	} {
		if entries, err := b.Append(t.Context(), draft("figure", "f8", 8), bad); err == nil || len(entries) != 0 {
			t.Errorf("%s: %d entries, error %v", name, len(entries), err)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := b.Append(cancelled, draft("figure", "f8", 8)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	expectSize(t, b.Log, 3)
	after, err := b.Checkpoint(t.Context())
	if must(t, err); !bytes.Equal(before, after) {
		t.Error("a failed append left a new checkpoint")
	}
	must(t, b.Check(t.Context()))
}

func testTimes(t *testing.T, open Opener) {
	b := create(t, open)
	start := b.clock.Now()
	b.clock.Add(1500 * time.Millisecond)
	first := b.append(t, draft("figure", "f1", 1))[0].Leaf.Time
	if !first.Equal(start.Add(time.Second)) {
		t.Errorf("time %v, expected whole seconds", first)
	}
	b.clock.Add(-time.Hour)
	if back := b.append(t, draft("figure", "f1", 2))[0].Leaf.Time; !back.Equal(first) {
		t.Errorf("with the clock gone back the time is %v, expected the last entry's %v", back, first)
	}
	b.clock.Add(2 * time.Hour)
	b.append(t, draft("figure", "f1", 3), draft("figure", "f2", 4))
	for _, test := range []struct {
		at   time.Time
		size int64
	}{
		{start.Add(-time.Second), 0},
		{start, 0},
		{first.Add(-time.Nanosecond), 0},
		{first, 2},
		{first.Add(time.Minute), 2},
		{start.Add(24 * time.Hour), 4},
	} {
		size, err := b.SizeAt(t.Context(), test.at)
		if must(t, err); size != test.size {
			t.Errorf("at %v the size is %d, expected %d", test.at, size, test.size)
		}
	}
	must(t, b.Check(t.Context()))
}

func testAsOf(t *testing.T, open Opener) {
	b := create(t, open)
	// The subjects of the entries 0, 1, 2, …; a version is one more of its kind.
	subjects := strings.Fields("f1 f2 f1 f1 f3 f2 f1 f2 f2 f1")
	for i, subject := range subjects {
		b.append(t, draft("figure", subject, i))
		b.append(t, draft("other", subject, i))
	}
	for at := int64(0); at <= int64(2*len(subjects)); at++ {
		for _, subject := range []string{"f1", "f2", "f3", "f4"} {
			expected, version := int64(-1), 0
			for i, s := range subjects {
				if s == subject && int64(2*i) < at {
					expected, version = int64(2*i), version+1
				}
			}
			entry, found, err := b.Latest(t.Context(), "figure", subject, at)
			must(t, err)
			if found != (expected >= 0) || found && (entry.Index != expected || entry.Leaf.Version != version) {
				t.Errorf("%s among %d entries: found %v entry %d version %d, expected entry %d version %d",
					subject, at, found, entry.Index, entry.Leaf.Version, expected, version)
			}
		}
	}
}

func testEntries(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 600)...) // more than are read at a time
	for _, test := range []struct{ from, to, first, count int64 }{
		{0, 600, 0, 600}, {0, 10_000, 0, 600}, {-5, 3, 0, 3}, {63, 66, 63, 3}, {599, 600, 599, 1}, {600, 700, 0, 0}, {5, 5, 0, 0}, {9, 3, 0, 0},
	} {
		next := test.first
		for entry, err := range b.Entries(t.Context(), test.from, test.to) {
			must(t, err)
			if entry.Index != next || entry.Leaf.Subject != fmt.Sprintf("f%d", next) {
				t.Fatalf("from %d to %d: entry %d %s, expected %d", test.from, test.to, entry.Index, entry.Leaf.Subject, next)
			}
			next++
		}
		if next-test.first != test.count {
			t.Errorf("from %d to %d: %d entries, expected %d", test.from, test.to, next-test.first, test.count)
		}
	}
	for range b.Entries(t.Context(), 0, 3) { // the loop's body may append
		b.append(t, draft("figure", "f0", 0))
	}
	expectSize(t, b.Log, 603)
}

func testReadWhileWriting(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 3)...)
	reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
	must(t, err)
	expectSize(t, reader, 3)
	b.append(t, figures(3, 4)...)
	expectSize(t, reader, 7)
	must(t, reader.Check(t.Context()))
	if reader.Origin() != origin || reader.VerifierKey() != b.VerifierKey() {
		t.Errorf("the reader has the origin %q and the key %q", reader.Origin(), reader.VerifierKey())
	}
	if err := reader.CanAppend(); !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("CanAppend says %v", err)
	}
	if _, err := reader.Append(t.Context(), draft("figure", "f1", 1)); !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("Append says %v", err)
	}
	if err := reader.Rebuild(t.Context()); !errors.Is(err, ledger.ErrReadOnly) {
		t.Errorf("Rebuild says %v", err)
	}
}

// testTwoWriters appends through two logs on one store at a time, and through
// each from two goroutines: a writer may be told to wait, and nothing is lost,
// doubled or out of order.
func testTwoWriters(t *testing.T, open Opener) {
	b := create(t, open)
	second := reopen(t, open, b.place, b.options)
	const each = 15
	var all sync.WaitGroup
	for i, log := range []*ledger.Log{b.Log, second, b.Log, second} {
		all.Go(func() {
			for n := range each {
				for {
					_, err := log.Append(t.Context(), draft("figure", "f1", n), draft("figure", fmt.Sprintf("w%d", i), n))
					if errors.Is(err, ledger.ErrBusy) && !errors.Is(err, ledger.ErrUnsigned) {
						continue
					}
					if err != nil {
						t.Error(err)
					}
					break
				}
			}
		})
	}
	all.Wait()
	expectSize(t, b.Log, 4*each*2)
	entry, _, err := second.Latest(t.Context(), "figure", "f1", 4*each*2)
	if must(t, err); entry.Leaf.Version != 4*each {
		t.Errorf("f1 has version %d, expected %d", entry.Leaf.Version, 4*each)
	}
	must(t, second.Check(t.Context()))
}

func testNoKey(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 2)...)
	if runtime.GOOS != "windows" {
		secret := 0
		must(t, filepath.WalkDir(b.keys, func(path string, entry fs.DirEntry, err error) error {
			if strings.HasSuffix(path, ".key") {
				info, err := os.Stat(path)
				if secret++; err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("%s has the mode %v %v", path, info.Mode(), err)
				}
			}
			return err
		}))
		if secret != 1 {
			t.Errorf("%d signing keys, expected 1", secret)
		}
	}
	options := b.options
	options.Keys = ledger.KeyFolder(filepath.Join(t.TempDir(), "none"))
	log := reopen(t, open, b.place, options)
	expectSize(t, log, 2)
	must(t, log.Check(t.Context()))
	if _, err := log.Proof(t.Context(), 1); err != nil {
		t.Error(err)
	}
	if err := log.CanAppend(); !errors.Is(err, ledger.ErrNoKey) {
		t.Errorf("CanAppend says %v", err)
	}
	if _, err := log.Append(t.Context(), draft("figure", "f1", 1)); !errors.Is(err, ledger.ErrNoKey) {
		t.Errorf("Append says %v", err)
	}
	expectSize(t, log, 2)
}

func testCreate(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, draft("figure", "f1", 1))
	if _, err := ledger.Create(t.Context(), openStore(t, open, b.place, false), b.options); err == nil {
		t.Error("a second ledger was made in one store")
	}
	if _, err := ledger.Open(t.Context(), openStore(t, open, t.TempDir(), false), b.options); !errors.Is(err, ledger.ErrNoLog) {
		t.Errorf("opening an empty store says %v", err)
	}
	// A new ledger under a name whose key has signed another one is a fork.
	if _, err := ledger.Create(t.Context(), openStore(t, open, t.TempDir(), false), b.options); !errors.Is(err, ledger.ErrForked) {
		t.Errorf("a second ledger of one name says %v", err)
	}
	for _, bad := range []string{"", "two words", "a+b", "a\nb"} {
		options := b.options
		options.Origin, options.Keys = bad, ledger.KeyFolder(filepath.Join(t.TempDir(), "keys"))
		if _, err := ledger.Create(t.Context(), openStore(t, open, t.TempDir(), false), options); err == nil {
			t.Errorf("origin %q was taken", bad)
		}
	}
}
