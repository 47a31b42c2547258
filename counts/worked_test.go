package counts

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"muster/interval"
)

// Published numbers on ICE arrests and book-ins in 2025 and 2026, worked again:
// the totals are facts that trackers and newspapers state; what is tested is
// the arithmetic between them.

// TestPublishedAverages: the same totals give other averages by the day that is
// counted in or left out, and by rounding.
func TestPublishedAverages(t *testing.T) {
	tests := []struct {
		name     string
		from, to interval.Date
		days     int
		total    int64
		average  string
	}{
		{"20 January to 10 June 2025, both ends in", "2025-01-20", "2025-06-10", 142, 95629, "673.4"},
		{"one day fewer: the end left out", "2025-01-20", "2025-06-09", 141, 95629, "678.2"},
		{"20 January to 15 October 2025", "2025-01-20", "2025-10-15", 269, 222000, "825.3"},
		{"the same, from a rounded total", "2025-01-20", "2025-10-15", 269, 220000, "817.8"},
		{"20 January 2025 to 6 August 2026", "2025-01-20", "2026-08-06", 564, 549499, "974.3"},
		{"a fiscal year with a leap day", "2023-10-01", "2024-09-30", 366, 113431, "309.9"},
		{"a department's total, 20 January to 3 December 2025", "2025-01-20", "2025-12-03", 318, 579000, "1,820.8"},
	}
	for _, tt := range tests {
		p := interval.Period{From: tt.from, To: tt.to}
		if p.Days() != tt.days {
			t.Errorf("%s: %d days, want %d", tt.name, p.Days(), tt.days)
		}
		if got := interval.Frac(tt.total, int64(p.Days())).Grouped(1); got != tt.average {
			t.Errorf("%s: %s a day, want %s", tt.name, got, tt.average)
		}
	}
	// "220,000" may round 215,000 to 225,000: the average that was published with
	// the exact total, 824, is within; one taken from the rounded total alone is not
	// more exact than that.
	rounded := PerDay(interval.Between(interval.Int(215000), interval.Int(225000)), interval.Period{From: "2025-01-20", To: "2025-10-15"})
	if !rounded.Contains(interval.Int(824)) || rounded.Min.Value.Grouped(0) != "799" || rounded.Max.Value.Grouped(0) != "836" {
		t.Errorf("got %s", rounded)
	}
	goal := Goal{Amount: interval.Int(3000), Per: "day"}
	asked, ok := goal.Over(interval.Period{From: "2025-01-20", To: "2026-08-06"})
	if !ok || !asked.Equal(interval.Int(1692000)) {
		t.Errorf("3,000 a day over these days are %s, want 1,692,000", asked)
	}
	if share := interval.Int(549499).Div(asked).Mul(interval.Int(100)).Grouped(0); share != "32" {
		t.Errorf("%s per cent of the target, want 32", share)
	}
}

// TestPartsAndTotal: 25 offices add up to less than the nation; the rest is
// headquarters and rows without an office, which are always shown.
func TestPartsAndTotal(t *testing.T) {
	var r Release
	for i, u := range registry(t).Units {
		p := Point{Period: month("2025-06-01"), Unit: u.Name, Count: 21000}
		switch {
		case u.Aside:
			p.Count = 700
		case u.Name == "Buffalo":
			p.Count = 6334
		case u.Name == "Baltimore":
			p.Count = 7919
		case u.Name == "Denver":
			p.Count = 8769
		case i == 0:
			p.Count = 547776 - 6334 - 7919 - 8769 - 21*21000
		}
		r.Points = append(r.Points, p)
	}
	r.Points = append(r.Points, Point{Period: month("2025-06-01"), Unit: Unknown, Count: 1023})
	s := Series{By: "month", Releases: []Release{r}}
	got := s.PartsOf(month("2025-06-01"), []string{"HQ"})
	if got.Units != 25 || got.Sum != 547776 || got.Total != 549499 || got.Aside+got.Unknown != 1723 || got.Gap.Mul(interval.Int(100)).Grouped(2) != "0.31" {
		t.Errorf("got %+v (gap %s), want 25 units, 547,776 of 549,499, 0.31 per cent", got, got.Gap)
	}
	ranking := s.Rank(month("2025-06-01"), []string{"HQ"}, 10)
	if floor, ceil := ranking.Lowest(); floor != 2 || ceil != 3 || ranking.Units[0].Unit != "Buffalo" || ranking.Units[1].Unit != "Baltimore" || ranking.Units[2].Unit != "Denver" {
		t.Errorf("lowest %v", ranking.Units[:3])
	}
}

// firstDays are the releases of two months, as a triangle of ICE's book-ins has
// them: the release near the end of a month is low, later ones hardly change.
const firstDays = "released,month,n\n" +
	"2025-07-07,2025-06,30328\n2025-07-17,2025-06,31625\n2025-07-31,2025-06,31607\n2025-09-24,2025-06,31590\n" +
	"2025-07-17,2025-07,10528\n2025-07-31,2025-07,22575\n2025-08-01,2025-07,22575\n2025-08-14,2025-07,27483\n2025-09-24,2025-07,27457\n"

func TestRevisionTriangle(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Count: "n", Release: "released"}, firstDays)
	got := s.Completenesses()
	if len(got) != 2 || got[0].Short.Mul(interval.Int(100)).Grouped(1) != "4" || got[0].DaysAfter != 7 || got[1].DaysAfter >= 0 {
		t.Fatalf("got %+v; want June 4 per cent short 7 days after its end, July first told before its end", got)
	}
	// What a reader could know on 1 August: July stood at 22,575 and was not complete.
	known := s.ReleasedBy("2025-08-01")
	months := known.Months()
	if july := months[len(months)-1]; july.Count != 22575 || july.Complete {
		t.Errorf("July as known on 1 August: %+v", july)
	}
	if a, err := known.AverageOver(interval.Period{From: "2025-06-01", To: "2025-07-31"}); err != nil || a.To != "2025-06-30" || a.PerDay.Grouped(0) != "1,054" {
		t.Errorf("average %+v, %v; want June alone, 1,054 a day", a, err)
	}
}

// TestDerivationsOfOneOrigin: three published ways of counting one thing agree
// within 2 per cent and are still one origin. The numbers are made up.
func TestDerivationsOfOneOrigin(t *testing.T) {
	of := func(name, origin string, n ...int64) Series {
		var b strings.Builder
		b.WriteString("released,m,n\n")
		for i, x := range n {
			fmt.Fprintf(&b, "2025-12-01,2025-0%d,%d\n", i+1, x)
		}
		s := series(t, "month", Columns{Date: "m", Count: "n", Release: "released"}, b.String())
		s.Name, s.Origin, s.Counts, s.Scope = name, origin, "book-ins", "all agencies"
		return s
	}
	table, rows, institute := of("table", "Fire Office", 20000, 30000), of("rows", "Fire Office", 19800, 29700), of("institute", "Fire Office", 19700, 29460, 5)
	a, err := Compare(table, rows, institute)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Rows) != 2 || len(a.Origins) != 1 || !a.Widest.Spread.Equal(interval.Frac(540, 30000)) || len(a.Left) != 1 {
		t.Errorf("got %+v", a)
	}
	if want := "table, rows, institute agree within 1.8 per cent over 2 complete months: 1 origin (Fire Office), 3 derivations: no independent confirmation."; a.Sentence() != want {
		t.Errorf("got  %s\nwant %s", a.Sentence(), want)
	}
	institute.Origin = ""
	if a, _ = Compare(table, institute); !strings.Contains(a.Sentence(), "1 to 2 origins, 2 derivations; institute does not say") {
		t.Errorf("got %s", a.Sentence())
	}
	institute.Origin = "Weather Office"
	if a, _ = Compare(table, institute); !strings.Contains(a.Sentence(), "2 origins (Fire Office, Weather Office)") {
		t.Errorf("got %s", a.Sentence())
	}
	institute.Counts = "deportations"
	if _, err = Compare(table, institute); err == nil || !strings.Contains(err.Error(), "not comparable: table counts book-ins (booking), institute counts deportations (removal)") {
		t.Errorf("got %v", err)
	}
	if _, err = Compare(table); err == nil {
		t.Error("one series was compared")
	}
	if _, err = Compare(table, of("empty", "")); err == nil || !strings.Contains(err.Error(), "no complete month") {
		t.Errorf("got %v", err)
	}
}

// TestDerivationOfBookIns sets ICE's own table against the counts that a data
// project derives from ICE's rows, where both are at hand.
func TestDerivationOfBookIns(t *testing.T) {
	folder := referenceFolder(t)
	read := func(file string, columns Columns) Series {
		f, err := os.Open(filepath.Join(folder, "reference", file))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		releases, err := Read(t.Context(), file, f, columns, "month")
		if err != nil {
			t.Fatal(err)
		}
		return Series{By: "month", Counts: "book-ins", Origin: "ICE", Releases: releases}
	}
	table := read("ice_initial_bookins_revision_triangle.csv", Columns{Date: "month", Class: "arresting_agency", Count: "initial_book_ins", Release: "release_date"}).
		Select(func(p Point) bool { return p.Class == "Total" })
	rows := read("2025_monthly_bookins_ddp_flores.csv", Columns{Date: "stay_book_in_date_time", Count: "year"}) // its column "year" holds counts
	table.Name, rows.Name = "table", "rows"
	a, err := Compare(table, rows)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Origins) != 1 || len(a.Rows) != 8 || a.Rows[0].Counts[0] != 21990 || a.Rows[0].Counts[1] != 21715 {
		t.Errorf("got %+v", a)
	}
	for _, row := range a.Rows {
		if row.From <= "2025-05-01" && row.Spread.Cmp(interval.Frac(18, 1000)) > 0 {
			t.Errorf("%s: %v are %s apart, want at most 1.8 per cent", row.From, row.Counts, row.Spread)
		}
	}
}

// TestOverlappingReleases compares the days that two releases of border counts
// share, where they are at hand, with what is published of each pair.
func TestOverlappingReleases(t *testing.T) {
	folder := referenceFolder(t)
	table := func(file string) (map[string]int, [][]string) {
		f, err := os.Open(filepath.Join(folder, "cbp-overlapping-releases", file))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		place := map[string]int{}
		for i, name := range rows[0] {
			place[name] = i
		}
		return place, rows[1:]
	}
	number := func(s string) int64 { n, _ := strconv.ParseInt(s, 10, 64); return n }
	for _, kind := range []string{"apprehensions", "inadmissibles"} {
		at, rows := table(kind + "_overlap_daily_comparison.csv")
		pairs := map[string]*Series{}
		for _, row := range rows {
			s := pairs[row[at["pair_id"]]]
			if s == nil {
				s = &Series{By: "day", Releases: make([]Release, 2)}
				pairs[row[at["pair_id"]]] = s
			}
			day := interval.Date(row[at["event_date"]])
			for i, column := range []string{"smaller_daily_count", "larger_daily_count"} {
				r := &s.Releases[i]
				r.Points = append(r.Points, Point{Period: interval.Period{From: day, To: day}, Count: number(row[at[column]])})
				r.Covers = cover(r.Covers, interval.Period{From: day, To: day})
			}
		}
		at, rows = table(kind + "_overlap_pair_summary.csv")
		if len(rows) == 0 || len(pairs) < len(rows) {
			t.Fatalf("%s: %d pairs, %d in the summary", kind, len(pairs), len(rows))
		}
		for _, row := range rows {
			overlaps := pairs[row[at["pair_id"]]].Overlaps()
			if len(overlaps) != 1 {
				t.Fatalf("%s pair %s: %d overlaps", kind, row[0], len(overlaps))
			}
			o := overlaps[0]
			got := fmt.Sprint(o.Compared, o.Equal, len(o.Differ), o.Before, o.After, o.Before-o.After, o.Largest)
			var want []any
			for _, column := range []string{"days_compared", "matching_days", "differing_days", "smaller_records_in_range", "larger_records_in_range", "total_count_difference", "maximum_absolute_daily_difference"} {
				want = append(want, number(row[at[column]]))
			}
			if got != fmt.Sprint(want...) {
				t.Errorf("%s pair %s: got %s, want %v", kind, row[0], got, want)
			}
		}
	}
}

// Numbers of the first hundred days: the department's, the agency's release and a
// tracker's are four answers to three questions; none is a share of another.
func TestFirstHundredDaysAreNotComparable(t *testing.T) {
	of := func(name, scope, counted string, n int64) Series {
		p := interval.Period{From: "2025-01-20", To: "2025-04-29"}
		return Series{Name: name, Counts: counted, Scope: scope, By: "month", Releases: []Release{{Date: "2025-06-01", Covers: p, Points: []Point{{Period: p, Count: n}}}}}
	}
	department, agency, tracker := of("department", "all of DHS", "arrests", 151000), of("agency", "ICE", "arrests", 66463), of("tracker", "ICE", "book-ins", 76212)
	for _, pair := range [][2]Series{{department, agency}, {agency, tracker}, {department, tracker}} {
		if _, err := Compare(pair[0], pair[1]); err == nil {
			t.Errorf("%s is set against %s", pair[0].Name, pair[1].Name)
		}
	}
}

// Removals of a fiscal year as three releases had them: each stays, none is
// overwritten, and what was known on a day is what had been released by then.
func TestWithdrawnNumbersStay(t *testing.T) {
	s := series(t, "month", Columns{Date: "m", Count: "n", Release: "released"}, "released,m,n\n2025-06-20,2024-09,109535\n2025-07-20,2024-09,282214\n2025-12-20,2024-09,271484\n")
	row := s.Revisions()[0]
	if len(row.Counts) != 3 || *row.First() != 109535 || *row.Last() != 271484 || *row.Counts[1] != 282214 {
		t.Errorf("got %+v", row)
	}
	if then := s.ReleasedBy("2025-08-01").Latest(); len(then) != 1 || then[0].Count != 282214 {
		t.Errorf("known on 1 August 2025: %+v", then)
	}
}

// A column of changes whose printed total is one off.
func TestPrintedTotalThatIsOff(t *testing.T) {
	r, err := readTable(t, "a-2022-06-01.xlsx", workbook(t, "\nS\nDischarges 2022\nOffice | Jan | Feb | Total\nNorth | 40 | 50 | 89\n"), Wide{Table: "Discharges*", Rows: []string{"unit"}})
	if err != nil || len(r.Mismatches) != 1 || r.Mismatches[0].Parts != 90 || r.Mismatches[0].Total != 89 || r.Mismatches[0].At != "D3" {
		t.Errorf("got %+v, %v", r.Mismatches, err)
	}
}
