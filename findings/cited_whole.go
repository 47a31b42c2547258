package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// wholeOfPart makes the finding of a telling that has as done in full what a text that it
// rests on has done in part: "17 of the planned 28 aircraft are at work", and 28 of them.
func (s *sources) wholeOfPart(f *Figure) (Finding, bool) {
	v := s.view
	if !happened(f.Claim.Stage) || f.Claim.Unit != "" || f.Claim.Qualifier != claims.Exact || f.Claim.Value.Cmp(interval.Int(5)) < 0 || v.ofAPart(f) || v.pointsBack(f) {
		return Finding{}, false
	}
	var from, part *Figure
	for g, hold := range s.sameBehind(f) {
		if g.Headline || hold != byName && hold != byItsText || !v.mayBeOneThing(f, g) || !v.mayBeOfOne(f, g) {
			continue
		}
		if !besideNumber(&f.Claim) && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < 2 {
			continue // what it counts is told elsewhere, or nowhere
		}
		p := v.partBefore(g)
		switch {
		case p == nil && happened(g.Claim.Stage): // it tells the whole as done too
			return Finding{}, false
		case p != nil && (from == nil || v.day(g) > v.day(from)) && (v.says(g, doneWords) && v.says(f, doneWords) || origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) > 1):
			from, part = g, p
		}
	}
	if from == nil || v.hasIt(part, v.home(f)) || !v.oneTime(from, f) && !v.toldOfDay(f, v.day(from)) {
		return Finding{}, false
	}
	if _, said := v.aheadOf(f); said {
		return Finding{}, false
	}
	return Finding{Severity: Info, Verdict: Conflict, Inputs: rests(from, part, f), Sentence: fmt.Sprintf("%s has %s%s; %s has only %s of them so far.",
		capital(v.named(f.Document)), fullWords(f.Claim), s.namingWords(f, from), v.named(from.Document), words(part.Claim))}, true
}

func happened(s claims.Stage) bool { return s == claims.Deployed || s == claims.Result }

// partBefore returns the part that stands before a number as its whole, "nine of the 18",
// "17 of the planned 28"; nil for none.
func (v *View) partBefore(g *Figure) *Figure {
	list := v.home(g).own
	i := slices.Index(list, g)
	if i < 1 || list[i-1].Claim.Value == nil || list[i-1].Claim.Value.Cmp(*g.Claim.Value) >= 0 {
		return nil
	}
	part := list[i-1]
	if g.Claim.Number.Start-part.Claim.Number.End > longestNear {
		return nil
	}
	between := strings.Fields(v.home(g).part(part.Claim.Number.End, g.Claim.Number.Start))
	if len(between) < 2 || len(between) > 3 || between[0] != "of" || !slices.Contains([]string{"the", "its", "their", "these", "those"}, between[1]) {
		return nil
	}
	return part
}

// toldOfDay reports whether the sentence of a telling names the day of the week of a day
// within the week before it.
func (v *View) toldOfDay(f *Figure, day interval.Date) bool {
	return day != "" && daysApart(day, v.day(f)) < 7 && strings.Contains(v.sentenceText(f), day.Time().Weekday().String())
}
