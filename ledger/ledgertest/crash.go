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
// again, and looks whether the log is whole, holds every entry that the process
// was told was recorded, and goes on.
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
	var atLeast int64
	for i := range kills {
		atLeast = max(atLeast, killChild(t, b, time.Duration(3+11*i)*time.Millisecond))
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
		_, err = log.Append(t.Context(), figures(0, 1)...)
		must(t, err)
		must(t, log.Close())
	}
	if atLeast == 0 {
		t.Error("no killed process had recorded anything")
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
	log, err := ledger.Open(t.Context(), store, ledger.Options{Keys: ledger.KeyFolder(keys), Now: time.Now, Random: rand.Reader})
	must(t, err)
	for i := 0; ; i++ {
		entries, err := log.Append(t.Context(), figures(i, 1+i%5*40)...)
		must(t, err)
		fmt.Printf("recorded %d\n", entries[len(entries)-1].Index+1)
	}
}
