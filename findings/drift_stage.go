package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// jump is a number that stood lower on the ladder of stages where a retelling has it from.
type jump struct {
	from, to *Figure
	severity Severity
}

// jumps looks for a number that stood lower on the ladder of stages where it was
// taken from: wished for and told as approved or sent, ordered and told as delivered,
// approved and told as paid, or up to a bound and told as sent without it.
func (v *View) jumps() []Finding {
	var out []Finding
	for _, j := range v.jumpList() {
		out = append(out, Finding{Severity: j.severity, Verdict: Conflict, Inputs: rests(j.from, j.to),
			Sentence: fmt.Sprintf("%s says %s as %s, retold by %s as %s.", capital(v.named(j.from.Document)), quoted(j.from.Claim.Quote.Exact), v.lowerStage(j.from),
				v.named(j.to.Document), v.toldStage(j.from, j.to))})
	}
	return out
}

func (v *View) jumpList() []jump {
	return v.lookups.jumps.get(v.findJumps)
}

func (v *View) findJumps() []jump {
	var out []jump
	for _, f := range v.Figures {
		if f.Headline || f.Claim.Value == nil || f.Claim.Value.Cmp(interval.Int(leastJump)) < 0 || f.Claim.Per != "" || !sent(&f.Claim) || !v.sources().of(f).any() && len(v.links.leads[f.Document]) == 0 {
			continue
		}
		if len(v.sameNumber(f)) < 2 || !v.tellsHigh(f) || v.ofAPart(f) || v.ofAnotherYear(f) || f.Claim.Stage == claims.Ordered && v.asked(f) ||
			money(&f.Claim) && strings.HasPrefix(v.after40(f), ", of which ") { // of which some was paid
			continue
		}
		from, sure := v.jumpsFrom(f)
		if from == nil || v.tellsLower(f) || !sure && from.Claim.Stage == claims.Approved || v.goneOn(from, f) {
			continue
		}
		if _, said := v.sources().plannedAsDone(f); said {
			continue
		}
		if _, said := v.grantedBeside(f); said && v.toldGranted(f) {
			continue // the rule on approval says how much was granted
		}
		j := jump{from, f, Warning}
		if !sure || from.Claim.Stage == claims.CalledFor && (f.Claim.Stage == claims.Ordered || strings.Contains(v.sentenceText(f), " will ")) {
			j.severity = Info // "would send" that became "will send", or what an office may have done since
			if _, said := v.aheadOf(f); said {
				continue
			}
		}
		out = append(out, j)
	}
	return out
}

// sent reports whether a figure counts what can be asked for, sent or paid: no share, no length
// of time, and none of those who ask and send.
func sent(f *claims.Figure) bool {
	switch f.Unit {
	case "percent", "share", "year", "month", "week", "day", "hour", "minute":
		return false
	}
	switch origins.Head(f.Counted) {
	case "country", "county", "state", "district", "city", "town", "province", "region", "government", "nation", "village", "municipality", "council", "party", "donor":
		return f.Unit != ""
	}
	return true
}

// leastJump is the least number that is followed from stage to stage: smaller ones recur by chance.
const leastJump = 10

// losesBound reports whether it is said of a retelling that its stage has climbed, and with
// it that a bound was lost.
func (v *View) losesBound(from, to *Figure) bool {
	return boundSide(from.Claim.Qualifier) != 0 && boundSide(to.Claim.Qualifier) == 0 &&
		slices.ContainsFunc(v.jumpList(), func(j jump) bool { return j.severity == Warning && j.from == from && j.to == to })
}

// jumpsFrom returns the telling of a text that a figure hangs on from which its stage has
// climbed, and whether the matter can hardly have gone on since; nil for none.
func (v *View) jumpsFrom(f *Figure) (from *Figure, sure bool) {
	small := f.Claim.Value.Cmp(interval.Int(leastTold)) < 0
	leadsTo, behind := v.links.leads[f.Document], v.sources().of(f)
	for _, g := range v.sameNumber(f) {
		leads, hold := leadsTo[g.Document], behind.hold(g.document)
		if !leads && hold < byItsText || g.Document == f.Document || g.Headline || happened(f.Claim.Stage) && v.partBefore(g) != nil { // the rule on what sources say has it
			continue
		}
		if about := f.Claim.About; happened(f.Claim.Stage) && about != nil && about.From > v.day(g) && v.day(g) != "" && about.Text != "" {
			continue // it tells of a day that its source did not know
		}
		climbs := v.climbs(g, f)
		if (leads || hold == byName) && (passed(g.Claim.Stage) && !climbs && !(planned(g.Claim) && f.Claim.Stage == claims.Deployed) || planned(f.Claim) && g.Claim.Act == claims.Plan) { // it was told so before
			return nil, false
		}
		retold := leads && v.retells(f, g.Document)
		if from == nil && climbs && (v.oneTime(g, f) || hold == byName && v.namesDay(f, v.day(g))) && v.sameSupply(f, g) && (retold || hold >= byItsText && hold != bySpeaker) &&
			!(small && (hold != byName || origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) < 2)) { // a small number recurs by chance
			from, sure = g, retold || v.stillThen(g, f)
		}
	}
	return from, sure
}

// tellsHigh reports whether a figure is told on a rung of the ladder to which a retelling
// can have lifted it.
func (v *View) tellsHigh(f *Figure) bool {
	switch f.Claim.Stage {
	case claims.Approved, claims.Ordered, claims.Deployed:
		return true
	case claims.Pledged:
		return v.says(f, givenWords)
	case claims.Result:
		return v.sources().stages.done(v.clauseText(f)) || money(&f.Claim) && v.says(f, givenWords)
	case claims.Other:
		return money(&f.Claim) && v.says(f, givenWords)
	}
	return false
}

// climbs reports whether a retelling says more than was said of its number: only
// steps that are no other words for one thing. "Will send" is less than an order, but
// more than a request; who approved "up to" so many has sent none of them; what was
// bought is not yet there.
func (v *View) climbs(from, to *Figure) bool {
	a, b := from.Claim, to.Claim
	done := b.Stage == claims.Result && v.sources().stages.done(v.clauseText(to))
	if len(b.Conditions) > 0 || b.Act == claims.Deny || a.Act == claims.Deny || v.sources().stages.notDone(v.sentenceText(to), v.sentenceBefore(to)+" ", v.after40(to)) || wished(a.Stage) && (v.says(from, grantedWords) || v.says(from, v.sources().stages.doneSo)) {
		return false
	}
	switch {
	case b.Stage == claims.Approved && a.Stage == claims.CalledFor && v.says(from, approvals):
		return false
	case done && v.sources().stages.done(v.sentenceText(from)):
		return false
	case done && (wished(a.Stage) || a.Stage == claims.Target && a.Act == claims.Plan || a.Stage == claims.Approved && v.says(from, approvals) && (!money(&b) || v.says(to, spentWords))):
		return true
	case b.Stage == claims.Pledged, b.Stage == claims.Other, b.Stage == claims.Result && v.asked(from):
		return v.says(to, givenWords) && v.asked(from) && v.says(from, askedWords) && !v.says(from, givenWords)
	case v.asked(from) && b.Stage == claims.Approved:
		return true
	case wished(a.Stage) && !planned(b):
		return passed(b.Stage) && (a.Stage == claims.Requested || a.Stage == claims.CalledFor && b.Stage == claims.Ordered || v.says(to, doneWords))
	case planned(b):
		return a.Stage == claims.Requested && v.says(from, askedWords) && b.Value.Cmp(interval.Int(leastTold)) >= 0 && !grantedWords.MatchString(v.home(from).document.Text)
	case a.Stage == claims.Approved && b.Stage == claims.Deployed && boundSide(a.Qualifier) >= 0: // "will be sent on Thursday", and told as sent before
		return v.says(to, sentWords) && !v.says(from, sentBefore) && (v.says(from, toSend) || v.stillToCome(from) || daysApart(v.day(from), v.day(to)) <= 1)
	case a.Stage == claims.Approved:
		return (b.Stage == claims.Ordered || b.Stage == claims.Deployed) && boundSide(a.Qualifier) < 0 && (b.Qualifier == claims.Exact || b.Qualifier == claims.About)
	case planned(a):
		return b.Stage == claims.Deployed && v.says(to, sentWords) && v.beginsAfter(from, to)
	case a.Stage == claims.Ordered || a.Stage == claims.Result:
		return (b.Stage == claims.Deployed || done) && v.says(from, boughtWords) && v.says(to, receivedWords) && !v.says(from, receivedWords)
	}
	return false
}

// asked reports whether a figure is asked for: also what somebody "has applied for".
func (v *View) asked(f *Figure) bool {
	return f.Claim.Stage == claims.Requested || (f.Claim.Stage == claims.Result || f.Claim.Stage == claims.Ordered || f.Claim.Stage == claims.Other) && v.sources().stages.applies.MatchString(v.sentenceText(f))
}

// goneOn reports whether the matter has gone on since a source told a number, by what it
// says elsewhere or another text of that time says without it.
func (v *View) goneOn(from, to *Figure) bool {
	s := v.sources()
	if about := from.Claim.About; about != nil && about.From > v.day(from) && about.From <= v.day(to) {
		return true // the day has come
	}
	if passed(from.Claim.Stage) && v.says(to, v.grantWords().granted) {
		return true // it tells the approval itself
	}
	if next, w := v.sentenceBehind(from), v.aheadWords(); v.decidedBy(from, v.day(to)) || w.takesUp.MatchString(strings.TrimSpace(next)) && w.hasGone(next) {
		return true
	}
	if known := v.home(from); wished(from.Claim.Stage) && s.stages.granted.MatchString(known.document.Text) {
		return true
	}
	return slices.ContainsFunc(v.sameNumber(from), func(g *Figure) bool {
		switch {
		case g == from || g.Headline || g.Document == to.Document || v.day(g) > v.day(to) || !v.mayBeOneThing(to, g) && !v.sameSupply(to, g):
			return false
		case g.Document == from.Document:
			return !v.sameSentence(g, from) && s.stages.done(v.sentenceText(g))
		case s.hold(g, v.home(from)) >= byItsText || v.links.lead(g.Document, from.Document):
			return false // it hangs on the same text
		}
		return v.after(g, from) && (v.tellsHigh(g) && !v.climbs(g, to) || v.says(g, grantedWords))
	})
}

// decidedBy reports whether the sentence of a figure, or the next, tells of a decision that
// falls on a day of the week after its text, up to a day.
func (v *View) decidedBy(from *Figure, day interval.Date) bool {
	_, end := v.sentenceAround(from)
	found := v.sources().stages.decides.FindStringSubmatch(v.sentenceText(from) + v.home(from).part(end, end+longestBetween))
	if found == nil || v.day(from) == "" || day == "" {
		return false
	}
	told := v.day(from).Time()
	for ahead := range 7 {
		at := told.AddDate(0, 0, ahead)
		if strings.EqualFold(at.Weekday().String(), found[1]) && (ahead > 0 || v.day(from) < day) {
			return at.Format("2006-01-02") <= string(day)
		}
	}
	return v.day(from) < day // "tomorrow", "this afternoon"
}

// sameSentence reports whether two figures stand in one sentence.
func (v *View) sameSentence(f, g *Figure) bool {
	if f.Document != g.Document {
		return false
	}
	x, _ := v.sentenceAround(f)
	y, _ := v.sentenceAround(g)
	return x == y
}

// stillToCome reports whether the sentence of a figure, or the next, tells that the matter
// is yet to begin: "payments are to start in June", "none has left port yet".
func (v *View) stillToCome(f *Figure) bool {
	_, end := v.sentenceAround(f)
	return v.sources().stages.coming.MatchString(v.sentenceText(f) + v.home(f).part(end, end+longestBetween))
}

// beginsAfter reports whether a figure is told of days after the text of a retelling.
func (v *View) beginsAfter(from, to *Figure) bool {
	about := from.Claim.About
	return about != nil && about.From != "" && v.day(to) != "" && about.From > v.day(to)
}

// stillThen reports whether a number stood where its source has it when it was retold: a
// day after its release an office may have gone on, but not where the retelling tells the
// day of the release, or where that has another number so far already.
func (v *View) stillThen(from, to *Figure) bool {
	if v.day(from) == v.day(to) || !v.office(v.home(from).document.Publisher) || v.stillToCome(from) {
		return true
	}
	if v.toldOfDay(to, v.day(from)) {
		return true
	}
	return slices.ContainsFunc(v.home(from).own, func(g *Figure) bool {
		return g.Claim.Stage == to.Claim.Stage && g.Claim.Value != nil && !g.Claim.Value.Equal(*to.Claim.Value) && g.Claim.Unit == to.Claim.Unit && g.Claim.Counted != "" && v.Comparer.things.Same(g.Claim.Counted, to.Claim.Counted)
	})
}

// oneTime reports whether two tellings are so near in time that the matter can hardly
// have gone on.
func (v *View) oneTime(from, to *Figure) bool {
	x, y := v.day(from), v.day(to)
	if x == "" || y == "" {
		return false
	}
	return daysApart(x, y) <= daysOfOneStatement || x < y && slices.ContainsFunc(v.sameNumber(from), func(g *Figure) bool { // its source tells it so later still
		return v.day(g) > y && g.Claim.Stage == from.Claim.Stage && (v.home(g).document.Publisher == v.home(from).document.Publisher || v.Comparer.names.Same(g.Claim.Attribution.Root().Name, from.Claim.Attribution.Root().Name)) && v.sameSupply(g, from)
	})
}

// namesDay reports whether the sentence of a figure names a day, by its date or as a day of
// the week before.
func (v *View) namesDay(f *Figure, day interval.Date) bool {
	if day == "" || daysApart(day, v.day(f)) > longestTold {
		return false
	}
	sentence := v.sentenceText(f)
	return strings.Contains(sentence, day.Time().Format("2 January")) || strings.Contains(sentence, day.Time().Format("January 2")) || v.toldOfDay(f, day)
}

// lowerStage names the stage that a source gives a figure.
func (v *View) lowerStage(from *Figure) string {
	if v.asked(from) {
		return stageName(claims.Requested)
	}
	switch {
	case planned(from.Claim):
		return "planned"
	case from.Claim.Stage == claims.Result:
		return "bought"
	}
	return stageName(from.Claim.Stage)
}

// toldStage names the stage that a retelling gives a figure, and the bound that it lost.
func (v *View) toldStage(from, to *Figure) string {
	a, b := from.Claim, to.Claim
	stage := stageName(b.Stage)
	switch {
	case planned(b):
		stage = "settled"
	case a.Stage == claims.Ordered && !planned(a), a.Stage == claims.Result && !v.asked(from):
		stage = "delivered"
	case b.Stage == claims.Result && money(&b) && v.says(to, spentWords):
		stage = "spent"
	case b.Stage == claims.Result && v.sources().stages.done(v.clauseText(to)):
		stage = "done"
	case b.Stage == claims.Other || b.Stage == claims.Result:
		stage = "given"
	}
	if boundSide(a.Qualifier) != 0 && boundSide(b.Qualifier) == 0 {
		stage += ", without the bound"
	}
	return stage
}

// sameSupply reports whether two tellings of one number are of the same things, and
// neither their body nor their place tells them apart. What is taken for a body may
// only be who says it.
func (v *View) sameSupply(f, g *Figure) bool {
	a, b := f.Claim, g.Claim
	head, _ := v.Comparer.head(a.Counted)
	there, _ := v.Comparer.head(b.Counted)
	body := a.Organisation
	if body != "" && (money(&a) && wished(a.Stage) != wished(b.Stage) || nested(body, v.home(g).document.Publisher) || wished(b.Stage) && slices.ContainsFunc(v.chain(g), func(h claims.Hop) bool { return h.Name == b.Organisation })) {
		body = "" // or who asks for it: one asks for money, and another grants it
	}
	one := a.Unit == b.Unit && (head == there && money(&a) && money(&b) || a.Unit != "" && (money(&a) || head == "" || there == "")) && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) > 0
	return v.Comparer.sameAmount(f, g) || (one || head != "" && (head == there || there != "" && significant(*a.Value) > 1 && v.Comparer.things.Same(a.Counted, b.Counted)) || head != "" && there == "" && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) > 0) && (a.Act == claims.Deny) == (b.Act == claims.Deny) &&
		a.Relative == nil && b.Relative == nil && a.Direction == b.Direction &&
		(body == "" || b.Organisation == "" || nested(body, b.Organisation)) &&
		(a.Place == "" || b.Place == "" || v.Comparer.names.Same(a.Place, b.Place)) && !v.Comparer.Barred(f, g)
}

// tellsLower reports whether a figure's document tells its number on a lower stage too,
// or, of what is told as sent, as only approved up to a bound.
func (v *View) tellsLower(f *Figure) bool {
	return v.tellsWished(f) || slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool {
		return g.Document == f.Document && g != f && v.climbs(g, f) && v.oneTime(g, f)
	})
}

// tellsWished reports whether a figure's document tells its number as wished for too.
func (v *View) tellsWished(f *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *Figure) bool {
		return g.Document == f.Document && wished(g.Claim.Stage) && g.Claim.Stage != f.Claim.Stage
	})
}

// wished reports whether a stage lies before any approval. What waits for
// approval is for the rule on order.
func wished(s claims.Stage) bool {
	return s == claims.CalledFor || s == claims.Requested || s == claims.Pledged
}
