package findings

import (
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// timesApart is how many times one of two numbers may be the other where nothing but the noun
// says that they are of one thing.
const timesApart = 5

// twoThings reports whether two different numbers of one noun are likelier those of two things
// than one number told anew, as "640 nurses from abroad" and "18,400 nurses on strike": a text
// tells both, the words narrow one of them, one of the texts has a number that fits the other
// better or two that make the other, or they are many times apart.
func (v *View) twoThings(f, g *Figure) bool {
	if f.Claim.Value == nil || g.Claim.Value == nil {
		return false
	}
	shared := origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g))
	return shared < enoughWords && farApart(&f.Claim, &g.Claim) && misprint(*f.Claim.Value, *g.Claim.Value) == "" ||
		v.narrowedApart(f, g) || v.fitsBetter(f, g, shared) || v.fitsBetter(g, f, shared) ||
		v.sumThere(f, g.Document) || v.sumThere(g, f.Document) || v.toldTogether(f, g)
}

func farApart(a, b *claims.Figure) bool {
	times := interval.Int(timesApart)
	return a.Value.Cmp(b.Value.Mul(times)) > 0 || b.Value.Cmp(a.Value.Mul(times)) > 0
}

// toldTogether reports whether a text no later than the later of two numbers tells both of the
// noun, and neither as an earlier one.
func (v *View) toldTogether(f, g *Figure) bool {
	last := max(v.day(f), v.day(g))
	for _, h := range v.sameNumber(f) {
		if h.Headline || v.day(h) > last || !v.Comparer.things.Same(h.Claim.Counted, g.Claim.Counted) || v.isReplaced(h) {
			continue
		}
		for _, k := range v.home(h).own {
			if k.Claim.Value != nil && numberOf(&k.Claim) == numberOf(&g.Claim) && !k.Headline && !v.isReplaced(k) && v.Comparer.things.Same(k.Claim.Counted, f.Claim.Counted) && sameTime(&h.Claim, &k.Claim) && !v.countedAnew(h, k) {
				return true
			}
		}
	}
	return false
}

// countedAnew reports whether two numbers of one text are an earlier and a later count of one
// thing by its words.
func (v *View) countedAnew(h, k *Figure) bool {
	return slices.ContainsFunc([]*Figure{h, k}, func(f *Figure) bool {
		_, anew := v.earlierCount(f)
		before := strings.Fields(strings.ToLower(lastChars(v.sentenceBefore(f), 16)))
		return anew || len(before) > 0 && slices.Contains([]string{"from", "to"}, before[len(before)-1])
	})
}

// fitsBetter reports whether the text of f has another number of the noun that fits g better
// than f does: a nearer one with more words in common.
func (v *View) fitsBetter(f, g *Figure, shared int) bool {
	distance := func(c *claims.Figure) interval.Number {
		if away := c.Value.Sub(*g.Claim.Value); away.Sign() >= 0 {
			return away
		}
		return g.Claim.Value.Sub(*c.Value)
	}
	return slices.ContainsFunc(v.home(f).own, func(h *Figure) bool {
		c := &h.Claim
		if h == f || h.Headline || c.Value == nil || c.Relative != nil || c.Unit != g.Claim.Unit || c.Per != g.Claim.Per || c.Value.Equal(*f.Claim.Value) || c.Value.Equal(*g.Claim.Value) || !v.Comparer.things.Same(c.Counted, g.Claim.Counted) {
			return false
		}
		return distance(c).Cmp(distance(&f.Claim)) < 0 && origins.SharedWords(v.wordsBeside(h), v.wordsBeside(g)) > shared
	})
}

// narrowedApart reports whether the words narrow what one of two numbers counts, and the
// sentence of the other has none of them.
func (v *View) narrowedApart(f, g *Figure) bool {
	lacks := func(a, b *Figure) bool {
		narrow := v.narrowing(a)
		return len(narrow) > 0 && origins.SharedWords(narrow, v.wordsBeside(b)) == 0
	}
	return lacks(f, g) || lacks(g, f)
}

// narrowing returns the words that narrow what a figure counts: those before the noun, as
// "foreign nurses", and those right behind it, as "from abroad", "on strike", "hired abroad".
func (v *View) narrowing(f *Figure) map[string]bool {
	return f.narrow.get(func() map[string]bool { return v.findNarrowing(f) })
}

func (v *View) findNarrowing(f *Figure) map[string]bool {
	out := map[string]bool{}
	head := origins.Head(f.Claim.Counted)
	for word := range origins.Words(f.Claim.Counted) {
		if origins.Head(word) != head {
			out[word] = true
		}
	}
	_, behind := v.around(f)
	after := clause(behind+".", false)
	noun := slices.IndexFunc(after[:min(len(after), mostBeforeNoun)], func(word string) bool { return origins.Head(word) == head })
	if head == "" || noun < 0 || noun+2 >= len(after) || !narrows(after[noun+1], after[noun+2]) {
		return out
	}
	after = after[noun+1:]
	for word := range origins.Words(strings.Join(after[:min(len(after), mostNarrowing)], " ")) {
		out[word] = true
	}
	return out
}

// mostBeforeNoun is how many words behind a number its noun is looked for among, mostNarrowing
// how many words behind the noun may narrow it.
const mostBeforeNoun, mostNarrowing = 5, 4

// narrows reports whether the two words behind a noun begin what narrows it: "from abroad",
// "on strike", "employed in". Days and months only say when.
func narrows(first, second string) bool {
	places := []string{"in", "by", "abroad", "from", "at", "for", "on", "under", "with", "as"}
	switch first {
	case "from", "with", "without", "aged", "under", "over", "who", "whose", "on":
		return len(second) > 2 && !strings.HasSuffix(second, "day") && !slices.Contains([]string{"the", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}, second)
	}
	return strings.HasSuffix(first, "ed") && slices.Contains(places, second)
}
