package claims

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"muster/interval"
)

// TestScorerSeesEveryFault reads one document without fault, and then with one
// fault at a time: the measures of that fault fall, and no others.
func TestScorerSeesEveryFault(t *testing.T) {
	gold := goldDocument{Publisher: "Pier Post", Text: "The fleet wants 5 ships, 7 ships and 9 ships a year, Rear Admiral Ona Lisk said."}
	for _, number := range []string{"5", "7", "9"} {
		start, value := strings.Index(gold.Text, number), float64(number[0]-'0')
		gold.Figures = append(gold.Figures, goldFigure{
			Exact: number + " ships", Start: start, End: start + 7, Number: number, Min: &value, Max: &value, Qualifier: Exact, Per: "year",
			Counted: "ships", Organisation: "fleet", Stage: CalledFor, Act: Plan, When: &interval.Period{From: "2031-01-01", To: "2031-12-31"},
			Attribution: Source{Method: Explicit, Chain: []Hop{{Name: "Pier Post", Kind: Outlet}, {Name: "Ona Lisk", Kind: Person}}},
		})
	}
	var faultless []Figure
	for _, g := range gold.Figures {
		if problems := g.problems(gold); problems != nil {
			t.Fatalf("the example is wrong itself: %q", problems)
		}
		f := g.asFigure()
		f.Number = Span{Exact: g.Number, Start: g.Start, End: g.Start + 1}
		f.Stated = interval.Point(interval.Int(int64(*g.Min)))
		faultless = append(faultless, f)
	}
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	fallen := func(figures []Figure) []string {
		counts := newTally()
		counts.document(gold, figures, names)
		scores := counts.scores()
		maps.DeleteFunc(scores, func(_ string, score float64) bool { return score == 100 })
		return slices.Sorted(maps.Keys(scores))
	}
	if got := fallen(faultless); len(got) > 0 {
		t.Errorf("without fault, yet below 100: %q", got)
	}
	publisher, other := faultless[0].Attribution.Chain[0], Hop{Name: "Jo Berg", Kind: Person}
	for _, tt := range []struct {
		name  string
		fault func(f *Figure)
		want  []string
	}{
		{"value", func(f *Figure) { f.Stated = interval.AtLeast(interval.Int(5)) }, []string{"value F1", "whole F1"}},
		{"place", func(f *Figure) { f.Number.Start, f.Number.End = 0, 1 }, []string{"span F1", "value F1", "verbatim", "whole F1"}},
		{"letters", func(f *Figure) { f.Number.Exact = "five" }, []string{"verbatim"}},
		{"qualifier", func(f *Figure) { f.Qualifier = About }, []string{"macro qualifier", "qualifier", "whole F1"}},
		{"unit", func(f *Figure) { f.Unit = "ton" }, []string{"macro unit", "unit", "whole F1"}},
		{"rate", func(f *Figure) { f.Per = "day" }, []string{"macro per", "per", "whole F1"}},
		{"counted thing", func(f *Figure) { f.Counted = "boats" }, []string{"counted", "whole F1"}},
		{"organisation", func(f *Figure) { f.Organisation = "" }, []string{"organisation", "whole F1"}},
		{"stage", func(f *Figure) { f.Stage = Deployed }, []string{"macro stage", "stage", "whole F1"}},
		{"act", func(f *Figure) { f.Act = Deny }, []string{"act", "macro act"}},
		{"time", func(f *Figure) { f.About = nil }, []string{"when"}},
		{"carried", func(f *Figure) { f.Attribution.Method = Carried }, []string{"macro method"}},
		{"root", func(f *Figure) { f.Attribution.Chain = []Hop{publisher, other} }, []string{"chain", "root", "whole F1"}},
		{"one hop more", func(f *Figure) { f.Attribution.Chain = []Hop{publisher, other, f.Attribution.Root()} }, []string{"chain"}},
		{"no source", func(f *Figure) { f.Attribution = Source{Method: None, Chain: []Hop{publisher}} }, []string{"chain", "macro method", "method", "root", "whole F1"}},
	} {
		figures := slices.Clone(faultless)
		tt.fault(&figures[0])
		if got := fallen(figures); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q fell, expected %q", tt.name, got, tt.want)
		}
	}
	if got, want := fallen(faultless[1:]), []string{"span F1", "value F1", "whole F1"}; !slices.Equal(got, want) {
		t.Errorf("missed: %q fell, expected %q", got, want)
	}
	extra := Figure{Number: Span{Exact: "The", Start: 0, End: 3}}
	if got, want := fallen(append(slices.Clone(faultless), extra)), []string{"span F1", "value F1", "whole F1"}; !slices.Equal(got, want) {
		t.Errorf("spurious: %q fell, expected %q", got, want)
	}
}

// TestSameNames tells apart what the scorer takes for the same name.
func TestSameNames(t *testing.T) {
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		a, b Hop
		want bool
	}{
		{Hop{Name: "Ona Lisk", Kind: Person}, Hop{Name: "Rear Admiral Lisk", Kind: Person}, true},
		{Hop{Name: "Ona Lisk", Kind: Person}, Hop{Name: "Ona Berg", Kind: Person}, false},
		{Hop{Name: "Ona Lisk", Kind: Person}, Hop{Name: "Ona Lisk", Kind: Anonymous}, false},
		{Hop{Name: "two port officials", Kind: Anonymous}, Hop{Name: "officials", Kind: Anonymous}, true},
		{Hop{Name: "two sources", Kind: Anonymous}, Hop{Name: "two diplomats", Kind: Anonymous}, false},
		{Hop{Name: "Justice Department", Kind: Organisation}, Hop{Name: "DOJ", Kind: Organisation}, true},
		{Hop{Name: "Harbour Ministry", Kind: Organisation}, Hop{Name: "Ministry of the Harbour", Kind: Organisation}, true},
		{Hop{Name: "Harbour Ministry", Kind: Organisation}, Hop{Name: "Rail Ministry", Kind: Organisation}, false},
		{Hop{Name: "reportedly", Kind: Unspecified}, Hop{Name: "it is said", Kind: Unspecified}, true},
	} {
		if got := sameHop(tt.a, tt.b, names); got != tt.want {
			t.Errorf("%s (%s) and %s (%s): same is %v, expected %v", tt.a.Name, tt.a.Kind, tt.b.Name, tt.b.Kind, got, tt.want)
		}
	}
}
