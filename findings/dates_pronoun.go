package findings

import (
	"strings"

	"muster/interval"
)

var (
	pronounStarts = newPattern(`^\s*(?:They|It) (?:(?:will|are to|is to|are due to|is due to) )?(?:start|begin)s? on $`)
	thenEnds      = newPattern(`^,? and (?:(?:will|are to|is to) )?(?:end|finish|conclude)(?:s|es)? on $`)
)

// fromTo reads "They will start on 3 May and finish on 20 May": when what the pronoun
// takes up begins, and its end.
func (r dayReader) fromTo(sentence string, days []toldDay) (start interval.Date, end edge, ok bool) {
	if trimmed := strings.TrimSpace(sentence); !strings.HasPrefix(trimmed, "They ") && !strings.HasPrefix(trimmed, "It ") {
		return "", edge{}, false
	}
	if len(days) != 2 || !pronounStarts.MatchString(sentence[:days[0].start]) || !thenEnds.MatchString(sentence[days[0].end:days[1].start]) {
		return "", edge{}, false
	}
	return days[0].day, edge{end: true, day: days[1].day, input: Input{Exact: sentence[days[1].start:days[1].end], Start: days[1].start}}, true
}
