package findings

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// toldOtherwise makes the finding of a telling of which its source has the number, of the
// same thing, but by another unit of time, with another deed, or of another body.
func (s *sources) toldOtherwise(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Relative != nil || f.Claim.Act == claims.Deny || f.Claim.Value == nil && f.Claim.Qualifier != claims.Range || f.Claim.Value != nil && f.Claim.Per == "" && f.Claim.Value.Cmp(interval.Int(leastTold)) < 0 {
		return Finding{}, false
	}
	texts := s.of(f)
	if !texts.any() || v.ofAnotherYear(f) {
		return Finding{}, false
	}
	var from *Figure
	how, found := "", ""
	for _, c := range s.alike(f, texts) {
		g, t := c.figure, c.text
		if t.hold < byItsText || g.Headline || !sameAmountTold(&f.Claim, &g.Claim) || s.between(f, g, t) < byItsText || g.Claim.Act == claims.Deny || f.Claim.Unit != g.Claim.Unit || v.Comparer.Barred(f, g) || f.Claim.Unit == "" && !v.Comparer.things.Same(f.Claim.Counted, g.Claim.Counted) {
			continue
		}
		words := s.differs(f, g)
		if words == "" {
			return Finding{}, false // this one has it so
		}
		if shared := origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)); words != noWord && how == "" && (t.hold > byItsText && (f.Claim.Value == nil || significant(*f.Claim.Value) > 1) || shared >= enoughWords) {
			from, how, found = g, words, s.namingWords(f, g)
		}
	}
	if from == nil || v.hasSo(f, from) {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: NotComparable, Inputs: rests(from, f),
		Sentence: fmt.Sprintf("%s has %s%s; %s has %s: %s.", capital(v.named(f.Document)), fullWords(f.Claim), found, v.named(from.Document), fullWords(from.Claim), how)}, true
}

// sourceFigure is a figure of a text behind a telling.
type sourceFigure struct {
	figure *Figure
	text   sourceText
}

// alike returns the figures of the texts behind a telling that have its number in its
// unit, by whatever rate, or like it only bounds, in the order of the texts.
func (s *sources) alike(f *Figure, texts *behind) []sourceFigure {
	out := slices.Clone(s.alikeBehind(f))
	inOrderOf(texts, out, func(o sourceFigure) *knownDocument { return o.text.document })
	return out
}

// alikeBehind returns the same in the order of all figures.
func (s *sources) alikeBehind(f *Figure) []sourceFigure {
	return f.alike.get(func() []sourceFigure {
		var out []sourceFigure
		texts := s.of(f)
		for _, g := range s.view.unitNumbers()[s.view.unitNumberOf(f)] {
			if hold := texts.hold(g.document); hold > 0 {
				out = append(out, sourceFigure{g, sourceText{g.document, hold}})
			}
		}
		return out
	})
}

// sameBehind goes through those of them that have the very number of a telling, by its rate.
func (s *sources) sameBehind(f *Figure) iter.Seq2[*Figure, hold] {
	return func(yield func(*Figure, hold) bool) {
		number := s.view.amountOf(f)
		for _, c := range s.alikeBehind(f) {
			if c.figure.amount == number && !yield(c.figure, c.text.hold) {
				return
			}
		}
	}
}

// noWord stands for what differs in a way that says nothing.
const noWord = "-"

// differs says how a telling differs from that of its source: "" where it does not.
func (s *sources) differs(f, g *Figure) string {
	v := s.view
	a, b := &f.Claim, &g.Claim
	if a.Per != b.Per {
		if a.Per != "" && b.Per != "" || v.inAll(f) && b.Per != "" && !v.tellsSpan(g) || v.inAll(g) && a.Per != "" && !v.tellsSpan(f) {
			return fmt.Sprintf("one is told %s, the other %s", rateName(a.Per), rateName(b.Per))
		}
		return noWord
	}
	if x, y := v.befellThem(f), v.befellThem(g); x != "" && y != "" && x != y {
		return fmt.Sprintf("one counts %s, the other %s", plural(x), plural(y))
	}
	return s.otherScope(f, g)
}

// sameAmountTold reports whether two tellings give one number, or one range.
func sameAmountTold(a, b *claims.Figure) bool {
	if a.Value != nil && b.Value != nil {
		return a.Value.Equal(*b.Value) && (significant(*a.Value) > 1 || a.Per != "" && b.Per != "" && a.Per != b.Per)
	}
	return a.Value == nil && b.Value == nil && a.Qualifier == claims.Range && b.Qualifier == claims.Range && a.Stated.Equal(b.Stated)
}

// befellThem returns the family of what befell those counted: by the noun, the words beside
// it, or the verb behind ("homes have been destroyed").
func (v *View) befellThem(f *Figure) string {
	return f.befell.get(func() string { return v.findBefell(f) })
}

func (v *View) findBefell(f *Figure) string {
	if family, _ := v.Comparer.deed(&f.Claim); family != "" {
		return family
	}
	if v.Comparer.measures.eitherDeed(v.clauseText(f)) {
		return ""
	}
	after := clause(f.Claim.Quote.Suffix, false)
	for i, word := range after {
		if i > 3 {
			break
		}
		if family := v.Comparer.measures.verbs[word]; family != "" && i > 0 && slices.Contains([]string{"been", "were", "was", "are", "is", "being"}, after[i-1]) {
			return family
		}
	}
	return ""
}

// inAll reports whether the sentence of a number that is no rate tells it of several days,
// weeks or months.
func (v *View) inAll(f *Figure) bool {
	if f.Claim.Per != "" {
		return false
	}
	return v.sources().spans.MatchString(v.sentenceText(f))
}

// tellsSpan reports whether the sentence of a number tells a length of time: "240 euros a
// month, over two years", which is no more told in all than "240 euros over two years".
func (v *View) tellsSpan(f *Figure) bool {
	return v.sources().spans.MatchString(v.sentenceText(f))
}

func newSpans() *pattern {
	return newPattern(`(?i)\b(?:over|in|within|during|for) (?:the |its |all )?(?:first |next |last |full )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:hour|day|week|month|year)s\b`)
}

// hasSo reports whether the text of a telling also has its number as its source does.
func (v *View) hasSo(f, from *Figure) bool {
	return slices.ContainsFunc(v.home(f).own, func(h *Figure) bool {
		return h != f && sameAmountTold(&h.Claim, &from.Claim) && h.Claim.Unit == from.Claim.Unit && h.Claim.Per == from.Claim.Per && v.sources().differs(h, from) == ""
	})
}

// accusation makes the finding of what a text tells as a fact under a source that has it as
// an accusation which was rejected at once.
func (s *sources) accusation(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Value == nil || f.Claim.Act == claims.Deny || f.Claim.Unit == "percent" || len(v.sameNumber(f)) < 2 {
		return Finding{}, false
	}
	rejected := v.rejectedOf(v.amountOf(f))
	if len(rejected) == 0 {
		return Finding{}, false
	}
	if slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool { return g.Claim.Act == claims.Deny && v.mayBeOneThing(f, g) }) {
		return Finding{}, false // for the rule on denials
	}
	day := v.day(f)
	for _, g := range rejected {
		before := g.document.day
		if g.Document == f.Document || before != day && (before == "" || before > day) || v.ownedSince(f, g) || !s.restsOnAnswered(f, g) && !v.onlyToldOf(f, g) || !v.mayBeOneThing(f, g) && !v.sharesThing(f, g) && (g.Claim.Counted+g.Claim.Unit != "" || s.hold(f, v.home(g)) != byName) {
			continue
		}
		if f.Claim.Value.Cmp(interval.Int(leastTold)) < 0 && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < enoughWords {
			continue // a small number recurs by chance
		}
		if !v.namesClaimant(f, g) && (v.laidToAnswerer(f, g) || !v.claimedBesides(f, g)) && !v.denied().in("accuses", v.sentenceText(f)) && !v.answered(f) && !v.speaksOfDenial(f.Document) && !strings.Contains(strings.ToLower(v.home(f).document.Text), "reject") {
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, f),
				Sentence: fmt.Sprintf("%s has %s as a fact%s; %s has it as %s that was rejected.", capital(v.named(f.Document)), fullWords(f.Claim), s.namingWords(f, g), v.named(g.Document), v.rejected(g))}, true
		}
	}
	return Finding{}, false
}

// ownedSince reports whether the publisher of what is told as rejected told it as so before a telling.
func (v *View) ownedSince(f, g *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(k *Figure) bool {
		return k.Document != f.Document && v.home(k).document.Publisher == v.home(g).document.Publisher && v.after(k, g) && !v.after(k, f) && k.Claim.Act != claims.Deny && v.rejected(k) == "" && !v.answered(k)
	})
}

// rejected says as what a figure is told that its own or the next sentence tells as rejected:
// "an accusation" or "a claim"; "" where it is not.
func (v *View) rejected(g *Figure) string {
	return g.rejected.get(func() string { return v.findRejected(g) })
}

// rejectedOf returns the tellings of a number that are told as rejected, outside of headlines.
func (v *View) rejectedOf(number *amount) []*Figure {
	return number.rejected.get(func() []*Figure {
		var out []*Figure
		for _, g := range number.figures {
			if !g.Headline && v.rejected(g) != "" {
				out = append(out, g)
			}
		}
		return out
	})
}

func (v *View) findRejected(g *Figure) string {
	switch {
	case !v.answered(g):
		return ""
	case v.denied().in("accuses", v.sentenceText(g)):
		return "an accusation"
	case v.claimed(g) && v.answeredByAnother(g) && !v.besideAnother(g):
		return "a claim"
	case (len(v.chain(g)) > 0 || v.denied().in("heard", v.sentenceText(g))) && v.plainlyDenied(g) && !v.besideAnother(g):
		return "a claim"
	}
	return ""
}

// plainlyDenied reports whether the sentence behind a figure does nothing but deny what its own
// tells: "A spokesman denied this.", "This is false."
func (v *View) plainlyDenied(g *Figure) bool {
	next := strings.ToLower(v.sentenceBehind(g))
	at := v.denied().place("plain", next)
	return at >= 0 && len(next) < longestDenial && !v.sources().takesUpOther.MatchString(next[at:]) && !slices.ContainsFunc(v.claimants(g), func(h claims.Hop) bool { return namesLast(next, h) })
}

// longestDenial is how many bytes a sentence may have that does nothing but deny.
const longestDenial = 120

// answeredByAnother reports whether the sentence behind a figure rejects it, and names none of
// those who claim it before it does.
func (v *View) answeredByAnother(g *Figure) bool {
	next := strings.ToLower(v.sentenceBehind(g))
	at := v.denied().place("answer", next)
	return at >= 0 && !v.sources().takesUpOther.MatchString(next[at:]) && !slices.ContainsFunc(v.claimants(g), func(h claims.Hop) bool { return namesLast(next[:at], h) })
}

// besideAnother reports whether the sentence of a figure has another number of what it counts:
// of "28 people and not 26" a claim is the one, and its answer the other.
func (v *View) besideAnother(g *Figure) bool {
	return slices.ContainsFunc(v.inSentence(g), func(h *Figure) bool {
		return h != g && h.Claim.Unit == g.Claim.Unit && h.Claim.Per == g.Claim.Per && v.Comparer.things.Same(h.Claim.Counted, g.Claim.Counted)
	})
}

// namesClaimant reports whether the sentence of a figure or the next names one of those who
// claim another.
func (v *View) namesClaimant(f, g *Figure) bool {
	said := v.sentenceText(f) + " " + v.sentenceBehind(f)
	return slices.ContainsFunc(v.claimants(g), func(h claims.Hop) bool { return namesLast(said, h) })
}

// restsOnAnswered reports whether a telling hangs on the text of a figure that is rejected there;
// what is laid to the one who rejects it hangs on less.
func (s *sources) restsOnAnswered(f, g *Figure) bool {
	v, hold := s.view, s.hold(f, s.view.home(g))
	if hold >= byItsText || !v.laidToAnswerer(f, g) {
		return hold >= byItsText
	}
	return hold == besideIt || f.Claim.Value.Cmp(interval.Int(100)) >= 0 && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) > 1
}

// onlyToldOf reports whether a telling of an outlet that names no source can hardly be of anything but what
// another text tells as claimed: by its number, its noun and two more words, told by no third
// text without its claimant.
func (v *View) onlyToldOf(f, g *Figure) bool {
	if significant(*f.Claim.Value) < 2 || f.Claim.Value.Cmp(interval.Int(100)) < 0 || f.Claim.Counted == "" || g.Claim.Counted == "" || daysApart(v.day(f), v.day(g)) > longestTold || v.ofAnotherYear(f) || origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < 2 ||
		v.office(v.home(f).document.Publisher) || holds(strings.ToLower(v.sentenceText(f)), []string{"allege", "reportedly", "suppos", "said to ", "if true"}) {
		return false
	}
	return !slices.ContainsFunc(v.sameNumber(f), func(h *Figure) bool {
		return h.Document != f.Document && h.Document != g.Document && v.mayBeOneThing(f, h) && !v.namesClaimant(h, g) && !v.answered(h)
	})
}

// laidToAnswerer reports whether a text lays a figure to the one who rejects it in another.
func (v *View) laidToAnswerer(f, g *Figure) bool {
	answer := v.sentenceText(g) + " " + v.sentenceBehind(g)
	publisher := v.home(g).document.Publisher
	return slices.ContainsFunc(v.claimants(f), func(h claims.Hop) bool {
		return (namesLast(answer, h) || v.office(publisher) && v.plainlyDenied(g) && v.Comparer.names.Same(h.Name, publisher)) && !v.claims(h, g)
	})
}

// claims reports whether a source is one of those that a figure is laid to.
func (v *View) claims(h claims.Hop, g *Figure) bool {
	return slices.ContainsFunc(v.claimants(g), func(o claims.Hop) bool { return v.Comparer.names.Same(o.Name, h.Name) })
}

// namesLast reports whether a sentence has the last word of a source's name, or the one that
// says what it is.
func namesLast(sentence string, h claims.Hop) bool {
	words := strings.Fields(strings.ToLower(h.Name))
	sentence = strings.ToLower(sentence)
	return len(words) > 0 && (strings.Contains(sentence, words[len(words)-1]) || strings.Contains(sentence, strings.ToLower(kindOf(h.Name))))
}
