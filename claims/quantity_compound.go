package claims

import (
	"slices"
	"strings"

	"muster/interval"
)

// smallerUnits returns the units told after a larger one as part of the same
// amount, and how many make one: "5 feet 2 inches", "13 dollars and 45 cents", "two hours
// and 20 minutes".
func smallerUnits(name string) (names []string, ratio int64) {
	switch name {
	case "foot":
		return []string{"inch"}, 12
	case "pound":
		return []string{"ounce"}, 16
	case "stone":
		return []string{"pound"}, 14
	case "hour":
		return []string{"minute"}, 60
	case "minute":
		return []string{"second"}, 60
	case "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "EUR":
		return []string{"USD cent", "EUR cent"}, 100
	case "GBP":
		return []string{"GBP pence", "penny"}, 100
	}
	return nil, 0
}

// compound adds the amount in the smaller unit that goes on where the quantity
// ends. Of money the smaller unit may be left out where the clause ends: "15
// dollars 50".
func (s *scan) compound(q *quantity) {
	names, size := smallerUnits(q.unit.name)
	if size == 0 || q.paired || q.amount.scale.Sign() > 0 || !q.amount.value.IsInt() || q.amount.value.Sign() < 0 || q.amount.article {
		return
	}
	i := max(q.end, q.last) + 1
	and := s.at(i).is("and")
	if and || q.hyphenated && s.at(i).isHyphen() && s.at(i).glued {
		i++
	}
	b, ok := s.amount(i)
	ratio := interval.Int(size)
	if !ok || b.share || b.value.Sign() < 0 || b.value.Cmp(ratio) >= 0 || b.grouped || b.scale.Sign() > 0 {
		return
	}
	last := -1
	j := s.unitStart(b.last)
	u, n := s.units.at(s.text, s.list, j)
	end := s.at(b.last + 1)
	closed := b.last+1 >= len(s.list) || end.kind == symbolToken && !end.isHyphen() && !end.is("%", "/", "$", "€", "£") && !(end.glued && s.at(b.last+2).glued)
	whole := q.amount.spelled || !strings.Contains(s.at(q.amount.last).lower+s.at(q.amount.first).lower, ".") && !q.amount.comma
	switch {
	case b.unit.name != "":
		if !slices.Contains(names, b.unit.name) {
			return
		}
		last = b.last
	case n > 0 && (slices.Contains(names, u.name) || q.unit.name == "GBP" && s.at(j).is("p") && s.at(j).glued):
		last = j + n - 1
	case q.unit.name == "foot" && s.isInch(b.last+1):
		last = b.last + 1
		if s.at(last+1).is(".") && s.at(last+1).glued && last+2 < len(s.list) {
			last++
		}
	case q.unit.name == "foot" && q.hyphenated && s.at(i).glued && b.value.IsInt() && n == 0:
		last = b.last // "6-foot-2"
	case q.unit.kind == moneyUnit && closed && whole && n == 0 && b.value.IsInt() && q.last == q.end && s.at(q.last).kind == wordToken && (b.spelled || len(s.at(b.last).lower) == 2):
		last = b.last
	default:
		return
	}
	q.amount.value = q.amount.value.Add(b.value.Div(ratio))
	q.amount.bare = q.amount.value
	q.last, q.end = last, last
}

// isInch reports whether "in" at token i is the unit.
func (s *scan) isInch(i int) bool {
	next := s.at(i + 1)
	return s.at(i).is("in", "\"", "″", "”") && (i+1 >= len(s.list) || next.kind == symbolToken || next.is("thick", "long", "wide", "high", "tall", "deep", "in", "more", "by", "x", "or", "and"))
}

// oddUnit reads a unit that is written in brackets ("20 [kg]"), or that is a
// unit only in its place: "2 in. thick", "a ⅓ cup of sugar". It returns the
// last token.
func (s *scan) oddUnit(a *amount, i int) (unit, int) {
	if closing, found := map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}[s.at(i).lower]; found {
		if u, n := s.units.at(s.text, s.list, i+1); n > 0 && s.at(i+1).kind == wordToken && s.at(i+1+n).is(closing) {
			return u, i + 1 + n
		}
		return unit{}, 0
	}
	next := s.at(i + 1)
	measures := next.is("thick", "long", "wide", "high", "tall", "deep", "diameter")
	fraction := !a.value.IsInt() && a.value.Cmp(interval.Int(100)) < 0
	switch t := s.at(i); {
	case t.is("in") && !t.upper && (measures || i+1 >= len(s.list) || next.is(".") && i+2 >= len(s.list) && !a.spelled), t.is("\"", "”") && measures:
		return s.units.byWord["inch"], i
	case t.is("cup") && fraction:
		return unit{name: "cup", kind: measureUnit}, i
	}
	return unit{}, 0
}

// moneyWithScale reads a currency code with a scale before it: "MUSD" is
// millions of dollars, "kSEK" thousands of kronor.
func (s *scan) moneyWithScale(i int) (unit, interval.Number) {
	t := s.at(i)
	if t.kind != wordToken || t.end-t.start != 4 {
		return unit{}, interval.Number{}
	}
	scale := interval.Number{}
	switch s.text[t.start] {
	case 'M':
		scale = interval.Int(1_000_000)
	case 'k', 'K', 'T':
		scale = interval.Int(1000)
	default:
		return unit{}, scale
	}
	code := s.text[t.start+1 : t.end]
	for _, spelling := range s.units.byFirst[strings.ToLower(code)] {
		if spelling.sign && spelling.text == code && spelling.unit.kind == moneyUnit {
			return spelling.unit, scale
		}
	}
	return unit{}, scale
}
