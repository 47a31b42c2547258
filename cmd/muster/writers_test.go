package main

import (
	"crypto/rand"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"muster/ledger/postgres/postgrestest"
)

// TestTwoServersOneRecord runs two `muster serve` on one dossier whose record lies
// in PostgreSQL, and decides on both and on the command line besides.
func TestTwoServersOneRecord(t *testing.T) {
	server := postgrestest.Start(t)
	w := testWorld(t)
	w.random = rand.Reader
	dir := filepath.Join(t.TempDir(), "flood")
	for name, text := range map[string]string{
		"dossier.toml":        "[ledger]\npostgres = \"" + server.Schema(dir) + "\"\n",
		"documents/tents.txt": "The council asked for 700 tents. The army will send 300 soldiers. The mayor asked for 40 boats.",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	one, stopOne := startServe(t, w, dir)
	defer stopOne()
	two, stopTwo := startServe(t, w, dir)
	defer stopTwo()

	// Both load the page of a figure; one accepts it, the other is told.
	seen := regexp.MustCompile(`name="seen" value="(\d+)"`).FindStringSubmatch(get(t, two+"figure/f1/"))
	if seen == nil {
		t.Fatal("the second one offers no form: it cannot write")
	}
	if status, _ := decideAt(t, one, "f1", url.Values{"action": {"accept"}, "curator": {"Ann"}, "seen": {seen[1]}}); status != http.StatusSeeOther {
		t.Fatalf("accepting on the first: status %d", status)
	}
	status, body := decideAt(t, two, "f1", url.Values{"action": {"reject"}, "reason": {"another flood"}, "curator": {"Ben"}, "seen": {seen[1]}})
	if status != http.StatusConflict || !strings.Contains(body, "accepted by Ann") || !strings.Contains(body, "another flood") {
		t.Errorf("rejecting on the second: status %d", status)
	}
	if status, _ = decideAt(t, two, "f2", url.Values{"action": {"accept"}, "curator": {"Ben"}, "seen": {seen[1]}}); status != http.StatusSeeOther {
		t.Errorf("another figure on the second: status %d", status)
	}
	if code := run(t.Context(), []string{"decide", dir, "f3", "reject", "--reason", "no boats", "--curator", "Cleo"}, w); code != exitDone {
		t.Errorf("deciding beside both: exit code %d", code)
	}
	for _, address := range []string{one, two} {
		for figure, words := range map[string]string{"f1": "Ann", "f2": "Ben", "f3": "no boats"} {
			if !strings.Contains(get(t, address+"figure/"+figure+"/"), words) {
				t.Errorf("%s does not show what was decided on %s", address, figure)
			}
		}
	}
	var said writer
	w.stdout, w.stderr = &said, &said
	if code := run(t.Context(), []string{"fsck", dir}, w); code != exitDone {
		t.Errorf("fsck: exit code %d: %s", code, said)
	}
}

// decideAt sends a form and does not follow where it leads.
func decideAt(t *testing.T, address, figure string, form url.Values) (int, string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.PostForm(address+"figure/"+figure+"/", form)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}
