package findings

import (
	"slices"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// input names a figure as what a finding rests on.
func input(f *Figure) Input {
	return Input{Figure: f.ID, Exact: f.Claim.Number.Exact, Document: f.Document, Start: f.Claim.Number.Start, End: f.Claim.Number.End}
}

// rests names figures as what a finding rests on, each once.
func rests(list ...*Figure) []Input {
	if len(list) == 0 {
		return nil
	}
	out := make([]Input, 0, len(list))
	for _, f := range list {
		if in := input(f); !slices.Contains(out, in) {
			out = append(out, in)
		}
	}
	return out
}

// tellings returns, for each group of the trace, its figures in the order of the
// trace: the earliest first.
func (v *View) tellings(trace *origins.Trace) [][]*Figure {
	out := make([][]*Figure, len(trace.Groups))
	mentions := 0
	for i := range trace.Groups {
		mentions += len(trace.Groups[i].Mentions)
	}
	all := make([]*Figure, 0, mentions)
	for i := range trace.Groups {
		from := len(all)
		for j := range trace.Groups[i].Mentions {
			if f := v.figures[trace.Groups[i].Mentions[j].Figure]; f != nil {
				f.group = i
				all = append(all, f)
			}
		}
		out[i] = slices.Clip(all[from:])
	}
	return out
}

// byDocument parts tellings by document, keeping their order.
func byDocument(list []*Figure) [][]*Figure {
	var out [][]*Figure
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
func (v *View) parted(group int) [][]*Figure {
	return v.lookups.parted[group].get(func() [][]*Figure { return byDocument(v.Groups[group]) })
}

// retellingsOf returns which tellings of a group are taken from others of it.
func (v *View) retellingsOf(group int) []retelling {
	return v.retold[group].get(func() []retelling { return v.retellings(v.parted(group)) })
}

// principal returns the telling that stands for its document: the first in the
// body, and the first of all when none stands there.
func principal(list []*Figure) *Figure {
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
	leads   map[string]map[string]bool
	shares  map[[2]string]bool // it shares text, or credits the other's publisher
	credits map[[2]string]bool // it credits the other's publisher
	tells   map[[2]string]bool // it has a figure from there, and says so
	only    map[string]string  // the one document that a document depends on
}

func linksOf(trace *origins.Trace) links {
	l := links{leads: map[string]map[string]bool{}, shares: map[[2]string]bool{}, credits: map[[2]string]bool{}, tells: map[[2]string]bool{}, only: map[string]string{}}
	for _, e := range trace.Edges {
		pair := [2]string{e.From, e.To}
		switch e.Kind {
		case origins.Copies, origins.Credits:
			l.shares[pair] = true
			l.credits[pair] = l.credits[pair] || e.Kind == origins.Credits
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
		if l.leads[e.From] == nil {
			l.leads[e.From] = map[string]bool{}
		}
		l.leads[e.From][e.To] = true
	}
	return l
}

// lead reports whether the later document depends on the earlier.
func (l links) lead(later, earlier string) bool { return l.leads[later][earlier] }

// known reports whether an interval says anything.
func known(i interval.Interval) bool { return !i.IsAll() && !i.Empty() }
