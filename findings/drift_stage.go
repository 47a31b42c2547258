package findings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/origins"
)

// jumps looks for a number that stood lower on the ladder of stages where it was
// taken from: wished for and told as approved or sent, ordered and told as delivered,
// approved up to a bound and told as sent without it.
func (v *View) jumps() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		spent := f.Claim.Stage == claims.Result && money(&f.Claim) && v.says(f, spentWords)
		given := (f.Claim.Stage == claims.Pledged || money(&f.Claim) && (f.Claim.Stage == claims.Other || f.Claim.Stage == claims.Result)) && v.says(f, givenWords)
		if !passed(f.Claim.Stage) && !spent && !given || f.Headline || origins.OfAPart(v.text(f.Document), f.Claim.Number) || f.Claim.Value == nil || f.Claim.Value.Cmp(interval.Int(20)) < 0 || f.Claim.Unit != "" && !spent && !given && !(f.Claim.Stage == claims.Approved && money(&f.Claim)) || f.Claim.Per != "" {
			continue
		}
		if len(v.sources().of(f)) == 0 && len(v.links.leads[f.Document]) == 0 {
			continue
		}
		var from *dossier.Figure
		sure := false
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || g.Headline || happened(f.Claim.Stage) && v.partBefore(g) != nil { // the rule on what sources say has it
				continue
			}
			leads, hold := v.links.lead(f.Document, g.Document), v.sources().hold(f, g.Document)
			if !leads && hold < byItsText {
				continue
			}
			climbs, near := v.climbs(g, f), v.oneTime(g, f)
			if (leads || hold == byName) && (passed(g.Claim.Stage) && !climbs && !(planned(g.Claim) && f.Claim.Stage == claims.Deployed) || planned(f.Claim) && g.Claim.Act == claims.Plan) { // it was told so before
				from = nil
				break
			}
			if from == nil && climbs && near && v.sameSupply(f, g) && (leads && v.retells(f, g.Document) || hold >= byItsText && hold != bySpeaker) {
				from, sure = g, leads && v.retells(f, g.Document) || v.stillThen(g, f)
			}
		}
		if from == nil || v.tellsLower(f) || !sure && from.Claim.Stage == claims.Approved {
			continue
		}
		severity := Warning
		if !sure || from.Claim.Stage == claims.CalledFor && f.Claim.Stage == claims.Ordered {
			severity = Info // "would send" that became "will send", or what an office may have done since
		}
		out = append(out, Finding{Severity: severity, Verdict: Conflict, Inputs: rests(from, f),
			Sentence: fmt.Sprintf("%s says %s as %s, retold by %s as %s.", capital(v.named(from.Document)), quoted(from.Claim.Quote.Exact), stageName(from.Claim.Stage),
				v.named(f.Document), toldStage(from.Claim, f.Claim))})
	}
	return out
}

// climbs reports whether a retelling says more than was said of its number: only
// steps that are no other words for one thing. "Will send" is less than an order, but
// more than a request; who approved "up to" so many has sent none of them; what was
// bought is not yet there.
func (v *View) climbs(from, to *dossier.Figure) bool {
	a, b := from.Claim, to.Claim
	switch {
	case b.Stage == claims.Approved && a.Stage == claims.CalledFor && v.says(from, approvals):
		return false
	case b.Stage == claims.Pledged, b.Stage == claims.Other, b.Stage == claims.Result && a.Stage == claims.Requested:
		return v.says(to, givenWords) && a.Stage == claims.Requested && v.says(from, askedWords) && !v.says(from, givenWords)
	case wished(a.Stage) && !planned(b):
		return passed(b.Stage) && (a.Stage == claims.Requested || a.Stage == claims.CalledFor && b.Stage == claims.Ordered || v.says(to, doneWords))
	case planned(b):
		return a.Stage == claims.Requested && v.says(from, askedWords) && !grantedWords.MatchString(v.document(from.Document).Text)
	case a.Stage == claims.Approved && b.Stage == claims.Result:
		return v.says(from, approvals) && !v.says(from, spentWords)
	case a.Stage == claims.Approved:
		if a.Qualifier == claims.Exact && b.Stage == claims.Deployed { // "will be sent on Thursday", and told as sent before
			return v.says(to, sentWords) && v.says(from, toSend) && !v.says(from, sentBefore)
		}
		return (b.Stage == claims.Ordered || b.Stage == claims.Deployed) && boundSide(a.Qualifier) < 0 && (b.Qualifier == claims.Exact || b.Qualifier == claims.About)
	case a.Stage == claims.Ordered:
		return b.Stage == claims.Deployed && v.says(from, boughtWords) && v.says(to, receivedWords) && !v.says(from, receivedWords)
	}
	return false
}

// stillThen reports whether a number stood where its source has it when it was retold: a
// day after its release an office may have gone on, but not where the retelling tells the
// day of the release, or where that has another number so far already.
func (v *View) stillThen(from, to *dossier.Figure) bool {
	if v.day(from) == v.day(to) || !v.office(v.document(from.Document).Publisher) {
		return true
	}
	if v.toldOfDay(to, v.day(from)) {
		return true
	}
	return slices.ContainsFunc(v.own(from.Document), func(g *dossier.Figure) bool {
		return g.Claim.Stage == to.Claim.Stage && g.Claim.Value != nil && !g.Claim.Value.Equal(*to.Claim.Value) && g.Claim.Unit == to.Claim.Unit && g.Claim.Counted != "" && v.Comparer.things.Same(g.Claim.Counted, to.Claim.Counted)
	})
}

// oneTime reports whether two tellings are so near in time that the matter can hardly
// have gone on.
func (v *View) oneTime(from, to *dossier.Figure) bool {
	x, y := v.day(from), v.day(to)
	if x == "" || y == "" {
		return false
	}
	return daysApart(x, y) <= daysOfOneStatement || x < y && slices.ContainsFunc(v.sameNumber(from), func(g *dossier.Figure) bool { // its source tells it so later still
		return v.day(g) > y && g.Claim.Stage == from.Claim.Stage && (v.document(g.Document).Publisher == v.document(from.Document).Publisher || v.Comparer.names.Same(g.Claim.Attribution.Root().Name, from.Claim.Attribution.Root().Name)) && v.sameSupply(g, from)
	})
}

// toldStage names the stage that a retelling gives a figure.
func toldStage(from, to claims.Figure) string {
	switch {
	case planned(to):
		return "settled"
	case from.Stage == claims.Ordered:
		return "delivered"
	case from.Stage == claims.Approved && to.Stage == claims.Result:
		return "spent"
	case to.Stage == claims.Other || to.Stage == claims.Result:
		return "given"
	case from.Stage == claims.Approved:
		return stageName(to.Stage) + ", without the bound"
	}
	return stageName(to.Stage)
}

// sameSupply reports whether two tellings of one number are of the same things, and
// neither their body nor their place tells them apart. What is taken for a body may
// only be who says it.
func (v *View) sameSupply(f, g *dossier.Figure) bool {
	a, b := f.Claim, g.Claim
	head, _ := v.Comparer.head(a.Counted)
	there, _ := v.Comparer.head(b.Counted)
	body := a.Organisation
	if body != "" && (nested(body, v.document(g.Document).Publisher) || wished(b.Stage) && slices.ContainsFunc(v.chain(g), func(h claims.Hop) bool { return h.Name == b.Organisation })) {
		body = "" // or who asks for it
	}
	return v.Comparer.sameAmount(f, g) || (head != "" && (head == there || there != "" && significant(*a.Value) > 1 && v.Comparer.things.Same(a.Counted, b.Counted)) || head != "" && there == "" && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g)) > 0) && (a.Act == claims.Deny) == (b.Act == claims.Deny) &&
		a.Relative == nil && b.Relative == nil && a.Direction == b.Direction &&
		(body == "" || b.Organisation == "" || nested(body, b.Organisation)) &&
		(a.Place == "" || b.Place == "" || v.Comparer.names.Same(a.Place, b.Place)) && !v.Comparer.Barred(f, g)
}

// early looks for money that is told as paid before the day from which, by an earlier
// text, a request for it is to be decided. The decision may have come sooner: it is a
// note. What is told as approved is for votesToCome.
func (v *View) early() []Finding {
	var out []Finding
	for _, g := range v.Figures {
		decided := g.Claim.About
		if g.Claim.Stage != claims.Requested && g.Claim.Stage != claims.Pending || g.Claim.Unit == "" || g.Claim.Per != "" || g.Claim.Organisation == "" || g.Headline ||
			decided == nil || v.day(g) == "" || decided.From <= v.day(g) || !v.says(g, decisionWords) {
			continue
		}
		for _, f := range v.sameNumber(g) {
			if f.Document == g.Document || f.Headline || f.Claim.Act != claims.Assert || f.Claim.Stage != claims.Result || v.day(f) < v.day(g) || v.day(f) >= decided.From ||
				!v.says(f, paidWords) || !v.Comparer.names.Same(f.Claim.Organisation, g.Claim.Organisation) || v.Comparer.Barred(f, g) || v.tellsLower(f) {
				continue
			}
			out = append(out, Finding{Severity: Info, Verdict: Conflict, Inputs: rests(g, f),
				Sentence: fmt.Sprintf("%s says %s as paid; %s says it as %s, to be decided from %s on.", capital(v.dated(f.Document)), quoted(f.Claim.Quote.Exact),
					v.dated(g.Document), stageName(g.Claim.Stage), longDate(decided.From))})
			break
		}
	}
	return out
}

// swaps looks for what one text tells as asked for and another as sent, where both
// quote one person of one day, and neither tells both.
func (v *View) swaps() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if f.Claim.Stage != claims.Deployed || f.Headline || planned(f.Claim) || !supplied(&f.Claim) || f.Claim.Organisation == "" || v.speaker(f) == "" || !v.says(f, sentWords) || v.says(f, askedWords) {
			continue
		}
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || g.Claim.Stage != claims.Requested || g.Headline || v.links.lead(f.Document, g.Document) || daysApart(v.day(f), v.day(g)) > 1 || v.day(f) == "" || v.day(g) == "" ||
				!v.Comparer.sameAmount(f, g) || v.speaker(f) != v.speaker(g) || v.tellsWished(f) || !v.says(g, askedWords) || v.says(g, sentWords) {
				continue
			}
			out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, f),
				Sentence: fmt.Sprintf("%s and %s both quote %s: %s has %s as requested, %s as deployed.", capital(v.named(g.Document)), v.named(f.Document), v.speaker(g),
					v.named(g.Document), fullWords(g.Claim), v.named(f.Document))})
			break
		}
	}
	return out
}

// The words beside a number that say its stage beyond doubt; granted, anywhere in a text.
var (
	askedWords    = regexp.MustCompile(`(?i)\b(?:request|ask|sought|seek|appeal)`)
	grantedWords  = regexp.MustCompile(`(?i)\b(?:agreed to|granted|accepted|said yes|complied)\b`)
	givenWords    = regexp.MustCompile(`(?i)\b(?:available|promis|pledg|offer|agree|gives?\b|gave\b|lends?\b|lent\b|lending|provid|grant)`)
	boughtWords   = regexp.MustCompile(`(?i)\b(?:ordered|bought|purchased)\b`)
	decisionWords = regexp.MustCompile(`(?i)\b(?:decide|decision|take up|vote on|rule on|consider|board)\b`)
	paidWords     = regexp.MustCompile(`(?i)\b(?:paid|gave|granted|provided|transferred|received)\b`)
	spentWords    = regexp.MustCompile(`(?i)\b(?:spent|spends|paid|disbursed|transferred|poured)\b`)
	receivedWords = regexp.MustCompile(`(?i)\b(?:delivered|received|arrived|handed over|in stock)\b`)
	doneWords     = regexp.MustCompile(`(?i)\b(?:deployed|sent|sends|sending|arrived|stationed|on duty|on the ground|in place|in (?:operation|action|service|use|position)|operating|at work|approv|authori[sz]|grant|agreed|cleared|signed off|ordered|mobili[sz]ed|activated|called up|delivered|receiv|handed over|joined|took part|taking part)`)
	toSend        = regexp.MustCompile(`(?i)\b(?:will|would|to|is to|are to) (?:be )?(?:sent|send|deploy|deployed|dispatch|dispatched)\b`)
	sentBefore    = regexp.MustCompile(`(?i)\b(?:(?:has|have|had|were|was) (?:been )?(?:sent|deployed|dispatched)|arrived|on duty|in place)\b`)
	sentWords     = regexp.MustCompile(`(?i)\b(?:deployed|sent|arrived|stationed|on duty|on the ground|in place)\b`)
)

// says reports whether the sentence of a figure has such words.
func (v *View) says(f *dossier.Figure, words *regexp.Regexp) bool {
	return words.MatchString(v.sentenceText(f))
}

// votesToCome looks for what one text tells as approved although another, of about the
// same day, has it as asked for and tells when it will be voted on: later.
func (v *View) votesToCome() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if f.Claim.Stage != claims.Approved || f.Headline || !supplied(&f.Claim) || v.day(f) == "" {
			continue
		}
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || g.Claim.Stage != claims.Requested && g.Claim.Stage != claims.Pending || g.Headline || v.day(g) == "" || daysApart(v.day(f), v.day(g)) > longestTold || !v.Comparer.sameAmount(f, g) {
				continue
			}
			if day, ok := v.voteAfter(g); ok && day > v.day(f) && v.says(f, approvals) {
				out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, f),
					Sentence: fmt.Sprintf("%s has %s as approved; by what %s says they are still to be decided on, on %s.", capital(v.dated(f.Document)), fullWords(f.Claim), v.dated(g.Document), longDate(day))})
				break
			}
		}
	}
	return out
}

var voting = regexp.MustCompile(`(?i)\b(?:will|to|is expected to|is due to) (?:vote|decide|debate)\b`)

// voteAfter returns the day of a vote or decision that the sentence of a figure, or the
// next one, tells as still to come.
func (v *View) voteAfter(f *dossier.Figure) (interval.Date, bool) {
	begin, end := v.sentenceAround(f)
	text := v.text(f.Document)
	rest := string(text[begin:min(len(text), end+longestBetween)])
	at := voting.FindStringIndex(rest)
	if at == nil || strings.Contains(rest[:at[0]], "\n") {
		return "", false
	}
	after, _, _ := strings.Cut(rest[at[1]:], ". ")
	days := v.dayReader().days(after, v.day(f), false)
	if len(days) == 0 || strings.Contains(after[:days[0].start], "\n") {
		return "", false
	}
	return days[0].day, true
}

// speaker returns the one person whom a figure's words quote; "" for nobody, or
// several.
func (v *View) speaker(f *dossier.Figure) string {
	name := ""
	for _, hop := range v.chain(f) {
		if hop.Kind != claims.Person || name != "" {
			return ""
		}
		name = hop.Name
	}
	return name
}

// tellsLower reports whether a figure's document tells its number on a lower stage too,
// or, of what is told as sent, as only approved up to a bound.
func (v *View) tellsLower(f *dossier.Figure) bool {
	return v.tellsWished(f) || slices.ContainsFunc(v.sameNumber(f), func(g *dossier.Figure) bool {
		return g.Document == f.Document && g != f && v.climbs(g, f) && v.oneTime(g, f)
	})
}

// tellsWished reports whether a figure's document tells its number as wished for too.
func (v *View) tellsWished(f *dossier.Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *dossier.Figure) bool {
		return g.Document == f.Document && wished(g.Claim.Stage) && g.Claim.Stage != f.Claim.Stage
	})
}

// wished reports whether a stage lies before any approval. What waits for
// approval is for the rule on order.
func wished(s claims.Stage) bool {
	return s == claims.CalledFor || s == claims.Requested || s == claims.Pledged
}
