package pages

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"muster/counts"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
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

// What is held stands on no published page and in no download; curators see it,
// marked.
func TestHeldCountsStandNowhere(t *testing.T) {
	state := fixture(t)
	series := &state.Series[0]
	for i := range series.Releases { // a small month, which the sums by region must not tell
		for j := range series.Releases[i].Points {
			if p := &series.Releases[i].Points[j]; p.From == "2025-02-01" {
				p.Count = map[string]int64{"north": 2, "south": 1}[p.Unit]
			}
		}
	}
	for _, published := range []bool{true, false} {
		s := newSite(&stubSource{state: state}, Options{Published: published, Compute: func(state *dossier.State) (*origins.Trace, []findings.Finding) {
			for _, m := range state.Series[0].Months() {
				if published && m.From == "2025-02-01" {
					t.Error("findings are made from a month that is held")
				}
			}
			return compute(state)
		}})
		v, err := s.view(t.Context(), -1)
		if err != nil {
			t.Fatal(err)
		}
		held := 0
		rows := countsTable(s, v).Rows
		for _, row := range rows {
			count, mark := row[10], row[12].(bool)
			if mark {
				held++
			}
			if mark && (count == nil) != published || !mark && count == nil {
				t.Errorf("published %v: %v", published, row)
			}
		}
		if held != len(rows) {
			t.Errorf("%d of %d counts are held; expected all: of two regions one alone would follow from the sum", held, len(rows))
		}
		c := s.charts(v)[0]
		for i, b := range c.Bars {
			if b.Held != (i == 1) || b.Hidden != (published && i == 1) {
				t.Errorf("published %v: bar %d is held %v, hidden %v", published, i, b.Held, b.Hidden)
			}
		}
		for i, row := range c.Revisions {
			for _, l := range row.Cells {
				if l != nil && l.Hidden != (published && i == 1) {
					t.Errorf("published %v: row %d of the revisions is hidden %v", published, i, l.Hidden)
				}
			}
		}
	}
}

func TestLevels(t *testing.T) {
	list := levels(inspections(), counts.Cover{}, true)
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
	if list := levels(weekly, weekly.Cover(20), true); len(list) != 1 || list[0].Count != 14 || !list[0].Hidden {
		t.Errorf("weeks: %+v", list)
	}
}
