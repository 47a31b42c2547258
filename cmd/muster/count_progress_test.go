package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRowProgress reads half of a file in ten seconds: there are ten left.
func TestRowProgress(t *testing.T) {
	name := filepath.Join(t.TempDir(), "arrests.csv")
	if err := os.WriteFile(name, make([]byte, 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var shown strings.Builder
	now := time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC)
	w := world{stderr: &shown, progress: true, now: func() time.Time { return now }}
	watched := &watchedFile{File: f}
	file := recordFile{read: watched.progress}
	file.Name = "arrests.csv"
	told := w.rowProgress(file)
	if _, err := watched.ReadAt(make([]byte, 500), 0); err != nil {
		t.Fatal(err)
	}
	told(1) // too early to say anything
	now = now.Add(10 * time.Second)
	told(2000)
	if want := "\r\033[Karrests.csv: 2000 rows, 200 rows/s, 50 %, 10s left\r"; shown.String() != want {
		t.Errorf("got %q, want %q", shown.String(), want)
	}
	w.progress = false
	if w.rowProgress(file) != nil {
		t.Error("progress is shown where there is no terminal")
	}
}
