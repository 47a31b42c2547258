package claims

import "strings"

// This file finds what a time stands in besides the clause of a figure: a
// clause that says more of a noun, or a comparison.

// nounClause is a clause that says more of a noun: "a plan {the council
// approved on Monday}", "the guards {sent there in March}".
type nounClause struct {
	noun int // the last word of the noun
	verb *verbGroup
}

// clauseOn returns the clause on a noun that word i stands in.
func (f *told) clauseOn(i int) (nounClause, bool) {
	g := f.previousVerb(i)
	if g == nil {
		return nounClause{}, false
	}
	for k := g.last + 1; k < i; k++ {
		if f.at(k).lower == "," {
			return nounClause{}, false
		}
	}
	k := g.first - 1
	for f.at(k).tag == "RB" {
		k--
	}
	subject := f.subjectStart(k)
	switch {
	case f.relative(k):
		k--
	case g.infinitive || g.gerund:
		return nounClause{}, false
	case f.relative(subject):
		k = subject - 1
	case g.participle && !g.finite:
	case subject < 0 || f.at(subject).lower == "," || f.timeAt(subject):
		return nounClause{}, false
	default:
		k = subject
	}
	if f.at(k).lower == "," || f.at(k).tag == "IN" {
		k--
	}
	return nounClause{k, g}, strings.HasPrefix(string(f.at(k).tag), "NN") && !f.timeAt(k)
}

func (f *told) relative(i int) bool { return f.at(i).is("which", "who", "whom", "that") }

// subjectStart returns the word before the short subject that ends at word k, -1
// where none does.
func (f *told) subjectStart(k int) int {
	if f.at(k).is("it", "they", "he", "she", "we") {
		return k - 1
	}
	for from := k; k > from-5 && k > 0; k-- {
		if tag := string(f.at(k).tag); tag == "DT" || tag == "PRP$" {
			if k == from {
				return -1
			}
			return k - 1
		} else if !strings.HasPrefix(tag, "NN") && tag != "JJ" {
			return -1
		}
	}
	return -1
}

// datesClause reports whether the time at word i stands in a clause on another
// noun that tells of no event: what was decided or written, "a plan the council
// approved on Monday", or the whole that the figure is a part of.
func (r *Reader) datesClause(f *told, i int) bool {
	c, found := f.clauseOn(i)
	if !found || c.noun >= f.first && c.noun <= f.last || f.insideClause(c, i) {
		return false
	}
	if f.at(f.last+1).is("of") && f.figuresIn(f.last, c.verb.first) > 0 && f.verbBetween(f.last, c.verb.first) == nil {
		return true // "50 of the 90 men it sent in March"
	}
	if d := f.lastIn(f.last, c.verb.first); d != nil && !f.at(f.opener(d)).is("and", ",") && f.verbBetween(f.last, c.verb.first) == nil {
		return true // "5 short of the 46 {set in 2008}"
	}
	if noun := f.at(c.noun).lower; r.timeWords.place("documents", noun) > 0 || r.timeWords.place("agreements", noun) > 0 {
		return true
	}
	return decides(c.verb.class) && !(f.last < c.noun && f.nothingBut(f.last+1, c.noun+1))
}

// decides reports whether verbs of the class tell what is to be.
func decides(class stageClass) bool {
	switch class {
	case approveClass, pledgeClass, requestClass, orderClass, refuseClass, wantClass, demandClass, threatenClass:
		return true
	}
	return false
}

// insideClause reports whether the figure stands in the clause with the time at
// word i.
func (f *told) insideClause(c nounClause, i int) bool {
	if f.first < i {
		return f.first > c.noun
	}
	for k := i; k < f.first; k++ {
		if f.at(k).lower == "," {
			return false
		}
	}
	g := f.finiteFrom(i) // "a plan approved on Monday to send {40}"
	return g == nil || g.main > f.first
}

// ownClause reports whether a clause on the figure's own noun holds a time: "the
// 90 men {it sent in March}".
func (f *told) ownClause() bool {
	for _, e := range f.times {
		first, _ := f.wordsOf(e)
		if c, found := f.clauseOn(first); found && c.noun >= f.first && c.noun <= f.last {
			return true
		}
	}
	return false
}

// compares reports whether a comparison opens at word i: "down {from} 141",
// "compared {with} last year", "rose to 300 {from} 200".
func (f *told) compares(i int) bool {
	switch w := f.at(i); {
	case w.is("against", "versus", "vs", "vs."):
		return f.figureBehind(i) != nil
	case w.is("than"):
		return !f.inFigure(i)
	case w.is("with", "to"):
		return f.at(i - 1).is("compared")
	case w.is("from"):
		return f.at(i-1).is("up", "down") || f.figureBehind(i) != nil && f.changed(i)
	}
	return false
}

// changed reports whether the other end of a change is told beside the one
// behind word i.
func (f *told) changed(i int) bool {
	for _, d := range f.beside {
		if k := f.opener(d); k != i && f.at(k).is("to") {
			return true
		}
	}
	return false
}

// opener returns the word before a figure of the sentence and its article.
func (f *told) opener(d *draft) int {
	for i := range f.words {
		if w := &f.words[i]; w.end > d.quote[0] {
			for i--; f.at(i).tag == "DT" || f.at(i).tag == "PRP$"; {
				i--
			}
			return i
		}
	}
	return -1
}

// figureBehind returns the figure that word i stands before, nil for none.
func (f *told) figureBehind(i int) *draft {
	for _, d := range f.beside {
		if f.opener(d) == i {
			return d
		}
	}
	return nil
}

// inFigure reports whether word i belongs to a figure: "more {than} 300".
func (f *told) inFigure(i int) bool {
	for _, d := range f.beside {
		if w := f.at(i); d.quote[0] <= w.start && w.end <= d.quote[1] {
			return true
		}
	}
	return false
}

// datesComparison reports whether the time at word i is that of what another
// figure is compared with: "118 deputies, down from 141 {in 2019}".
func (f *told) datesComparison(i int) bool {
	for k := i - 1; k >= 0 && f.at(k).lower != "," && f.at(k).lower != ";"; k-- {
		if f.compares(k) {
			return f.lastIn(k, i) != f.draft // "from 200 in April to 300 {in May}"
		}
	}
	return false
}

// lastIn returns the last figure between two words, nil for none.
func (f *told) lastIn(from, to int) *draft {
	var last *draft
	for _, d := range f.beside {
		if d.quote[0] >= f.at(from).end && d.number[1] <= f.at(to).start {
			last = d
		}
	}
	return last
}

// isCompared reports whether another figure is compared with this one of the
// sentence.
func (f *told) isCompared(d *draft) bool { return f.compares(f.opener(d)) }
