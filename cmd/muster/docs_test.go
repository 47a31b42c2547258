package main

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestCommandsInDocsExist takes every command line out of the documents and the
// help texts and lets the program parse it: command, flags, number of arguments.
func TestCommandsInDocsExist(t *testing.T) {
	w := world{stdout: os.Stdout, stderr: os.Stderr, getenv: func(string) string { return "" }}
	lines := map[string]string{}
	for _, page := range []string{"../../README.md", "../../CONTRIBUTING.md", "../../doc/dossier.md", "../../doc/ledger.md", "../../doc/scripts.md", "../../doc/team.md"} {
		b, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimPrefix(line, "    ")
			if strings.HasPrefix(line, "muster ") {
				lines[strings.TrimSpace(line)] = page
			}
		}
	}
	for _, cmd := range rootCommand(w).Commands() {
		for line := range strings.Lines(cmd.Example) {
			if _, after, found := strings.Cut(line, "muster "); found {
				lines["muster "+strings.TrimSpace(after)] = cmd.Name() + " --help"
			}
		}
	}
	if len(lines) < 20 {
		t.Fatalf("only %d command lines found: the test looks in the wrong place", len(lines))
	}
	for line, page := range lines {
		if err := parses(rootCommand(w), line); err != nil {
			t.Errorf("%s says %q, which muster refuses: %v", page, line, err)
		}
	}
}

// parses reports why a command line cannot be run, without running it.
func parses(root *cobra.Command, line string) error {
	line, _, _ = strings.Cut(line, "#")
	line, _, _ = strings.Cut(line, " > ")
	cmd, rest, err := root.Find(strings.Fields(strings.ReplaceAll(line, "\"", ""))[1:])
	if err != nil {
		return err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	// Words in quotation marks were cut at their spaces; they only follow flags.
	if strings.Contains(line, "\"") {
		return nil
	}
	return cmd.ValidateArgs(cmd.Flags().Args())
}
