package findings_test

import (
	"encoding/json"
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/claims"
	"muster/dossier"
	"muster/findings"
	"muster/interval"
	"muster/origins"
	. "muster/origins/origintest"
)

// check returns the findings on a state.
func check(state *dossier.State) []findings.Finding {
	return findings.Check(state, origins.Find(state))
}

// sentences writes findings as "rule severity verdict: sentence".
func sentences(list []findings.Finding) string {
	var lines []string
	for _, f := range list {
		lines = append(lines, f.Rule+" "+string(f.Severity)+" "+string(f.Verdict)+": "+f.Sentence)
	}
	return strings.Join(lines, "\n")
}

// warnings are the sentences of the findings that are more than notes, one a line.
func warnings(list []findings.Finding) string {
	var lines []string
	for _, f := range list {
		if f.Severity != findings.Info {
			lines = append(lines, f.Sentence)
		}
	}
	return strings.Join(lines, "\n")
}

var update = flag.Bool("update", false, "write golden files")

// TestOperation checks an operation as several outlets report it: what a
// careful editor would note, and nothing else. Run with -update to rewrite
// testdata/operation.txt, then read it.
func TestOperation(t *testing.T) {
	state := Operation().State
	got := sentences(check(&state)) + "\n"
	path := filepath.Join("testdata", "operation.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// TestPages demands a page for every rule.
func TestPages(t *testing.T) {
	for _, rule := range findings.Rules() {
		page, err := os.ReadFile(filepath.Join("..", "doc", "rules", rule.ID+".md"))
		if err != nil {
			t.Errorf("rule %s has no page: %v", rule.ID, err)
			continue
		}
		for _, part := range []string{"# " + rule.Title, "## Why", "## Example", "## Verdicts", "## Limits"} {
			if !strings.Contains(string(page), part) {
				t.Errorf("doc/rules/%s.md: expected a part %q", rule.ID, part)
			}
		}
	}
}

// TestMost shows that no finding weighs more than its rule says.
func TestMost(t *testing.T) {
	most := map[string]findings.Severity{}
	for _, rule := range findings.Rules() {
		most[rule.ID] = rule.Most
	}
	state := Operation().State
	rank := []findings.Severity{findings.Info, findings.Warning, findings.Error}
	for _, f := range check(&state) {
		if slices.Index(rank, f.Severity) > slices.Index(rank, most[f.Rule]) {
			t.Errorf("rule %s says at most %q, found %s", f.Rule, most[f.Rule], f.Severity)
		}
	}
}

// TestOrder shows that the order of documents and figures makes no difference.
func TestOrder(t *testing.T) {
	first := Operation().State
	want, err := json.Marshal(check(&first))
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
		got, err := json.Marshal(check(&state))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestAgreement shows that a document that only repeats what another says adds
// no conflict.
func TestAgreement(t *testing.T) {
	qualifiers := []claims.Qualifier{claims.Exact, claims.About, claims.MoreThan, claims.AtMost}
	rapid.Check(t, func(t *rapid.T) {
		b := &Builder{}
		value := rapid.Int64Range(20, 100000).Draw(t, "value")
		qualifier := rapid.SampledFrom(qualifiers).Draw(t, "qualifier")
		number := interval.Int(value).Grouped(0)
		tell := func(publisher string, source ...string) {
			var changes []func(*dossier.Figure)
			if len(source) > 0 {
				changes = append(changes, Said(source...))
			}
			b.Document(publisher, "2025-06-04", "", "They need "+number+" nurses.").Figure(number+" nurses", number, value, qualifier, changes...)
		}
		tell("A", "organisation:WHO")
		for i := range rapid.IntRange(0, 4).Draw(t, "more") {
			tell(string(rune('B'+i)), rapid.SampledFrom([]string{"outlet:A", "organisation:WHO", "anonymous:an official"}).Draw(t, "source"))
		}
		if list := check(&b.State); len(list) > 0 {
			t.Fatal(sentences(list))
		}
	})
}

// TestParts shows that parts that make their total never conflict with it, and
// that parts above it always do.
func TestParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Int64Range(20, 9999), 2, 6).Draw(t, "parts")
		var sum int64
		for _, p := range parts {
			sum += p
		}
		build := func(total int64, qualifier claims.Qualifier) findings.Finding {
			b := &Builder{}
			d := b.Document("A", "2025-06-04", "", "In all "+interval.Int(total).Grouped(0)+" people: "+spelled(parts))
			id := d.Figure(interval.Int(total).Grouped(0)+" people", interval.Int(total).Grouped(0), total, qualifier, Parts("closed"))
			for _, p := range parts {
				n := interval.Int(p).Grouped(0)
				d.Figure(n+" there", n, p, claims.Exact, Counted(""), PartOf(id))
			}
			list := slices.DeleteFunc(check(&b.State), func(f findings.Finding) bool { return f.Rule == "suspects" })
			if len(list) != 1 {
				t.Fatalf("expected one finding, found\n%s", sentences(list))
			}
			return list[0]
		}
		for _, qualifier := range []claims.Qualifier{claims.Exact, claims.About, claims.AtMost, claims.AtLeast} {
			f := build(sum, qualifier)
			if f.Verdict != findings.Consistent || !f.Interval.Equal(interval.Point(interval.Int(sum))) {
				t.Fatalf("%s %s: %s", qualifier, f.Verdict, f.Sentence)
			}
		}
		if f := build(sum/2, claims.AtMost); f.Verdict != findings.Conflict || f.Severity != findings.Error {
			t.Fatalf("%s: %s", f.Verdict, f.Sentence)
		}
	})
}

func spelled(parts []int64) string {
	var out []string
	for _, p := range parts {
		out = append(out, interval.Int(p).Grouped(0)+" there")
	}
	return strings.Join(out, ", ")
}
