package witness_test

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/ledger"
	"muster/ledger/sqlite"
	"muster/ledger/witness"
	"muster/proof"
)

func openLedger(t *testing.T, dir string, make bool) *ledger.Log {
	t.Helper()
	store, err := sqlite.Open(filepath.Join(dir, "ledger.db"), false)
	must(t, err)
	options := ledger.Options{Keys: ledger.KeyFolder(filepath.Join(dir, "keys")), Now: time.Now, Random: rand.Reader}
	open := ledger.Open
	if make {
		options.Origin, open = "example.org/flood", ledger.Create
	}
	log, err := open(t.Context(), store, options)
	must(t, err)
	t.Cleanup(func() { must(t, log.Close()) })
	return log
}

func add(t *testing.T, log *ledger.Log, count int) {
	t.Helper()
	for range count {
		_, err := log.Append(t.Context(), ledger.Draft{Kind: "figure", Subject: "f1", Author: "curator:ann", Content: []byte("1")})
		must(t, err)
	}
}

// TestAsk has a ledger watched, while it grows, and while its past changes.
func TestAsk(t *testing.T) {
	dir := t.TempDir()
	log := openLedger(t, dir, true)
	b := newBench(t, log.VerifierKey())
	ask := func(log *ledger.Log) (int64, error) {
		asker := witness.Asker{Log: log, Peer: witness.Peer{Key: b.Key(), URL: b.server.URL + "/"}, Client: http.DefaultClient}
		return asker.Ask(t.Context())
	}
	for _, count := range []int{0, 3, 300, 1} {
		add(t, log, count)
		size, err := ask(log)
		if must(t, err); size != 0 && count == 0 {
			t.Errorf("asked at size %d", size)
		}
		signed, err := log.Checkpoint(t.Context())
		must(t, err)
		found, err := proof.Cosignatures(signed, b.Key())
		if err != nil || len(found) != 1 {
			t.Errorf("size %d: %v %v", size, found, err)
		}
	}
	must(t, log.Check(t.Context()))
	if _, err := ask(log); err != nil { // it has cosigned that one already
		t.Error(err)
	}

	// The same name and key, and another past: shorter, longer, as long.
	other := t.TempDir()
	must(t, copyKeys(filepath.Join(dir, "keys"), filepath.Join(other, "keys")))
	second := openLedger(t, other, true)
	for _, count := range []int{10, 294, 20} {
		add(t, second, count)
		if size, err := ask(second); !errors.Is(err, witness.ErrForked) {
			t.Errorf("another past of %d entries: %v", size, err)
		}
	}

	// What another answers is not kept.
	impostor := newBench(t, log.VerifierKey())
	asker := witness.Asker{Log: log, Peer: witness.Peer{Key: b.Key(), URL: impostor.server.URL}, Client: http.DefaultClient}
	add(t, log, 1)
	if _, err := asker.Ask(t.Context()); !errors.Is(err, proof.ErrUnsigned) {
		t.Errorf("the cosignature of another witness: %v", err)
	}
}

// copyKeys copies signing keys, without the last checkpoint signed.
func copyKeys(from, to string) error {
	files, err := filepath.Glob(filepath.Join(from, "*key"))
	if err != nil {
		return err
	}
	err = os.Mkdir(to, 0o700)
	for _, file := range files {
		content, readErr := os.ReadFile(file)
		err = errors.Join(err, readErr, os.WriteFile(filepath.Join(to, filepath.Base(file)), content, 0o600))
	}
	return err
}

// listen starts the witness again at an address that it had before.
func (b *bench) listen(t *testing.T, address string) {
	t.Helper()
	listener, err := net.Listen("tcp", strings.TrimPrefix(address, "http://"))
	must(t, err)
	w, err := witness.Open(b.dir, witness.Options{Logs: b.logs, Now: time.Now, Random: rand.Reader})
	must(t, err)
	b.Witness, b.server = w, &httptest.Server{Listener: listener, Config: &http.Server{Handler: w.Handler(nil)}}
	b.server.Start()
}

// TestKeeper has a witness go away and come back.
func TestKeeper(t *testing.T) {
	log := openLedger(t, t.TempDir(), true)
	b := newBench(t, log.VerifierKey())
	b.stop()
	failures := make(chan error, 10)
	signed := make(chan struct{}, 1)
	ended := make(chan struct{})
	peer := witness.Peer{Key: b.Key(), URL: b.server.URL}
	keeper := witness.NewKeeper(log, []witness.Peer{peer}, http.DefaultClient)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		keeper.Run(ctx, signed, func(a witness.Answer) { failures <- a.Err })
		close(ended)
	}()
	if err := <-failures; err == nil {
		t.Error("a witness that is away was not told of")
	}
	add(t, log, 2) // nothing waits for it
	b.listen(t, peer.URL)
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		note, err := log.Checkpoint(t.Context())
		must(t, err)
		if found, err := proof.Cosignatures(note, b.Key()); err == nil && len(found) == 1 {
			break
		}
		if time.Since(start) > 20*time.Second {
			t.Fatal("the witness was not asked again")
		}
	}
	cancel()
	<-ended
}
