package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

// copyExample copies an example without what a run may have left in it.
func copyExample(t testing.TB, name string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), name)
	from := os.DirFS(filepath.Join("..", "..", "examples", name))
	if err := os.CopyFS(to, from); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(to, ".muster")); err != nil {
		t.Fatal(err)
	}
	return to
}

func get(t testing.TB, address string) string {
	t.Helper()
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", address, response.Status, err)
	}
	return string(b)
}

// TestServeAnswersItsOwnNameOnly keeps web pages elsewhere from reaching in.
func TestServeAnswersItsOwnNameOnly(t *testing.T) {
	w, dir := testWorld(t), copyExample(t, "haiti-security-mission")
	address, stop := startServe(t, w, dir)
	defer stop()
	get(t, address)
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "elsewhere.example"
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("a request to another host is answered %s", response.Status)
	}
}

// BenchmarkFirstPage measures from the start of `muster serve` on the example,
// its ledger not yet made, to the last byte of the first page.
func BenchmarkFirstPage(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		w, dir := testWorld(b), copyExample(b, "operation-at-large")
		b.StartTimer()
		address, stop := startServe(b, w, dir)
		get(b, address)
		b.StopTimer()
		stop()
		b.StartTimer()
	}
}
