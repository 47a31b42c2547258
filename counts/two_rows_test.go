package counts

import (
	"bytes"
	"strings"
	"testing"

	"muster/counts/table"
)

func TestHeaderOverTwoRows(t *testing.T) {
	for name, test := range map[string]struct {
		file    string
		columns Columns
		units   string // with their counts
		problem string
	}{
		"both names": {"Report of the depots,,,\nDepot,Visit,,Officer\n,Date,Kind,Kind\nNorth,2025-06-01,walk,old\nSouth,2025-06-02,ride,new\n",
			Columns{Date: "Visit Date", Unit: "Depot", Class: "Visit Kind"}, "North walk 1, South ride 1", ""},
		"lower name, where it is the only one":             {"Depot,Visit,\n,Date,Kind\nNorth,2025-06-01,walk\n", Columns{Date: "Date", Unit: "Depot"}, "North  1", ""},
		"lower name that two columns have":                 {"Depot,Visit,,Officer\n,Date,Kind,Kind\nNorth,2025-06-01,walk,old\n", Columns{Date: "Date", Class: "Kind", Unit: "Depot"}, "", `"Kind"`},
		"an upper name does not go on beyond a name alone": {"Depot,,Visit\n,Day,Kind\nNorth,2025-06-01,walk\n", Columns{Date: "Day", Unit: "Depot"}, "North  1", ""},
		"one row is one row":                               {"Date,Depot\n2025-06-01,North\n", Columns{Date: "Date", Unit: "Depot"}, "North  1", ""},
		"another name of both":                             {"Place,Visit,\n,Date,Kind\nNorth,2025-06-01,walk\n", Columns{Date: "Visit Date", Unit: "Depot", Renamed: map[string][]string{"Depot": {"Place"}}}, "North  1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			releases, err := Read(t.Context(), "visits.csv", strings.NewReader(test.file), test.columns, "day")
			if test.problem != "" {
				if err == nil || !strings.Contains(err.Error(), test.problem) {
					t.Errorf("expected %q in: %v", test.problem, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range releases[0].Points {
				got = append(got, strings.Join([]string{p.Unit, p.Class, string(rune('0' + p.Count))}, " "))
			}
			if s := strings.Join(got, ", "); s != test.units || len(releases[0].SetAside) > 0 {
				t.Errorf("got %q, set aside %v, want %q", s, releases[0].SetAside, test.units)
			}
		})
	}
}

// TestListWithAHeaderOverTwoRows: lists of institutions find their header as
// series do.
func TestListWithAHeaderOverTwoRows(t *testing.T) {
	columns := RollColumns{Institution: "Brigade", Place: "Seat Region", Class: "Model", Renamed: map[string][]string{"Seat Region": {"Home Region"}}}
	for name, file := range map[string]string{
		"two rows":          "Lists of July\nBrigade,Seat,,Terms\n,Region,Town,Model\nLake,East,Aa,A\nHill,West,Bb,B\n",
		"two, renamed":      "Brigade,Home,,Terms\nName,Region,Town,Model\nLake,East,Aa,A\nHill,West,Bb,B\n",
		"one row":           "Seat Region;Brigade;Model\nEast;Lake;A\nWest;Hill;B\n",
		"rows without name": "Brigade,Seat,Terms\n,Region,Model\nLake,East,A\n,West,B\nb(6),West,B\nHill,West,B\n",
	} {
		if strings.Contains(file, "Name") {
			columns.Institution = "Brigade Name"
		} else {
			columns.Institution = "Brigade"
		}
		r, err := ReadRoll(t.Context(), "a-2025-07-01.csv", strings.NewReader(file), int64(len(file)), columns)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := ""
		for _, m := range r.Members {
			got += m.Place + " " + m.Institution + " " + m.Class + ","
		}
		aside := ""
		for _, a := range r.SetAside {
			aside += a.Reason + ","
		}
		if want := map[string]string{"rows without name": "no institution,redacted institution,"}[name]; got != "East Lake A,West Hill B," || aside != want {
			t.Errorf("%s: got %s, set aside %s", name, got, aside)
		}
	}
}

func TestPlanOfAHeaderOverTwoRows(t *testing.T) {
	data := []byte("Apprehension,,TOA Current Duty AOR\nDate,Method,\n2025-06-01,Located,Miami Area of Responsibility\n2025-06-02,Located,Boston Area of Responsibility\n")
	book, err := table.Open("a.csv", bytes.NewReader(data), int64(len(data)), table.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Reader{By: "day"}.Plan(t.Context(), "a.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	sheet := plan.Sheets[0]
	if c := sheet.Proposed(); c.Date != "Apprehension Date" || c.Unit != "TOA Current Duty AOR" || sheet.Header != 2 || sheet.Would == nil {
		t.Errorf("proposed %+v, header in row %d, would %+v, problem %q", c, sheet.Header, sheet.Would, sheet.Problem)
	}
}

func TestMonthsBelowTheirYears(t *testing.T) {
	sheet := `
S merge A3:A4
Inspections by Office and Month

Office | FY2025 | | | FY2026 |
 | Aug | Sep | Total | Oct | Nov
North | 5 | 6 | 11 | 7 | 8
South | 1 | 2 | 3 | 4 | 9
Total | 6 | 8 | 15 | 11 | 17`
	r, err := readTable(t, "inspections-2025-12-10.xlsx", workbook(t, sheet), Wide{Table: "Inspections by Office*", Rows: []string{"unit"}})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, p := range r.Points {
		got += string(p.From)[:7] + " " + p.Unit + ", "
	}
	if len(r.Mismatches) != 1 || r.Mismatches[0].At != "D7" || r.Mismatches[0].Parts != 14 {
		t.Errorf("totals below their years: %v, want only the wrong one, in D7", r.Mismatches)
	}
	if want := "2025-08 North, 2025-08 South, 2025-09 North, 2025-09 South, 2025-10 North, 2025-10 South, 2025-11 North, 2025-11 South, "; got != want || len(r.SetAside) > 0 {
		t.Errorf("got %s\nwant %s\nset aside %v", got, want, r.SetAside)
	}
}
