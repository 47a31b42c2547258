package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
)

// supports reads days of a beginning that are told in passing: "will send 900 officers
// from June 9", "beginning on June 9", "the start of the operation on June 9". They set no two texts against
// each other, and only say who else has a day.
func (r dayReader) supports(sentence string, tokens []word, days []toldDay) []edge {
	var out []edge
	for _, d := range days {
		n := 0
		for n < len(tokens) && tokens[n].end <= d.start {
			n++
		}
		before := tokens[:n]
		if n < 2 || n < len(tokens) && tokens[n].start < d.start || slices.ContainsFunc(before, func(w word) bool {
			return w.is("denial") || slices.Contains([]string{"may", "might", "could", "if", "unless", "not", "never", "no"}, w.text)
		}) {
			continue
		}
		e := edge{day: d.day}
		switch {
		case before[n-1].text == "from" && slices.ContainsFunc(before, func(w word) bool { return w.is("send") }):
		case (before[n-1].text == "from" || before[n-1].text == "on") && slices.Contains([]string{"beginning", "starting"}, before[n-2].text):
		case before[n-1].text == "on" || before[n-1].text == "of":
			start := slices.IndexFunc(before, func(w word) bool { return w.is("start") })
			if start < 1 || start+1 >= n || before[start+1].text != "of" || n-start > 7 {
				continue
			}
			at := slices.IndexFunc(before[start:], func(w word) bool { return w.is("event") })
			if at < 0 {
				continue
			}
			e.event = before[start+at].text
		default:
			continue
		}
		e.input = Input{Exact: sentence[d.start:d.end], Start: d.start}
		out = append(out, e)
	}
	return out
}

// supporters returns the edges of texts that have one of the days of an event too,
// in passing or as past; of an event without a name, of texts that share a number or a source.
func (v *View) supporters(list []*edge) []*edge {
	var out []*edge
	add := func(told toldEvents) {
		alike := func(p eventPlace) bool {
			return slices.ContainsFunc(list, func(f *edge) bool { return f.nth == p.nth }) && !slices.ContainsFunc(list, func(f *edge) bool { return f.home == told.list[p.place].home })
		}
		var places []int
		for _, f := range list {
			places = append(places, told.near(v, f, alike)...)
			if f.named {
				break // the others have the same name
			}
		}
		slices.Sort(places)
		for _, i := range slices.Compact(places) {
			out = append(out, &told.list[i])
		}
	}
	add(v.toldDays().supports)
	add(v.toldDays().edges)
	return out
}

// sourced returns a text's name in a list of those that tell a day, with the office
// that it has the day from, where that office has another.
func (v *View) sourced(e *edge, list []*edge) string {
	name := v.named(e.document)
	for _, s := range v.said(e.document) {
		if !slices.ContainsFunc(s.Claim.Content, func(part claims.Span) bool { return part.Start < e.sentence.to && part.End > e.sentence.from }) {
			continue
		}
		for _, hop := range s.Claim.Chain {
			for _, other := range list {
				if other.day == e.day || other.home == e.home {
					continue
				}
				publisher := other.home.document.Publisher
				if v.office(publisher) && v.Comparer.names.Same(hop.Name, publisher) {
					return fmt.Sprintf("%s, which names %s as its source", name, the(strings.TrimSpace(publisher)))
				}
			}
		}
	}
	return name
}
