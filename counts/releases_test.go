package counts

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/interval"
)

func TestReleasedBy(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n", Release: "released"}, released)
	for day, want := range map[interval.Date]int{"2025-07-02": 0, "2025-07-03": 1, "2025-08-11": 1, "2025-08-12": 2} {
		if got := len(s.ReleasedBy(day).Releases); got != want {
			t.Errorf("by %s %d releases, want %d", day, got, want)
		}
	}
	if got := s.ReleasedBy("2025-07-31").Months()[1]; got.Count != 120 || got.Complete {
		t.Errorf("June as known in July: %d, complete %v; want 120, not complete", got.Count, got.Complete)
	}
	undated := series(t, "day", Columns{Date: "d"}, "d\n2025-06-01\n2025-06-04\n")
	if len(undated.ReleasedBy("2025-06-04").Releases) != 0 || len(undated.ReleasedBy("2025-06-05").Releases) != 1 {
		t.Error("a release without a date is not known on the day after its last")
	}
}

func TestSplices(t *testing.T) {
	s := series(t, "day", Columns{Date: "day", Count: "n", Release: "released"},
		"released,day,n\n2025-06-10,2025-06-01,5\n2025-06-10,2025-06-02,5\n2025-06-20,2025-06-02,6\n2025-06-20,2025-06-03,6\n2025-07-20,2025-06-04,7\n2025-07-20,2025-06-05,7\n")
	want := []Splice{{"2025-06-02", 0, 1, true}, {"2025-06-04", 1, 2, false}}
	if diff := cmp.Diff(want, s.Splices()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTwins(t *testing.T) {
	point := []Point{{Period: month("2025-06-01"), Count: 5}}
	s := Series{Releases: []Release{
		{File: "a.csv", SHA256: "1", Points: point}, {File: "b.csv", SHA256: "2", Points: point},
		{File: "c.csv", SHA256: "2", Points: point}, {File: "d.csv", SHA256: "3", Points: []Point{{Period: month("2025-06-01"), Count: 6}}},
	}}
	if diff := cmp.Diff([]Twin{{1, 0, false}, {2, 1, true}}, s.Twins()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestOverlaps(t *testing.T) {
	s := series(t, "day", Columns{Date: "day", Count: "n", Release: "released"},
		"released,day,n\n2025-07-10,2025-06-01,5\n2025-07-10,2025-06-02,5\n2025-07-10,2025-06-04,9\n2025-07-20,2025-06-02,6\n2025-07-20,2025-06-03,2\n2025-07-20,2025-06-04,9\n2025-07-20,2025-06-05,9\n")
	got := s.Overlaps()
	if len(got) != 1 {
		t.Fatalf("%d overlaps, want 1", len(got))
	}
	o := got[0]
	if o.Compared != 3 || o.Equal != 1 || o.Before != 14 || o.After != 17 || o.Largest != 2 || len(o.Differ) != 2 {
		t.Errorf("got %+v; want 3 days compared, 1 equal, 14 against 17, at most 2 apart", o)
	}
}

func TestCompletenesses(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Count: "n", Release: "released"},
		"released,month,n\n2025-07-03,2025-06,120\n2025-08-12,2025-06,180\n2025-09-12,2025-06,160\n")
	got := s.Completenesses()
	if len(got) != 1 || got[0].DaysAfter != 3 || !got[0].Short.Equal(interval.Frac(1, 4)) {
		t.Errorf("got %+v, want the first release 3 days after and a quarter short", got)
	}
}

func daily(from interval.Date, days int, each int64) string {
	var b strings.Builder
	b.WriteString("d,n\n")
	for i := range days {
		fmt.Fprintf(&b, "%s,%d\n", from.AddDays(i), each)
	}
	return b.String()
}

func TestAverageOver(t *testing.T) {
	s := series(t, "day", Columns{Date: "d", Count: "n"}, daily("2025-06-01", 30, 10))
	a, err := s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-30"})
	if err != nil {
		t.Fatal(err)
	}
	// The two last days are provisional: left out of the sum and of the days.
	if a.Days != 28 || a.Count != 280 || !a.PerDay.Equal(interval.Int(10)) || len(a.Left) != 2 || a.To != "2025-06-28" {
		t.Errorf("got %+v, want 280 in 28 days to 28 June", a)
	}
	for name, p := range map[string]interval.Period{
		"not covered":       {From: "2025-05-30", To: "2025-06-10"},
		"no complete count": {From: "2025-07-01", To: "2025-07-10"},
	} {
		if _, err := s.AverageOver(p); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v: got %v, want %q", p, err, name)
		}
	}
	s.Kind = "population"
	if _, err := s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-10"}); err == nil {
		t.Error("a population was added up over days")
	}
	months := series(t, "month", Columns{Date: "m", Count: "n"}, "m,n\n2025-05,31\n2025-06,60\n2025-07,31\n")
	if _, err := months.AverageOver(interval.Period{From: "2025-05-20", To: "2025-06-30"}); err == nil || !strings.Contains(err.Error(), "over the edge") {
		t.Errorf("a month was cut in two: %v", err)
	}
}

func TestSettling(t *testing.T) {
	s := series(t, "day", Columns{Date: "d", Count: "n"}, daily("2025-06-01", 30, 10))
	week := s.Settling(7)
	if s.Releases[0].Provisional != "2025-06-29" || week.Releases[0].Provisional != "2025-06-24" || s.Settling(0).Releases[0].Provisional != "" {
		t.Errorf("got %s, after a week %s, after none %s", s.Releases[0].Provisional, week.Releases[0].Provisional, s.Settling(0).Releases[0].Provisional)
	}
}

func TestMergedCellsAreRefused(t *testing.T) {
	merged := workbook(t, "\nList merge B2:B4\ndate | office\n2025-06-01 | North\n2025-06-02\n2025-06-03\n2025-06-04 | South\n")
	_, err := Read(t.Context(), "a.xlsx", bytes.NewReader(merged), Columns{Date: "date", Unit: "office"}, "")
	if err == nil || !strings.Contains(err.Error(), `sheet "List": expected a cell for each row, found B2 to B4 merged into one`) {
		t.Errorf("got %v", err)
	}
	title := workbook(t, "\nList merge A1:B1\nOffices\ndate | office\n2025-06-01 | \n2025-06-02\n")
	if _, err := Read(t.Context(), "a.xlsx", bytes.NewReader(title), Columns{Date: "date", Unit: "office"}, ""); err != nil {
		t.Errorf("a title over two columns: %v", err)
	}
}
