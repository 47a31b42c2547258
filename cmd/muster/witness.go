package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/ledger/witness"
	"muster/proof"
)

func witnessCommand(w world) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "witness",
		Short: "Watch the records of others, and have others watch yours",
		Long: `A witness keeps the last checkpoint of each record it watches and cosigns a new
one only after a proof that nothing before it was rewritten. So a record that
is watched cannot show two faces. It sees sizes and hashes, never what a record
says, and needs no dossier of its own. doc/ledger.md tells how to set one up.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(witnessServeCommand(w), witnessAskCommand(w), witnessKeyCommand(w))
	return cmd
}

func witnessServeCommand(w world) *cobra.Command {
	var addr, store, name string
	var logs []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "serve --store DIR --log VKEY...",
		Short: "Be a witness of these records",
		Long: `Serve answers add-checkpoint as https://c2sp.org/tlog-witness says. DIR is made
with a key on the first start; it holds what was cosigned, so it is never copied,
restored or shared. A witness that lost it begins anew in another folder, with
another key. VKEY is a record's verifier key, or a file of them, one a line.`,
		Example: `  muster witness serve --store watch --log operation.vkey
  muster witness serve --store watch --log operation.vkey --log flood.vkey --addr 0.0.0.0:8486 --name witness.example.org/gazette`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if store == "" || len(logs) == 0 {
				return errors.New("witness serve needs --store and a folder, and --log and a record's verifier key")
			}
			keys, err := readKeys(logs)
			if err != nil {
				return err
			}
			own, err := witness.Open(store, witness.Options{Name: name, Logs: keys, Now: w.now, Random: w.random})
			if err != nil {
				return err
			}
			return errors.Join(serveWitness(cmd.Context(), w, own, addr, asJSON), own.Close())
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8486", "address to listen on")
	cmd.Flags().StringVar(&store, "store", "", "folder of this witness")
	cmd.Flags().StringArrayVar(&logs, "log", nil, "verifier key of a record to watch, or a file of them; may be repeated")
	cmd.Flags().StringVar(&name, "name", "", "name of the witness, where it has none yet; made up when left out")
	cmd.Flags().BoolVar(&asJSON, "json", false, "address and key, as one JSON object")
	return cmd
}

func serveWitness(ctx context.Context, w world, own *witness.Witness, addr string, asJSON bool) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; choose another with --addr 127.0.0.1:0", addr, err)
	}
	address := "http://" + listener.Addr().String()
	if asJSON {
		if err := writeJSON(w.stdout, map[string]string{"url": address, "key": own.Key()}); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(w.stdout, "witness: %s\nkey: %s\n\nWho wants to be watched writes into dossier.toml:\n\n[ledger]\nwitnesses = [{ key = %q, url = %q }]\n\nCtrl-C stops.\n", address, own.Key(), own.Key(), address)
	}
	server := &http.Server{
		Handler:           own.Handler(func(err error) { report(w.stderr, err) }),
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	return serveUntil(ctx, server, listener)
}

// readKeys takes verifier keys, or files that hold some, one a line.
func readKeys(words []string) ([]string, error) {
	var keys []string
	for _, word := range words {
		if content, err := os.ReadFile(word); err == nil {
			word = string(content)
		}
		for _, key := range strings.Fields(word) {
			if _, err := proof.NewVerifier(key); err != nil {
				return nil, err
			}
			keys = append(keys, key)
		}
	}
	return keys, nil
}

func witnessAskCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "ask DIR",
		Short: "Ask the witnesses of a dossier to cosign its record now",
		Long: `Ask sends the newest checkpoint to each witness named in dossier.toml and keeps
what they cosign with it. An open dossier does so by itself after each change;
this tells what each witness says. Exit code 1 when one has seen another past,
3 when one could not be asked.`,
		Example: "  muster witness ask operation",
		Args:    needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			env, err := w.env()
			if err != nil {
				return err
			}
			env.Warn = nil // all is told below
			d, err := dossier.Open(cmd.Context(), args[0], env)
			if err != nil {
				return err
			}
			answers := d.AskWitnesses(cmd.Context())
			if len(answers) == 0 {
				return errors.Join(fmt.Errorf("%s names no witness; write into its dossier.toml: [ledger] witnesses = [{ key = \"VKEY\", url = \"https://…\" }]", args[0]), d.Close())
			}
			code := exitDone
			for _, a := range answers {
				words := ""
				switch {
				case errors.Is(a.Err, witness.ErrForked):
					code, words = exitFinding, a.Err.Error()
				case a.Err != nil && code == exitDone:
					code, words = exitUnreadable, a.Err.Error()
				case a.Err != nil:
					words = a.Err.Error()
				}
				if asJSON {
					err = errors.Join(err, writeJSON(w.stdout, map[string]any{"witness": a.Peer.URL, "key": a.Peer.Key, "size": a.Size, "cosigned": a.Err == nil, "problem": words}))
				} else if a.Err == nil {
					fmt.Fprintf(w.stdout, "%s has cosigned the record at size %d.\n", a.Peer.URL, a.Size)
				} else {
					report(w.stderr, fmt.Errorf("the witness at %s: %w", a.Peer.URL, a.Err))
				}
			}
			if err = errors.Join(err, d.Close()); err == nil && code != exitDone {
				err = exitCode(code)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a witness")
	return cmd
}

// cosign asks the witnesses before a site is written, so that it carries what
// they say. One that is away is left out.
func (w world) cosign(ctx context.Context, d *dossier.Dossier) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	for _, a := range d.AskWitnesses(ctx) {
		if a.Err != nil {
			report(w.stderr, fmt.Errorf("the site lacks the word of the witness at %s: %w", a.Peer.URL, a.Err))
		}
	}
}

func witnessKeyCommand(w world) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "key DIR",
		Short: "Print the key that verifies cosignatures",
		Long: `Key prints the verifier key of the witness in a folder, for those who want to be
watched and for muster-verify -witness. Of a dossier it prints the key of the
record's own cosignatures, which tell when it was signed by its own clock.`,
		Example: "  muster witness key watch\n  muster witness key operation",
		Args:    needs(1, 1, "the folder of a witness, or a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			key, err := w.witnessKey(cmd, args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(w.stdout, map[string]string{"key": key})
			}
			fmt.Fprintln(w.stdout, key)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "the key, as one JSON object")
	return cmd
}

func (w world) witnessKey(cmd *cobra.Command, dir string) (string, error) {
	if _, err := os.Stat(filepath.Join(dir, dossier.SettingsFile)); err != nil {
		key, err := witness.ReadKey(dir)
		if err == nil || !errors.Is(err, os.ErrNotExist) {
			return key, err
		}
	}
	d, err := w.openRead(cmd, dir)
	if err != nil {
		return "", err
	}
	key, err := proof.WitnessKey(d.VerifierKey())
	return key, errors.Join(err, d.Close())
}
