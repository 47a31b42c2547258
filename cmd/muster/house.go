package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"time"

	"muster/claims"
	"muster/documents"
	"muster/dossier"
	"muster/ledger"
)

// newReader loads the model and the lists and returns a maker of readers.
func newReader() (func(more []dossier.Organisation) *claims.Reader, error) {
	reader, err := claims.LoadReader()
	if err != nil {
		return nil, err
	}
	return func(more []dossier.Organisation) *claims.Reader {
		var own []claims.Name
		for _, o := range more {
			own = append(own, claims.Name{Short: o.Name, Full: o.Full, Aliases: o.Aliases, PartOf: o.PartOf, Kind: claims.Organisation})
		}
		return reader.With(own)
	}, nil
}

// env is what a dossier needs from outside.
func (w world) env() (dossier.Env, error) {
	reader, err := newReader()
	if err != nil {
		return dossier.Env{}, err
	}
	return dossier.Env{
		Now: w.now, Random: w.random, Keys: w.keys(), Reader: reader,
		Texts: documents.NewReader(documents.DefaultLimits(), w.cache()), Limits: documents.DefaultLimits(),
		Fetch:    dossier.NewFetch(dossier.FetchLimits{Timeout: time.Minute, Redirects: 5, Agent: "Muster (record keeping; one page at a time)"}),
		AnyPlace: w.anyPlace != nil && *w.anyPlace,
		Witness:  &http.Client{Timeout: 30 * time.Second},
		Warn:     func(err error) { report(w.stderr, err) },
		Progress: w.progressLine(),
	}, nil
}

// progressLine shows long work on a terminal, a few times a second at most.
func (w world) progressLine() func(done, total int, what string) {
	if !w.progress {
		return nil
	}
	var last time.Time
	return func(done, total int, what string) {
		if now := w.now(); total > 20 && now.Sub(last) > 200*time.Millisecond {
			last = now
			fmt.Fprintf(w.stderr, "\r\033[K%d of %d: %.60s\r", done, total, what)
		}
	}
}

// openFresh opens a dossier and takes in what is new in its folder. Where it
// cannot be written to, be it that another muster has it open, the key is
// elsewhere or the rights are missing, it is opened for reading as it stands.
func (w world) openFresh(ctx context.Context, dir string) (*dossier.Dossier, dossier.Report, error) {
	env, err := w.env()
	if err != nil {
		return nil, dossier.Report{}, err
	}
	d, refreshed, err := w.openToWrite(ctx, dir)
	if errors.Is(err, dossier.ErrBusy) || onlyReadable(err) {
		asItStands, readErr := dossier.OpenRead(ctx, dir, env)
		if readErr != nil {
			return nil, dossier.Report{}, err
		}
		fmt.Fprintf(w.stderr, "muster: %s; it is shown as it stands, without what may be new in the folder\n", printable(err.Error()))
		return asItStands, dossier.Report{}, nil
	}
	return d, refreshed, err
}

// openToWrite opens a dossier and takes in what is new in its folder, for what
// has to be recorded: where that cannot be done, the error says why.
func (w world) openToWrite(ctx context.Context, dir string) (*dossier.Dossier, dossier.Report, error) {
	env, err := w.env()
	if err != nil {
		return nil, dossier.Report{}, err
	}
	d, err := dossier.Open(ctx, dir, env)
	if err != nil {
		return nil, dossier.Report{}, err
	}
	refreshed, err := d.Refresh(ctx)
	if err != nil {
		return nil, refreshed, errors.Join(err, d.Close())
	}
	return d, refreshed, nil
}

// onlyReadable reports whether a dossier that cannot be opened for writing may
// still be read: the key, or the rights, are missing.
func onlyReadable(err error) bool {
	return errors.Is(err, ledger.ErrNoKey) || errors.Is(err, ledger.ErrForked) || errors.Is(err, dossier.ErrNotAllowed) || errors.Is(err, dossier.ErrUnsafePlace) || errors.Is(err, fs.ErrPermission)
}

// tell writes what a refresh did, and returns the exit code it asks for.
func (w world) tell(dir string, r dossier.Report, quiet bool) error {
	if w.progress {
		fmt.Fprint(w.stderr, "\r\033[K")
	}
	for _, note := range r.Notes {
		fmt.Fprintf(w.stderr, "muster: %s\n", printable(note))
	}
	for _, problem := range r.Problems {
		report(w.stderr, problem)
	}
	if !quiet {
		fmt.Fprintf(w.stdout, "%s: %s, %s, %s, %s\n", dir, plural(r.Documents, "new document"), plural(r.Figures, "new figure"),
			plural(r.Releases, "new release"), plural(r.Decisions, "decision taken in"))
	}
	if len(r.Problems) > 0 {
		return exitCode(exitUnreadable)
	}
	return nil
}

// plural writes "1 document", "2 documents".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if head, tail, found := cutNoun(noun); found {
		return fmt.Sprintf("%d %ss%s", n, head, tail)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// cutNoun finds the noun to be put in the plural where words follow it.
func cutNoun(noun string) (head, tail string, found bool) {
	const following = " taken in"
	if len(noun) > len(following) && noun[len(noun)-len(following):] == following {
		return noun[:len(noun)-len(following)], following, true
	}
	return noun, "", false
}
