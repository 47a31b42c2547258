package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

var (
	// "900 nurses, up from 400"
	upFromEarlier = newPattern(`(?i)^[^.;:()]{0,40}, (?:up|down) from (?:just |only |about )?$`)
	fromEarlier   = newPattern(`(?i)^[^.;:()]{0,70},? (?:(?:up|down) )?from (?:just |only |about )?$`)
	fromEarlierTo = newPattern(`(?i)\b(?:risen|rose|rises|grown|grew|climbed|gone up|increased|fallen|fell|dropped|sunk|down|up) (?:to\b[^.;]{0,80})?,? ?from $`)
	ofEarlier     = newPattern(`(?i)^[^.;:,()]{0,30}\b(?:a (?:day|week|month) (?:earlier|before|ago)|last (?:week|month)|the (?:day|week|month) before|yesterday|(?:on|at) the (?:opening|first|start|beginning|outset|launch)\b|(?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on (?:\d{1,2} [A-Z]\w{2}|[A-Z]\w{2,8} \d))`)
	asOfNow       = newPattern(`(?i)\b(?:now|currently|at present|so far|up to now|until now|to date|as of today|(?:is|are|remains?) still|still (?:without|in|on|missing|waiting|sitting|at))\b`)
)

// outdated looks for counts that a text tells as holding now although one before it
// told the next count of the same: "2,760 people, up from 1,340 a week earlier", and a
// day later "1,340 people are now in shelters".
func (v *View) outdated() []Finding {
	var out []Finding
	for _, now := range v.Figures {
		was, ok := v.earlierCount(now)
		if !ok {
			continue
		}
		for _, g := range v.sameNumber(was) {
			if g.Document == was.Document || g.Headline || g.Claim.Act == claims.Deny || !v.after(g, now) || daysApart(v.day(g), v.day(now)) > longestTold || !v.tellsNow(g) {
				continue
			}
			head, _ := v.Comparer.head(g.Claim.Counted)
			there, _ := v.Comparer.head(now.Claim.Counted)
			things := v.Comparer.things // "personnel" of the one may be the "peacekeepers" of the other
			people := (things.Same(g.Claim.Counted, now.Claim.Counted) || !things.Known(head) || !things.Known(there)) && significant(*g.Claim.Value) > 1 && (v.mentions(g.Document, now.Document) || v.byBody(g, v.document(now.Document).Publisher))
			if head == "" || head != there && !people || !v.nearWords(g, was) && (significant(*g.Claim.Value) < 2 || g.Claim.Value.Cmp(interval.Int(leastTold)) < 0 || !v.mentions(g.Document, now.Document) && !v.byBody(g, v.document(now.Document).Publisher)) || slices.ContainsFunc(v.sameNumber(now), func(f *Figure) bool { return f.Document == g.Document }) {
				continue
			}
			out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(g, now, was),
				Sentence: fmt.Sprintf("%s has %s as the number now; %s has %s, %s from %s.", capital(v.dated(g.Document)), fullWords(g.Claim), v.dated(now.Document), fullWords(now.Claim), way(was.Claim, now.Claim), words(was.Claim))})
		}
	}
	return out
}

// mentions reports whether one text names the publisher of another.
func (v *View) mentions(document, other string) bool {
	publisher := v.document(other).Publisher
	return v.sources().linked(v.documents[document], v.documents[other]) || publisher != "" && strings.Contains(v.document(document).Text, publisher)
}

// earlierCount returns the count that a text tells as the one before a count.
func (v *View) earlierCount(now *Figure) (*Figure, bool) {
	c := &now.Claim
	if now.Headline || c.Value == nil || c.Unit != "" || c.Relative != nil || c.Per != "" {
		return nil, false
	}
	list := v.home(now).own
	i, _ := slices.BinarySearchFunc(list, now, func(a, b *Figure) int { return a.Claim.Number.Start - b.Claim.Number.Start })
	for _, was := range list[min(len(list), i+1):min(len(list), i+4)] {
		between, near := v.between(now, was)
		if !near {
			break
		}
		if !fromEarlier.MatchString(between) {
			continue
		}
		w := &was.Claim
		if w.Value == nil || w.Unit != "" || w.Relative != nil || w.Per != "" || w.Value.Cmp(interval.Int(20)) < 0 || w.Value.Equal(*c.Value) || !v.sameNoun(*c, *w) && (besideNumber(w) || c.Counted == "") {
			continue
		}
		if ofEarlier.MatchString(v.after40(was)) {
			return was, true
		}
	}
	return nil, false
}

// tellsNow reports whether a figure's clause says that it holds now.
func (v *View) tellsNow(f *Figure) bool {
	return v.has(nowTold, f, func() bool { return v.findNow(f) })
}

func (v *View) findNow(f *Figure) bool {
	after := v.after40(f)
	if at := strings.IndexAny(after, ",.;:"); at >= 0 {
		after = after[:at]
	}
	return asOfNow.MatchString(after) || asOfNow.MatchString(lastChars(v.sentenceBefore(f), 40))
}

// way is "up" or "down", from one number to another.
func way(from, to claims.Figure) string {
	if to.Value.Cmp(*from.Value) < 0 {
		return "down"
	}
	return "up"
}

func lastChars(s string, n int) string { return s[max(0, len(s)-n):] }

// nearWords reports whether the sentences of two figures share enough words beside
// the number: fewer where one office says both.
func (v *View) nearWords(f, g *Figure) bool {
	shared := origins.SharedWords(v.wordsBeside(f), v.wordsBeside(g))
	if voice := v.voice(f); voice != "" && v.Comparer.names.Same(voice, v.voice(g)) {
		return shared >= enoughWords-1
	}
	return shared >= enoughWords
}
