package findings

import (
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// input names a figure as what a finding rests on.
func input(f *dossier.Figure) Input {
	return Input{Figure: f.ID, Exact: f.Claim.Number.Exact, Document: f.Document, Start: f.Claim.Number.Start, End: f.Claim.Number.End}
}

// inputs names figures as what a finding rests on, each once.
func inputs(list ...dossier.Figure) []Input {
	var pointers []*dossier.Figure
	for i := range list {
		pointers = append(pointers, &list[i])
	}
	return rests(pointers...)
}

// rests is inputs of figures in a view.
func rests(list ...*dossier.Figure) []Input {
	var out []Input
	for _, f := range list {
		if in := input(f); !slices.Contains(out, in) {
			out = append(out, in)
		}
	}
	return out
}

// tellings returns, for each group of the trace, its figures in the order of the
// trace: the earliest first.
func tellings(v *View, trace *origins.Trace) [][]*dossier.Figure {
	out := make([][]*dossier.Figure, len(trace.Groups))
	for i, group := range trace.Groups {
		for _, m := range group.Mentions {
			if f := v.figure(m.Figure); f != nil {
				out[i] = append(out[i], f)
			}
		}
	}
	return out
}

// byDocument parts tellings by document, keeping their order.
func byDocument(list []*dossier.Figure) [][]*dossier.Figure {
	var out [][]*dossier.Figure
	at := map[string]int{}
	for _, f := range list {
		i, known := at[f.Document]
		if !known {
			i = len(out)
			at[f.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// parted returns a group's tellings by document; they are not to be changed.
func (v *View) parted(group int) [][]*dossier.Figure {
	if v.partedGroups == nil {
		v.partedGroups = make([][][]*dossier.Figure, len(v.Groups))
	}
	if v.partedGroups[group] == nil {
		v.partedGroups[group] = byDocument(v.Groups[group])
	}
	return v.partedGroups[group]
}

// principal returns the telling that stands for its document: the first in the
// body, and the first of all when none stands there.
func principal(list []*dossier.Figure) *dossier.Figure {
	for _, f := range list {
		if !f.Headline {
			return f
		}
	}
	return list[0]
}

// grade sets two figures against each other.
func grade(a, b claims.Figure) Verdict {
	return verdict(interval.Compare(a.Stated, a.Reading, b.Stated, b.Reading))
}

func verdict(g interval.Grade) Verdict {
	switch g {
	case interval.Consistent:
		return Consistent
	case interval.ConsistentWithinRounding:
		return ConsistentWithinRounding
	}
	return Conflict
}

// links holds which document depends on which: it names or credits the other's
// publisher, or shares its text.
type links struct {
	pairs  map[[2]string]bool
	shares map[[2]string]bool // it shares text, or credits the other's publisher
	tells  map[[2]string]bool // it has a figure from there, and says so
	only   map[string]string  // the one document that a document depends on
}

func linksOf(trace *origins.Trace) links {
	l := links{pairs: map[[2]string]bool{}, shares: map[[2]string]bool{}, tells: map[[2]string]bool{}, only: map[string]string{}}
	for _, e := range trace.Edges {
		pair := [2]string{e.From, e.To}
		switch e.Kind {
		case origins.Copies, origins.Credits:
			l.shares[pair] = true
		case origins.Cites:
			if len(e.Spans) > 0 {
				l.tells[pair] = true
			}
		default:
			continue
		}
		if only, seen := l.only[e.From]; seen && only != e.To {
			l.only[e.From] = ""
		} else {
			l.only[e.From] = e.To
		}
		l.pairs[pair] = true
	}
	return l
}

// lead reports whether the later document depends on the earlier.
func (l links) lead(later, earlier string) bool { return l.pairs[[2]string{later, earlier}] }

// known reports whether an interval says anything.
func known(i interval.Interval) bool { return !i.IsAll() && !i.Empty() }
