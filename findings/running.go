package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// runningTotal is a number that its text tells as that of all that was done since a start.
type runningTotal struct {
	*Figure
	deed     uint64
	since    string        // the words that tell the start; "" for none
	from, to interval.Date // the day of the start, and that of the count, where the text tells them
}

// leastRunning is the least count that is looked at: smaller ones recur by chance.
const leastRunning = 20

// fallenTotals looks for counts since a start that are less than what the same body had told
// before of the same deed: in its own texts, or by whom it is laid to.
func (v *View) fallenTotals() []Finding {
	var out []Finding
	for _, f := range v.Figures {
		if !mayRun(&f.Claim) || !v.running().hints.in(v.sentenceText(f)) {
			continue
		}
		later, ok := v.runningTotal(f)
		if !ok || later.since == "" && !v.running().upTo.MatchString(v.sentenceText(f)) {
			continue
		}
		var highest runningTotal
		for _, known := range v.sources().toldBySame(f) {
			for _, g := range known.own {
				if earlier, ok := v.countBefore(g, later); ok && (highest.Figure == nil || earlier.Claim.Value.Cmp(*highest.Claim.Value) > 0) {
					highest = earlier
				}
			}
		}
		if highest.Figure != nil {
			out = append(out, Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(highest.Figure, f),
				Sentence: fmt.Sprintf("%s has %s as a running total, but %s had %s: such a total does not fall unless it is revised or begins anew.",
					capital(v.dated(f.Document)), fullWords(f.Claim), v.dated(highest.Document), fullWords(highest.Claim))})
		}
	}
	return out
}

// toldBySame returns the texts of days before that of a figure by whose word it is, and those
// that name them.
func (s *sources) toldBySame(f *Figure) []*knownDocument {
	its := f.document
	var out []*knownDocument
	for _, key := range s.tellers(f) {
		for _, list := range [][]*knownDocument{s.by(key), s.naming(key)} {
			for _, known := range list {
				if known.nth < its.nth && its.nth-known.nth <= longestTold && !slices.Contains(out, known) {
					out = append(out, known)
				}
			}
		}
	}
	return out
}

// runningTotal reads a figure as a count of what was done; false where it is none.
func (v *View) runningTotal(f *Figure) (runningTotal, bool) {
	c := &f.Claim
	if !mayRun(c) || f.Headline || f.PartOf != "" || f.document.day == "" {
		return runningTotal{}, false
	}
	deed := v.deedOf(f)
	if deed == 0 {
		return runningTotal{}, false
	}
	words, sentence, clause := v.running(), v.sentenceText(f), v.clauseText(f)
	since := words.since.FindString(sentence)
	if since == "" && words.same.MatchString(sentence) {
		since = v.sinceBefore(f)
	}
	if words.open.MatchString(clause) || words.other.MatchString(sentence) || strings.HasSuffix(strings.TrimSpace(sentence), "?") || v.ofAPart(f) || v.ofAnotherYear(f) || v.isReplaced(f) || v.rejected(f) != "" {
		return runningTotal{}, false
	}
	out := runningTotal{Figure: f, deed: deed, since: strings.ToLower(since)}
	if at := c.About; at != nil && at.To != "" && at.To <= f.document.day {
		switch told := strings.ToLower(at.Text); {
		case strings.HasPrefix(told, "since "), strings.HasPrefix(told, "from "), strings.HasPrefix(told, "between "):
			out.from = at.From
			if !strings.HasPrefix(told, "since ") {
				out.to = at.To
			}
		case at.From == at.To || at.From == "":
			out.to = at.To
		}
	}
	return out, true
}

// mayRun reports whether a figure may be a count of what was done.
func mayRun(c *claims.Figure) bool {
	if c.Value == nil || c.Per != "" || c.Relative != nil || c.Direction != "" || c.Act != claims.Assert || c.Unit == "" && c.Counted == "" || c.Value.Cmp(interval.Int(leastRunning)) < 0 {
		return false
	}
	switch c.Unit {
	case "percent", "share", "times", "hour", "year":
		return false
	}
	return daysOf(c.Unit) == 0
}

// sinceBefore returns the words that tell a start in one of the sentences before that of a figure.
func (v *View) sinceBefore(f *Figure) string {
	list, at, _ := v.sentencesOf(f)
	for i := at - 1; i >= max(0, at-mostBack); i-- {
		if since := v.running().since.FindString(list[i].text); since != "" {
			return since
		}
	}
	return ""
}

// mostBack is how many sentences before that of a number may tell the time that it is of.
const mostBack = 8

// countBefore reads a figure as a count of the same as a running total and of a day before it
// that lies above it.
func (v *View) countBefore(g *Figure, later runningTotal) (runningTotal, bool) {
	f := later.Figure
	c, d := &f.Claim, &g.Claim
	if d.Unit != c.Unit || d.Value == nil || !above(d.Reading, c.Reading) || interval.Int(7).Mul(*d.Value).Cmp(interval.Int(10).Mul(*c.Value)) > 0 {
		return runningTotal{}, false // much less is a part, or another count
	}
	earlier, ok := v.runningTotal(g)
	if !ok || !v.oneDeed(later, earlier) || !v.oneStart(later, earlier) || !v.inCourse(earlier) {
		return runningTotal{}, false
	}
	heldOn, counted := earlier.to, later.to
	if heldOn == "" {
		heldOn = g.document.day
	}
	if counted == "" {
		counted = f.document.day
	}
	if heldOn >= counted {
		return runningTotal{}, false
	}
	if v.Comparer.Barred(f, g) || !v.mayBeOfOne(f, g) || v.sources().otherScope(f, g) != "" || v.saysMore(f, g) || v.hasIt(g, f.document) || v.toldOnDayBefore(f, g) || v.countedAgain(f, g) || !slices.ContainsFunc(v.sources().tellers(g), func(key sourceKey) bool { return slices.Contains(v.sources().tellers(f), key) }) {
		return runningTotal{}, false
	}
	return earlier, true
}

// oneDeed reports whether two counts are of one deed and thing.
func (v *View) oneDeed(a, b runningTotal) bool {
	c, d := &a.Claim, &b.Claim
	if a.deed&b.deed == 0 && !(a.since != "" && b.since != "" && (a.deed == anyDeed || b.deed == anyDeed)) {
		return false
	}
	if c.Unit != "" {
		return c.Counted == "" || d.Counted == "" || v.Comparer.things.Same(c.Counted, d.Counted)
	}
	x, _ := v.Comparer.head(c.Counted)
	y, _ := v.Comparer.head(d.Counted)
	things := v.Comparer.things
	return x == y || things.People(c.Counted) && things.People(d.Counted) && things.Same(c.Counted, d.Counted)
}

// oneStart reports whether the earlier of two counts need not have begun before the later: it
// tells no start, the same one, or a day that the other does not come after.
func (v *View) oneStart(later, earlier runningTotal) bool {
	switch {
	case thisYear.MatchString(v.sentenceText(earlier.Figure)) && !thisYear.MatchString(v.sentenceText(later.Figure)):
		return false
	case later.from != "" && earlier.from != "":
		return later.from <= earlier.from
	case earlier.from != "":
		return strings.Contains(v.document(later.Document).Text, dayAndMonth(earlier.from))
	}
	return true
}

// thisYear matches a start that is none of an operation.
var thisYear = newPattern(`(?i)\b(?:this year|since (?:\d{4}|the (?:beginning|start) of the year|new year)|(?:in|during) \d{4})\b`)

// dayAndMonth writes a day as most texts do: "15 June".
func dayAndMonth(day interval.Date) string {
	at := day.Time()
	return fmt.Sprintf("%d %s", at.Day(), at.Month())
}

// inCourse reports whether a count's sentence tells no shorter time than that since the start, and
// it, one of those before or the first of its text tells of how far things are.
func (v *View) inCourse(t runningTotal) bool {
	words := v.running()
	if words.course.MatchString(v.sentenceText(t.Figure)) {
		return true
	}
	list, at, _ := v.sentencesOf(t.Figure)
	for i := range list[:at] {
		if (i >= at-mostBack/2 || i < 3) && words.course.MatchString(list[i].text) {
			return true
		}
	}
	return false
}

// toldOnDayBefore reports whether a text before that of g told the number of f: then it is that
// of an earlier day.
func (v *View) toldOnDayBefore(f, g *Figure) bool {
	return slices.ContainsFunc(v.sameNumber(f), func(h *Figure) bool { return h.document.day != "" && h.document.day < g.document.day })
}

// countedAgain reports whether a text from the day of g to that of f tells that what they count
// was counted anew or otherwise: with one of the numbers, or their noun, or right beside f.
func (v *View) countedAgain(f, g *Figure) bool {
	words := v.running()
	numbers := []string{f.Claim.Number.Exact, g.Claim.Number.Exact}
	head, _ := v.Comparer.head(f.Claim.Counted)
	for _, known := range v.telling {
		if known.document == nil || known.nth < g.document.nth || known.nth > f.document.nth || !words.revised.may(known.document.Text) {
			continue
		}
		_, first, last := v.sentencesOf(f)
		for i, s := range known.sentences() {
			if !words.revised.MatchString(s.text) {
				continue
			}
			if holds(s.text, numbers) || known == f.document && i >= first-1 && i <= last+1 || slices.ContainsFunc(wordsOf(s.text), func(word string) bool { there, _ := v.Comparer.head(word); return head != "" && there == head }) {
				return true
			}
		}
	}
	return false
}
