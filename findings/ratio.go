package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// ratio works out what a figure told as a multiple of another implies for that
// other, and sets it against what the dossier has of it. Its term in
// statistical offices is a ratio edit, low <= x/y <= high.
func ratio() Rule {
	return Rule{ID: "ratio", Version: 5, Title: "What does a multiple imply for its base?", Look: func(v *View) []Finding {
		things := v.Comparer.things
		var known []multiple
		var unclear []*Figure
		list := v.Figures
		for i, f := range list {
			if !told(f.Claim) {
				continue
			}
			if i+1 < len(list) && v.toldBehind(f, list[i+1]) || v.asLong(f) || yearsCount(f.Claim.Relative.Base) {
				continue // "twice as many, about 900 a day", "twice as long", "twice as many as in all of 2023"
			}
			if anchor, ok := multipleOf(list[:i], things, f); ok && !v.isItsBase(anchor, f) {
				known = joined(known, multiple{factor: f.Claim.Relative.Factor, tellings: []*Figure{f}, anchors: []*Figure{anchor}})
			} else {
				unclear = append(unclear, f)
			}
		}
		var out []Finding
		for _, m := range known {
			out = append(out, implied(v, things, m))
		}
		said := map[string]bool{} // by the rule on arithmetic
		if len(unclear) > 0 {
			for _, worked := range v.worked() {
				for _, in := range worked.Inputs {
					said[in.Figure] = true
				}
			}
		}
		for _, f := range unclear {
			if found, ok := v.fittingBase(f); ok && !said[f.ID] {
				out = append(out, found)
			}
		}
		return out
	}}
}

// countOfYear matches the words for what was counted in a year.
var countOfYear = newPattern(`(?i)\b(?:in|during|for|over) (?:the (?:whole|course) of |all (?:of )?|the year )?(?:19|20)\d\d\b`)

// yearsCount reports whether a base is the count of a year.
func yearsCount(base string) bool {
	return countOfYear.MatchString(base) && !slices.ContainsFunc(strings.Fields(strings.ToLower(base)), aRate)
}

// asLong reports whether a multiple is of a length, a speed or an age, and no count.
func (v *View) asLong(f *Figure) bool {
	words := strings.Fields(v.after40(f))
	return len(words) > 1 && words[0] == "as" && slices.Contains([]string{"long", "far", "fast", "old", "wide", "deep", "tall", "heavy", "early", "late", "quickly", "slowly"}, strings.Trim(words[1], ".,;:"))
}

// told reports whether a figure is told as a multiple of another.
func told(f claims.Figure) bool {
	if f.Relative == nil || f.Act == claims.Deny {
		return false
	}
	factor := f.Relative.Factor
	return factor.Min.Bounded && factor.Max.Bounded && factor.Min.Value.Sign() > 0 && !factor.Empty()
}

// multiple is one multiple of one figure, as one or more documents tell it.
type multiple struct {
	factor   interval.Interval
	tellings []*Figure
	anchors  []*Figure // the figure told as a multiple, in the same documents
}

// joined adds a multiple to those of the same factor and amount.
func joined(list []multiple, m multiple) []multiple {
	for i := range list {
		a, b := list[i].anchors[0].Claim, m.anchors[0].Claim
		if list[i].factor.Equal(m.factor) && a.Value.Equal(*b.Value) && a.Per == b.Per {
			list[i].tellings, list[i].anchors = append(list[i].tellings, m.tellings...), append(list[i].anchors, m.anchors...)
			return list
		}
	}
	return append(list, m)
}

// multipleOf returns the figure that is told as a multiple: of those before it
// the nearest rate in its document that counts a compatible thing, in the body
// rather than in the headline.
func multipleOf(before []*Figure, things *origins.Things, f *Figure) (*Figure, bool) {
	var headline *Figure
	for _, g := range slices.Backward(before) {
		if g.Document != f.Document {
			break
		}
		c := g.Claim
		if r := c.Relative; r != nil && !r.Factor.Equal(f.Claim.Relative.Factor) && !g.Headline {
			break // "77 a month, half as many. It hired twice as many as in 2023"
		}
		if c.Relative == nil && c.Unit == "" && c.Per == "" && !g.Headline && !namesBase(things, f.Claim, c) && f.Claim.Per == "" && g.Claim.Number.Start+nearBase > f.Claim.Number.Start && aRate(origins.Head(f.Claim.Counted)) {
			return nil, false // "the number" is that of what is counted last
		}
		if c.Relative != nil || c.Value == nil || c.Value.Sign() <= 0 || c.Unit != "" || c.Per == "" || f.Claim.Per != "" && f.Claim.Per != c.Per ||
			c.Act == claims.Deny || !sameBase(things, f.Claim, c) || g.Claim.Number.End+nearBase < f.Claim.Number.Start && !namesBase(things, f.Claim, c) {
			continue
		}
		if !g.Headline {
			return g, true
		}
		if headline == nil {
			headline = g
		}
	}
	return headline, headline != nil
}

// behindIt matches what stands between a multiple and the number that it comes to.
var behindIt = newPattern(`(?i)^(?: as (?:many|much|large|high)| that(?: number)?| the number)?(?:,| –| —| \(|, or|, to)? $`)

// isItsBase reports whether a multiple whose words name no base is one of the number before
// it instead of that number told as a multiple: "some 600 are checked a day. The goal is three
// times as high", "and the goal is three times that".
func (v *View) isItsBase(before, f *Figure) bool {
	words, near := v.between(before, f)
	that, none := strings.HasPrefix(strings.TrimSpace(v.after40(f)), "that"), f.Claim.Relative.Base == ""
	apart := !near || that && strings.ContainsAny(words, ",;") // "the goal of 40 a day was five times that rate" is a multiple of another
	return !before.Headline && (apart && (that || none) || that && none)
}

// toldBehind reports whether a rate right behind a multiple is what the multiple comes to.
func (v *View) toldBehind(f, next *Figure) bool {
	between, near := v.between(f, next)
	return near && next.Claim.Per != "" && next.Claim.Relative == nil && behindIt.MatchString(between)
}

// nearBase is how many characters before it the rate may stand that a multiple of "the
// number" or "the rate" is one of: these may be of anything.
const nearBase = 250

// namesBase reports whether the words of a multiple name what another figure counts.
func namesBase(things *origins.Things, multiple, other claims.Figure) bool {
	if head := origins.Head(multiple.Counted); head != "" && !aRate(head) {
		return things.Same(multiple.Counted, other.Counted)
	}
	return slices.ContainsFunc(strings.Fields(multiple.Relative.Base), func(word string) bool {
		word = strings.ToLower(strings.Trim(word, ".,;:"))
		return things.Known(word) && things.Same(word, other.Counted)
	})
}

// sameBase reports whether a multiple counts what another figure counts. A
// multiple of "the rate" or "the daily average" may be one of any rate.
func sameBase(things *origins.Things, multiple, other claims.Figure) bool {
	if head := origins.Head(multiple.Counted); head != "" && !aRate(head) && things.Same(multiple.Counted, other.Counted) {
		return true
	}
	words := strings.Fields(strings.ToLower(multiple.Counted + " " + multiple.Relative.Base))
	rate := false
	for _, word := range words {
		word = strings.Trim(word, ".,;:")
		if things.Known(word) {
			if things.Same(word, other.Counted) {
				return true
			}
		}
		rate = rate || aRate(word)
	}
	// Words of another thing ("triple the rate of removals") speak against it.
	return rate && !slices.ContainsFunc(words, func(word string) bool { return things.Known(word) && !aRate(word) })
}

func aRate(word string) bool {
	switch word {
	case "rate", "average", "pace", "level", "daily", "weekly", "monthly", "figure", "number":
		return true
	}
	return false
}

// implied makes the finding of one multiple: the base it implies, and which
// outcomes told in the dossier would make it another multiple.
func implied(v *View, things *origins.Things, m multiple) Finding {
	f, anchor := m.tellings[0].Claim, m.anchors[0].Claim
	level := interval.Point(*anchor.Value)
	base := interval.Ratio(level, m.factor)
	out := Finding{Severity: Info, Verdict: Consistent, Interval: &base, Inputs: rests(append(slices.Clone(m.tellings), m.anchors...)...)}
	what := per(anchor.Per)
	if thing := m.thing(); thing != "" {
		what = " " + thing + what
	}
	about := "about "
	if base.IsPoint() {
		about = ""
	}
	compared := ""
	if words := f.Relative.Base; words != "" && len(words) <= longestQuote {
		compared = " (" + quoted(words) + ")"
	}
	out.Sentence = fmt.Sprintf("If %s%s %s %s, as %s, the number that it is compared with%s was %s%s%s", anchor.Value.Grouped(2), what, are(anchor), words(f),
		v.saying(m.tellings), compared, about, rounded(base), what)
	var outside []string
	for _, rival := range rivals(v, m) {
		factor := interval.Ratio(level, rival.Claim.Stated)
		if !interval.Meet(factor, halfMore(m.factor)).Empty() {
			continue
		}
		out.Inputs = append(out.Inputs, input(rival))
		if len(outside) < mostNamed {
			times := factor.Min.Value.Grouped(1)
			if !factor.IsPoint() {
				times = rounded(factor)
			}
			outside = append(outside, fmt.Sprintf("%s times the %s told by %s", times, phrase(rival.Claim), v.named(rival.Document)))
		}
	}
	if len(outside) > 0 {
		out.Severity, out.Verdict = Warning, Conflict
		out.Sentence += "; but " + anchor.Value.Grouped(2) + " is " + listed(outside)
	}
	out.Sentence += "."
	return out
}

// saying names the documents that tell a multiple: "The Wire and The Herald say".
func (v *View) saying(tellings []*Figure) string {
	var names []string
	for _, f := range tellings {
		if name := v.named(f.Document); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 1 {
		return names[0] + " says"
	}
	return listed(names) + " say"
}

func are(f claims.Figure) string {
	if f.Value != nil && f.Value.Equal(interval.Int(1)) {
		return "is"
	}
	return "are"
}

// halfMore is what a multiple told in words allows: 2.6 and 3.4 are still told as
// "triple", for multiples are rounded to whole ones. A bound stays.
func halfMore(factor interval.Interval) interval.Interval {
	low, high := factor.Min.Value, factor.Max.Value
	middle := low.Add(high).Div(interval.Int(2))
	if !middle.IsInt() || middle.Cmp(interval.Int(2)) < 0 {
		return interval.Hull(factor, loosely(interval.Point(middle)))
	}
	return interval.Hull(factor, interval.Between(middle.Sub(interval.Frac(1, 2)), middle.Add(interval.Frac(1, 2))))
}

// thing returns what is counted, in words that stand beside a number in some
// telling; otherwise in the words of the multiple ("the number of arrests").
func (m multiple) thing() string {
	for _, f := range m.anchors {
		if c := f.Claim; c.Counted != "" && strings.Contains(c.Quote.Exact, c.Counted) {
			return plainThing(c.Counted)
		}
	}
	for _, f := range m.tellings {
		if c := f.Claim; c.Counted != "" && !aRate(origins.Head(c.Counted)) {
			return plainThing(c.Counted)
		}
	}
	return plainThing(m.anchors[0].Claim.Counted)
}

// plainThing leaves out of a counted thing what the rate says already: "daily
// arrests" a day are arrests a day.
func plainThing(counted string) string {
	for _, word := range []string{"daily ", "weekly ", "monthly ", "yearly ", "annual ", "hourly "} {
		counted = strings.TrimPrefix(counted, word)
	}
	return counted
}

// mostNamed is how many figures of one kind a sentence names.
const mostNamed = 3

// rivals returns the outcomes told in the dossier for what the base may be: the
// same rate of the same thing by the same body, told no later.
func rivals(v *View, m multiple) []*Figure {
	anchor := m.anchors[0].Claim
	last := ""
	for _, f := range m.tellings {
		last = max(last, v.home(f).document.Published)
	}
	var out []*Figure
	for _, g := range v.heads[headKey{anchor.Per, v.Comparer.things.Head(anchor.Counted)}] {
		c := g.Claim
		if !outcome(c, anchor) || c.Per != anchor.Per || c.Unit != "" || c.Value == nil || c.Value.Sign() <= 0 || c.Relative != nil || c.Qualifier == claims.Vague || c.Act == claims.Deny {
			continue
		}
		if c.Value.Equal(*anchor.Value) || c.Counted == "" || v.Comparer.things.Head(c.Counted) != v.Comparer.things.Head(anchor.Counted) {
			continue
		}
		if c.Organisation != anchor.Organisation && c.Organisation != "" && anchor.Organisation != "" {
			continue
		}
		if c.About != nil && last != "" && string(c.About.From) > last {
			continue
		}
		out = append(out, g)
	}
	return out
}

// outcome reports whether a figure tells how things were: a measured outcome,
// or what is told as a fact of a time before the figure that is a multiple.
func outcome(f, anchor claims.Figure) bool {
	if f.Stage == claims.Result {
		return true
	}
	around := strings.ToLower(f.Quote.Prefix + f.Quote.Exact + f.Quote.Suffix)
	for _, word := range []string{"target", "quota", "goal", "demand"} {
		if strings.Contains(around, word) {
			return false
		}
	}
	return (f.Act == claims.Assert || f.Act == claims.Estimate) && f.About != nil && f.About.To != "" &&
		anchor.About != nil && anchor.About.From != "" && f.About.To < anchor.About.From
}

// fittingBase makes the finding of a multiple of a number that stands elsewhere in its
// text: "around 900 troops, three times the number first sent", where 300 troops are
// told too. A multiple with no such number, or with several, is left alone: what it
// is a multiple of is for a reader to say.
func (v *View) fittingBase(f *Figure) (Finding, bool) {
	list := v.home(f).own
	at := slices.Index(list, f)
	if at < 1 || f.Headline {
		return Finding{}, false
	}
	anchor := list[at-1]
	c := anchor.Claim
	if _, near := v.between(anchor, f); !near || c.Unit != "" || c.Per != "" || c.Relative != nil || c.Value == nil || c.Value.Sign() <= 0 || c.Counted == "" {
		return Finding{}, false
	}
	var base *Figure
	for _, g := range list {
		b := g.Claim
		if g == anchor || g.Headline || b.Unit != "" || b.Per != "" || b.Relative != nil || b.Value == nil || b.Value.Sign() <= 0 || b.Counted == "" || b.Act == claims.Deny || !v.Comparer.things.Same(b.Counted, c.Counted) ||
			!loosely(f.Claim.Relative.Factor).Contains(c.Value.Div(*b.Value)) {
			continue
		}
		if base != nil && !base.Claim.Value.Equal(*b.Value) {
			return Finding{}, false
		}
		base = g
	}
	if base == nil {
		return Finding{}, false
	}
	stated := interval.Point(*base.Claim.Value)
	return Finding{Severity: Info, Verdict: Consistent, Interval: &stated, Inputs: rests(anchor, f, base),
		Sentence: fmt.Sprintf("In %s, %s are %s, which fits the %s that the text tells too.", v.named(f.Document), phrase(c), words(f.Claim), phrase(base.Claim))}, true
}
