package counts

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/interval"
)

func TestDayOfRoll(t *testing.T) {
	for name, want := range map[string]string{
		"sheets_20250519_024922__participatingAgencies05162025am.xlsx": "2025-05-16 am 2025-05-19",
		"sheets_20250711_151820__pendingAgencies07112025am_b.xlsx":     "2025-07-11 am b 2025-07-11",
		"counts/agencies-2025-07-18.csv":                               "2025-07-18  ",
		"agencies-2025-07-18-pm.csv":                                   "2025-07-18 pm ",
		"agencies.csv":                                                 "  ",
	} {
		day, edition, seen := dayOfRoll(name)
		if got := fmt.Sprintf("%s %s %s", day, edition, seen); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func roll(t *testing.T, stage, name, data string) Roll {
	t.Helper()
	r, err := ReadRoll(t.Context(), name, strings.NewReader(data), int64(len(data)), RollColumns{Institution: "Brigade", Place: "Region", Class: "Model", Renamed: map[string][]string{"Region": {"State"}}})
	if err != nil {
		t.Fatal(err)
	}
	r.Stage = stage
	return r
}

// brigades is a ladder with a column that changes its name and place, a line
// that stands twice, one that goes, one that comes back, one that never moved.
func brigades(t *testing.T) Ladder {
	return Ladder{Stages: []string{"pending", "joined"}, Rolls: []Roll{
		roll(t, "joined", "joined-2025-07-09pm.csv", "State,Brigade,Model,Note\nEast,Hill,A,x\nEast,Lake,A,\nWest,Mill,B,\nWest,Ford,A,\n"),
		roll(t, "pending", "pending-2025-07-01.csv", "Region,Brigade,Model\nEast,Lake,A\nWest,Ford,A\nWest,Moor,A\n,,\nEast,,A\n"),
		roll(t, "joined", "joined-2025-07-01.csv", "As of July\nRegion,Brigade,Model\nEast,Hill,A\nWest,Mill,B\nWest,Mill,B\nNorth,Fell,A\n"),
		roll(t, "pending", "pending-2025-07-09.csv", "Region,Brigade,Model\nWest,FORD ,A\n"),
		roll(t, "joined", "joined-2025-07-09am.csv", "Region,Brigade,Model\nEast,Hill,A\nEast,Lake,A\nWest,Mill,B\nWest,Mill,B\n"),
		roll(t, "joined", "joined-2025-07-12.csv", "Region,Brigade,Model\nEast,Hil,A\nEast,Lake,A\nWest,Mill,B\nWest,Ford,A\nNorth,Fell,A\n"),
	}}.Sorted()
}

func institutions(list []Member) string {
	var out []string
	for _, m := range list {
		out = append(out, m.Institution)
	}
	return strings.Join(out, ",")
}

func TestLadder(t *testing.T) {
	l := brigades(t)
	var got []string
	for _, s := range l.Steps() {
		r := l.Rolls[s.Roll]
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s%s %d %+d added:%s gone:%s once:%s twice:%s respelt:%d", r.Stage, r.Day, r.Edition, s.Count, s.Change, institutions(s.Added), institutions(s.Gone), institutions(s.Once), institutions(s.Twice), len(s.Respelt))))
	}
	want := []string{
		"pending 2025-07-01 3 +0 added: gone: once: twice: respelt:0",
		"pending 2025-07-09 1 -2 added: gone:Lake,Moor once: twice: respelt:0",
		"joined 2025-07-01 4 +0 added: gone: once: twice:Mill respelt:0",
		"joined 2025-07-09am 4 +0 added:Lake gone:Fell once: twice:Mill respelt:0",
		"joined 2025-07-09pm 4 +0 added:Ford gone: once:Mill twice: respelt:0",
		"joined 2025-07-12 5 +1 added:Fell gone: once: twice: respelt:1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("steps (-want +got)\n%s", diff)
	}
	got = nil
	for _, m := range l.Moves() {
		got = append(got, fmt.Sprintf("%s %s>%s seen %s came %s both %v", m.Institution, m.From, m.To, m.Seen, m.Came, m.Both))
	}
	want = []string{"Lake pending>joined seen 2025-07-01 came 2025-07-09 both false", "Ford pending>joined seen 2025-07-09 came 2025-07-09 both false"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moves (-want +got)\n%s", diff)
	}
	got = nil
	for _, d := range l.Departures() {
		got = append(got, fmt.Sprintf("%s %s last %s gone by %s back %s", d.Institution, d.Stage, d.Last, d.By, d.Back))
	}
	want = []string{"Fell joined last 2025-07-01 gone by 2025-07-09 back 2025-07-12", "Moor pending last 2025-07-01 gone by 2025-07-09 back "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("departures (-want +got)\n%s", diff)
	}
	if len(l.ListedBy("2025-07-08").Rolls) != 2 {
		t.Error("lists of later days are known too early")
	}
	if aside := l.Rolls[0].SetAside; len(aside) != 1 || aside[0].Row != 6 || l.Rolls[0].Rows != 4 {
		t.Errorf("set aside %v of %d rows, want row 6 of 4", aside, l.Rolls[0].Rows)
	}
}

func TestReadRollErrors(t *testing.T) {
	for why, file := range map[string][2]string{
		"found the columns":                {"a-2025-07-01.csv", "State,Corps,County\nEast,Hill,A\n"},
		"no header row with it":            {"a-2025-07-01.csv", "Hill,East,A\nLake,West,B\n"}, // any row of words may be one of records
		"the day of the list":              {"a.csv", "Region,Brigade,Model\nEast,Hill,A\n"},
		"found no header row":              {"a-2025-07-01.csv", "1,2,3\n4,5,6\n"},
		`expected one column "Brigade", f`: {"a-2025-07-01.csv", "Region,Brigade,Brigade,Model\n"},
	} {
		_, err := ReadRoll(t.Context(), file[0], strings.NewReader(file[1]), int64(len(file[1])), RollColumns{Institution: "Brigade", Place: "Region", Class: "Model"})
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("got %v, want %s", err, why)
		}
	}
}

// TestAgreements287g reads the public lists of agreements where they are at
// hand: the counts of every list, the two that went down, who came from pending
// to participating.
func TestAgreements287g(t *testing.T) {
	folder := referenceFolder(t)
	l := Ladder{Stages: []string{"pending", "participating"}}
	for _, stage := range l.Stages {
		files, err := filepath.Glob(filepath.Join(folder, "287g-agreements", "*"+stage+"*.xlsx"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no lists of %s: %v", stage, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r, err := ReadRoll(t.Context(), filepath.Base(file), bytes.NewReader(data), int64(len(data)), RollColumns{Institution: "Law Enforcement Agency", Place: "State", Class: "Support Type"})
			if err != nil {
				t.Fatal(err)
			}
			r.Stage = stage
			l.Rolls = append(l.Rolls, r)
		}
	}
	l = l.Sorted()
	steps := l.Steps()
	var got []string
	for _, s := range steps {
		r := l.Rolls[s.Roll]
		if told := len(s.Added) + len(s.More) - len(s.Gone) - len(s.Once); told != s.Change {
			t.Errorf("%s: %d lines more or less, %d told", r.File, s.Change, told)
		}
		edition, _, _ := strings.Cut(r.Edition, " ")
		got = append(got, fmt.Sprintf("%s,%s,%s,%s,%d,%s", r.Day, edition, r.Seen, r.Stage, s.Count, r.File))
	}
	f, err := os.Open(filepath.Join(folder, "reference", "287g_pending_vs_participating.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, row := range rows[1:] {
		want = append(want, strings.Join(row, ","))
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lists (-want +got)\n%s", diff)
	}
	down := map[interval.Date]Step{}
	for _, s := range steps {
		if r := l.Rolls[s.Roll]; r.Stage == "participating" && s.Change < 0 {
			down[interval.Date(string(r.Day)+r.Edition)] = s
		}
	}
	for list, s := range down {
		t.Logf("%s: %+d, gone %s, once instead of twice %s, added %s", list, s.Change, institutions(s.Gone), institutions(s.Once), institutions(s.Added))
	}
	if s := down["2025-07-09pm"]; len(s.Respelt) != 2 || len(s.Once) != 1 || len(s.Gone) != 0 {
		t.Errorf("9 July: %+v; want two respelt, one listed once instead of twice, nobody gone", s)
	}
	if len(down) != 4 {
		t.Errorf("%d lists of participating agencies are shorter than the one before, want 4", len(down))
	}
	t.Logf("%d moves, %d departures", len(l.Moves()), len(l.Departures()))
}

func FuzzReadRoll(f *testing.F) {
	f.Add("Region,Brigade,Model\nEast,Hill,A\n,,\nEast,,B\n", "pending-2025-07-01pm.csv")
	f.Add("As of\nBrigade\nx\nx\n", "20250701_07022025am_b.csv")
	f.Fuzz(func(t *testing.T, data, name string) {
		r, err := ReadRoll(t.Context(), name, strings.NewReader(data), int64(len(data)), RollColumns{Institution: "Brigade", Place: "Region"})
		if err != nil {
			return
		}
		if r.Rows != len(r.Members)+len(r.SetAside) || r.Day == "" {
			t.Fatalf("%d rows, %d members, %d set aside, day %q", r.Rows, len(r.Members), len(r.SetAside), r.Day)
		}
		again := r
		again.Day, again.Stage, r.Stage = r.Day.AddDays(1), "s", "s"
		for _, step := range (Ladder{Stages: []string{"s"}, Rolls: []Roll{r, again}}).Steps() {
			if step.Change != 0 || !step.First && !step.Repeats {
				t.Fatalf("the same list differs from itself: %+v", step)
			}
		}
	})
}
