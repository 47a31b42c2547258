package findings

import (
	"fmt"
	"slices"

	"muster/dossier"
)

// Barred reports whether a curator says that two figures may not be set against
// each other.
func (c *Comparer) Barred(a, b *Figure) bool {
	word, ok := c.word[[2]string{a.ID, b.ID}]
	return ok && word.Apart
}

// overruled notes on a finding which of a curator's words it goes by; false where
// it does nothing but set two figures against each other that may not be.
func (v *View) overruled(f *Finding) bool {
	if len(v.Comparer.word) == 0 {
		return true
	}
	ids := v.figuresOf(*f)
	for i, a := range ids {
		for _, b := range ids[:i] {
			word, ok := v.Comparer.word[[2]string{a, b}]
			if !ok {
				continue
			}
			if word.Apart && len(ids) == 2 {
				return false
			}
			if !slices.ContainsFunc(f.Overruled, func(o dossier.Comparison) bool { return slices.Equal(o.Figures, word.Figures) }) {
				f.Overruled = append(f.Overruled, word)
			}
		}
	}
	return true
}

// figuresOf returns the figures that a finding rests on, each once.
func (v *View) figuresOf(f Finding) []string {
	var ids []string
	for _, in := range f.Inputs {
		if v.Figure(in.Figure) != nil && !slices.Contains(ids, in.Figure) {
			ids = append(ids, in.Figure)
		}
	}
	return ids
}

// byWord sets the figures against each other that a curator says may be, where
// no rule did: one finding a pair.
func (v *View) byWord(found []Finding) []Finding {
	var out []Finding
	for _, word := range v.Comparer.words {
		if word.Apart {
			continue
		}
		for i, a := range word.Figures {
			for _, b := range word.Figures[:i] {
				x, y := v.Figure(b), v.Figure(a)
				if x == nil || y == nil || x.Status.Aside() || y.Status.Aside() || v.Comparer.word[[2]string{a, b}].Apart ||
					slices.ContainsFunc(found, func(f Finding) bool {
						ids := v.figuresOf(f)
						return slices.Contains(ids, a) && slices.Contains(ids, b)
					}) {
					continue
				}
				if f, ok := v.set(x, y); ok {
					f.Overruled = []dossier.Comparison{word}
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// set makes the finding of two figures that a curator wants compared. Numbers of
// two units, of a rate and none, or of two stages stay what they are.
func (v *View) set(a, b *Figure) (Finding, bool) {
	x, y := a.Claim, b.Claim
	if x.Unit != y.Unit || x.Per != y.Per || x.Stage != y.Stage || x.Relative != nil || y.Relative != nil || !known(x.Stated) || !known(y.Stated) {
		return Finding{}, false
	}
	out := Finding{Severity: Info, Verdict: grade(x, y), Inputs: rests(a, b)}
	said := map[Verdict]string{Consistent: "fit each other", ConsistentWithinRounding: "fit each other only within rounding", Conflict: "cannot be the same number"}[out.Verdict]
	if out.Verdict == Conflict {
		out.Severity = Warning
	}
	out.Sentence = fmt.Sprintf("%s in %s and %s in %s %s; a curator set them against each other.",
		capital(fullWords(x)), v.named(a.Document), fullWords(y), v.named(b.Document), said)
	return out, true
}
