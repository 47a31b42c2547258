// Package interval holds exact numbers, intervals of numbers with open ends,
// and intervals of days. Its words are those of IEEE 1788 (intersection, hull,
// subset); the rounding of that standard is not needed, because every number
// here is an exact rational.
//
// An interval says what is known of a number: "more than 5,000" is the
// interval from 5,000, not included, without an upper end.
package interval

import "encoding/json"

// End is one end of an interval. The zero value is no end: the interval goes
// on without bound on that side.
type End struct {
	Value   Number
	Bounded bool // false: no end on this side; Value and Open mean nothing
	Open    bool // the value itself is not included ("more than")
}

// At returns an end that includes n.
func At(n Number) End { return End{Value: n, Bounded: true} }

// Beyond returns an end that does not include n.
func Beyond(n Number) End { return End{Value: n, Bounded: true, Open: true} }

// Interval is a set of numbers between two ends. The zero value is the
// interval of all numbers. An interval whose Min lies above its Max, or whose
// ends meet where one is open, is empty.
type Interval struct{ Min, Max End }

// Point returns the interval that holds n alone.
func Point(n Number) Interval { return Interval{At(n), At(n)} }

// Between returns the closed interval from low to high.
func Between(low, high Number) Interval { return Interval{At(low), At(high)} }

// AtLeast returns the interval of n and all above.
func AtLeast(n Number) Interval { return Interval{Min: At(n)} }

// MoreThan returns the interval of all above n.
func MoreThan(n Number) Interval { return Interval{Min: Beyond(n)} }

// AtMost returns the interval of n and all below.
func AtMost(n Number) Interval { return Interval{Max: At(n)} }

// LessThan returns the interval of all below n.
func LessThan(n Number) Interval { return Interval{Max: Beyond(n)} }

// Empty reports whether no number lies in the interval.
func (i Interval) Empty() bool {
	if !i.Min.Bounded || !i.Max.Bounded {
		return false
	}
	c := i.Min.Value.Cmp(i.Max.Value)
	return c > 0 || c == 0 && (i.Min.Open || i.Max.Open)
}

// IsAll reports whether the interval holds every number: nothing is known.
func (i Interval) IsAll() bool { return !i.Min.Bounded && !i.Max.Bounded }

// IsPoint reports whether exactly one number lies in the interval.
func (i Interval) IsPoint() bool {
	return i.Min.Bounded && i.Max.Bounded && !i.Min.Open && !i.Max.Open && i.Min.Value.Equal(i.Max.Value)
}

// Contains reports whether n lies in the interval.
func (i Interval) Contains(n Number) bool { return !Meet(i, Point(n)).Empty() }

// Equal reports whether both hold the same ends.
func (i Interval) Equal(j Interval) bool { return endEqual(i.Min, j.Min) && endEqual(i.Max, j.Max) }

func endEqual(a, b End) bool {
	if !a.Bounded || !b.Bounded {
		return a.Bounded == b.Bounded
	}
	return a.Open == b.Open && a.Value.Equal(b.Value)
}

// Meet returns the intersection: what both say.
func Meet(i, j Interval) Interval {
	return Interval{tighter(i.Min, j.Min, 1), tighter(i.Max, j.Max, -1)}
}

// tighter returns the end that leaves less; side is +1 for lower ends.
func tighter(a, b End, side int) End {
	switch {
	case !a.Bounded:
		return b
	case !b.Bounded:
		return a
	}
	if c := side * a.Value.Cmp(b.Value); c > 0 || c == 0 && a.Open {
		return a
	}
	return b
}

// Hull returns the smallest interval that holds both.
func Hull(i, j Interval) Interval { return Interval{wider(i.Min, j.Min, 1), wider(i.Max, j.Max, -1)} }

func wider(a, b End, side int) End {
	if !a.Bounded || !b.Bounded {
		return End{}
	}
	if c := side * a.Value.Cmp(b.Value); c < 0 || c == 0 && !a.Open {
		return a
	}
	return b
}

// Sum returns the interval of i + j.
func Sum(i, j Interval) Interval { return Interval{endSum(i.Min, j.Min), endSum(i.Max, j.Max)} }

func endSum(a, b End) End {
	if !a.Bounded || !b.Bounded {
		return End{}
	}
	return End{a.Value.Add(b.Value), true, a.Open || b.Open}
}

// Negate returns the interval of -i.
func Negate(i Interval) Interval { return Interval{endNegate(i.Max), endNegate(i.Min)} }

func endNegate(e End) End {
	if e.Bounded {
		e.Value = Number{}.Sub(e.Value)
	}
	return e
}

// Scale returns the interval of i times factor, which must not be negative.
func Scale(i Interval, factor Number) Interval {
	scale := func(e End) End {
		if e.Bounded {
			e.Value = e.Value.Mul(factor)
		}
		return e
	}
	return Interval{scale(i.Min), scale(i.Max)}
}

// Ratio returns the interval of i/j for amounts: both are read as not
// negative. An end that would divide by zero is no end.
func Ratio(i, j Interval) Interval {
	zero := AtLeast(Number{})
	i, j = Meet(i, zero), Meet(j, zero)
	divide := func(a, b End) End {
		if !a.Bounded || !b.Bounded || b.Value.Sign() == 0 {
			return End{}
		}
		// Zero over any divisor is zero, whether the divisor's end is included or not.
		return End{a.Value.Div(b.Value), true, a.Open || b.Open && a.Value.Sign() != 0}
	}
	lower := divide(i.Min, j.Max)
	if !lower.Bounded {
		lower = At(Number{})
	}
	return Interval{lower, divide(i.Max, j.Min)}
}

// Product returns the interval of i times j for amounts: both are read as not
// negative.
func Product(i, j Interval) Interval {
	zero := AtLeast(Number{})
	i, j = Meet(i, zero), Meet(j, zero)
	multiply := func(a, b End) End {
		switch {
		case a.Bounded && a.Value.Sign() == 0 && !a.Open, b.Bounded && b.Value.Sign() == 0 && !b.Open:
			return At(Number{}) // zero times anything, however large
		case !a.Bounded || !b.Bounded:
			return End{}
		}
		return End{a.Value.Mul(b.Value), true, a.Open || b.Open}
	}
	return Interval{multiply(i.Min, j.Min), multiply(i.Max, j.Max)}
}

// String writes the interval for people: "5,750", "more than 5,000",
// "at most 21,000", "909 to 1,111", "any number".
func (i Interval) String() string {
	low, high := i.Min.Value.Grouped(2), i.Max.Value.Grouped(2)
	switch {
	case i.IsAll():
		return "any number"
	case i.IsPoint():
		return low
	case i.Empty():
		return "no number"
	case !i.Max.Bounded && i.Min.Open:
		return "more than " + low
	case !i.Max.Bounded:
		return "at least " + low
	case !i.Min.Bounded && i.Max.Open:
		return "less than " + high
	case !i.Min.Bounded:
		return "at most " + high
	}
	return low + " to " + high
}

type ends struct {
	Min *Number `json:"min"`
	Max *Number `json:"max"`
}

// MarshalJSON writes {"min":…,"max":…} with null for no end. Whether an end is
// included is not written: in a figure its qualifier says so.
func (i Interval) MarshalJSON() ([]byte, error) {
	var e ends
	if i.Min.Bounded {
		e.Min = &i.Min.Value
	}
	if i.Max.Bounded {
		e.Max = &i.Max.Value
	}
	return json.Marshal(e)
}

// UnmarshalJSON reads what MarshalJSON wrote; both ends are taken as included.
func (i *Interval) UnmarshalJSON(b []byte) error {
	var e ends
	if err := json.Unmarshal(b, &e); err != nil {
		return err
	}
	*i = Interval{}
	if e.Min != nil {
		i.Min = At(*e.Min)
	}
	if e.Max != nil {
		i.Max = At(*e.Max)
	}
	return nil
}
