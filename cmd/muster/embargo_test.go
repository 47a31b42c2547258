package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/dossier"
	"muster/pages"
)

// secrets stand in every place that a dossier has: names of files, its own name
// apart, titles, words, settings, series and curators' reasons.
var secretFiles = map[string]string{
	"documents/zebra-memo.txt":   "---\ntitle: Zebra title\npublisher: Zebra Post\npublished: 2024-03-05\nurl: https://zebra.example/1\n---\nThe zebra office will send 300 zebras, a spokesman said. The river rises, a zebra aide said.",
	"counts/zebra-counts.csv":    "day,zebra-office\n2024-03-01,north\n2024-03-02,north\n",
	dossier.SettingsFile:         "title = \"Zebra\"\nquestion = \"How many zebras?\"\n[[series]]\nname = \"zebra-series\"\nfiles = [\"counts/*.csv\"]\ndate = \"day\"\nby = \"month\"\n[publish]\nembargoed = true\n",
	dossier.DecisionsFile:        "",
	"documents/zebra-second.txt": "The zebra council asked for 40 zebra boats.",
}

func secretDossier(t *testing.T, w world) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "flood")
	for name, text := range secretFiles {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"add", dir}, {"review", dir, "--accept", "f1", "--reason", "zebra reason", "--curator", "ann"}} {
		if code := run(t.Context(), args, w); code != exitDone {
			t.Fatalf("%v: exit code %d", args, code)
		}
	}
	return dir
}

// telltales are words that a site must not hold, and what a guess of the names
// of files would be compared with.
func telltales() []string {
	out := []string{"zebra"}
	for name := range secretFiles {
		for _, of := range []string{name, "zebra-series\x00" + name + "\x00", filepath.Base(name)} {
			sum := sha256.Sum256([]byte(of))
			out = append(out, hex.EncodeToString(sum[:6]))
		}
	}
	return out
}

func leaks(t *testing.T, where string, b []byte) {
	t.Helper()
	for _, word := range telltales() {
		if bytes.Contains(bytes.ToLower(b), []byte(word)) {
			t.Errorf("%s holds %q:\n%.400s", where, word, b)
		}
	}
}

// An embargoed dossier publishes nothing: no file, and no page of the handlers
// that a site is made with and that visitors see.
func TestEmbargoLeaksNothing(t *testing.T) {
	w := testWorld(t)
	dir := secretDossier(t, w)
	parent := t.TempDir()
	var said writer
	w.stdout, w.stderr = &said, &said
	if code := run(t.Context(), []string{"publish", dir, "--out", filepath.Join(parent, "site")}, w); code == exitDone || !strings.Contains(string(said), "embargoed") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 {
		t.Errorf("something was written: %v, %v", left, err)
	}
	env, err := w.env()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.OpenRead(t.Context(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	tiles, err := d.TilePaths(t.Context())
	if err != nil || len(tiles) == 0 {
		t.Fatalf("tiles %v, %v", tiles, err)
	}
	site, visited := pages.New(d, pages.Options{Published: true}), pages.New(d, pages.Options{SignIn: true})
	for _, address := range append(tiles, "", "index.html", "index.json", "figure/f1/", "figure/f1/index.json", "document/d1/", "document/d1/index.json", "method/", "figures.csv", "findings.json", "documents.csv",
		"counts.csv", "replies.csv", "checkpoint", "key", "proof/1.tlog-proof", "proof/2.tlog-proof", "style.css", "feed.xml", "review/", "diff/?from=0", "nothing") {
		for i, h := range []http.Handler{site, visited} {
			answer := httptest.NewRecorder()
			h.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/"+address, nil))
			style := i == 1 && address == "style.css" // the page that says how to sign in has it
			if answer.Code != http.StatusNotFound && !style {
				t.Errorf("/%s: status %d", address, answer.Code)
			}
			leaks(t, "/"+address, answer.Body.Bytes())
			for name, values := range answer.Header() {
				leaks(t, "/"+address+" "+name, []byte(strings.Join(values, " ")))
			}
		}
	}
}

// What a site says in public of what is not published, the lines of the ledger
// among it, gives nothing away: here nothing is accepted and only the lines are.
func TestTilesLeakNothing(t *testing.T) {
	w := testWorld(t)
	dir := secretDossier(t, w)
	env, err := w.env()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.OpenRead(t.Context(), dir, env)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	tiles, err := d.TilePaths(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, path := range tiles {
		b, err := d.Tile(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		lines += bytes.Count(b, []byte("muster/v1 "))
		leaks(t, path, b)
	}
	if lines < 8 {
		t.Errorf("only %d lines were looked at", lines)
	}
	checkpoint, err := d.Checkpoint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	leaks(t, "checkpoint", checkpoint)
	leaks(t, "key", []byte(d.VerifierKey()))
}

// A rejected figure, a proposal and their reasons are in no file of a site.
func TestPublishedHoldsOnlyWhatWasAccepted(t *testing.T) {
	w := testWorld(t)
	dir := filepath.Join(t.TempDir(), "flood")
	for name, text := range map[string]string{
		"documents/one.txt": "The army will send 300 soldiers. The council asked for 40 zebra boats. The governor asked for 9 quagga tents. The okapi river rises, a spokesman said.",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "site")
	for _, args := range [][]string{{"add", dir}, {"review", dir, "--accept", "f1", "--curator", "ann"}, {"review", dir, "--reject", "f2", "--reason", "wildebeest reason", "--curator", "ann"},
		{"reply", dir, "f3", "--office", "Impala office", "--date", "2024-03-01", "--words", "No impala.", "--curator", "ann"}, {"publish", dir, "--out", out}} {
		if code := run(t.Context(), args, w); code != exitDone {
			t.Fatalf("%v: exit code %d", args, code)
		}
	}
	files := 0
	err := filepath.WalkDir(out, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		b, err := os.ReadFile(path)
		for _, word := range []string{"zebra", "quagga", "okapi", "wildebeest", "impala"} {
			if bytes.Contains(bytes.ToLower(append(b, path...)), []byte(word)) {
				t.Errorf("%s holds %q", path, word)
			}
		}
		return err
	})
	if err != nil || files < 15 {
		t.Errorf("%d files were looked at, %v", files, err)
	}
}
