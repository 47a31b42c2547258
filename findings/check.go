package findings

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"muster/dossier"
	"muster/origins"
)

// Rules returns all rules. Each has a page of its own under doc/rules.
func Rules() []Rule {
	at := func(s Severity, r Rule) Rule { r.Most = s; return r }
	return []Rule{
		at(Error, balance()), at(Warning, arithmetic()), at(Warning, ratio()), at(Warning, order()), at(Warning, equality()), at(Warning, dates()), at(Info, target()), at(Info, lowest()),
		at(Warning, denial()), at(Info, apart()), at(Info, narrow()), at(Warning, suspects()), at(Warning, drift()), at(Warning, cited()), at(Warning, rate()), at(Warning, overlap()),
		at(Warning, swap()), at(Warning, precision()), at(Warning, cumulative()), at(Warning, restated()), at(Warning, approval()), at(Warning, unlike()), at(Error, checks()), at(Warning, series()),
	}
}

// Check runs all rules. Findings come errors first, then in the order of the
// documents and of the places in them. The order of documents and figures in
// the state makes no difference, nor does the number of processors.
func Check(state *dossier.State, trace *origins.Trace) []Finding {
	return viewInOrder(state, trace, NewComparer(state)).findings()
}

// findings runs all rules, as many at once as there are processors. Those that take longest
// begin first, so that none is still at work when all others are done.
func (v *View) findings() []Finding {
	rules := Rules()
	order := make([]int, 0, len(rules))
	for _, slow := range []bool{true, false} {
		for n, rule := range rules {
			if (rule.ID == "dates" || rule.ID == "cited" || rule.ID == "restated") == slow {
				order = append(order, n)
			}
		}
	}
	found := make([][]Finding, len(rules))
	looks := make([]func(), len(rules))
	for i, n := range order {
		looks[i] = func() { found[n] = v.look(rules[n]) }
	}
	sideBySide(len(v.Figures), looks...)
	return v.gathered(found)
}

// fewFigures is how many figures are looked at in less time than goroutines are worth.
const fewFigures = 200

// sideBySide does some parts of what is to be done with so many figures, as many at once as
// there are processors, the first ones first.
func sideBySide(figures int, parts ...func()) {
	workers := 1
	if figures > fewFigures {
		workers = min(runtime.GOMAXPROCS(0), len(parts))
	}
	var next atomic.Int64
	work := func() {
		for n := next.Add(1) - 1; n < int64(len(parts)); n = next.Add(1) - 1 {
			parts[n]()
		}
	}
	if workers == 1 {
		work()
		return
	}
	var working sync.WaitGroup
	for range workers {
		working.Go(work)
	}
	working.Wait()
}

// look runs one rule.
func (v *View) look(rule Rule) []Finding {
	found := merged(rule.Look(v))
	out := found[:0]
	for _, f := range found {
		f.Rule, f.Version = rule.ID, rule.Version
		if !v.overruled(&f) || adds(rule.ID) && v.restsOnReplaced(f) {
			continue
		}
		if f.Inputs == nil {
			f.Inputs = []Input{} // a list, also in JSON
		}
		v.seal(&f)
		out = append(out, f)
	}
	return out
}

// gathered puts the findings of all rules, in the order of the rules, into the order in
// which they are told.
func (v *View) gathered(found [][]Finding) []Finding {
	all := slices.Concat(found...)
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

// viewInOrder looks at a state with its documents by day of publication and path,
// and its figures by document and place. The figures stay where they are: they
// are large.
func viewInOrder(state *dossier.State, trace *origins.Trace, comparer *Comparer) *View {
	s := inOrder(state)
	place := make(map[string]int, len(s.Documents))
	for i := range s.Documents {
		place[s.Documents[i].ID] = i
	}
	byDocument := make([][]*dossier.Figure, max(1, len(s.Documents)))
	at := 0
	for i := range state.Figures {
		f := &state.Figures[i]
		if i == 0 || f.Document != state.Figures[i-1].Document {
			at = place[f.Document]
		}
		byDocument[at] = append(byDocument[at], f)
	}
	list := make([]*dossier.Figure, 0, len(state.Figures))
	for _, own := range byDocument {
		slices.SortStableFunc(own, func(a, b *dossier.Figure) int {
			return cmp.Or(a.Claim.Number.Start-b.Claim.Number.Start, a.Claim.Number.End-b.Claim.Number.End, strings.Compare(a.ID, b.ID))
		})
		list = append(list, own...)
	}
	return newView(s, list, trace, comparer)
}

// inOrder returns the state with its documents by day of publication and path.
func inOrder(state *dossier.State) *dossier.State {
	s := *state
	order := pointersTo(s.Documents)
	slices.SortStableFunc(order, func(a, b *dossier.Document) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.Document.ID, b.Document.ID), strings.Compare(a.ID, b.ID))
	})
	s.Documents = make([]dossier.Document, 0, len(order))
	for _, d := range order {
		s.Documents = append(s.Documents, *d)
	}
	return &s
}

// merged makes one finding of those that say the same of several documents.
func merged(list []Finding) []Finding {
	out := make([]Finding, 0, len(list))
	at := make(map[string]int, len(list))
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
	lines := make([]string, 1, 1+len(f.Inputs))
	lines[0] = f.Rule
	for _, input := range f.Inputs {
		path := input.Document
		if d := v.document(input.Document); d != nil {
			path = d.Document.ID
		}
		lines = append(lines, path+" "+strconv.Itoa(input.Start)+" "+strconv.Itoa(input.End)+" "+input.Exact)
	}
	slices.Sort(lines[1:])
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return f.Rule + "-" + hex.EncodeToString(sum[:4])
}

func unreviewed(v *View, f Finding) bool {
	return slices.ContainsFunc(f.Inputs, func(input Input) bool {
		figure := v.Figure(input.Figure)
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
