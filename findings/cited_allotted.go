package findings

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// ofOther makes the finding of a telling that gives a number of its source to what the source
// has another number of: "Ostmark 220", and "Norland with 220 and Ostmark with 130". Two numbers
// that changed places are told of any text before.
func (s *sources) ofOther(f *Figure) (Finding, bool) {
	found, ok := s.givenToOther(f)
	return found, ok && !s.view.toldAside(f)
}

func (s *sources) givenToOther(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Value == nil || f.Claim.Relative != nil || f.Claim.Act == claims.Deny || f.Claim.Value.Cmp(interval.Int(leastGiven)) < 0 || f.Claim.Unit == "percent" || f.Claim.Unit == "share" {
		return Finding{}, false
	}
	its, same := v.home(f), v.sameNumber(f)
	if len(same) < 2 || len(same) > mostGiven || its.day == "" || its.document == nil || v.isReplaced(f) || v.ofAnotherYear(f) || v.saysAnew(f) || v.pointsBack(f) {
		return Finding{}, false
	}
	texts := s.of(f)
	var here *allotted
	for _, g := range same {
		from := g.document
		if !texts.may(from) || g.Headline || g.Claim.Act == claims.Deny || f.Claim.Per != g.Claim.Per || v.isReplaced(g) || v.Comparer.Barred(f, g) {
			continue
		}
		if here == nil {
			here = v.allotmentOf(f)
		}
		there := v.allotmentOf(g)
		for other := range v.otherwiseGiven(here, there) {
			side, by := v.gives(here, there, other)
			beside := v.sameSentence(other.figure, g)
			if !beside {
				side, by = v.givesNoun(here, there, other)
			}
			if side != toOther || !v.mayBeOfMatter(here, there, other) {
				continue
			}
			hold, digits := texts.hold(from), significant(*f.Claim.Value)
			if hold > 0 {
				hold = s.between(f, g, sourceText{from, hold})
			}
			if k := v.exchanged(here, there, other); k != nil && !(its.nth == from.nth && s.of(g).hold(its) > hold) && (hold > besideIt || digits+significant(*other.figure.Claim.Value) > 3 || by != bySomeWords && digits > 1) {
				return s.otherWayRound(g, asMember(here), asMember(k)), true
			}
			if by == bySomeWords || !s.heldBy(f, hold) || !beside && (by != byNouns || hold < byName || digits < 2 || !v.otherThings(f, g)) || beside && (by == byNames || len(here.nouns) == 0) && v.wholeAndPart(g, other.figure) || by == byNames && (len(there.nouns) > 0 && len(other.nouns) > 0 && !v.Comparer.things.Same(g.Claim.Counted, other.figure.Claim.Counted)) || v.toldOfOther(f, g, there, other) {
				continue
			}
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, other.figure, f),
				Sentence: fmt.Sprintf("%s has %s%s; %s has %s and %s.", capital(v.named(f.Document)), memberWords(asMember(here)), s.namingWords(f, g), v.named(g.Document), memberWords(asMember(there)), memberWords(asMember(other)))}, true
		}
	}
	return Finding{}, false
}

// toldAside reports whether a number is told for each of something, "150 per flight" are no flights,
// or its sentence speaks of an earlier year.
func (v *View) toldAside(f *Figure) bool {
	_, one := v.perThing(f)
	return one != "" || holds(strings.ToLower(v.sentenceText(f)), []string{"last year", "the year before", "a year ago", "a year earlier", "years ago", "last winter", "last summer", "last season"})
}

// heldBy reports whether a telling hangs on a text by so much that its number is hardly that of
// something else.
func (s *sources) heldBy(f *Figure, hold hold) bool {
	switch least := *f.Claim.Value; hold {
	case 0:
		return false
	case besideIt:
		return significant(least) > 1 && least.Cmp(interval.Int(1000)) >= 0
	case byItsText:
		return significant(least) > 1 && least.Cmp(interval.Int(leastTold)) >= 0
	}
	return true
}

// otherThings reports whether two nouns, each beside its number, are of two things, one of which
// is known.
func (v *View) otherThings(f, g *Figure) bool {
	a, b, things := f.Claim.Counted, g.Claim.Counted, v.Comparer.things
	return f.Claim.Value.Cmp(interval.Int(100)) >= 0 && !things.Same(a, b) && !things.Wide(b) && !(things.People(a) && things.People(b)) && !v.befallsThem(a, b) &&
		(v.family(a) != "" || things.Known(origins.Head(a)) || v.family(b) != "" || things.Known(origins.Head(b)))
}

// otherwiseGiven returns the other numbers of a source that a telling may have taken its number for:
// those of the sentence, and those of the very thing that the telling counts.
func (v *View) otherwiseGiven(here, there *allotted) iter.Seq[*allotted] {
	return func(yield func(*allotted) bool) {
		g := there.figure
		for i := range there.beside {
			other := &there.beside[i]
			if o := other.figure; o != g && o.Claim.Unit == g.Claim.Unit && o.Claim.Per == g.Claim.Per && !equalNumbers(o, g) && !yield(other) {
				return
			}
		}
		if len(here.nouns) == 0 || len(there.nouns) == 0 {
			return
		}
		for _, o := range v.home(g).own {
			if c := &o.Claim; !o.Headline && c.Value != nil && c.Relative == nil && c.Unit == g.Claim.Unit && c.Per == g.Claim.Per && thingBeside(*c) && strings.EqualFold(c.Counted, here.figure.Claim.Counted) && !equalNumbers(o, g) && !v.sameSentence(o, g) && !yield(v.allotmentOf(o)) {
				return
			}
		}
	}
}

// mostGiven is how often a number may be told for what it is given to to be looked at.
const mostGiven = 40

// leastGiven is the least number that is told of one thing for another by more than chance.
const leastGiven = 10

func asMember(a *allotted) member { return member{figure: a.figure, name: a.text} }

// mayBeOfMatter reports whether a telling counts what one of two numbers of its source counts.
func (v *View) mayBeOfMatter(here, its, other *allotted) bool {
	f := here.figure
	return f.Claim.Unit != "" || !thingBeside(f.Claim) || slices.ContainsFunc([]*allotted{its, other}, func(a *allotted) bool {
		return !thingBeside(a.figure.Claim) && len(here.names) > 0 || v.Comparer.things.Same(f.Claim.Counted, a.figure.Claim.Counted)
	}) || len(its.names) == 0 && len(other.names) == 0
}

// exchanged returns the number beside a telling that gives the other number of its source to
// what the source has the number of the telling of; nil for none.
func (v *View) exchanged(here, its, other *allotted) *allotted {
	for i := range here.beside {
		k := &here.beside[i]
		if k.figure != here.figure && k.figure.Claim.Unit == other.figure.Claim.Unit && equalNumbers(k.figure, other.figure) {
			if side, _ := v.gives(k, other, its); side == toOther {
				return k
			}
		}
	}
	return nil
}

// toldOfOther reports whether the text of a telling, or another up to its day, tells its number
// of what the source has another number of, or the text has that other number too.
func (v *View) toldOfOther(f, g *Figure, its, other *allotted) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(h *Figure) bool {
		if h == f || h == g || h.Headline || v.day(h) > v.day(f) {
			return false
		}
		side, _ := v.gives(v.allotmentOf(h), its, other)
		return h.Document == f.Document && side == asThere || h.Document != f.Document && side == toOther
	}) || slices.ContainsFunc(v.sameNumber(other.figure), func(h *Figure) bool {
		if h.Document != f.Document || h.Headline {
			return false
		}
		side, _ := v.gives(v.allotmentOf(h), other, its)
		return side == asThere
	})
}
