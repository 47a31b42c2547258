package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"muster/claims"
	"muster/dossier"
	"muster/pages"
)

func newCommand(w world) *cobra.Command {
	var title string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "new DIR",
		Short:   "Make a dossier",
		Long:    "New makes a folder with documents/, counts/ and a dossier.toml to fill in, or not.",
		Example: "  muster new operation-at-large --title \"Operation at Large\"",
		Args:    needs(1, 1, "the name of one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := args[0]
			if err := dossier.Create(dir, title); err != nil {
				return err
			}
			if service := dossier.Synchronised(dir); service != "" {
				fmt.Fprintf(w.stderr, "muster: %s lies in a folder that %s synchronises; it may copy the ledger while it is written, so nothing is recorded there without --synchronised. Better keep dossiers elsewhere and back them up.\n", dir, service)
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]string{"dossier": dir})
			}
			fmt.Fprintf(w.stdout, "Made %s. Next: muster add %s FILE...\n", dir, dir)
			return nil
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "what the dossier is called")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the folder as one JSON object")
	return cmd
}

func addCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "add DIR [FILE|URL...]",
		Short: "Put documents and record files into a dossier and read them",
		Long: `Add copies files into the dossier (texts to documents/, tables to counts/) and
reads what is new. What cannot be read is named; the rest is done, and running
it again goes on. Without files it takes in what was put into the folder by hand.
Texts come in the formats of muster read; a feed, a mailbox or a web archive is
taken in as one document an item, and may grow.`,
		Example: `  muster add operation article.html memo.txt
  muster add operation https://example.org/news/1
  muster add operation`,
		Args: needs(1, -1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			env, err := w.env()
			if err != nil {
				return err
			}
			d, err := dossier.Open(cmd.Context(), args[0], env)
			if err != nil {
				return err
			}
			done, err := d.Add(cmd.Context(), args[1:])
			told := w.tell(args[0], done, asJSON)
			if asJSON {
				err = errors.Join(err, writeJSON(w.stdout, struct {
					Documents int `json:"documents"`
					Figures   int `json:"figures"`
					Releases  int `json:"releases"`
					Decisions int `json:"decisions"`
					Problems  int `json:"problems"`
				}{done.Documents, done.Figures, done.Releases, done.Decisions, len(done.Problems)}))
			}
			return errors.Join(err, told, d.Close())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "how much was taken in, as one JSON object")
	return cmd
}

func reviewCommand(w world) *cobra.Command {
	var accept, reject, reopen []string
	var above float64
	var curator, reason string
	var asJSON, statements bool
	var as asOf
	cmd := &cobra.Command{
		Use:   "review DIR",
		Short: "List the proposals, and accept or reject them",
		Long: `Review lists the figures that nobody has decided on. With --accept, --reject or
--reopen it records decisions; each is a new entry, and --reopen undoes one.
The web page (muster serve) shows each figure in its text and is the better place.
With --statements it lists what was said without a number; muster decide takes
decisions on those, and all other decisions on figures.`,
		Example: `  muster review operation
  muster review operation --accept f3,f4 --curator ann
  muster review operation --reject f9 --reason "a year, not a count"`,
		Args: needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			open := w.openFresh
			if len(accept)+len(reject)+len(reopen) > 0 || above > 0 {
				open = w.openToWrite
			}
			d, refreshed, err := open(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			state, err := as.state(ctx, d)
			if err != nil {
				return err
			}
			if above > 0 {
				for _, f := range state.Figures {
					if f.Status == dossier.Proposed && f.Claim.Confidence >= above && !slices.Contains(accept, f.ID) && !slices.Contains(reject, f.ID) {
						accept = append(accept, f.ID)
					}
				}
			}
			var decisions []dossier.Decision
			for _, batch := range []struct {
				ids    []string
				action dossier.Action
			}{{accept, dossier.Accept}, {reject, dossier.Reject}, {reopen, dossier.Reopen}} {
				for _, id := range batch.ids {
					decisions = append(decisions, dossier.Decision{Figure: id, Action: batch.action, Reason: reason, Curator: curator})
				}
			}
			if len(decisions) > 0 {
				if as.past() {
					return errors.New("decisions are taken on the latest state; leave --at and --known out")
				}
				if strings.TrimSpace(curator) == "" {
					return errors.New("a decision needs the name of who takes it: add --curator NAME, or set MUSTER_CURATOR")
				}
				if err := d.DecideAll(ctx, decisions); err != nil {
					return err
				}
				if asJSON {
					return errors.Join(writeJSON(w.stdout, map[string]int{"decisions": len(decisions)}), told)
				}
				fmt.Fprintf(w.stdout, "%s recorded.\n", plural(len(decisions), "decision"))
				return told
			}
			if statements {
				return errors.Join(writeStatements(w.stdout, state, asJSON), told)
			}
			if asJSON {
				return errors.Join(figuresJSON(w.stdout, state, true), told)
			}
			t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', 0)
			waiting := 0
			for _, f := range state.Figures {
				if f.Status != dossier.Proposed {
					continue
				}
				if waiting == 0 {
					fmt.Fprintln(t, "ID\tFIGURE\tSTAGE\tWHO SAYS SO\tSURE\tDOCUMENT")
				}
				waiting++
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.2f\t%s\n", f.ID, clip(oneLine(f.Claim.Quote.Exact), 44), f.Claim.Stage, clip(chain(f.Claim.Attribution), 48), f.Claim.Confidence, clip(filepath.Base(state.Document(f.Document).Document.ID), 40))
			}
			if err := t.Flush(); err != nil {
				return err
			}
			fmt.Fprintf(w.stdout, "%s to decide on, as of entry %d.\n", plural(waiting, "proposal"), state.At)
			return told
		},
	}
	cmd.Flags().BoolVar(&statements, "statements", false, "list the statements without a number, whatever was decided on them")
	cmd.Flags().StringSliceVar(&accept, "accept", nil, "figures to accept, such as f3,f4")
	cmd.Flags().StringSliceVar(&reject, "reject", nil, "figures to reject; needs --reason")
	cmd.Flags().StringSliceVar(&reopen, "reopen", nil, "figures to put back among the proposals")
	cmd.Flags().Float64Var(&above, "accept-above", 0, "accept all proposals with at least this confidence")
	cmd.Flags().StringVar(&curator, "curator", w.curator(), "who decides")
	cmd.Flags().StringVar(&reason, "reason", "", "why")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a proposal, or the number of decisions")
	as.flags(cmd)
	return cmd
}

// figuresJSON writes one object a figure; with waiting, only those that nobody
// has decided on.
func figuresJSON(out io.Writer, state *dossier.State, waiting bool) error {
	for _, f := range state.Figures {
		if waiting && f.Status != dossier.Proposed {
			continue
		}
		line := struct {
			ID       string         `json:"id"`
			Status   dossier.Status `json:"status"`
			Document string         `json:"document"`
			Path     string         `json:"path"`
			Figure   claims.Figure  `json:"figure"`
			At       int64          `json:"at"`
		}{f.ID, f.Status, f.Document, state.Document(f.Document).Document.ID, f.Claim, state.At}
		if err := writeJSON(out, line); err != nil {
			return err
		}
	}
	return nil
}

func exportCommand(w world) *cobra.Command {
	var format, table string
	var as asOf
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "export DIR",
		Short: "Write a table, or the decisions, to standard output",
		Long: `Export writes one of the tables that the page offers as CSV, all statuses
included, or the decisions as text that another copy of the dossier takes in.`,
		Example: `  muster export operation > figures.csv
  muster export operation --table findings > findings.csv
  muster export operation --known 2025-06-10 > figures-then.csv
  muster export operation --format decisions > decisions.jsonl`,
		Args: needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if format != "csv" && format != "decisions" {
				return fmt.Errorf("format is %q; expected csv or decisions", format)
			}
			d, refreshed, err := w.openFresh(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			at, err := as.size(ctx, d)
			if err != nil {
				return err
			}
			if asJSON || format == "decisions" {
				state, err := d.State(ctx, at)
				if err != nil {
					return err
				}
				if asJSON {
					return errors.Join(figuresJSON(w.stdout, state, false), told)
				}
				return errors.Join(dossier.WriteDecisions(w.stdout, state), told)
			}
			return errors.Join(pages.WriteCSV(ctx, w.stdout, d, w.pageOptions(), at, table), told)
		},
	}
	cmd.Flags().StringVar(&format, "format", "csv", "csv, or decisions for a decisions.jsonl")
	cmd.Flags().BoolVar(&asJSON, "json", false, "all figures, one JSON object each")
	cmd.Flags().StringVar(&table, "table", "figures", "for csv: figures, findings, documents or counts")
	as.flags(cmd)
	return cmd
}

// openRead opens a dossier as it stands.
func (w world) openRead(cmd *cobra.Command, dir string) (*dossier.Dossier, error) {
	env, err := w.env()
	if err != nil {
		return nil, err
	}
	d, err := dossier.OpenRead(cmd.Context(), dir, env)
	if errors.Is(err, dossier.ErrNoDossier) && errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	return d, err
}
