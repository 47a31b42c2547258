package counts

import (
	"slices"
	"strings"
	"testing"

	"muster/interval"
)

func TestKindOf(t *testing.T) {
	for words, want := range map[string]Kind{"book-ins": "booking", "Deportations": "removal", "average daily  population": "population", "arrest": "arrest", "agents": "staff", "umbrellas": ""} {
		if got, ok := KindOf(words); got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", words, got, ok, want)
		}
	}
	seen := map[string]Kind{}
	for _, kind := range Kinds() {
		for _, word := range append(kind.Synonyms(), string(kind)) {
			word = strings.ToLower(word)
			if old := seen[word]; old != "" && old != kind {
				t.Errorf("%q names %s and %s", word, old, kind)
			}
			seen[word] = kind
		}
	}
}

func TestWhyNot(t *testing.T) {
	bookIns := Facts{Name: "book-ins", Counts: "book-ins", Kind: "booking", Scope: "ICE", Measure: PerPeriod}
	change := func(f func(*Facts)) Facts { c := bookIns; f(&c); return c }
	tests := []struct {
		name  string
		other Facts
		want  string
	}{
		{"the same", bookIns, ""},
		{"bookings are no deportations", change(func(f *Facts) { f.Name, f.Kind, f.Counts = "removals", "removal", "deportations" }), "book-ins counts book-ins (booking), removals counts deportations (removal)"},
		{"ICE is not all of DHS", change(func(f *Facts) { f.Scope = "all of DHS" }), "covers ICE, book-ins covers all of DHS"},
		{"arrested by ICE is not arrested by CBP", change(func(f *Facts) { f.PerformedBy = "CBP" }), ""},
		{"a sum since October is no month", change(func(f *Facts) { f.Measure = SinceStart }), "counted within each period, book-ins is counted since a start"},
		{"what it counts is not known", change(func(f *Facts) { f.Name, f.Kind = "rows", "" }), "rows does not say what one count is"},
		{"one label, two maps", change(func(f *Facts) { f.ClassMap = "ddp-faq-2025" }), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := WhyNot(bookIns, tt.other); got != tt.want && (tt.want == "" || !strings.Contains(got, tt.want)) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	by := func(who string) Facts { return change(func(f *Facts) { f.PerformedBy = who }) }
	if got := WhyNot(by("ICE"), by("CBP")); !strings.Contains(got, "done by ICE") {
		t.Errorf("got %q", got)
	}
	mapped := func(name string) Facts { return change(func(f *Facts) { f.ClassMap = name }) }
	if got := WhyNot(mapped("ddp-faq-2025"), mapped("ddp-2026")); !strings.Contains(got, "the same label names different sets") {
		t.Errorf("got %q", got)
	}
	if got := Caution(bookIns, change(func(f *Facts) { f.Name, f.Scope = "other", "" })); !strings.Contains(got, "other does not say") {
		t.Errorf("got %q", got)
	}
	if got := Caution(bookIns, change(func(f *Facts) { f.Duplicates = "chain-24h" })); !strings.Contains(got, "none, chain-24h") {
		t.Errorf("got %q", got)
	}
}

func TestFactsAreGuessedFromWords(t *testing.T) {
	if f := (Series{Counts: "book-ins"}).Facts(); f.Kind != "booking" || f.Measure != PerPeriod {
		t.Errorf("got %+v", f)
	}
	if f := (Series{Counts: "detained population"}).Facts(); f.Measure != AtATime {
		t.Errorf("got %+v", f)
	}
	if f := (Series{Counts: "book-ins", Kind: "stay", Measure: SinceStart}).Facts(); f.Kind != "stay" || f.Measure != SinceStart {
		t.Errorf("settings are overruled: %+v", f)
	}
}

// TestAtLargeDependsOnTheMap: the three published definitions give three
// numbers of one file.
func TestAtLargeDependsOnTheMap(t *testing.T) {
	var r Release
	for class, n := range map[string]int64{"Located": 10, "Non-Custodial Arrest": 20, "Worksite Enforcement": 3, "Probation and  Parole": 4, "CAP Local Incarceration": 50, "287(g) Program": 6, "Boat Patrol": 1, "Teleport": 2, Unknown: 5} {
		r.Points = append(r.Points, Point{Period: month("2025-06-01"), Class: class, Count: n})
	}
	s := Series{By: "month", Releases: []Release{r}}
	want := map[string]int64{"ddp-faq-2025": 30, "ddp-2026": 37, "east-patler-cox": 33}
	if len(ClassMaps()) != len(want) {
		t.Errorf("maps %v", ClassMaps())
	}
	for name, n := range want {
		m, err := BuiltInMap(name)
		if err != nil {
			t.Fatal(err)
		}
		mapped, unnamed := m.Apply(s)
		atLarge := mapped.Select(func(p Point) bool { return p.Class == "at-large" }).total()
		if atLarge != n || mapped.total() != 101 || mapped.ClassMap != name || m.Source == "" {
			t.Errorf("%s: %d at large of %d, want %d of 101", name, atLarge, mapped.total(), n)
		}
		if !slices.Contains(unnamed, "Teleport") {
			t.Errorf("%s: a class that the map does not name is not told: %v", name, unnamed)
		}
		if unknown := mapped.Select(func(p Point) bool { return p.Class == Unknown }).total(); unknown != 5 {
			t.Errorf("%s: unknown became something else", name)
		}
	}
	if _, err := BuiltInMap("mine"); err == nil || !strings.Contains(err.Error(), "ddp-2026") {
		t.Errorf("got %v", err)
	}
	if _, err := ParseClassMap("m", []byte("source = \"x\"\n[classes]\na = [\"Located\"]\nb = [\"LOCATED\"]\n")); err == nil || !strings.Contains(err.Error(), "under one label") {
		t.Errorf("got %v", err)
	}
}

func TestAttain(t *testing.T) {
	s := series(t, "month", Columns{Date: "month", Count: "n", Release: "released"},
		"released,month,n\n2025-08-12,2025-05,310\n2025-08-12,2025-06,600\n2025-08-12,2025-07,620\n2025-08-12,2025-08,9\n")
	s.Counts, s.Scope = "book-ins", "ICE"
	a, err := s.Attain(Goal{Amount: interval.Int(20), Per: "day"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Periods) != 3 || a.Met != 2 || a.FirstMet() != "2025-06" || a.Periods[1].Days != 30 || !a.Periods[0].Share.Equal(interval.Frac(1, 2)) || len(a.Left) != 1 {
		t.Errorf("got %+v", a)
	}
	if a, _ = s.Attain(Goal{Amount: interval.Int(21), Per: "day"}); a.FirstMet() != "never" || a.Highest == nil || a.Met != 0 {
		t.Errorf("got %+v", a)
	}
	for why, goal := range map[string]Goal{
		"counts book-ins (booking), goal counts arrests (arrest)": {Amount: interval.Int(5), Per: "day", Facts: Facts{Name: "goal", Counts: "arrests", Kind: "arrest", Measure: PerPeriod}},
		"covers ICE, goal covers DHS":                             {Amount: interval.Int(5), Per: "day", Facts: Facts{Name: "goal", Kind: "booking", Scope: "DHS", Measure: PerPeriod}},
		"above 0":                                                 {Per: "day"},
		"hour":                                                    {Amount: interval.Int(5), Per: "hour"},
	} {
		if _, err := s.Attain(goal); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("got %v, want %s", err, why)
		}
	}
	weeks := series(t, "week", Columns{Date: "d", Count: "n"}, daily("2025-06-02", 21, 10))
	a, err = weeks.Attain(Goal{Amount: interval.Int(70), Per: "week"})
	if err != nil || a.Met != 2 || a.FirstMet() != "2025-06-02 to 2025-06-08" || len(a.Left) != 1 {
		t.Errorf("weeks: %+v, %v", a, err)
	}
	days := series(t, "day", Columns{Date: "d", Count: "n"}, "d,n\n2025-06-01,5\n2025-06-02,9\n2025-06-03,8\n2025-06-08,9\n2025-06-09,90\n")
	if first, ok := days.FirstDay(interval.Int(8)); !ok || first != "2025-06-02" {
		t.Errorf("got %s %v", first, ok)
	}
	if first, ok := days.FirstDay(interval.Int(80)); ok {
		t.Errorf("a day that is not complete met the goal: %s", first)
	}
}

func TestMonthlyRanks(t *testing.T) {
	var b strings.Builder
	b.WriteString("released,month,office,n\n")
	add := func(month string, n ...int64) {
		for i, x := range n {
			b.WriteString("2025-12-30," + month + ",Office " + string(rune('A'+i)) + "," + interval.Int(x).String() + "\n")
		}
	}
	add("2025-01", 310, 279, 900, 900, 900, 900, 900, 900, 900, 900)
	add("2025-02", 252, 281, 900, 900, 900, 900, 900, 900, 900, 900)
	add("2025-12", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
	s := series(t, "month", Columns{Date: "month", Unit: "office", Count: "n", Release: "released"}, b.String())
	ranks := s.MonthlyRanks(nil, 10)
	if len(ranks) != 2 || ranks[0].Units[0].Unit != "Office B" || ranks[1].Units[0].Unit != "Office A" {
		t.Fatalf("got %+v", ranks)
	}
	lows := LowsOf(ranks)
	if len(lows) != 2 || lows[0] != (Lows{"Office A", 1, 1, 2}) {
		t.Errorf("got %+v", lows)
	}
	// Over both months A counts 562 and B 560; by the mean of the daily rates A is
	// the lower: the shorter month weighs as much as the longer.
	got := Sensitive([]Variant{{Name: "counts", Series: s}, {Name: "a day", Series: s, PerDay: true}},
		[]interval.Period{ranks[0].Period, ranks[1].Period}, nil, 10)
	if strings.Join(got.Lowest[0], ",") != "Office B" || strings.Join(got.Lowest[1], ",") != "Office A" || len(got.Always) != 0 || len(got.Sometimes) != 2 {
		t.Errorf("got %+v", got)
	}
}
