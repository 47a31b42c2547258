package claims

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"muster/documents"
	"muster/language"
)

// checkReading fails when a figure does not hold what every figure must.
func checkReading(t interface{ Fatalf(string, ...any) }, text string, reading Reading) {
	positions := language.NewPositions(text)
	characters := map[int]bool{0: true} // where grapheme clusters begin and end
	for at, rest, state := 0, text, -1; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += utf8.RuneCountInString(cluster)
		characters[at] = true
	}
	verbatim := func(s Span) {
		if !characters[s.Start] || !characters[s.End] {
			t.Fatalf("span %q at %d to %d cuts a character in two in %q", s.Exact, s.Start, s.End, text)
		}
		if s.Start > s.End || text[positions.Byte(s.Start):positions.Byte(s.End)] != s.Exact {
			t.Fatalf("span %q at %d to %d is not verbatim in %q", s.Exact, s.Start, s.End, text)
		}
	}
	last := -1
	for _, f := range append(append([]Figure{}, reading.Figures...), reading.Others...) {
		verbatim(f.Number)
		verbatim(f.Quote.Span)
		if f.Number.Exact == "" {
			t.Fatalf("a figure without a number in %q", text)
		}
		if f.Quote.Start > f.Number.Start || f.Quote.End < f.Number.End {
			t.Fatalf("number %q is not inside its quote %q", f.Number.Exact, f.Quote.Exact)
		}
		if f.Counted != "" && !strings.Contains(text, f.Counted) {
			t.Fatalf("counted %q is not in %q", f.Counted, text)
		}
		if f.Stated.Empty() || f.Reading.Empty() {
			t.Fatalf("%q has an empty interval: stated %s, reading %s", f.Number.Exact, f.Stated, f.Reading)
		}
		for _, hedge := range f.Hedges {
			verbatim(hedge)
		}
		if f.Confidence < 0 || f.Confidence > 1 {
			t.Fatalf("%q has confidence %v", f.Number.Exact, f.Confidence)
		}
	}
	for _, a := range reading.Attributions {
		for _, s := range append([]Span{}, a.Content...) {
			verbatim(s)
		}
		for _, s := range []*Span{a.Source, a.Cue} {
			if s != nil {
				verbatim(*s)
			}
		}
	}
	for _, f := range reading.Figures {
		if f.Number.Start < last {
			t.Fatalf("figures out of order or overlapping at %q in %q", f.Number.Exact, text)
		}
		last = f.Number.End
	}
}

func FuzzFind(f *testing.F) {
	reader := newTestReader(f)
	for _, seed := range []string{
		"At least 5,000 agents (3,000 from Norway and 2,000 from Spain) were sent.",
		"from $10 to $15 billion, up 9.4 per cent", "between five and six", "½ of £1.2bn – 7 1/2", "−1.3% ×10−8",
		"a a a half a million dozen", "minus-5 minus -- 3-1-2 12:30:11 1/2/3", "US $", "$", "3,000-a-day", "“one” in four’s",
		"tens of thousands of", "twenty-", "hundred thousand million", "5,000-plus or more or so", "(", "1 in", "10 to",
		"５，０００ 1.234,56 12,34,567 5\u00ad000", "5️⃣ 3\u0301 ٣٤ 5٣ \u06005", "👩🏽‍🚒5,000👩🏽‍🚒 किताबें said 5 क्षि", "5,000¹ 6,000[1] 10⁶ 1e6",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			t.Skip()
		}
		began := time.Now()
		checkReading(t, text, reader.Find(documents.Document{ID: "fuzz", Text: text}))
		if took := time.Since(began); took > 10*time.Second {
			t.Fatalf("%d bytes took %s: %q", len(text), took, text)
		}
	})
}

// Sentences put together from the words of the grammar keep the rules too,
// and the digits of a value told in digits are those of the text.
func TestFindProperties(t *testing.T) {
	reader := newTestReader(t)
	words := []string{"3,000", "12", "0.5", "$", "€", "%", "percent", "million", "bn", "m", "to", "and", "or", "-", "–", "from", "between",
		"about", "up to", "more than", "five", "twenty", "a", "half", "third", "of", "the", "agents", "troops", "from the FBI", "a day",
		"daily", "including", ",", ".", "(", ")", "ICE", "Kenya", "sent", "rose", "triple", "times", "dozens", "several", "years", "miles", "in", "one", "'s", "“", "”", "\n"}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words")
		separators := rapid.SliceOfN(rapid.SampledFrom([]string{" ", " ", " ", ""}), len(list), len(list)).Draw(t, "separators")
		var text strings.Builder
		for i, word := range list {
			text.WriteString(word)
			text.WriteString(separators[i])
		}
		checkReading(t, text.String(), reader.Find(documents.Document{ID: "rapid", Text: text.String()}))
	})
}

func TestValueDigitsComeFromTheText(t *testing.T) {
	reader := newTestReader(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(2, 99_999_999).Draw(t, "n")
		digits := grouped(n)
		text := "The service sent " + digits + " officers to the coast."
		figures := reader.Find(documents.Document{ID: "rapid", Text: text}).Figures
		if len(figures) != 1 || figures[0].Value == nil {
			t.Fatalf("%q: found %d figures, expected one with a value", text, len(figures))
		}
		if figures[0].Number.Exact != digits || figures[0].Value.Grouped(0) != digits {
			t.Fatalf("%q: found %q = %s", text, figures[0].Number.Exact, figures[0].Value)
		}
	})
}

// A line without end must not take more than linear time.
func TestQuantitiesInLongLines(t *testing.T) {
	reader := newTestReader(t)
	for _, piece := range []string{"5, ", "5 and ", "five ", "a hundred ", "$5 (£4) to ", "about ", "3-", "the troops, ", "is 5, ", "1.", "ICE 5 ",
		"two hundred and two thousand and ", "1 over ", "3 hundred and ", "a hundred and a ", "one half and ", "4 thousand 3 hundred ", "5 feet ", "5 dollars and ",
		"more than 5 and less than 9 and ", "1.234.567.", "1 234 ", "12,34,", "5\u00ad", "5\u0301", "[1]", "5\u0600", "http://a", "1⁄3 ", "10⁶"} {
		text := strings.Repeat(piece, 40_000/len(piece))
		m := reader.newWorkspace()
		drafts, _ := reader.quantities(text, reader.look(text, "", reader.model.SentencesIn(text, &m.tagged), m), nil, m)
		checkReading(t, text, Reading{Figures: reader.finish(text, language.NewPositions(text), drafts)})
	}
}
