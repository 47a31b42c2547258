package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"muster/dossier"
)

func fsckCommand(w world) *cobra.Command {
	var rebuild, asJSON bool
	cmd := &cobra.Command{
		Use:   "fsck DIR",
		Short: "Check that nothing in the ledger was changed",
		Long: `Fsck computes every digest and hash of the ledger again from its entries, and
compares the result with the signed checkpoint. A body may be missing only where
an entry withholds it (muster withhold). With --rebuild it makes all
other tables anew from the entries.`,
		Example: "  muster fsck operation",
		Args:    needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			var d *dossier.Dossier
			var err error
			if rebuild {
				env, envErr := w.env()
				if envErr != nil {
					return envErr
				}
				d, err = dossier.Open(ctx, args[0], env)
			} else {
				d, err = w.openRead(cmd, args[0])
			}
			if err != nil {
				return err
			}
			defer d.Close()
			if rebuild {
				if err := d.Log().Rebuild(ctx); err != nil {
					return err
				}
			}
			size, err := d.Log().Size(ctx)
			if err != nil {
				return err
			}
			fault := d.Log().Check(ctx)
			withheld, err := d.Log().Withheld(ctx)
			if err != nil {
				return err
			}
			if asJSON {
				words := ""
				if fault != nil {
					words = fault.Error()
				}
				if err := writeJSON(w.stdout, map[string]any{"entries": size, "sound": fault == nil, "fault": words, "withheld": len(withheld)}); err != nil {
					return err
				}
			} else if fault == nil {
				fmt.Fprintf(w.stdout, "%s: %s, all as signed.\n", args[0], plural(int(size), "ledger record"))
				if n := len(withheld); n > 0 {
					fmt.Fprintf(w.stdout, "%s withheld, each by an entry that says why.\n", bodies(n))
				}
			} else {
				report(w.stderr, fault)
			}
			if fault != nil {
				return exitCode(exitFinding)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "make the other tables anew from the entries first")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the result as JSON")
	return cmd
}
