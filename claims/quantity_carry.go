package claims

import (
	"strings"

	"muster/interval"
)

// carryUnits gives a bare number the unit that the sentence tells only once:
// "3.4 percent, up from 3.1", "5 and 10 kilometres", "2.1 million yen ($14,000)
// and 2.3 million ($15,300)", "between 5 and 6 on the kilopascal scale".
func (s *scan) carryUnits(here []*found) {
	for i, f := range here {
		if !bareNumber(f) {
			continue
		}
		if u := s.scaleUnit(f); u.name != "" {
			f.unit = u
			continue
		}
		if i+1 < len(here) && here[i+1].conversionOf {
			if u := convertedFrom(here[:i], here[i+1].unit); u.name != "" {
				f.unit = u
				continue
			}
		}
		if i > 0 && here[i-1].unit.kind == moneyUnit && f.amount.scale.Cmp(interval.Int(1000)) > 0 && s.at(f.end+1).is("of") && s.at(f.end+2).is("it", "them", "this", "that", "which") {
			f.unit = here[i-1].unit // "31 million euros, 10 million of it"
			continue
		}
		if i > 0 && here[i-1].unit.kind == measureUnit && f.per == "" && !f.amount.value.IsInt() && !s.hasVerb(here[i-1].nounEnd()+1, f.first) {
			f.unit = here[i-1].unit // "4.1 kilometres, 1.9 of them here and 2.2 there"
			continue
		}
		if s.isMeanAge(f) {
			f.unit = unit{name: "year of age", kind: measureUnit}
			continue
		}
		if j := s.memberBefore(f.first); i > 0 && j == here[i-1].amount.first && here[i-1].unit.kind == measureUnit && !s.listName(f).empty() {
			f.unit, f.countedText = here[i-1].unit, here[i-1].countedText // "Velde 2,300 hectares, Ossa 980"
			continue
		}
		if i > 0 && here[i-1].unit.kind == measureUnit && (s.partOfMeasured(here[i-1], f) || s.withBoth(here[i-1], f)) {
			f.unit, f.countedText = here[i-1].unit, here[i-1].countedText
			continue
		}
		if i > 0 && s.levelAfter(here[i-1], f) {
			f.unit, f.per = here[i-1].unit, here[i-1].per
		}
	}
	for i := len(here) - 2; i >= 0; i-- {
		if f, next := here[i], here[i+1]; bareNumber(f) && s.listed(f, next) && !toldOtherwise(s, f, next) {
			f.unit, f.per = next.unit, next.per
			f.countedText = next.countedText
		}
	}
}

// partOfMeasured reports whether a bare number is a part of the amount before it: "Of the 3,500
// hectares of minefield, 1,430 lie in Ostrel".
func (s *scan) partOfMeasured(p, f *found) bool {
	return s.wholeOf(p) && s.commaBetween(p, f) && f.amount.value.Cmp(p.amount.value) < 0 && f.amount.value.Cmp(interval.Int(9)) > 0 && (s.at(f.end+1).isVerb() || s.words.in("being", s.at(f.end+1).lower))
}

// withBoth reports whether two numbers are those of two names of one list: "Ostrel with 1,340
// hectares, Dubrava with 980".
func (s *scan) withBoth(p, f *found) bool {
	with := func(f *found) bool { return s.before(f.first, "with") && s.at(f.first-2).upper }
	if !with(p) || !with(f) || f.first-p.nounEnd() > 6 {
		return false
	}
	for i := p.nounEnd() + 1; i < f.first-1; i++ {
		if t := s.at(i); !t.upper && !t.is(",", ";", "and", "the") {
			return false
		}
	}
	return true
}

// carryMoney gives millions of nothing in particular the currency of those beside them or
// told before them: "440 million crowns, against a budget of 870 million".
func (s *scan) carryMoney(here []*found, document *quantityContext) {
	for i, f := range here {
		if f.unit.name != "" || !f.counted.empty() || f.kind != "" || !isMillions(f) || s.at(f.nounEnd()+1).is("(") {
			continue // "1.3 billion ($1.7bn)" is in a currency whose sign was lost
		}
		if u := s.moneyBeside(here, i, document); u.name != "" {
			f.unit = u
		}
	}
}

func isMillions(f *found) bool { return f.amount.scale.Cmp(interval.Int(1000)) > 0 }

// moneyBeside returns the currency of the nearest millions before a number, or else behind it
// in its sentence; none where those are no money.
func (s *scan) moneyBeside(here []*found, i int, document *quantityContext) unit {
	var of *found
	for j, g := range here {
		if j == i || !isMillions(g) || bareNumber(g) || j > 0 && s.saysAgain(here[j-1], g) {
			continue
		}
		if j > i && of != nil || g.unit.kind != moneyUnit && s.before(here[i].first, "other") {
			break
		}
		of = g
	}
	if of != nil {
		return of.unit.ifMoney()
	}
	next := s.at(here[i].nounEnd() + 1)
	if next.isVerb() && !s.words.in("moneyed", next.lower) && !next.is("go", "goes", "went", "is", "was", "has", "had", "were", "comes", "came", "remains") {
		return unit{} // "More than 3 million took part"
	}
	for j := len(document.before) - 1; j >= 0 && s.index-document.before[j].scan.index <= moneyReach; j-- {
		if g := document.before[j]; isMillions(g) && (g.unit.name != "" || g.countedText != "") {
			return g.unit.ifMoney()
		}
	}
	return unit{}
}

// moneyReach is how many sentences back a currency may stand.
const moneyReach = 2

func (u unit) ifMoney() unit {
	if u.kind == moneyUnit {
		return u
	}
	return unit{}
}

// saysAgain reports whether a sum tells the one right before it in another currency: "20
// million marks, about 64 million crowns".
func (s *scan) saysAgain(p, f *found) bool {
	return p.unit.kind == moneyUnit && f.unit.kind == moneyUnit && p.unit != f.unit && f.first-p.nounEnd() <= 3 && s.at(p.nounEnd()+1).is(",", "(", "–", "—", "or")
}

// groupOf returns the groups that a number tells the size of: "crews of four" are four in each
// crew.
func (s *scan) groupOf(f *found) string {
	if f.unit.name != "" || f.per != "" || f.kind != "" || !s.before(f.first, "of") {
		return ""
	}
	switch t := s.at(f.first - 2); {
	case !s.words.in("grouped", t.lower), s.at(f.first-3).is("the", "these", "those", "its", "their", "all"):
		return ""
	case strings.HasSuffix(t.lower, "ches"), strings.HasSuffix(t.lower, "sses"):
		return strings.TrimSuffix(t.lower, "es")
	case strings.HasSuffix(t.lower, "ies"):
		return strings.TrimSuffix(t.lower, "ies") + "y"
	default:
		return strings.TrimSuffix(t.lower, "s")
	}
}

// toldOtherwise reports whether a percentage tells a number before it in another
// way: "480,000 of 800,000, or 70 percent".
func toldOtherwise(s *scan, f, next *found) bool {
	return next.unit.kind == percentUnit && s.at(f.nounEnd()+1).is(",") && f.amount.value.Cmp(interval.Int(100)) > 0
}

// convertedFrom returns the unit of the last amount that was converted to u.
func convertedFrom(before []*found, u unit) unit {
	for i := len(before) - 1; i > 0 && i > len(before)-5; i-- {
		if before[i].conversionOf && before[i].unit == u {
			return before[i-1].unit
		}
	}
	return unit{}
}

// bareNumber reports whether neither a unit nor a counted noun stands with the
// number.
func bareNumber(f *found) bool {
	return f.unit.name == "" && f.per == "" && f.counted.empty() && f.kind == "" && f.qualifier != Vague
}

// scaleUnit reads "on the kilopascal scale" after the number.
func (s *scan) scaleUnit(f *found) unit {
	i := f.end + 1
	if !s.at(i).is("on") || !s.at(i+1).is("the", "a") {
		return unit{}
	}
	if u, n := s.units.at(s.text, s.list, i+2); n > 0 && s.at(i+2+n).is("scale") {
		return u
	}
	return unit{}
}

// levelAfter reports whether the bare number f is a level of what p measures:
// "up from 3.1", "compared with 3.1", "and 3.1 last year". After a step ("fell
// 2 percent to 35") it is a level of something else.
func (s *scan) levelAfter(p, f *found) bool {
	if p.unit.name == "" || p.unit.name == "share" || p.multiple || p.kind != "" || s.told(p.quantity) != "" && !p.change {
		return false
	}
	if f.amount.spelled || f.first-p.nounEnd() > 9 || f.amount.scale.Sign() > 0 && p.unit.kind != moneyUnit || p.unit.name == "percent" && f.amount.value.Cmp(interval.Int(100)) > 0 {
		return false
	}
	i := f.first - 1
	switch {
	case s.at(i).is("from") && (s.at(i-1).is("up", "down", "higher", "lower") || s.changeWord(i-1)),
		s.at(i).is("with", "to") && s.at(i-1).is("compared"),
		s.at(i).is("versus", "vs", "against"):
		return true
	case s.at(i).is("and", "from", "after", "but"):
		return p.unit.kind != durationUnit && s.at(f.end+1).is("last", "a", "in", "this", "the") && s.saysWhen(f.end+1)
	}
	return false
}

// isMeanAge reports whether the number is an age that is no one person's: "the
// retirement age rose to 67", "life expectancy is around 73".
func (s *scan) isMeanAge(f *found) bool {
	if f.amount.value.Cmp(interval.Int(110)) > 0 || f.amount.share {
		return false
	}
	for i := f.first - 1; i > 0 && i > f.first-12; i-- {
		switch t := s.at(i); {
		case t.is("expectancy") && s.at(i-1).is("life"), t.is("age") && s.at(i-1).is("average", "median", "mean", "retirement", "pension", "minimum", "maximum", "voting", "school"):
			return true
		case t.is(",", ";", ":"), t.kind == numberToken:
			return false
		}
	}
	return false
}

// saysWhen reports whether the words at i tell a time: "last year", "in May",
// "a month earlier", "in 2019".
func (s *scan) saysWhen(i int) bool {
	for j := i; j < i+4; j++ {
		t := s.at(j)
		if s.isMonth(j) || s.looksLikeYear(t) || t.is("year", "month", "quarter", "week", "season", "day", "decade") {
			return true
		}
		if t.kind != wordToken {
			return false
		}
	}
	return false
}

// listed reports whether f and next are members of a list whose unit or noun
// stands at its end: "2, 3 and 5 percent".
func (s *scan) listed(f, next *found) bool {
	if next.unit.name == "" && next.counted.empty() || next.kind != "" || next.qualifier != f.qualifier || next.paired || next.multiple || next.unit.name == "share" || f.paired {
		return false
	}
	i := f.end + 1
	if s.at(i).is(",") && s.at(i+1).is("and", "or") {
		if next.unit.name == "percent" && s.at(i+1).is("or") && !(s.before(f.first, ",") && s.at(f.first-2).kind == numberToken) {
			return false // "of 90 schools, 36, or 40 per cent": the second number tells the first as a share
		}
		i++
	}
	return s.at(i).is("and", "or", ",", "x", "×", "by") && next.first == i+1 && f.amount.spelled == next.amount.spelled && (!f.amount.grouped || !s.at(i).is(","))
}
