package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// evaluations are the gold sets that MUSTER_EVAL may hold, each with its scorer
// and the floors below which a change is a step back. The figures reached stand
// in doc/measuring.md.
var evaluations = []struct {
	name, input, gold, scorer string
	command                   []string
	floors                    string
}{
	{"figures", "articles.dev.jsonl", "figures.dev.jsonl", "score_figures.py", []string{"read", "--json"},
		"span_f1=95 value_f1=95 verbatim=100 qualifier=95 unit=97 per=96 counted=88 organisation=80 stage=84 act=82 when=78 method=86 root=72 chain=64 whole_f1=42"},
	{"quantities", "newsquant.dev.jsonl", "newsquant.dev.jsonl", "score_quantities.py", []string{"read", "--json", "--all"},
		"value=96 change=89 unit=84 concept=75 ranges=90"},
	{"attribution", "polnear.dev.jsonl", "polnear.dev.jsonl", "score_attribution.py", []string{"read", "--json"},
		"number=82 source=75 content_tokens=84 source_tokens=71 cue_tokens=64"},
	{"passages", "origins/passages.dev.jsonl", "origins/passages.dev.truth.jsonl", "score_passages.py", []string{"origins", "--json"}, ""},
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
		if os.Getenv("MUSTER_FULL") != "" {
			t.Fatal("no python3, which the scorers need, and MUSTER_FULL is set")
		}
		t.Skip("the scorers need python3")
	}
	for _, e := range evaluations {
		t.Run(e.name, func(t *testing.T) {
			var out, problems bytes.Buffer
			w := world{stdout: &out, stderr: &problems, getenv: os.Getenv, configDir: os.UserConfigDir}
			args := append(slices.Clone(e.command), filepath.Join(folder, e.input))
			if code := run(context.Background(), args, w); code != exitDone {
				t.Fatalf("muster %v: exit code %d: %s", e.command, code, problems.String())
			}
			predicted := filepath.Join(t.TempDir(), "predicted.jsonl")
			if err := os.WriteFile(predicted, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			command := []string{filepath.Join(folder, e.scorer), filepath.Join(folder, e.gold), predicted}
			if errors := os.Getenv("MUSTER_EVAL_ERRORS"); errors != "" && (e.name == "figures" || e.name == "quantities") {
				command = append(command, "--errors", errors)
			}
			for floor := range strings.FieldsSeq(e.floors) {
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
