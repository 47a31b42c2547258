package postgres_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"testing"
	"time"

	"muster/ledger"
	"muster/ledger/ledgertest"
	"muster/ledger/postgres"
	"muster/ledger/postgres/postgrestest"
)

// testRestartedUnderLoad restarts the server while one program appends and
// another reads. Nothing acknowledged is lost, nothing is there twice, and both
// go on by themselves.
func testRestartedUnderLoad(t *testing.T, server *postgrestest.Server) {
	if !server.Own() {
		t.Skip("the server named by " + postgrestest.Variable + " is not restarted")
	}
	a := address(t, server.Schema(t.Name()))
	store, err := postgres.OpenAlone(t.Context(), a)
	must(t, err)
	log, err := ledger.Create(t.Context(), store, ledger.Options{
		Origin: "test/restart", Keys: ledger.KeyFolder(t.TempDir()), Now: time.Now, Random: rand.Reader, SignWithin: 10 * time.Millisecond,
	})
	must(t, err)
	reading, err := postgres.Open(t.Context(), a, true)
	must(t, err)
	defer reading.Close() // only read
	reader, err := ledger.Open(t.Context(), reading, ledger.Options{})
	must(t, err)

	restarts := 2
	if ledgertest.Nightly() {
		restarts = 20
	}
	stop, ended := make(chan struct{}), make(chan int64)
	go func() { // appends for as long as it is let, and counts what was acknowledged
		acknowledged := int64(0)
		for n := 0; ; n++ {
			select {
			case <-stop:
				ended <- acknowledged
				return
			default:
			}
			_, err := log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: fmt.Sprintf("f%d", n), Author: "curator:ann", Content: []byte("1")})
			switch {
			case err == nil, errors.Is(err, ledger.ErrUnsigned):
				acknowledged++
			case !errors.Is(err, ledger.ErrUnreachable) && !errors.Is(err, ledger.ErrUncertain):
				t.Errorf("appending: %v", err)
			}
		}
	}()
	for i := range restarts {
		time.Sleep(time.Duration(100+i*37%100) * time.Millisecond)
		must(t, server.Restart())
		if _, err := reader.Size(t.Context()); err != nil && !errors.Is(err, ledger.ErrUnreachable) {
			t.Errorf("reading: %v", err)
		}
	}
	time.Sleep(100 * time.Millisecond)
	close(stop)
	acknowledged := <-ended
	must(t, log.Check(t.Context()))
	size, err := log.Size(t.Context())
	must(t, err)
	// What was being committed when the server went may be there unacknowledged.
	if size < acknowledged || size > acknowledged+int64(restarts) || acknowledged == 0 {
		t.Errorf("%d entries, %d acknowledged, %d restarts", size, acknowledged, restarts)
	}
	seen := map[string]bool{}
	for entry, err := range log.Entries(t.Context(), 0, size) {
		must(t, err)
		if seen[entry.Leaf.Subject] {
			t.Errorf("%s is there twice", entry.Leaf.Subject)
		}
		seen[entry.Leaf.Subject] = true
	}
	if read, err := reader.Size(t.Context()); err != nil || read != size {
		t.Errorf("the reader sees %d of %d: %v", read, size, err)
	}
	must(t, log.Close())
}
