package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"muster/claims"
	"muster/documents"
)

// readerAuthor signs what the machine proposes.
const readerAuthor = "reader:" + claims.ReaderVersion

// Report says what a refresh did. Problems are inputs that could not be read,
// each named once; everything else was done.
type Report struct {
	Documents int // new, or new versions
	Figures   int // newly proposed, or seen differently
	Releases  int // of series
	Decisions int // taken in from decisions.jsonl
	Problems  []error
	Notes     []string // what a person should know, such as a document set apart
}

// Err joins the problems; nil when there are none.
func (r Report) Err() error { return errors.Join(r.Problems...) }

func (r *Report) problem(err error) { r.Problems = append(r.Problems, plain(err)) }

// Refresh takes in what is new in the folder: settings, documents, record files
// and decisions. It can be stopped and run again: each file is taken in whole
// or not at all.
func (d *Dossier) Refresh(ctx context.Context) (Report, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var report Report
	apartBefore := map[string]bool{}
	if state, err := d.stateLocked(ctx); err == nil {
		for _, doc := range state.Documents {
			apartBefore[doc.Document.ID] = doc.Apart != ""
		}
	}
	settings, err := d.refreshSettings(ctx)
	if err != nil {
		return report, err
	}
	if err := d.refreshDocuments(ctx, settings, &report); err != nil {
		return report, err
	}
	if err := d.refreshSeries(ctx, settings, &report); err != nil {
		return report, err
	}
	if err := d.refreshDecisions(ctx, &report); err != nil {
		return report, err
	}
	state, err := d.stateLocked(ctx)
	if err != nil {
		return report, err
	}
	for _, doc := range state.Documents {
		if doc.Apart != "" && !apartBefore[doc.Document.ID] {
			report.Notes = append(report.Notes, fmt.Sprintf("%s is set apart: %s. Its figures are left out of comparisons; to take it in, write [[document]] file = %q belongs = true into %s", doc.Document.ID, doc.Apart, doc.Document.ID, SettingsFile))
		}
	}
	return report, nil
}

// refreshSettings records dossier.toml when it changed.
func (d *Dossier) refreshSettings(ctx context.Context) (Settings, error) {
	b, err := loadSettings(d.dir)
	if err != nil {
		return Settings{}, plain(err)
	}
	settings, err := ParseSettings(b)
	if err != nil {
		return settings, fmt.Errorf("%s: %w", d.dir, err)
	}
	// The ledger may hold settings that this program cannot read; the file counts.
	if d.latest == nil {
		d.latest = newBuilder(d.folder())
	}
	size, err := d.log.Size(ctx)
	if err != nil {
		return settings, err
	}
	if err := d.fold(ctx, d.latest, size); err != nil {
		return settings, err
	}
	if d.latest.settings != string(b) {
		var list drafts
		list.add(kindSettings, "dossier", "folder", settingsBody{TOML: string(b)})
		if err := d.append(ctx, list); err != nil {
			return settings, err
		}
	}
	return settings.withGuesses(d.folder()), nil
}

// refreshDocuments takes in new and changed documents, and reads all again that
// an older reader has read.
func (d *Dossier) refreshDocuments(ctx context.Context, settings Settings, report *Report) error {
	files, err := filesIn(d.dir, "documents")
	if err != nil {
		return plain(err)
	}
	reader := d.env.Reader(settings.Organisations)
	for i, file := range files {
		if d.env.Progress != nil {
			d.env.Progress(i, len(files), file)
		}
		if err := d.refreshFile(ctx, reader, file, report); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped after %d of %d documents; run it again to go on: %w", i+1, len(files), err)
		}
	}
	return nil
}

// refreshFile takes in one file of documents/, which may hold many documents.
func (d *Dossier) refreshFile(ctx context.Context, reader *claims.Reader, file string, report *Report) error {
	state, err := d.stateLocked(ctx)
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(d.dir, file))
	if err != nil {
		report.problem(err)
		return nil
	}
	defer f.Close()
	known := map[string]*Document{}
	for i := range state.Documents {
		known[state.Documents[i].Document.ID] = &state.Documents[i]
	}
	next := nextID(state)
	var list drafts
	err = documents.Read(ctx, file, f, d.env.Limits, func(doc documents.Document) error {
		if strings.HasSuffix(file, ".jsonl") {
			doc.ID = file + "#" + doc.ID
		}
		old := known[doc.ID]
		if old == nil {
			if same := sameBytes(state, doc.SHA256); same != nil {
				report.Notes = append(report.Notes, fmt.Sprintf("%s holds the same bytes as %s and was left out", doc.ID, same.Document.ID))
				return nil
			}
		}
		if old != nil && old.SHA256 == doc.SHA256 && d.latest.read[old.ID].Reader == claims.ReaderVersion {
			return nil
		}
		subject, version := "", 1
		switch {
		case old == nil:
			subject = next("d")
		case old.SHA256 == doc.SHA256:
			subject, version = old.ID, old.Version
		default:
			subject, version = old.ID, old.Version+1
		}
		if old == nil || old.SHA256 != doc.SHA256 {
			list.add(kindDocument, subject, "folder", documentBody{
				Path: doc.ID, Title: doc.Title, Publisher: doc.Publisher, Published: doc.Published, URL: doc.URL,
				Language: doc.Language, MediaType: doc.MediaType, SHA256: doc.SHA256, Text: doc.Text, Guessed: doc.Guessed,
			})
			report.Documents++
		}
		report.Figures += propose(&list, state, subject, version, doc, reader.Find(doc), next)
		return nil
	})
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		report.problem(err) // what could be read of the file is taken in all the same
	}
	return d.append(ctx, list)
}

func sameBytes(state *State, digest string) *Document {
	for i := range state.Documents {
		if state.Documents[i].SHA256 == digest {
			return &state.Documents[i]
		}
	}
	return nil
}

// filesIn lists the files below a folder of the dossier, sorted, hidden ones
// left out. A missing folder has none.
func filesIn(dir, sub string) ([]string, error) {
	var out []string
	err := filepath.WalkDir(filepath.Join(dir, sub), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := entry.Name(); strings.HasPrefix(name, ".") && path != filepath.Join(dir, sub) {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.Type().IsRegular() {
			relative, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			out = append(out, filepath.ToSlash(relative))
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	slices.Sort(out)
	return out, err
}

// nextID returns a source of new IDs: d1, f1, s1 and on, each letter by itself.
func nextID(state *State) func(letter string) string {
	last := map[string]int{}
	see := func(id string) {
		var n int
		if _, err := fmt.Sscanf(id[1:], "%d", &n); err == nil {
			last[id[:1]] = max(last[id[:1]], n)
		}
	}
	for _, d := range state.Documents {
		see(d.ID)
	}
	for _, f := range state.Figures {
		see(f.ID)
	}
	for _, s := range state.Statements {
		see(s.ID)
	}
	return func(letter string) string {
		last[letter]++
		return fmt.Sprintf("%s%d", letter, last[letter])
	}
}
