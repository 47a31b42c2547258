package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// grantWords are the words of who asks, who grants, and who has not yet decided.
type grantWords struct {
	granted *pattern // beside a number: it was granted
	before  *pattern // right before a number: it was granted
	asked   *pattern
	steps   *pattern // beside a number: more was granted before or behind, or some taken back
	rest    *pattern // of what was granted later
	open    *pattern // of what nobody has decided on
}

func newGrantWords() *grantWords {
	return &grantWords{
		granted: newPattern(`(?i)\b(?:granted|grants|approved|approves|authori[sz]ed|agreed to|allowed|cleared|allotted|released|voted|received approval for)\b`),
		before:  newPattern(`(?i)\b(?:has|have|had|was|were)(?: now| already| since)? (?:approved|granted|authori[sz]ed|cleared) (?:the |all |all the )?(?:\w+ of )?$`),
		asked:   newPattern(`(?i)\b(?:ask(?:s|ed|ing)?|request(?:s|ed)?|sought|seeks|wanted|wants|applied|applies|application|petition(?:ed)?|proposed|bid|hoped for|appeal(?:ed)?|demanded|called for|wish)\b`),
		steps:   newPattern(`(?i)\b(?:at first|initially|originally|so far|another|further|additional|more|first (?:tranche|instal?ment|part|half|lot)|to begin with|for now|cut|reduced|trimmed|lowered|withdr(?:ew|awn)|took back)\b`),
		rest:    newPattern(`(?i)\b(?:the rest|the remainder|the remaining|the other|another|a further|later)\b[^.;]{0,60}\b(?:followed|granted|approved|agreed|came|cleared)\b`),
		open: newPattern(`(?i)\b(?:(?:has|have|had) (?:not yet|not|yet to|yet|still to|still not) (?:been )?(?:decided?|answer(?:ed)?|approved?|granted?|agreed?|ruled?|repl(?:y|ied)|consent(?:ed)?|taken (?:up|a decision))|no (?:decision|answer|reply|approval) (?:has|had|have|yet|so far|was)|there is no decision|` +
			`(?:put off|postponed|deferred|adjourned) (?:its|the|a|their) (?:decision|vote|debate|ruling)|(?:remains?|is|still) (?:open|undecided|pending|unanswered)|(?:is|are) (?:still )?(?:being |under )(?:examin|review|consider|stud)|await(?:s|ing)|(?:is|are|still) waiting for)`),
	}
}

// granted looks for what one text tells as approved while another, of the same day or later,
// tells that so much was asked for and less was granted, or that nobody has decided on it.
func (v *View) granted() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if f.Headline || f.Claim.Act == claims.Deny || f.Claim.Value == nil || f.Claim.Relative != nil || f.Claim.Per != "" || v.day(f) == "" || f.Claim.Value.Cmp(interval.Int(leastJump)) < 0 || len(v.sameNumber(f)) < 2 || !sent(&f.Claim) || !v.toldGranted(f) {
			continue
		}
		if finding, ok := v.grantedBeside(f); ok {
			out = append(out, finding)
		}
	}
	return out
}

// grantedBeside sets what is told as approved beside the tellings of it as asked for: first
// those that say how much was granted.
func (v *View) grantedBeside(f *Figure) (Finding, bool) {
	var asked []*Figure
	for _, g := range v.sameNumber(f) {
		if g.Document != f.Document && !g.Headline && v.day(g) >= v.day(f) && daysApart(v.day(f), v.day(g)) <= longestTold && v.askedFor(g) && v.mayBeOneThing(f, g) && !v.Comparer.Barred(f, g) && !v.ofAnotherYear(g) && v.oneAim(f, g) {
			asked = append(asked, g)
		}
	}
	here, so := fmt.Sprintf("%s has %s as approved", capital(v.dated(f.Document)), fullWords(f.Claim)), "so many were"
	if f.Claim.Unit != "" || money(&f.Claim) {
		so = "so much was"
	}
	for _, g := range asked {
		if h := v.grantedOf(f, g); h != nil {
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, h, f),
				Sentence: fmt.Sprintf("%s; by %s %s asked for, and %s approved.", here, v.dated(g.Document), so, fullWords(h.Claim))}, true
		}
	}
	for _, g := range asked {
		if w := v.grantWords(); !v.wholeOfAPart(g) && !outOf.MatchString(v.sentenceBefore(g)) && (w.open.MatchString(v.sentenceText(g)) || w.open.MatchString(v.sentenceBehind(g))) {
			decided := "nothing"
			if strings.HasSuffix(strings.TrimSpace(v.sentenceBefore(g)), " of the") {
				decided = "not all of it" // "on the remaining 6 million of the 18 million"
			}
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, f),
				Sentence: fmt.Sprintf("%s; by %s %s asked for, and %s decided.", here, v.dated(g.Document), so, decided)}, true
		}
	}
	if g, h := v.grantedInstead(f); h != nil {
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, h, f),
			Sentence: fmt.Sprintf("%s; by %s %s asked for, and %s has %s as approved.", here, v.dated(g.Document), so, v.dated(h.Document), fullWords(h.Claim))}, true
	}
	return Finding{}, false
}

// grantedInstead returns an earlier request for what a text tells as approved, and the smaller number of such
// things that another text tells as approved; nil where some text has more steps than one, or the
// number as approved too.
func (v *View) grantedInstead(f *Figure) (asked, instead *Figure) {
	w := v.grantWords()
	if w.steps.MatchString(v.sentenceText(f)) {
		return nil, nil
	}
	for _, g := range v.sameNumber(f) {
		if g.Document == f.Document || g.Headline || v.day(g) == "" || !v.mayBeOneThing(f, g) {
			continue
		}
		if asked == nil && v.day(g) <= v.day(f) && daysApart(v.day(f), v.day(g)) <= longestTold && (v.askedFor(g) || v.asked(g)) && !v.Comparer.Barred(f, g) && !v.ofAnotherYear(g) && v.oneAim(f, g) && origins.SharedWords(v.wordsAround(f), v.wordsAround(g)) > 0 {
			asked = g
		} else if v.toldGranted(g) {
			return nil, nil
		}
	}
	if asked == nil {
		return nil, nil
	}
	for _, h := range v.allGranted() {
		if h.Document == f.Document || h.Claim.Unit != f.Claim.Unit || h.Claim.Per != "" || h.Claim.Relative != nil || v.day(h) < v.day(asked) || daysApart(v.day(f), v.day(h)) > longestTold ||
			h.Claim.Value.Cmp(*f.Claim.Value) >= 0 || h.Claim.Value.Mul(interval.Int(5)).Cmp(*f.Claim.Value) < 0 || !v.grantedAlike(f, asked, h) || v.ofAnotherYear(h) || v.tells(f.Document, h) {
			continue
		}
		if w.steps.MatchString(v.sentenceText(h)) || w.rest.MatchString(v.sentenceText(h)+v.sentenceBehind(h)) {
			return nil, nil
		}
		if instead == nil {
			instead = h
		}
	}
	return asked, instead
}

// allGranted returns the figures that their sentences tell as granted.
func (v *View) allGranted() []*Figure {
	return v.lookups.granted.get(func() []*Figure {
		return slices.DeleteFunc(slices.Clone(v.Figures), func(f *Figure) bool { return f.Claim.Value == nil || f.Headline || v.rungTold(f) != isGranted })
	})
}

// grantedAlike reports whether two numbers told as approved are of one thing: of the same noun beside both, or money
// of which the sentences say the same.
func (v *View) grantedAlike(f, asked, h *Figure) bool {
	if money(&f.Claim) || f.Claim.Unit != "" {
		words := v.wordsAround(h)
		return origins.SharedWords(v.wordsAround(asked), words) > 2 && max(origins.SharedWords(v.wordsBeside(f), v.wordsBeside(asked)), origins.SharedWords(v.wordsBeside(f), v.wordsBeside(h))) > 1
	}
	return besideNumber(&f.Claim) && besideNumber(&h.Claim) && v.Comparer.things.Head(f.Claim.Counted) == v.Comparer.things.Head(h.Claim.Counted) && !v.Comparer.Barred(f, h) && v.oneAim(f, h)
}

// toldGranted reports whether a figure is told as granted, by its stage or the words right
// before it.
func (v *View) toldGranted(f *Figure) bool {
	before, _ := v.around(f)
	if words := v.grantWords().before.FindString(before); words != "" {
		return strings.HasPrefix(strings.ToLower(words), "ha") || !v.ofAnotherYear(f)
	}
	if v.rungTold(f) == isGranted {
		return !v.ofAnotherYear(f) && !v.tellsLower(f)
	}
	return f.Claim.Stage == claims.Approved && v.grantWords().granted.MatchString(v.clauseText(f)) && !v.ofAnotherYear(f) && !v.tellsLower(f)
}

// oneAim reports whether two numbers may be for one thing: one does not say for what it is, or
// the sentences around the other have a word of it.
func (v *View) oneAim(f, g *Figure) bool {
	a, b := origins.Words(v.aim(f)), origins.Words(v.aim(g))
	return len(a) == 0 || len(b) == 0 || origins.SharedWords(a, origins.Words(v.sentenceTextBefore(g)+" "+v.sentenceText(g))) > 0 ||
		origins.SharedWords(b, origins.Words(v.sentenceTextBefore(f)+" "+v.sentenceText(f))) > 0
}

// aim returns the words behind a number that say what it is for; "" for none.
func (v *View) aim(f *Figure) string {
	_, after := v.around(f)
	if at := strings.IndexAny(after, ".,;:"); at >= 0 {
		after = after[:at]
	}
	_, words, _ := strings.Cut(after, " for ")
	return words
}

// askedFor reports whether a figure is told as asked for, by its stage and its words.
func (v *View) askedFor(g *Figure) bool {
	stage := g.Claim.Stage
	return (stage == claims.Requested || stage == claims.Pending || stage == claims.CalledFor) && v.grantWords().asked.MatchString(v.sentenceText(g))
}

// grantedOf returns the smaller number that a text tells as granted, within a sentence of the
// one that was asked for; nil for none.
func (v *View) grantedOf(f, g *Figure) *Figure {
	w := v.grantWords()
	own := v.home(g).own
	at := slices.Index(own, g)
	for _, i := range []int{at - 1, at + 1} {
		if i < 0 || i >= len(own) {
			continue
		}
		h := own[i]
		if h.Claim.Value != nil && h.Claim.Stage != claims.Requested && h.Claim.Unit == g.Claim.Unit && h.Claim.Per == "" && h.Claim.Relative == nil && h.Claim.Value.Cmp(*g.Claim.Value) < 0 && h.Claim.Value.Mul(interval.Int(5)).Cmp(*g.Claim.Value) >= 0 &&
			between(g, h) <= 2*longestBetween && w.granted.MatchString(v.clauseText(h)) && !w.steps.MatchString(v.clauseText(h)) && !w.rest.MatchString(v.sentenceText(h)+v.sentenceBehind(h)) && (!besideNumber(&h.Claim) || v.mayBeOneThing(g, h)) && !v.tells(f.Document, h) {
			return h
		}
	}
	return nil
}
