package claims

import (
	"strings"

	"muster/documents"
	"muster/interval"
)

// times says of every draft when it holds, where the text tells it. It needs
// the stages of the drafts.
func (r *Reader) times(document documents.Document, sentences []sentence, all []*told, m *workspace) {
	published, _ := interval.ParseDate(document.Published)
	for _, f := range all {
		if !f.dated {
			f.times, f.dated = f.timesTold(r.timeWords, document.Text, sentences[f.draft.sentence], published, m), true
		}
		if f.draft.figure.About = r.timeOf(document.Text, published, f); f.draft.figure.About == nil {
			f.draft.figure.About = f.timeOfWhole()
		}
		if f.draft.figure.About == nil && f.listedWith(sentences) {
			f.draft.figure.About = f.previous().figure.About
		}
	}
	timesOfHeadline(all)
}

// timeOf returns the time in the figure's sentence that is nearest to it in its
// own clause, or opens the sentence. The time of the saying is not taken.
func (r *Reader) timeOf(text string, published interval.Date, f *told) *When {
	if f.draft.figure.Unit == "times" && !f.verbal() || isDuration(f.draft.figure.Unit) && f.draft.figure.Stage == Other {
		return nil
	}
	found := f.times
	if f.amountOf() && !f.measuredThen() {
		return nil
	}
	best, bestCost := -1, tooFar
	for k, e := range found {
		if r.notItsOwn(f, e) {
			continue
		}
		if cost := f.distance(e); cost < bestCost {
			best, bestCost = k, cost
		}
	}
	if best < 0 {
		best = f.announced(found)
	}
	if best < 0 {
		return nil
	}
	e := found[best]
	period := e.Period
	if e.unit != "" {
		anchor, ok := anchorOf(found, best)
		if !ok {
			return nil
		}
		period = shiftedPeriod(anchor, e.unit, e.shift)
	}
	if first, _ := f.wordsOf(e); e.unit == "" && f.sinceBefore(first) && period.From <= published {
		period.To = published
	}
	return &When{Period: period, Text: text[e.start:e.end]}
}

// timesTold returns the times of the sentence, each read by the tense of its
// own verb. They are the same for all figures of the sentence.
func (f *told) timesTold(words *times, text string, sentence sentence, published interval.Date, m *workspace) []timeExpression {
	scan := words.scan(text[sentence.Start:sentence.End], published, false, m.times[:0])
	m.times = scan.tokens
	found := scan.all()
	for k := range found {
		found[k].start += sentence.Start
		found[k].end += sentence.Start
		scan.future = f.ahead(found[k])
		scan.past = !scan.future && f.at(f.firstWord(found[k])).is("by") && f.behind(found[k])
		if scan.future || scan.past {
			scan.last = pointRead{}
			if again, _, ok := scan.expression(found[k].token); ok {
				found[k].Period = again.Period
			}
		}
		scan.future, scan.past = false, false
	}
	return found
}

// verbal reports whether a multiple is told by a verb: "arrests doubled".
func (f *told) verbal() bool {
	word := f.at(f.last)
	return word.is("doubled", "tripled", "quadrupled")
}

// amountOf reports whether the figure only says what another is taken from:
// "400 of its pledged 1,000".
func (f *told) amountOf() bool {
	for i := f.first - 1; i > f.first-4 && i > 0; i-- {
		if f.at(i).is("of") {
			for _, d := range f.beside {
				if d == f.draft {
					break
				}
				if d.quote[1] <= f.at(i).start && f.at(i).start-d.quote[1] <= 1 {
					return true
				}
			}
		}
	}
	return false
}

// measuredThen reports whether a clause or participle right behind the figure
// says more of it: "the rate of 820 recorded in August".
func (f *told) measuredThen() bool {
	if f.at(f.last+1).is("who", "which", "that") {
		return true
	}
	for k := range f.groups {
		if g := &f.groups[k]; g.first == f.last+1 {
			for _, e := range f.times {
				if first, _ := f.wordsOf(e); first == g.last+1 {
					return g.participle
				}
			}
		}
	}
	return false
}

// announced returns the time of an announcement by which the thing was ordered,
// promised or approved, where the text tells no other; -1 for none.
func (f *told) announced(found []timeExpression) int {
	switch f.draft.figure.Stage {
	case Ordered, Pledged, Approved, Requested, Refused:
	default:
		return -1
	}
	for k, e := range found {
		first, _ := f.wordsOf(e)
		if e.unit == "" && first >= 0 && f.datesSaying(first) && announces(f.sayBefore(first)) && first < f.first {
			return k
		}
	}
	return -1
}

// sinceBefore reports whether the time at word i stands in a clause with
// "since": "since the mission began in June".
func (f *told) sinceBefore(i int) bool {
	for k := i - 1; k > i-9 && k >= 0; k-- {
		if f.at(k).is("since") {
			return f.verbBetween(k, i) != nil
		}
		if f.at(k).lower == "," {
			return false
		}
	}
	return false
}

// anchorOf returns the time that "a year earlier" counts from: the one told
// just before, else just after.
func anchorOf(found []timeExpression, i int) (interval.Period, bool) {
	for k := i - 1; k >= 0; k-- {
		if found[k].unit == "" {
			return found[k].Period, true
		}
	}
	for k := i + 1; k < len(found); k++ {
		if found[k].unit == "" {
			return found[k].Period, true
		}
	}
	return interval.Period{}, false
}

// ahead reports whether the verb that the time belongs to looks ahead: the
// nearest one before it, or the first one when the time opens the sentence.
func (f *told) ahead(e timeExpression) bool {
	first, last := f.wordsOf(e)
	var g *verbGroup
	for k := range f.groups {
		if f.groups[k].main < first {
			g = &f.groups[k]
		}
	}
	if f.opens(first) {
		g = f.finiteFrom(last + 1)
	}
	if g == nil {
		return false
	}
	for g.infinitive && !g.finite {
		before := f.previousGroup(g)
		if before == nil || before.modal != "" || before.class == wantClass || before.class == pledgeClass || before.class == futureClass {
			return true
		}
		g = before
	}
	if f.at(g.last+1).is("due", "set", "scheduled", "slated", "bound") {
		return true // "are due on May 3"
	}
	return g.modal == "will" || g.modal == "would" || g.progressive && (g.class == sendClass || g.class == arriveClass) || g.lemma == "expect"
}

// behind reports whether the verb before the time is told as past: "had been
// mended {by Tuesday}".
func (f *told) behind(e timeExpression) bool {
	first := f.firstWord(e)
	var g *verbGroup
	for k := range f.groups {
		if f.groups[k].main < first {
			g = &f.groups[k]
		}
	}
	return g != nil && g.modal == "" && !g.infinitive && (f.at(g.first).is("had", "was", "were") || f.at(g.first).tag == "VBD" || g.participle && g.finite)
}

func (f *told) firstWord(e timeExpression) int {
	first, _ := f.wordsOf(e)
	return first
}

// Distances between a figure and a time, in words; tooFar is out of reach.
const (
	tooFar        = 1000
	otherFigure   = 40 // another figure stands between
	opensSentence = 30
	beforeFigure  = 4
	currentlyCost = 20 // any other time says more
)

// wordsOf returns the first and last word of the time, -1 when there is none.
func (f *told) wordsOf(e timeExpression) (first, last int) {
	first, last = -1, -1
	for i, w := range f.words {
		if w.end > e.start && w.start < e.end {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// distance returns how far the time stands from the figure, tooFar when a
// clause boundary keeps them apart.
func (f *told) distance(e timeExpression) int {
	first, last := f.wordsOf(e)
	switch {
	case first > f.last:
		if e.unit != "" && f.figuresIn(f.last, first) > 0 || f.leansOn(f.last, first, last) {
			return tooFar
		}
		cost := first - f.last
		if f.at(first).is("currently", "now") {
			cost += currentlyCost
		}
		for i := f.last + 1; i < first; i++ {
			if f.parts(i, first) && !(f.at(i).is("who", "which") && f.nothingBut(f.last+1, i)) {
				return tooFar
			}
		}
		return cost + otherFigure*f.figuresBetween(f.last, first)
	case last < f.first:
		if f.comparison() {
			return tooFar
		}
		if f.opens(first) {
			return opensSentence
		}
		cost := f.first - last + beforeFigure
		for i := last + 1; i < f.first; i++ {
			if f.parts(i, f.first) && !f.meets(i) {
				return tooFar
			}
		}
		if f.saysBetween(last, f.first) || last+1 == f.first-1 && f.at(last+1).is("to") {
			return tooFar
		}
		return cost + otherFigure*f.figuresBetween(last, f.first)
	}
	return tooFar
}

// nothingBut reports whether only nouns stand from word i up to another: the
// rest of what is counted.
func (f *told) nothingBut(i, to int) bool {
	for ; i < to; i++ {
		if !strings.HasPrefix(string(f.at(i).tag), "NN") {
			return false
		}
	}
	return true
}

// figuresIn counts the other figures between two words.
func (f *told) figuresIn(from, to int) int {
	n := 0
	for _, d := range f.beside {
		if d != f.draft && d.quote[0] > f.words[from].start && d.quote[1] <= f.words[to].start {
			n++
		}
	}
	return n
}

// leansOn reports whether the time between first and last opens what the next
// figure tells: "350 yesterday, and on Monday just 90".
func (f *told) leansOn(from, first, last int) bool {
	if !f.at(first-1).is(",", "and", "but") || first-1 <= from {
		return false
	}
	for _, d := range f.beside {
		if d.quote[0] > f.at(last).start && d.quote[0] >= f.at(last).end {
			at := last + 1
			for at < len(f.words) && f.words[at].end <= d.quote[0] {
				at++
			}
			return at-last <= 2 && f.verbBetween(from, first) == nil
		}
	}
	return false
}

// comparison reports whether the figure is what another is compared with: it
// does not hold at that one's time.
func (f *told) comparison() bool {
	before := f.at(f.first - 1)
	switch {
	case before.is("against", "versus", "vs"):
		return true
	case before.is("with", "to"):
		return f.at(f.first - 2).is("compared")
	case before.is("from"):
		return f.at(f.first-2).is("up", "down")
	}
	return false
}

// opens reports whether the time at word i stands in the phrase that opens the
// sentence: "In a meeting in mid-May, …".
func (f *told) opens(i int) bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.main < i && (g.finite || g.infinitive) {
			return false
		}
	}
	for k := 0; k < i; k++ {
		if f.at(k).is("who", "which", "that") || f.at(k).tag == "CD" {
			return false
		}
	}
	return true
}

// parts reports whether the word at i begins another clause before limit.
func (f *told) parts(i, limit int) bool {
	w := f.at(i)
	switch {
	case w.is("but") && f.at(i-1).is("all"): // "all but 300"
		return false
	case w.is("when") && i > f.last: // it happened then
		return false
	case w.is(";", "while", "whereas", "but", "although", "though", "because", "which", "who", "—"):
		return true
	case w.is("after", "before", "when", "as", "where"):
		return f.verbBetween(i, limit) != nil
	case w.is("and") || w.lower == ",":
		g := f.verbBetween(i, limit)
		return g != nil && g != f.governor && g.finite && g.class != sayClass && g.first > i+1 && f.newSubjectIn(i+1, g.first)
	}
	return false
}

// newSubjectIn reports whether a noun or pronoun stands between two words.
func (f *told) newSubjectIn(from, to int) bool {
	for i := from; i < to; i++ {
		if w := f.at(i); strings.HasPrefix(string(w.tag), "NN") || w.tag == "PRP" {
			return true
		}
		if f.at(i).tag == "CD" {
			return false
		}
	}
	return false
}

// meets reports whether the clause that begins at word i tells what happened at
// the meeting just named: "a meeting last week where he demanded".
func (f *told) meets(i int) bool {
	return f.at(i).is("where", "when") || f.at(i).is("which") && f.at(i-1).is("at", "in", "during")
}

// saysBetween reports whether a verb of saying stands between two words.
func (f *told) saysBetween(from, to int) bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.first > from && g.main < to && says(g) {
			return true
		}
	}
	return false
}

// figuresBetween counts the figures between two words that stand in another
// clause than this one.
func (f *told) figuresBetween(from, to int) int {
	if f.verbBetween(from, to) == nil {
		return 0
	}
	return f.figuresIn(from, to)
}
