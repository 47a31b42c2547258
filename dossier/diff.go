package dossier

import (
	"cmp"
	"slices"
	"time"

	"muster/claims"
	"muster/counts"
)

// ChangeKind says what became of something between two states.
type ChangeKind string

// The kinds of change: a closed list.
const (
	Appeared     ChangeKind = "new"      // not there before
	NowAccepted  ChangeKind = "accepted" // a person stands behind it now
	NowEdited    ChangeKind = "edited"   // a person changed what it says
	NowRejected  ChangeKind = "rejected" // by a person
	NowRetracted ChangeKind = "retracted"
	NowMerged    ChangeKind = "merged"
	NowSplit     ChangeKind = "split"
	NowRanked    ChangeKind = "ranked"      // preferred, deprecated, or no longer so
	NowReplied   ChangeKind = "replied-to"  // an office answered, or it was corrected
	NowReopened  ChangeKind = "reopened"    // back among the proposals
	ReadAnew     ChangeKind = "read-anew"   // the reader sees a proposal differently
	Retold       ChangeKind = "retold"      // a new version of the document tells another number in its place
	NotFound     ChangeKind = "not-found"   // a proposal that the document, or the reader, no longer bears out
	Outlived     ChangeKind = "outlived"    // decided on, and the newest version of its document no longer holds it
	NewVersion   ChangeKind = "new-version" // of a document or a release
	SetApart     ChangeKind = "set-apart"   // a document that is left out of comparisons now
	TakenIn      ChangeKind = "taken-in"    // one that is no longer left out
)

// Diff is what the entries From to To-1 changed, net: what was decided and
// undone again in between does not show.
type Diff struct {
	From      int64            `json:"from"`
	To        int64            `json:"to"`
	FromKnown time.Time        `json:"from_known"`
	ToKnown   time.Time        `json:"to_known"`
	Figures   []FigureChange   `json:"figures"`
	Documents []DocumentChange `json:"documents"`
	Releases  []ReleaseChange  `json:"releases"`

	Statements []StatementChange `json:"statements"`
	Withheld   []Withheld        `json:"withheld"` // since; what it was shows in neither state
}

// FigureChange is what became of one figure.
type FigureChange struct {
	ID       string         `json:"id"`
	Change   ChangeKind     `json:"change"`
	Document string         `json:"document"`
	Was      Status         `json:"was"` // "" when it was not there
	Is       Status         `json:"is"`
	Before   *claims.Figure `json:"before"` // nil when it was not there
	After    *claims.Figure `json:"after"`
	Fields   []FieldChange  `json:"fields"`  // in which they differ
	Events   []Event        `json:"history"` // what happened in between
	Instead  string         `json:"instead"` // of what was retold: the figure that stood in its place; else ""
}

// StatementChange is what a person decided on one statement; what the reader
// newly finds is too much to list.
type StatementChange struct {
	ID       string     `json:"id"`
	Change   ChangeKind `json:"change"`
	Document string     `json:"document"`
	Exact    string     `json:"exact"`
	Events   []Event    `json:"history"`
}

// DocumentChange is what became of one document.
type DocumentChange struct {
	ID      string     `json:"id"`
	Path    string     `json:"path"`
	Title   string     `json:"title"`
	Change  ChangeKind `json:"change"`
	Version int        `json:"version"`
	Entry   int64      `json:"entry"` // that holds this version
}

// ReleaseChange is a release that is new, or whose file was replaced.
type ReleaseChange struct {
	Series string     `json:"series"`
	File   string     `json:"file"`
	Date   string     `json:"date"`
	Change ChangeKind `json:"change"`
}

// Empty reports whether nothing changed that a page would show.
func (d *Diff) Empty() bool {
	return len(d.Figures)+len(d.Documents)+len(d.Releases)+len(d.Statements)+len(d.Withheld) == 0
}

// Compare says what changed between two states of one record, before the
// earlier one.
func Compare(before, after *State) *Diff {
	d := &Diff{From: before.At, To: after.At, FromKnown: before.Known, ToKnown: after.Known,
		Figures: []FigureChange{}, Documents: []DocumentChange{}, Releases: []ReleaseChange{}, Statements: []StatementChange{}, Withheld: []Withheld{}}
	d.compareDocuments(before, after)
	outlivedBefore, outlivedNow := before.outlived(), after.outlived()
	was := map[string]*Figure{}
	for i := range before.Figures {
		was[before.Figures[i].ID] = &before.Figures[i]
	}
	for i := range after.Figures {
		is := &after.Figures[i]
		change, changed := compareFigure(was[is.ID], is, before.At)
		if !changed && outlivedNow[is.ID] && !outlivedBefore[is.ID] {
			change.Change, changed = Outlived, true
		}
		if changed {
			d.Figures = append(d.Figures, change)
		}
	}
	d.pairRetold()
	d.compareStatements(before, after)
	for _, w := range after.Withheld {
		if w.By >= before.At && w.By < after.At {
			d.Withheld = append(d.Withheld, w)
		}
	}
	d.compareReleases(before.Series, after.Series)
	return d
}

// Only keeps what belongs to one document.
func (d *Diff) Only(document string) {
	d.Figures = slices.DeleteFunc(d.Figures, func(c FigureChange) bool { return c.Document != document })
	d.Documents = slices.DeleteFunc(d.Documents, func(c DocumentChange) bool { return c.ID != document })
	d.Statements = slices.DeleteFunc(d.Statements, func(c StatementChange) bool { return c.Document != document })
	d.Withheld = slices.DeleteFunc(d.Withheld, func(w Withheld) bool { return w.Subject != document })
	d.Releases = []ReleaseChange{}
}

func compareFigure(was, is *Figure, from int64) (FigureChange, bool) {
	change := FigureChange{ID: is.ID, Document: is.Document, Is: is.Status, After: &is.Claim, Fields: []FieldChange{}, Events: is.since(from)}
	if was == nil {
		change.Change = kindNow(is, Appeared)
		return change, true
	}
	change.Was, change.Before = was.Status, &was.Claim
	if was.Entry != is.Entry {
		change.Fields = append(change.Fields, FieldChanges(was.Claim, is.Claim)...)
	}
	switch {
	case was.Status != is.Status:
		change.Change = kindNow(is, NowReopened)
	case len(change.Fields) > 0 && is.Status == Edited:
		change.Change = NowEdited
	case len(change.Fields) > 0:
		change.Change = ReadAnew
	case was.Rank != is.Rank:
		change.Change = NowRanked
	case !slices.Equal(was.Replies, is.Replies):
		change.Change = NowReplied
	default:
		return change, false
	}
	return change, true
}

// kindNow names how a figure came to its status; other is for proposals.
func kindNow(f *Figure, other ChangeKind) ChangeKind {
	switch f.Status {
	case Accepted:
		return NowAccepted
	case Edited:
		return NowEdited
	case Rejected:
		if !decidedByPerson(*f) {
			return NotFound
		}
		return NowRejected
	case Retracted:
		return NowRetracted
	case Merged:
		return NowMerged
	case Split:
		return NowSplit
	}
	return other
}

// since returns what happened to a figure from that entry on.
func (f *Figure) since(entry int64) []Event {
	out := []Event{}
	for _, e := range f.History {
		if e.Entry >= entry {
			out = append(out, e)
		}
	}
	return out
}

// pairRetold finds, within a document, the new number that stands in the place
// of one that is gone: the same thing counted of the same organisation at the
// same stage, the first that is left.
func (d *Diff) pairRetold() {
	used := map[int]bool{}
	for i := range d.Figures {
		gone := &d.Figures[i]
		if gone.Before == nil || gone.Change != NotFound && gone.Change != Outlived {
			continue
		}
		for j := range d.Figures {
			fresh := &d.Figures[j]
			if fresh.Before != nil || used[j] || fresh.Document != gone.Document || !sameThing(*gone.Before, *fresh.After) {
				continue
			}
			used[j] = true
			gone.Change, gone.Instead = Retold, fresh.ID
			gone.After, gone.Fields = fresh.After, FieldChanges(*gone.Before, *fresh.After)
			break
		}
	}
}

func (d *Diff) compareStatements(before, after *State) {
	was := map[string]Status{}
	for _, s := range before.Statements {
		was[s.ID] = s.Status
	}
	for _, s := range after.Statements {
		then, there := was[s.ID]
		if !there {
			then = Proposed
		}
		if then == s.Status {
			continue
		}
		change := StatementChange{ID: s.ID, Document: s.Document, Exact: s.Claim.Content[0].Exact, Events: []Event{},
			Change: map[Status]ChangeKind{Proposed: NowReopened, Accepted: NowAccepted, Rejected: NowRejected, Retracted: NowRetracted}[s.Status]}
		for _, e := range s.History {
			if e.Entry >= before.At {
				change.Events = append(change.Events, e)
			}
		}
		d.Statements = append(d.Statements, change)
	}
}

func sameThing(a, b claims.Figure) bool {
	return a.Counted == b.Counted && a.Organisation == b.Organisation && a.Stage == b.Stage && a.Unit == b.Unit && a.Per == b.Per
}

func (d *Diff) compareDocuments(before, after *State) {
	for _, doc := range after.Documents {
		change := DocumentChange{ID: doc.ID, Path: doc.Document.ID, Title: doc.Title, Version: doc.Version, Entry: doc.Entry}
		was := before.Document(doc.ID)
		switch {
		case was == nil:
			change.Change = Appeared
		case was.Version != doc.Version:
			change.Change = NewVersion
		case was.Apart == "" && doc.Apart != "":
			change.Change = SetApart
		case was.Apart != "" && doc.Apart == "":
			change.Change = TakenIn
		default:
			continue
		}
		d.Documents = append(d.Documents, change)
	}
}

func (d *Diff) compareReleases(before, after []counts.Series) {
	type key struct{ series, file, date string }
	was := map[key]string{}
	for _, series := range before {
		for _, r := range series.Releases {
			was[key{series.Name, r.File, string(r.Date)}] = r.SHA256
		}
	}
	for _, series := range after {
		for _, r := range series.Releases {
			digest, there := was[key{series.Name, r.File, string(r.Date)}]
			if there && digest == r.SHA256 {
				continue
			}
			change := ReleaseChange{Series: series.Name, File: r.File, Date: string(r.Date), Change: Appeared}
			if there {
				change.Change = NewVersion
			}
			d.Releases = append(d.Releases, change)
		}
	}
	slices.SortStableFunc(d.Releases, func(a, b ReleaseChange) int {
		return cmp.Or(cmp.Compare(a.Series, b.Series), cmp.Compare(a.Date, b.Date))
	})
}
