package witness_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/ledger/witness"
	"muster/proof"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// log is a log in memory, of which a test makes any checkpoint.
type log struct {
	signer note.Signer
	key    string
	tree   proof.Tree
}

func newLog(t testing.TB, name string) *log {
	t.Helper()
	secret, key, err := note.GenerateKey(nil, name)
	must(t, err)
	signer, err := note.NewSigner(secret)
	must(t, err)
	return &log{signer: signer, key: key}
}

// grow adds leaves up to a size; their content tells branches apart.
func (l *log) grow(t testing.TB, size int64, branch string) {
	t.Helper()
	for i := l.tree.Size(); i < size; i++ {
		must(t, l.tree.Append(tlog.RecordHash(fmt.Appendf(nil, "%s %d", branch, i))))
	}
}

func (l *log) request(t testing.TB, old, size int64) witness.Request {
	t.Helper()
	root, err := l.tree.Root(size)
	must(t, err)
	signed, err := proof.Checkpoint{Origin: l.signer.Name(), Size: size, Root: root}.Sign(l.signer)
	must(t, err)
	r := witness.Request{Old: old, Checkpoint: signed}
	if old > 0 && old < size {
		r.Proof, err = tlog.ProveTree(size, old, &l.tree)
		must(t, err)
	}
	return r
}

// bench is a witness at work.
type bench struct {
	*witness.Witness
	dir    string
	logs   []string
	clock  time.Time
	server *httptest.Server
}

func newBench(t testing.TB, logs ...string) *bench {
	b := &bench{dir: t.TempDir(), logs: logs, clock: time.Date(2025, 6, 3, 9, 0, 0, 0, time.UTC)}
	b.start(t)
	t.Cleanup(b.stop)
	return b
}

func (b *bench) start(t testing.TB) {
	t.Helper()
	w, err := witness.Open(b.dir, witness.Options{Logs: b.logs, Now: func() time.Time { return b.clock }, Random: rand.Reader})
	must(t, err)
	b.Witness, b.server = w, httptest.NewServer(w.Handler(nil))
}

func (b *bench) stop() {
	b.server.Close()
	_ = b.Close()
}

func (b *bench) post(t testing.TB, body []byte) (status int, mediaType, answer string) {
	t.Helper()
	response, err := http.Post(b.server.URL+"/add-checkpoint", "text/plain", bytes.NewReader(body))
	must(t, err)
	defer response.Body.Close()
	words, err := io.ReadAll(response.Body)
	must(t, err)
	return response.StatusCode, response.Header.Get("Content-Type"), string(words)
}

// expect asks and compares the status, and a size told with it.
func (b *bench) expect(t testing.TB, what string, r witness.Request, status int, size string) {
	t.Helper()
	found, mediaType, answer := b.post(t, r.Format())
	if found != status {
		t.Errorf("%s: status %d, expected %d: %s", what, found, status, answer)
	}
	switch {
	case status == http.StatusConflict:
		if mediaType != "text/x.tlog.size" || answer != size+"\n" {
			t.Errorf("%s: %s %q, expected the size %s", what, mediaType, answer, size)
		}
	case status == http.StatusOK:
		found, err := proof.Cosignatures(append(bytes.Clone(r.Checkpoint), answer...), b.Key())
		if err != nil || len(found) != 1 || !found[0].Time.Equal(b.clock) {
			t.Errorf("%s: it answers %q, %v %v", what, answer, found, err)
		}
	}
}

// TestProtocol goes through what https://c2sp.org/tlog-witness says.
func TestProtocol(t *testing.T) {
	l, fork, foreign, impostor := newLog(t, "example.org/flood"), newLog(t, "example.org/flood"), newLog(t, "example.org/other"), newLog(t, "example.org/flood")
	fork.signer = l.signer
	l.grow(t, 300, "a")
	fork.grow(t, 40, "a")
	fork.grow(t, 300, "b")
	foreign.grow(t, 5, "a")
	impostor.grow(t, 5, "a")
	b := newBench(t, l.key)

	b.expect(t, "a log that is not known", foreign.request(t, 0, 5), http.StatusNotFound, "")
	b.expect(t, "another key of the name", impostor.request(t, 0, 5), http.StatusForbidden, "")
	b.expect(t, "the first, from a size it has not seen", l.request(t, 7, 50), http.StatusConflict, "0")
	proofTooMany := l.request(t, 0, 50)
	proofTooMany.Proof = tlog.TreeProof{{1}}
	b.expect(t, "a proof from nothing", proofTooMany, http.StatusUnprocessableEntity, "")
	b.expect(t, "the empty log", l.request(t, 0, 0), http.StatusOK, "")
	b.expect(t, "the first", l.request(t, 0, 50), http.StatusOK, "")
	b.clock = b.clock.Add(time.Hour)
	b.expect(t, "the same again", l.request(t, 50, 50), http.StatusOK, "")
	b.expect(t, "the old size larger than the new", l.request(t, 50, 49), http.StatusBadRequest, "")
	b.expect(t, "the next", l.request(t, 50, 300), http.StatusOK, "")
	b.expect(t, "an older one", l.request(t, 50, 60), http.StatusConflict, "300")
	b.expect(t, "an older one, from the size it has seen", l.request(t, 300, 60), http.StatusBadRequest, "")
	b.expect(t, "a fork of the same size", fork.request(t, 300, 300), http.StatusConflict, "300")
	fork.grow(t, 310, "b")
	b.expect(t, "a fork that is longer", fork.request(t, 300, 310), http.StatusUnprocessableEntity, "")
	wrong := l.request(t, 50, 300)
	wrong.Old = 300
	b.expect(t, "a proof of other sizes", wrong, http.StatusUnprocessableEntity, "")

	// What it has cosigned is known after a restart, and the time never goes back.
	b.stop()
	latest := b.clock
	b.clock = b.clock.Add(-30 * time.Minute)
	b.start(t)
	b.expect(t, "a fork after a restart", fork.request(t, 300, 310), http.StatusUnprocessableEntity, "")
	l.grow(t, 310, "a")
	_, _, line := b.post(t, l.request(t, 300, 310).Format())
	found, err := proof.Cosignatures(append(l.request(t, 300, 310).Checkpoint, line...), b.Key())
	if err != nil || len(found) != 1 || !found[0].Time.Equal(latest) {
		t.Errorf("with a clock that went back: %v %v, expected the time %s", found, err, latest)
	}

	for what, body := range map[string]string{
		"nothing":          "",
		"no old size":      "\n\n" + string(l.request(t, 0, 310).Checkpoint),
		"old 007":          strings.Replace(string(l.request(t, 300, 310).Format()), "old 300", "old 0300", 1),
		"old -1":           strings.Replace(string(l.request(t, 300, 310).Format()), "old 300", "old -300", 1),
		"a hash too short": "old 310\nAAAA\n\n" + string(l.request(t, 310, 310).Checkpoint),
		"64 hashes":        "old 310\n" + strings.Repeat(tlog.Hash{}.String()+"\n", 64) + "\n" + string(l.request(t, 310, 310).Checkpoint),
		"no checkpoint":    "old 310\n\nhello\n",
		"too long":         "old 310\n\n" + strings.Repeat("x", 1<<20),
	} {
		if status, _, answer := b.post(t, []byte(body)); status != http.StatusBadRequest {
			t.Errorf("%s: status %d %q, expected 400", what, status, answer)
		}
	}
	if response, err := http.Get(b.server.URL + "/add-checkpoint"); err != nil || response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET: %v %v", response.Status, err)
	}
	response, err := http.Get(b.server.URL)
	must(t, err)
	about, err := io.ReadAll(response.Body)
	if must(t, err); !strings.Contains(string(about), b.Key()) || !strings.Contains(string(about), "example.org/flood\n310\n") {
		t.Errorf("it says of itself: %s", about)
	}
}

// TestRotatedKey watches a log that has two keys of one name.
func TestRotatedKey(t *testing.T) {
	l, next := newLog(t, "example.org/flood"), newLog(t, "example.org/flood")
	l.grow(t, 20, "a")
	b := newBench(t, l.key, next.key)
	b.expect(t, "the old key", l.request(t, 0, 10), http.StatusOK, "")
	l.signer = next.signer
	b.expect(t, "the new key", l.request(t, 10, 20), http.StatusOK, "")
}

// TestManyAtOnce asks for two forks at the same moment, many times: only one of
// both is ever cosigned.
func TestManyAtOnce(t *testing.T) {
	l, fork := newLog(t, "example.org/flood"), newLog(t, "example.org/flood")
	fork.signer = l.signer
	b := newBench(t, l.key)
	l.grow(t, 10, "a")
	fork.grow(t, 10, "b")
	signed := map[string]bool{}
	var mu sync.Mutex
	var group sync.WaitGroup
	for i := range 32 {
		branch, name := l, "a"
		if i%2 == 1 {
			branch, name = fork, "b"
		}
		for old := range int64(10) {
			r := branch.request(t, old, old+1)
			group.Go(func() {
				if status, _, _ := b.post(t, r.Format()); status == http.StatusOK {
					mu.Lock()
					signed[name] = true
					mu.Unlock()
				}
			})
		}
	}
	group.Wait()
	if len(signed) != 1 {
		t.Errorf("cosigned branches: %v, expected one", signed)
	}
}

// TestSpoiltStore changes what a witness remembers: it then signs nothing.
func TestSpoiltStore(t *testing.T) {
	l := newLog(t, "example.org/flood")
	l.grow(t, 20, "a")
	b := newBench(t, l.key)
	b.expect(t, "the first", l.request(t, 0, 10), http.StatusOK, "")
	b.stop()
	files, err := filepath.Glob(filepath.Join(b.dir, "*.checkpoint"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	whole, err := os.ReadFile(files[0])
	must(t, err)
	must(t, os.WriteFile(files[0], bytes.Replace(whole, []byte("\n10\n"), []byte("\n9\n"), 1), 0o644))
	b.start(t)
	b.expect(t, "after a change of what it remembers", l.request(t, 9, 20), http.StatusInternalServerError, "")
	if _, err := witness.Open(b.dir, witness.Options{Random: rand.Reader}); !errors.Is(err, witness.ErrBusy) {
		t.Errorf("a second witness of the folder: %v", err)
	}
	b.stop()
	if _, err := witness.Open(b.dir, witness.Options{Name: "another", Random: rand.Reader}); err == nil {
		t.Error("it took another name")
	}
	b.start(t)
}

func FuzzParseRequest(f *testing.F) {
	l := newLog(f, "example.org/flood")
	l.grow(f, 9, "a")
	f.Add(l.request(f, 3, 9).Format())
	f.Add([]byte("old 0\n\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		r, err := witness.ParseRequest(body)
		if err == nil && !bytes.Equal(r.Format(), body) {
			t.Errorf("%q becomes %q", body, r.Format())
		}
	})
}
