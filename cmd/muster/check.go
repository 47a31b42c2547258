package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/findings"
	"muster/origins"
)

func checkCommand(w world) *cobra.Command {
	var asJSON bool
	var as asOf
	var scriptFile string
	cmd := &cobra.Command{
		Use:   "check DIR | check --script FILE",
		Short: "Say what the figures say together, and what does not fit",
		Long: `Check applies every rule to a dossier. Each finding is one sentence with the
figures it rests on. The exit code is 1 when a hard rule is broken.

With --script it reads claims and what should follow from them, as doc/scripts.md
explains, and exits with 1 when something else follows.`,
		Example: `  muster check operation
  muster check operation --json
  muster check operation --at 120
  muster check operation --known 2025-06-10
  muster check --script cases.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if scriptFile != "" {
				return needs(0, 0, "nothing beside --script")(cmd, args)
			}
			return needs(1, 1, "a dossier")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if scriptFile != "" {
				return w.runScript(scriptFile, asJSON)
			}
			ctx := cmd.Context()
			d, refreshed, err := w.openFresh(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			state, err := as.state(ctx, d)
			if err != nil {
				return err
			}
			found := findings.Check(state, origins.Find(state))
			if asJSON {
				if found == nil {
					found = []findings.Finding{}
				}
				err = writeJSON(w.stdout, struct {
					At       int64              `json:"at"`
					Findings []findings.Finding `json:"findings"`
				}{state.At, found})
			} else {
				err = writeFindings(w.stdout, state, found)
			}
			if err != nil {
				return err
			}
			for _, f := range found {
				if f.Severity == findings.Error {
					return exitCode(exitFinding)
				}
			}
			return told
		},
	}
	cmd.Flags().StringVar(&scriptFile, "script", "", "a file of claims and what should follow from them")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the findings as one JSON object")
	as.flags(cmd)
	return cmd
}

func writeFindings(out io.Writer, state *dossier.State, found []findings.Finding) error {
	tally := map[findings.Severity]int{}
	for _, f := range found {
		tally[f.Severity]++
		fmt.Fprintf(out, "%-8s %s\n", f.Severity, f.Sentence)
		for _, word := range f.Overruled {
			fmt.Fprintf(out, "         %s\n", byWord(word))
		}
		fmt.Fprintf(out, "         [%s: %s]\n", f.Rule, clip(restsOn(state, f), 120))
	}
	_, err := fmt.Fprintf(out, "\n%s: %s, %s, %s; as of entry %d.\n", state.Settings.Title,
		plural(tally[findings.Error], "error"), plural(tally[findings.Warning], "warning"), plural(tally[findings.Info], "note"), state.At)
	return err
}

// restsOn names what a finding rests on, by document: "The Wire f3, f4; The
// Herald f9".
func restsOn(state *dossier.State, f findings.Finding) string {
	var names []string
	figures := map[string][]string{}
	for _, input := range f.Inputs {
		name := ""
		if doc := state.Document(input.Document); doc != nil {
			name = doc.Publisher
		}
		if figures[name] == nil {
			names = append(names, name)
		}
		if !slices.Contains(figures[name], input.Figure) {
			figures[name] = append(figures[name], input.Figure)
		}
	}
	for i, name := range names {
		names[i] = strings.TrimSpace(name + " " + strings.Join(figures[name], ", "))
	}
	return strings.Join(names, "; ")
}

// byWord says on whose word figures are set against each other, or are not.
func byWord(c dossier.Comparison) string {
	said := strings.Join(c.Figures, " and ") + map[bool]string{false: " may be compared", true: " may not be compared"}[c.Apart]
	if c.Entry == 0 && c.Curator == "" {
		said += ", says dossier.toml"
	} else {
		said += fmt.Sprintf(", says %s, entry %d, %s", printable(c.Curator), c.Entry, c.Time.Format("2006-01-02 15:04:05"))
	}
	if c.Reason != "" {
		said += ": " + printable(c.Reason)
	}
	return said
}

func originsCommand(w world) *cobra.Command {
	var asJSON bool
	var as asOf
	cmd := &cobra.Command{
		Use:   "origins DIR|FILE.jsonl",
		Short: "Trace each figure to those who know it first hand",
		Long: `Origins groups the tellings of the same figure and follows them to their roots:
so many articles, so many origins. No link found is not independence, so three
numbers are given: confirmed, at most, and a likely span.`,
		Example: "  muster origins operation\n  muster origins operation --known 2025-06-10\n  muster origins articles.jsonl --json",
		Args:    needs(1, 1, "a dossier, or a .jsonl file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			state, told, err := w.stateOf(cmd, args[0], as)
			if err != nil {
				return err
			}
			trace, inDossier := origins.Find(state), !strings.HasSuffix(args[0], ".jsonl")
			if asJSON {
				return errors.Join(writeTrace(w.stdout, trace, state.At, inDossier), told)
			}
			for _, g := range trace.Groups {
				if g.Articles < 2 {
					continue
				}
				var roots []string
				for _, root := range g.Roots {
					roots = append(roots, root.Name)
				}
				fmt.Fprintf(w.stdout, "%s: %s by %s; origins: %d confirmed, at most %d (%s)\n", g.Exact,
					plural(g.Articles, "article"), plural(g.Publishers, "publisher"), g.Origins.Confirmed, g.Origins.AtMost, strings.Join(roots, ", "))
			}
			if inDossier {
				fmt.Fprintf(w.stdout, "As of entry %d.\n", state.At)
			}
			return told
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "edges, figures and roots as one JSON object")
	as.flags(cmd)
	return cmd
}

// writeTrace writes a trace as one JSON object, of a dossier with the number of
// entries that it is as of.
func writeTrace(out io.Writer, trace *origins.Trace, at int64, inDossier bool) error {
	if !inDossier {
		return writeJSON(out, trace)
	}
	var b bytes.Buffer
	if err := writeJSON(&b, trace); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s,\"at\":%d}\n", bytes.TrimSuffix(b.Bytes(), []byte("}\n")), at)
	return err
}

func writeJSON(out io.Writer, v any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
