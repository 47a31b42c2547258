package pages

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
)

// matrix is the force by organisation and stage. Its cells list tellings and
// hold no sums: figures of different stages, or told by different sources, do
// not add up to anything.
type matrix struct {
	Stages []claims.Stage
	Rows   []matrixRow
}

type matrixRow struct {
	Name, Full string
	Depth      int
	Cells      []matrixCell
}

type matrixCell struct {
	Stage claims.Stage
	Chips []*chip
}

// chip is all tellings of one amount told in the same way.
type chip struct {
	*telling            // the earliest of them
	Tellings []*telling // oldest first
	Articles int

	documents map[string]bool // of its tellings
}

const noOrganisation = "No organisation named"

func (v *view) matrix() matrix {
	var m matrix
	byRow := map[string][]*telling{}
	used := map[claims.Stage]bool{}
	for _, t := range v.tellings {
		if !t.isForce() {
			continue
		}
		name := t.Claim.Organisation
		byRow[name] = append(byRow[name], t)
		used[t.Stage()] = true
	}
	for _, stage := range claims.Stages() {
		if used[stage] {
			m.Stages = append(m.Stages, stage)
		}
	}
	for _, org := range v.organisationTree(byRow) {
		row := matrixRow{Name: org.Name, Full: org.Full, Depth: org.depth}
		if org.Name == "" {
			row.Name = noOrganisation
		}
		for _, stage := range m.Stages {
			row.Cells = append(row.Cells, matrixCell{stage, chips(byRow[org.Name], stage)})
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// isForce reports whether a figure counts something on its way from wish to
// outcome: no rate, no share, no target, no result.
func (t *telling) isForce() bool {
	c := t.Claim
	return t.comparable() && c.Unit == "" && c.Per == "" && c.Relative == nil && c.Direction == "" &&
		!t.stageIs(claims.Target, claims.Result, claims.Other, "")
}

func chips(list []*telling, stage claims.Stage) []*chip {
	var here []*telling
	for _, t := range list {
		if t.Stage() == stage {
			here = append(here, t)
		}
	}
	return gathered(here, func(a, b *telling) bool {
		return a.sameAs(b) && a.Claim.Approver == b.Claim.Approver && a.IsProposal() == b.IsProposal()
	})
}

// gathered puts tellings that are the same on one chip; chips and their
// tellings are oldest first.
func gathered(list []*telling, same func(a, b *telling) bool) []*chip {
	var out []*chip
	list = slices.Clone(list)
	bySaid(list)
	for _, t := range list {
		i := slices.IndexFunc(out, func(c *chip) bool { return same(c.telling, t) })
		if i < 0 {
			out = append(out, &chip{telling: t, documents: map[string]bool{}})
			i = len(out) - 1
		}
		if in := out[i].documents; !in[t.Document] {
			in[t.Document] = true
			out[i].Articles++
		}
		out[i].Tellings = append(out[i].Tellings, t)
	}
	return out
}

// sameAs reports whether two tellings tell the same amount of the same thing
// in the same way. A lost "more than" makes them differ.
func (t *telling) sameAs(o *telling) bool {
	a, b := t.Claim, o.Claim
	return a.Qualifier == b.Qualifier && a.Stated.Equal(b.Stated) && a.Unit == b.Unit && a.Per == b.Per &&
		(t.Group != nil && t.Group == o.Group || strings.EqualFold(a.Counted, b.Counted))
}

type organisation struct {
	dossier.Organisation
	depth int
}

// organisationTree returns the organisations that have figures and all above
// them, children under their parents, in the order of the settings.
func (v *view) organisationTree(has map[string][]*telling) []organisation {
	known := map[string]dossier.Organisation{}
	var order []string
	add := func(o dossier.Organisation) {
		if _, ok := known[o.Name]; !ok {
			known[o.Name] = o
			order = append(order, o.Name)
		}
	}
	for _, o := range v.state.Settings.Organisations {
		add(o)
	}
	for _, t := range v.tellings { // those that only figures name, in the order of the figures
		if name := t.Claim.Organisation; name != "" && len(has[name]) > 0 {
			add(dossier.Organisation{Name: name})
		}
	}
	for _, name := range slices.Clone(order) {
		if parent := known[name].PartOf; parent != "" {
			add(dossier.Organisation{Name: parent})
		}
	}
	wanted := map[string]bool{}
	for _, name := range order {
		for n := name; len(has[name]) > 0 && n != "" && !wanted[n]; n = known[n].PartOf {
			wanted[n] = true
		}
	}
	var out []organisation
	seen := map[string]bool{} // a circle of parents must not hang
	var walk func(parent string, depth int)
	walk = func(parent string, depth int) {
		for _, name := range order {
			if known[name].PartOf == parent && wanted[name] && !seen[name] {
				seen[name] = true
				out = append(out, organisation{known[name], depth})
				walk(name, min(depth+1, 3))
			}
		}
	}
	walk("", 0)
	for _, name := range order {
		if wanted[name] && !seen[name] {
			out = append(out, organisation{known[name], 0})
		}
	}
	if len(has[""]) > 0 {
		out = append([]organisation{{}}, out...)
	}
	return out
}
