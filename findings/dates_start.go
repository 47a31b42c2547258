package findings

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// starts looks for one event that texts, or one text, have begin or end on
// different days. A day that was moved, as some text tells, is no conflict with
// what was told before.
func starts(v *View) []Finding {
	if v.fresh != nil && !v.days {
		return nil
	}
	told := v.toldDays()
	edges, moves := told.edges.list, told.moves
	var out []Finding
	done := make([]bool, len(edges))
	for i := range edges {
		if done[i] || len(edges[i].home.own) == 0 {
			continue
		}
		e := &edges[i]
		group := append([]int{i}, told.edges.near(v, e, func(p eventPlace) bool {
			j := int(p.place)
			return j > i && !done[j] && max(e.nth-p.nth, p.nth-e.nth) <= longestApart && edges[j].done == e.done && v.oneEvent(e, &edges[j])
		})...)
		var apart []*edge
		for _, a := range group {
			done[a] = true
			if slices.ContainsFunc(group, func(b int) bool { return v.clash(&edges[a], &edges[b], moves) }) {
				apart = append(apart, &edges[a])
			}
		}
		if f, ok := v.edgesApart(apart, moves); ok {
			out = append(out, f)
		}
	}
	return out
}

// toldEvents are days in a list with their places in it: by the names of their events, and by
// the documents, where an event without a name is looked for.
type toldEvents struct {
	list  []edge
	named map[string][]eventPlace
	in    [][]eventPlace // by the number of the document
}

// eventPlace is the place of a day in a list, with the day, its event there, and whether it is
// the end of that.
type eventPlace struct {
	place, nth, event int32
	end               bool
}

// event is what begins or ends, by its name or its noun.
type event struct {
	words string
	named bool
}

// toldEvents finds the places of days; events numbers the events.
func (v *View) toldEvents(list []edge, events map[event]int32) toldEvents {
	told := toldEvents{list, map[string][]eventPlace{}, make([][]eventPlace, len(v.numbered))}
	for i := range list {
		e, known := &list[i], v.documents[list[i].document]
		one := event{e.event, e.named}
		if events[one] == 0 {
			events[one] = int32(len(events) + 1)
		}
		e.number, e.home, e.nth = events[one], known, int32(nthDay(e.day))
		place := eventPlace{int32(i), e.nth, e.number, e.end}
		told.in[known.number] = append(told.in[known.number], place)
		if e.named && len(known.own) > 0 { // else it tells nothing
			told.named[e.event] = append(told.named[e.event], place)
		}
	}
	return told
}

// near returns the places, in order, of those that may be of one event with a day and are
// wanted.
func (t toldEvents) near(v *View, e *edge, wanted func(eventPlace) bool) []int {
	var out []int
	if len(t.list) == 0 {
		return nil
	}
	add := func(places []eventPlace) {
		for _, p := range places {
			if p.event == e.number && p.end == e.end && wanted(p) {
				out = append(out, int(p.place))
			}
		}
	}
	if e.named {
		add(t.named[e.event])
		return out
	}
	for _, document := range v.beside(e.home) {
		add(t.in[document])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// beside returns the numbers of the documents with figures that may share one or a source with
// a document, itself among them, in order.
func (v *View) beside(known *knownDocument) []int32 {
	return known.near.get(func() []int32 {
		out := []int32{int32(known.number)}
		for other := range v.sharing(known) {
			out = append(out, int32(other.number))
		}
		for other := range v.sources().linkedTo(known) {
			if len(other.own) > 0 {
				out = append(out, int32(other.number))
			}
		}
		slices.Sort(out)
		return slices.Clone(slices.Compact(out))
	})
}

// oneEvent reports whether two texts tell of the beginning, or the end, of one
// event: by its name, or by its noun where the texts tell a figure in common. The names, or
// the nouns, are the same, and the days no further apart than those of one event.
func (v *View) oneEvent(a, b *edge) bool {
	if x, y := a.home, b.home; x.day == "" || y.day == "" || x.daysFrom(y) > longestTold || a.place != b.place && a.place != "" && b.place != "" {
		return false
	}
	return a.named || a.home == b.home || v.shareFigure(a.home, b.home) || a.kind == b.kind && v.sources().linked(a.home, b.home)
}

// clash reports whether two days cannot both be right: no text tells that the one
// was given up for the other.
func (v *View) clash(a, b *edge, moves []move) bool {
	if a.day == b.day || (a.place != "") != (b.place != "") && a.document == b.document {
		return false
	}
	if oneWeekday(&claims.When{Text: a.input.Exact, Period: interval.Period{From: a.day, To: a.day}}, &claims.When{Text: b.input.Exact, Period: interval.Period{From: b.day, To: b.day}}) {
		return false
	}
	if v.tellsOf(a, b) || v.tellsOf(b, a) {
		return false
	}
	x, y := a.home.document.Published, b.home.document.Published
	return !slices.ContainsFunc(moves, func(m move) bool {
		if m.from == "" && a.document == b.document {
			return false // that it is late does not say that the same text tells two days
		}
		told := v.document(m.document).Published
		explains := func(old, now interval.Date, oldTold, nowTold string) bool {
			return now == m.to && (m.from == "" || old == m.from) && oldTold <= told && nowTold >= told
		}
		return explains(a.day, b.day, x, y) || explains(b.day, a.day, y, x)
	})
}

// tellsOf reports whether the text of an edge knows the other day too, as one that was
// changed, or, of an event without a name, that may be of another place or part.
func (v *View) tellsOf(e, other *edge) bool {
	text := e.home.document.Text
	return e.document != other.document && namesDay(text, other.day) && (!e.named || movesDay(text))
}

// edgesApart makes one finding of all texts that give one event days apart.
func (v *View) edgesApart(list []*edge, moves []move) (Finding, bool) {
	if len(list) < 2 {
		return Finding{}, false
	}
	slices.SortStableFunc(list, func(a, b *edge) int { return strings.Compare(string(a.day), string(b.day)) })
	one := list[0]
	verb := "begins"
	if one.end {
		verb = "ends"
	}
	if one.done {
		verb = map[bool]string{false: "began", true: "ended"}[one.end]
	}
	name := "the " + one.event
	if one.named {
		name = capitals(one.event)
	}
	var days []interval.Date
	var ins []Input
	unreviewed := false
	rest := func(inputs []Input, reviewed bool) {
		unreviewed = unreviewed || !reviewed
		for _, in := range inputs {
			if !slices.Contains(ins, in) {
				ins = append(ins, in)
			}
		}
	}
	for _, e := range list {
		if !slices.Contains(days, e.day) {
			days = append(days, e.day)
		}
		inputs, reviewed := v.tellers(e.document, e.sentence)
		if len(inputs) == 0 {
			inputs = []Input{e.input}
		}
		rest(inputs, reviewed)
	}
	all := slices.Clone(list)
	for _, e := range v.supporters(list) {
		inputs, reviewed := v.tellers(e.document, e.sentence)
		if !reviewed && !unreviewed {
			continue // what everybody may see does not tell what nobody looked at
		}
		if len(inputs) == 0 {
			inputs = []Input{e.input}
		}
		rest(inputs, reviewed)
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b *edge) int {
		x, y := v.document(a.document), v.document(b.document)
		return cmp.Or(strings.Compare(x.Published, y.Published), strings.Compare(x.Document.ID, y.Document.ID))
	})
	var pieces []string
	for _, day := range days {
		var names []string
		for _, e := range all {
			if e.day != day {
				continue
			}
			if n := v.sourced(e, all); !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		pieces = append(pieces, fmt.Sprintf("on %s according to %s", longDate(day), listed(names)))
	}
	sentence := fmt.Sprintf("%s %s %s", capital(name), verb, listed(pieces))
	if !slices.ContainsFunc(list, func(e *edge) bool { return e.document != one.document }) {
		var told []string
		for _, day := range days {
			told = append(told, "on "+longDate(day))
		}
		sentence = fmt.Sprintf("%s has %s %s %s", capital(v.named(one.document)), name, map[bool]string{false: "begin", true: "end"}[one.end], listed(told))
	}
	for _, m := range moves {
		inputs, reviewed := v.tellers(m.document, m.sentence)
		if !reviewed && !unreviewed {
			continue // what everybody may see does not tell what nobody looked at
		}
		if slices.ContainsFunc(list, func(e *edge) bool { return e.day == m.to }) {
			rest(inputs, reviewed)
			sentence += fmt.Sprintf("; %s says that the day was moved to %s", v.named(m.document), longDate(m.to))
			break
		}
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: ins, Sentence: sentence + ".", Unreviewed: unreviewed}, true
}

// tellers returns the figures and statements that stand in a stretch of a text, and
// whether a person reviewed one of them, and so the stretch: only these then.
func (v *View) tellers(document string, place stretch) (inputs []Input, reviewed bool) {
	var proposed []Input
	add := func(in Input, status dossier.Status) {
		if status.Reviewed() {
			inputs = append(inputs, in)
		} else {
			proposed = append(proposed, in)
		}
	}
	for _, f := range v.own(document) {
		if at := f.Claim.Number.Start; at >= place.from && at < place.to && !f.Status.Aside() {
			add(input(f), f.Status)
		}
	}
	for _, s := range v.said(document) {
		if s.Status.Aside() {
			continue
		}
		for _, part := range s.Claim.Content {
			if part.Start < place.to && part.End > place.from {
				add(Input{Figure: s.ID, Exact: part.Exact, Document: document, Start: part.Start, End: part.End}, s.Status)
				break
			}
		}
	}
	if len(inputs) > 0 {
		return inputs, true
	}
	return proposed, false
}

// besideDays returns the documents that findings on the days told in a figure's
// sentence can rest on, or be explained by: those that tell such days of the same
// event, and those that tell days as moved.
func (v *View) besideDays(f *Figure) []string {
	if f.document.document == nil {
		return nil
	}
	all := v.toldDays()
	var out []string
	add := func(id string) {
		if len(out) < mostNear && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, told := range []toldEvents{all.edges, all.supports} {
		for _, p := range told.in[f.document.number] {
			a := &told.list[p.place]
			if at := f.Claim.Number.Start; a.home != f.document || at < a.sentence.from || at >= a.sentence.to {
				continue
			}
			for b := range members([][]edge{all.edges.list, all.supports.list}) {
				if a.number == b.number && a.end == b.end {
					add(b.document)
				}
			}
		}
	}
	if len(out) > 0 {
		for _, m := range all.moves {
			add(m.document)
		}
	}
	return out
}

// members goes through the members of several lists, where they are.
func members[T any](lists [][]T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, list := range lists {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// capitals writes a name that was compared in small letters.
func capitals(name string) string {
	words := strings.Fields(name)
	for i := range words {
		words[i] = capital(words[i])
	}
	return strings.Join(words, " ")
}
