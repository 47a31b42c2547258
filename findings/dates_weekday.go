package findings

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// longestWithoutYear is how many days from its text a date without a year may lie so that
// its year is known.
const longestWithoutYear = 60

// wrongWeekdays looks for dates with a day of the week that they do not fall on: "Monday,
// 23 April" in a year in which that is a Wednesday.
func wrongWeekdays(v *View) []Finding {
	var out []Finding
	for _, known := range v.telling {
		if known.document == nil || known.day == "" {
			continue
		}
		for _, s := range v.daySentences(known) {
			for _, d := range s.days {
				if d.weekday == "" {
					continue
				}
				is := d.day.Time().Weekday().String()
				if d.weekday == is || !d.year && daysApart(d.day, known.day) > longestWithoutYear {
					continue
				}
				inputs, reviewed := v.tellers(known.document.ID, s.place)
				if len(inputs) == 0 {
					inputs = []Input{inputAt(known, s.start+d.start, s.start+d.end)}
				}
				out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: inputs, Unreviewed: !reviewed,
					Sentence: fmt.Sprintf("%s has %s, but %s is a %s.", capital(v.named(known.document.ID)), quoted(strings.ReplaceAll(s.text[d.start:d.end], "(", "")), longDate(d.day), is)})
			}
		}
	}
	return out
}

// inputAt is a stretch of a document's text, in bytes, as what a finding rests on.
func inputAt(known *knownDocument, start, end int) Input {
	from := utf8.RuneCountInString(known.document.Text[:start])
	exact := known.document.Text[start:end]
	return Input{Document: known.document.ID, Exact: exact, Start: from, End: from + utf8.RuneCountInString(exact)}
}
