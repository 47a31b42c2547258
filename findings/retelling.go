package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// retells reports whether a telling is taken from a document: its own words name
// the document's publisher, or say no source while the text takes other figures
// from there. Who quotes a spokesman first hand retells nobody, whatever the text
// has from others.
func (v *View) retells(f *Figure, document string) bool {
	if !v.links.lead(f.Document, document) || v.links.lead(document, f.Document) || v.documents[document].day > v.day(f) && v.day(f) != "" {
		return false
	}
	pair := [2]string{f.Document, document}
	if v.cites(f, document) || v.links.credits[pair] || v.links.shares[pair] && v.sharesSentence(f, document) {
		return true
	}
	if !v.links.tells[pair] {
		return false
	}
	for _, hop := range v.chain(f) {
		if hop.Kind == claims.Outlet || hop.Kind == claims.Unspecified {
			if origins.UnnamedOutlet(hop.Name) || hop.Kind == claims.Unspecified {
				continue
			}
			return false // it names another outlet
		}
		if !v.behind(f.Document, document, hop.Name) {
			return false
		}
	}
	return true
}

// sharesSentence reports whether a telling's sentence has words in common with that
// of a telling of the same figure in a document.
func (v *View) sharesSentence(f *Figure, document string) bool {
	return slices.ContainsFunc(v.own(document), func(g *Figure) bool {
		return v.told(f, g) && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) >= enoughWords
	})
}

// chain returns the hops of a figure beyond its outlet; of a part whose words
// name nobody, those of its total.
func (v *View) chain(f *Figure) []claims.Hop {
	for range 3 { // parts of parts, and no further
		if len(f.Claim.Attribution.Chain) > 1 {
			return f.Claim.Attribution.Chain[1:]
		}
		total := v.Figure(f.PartOf)
		if total == nil || total.Document != f.Document {
			break
		}
		f = total
	}
	return nil
}

// behind reports whether a text has a source from another document, as some
// chain in it says: "the memo, the Wire reports".
func (v *View) behind(text, document, source string) bool {
	return slices.ContainsFunc(v.own(text), func(f *Figure) bool {
		if !v.cites(f, document) {
			return false
		}
		chain := f.Claim.Attribution.Chain
		at := slices.IndexFunc(chain, func(h claims.Hop) bool { return v.Comparer.names.Same(h.Name, v.document(document).Publisher) })
		return at >= 0 && slices.ContainsFunc(chain[at+1:], func(h claims.Hop) bool { return h.Name == source })
	})
}

// cites reports whether a figure's own chain names a document's publisher, or
// "the newspaper" where that can only be it.
func (v *View) cites(f *Figure, document string) bool {
	d := v.document(document)
	return d != nil && slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool {
		return v.Comparer.same(origins.Owner(h.Name), d.Publisher) || origins.UnnamedOutlet(h.Name) && v.links.only[f.Document] == document
	})
}

// taken returns the telling in a list of one document that is taken from
// another document: the first in the body whose words say so. "The first 150 of the
// 2,600" only points back at what was told.
func (v *View) taken(list []*Figure, document string) *Figure {
	for _, f := range list {
		if !f.Headline && v.retells(f, document) && !v.isReplaced(f) && !v.pointsBack(f) {
			return f
		}
	}
	return nil
}

// saysOver reports whether a bound is told by "over", which is many things: "handed over 40".
func saysOver(f *claims.Figure) bool { return strings.HasPrefix(f.Number.Exact, "over ") }

// pointsBack reports whether a telling says nothing anew of a number's bound: it has
// one behind what it counts, or is told as what is allowed, or only points back at what
// was told, as in "28 of the 45 lorries".
func (v *View) pointsBack(f *Figure) bool {
	return v.has(pointing, f, func() bool { return v.findPointing(f) })
}

func (v *View) findPointing(f *Figure) bool {
	if f.Claim.Unit == "" && saysOver(&f.Claim) {
		switch origins.Head(f.Claim.Counted) {
		case "year", "month", "week", "day", "hour", "season", "winter", "summer":
			return true // "over three school years"
		}
	}
	if f.Claim.Qualifier != claims.Exact {
		return false
	}
	before, after := v.around(f)
	words := v.nearly()
	for _, limit := range []string{" below the", " under the", " within the", " exceed the", " beyond the", " above the"} {
		if strings.HasSuffix(strings.TrimRight(before, " "), limit) {
			return true // "below the 8 million crowns set by parliament"
		}
	}
	return origins.WholeOfAPart(before) || words.bounds.in(after) && origins.BoundBehind(after) || words.allows.in(lastChars(before, longestAllowing)) && allows(before)
}

// recalls reports whether a bare number only points back at what was told, asked or planned:
// "it had first spoken of 120", "has risen to 347, from 214 on the first day", "The 90 requested were never approved in full".
func (v *View) recalls(f *Figure) bool {
	before, after := v.around(f)
	if v.toldAsPast(f) || v.denied().in("limit", v.sentenceText(f)) || strings.HasSuffix(before, " from ") && fromEarlierTo.MatchString(before) {
		return true
	}
	words := strings.Fields(after[:min(len(after), longestNear)])
	return len(words) > 0 && strings.HasSuffix(" "+strings.ToLower(lastChars(before, len(" the "))), " the ") &&
		slices.Contains([]string{"requested", "asked", "sought", "planned", "promised", "pledged", "announced", "foreseen", "wanted"}, words[0])
}

// longestAllowing is how many bytes before a number the words that allow it may take.
const longestAllowing = 30

// allows reports whether the words right before a number tell it as what is allowed, a bound
// from above.
func allows(before string) bool {
	before = strings.ToLower(strings.TrimSpace(lastChars(before, longestAllowing)))
	return slices.ContainsFunc([]string{"allowed", "permitted", "limited to", "restricted to", "capped at", "limit of", "limit is", "ceiling of", "allowance of", "ration of"}, func(word string) bool { return strings.HasSuffix(before, word) })
}

// ofAPart reports whether a figure's sentence tells it of a part of something.
func (v *View) ofAPart(f *Figure) bool {
	return v.has(ofPart, f, func() bool { return origins.OfAPart(v.around(f)) })
}

// wholeOfAPart reports whether a figure is only told as the whole of another before it.
func (v *View) wholeOfAPart(f *Figure) bool {
	before, _ := v.around(f)
	return origins.WholeOfAPart(before)
}

// keeps reports whether a telling commits to what another does, in these words or
// others: "a maximum of 40" of "up to 40", "at least" of "more than", "has estimated
// 40" of "an estimated 40".
func keeps(a, b claims.Figure) bool {
	if sameWords(a, b) {
		return true
	}
	if a.Value != nil && b.Value != nil && a.Value.Equal(*b.Value) && a.Relative == nil && b.Relative == nil && vague(a) && vague(b) {
		return true
	}
	return a.Value != nil && b.Value != nil && a.Value.Equal(*b.Value) && a.Relative == nil && b.Relative == nil && boundSide(a.Qualifier) != 0 && boundSide(a.Qualifier) == boundSide(b.Qualifier)
}

// vague reports whether a number is told as about right, by a word before it or by
// the verb that tells it.
func vague(f claims.Figure) bool {
	return f.Qualifier == claims.About || f.Qualifier == claims.Exact && (f.Act == claims.Estimate || f.Act == claims.Forecast)
}

// boundSide is 1 for a bound from below, -1 for one from above, 0 for none.
func boundSide(q claims.Qualifier) int {
	switch q {
	case claims.MoreThan, claims.AtLeast:
		return 1
	case claims.AtMost, claims.LessThan:
		return -1
	}
	return 0
}

// toldSo reports whether the body of a document tells a number as a figure does,
// of any stage: a source that repeats it bare, a retelling that keeps the bound elsewhere.
func (v *View) toldSo(f *Figure, document string) bool {
	return f.Claim.Value != nil && f.Claim.Value.Cmp(interval.Int(20)) >= 0 && slices.ContainsFunc(v.own(document), func(g *Figure) bool {
		return !g.Headline && g.Claim.Unit == f.Claim.Unit && g.Claim.Per == f.Claim.Per && keeps(f.Claim, g.Claim) &&
			(f.Claim.Unit != "" || v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted))
	})
}
