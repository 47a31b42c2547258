package claims

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // a leading + marks one that goes on
	}{
		{"curly", "She said “we need 50 boats” today.", []string{"“we need 50 boats”"}},
		{"straight", `"Send 50 boats," she said. "Soon."`, []string{`"Send 50 boats,"`, `"Soon."`}},
		{"doubled single marks", "''Send 50 boats,'' she said.", []string{"''Send 50 boats,''"}},
		{"apostrophes are no marks", "The crews' boats, the mayor's and the '90s ones.", nil},
		{"single marks", "A ‘very large’ fire, and a 'second one' too.", []string{"‘very large’", "'second one'"}},
		{"a quotation within", "“He told me ‘go home’ and left,” she said.", []string{"“He told me ‘go home’ and left,”"}},
		{"over paragraphs", "“We need boats.\n\n“And fuel,” she said.", []string{"“We need boats.", "+“And fuel,”"}},
		{"never closed", "“We need boats.\n\nThe mayor left.", []string{"“We need boats."}},
		{"never opened", "We need boats,” she said.", nil},
		{"closed in the next paragraph only", "\"First.\n\nNo marks here.\n\n\"Second,\" he said.", []string{"\"First.", "\"Second,\""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range quotations(c.text) {
				s := c.text[q.start:q.end]
				if q.goesOn {
					s = "+" + s
				}
				got = append(got, s)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("quotations of %q:\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// Whatever the marks, quotations are in order, apart, within one paragraph and
// on the first bytes of code points.
func FuzzQuotations(f *testing.F) {
	for _, s := range []string{"“a” \"b\" 'c' ''d''", "“\n\n“”\n\"", "‘’‘’", "`` x ''", "\"\"\"", "’“”‘\n", "«a» „b“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		last := 0
		for _, q := range quotations(text) {
			if q.start < last || q.end <= q.start || q.end > len(text) {
				t.Fatalf("quotation %d to %d after %d in a text of %d bytes", q.start, q.end, last, len(text))
			}
			if strings.Contains(text[q.start:q.end], "\n") {
				t.Fatalf("quotation over a paragraph's end: %q", text[q.start:q.end])
			}
			if !utf8.RuneStart(text[q.start]) || q.end < len(text) && !utf8.RuneStart(text[q.end]) {
				t.Fatalf("quotation %d to %d splits a code point", q.start, q.end)
			}
			last = q.end
		}
	})
}
