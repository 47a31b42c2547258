package pages

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"muster/dossier"
	"muster/proof"
)

// Sentinels of Publish.
var (
	ErrEmbargoed = errors.New("the dossier is embargoed")
	ErrOccupied  = errors.New("the folder holds something else")
)

// siteFile marks a folder that Publish may write anew.
const siteFile = "muster-site.txt"

// Publish writes the published pages of a dossier as files into the folder out:
// the same bytes for the same state. It writes beside out and then renames, so
// that out is never half written, and leaves a folder alone that it did not
// make. progress may be nil.
func Publish(ctx context.Context, source Source, options Options, out string, progress func(done, total int, what string)) error {
	state, err := source.State(ctx, -1)
	if err != nil {
		return err
	}
	if state.Settings.Publish.Embargoed {
		return fmt.Errorf("nothing was written: %w; take `embargoed = true` out of dossier.toml to publish; a site published before stays where it is, so remove that yourself", ErrEmbargoed)
	}
	if err := mayReplace(out); err != nil {
		return err
	}
	options.Published, options.Mount, options.SignIn = true, "", false
	s := newSite(pinned{source, state}, options)
	v, err := s.view(ctx, -1)
	if err != nil {
		return err
	}
	earlier, err := s.earlier(ctx, v)
	if err != nil {
		return fmt.Errorf("earlier states: %w", err)
	}
	list := append(s.addresses(v), stateAddresses(earlier)...)
	tiles, err := source.TilePaths(ctx)
	if err != nil {
		return fmt.Errorf("tiles of the ledger: %w", err)
	}
	list = append(list, tiles...)
	changes, err := source.KeyChanges(ctx)
	if err != nil {
		return fmt.Errorf("changes of the ledger's key: %w", err)
	}
	for i := range changes {
		list = append(list, proof.KeyChangePath(i+1))
	}
	parent := filepath.Dir(filepath.Clean(out))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, ".muster-site-*")
	if err != nil {
		return err
	}
	if err := s.writeAll(ctx, fresh, list, progress); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	note := fmt.Sprintf("Made by Muster: %s, as of entry %d of %s.\n`muster publish` may replace this folder.\n", state.Settings.Title, state.At, source.Origin())
	if err := os.WriteFile(filepath.Join(fresh, siteFile), []byte(note), 0o644); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	return replace(fresh, out)
}

// pinned is a source that stays at one state while it is published.
type pinned struct {
	Source
	state *dossier.State
}

func (p pinned) State(context.Context, int64) (*dossier.State, error) { return p.state, nil }

func (s *site) writeAll(ctx context.Context, folder string, list []string, progress func(done, total int, what string)) error {
	handler := s.routes()
	for i, address := range list {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, "/"+address, nil)
		if err != nil {
			return err
		}
		w := &capture{header: http.Header{}, status: http.StatusOK}
		handler.ServeHTTP(w, r)
		if w.status != http.StatusOK {
			return fmt.Errorf("page /%s: expected to be written, found status %d: %s", address, w.status, strings.TrimSpace(shorten(200, w.body.String())))
		}
		file := address
		if file == "" || strings.HasSuffix(file, "/") {
			file += "index.html"
		}
		if !filepath.IsLocal(file) {
			return fmt.Errorf("page /%s lies outside the site", address)
		}
		path := filepath.Join(folder, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, w.body.Bytes(), 0o644); err != nil {
			return err
		}
		if progress != nil {
			progress(i+1, len(list), address)
		}
	}
	return os.Chmod(folder, 0o755)
}

// capture keeps what a handler writes.
type capture struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (c *capture) Header() http.Header         { return c.header }
func (c *capture) WriteHeader(status int)      { c.status = status }
func (c *capture) Write(b []byte) (int, error) { return c.body.Write(b) }

// mayReplace reports whether out is free, empty, or a site made by Publish.
func mayReplace(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: expected a folder for the site: %w", out, err)
	}
	if len(entries) == 0 || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == siteFile }) {
		return nil
	}
	return fmt.Errorf("%s is no site that Muster made (it has no %s), so it is left as it is; name another folder: %w", out, siteFile, ErrOccupied)
}

// replace puts the fresh folder in the place of the old one.
func replace(fresh, out string) error {
	old := fresh + "-old"
	err := os.Rename(out, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	if renameErr := os.Rename(fresh, out); renameErr != nil {
		if err == nil {
			renameErr = errors.Join(renameErr, os.Rename(old, out))
		}
		return errors.Join(renameErr, os.RemoveAll(fresh))
	}
	return os.RemoveAll(old)
}
