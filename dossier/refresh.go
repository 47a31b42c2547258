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
	var first []string
	if d.began {
		first = append(first, d.home.String()+" was empty and a new record was begun; if there was one before, restore it from a backup")
		d.began = false
	}
	apartBefore := map[string]bool{}
	if state, err := d.stateLocked(ctx); err == nil {
		for _, doc := range state.Documents {
			apartBefore[doc.Document.ID] = doc.Apart != ""
		}
	}
	err := d.retrying(func() error {
		report.Problems, report.Notes = nil, slices.Clone(first) // what was taken in stays counted
		return d.refreshAll(ctx, &report)
	})
	if err != nil {
		return report, err
	}
	state, err := d.stateLocked(ctx)
	if err != nil {
		return report, err
	}
	checkNotes(state, &report)
	for _, doc := range state.Documents {
		if doc.Apart != "" && !apartBefore[doc.Document.ID] {
			report.Notes = append(report.Notes, fmt.Sprintf("%s is set apart: %s. Its figures are left out of comparisons; to take it in, write [[document]] file = %q belongs = true into %s", doc.Document.ID, doc.Apart, doc.Document.ID, SettingsFile))
		}
	}
	return report, nil
}

func (d *Dossier) refreshAll(ctx context.Context, report *Report) error {
	settings, err := d.refreshSettings(ctx)
	if err != nil {
		return err
	}
	if err := d.refreshDocuments(ctx, settings, report); err != nil {
		return err
	}
	if err := d.refreshSeries(ctx, settings, report); err != nil {
		return err
	}
	return d.refreshDecisions(ctx, report)
}

// checkNotes names the notes of dossier.toml that are on no document.
func checkNotes(state *State, report *Report) {
	files := map[string]bool{}
	for _, doc := range state.Documents {
		files[doc.Document.ID] = true
	}
	for _, note := range state.Settings.Documents {
		if files[note.File] {
			continue
		}
		mend := "correct it or leave it out"
		if files["documents/"+note.File] {
			mend = fmt.Sprintf("did you mean %q?", "documents/"+note.File)
		}
		report.problem(fmt.Errorf("%s: there is no document %q; %s", SettingsFile, note.File, mend))
	}
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
	// Where the ledger is, is nothing to record in it.
	if settings.Ledger.Postgres != "" {
		if b, err = withPlace(b, ""); err != nil {
			return settings, fmt.Errorf("%s: %w", d.dir, err)
		}
	}
	// The ledger may hold settings that this program cannot read; the file counts.
	if d.latest == nil {
		d.latest = newBuilder(d.folder())
	}
	size, err := d.log.Size(ctx)
	if err != nil {
		return settings, err
	}
	d.next = size
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
	files := filesIn(d.dir, "documents", report)
	state, err := d.stateLocked(ctx)
	if err != nil {
		return err
	}
	seen := newKnown(state)
	reader := d.env.Reader(settings.Organisations)
	for i, file := range files {
		if d.env.Progress != nil {
			d.env.Progress(i, len(files), file)
		}
		if err := d.refreshFile(ctx, reader, file, seen, report); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped after %d of %d documents; run it again to go on: %w", i+1, len(files), err)
		}
	}
	return nil
}

// refreshFile takes in one file of documents/, which may hold many documents.
func (d *Dossier) refreshFile(ctx context.Context, reader *claims.Reader, file string, seen *known, report *Report) error {
	f, err := os.Open(filepath.Join(d.dir, file))
	if err != nil {
		report.problem(err)
		return nil
	}
	defer f.Close()
	file = strings.ToValidUTF8(file, "\ufffd") // as the ledger will hold it
	var list drafts
	before := *report
	err = d.env.Texts.Read(ctx, file, f, func(doc documents.Document) error {
		if isLines(file) {
			doc.ID = file + "#" + doc.ID
		}
		d.refreshDocument(&list, reader, doc, seen, report)
		return ctx.Err()
	})
	if err != nil {
		if ctx.Err() != nil {
			*report = before // nothing of this file was taken in
			return ctx.Err()
		}
		report.problem(err) // what could be read of the file is taken in all the same
	}
	if err := d.append(ctx, list); err != nil {
		*report = before
		return err
	}
	return nil
}

// refreshDocument takes in one document where it is new, changed, or was read
// by an older reader. The same bytes may give another text, where a later
// version of Muster reads their format better: that is a new version too, since
// positions count in the text.
func (d *Dossier) refreshDocument(list *drafts, reader *claims.Reader, doc documents.Document, seen *known, report *Report) {
	old := seen.documents[doc.ID]
	if by, withheld := d.isWithheld(doc.ID, doc.SHA256); withheld {
		report.Notes = append(report.Notes, fmt.Sprintf("%s is withheld by entry %d and was left out; remove the file from the folder", doc.ID, by))
		return
	}
	switch {
	case seen.read[doc.ID]:
		if old == nil || old.SHA256 != doc.SHA256 {
			report.problem(fmt.Errorf("%s: two documents have this id; the first was taken in: give the second an id of its own", doc.ID))
		}
		return
	case old == nil && seen.digests[doc.SHA256] != "":
		report.Notes = append(report.Notes, fmt.Sprintf("%s holds the same bytes as %s, which is in the record, and was left out", doc.ID, seen.digests[doc.SHA256]))
		return
	}
	seen.read[doc.ID] = true
	subject, version, changed := "", 1, true
	switch {
	case old == nil:
		subject = seen.next('d')
	case old.SHA256 == doc.SHA256 && old.Text == doc.Text:
		subject, version, changed = old.ID, old.Version, false
	default:
		subject, version = old.ID, old.Version+1
	}
	if !changed && d.latest.read[subject].Reader == claims.ReaderVersion {
		return
	}
	if changed {
		list.add(kindDocument, subject, "folder", documentBody{
			Path: doc.ID, Title: doc.Title, Publisher: doc.Publisher, Published: doc.Published, URL: doc.URL,
			Language: doc.Language, MediaType: doc.MediaType, SHA256: doc.SHA256, Text: doc.Text, Guessed: doc.Guessed, Pages: doc.Pages,
		})
		report.Documents++
	}
	report.Figures += propose(list, seen, subject, version, !changed, doc, reader.Find(doc))
	seen.add(subject, version, doc)
}

// isLines reports whether the file holds one document a line.
func isLines(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".jsonl") }

// filesIn lists the files below a folder of the dossier, sorted, hidden ones
// left out. A missing folder has none. Folders that cannot be read are problems
// of the report, and links are noted: they could lead out of the dossier, which
// is handed over whole.
func filesIn(dir, sub string, report *Report) []string {
	var files []string
	// The function below returns nothing but nil and SkipDir, so neither does WalkDir.
	_ = filepath.WalkDir(filepath.Join(dir, sub), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			report.problem(err)
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), "."), entry.IsDir():
			return nil
		}
		name := sub + filepath.ToSlash(strings.TrimPrefix(path, filepath.Join(dir, sub)))
		if entry.Type().IsRegular() {
			files = append(files, name)
		} else {
			report.Notes = append(report.Notes, name+" is a link or no file, and was left out; put a copy of the file there")
		}
		return nil
	})
	slices.Sort(files)
	return files
}
