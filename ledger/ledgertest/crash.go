package ledgertest

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"muster/ledger"
)

func digest(b []byte) [32]byte { return sha256.Sum256(b) }

// crashPlace tells the child process where to append until it is killed.
const crashPlace = "MUSTER_LEDGER_CRASH"

// testKilledWhileAppending kills a process in the midst of appending, again and
// again at other moments, and looks whether the log is whole, holds every entry
// that the process was told was recorded, none of a batch without the rest, and
// goes on. The processes sign in the background, so that most kills leave
// something unsigned.
func testKilledWhileAppending(t *testing.T, open Opener) {
	if place := os.Getenv(crashPlace); place != "" {
		appendForEver(t, open, place, os.Getenv(crashPlace+"_KEYS"))
		return
	}
	b := create(t, open)
	must(t, b.Close())
	kills := 8
	if testing.Short() {
		kills = 2
	}
	if Nightly() {
		kills = 200
	}
	var atLeast int64
	for i := range kills {
		// Spread over the first 100 ms without hitting any moment twice.
		after := time.Duration(i*61_803%100_000+i) * time.Microsecond
		atLeast = max(atLeast, killChild(t, b, after))
		reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
		must(t, err)
		must(t, reader.Check(t.Context())) // reading needs no mending first
		must(t, reader.Close())
		log := reopen(t, open, b.place, b.options)
		must(t, log.CanAppend())
		must(t, log.Check(t.Context()))
		size, err := log.Size(t.Context())
		must(t, err)
		if size < atLeast {
			t.Fatalf("%d entries, and the killed process was told of %d", size, atLeast)
		}
		if c := checkpoint(t, log); c.Size != size {
			t.Errorf("the checkpoint has size %d, the log %d", c.Size, size)
		}
		lastBatchIsWhole(t, log, size)
		_, err = log.Append(t.Context(), figures(0, 1)...)
		must(t, err)
		must(t, log.Close())
	}
	if atLeast == 0 {
		t.Error("no killed process had recorded anything")
	}
}

// lastBatchIsWhole looks whether the last entries, which appendForEver numbers
// within their batch, end with the last of a batch.
func lastBatchIsWhole(t *testing.T, log *ledger.Log, size int64) {
	t.Helper()
	for entry, err := range log.Entries(t.Context(), size-1, size) {
		must(t, err)
		var number, of int
		if _, err := fmt.Sscanf(entry.Leaf.Subject, "b%d-%d", &number, &of); err == nil && number != of {
			t.Fatalf("the log ends with entry %d of a batch of %d", number, of)
		}
	}
}

// killChild starts a process that appends, kills it some time after its first
// report, and returns the size it last reported.
func killChild(t *testing.T, b *bench, after time.Duration) (size int64) {
	t.Helper()
	program, err := os.Executable()
	must(t, err)
	pattern := "^" + strings.ReplaceAll(t.Name(), "/", "$/^") + "$"
	child := exec.Command(program, "-test.run="+pattern, "-test.timeout=60s")
	child.Env = append(os.Environ(), crashPlace+"="+b.place, crashPlace+"_KEYS="+b.keys)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var reported int64
		if _, err := fmt.Sscanf(lines.Text(), "recorded %d", &reported); err != nil {
			continue
		}
		if size == 0 {
			time.AfterFunc(after, func() { _ = child.Process.Kill() }) // SIGKILL
		}
		size = reported
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	return size
}

func appendForEver(t *testing.T, open Opener, place, keys string) {
	store, err := open(place, false)
	must(t, err)
	log, err := ledger.Open(t.Context(), store, ledger.Options{
		Keys: ledger.KeyFolder(keys), Now: time.Now, Random: rand.Reader, SignWithin: 10 * time.Millisecond,
	})
	must(t, err)
	for i := 0; ; i++ {
		drafts := make([]ledger.Draft, 1+i%5*40)
		for k := range drafts {
			drafts[k] = draft("figure", fmt.Sprintf("b%d-%d", k+1, len(drafts)), i)
		}
		entries, err := log.Append(t.Context(), drafts...)
		must(t, err)
		fmt.Printf("recorded %d\n", entries[len(entries)-1].Index+1)
	}
}
