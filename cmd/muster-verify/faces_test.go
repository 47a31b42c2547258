package main

import (
	"bytes"
	"crypto/rand"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"muster/ledger/witness"
)

// twoFaces is a server that shows one record to some and another to others,
// both signed with the record's own key.
type twoFaces struct {
	*httptest.Server
	second atomic.Bool // who asks is shown the second face
}

func newTwoFaces(t *testing.T, first, second string) *twoFaces {
	faces := [2]http.Handler{http.FileServer(http.Dir(first)), http.FileServer(http.Dir(second))}
	s := new(twoFaces)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.second.Load() {
			faces[1].ServeHTTP(w, r)
			return
		}
		faces[0].ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// TestTwoFaces has a server lie: it is found out by whoever kept an older
// checkpoint, and by whoever asks for the word of a witness.
func TestTwoFaces(t *testing.T) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	home := t.TempDir()
	first, early, second := filepath.Join(home, "first"), filepath.Join(home, "early"), filepath.Join(home, "second")
	must(record(home, early, 20))
	must(record(home, first, 300))
	// The owner begins the record anew, with the same key.
	must(os.Remove(filepath.Join(home, "ledger.db")))
	must(os.Remove(filepath.Join(home, "keys", "records.example.org%2Foperation.checkpoint")))
	must(record(home, second, 300))

	key, err := os.ReadFile(filepath.Join(first, "key"))
	must(err)
	own, err := witness.Open(filepath.Join(home, "witness"), witness.Options{Logs: []string{string(key)}, Now: time.Now, Random: rand.Reader})
	must(err)
	defer own.Close()
	watching := httptest.NewServer(own.Handler(nil))
	defer watching.Close()
	cosign := func(site string) int {
		checkpoint, err := os.ReadFile(filepath.Join(site, "checkpoint"))
		must(err)
		response, err := http.Post(watching.URL+"/add-checkpoint", "", bytes.NewReader(witness.Request{Checkpoint: checkpoint}.Format()))
		must(err)
		defer response.Body.Close()
		line, err := io.ReadAll(response.Body)
		must(err)
		if response.StatusCode == http.StatusOK {
			must(os.WriteFile(filepath.Join(site, "checkpoint"), append(checkpoint, line...), 0o644))
		}
		return response.StatusCode
	}
	if status := cosign(first); status != http.StatusOK {
		t.Fatalf("the witness answers %d to the first face", status)
	}
	if status := cosign(second); status != http.StatusConflict {
		t.Fatalf("the witness answers %d to the second face, expected a refusal", status)
	}

	server := newTwoFaces(t, first, second)
	look := func(options ...string) (int, string) {
		var out strings.Builder
		code := run(append([]string{string(key), server.URL}, options...), &out, &out)
		return code, out.String()
	}
	older := filepath.Join(early, "checkpoint")
	for _, face := range []bool{false, true} {
		server.second.Store(face)
		honest := map[bool]int{false: 0, true: 1}[face]
		for _, test := range []struct {
			options  []string
			expected int
			says     string
		}{
			{nil, 0, "Verified"}, // by itself each face is whole: that is why there are witnesses
			{[]string{"-since", older}, honest, "not those that were signed"},
			{[]string{"-witness", own.Key()}, honest, "0 of 1 witnesses have cosigned"},
		} {
			code, said := look(test.options...)
			if code != test.expected || code == 1 && !strings.Contains(said, "NOT VERIFIED") || code == 1 && !strings.Contains(said, test.says) {
				t.Errorf("second face %v, %q: exit code %d, expected %d:\n%s", face, test.options, code, test.expected, said)
			}
		}
	}
}
