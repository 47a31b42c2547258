package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// endsOfRanges looks for a retelling that tells one end of a range as the number:
// "600" of "between 400 and 600".
func (v *View) endsOfRanges() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if f.Claim.Qualifier != claims.Range || f.Headline || !f.Claim.Stated.Min.Bounded || !f.Claim.Stated.Max.Bounded || f.Claim.Change != nil || f.Claim.Counted == "" && f.Claim.Unit == "" {
			continue
		}
		said := map[string]bool{}
		for _, end := range []amountKey{{f.Claim.Unit, f.Claim.Per, f.Claim.Stated.Min.Value.String()}, {f.Claim.Unit, f.Claim.Per, f.Claim.Stated.Max.Value.String()}} {
			for _, g := range v.amount(end).figures {
				if g.Document == f.Document || said[g.Document] || g.Headline || g.Claim.Qualifier != claims.Exact && g.Claim.Qualifier != claims.About || !v.cites(g, f.Document) || !v.links.lead(g.Document, f.Document) || v.Comparer.Barred(f, g) {
					continue
				}
				head, _ := v.Comparer.head(f.Claim.Counted)
				there, _ := v.Comparer.head(g.Claim.Counted)
				if head != there || v.toldSo(g, f.Document) || v.tellsRange(g.Document, f) {
					continue
				}
				said[g.Document] = true
				out = append(out, Finding{Severity: Info, Verdict: Consistent, Inputs: rests(f, g),
					Sentence: fmt.Sprintf("%s says %s, retold by %s as %s.", capital(v.named(f.Document)), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))})
			}
		}
	}
	return out
}

// lostBounds looks for retellings that drop a bound, or turn it round, where the two
// were not taken for tellings of one figure, as their words say different stages or
// count lengths of time: money that "is set aside" and "would cost", "for up to 60
// days" and "for at least 60 days". That the one is told by the other's publisher,
// or that both quote one speaker, stands in the words.
func (v *View) lostBounds(found []Finding) []Finding {
	out := v.boundsLost(true, nil)
	return append(out, v.boundsLost(false, append(found, out...))...)
}

// boundsLost looks for such retellings that cite the other text, or for such that
// quote its speaker and are in no finding yet.
func (v *View) boundsLost(cited bool, found []Finding) []Finding {
	var out []Finding
	said := map[string]bool{}
	for _, f := range found {
		for _, in := range f.Inputs {
			said[in.Figure] = true
		}
	}
	for _, key := range v.numbers {
		list := v.amount(key).figures
		if key.unit == "percent" || len(list) < 2 {
			continue
		}
		var bounded []*Figure
		for _, f := range list {
			if boundSide(f.Claim.Qualifier) != 0 && !f.Headline {
				bounded = append(bounded, f)
			}
		}
		if len(bounded) == 0 {
			continue
		}
		for _, g := range list {
			if g.Headline || g.Claim.Relative != nil || g.Claim.Act == claims.Deny || boundSide(g.Claim.Qualifier) == 0 && !(cited && g.Claim.Qualifier == claims.Exact) || len(v.chain(g)) == 0 || v.isReplaced(g) {
				continue
			}
			if f, ok := v.boundLostFrom(g, bounded, cited, said); ok {
				out = append(out, f)
				for _, in := range f.Inputs {
					said[in.Figure] = true
				}
			}
		}
	}
	return out
}

// boundLostFrom makes the finding of one telling and the first of those with a bound
// that it retells without it.
func (v *View) boundLostFrom(g *Figure, bounded []*Figure, cited bool, said map[string]bool) (Finding, bool) {
	for _, f := range bounded {
		turned := boundSide(g.Claim.Qualifier)*boundSide(f.Claim.Qualifier) < 0
		if f.Document == g.Document || !turned && (!cited || g.Claim.Qualifier != claims.Exact) || f.Claim.Direction != g.Claim.Direction || v.Comparer.Barred(f, g) {
			continue
		}
		onIt := v.restsOn(g, f)
		if cites := onIt || v.cites(g, f.Document) && v.links.lead(g.Document, f.Document); cites != cited {
			continue
		}
		if v.pointsBack(g) || v.recalls(g) {
			return Finding{}, false
		}
		least := interval.Int(100) // a small number recurs by chance, but hardly with the bound turned round
		if turned {
			least = interval.Int(10)
		}
		if turned && g.Claim.Unit != "" { // lengths of time are small: their sentences must be alike
			if least = interval.Int(2); origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < 2 { // the unit is one of them
				continue
			}
		}
		if v.keepsAway(g) || v.measuredAgainst(g) || v.ofAnotherYear(f) != v.ofAnotherYear(g) || v.ofYearPast(f) != v.ofYearPast(g) {
			continue
		}
		if onIt && !turned && g.Claim.Counted != "" && v.sameNoun(f.Claim, g.Claim) {
			least = interval.Int(20)
		}
		if g.Claim.Value.Cmp(least) < 0 || onIt && f.Claim.Stage == claims.Approved && v.climbs(f, g) || v.losesBound(f, g) {
			continue // by chance, or for the rule on drift
		}
		speaker := v.oneStatement(f, g)
		if !cited && (speaker == "" || v.cites(f, g.Document) || said[f.ID] || said[g.ID]) {
			continue
		}
		head, _ := v.Comparer.head(f.Claim.Counted)
		there, _ := v.Comparer.head(g.Claim.Counted)
		one := head == there || g.Claim.Unit != "" && (head == "" || there == "") || g.Claim.Unit == "" && v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted)
		if v.told(f, g) || !one || g.Claim.Unit == "" && head == "" || v.toldSo(g, f.Document) || v.toldSo(f, g.Document) || v.bareBefore(g, f) {
			continue
		}
		sentence := fmt.Sprintf("%s says %s, retold by %s as %s.", v.named(f.Document), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))
		if !cited {
			sentence = v.bothQuoteSentence(f, g, speaker) + "."
		}
		severity := Warning
		if saysOver(&f.Claim) {
			severity = Info
		}
		return Finding{Severity: severity, Verdict: grade(f.Claim, g.Claim), Inputs: rests(f, g), Sentence: capital(sentence)}, true
	}
	return Finding{}, false
}

// keepsAway reports whether a length is told as that within which nobody may come: "barred
// from coming within thirty metres" keeps "at least thirty metres".
func (v *View) keepsAway(f *Figure) bool {
	return f.Claim.Unit != "" && holds(v.sentenceBefore(f), []string{"within", "closer than", "nearer than"})
}

// measuredAgainst reports whether a number is told as what another is held against: "it
// remains below the 8 million set by parliament" keeps "a ceiling of 8 million".
func (v *View) measuredAgainst(f *Figure) bool {
	before, _ := v.around(f)
	before = strings.ToLower(lastChars(before, longestAllowing))
	return slices.ContainsFunc([]string{"below the ", "under the ", "within the ", "beneath the ", "exceed the ", "exceeds the ", "exceeded the ", "exceeding the ", "beyond the ", "above the ", "short of the ", "up to the ", "than the "}, func(words string) bool { return strings.HasSuffix(before, words) })
}

// restsOn reports whether a telling rests on the text of another of its number, within
// the days of one statement: it names the publisher, or its text does and the sentences
// are alike. No other text of that source tells the number so.
func (v *View) restsOn(g, f *Figure) bool {
	if x, y := v.day(f), v.day(g); x == "" || y == "" || x > y || f.document.daysFrom(g.document) > daysOfOneStatement || !v.mayBeOfOne(f, g) ||
		f.Claim.Stage == g.Claim.Stage && !sameTime(&f.Claim, &g.Claim) { // else the one day is that of the decision
		return false
	}
	behind := v.sources().of(g)
	hold := behind.hold(v.home(f))
	if hold == 0 {
		return false
	}
	enough := 1 // who names the source needs no more than that it is one matter
	switch {
	case hold == byItsText:
		enough = enoughWords
	case hold == byName && significant(*g.Claim.Value) > 2:
		enough = 0 // such a number hardly recurs by chance
	}
	return hold != besideIt && hold != bySpeaker && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) >= enough &&
		!slices.ContainsFunc(behind.all(), func(t sourceText) bool { return t.hold == byName && v.toldSo(g, t.document.document.ID) })
}

// ofYearPast reports whether a figure holds of a time that ended before the year in which it was
// published: "last year".
func (v *View) ofYearPast(f *Figure) bool {
	about, day := f.Claim.About, v.day(f)
	return about != nil && len(about.To) >= len("2006") && day != "" && string(about.To[:4]) < string(day[:4])
}

// told reports whether two figures are tellings of one.
func (v *View) told(f, g *Figure) bool {
	_, ok := v.groupOf(f)
	return ok && v.oneGroup(f, g)
}

// bareBefore reports whether another document that a telling's document depends
// on tells the number without a bound.
func (v *View) bareBefore(g, f *Figure) bool {
	for _, h := range v.sameNumber(g) {
		if h.Claim.Qualifier == claims.Exact && h.Document != g.Document && h.Document != f.Document && v.links.lead(g.Document, h.Document) {
			return true
		}
	}
	return false
}

// tellsRange reports whether a document tells the same range.
func (v *View) tellsRange(document string, f *Figure) bool {
	for _, g := range v.own(document) {
		if g.Claim.Qualifier == claims.Range && g.Claim.Stated.Equal(f.Claim.Stated) {
			return true
		}
	}
	return false
}
