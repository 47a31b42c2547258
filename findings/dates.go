package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

const (
	longestDated = 31 // days beyond which a period is no date of one event any more
	longestApart = 62 // days from the first to the last that two times of one event may take in
	longestTold  = 92 // days between two documents that tell of one event
)

// dates compares the times that tellings of one figure give it.
func dates() Rule {
	return Rule{ID: "dates", Version: 9, Title: "Do tellings of one figure give it the same time?", Look: func(v *View) []Finding {
		var out []Finding
		for i, group := range v.Groups {
			if !timesDiffer(group) {
				continue
			}
			var dated []*Figure
			for _, list := range v.parted(i) {
				list = slices.DeleteFunc(slices.Clone(list), func(f *Figure) bool {
					return !ofEvent(&f.Claim) || v.occasion(f) || v.wholeOfAPart(f) || v.saidThen(f) || v.ofAnotherClause(f) || v.countedBy(f)
				})
				if len(list) > 0 && oneTime(list) {
					dated = append(dated, list...)
				}
			}
			if f, ok := disagree(v, dated, group); ok {
				out = append(out, f)
			}
		}
		out = slices.Concat(out, inside(v, out), starts(v))
		out = append(out, v.retoldDays(out)...)
		out = append(out, v.timesRetold(out)...)
		return append(out, wrongWeekdays(v)...)
	}}
}

// timesDiffer reports whether tellings of one figure give it two times at all.
func timesDiffer(group []*Figure) bool {
	var first *claims.When
	for _, f := range group {
		switch about := f.Claim.About; {
		case about == nil:
		case first == nil:
			first = about
		case about.Period != first.Period:
			return true
		}
	}
	return false
}

// ofEvent reports whether a figure's time is that of one event, such as a
// request or a demand. Outcomes are measured again and again.
func ofEvent(f *claims.Figure) bool {
	return f.Stage != claims.Result && f.Stage != claims.Other && f.Stage != "" && f.About != nil && f.About.Text != "" && inDays(f.About.Period) && !ofNow(f.About.Text) && !ofNext(f.About.Text)
}

// countedBy reports whether a figure is how many had come by a day, which is counted again.
func (v *View) countedBy(f *Figure) bool {
	return edgeOf(f.Claim.About.Text) == "by" && holds(v.sentenceText(f), []string{" had ", " has ", " have ", " were "})
}

// ofNext reports whether a time is the next day of a week: this one to some, and the one
// after to others.
func ofNext(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "next ") && strings.Contains(text, "day") || strings.Contains(text, "of next week")
}

// ofNow reports whether a time is only that of telling it: what is so today is
// measured again tomorrow.
func ofNow(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .,;")) {
	case "now", "today", "currently", "at present", "at the moment", "so far", "right now":
		return true
	}
	return false
}

// edgeOf returns the word by which a time is only an edge: "by 1 October" is a
// deadline, and no day on which something happens; "" for none.
func edgeOf(text string) string {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	switch first {
	case "by", "before", "until", "till", "after", "since", "from", "within":
		return first
	}
	return ""
}

// saidThen reports whether the words of a figure's time stand behind a verb of saying:
// "announced on Monday that 900 officers would go".
func (v *View) saidThen(f *Figure) bool {
	before, _, found := strings.Cut(v.sentenceText(f), f.Claim.About.Text)
	words := strings.Fields(strings.ToLower(before))
	return found && slices.ContainsFunc(words[max(0, len(words)-3):], func(word string) bool {
		switch strings.Trim(word, ",.:;") {
		case "said", "says", "announced", "told", "confirmed", "added", "declared", "promised", "stated", "revealed":
			return true
		}
		return false
	})
}

// oneTime reports whether a document tells one time only; several are told on
// purpose, of several events.
func oneTime(list []*Figure) bool {
	return !slices.ContainsFunc(list, func(f *Figure) bool { return !f.Claim.About.Overlaps(list[0].Claim.About.Period) })
}

// disagrees reports whether two documents of about one time tell times without
// a common day.
func disagrees(v *View, f, g *Figure) bool {
	if f.Document == g.Document || v.Comparer.Barred(f, g) || f.Claim.About.Overlaps(g.Claim.About.Period) || edgeOf(f.Claim.About.Text) != edgeOf(g.Claim.About.Text) || oneWeekday(f.Claim.About, g.Claim.About) || v.share(f) != v.share(g) {
		return false
	}
	x, y := f.Claim.About.Period, g.Claim.About.Period
	if (interval.Period{From: min(x.From, y.From), To: max(x.To, y.To)}).Days() > longestApart {
		return false // two events
	}
	a, errA := interval.ParseDate(v.home(f).document.Published)
	b, errB := interval.ParseDate(v.home(g).document.Published)
	return errA != nil || errB != nil || (interval.Period{From: min(a, b), To: max(a, b)}).Days() <= longestTold
}

// share returns the word that makes a figure the last or another part of what
// it counts, each with a day of its own: "the last of the 300", "another 300"; "" for none.
func (v *View) share(f *Figure) string {
	begin, _ := v.sentenceAround(f)
	before := strings.Fields(strings.ToLower(v.home(f).part(begin, f.Claim.Number.Start)))
	return shareIn(before[max(0, len(before)-4):])
}

// shareIn returns the last word of a list that makes something a part of a whole; "" for none.
func shareIn(words []string) string {
	for _, word := range slices.Backward(words) {
		switch word {
		case "last", "final", "next", "second", "third", "another", "further", "remaining", "other", "rest":
			return word
		}
	}
	return ""
}

// occasion reports whether a figure's time is that of an event that its sentence names
// besides: "to Ostria, where the election on 9 June is guarded".
func (v *View) occasion(f *Figure) bool {
	before, _, found := strings.Cut(v.sentenceText(f), f.Claim.About.Text)
	return found && occasionIn(before) != ""
}

// ofAnotherClause reports whether a semicolon stands between a figure and its time, or the time
// is that of what went before.
func (v *View) ofAnotherClause(f *Figure) bool {
	number := f.Claim.Number.Exact
	before, after, found := strings.Cut(v.sentenceText(f), f.Claim.About.Text)
	if clause := before[strings.LastIndexAny(before, ",;")+1:]; found && strings.HasPrefix(after, ",") && strings.Contains(after, number) && holds(strings.ToLower(clause), []string{" after ", " since ", " when ", " following ", " because ", " where "}) {
		return true // "ordered after a dam gave way on 9 December, covers 286 structures"
	}
	i, j := strings.LastIndex(before, ";"), strings.Index(after, ";")
	return found && (i >= 0 && strings.Contains(before[:i], number) || j >= 0 && strings.Contains(after[j:], number))
}

// occasionIn returns the event that words before a day end with, "the election on"; "" for
// none.
func occasionIn(before string) string {
	words := strings.Fields(strings.ToLower(before))
	if n := len(words); n > 0 && (words[n-1] == "on" || words[n-1] == "of" || words[n-1] == "from") {
		words = words[:n-1]
	}
	if n := len(words); n > 1 && slices.Contains([]string{"will", "to", "would", "must"}, words[n-2]) {
		return "" // "will vote on 14 May"
	}
	switch word := last(words); word {
	case "election", "elections", "vote", "referendum", "summit", "inauguration", "ceremony", "festival", "earthquake", "storm", "attack", "anniversary":
		return word
	}
	return ""
}

// oneWeekday reports whether two times are one day of the week of which at least one is
// told by its name alone: which week is meant is then only guessed.
func oneWeekday(a, b *claims.When) bool {
	x, y := bareWeekday(a.Text), bareWeekday(b.Text)
	if x == "" && a.From != "" && a.From == a.To {
		x = a.From.Time().Weekday().String()
	}
	if y == "" && b.From != "" && b.From == b.To {
		y = b.From.Time().Weekday().String()
	}
	return x != "" && x == y && (bareWeekday(a.Text) != "" || bareWeekday(b.Text) != "")
}

// bareWeekday returns the day of the week by which a time is told without a date; "" for
// none.
func bareWeekday(text string) string {
	if !strings.ContainsAny(text, "0123456789") {
		for _, name := range newDayScanner().weekdays {
			if strings.Contains(text, name) {
				return name
			}
		}
	}
	return ""
}

func inDays(p interval.Period) bool { n := p.Days(); return n > 0 && n <= longestDated }

// disagree makes one finding of all tellings whose time has no day in common
// with the time of another.
func disagree(v *View, dated, group []*Figure) (Finding, bool) {
	var apart []*Figure
	for _, f := range dated {
		if slices.ContainsFunc(dated, func(g *Figure) bool { return disagrees(v, f, g) }) {
			apart = append(apart, f)
		}
	}
	if len(apart) == 0 {
		return Finding{}, false
	}
	var periods []interval.Period
	for _, f := range apart {
		if !slices.Contains(periods, f.Claim.About.Period) {
			periods = append(periods, f.Claim.About.Period)
		}
	}
	slices.SortFunc(periods, func(a, b interval.Period) int {
		return strings.Compare(string(a.From)+string(a.To), string(b.From)+string(b.To))
	})
	if !nextTo(periods...) && slices.ContainsFunc(periods, func(p interval.Period) bool {
		return p.From == p.To && slices.ContainsFunc(apart, func(f *Figure) bool {
			return f.Claim.About.Period != p && namesDay(v.home(f).document.Text, p.From)
		})
	}) {
		return Finding{}, false // a text that tells both days tells of two events
	}
	var pieces []string
	var agreeing []*Figure
	for _, p := range periods {
		var exact string
		var names []string
		for _, f := range apart {
			if f.Claim.About.Period != p {
				continue
			}
			if exact == "" {
				exact = quoted(f.Claim.About.Text)
			}
			if name := v.named(f.Document); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if p.From == p.To { // and who names the day elsewhere in the text
			for _, list := range byDocument(group) {
				f := principal(list)
				if name := v.named(f.Document); !slices.Contains(names, name) && namesDay(v.home(f).document.Text, p.From) {
					names, agreeing = append(names, name), append(agreeing, f)
				}
			}
		}
		verb := ""
		if len(pieces) == 0 {
			verb = "has the time "
			if len(names) > 1 {
				verb = "have the time "
			}
		}
		pieces = append(pieces, fmt.Sprintf("%s %s%s (%s)", listed(names), verb, exact, days(p)))
	}
	out := Finding{
		Severity: Warning, Verdict: Conflict, Inputs: rests(append(apart, agreeing...)...),
		Sentence: fmt.Sprintf("Where they write of %s, %s.", phrase(apart[0].Claim), strings.Join(pieces, ", and ")),
	}
	if nextTo(periods...) || slices.ContainsFunc(apart, func(f *Figure) bool {
		return !strings.ContainsAny(f.Claim.About.Text, "0123456789") && !inDate(f.Claim.About.Text)
	}) {
		out.Severity = Info // a day told by the week may be another, and that of something else
	}
	return out, true
}

// nextTo reports whether times of which one is longer than a day lie next to each
// other: "mid-May" and May 21 may be one day told loosely.
func nextTo(periods ...interval.Period) bool {
	slices.SortFunc(periods, func(a, b interval.Period) int { return strings.Compare(string(a.From), string(b.From)) })
	vague, last := false, periods[0].To
	for _, p := range periods {
		if p.From > last && daysApart(last, p.From) > daysBeside {
			return false
		}
		vague, last = vague || p.From != p.To, max(last, p.To)
	}
	return vague
}

// daysBeside is how many days beyond a time of several days another may lie and still
// be meant by it.
const daysBeside = 3

// namesDay reports whether a text names a day of the calendar.
func namesDay(text string, day interval.Date) bool {
	t := day.Time()
	for _, layout := range []string{"January 2", "2 January"} {
		if at := strings.Index(text, t.Format(layout)); at >= 0 {
			after, before := text[at+len(t.Format(layout)):], text[:at]
			digit := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
			if !digit(after) && (before == "" || !digit(before[len(before)-1:])) {
				return true
			}
		}
	}
	return false
}
