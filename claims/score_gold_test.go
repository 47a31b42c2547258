package claims

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"muster/interval"
)

// goldDocument is a line of testdata/figures/*.jsonl; its README says what is
// annotated and how.
type goldDocument struct {
	ID, Publisher, Published, Title, Text string
	Figures                               []goldFigure
}

type goldFigure struct {
	Exact        string
	Start, End   int
	Number       string
	Min, Max     *float64
	Qualifier    Qualifier
	Unit, Per    string
	Counted      string
	Organisation string
	Stage        Stage
	Act          Act
	When         *interval.Period
	Attribution  Source
	Hedges       []string
	Note         string
}

// numberSpan returns where the number stands, in code points of the text.
func (g goldFigure) numberSpan() (start, end int) {
	before, _, _ := strings.Cut(g.Exact, g.Number)
	start = g.Start + len([]rune(before))
	return start, start + len([]rune(g.Number))
}

// goldFiles returns the documents of each file, by its name without ending.
func goldFiles(t *testing.T) map[string][]goldDocument {
	t.Helper()
	paths, err := filepath.Glob("testdata/figures/*.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no testdata/figures/*.jsonl: %v", err)
	}
	files := map[string][]goldDocument{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		lines := bufio.NewScanner(bytes.NewReader(content))
		lines.Buffer(nil, 1<<20)
		for n := 1; lines.Scan(); n++ {
			decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
			decoder.DisallowUnknownFields()
			var d goldDocument
			if err := decoder.Decode(&d); err != nil {
				t.Fatalf("%s:%d: %v", path, n, err)
			}
			files[name] = append(files[name], d)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	return files
}

// TestGoldFiguresAreSound checks the annotations themselves: a scorer that
// believes a wrong one measures nothing.
func TestGoldFiguresAreSound(t *testing.T) {
	seen := map[string]string{}
	for name, documents := range goldFiles(t) {
		for _, d := range documents {
			if other, twice := seen[d.ID]; twice {
				t.Errorf("%s: %s is also in %s", name, d.ID, other)
			}
			seen[d.ID] = name
			if _, err := interval.ParseDate(d.Published); err != nil {
				t.Errorf("%s: %s: published: %v", name, d.ID, err)
			}
			if d.Figures == nil {
				t.Errorf("%s: %s has no list of figures: an empty one is []", name, d.ID)
			}
			last := 0
			for _, g := range d.Figures {
				for _, problem := range g.problems(d) {
					t.Errorf("%s: %s: %q: %s", name, d.ID, g.Exact, problem)
				}
				start, end := g.numberSpan()
				if start < last {
					t.Errorf("%s: %s: %q: figures stand in the order of the text and share no number", name, d.ID, g.Exact)
				}
				last = end
			}
		}
	}
}

// problems says what is wrong with an annotation, in words for its writer.
func (g goldFigure) problems(d goldDocument) (problems []string) {
	complain := func(wrong bool, format string, values ...any) {
		if wrong {
			problems = append(problems, fmt.Sprintf(format, values...))
		}
	}
	text := []rune(d.Text)
	if g.Start < 0 || g.End > len(text) || g.Start >= g.End {
		return []string{fmt.Sprintf("from %d to %d is not inside a text of %d code points", g.Start, g.End, len(text))}
	}
	complain(string(text[g.Start:g.End]) != g.Exact, "the text has %q from %d to %d", string(text[g.Start:g.End]), g.Start, g.End)
	complain(g.Number == "" || !strings.Contains(g.Exact, g.Number), "number %q is not in it", g.Number)
	if expected := expectedEnds(g.Qualifier); expected == nil {
		complain(true, "qualifier %q is not in the closed list", g.Qualifier)
	} else {
		complain(!expected(g.Min, g.Max), "min %s and max %s do not go with qualifier %s", endString(g.Min), endString(g.Max), g.Qualifier)
	}
	complain(!slices.Contains(Stages(), g.Stage), "stage %q is not in the closed list", g.Stage)
	complain(!slices.Contains([]Act{Assert, Estimate, Forecast, Plan, Request, Order, Demand, Threaten, Deny, Decline}, g.Act), "act %q is not in the closed list", g.Act)
	complain(!slices.Contains([]string{"", "hour", "day", "week", "month", "year"}, g.Per), "per %q is not in the closed list", g.Per)
	complain(g.When != nil && (g.When.From == "" || g.When.To < g.When.From), "when ends before it begins")
	for _, h := range g.Hedges {
		complain(!strings.Contains(d.Text, h), "hedge %q is not in the text", h)
	}

	chain := g.Attribution.Chain
	kinds := []HopKind{Outlet, Organisation, Person, Anonymous, DocumentHop, Dataset, Unspecified}
	complain(!slices.Contains([]Method{Explicit, Carried, None}, g.Attribution.Method), "method %q is not in the closed list", g.Attribution.Method)
	if len(chain) == 0 {
		return append(problems, "the chain is empty: hop 0 is the publisher")
	}
	complain(chain[0].Kind != Outlet || chain[0].Name != d.Publisher, "hop 0 is %s, the publisher is %s", chain[0].Name, d.Publisher)
	complain((g.Attribution.Method == None) != (len(chain) == 1), "method %s with %d hops", g.Attribution.Method, len(chain))
	for _, h := range chain {
		complain(!slices.Contains(kinds, h.Kind) || h.Name == "", "hop %q of kind %q", h.Name, h.Kind)
	}
	return problems
}

// expectedEnds returns whether two ends go with a qualifier; nil for a
// qualifier that is none.
func expectedEnds(q Qualifier) func(low, high *float64) bool {
	switch q {
	case Exact, About:
		return func(low, high *float64) bool { return low != nil && high != nil && *low == *high }
	case MoreThan, AtLeast:
		return func(low, high *float64) bool { return low != nil && high == nil }
	case LessThan, AtMost:
		return func(low, high *float64) bool { return low == nil && high != nil }
	case Range:
		return func(low, high *float64) bool { return low != nil && high != nil && *low < *high }
	case Vague:
		return func(low, high *float64) bool { return low == nil && high == nil }
	}
	return nil
}

func endString(end *float64) string {
	if end == nil {
		return "null"
	}
	return fmt.Sprint(*end)
}
