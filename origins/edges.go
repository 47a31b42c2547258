package origins

import (
	"cmp"
	"slices"
	"strings"
)

// edgeSet gathers edges, one a pair and kind.
type edgeSet struct {
	search *search
	byKey  map[edgeKey]*Edge
	next   map[int][]int // texts that a text depends on by cites, credits or copies
}

type edgeKey struct {
	from, to int
	kind     EdgeKind
}

func newEdgeSet(s *search) *edgeSet {
	return &edgeSet{search: s, byKey: map[edgeKey]*Edge{}, next: map[int][]int{}}
}

// add notes an edge; of several for one pair and kind the highest probability
// and all spans stay.
func (e *edgeSet) add(pair [2]int, kind EdgeKind, probability float64, spans ...SharedSpan) {
	key := edgeKey{pair[0], pair[1], kind}
	edge := e.byKey[key]
	if edge == nil {
		edge = &Edge{From: e.search.texts[pair[0]].ID, To: e.search.texts[pair[1]].ID, Kind: kind}
		e.byKey[key] = edge
		if kind != SameSource && kind != SameFigure && !slices.Contains(e.next[pair[0]], pair[1]) {
			e.next[pair[0]] = append(e.next[pair[0]], pair[1])
		}
	}
	edge.Probability = max(edge.Probability, probability)
	for _, span := range spans {
		if !slices.Contains(edge.Spans, span) {
			edge.Spans = append(edge.Spans, span)
		}
	}
}

type found struct {
	pair        [2]int
	kind        EdgeKind
	probability float64
	spans       []SharedSpan
}

func (e *edgeSet) addAll(list []found) {
	for _, f := range list {
		e.add(f.pair, f.kind, f.probability, f.spans...)
	}
}

// linked reports whether any edge of these texts joins them, either way.
func (e *edgeSet) linked(a, b int) bool {
	for _, kind := range []EdgeKind{Cites, Credits, Copies, SameSource, SameFigure} {
		if e.byKey[edgeKey{a, b, kind}] != nil || e.byKey[edgeKey{b, a, kind}] != nil {
			return true
		}
	}
	return false
}

func (e *edgeSet) list() []Edge {
	var out []Edge
	for _, edge := range e.byKey {
		slices.SortFunc(edge.Spans, func(a, b SharedSpan) int {
			return cmp.Or(cmp.Compare(a.From[0], b.From[0]), cmp.Compare(a.From[1], b.From[1]), cmp.Compare(a.To[0], b.To[0]), cmp.Compare(a.To[1], b.To[1]))
		})
		out = append(out, *edge)
	}
	slices.SortFunc(out, func(a, b Edge) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), strings.Compare(string(a.Kind), string(b.Kind)))
	})
	return out
}
