package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// otherwise is what a source has where a telling differs from it.
type otherwise struct {
	from       *Figure
	difference string // the end of a sentence: "; two digits are swapped"
	hold       hold
	shared     int // words beside the two numbers
	severity   Severity
	verdict    Verdict
	tied       bool    // another number of the source would do as well
	crossed    *Figure // beside the telling, with what the source has for it; nil for none
}

// otherwise sets a telling beside one figure of a text that it rests on; false where
// more than one thing differs, or the two need not be of one matter.
func (s *sources) otherwise(f, g *Figure, t sourceText) (otherwise, bool) {
	v := s.view
	a, b := &f.Claim, &g.Claim
	if g.Headline || b.Value == nil || v.ofAnotherYear(g) || !a.Value.Equal(*b.Value) && misprint(*a.Value, *b.Value) == "" && !(t.hold > byItsText && t.document.daysFrom(v.home(f)) <= 1) {
		return otherwise{}, false // most are other numbers of other things
	}
	t.hold = s.between(f, g, t)
	if s.measuredOtherwise(f, g, t) {
		return otherwise{from: g, severity: Warning, verdict: NotComparable, shared: enoughWords}, true
	}
	if b.Relative != nil || a.Per != b.Per || a.Direction != b.Direction || v.Comparer.Barred(f, g) || v.told(f, g) || v.slipped(f, g) || v.isReplaced(g) || !sameTime(a, b) && !(t.hold == byName && !mayGrow(a) && misprint(*a.Value, *b.Value) == swappedDigits) ||
		(a.Act == claims.Deny) != (b.Act == claims.Deny) {
		return otherwise{}, false
	}
	if a.Value.Equal(*b.Value) {
		return s.otherThing(f, g, t)
	}
	return s.otherNumber(f, g, t)
}

// otherThing compares two tellings of one number: "400,000 doses" and "400,000 children".
func (s *sources) otherThing(f, g *Figure, t sourceText) (otherwise, bool) {
	v := s.view
	if v.listsNouns(f) || v.listsNouns(g) || unitAlone(f) == unitAlone(g) && f.Claim.Unit != g.Claim.Unit {
		return otherwise{}, false // "On average a home received 380 litres", "380 litres per household"
	}
	if h := v.otherOf(f, g); h != nil && t.hold != besideIt { // it has the number of another thing of the same sentence
		return otherwise{from: g, severity: Warning, verdict: NotComparable, shared: enoughWords, crossed: v.crossed(f, g, h)}, true
	}
	if !v.otherKind(f.Claim, g.Claim) || !besideNumber(&f.Claim) || !v.nounIsTold(g) || f.Claim.Value.Cmp(interval.Int(leastTold)) < 0 && (f.Claim.Unit == "" || t.hold < byName || significant(*f.Claim.Value) < 2) {
		return otherwise{}, false
	}
	enough, kinds := 2, f.Claim.Unit == "" && t.hold == byName && significant(*f.Claim.Value) > 1 && f.Claim.Value.Cmp(interval.Int(100)) >= 0 && v.Comparer.twoKinds(f.Claim.Counted, g.Claim.Counted)
	switch measured := f.Claim.Unit != "" && !money(&f.Claim); {
	case significant(*f.Claim.Value) > 2 && (v.homesAndPeople(f.Claim.Counted, g.Claim.Counted) || t.hold == byName && v.family(f.Claim.Counted) != "" && v.family(g.Claim.Counted) != "" || kinds && f.Claim.Value.Cmp(interval.Int(1000)) >= 0):
		enough = 0 // such a number hardly recurs by chance
	case measured && t.hold == besideIt, significant(*f.Claim.Value) > 2 && t.hold == byItsText:
	case t.hold == besideIt:
		return otherwise{}, false
	case t.hold == byItsText:
		enough = enoughWords
	case measured, significant(*f.Claim.Value) > 2, t.hold == byName:
		enough = 1
	}
	o := otherwise{from: g, severity: Info, verdict: NotComparable, shared: origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g))}
	if f.Claim.Unit != "" || kinds || v.homesAndPeople(f.Claim.Counted, g.Claim.Counted) {
		o.severity = Warning // two nouns may be one thing, two units are not
	}
	return o, o.shared >= enough && v.tellsNothingElse(f, g)
}

// listsNouns reports whether a number counts several things together: "1.74 million hens, ducks
// and turkeys", "310 wounded and sick".
func (v *View) listsNouns(f *Figure) bool {
	if f.Claim.Counted == "" || f.Claim.Unit != "" {
		return false
	}
	_, end := v.sentenceAround(f)
	words := wordsAt(v.home(f).part(f.Claim.Quote.End, end))
	for i := 0; i+1 < min(len(words), 4); i++ {
		if word := words[i].text; word == "and" || word == "or" {
			next := words[i+1].text
			return next != "" && next[0] >= 'a' && next[0] <= 'z' && !slices.Contains([]string{"the", "a", "an", "that", "will", "was", "were", "has", "have", "had", "is", "are", "it", "they", "he", "she", "in", "at", "to", "another", "about", "some", "would"}, next)
		}
	}
	return false
}

// otherOf returns what a source has of the thing of a telling, where the number of the telling
// is there that of another thing: 220 of "31 kilograms of mercury", told of "31 kilograms of
// gold, 220 kilograms of mercury"; nil where it is not so.
func (v *View) otherOf(f, g *Figure) *Figure {
	a, b := f.Claim, g.Claim
	head, _ := v.Comparer.head(a.Counted)
	there, _ := v.Comparer.head(b.Counted)
	if head == "" || there == "" || v.Comparer.things.Same(a.Counted, b.Counted) || v.Comparer.things.Wide(a.Counted) || v.Comparer.things.Wide(b.Counted) || v.befallsThem(a.Counted, b.Counted) || a.Unit != b.Unit || significant(*a.Value) < 2 || !thingBeside(a) || !thingBeside(b) || v.tells(f.Document, g) && v.hasThing(f.Document, g) {
		return nil
	}
	for _, h := range v.inSentence(g) {
		if other, _ := v.Comparer.head(h.Claim.Counted); other == head && h.Claim.Unit == a.Unit && h.Claim.Value != nil && !h.Claim.Value.Equal(*a.Value) && thingBeside(h.Claim) {
			return h
		}
	}
	return nil
}

// crossed returns the number beside a telling of f that has of the thing of g what the source
// has of the thing of f, in h; nil for none.
func (v *View) crossed(f, g, h *Figure) *Figure {
	head, _ := v.Comparer.head(g.Claim.Counted)
	for _, k := range v.inSentence(f) {
		if other, _ := v.Comparer.head(k.Claim.Counted); other == head && k.Claim.Unit == h.Claim.Unit && k.Claim.Value != nil && k.Claim.Value.Equal(*h.Claim.Value) {
			return k
		}
	}
	return nil
}

// thingBeside reports whether what is counted, and not only its unit, stands beside a number.
func thingBeside(f claims.Figure) bool {
	return f.Counted != "" && strings.Contains(f.Quote.Exact, f.Counted)
}

// hasThing reports whether a document tells the number of a figure of what it counts.
func (v *View) hasThing(document string, g *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(g), func(h *Figure) bool {
		return h.Document == document && v.Comparer.things.Same(h.Claim.Counted, g.Claim.Counted)
	})
}

// otherNumber compares two tellings of one thing of which the numbers differ.
func (s *sources) otherNumber(f, g *Figure, t sourceText) (otherwise, bool) {
	v := s.view
	a, b := f.Claim, g.Claim
	head, _ := v.Comparer.head(a.Counted)
	there, _ := v.Comparer.head(b.Counted)
	how := misprint(*a.Value, *b.Value)
	if how == swappedDigits && v.fewerThanPlanned(f, g) {
		return otherwise{}, false
	}
	if how != "" && (!v.mayBeMisprint(f, g) || how == otherDigit && mayGrow(&a) && mayGrow(&b) && v.after(f, g) && a.Value.Cmp(*b.Value) > 0) {
		return otherwise{}, false // a count that may have grown
	}
	if t.hold < bySpeaker && significant(*a.Value) == 1 && (a.Value.Cmp(interval.Int(10)) < 0 || b.Value.Cmp(interval.Int(10)) < 0) {
		how = "" // "1 per cent", "10 per cent": such numbers recur by chance
	}
	noun := head != "" && head == there || a.Unit != "" && (head == "" || there == "" || head == there || money(&a))
	if a.Unit != b.Unit || !noun && (how != swappedDigits || significant(*a.Value) < 3 || t.hold < bySpeaker) || (how == "" || t.hold < byName) && a.Stage != b.Stage && passed(a.Stage) != passed(b.Stage) || !v.mayBeOfOne(f, g) || v.hasIt(g, v.home(f)) || grade(a, b) != Conflict {
		return otherwise{}, false
	}
	o := otherwise{from: g, severity: Warning, verdict: Conflict, shared: origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g))}
	if how != swappedDigits {
		o.severity = Info // a number of something else looks like another slip by chance
	}
	switch {
	case how == swappedDigits && !noun && o.shared > 0, how == swappedDigits && noun && t.hold == byName && significant(*a.Value) > 2:
		o.difference = "; " + how
	case how != "" && t.hold == byName && a.Unit != "" && significant(*a.Value) > 1 && o.shared > 0, how != "" && t.hold > byItsText && o.shared >= 2, how != "" && o.shared >= enoughWords, how == swappedDigits && significant(*a.Value) > 3 && o.shared >= 2:
		o.difference = "; " + how
		o.shared += 2 // it is likelier meant than a number that has nothing in common
	case how == "" && t.hold > byItsText && o.shared > enoughWords && a.Stage == b.Stage && daysApart(v.day(f), v.day(g)) <= 1:
		o.severity = Info
	default:
		return otherwise{}, false
	}
	return o, true
}

// fewerThanPlanned reports whether a text tells less as done than its source only plans, aims at
// or bounds: no slip of the pen.
func (v *View) fewerThanPlanned(f, g *Figure) bool {
	a, b := &f.Claim, &g.Claim
	ahead := b.Act == claims.Plan || b.Stage == claims.Target || boundSide(b.Qualifier) != 0 || strings.Contains(v.sentenceText(g), " will ")
	return ahead && happened(a.Stage) && !happened(b.Stage) && a.Value.Cmp(*b.Value) < 0
}

// otherDigit is the slip that a growing count looks like by chance.
const otherDigit = "one digit is another"

// misprint says how one number would come of the other by a slip of the pen; "" where it
// would not.
func misprint(a, b interval.Number) string {
	small, large := a, b
	if small.Cmp(large) > 0 {
		small, large = large, small
	}
	switch {
	case small.Mul(interval.Int(10)).Equal(large):
		return "a zero too many or too few"
	case small.Mul(interval.Int(1000)).Equal(large):
		return "a factor of a thousand"
	}
	x, y := strings.ReplaceAll(a.String(), ".", ""), strings.ReplaceAll(b.String(), ".", "")
	if len(x) != len(y) {
		return ""
	}
	var apart []int
	for i := range len(x) {
		if x[i] != y[i] {
			apart = append(apart, i)
		}
	}
	switch {
	case len(apart) == 2 && apart[1] == apart[0]+1 && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]]:
		return swappedDigits
	case len(apart) == 1 && min(significant(a), significant(b)) > 2:
		return otherDigit
	}
	return ""
}

// mayBeMisprint reports whether the number of a telling may be a slip for that of a
// figure of its source: both are part or total, no bound of one opposes that of the
// other, and the source has no bound that leaves room for the telling.
func (v *View) mayBeMisprint(f, g *Figure) bool {
	a, b := f.Claim, g.Claim
	if f.PartOf != "" && b.Parts != nil || a.Parts != nil && g.PartOf != "" || boundSide(a.Qualifier)*boundSide(b.Qualifier) < 0 {
		return false
	}
	return !v.sumThere(f, g.Document) && !slices.ContainsFunc(v.home(g).own, func(h *Figure) bool {
		c := h.Claim
		return boundSide(c.Qualifier) != 0 && c.Value != nil && c.Relative == nil && c.Unit == a.Unit && v.Comparer.things.Same(c.Counted, a.Counted) &&
			c.Value.Mul(interval.Int(2)).Cmp(*a.Value) >= 0 && a.Value.Mul(interval.Int(2)).Cmp(*c.Value) >= 0 && grade(a, c) != Conflict
	})
}

// sumThere reports whether two numbers of what a figure counts make its number in a document:
// "1,900 wagons and 600 from abroad" are 2,500.
func (v *View) sumThere(f *Figure, document string) bool {
	var like []*Figure
	for _, h := range v.own(document) {
		if c := &h.Claim; !h.Headline && c.Value != nil && c.Relative == nil && c.Unit == f.Claim.Unit && c.Per == f.Claim.Per && v.Comparer.things.Same(c.Counted, f.Claim.Counted) {
			like = append(like, h)
		}
	}
	for i, h := range like {
		rest := f.Claim.Value.Sub(*h.Claim.Value)
		if slices.ContainsFunc(like[i+1:], func(k *Figure) bool { return k.Claim.Value.Equal(rest) }) {
			return true
		}
	}
	return false
}

// besideNumber reports whether what is counted, or the unit, stands beside the number.
func besideNumber(f *claims.Figure) bool {
	return f.Unit != "" || f.Counted != "" && strings.Contains(f.Quote.Exact, f.Counted)
}

// nounIsTold reports whether the words say what a number counts: beside it, or beside the whole that
// it is a part of, "900 people have left. Of these, 300 are in shelters".
func (v *View) nounIsTold(f *Figure) bool {
	if besideNumber(&f.Claim) {
		return true
	}
	whole := v.Figure(f.PartOf)
	return whole != nil && whole.Document == f.Document && besideNumber(&whole.Claim) && v.Comparer.things.Same(whole.Claim.Counted, f.Claim.Counted)
}

// mayBeOneThing reports whether two figures of one number may count the same.
func (v *View) mayBeOneThing(f, g *Figure) bool {
	a, b := &f.Claim, &g.Claim
	if a.Unit != b.Unit {
		return a.Unit == "" || b.Unit == ""
	}
	return a.Unit != "" && !(thingBeside(*a) && thingBeside(*b) && !money(a)) || v.Comparer.things.Same(a.Counted, b.Counted)
}

// otherKind reports whether two figures count what is never the same: in two units, of
// two families of things, people and their households, or people and what is none.
func (v *View) otherKind(a, b claims.Figure) bool {
	if a.Unit != "" && b.Unit != "" {
		return a.Unit != b.Unit
	}
	if a.Unit != "" || b.Unit != "" {
		return false
	}
	if v.homesAndPeople(a.Counted, b.Counted) {
		return true
	}
	things := v.Comparer.things
	people := func(counted string) bool { return things.People(counted) || things.Same(counted, "staff") }
	if people(a.Counted) && forPeople(b.Counted) || people(b.Counted) && forPeople(a.Counted) {
		return false
	}
	if v.Comparer.twoKinds(a.Counted, b.Counted) {
		return true
	}
	x, y := v.family(a.Counted), v.family(b.Counted)
	known := func(family, counted string) bool { return family != "" || things.Known(origins.Head(counted)) }
	if x != "" && x == y || v.befallsThem(a.Counted, b.Counted) || things.Same(a.Counted, b.Counted) || !known(x, a.Counted) || !known(y, b.Counted) {
		return false
	}
	return x != "" && y != "" && x != y || !things.People(a.Counted) || !things.People(b.Counted)
}

// forPeople reports whether what is counted is a place for one person, who may be counted for it.
func forPeople(counted string) bool {
	switch origins.Head(counted) {
	case "post", "position", "job", "place", "bed", "seat", "vacancy", "cot":
		return true
	}
	return false
}

// befallsThem reports whether one of two things counted is people, and the other what may
// have befallen them: "3,870 people" and "3,870 infections".
func (v *View) befallsThem(a, b string) bool {
	things := v.Comparer.things
	x, y := v.family(a), v.family(b)
	return x != "" && y == "" && things.People(b) || y != "" && x == "" && things.People(a)
}

// mayBeOfOne reports whether neither body nor place tells two figures apart.
func (v *View) mayBeOfOne(f, g *Figure) bool {
	a, b := v.bodyBeside(f), v.bodyBeside(g)
	return (a == "" || b == "" || v.Comparer.names.Related(a, b) || nested(a, b)) &&
		(f.Claim.Place == "" || g.Claim.Place == "" || v.Comparer.names.Same(f.Claim.Place, g.Claim.Place))
}

// tellsNothingElse reports whether neither document of two figures of one number tells
// it of what the other counts.
func (v *View) tellsNothingElse(f, g *Figure) bool {
	return !v.hasIt(f, v.home(g)) && !v.hasIt(g, v.home(f))
}
