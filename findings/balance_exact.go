package findings

import (
	"strings"

	"muster/claims"
	"muster/interval"
)

// Numbers below this are counted one by one, and told so: where a list of them
// misses its total, rounding is no excuse.
const mostCounted = 10_000

// Numbers below this are so few that nobody rounds the parts of an exact total.
const mostSurveyed = 1000

// coarsest is the largest place, of such numbers, that a list may be told to.
const coarsest = 100

// amiss reports whether a list that fits its total within the rounding of every
// single number does not fit it as a list: its members are told as exactly as
// the total, and none of them as "about" so many.
func amiss(total *Figure, parts []*Figure) bool {
	whole := total.Claim.Value
	if !exactly(total.Claim) {
		return false
	}
	sum, grain := interval.Int(0), place(*whole)
	finest := interval.Int(0)
	for _, p := range parts {
		if !exactly(p.Claim) {
			return false
		}
		sum = sum.Add(*p.Claim.Value)
		if at := place(*p.Claim.Value); finest.Sign() == 0 || at.Cmp(finest) < 0 {
			finest = at
		}
	}
	gap := sum.Sub(*whole)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	half := func(n interval.Number) interval.Number { return n.Div(interval.Int(2)) }
	switch {
	case gap.Sign() == 0:
		return false
	case whole.Cmp(interval.Int(mostSurveyed)) < 0:
		return significant(sum) <= significant(*whole) || gap.Cmp(half(grain)) > 0
	case grain.Cmp(finest) < 0:
		return false // the parts are told more roughly than the total
	case significant(sum) > significant(*whole) && gap.Cmp(half(grain)) <= 0:
		return len(parts) > 1 && significant(sum) == 2 && whole.Cmp(interval.Int(mostCounted)) < 0 // else the total is the sum in round numbers; "4,100" needs no rounding
	case whole.Cmp(interval.Int(mostCounted)) < 0 && finest.Cmp(interval.Int(coarsest)) <= 0:
		return true
	}
	worst := half(finest).Mul(interval.Int(int64(len(parts)))).Add(half(finest)) // all rounded the same way as far as can be
	return gap.Cmp(worst.Mul(interval.Frac(19, 20))) > 0
}

// exactly reports whether a figure is told as one whole number, without a word
// that loosens it.
func exactly(f claims.Figure) bool {
	return f.Value != nil && f.Value.IsInt() && f.Value.Sign() > 0 && f.Qualifier == claims.Exact && f.Relative == nil
}

// place returns the place of the last digit that is not zero: 10 for 5,750.
func place(n interval.Number) interval.Number {
	digits := n.String()
	out := interval.Int(1)
	for range len(digits) - len(strings.TrimRight(digits, "0")) {
		out = out.Mul(interval.Int(10))
	}
	return out
}
