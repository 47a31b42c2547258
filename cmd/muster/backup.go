package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"muster/dossier"
)

func backupCommand(w world) *cobra.Command {
	var to string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "backup DIR --to FILE",
		Short: "Write a dossier into one file",
		Long: `Backup writes record, documents and settings into one file, also while another
muster has the dossier open, and from wherever the record lies. The copy of the
record is checked as fsck does. The signing key is never in it: back up its
folder (MUSTER_KEYS, or muster/keys in the settings folder of your user) apart.`,
		Example: "  muster backup operation --to operation-2025-06-03.muster",
		Args:    needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				return errors.New("backup needs --to and a file to write")
			}
			env, err := w.env()
			if err != nil {
				return err
			}
			done, err := dossier.Backup(cmd.Context(), args[0], to, env)
			if err != nil {
				return err
			}
			for _, name := range done.Skipped {
				fmt.Fprintf(w.stderr, "muster: %s is neither a file nor a folder and is not in the backup\n", printable(name))
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]any{"backup": to, "origin": done.Origin, "entries": done.Entries, "files": done.Files})
			}
			fmt.Fprintf(w.stdout, "Wrote %s: %s, all as signed, and %s. The signing key is not in it; keep a copy of %s apart.\n", to, plural(int(done.Entries), "ledger record"), plural(done.Files, "file"), w.keys())
			return nil
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "file to write")
	cmd.Flags().BoolVar(&asJSON, "json", false, "what was written, as one JSON object")
	return cmd
}

func restoreCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "restore FILE DIR",
		Short: "Make a dossier of a backup",
		Long: `Restore checks the record in a backup as fsck does, and makes a dossier of it in
a new folder. Where the signing key is here, the record is compared with the
last checkpoint signed. One that lacks entries signed since can be read, and
nothing is added to it: bring the newer record back, or decide, with
` + "`muster key replace`" + `, to go on without them under a new name and key.`,
		Example: "  muster restore operation-2025-06-03.muster operation",
		Args:    needs(2, 2, "a backup and the name of a new folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			env, err := w.env()
			if err != nil {
				return err
			}
			done, err := dossier.Restore(cmd.Context(), args[0], args[1], env)
			if err != nil {
				return err
			}
			words := ""
			if done.Unsigned != nil {
				words = done.Unsigned.Error()
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]any{"dossier": args[1], "origin": done.Origin, "entries": done.Entries, "files": done.Files, "writable": words == "", "problem": words})
			}
			fmt.Fprintf(w.stdout, "Made %s: %s, all as signed, and %s.\n", args[1], plural(int(done.Entries), "ledger record"), plural(done.Files, "file"))
			if done.Unsigned != nil {
				report(w.stderr, done.Unsigned)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "what was restored, as one JSON object")
	return cmd
}
