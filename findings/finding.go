// Package findings says what does not fit, and what the figures say together.
// One file a rule. A finding never corrects a figure; it names its inputs, so
// that an editor can look.
package findings

import (
	"muster/dossier"
	"muster/interval"
)

// Severity says how much a finding weighs.
type Severity string

// The severities: a closed list. An error breaks a hard rule.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Verdict is what a rule came to.
type Verdict string

// The verdicts: a closed list.
const (
	Consistent               Verdict = "consistent"
	ConsistentWithinRounding Verdict = "consistent-within-rounding"
	Conflict                 Verdict = "conflict"
	NotComparable            Verdict = "not-comparable"
	Unknown                  Verdict = "unknown"
)

// Input is one telling, or one count, that a finding rests on.
type Input struct {
	Figure   string `json:"figure"`   // its ID; for a count, the series
	Exact    string `json:"exact"`    // the words, or the count
	Document string `json:"document"` // the document's ID, or the record file
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

// Finding is one recomputable result: the same state gives the same finding.
type Finding struct {
	ID       string             `json:"id"` // stays the same while rule and inputs do
	Rule     string             `json:"rule"`
	Version  int                `json:"version"` // of the rule
	Severity Severity           `json:"severity"`
	Verdict  Verdict            `json:"verdict"`
	Sentence string             `json:"sentence"` // one plain sentence that an editor could print
	Interval *interval.Interval `json:"interval"`
	Inputs   []Input            `json:"inputs"`
	// Overruled are the words of curators that the finding goes by: on pairs of the
	// figures that it rests on.
	Overruled []dossier.Comparison `json:"overruled,omitempty"`

	Unreviewed bool `json:"unreviewed"` // rests on at least one figure that nobody has reviewed
}

// Rule is one check over a whole dossier.
type Rule struct {
	ID      string
	Version int
	Title   string   // what the rule asks, in a few words
	Most    Severity // the most that a finding of it weighs
	Look    func(*View) []Finding
}
