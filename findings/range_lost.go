package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
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
					Sentence: fmt.Sprintf("%s tells %s, retold by %s as %s.", capital(v.named(f.Document)), fullWords(f.Claim), v.named(g.Document), fullWords(g.Claim))})
			}
		}
	}
	return out
}

// tellsRange reports whether a document tells the same range.
func (v *View) tellsRange(document string, f *dossier.Figure) bool {
	for _, g := range v.own[document] {
		if g.Claim.Qualifier == claims.Range && g.Claim.Stated.Equal(f.Claim.Stated) {
			return true
		}
	}
	return false
}
