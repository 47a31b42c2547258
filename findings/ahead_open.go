package findings

import (
	"slices"
	"strings"
	"unicode/utf8"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// open is what a text tells of a number as still to come: by which words of it, and by which day.
type open struct {
	figure    *Figure
	rung      rung          // how far it has come there
	words     string        // of the text
	day       interval.Date // on which it is to come; "" for none
	by        bool          // that day is the last
	part      *Figure       // what is done of it so far; nil for nothing told
	undecided bool          // somebody has yet to decide on it
	intended  bool          // somebody means to do it, and no more is told
}

// is says how a text has what is still to come.
func (o open) is() string {
	switch {
	case o.undecided:
		return "still to be decided on"
	case o.rung == isGranted:
		return "granted and still to come"
	}
	return "still to come"
}

// openAt returns what the text of a figure tells as still to come of it, in its sentence or the two
// behind it, where another tells it as far as a rung.
func (v *View) openAt(g *Figure, told rung) (open, bool) {
	w := v.aheadWords()
	o := open{figure: g, rung: v.rungOpen(g)}
	if g.Claim.Act == claims.Deny {
		return o, false
	}
	if part := v.partDone(g); told == isDone && part != nil {
		o.part = part
		return o, true
	}
	if o.rung >= told {
		return o, false
	}
	list, first, last := v.sentencesOf(g)
	if list == nil || first != last {
		return o, false
	}
	waits := o.rung < isGranted && v.toBeDecided(g)
	plan, intended := v.intends(g, o, told)
	if intended && plan.day != "" {
		return plan, true
	}
	for n := 0; n < 3 && last+n < len(list); n++ {
		s := list[last+n]
		if n > 0 && (strings.HasSuffix(list[last+n-1].text, "\n") && n > 1 || w.rest.MatchString(s.text) || !waits && !v.goesOnAbout(s.text, g) && !(intended && w.posts.MatchString(s.text))) {
			break
		}
		if n > 0 && w.hasGone(s.text) {
			break
		}
		if at := w.undecided.FindStringIndex(s.text); waits && at != nil && !v.otherBetween(g, s, at) {
			o.words, o.undecided = passage(s.text, at[0], at[1]), true
			o.day, o.by = v.dayToCome(s.text[at[0]:], v.day(g))
			return o, true
		}
		if told < isDone {
			continue
		}
		if at := w.notYet.FindStringIndex(s.text); at != nil && !v.otherBetween(g, s, at) {
			o.words = passage(s.text, at[0], at[1])
			o.day, o.by = v.dayToCome(s.text, v.day(g))
			return o, true
		}
		if at := w.toCome.FindStringIndex(s.text); at != nil && !v.otherBetween(g, s, at) && !w.stays.MatchString(s.text[at[1]:]) {
			day, by := v.dayToCome(s.text[at[0]:min(len(s.text), at[1]+longestToCome)], v.day(g))
			if day == "" && n == 0 && at[0] <= longestToCome { // "by the end of October the board will replace 45 pumps"
				day, by = v.dayToCome(s.text[:at[0]], v.day(g))
			}
			if day != "" {
				o.words, o.day, o.by = passage(s.text, at[0], at[1]), day, by
				return o, true
			}
		}
	}
	return plan, intended
}

// intends returns what a text tells of a number as what somebody means to do, in the words before it:
// "plans to open 14 counters".
func (v *View) intends(g *Figure, o open, told rung) (open, bool) {
	if told != isDone || o.rung != wishedFor {
		return o, false
	}
	before, after := v.ownWords(g)
	at := v.aheadWords().intends.FindStringIndex(before)
	if at == nil || v.aheadWords().never.MatchString(before) {
		return o, false
	}
	clause := before + g.Claim.Number.Exact + after
	o.words, o.intended = strings.Trim(clause, " .\n\"”“"), true
	o.day, o.by = v.dayToCome(clause[at[0]:], v.day(g))
	return o, true
}

// partDone returns what the text of a figure tells as done of it so far, right before it, behind it
// in its sentence or at the begin of the next: "six of the nine planned are open", "so far 34 million
// have been paid"; nil for none.
func (v *View) partDone(g *Figure) *Figure {
	w := v.aheadWords()
	ofThem := outOf.MatchString(v.sentenceBefore(g))
	if v.rungOpen(g) == isDone && !v.wholeOfAPart(g) && !ofThem || g.Claim.Qualifier != claims.Exact && g.Claim.Qualifier != claims.About {
		return nil
	}
	if part := v.partBefore(g); part != nil && v.wholeOfAPart(g) {
		_, after := v.ownWords(g)
		if v.doneWith("", after) && w.planned.MatchString(after) {
			return part
		}
		return nil
	}
	list, _, last := v.sentencesOf(g)
	for _, h := range v.home(g).own {
		if h.Claim.Number.Start < g.Claim.Number.End || h.Headline || h.Claim.Value == nil || h.Claim.Value.Cmp(*g.Claim.Value) >= 0 || h.Claim.Relative != nil || shortTime(h.Claim.Unit) ||
			h.Claim.Unit != g.Claim.Unit && !(money(&h.Claim) && money(&g.Claim)) || besideNumber(&h.Claim) && !v.mayBeOneThing(g, h) {
			continue
		}
		if next := min(last+1, len(list)-1); h.Claim.Number.Start >= list[next].place.to {
			return nil
		}
		before, after := v.ownWords(h)
		sentence := v.sentenceText(h)
		if w.grants.MatchString(before + after) {
			return nil
		}
		if ofThem && !w.planned.MatchString(v.home(g).part(g.Claim.Number.End, h.Claim.Number.Start)) {
			return nil
		}
		if (ofThem && v.sameSentence(g, h) || w.soFar.MatchString(before)) && v.doneWith(before, after) && !w.unsureAfter.MatchString(after) || w.soFar.MatchString(strings.TrimSpace(sentence)) && v.doneWith("", sentence) && !w.unsure.MatchString(before) {
			return h
		}
		return nil
	}
	return nil
}

// hasGone reports whether a sentence tells that something has begun: "they left this morning", not
// "they are expected to set out on Saturday".
func (w *aheadWords) hasGone(sentence string) bool {
	at := w.gone.FindStringIndex(sentence)
	return at != nil && !w.notYet.MatchString(sentence) && !w.toCome.MatchString(sentence[:at[0]])
}

// longestToCome is how many bytes behind the words of what is to come its day may stand.
const longestToCome = 60

// otherBetween reports whether another number stands between a figure, or the begin of a sentence
// behind its own, and what is told there.
func (v *View) otherBetween(g *Figure, s textSentence, at []int) bool {
	from, to := s.place.from+utf8.RuneCountInString(s.text[:at[0]]), s.place.from+utf8.RuneCountInString(s.text[:at[1]])
	from, to = min(from, g.Claim.Number.End), max(to, g.Claim.Number.Start)
	from = max(from, s.place.from)
	return slices.ContainsFunc(v.home(g).own, func(h *Figure) bool {
		return h != g && h.Claim.Number.Start >= from && h.Claim.Number.End <= to && !shortTime(h.Claim.Unit) && (h.Claim.Value == nil || !h.Claim.Value.Equal(*g.Claim.Value))
	})
}

func shortTime(unit string) bool {
	switch unit {
	case "year", "month", "week", "day", "hour", "minute":
		return true
	}
	return false
}

// goesOnAbout reports whether a sentence goes on about what a figure counts: by a word like "they",
// by its noun, or by one that may stand for it.
func (v *View) goesOnAbout(sentence string, g *Figure) bool {
	head := origins.Head(g.Claim.Counted)
	sentence = strings.ToLower(strings.TrimSpace(sentence))
	if v.aheadWords().takesUp.MatchString(sentence) || head != "" && strings.Contains(sentence, head) {
		return true
	}
	words := strings.Fields(sentence)
	things := v.Comparer.things
	return len(words) > 2 && words[0] == "the" && head != "" && (things.Same(words[1], g.Claim.Counted) || things.People(words[1]) && things.People(g.Claim.Counted))
}

// toBeDecided reports whether the sentence of a figure tells that it waits for somebody's yes.
func (v *View) toBeDecided(g *Figure) bool {
	return g.Claim.Stage == claims.Requested || g.Claim.Stage == claims.Pending || v.grantWords().asked.MatchString(v.sentenceText(g)) || v.aheadWords().offered.MatchString(v.sentenceText(g))
}

// rungOpen returns how far the text of a figure has it by its stage and words: isDone where it is
// not plainly of what is still to come.
func (v *View) rungOpen(g *Figure) rung {
	w := v.aheadWords()
	before, after := v.ownWords(g)
	_, all := v.around(g)
	given := w.granted.MatchString(before) || w.grantedWhich.MatchString(all) || w.grantedAfter.MatchString(after) || w.grantedAs.MatchString(after)
	switch {
	case w.owned.MatchString(before):
		return isDone
	case !given && w.intends.MatchString(before) && !w.never.MatchString(before):
		return wishedFor
	case !given && (w.asks.MatchString(before) || v.sources().stages.applies.MatchString(v.sentenceText(g))):
		return wishedFor
	case v.wholeOfAPart(g) || outOf.MatchString(v.sentenceBefore(g)):
		return isDone
	case given, g.Claim.Stage == claims.Approved:
		return isGranted
	case v.doneWith(before+g.Claim.Number.Exact, after) && !w.unsure.MatchString(before) && !w.unsureAfter.MatchString(after) && !v.toBeDecided(g):
		return isDone
	}
	switch stage := g.Claim.Stage; stage {
	case claims.Requested, claims.Pending, claims.CalledFor, claims.Pledged, claims.Target:
		return wishedFor
	case claims.Ordered:
		if planned(g.Claim) {
			return wishedFor
		}
	}
	if w.toCome.MatchString(before+g.Claim.Number.Exact+after) && !v.doneWith("", after) {
		return wishedFor
	}
	return isDone
}

// dayToCome returns the first day that a stretch tells which comes after another, and whether it
// is told as the last: "by 30 June".
func (v *View) dayToCome(stretch string, after interval.Date) (interval.Date, bool) {
	w := v.aheadWords()
	first, by := interval.Date(""), false
	for _, told := range v.dayReader().days(stretch, after, false) {
		if told.day > after && (first == "" || told.day < first) {
			first, by = told.day, w.deadline.MatchString(stretch[:told.start]) && !w.notYet.MatchString(stretch[:told.start])
		}
	}
	if first != "" {
		return first, by
	}
	if found := w.soon.FindStringSubmatch(stretch); found != nil {
		begin := strings.Index(stretch, found[0])
		return soonDay(found, after), strings.HasPrefix(strings.ToLower(found[0]), "by ") || w.deadline.MatchString(stretch[:begin])
	}
	return "", false
}

// passage returns the words of a stretch around a place, whole clauses of it, cut short.
func passage(stretch string, from, to int) string {
	start := 0
	if at := strings.LastIndexAny(stretch[:from], ",;:“\"\n"); at >= 0 {
		_, size := utf8.DecodeRuneInString(stretch[at:])
		start = at + size
	}
	end := to + clauseTo(stretch[to:])
	return strings.Trim(stretch[start:end], " .\n\"”“")
}
