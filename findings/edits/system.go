// Package edits ties amounts together by the rules that statistical offices
// call edits, and works out what follows: how far each amount is bounded by the
// others, and which amounts are suspect when no values satisfy all edits.
//
// Four kinds are enough: the U.S. Census Bureau's SPEER found that more than 99
// per cent of economic data need ratio edits and a limited form of balancing
// only. All amounts are exact, and none is below zero.
package edits

import "muster/interval"

// Kind is what an edit demands.
type Kind int

// The kinds: a closed list.
const (
	Balance  Kind = iota // First = sum of Rest; with Open, First >= that sum
	Ratio                // First = Rest[0] times Rest[1]
	Order                // First <= Rest[0]
	Equality             // First = Rest[0]
)

// Edit ties variables together. Variables are places in System.Known; each
// stands in one edit once.
type Edit struct {
	Kind  Kind
	First int
	Rest  []int
	Open  bool // of a balance: parts that are not listed may add to it
}

// System is amounts with what is known of each, and the edits that tie them.
type System struct {
	Known []interval.Interval
	Edits []Edit
}

func (e Edit) variables() []int { return append([]int{e.First}, e.Rest...) }

// at returns the edits that each variable stands in.
func (s System) at() [][]int {
	out := make([][]int, len(s.Known))
	for i, e := range s.Edits {
		for _, v := range e.variables() {
			out[v] = append(out[v], i)
		}
	}
	return out
}

// Holds reports whether values, one a variable, satisfy all edits and lie in
// what is known.
func (s System) Holds(values []interval.Number) bool {
	for i, known := range s.Known {
		if values[i].Sign() < 0 || !known.Contains(values[i]) {
			return false
		}
	}
	for _, e := range s.Edits {
		if !e.holds(values) {
			return false
		}
	}
	return true
}

func (e Edit) holds(values []interval.Number) bool {
	first := values[e.First]
	switch e.Kind {
	case Balance:
		sum := interval.Int(0)
		for _, v := range e.Rest {
			sum = sum.Add(values[v])
		}
		return first.Equal(sum) || e.Open && first.Cmp(sum) > 0
	case Ratio:
		return first.Equal(values[e.Rest[0]].Mul(values[e.Rest[1]]))
	case Order:
		return first.Cmp(values[e.Rest[0]]) <= 0
	}
	return first.Equal(values[e.Rest[0]])
}
