package main

import (
	"fmt"
	"os"

	"muster/findings"
	"muster/findings/script"
)

// caseResult is what a case of a script came to, as --json prints it.
type caseResult struct {
	Name         string             `json:"name"`
	Line         int                `json:"line"`
	Expectations int                `json:"expectations"`
	Failures     []script.Failure   `json:"failures"`
	Findings     []findings.Finding `json:"findings"`
}

// runScript checks the cases of a script. Cases without expectations show what
// follows from them.
func (w world) runScript(file string, asJSON bool) error {
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
	results := []caseResult{}
	failed := 0
	for _, c := range cases {
		r := caseResult{c.Name, c.Line, c.Expects(), []script.Failure{}, append([]findings.Finding{}, c.Findings()...)}
		if r.Expectations > 0 {
			if r.Failures = append(r.Failures, c.Run()...); len(r.Failures) > 0 {
				failed++
			}
		}
		results = append(results, r)
	}
	if asJSON {
		err = writeJSON(w.stdout, struct {
			Cases []caseResult `json:"cases"`
		}{results})
	} else {
		w.writeScript(file, results, failed)
	}
	if err == nil && failed > 0 {
		err = exitCode(exitFinding)
	}
	return err
}

func (w world) writeScript(file string, results []caseResult, failed int) {
	expected := 0
	for _, r := range results {
		expected += r.Expectations
		for _, failure := range r.Failures {
			fmt.Fprintf(w.stdout, "%s:%d: %s\n", file, failure.Line, failure.Text)
		}
		if r.Expectations > 0 {
			continue
		}
		if r.Name != "" {
			fmt.Fprintln(w.stdout, r.Name)
		}
		for _, f := range r.Findings {
			fmt.Fprintf(w.stdout, "%-8s %s\n         [%s; %s]\n", f.Severity, f.Sentence, f.Rule, f.Verdict)
		}
	}
	if expected > 0 {
		fmt.Fprintf(w.stdout, "%s, %s; %d not as expected.\n", plural(len(results), "case"), plural(expected, "expectation"), failed)
	}
}
