package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"muster/dossier"
)

func withholdCommand(w world) *cobra.Command {
	var reason, by, curator string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "withhold DIR DOCUMENT|REPLY|ENTRY --reason WHY --by AUTHORITY",
		Short: "Remove what entries say, with an entry that says why",
		Long: `Withhold removes words from the record: after a court order, or because a private
name slipped in. A document takes its versions, figures, statements and the
decisions on them along. The number of an entry is that entry alone, such as a
decision; it is refused where a document repeats the words. For each a further
entry says why and by whose authority; both are shown in its place, so repeat nothing
of what is withheld. The words go from every table and from the file itself;
lines, tree and proofs stay, and fsck finds all as signed.
This cannot be undone. Copies, backups and sites published before are beyond it.`,
		Example: `  muster withhold operation d3 --reason "it names a private person" --by "the editor"
  muster withhold operation 41 --reason "an order of 3 June 2025" --by "the district court"`,
		Args: needs(2, 2, "a dossier and a document such as d3, a reply such as a1, or the number of an entry"),
		RunE: func(cmd *cobra.Command, args []string) error {
			env, err := w.env()
			if err != nil {
				return err
			}
			d, err := dossier.Open(cmd.Context(), args[0], env)
			if err != nil {
				return err
			}
			defer d.Close()
			done, err := d.Withhold(cmd.Context(), dossier.Withholding{What: args[1], Reason: reason, Authority: by, Curator: curator})
			for _, left := range done.Left {
				if err == nil {
					fmt.Fprintf(w.stderr, "muster: %s\n", printable(left))
				}
			}
			if err != nil {
				return err
			}
			if asJSON {
				left := append([]string{}, done.Left...)
				return writeJSON(w.stdout, map[string]any{"withheld": done.Entries, "entries_added": done.Added, "left": left})
			}
			if done.Added == 0 {
				fmt.Fprintln(w.stdout, "It is withheld already; the ledger was cleaned once more.")
				return nil
			}
			fmt.Fprintf(w.stdout, "Withheld %s, each by an entry that says why.\n", bodies(len(done.Entries)))
			return nil
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "why; it is shown")
	cmd.Flags().StringVar(&by, "by", "", "by whose authority; it is shown")
	cmd.Flags().StringVar(&curator, "curator", w.curator(), "who does it")
	cmd.Flags().BoolVar(&asJSON, "json", false, "what was withheld, as one JSON object")
	return cmd
}

func bodies(n int) string {
	if n == 1 {
		return "1 body"
	}
	return fmt.Sprintf("%d bodies", n)
}
