package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/origins"
)

// comparing matches the words between two numbers that are set against each other.
var comparing = newPattern(`(?i)\b(compared (to|with)|in comparison (to|with)|versus|up from|down from|as against)\b`)

// unlike looks for comparisons in the text between things that cannot be
// compared: a count of one thing set against a count of another, or a month
// against a year.
func unlike() Rule {
	return Rule{ID: "unlike", Version: 3, Title: "Does a text compare unlike things?", Look: func(v *View) []Finding {
		var out []Finding
		for i := range v.State.Documents {
			d := &v.State.Documents[i]
			list := v.own(d.ID)
			for i, f := range list {
				if f.Claim.Relative != nil {
					if g, ok := v.unlikeBase(f); ok {
						out = append(out, g)
					}
				}
				g, ok := v.comparedWith(list, i)
				if !ok {
					if g, _, ok = v.multipliedSince(list, i); !ok {
						continue
					}
				}
				if reason := v.unlikeness(g, f); reason != "" {
					out = append(out, Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(g, f),
						Sentence: fmt.Sprintf("%s compares %s with %s: %s.", capital(v.named(d.ID)), phrase(g.Claim), phrase(f.Claim), reason)})
				}
			}
		}
		return out
	}}
}

// comparedWith returns the figure that figure i is set against: the one before it,
// or, where that is its own average ("21,000 in May, or 680 a day, up from 14,000"),
// the one before that. "That is up from" may begin a sentence of its own.
func (v *View) comparedWith(list []*Figure, i int) (*Figure, bool) {
	for at := i - 1; at >= max(0, i-2); at-- {
		between, near := v.between(list[at], list[i])
		if !near {
			between, near = v.takenUp(list[at], list[i])
		}
		if !near || !comparing.MatchString(between) || holds(between, []string{"not be ", "never be ", "cannot be ", "not to be "}) {
			return nil, false
		}
		if list[at].Claim.Per == list[i].Claim.Per || at == 0 {
			return list[at], true
		}
		if _, average := v.averageOf(list[at]); !average {
			return list[at], true
		}
	}
	return nil, false
}

var takesUp = newPattern(`(?i)^\. (?:that|this|it) (?:is|was|compares|compared)\b`)

// takenUp returns the words between two figures where the second stands in the
// next sentence, which begins with "That is".
func (v *View) takenUp(a, b *Figure) (string, bool) {
	words, ok := v.wordsBetween(a, b)
	if !ok || strings.Count(words, ". ") != 1 || strings.ContainsAny(words, "\n;") {
		return words, false
	}
	return words, takesUp.MatchString(words[strings.Index(words, ". "):])
}

// unlikeBase compares what a multiple counts with what it is a multiple of.
func (v *View) unlikeBase(f *Figure) (Finding, bool) {
	x := v.Comparer.measures.of(f.Claim.Counted)
	if x == "" || f.Claim.Relative.Base == "" {
		return Finding{}, false
	}
	for _, word := range strings.Fields(f.Claim.Relative.Base) {
		y := v.Comparer.measures.nouns[origins.Head(word)]
		if y == x {
			return Finding{}, false
		}
		if y != "" {
			return Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(f),
				Sentence: fmt.Sprintf("%s says %s as %s against %s: one counts %s, the other %s.", capital(v.named(f.Document)), plural(x), words(f.Claim), quoted(f.Claim.Relative.Base), plural(x), plural(y))}, true
		}
	}
	return Finding{}, false
}

// longestBetween is how many characters apart two compared numbers may stand.
const longestBetween = 120

// between returns the words between two figures of one sentence.
func (v *View) between(a, b *Figure) (string, bool) {
	words, ok := v.wordsBetween(a, b)
	if !ok {
		return "", false
	}
	return words, !strings.ContainsAny(words, "\n;") && !strings.Contains(words, ". ")
}

// wordsBetween returns the words between two figures of one document that stand near
// each other.
func (v *View) wordsBetween(a, b *Figure) (string, bool) {
	from, to := a.Claim.Number.End, b.Claim.Number.Start
	known := v.home(a)
	if from > to || to-from > longestBetween {
		return "", false
	}
	return known.between(from, to)
}

// unlikeness says why a comparison of two figures does not hold. Other times
// are what most comparisons are about; only periods of another length are told.
func (v *View) unlikeness(a, b *Figure) string {
	x, y := a.Claim, b.Claim
	if x.Unit != "" || y.Unit != "" || x.Relative != nil || y.Relative != nil {
		return ""
	}
	if v.homesAndPeople(x.Counted, y.Counted) {
		return fmt.Sprintf("one counts %s, the other %s", plainThing(x.Counted), plainThing(y.Counted))
	}
	if x.Stage != claims.Result || y.Stage != claims.Result {
		return ""
	}
	m, _ := v.Comparer.deed(&x)
	n, _ := v.Comparer.deed(&y)
	if m != "" && n != "" && m != n {
		return fmt.Sprintf("one counts %s, the other %s", plural(m), plural(n))
	}
	if x.Per != "" && y.Per != "" && x.Per != y.Per {
		return fmt.Sprintf("one is told %s, the other %s", rateName(x.Per), rateName(y.Per))
	}
	if x.Per == "" && y.Per == "" && x.About != nil && y.About != nil && !x.About.Overlaps(y.About.Period) {
		m, n := x.About.Days(), y.About.Days()
		if m > 1 && n > 1 && 2*min(m, n) < max(m, n) {
			return fmt.Sprintf("one is of %d days, the other of %d", m, n)
		}
	}
	return ""
}

// homesAndPeople reports whether one thing is people and the other the households that
// people live in.
func (v *View) homesAndPeople(a, b string) bool {
	home := func(thing string) bool {
		head, _ := v.Comparer.head(thing)
		return head == "household" || head == "family"
	}
	people := func(thing string) bool {
		return thing != "" && !home(thing) && v.Comparer.things.Same(thing, "people")
	}
	return home(a) && people(b) || home(b) && people(a)
}

// plural writes the name of a family of things counted.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "ch"):
		return noun + "es"
	}
	return noun + "s"
}
