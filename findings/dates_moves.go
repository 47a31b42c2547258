package findings

import (
	"slices"
	"strings"

	"muster/interval"
)

// move is a text's word that a day was given up for another.
type move struct {
	document string
	sentence stretch
	from, to interval.Date // from may be none
}

// moved reads "has been moved from June 9 to June 16" and "on June 16 instead of
// June 9".
func (r dayReader) moved(sentence string, tokens []word, days []toldDay) (move, bool) {
	if len(days) == 0 {
		return move{}, false
	}
	if len(days) == 2 {
		between := " " + strings.ToLower(strings.Trim(sentence[days[0].end:days[1].start], " ,")) + " "
		for _, cue := range []string{" instead of ", " instead of on ", " rather than ", " rather than on ", " and not ", " and not on ", " not ", " not on "} {
			if between == cue {
				return move{from: days[1].day, to: days[0].day}, true
			}
		}
	}
	if !slices.ContainsFunc(tokens, func(w word) bool { return w.is("move") }) {
		return move{}, false
	}
	out := move{}
	for _, d := range days {
		before := strings.Fields(strings.ToLower(sentence[:d.start]))
		switch last(before) {
		case "to", "until", "till":
			out.to = d.day
		case "from":
			out.from = d.day
		}
	}
	return out, out.to != "" && (len(days) == 1 || out.from != "")
}

// movedEvent returns the event of a sentence that moves a day: the first one, as
// beginning unless its end is moved.
func (r dayReader) movedEvent(sentence string, tokens []word) (edge, bool) {
	e := edge{}
	for _, w := range tokens {
		switch {
		case w.is("part"):
			return edge{}, false
		case w.text == "end":
			e.end = true
		case e.event == "" && w.is("event"):
			e.event = w.text
			if m := r.name.FindString(sentence[w.start:]); m != "" && strings.HasPrefix(sentence[w.start:], m) {
				e.event, e.named = strings.ToLower(m), true
			}
		}
	}
	return e, e.event != ""
}
