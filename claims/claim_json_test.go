package claims

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"muster/interval"
)

// What is written must be what encoding/json writes of the same types, so that
// claim.go stays the specification.
func TestWritesTheJSONOfItsTypes(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a \"b\" \\ <c> & d", "\x00\x1f\x7f\b\f\n\r\t", "\xff\xe2\x80", "\u2028\u2029\ufffd’", "Zürich"}))
	rapid.Check(t, func(t *rapid.T) {
		pick := func() string { return text.Draw(t, "text") }
		whether := func() bool { return rapid.Bool().Draw(t, "whether") }
		number := func() interval.Number {
			return interval.Frac(rapid.Int64Range(-5000, 1<<40).Draw(t, "top"), rapid.Int64Range(1, 7).Draw(t, "bottom"))
		}
		some := func(s string) *string {
			if whether() {
				return nil
			}
			return &s
		}
		span := func() Span {
			return Span{Exact: pick(), Start: rapid.IntRange(0, 1e6).Draw(t, "start"), End: rapid.IntRange(0, 1e6).Draw(t, "end")}
		}
		spans := func() []Span {
			return rapid.SampledFrom([][]Span{nil, {}, {span()}, {span(), span()}}).Draw(t, "spans")
		}
		hop := func() Hop {
			h := Hop{Name: pick(), Kind: HopKind(pick()), Role: Role(pick())}
			if s := span(); whether() {
				h.Cue, h.Source = &s, &s
			}
			return h
		}
		f := Figure{ID: pick(), PartOf: some(pick()), Parts: some(pick()), Quote: Quote{span(), pick(), pick()}, Number: span(),
			Qualifier: Qualifier(pick()), Direction: pick(), Unit: pick(), Per: pick(), Counted: pick(), Subject: pick(), Organisation: pick(),
			Place: pick(), Stage: Stage(pick()), Approver: pick(), Act: Act(pick()), Denies: some(pick()),
			Attribution: Source{Method: Method(pick()), Chain: []Hop{hop(), hop()}}, Hedges: spans(), Conditions: spans(),
			Confidence: float64(rapid.IntRange(0, 100).Draw(t, "confidence")) / 100, Kind: pick()}
		if n := number(); whether() {
			f.Value, f.Stated = &n, interval.MoreThan(n)
			f.Reading = interval.Between(n, number())
			f.Change, f.Relative = &Change{To: &n}, &Relative{interval.AtMost(n), pick()}
			f.About = &When{interval.Period{From: "2025-06-04"}, pick()}
			f.Attribution.Marks = []Mark{Loop, Mark(pick())}
		}
		s := span()
		r := Reading{ID: pick(), Document: Header{pick(), pick(), pick(), pick(), pick()}, Text: pick(),
			Figures:      rapid.SampledFrom([][]Figure{nil, {}, {f}, {f, f}}).Draw(t, "figures"),
			Attributions: []Attribution{{Source: &s, Content: spans(), Chain: []Hop{hop()}, Speech: Speech(pick())}, {Cue: &s}}}
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(r); err != nil {
			t.Fatal(err)
		}
		if got := string(r.AppendJSON(nil)) + "\n"; got != want.String() {
			t.Fatalf("got  %s\nwant %s", got, want.String())
		}
	})
}
