package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// longestSpanTold is how many days may lie between two texts that tell one length of time, or
// one percentage: both are measured again.
const longestSpanTold = 7

// toldSpan is a length of time for which something goes on, or a percentage, with what its
// sentence says of it.
type toldSpan struct {
	figure  *Figure
	stays   bool   // it says how long people stay, or an event lasts
	aside   string // that makes it another: "each", "another"
	average bool
	matter  map[string]bool // words of its clause that say of what it is told, and whether they are names
	about   []string        // who stays, or what lasts
}

// spanOtherwise makes the finding of a length of time, or a percentage, of which the source
// of a telling has another in the same matter: "for 90 days" and "for 30 days".
func (s *sources) spanOtherwise(f *Figure) (Finding, bool) {
	v := s.view
	if !mayBeSpan(&f.Claim) || f.Headline || v.isReplaced(f) || v.saysAnew(f) || v.ofAnotherYear(f) {
		return Finding{}, false
	}
	texts := s.of(f)
	if !texts.any() || f.Claim.Unit == "percent" && len(v.chain(f)) == 0 {
		return Finding{}, false // percentages of one kind are many
	}
	here, ok := v.spanOf(f)
	if !ok {
		return Finding{}, false
	}
	var from *Figure
	for _, t := range texts.all() {
		if t.document.daysFrom(v.home(f)) > longestSpanTold && !here.average {
			continue
		}
		for _, g := range t.document.own {
			if g.Claim.Unit == f.Claim.Unit && g.Claim.Value != nil && g.Claim.Value.Equal(*f.Claim.Value) {
				return Finding{}, false // the source has this one too
			}
			if g.Headline || !mayBeSpan(&g.Claim) || !spansApart(&f.Claim, &g.Claim) || v.isReplaced(g) {
				continue
			}
			there, ok := v.spanOf(g)
			hold := s.between(f, g, t)
			if hold == besideIt && !slices.ContainsFunc(v.chain(f), func(h claims.Hop) bool { return !nameless(h) }) {
				hold = byItsText // "the auditors wrote"
			}
			if !ok || hold < byItsText || !v.oneSpan(&here, &there, hold) {
				continue
			}
			if from != nil && !from.Claim.Value.Equal(*g.Claim.Value) {
				return Finding{}, false // which of the two is not said
			}
			from = g
		}
	}
	if from == nil || slices.ContainsFunc(v.home(f).own, func(h *Figure) bool {
		return h.Claim.Unit == from.Claim.Unit && h.Claim.Value != nil && h.Claim.Value.Equal(*from.Claim.Value)
	}) {
		return Finding{}, false
	}
	how := ""
	if slip := misprint(*f.Claim.Value, *from.Claim.Value); slip != "" && f.Claim.Unit == from.Claim.Unit {
		how = "; " + slip
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(from, f), Sentence: fmt.Sprintf("%s has %s%s; %s has %s%s.",
		capital(v.named(f.Document)), fullWords(f.Claim), s.namingWords(f, from), v.named(from.Document), fullWords(from.Claim), how)}, true
}

// mayBeSpan reports whether a figure is a percentage or a length of time, and no change.
func mayBeSpan(c *claims.Figure) bool {
	switch c.Unit {
	case "percent", "hour", "day", "week", "month":
		return c.Value != nil && c.Relative == nil && c.Per == "" && c.Direction == "" && c.Act != claims.Deny
	}
	return false
}

// spansApart reports whether two spans cannot both be right; weeks and months are told in days.
func spansApart(a, b *claims.Figure) bool {
	exact := a.Qualifier == claims.Exact && b.Qualifier == claims.Exact // "20 days" is no 25
	if a.Unit == b.Unit {
		differ := grade(*a, *b) == Conflict || exact && !interval.Between(a.Value.Sub(interval.Frac(99, 100)), a.Value.Add(interval.Frac(99, 100))).Contains(*b.Value)
		return differ && (a.Unit != "percent" || !a.Value.Add(*b.Value).Equal(interval.Int(100)))
	}
	days := map[string]int64{"day": 1, "week": 7, "month": 30}
	x, y := interval.Int(days[a.Unit]).Mul(*a.Value), interval.Int(days[b.Unit]).Mul(*b.Value)
	if x.Equal(interval.Int(0)) || y.Equal(interval.Int(0)) || !exact {
		return false
	}
	return !interval.Between(x.Mul(interval.Frac(85, 100)).Sub(interval.Int(2)), x.Mul(interval.Frac(115, 100)).Add(interval.Int(2))).Contains(y)
}

// spanOf reads what is told of a span; false where it is a distance of time, an age, or one
// of two.
func (v *View) spanOf(f *Figure) (toldSpan, bool) {
	out := toldSpan{figure: f, matter: map[string]bool{}}
	before, after := v.around(f)
	tokens, behind := v.dayReader().wordsAt(before), v.dayReader().wordsAt(after)
	share := f.Claim.Unit == "percent"
	if !share && !v.lasts(f, tokens, behind, &out) {
		return out, false
	}
	for _, w := range slices.Concat(tokens, behind) {
		switch {
		case w.is("aside"):
			out.aside = w.text
		case w.text == "average":
			out.average = true
		}
	}
	from := 0
	for i, w := range slices.Backward(tokens) {
		if strings.ContainsAny(w.raw[len(w.raw)-1:], ",;:—") {
			from = i + 1
			break
		}
	}
	clause := slices.Clone(tokens[from:])
	if len(tokens) > 0 && from > 0 && tokens[0].is("relation") { // "In rural districts, 20 per cent"
		lead := slices.IndexFunc(tokens, func(w word) bool { return strings.HasSuffix(w.raw, ",") })
		clause = append(clause, tokens[:lead+1]...)
	}
	for _, w := range behind {
		if w.text == "and" || w.text == "but" || w.text == "while" {
			break
		}
		clause = append(clause, w)
		if strings.ContainsAny(w.raw[len(w.raw)-1:], ",;:—") {
			break
		}
	}
	if from > 0 && len(tokens)-from < 2 { // "in 27 of the 90 schools, or 30 per cent, a delivery was late"
		clause = slices.Concat(tokens, behind)
	}
	named := map[string]bool{}
	for _, hop := range f.Claim.Attribution.Chain {
		for _, w := range strings.Fields(strings.ToLower(hop.Name)) {
			named[w] = true
		}
	}
	for _, w := range clause {
		if named[w.text] || w.is("calendar") || w.is("stay") || w.is("event") || w.text == "average" || f.Claim.Unit == w.text || f.Claim.Unit+"s" == w.text {
			continue
		}
		if w.text == "men" || len(origins.Words(w.text)) > 0 {
			out.matter[origins.Head(w.text)] = isName(w.raw) && w.start > 0
		}
	}
	return out, true
}

// lasts reads who stays, or what goes on, for a length of time; false where nothing does.
func (v *View) lasts(f *Figure, before, behind []word, out *toldSpan) bool {
	limited := strings.HasPrefix(strings.ToLower(f.Claim.Quote.Exact), "limited to")
	if len(before) == 0 || !limited && before[len(before)-1].text != "for" && !before[len(before)-1].is("stay") {
		return false
	}
	for _, w := range behind[:min(len(behind), 3)] {
		if w.is("distance") {
			return false
		}
	}
	begin, end := v.sentenceAround(f)
	for _, g := range v.home(f).own {
		if n := g.Claim.Number; g != f && n.Start >= begin && n.End <= end && mayBeSpan(&g.Claim) && g.Claim.Unit != "percent" && !v.instead(g) {
			return false // "for six days, and rest for two"
		}
	}
	verb := slices.IndexFunc(before, func(w word) bool { return w.is("stay") })
	out.stays = limited || verb >= 0
	if verb < 0 {
		verb = len(before)
	}
	if verb > 0 && (before[verb-1].text == "has" || before[verb-1].text == "have") {
		return false // it goes on
	}
	again := false
	for _, w := range before[:verb] {
		again = again || w.is("event") || w.is("gathering") || slices.Contains([]string{"they", "it", "these", "he", "she"}, w.text)
		out.about = append(out.about, w.text)
	}
	if again {
		for _, w := range wordsAt(v.sentenceTextBefore(f)) {
			out.about = append(out.about, w.text)
		}
	}
	out.about = slices.DeleteFunc(out.about, func(w string) bool {
		return len(w) < 4 || slices.Contains([]string{"will", "would", "have", "been", "they", "that", "said", "with"}, w)
	})
	return true
}

// instead reports whether a number is only told as not the one: "and not for two weeks".
func (v *View) instead(f *Figure) bool {
	before, _ := v.around(f)
	return strings.HasSuffix(strings.TrimSuffix(before, "for "), "not ")
}

// oneSpan reports whether two spans are told of one matter.
func (v *View) oneSpan(a, b *toldSpan, hold hold) bool {
	x, y := &a.figure.Claim, &b.figure.Claim
	if a.aside != b.aside || a.average != b.average || (x.Unit == "percent") != (y.Unit == "percent") || !v.mayBeOfOne(a.figure, b.figure) || !sameTime(x, y) ||
		x.Unit == "percent" && x.Counted != "" && y.Counted != "" && !v.Comparer.things.Same(x.Counted, y.Counted) {
		return false
	}
	things := v.Comparer.things
	has := func(o *toldSpan, word string) bool {
		if _, found := o.matter[word]; found {
			return true
		}
		return a.stays && b.stays && slices.ContainsFunc(o.about, func(other string) bool { return things.Same(word, other) })
	}
	mine, theirs, shared := 0, 0, 0 // words that only one has, and both
	for word, name := range a.matter {
		switch {
		case has(b, word):
			shared++
		case name:
			return false // told of another place
		default:
			mine++
		}
	}
	for word, name := range b.matter {
		if !has(a, word) {
			theirs++
			if name {
				return false
			}
		}
	}
	if mine > 0 && theirs > 0 || mine+theirs > mostAside {
		return false
	}
	if hold == byName && shared >= enoughWords || shared > enoughWords {
		return true
	}
	return a.stays && b.stays && (hold == byName || a.average) && slices.ContainsFunc(a.about, func(x string) bool {
		return slices.ContainsFunc(b.about, func(y string) bool { return origins.Head(x) == origins.Head(y) || things.Same(x, y) })
	})
}

// mostAside is how many words of a clause the other may lack where both are of one matter.
const mostAside = 1
