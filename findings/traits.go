package findings

import (
	"sync/atomic"
)

// trait is what rules ask of the words around a figure again and again, with a yes or no for
// an answer.
type trait uint

const (
	pointing  trait = iota // View.pointsBack
	ofPart                 // View.ofAPart
	ofYear                 // View.ofAnotherYear
	answering              // View.answered
	anewTold               // View.saysAnew
	nowTold                // View.tellsNow
)

// traits are the answers for one figure, each found when first asked for.
type traits struct{ known atomic.Uint32 }

// has returns the answer, which find finds.
func (t *traits) has(of trait, find func() bool) bool {
	asked, yes := uint32(1)<<(2*of), uint32(2)<<(2*of)
	if known := t.known.Load(); known&asked != 0 {
		return known&yes != 0
	}
	if !find() {
		t.known.Or(asked)
		return false
	}
	t.known.Or(asked | yes)
	return true
}

// has reports whether a figure has a trait, which find finds out.
func (v *View) has(of trait, f *Figure, find func() bool) bool {
	return f.traits.has(of, find)
}
