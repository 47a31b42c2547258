package interval

import (
	"fmt"
	"math/big"
	"strings"
)

// Number is an exact rational number. The zero value is 0. Numbers are
// immutable and safe for concurrent use.
type Number struct{ rat *big.Rat }

// Int returns the number n.
func Int(n int64) Number { return Number{new(big.Rat).SetInt64(n)} }

// Frac returns the number numerator/denominator. It panics when denominator
// is 0, as integer division does.
func Frac(numerator, denominator int64) Number { return Number{big.NewRat(numerator, denominator)} }

// Parse reads a decimal ("5000", "-0.5", "1.2e6") or a fraction ("1/3").
// Digit grouping is the reader's business and is refused here.
func Parse(s string) (Number, error) {
	// Exponents are bounded because big.Rat would expand 1e999999999 digit by digit.
	if i := strings.IndexAny(s, "eE"); i >= 0 && len(s)-i > 5 {
		return Number{}, fmt.Errorf("number %q: expected an exponent of at most three digits", s)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Number{}, fmt.Errorf("number %q: expected a decimal such as 5000 or 0.5, or a fraction such as 1/3", s)
	}
	return Number{r}, nil
}

func (n Number) value() *big.Rat {
	if n.rat == nil {
		return new(big.Rat)
	}
	return n.rat
}

// Add returns n + m.
func (n Number) Add(m Number) Number { return Number{new(big.Rat).Add(n.value(), m.value())} }

// Sub returns n - m.
func (n Number) Sub(m Number) Number { return Number{new(big.Rat).Sub(n.value(), m.value())} }

// Mul returns n * m.
func (n Number) Mul(m Number) Number { return Number{new(big.Rat).Mul(n.value(), m.value())} }

// Div returns n / m. It panics when m is 0; ask Sign first.
func (n Number) Div(m Number) Number { return Number{new(big.Rat).Quo(n.value(), m.value())} }

// Cmp returns -1, 0 or +1 as n is less than, equal to or greater than m.
func (n Number) Cmp(m Number) int { return n.value().Cmp(m.value()) }

// Equal reports whether n and m are the same number.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Sign returns -1, 0 or +1.
func (n Number) Sign() int { return n.value().Sign() }

// IsInt reports whether n is a whole number.
func (n Number) IsInt() bool { return n.value().IsInt() }

// Float returns the nearest float64, for drawing charts; never for deciding.
func (n Number) Float() float64 { f, _ := n.value().Float64(); return f }

// String writes a decimal without grouping: "5000", "0.5"; a number whose
// decimals do not end is rounded to twelve places ("0.333333333333").
func (n Number) String() string {
	r := n.value()
	if r.IsInt() {
		return r.Num().String()
	}
	s := r.FloatString(12)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Grouped writes the number for people: "5,750", "909.1". Fractions are
// rounded to the given number of decimals, and trailing zeros dropped.
func (n Number) Grouped(decimals int) string {
	s := n.value().FloatString(decimals)
	whole, fraction, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		whole += "." + fraction
	}
	if whole == "0" {
		sign = ""
	}
	return sign + whole
}

// MarshalJSON writes a JSON number.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(n.String()), nil }

// UnmarshalJSON reads a JSON number.
func (n *Number) UnmarshalJSON(b []byte) error {
	m, err := Parse(string(b))
	if err != nil {
		return err
	}
	*n = m
	return nil
}
