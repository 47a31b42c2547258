package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"muster/dossier"
)

func keyCommand(w world) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "key",
		Short: "Change the signing key of a record",
		Long: `A record is signed with a key that lies outside its folder (MUSTER_KEYS, or the
settings folder of your user). Key changes it, in the record itself: doc/ledger.md.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		keyChangeCommand(w, "rotate", "Change the key, by an entry that the old one signs", `Rotate makes a new signing key. An entry under the old key names it, and the next
entry is signed with the new one; the old key is then deleted here. Checkpoints
signed before verify with the old key for ever, and a published site tells
muster-verify how to get from the old key to the new one. Witnesses have to be
given the new key.`, dossier.RotateKey),
		keyChangeCommand(w, "replace", "Go on under a new key where the old one, or what it signed, is lost", `Replace makes a new signing key without the old one: because it is lost, or
because entries are lost that were signed, as after restoring an old backup.
Nothing joins the two but your word, and the record says so: the entry names the
old key and the reason, and muster-verify tells everybody who comes with the old
key. Where entries were lost the record also goes on under a new name, because
the old one stands for those. Publish the new key where the old one was.`, dossier.ReplaceKey),
	)
	return cmd
}

func keyChangeCommand(w world, name, short, long string, change func(context.Context, string, string, string, dossier.Env) (dossier.KeyChange, error)) *cobra.Command {
	var curator, reason string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     name + " DIR",
		Short:   short,
		Long:    long,
		Example: fmt.Sprintf("  muster key %s operation --reason \"the old laptop was sold\"", name),
		Args:    needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if curator == "" {
				return fmt.Errorf("a change of key needs the name of who makes it: add --curator NAME, or set MUSTER_CURATOR")
			}
			env, err := w.env()
			if err != nil {
				return err
			}
			done, err := change(cmd.Context(), args[0], curator, reason, env)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]string{"origin": done.Origin, "old": done.Old, "new": done.New})
			}
			fmt.Fprintf(w.stdout, "The record %s is signed with a new key from here on. Publish it, and send it to the witnesses:\n\n%s\n", done.Origin, done.New)
			return nil
		},
	}
	cmd.Flags().StringVar(&curator, "curator", w.curator(), "who changes it")
	cmd.Flags().StringVar(&reason, "reason", "", "why; it stands in the record")
	cmd.Flags().BoolVar(&asJSON, "json", false, "name and keys, as one JSON object")
	return cmd
}
