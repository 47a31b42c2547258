package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/interval"
)

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

var voting = newPattern(`(?i)\b(?:will|to|is expected to|is due to) (?:vote|decide|debate)\b`)

// voteAfter returns the day of a vote or decision that the sentence of a figure, or the
// next one, tells as still to come.
func (v *View) voteAfter(f *Figure) (interval.Date, bool) {
	begin, end := v.sentenceAround(f)
	rest := v.home(f).part(begin, end+longestBetween)
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
func (v *View) speaker(f *Figure) string {
	name := ""
	for _, hop := range v.chain(f) {
		if hop.Kind != claims.Person || name != "" {
			return ""
		}
		name = hop.Name
	}
	return name
}
