// Package origins traces tellings of one figure over many documents to those
// who know it first hand: many articles, few origins. A link that was not found
// is never shown as independence.
package origins

import "muster/claims"

// Trace is what is known of who has what from whom.
type Trace struct {
	Documents int
	Edges     []Edge  // by From, To, Kind
	Groups    []Group // one a figure that is told at least once, larger groups first
}

// EdgeKind says how one document depends on another.
type EdgeKind string

// The kinds of edge: a closed list.
const (
	Cites      EdgeKind = "cites"       // names the other's publisher as its source
	Credits    EdgeKind = "credits"     // by-line or credit line
	Copies     EdgeKind = "copies"      // shares running text
	SameSource EdgeKind = "same-source" // both name the same primary source
	SameFigure EdgeKind = "same-figure" // tells the same figure, no link found
)

// Edge leads from the later document to the earlier.
type Edge struct {
	From        string       `json:"from"`
	To          string       `json:"to"`
	Kind        EdgeKind     `json:"kind"`
	Probability float64      `json:"probability"` // 0 to 1
	Spans       []SharedSpan `json:"spans"`
}

// SharedSpan is where both documents say the same, in code points.
type SharedSpan struct {
	From [2]int `json:"from"`
	To   [2]int `json:"to"`
}

// Mention is one telling of a figure.
type Mention struct {
	Figure   string `json:"-"` // its ID
	Document string `json:"document"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

// Count is how many independent origins a figure has: three numbers, because
// one would claim too much.
type Count struct {
	Confirmed int `json:"confirmed"` // roots with sourcing of their own that share no source
	AtMost    int `json:"at_most"`   // if every root whose link is unknown were independent
	Low       int `json:"low"`       // ends of the likely span
	High      int `json:"high"`
}

// Root is where a chain of tellings ends.
type Root struct {
	Name     string         `json:"name"`
	Kind     claims.HopKind `json:"kind"`
	Document string         `json:"document"` // the first document that leads there
}

// Group is all tellings of one figure.
type Group struct {
	Exact      string    `json:"exact"` // the earliest telling's words
	Mentions   []Mention `json:"mentions"`
	Articles   int       `json:"articles"`
	Publishers int       `json:"publishers"`
	Origins    Count     `json:"origins"`
	Roots      []Root    `json:"roots"`

	// Circular holds the documents, by ID, whose citations only lead back to
	// each other: they have no root in the dossier.
	Circular []string `json:"-"`
}
