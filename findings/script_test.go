package findings_test

import (
	"os"
	"path/filepath"
	"testing"

	"muster/claims"
	"muster/findings/script"
)

// quantity reads quantities as the reader does.
func quantity(t testing.TB) script.Quantity {
	t.Helper()
	reader, err := claims.LoadReader()
	if err != nil {
		t.Fatal(err)
	}
	return script.With(reader)
}

// TestScripts runs the cases that editors can read and add to, testdata/*.txt
// except golden files. Each case says all warnings and errors it expects, so a
// rule that says too much fails too.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	read := quantity(t)
	for _, file := range files {
		if filepath.Base(file) == "operation.txt" {
			continue // findings as they are printed
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases, err := script.Parse(file, string(b), read)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			t.Run(filepath.Base(file)+"/"+c.Name, func(t *testing.T) {
				for _, failure := range c.Run() {
					t.Errorf("%s:%d: %s", file, failure.Line, failure.Text)
				}
			})
		}
	}
}
