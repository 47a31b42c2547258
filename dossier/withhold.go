package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"muster/ledger"
)

// Withholding asks that what entries say is removed from the record: after a
// court order, or because a private name slipped in.
type Withholding struct {
	What      string // ID of a document, which takes all entries with its words along, or of a reply; or the number of an entry whose words stand nowhere else
	Reason    string // shown on every page in its place, so it repeats nothing of what is withheld
	Authority string // by whose authority: a court, an office, the editor
	Curator   string // who does it
}

// Withheld is one entry that the record no longer shows.
type Withheld struct {
	Entry     int64     `json:"entry"`
	Kind      string    `json:"kind"`
	Subject   string    `json:"subject"`
	By        int64     `json:"by"` // the entry that says so
	Time      time.Time `json:"time"`
	Reason    string    `json:"reason"`
	Authority string    `json:"authority"`
}

// WithholdReport says what was withheld, and where else the words may lie.
type WithholdReport struct {
	Entries []int64  // whose bodies are gone, now or before
	Added   int      // entries that say so
	Left    []string // what a person has to see to
}

// withheldBody says why; the digests keep the files from being taken in again.
type withheldBody struct {
	Reason    string   `json:"reason"`
	Authority string   `json:"authority"`
	Curator   string   `json:"curator"`
	Files     []string `json:"files,omitempty"` // SHA-256 of bytes, and of the name of the record with the path
}

// Withhold removes what entries say from every table, by a further entry for
// each that says why and by whose authority. Leaves, tree and proofs stay. Done
// once more, it adds no entry and cleans the store's files again.
func (d *Dossier) Withhold(ctx context.Context, w Withholding) (WithholdReport, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var report WithholdReport
	body := withheldBody{Reason: strings.TrimSpace(w.Reason), Authority: strings.TrimSpace(w.Authority), Curator: strings.TrimSpace(w.Curator)}
	switch {
	case body.Reason == "":
		return report, fmt.Errorf("%w: withholding needs a reason; it is shown, so repeat nothing of what is withheld", ErrDecision)
	case body.Authority == "":
		return report, fmt.Errorf("%w: withholding needs to say by whose authority, such as a court or the editor", ErrDecision)
	case authorName(body.Curator) == "":
		return report, fmt.Errorf("%w: withholding needs the name of who does it", ErrDecision)
	}
	if _, err := d.stateLocked(ctx); err != nil {
		return report, err
	}
	var err error
	if report.Entries, err = d.toWithhold(ctx, w.What, &body, &report); err != nil {
		return report, err
	}
	content, err := json.Marshal(body)
	if err != nil {
		return report, err
	}
	entries, err := d.log.Withhold(ctx, report.Entries, curatorPrefix+authorName(body.Curator), content)
	report.Added = len(entries)
	d.forget() // what was read from them stays in no memory either
	if errors.Is(err, ledger.ErrWithhold) {
		err = fmt.Errorf("%w: %w", ErrDecision, err)
	}
	return report, err
}

// forget drops everything that was worked out, to be read anew.
func (d *Dossier) forget() { d.latest, d.current, d.past = nil, nil, nil }

// toWithhold returns the entries that hold the words of what is asked for.
func (d *Dossier) toWithhold(ctx context.Context, what string, body *withheldBody, report *WithholdReport) ([]int64, error) {
	if n, err := strconv.ParseInt(what, 10, 64); err == nil {
		d.noteCopies(report)
		return []int64{n}, d.aloneInEntry(ctx, n)
	}
	if document := d.documentOf(what); document != "" {
		return nil, repeated(what, document)
	}
	if entries, err := d.entriesOfReply(ctx, what); err != nil || len(entries) > 0 {
		d.noteCopies(report)
		return entries, err
	}
	i, known := d.latest.documents[what]
	if !known {
		var before []int64 // it is withheld; the file may not have been cleaned to the end
		for _, w := range d.latest.state.Withheld {
			if w.Subject == what && w.Kind == kindDocument {
				before = append(before, w.Entry)
			}
		}
		if len(before) > 0 {
			return before, nil
		}
		return nil, fmt.Errorf("%w: %q is no document, no reply and no number of an entry; expected such as d2, a1 or 41", ErrDecision, what)
	}
	d.noteFiles(d.latest.state.Documents[i], body, report)
	ids := map[string]bool{what: true}
	for _, f := range d.latest.state.Figures {
		if f.Document == what {
			ids[f.ID] = true
			for _, r := range f.Replies {
				ids[r.ID] = true
			}
		}
	}
	for _, s := range d.latest.state.Statements {
		if s.Document == what {
			ids[s.ID] = true
		}
	}
	size, err := d.log.Size(ctx)
	if err != nil {
		return nil, err
	}
	var out []int64
	for e, err := range d.log.Entries(ctx, 0, size) {
		if err != nil {
			return nil, err
		}
		holds := []string{kindDocument, kindFigure, kindStatement, kindDecision, kindReply}
		if ids[e.Leaf.Subject] && slices.Contains(holds, e.Leaf.Kind) {
			out = append(out, e.Index)
			if e.Leaf.Kind == kindDocument && len(e.Body) > 0 { // of an earlier version
				if content, err := e.Content(); err == nil {
					_ = decode(content, func(old documentBody) { body.Files = append(body.Files, old.SHA256) })
				}
			}
		}
	}
	slices.Sort(body.Files)
	body.Files = slices.Compact(body.Files)
	return out, nil
}

// aloneInEntry refuses an entry whose words the record would go on saying: they
// stand in its document, and what a document says in its figures and versions.
func (d *Dossier) aloneInEntry(ctx context.Context, n int64) error {
	for e, err := range d.log.Entries(ctx, n, n+1) {
		if err != nil {
			return err
		}
		if e.WithheldBy > 0 {
			return nil
		}
		subject := e.Leaf.Subject
		switch e.Leaf.Kind {
		case kindDocument:
			if _, shown := d.latest.documents[subject]; shown {
				return repeated(fmt.Sprintf("entry %d", n), subject)
			}
		case kindFigure, kindStatement:
			if document := d.documentOf(subject); document != "" {
				return repeated(fmt.Sprintf("entry %d", n), document)
			}
		}
	}
	return nil
}

func repeated(what, document string) error {
	return fmt.Errorf("%w: what %s says stands in document %s too, and would be read there on; withhold %s, which takes its versions, figures and statements along", ErrDecision, what, document, document)
}

// documentOf is the document that a figure or statement stands in; "" for others.
func (d *Dossier) documentOf(id string) string {
	if f := d.latest.state.Figure(id); f != nil {
		return f.Document
	}
	if s := d.latest.state.Statement(id); s != nil {
		return s.Document
	}
	return ""
}

// entriesOfReply returns the entries of a reply, none when there is no such.
func (d *Dossier) entriesOfReply(ctx context.Context, id string) (out []int64, err error) {
	if !strings.HasPrefix(id, "a") {
		return nil, nil
	}
	size, err := d.log.Size(ctx)
	if err != nil {
		return nil, err
	}
	for e, err := range d.log.Entries(ctx, 0, size) {
		if err != nil {
			return nil, err
		}
		if e.Leaf.Kind == kindReply && e.Leaf.Subject == id {
			out = append(out, e.Index)
		}
	}
	return out, nil
}

// noteFiles keeps a document's file from being taken in again, and says where
// else its words lie.
func (d *Dossier) noteFiles(doc Document, body *withheldBody, report *WithholdReport) {
	path := doc.Document.ID
	body.Files = append(body.Files, doc.SHA256, d.pathDigest(path))
	file, _, _ := strings.Cut(path, "#")
	if _, err := os.Stat(filepath.Join(d.dir, filepath.FromSlash(file))); err == nil {
		report.Left = append(report.Left, fmt.Sprintf("%s still lies in the folder; remove what is withheld from it, or the file", file))
	}
	d.noteCopies(report)
}

// noteCopies says where else the words of any entry may lie.
func (d *Dossier) noteCopies(report *WithholdReport) {
	if _, err := os.Stat(filepath.Join(d.dir, DecisionsFile)); err == nil {
		report.Left = append(report.Left, DecisionsFile+" may repeat the words of its figures; take those lines out")
	}
	if _, err := os.Stat(d.home.file); err == nil && d.home.postgres != nil {
		report.Left = append(report.Left, d.home.file+", which the record was moved away from, still holds it; delete that file")
	}
	if d.home.postgres != nil {
		report.Left = append(report.Left, "the server's write-ahead log holds it until it is written over, and its backups as long as they are kept")
	}
	report.Left = append(report.Left, "copies and backups of the dossier, and sites published before, are beyond this command")
}

// pathDigest stands for the path of a document without saying it.
func (d *Dossier) pathDigest(path string) string {
	sum := sha256.Sum256([]byte(d.log.Origin() + "\x00" + path))
	return hex.EncodeToString(sum[:])
}

// isWithheld returns the entry that withholds a document, by its bytes or path.
func (d *Dossier) isWithheld(path, digest string) (int64, bool) {
	for _, key := range []string{digest, d.pathDigest(path)} {
		if by, found := d.latest.withheldFiles[key]; found {
			return by, true
		}
	}
	return 0, false
}

// withheld takes an entry in of which only the leaf is here.
func (b *builder) withheld(e ledger.Entry, why ledger.Entry) error {
	item := Withheld{Entry: e.Index, Kind: e.Leaf.Kind, Subject: e.Leaf.Subject, By: why.Index, Time: why.Leaf.Time}
	content, err := why.Content()
	if err != nil {
		return err
	}
	err = decode(content, func(body withheldBody) { item.Reason, item.Authority = body.Reason, body.Authority })
	b.state.Withheld = append(b.state.Withheld, item)
	return err
}

// withhold takes the entry in that withholds another. Where that was read before,
// as by a program that ran meanwhile, all has to be read anew.
func (b *builder) withhold(e ledger.Entry, body withheldBody) {
	index, err := strconv.ParseInt(e.Leaf.Subject, 10, 64)
	if err != nil {
		return
	}
	if !slices.ContainsFunc(b.state.Withheld, func(w Withheld) bool { return w.Entry == index }) {
		b.stale = true
	}
	for _, key := range body.Files {
		b.withheldFiles[key] = e.Index
	}
}

// WithheldOf returns what is withheld of a subject, such as a document.
func (s *State) WithheldOf(subject string) []Withheld {
	var out []Withheld
	for _, w := range s.Withheld {
		if w.Subject == subject {
			out = append(out, w)
		}
	}
	return out
}
