// Package counts turns record files into counts per unit and day or month. It
// streams rows to counts: no row, identifier, name or free text of a row is
// kept.
package counts

import (
	"path"
	"slices"
	"strings"

	"muster/interval"
)

// Unknown is the unit of rows that name none. It is always shown, so that the
// units and Unknown together equal the total.
const Unknown = "unknown"

// Point is one count: how many, in one period, in one unit.
type Point struct {
	interval.Period
	Unit  string `json:"unit"`  // Unknown when the row named none; "" when the series has no units
	Class string `json:"class"` // "" when the series has no classes
	Count int64  `json:"count"`
}

// Release is one publication of a series: what one file said on one day.
type Release struct {
	Date        interval.Date `json:"date"`   // when it was released; none when the file does not say
	File        string        `json:"file"`   // path inside the dossier
	SHA256      string        `json:"sha256"` // hex, of the file
	Points      []Point       `json:"points"` // sorted by period, unit, class
	Rows        int           `json:"rows"`
	Counted     int           `json:"counted"` // rows, however much each counts: Rows = Counted + len(SetAside)
	SetAside    []SetAside    `json:"set_aside"`
	Provisional interval.Date `json:"provisional"` // periods that end on or after this day are not complete; none when all are

	// Remark is what else must be known of how the file was read, as a sentence
	// without its end; "" for nothing.
	Remark string `json:"remark,omitempty"`

	// Covers goes from the first to the last day that a row tells. Of a period
	// that starts before it, a part may be missing.
	Covers interval.Period `json:"covers"`

	// Totals are the totals that a table tells beside its parts: not among Points,
	// so that nothing is counted twice. Mismatches are those that are not the sum
	// of their parts.
	Totals     []Point    `json:"totals,omitempty"`
	Mismatches []Mismatch `json:"mismatches,omitempty"`

	// Means are those that a file tells, for a series of measure OnAverage; it has
	// no Points then.
	Means []Mean `json:"means,omitempty"`

	// Duplicates says what the rule against duplicates took out; nil when none
	// was used. Then Rows = Counted + Duplicates.Dropped + len(SetAside).
	Duplicates *Duplicates `json:"duplicates,omitempty"`
}

// SetAside is a row that was not counted, and why. Row numbers count from 1,
// the header included. It never holds what the row said.
type SetAside struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
	Cell   string `json:"cell,omitempty"`  // of a table with periods as columns: which cell of the row, such as "I18"
	Sheet  string `json:"sheet,omitempty"` // where a file has several sheets with records
}

// Series is one thing counted over time, with every release of it.
type Series struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Counts string `json:"counts"` // what one count is: "book-ins", "arrests"
	Scope  string `json:"scope"`  // by whom or where: "ICE", "all of DHS"
	Source string `json:"source"` // who publishes it
	By     string `json:"by"`     // "day", "week" or "month"

	Origin      string  `json:"origin,omitempty"`       // whose count the numbers go back to, whoever publishes them; "" when it is not said
	Kind        Kind    `json:"kind,omitempty"`         // what one count is, of the closed list; "" when Counts says it
	PerformedBy string  `json:"performed_by,omitempty"` // who did what is counted
	Measure     Measure `json:"measure,omitempty"`      // "" is what Facts tells
	Reset       Reset   `json:"reset,omitempty"`        // when a cumulative series starts anew
	Duplicates  string  `json:"duplicates,omitempty"`   // name of the rule against duplicates
	ClassMap    string  `json:"class_map,omitempty"`    // name of the map that made the classes

	Told        []Release `json:"-"` // the releases as the files tell them, before classes were grouped or counts derived
	ToldMeasure Measure   `json:"-"` // of those
	Unnamed     []string  `json:"-"` // classes that the map does not name
	Falls       []Fall    `json:"-"` // where a count since a start went down

	Releases []Release `json:"releases"`
}

// Synthetic reports whether a release is of invented rows, made for tests: its
// file has "synthetic" in its name. Every page and output that shows it says so.
func (r Release) Synthetic() bool { return IsSynthetic(r.File) }

// Synthetic reports whether a release of the series is of invented rows.
func (s Series) Synthetic() bool { return slices.ContainsFunc(s.Releases, Release.Synthetic) }

// IsSynthetic reports whether a file holds invented rows, by its name.
func IsSynthetic(file string) bool {
	return strings.Contains(strings.ToLower(path.Base(strings.ReplaceAll(file, `\`, "/"))), "synthetic")
}
