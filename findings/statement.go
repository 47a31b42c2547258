package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
)

// daysOfOneStatement is how many days after one text another may tell the same
// statement.
const daysOfOneStatement = 2

// statement sets the texts beside each other that quote one person or body for a
// figure and differ: none has it from another.
func (v *View) statement(documents [][]*Figure) (Finding, bool) {
	for n, list := range documents {
		first := principal(list)
		speaker := v.firstHand(first)
		if first.Headline || speaker == "" {
			continue
		}
		ways := []wording{}
		for _, other := range documents[n:] {
			if f := principal(other); !f.Headline && (f == first || v.oneStatement(first, f) != "" && !v.cites(first, f.Document) && !v.cites(f, first.Document)) && !v.Comparer.Barred(first, f) && (f == first || !v.slipped(first, f)) && !v.pointsBack(f) {
				ways = v.toldAs(ways, f, other)
			}
		}
		if len(ways) > 1 {
			return v.waysApart(speaker, ways), true
		}
	}
	return Finding{}, false
}

// wording is how some documents tell one statement.
type wording struct {
	list   []*Figure // one a document
	tellBy []*Figure // all in the bodies of these documents
}

// toldAs adds a telling to the way that it is told in, or a way of its own.
func (v *View) toldAs(ways []wording, f *Figure, all []*Figure) []wording {
	for i := range ways {
		w := &ways[i]
		if agrees(f, w.tellBy) || agrees(w.list[0], bodies(all)) || v.toldSo(f, w.list[0].Document) || v.toldSo(w.list[0], f.Document) {
			w.list, w.tellBy = append(w.list, f), append(w.tellBy, bodies(all)...)
			return ways
		}
	}
	return append(ways, wording{[]*Figure{f}, bodies(all)})
}

// waysApart makes the finding of a statement that is told in several ways. "At
// least" and "up to" cannot both be what was said; that a bound was lost is shown
// where two texts have it, or the speaker's own office.
func (v *View) waysApart(speaker string, ways []wording) Finding {
	var all []*Figure
	var names, pieces []string
	for _, w := range ways {
		var here []string
		for _, f := range w.list {
			here = append(here, v.named(f.Document))
		}
		all, names = append(all, w.list...), append(names, here...)
		have := "has"
		if len(here) > 1 {
			have = "have"
		}
		pieces = append(pieces, fmt.Sprintf("%s %s %s", listed(here), have, fullWords(w.list[0].Claim)))
	}
	both := ""
	if len(names) == 2 {
		both = "both "
	}
	out := changed(ways[0].list[0], ways[1].list[0])
	if !v.boundLost(ways) {
		out.Severity = Info
	}
	out.Inputs = rests(all...)
	out.Sentence = capital(fmt.Sprintf("%s %squote %s: %s.", listed(names), both, the(speaker), strings.Join(pieces, ", ")))
	return out
}

// boundLost reports whether two ways of telling a statement show that one of them
// is wrong.
func (v *View) boundLost(ways []wording) bool {
	for _, bounded := range ways {
		for _, other := range ways {
			x, y := bounded.list[0].Claim.Qualifier, other.list[0].Claim.Qualifier
			if boundSide(x)*boundSide(y) < 0 {
				return true
			}
			own := slices.ContainsFunc(bounded.list, func(f *Figure) bool { return v.office(v.home(f).document.Publisher) })
			if boundSide(x) != 0 && y == claims.Exact && (own || len(bounded.list) > max(1, len(other.list))) {
				return true
			}
		}
	}
	return false
}

// unlinked notes that two documents without any link between them, over any
// number of steps, tell one figure in different words.
func (v *View) unlinked(documents [][]*Figure) (Finding, bool) {
	one := principal(documents[0])
	if one.Headline {
		return Finding{}, false
	}
	var linked map[string]bool
	for _, list := range documents[1:] {
		other := principal(list)
		if other.Headline || v.Comparer.Barred(one, other) || agrees(other, documents[0]) || agrees(one, list) || v.toldSo(one, other.Document) || v.toldSo(other, one.Document) || v.bothNamed(one, other) {
			continue
		}
		if linked == nil {
			linked = linkedTo(v.links, documents)
		}
		if linked[other.Document] {
			continue
		}
		f := changed(one, other)
		f.Severity = Info
		f.Sentence = fmt.Sprintf("%s says %s, %s %s; no link between them is known.", capital(v.named(one.Document)), fullWords(one.Claim), v.named(other.Document), fullWords(other.Claim))
		return f, true
	}
	return Finding{}, false
}

// linkedTo returns the documents that hang together with the first one, over any
// number of links.
func linkedTo(links links, documents [][]*Figure) map[string]bool {
	linked := map[string]bool{documents[0][0].Document: true}
	for grown := true; grown; {
		grown = false
		for _, list := range documents {
			id := list[0].Document
			if !linked[id] && slices.ContainsFunc(documents, func(other []*Figure) bool {
				return linked[other[0].Document] && (links.lead(id, other[0].Document) || links.lead(other[0].Document, id))
			}) {
				linked[id], grown = true, true
			}
		}
	}
	return linked
}

// oneStatement returns whom two documents that were published within days of each
// other both quote first hand for a figure; "" for nobody.
func (v *View) oneStatement(a, b *Figure) string {
	x, y := v.firstHand(a), v.firstHand(b)
	if x == "" || !v.Comparer.names.Same(x, y) {
		return ""
	}
	if from, to := v.day(a), v.day(b); from == "" || to == "" || daysApart(from, to) > daysOfOneStatement {
		return ""
	}
	return x
}

// bothQuote returns whom a telling and the one it seems to be taken from both quote
// first hand, by one name, where the later text does not say that it has the figure
// from the other: shared words are then the speaker's. "" for nobody.
func (v *View) bothQuote(from, to *Figure) string {
	x := v.firstHand(from)
	if x == "" || !v.Comparer.names.Same(x, v.firstHand(to)) || v.cites(to, from.Document) || v.links.credits[[2]string{to.Document, from.Document}] {
		return ""
	}
	return x
}

// bothQuoteSentence names two texts that quote one speaker, and what each has.
func (v *View) bothQuoteSentence(a, b *Figure, speaker string) string {
	return fmt.Sprintf("%s and %s both quote %s: %s has %s, %s has %s", v.named(a.Document), v.named(b.Document), the(speaker),
		v.named(a.Document), fullWords(a.Claim), v.named(b.Document), fullWords(b.Claim))
}

// voice returns whose words a document gives for a figure with no outlet between:
// whom it quotes first hand, or the office that publishes it, where it names nobody.
func (v *View) voice(f *Figure) string {
	if len(v.chain(f)) == 0 {
		if d := v.home(f).document; d != nil && d.Publisher != "" && v.office(d.Publisher) {
			return d.Publisher
		}
	}
	return v.firstHand(f)
}

// office reports whether a publisher is an office and no outlet.
func (v *View) office(publisher string) bool {
	return v.offices.get(publisher, func() bool { return v.Comparer.names.Office(publisher) })
}

// bothNamed reports whether two tellings have named sources of their own, which
// are two: each then tells what its source said.
func (v *View) bothNamed(a, b *Figure) bool {
	x, y := v.firstHand(a), v.firstHand(b)
	return x != "" && y != "" && !v.Comparer.names.Same(x, y)
}

// firstHand returns the person or body that a document quotes for a figure with
// no outlet between; "" for none.
func (v *View) firstHand(f *Figure) string {
	chain := v.chain(f)
	if slices.ContainsFunc(chain, func(h claims.Hop) bool { return h.Kind == claims.Outlet }) {
		return ""
	}
	for i := len(chain) - 1; i >= 0; i-- {
		if h := chain[i]; h.Role == claims.RoleSource && (h.Kind == claims.Person || h.Kind == claims.Organisation) {
			return h.Name
		}
	}
	return ""
}
