package claims

import "strings"

// This file says how far a time stands from a figure of its sentence.

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
	case e.unit == "" && e.start <= f.draft.number[0] && f.draft.number[1] <= e.end:
		return 0
	case e.start >= f.draft.number[1] && first <= f.last:
		return 1 // "40 acres {Monday}"
	case first > f.last:
		if e.unit != "" && f.figuresIn(f.last, first) > 0 || f.leansOn(f.last, first, last) {
			return tooFar
		}
		cost := first - f.last
		if cost > 1 && (f.at(first).is("currently", "now", "presently", "nowadays") || f.at(last).is("present", "moment")) {
			cost += currentlyCost
		}
		since := f.at(first).is("since") || f.sinceBefore(first)
		for i := f.last + 1; i < first; i++ {
			if f.parts(i, first) && !(f.at(i).is("who", "which", "that") && (since || f.nothingBut(f.last+1, i))) {
				return tooFar
			}
		}
		return cost + otherFigure*f.figuresBetween(f.last, first)
	case last < f.first:
		if f.isCompared(f.draft) {
			return tooFar
		}
		if f.opens(first) {
			if f.afterEvent(first) {
				return tooFar
			}
			return opensSentence
		}
		cost := f.first - last + beforeFigure
		for i := last + 1; i < f.first; i++ {
			if f.parts(i, f.first) && !f.meets(i) {
				return tooFar
			}
		}
		if f.saysBetween(last, f.first) || f.tellsThat(last, f.first) {
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
		if !strings.HasPrefix(string(f.at(i).tag), "NN") && !(f.at(i).lower == "," && i == to-1) {
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
	case w.is("when", "as") && i > f.last: // it happened then
		return false
	case w.is(";"): // the items of a list share its time
		return f.verbBetween(i, limit) != nil || i < f.first && f.verbBetween(i, f.first) != nil
	case w.is("while", "whereas", "but", "although", "though", "because", "which", "who", "—"):
		return true
	case w.is("after", "before", "when", "as", "where"):
		g := f.verbBetween(i, limit)
		return g != nil && !f.clock(i+1) && !(g.gerund && !g.finite && g.first == i+1) // "after spending"
	case w.is("and") || w.lower == ",":
		g := f.verbBetween(i, limit)
		if g == nil || g == f.governor || !g.finite || i > f.last && f.alike(g) && (w.is("and") || f.figureBehind(i) != nil) {
			return false
		}
		if w.lower == "," && g.first == i+1 && i > f.last {
			return f.aside()
		}
		return g.class != sayClass && g.first > i+1 && f.newSubjectIn(i+1, g.first)
	}
	return false
}

// newSubjectIn reports whether a noun, number or pronoun stands between two words.
func (f *told) newSubjectIn(from, to int) bool {
	for i := from; i < to; i++ {
		if w := f.at(i); strings.HasPrefix(string(w.tag), "NN") || w.tag == "PRP" || w.tag == "CD" {
			return true
		}
	}
	return false
}

// aside reports whether the figure stands in a clause that is thrown in, and
// tells of no event: "Norland, {which provides 1,100 of them}, …".
func (f *told) aside() bool {
	return f.governor != nil && f.governor.first < f.first && f.at(f.governor.first-1).is("which", "who") && f.at(f.governor.first-2).lower == "," && !f.past(f.governor)
}

// alike reports whether the verb of the next clause tells of the same time as
// that of the figure: both of what has happened.
func (f *told) alike(g *verbGroup) bool {
	return f.governor != nil && f.past(f.governor) && f.past(g)
}

// past reports whether the verb tells what has happened.
func (f *told) past(g *verbGroup) bool {
	return g.modal == "" && !g.infinitive && (g.perfect || f.at(g.first).tag == "VBD")
}

// timeAt reports whether a time ends at word i.
func (f *told) timeAt(i int) bool {
	for _, e := range f.times {
		if _, last := f.wordsOf(e); last == i {
			return true
		}
	}
	return false
}

// meets reports whether the clause that begins at word i tells what happened at
// the meeting just named: "a meeting last week where he demanded".
func (f *told) meets(i int) bool {
	return f.at(i).is("where", "when") || f.at(i).is("which") && (f.timeAt(i-1) || f.at(i-1).lower == "," && f.timeAt(i-2)) || f.at(i).is("which") && f.at(i-1).is("at", "in", "during") && (f.timeAt(i-2) || f.timeAt(i-3))
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

// tellsThat reports whether the figure is what another verb tells, and the time
// stands before that: "held a meeting {on Friday} to brag that 40".
func (f *told) tellsThat(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.at(i).is("that") && f.at(i).tag == "IN" {
			g := f.previousVerb(i)
			return g != nil && !g.gerund && (g.last == i-1 || f.timeAt(i-1)) && !decides(g.class)
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
