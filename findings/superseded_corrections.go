package findings

import (
	"strings"

	"muster/dossier"
)

// reachAhead is how many characters behind its sentence the right number may stand where a
// text says what it told wrongly.
const reachAhead = 200

// rightNumber returns the number that a text tells as the right one in the place of another: "we
// wrote that 120 were trained; the right number is 112", "now 140 instead of 160", "16 tonnes
// by a new count; the 18 given on Thursday had been wrong"; nil where it does not say so.
func (v *View) rightNumber(words *replacedWords, own []*dossier.Figure, old *dossier.Figure, before, after string) *dossier.Figure {
	begin, end := v.sentenceAround(old)
	wrong, instead, wrote := words.wrong.MatchString(after) && !words.rival.MatchString(before), words.instead.MatchString(before), words.wrote.MatchString(before)
	if !wrong && !instead && !wrote {
		return nil
	}
	var now *dossier.Figure
	for _, g := range own {
		if g == old || g.Headline || g.Claim.Value == nil || g.Claim.Value.Equal(*old.Claim.Value) || g.Claim.Unit != old.Claim.Unit && besideNumber(&g.Claim) || g.Claim.Per != old.Claim.Per || g.Claim.Relative != nil || v.isDifference(g) ||
			besideNumber(&g.Claim) && besideNumber(&old.Claim) && !v.Comparer.things.Same(g.Claim.Counted, old.Claim.Counted) {
			continue
		}
		close := now == nil || between(g, old) < between(now, old)
		switch behind := g.Claim.Number.Start > old.Claim.Number.Start; {
		case behind && g.Claim.Number.Start-end < reachAhead && close && words.right.MatchString(v.sentenceBefore(g)) && (wrong || words.owned.MatchString(v.home(g).part(begin, g.Claim.Number.Start))):
			now = g
		case !behind && (wrong || instead) && close && between(g, old) < reachBack && !strings.Contains(v.home(g).part(g.Claim.Number.End, old.Claim.Number.Start), "\n"):
			now = g
		}
	}
	return now
}

// toldAsPast reports whether the clause of a figure says that somebody told it before, and no
// more that it holds.
func (v *View) toldAsPast(f *dossier.Figure) bool {
	return v.replacedWords().past.MatchString(v.clauseText(f))
}
