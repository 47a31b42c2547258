package main

import (
	"fmt"
	"os"

	"muster/findings/script"
)

// runScript checks the cases of a script. Cases without expectations show what
// follows from them.
func (w world) runScript(file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	makeReader, err := newReader()
	if err != nil {
		return err
	}
	cases, err := script.Parse(file, string(b), script.With(makeReader(nil)))
	if err != nil {
		return err
	}
	failed, expected := 0, 0
	for _, c := range cases {
		if c.Expects() == 0 {
			if c.Name != "" {
				fmt.Fprintln(w.stdout, c.Name)
			}
			for _, f := range c.Findings() {
				fmt.Fprintf(w.stdout, "%-8s %s\n         [%s; %s]\n", f.Severity, f.Sentence, f.Rule, f.Verdict)
			}
			continue
		}
		expected += c.Expects()
		failures := c.Run()
		for _, failure := range failures {
			fmt.Fprintf(w.stdout, "%s:%d: %s\n", file, failure.Line, failure.Text)
		}
		if len(failures) > 0 {
			failed++
		}
	}
	if expected > 0 {
		fmt.Fprintf(w.stdout, "%s, %s; %d not as expected.\n", plural(len(cases), "case"), plural(expected, "expectation"), failed)
	}
	if failed > 0 {
		return exitCode(exitFinding)
	}
	return nil
}
