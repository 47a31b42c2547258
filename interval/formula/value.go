package formula

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"muster/interval"
)

// Value is an amount with its unit: what the words commit to, and what rounding
// would still allow.
type Value struct {
	Stated, Reading interval.Interval
	Unit            Unit
}

// Unit is the power of each base unit: people a day are {"": 1, "day": -1}. Nil
// is no unit, such as of a ratio.
type Unit map[string]int

// UnitOf returns the unit of an amount told in a unit ("" for a count) and for a
// rate. Shares have none; per cent are scaled by the caller.
func UnitOf(unit, per string) Unit {
	u := Unit{}
	switch unit {
	case "percent", "share", "times":
	default:
		u[unit] = 1
	}
	if per != "" {
		u[per] = -1
	}
	return u
}

func (u Unit) String() string {
	var top, bottom []string
	for _, name := range slices.Sorted(maps.Keys(u)) {
		word := name
		if name == "" {
			word = "a count"
		}
		switch n := u[name]; {
		case n > 0:
			top = append(top, word)
		case n < 0:
			bottom = append(bottom, word)
		}
	}
	switch {
	case len(top)+len(bottom) == 0:
		return "a plain ratio"
	case len(bottom) == 0:
		return strings.Join(top, " times ")
	case len(top) == 0:
		return "one by the " + strings.Join(bottom, " and ")
	}
	return strings.Join(top, " times ") + " by the " + strings.Join(bottom, " and ")
}

// times returns the unit of a product; sign is -1 for a quotient.
func (u Unit) times(v Unit, sign int) Unit {
	out := maps.Clone(u)
	if out == nil {
		out = Unit{}
	}
	for name, n := range v {
		if out[name] += sign * n; out[name] == 0 {
			delete(out, name)
		}
	}
	return out
}

// Truth is how far a comparison holds.
type Truth int

// The truths, from worst to best.
const (
	No    Truth = iota
	Maybe       // some of the values that are possible satisfy it
	Yes         // all do
)

// Result is what an expression comes to.
type Result struct {
	Stated, Reading Truth
	// Left and Right are the sides of the comparison; of several, of the first.
	Left, Right Value
	Operator    string
}

// Eval works the expression out. The error says which units do not fit, or
// which name has no value.
func (f *Formula) Eval(values map[string]Value) (Result, error) {
	return f.truth(f.root, values)
}

func (f *Formula) truth(e ast.Expr, values map[string]Value) (Result, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.truth(e.X, values)
	case *ast.UnaryExpr:
		r, err := f.truth(e.X, values)
		r.Stated, r.Reading = Yes-r.Stated, Yes-r.Reading
		return r, err
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			left, err := f.truth(e.X, values)
			if err != nil {
				return left, err
			}
			right, err := f.truth(e.Y, values)
			pick := func(a, b Truth) Truth {
				if e.Op == token.LAND {
					return min(a, b)
				}
				return max(a, b)
			}
			left.Stated, left.Reading = pick(left.Stated, right.Stated), pick(left.Reading, right.Reading)
			return left, err
		}
		left, err := f.amount(e.X, values)
		if err != nil {
			return Result{}, err
		}
		right, err := f.amount(e.Y, values)
		if err != nil {
			return Result{}, err
		}
		left, right, err = f.alike(e, left, right)
		return Result{compare(e.Op, left.Stated, right.Stated), compare(e.Op, left.Reading, right.Reading), left.Value, right.Value, e.Op.String()}, err
	}
	return Result{}, f.errorAt(e, "expected a comparison")
}

// compare says how far a comparison of two intervals holds. Two amounts that can
// be equal are: what is told as "more than 5,000" is no contradiction to 5,750.
func compare(op token.Token, a, b interval.Interval) Truth {
	switch op {
	case token.EQL:
		if interval.Meet(a, b).Empty() {
			return No
		}
		return Yes
	case token.NEQ:
		return Yes - compare(token.EQL, a, b)
	case token.GTR:
		return less(b, a, true)
	case token.GEQ:
		return less(b, a, false)
	case token.LSS:
		return less(a, b, true)
	}
	return less(a, b, false)
}

// less says how far a < b holds, or a <= b when equal is allowed.
func less(a, b interval.Interval, strict bool) Truth {
	below := func(x, y interval.End, touching bool) bool { // x < y, or x <= y where touching is enough
		if !x.Bounded || !y.Bounded {
			return false
		}
		c := x.Value.Cmp(y.Value)
		return c < 0 || c == 0 && (touching || x.Open || y.Open)
	}
	switch {
	case below(a.Max, b.Min, !strict):
		return Yes
	case below(b.Max, a.Min, strict):
		return No
	}
	return Maybe
}

// operand is a value, or a number that takes any unit.
type operand struct {
	Value
	bare bool
}

// alike demands one unit on both sides; a bare number has that of the other.
func (f *Formula) alike(e *ast.BinaryExpr, a, b operand) (operand, operand, error) {
	switch {
	case a.bare && !b.bare:
		a.Unit = b.Unit
	case b.bare && !a.bare:
		b.Unit = a.Unit
	}
	if !a.bare && !b.bare && !maps.Equal(a.Unit, b.Unit) {
		return a, b, f.errorAt(e, "the left side of %s is %s, the right side %s", e.Op, a.Unit, b.Unit)
	}
	return a, b, nil
}

func (f *Formula) amount(e ast.Expr, values map[string]Value) (operand, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.amount(e.X, values)
	case *ast.BasicLit:
		n, err := literal(e)
		return operand{Value{Stated: interval.Point(n), Reading: interval.Point(n)}, true}, err
	case *ast.Ident:
		v, ok := values[e.Name]
		if !ok {
			return operand{}, f.errorAt(e, "nothing is known of %s", e.Name)
		}
		return operand{v, false}, nil
	case *ast.BinaryExpr:
		a, err := f.amount(e.X, values)
		if err != nil {
			return a, err
		}
		b, err := f.amount(e.Y, values)
		if err != nil {
			return b, err
		}
		return f.combine(e, a, b)
	}
	return operand{}, f.errorAt(e, "expected an amount")
}

func (f *Formula) combine(e *ast.BinaryExpr, a, b operand) (operand, error) {
	var with func(i, j interval.Interval) interval.Interval
	out := operand{bare: a.bare && b.bare}
	switch e.Op {
	case token.ADD, token.SUB:
		var err error
		if a, b, err = f.alike(e, a, b); err != nil {
			return a, err
		}
		out.Unit, with = a.Unit, interval.Sum
		if a.bare {
			out.Unit = b.Unit
		}
		if e.Op == token.SUB {
			with = func(i, j interval.Interval) interval.Interval {
				return interval.Sum(amountOf(i), interval.Negate(amountOf(j)))
			}
		}
	default:
		for _, side := range []operand{a, b} {
			for _, i := range []interval.Interval{side.Stated, side.Reading} {
				if i.Min.Bounded && i.Min.Value.Sign() < 0 {
					return a, f.errorAt(e, "expected amounts of at least 0 on both sides of %s, found %s", e.Op, i)
				}
			}
		}
		if e.Op == token.MUL {
			out.Unit, with = a.Unit.times(b.Unit, 1), interval.Product
		} else {
			if b.Stated.Max.Bounded && b.Stated.Max.Value.Sign() == 0 {
				return a, f.errorAt(e, "expected an amount above 0 to divide by, found %s", fmt.Sprint(b.Stated))
			}
			out.Unit, with = a.Unit.times(b.Unit, -1), interval.Ratio
		}
	}
	out.Stated, out.Reading = with(a.Stated, b.Stated), with(a.Reading, b.Reading)
	return out, nil
}

// amountOf gives an amount told with an upper bound only its lower end, 0.
// What is below zero already stays so.
func amountOf(i interval.Interval) interval.Interval {
	if !i.Min.Bounded && (!i.Max.Bounded || i.Max.Value.Sign() >= 0) {
		i.Min = interval.At(interval.Number{})
	}
	return i
}
