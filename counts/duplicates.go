package counts

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
)

// Rule is a rule by which rows that tell of one event are counted once. Each is
// one that somebody publishes numbers by; none is right for every file, so the
// counts before and after are always kept.
type DuplicateRule string

// The rules: a closed list.
const (
	NoRule DuplicateRule = "none"
	// ChainOfADay is the rule of the Deportation Data Project since 2026: rows of
	// one person, in order of time, make one episode as long as each comes within
	// 24 hours of the one before, so that an episode can be longer than a day; the
	// first row counts. Of rows at the same time, one that was only processed
	// again comes last.
	ChainOfADay DuplicateRule = "chain-24h"
	// NeighboursOfADay is the rule of July 2025: rows with another row of the same
	// person within 24 hours are marked, and none is taken out.
	NeighboursOfADay DuplicateRule = "neighbours-24h"
	// SamePersonAndDay counts one row a person and day.
	SamePersonAndDay DuplicateRule = "same-id-and-date"
	// DistinctRows counts rows once that are the same in every cell.
	DistinctRows DuplicateRule = "distinct-rows"
)

// DuplicateRules returns the closed list of rules.
func DuplicateRules() []DuplicateRule {
	return []DuplicateRule{NoRule, ChainOfADay, NeighboursOfADay, SamePersonAndDay, DistinctRows}
}

func (r DuplicateRule) check() error {
	if r == "" || slices.Contains(DuplicateRules(), r) {
		return nil
	}
	return fmt.Errorf("expected a rule against duplicates, found %q; choose one of %s", r, joined(DuplicateRules()))
}

// needsID reports whether the rule looks at a column of identifiers.
func (r DuplicateRule) needsID() bool {
	return r == ChainOfADay || r == NeighboursOfADay || r == SamePersonAndDay
}

// Duplicates says what a rule did to a release. Rows without an identifier are
// never merged and always counted.
type Duplicates struct {
	Rule      DuplicateRule `json:"rule"`
	Before    int64         `json:"before"`     // counts before the rule
	After     int64         `json:"after"`      // and after it
	Dropped   int           `json:"dropped"`    // rows taken out
	Marked    int           `json:"marked"`     // rows with a copy, the one that counts included
	WithoutID int           `json:"without_id"` // rows without an identifier
	NoClock   int           `json:"no_clock"`   // rows whose time of day is not told: 24 hours are then two days
}

// WithoutCopies is what is left when every row that has a copy is dropped, the
// one that should count included: a known slip in published numbers.
func (d Duplicates) WithoutCopies() int64 { return d.Before - int64(d.Marked) }

// WithoutUnknown is what is left when rows without an identifier are dropped
// too: another known slip.
func (d Duplicates) WithoutUnknown() int64 { return d.After - int64(d.WithoutID) }

// digest stands for an identifier or a row while a file is read. Its key is
// made for one reading and forgotten with it, so that nothing can be joined
// across files and nobody looked up.
type digest [2]uint64

type digester struct{ first, second maphash.Seed }

func newDigester() digester { return digester{maphash.MakeSeed(), maphash.MakeSeed()} }

func (d digester) of(b []byte) digest {
	return digest{maphash.Bytes(d.first, b), maphash.Bytes(d.second, b)}
}

// row returns the digest of all cells of a row.
func (d digester) row(cells []string) digest {
	return d.of([]byte(strings.Join(cells, "\x00")))
}

// noID reports whether a cell of identifiers holds none: blank, redacted, or a
// word for nothing.
func noID(cell []byte) bool {
	cell = bytes.TrimSpace(cell)
	if len(cell) == 0 {
		return true
	}
	switch strings.ToLower(string(cell)) {
	case "null", "na", "n/a", "nan", "none", "-":
		return true
	}
	return redacted(string(cell))
}

// copyRow is a row that may have a copy.
type copyRow struct {
	id     digest
	second int64 // of its moment, since 1970
	day    int64 // number of its day
	again  bool  // only processed again: the last to be kept among equals
	row    int   // its place in the file
	of     int32 // its key, as the caller numbers keys
	drop   bool
	marked bool
}

// mark decides which rows are dropped, and which have a copy. Rows are sorted
// by identifier, time and place.
func (r DuplicateRule) mark(rows []copyRow) {
	slices.SortFunc(rows, func(a, b copyRow) int {
		again := 0
		if a.again != b.again {
			again = -1
			if a.again {
				again = 1
			}
		}
		return cmp.Or(cmp.Compare(a.id[0], b.id[0]), cmp.Compare(a.id[1], b.id[1]), cmp.Compare(a.second, b.second), again, cmp.Compare(a.row, b.row))
	})
	const aDay = 24 * 60 * 60
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].id == rows[from].id && r.joins(rows[to-1], rows[to], aDay) {
			to++
		}
		for i := from; i < to && to-from > 1; i++ {
			rows[i].marked = true
			rows[i].drop = i > from && r != NeighboursOfADay
		}
		from = to
	}
}

// joins reports whether a row goes on with the episode of the row before it.
func (r DuplicateRule) joins(before, row copyRow, day int64) bool {
	switch r {
	case ChainOfADay, NeighboursOfADay:
		return row.second-before.second <= day
	case SamePersonAndDay:
		return row.day == before.day
	case DistinctRows:
		return true
	}
	return false
}
