package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// swap looks for one number that documents tell of different things or bodies:
// 3,000 arrests a day that became 3,000 deportations a day.
func swap() Rule {
	return Rule{ID: "swap", Version: 2, Title: "Is one number told of different things?", Look: func(v *View) []Finding {
		var out []Finding
		for _, key := range v.numbers {
			list := v.amount(key).figures
			if len(list) < 2 || key.unit != "" || !telling(list[0].Claim) || !v.mixed(list) {
				continue
			}
			out = append(out, v.swapped(list)...)
		}
		return out
	}}
}

// telling reports whether a number is told so seldom that two tellings of it
// are no accident: a rate of at least a hundred, or a number of four digits of
// which three say something.
func telling(f claims.Figure) bool {
	n := *f.Value
	if n.Cmp(interval.Int(100)) < 0 || !n.IsInt() {
		return false
	}
	if f.Per != "" {
		return true
	}
	return len(strings.TrimRight(n.String(), "0")) >= 3 && n.Cmp(interval.Int(1000)) >= 0
}

// family returns the family of a counted thing; "" for none.
func (v *View) family(counted string) string {
	_, family := v.Comparer.head(counted)
	return family
}

// befell returns the family of what a figure counts; of people, by noun or by verb
// where some telling of the number has a noun for it: "1,320 people arrested"
// beside "1,320 deportations".
func (v *View) befell(f *Figure, noun bool) string {
	if family := v.family(f.Claim.Counted); family != "" && besideNumber(&f.Claim) {
		return family
	}
	if !noun {
		return ""
	}
	_, family := v.Comparer.head(f.Claim.Counted)
	deed, _ := v.Comparer.deed(&f.Claim)
	if family != "" { // a noun that was carried here says nothing of this number
		return ""
	}
	return deed
}

// withDeed writes a figure with the verb beside it where its noun does not say what
// befell those counted: "4,310 people (“infected”)".
func (v *View) withDeed(f *Figure) string {
	if _, word := v.Comparer.deed(&f.Claim); word != "" && v.family(f.Claim.Counted) == "" {
		return phrase(f.Claim) + " (" + quoted(word) + ")"
	}
	return phrase(f.Claim)
}

// mostTold is how often a number may be told for its verbs to be looked at where no
// noun says what befell those counted.
const mostTold = 20

// mixed reports whether figures of one number count two things or are of two
// bodies at all.
func (v *View) mixed(list []*Figure) bool {
	family, body := "", ""
	noun := len(list) <= mostTold || slices.ContainsFunc(list, func(f *Figure) bool { return v.family(f.Claim.Counted) != "" })
	for _, f := range list {
		if x := v.befell(f, noun); x != "" {
			if family != "" && x != family {
				return true
			}
			family = x
		}
		if y := f.Claim.Organisation; y != "" && f.Claim.Stage == claims.Result && f.Claim.About != nil {
			if body != "" && y != body {
				return true
			}
			body = y
		}
	}
	return false
}

// swapped compares the tellings of one number, each document's with those of
// the others. One finding a pair of things is enough.
func (v *View) swapped(list []*Figure) []Finding {
	var out []Finding
	said := map[string]bool{}
	for i, a := range list {
		for _, b := range list[i+1:] {
			if a.Document == b.Document || (a.Claim.Act == claims.Deny) != (b.Claim.Act == claims.Deny) || a.PartOf != "" || b.PartOf != "" {
				continue
			}
			what := v.swappedThing(a, b)
			if what == "" || said[what] || v.bothTold(a, b) {
				continue
			}
			x, y, _ := strings.Cut(what, " and ")
			said[what], said[y+" and "+x] = true, true // in either order
			out = append(out, Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(a, b),
				Sentence: fmt.Sprintf("%s says %s, %s %s: the same number for two things, %s.",
					capital(v.named(a.Document)), v.withDeed(a), v.named(b.Document), v.withDeed(b), what)})
		}
	}
	return out
}

// swappedThing says what two tellings of one number tell it of; "" when it may
// be the same. Other words for the people counted are no other thing.
func (v *View) swappedThing(a, b *Figure) string {
	if !sameTime(&a.Claim, &b.Claim) || a.Claim.Place != b.Claim.Place && a.Claim.Place != "" && b.Claim.Place != "" {
		return ""
	}
	if x, y := v.bodyBeside(a), v.bodyBeside(b); x != "" && y != "" && !v.Comparer.names.Same(x, y) {
		sameThing := v.Comparer.things.Head(a.Claim.Counted) != "" && v.Comparer.things.Head(a.Claim.Counted) == v.Comparer.things.Head(b.Claim.Counted)
		// A body and its parent, both named beside the number.
		if sameThing && (v.Comparer.names.Within(x, y) || v.Comparer.names.Within(y, x)) && a.Claim.Stage == claims.Result && b.Claim.Stage == claims.Result &&
			a.Claim.About != nil && b.Claim.About != nil {
			return fmt.Sprintf("%s and %s", the(x), the(y))
		}
		return ""
	}
	x, y := v.befell(a, false), v.befell(b, false)
	if (x == "" || y == "") && !v.oneGroup(a, b) { // tellings of one figure are for the rule on drift
		x, y = v.befell(a, true), v.befell(b, true)
	}
	if x == "" || y == "" || x == y {
		return ""
	}
	return plural(x) + " and " + plural(y)
}

// bodyBeside returns the body of a figure; "" for one that is on no list of names and of
// which its sentence has no word: it was carried there from another.
func (v *View) bodyBeside(f *Figure) string {
	return f.body.get(func() string { return v.findBodyBeside(f) })
}

func (v *View) findBodyBeside(f *Figure) string {
	name := f.Claim.Organisation
	if _, listed := v.Comparer.names.Name(name); listed || name == "" {
		return name
	}
	sentence := strings.ToLower(v.sentenceText(f))
	if slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(word string) bool { return len(word) > 3 && strings.Contains(sentence, word) }) {
		return name
	}
	return ""
}

// bothTold reports whether one of two documents tells the number of both things:
// then it is told so on purpose.
func (v *View) bothTold(a, b *Figure) bool {
	for _, pair := range [][2]*Figure{{a, b}, {b, a}} {
		for _, f := range v.home(pair[0]).own {
			if f.ID != pair[0].ID && f.Claim.Value != nil && f.Claim.Value.Equal(*pair[1].Claim.Value) && v.befell(f, true) == v.befell(pair[1], true) {
				return true
			}
		}
	}
	return false
}
