// Package dossier is a folder of documents and record files with its ledger:
// the one way in for both, the decisions on what was read, and the state after
// the first N entries as domain types.
package dossier

import (
	"time"

	"muster/claims"
	"muster/counts"
	"muster/documents"
	"muster/interval"
)

// State is what the first At entries of the ledger say. It is rebuilt from
// them alone, and the same entries give the same state.
type State struct {
	At         int64     // number of entries: known time
	Size       int64     // number of entries there are in all
	Known      time.Time // time of the last entry among the first At
	Settings   Settings
	Documents  []Document  // in order of their IDs
	Figures    []Figure    // by document, then by place in the text
	Statements []Statement // likewise
	Series     []counts.Series
	Ladders    []counts.Ladder
	Withheld   []Withheld // entries of which only the leaf is here, in their order

	// Comparisons are the words of curators that stand on pairs of figures.
	Comparisons []Comparison

	pairs   map[[2]string][]Event // all that was said on a pair, oldest first
	answers int                   // highest number of a reply's ID, taken back or not
}

// Document is a text that the ledger took in.
type Document struct {
	ID                 string // d1, d2, …; stays the same over versions
	Version            int    // from 1; a document fetched again with other bytes is a new version
	Entry              int64  // number of the entry that holds this version
	Added              time.Time
	documents.Document // its ID field is the path or address it came from

	Earlier []DocumentVersion // those before this one, oldest first

	// Apart says why the document seems to be about something else; its figures
	// are then left out of every comparison until a curator takes it in.
	// "" for a document that belongs.
	Apart string
}

// DocumentVersion is an earlier version of a document.
type DocumentVersion struct {
	Version int       `json:"version"`
	Entry   int64     `json:"entry"`
	Added   time.Time `json:"added"`
	SHA256  string    `json:"sha256"`
}

// Status is where a figure stands between proposal and record.
type Status string

// The statuses: a closed list.
const (
	Proposed Status = "proposed" // by the machine; not reviewed
	Accepted Status = "accepted"
	Edited   Status = "edited" // accepted in a curator's own words
	Rejected Status = "rejected"
	// Retracted was accepted, maybe published, and is stood by no longer.
	Retracted Status = "retracted"
	Merged    Status = "merged" // it is another figure, told once: Figure.Into
	Split     Status = "split"  // it was several figures: Figure.Parts
)

// Reviewed reports whether a person stands behind the figure.
func (s Status) Reviewed() bool { return s == Accepted || s == Edited }

// Aside reports whether a person took the figure out: it takes part in nothing.
func (s Status) Aside() bool { return s != Proposed && !s.Reviewed() }

// Rank says which of several figures a curator holds for the better one, in
// Wikibase's words.
type Rank string

// The ranks: a closed list.
const (
	Preferred  Rank = "preferred"
	Normal     Rank = "normal"
	Deprecated Rank = "deprecated" // kept and shown with its reason, and left out of comparisons
)

// Figure is a figure in the ledger.
type Figure struct {
	ID       string // f1, f2, … over the whole ledger
	Document string // ID of its document
	Version  int    // of its document
	Entry    int64  // number of the entry that holds Claim
	Claim    claims.Figure
	Status   Status
	Rank     Rank     // "" for Normal
	Into     string   // of a merged figure: the one that it is
	Split    []string // of a split figure: those that it was
	From     string   // the figure that this was split from; "" for none
	History  []Event  // oldest first
	Replies  []Reply  // oldest first
	Headline bool     // it stands in the document's title

	// PartOf is the ID, over the whole ledger, of the total that this figure is
	// a part of; "" for none. (Claim.PartOf names it within its document.)
	PartOf string
	// Denies is likewise the ID of the figure denied.
	Denies string

	// Proposal is what the reader said last, and Differs the same when it came
	// after a curator's decision and sees the figure differently; nil when not.
	Proposal claims.Figure
	Differs  *claims.Figure
}

// Event is one thing that happened to a figure.
type Event struct {
	Entry   int64     `json:"entry"`
	Time    time.Time `json:"time"`
	Author  string    `json:"author"` // "reader:" and its version, or "curator:" and one word
	Action  Action    `json:"action"`
	Reason  string    `json:"reason"`
	Curator string    `json:"curator,omitempty"` // the name as the curator wrote it

	Claim *claims.Figure `json:"figure,omitempty"` // what this said of the figure; nil when it took it as it stood
	Rank  Rank           `json:"rank,omitempty"`
	Into  string         `json:"into,omitempty"`
	Split []string       `json:"split,omitempty"`

	Undoes *int64    `json:"undoes,omitempty"` // the entry of the decision that this undid
	before *standing // what stood before, of a decision

	word, wordBefore *Comparison // of a decision on a pair: the word that stands, and stood before; nil for none

	// Decided marks a person's decision on this figure itself: the last of them
	// can be undone.
	Decided bool `json:"-"`
}

// Action is what a decision does.
type Action string

// The actions: a closed list. Each is a new entry, Undo too.
const (
	Propose Action = "propose"
	Accept  Action = "accept"
	Edit    Action = "edit"
	Reject  Action = "reject"
	Retract Action = "retract" // what was accepted is stood by no longer
	Reopen  Action = "reopen"  // back to proposed
	Merge   Action = "merge"   // two proposals are one figure
	Divide  Action = "split"   // one proposal was two figures or more
	SetRank Action = "rank"
	Undo    Action = "undo" // of the last decision: what stood before it stands again
)

// Statement is something said, with or without a number, kept with its source.
type Statement struct {
	ID       string // s1, s2, …
	Document string
	Entry    int64
	Claim    claims.Attribution
	Said     interval.Date // when the document was published
	Status   Status        // Proposed, Accepted, Rejected or Retracted
	History  []Event       // oldest first
}

// Document returns the document with the given ID; nil when there is none.
func (s *State) Document(id string) *Document {
	for i := range s.Documents {
		if s.Documents[i].ID == id {
			return &s.Documents[i]
		}
	}
	return nil
}

// Figure returns the figure with the given ID; nil when there is none.
func (s *State) Figure(id string) *Figure {
	for i := range s.Figures {
		if s.Figures[i].ID == id {
			return &s.Figures[i]
		}
	}
	return nil
}

// outlived returns the figures that were decided on and that the newest version
// of their document no longer holds.
func (s *State) outlived() map[string]bool {
	versions := map[string]int{}
	for _, d := range s.Documents {
		versions[d.ID] = d.Version
	}
	out := map[string]bool{}
	for _, f := range s.Figures {
		if f.Status.Reviewed() && f.Version < versions[f.Document] {
			out[f.ID] = true
		}
	}
	return out
}

// Statement returns the statement with the given ID; nil when there is none.
func (s *State) Statement(id string) *Statement {
	for i := range s.Statements {
		if s.Statements[i].ID == id {
			return &s.Statements[i]
		}
	}
	return nil
}

// Comparable returns the figures that may be set against each other: those
// that nobody took out or deprecated, in documents that belong to the dossier.
func (s *State) Comparable() []Figure {
	apart := map[string]bool{}
	for _, d := range s.Documents {
		apart[d.ID] = d.Apart != ""
	}
	var out []Figure
	for _, f := range s.Figures {
		if !f.Status.Aside() && f.Rank != Deprecated && !apart[f.Document] {
			out = append(out, f)
		}
	}
	return out
}
