package edits

import (
	"slices"

	"muster/interval"
)

// Step is one end of one amount: known from the start, or worked out by an edit
// from other ends.
type Step struct {
	Variable int
	Upper    bool // the upper end, else the lower
	End      interval.End
	Edit     int   // the edit that gave it; -1 when it was known from the start
	From     []int // the steps it was worked out from
}

// Narrowed is what follows from a system.
type Narrowed struct {
	Bounds []interval.Interval // one a variable; meaningless after a conflict
	Steps  []Step              // the first two of each variable are what was known
	last   []int               // by 2*variable + upper: the step that holds now

	Settled  bool  // nothing more follows edit by edit; false when the rounds ran out
	Conflict bool  // no values satisfy all edits
	Blamed   []int // the variables whose known ends make the conflict, sorted; one of them is wrong
}

// mostRounds bounds how often one edit is looked at again. Ratios in a circle
// come nearer to their limit for ever.
const mostRounds = 24

// mostBits bounds the numbers that are worked out: in a circle of ratios they
// grow twice as long with every round.
const mostBits = 256

// Narrow bounds every amount by the others: each edit is narrowed as far as it
// goes alone (HC4-revise of Benhamou, Goualard, Granvilliers and Puget, 1999;
// every variable stands in an edit once, so that is the best for one edit), and
// again until nothing changes. Over edits that share several variables it is
// only locally consistent: it never leaves out a value that is possible, and
// may keep some that are not.
func (s System) Narrow() Narrowed {
	n := Narrowed{Bounds: make([]interval.Interval, len(s.Known)), last: make([]int, 2*len(s.Known)), Settled: true}
	for v, known := range s.Known {
		known = interval.Meet(known, interval.AtLeast(interval.Number{}))
		n.Bounds[v] = known
		n.Steps = append(n.Steps, Step{Variable: v, End: known.Min, Edit: -1}, Step{Variable: v, Upper: true, End: known.Max, Edit: -1})
		n.last[2*v], n.last[2*v+1] = 2*v, 2*v+1
	}
	for v, known := range n.Bounds {
		if known.Empty() {
			n.Conflict, n.Blamed = true, []int{v}
			return n
		}
	}
	at, rounds := s.at(), make([]int, len(s.Edits))
	queue, queued := make([]int, len(s.Edits)), make([]bool, len(s.Edits))
	for i := range s.Edits {
		queue[i], queued[i] = i, true
	}
	for len(queue) > 0 {
		i := queue[0]
		queue, queued[i] = queue[1:], false
		if rounds[i]++; rounds[i] > mostRounds {
			n.Settled = false
			continue
		}
		for _, v := range n.revise(i, s.Edits[i]) {
			if n.Bounds[v].Empty() {
				n.Conflict = true
				n.Blamed = s.roots(&n, n.last[2*v], n.last[2*v+1])
				return n
			}
			for _, other := range at[v] {
				if !queued[other] && other != i {
					queue, queued[other] = append(queue, other), true
				}
			}
		}
	}
	return n
}

// meet narrows one variable and reports whether that said anything new.
func (n *Narrowed) meet(edit, v int, by interval.Interval, lower, upper []int) bool {
	if tooLong(by.Min) || tooLong(by.Max) {
		n.Settled = false
		return false
	}
	now := interval.Meet(n.Bounds[v], by)
	if now.Equal(n.Bounds[v]) {
		return false
	}
	for upperEnd, from := range [][]int{lower, upper} {
		was, is := n.Bounds[v].Min, now.Min
		if upperEnd == 1 {
			was, is = n.Bounds[v].Max, now.Max
		}
		if was == is || was.Bounded && is.Bounded && was.Open == is.Open && was.Value.Equal(is.Value) {
			continue
		}
		n.Steps = append(n.Steps, Step{Variable: v, Upper: upperEnd == 1, End: is, Edit: edit, From: slices.Clone(from)})
		n.last[2*v+upperEnd] = len(n.Steps) - 1
	}
	n.Bounds[v] = now
	return true
}

func tooLong(e interval.End) bool { return e.Bounded && e.Value.Bits() > mostBits }

// revise narrows the variables of one edit and returns those that changed.
func (n *Narrowed) revise(i int, e Edit) []int {
	switch e.Kind {
	case Balance:
		return n.balance(i, e)
	case Ratio:
		return n.ratio(i, e)
	}
	return n.order(i, e)
}

func (n *Narrowed) order(i int, e Edit) []int {
	var changed []int
	a, b := e.First, e.Rest[0]
	pairs := [][2]int{{a, b}}
	if e.Kind == Equality {
		pairs = append(pairs, [2]int{b, a})
	}
	for _, p := range pairs { // p[0] <= p[1]
		if n.meet(i, p[0], interval.Interval{Max: n.Bounds[p[1]].Max}, nil, []int{n.last[2*p[1]+1]}) {
			changed = append(changed, p[0])
		}
		if n.meet(i, p[1], interval.Interval{Min: n.Bounds[p[0]].Min}, []int{n.last[2*p[0]]}, nil) {
			changed = append(changed, p[1])
		}
	}
	return changed
}

func (n *Narrowed) ratio(i int, e Edit) []int {
	var changed []int
	whole, times, base := e.First, e.Rest[0], e.Rest[1]
	ends := func(lowerOf, lower2 int, upperOf, upper2 int) ([]int, []int) {
		return []int{n.last[lowerOf], n.last[lower2]}, []int{n.last[upperOf], n.last[upper2]}
	}
	lower, upper := ends(2*times, 2*base, 2*times+1, 2*base+1)
	if n.meet(i, whole, interval.Product(n.Bounds[times], n.Bounds[base]), lower, upper) {
		changed = append(changed, whole)
	}
	for _, p := range [][2]int{{times, base}, {base, times}} {
		lower, upper = ends(2*whole, 2*p[1]+1, 2*whole+1, 2*p[1])
		// Of zero over an amount that may be zero nothing follows.
		if n.meet(i, p[0], interval.Ratio(n.Bounds[whole], n.Bounds[p[1]]), lower, upper) {
			changed = append(changed, p[0])
		}
	}
	return changed
}

// sums adds ends up: how many are missing or not included, and the rest.
type sums struct {
	total         interval.Number
	missing, open int
}

func (s *sums) add(e interval.End, sign int) {
	switch {
	case !e.Bounded:
		s.missing += sign
		return
	case e.Open:
		s.open += sign
	}
	if sign > 0 {
		s.total = s.total.Add(e.Value)
	} else {
		s.total = s.total.Sub(e.Value)
	}
}

// less returns the end of what is left of an end after the sum is taken off.
func (s sums) less(e interval.End) interval.End {
	if !e.Bounded || s.missing > 0 {
		return interval.End{}
	}
	return interval.End{Value: e.Value.Sub(s.total), Bounded: true, Open: e.Open || s.open > 0}
}

func (n *Narrowed) balance(i int, e Edit) []int {
	var low, high sums
	lower, upper := make([]int, 0, len(e.Rest)), make([]int, 0, len(e.Rest))
	for _, v := range e.Rest {
		low.add(n.Bounds[v].Min, 1)
		high.add(n.Bounds[v].Max, 1)
		lower, upper = append(lower, n.last[2*v]), append(upper, n.last[2*v+1])
	}
	zero := interval.At(interval.Number{})
	sum := interval.Interval{Min: interval.End{Value: low.total, Bounded: low.missing == 0, Open: low.open > 0}}
	if !e.Open {
		sum.Max = interval.End{Value: high.total, Bounded: high.missing == 0, Open: high.open > 0}
	}
	var changed []int
	if n.meet(i, e.First, sum, lower, upper) {
		changed = append(changed, e.First)
	}
	whole := n.Bounds[e.First]
	for k, v := range e.Rest {
		part := interval.Interval{Min: zero}
		others := low
		others.add(n.Bounds[v].Min, -1)
		part.Max = others.less(whole.Max)
		if !e.Open {
			others = high
			others.add(n.Bounds[v].Max, -1)
			part.Min = others.less(whole.Min)
		}
		before := n.Bounds[v]
		if part.Max.Bounded && tightens(part.Max, before.Max, -1) || part.Min.Bounded && tightens(part.Min, before.Min, 1) {
			fromLow, fromHigh := with(lower, k, n.last[2*e.First+1]), with(upper, k, n.last[2*e.First])
			if n.meet(i, v, part, fromHigh, fromLow) {
				changed = append(changed, v)
				low.add(before.Min, -1)
				low.add(n.Bounds[v].Min, 1)
				high.add(before.Max, -1)
				high.add(n.Bounds[v].Max, 1)
				lower[k], upper[k] = n.last[2*v], n.last[2*v+1]
			}
		}
	}
	return changed
}

// tightens reports whether an end says more than another; side is +1 for lower.
func tightens(a, b interval.End, side int) bool {
	if !b.Bounded {
		return true
	}
	c := side * a.Value.Cmp(b.Value)
	return c > 0 || c == 0 && a.Open && !b.Open
}

// with returns the steps with the one at place k replaced.
func with(steps []int, k, step int) []int {
	out := slices.Clone(steps)
	out[k] = step
	return out
}

// Why returns the step that set an end of a variable, and whether any edit did.
func (n *Narrowed) Why(v int, upper bool) (Step, bool) {
	at := 2 * v
	if upper {
		at++
	}
	step := n.Steps[n.last[at]]
	return step, step.Edit >= 0
}

// roots returns the variables whose known ends lead to the steps, sorted.
func (s System) roots(n *Narrowed, steps ...int) []int {
	var out []int
	seen := map[int]bool{}
	for len(steps) > 0 {
		at := steps[len(steps)-1]
		steps = steps[:len(steps)-1]
		if seen[at] {
			continue
		}
		seen[at] = true
		step := n.Steps[at]
		if step.Edit >= 0 {
			steps = append(steps, step.From...)
			continue
		}
		end := s.Known[step.Variable].Min
		if step.Upper {
			end = s.Known[step.Variable].Max
		}
		if end.Bounded && !slices.Contains(out, step.Variable) { // that no amount is below zero is nobody's word
			out = append(out, step.Variable)
		}
	}
	slices.Sort(out)
	return out
}

// Depends returns the variables whose known ends the bounds of a variable rest
// on, sorted; itself among them where its own word still counts.
func (s System) Depends(n *Narrowed, v int, upper bool) []int {
	at := 2 * v
	if upper {
		at++
	}
	return s.roots(n, n.last[at])
}
