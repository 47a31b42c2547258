package origins

import (
	"cmp"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// search is one run of Find.
type search struct {
	identity    Identity
	things      *Things
	texts       []text // in order of publication
	tellings    []telling
	byPublisher map[string][]int        // key of Identity to its texts
	byPair      map[[2]int]bool         // texts of which the first names the second's publisher as a source
	besides     map[int]map[string]bool // words beside the number of a telling; of those asked for
	copied      map[[2]int]bool         // texts of which the first shares running text with the second
}

// text is a document of the dossier.
type text struct {
	*dossier.Document
	day       interval.Date // of publication; none when unknown
	publisher string        // key of Identity
	sources   []claims.Hop  // whom its figures and statements name beyond the outlet, one a name
}

// telling is one figure as one document tells it once.
type telling struct {
	dossier.Figure
	text   int           // index in search.texts
	source claims.Source // of a part whose words name nobody, its total's
	stage  claims.Stage  // of a headline, that of the body's telling: headlines are too short to say
}

// Find traces all comparable figures of a state. The order of documents and
// figures in the state makes no difference.
func Find(state *dossier.State) *Trace {
	s := &search{identity: NewIdentity(state.Settings).In(state), things: NewThings(), besides: map[int]map[string]bool{}}
	s.gather(state)
	s.outlets()
	s.headlineStages()
	s.links()
	copies, quotations := s.copies()
	groups := s.group()
	trace := &Trace{Documents: len(s.texts)}
	edges := newEdgeSet(s)
	edges.addAll(copies)
	edges.addAll(quotations)
	s.cite(edges, groups)
	s.credit(edges, groups)
	s.sameSource(edges, groups)
	s.unlinked(edges, groups)
	trace.Edges = edges.list()
	for _, group := range groups {
		trace.Groups = append(trace.Groups, s.trace(group, edges))
	}
	slices.SortStableFunc(trace.Groups, func(a, b Group) int { return len(b.Mentions) - len(a.Mentions) })
	return trace
}

// gather brings documents into the order of publication and figures into the
// order of their documents.
func (s *search) gather(state *dossier.State) {
	for i := range state.Documents {
		d := &state.Documents[i]
		if d.Apart != "" {
			continue
		}
		day, _ := interval.ParseDate(d.Published)
		s.texts = append(s.texts, text{Document: d, day: day, publisher: s.identity.key(d.Publisher)})
	}
	s.sources(state)
	depth := s.depths()
	slices.SortStableFunc(s.texts, func(a, b text) int {
		return cmp.Or(strings.Compare(string(a.day), string(b.day)), depth[a.ID]-depth[b.ID], strings.Compare(a.Published, b.Published),
			strings.Compare(a.Document.Document.ID, b.Document.Document.ID), strings.Compare(a.ID, b.ID))
	})
	place := map[string]int{}
	for i, t := range s.texts {
		place[t.ID] = i
	}
	for _, f := range state.Comparable() {
		if i, known := place[f.Document]; known {
			s.tellings = append(s.tellings, telling{f, i, sourceOf(state, f), f.Claim.Stage})
		}
	}
	slices.SortStableFunc(s.tellings, func(a, b telling) int {
		return cmp.Or(a.text-b.text, a.Claim.Number.Start-b.Claim.Number.Start, a.Claim.Number.End-b.Claim.Number.End, strings.Compare(a.ID, b.ID))
	})
}

// headlineStages gives each figure in a headline the stage of the first telling
// of an equal amount of a compatible thing in the body.
func (s *search) headlineStages() {
	for i := range s.tellings {
		head := &s.tellings[i]
		if !head.Headline || amountKey(head.Claim) == "" {
			continue
		}
		for j := i + 1; j < len(s.tellings) && s.tellings[j].text == head.text; j++ {
			body := s.tellings[j]
			if !body.Headline && amountKey(body.Claim) == amountKey(head.Claim) && s.identity.related(body.Claim.Organisation, head.Claim.Organisation) && s.things.Same(body.Claim.Counted, head.Claim.Counted) {
				head.stage = body.stage
				break
			}
		}
	}
}

// sourceOf returns the attribution of a figure. A list of parts is told by
// whoever tells the total, where its own words name nobody.
func sourceOf(state *dossier.State, f dossier.Figure) claims.Source {
	source := f.Claim.Attribution
	for range 3 { // parts of parts, and no further
		if len(source.Chain) > 1 || f.PartOf == "" {
			break
		}
		total := state.Figure(f.PartOf)
		if total == nil || total.Document != f.Document {
			break
		}
		f, source = *total, total.Claim.Attribution
	}
	return source
}

// sources notes whom each text's figures and statements name.
func (s *search) sources(state *dossier.State) {
	place := map[string]int{}
	for i, t := range s.texts {
		place[t.ID] = i
	}
	note := func(document string, chain []claims.Hop) {
		i, known := place[document]
		if !known {
			return
		}
		for _, hop := range beyond(chain) {
			// One hop a name is enough, and keeps the order of figures out of it.
			if !slices.ContainsFunc(s.texts[i].sources, func(h claims.Hop) bool { return h.Name == hop.Name && h.Kind == hop.Kind }) {
				s.texts[i].sources = append(s.texts[i].sources, hop)
			}
		}
	}
	for _, f := range state.Comparable() {
		note(f.Document, f.Claim.Attribution.Chain)
	}
	for _, statement := range state.Statements {
		note(statement.Document, statement.Claim.Chain)
	}
}

// depths says how many texts of its own day lie before a text, because it names
// the publisher of one, which names the publisher of another. Loops end.
func (s *search) depths() map[string]int {
	type dayOutlet struct {
		day       interval.Date
		publisher string
	}
	texts := map[dayOutlet][]int{}
	for i, t := range s.texts {
		texts[dayOutlet{t.day, t.publisher}] = append(texts[dayOutlet{t.day, t.publisher}], i)
	}
	depth := map[string]int{}
	for range 5 { // chains within a day are short; a loop must not grow for ever
		next := map[string]int{}
		for _, t := range s.texts {
			for _, hop := range t.sources {
				for _, j := range texts[dayOutlet{t.day, s.identity.key(hop.Name)}] {
					if s.texts[j].publisher != t.publisher && hop.Kind == claims.Outlet {
						next[t.ID] = max(next[t.ID], depth[s.texts[j].ID]+1)
					}
				}
			}
		}
		depth = next
	}
	return depth
}

// beyond returns the hops after the publishing outlet.
func beyond(chain []claims.Hop) []claims.Hop {
	if len(chain) < 2 {
		return nil
	}
	return chain[1:]
}

// mayFollow reports whether text a can have what text b published. One day is
// allowed for time zones and late time stamps.
func (s *search) mayFollow(a, b int) bool {
	x, y := s.texts[a].day, s.texts[b].day
	return a != b && (x == "" || y == "" || y <= x.AddDays(1))
}
