package claims

import (
	"slices"
	"strings"
)

// This file marks chains that the text itself contradicts. They are kept as
// told.

// edge says that the text has one source cite another.
type edge struct{ from, to string }

// citedBy returns who cites whom, as the text tells it anywhere.
func (t *testimony) citedBy() []edge {
	var all []edge
	for _, found := range t.byLine {
		for _, s := range found {
			if s.class != citing || len(s.hops) == 0 {
				continue
			}
			for i := 1; i < len(s.hops); i++ {
				all = append(all, edge{s.hops[i-1].Name, s.hops[i].Name})
			}
			for _, o := range found {
				if s.trailing && o != s && (o.class == saying || o.class == telling || o.class == showing) && len(o.hops) > 0 {
					all = append(all, edge{o.hops[len(o.hops)-1].Name, s.hops[0].Name})
				}
			}
		}
	}
	return all
}

// loops reports whether the text leads the root of the chain back to a hop
// before it: "Reuters, citing the Post" and "the Post had cited Reuters".
func (t *testimony) loops(chain []Hop, edges []edge) bool {
	if len(chain) < 2 {
		return false
	}
	reached := []string{chain[len(chain)-1].Name}
	for i := 0; i < len(reached); i++ {
		for _, e := range edges {
			if e.from != reached[i] || slices.Contains(reached, e.to) {
				continue
			}
			for _, h := range chain[:len(chain)-1] {
				if h.Name == e.to || h.Kind == Outlet && h.Name != "" && sameOutlet(t.names, h.Name, e.to) {
					return true
				}
			}
			reached = append(reached, e.to)
		}
	}
	return false
}

// farDenial is how many sentences later a source denies what it is said to have
// told.
const farDenial = 3

// disowned reports whether the root of the chain soon denies having told the
// figure: "The ministry denied having said so."
func (t *testimony) disowned(d *draft, chain []Hop) bool {
	if len(chain) < 2 {
		return false
	}
	root := chain[len(chain)-1].Name
	for i := d.sentence + 1; i < len(t.byLine) && i <= d.sentence+farDenial; i++ {
		for _, s := range t.byLine[i] {
			if len(s.hops) > 0 && s.hops[len(s.hops)-1].Name == root && s.deniesTelling() {
				return true
			}
		}
	}
	return false
}

// deniesTelling says whether the statement denies words rather than what they
// tell: "denied having said", "said it never gave such a figure".
func (s *statement) deniesTelling() bool {
	if s.class != denying && s.class != saying {
		return false
	}
	denied := s.class == denying
	for _, r := range s.content {
		for i := r.from; i < min(r.to, r.from+7); i++ {
			switch {
			case s.line.is(i, "never", "not", "n't", "no"):
				denied = true
			case denied && s.line.is(i, "said", "saying", "say", "told", "telling", "gave", "given", "giving", "quoted", "mentioned", "mentioning"):
				return true
			}
		}
	}
	return false
}

// mark notes on the sources of the drafts what the text says against them.
func (t *testimony) mark(drafts []*draft) {
	edges := t.citedBy()
	for _, d := range drafts {
		source := &d.figure.Attribution
		if len(edges) > 0 && t.loops(source.Chain, edges) {
			source.Marks = append(source.Marks, Loop)
		}
		if t.disowned(d, source.Chain) {
			source.Marks = append(source.Marks, Disowned)
		}
	}
}

// Words tells the mark to a reader.
func (m Mark) Words() string {
	switch m {
	case Loop:
		return "in a circle"
	case Disowned:
		return "the last source denies having told it"
	}
	return strings.ReplaceAll(string(m), "-", " ")
}
