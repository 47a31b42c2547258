package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"testing"
	"time"

	"muster/dossier"
)

// A record file at an address is fetched whole and taken away again; an answer
// that is no file is an error.
func TestFetchRecordFile(t *testing.T) {
	const rows = "Arrest Date,Office\n2025-03-01,North\n"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/rows.csv" {
			http.NotFound(w, r)
			return
		}
		w.Write([]byte(rows))
	}))
	defer server.Close()
	fetch := dossier.NewFetch(dossier.FetchLimits{Timeout: time.Minute, Private: true})
	at := func(path string) *url.URL {
		address, err := url.Parse(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		return address
	}
	name, remove, err := fetchRecordFile(t.Context(), fetch, at("/rows.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != rows {
		t.Errorf("fetched %q, %v; expected %q", got, err, rows)
	}
	remove()
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", name, err)
	}
	if _, _, err := fetchRecordFile(t.Context(), fetch, at("/other.csv")); err == nil {
		t.Error("a page that is not there was fetched")
	}
	if _, _, err := fetchRecordFile(t.Context(), dossier.NewFetch(dossier.FetchLimits{Timeout: time.Minute}), at("/rows.csv")); err == nil {
		t.Error("an address of the own network was fetched")
	}
}
