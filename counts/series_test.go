package counts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/interval"
)

// series reads one file as a series.
func series(t *testing.T, by string, columns Columns, data string) Series {
	t.Helper()
	releases, err := Read(t.Context(), "a.csv", strings.NewReader(data), columns, by)
	if err != nil {
		t.Fatal(err)
	}
	return Series{By: by, Releases: releases}
}

func month(first interval.Date) interval.Period { return monthOf(first) }

const released = "released,month,office,n\n" +
	"2025-07-03,2025-05,North,310\n2025-07-03,2025-06,North,120\n2025-07-03,2025-05,South,5\n" +
	"2025-08-12,2025-06,North,180\n2025-08-12,2025-06,,20\n2025-08-12,2025-07,North,62\n2025-08-12,2025-07,South,0\n2025-08-12,2025-08,North,9\n"

func TestLatestTakesEachPeriodFromItsNewestRelease(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n", Release: "released"}, released)
	var got []string
	for _, p := range s.Latest() {
		got = append(got, fmt.Sprintf("%s %s %d", p.From, p.Unit, p.Count))
	}
	want := []string{"2025-05-01 North 310", "2025-05-01 South 5", "2025-06-01 North 180", "2025-06-01 unknown 20", "2025-07-01 North 62", "2025-07-01 South 0", "2025-08-01 North 9"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestANewerReleaseThatCountsNothingOverrulesAnOlder(t *testing.T) {
	s := series(t, "day", Columns{Date: "day", Release: "released"},
		"released,day\n2025-06-10,2025-06-01\n2025-06-10,2025-06-02\n2025-06-10,2025-06-03\n2025-06-20,2025-06-01\n2025-06-20,2025-06-03\n")
	for _, p := range s.Latest() {
		if p.From == "2025-06-02" {
			t.Errorf("the day that the newer release counts nothing on is still counted: %v", p)
		}
	}
	if got := s.Months()[0].Count; got != 2 {
		t.Errorf("month holds %d, want 2", got)
	}
}

func TestMonths(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n", Release: "released"}, released)
	var got []string
	for _, m := range s.Months() {
		got = append(got, fmt.Sprintf("%s %d in %d days = %s complete %v release %d", m.From, m.Count, m.Days, m.PerDay.Grouped(2), m.Complete, m.Release))
	}
	want := []string{
		"2025-05-01 315 in 31 days = 10.16 complete true release 0",
		"2025-06-01 200 in 30 days = 6.67 complete true release 1",
		"2025-07-01 62 in 31 days = 2 complete true release 1",
		"2025-08-01 9 in 31 days = 0.29 complete false release 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	shares := s.Against(interval.Int(20))
	if len(shares) != 3 || !shares[1].Share.Equal(interval.Frac(1, 3)) {
		t.Errorf("shares %v, want three with June at exactly one third", shares)
	}
	if got := s.Against(interval.Int(0)); got != nil {
		t.Errorf("a target of 0 gives %v", got)
	}
}

func TestAMonthCoveredInPartIsNotComplete(t *testing.T) {
	var data strings.Builder
	data.WriteString("day\n")
	for day := interval.Date("2025-01-20"); day <= "2025-03-15"; day = day.AddDays(1) {
		data.WriteString(string(day) + "\n")
	}
	for _, by := range []string{"day", "month"} {
		s := series(t, by, Columns{Date: "day"}, data.String())
		var got []string
		for _, m := range s.Months() {
			got = append(got, fmt.Sprintf("%s %d %v", m.From, m.Count, m.Complete))
		}
		if diff := cmp.Diff([]string{"2025-01-01 12 false", "2025-02-01 28 true", "2025-03-01 15 false"}, got); diff != "" {
			t.Errorf("by %s (-want +got)\n%s", by, diff)
		}
	}
	if got := series(t, "week", Columns{Date: "day"}, data.String()).Months(); got != nil {
		t.Errorf("weeks were added up to months: %v", got)
	}
}

func TestRevisions(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n", Release: "released"}, released)
	var got []string
	for _, r := range s.Revisions() {
		line := string(r.From)
		for i, c := range r.Counts {
			if c == nil {
				line += " -"
			} else {
				line += fmt.Sprintf(" %d/%v", *c, r.Provisional[i])
			}
		}
		got = append(got, line+fmt.Sprintf(" from %d to %d", *r.First(), *r.Last()))
	}
	want := []string{
		"2025-05-01 315/false - from 315 to 315",
		"2025-06-01 120/true 200/false from 120 to 200",
		"2025-07-01 - 62/false from 62 to 62",
		"2025-08-01 - 9/true from 9 to 9",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRank(t *testing.T) {
	var data strings.Builder
	data.WriteString("month,office,n\n2025-06,HQ,1\n2025-06,,2\n2025-05,Closed,9\n")
	for i := range 24 {
		fmt.Fprintf(&data, "2025-06,Office %c,%d\n", 'A'+i, []int{50, 40, 40, 60}[min(i, 3)]+i/4*100)
	}
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n"}, data.String())
	r := s.Rank(month("2025-06-01"), []string{"HQ"}, 10)
	if len(r.Units) != 25 || !r.Exact.Equal(interval.Frac(5, 2)) || r.Floor != 2 || r.Ceil != 3 {
		t.Fatalf("%d units, exact %s, floor %d, ceil %d; want 25, 2.5, 2, 3", len(r.Units), r.Exact, r.Floor, r.Ceil)
	}
	want := []Ranked{{"Closed", 0, 1, true, true}, {"Office B", 40, 2, true, true}, {"Office C", 40, 2, true, true}, {"Office A", 50, 4, false, false}}
	if diff := cmp.Diff(want, r.Units[:4]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if floor, ceil := r.Lowest(); floor != 3 || ceil != 3 {
		t.Errorf("a tie at the edge: %d and %d units, want 3 and 3", floor, ceil)
	}
	if diff := cmp.Diff([]Ranked{{Unit: "HQ", Count: 1}, {Unit: Unknown, Count: 2}}, r.Aside); diff != "" {
		t.Errorf("aside (-want +got)\n%s", diff)
	}
}

func TestRankLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r Release
		var total int64
		for i := range rapid.IntRange(0, 40).Draw(t, "units") {
			p := Point{Period: month("2025-06-01"), Unit: fmt.Sprintf("u%d", i), Count: rapid.Int64Range(0, 5).Draw(t, "count")}
			total += p.Count
			r.Points = append(r.Points, p)
		}
		percent := rapid.Int64Range(0, 100).Draw(t, "percent")
		got := Series{By: "month", Releases: []Release{r}}.Rank(month("2025-06-01"), []string{"u3"}, percent)
		var sum int64
		for _, u := range append(got.Units, got.Aside...) {
			sum += u.Count
		}
		if sum != total || got.Total != total {
			t.Fatalf("units add up to %d, total %d, want %d", sum, got.Total, total)
		}
		floor, ceil := got.Lowest()
		if floor < got.Floor || ceil < got.Ceil || got.Ceil-got.Floor > 1 {
			t.Fatalf("lowest %d and %d of %d and %d", floor, ceil, got.Floor, got.Ceil)
		}
		for i := 1; i < len(got.Units); i++ {
			if a, b := got.Units[i-1], got.Units[i]; a.Count > b.Count || b.Floor && !a.Floor || b.Ceil && !a.Ceil {
				t.Fatalf("%v stands before %v", a, b)
			}
		}
	})
}

// TestReference reads published figures where they are at hand: monthly initial
// book-ins by ICE over its releases, and the daily averages that follow.
func TestReference(t *testing.T) {
	folder := referenceFolder(t)
	file := filepath.Join(folder, "reference", "ice_initial_bookins_revision_triangle.csv")
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	releases, err := Read(t.Context(), file, f, Columns{Date: "month", Class: "arresting_agency", Count: "initial_book_ins", Release: "release_date"}, "month")
	if err != nil {
		t.Fatal(err)
	}
	all := Series{By: "month", Releases: releases}
	if len(releases) != 13 {
		t.Errorf("%d releases, want 13", len(releases))
	}
	for _, r := range releases {
		sums := map[interval.Date]map[string]int64{}
		for _, p := range r.Points {
			if sums[p.From] == nil {
				sums[p.From] = map[string]int64{}
			}
			sums[p.From][p.Class] = p.Count
		}
		for from, s := range sums {
			if s["ICE"]+s["CBP"] != s["Total"] {
				t.Errorf("release %s, %s: %d + %d is not %d", r.Date, from, s["ICE"], s["CBP"], s["Total"])
			}
		}
		if len(r.SetAside) > 0 {
			t.Errorf("release %s sets %d rows aside", r.Date, len(r.SetAside))
		}
	}
	s := all.Select(func(p Point) bool { return p.Class == "ICE" })
	want := map[interval.Date]string{"2025-01-01": "379", "2025-02-01": "621", "2025-03-01": "617", "2025-04-01": "607", "2025-05-01": "763", "2025-06-01": "1,053",
		"2025-07-01": "886", "2025-08-01": "913", "2025-10-01": "1,181", "2025-11-01": "1,149", "2025-12-01": "1,220", "2026-01-01": "1,164", "2026-02-01": "1,025", "2026-03-01": "955"}
	limit := interval.Frac(41, 100)
	for _, share := range s.Against(interval.Int(3000)) {
		if share.Share.Cmp(limit) > 0 {
			t.Errorf("%s: share %s of the target, want at most %s", share.From, share.Share, limit)
		}
		if average, ok := want[share.From]; ok {
			if got := share.PerDay.Grouped(0); got != average {
				t.Errorf("%s: %s a day, want %s", share.From, got, average)
			}
			delete(want, share.From)
		}
	}
	if len(want) > 0 {
		t.Errorf("months not complete: %v", want)
	}
	for _, r := range s.Revisions() {
		if r.From == "2025-06-01" && (*r.First() != 30328 || *r.Last() != 31590 || !r.Provisional[0] || r.Provisional[1]) {
			t.Errorf("June 2025: %d to %d, provisional %v", *r.First(), *r.Last(), r.Provisional)
		}
	}
}

// referenceFolder returns the folder of real record files, which are not part
// of this project; without it the test is skipped.
func referenceFolder(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("MUSTER_DATA")
	if folder == "" {
		t.Skip("MUSTER_DATA does not name the folder of reference data")
	}
	return folder
}
