package findings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// expressions are of every shape that pieces are derived from.
var expressions = []string{
	`(?i)\b(?:request|ask|sought|seek|appeal)`, `(?i)\b(?:of|among) (?:the|its|all the) $`, `^(?:Out of|Of)(?: (?:the|its))*$`, `(?i)^[^.;]{0,6}\bfrom (?:just |only )?$`,
	`\b(?:late|early) than\b|\bnow (?:due|set)\b`, `(?i)\b(?:appl(?:ied|y)|ask(?:ed)?)\b[^.;]{0,9}? for\b`, `(?i)authori[sz]ed|k+`, `^(?:back )?(?:in )?\d{2}$|^$`, `(?i)^so$|^as k`,
	`(a|b)+c`, `(?:to){2,3}`, `x*`, `[a-z]of`, `(?i)café`, `é|ö`, `(?:^|, )but`, `of (?:them|these)?`, `(?i)of (?:$|\()`, `in(?:\.|$)`, `s`, `(?i)[k]`, `a.c`, `(?m)^of$`, ``,
}

// TestPatternMatches holds patterns against the regular expressions that they are made of.
func TestPatternMatches(t *testing.T) {
	pieces := []string{"request", "ask", "ed", "Of", "of", " ", " the ", "its", "all", "from ", "just", "only ", "now ", "due", "late", "early", " than", "app", "lied", "ly", "for", "authori", "s", "z", "S", "K", "k", "ſ", "\u212a",
		"back", "in ", "12", "so", "as k", "a", "b", "c", "to", "x", "café", "CAFÉ", "é", "ö", ", ", "but", "them", "(", ".", "in", "\n", "“", "these"}
	for _, expression := range expressions {
		p, expected := newPattern(expression), regexp.MustCompile(expression)
		rapid.Check(t, func(t *rapid.T) {
			s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 8).Draw(t, "text"), "")
			if got, want := p.FindStringSubmatch(s), expected.FindStringSubmatch(s); !slices.Equal(got, want) {
				t.Fatalf("%s finds %q in %q, expected %q", expression, got, s, want)
			}
		})
	}
}

// TestPatternsPassOver holds what texts patterns are not asked about.
func TestPatternsPassOver(t *testing.T) {
	for _, c := range []struct {
		expression, text string
		may              bool
	}{
		{`(?i)\b(?:request|ask|sought|seek|appeal)`, "They are at work in the valley", false},
		{`(?i)\b(?:request|ask|sought|seek|appeal)`, "They APPEALED", true},
		{`(?i)\b(?:of|among) (?:the|its|all the) $`, "most of the", false},
		{`(?i)\b(?:of|among) (?:the|its|all the) $`, "most OF the ", true},
		{`(?i)\b(?:appl(?:ied|y)|petition(?:ed|s)?)\b[^.;]{0,60}? for\b`, "are there for good", false},
		{`(?i)\b(?:up|down) from (?:just |only )?$`, "up from there", false},
		{`^from\s(\S+)`, "taken from 12", false},
		{`\w+`, "any", true},
	} {
		if got := newPattern(c.expression).may(c.text); got != c.may {
			t.Errorf("may(%q, %q) = %v, expected %v", c.expression, c.text, got, c.may)
		}
	}
}

func TestPiecesInText(t *testing.T) {
	words := []string{"he", "she", "hers", "his", "aab", "ab"}
	p := newPieces(words...)
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("heraisbHSE ")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		s := letters.Draw(t, "text")
		want := slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(s), w) })
		if got := p.in(s); got != want {
			t.Fatal(fmt.Sprintf("in(%q) = %v, expected %v", s, got, want))
		}
	})
}
