package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestClockBehind has a computer whose clock was set back: it is said, and the
// record does not go back.
func TestClockBehind(t *testing.T) {
	w := testWorld(t)
	var out strings.Builder
	w.stdout, w.stderr = &out, &out
	now := time.Date(2024, 3, 10, 12, 0, 0, 0, time.UTC)
	w.now = func() time.Time { return now }
	dir := filepath.Join(t.TempDir(), "flood")
	do := func(args ...string) string {
		t.Helper()
		out.Reset()
		if code := run(t.Context(), args, w); code != exitDone {
			t.Fatal(args, code, out.String())
		}
		return out.String()
	}
	do("new", dir)
	document := filepath.Join(t.TempDir(), "one.txt")
	if err := os.WriteFile(document, []byte("The army will send more than 2,000 soldiers to the river."), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := do("add", dir, document); strings.Contains(said, "clock") {
		t.Errorf("of a clock that is right it says %q", said)
	}
	now = now.Add(-26 * time.Hour)
	want := "the clock of this computer shows 2024-03-09T10:00:00Z, and the record of " + dir + " was last added to at 2024-03-10T12:00:00Z"
	if said := do("review", dir, "--accept", "f1", "--curator", "ann"); !strings.Contains(said, want) {
		t.Errorf("it says %q, expected …%s…", said, want)
	}
	if said := do("log", dir); !strings.Contains(said, "2024-03-10 12:00:00  curator:ann") || strings.Contains(said, "2024-03-09") {
		t.Errorf("the record says %q", said)
	}
	do("fsck", dir)
}
