package dossier

import (
	"os"
	"path/filepath"
	"testing"

	"muster/counts"
	"muster/interval"
)

// TestDetentionStatistics takes ICE's workbooks into a dossier where they are
// at hand: the table found by its title, releases that repeat others told, the
// target never reached.
func TestDetentionStatistics(t *testing.T) {
	folder := os.Getenv("MUSTER_DATA")
	if folder == "" {
		t.Skip("MUSTER_DATA does not name the folder of reference data")
	}
	files, err := filepath.Glob(filepath.Join(folder, "ice-detention-statistics", "*.xlsx"))
	if err != nil || len(files) != 13 {
		t.Fatalf("%d workbooks, want 13: %v", len(files), err)
	}
	d, dir := opened(t, testEnv(t))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, "counts/"+filepath.Base(file), string(data))
	}
	write(t, dir, SettingsFile, `
[[series]]
name = "book-ins"
counts = "initial book-ins"
scope = "ICE"
files = ["counts/*.xlsx"]
sheet = "Detention FY*"
table = "ICE Initial Book-Ins by Arresting Agency and Month*"
columns = "months"
rows = ["class"]
only = ["ICE"]
`)
	if report := refresh(t, d); report.Releases != 13 || len(report.Notes) > 0 {
		t.Errorf("%d releases, want 13; notes %q", report.Releases, report.Notes)
	}
	if again := refresh(t, d); again.Releases != 0 {
		t.Errorf("the same files gave %d releases again", again.Releases)
	}
	s := latest(t, d).Series[0]
	twins := s.Twins()
	if len(twins) != 2 || s.Releases[twins[0].Release].Date != "2025-08-01" || twins[0].SameBytes || s.Releases[twins[1].Release].Date != "2025-09-25" || !twins[1].SameBytes {
		t.Errorf("repeated releases %+v; want 1 August by its numbers and 25 September by its bytes", twins)
	}
	goal := counts.Goal{Amount: interval.Int(3000), Per: "day", Facts: counts.Facts{Counts: "book-ins", Kind: "booking", Scope: "ICE", Measure: counts.PerPeriod}}
	a, err := s.Attain(goal)
	if err != nil {
		t.Fatal(err)
	}
	if a.FirstMet() != "never" || a.Highest.From != "2025-12-01" || a.Highest.Rate.Grouped(0) != "1,220" || a.Highest.Share.Cmp(interval.Frac(41, 100)) >= 0 {
		t.Errorf("first met %s, highest %+v; want never, 1,220 a day in December", a.FirstMet(), a.Highest)
	}
	if len(a.Left) != 2 || a.Left[0].From != "2025-09-01" || a.Left[1].From != "2026-04-01" {
		t.Errorf("left out %v, want September 2025 and April 2026", a.Left)
	}
	goal.Facts.Kind, goal.Facts.Counts = "arrest", "arrests"
	if _, err := s.Attain(goal); err == nil {
		t.Error("book-ins were set against arrests without a word")
	}
	all := latest(t, d).Series[0].Told
	for _, r := range all {
		if len(r.Totals) != len(r.Points)/2 || len(r.Mismatches) > 0 {
			t.Errorf("release %s: %d totals of %d counts, mismatches %v", r.Date, len(r.Totals), len(r.Points), r.Mismatches)
		}
	}
}
