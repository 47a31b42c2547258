package dossier

import (
	"muster/counts"
	"muster/interval"
)

// Settings is dossier.toml. Nobody has to write it by hand: what is missing is
// guessed and shown as a guess.
type Settings struct {
	Title         string          `toml:"title"`
	Question      string          `toml:"question"` // what the dossier is to find out, in a sentence
	About         string          `toml:"about"`    // a paragraph for the reader
	Lead          string          `toml:"lead"`     // short name of the lead organisation
	Purpose       string          `toml:"purpose"`
	Reported      interval.Date   `toml:"reported"` // when the operation was first reported
	Organisations []Organisation  `toml:"organisation"`
	Documents     []DocumentNote  `toml:"document"`
	Series        []SeriesSetting `toml:"series"`
	Ladders       []LadderSetting `toml:"ladder"`
	Targets       []Target        `toml:"target"`
	Rules         []UnitRule      `toml:"rule"`
	Comparable    []Comparison    `toml:"comparable"`
	Checks        []Check         `toml:"check"`
	Units         []counts.Unit   `toml:"unit"` // added to counts/units.toml

	ClassMaps []counts.ClassMap `toml:"class_map"` // beside those that come with Muster
	Publish   Publish           `toml:"publish"`
	Ledger    LedgerSetting     `toml:"ledger"`

	// Guessed names the settings above that nobody wrote, such as "title".
	Guessed []string `toml:"-"`
}

// Organisation adds to, or replaces an entry of, the built-in list of names.
type Organisation struct {
	Name    string   `toml:"name"` // short name, as figures carry it
	Full    string   `toml:"full"`
	Aliases []string `toml:"aliases"`
	PartOf  string   `toml:"part_of"` // short name of the parent
}

// DocumentNote is a curator's word on one file in documents/.
type DocumentNote struct {
	File      string        `toml:"file"`
	Title     string        `toml:"title"`
	Publisher string        `toml:"publisher"`
	Published interval.Date `toml:"published"`
	URL       string        `toml:"url"`
	Belongs   *bool         `toml:"belongs"` // true or false overrules the guess of Document.Apart
}

// SeriesSetting says what a series counts, and how its files are read.
type SeriesSetting struct {
	Name        string         `toml:"name"`
	Title       string         `toml:"title"`
	Counts      string         `toml:"counts"`
	Kind        counts.Kind    `toml:"kind" json:",omitzero"` // of the closed list counts/counting.txt; "" when Counts says it
	Scope       string         `toml:"scope"`
	PerformedBy string         `toml:"performed_by" json:",omitzero"`
	Source      string         `toml:"source"`
	Origin      string         `toml:"origin" json:",omitzero"`    // whose count it goes back to, whoever publishes it
	Measure     counts.Measure `toml:"measure" json:",omitzero"`   // interval, cumulative or level
	Reset       counts.Reset   `toml:"reset" json:",omitzero"`     // of a cumulative series: fiscal-year, calendar-year
	ClassMap    string         `toml:"class_map" json:",omitzero"` // groups the classes under labels

	Files   []string `toml:"files"`   // under the dossier folder; glob patterns
	Date    string   `toml:"date"`    // column
	Unit    string   `toml:"unit"`    // column; "" for none
	Class   string   `toml:"class"`   // column; "" for none
	Count   string   `toml:"count"`   // column that holds a number; "" when a row is one count
	Release string   `toml:"release"` // column with the date of release; "" when the file's own date counts
	By      string   `toml:"by"`      // day, week or month

	Duplicates counts.DuplicateRule `toml:"duplicates" json:",omitzero"` // rule by which rows that tell of one event are counted once
	ID         string               `toml:"id" json:",omitzero"`         // column, for that rule: looked at while reading, and kept nowhere
	Clock      string               `toml:"clock" json:",omitzero"`      // column with the time of day; "" when date tells it
	Method     string               `toml:"method" json:",omitzero"`     // column that tells rows that were only processed again

	// Renamed tells under which other names files hold a column: by the name that
	// the settings use.
	Renamed map[string][]string `toml:"renamed" json:",omitempty"`

	// A table with periods as columns, found by its title; see counts.Wide. Date
	// and the other columns are then not named.
	Sheet   string   `toml:"sheet" json:",omitzero"`
	Table   string   `toml:"table" json:",omitzero"`
	Rows    []string `toml:"rows" json:",omitempty"`
	Columns string   `toml:"columns" json:",omitzero"`
	Without []string `toml:"without" json:",omitempty"`
	Total   string   `toml:"total" json:",omitzero"`

	Settle *int `toml:"settle" json:",omitempty"` // days after its end on which a period is complete; nil for the usual number

	Only []string `toml:"only" json:",omitempty"` // classes that are shown; none for all
}

// columns returns where the rows of a file hold what the series counts.
func (s SeriesSetting) columns() counts.Columns {
	return counts.Columns{
		Date: s.Date, Unit: s.Unit, Class: s.Class, Count: s.Count, Release: s.Release,
		Duplicates: s.Duplicates, ID: s.ID, Clock: s.Clock, Method: s.Method, Renamed: s.Renamed,
		Means: s.Measure == counts.OnAverage,
	}
}

// wide returns where the table of a series lies that has periods as columns.
func (s SeriesSetting) wide() counts.Wide {
	return counts.Wide{Sheet: s.Sheet, Table: s.Table, Rows: s.Rows, Columns: s.Columns, Without: s.Without, Total: s.Total, Means: s.Measure == counts.OnAverage}
}

// LadderSetting says how lists of institutions at several stages are read.
type LadderSetting struct {
	Name        string              `toml:"name"`
	Title       string              `toml:"title"`
	Counts      string              `toml:"counts"` // what one line is: "agreements"
	Source      string              `toml:"source"`
	Stages      []string            `toml:"stages"`      // lowest first
	Files       map[string][]string `toml:"files"`       // by stage: glob patterns under the dossier folder
	Institution string              `toml:"institution"` // column
	Place       string              `toml:"place"`       // column; "" for none
	Class       string              `toml:"class"`       // column; "" for none
	Renamed     map[string][]string `toml:"renamed"`
}

// Target is a level that a series is set against.
type Target struct {
	Series string `toml:"series"`
	Amount int64  `toml:"amount"`
	Per    string `toml:"per"` // day, week or month
	Label  string `toml:"label"`
}

// UnitRule is a rule that an announcement sets for units, such as "the lowest
// 10 per cent of monthly arrest numbers". It is evaluated on a series where one
// has counts by unit; without one, only the number of units is worked out.
type UnitRule struct {
	Label   string   `toml:"label"`
	Series  string   `toml:"series"`
	Percent int64    `toml:"percent"`
	Units   []string `toml:"units"` // the units there are, where no series names them
	Aside   []string `toml:"aside"` // units shown but not ranked, such as HQ
}

// Check is a dossier's own rule: an expression over its figures.
type Check struct {
	Name       string            `toml:"name"`
	Expression string            `toml:"expression"` // see interval/formula: "guard / agents <= 5"
	Figures    map[string]string `toml:"figures"`    // names in the expression to figures: "f12", or file and number as told
	Severity   string            `toml:"severity"`   // of a broken check: info, warning (default) or error
	Why        string            `toml:"why"`
}

// Publish says what published pages show.
type Publish struct {
	// ProposalsAbove shows proposals with at least this confidence, marked as
	// proposals; 0 shows reviewed figures only.
	ProposalsAbove float64 `toml:"proposals_above"`
	Embargoed      bool    `toml:"embargoed"` // publish nothing
	// SmallCells hides published counts below this number (default 5); 0 in the
	// file turns the default on, -1 hides nothing.
	SmallCells int `toml:"small_cells"`
}
