package findings

import (
	"fmt"
	"slices"

	"muster/findings/edits"
	"muster/interval"
)

// narrow says which bounds of a figure follow from the others that no document
// tells: "at most 500, because …".
func narrow() Rule {
	return Rule{ID: "narrow", Version: 2, Title: "What do the other figures leave for this one?", Look: func(v *View) []Finding {
		var out []Finding
		for _, b := range v.Bounds() {
			f := v.Figure(b.Figure)
			bound := b.Stated
			sentence := fmt.Sprintf("%s in %s can only be %s, because %s", quoted(f.Claim.Quote.Exact), v.named(f.Document), bound, b.Why)
			if !b.Reading.Equal(bound) {
				sentence += fmt.Sprintf("; within rounding, %s", b.Reading)
			}
			var list []*Figure
			for _, id := range b.From {
				list = append(list, v.Figure(id))
			}
			grade := Consistent
			if b.Rounded {
				grade = ConsistentWithinRounding
			}
			out = append(out, Finding{Severity: Info, Verdict: grade, Interval: &bound, Inputs: rests(append([]*Figure{f}, list...)...), Sentence: sentence + "."})
		}
		return out
	}}
}

// Bound is what the other figures of a document leave for one.
type Bound struct {
	Figure  string            // ID
	Stated  interval.Interval // by what the words commit to
	Reading interval.Interval // by what rounding would still allow
	Rounded bool              // the words contradict each other, so that only rounding leaves it: Stated is then Reading
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
		rounded := narrowed.Conflict
		if rounded { // as told they contradict each other, and within rounding they do not
			stated, narrowed = s.with(readingOf), wide
		}
		for i, f := range s.figures {
			before, now := stated.Known[i], narrowed.Bounds[i]
			if f.Claim.Relative != nil || !newlyBound(before, now) || s.sum(narrowed, i) || now.Max.Bounded && now.Max.Value.Sign() == 0 {
				continue
			}
			b := Bound{Figure: f.ID, Stated: now, Reading: wide.Bounds[i], Rounded: rounded}
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

// sum reports whether the ends of a variable come from nothing but its own parts.
func (s system) sum(n edits.Narrowed, i int) bool {
	for _, upper := range []bool{false, true} {
		if step, derived := n.Why(i, upper); derived && !(s.edits[step.Edit].Kind == edits.Balance && s.edits[step.Edit].First == i) {
			return false
		}
	}
	return true
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
