package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// equality sets two tellings of one figure against each other: the headline
// against the text below it, and a retelling against what it was taken from.
func equality() Rule {
	return Rule{ID: "equality", Version: 3, Title: "Do two tellings of one figure say the same?", Look: func(v *View) []Finding {
		var out []Finding
		replaced := v.replacements()
		for i, group := range v.Groups {
			if len(group) < 2 {
				continue
			}
			documents := v.parted(i)
			for _, list := range documents {
				if f, ok := headline(v, list); ok {
					out = append(out, f)
				}
			}
			if f, ok := retold(v, v.links, documents, replaced); ok {
				out = append(out, f)
			}
			if f, ok := apartTold(v, v.links, documents); ok {
				out = append(out, f)
			}
		}
		return append(append(out, v.endsOfRanges()...), v.lostBounds()...)
	}}
}

// headline compares a headline with the body of the same document.
func headline(v *View, list []*dossier.Figure) (Finding, bool) {
	body := principal(list)
	if body.Headline {
		return Finding{}, false
	}
	for _, head := range list {
		if !head.Headline || v.Comparer.Barred(head, body) || agrees(head, bodies(list)) {
			continue
		}
		f := changed(head, body, fmt.Sprintf("The headline of %s says %s, the body %s.",
			v.named(head.Document), fullWords(head.Claim), fullWords(body.Claim)))
		if f.Verdict == Conflict && v.fitsElsewhere(head) {
			continue // it sums up another figure of the text
		}
		if shortened(head.Claim, body.Claim) {
			f.Severity = Info
		}
		return f, true
	}
	return Finding{}, false
}

// fitsElsewhere reports whether the body of a headline's document tells a figure
// of its unit and thing that the headline agrees with.
func (v *View) fitsElsewhere(head *dossier.Figure) bool {
	return slices.ContainsFunc(v.own(head.Document), func(f *dossier.Figure) bool {
		a, b := head.Claim, f.Claim
		return !f.Headline && a.Unit == b.Unit && a.Per == b.Per && a.Relative == nil && b.Relative == nil && known(b.Reading) &&
			v.Comparer.things.Same(a.Counted, b.Counted) && grade(a, b) != Conflict
	})
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
func retold(v *View, links links, documents [][]*dossier.Figure, replaced []replacement) (Finding, bool) {
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
			if to == nil || v.Comparer.Barred(from, to) || agrees(to, earlier) || agrees(from, bodies(later)) || v.toldSo(to, from.Document) || v.toldSo(from, to.Document) ||
				handedOn(v, links, to, documents) || restored(links, from, to, documents) {
				continue
			}
			if sharper(from.Claim, to.Claim) || givenUp(replaced, from.Claim, to.Claim) || v.slipped(from, to) {
				continue // for the rules on precision, on later statements and on slips
			}
			told, now := v.named(from.Document)+" says "+fullWords(from.Claim), fullWords(to.Claim)
			if speaker := v.bothQuote(from, to); speaker != "" {
				told = v.bothQuoteSentence(from, to, speaker)
				if slices.ContainsFunc(changes, func(c change) bool { return len(c.by) == 0 && c.now == now }) {
					continue
				}
				changes = append(changes, change{told: told, now: now})
			} else if i := slices.IndexFunc(changes, func(c change) bool { return c.told == told && c.now == now }); i >= 0 {
				changes[i].by = append(changes[i].by, v.named(to.Document))
			} else {
				changes = append(changes, change{told, now, []string{v.named(to.Document)}})
			}
			f := changed(from, to, "")
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
		if len(c.by) == 0 {
			sentences = append(sentences, c.told)
			continue
		}
		sentences = append(sentences, fmt.Sprintf("%s, retold by %s as %s", c.told, listed(c.by), c.now))
	}
	out.Sentence = capital(strings.Join(sentences, "; ")) + "."
	return out, len(changes) > 0
}

// handedOn reports whether another document that a telling's document depends
// on, or an earlier one of its publisher, already tells the figure so.
func handedOn(v *View, links links, to *dossier.Figure, documents [][]*dossier.Figure) bool {
	for _, list := range documents {
		id := list[0].Document
		publisher := v.document(id).Publisher
		own := publisher != "" && publisher == v.document(to.Document).Publisher && v.document(id).Published < v.document(to.Document).Published
		if id != to.Document && agrees(to, list) && (own || links.lead(to.Document, id)) && !links.lead(id, to.Document) {
			return true
		}
	}
	return false
}

// restored reports whether a telling says what a document says that the
// document it was taken from has the figure from.
func restored(links links, from, to *dossier.Figure, documents [][]*dossier.Figure) bool {
	return slices.ContainsFunc(documents, func(list []*dossier.Figure) bool {
		return links.lead(from.Document, list[0].Document) && agrees(to, list)
	})
}

// apartTold notes that documents of which none has the figure from another tell
// it in different words: one statement that both have first hand, or texts without
// a link between them, over any number of steps.
func apartTold(v *View, links links, documents [][]*dossier.Figure) (Finding, bool) {
	var linked map[string]bool
	for n, list := range documents {
		for _, earlier := range documents[:n] {
			one, other := principal(earlier), principal(list)
			if one.Headline || other.Headline || v.Comparer.Barred(one, other) || agrees(other, earlier) || agrees(one, list) || v.toldSo(one, other.Document) || v.toldSo(other, one.Document) {
				continue
			}
			if linked == nil {
				linked = linkedTo(links, documents)
			}
			var sentence string
			switch speaker := v.oneStatement(one, other); {
			case speaker != "" && (v.cites(one, other.Document) || v.cites(other, one.Document)):
				continue // one of the two is the speaker's own text
			case speaker != "":
				sentence = capital(v.bothQuoteSentence(one, other, speaker)) + "."
			case n > 0 && one.Document == documents[0][0].Document && !linked[other.Document] && !v.bothNamed(one, other):
				sentence = fmt.Sprintf("%s says %s, %s %s; no link between them is known.", capital(v.named(one.Document)), fullWords(one.Claim), v.named(other.Document), fullWords(other.Claim))
			default:
				continue
			}
			f := changed(one, other, sentence)
			if boundSide(one.Claim.Qualifier)*boundSide(other.Claim.Qualifier) >= 0 || v.oneStatement(one, other) == "" {
				f.Severity = Info // "at least" and "up to" of one statement cannot both be what was said
			}
			return f, true
		}
	}
	return Finding{}, false
}

// linkedTo returns the documents that hang together with the first one, over any
// number of links.
func linkedTo(links links, documents [][]*dossier.Figure) map[string]bool {
	linked := map[string]bool{documents[0][0].Document: true}
	for grown := true; grown; {
		grown = false
		for _, list := range documents {
			id := list[0].Document
			if !linked[id] && slices.ContainsFunc(documents, func(other []*dossier.Figure) bool {
				return linked[other[0].Document] && (links.lead(id, other[0].Document) || links.lead(other[0].Document, id))
			}) {
				linked[id], grown = true, true
			}
		}
	}
	return linked
}

// oneStatement returns whom two documents that were published within three days
// both quote first hand for a figure; "" for nobody.
func (v *View) oneStatement(a, b *dossier.Figure) string {
	x, y := v.firstHand(a), v.firstHand(b)
	if x == "" || !v.Comparer.names.Same(x, y) {
		return ""
	}
	if from, to := v.day(a), v.day(b); from == "" || to == "" || (interval.Period{From: min(from, to), To: max(from, to)}).Days() > 3 {
		return ""
	}
	return x
}

// bothQuote returns whom a telling and the one it seems to be taken from both quote
// first hand, by one name, where the later text does not say that it has the figure
// from the other: shared words are then the speaker's. "" for nobody.
func (v *View) bothQuote(from, to *dossier.Figure) string {
	x := v.firstHand(from)
	if x == "" || !v.Comparer.names.Same(x, v.firstHand(to)) || v.cites(to, from.Document) || v.links.credits[[2]string{to.Document, from.Document}] {
		return ""
	}
	return x
}

// bothQuoteSentence names two texts that quote one speaker, and what each has.
func (v *View) bothQuoteSentence(a, b *dossier.Figure, speaker string) string {
	return fmt.Sprintf("%s and %s both quote %s: %s has %s, %s has %s", v.named(a.Document), v.named(b.Document), the(speaker),
		v.named(a.Document), fullWords(a.Claim), v.named(b.Document), fullWords(b.Claim))
}

// voice returns whose words a document gives for a figure with no outlet between:
// whom it quotes first hand, or the office that publishes it, where it names nobody.
func (v *View) voice(f *dossier.Figure) string {
	if len(v.chain(f)) == 0 {
		if d := v.document(f.Document); d != nil && d.Publisher != "" && v.office(d.Publisher) {
			return d.Publisher
		}
	}
	return v.firstHand(f)
}

// office reports whether a publisher is an office and no outlet.
func (v *View) office(publisher string) bool {
	known, seen := v.offices[publisher]
	if !seen {
		known = v.Comparer.names.Office(publisher)
		v.offices[publisher] = known
	}
	return known
}

// bothNamed reports whether two tellings have named sources of their own, which
// are two: each then tells what its source said.
func (v *View) bothNamed(a, b *dossier.Figure) bool {
	x, y := v.firstHand(a), v.firstHand(b)
	return x != "" && y != "" && !v.Comparer.names.Same(x, y)
}

// firstHand returns the person or body that a document quotes for a figure with
// no outlet between; "" for none.
func (v *View) firstHand(f *dossier.Figure) string {
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

// changed makes the finding of two tellings that differ. A bound that was lost
// or won is a warning, and so is another number; "about" is no bound.
func changed(a, b *dossier.Figure, sentence string) Finding {
	f := Finding{Severity: Warning, Verdict: grade(a.Claim, b.Claim), Sentence: sentence, Inputs: rests(a, b)}
	if a.Claim.Relative != nil && b.Claim.Relative != nil {
		f.Verdict = ConsistentWithinRounding
	}
	if loose(a.Claim) && loose(b.Claim) && f.Verdict != Conflict && (a.Claim.Value == nil || b.Claim.Value == nil || a.Claim.Value.Equal(*b.Claim.Value)) {
		f.Severity = Info
	}
	return f
}

// loose reports whether a figure is told without a bound.
func loose(f claims.Figure) bool { return f.Qualifier == claims.Exact || f.Qualifier == claims.About }

// agrees reports whether some telling in the list commits to what the figure
// does.
func agrees(f *dossier.Figure, list []*dossier.Figure) bool {
	return slices.ContainsFunc(list, func(other *dossier.Figure) bool { return keeps(f.Claim, other.Claim) })
}

// bodies leaves headlines out.
func bodies(list []*dossier.Figure) []*dossier.Figure {
	return slices.DeleteFunc(slices.Clone(list), func(f *dossier.Figure) bool { return f.Headline })
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
