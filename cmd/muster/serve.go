package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"muster/dossier"
	"muster/pages"
)

func serveCommand(w world) *cobra.Command {
	var addr string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "serve DIR...",
		Short: "Show dossiers in a web browser, and decide on figures there",
		Long: `Serve reads what is new in each folder and shows the dossiers as web pages.
Whoever can reach the address can decide on figures; by default that is this
computer alone.`,
		Example: "  muster serve operation\n  muster serve operation wildfire --addr 127.0.0.1:9000",
		Args:    needs(1, -1, "a dossier"),
		RunE:    func(cmd *cobra.Command, args []string) error { return serve(cmd.Context(), w, args, addr, asJSON) },
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8484", "address to listen on")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the addresses, one JSON object a dossier")
	return cmd
}

func serve(ctx context.Context, w world, dirs []string, addr string, asJSON bool) (err error) {
	env, err := w.env()
	if err != nil {
		return err
	}
	var shelf []pages.Named
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
		if len(dirs) > 1 {
			options.Up = "../"
		}
		shelf = append(shelf, pages.Named{Name: name, Title: state.Settings.Title, Handler: pages.New(d, options)})
	}
	handler := shelf[0].Handler
	if len(shelf) > 1 {
		if handler, err = pages.Many(shelf); err != nil {
			return err
		}
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; choose another with --addr 127.0.0.1:0", addr, err)
	}
	for _, item := range shelf {
		path := ""
		if len(shelf) > 1 {
			path = item.Name + "/"
		}
		if asJSON {
			if err := writeJSON(w.stdout, map[string]string{"title": item.Title, "url": fmt.Sprintf("http://%s/%s", listener.Addr(), path)}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w.stdout, "%s: http://%s/%s\n", item.Title, listener.Addr(), path)
	}
	if !asJSON {
		fmt.Fprintln(w.stdout, "Ctrl-C stops.")
	}
	server := &http.Server{
		Handler: ownHost(listener.Addr(), handler), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	return serveUntil(ctx, server, listener)
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

// ownHost refuses requests that name another host than the loopback address
// served: a web page elsewhere could have its name lead here (DNS rebinding).
func ownHost(listener net.Addr, next http.Handler) http.Handler {
	address, ok := listener.(*net.TCPAddr)
	if !ok || !address.IP.IsLoopback() {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if ip := net.ParseIP(strings.Trim(host, "[]")); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "This address serves this computer only.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
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
