package findings

import (
	"maps"
	"slices"
	"strings"

	"muster/dossier"
	"muster/origins"
)

// Checker keeps a state with its look-ups, so that one new figure is checked
// without going through all others again. It is not for several goroutines at
// once.
type Checker struct{ view *View }

// NewChecker looks at a state once.
func NewChecker(state *dossier.State, trace *origins.Trace) *Checker {
	v := viewInOrder(state, trace, NewComparer(state))
	v.toldDays() // the one look-up that reads all texts
	v.sources()
	return &Checker{v}
}

// Findings returns what Check says of the state.
func (c *Checker) Findings() []Finding { return c.view.findings() }

// Try returns the findings that rest on a new figure of a document in the state,
// as Check would find them with it; the state is not changed. like is the ID of a
// figure that the new one is another telling of; "" for none. Findings that
// gather many figures name only those near the new one: those of its document, of
// its scope and number, and of the documents that tell it too.
func (c *Checker) Try(fresh dossier.Figure, like string) []Finding {
	f := c.view.unseen(&fresh)
	beside := c.view.besideDays(f)
	comparer := *c.view.Comparer
	comparer.names, comparer.keys = comparer.names.And(&fresh), &memos[string, string]{}
	near, trace := c.neighbourhood(f, like, append(beside, c.view.sources().with(&comparer).around(f)...))
	v := viewInOrder(near, trace, &comparer)
	for _, known := range v.numbered { // texts read once need not be read again
		if known.document != nil {
			known.readText = c.view.documents[known.document.ID].readText
		}
	}
	v.several, v.links, v.wordings, v.fresh, v.days = c.view.several, c.view.links, c.view.wordings, v.Figure(f.ID), len(beside) > 0
	return slices.DeleteFunc(v.findings(), func(found Finding) bool {
		return !slices.ContainsFunc(found.Inputs, func(in Input) bool { return in.Figure == f.ID })
	})
}

// unseen returns a new figure of a document in the state.
func (v *View) unseen(f *dossier.Figure) *Figure {
	its := v.documents[f.Document]
	if its == nil {
		its = &knownDocument{}
	}
	return &Figure{Figure: f, document: its, group: -1}
}

// mostNear is how many figures of its scope a new one is set against: those
// published nearest to it.
const mostNear = 60

// nearest returns the figures that were published nearest to a figure, of a list in the order
// of publication.
func nearest(f *Figure, list []*Figure) []*Figure {
	to, _ := slices.BinarySearchFunc(list, f.document.nth, func(g *Figure, day int) int { return g.document.nth - day })
	from := to
	for to-from < min(mostNear, len(list)) {
		if from > 0 && (to == len(list) || f.document.daysFrom(list[from-1].document) <= f.document.daysFrom(list[to].document)) {
			from--
		} else {
			to++
		}
	}
	return list[from:to]
}

// neighbourhood returns the part of the state that findings on a figure can rest
// on; beside are documents that tell days as it does, or that it may rest on.
func (c *Checker) neighbourhood(f *Figure, like string, beside []string) (*dossier.State, *origins.Trace) {
	v := c.view
	picked, documents, groups := map[string]bool{}, map[string]bool{}, map[int]bool{}
	var list []*Figure
	take := func(g *Figure) {
		if !picked[g.ID] {
			picked[g.ID] = true
			list = append(list, g)
		}
	}
	takeDocument := func(id string) {
		if !documents[id] {
			documents[id] = true
			for _, g := range v.own(id) {
				take(g)
			}
		}
	}
	take(f)
	takeDocument(f.Document)
	for _, id := range beside {
		takeDocument(id)
	}
	if i, ok := v.group(like); ok {
		for _, g := range v.Groups[i] {
			takeDocument(g.Document)
		}
	}
	if key, ok := v.Comparer.keyOf(&f.Claim); ok {
		for _, per := range []string{key.per, "day", ""} {
			key.per = per
			for _, g := range nearest(f, v.scopes[key]) {
				take(g)
			}
		}
	}
	for _, g := range v.sameNumber(f) {
		takeDocument(g.Document)
	}
	if i, ok := v.group(f.PartOf); ok { // where its total is told too, the part may be left out
		for _, g := range v.Groups[i] {
			takeDocument(g.Document)
		}
	}
	for _, g := range append([]*Figure{f}, v.own(f.Document)...) { // rates that a multiple may be one of
		if g.Claim.Per != "" && (g == f || f.Claim.Relative != nil) {
			head, _ := v.Comparer.head(g.Claim.Counted)
			for _, rival := range nearest(f, v.heads[headKey{g.Claim.Per, head}]) {
				takeDocument(rival.Document)
			}
		}
	}
	state := &dossier.State{At: v.State.At, Size: v.State.Size, Known: v.State.Known, Settings: v.State.Settings, Series: v.State.Series}
	for _, g := range list {
		documents[g.Document] = true
		if i, ok := v.group(g.ID); ok {
			groups[i] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(documents)) {
		if d := v.document(id); d != nil {
			state.Documents = append(state.Documents, *d)
		}
		for _, s := range v.said(id) {
			state.Statements = append(state.Statements, *s)
		}
	}
	for _, g := range list {
		state.Figures = append(state.Figures, *g.Figure)
	}
	trace := &origins.Trace{Documents: len(state.Documents)}
	joined := false
	for _, i := range slices.Sorted(maps.Keys(groups)) {
		var group origins.Group
		for _, g := range v.Groups[i] {
			if picked[g.ID] {
				group.Mentions = append(group.Mentions, origins.Mention{Figure: g.ID, Document: g.Document})
			}
		}
		if at, ok := v.group(like); ok && at == i {
			joined = true
			group.Mentions = append(group.Mentions, origins.Mention{Figure: f.ID, Document: f.Document})
			slices.SortStableFunc(group.Mentions, func(a, b origins.Mention) int { // the earliest first
				return strings.Compare(v.document(a.Document).Published, v.document(b.Document).Published)
			})
		}
		trace.Groups = append(trace.Groups, group)
	}
	if !joined {
		trace.Groups = append(trace.Groups, origins.Group{Mentions: []origins.Mention{{Figure: f.ID, Document: f.Document}}})
	}
	return state, trace
}
