package origins_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/dossier"
	"muster/origins"
	. "muster/origins/origintest"
)

// prose makes n words of text in small letters, in sentences of twelve.
func prose(random *rand.Rand, n int) []string {
	var out []string
	for i := range n {
		word := fmt.Sprintf("w%c%c%c", 'a'+rune(random.Intn(26)), 'a'+rune(random.Intn(26)), 'é')
		if i%12 == 11 {
			word += "."
		}
		out = append(out, word)
	}
	return out
}

// TestCopies shows that a shared run of fifteen words is always found, in code
// points, and that the spans hold the same words in both texts.
func TestCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		run := prose(random, rapid.IntRange(15, 80).Draw(t, "run"))
		early := slices.Concat(prose(random, rapid.IntRange(0, 200).Draw(t, "before")), run, prose(random, 50))
		late := slices.Concat(prose(random, rapid.IntRange(0, 200).Draw(t, "ahead")), run, prose(random, 50))
		b := &Builder{}
		b.Document("Late", "2025-06-02", "", strings.Join(late, " "))
		b.Document("Early", "2025-06-01", "", strings.Join(early, " "))
		trace := origins.Find(&b.State)
		if !hasEdge(trace, "d1", "d2", origins.Copies) {
			t.Fatalf("a run of %d words was not found", len(run))
		}
		for _, span := range trace.Edges[0].Spans {
			from := []rune(b.State.Documents[0].Text)[span.From[0]:span.From[1]]
			to := []rune(b.State.Documents[1].Text)[span.To[0]:span.To[1]]
			words := strings.NewReplacer(".", "") // of marks, a copy may have others
			if words.Replace(string(from)) != words.Replace(string(to)) {
				t.Fatalf("the spans differ: %q and %q", string(from), string(to))
			}
		}
	})
}

func TestNoCopies(t *testing.T) {
	for name, bodies := range map[string][2]string{
		"titles and names": {
			"On Monday White House Deputy Chief of Staff John Example and Homeland Security Secretary Jane Sample spoke.",
			"It was White House Deputy Chief of Staff John Example and Homeland Security Secretary Jane Sample who met us.",
		},
		"a short turn of phrase": {
			"The agency did not respond to a request for comment on Monday.",
			"Its office did not respond to a request for comment by noon.",
		},
	} {
		b := &Builder{}
		b.Document("A", "2025-06-01", "", bodies[0])
		b.Document("B", "2025-06-02", "", bodies[1])
		if trace := origins.Find(&b.State); len(trace.Edges) > 0 {
			t.Errorf("%s: expected no edge, found %+v", name, trace.Edges)
		}
	}
}

// TestQuotation shows that a quotation both texts hold is a source they share,
// and no copy of one from the other.
func TestQuotation(t *testing.T) {
	quotation := "“We will keep doing what the people of this country sent us here to do, and nobody will stop us,”"
	b := &Builder{}
	b.Document("A", "2025-06-01", "", quotation+" the speaker said on Monday.")
	b.Document("B", "2025-06-02", "", "Asked about it, a speaker answered: "+quotation+" and went.")
	trace := origins.Find(&b.State)
	if !hasEdge(trace, "d2", "d1", origins.SameSource) || hasEdge(trace, "d2", "d1", origins.Copies) {
		t.Errorf("expected one edge same-source, found %+v", trace.Edges)
	}
}

// TestCredits reads by-lines and datelines.
func TestCredits(t *testing.T) {
	for line, want := range map[string]bool{
		"WASHINGTON (The Wire) — They need 12,340 firefighters.":                       true,
		"By Ann Writer, The Wire\nThey need 12,340 firefighters.":                      true,
		"They need 12,340 firefighters.\nThis article first appeared in The Wire":      true,
		"They need 12,340 firefighters.\nShe read The Wire every morning of her life.": false,
	} {
		b := &Builder{}
		tell := func(publisher, day, body string) {
			b.Document(publisher, day, "", body).Figure("12,340 firefighters", "12,340", 12340, "exact")
		}
		tell("The Wire", "2025-06-01", "In all 12,340 firefighters.")
		tell("The Page", "2025-06-02", line)
		if got := hasEdge(origins.Find(&b.State), "d2", "d1", origins.Credits); got != want {
			t.Errorf("%q: credit %v, want %v", line, got, want)
		}
	}
}

// BenchmarkFind traces a thousand texts of which every fourth copies another.
func BenchmarkFind(b *testing.B) {
	random := rand.New(rand.NewSource(1))
	build := &Builder{}
	var texts [][]string
	for i := range 1000 {
		text := prose(random, 330)
		if i%4 == 3 {
			copy(text[100:160], texts[random.Intn(i)][100:160])
		}
		texts = append(texts, text)
		value := int64(20 + random.Intn(5000))
		number := fmt.Sprint(value)
		build.Document(fmt.Sprintf("Outlet %d", i%100), fmt.Sprintf("2025-06-%02d", 1+i%28), "", strings.Join(text, " ")+" "+number+" agents").
			Figure(number+" agents", number, value, "exact", func(f *dossier.Figure) {
				if i%3 == 0 {
					Said(fmt.Sprintf("outlet:Outlet %d", random.Intn(100)))(f)
				}
			})
	}
	b.ResetTimer()
	for b.Loop() {
		origins.Find(&build.State)
	}
}
