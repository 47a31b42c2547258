package main

import (
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExamples holds the examples to what the README promises: a reader of a
// fresh clone sees accepted figures, and sees them as they were decided on. An
// accepted figure is what the reader proposes, so that a change of the reader
// shows here: look at each line before you write them anew with -update.
func TestExamples(t *testing.T) {
	for _, name := range []string{"operation-at-large", "haiti-security-mission"} {
		t.Run(name, func(t *testing.T) {
			w, dir := testWorld(t), copyExample(t, name)
			var waiting, figures, problems writer
			w.stdout, w.stderr = &waiting, &problems
			if code := run(t.Context(), []string{"review", dir}, w); code != exitDone || problems != "" {
				t.Errorf("exit code %d: %s", code, problems)
			}
			if !strings.HasPrefix(string(waiting), "0 proposals to decide on, as of entry ") {
				t.Errorf("figures that nobody decided on:\n%s", waiting)
			}
			w.stdout = &figures
			if code := run(t.Context(), []string{"export", dir}, w); code != exitDone {
				t.Fatalf("exit code %d: %s", code, problems)
			}
			got := pick(t, string(figures), "words", "counted", "organisation", "stage", "approver", "act", "about_from", "about_to", "chain", "part_of", "status")
			golden := filepath.Join("testdata", name+".golden.csv")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("the figures of the example changed (-before +now):\n%s", diff)
			}
		})
	}
}

var update = flag.Bool("update", false, "write golden files anew")

// pick keeps some columns of a CSV text.
func pick(t *testing.T, text string, columns ...string) string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	to := csv.NewWriter(&out)
	for _, row := range rows {
		var kept []string
		for _, column := range columns {
			kept = append(kept, row[slices.Index(rows[0], column)])
		}
		if err := to.Write(kept); err != nil {
			t.Fatal(err)
		}
	}
	to.Flush()
	return out.String()
}

type writer string

func (w *writer) Write(b []byte) (int, error) { *w += writer(b); return len(b), nil }
