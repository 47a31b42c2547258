package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/findings"
	"muster/origins"
)

func diffCommand(w world) *cobra.Command {
	var from, to, document string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "diff DIR --from N|TIME [--to N|TIME]",
		Short: "Say what changed in the record between two moments",
		Long: `Diff says what changed since your story ran: figures that are new, accepted,
edited (old and new value), rejected or no longer borne out, documents that were
fetched again with other text, new releases, and findings that appeared or went.
A moment is a number of entries, a day (its end) or a time; --to is now unless said.
With --document it shows one document: what a new version of it tells otherwise.`,
		Example: `  muster diff operation --from 2025-06-04
  muster diff operation --from 120 --to 180 --json
  muster diff operation --from 2025-06-04 --document d2`,
		Args: needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if from == "" {
				return errors.New("diff needs --from and a moment: a number of entries such as 120, a day such as 2025-06-04, or a time such as 2025-06-04T12:00:00Z")
			}
			d, refreshed, err := w.openFresh(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			before, err := (&asOf{at: -1, known: from}).state(ctx, d)
			if err != nil {
				return fmt.Errorf("--from: %w", err)
			}
			after, err := (&asOf{at: -1, known: to}).state(ctx, d)
			if err != nil {
				return fmt.Errorf("--to: %w", err)
			}
			if before.At > after.At {
				return fmt.Errorf("--from is entry %d, and --to the earlier entry %d; turn them round", before.At, after.At)
			}
			changes := dossier.Compare(before, after)
			found := findings.Changes(findings.Check(before, origins.Find(before)), findings.Check(after, origins.Find(after)))
			if document != "" {
				if after.Document(document) == nil {
					return fmt.Errorf("there is no document %q as of entry %d; `muster export DIR --table documents` lists them", document, after.At)
				}
				changes.Only(document)
				found = findings.Touching(found, document)
			}
			if asJSON {
				return errors.Join(writeJSON(w.stdout, struct {
					At int64 `json:"at"`
					*dossier.Diff
					Findings []findings.Change `json:"findings"`
				}{after.At, changes, found}), told)
			}
			writeDiff(w.stdout, changes, found)
			return told
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "the earlier moment: a number of entries, a day or a time")
	cmd.Flags().StringVar(&to, "to", "", "the later one; now unless said")
	cmd.Flags().StringVar(&document, "document", "", "only what belongs to this document, such as d2")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the changes as one JSON object")
	return cmd
}

func writeDiff(out io.Writer, d *dossier.Diff, found []findings.Change) {
	for _, c := range d.Documents {
		fmt.Fprintf(out, "%-12s %s %s (version %d)\n", c.Change, c.ID, printable(c.Path), c.Version)
	}
	for _, c := range d.Releases {
		fmt.Fprintf(out, "%-12s release %s of %s (%s)\n", c.Change, c.Date, printable(c.Series), printable(c.File))
	}
	for _, c := range d.Statements {
		fmt.Fprintf(out, "%-12s %s “%s”\n", c.Change, c.ID, clip(oneLine(c.Exact), 80))
	}
	for _, c := range d.Figures {
		claim := c.After
		if c.Instead != "" || claim == nil {
			claim = c.Before
		}
		fmt.Fprintf(out, "%-12s %s “%s”", c.Change, c.ID, clip(oneLine(claim.Quote.Exact), 80))
		if c.Instead != "" {
			fmt.Fprintf(out, ", now told as %s", c.Instead)
		}
		if n := len(c.Events); n > 0 {
			last := c.Events[n-1]
			fmt.Fprintf(out, "; by %s, %s", printable(byWhom(last)), last.Time.Format("2006-01-02 15:04"))
			if last.Reason != "" {
				fmt.Fprintf(out, ": %s", printable(last.Reason))
			}
		}
		fmt.Fprintln(out)
		writeFields(out, c.Fields)
	}
	for _, w := range d.Withheld {
		fmt.Fprintf(out, "%-12s entry %d, %s %s, by authority of %s: %s\n", "withheld", w.Entry, w.Kind, w.Subject, printable(w.Authority), printable(w.Reason))
	}
	for _, c := range found {
		fmt.Fprintf(out, "%-12s finding: %s\n", c.Change, printable(c.Finding.Sentence))
	}
	if d.Empty() && len(found) == 0 {
		fmt.Fprintln(out, "Nothing changed.")
	}
	fmt.Fprintf(out, "\nFrom entry %d to entry %d.\n", d.From, d.To)
}
