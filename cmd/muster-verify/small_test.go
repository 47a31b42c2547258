package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSmall holds what makes muster-verify worth trusting: that it can be read
// in one sitting, and handed over as a small program.
func TestSmall(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") && !strings.HasSuffix(file, "_js.go") {
			lines += bytes.Count(text, []byte("\n"))
		}
	}
	if lines >= 200 {
		t.Errorf("it has %d lines of its own, expected less than 200", lines)
	}
	program := filepath.Join(t.TempDir(), "muster-verify")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(program)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() >= 3_000_000 {
		t.Errorf("it has %d bytes, expected less than 3,000,000", info.Size())
	}
	t.Logf("%d lines, %d bytes", lines, info.Size())
}
