package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// evaluations are the gold sets that MUSTER_EVAL may hold, each with its scorer
// and the floors below which a change is a step back. The figures reached stand
// in doc/measuring.md.
var evaluations = []struct {
	name, input, gold, scorer string
	flags                     []string
	floors                    []string
}{
	{"figures", "articles.dev.jsonl", "figures.dev.jsonl", "score_figures.py", nil, nil},
	{"quantities", "newsquant.dev.jsonl", "newsquant.dev.jsonl", "score_quantities.py", []string{"--all"}, nil},
	{"attribution", "polnear.dev.jsonl", "polnear.dev.jsonl", "score_attribution.py", nil, nil},
}

// TestEvaluation runs `muster read --json` over the gold sets and prints what
// the scorers say: MUSTER_EVAL=DIR go test -v -run TestEvaluation ./cmd/muster
func TestEvaluation(t *testing.T) {
	folder := os.Getenv("MUSTER_EVAL")
	if folder == "" {
		t.Skip("MUSTER_EVAL names no evaluation folder")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("the scorers need python3")
	}
	for _, e := range evaluations {
		t.Run(e.name, func(t *testing.T) {
			var out, problems bytes.Buffer
			w := world{stdout: &out, stderr: &problems, getenv: os.Getenv, configDir: os.UserConfigDir}
			args := append([]string{"read", "--json", filepath.Join(folder, e.input)}, e.flags...)
			if code := run(context.Background(), args, w); code != exitDone {
				t.Fatalf("muster read: exit code %d: %s", code, problems.String())
			}
			predicted := filepath.Join(t.TempDir(), "predicted.jsonl")
			if err := os.WriteFile(predicted, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			command := []string{filepath.Join(folder, e.scorer), filepath.Join(folder, e.gold), predicted}
			if errors := os.Getenv("MUSTER_EVAL_ERRORS"); errors != "" && e.name != "attribution" {
				command = append(command, "--errors", errors)
			}
			for _, floor := range e.floors {
				command = append(command, "--min", floor)
			}
			said, err := exec.Command(python, command...).CombinedOutput()
			fmt.Fprintf(os.Stdout, "%s:\n%s\n", e.name, strings.TrimSpace(string(said)))
			if err != nil {
				t.Errorf("%s: %v", e.scorer, err)
			}
		})
	}
}
