package findings

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/interval"
)

var (
	deniesChange = newPattern(`(?i)\b(?:denie[sd]|denying|rejected reports|dismissed reports)\b[^.;]*\b(extend|postpon|delay|prolong|mov)\w*\b`)
	tellsChange  = newPattern(`(?i)\b(?:ha[sd]|have) (?:been )?(extend|postpon|delay|prolong|mov)ed\b`)
)

// dayChange is a sentence that tells, or denies, that an end was put off to a day.
type dayChange struct {
	document, stem string
	day            interval.Date
	input          Input
}

// deniedDays looks for a change of a day that one text tells as a fact after it was
// denied in another: "denied reports that the drive would be extended to 24 October",
// "the ministry has extended the drive to 24 October".
func (v *View) deniedDays() []Finding {
	if v.fresh != nil {
		return nil // it rests on no figure
	}
	var denied, told []dayChange
	for i := range v.State.Documents {
		d := &v.State.Documents[i]
		known := v.documents[d.ID]
		if known.day == "" || d.Apart != "" || !holds(d.Text, []string{"xtend", "ostpon", "elay", "rolong", "move"}) {
			continue
		}
		for _, s := range v.daySentences(known) {
			sentence := s.text
			change := dayChange{document: d.ID}
			if len(s.days) == 0 || !holds(sentence, []string{"xten", "ostpon", "elay", "rolong", "mov"}) {
				continue
			}
			deny := deniesChange.FindStringSubmatch(sentence)
			m := tellsChange.FindStringSubmatch(sentence)
			switch {
			case deny != nil:
				change.stem = strings.ToLower(deny[1])
			case m != nil:
				change.stem = strings.ToLower(m[1])
			default:
				continue
			}
			change.day = s.days[len(s.days)-1].day
			trimmed := strings.TrimSuffix(strings.TrimSpace(sentence), ".")
			from := s.place.from + utf8.RuneCountInString(sentence) - utf8.RuneCountInString(strings.TrimLeft(sentence, " \n"))
			change.input = Input{Document: d.ID, Exact: trimmed, Start: from, End: from + utf8.RuneCountInString(trimmed)}
			if deny != nil {
				denied = append(denied, change)
			} else {
				told = append(told, change)
			}
		}
	}
	var out []Finding
	for _, no := range denied {
		for _, yes := range told {
			a, b := v.document(no.document), v.document(yes.document)
			if yes.day != no.day || yes.stem != no.stem || yes.document == no.document || b.Published <= a.Published || v.speaksOfDenial(yes.document) || !v.shareFigure(v.documents[no.document], v.documents[yes.document]) {
				continue
			}
			out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: []Input{no.input, yes.input},
				Sentence: fmt.Sprintf("%s says as a fact %s, which was denied in %s; both are kept.", capital(v.dated(yes.document)), quoted(yes.input.Exact), v.dated(no.document))})
		}
	}
	return out
}
