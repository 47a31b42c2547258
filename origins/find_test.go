package origins_test

import (
	"encoding/json"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/claims"
	"muster/dossier"
	"muster/origins"
	. "muster/origins/origintest"
)

// find returns the group that holds the figure.
func find(t *testing.T, trace *origins.Trace, figure string) origins.Group {
	t.Helper()
	for _, g := range trace.Groups {
		if slices.ContainsFunc(g.Mentions, func(m origins.Mention) bool { return m.Figure == figure }) {
			return g
		}
	}
	t.Fatalf("no group holds figure %s", figure)
	return origins.Group{}
}

func rootNames(g origins.Group) string {
	var names []string
	for _, r := range g.Roots {
		names = append(names, r.Name)
	}
	return strings.Join(names, "; ")
}

func hasEdge(trace *origins.Trace, from, to string, kind origins.EdgeKind) bool {
	return slices.ContainsFunc(trace.Edges, func(e origins.Edge) bool { return e.From == from && e.To == to && e.Kind == kind })
}

// TestOperation follows a plan told second and third hand to who knew it.
func TestOperation(t *testing.T) {
	state := &Operation().State
	trace := origins.Find(state)
	for _, want := range []struct {
		exact               string
		articles, confirmed int
		atMost              int
		roots               string
	}{
		{"more than 5,000 personnel", 3, 1, 1, "three people with knowledge of the plan"},
		{"up to 21,000 National Guard troops", 2, 1, 1, "three people with knowledge of the plan"},
		{"3,000 ICE agents", 2, 1, 1, "three people with knowledge of the plan"},
		{"3,000 people a day", 2, 1, 1, "two people who were there"},
	} {
		i := slices.IndexFunc(trace.Groups, func(g origins.Group) bool { return g.Exact == want.exact })
		if i < 0 {
			t.Errorf("no group begins with %q", want.exact)
			continue
		}
		g := trace.Groups[i]
		if g.Articles != want.articles || g.Origins.Confirmed != want.confirmed || g.Origins.AtMost != want.atMost || rootNames(g) != want.roots {
			t.Errorf("%s: %d articles, %+v, roots %q; want %d articles, %d confirmed, at most %d, roots %q",
				want.exact, g.Articles, g.Origins, rootNames(g), want.articles, want.confirmed, want.atMost, want.roots)
		}
	}
	for _, edge := range []struct{ from, to string }{{"d1", "d2"}, {"d1", "d3"}, {"d4", "d1"}} {
		if !hasEdge(trace, edge.from, edge.to, origins.Cites) {
			t.Errorf("no edge says that %s cites %s", edge.from, edge.to)
		}
	}
}

// TestApart holds that what is not surely one figure stays apart.
func TestApart(t *testing.T) {
	for name, build := range map[string]func(b *Builder) (string, string){
		"requested and deployed": func(b *Builder) (string, string) {
			x := b.Document("A", "2025-06-01", "", "They asked for 4,000 Guard troops.").Figure("4,000 Guard troops", "4,000", 4000, claims.Exact, Stage(claims.Requested))
			y := b.Document("B", "2025-06-02", "", "There are 4,000 Guard troops.").Figure("4,000 Guard troops", "4,000", 4000, claims.Exact, Stage(claims.Deployed), Said("outlet:A"))
			return x, y
		},
		"different things": func(b *Builder) (string, string) {
			x := b.Document("A", "2025-06-01", "", "It needs 4,000 agents.").Figure("4,000 agents", "4,000", 4000, claims.Exact)
			y := b.Document("B", "2025-06-02", "", "It needs 4,000 vehicles.").Figure("4,000 vehicles", "4,000", 4000, claims.Exact, Said("outlet:A"))
			return x, y
		},
		"different bodies": func(b *Builder) (string, string) {
			d := b.Document("A", "2025-06-01", "", "It needs 500 agents and 500 agents.")
			return d.Figure("500 agents", "500", 500, claims.Exact, Organisation("ICE")), d.Figure("500 agents", "500", 500, claims.Exact, Organisation("FBI"))
		},
		"parts of one total": func(b *Builder) (string, string) {
			d := b.Document("A", "2025-06-01", "", "Of 1,000 people 500 people go north and 500 people south.")
			total := d.Figure("1,000 people", "1,000", 1000, claims.Exact)
			return d.Figure("500 people", "500", 500, claims.Exact, PartOf(total)), d.Figure("500 people", "500", 500, claims.Exact, PartOf(total))
		},
		"small numbers of texts without a link": func(b *Builder) (string, string) {
			x := b.Document("A", "2025-06-01", "", "Then 4 ships left.").Figure("4 ships", "4", 4, claims.Exact, Organisation("US Navy"))
			y := b.Document("B", "2025-06-02", "", "Then 4 ships left.").Figure("4 ships", "4", 4, claims.Exact, Organisation("US Navy"))
			return x, y
		},
		"a rate and a total": func(b *Builder) (string, string) {
			d := b.Document("A", "2025-06-01", "", "It made 3,000 arrests, then 3,000 arrests a day.")
			return d.Figure("3,000 arrests", "3,000", 3000, claims.Exact), d.Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"))
		},
		"outcomes of different months": func(b *Builder) (string, string) {
			d := b.Document("A", "2025-06-01", "", "It made 3,000 arrests in May, and 3,000 arrests in April.")
			return d.Figure("3,000 arrests", "3,000", 3000, claims.Exact, Stage(claims.Result), About("in May", "2025-05-01", "2025-05-31")),
				d.Figure("3,000 arrests", "3,000", 3000, claims.Exact, Stage(claims.Result), About("in April", "2025-04-01", "2025-04-30"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := &Builder{}
			x, y := build(b)
			trace := origins.Find(&b.State)
			if slices.ContainsFunc(find(t, trace, x).Mentions, func(m origins.Mention) bool { return m.Figure == y }) {
				t.Errorf("%s and %s were taken for one figure", x, y)
			}
		})
	}
}

// TestTogether holds that what one text has from another stays one figure when
// the words change.
func TestTogether(t *testing.T) {
	const body = "About 4,000 nurses, 4,000 medics, 4,000 health workers."
	for name, changes := range map[string][]func(*dossier.Figure){
		"planned, then told as ordered":    {Stage(claims.Ordered)},
		"planned, then told as pending":    {Approver("Congress")},
		"another word for the same people": {Counted("medical personnel")},
		"a body, then none":                {Organisation("")},
	} {
		t.Run(name, func(t *testing.T) {
			b := &Builder{}
			x := b.Document("A", "2025-06-01", "", body).Figure("4,000 nurses", "4,000", 4000, claims.Exact, Organisation("WHO"))
			y := b.Document("B", "2025-06-02", "", body).Figure("4,000 nurses", "4,000", 4000, claims.Exact, append([]func(*dossier.Figure){Organisation("WHO"), Said("outlet:A")}, changes...)...)
			if !slices.ContainsFunc(find(t, origins.Find(&b.State), x).Mentions, func(m origins.Mention) bool { return m.Figure == y }) {
				t.Errorf("%s and %s were kept apart", x, y)
			}
		})
	}
}

// TestJSON pins the keys of `muster origins --json`, which others read.
func TestJSON(t *testing.T) {
	b := &Builder{}
	b.Document("A", "2025-06-01", "", "They need 4,000 nurses.").Figure("4,000 nurses", "4,000", 4000, claims.Exact, Said("organisation:WHO"))
	b.Document("B", "2025-06-02", "", "They need 4,000 nurses.").Figure("4,000 nurses", "4,000", 4000, claims.Exact, Said("outlet:A"))
	got, err := json.Marshal(origins.Find(&b.State))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"documents":2,"edges":[{"from":"d2","to":"d1","kind":"cites","probability":0.97,"spans":[{"from":[12,24],"to":[12,24]}]}],` +
		`"figures":[{"exact":"4,000 nurses","mentions":[{"document":"d1","start":12,"end":24},{"document":"d2","start":12,"end":24}],` +
		`"articles":2,"publishers":2,"origins":{"confirmed":1,"at_most":1,"low":1,"high":1},"roots":[{"name":"WHO","kind":"organisation","document":"d1"}]}]}`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	empty, err := json.Marshal(origins.Find(&dossier.State{}))
	if want := `{"documents":0,"edges":[],"figures":[]}`; err != nil || string(empty) != want {
		t.Errorf("nothing at all: %s, %v; want %s", empty, err, want)
	}
}

// TestCount holds the honest count to its promise: what is not known to be
// independent is not counted so.
func TestCount(t *testing.T) {
	tell := func(b *Builder, publisher, day string, changes ...func(*dossier.Figure)) string {
		return b.Document(publisher, day, "", publisher+" has it that 12,340 firefighters were called for.").
			Figure("12,340 firefighters", "12,340", 12340, claims.Exact, changes...)
	}
	for _, test := range []struct {
		name     string
		build    func(b *Builder) string
		want     origins.Count
		roots    string
		circular int
	}{
		{"two named bodies", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("organisation:FEMA"))
			return tell(b, "B", "2025-06-01", Said("organisation:Red Cross"))
		}, origins.Count{Confirmed: 2, AtMost: 2, Low: 2, High: 2}, "FEMA; Red Cross", 0},
		{"one body under two names", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("organisation:FEMA"))
			return tell(b, "B", "2025-06-01", Said("organisation:Federal Emergency Management Agency"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "FEMA", 0},
		{"a body and its report", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("organisation:FEMA"))
			return tell(b, "B", "2025-06-01", Said("document:a FEMA report"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "FEMA", 0},
		{"one outlet that names nobody, twice", func(b *Builder) string {
			tell(b, "A", "2025-06-01")
			return tell(b, "A", "2025-06-03")
		}, origins.Count{Confirmed: 0, AtMost: 1, Low: 1, High: 1}, "A", 0},
		{"a body and its parent", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("organisation:FEMA"))
			return tell(b, "B", "2025-06-01", Said("organisation:DHS"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "FEMA", 0},
		{"unnamed sources of two outlets", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("anonymous:two officials"))
			return tell(b, "B", "2025-06-01", Said("anonymous:an official"))
		}, origins.Count{Confirmed: 1, AtMost: 2, Low: 1, High: 2}, "two officials; an official", 0},
		{"outlets that name nobody", func(b *Builder) string {
			tell(b, "A", "2025-06-01")
			tell(b, "C", "2025-06-02")
			return tell(b, "B", "2025-06-01")
		}, origins.Count{Confirmed: 0, AtMost: 3, Low: 1, High: 2}, "A; B; C", 0},
		{"an outlet outside the dossier", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("outlet:Reuters"))
			return tell(b, "B", "2025-06-01", Said("outlet:Reuters"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "Reuters", 0},
		{"unnamed sources of one outlet told by another", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("anonymous:two officials"))
			return tell(b, "B", "2025-06-02", Said("outlet:A", "anonymous:some officials"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "two officials", 0},
		{"the same act with and without its source", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("anonymous:two officials", "speaker:Ann Chief"))
			return tell(b, "B", "2025-06-02", Said("speaker:Chief"))
		}, origins.Count{Confirmed: 1, AtMost: 2, Low: 1, High: 2}, "two officials; B", 0},
		{"two outlets that only cite each other", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("outlet:B"))
			return tell(b, "B", "2025-06-01", Said("outlet:A"))
		}, origins.Count{Confirmed: 0, AtMost: 1, Low: 1, High: 1}, "", 2},
		{"a loop with a way out", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("outlet:B"))
			d := b.Document("B", "2025-06-01", "", "They need 12,340 firefighters. They need 12,340 firefighters.")
			d.Figure("12,340 firefighters", "12,340", 12340, claims.Exact, Said("outlet:A"))
			return d.Figure("12,340 firefighters", "12,340", 12340, claims.Exact, Said("organisation:FEMA"))
		}, origins.Count{Confirmed: 1, AtMost: 1, Low: 1, High: 1}, "FEMA", 0},
		{"a later text is no source of an earlier one", func(b *Builder) string {
			tell(b, "A", "2025-06-01", Said("outlet:B"))
			return tell(b, "B", "2025-06-09", Said("organisation:FEMA"))
		}, origins.Count{Confirmed: 1, AtMost: 2, Low: 1, High: 2}, "B; FEMA", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := &Builder{}
			figure := test.build(b)
			g := find(t, origins.Find(&b.State), figure)
			if g.Origins != test.want || rootNames(g) != test.roots || len(g.Circular) != test.circular {
				t.Errorf("got %+v, roots %q, %d circular; want %+v, roots %q, %d circular", g.Origins, rootNames(g), len(g.Circular), test.want, test.roots, test.circular)
			}
		})
	}
}

// TestOrder shows that the order of documents and figures makes no difference.
func TestOrder(t *testing.T) {
	want, err := json.Marshal(origins.Find(&Operation().State))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		state := Operation().State
		random := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		random.Shuffle(len(state.Documents), func(i, j int) {
			state.Documents[i], state.Documents[j] = state.Documents[j], state.Documents[i]
		})
		random.Shuffle(len(state.Figures), func(i, j int) { state.Figures[i], state.Figures[j] = state.Figures[j], state.Figures[i] })
		got, err := json.Marshal(origins.Find(&state))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestNobodyAgain shows that a further text that names nobody never adds a
// confirmed origin.
func TestNobodyAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &Builder{}
		sources := []string{"", "organisation:FEMA", "person:Ann Chief", "anonymous:an official", "outlet:A", "outlet:Reuters", "document:a memo"}
		var last string
		n := rapid.IntRange(1, 6).Draw(t, "texts")
		add := func(i int, source string) {
			var changes []func(*dossier.Figure)
			if source != "" {
				changes = append(changes, Said(source))
			}
			last = b.Document(string(rune('A'+i)), "2025-06-0"+string(rune('1'+i)), "", "Now 12,340 firefighters.").Figure("12,340 firefighters", "12,340", 12340, claims.Exact, changes...)
		}
		for i := range n {
			add(i, rapid.SampledFrom(sources).Draw(t, "source"))
		}
		group := func() origins.Group {
			for _, g := range origins.Find(&b.State).Groups {
				for _, m := range g.Mentions {
					if m.Figure == last {
						return g
					}
				}
			}
			t.Fatal("the figure is in no group")
			return origins.Group{}
		}
		before := group().Origins
		add(n, "")
		after := group().Origins
		if after.Confirmed > before.Confirmed {
			t.Fatalf("confirmed went from %d to %d", before.Confirmed, after.Confirmed)
		}
		if after.Confirmed > after.Low || after.Low > after.High || after.High > after.AtMost {
			t.Fatalf("the counts are not in order: %+v", after)
		}
	})
}

// TestLoops plants outlets that each have a figure from one other outlet or
// from a source of their own, and shows that exactly those without a way to a
// source are named as circular.
func TestLoops(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "outlets")
		from := make([]int, n) // -1: a source of its own
		b := &Builder{}
		for i := range n {
			from[i] = rapid.IntRange(-1, n-1).Draw(t, "from")
			if from[i] == i {
				from[i] = -1
			}
			said := "organisation:FEMA"
			if from[i] >= 0 {
				said = "outlet:" + string(rune('A'+from[i]))
			}
			b.Document(string(rune('A'+i)), "2025-06-01", "", "Now 12,340 firefighters.").Figure("12,340 firefighters", "12,340", 12340, claims.Exact, Said(said))
		}
		var want []string
		for i := range n {
			at := i
			for range n {
				if at >= 0 {
					at = from[at]
				}
			}
			if at >= 0 {
				want = append(want, b.State.Documents[i].ID)
			}
		}
		g := origins.Find(&b.State).Groups[0]
		got := slices.Clone(g.Circular)
		slices.Sort(got)
		if g.Articles != n || !slices.Equal(got, want) {
			t.Fatalf("%d articles, circular %v; want %d and %v", g.Articles, got, n, want)
		}
		if sourced := len(want) < n; sourced != (g.Origins.Confirmed == 1) || len(g.Roots) > 1 {
			t.Fatalf("roots %+v, %+v", g.Roots, g.Origins)
		}
	})
}
