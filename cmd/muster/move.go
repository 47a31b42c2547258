package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"muster/dossier"
)

func moveCommand(w world) *cobra.Command {
	var to string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "move DIR --to PLACE",
		Short: "Take the record of a dossier to PostgreSQL, or back into the folder",
		Long: `Move copies the ledger bit by bit, checks the copy as a whole, and writes into
dossier.toml where it is now. What is left behind stays as it is and takes no
entries any more. A move that was cut off goes on when it is run again.
PLACE is postgres://HOST/DATABASE?schema=NAME, or sqlite for a file in the
folder. User and password come from where PostgreSQL's own programs take them:
PGUSER, PGPASSWORD, the file ~/.pgpass. They are never written down.`,
		Example: `  muster move operation --to postgres://db.example.org/newsroom?schema=operation
  muster move operation --to sqlite`,
		Args: needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				return errors.New("move needs --to and a place: postgres://HOST/DATABASE?schema=NAME, or sqlite")
			}
			env, err := w.env()
			if err != nil {
				return err
			}
			if err := dossier.Move(cmd.Context(), args[0], to, env); err != nil {
				return err
			}
			d, err := dossier.OpenRead(cmd.Context(), args[0], env)
			if err != nil {
				return err
			}
			defer d.Close()
			size, err := d.Log().Size(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]any{"entries": size, "place": d.Place()})
			}
			fmt.Fprintf(w.stdout, "%s: %s, all as signed, now in %s\n", args[0], plural(int(size), "ledger record"), d.Place())
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "postgres://HOST/DATABASE?schema=NAME, or sqlite")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the number of entries and the place, as one JSON object")
	return cmd
}
