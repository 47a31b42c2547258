package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// ofAnother makes the finding of a telling that gives to one body or place the number that
// its source has of another, while the source has another number of the first: "Lowmark has
// sent 1,600 line workers", and "Ferrin has sent 1,600 line workers and Lowmark 1,150".
func (s *sources) ofAnother(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Value == nil || f.Claim.Relative != nil || f.Claim.Act == claims.Deny || f.Claim.Value.Cmp(interval.Int(leastJump)) < 0 || f.Claim.Unit == "percent" || f.Claim.Unit == "share" {
		return Finding{}, false
	}
	if len(v.sameNumber(f)) < 2 {
		return Finding{}, false
	}
	var texts []sourceText
	for g, hold := range s.sameBehind(f) {
		t := sourceText{g.document, hold}
		if (t.hold == byName || t.hold == byItsText) && !slices.Contains(texts, t) {
			texts = append(texts, t)
		}
	}
	inOrderOf(s.of(f), texts, func(t sourceText) *knownDocument { return t.document })
	if len(texts) == 0 || v.saysAnew(f) || v.ofAnotherYear(f) || v.isReplaced(f) {
		return Finding{}, false
	}
	for in := range roles {
		for _, here := range v.numbersOfNames(v.home(f), in) {
			if here.figure != f {
				continue
			}
			for _, t := range texts {
				if finding, ok := s.namedOtherwise(here, t, in); ok {
					return finding, true
				}
			}
		}
	}
	return Finding{}, false
}

// namedOtherwise sets a number of one name beside the numbers of names in a source.
func (s *sources) namedOtherwise(here numberOfName, t sourceText, in role) (Finding, bool) {
	v, f := s.view, here.figure
	sentence := v.sentenceText(f)
	like := func(g *Figure) bool {
		a, b := &f.Claim, &g.Claim
		return a.Unit == b.Unit && a.Per == b.Per && b.Act != claims.Deny && a.Direction == b.Direction && (money(a) && a.Unit != "" || v.Comparer.things.Same(a.Counted, b.Counted)) && !v.isReplaced(g)
	}
	var from, own *numberOfName
	list := v.numbersOfNames(t.document, in)
	for i := range list {
		o := &list[i]
		switch may := v.oneName(here.name, o.name); {
		case !like(o.figure):
		case may && equalNumbers(f, o.figure):
			return Finding{}, false
		case own == nil && v.Comparer.names.Same(here.name, o.name):
			own = o
		case !may && equalNumbers(f, o.figure) && from == nil && !strings.Contains(sentence, o.name):
			from = o
		}
	}
	if from == nil || own == nil || v.givenTo(f, here.name) {
		return Finding{}, false
	}
	if a, _ := v.sentenceAround(from.figure); a >= 0 {
		if b, _ := v.sentenceAround(own.figure); a != b && strings.Contains(v.sentenceText(from.figure), here.name) {
			return Finding{}, false // both are spoken of there
		}
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(from.figure, own.figure, f),
		Sentence: fmt.Sprintf("%s has %s for %s%s; %s has that number for %s, and %s for %s.", capital(v.named(f.Document)), fullWords(f.Claim), the(here.name), s.namingWords(f, from.figure),
			v.named(t.document.document.ID), the(from.name), fullWords(own.figure.Claim), the(own.name))}, true
}

func equalNumbers(f, g *Figure) bool { return f.Claim.Value.Equal(*g.Claim.Value) }

// oneName reports whether two names may be of one body or place.
func (v *View) oneName(a, b string) bool {
	return nested(a, b) || v.Comparer.names.Related(a, b)
}

// givenTo reports whether another text up to that day has the number of a figure in a
// sentence with a name.
func (v *View) givenTo(f *Figure, name string) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool {
		return g.Document != f.Document && !g.Headline && v.day(g) <= v.day(f) && strings.Contains(v.sentenceText(g), name) && slices.ContainsFunc([]role{doer, receiver, whereabouts}, func(in role) bool {
			return slices.ContainsFunc(v.numbersOfNames(v.home(g), in), func(o numberOfName) bool { return o.figure == g && v.oneName(o.name, name) })
		})
	})
}
