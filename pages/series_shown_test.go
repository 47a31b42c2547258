package pages

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// Where no unit can be shown, that is said.
func TestUnitsHeldAreToldOf(t *testing.T) {
	series := offices()
	for i := range series.Releases {
		for j := range series.Releases[i].Points {
			series.Releases[i].Points[j].Count = 3
		}
	}
	for _, published := range []bool{true, false} {
		state := fixture(t)
		state.Series = append(state.Series, series)
		_, page := get(t, New(&stubSource{state: state}, Options{Compute: compute, Published: published}), "/series/office-visits/")
		if strings.Contains(page, "No month of a unit can be shown") != published || strings.Contains(page, "Rank over time") == published {
			t.Errorf("published %v: what is held is not told of, or shown", published)
		}
	}
}

// Days without units and months with units, of the same rows, are published
// beside each other; a month that one of them holds back is in neither.
func TestUnitsByTheMonthBesideDays(t *testing.T) {
	month := func(from interval.Date, unit string, n int64) counts.Point {
		to := map[interval.Date]interval.Date{"2025-01-01": "2025-01-31", "2025-02-01": "2025-02-28"}[from]
		return counts.Point{Period: interval.Period{From: from, To: to}, Unit: unit, Count: n}
	}
	day := func(d interval.Date, n int64) counts.Point {
		return counts.Point{Period: interval.Period{From: d, To: d}, Count: n}
	}
	covers := interval.Period{From: "2025-01-01", To: "2025-02-28"}
	days := counts.Series{Name: "days", By: "day", Releases: []counts.Release{{Date: "2025-03-10", Covers: covers,
		Points: []counts.Point{day("2025-01-10", 1), day("2025-01-11", 5), day("2025-02-10", 20), day("2025-02-11", 30)}}}}
	units := counts.Series{Name: "units", By: "month", Releases: []counts.Release{{Date: "2025-03-10", Covers: covers,
		Points: []counts.Point{month("2025-01-01", "North", 6), month("2025-02-01", "North", 27), month("2025-02-01", "South", 23)}}}}
	setting := dossier.SeriesSetting{Name: "days", Files: []string{"counts/a.csv"}, Date: "date", By: "day"}
	byUnit := setting
	byUnit.Name, byUnit.By, byUnit.Unit = "units", "month", "office"
	for _, together := range []bool{true, false} {
		state := fixture(t)
		state.Series = append(state.Series, days, units)
		if together {
			state.Settings.Series = append(state.Settings.Series, setting, byUnit)
		}
		h := New(&stubSource{state: state}, Options{Compute: compute, Published: true})
		_, table := get(t, h, "/series/units/units.csv")
		if !strings.Contains(table, "units,North,2025-02-01,2025-02-28,27,") || !strings.Contains(table, "units,South,2025-02-01,2025-02-28,23,") || strings.Contains(table, "units,North,2025-01-01,2025-01-31,6,") == together {
			t.Errorf("together %v: %s", together, table)
		}
		if _, table = get(t, h, "/series/units/months.csv"); strings.Contains(table, "2025-01-31,6,") == together {
			t.Errorf("together %v: %s", together, table)
		}
	}
}

func stays(kind counts.Kind) counts.Series {
	s := counts.Series{Name: "stays", Title: "Average stay", Counts: "days", Kind: kind, Measure: counts.OnAverage, By: "month", Source: "Fire Office"}
	r := counts.Release{Date: "2025-03-20", File: "counts/stays.csv", SHA256: "cd", Provisional: "2025-03-13", Covers: interval.Period{From: "2025-01-01", To: "2025-03-31"}}
	for i, from := range []interval.Date{"2025-01-01", "2025-02-01", "2025-03-01"} {
		for j, unit := range []string{"", "North", "South"} {
			value := interval.Frac(int64(100*i+45*j+61), 10)
			half := interval.Frac(1, 20)
			if i == 1 && j == 2 {
				value = interval.Frac(31, 10)
			}
			r.Means = append(r.Means, counts.Mean{Period: interval.Period{From: from, To: from.AddDays(27)}, Unit: unit, Value: value, Range: interval.Between(value.Sub(half), value.Add(half))})
		}
	}
	s.Releases = []counts.Release{r}
	return s
}

// Means are revised too. What is small in one release is held in all.
func TestRevisionsOfMeans(t *testing.T) {
	for _, published := range []bool{false, true} {
		series := stays("population")
		earlier := series.Releases[0]
		earlier.Date, earlier.Provisional, earlier.Means = "2025-02-02", "2025-01-26", slices.Clone(earlier.Means[:3])
		for i := range earlier.Means {
			earlier.Means[i].Value = earlier.Means[i].Value.Sub(interval.Frac(11, 2)) // from 6.1, 10.6 and 15.1
		}
		series.Releases = append([]counts.Release{earlier}, series.Releases...)
		state := fixture(t)
		state.Series = append(state.Series, series)
		h := New(&stubSource{state: state}, Options{Compute: compute, Published: published})
		_, page := get(t, h, "/series/stays/")
		_, body := get(t, h, "/series/stays/revisions.csv")
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || len(rows) != 13 || !strings.Contains(page, "from release to release") || !strings.Contains(page, "revisions.csv") || strings.Contains(page, "revisions.png") {
			t.Errorf("published %v: %v\n%s", published, err, body)
		}
		// January over all was 0.6 and is 6.1; of its units nothing may be published.
		for cell, want := range map[string]bool{"0.6": !published, "6.1": !published, "5.1": !published, "10.6": !published, "9.6": !published, "15.1": !published} {
			found := slices.ContainsFunc(rows, func(row []string) bool { return row[3] == "2025-01-01" && row[5] == cell })
			if found != want {
				t.Errorf("published %v: %s is there: %v", published, cell, found)
			}
		}
		if strings.Contains(page, ">10.6<") == published {
			t.Errorf("published %v: the page is otherwise than its file", published)
		}
	}
}

// Means have a page of their own, with their range, and are in no count.
func TestMeansAreShown(t *testing.T) {
	for _, test := range []struct {
		kind      counts.Kind
		published bool
		held      int
	}{{"population", false, 0}, {"population", true, 2}, {"duration", true, 0}} {
		state := fixture(t)
		state.Series = append(state.Series, stays(test.kind))
		h := New(&stubSource{state: state}, Options{Compute: compute, Published: test.published})
		_, page := get(t, h, "/series/stays/")
		for _, want := range []string{"nothing adds means up", "6.05 to 6.15", "over all", "means.png"} {
			if !strings.Contains(page, want) {
				t.Errorf("%+v: expected %q on the page", test, want)
			}
		}
		if got := strings.Count(page, ">held<"); got != test.held {
			t.Errorf("%+v: %d means are held", test, got)
		}
		_, body := get(t, h, "/series/stays/means.csv")
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || len(rows) != 10 || strings.Contains(body, "3.1,3.05,3.15") != (test.held == 0) {
			t.Errorf("%+v: %v\n%s", test, err, body)
		}
		if _, home := get(t, h, "/"); !strings.Contains(home, "series/stays/") {
			t.Error("the dossier page does not lead to the means")
		}
		if _, all := get(t, h, "/counts.csv"); strings.Contains(all, "stays") {
			t.Error("means are among the counts")
		}
	}
}
