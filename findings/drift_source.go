package findings

import (
	"fmt"
	"slices"

	"muster/claims"
)

// otherSources looks for one number of one thing that texts credit to two bodies
// of which neither is a part of the other. Round numbers may be both bodies' own.
func (v *View) otherSources() []Finding {
	var out []Finding
	said := map[amountKey]bool{}
	for _, f := range v.Figures {
		if f.Headline || f.Claim.Value == nil || f.Claim.Stage != claims.Result || f.Claim.Unit == "percent" || f.Claim.Counted == "" {
			continue
		}
		name := v.bodyBehind(f)
		if name == "" || significant(*f.Claim.Value) < 3 || said[numberOf(&f.Claim)] {
			continue
		}
		for _, g := range v.sameNumber(f) {
			other := v.bodyBehind(g)
			if g.Document == f.Document || other == "" || g.Headline || !v.credits(f, g, name, other) {
				continue
			}
			said[numberOf(&f.Claim)] = true
			out = append(out, Finding{Severity: Info, Verdict: NotComparable, Inputs: rests(f, g),
				Sentence: fmt.Sprintf("%s credits %s to %s, %s to %s.", capital(v.named(f.Document)), fullWords(f.Claim), the(name), v.named(g.Document), the(other))})
			break
		}
	}
	return out
}

// credits reports whether two tellings of one count give it to two bodies, and
// neither text to both.
func (v *View) credits(f, g *Figure, name, other string) bool {
	names := v.Comparer.names
	if names.Same(name, other) || names.Within(name, other) || names.Within(other, name) || v.home(f).document.Published > v.home(g).document.Published {
		return false
	}
	head, _ := v.Comparer.head(f.Claim.Counted)
	there, _ := v.Comparer.head(g.Claim.Counted)
	return head == there && g.Claim.Stage == claims.Result && sameTime(&f.Claim, &g.Claim) && !v.namesBody(f.Document, f, other) && !v.namesBody(g.Document, f, name)
}

// bodyBehind returns the body of the list of names that is the origin of a
// figure; "" where it is another kind of source.
func (v *View) bodyBehind(f *Figure) string {
	origin := f.Claim.Attribution.Origin()
	if len(f.Claim.Attribution.Chain) < 2 || origin.Kind != claims.Organisation || origin.Role != claims.RoleSource {
		return ""
	}
	if name, ok := v.Comparer.names.Name(origin.Name); ok {
		return name
	}
	return ""
}

// namesBody reports whether some chain of a document's tellings of a number names
// a body.
func (v *View) namesBody(document string, f *Figure, body string) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool {
		return g.Document == document && slices.ContainsFunc(g.Claim.Attribution.Chain, func(h claims.Hop) bool { return v.Comparer.names.Same(h.Name, body) })
	})
}
