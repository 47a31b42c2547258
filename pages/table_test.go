package pages

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/counts"
	"muster/interval"
)

func TestCSVHoldsNoFormula(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1-2": "'+1-2", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)", " =1": "' =1", "\t=1": "'\t=1", "\rx": "'\rx",
		"-5": "-5", "-0.5": "-0.5", "5,000": "5,000", "": "", "plain": "plain", "a=b": "a=b",
	} {
		b, err := table{Header: []string{"cell"}, Rows: [][]any{{text, "end"}}}.csv()
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "cell\n"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if strings.ReplaceAll(rows[0][0], "\r", "") != strings.ReplaceAll(want, "\r", "") {
			t.Errorf("%q became %q, want %q", text, rows[0][0], want)
		}
	}
}

func TestCSVFromAPage(t *testing.T) {
	state := fixture(t)
	state.Documents[0].Publisher = "=HYPERLINK(\"https://evil.example\")"
	state.Documents[0].Title = "@import"
	app := New(&stubSource{state: state}, Options{Compute: compute})
	for _, d := range downloads() {
		_, body := get(t, app, "/"+d.Name+".csv")
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
					t.Errorf("%s.csv: a cell starts a formula: %q", d.Name, cell)
				}
			}
		}
		_, body = get(t, app, "/"+d.Name+".json")
		var objects []map[string]any
		if err := json.Unmarshal([]byte(body), &objects); err != nil || len(objects) != len(rows)-1 {
			t.Errorf("%s.json: %d objects for %d rows: %v", d.Name, len(objects), len(rows)-1, err)
		}
	}
}

// No count that is hidden can be worked out from those shown and the total.
func TestSmallCellsStayHidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		smallest := rapid.IntRange(1, 10).Draw(t, "smallest")
		levels := rapid.SliceOfN(rapid.Int64Range(0, 20), 2, 8).Draw(t, "levels")
		release := counts.Release{}
		for _, level := range levels {
			release.Points = append(release.Points, counts.Point{Period: interval.Period{From: "2025-01-01", To: "2025-01-31"}, Count: level})
		}
		hidden, others := 0, 0
		for i, c := range cells(release, smallest) {
			if c.Hidden {
				hidden++
			} else if levels[i] > 0 && levels[i] < int64(smallest) {
				t.Fatalf("a count of %d shows although the smallest is %d", levels[i], smallest)
			} else if levels[i] > 0 {
				others++
			}
		}
		if hidden == 1 && others > 0 {
			t.Fatalf("one count alone is hidden: the total gives it away (%v, smallest %d)", levels, smallest)
		}
	})
}

func TestLevels(t *testing.T) {
	list := levels(inspections(), 0)
	if len(list) != 6 || list[4].Count != 3699 || list[4].Incomplete || !list[5].Incomplete {
		t.Errorf("months: %+v", list)
	}
	if got := average(list[4], "day").Grouped(1); got != "119.3" {
		t.Errorf("average a day %s, want 119.3", got)
	}
	if got := average(list[4], "month").Grouped(1); got != "3,699" {
		t.Errorf("count of the month %s, want 3,699", got)
	}
	week := interval.Period{From: "2025-01-06", To: "2025-01-12"}
	weekly := counts.Series{By: "week", Releases: []counts.Release{{Points: []counts.Point{{Period: week, Unit: "a", Count: 9}, {Period: week, Unit: "b", Count: 5}}}}}
	if list := levels(weekly, 20); len(list) != 1 || list[0].Count != 14 || !list[0].Hidden {
		t.Errorf("weeks: %+v", list)
	}
}
