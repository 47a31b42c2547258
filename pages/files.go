package pages

import (
	"errors"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"muster/dossier"
	"muster/pages/drawing"
	"muster/pages/verify"
	"muster/proof"
)

// The files beside the pages: style, downloads, and what a verifier needs.

func (s *site) style(w http.ResponseWriter, _ *http.Request) {
	b, err := files.ReadFile("style.css")
	s.send(w, "text/css; charset=utf-8", append(b, "\n/* Marks of charts, from pages/drawing */\n"+drawing.CSS(".chart ")...), err)
}

func (s *site) send(w http.ResponseWriter, mediaType string, b []byte, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		http.Error(w, "There is no such file.", http.StatusNotFound)
		return
	}
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	if _, err := w.Write(b); err != nil && s.options.Failed != nil {
		s.options.Failed(err)
	}
}

func (s *site) download(d download, format string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		at, err := s.at(r)
		var v *view
		if err == nil {
			v, err = s.view(r.Context(), at)
		}
		if err != nil {
			s.failFile(w, r, err)
			return
		}
		b, mediaType, err := d.picture(s, v).write(d.Name + "." + format)
		s.send(w, mediaType, b, err)
	}
}

func (s *site) checkpoint(w http.ResponseWriter, r *http.Request) {
	b, err := s.source.Checkpoint(r.Context())
	s.send(w, "text/plain; charset=utf-8", b, err)
}

func (s *site) key(w http.ResponseWriter, _ *http.Request) {
	s.send(w, "text/plain; charset=utf-8", []byte(s.source.VerifierKey()+"\n"), nil)
}

// keyChange sends the proof of one change of key, counted from 1.
func (s *site) keyChange(w http.ResponseWriter, r *http.Request) {
	changes, err := s.source.KeyChanges(r.Context())
	for i, file := range changes {
		if "/"+proof.KeyChangePath(i+1) == r.URL.Path {
			s.send(w, "text/plain; charset=utf-8", file, nil)
			return
		}
	}
	s.send(w, "", nil, errors.Join(err, fs.ErrNotExist))
}

func (s *site) tile(w http.ResponseWriter, r *http.Request) {
	path := "tile/" + r.PathValue("path")
	b, err := s.source.Tile(r.Context(), path)
	if err == nil && len(b) == 0 {
		err = fs.ErrNotExist
	}
	s.send(w, "application/octet-stream", b, err)
}

// verifier sends a file with which a reader checks numbers inside the page.
func (s *site) verifier(name string) http.HandlerFunc {
	mediaType := "text/javascript; charset=utf-8"
	if strings.HasSuffix(name, ".gz") {
		mediaType = "application/gzip"
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		b, err := verify.Files.ReadFile(name)
		s.send(w, mediaType, b, err)
	}
}

// proof sends the proof of an entry that a page shown offers, and of no other:
// a proof holds the entry's whole body.
func (s *site) proof(w http.ResponseWriter, r *http.Request) {
	name, found := strings.CutSuffix(r.PathValue("file"), ".tlog-proof")
	entry, err := strconv.ParseInt(name, 10, 64)
	if !found || err != nil {
		s.send(w, "", nil, fs.ErrNotExist)
		return
	}
	at, err := s.at(r)
	var v *view
	if err == nil {
		v, err = s.view(r.Context(), at)
	}
	if err != nil {
		s.fail(w, err)
		return
	}
	offered := slices.ContainsFunc(v.tellings, func(t *telling) bool { return slices.Contains(t.Entries(), entry) }) ||
		slices.ContainsFunc(v.state.Withheld, func(w dossier.Withheld) bool { return w.Entry == entry })
	if !offered {
		s.send(w, "", nil, fs.ErrNotExist)
		return
	}
	b, err := s.source.Proof(r.Context(), entry)
	s.send(w, "text/plain; charset=utf-8", b, err)
}
