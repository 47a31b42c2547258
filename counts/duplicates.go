package counts

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"muster/counts/table"
)

// DuplicateRule is a rule by which rows that tell of one event are counted once. Each is
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

// Means says which rows a rule counts, as the end of a sentence about a row;
// "" for none.
func (r DuplicateRule) Means() string {
	switch r {
	case ChainOfADay:
		return "counts unless it comes within 24 hours of the row before it of the same identifier, in order of time"
	case NeighboursOfADay:
		return "counts; how many have another of the same identifier within 24 hours is told"
	case SamePersonAndDay:
		return "counts unless an earlier one has the same identifier and date"
	case DistinctRows:
		return "counts unless an earlier one is the same in every cell"
	}
	return ""
}

// check refuses a rule that the columns give no means for.
func (r DuplicateRule) check(columns Columns) error {
	switch {
	case r != "" && !slices.Contains(DuplicateRules(), r):
		return fmt.Errorf("expected a rule against duplicates, found %q; choose one of %s", r, joined(DuplicateRules()))
	case r == "" || r == NoRule:
		return nil
	case columns.Count != "":
		return fmt.Errorf("expected rows that are one count each for the rule %s, found a column of counts; leave one of them out", r)
	case r != DistinctRows && columns.ID == "":
		return fmt.Errorf("expected the name of a column of identifiers for the rule %s, found none; name it, or choose %s", r, DistinctRows)
	}
	return nil
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

// noID reports whether a cell of identifiers holds none: blank, redacted, or a
// word for nothing.
func noID(cell string) bool {
	cell = strings.TrimSpace(cell)
	if len(cell) == 0 {
		return true
	}
	switch strings.ToLower(cell) {
	case "null", "na", "n/a", "nan", "none", "-":
		return true
	}
	return redacted(cell)
}

// copyRow is a row that may have a copy.
type copyRow struct {
	id     digest
	second int64 // of its moment, since 1970
	day    int64 // number of its day
	clock  int64 // seconds of its time of day; below 0 when it is not told
	again  bool  // only processed again: the last to be kept among equals
	row    int   // its place in the file
	of     int32 // the sum that it is in
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

// processedAgain is how arrests files name rows that tell of an earlier arrest.
const processedAgain = "ERO Reprocessed Arrest"

// mayBeCopy notes the row that was counted last: it may tell of an event that
// another tells.
func (r *rowReader) mayBeCopy(b *batch, row []table.Cell, id, clock, method table.Cell) {
	place := int32(len(b.rows) - 1)
	told := id.Text
	if r.columns.Duplicates == DistinctRows {
		told = r.whole[:0]
		for _, cell := range row {
			told = append(append(told, cell.Text...), 0)
		}
		r.whole = bytes.TrimRight(told, "\x00") // cells that are blank, or not there, are the same
		told = r.whole
	} else if noID(string(id.Text)) {
		b.without = append(b.without, place)
		return
	}
	again := strings.EqualFold(strings.TrimSpace(string(method.Text)), processedAgain)
	b.copies = append(b.copies, copyRow{id: r.digester.of(told), clock: secondsOf(string(clock.Text)), again: again, of: place})
}

// addCopies adds those of a batch; sheet is the place of its sheet.
func (t *tally) addCopies(above, header, sheet int, b *batch) {
	sums := t.sheets[sheet].sums
	for _, place := range b.without {
		if row := above + int(b.rows[place].row); row > header {
			t.without[t.sums.list[sums[row]].release]++
		}
	}
	for _, c := range b.copies {
		if row := above + int(b.rows[c.of].row); row > header {
			c.of, c.row = sums[row], sheet<<32|row
			t.copies = append(t.copies, c)
		}
	}
}

// dropCopies applies the rule to the rows of each part that are counted still.
func (t *tally) dropCopies(parts []*part, dayFirst bool) {
	if t.rule == "" || t.rule == NoRule {
		return
	}
	byRelease, rows := map[int32]*part{}, map[int32][]copyRow{}
	for _, p := range parts {
		byRelease[p.release] = p
		p.duplicates = &Duplicates{Rule: t.rule, WithoutID: t.without[p.release]}
		for _, sum := range p.sums {
			if _, aside := p.reasons[t.sums.list[sum].moment]; !aside {
				p.duplicates.Before += t.sums.list[sum].count
			}
		}
	}
	for _, row := range t.copies {
		k := t.sums.list[row.of]
		p := byRelease[k.release]
		if _, aside := p.reasons[k.moment]; aside {
			continue
		}
		day, _ := t.moments.list[k.moment].day(dayFirst)
		row.day = day.Unix() / (24 * 60 * 60)
		row.second = day.Unix() + max(row.clock, 0)
		if row.clock < 0 {
			p.duplicates.NoClock++
		}
		rows[k.release] = append(rows[k.release], row)
	}
	for release, rows := range rows {
		p := byRelease[release]
		t.rule.mark(rows)
		for _, row := range rows {
			if row.marked {
				p.duplicates.Marked++
			}
			if row.drop {
				p.duplicates.Dropped++
				t.sums.list[row.of].count--
				t.sums.list[row.of].rows--
				p.rows[t.sums.list[row.of].moment]--
			}
		}
	}
	for _, p := range parts {
		p.duplicates.After = p.duplicates.Before - int64(p.duplicates.Dropped)
	}
}

// secondsOf returns the time of day that a cell tells; below 0 for none.
func secondsOf(cell string) int64 {
	at := strings.IndexByte(cell, ':')
	if at < 1 {
		return -1
	}
	start := at - 1
	if start > 0 && cell[start-1] >= '0' && cell[start-1] <= '9' {
		start--
	}
	var hour, minute, second int64
	if n, _ := fmt.Sscanf(cell[start:], "%d:%d:%d", &hour, &minute, &second); n < 2 || hour > 23 || minute > 59 {
		return -1
	}
	rest := strings.ToLower(strings.TrimSpace(cell[at:]))
	switch {
	case strings.HasSuffix(rest, "pm") && hour < 12:
		hour += 12
	case strings.HasSuffix(rest, "am") && hour == 12:
		hour = 0
	}
	return hour*3600 + minute*60 + second
}
