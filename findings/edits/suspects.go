package edits

import (
	"cmp"
	"slices"

	"muster/interval"
)

// Answer is one smallest set of amounts that, set free, lets all others agree.
type Answer struct {
	Variables []int               // sorted
	Weight    int                 // the sum of their weights
	Allowed   []interval.Interval // what the others then allow each, one by one
}

// The search for suspects is bounded: so many amounts at once, so many tries.
const (
	mostSuspects = 3
	mostTries    = 2000
)

// Suspects finds the amounts that are most likely wrong in a system without a
// solution: the sets of the smallest weight whose members, set free, let the
// rest agree (Fellegi and Holt, 1976, with weights for trust). All sets of that
// weight are returned, by their members; a tie is never broken. None are
// returned when nothing of at most three amounts would do, or the system holds.
//
// That the rest agrees is judged by narrowing, which is exact where edits share
// at most one amount and may otherwise take a conflict for agreement.
func (s System) Suspects(weights []int) []Answer {
	type node struct {
		free   []int
		weight int
	}
	var answers []Answer
	best := -1
	open := []node{{}}
	seen := map[[mostSuspects]int]bool{}
	for tries := 0; len(open) > 0 && tries < mostTries; tries++ {
		slices.SortStableFunc(open, func(a, b node) int { return cmp.Or(a.weight-b.weight, slices.Compare(a.free, b.free)) })
		next := open[0]
		open = open[1:]
		if best >= 0 && next.weight > best {
			break
		}
		trial := s.freed(next.free)
		n := trial.Narrow()
		if !n.Conflict {
			if len(next.free) == 0 {
				return nil
			}
			if slices.ContainsFunc(answers, func(a Answer) bool { return within(a.Variables, next.free) }) {
				continue
			}
			answer := Answer{Variables: next.free, Weight: next.weight}
			for _, v := range next.free {
				answer.Allowed = append(answer.Allowed, n.Bounds[v])
			}
			answers, best = append(answers, answer), next.weight
			continue
		}
		if len(next.free) == mostSuspects {
			continue
		}
		for _, v := range n.Blamed { // one of them must be wrong
			free := append(slices.Clone(next.free), v)
			slices.Sort(free)
			key := [mostSuspects]int{-1, -1, -1}
			copy(key[:], free)
			if !seen[key] {
				seen[key] = true
				open = append(open, node{free, next.weight + max(1, weights[v])})
			}
		}
	}
	slices.SortFunc(answers, func(a, b Answer) int { return slices.Compare(a.Variables, b.Variables) })
	return answers
}

// within reports whether all of the first are in the second.
func within(part, whole []int) bool {
	return !slices.ContainsFunc(part, func(v int) bool { return !slices.Contains(whole, v) })
}

// freed returns the system where nothing is known of some variables.
func (s System) freed(free []int) System {
	known := slices.Clone(s.Known)
	for _, v := range free {
		known[v] = interval.Interval{}
	}
	return System{known, s.Edits}
}
