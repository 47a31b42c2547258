package findings

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
)

// rung is how far a text tells a matter to have come.
type rung int

const (
	wishedFor rung = iota // asked for, offered or planned
	settledOn             // being sent, or to be
	isGranted
	isDone
)

// ahead looks for what one text tells as granted or done while another tells that nobody has
// decided on it, or that it has not begun: by a day that comes after the telling, in a text that
// is later still, or in the one that the telling rests on. What is said of a telling already is
// not said again.
func (v *View) ahead(said []Finding) []Finding {
	warned := map[Input]bool{}
	for _, s := range said {
		for _, in := range s.Inputs {
			warned[in] = warned[in] || s.Severity == Warning
		}
	}
	var out []Finding
	for _, f := range v.Figures {
		if len(warned) > 0 && warned[input(f)] {
			continue
		}
		if finding, ok := v.aheadOf(f); ok {
			out = append(out, finding)
		}
	}
	return out
}

// aheadOf makes the finding of one telling.
func (v *View) aheadOf(f *Figure) (Finding, bool) {
	c := &f.Claim
	if f.Headline || c.Value == nil || c.Per != "" || c.Relative != nil || c.Act == claims.Deny || v.day(f) == "" || len(v.sameNumber(f)) < 2 || !sent(c) || !handedOver(c) {
		return Finding{}, false
	}
	told := v.rungTold(f)
	if told == wishedFor || v.office(v.home(f).document.Publisher) && !v.sources().of(f).any() || v.ofAnotherYear(f) || v.tellsWished(f) {
		return Finding{}, false
	}
	if _, own := v.openAt(f, told); own {
		return Finding{}, false // it tells itself what is still to come
	}
	if told == isGranted {
		if _, said := v.grantedBeside(f); said && v.toldGranted(f) {
			return Finding{}, false // the rule on approval says it
		}
	}
	for _, g := range v.sameNumber(f) {
		if g.Document == f.Document || g.Headline || v.home(g).document.Publisher == v.home(f).document.Publisher || v.day(g) == "" || daysApart(v.day(f), v.day(g)) > longestTold {
			continue
		}
		o, ok := v.openAt(g, told)
		if !ok || told == settledOn && !o.undecided || !v.stillOpen(o, f) || !v.ofOneMatter(f, g) || v.overtaken(f, o, told) {
			continue
		}
		here := fmt.Sprintf("%s has %s as %s", capital(v.dated(f.Document)), fullWords(f.Claim), toldAs(told))
		if o.part != nil {
			if v.hasIt(o.part, v.home(f)) || v.day(g) > v.day(f) && o.part.Claim.Value.Mul(interval.Int(10)).Cmp(c.Value.Mul(interval.Int(9))) > 0 {
				continue
			}
			return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, o.part, f),
				Sentence: fmt.Sprintf("%s; %s has only %s of it as done.", here, v.dated(g.Document), fullWords(o.part.Claim))}, true
		}
		return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, f),
			Sentence: fmt.Sprintf("%s; %s has it as %s (%s).", here, v.dated(g.Document), o.is(), quoted(o.words))}, true
	}
	return Finding{}, false
}

// handedOver reports whether a figure counts things, money or goods, and no length or area.
func handedOver(c *claims.Figure) bool {
	return c.Unit == "" || money(c) || strings.Contains(c.Number.Exact, "illion") || c.Unit == "metric ton" || c.Unit == "litre"
}

func toldAs(r rung) string {
	switch r {
	case isGranted:
		return "granted"
	case isDone:
		return "done"
	}
	return "settled"
}

// rungTold returns how far a figure's own clause tells the matter to have come; wishedFor where
// it does not say so beyond doubt.
func (v *View) rungTold(f *Figure) rung {
	return f.rung.get(func() rung { return v.findRung(f) })
}

func (v *View) findRung(f *Figure) rung {
	w := v.aheadWords()
	before, after := v.ownWords(f)
	if w.met.MatchString(before) && !w.never.MatchString(before) {
		return isGranted
	}
	told := v.rungIn(f, before, after)
	if told == wishedFor || v.wholeOfAPart(f) || outOf.MatchString(v.sentenceBefore(f)) || w.unsure.MatchString(before) || (w.asks.MatchString(before) || w.asksAfter.MatchString(after)) && !w.granted.MatchString(before) || v.sources().partOf.MatchString(before) && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(before)), "all") {
		return wishedFor
	}
	return told
}

// rungIn returns how far the words before and behind a number in its clause tell the matter to have come.
func (v *View) rungIn(f *Figure, before, after string) rung {
	w := v.aheadWords()
	granted := w.grantedAfter.FindStringIndex(after)
	switch {
	case w.granted.MatchString(before) && !w.relative.MatchString(before):
		return isGranted
	case granted != nil && !v.doneWith("", after[granted[1]:]):
		return isGranted
	case w.settled.MatchString(before):
		return settledOn
	case !w.future.MatchString(before) && v.doneWith(before+f.Claim.Number.Exact, after) && !w.unsureAfter.MatchString(after) &&
		(granted != nil || w.doesIt(after) || !v.sources().stages.notDone(v.sentenceText(f), v.sentenceBefore(f)+" ", v.after40(f))):
		return isDone
	}
	return wishedFor
}

// ownWords returns what a figure's clause says before and behind its number, up to the next number
// of things, and to what follows it in time or by condition.
func (v *View) ownWords(f *Figure) (before, after string) {
	before, after = v.around(f)
	for _, h := range v.inSentence(f) {
		if shortTime(h.Claim.Unit) || h == f {
			continue
		}
		if gap := h.Claim.Number.Start - f.Claim.Number.End; gap >= 0 && gap < len(after) {
			after = after[:min(len(after), bytesOf(after, gap))]
		}
		if gap := f.Claim.Number.Start - h.Claim.Number.End; gap >= 0 && gap < len(before) {
			from := len(before) - gap
			for from < len(before) && !utf8.RuneStart(before[from]) {
				from++
			}
			before = before[from:]
		}
	}
	before, after = before[clauseFrom(before):], after[:clauseTo(after)]
	if at := strings.LastIndexAny(before, "?!"); at >= 0 {
		before = before[at+1:]
	}
	if at := v.aheadWords().until.FindStringIndex(after); at != nil {
		after = after[:at[0]]
	}
	return before, after
}

// doneWith reports whether a clause tells what has been done, or is there, or behind a number those
// who are at it.
func (v *View) doneWith(before, after string) bool {
	w := v.aheadWords()
	clause := strings.ReplaceAll(before+after, "in place of", "instead of")
	return !w.befell.MatchString(clause) && (w.done.MatchString(clause) || w.doesIt(after) || v.sources().stages.done(clause))
}

// doesIt reports whether a clause tells of those who are at it: "are already working".
func (w *aheadWords) doesIt(clause string) bool {
	for _, found := range w.doing.FindAllStringSubmatch(clause, -1) {
		if !w.idle.MatchString(found[1]) {
			return true
		}
	}
	return false
}
