package dossier

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"muster/ledger/witness"
	"muster/proof"
)

// TestWitnessedInTheBackground opens a dossier with two witnesses, of which one
// never answers: each checkpoint is cosigned by the other, and nothing waits.
func TestWitnessedInTheBackground(t *testing.T) {
	env := testEnv(t)
	d, dir := opened(t, env)
	log := d.VerifierKey()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	w, err := witness.Open(t.TempDir(), witness.Options{Logs: []string{log}, Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	good := httptest.NewServer(w.Handler(nil))
	defer good.Close()
	release := make(chan struct{})
	silent := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	}))
	defer silent.Close()
	defer close(release)
	other, err := witness.Open(t.TempDir(), witness.Options{Logs: []string{log}, Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	write(t, dir, SettingsFile, fmt.Sprintf("title = \"Flood\"\n[ledger]\nwitnesses = [{ key = %q, url = %q }, { key = %q, url = %q }]\n",
		w.Key(), good.URL, other.Key(), silent.URL))

	env.Witness = http.DefaultClient
	d, err = Open(t.Context(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "documents/two.txt", "The mayor asked for 40 boats.")
	began := time.Now()
	refresh(t, d)
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("taking in a document waited %s for a witness", took)
	}
	// The one that answers has cosigned before the other is given up.
	for seen := false; !seen; time.Sleep(20 * time.Millisecond) {
		signed, err := d.Checkpoint(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		found, err := proof.Cosignatures(signed, w.Key(), other.Key())
		if err != nil {
			t.Fatal(err)
		}
		seen = len(found) == 1 && found[0].Key == w.Key()
		if time.Since(began) > 30*time.Second {
			t.Fatal("nothing was cosigned in the background")
		}
	}
	began = time.Now()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("closing waited %s for a witness", took)
	}
}
