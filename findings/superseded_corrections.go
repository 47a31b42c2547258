package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// reachAhead is how many characters behind its sentence the right number may stand where a
// text says what it told wrongly.
const reachAhead = 200

// rightNumber returns the number that a text tells as the right one in the place of another: "we
// wrote that 120 were trained; the right number is 112", "now 140 instead of 160", "16 tonnes
// by a new count; the 18 given on Thursday had been wrong"; nil where it does not say so.
func (v *View) rightNumber(words *replacedWords, own []*Figure, old *Figure, before, after string) *Figure {
	begin, end := v.sentenceAround(old)
	wrong, instead, wrote := words.wrong.MatchString(after) && words.itself.MatchString(before) && !words.rival.MatchString(before), words.instead.MatchString(before), words.wrote.MatchString(before)
	if !wrong && !instead && !wrote {
		return nil
	}
	var now *Figure
	for _, g := range own {
		if g == old || g.Headline || g.Claim.Value == nil || g.Claim.Value.Equal(*old.Claim.Value) || g.Claim.Unit != old.Claim.Unit && besideNumber(&g.Claim) || g.Claim.Per != old.Claim.Per || g.Claim.Relative != nil || v.isDifference(g) ||
			besideNumber(&g.Claim) && besideNumber(&old.Claim) && !v.Comparer.things.Same(g.Claim.Counted, old.Claim.Counted) {
			continue
		}
		close := now == nil || between(g, old) < between(now, old)
		switch behind := g.Claim.Number.Start > old.Claim.Number.Start; {
		case behind && g.Claim.Number.Start-end < reachAhead && close && words.right.MatchString(v.sentenceBefore(g)) && (wrong || words.owned.MatchString(v.sentenceTextBefore(old)+v.home(g).part(begin, g.Claim.Number.Start))):
			now = g
		case !behind && (wrong || instead) && close && between(g, old) < reachBack && !strings.Contains(v.home(g).part(g.Claim.Number.End, old.Claim.Number.Start), "\n"):
			now = g
		}
	}
	return now
}

// toldAsPast reports whether the clause of a figure says that somebody told it before, and no
// more that it holds.
func (v *View) toldAsPast(f *Figure) bool {
	return v.replacedWords().past.MatchString(v.clauseText(f))
}

// misquoted looks for corrections that repeat another number than the one their publisher had
// told: "not 1,320 as we wrote", where it had written 1,420.
func (v *View) misquoted(list []replacement) []Finding {
	words := v.replacedWords()
	var out []Finding
	for _, r := range list {
		if r.old == r.now || r.old.Claim.Value == nil || !words.ownWords.MatchString(v.sentenceText(r.old)) {
			continue
		}
		if told := v.toldInstead(r); told != nil {
			out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(r.old, told),
				Sentence: fmt.Sprintf("%s corrects %s, which it says it had told; %s has %s.", capital(v.dated(r.old.Document)), quoted(r.old.Claim.Number.Exact), v.dated(told.Document), fullWords(told.Claim))})
		}
	}
	return out
}

// pointsTo reports whether a correction may be one of a telling: by the day that it gives for it,
// where it gives one, and by the time that both are of.
func (v *View) pointsTo(correction, g *Figure) bool {
	published, err := interval.ParseDate(v.document(correction.Document).Published)
	if err != nil || !sameTime(&correction.Claim, &g.Claim) {
		return false
	}
	days := v.dayReader().days(v.sentenceText(correction), published, true)
	return len(days) == 0 || slices.ContainsFunc(days, func(d toldDay) bool { return string(d.day) == string(v.day(g)) })
}

// toldInstead returns the one number that the publisher of a correction told before it of the
// same thing in much the same words, where it told neither the number that it corrects nor
// the right one; nil for none.
func (v *View) toldInstead(r replacement) *Figure {
	publisher := v.document(r.old.Document).Publisher
	var told *Figure
	for _, d := range v.State.Documents {
		if publisher == "" || d.Publisher != publisher || d.ID == r.old.Document {
			continue
		}
		for _, g := range v.own(d.ID) {
			c := &g.Claim
			if c.Value == nil || c.Unit != r.old.Claim.Unit && c.Unit != r.now.Claim.Unit || c.Per != r.old.Claim.Per || !v.after(r.old, g) {
				continue
			}
			if !v.pointsTo(r.old, g) {
				continue
			}
			if c.Value.Equal(r.oldValue) || c.Value.Equal(r.nowValue) {
				return nil
			}
			if g.Headline || !besideNumber(c) || !v.countsSame(g, r) || c.Qualifier != r.old.Claim.Qualifier || c.Value.Cmp(interval.Int(20)) < 0 || max(origins.SharedWords(v.wordsBeside(g), v.wordsBeside(r.now)), origins.SharedWords(v.wordsBeside(g), v.wordsBeside(r.old))) < 2 {
				continue
			}
			if told != nil && !told.Claim.Value.Equal(*c.Value) {
				return nil
			}
			told = g
		}
	}
	return told
}

// countsSame reports whether a telling counts by its noun what was corrected, or only has its unit.
func (v *View) countsSame(g *Figure, r replacement) bool {
	head, _ := v.Comparer.head(g.Claim.Counted)
	was, _ := v.Comparer.head(r.old.Claim.Counted)
	is, _ := v.Comparer.head(r.now.Claim.Counted)
	return head != "" && (head == was || head == is) || g.Claim.Unit != "" && g.Claim.Counted == ""
}

// ofCorrector reports whether a telling names as its source who corrected the number.
func (v *View) ofCorrector(g *Figure, r replacement) bool {
	publisher := v.document(r.now.Document).Publisher
	return v.byBody(g, publisher) || slices.ContainsFunc(v.chain(g), func(h claims.Hop) bool {
		return h.Role == claims.RoleSource && h.Name != "" && (v.Comparer.names.Same(h.Name, publisher) || nested(h.Name, publisher) || v.Comparer.names.Same(h.Name, v.voice(r.now)))
	})
}

// byBody reports whether the sentence of a telling says by whom it is, and this is a publisher or
// its short name: "costed at 84 million crowns by the Waterways Office".
func (v *View) byBody(g *Figure, publisher string) bool {
	found := v.replacedWords().byBody.FindStringSubmatch(v.sentenceText(g))
	return found != nil && publisher != "" && nested(found[1], publisher)
}

// behindPhrase returns what stands in a text behind a phrase of it.
func behindPhrase(text, phrase string) string {
	_, after, _ := strings.Cut(text, phrase)
	return after
}
