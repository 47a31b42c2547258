package findings

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestDayScanner holds the scanner against the regular expression that says what it
// is to find, on stretches drawn from the words of days and what may stand around them.
func TestDayScanner(t *testing.T) {
	const (
		months   = `January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept\.?|Oct\.?|Nov\.?|Dec\.?`
		weekdays = `Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday`
	)
	expected := regexp.MustCompile(`\b(?:(` + weekdays + `)(?:,? (?:the )?| \())?(?:(` + months + `) (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)? (?:of )?(` + strings.ReplaceAll(months, `\.?`, "") + `))\b(?:,? (\d{4})\b)?|\b(` + weekdays + `)\b`)
	scanner := newDayScanner()
	piece := rapid.SampledFrom(strings.Split("January|March|May|Mayor|June|August|Aug|Aug.|Sept.|Dec|Monday|Fridays|Friday|12|3|31st|2nd|5th|123|2026|1,200|20263| | | | |,|, |.| (|)|the |of |on |-|–|é|_|to ", "|"))
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 1, 14).Draw(t, "pieces"), "")
		var want []dayWords
		for _, m := range expected.FindAllStringSubmatchIndex(s, -1) {
			group := func(n int) string {
				if m[2*n] < 0 {
					return ""
				}
				return s[m[2*n]:m[2*n+1]]
			}
			day := dayWords{start: m[0], end: m[1], weekday: group(1) + group(7), month: group(2) + group(5), number: group(3) + group(4), monthFirst: group(2) != "", year: group(6)}
			day.month = strings.TrimSuffix(day.month, ".")
			want = append(want, day)
		}
		got := slices.Collect(scanner.all(s))
		if len(got) != len(want) {
			t.Fatalf("%q: found %+v, expected %+v", s, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%q: found %+v, expected %+v", s, got[i], want[i])
			}
		}
	})
}
