package dossier

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAddLargeRecordFile makes sure that what bounds documents, which are held
// in memory, does not bound record files, which are streamed.
func TestAddLargeRecordFile(t *testing.T) {
	env := testEnv(t)
	env.Limits.Bytes = 5000
	d, dir := opened(t, env)
	for _, name := range []string{"large.csv", "large.txt"} {
		from := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(from, []byte("day\n"+strings.Repeat("2025-06-01\n", 1000)), 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := d.Add(t.Context(), []string{from})
		if err != nil {
			t.Fatal(err)
		}
		refused := false
		for _, problem := range report.Problems {
			refused = refused || strings.Contains(problem.Error(), "a document may have 5000")
		}
		if refused != (name == "large.txt") {
			t.Errorf("%s: %v", name, report.Problems)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "counts", "large.csv")); err != nil || info.Size() != 4+11*1000 {
		t.Errorf("the record file: %v, %v", info, err)
	}
}
