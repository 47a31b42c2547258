package findings

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// jumps looks for a number that was wished for where it was taken from, and is
// told as approved or sent in the retelling.
func (v *View) jumps() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if !passed(f.Claim.Stage) || f.Headline || planned(f.Claim) || f.Claim.Value == nil || f.Claim.Value.Cmp(interval.Int(20)) < 0 || f.Claim.Unit != "" || f.Claim.Per != "" || !v.links.any(f.Document) {
			continue
		}
		var from *dossier.Figure
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || !v.links.lead(f.Document, g.Document) {
				continue
			}
			if passed(g.Claim.Stage) { // it was told so before
				from = nil
				break
			}
			if from == nil && wished(g.Claim.Stage) && v.Comparer.sameAmount(f, g) && v.retells(f, g.Document) {
				from = g
			}
		}
		if from == nil || v.tellsWished(f) {
			continue
		}
		severity := Warning
		if from.Claim.Stage == claims.CalledFor && f.Claim.Stage == claims.Ordered {
			severity = Info // "would send" that became "will send"
		}
		out = append(out, Finding{Severity: severity, Verdict: Conflict, Inputs: rests(from, f),
			Sentence: fmt.Sprintf("%s says %s as %s, retold by %s as %s.", capital(v.named(from.Document)), quoted(from.Claim.Quote.Exact), stageName(from.Claim.Stage),
				v.named(f.Document), stageName(f.Claim.Stage))})
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

// The words beside a number that say its stage beyond doubt.
var (
	askedWords = regexp.MustCompile(`(?i)\b(?:request|ask|sought|seek|appeal)`)
	sentWords  = regexp.MustCompile(`(?i)\b(?:deployed|sent|arrived|stationed|on duty|on the ground|in place)\b`)
)

// says reports whether the sentence of a figure has such words.
func (v *View) says(f *dossier.Figure, words *regexp.Regexp) bool {
	begin, end := v.sentenceAround(f)
	return words.MatchString(string(v.text(f.Document)[begin:end]))
}

// votesToCome looks for what one text tells as approved although another, of about the
// same day, has it as asked for and tells when it will be voted on: later.
func (v *View) votesToCome() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if f.Claim.Stage != claims.Approved || f.Headline || !supplied(&f.Claim) || v.day(f) == "" || !v.says(f, approvals) {
			continue
		}
		for _, g := range v.sameNumber(f) {
			if g.Document == f.Document || g.Claim.Stage != claims.Requested && g.Claim.Stage != claims.Pending || g.Headline || v.day(g) == "" || daysApart(v.day(f), v.day(g)) > longestTold || !v.Comparer.sameAmount(f, g) {
				continue
			}
			if day, ok := v.voteAfter(g); ok && day > v.day(f) {
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
	days := newDayReader().days(after, v.day(f), false)
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

// tellsWished reports whether a figure's document tells its number as wished for too.
func (v *View) tellsWished(f *dossier.Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(g *dossier.Figure) bool { return g.Document == f.Document && wished(g.Claim.Stage) })
}

// wished reports whether a stage lies before any approval. What waits for
// approval is for the rule on order.
func wished(s claims.Stage) bool {
	return s == claims.CalledFor || s == claims.Requested || s == claims.Pledged
}
