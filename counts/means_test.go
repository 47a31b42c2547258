package counts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"muster/interval"
)

func parsed(t *testing.T, s string) interval.Number {
	t.Helper()
	n, err := interval.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func ends(i interval.Interval) string {
	return "[" + i.Min.Value.String() + ", " + i.Max.Value.String() + "]"
}

func TestMeansOfATable(t *testing.T) {
	sheet := `
S
Average Stay by Office: FY2025
Office | Oct | Nov | Dec | Overall
North | 44.25 | 51 | 0 | 47.1
South | 12.5 | b(6), b(7)c | 0 | 12.5
Average | 30.75 | #DIV/0! | 0 | 31`
	r, err := readTable(t, "stays-2024-12-10.xlsx", workbook(t, sheet), Wide{Table: "Average Stay*", Rows: []string{"unit"}, Total: "Average", Means: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range r.Means {
		got = append(got, string(m.From)[:7]+" "+m.Unit+" "+m.Value.String()+" "+ends(m.Range))
	}
	// Two decimals are the most that a cell has; December had not ended.
	want := "2024-10  30.75 [30.745, 30.755]; 2024-10 North 44.25 [44.245, 44.255]; 2024-10 South 12.5 [12.495, 12.505]; 2024-11 North 51 [50.995, 51.005]"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if len(r.Points) > 0 || len(r.Totals) > 0 || len(r.Mismatches) > 0 || r.Rows != r.Counted+len(r.SetAside) || len(r.SetAside) != 5 || r.Provisional != "2024-12-03" && r.Provisional != "" {
		t.Errorf("points %v, mismatches %v, set aside %v, %d rows, provisional %s", r.Points, r.Mismatches, r.SetAside, r.Rows, r.Provisional)
	}
	if _, err := readTable(t, "stays-2024-12-10.xlsx", workbook(t, sheet), Wide{Table: "Average Stay*", Rows: []string{"unit"}, Total: "Average"}); err == nil || !strings.Contains(err.Error(), `measure = "mean"`) {
		t.Errorf("means are read as counts, or the mend is not told: %v", err)
	}
}

func TestMeansOfRows(t *testing.T) {
	file := "released,month,office,detained\n2025-03-01,2025-01,North,\"1,204.5\"\n2025-03-01,2025-02,North,1310.0\n2025-03-01,2025-02,,80.25\n2025-04-01,2025-02,North,1311.25\n2025-03-01,2025-07,North,5\n2025-03-01,2025-01,South,many\n"
	releases, err := Reader{Columns: Columns{Date: "month", Unit: "office", Count: "detained", Release: "released"}, By: "month"}.ReadMeans(t.Context(), "adp.csv", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(releases) != 2 || len(releases[0].Means) != 3 || len(releases[0].SetAside) != 2 || releases[0].Rows != 5 {
		t.Fatalf("got %+v", releases)
	}
	s := Series{Name: "held", Counts: "average daily population", Measure: OnAverage, By: "month", Releases: releases}
	latest := s.LatestMeans()
	if len(latest) != 3 || !latest[1].Value.Equal(parsed(t, "1311.25")) || latest[1].Release != 1 || latest[2].Unit != Unknown {
		t.Errorf("latest are %+v", latest)
	}
	if got := ends(latest[0].Range); got != "[1204.495, 1204.505]" {
		t.Errorf("the range of 1,204.5 beside 80.25 is %s", got)
	}
	rows := s.MeanRevisions()
	if len(rows) != 3 || rows[0].Means[1] != nil || rows[1].Unit != "North" || !rows[1].Means[0].Value.Equal(parsed(t, "1310")) || !rows[1].Means[1].Value.Equal(parsed(t, "1311.25")) || !rows[1].Provisional[0] || rows[1].Provisional[1] {
		t.Errorf("revisions are %+v", rows)
	}
	// By construction nothing adds them up, and nothing is set against them.
	if len(s.Months()) > 0 || len(s.Levels()) > 0 {
		t.Error("means are counted")
	}
	if _, err := s.AverageOver(interval.Period{From: "2025-01-01", To: "2025-02-28"}); err == nil || !strings.Contains(err.Error(), "a mean that the file tells") {
		t.Errorf("a mean of means: %v", err)
	}
	if _, err := s.Attain(Goal{Amount: interval.Int(1000)}); err == nil || !strings.Contains(err.Error(), "a mean that the file tells") {
		t.Errorf("means against a goal: %v", err)
	}
	if _, err := Compare(s, s); err == nil || !strings.Contains(err.Error(), "set against nothing") {
		t.Errorf("means against means: %v", err)
	}
	twice := "month,office,detained\n2025-01,North,3.5\n2025-01,North,4.5\n"
	if _, err := (Reader{Columns: Columns{Date: "month", Unit: "office", Count: "detained"}, By: "month"}).ReadMeans(t.Context(), "adp.csv", strings.NewReader(twice)); err == nil || !strings.Contains(err.Error(), "means do not add up") {
		t.Errorf("two means of one month: %v", err)
	}
}

// The lengths of stay of the real releases, where they are at hand.
func TestMeansOfRealReleases(t *testing.T) {
	const file = "FY25_detentionStats09242025.xlsx"
	data, err := os.ReadFile(filepath.Join(referenceFolder(t), "ice-detention-statistics", file))
	if err != nil {
		t.Fatal(err)
	}
	r, err := readTable(t, file, data, Wide{Sheet: "Detention FY*", Table: "ICE Average Length of Stay by Facility*", Means: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Means {
		if m.From == "2025-06-01" && m.Class == "" {
			if m.Value.Grouped(2) != "45.51" || !m.Range.Contains(m.Value) {
				t.Errorf("stays of June 2025 are %s in %s, want 45.51", m.Value, m.Range)
			}
			return
		}
	}
	t.Errorf("no mean of June 2025: %+v", r.Means)
}
