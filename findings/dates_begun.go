package findings

import (
	"slices"
	"strings"

	"muster/interval"
)

// passive takes the verb's helpers off what stands before it, and says by them whether it is
// told as having happened: "which was launched", "will be launched". It is false for "had
// been", which may be of any time.
func passive(before []word, e *edge) ([]word, bool) {
	n := len(before)
	for n > 0 && slices.Contains([]string{"was", "were", "been", "being"}, before[n-1].text) {
		n--
	}
	switch {
	case n == len(before) && n > 0 && before[n-1].text == "be":
		e.done = false
		return before[:n-1], true
	case n < len(before) && n > 0 && (before[n-1].text == "has" || before[n-1].text == "have"):
		return before[:n-1], true
	case n < len(before) && n > 0 && (before[n-1].text == "had" || before[n-1].text == "not"):
		return nil, false
	}
	return before[:n], true
}

// begun reads who begins an event on which day: "The Department today launched Operation
// Green Shore", "will start the evacuation on 9 April".
func (r dayReader) begun(sentence string, tokens []word, verb int, published interval.Date) (edge, bool) {
	e := edge{done: tokens[verb].is("start-done")}
	if verb == 0 || !e.done && !slices.Contains([]string{"will", "to"}, tokens[verb-1].text) || !e.done && !tokens[verb].is("start") {
		return edge{}, false
	}
	for _, w := range tokens[max(0, verb-3):verb] {
		if w.is("loose") {
			return edge{}, false
		}
	}
	object := verb + 1
	if object < len(tokens) && slices.Contains([]string{"the", "its", "their"}, tokens[object].text) {
		object++
	}
	if object >= len(tokens) || !tokens[object].is("event") || strings.ContainsAny(tokens[verb].raw, ",;:") {
		return edge{}, false
	}
	r.call(sentence, tokens[object], &e)
	if today := tokens[verb-1]; e.done && today.text == "today" {
		e.day, e.input = published, Input{Exact: sentence[today.start:today.end], Start: today.start}
		return e, published != ""
	}
	if lead := r.days(sentence[:tokens[verb].start], published, e.done); len(lead) == 1 && strings.TrimSpace(sentence[:lead[0].start]) == "On" {
		e.day, e.input = lead[0].day, Input{Exact: sentence[lead[0].start:lead[0].end], Start: lead[0].start}
		return e, true
	}
	end := tokens[object].end
	if e.named {
		end = tokens[object].start + len(e.event)
	}
	days := r.days(sentence[end:], published, e.done)
	if len(days) == 0 || strings.TrimSpace(sentence[end:end+days[0].start]) != "on" {
		return edge{}, false
	}
	d := days[0]
	e.day, e.input = d.day, Input{Exact: sentence[end+d.start : end+d.end], Start: end + d.start}
	return e, true
}
