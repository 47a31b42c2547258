package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/interval"
)

func decideCommand(w world) *cobra.Command {
	var curator, reason, into, rank, set, with string
	var parts []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "decide DIR FIGURE|STATEMENT ACTION",
		Short: "Take one decision on a figure or a statement, or undo one",
		Long: `Decide records one decision; each is a new entry, and nothing is overwritten.
ACTION is one of
  accept, reject, reopen   reject needs --reason
  retract                  what was accepted is stood by no longer; needs --reason
  edit                     with --set and the fields that change, as JSON; needs --reason
  merge                    it is the same figure as the one of --into, proposed twice
  split                    it was several: --part for each, with its words as they
                           stand in the text and the fields that differ
  rank                     --rank preferred, normal or deprecated
  comparable, apart        the figure and the one of --with may, or may never, be set
                           against each other, whatever the rule says; needs --reason.
                           check shows who said so on each finding that goes by it
  undo                     of the last decision on it, whatever that was; with --with
                           of the last word on the two
Statements (s1, s2 and on: muster review DIR --statements) are accepted, rejected,
retracted, reopened and undone. The web page has a button for each.`,
		Example: `  muster decide operation f3 accept
  muster decide operation f3 undo
  muster decide operation f3 retract --reason "the ministry corrected it"
  muster decide operation f4 merge --into f3
  muster decide operation s2 accept
  muster decide operation f5 rank --rank deprecated --reason "an older count"
  muster decide operation f12 comparable --with f30 --reason "both are of the whole department"
  muster decide operation f12 undo --with f30`,
		Args: needs(3, 3, "a dossier, a figure such as f3, and accept, reject, retract, reopen, edit, merge, split, rank, comparable, apart or undo"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, refreshed, err := w.openToWrite(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			state, err := d.State(ctx, -1)
			if err != nil {
				return err
			}
			decision := dossier.Decision{Figure: args[1], With: with, Action: dossier.Action(args[2]), Reason: reason, Curator: curator, Rank: dossier.Rank(rank), Into: into}
			if err := complete(state, &decision, set, parts); err != nil {
				return err
			}
			if err := d.Decide(ctx, decision); err != nil {
				return err
			}
			if asJSON {
				return errors.Join(writeJSON(w.stdout, map[string]int{"decisions": 1}), told)
			}
			fmt.Fprintln(w.stdout, "1 decision recorded.")
			return told
		},
	}
	cmd.Flags().StringVar(&curator, "curator", w.curator(), "who decides")
	cmd.Flags().StringVar(&reason, "reason", "", "why")
	cmd.Flags().StringVar(&with, "with", "", "for comparable, apart and their undo: the other figure")
	cmd.Flags().StringVar(&into, "into", "", "for merge: the figure that stays")
	cmd.Flags().StringVar(&rank, "rank", "", "for rank: preferred, normal or deprecated")
	cmd.Flags().StringVar(&set, "set", "", `for edit: the fields that change, such as {"organisation":"ICE"}`)
	cmd.Flags().StringArrayVar(&parts, "part", nil, `for split, once each: {"exact":"200","set":{"value":200,"counted":"nurses"}}`)
	cmd.Flags().BoolVar(&asJSON, "json", false, "the number of decisions, as one JSON object")
	return cmd
}

// complete fills in what a decision takes from the figure as it stands.
func complete(state *dossier.State, decision *dossier.Decision, set string, parts []string) error {
	f, s := state.Figure(decision.Figure), state.Statement(decision.Figure)
	switch {
	case decision.Action == dossier.Undo && decision.With != "":
		if last := state.LastWord(decision.Figure, decision.With); last != nil {
			decision.Undoes = last.Entry
		}
	case decision.Action == dossier.Undo && f != nil && f.LastDecision() != nil:
		decision.Undoes = f.LastDecision().Entry
	case decision.Action == dossier.Undo && s != nil && s.LastDecision() != nil:
		decision.Undoes = s.LastDecision().Entry
	case decision.Action == dossier.Edit && f != nil:
		if set == "" {
			return errors.New(`edit needs --set and the fields that change, such as {"organisation":"ICE"}`)
		}
		edited, err := f.With(json.RawMessage(set))
		if err != nil {
			return fmt.Errorf("--set: %w", err)
		}
		decision.Claim = &edited
	case decision.Action == dossier.Divide && f != nil:
		text := ""
		if doc := state.Document(f.Document); doc != nil {
			text = doc.Text
		}
		for _, written := range parts {
			var item struct {
				Exact string          `json:"exact"`
				Start *int            `json:"start"`
				Set   json.RawMessage `json:"set"`
			}
			if err := json.Unmarshal([]byte(written), &item); err != nil {
				return fmt.Errorf(`--part is %q; expected such as {"exact":"200","set":{"value":200}}: %w`, written, err)
			}
			part, err := dossier.PartOf(f, text, item.Exact, item.Start, item.Set)
			if err != nil {
				return err
			}
			decision.Parts = append(decision.Parts, part)
		}
	}
	return nil
}

func replyCommand(w world) *cobra.Command {
	var office, date, words, link, curator, takeBack, reason string
	var correction, asJSON bool
	cmd := &cobra.Command{
		Use:   "reply DIR FIGURE",
		Short: "Attach what an office answers to a figure, or a correction",
		Long: `Reply records what a named office answers to a figure, or with --correction how
its publisher corrected it. It is shown beside the figure, also on published
pages, and changes nothing of it. An office is an institution, never a private
person. --take-back removes one that was attached wrongly, by a further entry.`,
		Example: `  muster reply operation f3 --office "Press office of the ministry" --date 2025-06-10 --words "No such goal was set."
  muster reply operation f3 --correction --office "The Harbour Post" --date 2025-06-12 --words "It was 1,200." --link https://example.org/c
  muster reply operation f3 --take-back a1 --reason "it is on another figure"`,
		Args: needs(2, 2, "a dossier and a figure such as f3"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			d, refreshed, err := w.openToWrite(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			if takeBack != "" {
				err = d.TakeBackReply(ctx, takeBack, curator, reason)
			} else {
				reply := dossier.Reply{Figure: args[1], Kind: dossier.Answer, Office: office, Date: interval.Date(date), Words: words, URL: link, Curator: curator}
				if correction {
					reply.Kind = dossier.Correction
				}
				err = d.Reply(ctx, reply)
			}
			if err != nil {
				return err
			}
			state, err := d.State(ctx, -1)
			if err != nil {
				return err
			}
			count := 0
			if f := state.Figure(args[1]); f != nil {
				count = len(f.Replies)
			}
			if asJSON {
				return errors.Join(writeJSON(w.stdout, map[string]int{"replies": count}), told)
			}
			fmt.Fprintf(w.stdout, "%s has %s.\n", args[1], replies(count))
			return told
		},
	}
	cmd.Flags().StringVar(&office, "office", "", "who answers: an institution or its office")
	cmd.Flags().StringVar(&date, "date", "", "the day on which it was given")
	cmd.Flags().StringVar(&words, "words", "", "what it says, verbatim")
	cmd.Flags().StringVar(&link, "link", "", "where it can be read")
	cmd.Flags().BoolVar(&correction, "correction", false, "it is the publisher's own correction")
	cmd.Flags().StringVar(&curator, "curator", w.curator(), "who records it")
	cmd.Flags().StringVar(&takeBack, "take-back", "", "a reply that was attached wrongly, such as a1")
	cmd.Flags().StringVar(&reason, "reason", "", "why it is taken back")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the number of replies, as one JSON object")
	return cmd
}

func replies(n int) string {
	if n == 1 {
		return "1 reply"
	}
	return fmt.Sprintf("%d replies", n)
}

// writeStatements lists what was said without a number.
func writeStatements(out io.Writer, state *dossier.State, asJSON bool) error {
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, s := range state.Statements {
		var words []string
		for _, span := range s.Claim.Content {
			words = append(words, span.Exact)
		}
		quote := oneLine(strings.Join(words, " … "))
		if asJSON {
			if err := writeJSON(out, struct {
				ID       string         `json:"id"`
				Status   dossier.Status `json:"status"`
				Document string         `json:"document"`
				Exact    string         `json:"exact"`
				At       int64          `json:"at"`
			}{s.ID, s.Status, s.Document, quote, state.At}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", s.ID, s.Status, s.Document, clip(quote, 90))
	}
	if asJSON {
		return nil
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(out, "%s, as of entry %d.\n", plural(len(state.Statements), "statement"), state.At)
	return err
}
