package findings

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"muster/dossier"
	"muster/origins"
)

// Rules returns all rules. Each has a page of its own under doc/rules.
func Rules() []Rule {
	at := func(s Severity, r Rule) Rule { r.Most = s; return r }
	return []Rule{
		at(Error, balance()), at(Warning, arithmetic()), at(Warning, ratio()), at(Warning, order()), at(Warning, equality()), at(Warning, dates()), at(Info, target()), at(Info, lowest()),
		at(Warning, denial()), at(Info, apart()), at(Info, narrow()), at(Warning, suspects()), at(Warning, drift()), at(Warning, rate()), at(Warning, overlap()),
		at(Warning, swap()), at(Warning, precision()), at(Warning, cumulative()), at(Warning, restated()), at(Info, approval()), at(Warning, unlike()), at(Error, checks()), at(Warning, series()),
	}
}

// Check runs all rules. Findings come errors first, then in the order of the
// documents and of the places in them. The order of documents and figures in
// the state makes no difference.
func Check(state *dossier.State, trace *origins.Trace) []Finding {
	return NewView(inOrder(state), trace).findings()
}

// findings runs all rules.
func (v *View) findings() []Finding {
	var all []Finding
	for _, rule := range Rules() {
		for _, f := range merged(rule.apply(v)) {
			f.Rule, f.Version = rule.ID, rule.Version
			if !v.overruled(&f) || adds(rule.ID) && v.restsOnReplaced(f) {
				continue
			}
			if f.Inputs == nil {
				f.Inputs = []Input{} // a list, also in JSON
			}
			v.seal(&f)
			all = append(all, f)
		}
	}
	for _, f := range v.byWord(all) {
		f.Rule, f.Version = "equality", equality().Version
		v.seal(&f)
		all = append(all, f)
	}
	place := map[string]int{}
	for i, d := range v.State.Documents {
		place[d.ID] = i
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		x, y := first(a), first(b)
		return cmp.Or(weight(a.Severity)-weight(b.Severity), place[x.Document]-place[y.Document], x.Start-y.Start,
			strings.Compare(a.Rule, b.Rule), strings.Compare(a.ID, b.ID))
	})
	return all
}

// adds reports whether a rule adds figures up, or sets them under each other.
func adds(rule string) bool {
	return rule == "balance" || rule == "narrow" || rule == "overlap" || rule == "order"
}

// seal names a finding, and says where nobody reviewed what it rests on.
func (v *View) seal(f *Finding) {
	f.ID = identify(v, *f)
	if f.Unreviewed = f.Unreviewed || unreviewed(v, *f); f.Unreviewed {
		f.Sentence = strings.TrimSuffix(f.Sentence, ".") + " (rests on unreviewed figures)."
	}
}

func (r Rule) apply(v *View) []Finding {
	if r.Look != nil {
		return r.Look(v)
	}
	return r.Check(v.State, v.Trace)
}

// inOrder returns the state with documents by day of publication and path, and
// figures by document and place.
func inOrder(state *dossier.State) *dossier.State {
	s := *state
	s.Documents = slices.Clone(s.Documents)
	slices.SortStableFunc(s.Documents, func(a, b dossier.Document) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.Document.ID, b.Document.ID), strings.Compare(a.ID, b.ID))
	})
	place := map[string]int{}
	for i, d := range s.Documents {
		place[d.ID] = i
	}
	order := make([]int, len(s.Figures)) // figures are large: their places are sorted, and each moved once
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &s.Figures[i], &s.Figures[j]
		return cmp.Or(place[a.Document]-place[b.Document], a.Claim.Number.Start-b.Claim.Number.Start, a.Claim.Number.End-b.Claim.Number.End, strings.Compare(a.ID, b.ID))
	})
	figures := make([]dossier.Figure, 0, len(order))
	for _, i := range order {
		figures = append(figures, s.Figures[i])
	}
	s.Figures = figures
	return &s
}

// merged makes one finding of those that say the same of several documents.
func merged(list []Finding) []Finding {
	var out []Finding
	at := map[string]int{}
	for _, f := range list {
		key := string(f.Verdict) + "\x00" + f.Sentence
		i, known := at[key]
		if !known {
			at[key] = len(out)
			out = append(out, f)
			continue
		}
		for _, input := range f.Inputs {
			if !slices.Contains(out[i].Inputs, input) {
				out[i].Inputs = append(out[i].Inputs, input)
			}
		}
	}
	return out
}

// identify names a finding after its rule and its inputs: their documents'
// paths and places, which stay when the ledger is rebuilt.
func identify(v *View, f Finding) string {
	lines := []string{f.Rule}
	for _, input := range f.Inputs {
		path := input.Document
		if d := v.document(input.Document); d != nil {
			path = d.Document.ID
		}
		lines = append(lines, fmt.Sprintf("%s %d %d %s", path, input.Start, input.End, input.Exact))
	}
	slices.Sort(lines[1:])
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return f.Rule + "-" + hex.EncodeToString(sum[:4])
}

func unreviewed(v *View, f Finding) bool {
	return slices.ContainsFunc(f.Inputs, func(input Input) bool {
		figure := v.figure(input.Figure)
		return figure != nil && !figure.Status.Reviewed()
	})
}

func weight(s Severity) int { return slices.Index([]Severity{Error, Warning, Info}, s) }

func first(f Finding) Input {
	if len(f.Inputs) == 0 {
		return Input{}
	}
	return f.Inputs[0]
}
