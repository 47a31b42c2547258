package interval

import (
	"cmp"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Number is an exact rational number. The zero value is 0. Numbers are
// immutable and safe for concurrent use. Equal numbers are held alike.
type Number struct {
	top, below int64    // the number is top/(below+1), in lowest terms
	large      *big.Rat // when that does not fit, else nil
}

// Int returns the number n.
func Int(n int64) Number { return Number{top: n} }

// Frac returns the number numerator/denominator. It panics when denominator
// is 0, as integer division does.
func Frac(numerator, denominator int64) Number {
	if !isSmall(numerator) || !isSmall(denominator) || denominator <= 0 {
		return fromRat(big.NewRat(numerator, denominator))
	}
	return lowest(numerator, denominator)
}

// small bounds what can be multiplied without overflow: sums of two products
// of such numbers fit in 63 bits.
const small = 1 << 30

func isSmall(n int64) bool { return -small < n && n < small }

// lowest returns top/bottom in lowest terms; bottom is positive.
func lowest(top, bottom int64) Number {
	a, b := max(top, -top), bottom
	for b != 0 {
		a, b = b, a%b
	}
	return Number{top: top / a, below: bottom/a - 1}
}

func fromRat(r *big.Rat) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		return Number{top: r.Num().Int64(), below: r.Denom().Int64() - 1}
	}
	return Number{large: r}
}

// parts returns numerator and denominator when sums and products of them
// cannot overflow.
func (n Number) parts() (top, bottom int64, ok bool) {
	return n.top, n.below + 1, n.large == nil && isSmall(n.top) && isSmall(n.below+1)
}

// Parse reads a decimal ("5000", "-0.5", "1.2e6") or a fraction ("1/3").
// Digit grouping is the reader's business and is refused here.
func Parse(s string) (Number, error) {
	// Exponents are bounded because big.Rat would expand 1e999999999 digit by digit.
	if i := strings.IndexAny(s, "eE"); i >= 0 && len(s)-i > 5 {
		return Number{}, fmt.Errorf("number %q: expected an exponent of at most three digits", s)
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return Int(n), nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return Number{}, fmt.Errorf("number %q: expected a decimal such as 5000 or 0.5, or a fraction such as 1/3", s)
	}
	return fromRat(r), nil
}

func (n Number) value() *big.Rat {
	if n.large != nil {
		return n.large
	}
	return big.NewRat(n.top, n.below+1)
}

// Add returns n + m.
func (n Number) Add(m Number) Number {
	a, b, ok := n.parts()
	c, d, too := m.parts()
	if !ok || !too {
		return fromRat(new(big.Rat).Add(n.value(), m.value()))
	}
	return lowest(a*d+c*b, b*d)
}

// Sub returns n - m.
func (n Number) Sub(m Number) Number {
	a, b, ok := n.parts()
	c, d, too := m.parts()
	if !ok || !too {
		return fromRat(new(big.Rat).Sub(n.value(), m.value()))
	}
	return lowest(a*d-c*b, b*d)
}

// Mul returns n * m.
func (n Number) Mul(m Number) Number {
	a, b, ok := n.parts()
	c, d, too := m.parts()
	if !ok || !too {
		return fromRat(new(big.Rat).Mul(n.value(), m.value()))
	}
	return lowest(a*c, b*d)
}

// Div returns n / m. It panics when m is 0; ask Sign first.
func (n Number) Div(m Number) Number {
	a, b, ok := n.parts()
	c, d, too := m.parts()
	if !ok || !too || c <= 0 {
		return fromRat(new(big.Rat).Quo(n.value(), m.value()))
	}
	return lowest(a*d, b*c)
}

// Cmp returns -1, 0 or +1 as n is less than, equal to or greater than m.
func (n Number) Cmp(m Number) int {
	if n.large == nil && m.large == nil && n.below == m.below {
		return cmp.Compare(n.top, m.top)
	}
	a, b, ok := n.parts()
	c, d, too := m.parts()
	if !ok || !too {
		return n.value().Cmp(m.value())
	}
	return cmp.Compare(a*d, c*b)
}

// Equal reports whether n and m are the same number.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Sign returns -1, 0 or +1.
func (n Number) Sign() int {
	if n.large != nil {
		return n.large.Sign()
	}
	return cmp.Compare(n.top, 0)
}

// IsInt reports whether n is a whole number.
func (n Number) IsInt() bool {
	return n.large == nil && n.below == 0 || n.large != nil && n.large.IsInt()
}

// Bits returns the length of the longer of numerator and denominator: how much
// it takes to work with the number.
func (n Number) Bits() int {
	if n.large == nil {
		return bits.Len64(uint64(max(n.top, -n.top, n.below)))
	}
	return max(n.large.Num().BitLen(), n.large.Denom().BitLen())
}

// Float returns the nearest float64, for drawing charts; never for deciding.
func (n Number) Float() float64 {
	if top, bottom, ok := n.parts(); ok {
		return float64(top) / float64(bottom) // both are exact, and so is the rounding
	}
	f, _ := n.value().Float64()
	return f
}

// String writes a decimal without grouping: "5000", "0.5"; a number whose
// decimals do not end is rounded to twelve places ("0.333333333333").
func (n Number) String() string {
	if n.large == nil && n.below == 0 {
		return strconv.FormatInt(n.top, 10)
	}
	s := ""
	if top, bottom, ok := n.parts(); ok && bottom < mostBottom {
		s = decimal(top, bottom)
	} else if r := n.value(); r.IsInt() {
		return r.Num().String()
	} else {
		s = r.FloatString(12)
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// mostBottom bounds the denominators with which decimal can reckon.
const mostBottom = 1 << 22

// decimal writes the fraction with twelve decimals, the last one rounded, as
// big.Rat does.
func decimal(top, bottom int64) string {
	const one = 1e12
	sign := ""
	if top < 0 {
		sign, top = "-", -top
	}
	whole, rest := top/bottom, top%bottom*one
	part := rest / bottom
	if rest%bottom*2 >= bottom {
		part++
	}
	digits := strconv.FormatInt(one+part, 10) // a digit before the twelve, 2 where the last was rounded up to a whole
	if part == one {
		whole++
	}
	return sign + strconv.FormatInt(whole, 10) + "." + digits[1:]
}

// Grouped writes the number for people: "5,750", "909.1". Fractions are
// rounded to the given number of decimals, and trailing zeros dropped.
func (n Number) Grouped(decimals int) string {
	s := ""
	if n.IsInt() {
		s = n.String()
	} else {
		s = n.value().FloatString(decimals)
	}
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
