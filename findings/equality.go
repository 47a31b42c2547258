package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
)

// equality sets two tellings of one figure against each other: the headline
// against the text below it, and a retelling against what it was taken from.
func equality() Rule {
	return Rule{ID: "equality", Version: 6, Title: "Do two tellings of one figure say the same?", Look: func(v *View) []Finding {
		var out []Finding
		replaced := v.replacements()
		for i, group := range v.Groups {
			if len(group) < 2 {
				continue
			}
			documents := v.parted(i)
			if len(documents) < 2 {
				continue
			}
			if f, ok := retold(v, v.links, documents, replaced); ok {
				out = append(out, f)
			}
			if f, ok := v.statement(documents); ok {
				out = append(out, f)
			} else if f, ok := v.unlinked(documents); ok {
				out = append(out, f)
			}
		}
		return slices.Concat(v.headlines(), out, v.endsOfRanges(), v.lostBounds(slices.Clip(out)))
	}}
}

// shortened reports whether a headline or a retelling only rounds a number:
// "$18 million" of $18.3 million, "over 180,000" of 183,400.
func shortened(head, body claims.Figure) bool {
	if head.Value == nil || body.Value == nil || !loose(body) || significant(*head.Value) >= significant(*body.Value) {
		return false
	}
	return loose(head) && head.Reading.Contains(*body.Value) || !loose(head) && head.Stated.Contains(*body.Value)
}

// retold names the first retellings that say something else than what they
// were taken from: documents come in order of publication. A document that
// only hands on the change is not named.
func retold(v *View, links links, documents [][]*Figure, replaced []replacement) (Finding, bool) {
	var out Finding
	type change struct {
		told, now string
		by        []string
	}
	var changes []change
	for _, later := range documents {
		for _, earlier := range documents {
			if later[0].Document == earlier[0].Document {
				continue
			}
			from, to := principal(earlier), v.taken(later, earlier[0].Document)
			if to == nil || v.Comparer.Barred(from, to) || agrees(to, bodies(earlier)) || agrees(from, bodies(later)) || v.toldSo(to, from.Document) || v.toldSo(from, to.Document) ||
				v.keepsAway(to) || handedOn(v, links, to, documents) || restored(links, from, to, documents) {
				continue
			}
			if about := to.Claim.About; about != nil && about.From > v.day(from) && v.day(from) != "" && grade(from.Claim, to.Claim) == Conflict && happened(to.Claim.Stage) {
				continue // it tells of a day that its source did not know
			}
			if otherWithin(from.Claim, to.Claim) {
				continue // "up to 65" leaves room for a later 60
			}
			if sharper(from.Claim, to.Claim) || givenUp(replaced, from.Claim, to.Claim) || v.slipped(from, to) || v.bothQuote(from, to) != "" || v.losesBound(from, to) {
				continue // for the rules on precision, on later statements, slips and stages, or one statement told twice
			}
			if v.ofAnotherYear(from) != v.ofAnotherYear(to) && grade(from.Claim, to.Claim) == Conflict {
				continue
			}
			if v.recalls(to) && grade(from.Claim, to.Claim) != Conflict {
				continue
			}
			if from.Claim.Relative == nil && to.Claim.Relative == nil && grade(from.Claim, to.Claim) == Conflict && v.twoThings(from, to) {
				continue
			}
			told, now := v.named(from.Document)+" says "+fullWords(from.Claim), fullWords(to.Claim)
			if i := slices.IndexFunc(changes, func(c change) bool { return c.told == told && c.now == now }); i >= 0 {
				changes[i].by = append(changes[i].by, v.named(to.Document))
			} else {
				changes = append(changes, change{told, now, []string{v.named(to.Document)}})
			}
			f := changed(from, to)
			if shortened(to.Claim, from.Claim) {
				f.Severity = Info // a retelling that rounds
			}
			if len(out.Inputs) == 0 || weight(f.Severity) < weight(out.Severity) || f.Verdict == Conflict {
				out.Verdict, out.Severity = f.Verdict, f.Severity
			}
			for _, in := range f.Inputs {
				if !slices.Contains(out.Inputs, in) {
					out.Inputs = append(out.Inputs, in)
				}
			}
		}
	}
	var sentences []string
	for _, c := range changes {
		sentences = append(sentences, fmt.Sprintf("%s, retold by %s as %s", c.told, listed(c.by), c.now))
	}
	out.Sentence = capital(strings.Join(sentences, "; ")) + "."
	return out, len(changes) > 0
}

// otherWithin reports whether a telling has another number than a bound, one that the bound
// leaves room for.
func otherWithin(from, to claims.Figure) bool {
	return from.Value != nil && to.Value != nil && !from.Value.Equal(*to.Value) && from.Relative == nil && to.Relative == nil && boundSide(from.Qualifier) != 0 && loose(to) && grade(from, to) != Conflict
}

// handedOn reports whether another document that a telling's document depends
// on, or an earlier one of its publisher, already tells the figure so.
func handedOn(v *View, links links, to *Figure, documents [][]*Figure) bool {
	for _, list := range documents {
		id := list[0].Document
		publisher := v.document(id).Publisher
		own := publisher != "" && publisher == v.home(to).document.Publisher && v.document(id).Published < v.home(to).document.Published
		if id != to.Document && agrees(to, bodies(list)) && (own || links.lead(to.Document, id)) && !links.lead(id, to.Document) {
			return true
		}
	}
	return false
}

// restored reports whether a telling says what a document says that the
// document it was taken from has the figure from.
func restored(links links, from, to *Figure, documents [][]*Figure) bool {
	return slices.ContainsFunc(documents, func(list []*Figure) bool {
		return links.lead(from.Document, list[0].Document) && agrees(to, list)
	})
}

// changed makes the finding of two tellings that differ. A bound that was lost
// or won is a warning, and so is another number; "about" is no bound.
func changed(a, b *Figure) Finding {
	f := Finding{Severity: Warning, Verdict: grade(a.Claim, b.Claim), Inputs: rests(a, b)}
	if a.Claim.Relative != nil && b.Claim.Relative != nil {
		f.Verdict = ConsistentWithinRounding
	}
	if loose(a.Claim) && loose(b.Claim) && f.Verdict != Conflict && (a.Claim.Value == nil || b.Claim.Value == nil || a.Claim.Value.Equal(*b.Claim.Value)) {
		f.Severity = Info
	}
	if f.Verdict != Conflict && (a.Claim.Qualifier == claims.Range) != (b.Claim.Qualifier == claims.Range) || saysOver(&a.Claim) {
		f.Severity = Info // a change may be read as a range, and "over" is many things
	}
	return f
}

// loose reports whether a figure is told without a bound.
func loose(f claims.Figure) bool { return f.Qualifier == claims.Exact || f.Qualifier == claims.About }

// agrees reports whether some telling in the list commits to what the figure
// does.
func agrees(f *Figure, list []*Figure) bool {
	return slices.ContainsFunc(list, func(other *Figure) bool { return keeps(f.Claim, other.Claim) })
}

// bodies leaves headlines out.
func bodies(list []*Figure) []*Figure {
	return slices.DeleteFunc(slices.Clone(list), func(f *Figure) bool { return f.Headline })
}

// sameWords reports whether two tellings commit to the same: qualifier and
// number; "about" and "nearly" count as one.
func sameWords(a, b claims.Figure) bool {
	if a.Qualifier != b.Qualifier {
		return false
	}
	if a.Relative != nil && b.Relative != nil {
		return a.Relative.Factor.Equal(b.Relative.Factor)
	}
	if a.Value != nil && b.Value != nil {
		return a.Value.Equal(*b.Value)
	}
	return a.Stated.Equal(b.Stated)
}

// fullWords writes a telling as it stands in the text, with what it counts where
// that stands beside it.
func fullWords(f claims.Figure) string {
	if strings.Contains(f.Quote.Exact, f.Number.Exact) && len([]rune(f.Quote.Exact)) <= longestQuoted && !strings.ContainsAny(f.Quote.Exact, "“”\"\n") {
		return quoted(f.Quote.Exact)
	}
	return words(f)
}

// longestQuoted is how many characters of a text a sentence quotes for one figure.
const longestQuoted = 80

// words writes a number as it stands in the text.
func words(f claims.Figure) string { return quoted(f.Number.Exact) }
