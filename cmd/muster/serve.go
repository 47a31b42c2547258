package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/pages"
)

func serveCommand(w world) *cobra.Command {
	var addr, public string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "serve DIR...",
		Short: "Show dossiers in a web browser, and decide on figures there",
		Long: `Serve reads what is new in each folder and shows the dossiers as web pages.
On a loopback address, as by default, who sits at this computer is the curator.
On any other address, or with --public, everybody sees what muster publish would
write, and curators sign in with a password of muster curator. Behind a web
server with TLS, --public says the address that it has to the world.`,
		Example: "  muster serve operation\n  muster serve operation wildfire --addr 127.0.0.1:9000\n  muster serve operation --public https://records.example.org/",
		Args:    needs(1, -1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return serve(cmd.Context(), w, args, addr, public, asJSON)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8484", "address to listen on")
	cmd.Flags().StringVar(&public, "public", "", "address that a web server in front of this one has to the world; curators then sign in")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the addresses, one JSON object a dossier")
	return cmd
}

func serve(ctx context.Context, w world, dirs []string, addr, public string, asJSON bool) (err error) {
	env, err := w.env()
	if err != nil {
		return err
	}
	front, err := parseFront(public)
	if err != nil {
		return err
	}
	var shelf []pages.Named
	var titles []string
	for _, dir := range dirs {
		d, readOnly, openErr := w.openToServe(ctx, dir, env)
		if openErr != nil {
			return openErr
		}
		defer func() { err = errors.Join(err, d.Close()) }()
		state, stateErr := d.State(ctx, -1)
		if stateErr != nil {
			return stateErr
		}
		name, nameErr := mountName(dir)
		if nameErr != nil {
			return nameErr
		}
		options := w.pageOptions()
		options.ReadOnly = readOnly
		path := ""
		if len(dirs) > 1 {
			path = name + "/"
		}
		if front != nil {
			options.Address = front.String() + path
		}
		shelf, titles = append(shelf, pages.Named{Name: name, Source: d, Options: options}), append(titles, state.Settings.Title)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; choose another with --addr 127.0.0.1:0", addr, err)
	}
	defer listener.Close() // Serve closes it first
	door, err := w.door(listener.Addr(), front)
	if err != nil {
		return err
	}
	handler, err := pages.App(shelf, door, w.pageOptions().Failed)
	if err != nil {
		return err
	}
	if err := w.tellAddresses(shelf, titles, listener.Addr(), front, asJSON); err != nil {
		return err
	}
	server := &http.Server{
		Handler: ownHost(listener.Addr(), front, handler), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 1 << 16, ErrorLog: log.New(w.stderr, "muster: ", 0),
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	return serveUntil(ctx, server, listener)
}

// tellAddresses says where each dossier is shown.
func (w world) tellAddresses(shelf []pages.Named, titles []string, listener net.Addr, front *url.URL, asJSON bool) error {
	base := fmt.Sprintf("http://%s/", listener)
	if front != nil {
		base = front.String()
	}
	for i, item := range shelf {
		address := base
		if len(shelf) > 1 {
			address += item.Name + "/"
		}
		if asJSON {
			if err := writeJSON(w.stdout, map[string]string{"title": titles[i], "url": address}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w.stdout, "%s: %s\n", titles[i], address)
	}
	if !asJSON {
		fmt.Fprintln(w.stdout, "Ctrl-C stops.")
	}
	return nil
}

// serveUntil serves until ctx ends.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		if server.Shutdown(grace) != nil {
			return server.Close() // a browser that keeps its connection does not keep the program
		}
		return nil
	}
}

// openToServe opens a dossier and takes in what is new. Without the key, as
// somebody else's dossier is handed over, or without the rights, it is shown for
// reading.
func (w world) openToServe(ctx context.Context, dir string, env dossier.Env) (d *dossier.Dossier, readOnly bool, err error) {
	d, err = dossier.Open(ctx, dir, env)
	if onlyReadable(err) {
		asItStands, readErr := dossier.OpenRead(ctx, dir, env)
		if readErr != nil {
			return nil, false, err
		}
		fmt.Fprintf(w.stderr, "muster: %s; it is shown for reading only\n", printable(err.Error()))
		return asItStands, true, nil
	}
	if err != nil {
		return nil, false, err
	}
	refreshed, err := d.Refresh(ctx)
	if err != nil {
		return nil, false, errors.Join(err, d.Close())
	}
	_ = w.tell(dir, refreshed, true) // problems were written; the rest is shown
	return d, false, nil
}

// mountName makes the part of an address of the folder's name.
func mountName(dir string) (string, error) {
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '-'
	}, filepath.Base(absolute)), nil
}

// pageOptions says how dossiers are shown.
func (w world) pageOptions() pages.Options {
	return pages.Options{Failed: func(err error) { report(w.stderr, err) }}
}

func publishCommand(w world) *cobra.Command {
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "publish DIR --out SITE",
		Short: "Write the pages as files for any web server",
		Long: `Publish writes the same pages as files, with the log and a proof for each figure.
Only reviewed figures are shown, unless dossier.toml says that proposals above a
confidence may show. The same ledger gives the same bytes.`,
		Example: "  muster publish operation --out site",
		Args:    needs(1, 1, "a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return errors.New("publish needs --out and a folder to write")
			}
			ctx := cmd.Context()
			d, refreshed, err := w.openFresh(ctx, args[0])
			if err != nil {
				return err
			}
			defer d.Close()
			told := w.tell(args[0], refreshed, true)
			options := w.pageOptions()
			options.Published = true
			w.cosign(ctx, d)
			if err := pages.Publish(ctx, d, options, out, w.progressLine()); err != nil {
				return err
			}
			if asJSON {
				return errors.Join(writeJSON(w.stdout, map[string]string{"site": out, "key": d.VerifierKey()}), told)
			}
			fmt.Fprintf(w.stdout, "Wrote %s. Check it with: muster-verify %s %s\n", out, d.VerifierKey(), out)
			return told
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder to write the site to")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the folder and the key that checks it, as one JSON object")
	return cmd
}
