package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

func curatorCommand(w world) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "curator",
		Short: "Say who may sign in to muster serve, and decide",
		Long: `Where muster serve is reached from other computers, curators sign in. Who they
are is kept beside the signing keys (MUSTER_KEYS, or the settings folder of your
user), for all dossiers that this user serves: doc/team.md. Changes hold at once,
also for a muster serve that is running.`,
		Example: "  muster curator add \"Ann Miller\"\n  muster curator list\n  muster curator remove \"Ann Miller\"",
		Args:    needs(0, 0, "add, list or remove"),
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(curatorAddCommand(w), curatorListCommand(w), curatorRemoveCommand(w))
	return cmd
}

func curatorAddCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Make a password for a curator; it is shown once",
		Long: `Add makes a password that nobody can guess and shows it once; only its digest is
kept. Hand it over on paper or by a message that is deleted, and let the browser
remember it. Decisions carry the name in the record.`,
		Example: "  muster curator add \"Ann Miller\"",
		Args:    needs(1, 1, "one name, in quotation marks where it has spaces"),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := w.curators()
			if err != nil {
				return err
			}
			password, err := list.Add(args[0], w.now(), w.random)
			if err != nil {
				return err
			}
			name := strings.Join(strings.Fields(args[0]), " ")
			if asJSON {
				return writeJSON(w.stdout, map[string]string{"name": name, "password": password})
			}
			fmt.Fprintf(w.stdout, "%s signs in with this password. It is not kept and not shown again:\n\n%s\n", name, password)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "name and password, as one JSON object")
	return cmd
}

func curatorListCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "Show who may sign in",
		Example: "  muster curator list",
		Args:    needs(0, 0, "nothing"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			file, err := w.curators()
			if err != nil {
				return err
			}
			list, err := file.Curators()
			if err != nil {
				return err
			}
			if !asJSON && len(list) == 0 {
				fmt.Fprintln(w.stdout, "Nobody can sign in. Next: muster curator add NAME")
				return nil
			}
			table := tabwriter.NewWriter(w.stdout, 0, 0, 2, ' ', 0)
			for _, c := range list {
				if !asJSON {
					fmt.Fprintf(table, "%s\tsince %s\n", c.Name, c.Added)
				} else if err := writeJSON(w.stdout, map[string]string{"name": c.Name, "added": c.Added}); err != nil {
					return err
				}
			}
			return table.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a curator")
	return cmd
}

func curatorRemoveCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "remove NAME",
		Short:   "Let a curator sign in no longer; who has signed in is signed out",
		Long:    "Remove takes a curator off the list. What the curator decided stays in the record.",
		Example: "  muster curator remove \"Ann Miller\"",
		Args:    needs(1, 1, "one name, in quotation marks where it has spaces"),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := w.curators()
			if err != nil {
				return err
			}
			if err := list.Remove(args[0]); err != nil {
				return err
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]string{"removed": args[0]})
			}
			fmt.Fprintf(w.stdout, "%s can sign in no longer.\n", args[0])
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "the name, as one JSON object")
	return cmd
}
