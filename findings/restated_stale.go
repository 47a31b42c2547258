package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// nowWords find how a text tells that a number holds as it is written.
type nowWords struct {
	always  *pattern // whatever the verb
	present *pattern // where the verb is of the present
	verb    *pattern // of the present
	past    *pattern // of the past
	dated   *pattern // of a day told
	tally   *pattern // a count of what is told elsewhere
}

func newNowWords() *nowWords {
	const days = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`
	const months = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	return &nowWords{
		always:  newPattern(`(?i)\b(?:as (?:these lines|this|this article|this column|this piece) (?:are|is) (?:being )?(?:written|printed)|as (?:I|we) (?:write|go to press)|at (?:the time of writing|this moment|the moment|this hour)|as of (?:now|today|tonight|this \w+)|to this day|right now)\b`),
		present: newPattern(`(?i)\b(?:now|today|tonight|currently|at present|these days|still|this (?:week|weekend|morning|evening|afternoon|month|spring|summer|autumn|winter|` + days + `))\b`),
		verb:    newPattern(`(?i)\b(?:is|are|has|have|stands?|lies?|lie|lives?|sleeps?|waits?|remains?|sits?|numbers?|holds?|houses?|shelters?|needs?|depends?|counts?|makes?|totals?|amounts?|runs?|comes?)\b`),
		past:    newPattern(`(?i)\b(?:was|were|had|stood|lay|lived|slept|waited|remained|numbered|held|told|reported|announced)\b`),
		dated:   newPattern(`(?i)\b(?:on|by|until|at|before|after|in) (?:the )?(?:(?:evening|morning|end|night|beginning|middle) of )?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + months + `|` + months + `\b|(?:last )?` + days + `)|\b(?:last|previous) (?:week|month|year|weekend|` + days + `)|\b(?:yesterday|then|at the time|at first|originally|initially|earlier|at the height|at its peak|ago)\b`),
		tally:   newPattern(`(?i)\b(?:tally|count|total|number|figure|toll|score)s?\b[^.;:]{0,40}$`),
	}
}

// nowWords returns the words by which a number is told as it is now.
func (v *View) nowWords() *nowWords { return v.wordings.now.get(newNowWords) }

// tellsToday reports whether the words beside a figure say that it holds as its text is
// written: "this weekend 3,840 people are sleeping", "stands, as of this Friday, at 20,720".
func (v *View) tellsToday(f *Figure) bool {
	words := v.nowWords()
	before, after := v.around(f)
	if at := strings.LastIndexAny(before, ";:—"); at >= 0 {
		before = before[at:]
	}
	before = lastChars(before, longestNow)
	after = after[:clauseTo(after)]
	near := before + " # " + after
	clause := v.clauseText(f)
	if words.dated.MatchString(clause) || words.past.MatchString(clause) {
		return false
	}
	return words.always.MatchString(near) || words.present.MatchString(near) && words.verb.MatchString(before+" "+clause) && !words.past.MatchString(near)
}

// longestNow is how many bytes before a number the words may begin that tell it as of now.
const longestNow = 80

// staleCount makes the finding of a count that a text tells as holding now, although it is what a text
// before told of an earlier day, and a later count of the same by the same body was out: also
// of what may fall, as people in shelters.
func (v *View) staleCount(f *Figure) (Finding, bool) {
	c := &f.Claim
	if f.Headline || c.Value == nil || c.Per != "" || c.Relative != nil || c.Direction != "" || c.Unit == "percent" || c.Unit == "share" || f.document.day == "" || c.Act == claims.Deny || c.Qualifier != claims.Exact ||
		c.Value.Cmp(interval.Int(leastTold)) < 0 || significant(*c.Value) < 3 || len(v.sameNumber(f)) < 2 || !v.tellsToday(f) || v.running().open.MatchString(v.clauseText(f)) || v.ofAPart(f) || v.pointsBack(f) {
		return Finding{}, false
	}
	var was, now *Figure
	for _, g := range v.sameNumber(f) {
		if !v.countOf(g) || g.document.day == "" || g.document.nth >= f.document.nth || f.document.nth-g.document.nth > longestTold || !v.toldAnew(f, g) {
			continue
		}
		if later := v.countAfter(f, g); later != nil && (now == nil || later.document.nth > now.document.nth) {
			was, now = g, later
		}
	}
	if now == nil || slices.ContainsFunc(v.sameNumber(f), func(h *Figure) bool { // told again by an office since
		return h.document.nth > now.document.nth && h.document.nth <= f.document.nth && h.document != f.document && h.document.document != nil && v.office(h.document.document.Publisher)
	}) {
		return Finding{}, false
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(f, now, was),
		Sentence: fmt.Sprintf("%s has %s as the number now, which %s has of an earlier day; by then %s had %s.", capital(v.dated(f.Document)), fullWords(f.Claim), v.dated(was.Document), v.dated(now.Document), fullWords(now.Claim))}, true
}

// countOf reports whether a figure may be a count of how things stood.
func (v *View) countOf(f *Figure) bool {
	c := &f.Claim
	switch c.Stage {
	case claims.CalledFor, claims.Target, claims.Pledged, claims.Ordered:
		return false
	}
	return !f.Headline && c.Value != nil && c.Per == "" && c.Relative == nil && c.Direction == "" && (c.Act == claims.Assert || c.Act == claims.Request && c.Stage != claims.CalledFor) && !v.isReplaced(f) && !v.ofAnotherYear(f)
}

// toldAnew reports whether a number told as it is now is that which a text told before: of one
// thing by the noun and the words beside it, or by four digits and a text that names whose it is.
func (v *View) toldAnew(f, was *Figure) bool {
	shared := origins.SharedWords(v.wordsBeside(f), v.wordsBeside(was))
	before, _ := v.around(f)
	tally := significant(*f.Claim.Value) > 3 && v.nowWords().tally.MatchString(before) && v.linkedTexts(f, was)
	return (shared > 1 || shared > 0 && v.sameNoun(f.Claim, was.Claim) || tally) && v.sources().otherScope(f, was) == "" && !v.Comparer.Barred(f, was)
}

func (v *View) linkedTexts(f, g *Figure) bool {
	return v.sources().linked(f.document, g.document) || v.mentions(f.Document, g.Document) || strings.Contains(f.document.document.Text, " "+strings.ToLower(kindOf(g.document.document.Publisher)))
}

// countAfter returns the count that took the place of an earlier one before a text tells that one as
// it is now: the one with the most words in common in the last text that has one; nil for none, or
// for several.
func (v *View) countAfter(f, was *Figure) *Figure {
	var best *Figure
	most, tied := 0, false
	for _, known := range v.telling {
		if known.document == nil || known.day == "" || known.nth < was.document.nth || known.nth >= f.document.nth {
			continue
		}
		for _, g := range known.own {
			shared, ok := v.isCountAfter(f, was, g)
			switch {
			case !ok:
			case best == nil || known.nth > best.document.nth || shared > most:
				best, most, tied = g, shared, false
			case shared == most && !g.Claim.Value.Equal(*best.Claim.Value):
				tied = true
			}
		}
	}
	if tied {
		return nil
	}
	return best
}

// isCountAfter reports whether a figure is a later count of the same, with how many words it has
// in common with the two tellings of the earlier.
func (v *View) isCountAfter(f, was, g *Figure) (int, bool) {
	c, d, e := &f.Claim, &g.Claim, &was.Claim
	if d.Unit != c.Unit || !v.countOf(g) || d.Value.Equal(*c.Value) || d.Value.Cmp(interval.Int(leastTold)) < 0 || above(interval.Point(*d.Value), interval.Point(c.Value.Mul(interval.Int(3)))) || above(interval.Point(*c.Value), interval.Point(d.Value.Mul(interval.Int(3)))) {
		return 0, false
	}
	ordered := e.About != nil && d.About != nil && e.About.To != "" && e.About.To < d.About.To
	if g.document == was.document && !ordered || g.document.nth == was.document.nth && !ordered || d.About != nil && e.About != nil && !ordered || d.About != nil && d.About.From > f.document.day {
		return 0, false // it need not be the later one
	}
	x, y := v.deedOf(was), v.deedOf(g)
	if x != 0 && y != 0 && x&y == 0 {
		return 0, false
	}
	sources := v.sources()
	beside := v.wordsBeside(g)
	withWas, withNow := origins.SharedWords(v.wordsBeside(was), beside), origins.SharedWords(v.wordsBeside(f), beside)
	same := v.sameNoun(*d, *c) || v.sameNoun(*d, *e) || x&y&^anyDeed != 0
	if !same && withWas+withNow < 2*enoughWords || withWas+withNow < enoughWords-1 || withWas == 0 && g.document != was.document {
		return 0, false
	}
	if v.ofAPart(g) || v.isDifference(g) || v.Comparer.Barred(f, g) || !v.mayBeOfOne(f, g) || sources.otherScope(f, g) != "" || sources.otherScope(was, g) != "" || v.hasIt(g, f.document) || v.elsewhere(f, was) || v.elsewhere(g, was) || v.narrowedApart(g, was) {
		return 0, false
	}
	if slices.ContainsFunc(g.document.own, func(h *Figure) bool {
		return h != g && h.Claim.Value != nil && h.Claim.Value.Equal(*c.Value) && !ordered && v.sameNoun(h.Claim, *d)
	}) {
		return 0, false // its text tells both
	}
	return withWas + withNow, v.ofOneBody(was, g)
}

// ofOneBody reports whether a later count is by the body that an earlier one is of: the text of
// the earlier names it, or an earlier text of its own has the number.
func (v *View) ofOneBody(was, now *Figure) bool {
	s, its := v.sources(), now.document.document
	if slices.ContainsFunc(s.tellers(now), func(key sourceKey) bool {
		return key == was.document.publisher || slices.Contains(s.tellers(was), key) || slices.Contains(was.document.names, key)
	}) {
		return true
	}
	if !v.office(its.Publisher) || len(v.chain(now)) > 0 {
		return false
	}
	words := strings.Fields(plainName(its.Publisher))
	return strings.Contains(was.document.document.Text, strings.Join(words[max(0, len(words)-2):], " ")) || slices.ContainsFunc(v.sameNumber(was), func(h *Figure) bool {
		return h.document.publisher == now.document.publisher && h.document.day != "" && h.document.nth < now.document.nth
	})
}

// deedOf returns the deed that a figure counts.
func (v *View) deedOf(f *Figure) uint64 {
	before, after, _ := strings.Cut(v.clauseText(f), f.Claim.Number.Exact)
	return v.running().deeds.of(wordsOf(before), wordsOf(after))
}
