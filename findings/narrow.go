package findings

import (
	"fmt"
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/findings/edits"
	"muster/interval"
	"muster/origins"
)

// narrow says which bounds of a figure follow from the others that no document
// tells: "at most 500, because …".
func narrow() Rule {
	return Rule{ID: "narrow", Version: 1, Title: "What do the other figures leave for this one?", Look: func(v *View) []Finding {
		var out []Finding
		for _, b := range v.Bounds() {
			f := v.figure(b.Figure)
			bound := b.Stated
			sentence := fmt.Sprintf("%s in %s can only be %s, because %s", quoted(f.Claim.Quote.Exact), v.named(f.Document), bound, b.Why)
			if !b.Reading.Equal(bound) {
				sentence += fmt.Sprintf("; within rounding, %s", b.Reading)
			}
			var list []*dossier.Figure
			for _, id := range b.From {
				list = append(list, v.figure(id))
			}
			out = append(out, Finding{Severity: Info, Verdict: Consistent, Interval: &bound, Inputs: rests(append([]*dossier.Figure{f}, list...)...), Sentence: sentence + "."})
		}
		return out
	}}
}

// Bound is what the other figures of a document leave for one.
type Bound struct {
	Figure  string            // ID
	Stated  interval.Interval // by what the words commit to
	Reading interval.Interval // by what rounding would still allow
	Why     string            // the end of a sentence
	From    []string          // IDs of the figures it follows from
}

// Bounds returns what follows for figures beyond what they tell themselves:
// where a part or a stage is told with a bound only, or without a number. What
// parts make of their own total is left to the rule on balance.
func (v *View) Bounds() []Bound {
	var out []Bound
	for _, s := range v.systems() {
		if s.wide.Conflict || !s.open() {
			continue
		}
		stated, wide := s.with(statedOf), s.wide
		narrowed := stated.Narrow()
		if narrowed.Conflict {
			continue
		}
		for i, f := range s.figures {
			before, now := stated.Known[i], narrowed.Bounds[i]
			if f.Claim.Relative != nil || !newlyBound(before, now) || s.sum(narrowed, i) || now.Max.Bounded && now.Max.Value.Sign() == 0 {
				continue
			}
			b := Bound{Figure: f.ID, Stated: now, Reading: wide.Bounds[i]}
			var reasons []string
			for _, upper := range []bool{false, true} {
				step, derived := narrowed.Why(i, upper)
				if !derived {
					continue
				}
				reasons = append(reasons, s.because(&narrowed, step, 0))
				for _, u := range stated.Depends(&narrowed, i, upper) {
					if id := s.figures[u].ID; u != i && !slices.Contains(b.From, id) {
						b.From = append(b.From, id)
					}
				}
			}
			b.Why = listed(slices.Compact(reasons))
			out = append(out, b)
		}
	}
	return out
}

// newlyBound reports whether an interval won an end above zero, or a narrower
// one, that it did not have.
func newlyBound(before, now interval.Interval) bool {
	if before.IsPoint() {
		return false
	}
	upper := now.Max.Bounded && (!before.Max.Bounded || now.Max.Value.Cmp(before.Max.Value) < 0)
	lower := now.Min.Bounded && now.Min.Value.Sign() > 0 && (!before.Min.Bounded || now.Min.Value.Cmp(before.Min.Value) > 0)
	return upper || lower
}

// system is the figures of one document that edits tie together.
type system struct {
	figures []*dossier.Figure // one a variable
	edits   []edits.Edit
	wide    edits.Narrowed // by what rounding would still allow
}

// open reports whether some figure is told without a number, or with a bound:
// of numbers alone no bound follows.
func (s system) open() bool {
	return slices.ContainsFunc(s.figures, func(f *dossier.Figure) bool { return !statedOf(f.Claim).IsPoint() })
}

func statedOf(f claims.Figure) interval.Interval {
	if f.Relative != nil {
		return f.Relative.Factor
	}
	return f.Stated
}

func readingOf(f claims.Figure) interval.Interval {
	if f.Relative != nil {
		return f.Relative.Factor
	}
	return f.Reading
}

// with returns the system with what the figures tell.
func (s system) with(told func(claims.Figure) interval.Interval) edits.System {
	out := edits.System{Edits: s.edits}
	for _, f := range s.figures {
		out.Known = append(out.Known, told(f.Claim))
	}
	return out
}

// sum reports whether the ends of a variable come from nothing but its own parts.
func (s system) sum(n edits.Narrowed, i int) bool {
	for _, upper := range []bool{false, true} {
		if step, derived := n.Why(i, upper); derived && !(s.edits[step.Edit].Kind == edits.Balance && s.edits[step.Edit].First == i) {
			return false
		}
	}
	return true
}

// systems returns one system a document that has lists of parts, in the order
// of the documents. Stages of one thing are tied where the rule on order would
// set them against each other.
func (v *View) systems() []system {
	if v.tied == nil {
		v.tied = v.tie()
	}
	return v.tied
}

func (v *View) tie() []system {
	var out []system
	comparer := v.Comparer
	for _, list := range byDocument(v.Figures) {
		s := system{}
		place := map[string]int{}
		variable := func(f *dossier.Figure) int {
			i, known := place[f.ID]
			if !known {
				i = len(s.figures)
				place[f.ID], s.figures = i, append(s.figures, f)
			}
			return i
		}
		parts := map[string][]*dossier.Figure{}
		for _, f := range list {
			if f.PartOf != "" && f.PartOf != f.ID {
				parts[f.PartOf] = append(parts[f.PartOf], f)
			}
		}
		for _, total := range list {
			if members := members(total, parts[total.ID]); len(members) > 0 {
				e := edits.Edit{Kind: edits.Balance, First: variable(total), Open: total.Claim.Parts == nil || *total.Claim.Parts != "closed"}
				for _, p := range members {
					e.Rest = append(e.Rest, variable(p))
				}
				s.edits = append(s.edits, e)
			}
		}
		for _, step := range stageSteps() {
			for _, pair := range ordered(list, comparer, step[0], step[1]) {
				s.edits = append(s.edits, edits.Edit{Kind: edits.Order, First: variable(pair[0]), Rest: []int{variable(pair[1])}})
			}
		}
		for i, f := range list {
			if anchor, base, ok := v.based(list, i); ok {
				s.edits = append(s.edits, edits.Edit{Kind: edits.Ratio, First: variable(anchor), Rest: []int{variable(f), variable(base)}})
			}
		}
		if len(s.edits) > 0 {
			s.wide = s.with(readingOf).Narrow()
			out = append(out, s)
		}
	}
	return out
}

// based returns the rate that the figure at place i of a document's list is a
// multiple for, and the one outcome that can be the base. Where several may be,
// or where the three do not fit within rounding, nothing is tied: the rule on
// ratio says what does not fit.
func (v *View) based(list []*dossier.Figure, i int) (anchor, base *dossier.Figure, ok bool) {
	f := list[i]
	if !told(f.Claim) {
		return nil, nil, false
	}
	if anchor, ok = multipleOf(list[:i], v.Comparer.things, f); !ok {
		return nil, nil, false
	}
	for _, g := range list {
		if g == anchor || g.Claim.Relative != nil || g.Claim.Stage != claims.Result || g.Claim.Per != anchor.Claim.Per || g.Claim.Unit != "" ||
			g.Claim.Counted == "" || origins.Head(g.Claim.Counted) != origins.Head(anchor.Claim.Counted) {
			continue
		}
		if base != nil {
			return nil, nil, false
		}
		base = g
	}
	if base == nil || interval.Meet(interval.Product(f.Claim.Relative.Factor, base.Claim.Reading), anchor.Claim.Reading).Empty() {
		return nil, nil, false
	}
	return anchor, base, true
}

// members returns the parts of a total that may be added up with it, those
// without a number too.
func members(total *dossier.Figure, list []*dossier.Figure) []*dossier.Figure {
	out := summands(total, list)
	for _, f := range list {
		if f.Claim.Unit == total.Claim.Unit && f.Claim.Per == total.Claim.Per && f.Claim.Relative == nil && !known(f.Claim.Stated) {
			out = append(out, f)
		}
	}
	return out
}

// mostSteps bounds how far back a sentence goes.
const mostSteps = 2

// because writes why a step holds.
func (s system) because(n *edits.Narrowed, step edits.Step, depth int) string {
	e := s.edits[step.Edit]
	tell := func(at int) string {
		from := n.Steps[at]
		if from.Edit < 0 {
			return words(s.figures[from.Variable].Claim)
		}
		if depth >= mostSteps {
			return side(from)
		}
		return side(from) + " (because " + s.because(n, from, depth+1) + ")"
	}
	switch {
	case e.Kind == edits.Order:
		other := s.figures[n.Steps[step.From[0]].Variable]
		return fmt.Sprintf("what is told as %s is %s", stageName(other.Claim.Stage), tell(step.From[0]))
	case e.Kind == edits.Ratio:
		whole, times, base := s.figures[e.First], s.figures[e.Rest[0]], s.figures[e.Rest[1]]
		if step.Variable == e.First {
			return fmt.Sprintf("it is told as %s of %s", words(times.Claim), words(base.Claim))
		}
		return fmt.Sprintf("%s is told as %s of it", words(whole.Claim), words(times.Claim))
	case e.First == step.Variable: // a total, from its parts
		return "its parts make " + side(step)
	}
	total := ""
	for _, at := range step.From {
		if n.Steps[at].Variable == e.First {
			total = "the total is " + tell(at)
		}
	}
	if len(step.From) == 1 {
		return total
	}
	others := interval.Point(interval.Int(0))
	for _, v := range e.Rest {
		if v != step.Variable {
			others = interval.Sum(others, n.Bounds[v])
		}
	}
	if len(step.From) == 2 {
		return fmt.Sprintf("%s and the other part is %s", total, others)
	}
	return fmt.Sprintf("%s and the other parts make %s", total, others)
}

// side writes one end of an amount.
func side(step edits.Step) string {
	if !step.Upper {
		return interval.Interval{Min: step.End}.String()
	}
	return interval.Interval{Max: step.End}.String()
}
