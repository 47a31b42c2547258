package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/ledger"
)

func logCommand(w world) *cobra.Command {
	var asJSON bool
	var figure string
	var as asOf
	cmd := &cobra.Command{
		Use:   "log DIR",
		Short: "List the entries of the ledger, or the history of one figure",
		Long: `Log prints the signed checkpoint and every entry: its number, time, author, kind
and subject. With --figure it prints what happened to one figure: each version,
who made it, when, why, and what it says otherwise than the one before.`,
		Example: `  muster log operation
  muster log operation --json
  muster log operation --figure f3
  muster log operation --figure f3 --known 2025-06-10`,
		Args: needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := w.openRead(cmd, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			if figure != "" {
				state, err := as.state(cmd.Context(), d)
				if err != nil {
					return err
				}
				return w.writeHistory(state, figure, asJSON)
			}
			at, err := as.size(cmd.Context(), d)
			if err != nil {
				return err
			}
			entries, err := d.Entries(cmd.Context(), at)
			if err != nil {
				return err
			}
			if asJSON {
				return entriesJSON(w.stdout, entries)
			}
			checkpoint, err := d.Checkpoint(cmd.Context())
			if err != nil {
				return err
			}
			fmt.Fprintf(w.stdout, "key: %s\n\n%s\n", d.VerifierKey(), strings.TrimSpace(string(checkpoint)))
			fmt.Fprintln(w.stdout)
			for _, e := range entries {
				fmt.Fprintf(w.stdout, "%6d  %s  %-12s %-10s %-16s %d", e.Index, e.Leaf.Time.Format("2006-01-02 15:04:05"), e.Leaf.Author, e.Leaf.Kind, e.Leaf.Subject, e.Leaf.Version)
				if e.WithheldBy > 0 {
					fmt.Fprintf(w.stdout, "  withheld by %d", e.WithheldBy)
				}
				fmt.Fprintln(w.stdout)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object an entry, its body included; with --figure one object")
	cmd.Flags().StringVar(&figure, "figure", "", "the history of this figure, such as f3, or statement, such as s2")
	as.flags(cmd)
	return cmd
}

// writeHistory writes what happened to one figure or statement, oldest first.
func (w world) writeHistory(state *dossier.State, id string, asJSON bool) error {
	f := state.Figure(id)
	if withheld := state.WithheldOf(id); f == nil && len(withheld) > 0 {
		return fmt.Errorf("%s is withheld by entry %d, on the authority of %s: %s", id, withheld[0].By, withheld[0].Authority, withheld[0].Reason)
	}
	if s := state.Statement(id); s != nil {
		return w.writeEvents(state.At, id, s.Claim.Content[0].Exact, s.Status, plainVersions(s.History), asJSON)
	}
	if f == nil {
		return fmt.Errorf("there is no figure %q as of entry %d; `muster export DIR` lists them", id, state.At)
	}
	if err := w.writeEvents(state.At, f.ID, f.Claim.Quote.Exact, f.Status, f.Versions(), asJSON); err != nil || asJSON {
		return err
	}
	for _, c := range state.Comparisons {
		if slices.Contains(c.Figures, id) {
			fmt.Fprintln(w.stdout, byWord(c))
		}
	}
	return nil
}

func plainVersions(events []dossier.Event) []dossier.Version {
	out := []dossier.Version{}
	for _, e := range events {
		out = append(out, dossier.Version{Event: e})
	}
	return out
}

func (w world) writeEvents(at int64, id, exact string, status dossier.Status, versions []dossier.Version, asJSON bool) error {
	if asJSON {
		return writeJSON(w.stdout, struct {
			At      int64             `json:"at"`
			ID      string            `json:"id"`
			Status  dossier.Status    `json:"status"`
			History []dossier.Version `json:"history"`
		}{at, id, status, versions})
	}
	fmt.Fprintf(w.stdout, "%s “%s” is %s as of entry %d.\n", id, oneLine(printable(exact)), status, at)
	for _, v := range versions {
		fmt.Fprintf(w.stdout, "%6d  %s  %s by %s", v.Entry, v.Time.Format("2006-01-02 15:04:05"), v.Action, printable(byWhom(v.Event)))
		if v.Reason != "" {
			fmt.Fprintf(w.stdout, ": %s", printable(v.Reason))
		}
		fmt.Fprintln(w.stdout)
		writeFields(w.stdout, v.Changes)
	}
	return nil
}

func byWhom(e dossier.Event) string {
	if e.Curator != "" {
		return e.Curator
	}
	return strings.TrimPrefix(e.Author, "curator:")
}

func writeFields(out io.Writer, changes []dossier.FieldChange) {
	for _, c := range changes {
		fmt.Fprintf(out, "        %s: %s → %s\n", c.Field, printable(orNothing(c.Before)), printable(orNothing(c.After)))
	}
}

func orNothing(words string) string {
	if words == "" {
		return "(nothing)"
	}
	return words
}

// entriesJSON writes one object an entry.
func entriesJSON(out io.Writer, entries []ledger.Entry) error {
	for _, e := range entries {
		content, err := e.Content()
		if err != nil {
			return err
		}
		line := struct {
			Index   int64           `json:"index"`
			Kind    string          `json:"kind"`
			Subject string          `json:"subject"`
			Version int             `json:"version"`
			Time    time.Time       `json:"time"`
			Author  string          `json:"author"`
			SHA256  string          `json:"sha256"`
			Content json.RawMessage `json:"content"` // null when withheld
			By      int64           `json:"withheld_by,omitempty"`
		}{e.Index, e.Leaf.Kind, e.Leaf.Subject, e.Leaf.Version, e.Leaf.Time, e.Leaf.Author, fmt.Sprintf("%x", e.Leaf.Digest), content, e.WithheldBy}
		if err := writeJSON(out, line); err != nil {
			return err
		}
	}
	return nil
}
