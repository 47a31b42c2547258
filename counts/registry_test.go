package counts

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/interval"
)

func registry(t interface{ Fatal(...any) }, more ...Unit) *Registry {
	r, err := Units(more...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRegistry(t *testing.T) {
	r := registry(t)
	ranked := 0
	for _, u := range r.Units {
		if !u.Aside {
			ranked++
			if u.Code == "" {
				t.Errorf("%s has no code", u.Name)
			}
		}
	}
	if ranked != 25 || !slices.Equal(r.Aside(), []string{"HQ"}) {
		t.Errorf("%d units and aside %v, want 25 and HQ", ranked, r.Aside())
	}
	for spelling, want := range map[string]string{
		"St Paul Area of Responsibility": "St. Paul", "SAINT PAUL": "St. Paul", "spm": "St. Paul", "NYC": "New York City", "New York Field Office": "New York City",
		"HQ Area of Responsibility": "HQ", "Harlingen AOR": "Harlingen", "": Unknown, "null": Unknown, "b(6), b(7)c": Unknown, "Guam  Station": "Guam Station",
	} {
		if got := r.Name(spelling); got != want {
			t.Errorf("%q: got %q, want %q", spelling, got, want)
		}
	}
}

func TestRegistryErrors(t *testing.T) {
	for name, more := range map[string][]Unit{
		"one unit": {{Name: "Guam", Aliases: []string{"Boston"}}},
		"no unit":  {{Name: "Guam", Was: []PartOf{{Unit: "Honolulu"}}}},
		"a name":   {{Code: "GUM"}},
		"to end":   {{Name: "Guam", From: "2025-02-01", To: "2025-01-01"}},
	} {
		if _, err := Units(more...); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want %q", err, name)
		}
	}
}

func withUnits(counts map[string]int64) Series {
	var r Release
	for unit, n := range counts {
		r.Points = append(r.Points, Point{Period: month("2025-06-01"), Unit: unit, Count: n})
	}
	slices.SortFunc(r.Points, comparePoints)
	return Series{By: "month", Releases: []Release{r}}
}

func unitCounts(s Series) string {
	var out []string
	for _, p := range s.Latest() {
		out = append(out, fmt.Sprintf("%s %d", p.Unit, p.Count))
	}
	return strings.Join(out, ", ")
}

func TestFolding(t *testing.T) {
	s := withUnits(map[string]int64{"Harlingen": 7, "Houston": 5, "San Antonio": 100, Unknown: 3, "Laredo": 2})
	r := registry(t, Unit{Name: "Laredo", From: "2024-03-01", Was: []PartOf{{Unit: "Harlingen", To: "2024-02-29"}}})
	folded, folds := r.FoldOver(s, interval.Period{From: "2024-01-01", To: "2025-06-30"})
	if got := unitCounts(folded); got != "Houston 5, San Antonio 109, unknown 3" {
		t.Errorf("over both years: %s", got)
	}
	if len(folds) != 2 || folds[1].Reason != "part of it until 2024-02-29" {
		t.Errorf("folds %v", folds)
	}
	if folded, _ = r.FoldOver(s, interval.Period{From: "2025-01-01", To: "2025-06-30"}); unitCounts(folded) != "Houston 5, Laredo 2, San Antonio 107, unknown 3" {
		t.Errorf("over the last year: %s", unitCounts(folded))
	}
	grouped, folds, err := r.Group(s, "over-terms")
	if err != nil || unitCounts(grouped) != "Laredo 2, San Antonio 112, unknown 3" || len(folds) != 2 || !strings.Contains(folds[0].Reason, "East") {
		t.Errorf("over terms: %s, %v, %v", unitCounts(grouped), folds, err)
	}
	if _, _, err := r.Group(s, "by moon"); err == nil || !strings.Contains(err.Error(), "over-terms") {
		t.Errorf("got %v", err)
	}
}

func TestStood(t *testing.T) {
	u := Unit{From: "2024-03-01", To: "2025-12-31"}
	for p, want := range map[interval.Period]bool{
		{From: "2024-03-01", To: "2025-12-31"}: true, {From: "2024-02-01", To: "2024-05-01"}: false, {From: "2025-12-01", To: "2026-01-31"}: false,
	} {
		if u.Stood(p) != want {
			t.Errorf("%v: want %v", p, want)
		}
	}
}

// TestFoldingLosesNothing: units and unknown add up to the same total, folded
// or classed or not.
func TestFoldingLosesNothing(t *testing.T) {
	r := registry(t)
	ddp, err := BuiltInMap("ddp-2026")
	if err != nil {
		t.Fatal(err)
	}
	names := append(r.Aside(), Unknown, "Nowhere", "Harlingen", "Houston", "San Antonio", "Boston")
	rapid.Check(t, func(t *rapid.T) {
		units := map[string]int64{}
		var total int64
		for _, name := range names {
			units[name] = rapid.Int64Range(0, 9).Draw(t, name)
			total += units[name]
		}
		s := withUnits(units)
		for i := range s.Releases[0].Points {
			s.Releases[0].Points[i].Class = rapid.SampledFrom([]string{"", Unknown, "Located", "Boat Patrol"}).Draw(t, "class")
		}
		folded, _ := r.FoldOver(s, interval.Period{From: "2010-01-01", To: "2025-06-30"})
		grouped, _, _ := r.Group(folded, "over-terms")
		classed, _ := ddp.Apply(grouped)
		var sum int64
		for _, p := range classed.Latest() {
			sum += p.Count
		}
		if sum != total {
			t.Fatalf("adds up to %d, want %d", sum, total)
		}
		if diff := cmp.Diff(units[Unknown], classed.Select(func(p Point) bool { return p.Unit == Unknown }).total()); diff != "" {
			t.Fatalf("unknown: %s", diff)
		}
	})
}

func (s Series) total() int64 {
	var sum int64
	for _, p := range s.Latest() {
		sum += p.Count
	}
	return sum
}

// TestOfficesOfThePublicList: every office of the public list of areas, where it
// is at hand, is a unit of the registry under one spelling or another.
func TestOfficesOfThePublicList(t *testing.T) {
	folder := referenceFolder(t)
	f, err := os.Open(filepath.Join(folder, "ice-areas", "ice-areas-of-responsibility.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list := csv.NewReader(f)
	list.TrimLeadingSpace = true
	rows, err := list.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r := registry(t)
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		u, ok := r.Unit(row[0])
		if !ok {
			t.Errorf("%q is no unit", row[0])
		}
		seen[u.Name] = true
	}
	if len(seen) != 25 || !seen["St. Paul"] {
		t.Errorf("%d units, want 25 with St. Paul", len(seen))
	}
}
