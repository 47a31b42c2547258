package interval

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// edges are numbers beside the bounds of the short form, and beyond them.
var edges = []int64{0, 1, -1, 2, small - 1, small, -small, 1<<31 + 1, 1<<62 - 1, 1<<63 - 1, -1 << 63}

// wideNumber draws numbers short and long, with the same number as the math
// library holds it.
func wideNumber(t *rapid.T, label string) (Number, *big.Rat) {
	part := rapid.OneOf(rapid.SampledFrom(edges), rapid.Int64(), rapid.Int64Range(-2000, 2000))
	top, bottom := part.Draw(t, label), part.Draw(t, label+" denominator")
	if bottom == 0 {
		bottom = 7
	}
	n, r := Frac(top, bottom), big.NewRat(top, bottom)
	if rapid.Bool().Draw(t, label+" squared") {
		n, r = n.Mul(n), new(big.Rat).Mul(r, r)
	}
	return n, r
}

func TestNumbersCountAsTheMathLibraryDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, x := wideNumber(t, "a")
		b, y := wideNumber(t, "b")
		same := func(what string, got Number, want *big.Rat) {
			if got.value().Cmp(want) != 0 {
				t.Fatalf("%v %s %v = %v, the math library says %v", a, what, b, got, want)
			}
			if got != fromRat(want) && got.large == nil {
				t.Fatalf("%v %s %v is not in its one form: %#v", a, what, b, got)
			}
		}
		same("+", a.Add(b), new(big.Rat).Add(x, y))
		same("-", a.Sub(b), new(big.Rat).Sub(x, y))
		same("*", a.Mul(b), new(big.Rat).Mul(x, y))
		if y.Sign() != 0 {
			same("/", a.Div(b), new(big.Rat).Quo(x, y))
		}
		if a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() || a.IsInt() != x.IsInt() {
			t.Fatalf("%v and %v: order %d, sign %d, whole %v; the math library says %d, %d, %v", a, b, a.Cmp(b), a.Sign(), a.IsInt(), x.Cmp(y), x.Sign(), x.IsInt())
		}
		parsed, err := Parse(x.RatString())
		if err != nil || !parsed.Equal(a) {
			t.Fatalf("%s reads as %v, %v", x.RatString(), parsed, err)
		}
	})
}

// Decimals must be those of big.Rat, however the number is held.
func TestDecimalsAreThoseOfRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		top := rapid.Int64Range(-1<<29, 1<<29).Draw(t, "top")
		bottom := rapid.OneOf(rapid.Int64Range(1, 12), rapid.Int64Range(1, 1<<24)).Draw(t, "bottom")
		want := new(big.Rat).SetFrac64(top, bottom)
		written := strings.TrimRight(want.FloatString(12), "0")
		if got := Frac(top, bottom); got.String() != strings.TrimSuffix(written, ".") {
			t.Fatalf("%d/%d: got %s, want %s", top, bottom, got, written)
		}
		if float, _ := want.Float64(); Frac(top, bottom).Float() != float {
			t.Fatalf("%d/%d: got %v, want %v", top, bottom, Frac(top, bottom).Float(), float)
		}
	})
}
