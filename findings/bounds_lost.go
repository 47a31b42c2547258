package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
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
			for _, g := range v.amounts[end] {
				if g.Document == f.Document || said[g.Document] || g.Headline || g.Claim.Qualifier != claims.Exact && g.Claim.Qualifier != claims.About || !v.cites(g, f.Document) || !v.links.lead(g.Document, f.Document) || v.Comparer.Barred(f, g) {
					continue
				}
				head, _ := v.Comparer.head(f.Claim.Counted)
				there, _ := v.Comparer.head(g.Claim.Counted)
				if head != there || v.toldSo(g, f.Document) || v.tellsRange(g.Document, f) {
					continue
				}
				said[g.Document] = true
				out = append(out, Finding{Severity: Warning, Verdict: Consistent, Inputs: rests(f, g),
					Sentence: fmt.Sprintf("%s says %s, retold by %s as %s.", capital(v.named(f.Document)), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))})
			}
		}
	}
	return out
}

// lostBounds looks for retellings that drop a bound where the two were not taken
// for tellings of one figure, as their words say different stages: money that "is
// set aside" and "would cost".
func (v *View) lostBounds() []Finding {
	var out []Finding
	for _, g := range v.Figures {
		if g.Claim.Qualifier != claims.Exact || g.Headline || g.Claim.Value == nil || g.Claim.Relative != nil || g.Claim.Value.Cmp(interval.Int(100)) < 0 || !v.links.any(g.Document) || len(v.chain(g)) == 0 || v.isReplaced(g) {
			continue
		}
		for _, f := range v.sameNumber(g) {
			if f.Document == g.Document || boundSide(f.Claim.Qualifier) == 0 || f.Headline || f.Claim.Direction != g.Claim.Direction || !v.cites(g, f.Document) || !v.links.lead(g.Document, f.Document) || v.Comparer.Barred(f, g) {
				continue
			}
			head, _ := v.Comparer.head(f.Claim.Counted)
			there, _ := v.Comparer.head(g.Claim.Counted)
			if _, ok := v.group(f.ID); ok && v.oneGroup(f, g) || g.Claim.Unit == "" && head != there || v.toldSo(g, f.Document) || v.toldSo(f, g.Document) || v.bareBefore(g, f) {
				continue
			}
			out = append(out, Finding{Severity: Warning, Verdict: grade(f.Claim, g.Claim), Inputs: rests(f, g),
				Sentence: fmt.Sprintf("%s says %s, retold by %s as %s.", capital(v.named(f.Document)), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))})
			break
		}
	}
	return out
}

// bareBefore reports whether another document that a telling's document depends
// on tells the number without a bound.
func (v *View) bareBefore(g, f *dossier.Figure) bool {
	for _, h := range v.sameNumber(g) {
		if h.Claim.Qualifier == claims.Exact && h.Document != g.Document && h.Document != f.Document && v.links.lead(g.Document, h.Document) {
			return true
		}
	}
	return false
}

// tellsRange reports whether a document tells the same range.
func (v *View) tellsRange(document string, f *dossier.Figure) bool {
	for _, g := range v.own(document) {
		if g.Claim.Qualifier == claims.Range && g.Claim.Stated.Equal(f.Claim.Stated) {
			return true
		}
	}
	return false
}
