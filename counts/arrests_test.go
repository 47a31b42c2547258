package counts

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/counts/synthetic"
)

// invented are rows of a synthetic arrest file as a plain program sees them.
type invented struct {
	at             time.Time
	id, unit, cell string
	method         string
	place          int
}

// TestSyntheticArrests counts a synthetic arrest file, with the columns and
// faults of published ones, under every rule, and again by a plain program.
func TestSyntheticArrests(t *testing.T) {
	const rows, seed = 12000, 7
	var file bytes.Buffer
	if err := synthetic.WriteWorkbook(&file, rows, 3, seed); err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range synthetic.Columns() {
		at[name] = i
	}
	var all []invented
	blank := 0
	made := synthetic.NewRows(seed)
	for i := range rows {
		row := made.Next()
		when, err := time.Parse(time.DateTime, row[0])
		if err != nil || when.After(synthetic.Last().AddDate(0, 0, 1)) {
			continue // set aside
		}
		id := row[at["Anonymized Identifier"]]
		if id == "" {
			blank++
		}
		all = append(all, invented{when, id, row[at["TOA Current Duty AOR"]], strings.Join(row, "\x00"), row[at["Apprehension Method"]], i})
	}
	// chain is the rule of 24 hours to the row before, written out plainly.
	chain := func(joins func(before, row invented) bool) int {
		by := map[string][]invented{}
		for _, r := range all {
			if r.id != "" {
				by[r.id] = append(by[r.id], r)
			}
		}
		left := blank
		for _, list := range by {
			slices.SortStableFunc(list, func(a, b invented) int { return cmp.Or(a.at.Compare(b.at), a.place-b.place) })
			left++
			for i := 1; i < len(list); i++ {
				if !joins(list[i-1], list[i]) {
					left++
				}
			}
		}
		return left
	}
	distinct := map[string]bool{}
	for _, r := range all {
		distinct[r.cell] = true
	}
	want := map[DuplicateRule]int{
		NoRule:           len(all),
		NeighboursOfADay: len(all),
		ChainOfADay:      chain(func(a, b invented) bool { return b.at.Sub(a.at) <= 24*time.Hour }),
		SamePersonAndDay: chain(func(a, b invented) bool { return a.at.Format(time.DateOnly) == b.at.Format(time.DateOnly) }),
		DistinctRows:     len(distinct),
	}
	if want[ChainOfADay] >= len(all) || blank == 0 {
		t.Fatalf("the file has no duplicates (%v) or no row without an identifier (%d)", want, blank)
	}
	columns := Columns{Date: "Apprehension Date", Unit: "TOA Current Duty AOR", Class: "Apprehension Method", ID: "Anonymized Identifier", Method: "Apprehension Method"}
	for _, rule := range DuplicateRules() {
		columns.Duplicates = rule
		releases, err := Read(t.Context(), "arrests-synthetic-2026-03-10.xlsx", bytes.NewReader(file.Bytes()), columns, "month")
		if err != nil {
			t.Fatal(err)
		}
		r := releases[0]
		s := Series{By: "month", Releases: releases}
		if got := s.total(); int(got) != want[rule] {
			t.Errorf("%s: %d counts, want %d", rule, got, want[rule])
		}
		dropped := 0
		if r.Duplicates != nil {
			dropped = r.Duplicates.Dropped
			if r.Duplicates.Before != int64(len(all)) || rule != DistinctRows && r.Duplicates.WithoutID != blank {
				t.Errorf("%s: %+v, want %d before and %d without an identifier", rule, *r.Duplicates, len(all), blank)
			}
		}
		if r.Rows != rows || r.Rows != r.Counted+dropped+len(r.SetAside) {
			t.Errorf("%s: of %d rows %d counted, %d dropped, %d set aside", rule, rows, r.Counted, dropped, len(r.SetAside))
		}
		aside := registry(t).Aside()
		if p := s.PartsOf(r.Covers, aside); p.Units != 26 || p.Unknown == 0 || p.Sum+p.Aside+p.Unknown != p.Total {
			t.Errorf("%s: %+v; want 25 units and one that is no office, and unknown shown", rule, p)
		}
		if got := registry(t).Strangers(s); len(got) != 1 || got[0] != "New Town" {
			t.Errorf("%s: units that the registry does not have: %v, want New Town", rule, got)
		}
		for _, name := range ClassMaps() {
			m, err := BuiltInMap(name)
			if err != nil {
				t.Fatal(err)
			}
			if mapped, _ := m.Apply(s); mapped.total() != s.total() {
				t.Errorf("%s under %s: %d of %d", rule, name, mapped.total(), s.total())
			}
		}
	}
}
