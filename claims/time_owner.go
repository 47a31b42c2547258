package claims

import "strings"

// This file tells the times of figures from those of sayings, documents and
// things compared.

// notItsOwn reports whether the time belongs to something else than a figure:
// to the saying, to a document, to what the figure is compared with.
func (r *Reader) notItsOwn(f *told, e timeExpression) bool {
	first, last := f.wordsOf(e)
	if first < 0 {
		return true
	}
	// "over April 2024", "a May 9 memo".
	if r.timeWords.place("comparing", f.at(first-1).lower) > 0 && !f.at(first-1).is("over") || f.at(first).is("over") && !f.at(first+1).is("the") {
		return true
	}
	if f.at(first-1).is("over") && f.draft.figure.Unit == "percent" {
		return true
	}
	for i := last + 1; i <= last+2; i++ {
		if r.timeWords.place("documents", f.at(i).lower) > 0 && f.at(i-1).tag != "," {
			return true
		}
	}
	if r.timeWords.datesDocument(f, first) {
		return true
	}
	if f.at(first).is("since") && f.superlativeBefore(first) {
		return true // "the highest since 2019"
	}
	if f.at(first-1).is("dated") || f.at(first-1).is("from") && f.at(first-2).lower == "," {
		return true
	}
	return f.datesSaying(first) || f.datesLine(last) || f.datesNoun(first, last) || f.datesPart(first) || f.datesComparison(first) || r.datesClause(f, first)
}

// datesDocument reports whether the time at word i says when a document was
// made: "a report tabled {on Tuesday}", "the report of {11 March}".
func (t *times) datesDocument(f *told, i int) bool {
	return (f.at(i-1).tag == "VBN" || f.at(i-1).is("of")) && t.place("documents", f.at(i-2).lower) > 0
}

// datesPart reports whether the figure is the whole that opens the sentence,
// and the time at word first that of its part: "Of the 4,800 announced, 900
// had come by Monday".
func (f *told) datesPart(first int) bool {
	if !f.at(0).is("of") || f.draft.figure.Unit == "percent" {
		return false
	}
	comma := f.first
	for comma < first && f.at(comma).lower != "," {
		comma++
	}
	return comma < first && f.verbBetween(comma, first) != nil && f.figuresIn(comma, first) > 0
}

// datesNoun reports whether the time is that of another thing named beside the
// figure: "following last week's floods", "to keep order for the parade
// Wednesday", a bare day behind a noun of another verb's.
func (f *told) datesNoun(first, last int) bool {
	if f.at(last+1).is("'s", "’s") {
		before := f.at(first - 1)
		return before.is("after", "following", "since", "before", "despite") && !(f.first > last && f.first <= last+4)
	}
	if first != last || !strings.HasPrefix(string(f.at(first-1).tag), "NN") || f.last >= first {
		return false
	}
	for k := first - 2; k > f.last && k > first-6; k-- {
		if f.at(k).is("for") && f.at(k+1).tag == "DT" {
			return f.verbBetween(f.last, k) != nil
		}
	}
	return false
}

// lineLength is how many words a line with place and day may have.
const lineLength = 16

// datesLine reports whether the time before word last is that of the line that
// says where and when a report was written: "PORT NEWBY (Coast News, 3 May) –".
func (f *told) datesLine(last int) bool {
	if f.at(0).tag == "IN" {
		return false
	}
	brackets := false
	for k := 0; k <= lineLength; k++ {
		w := f.at(k)
		switch {
		case k >= f.first:
			return false
		case k > last && w.is("-", "–", "—", "--") && w.end < f.at(k+1).start:
			return true
		case w.is("(", "[", "/"):
			brackets = true
		case w.is(")", "]"):
			brackets = false
		case !brackets && strings.HasPrefix(string(w.tag), "VB"):
			return false
		}
	}
	return false
}

// afterEvent reports whether the time at word i, in the phrase that opens the
// sentence, is that of what went before: "After the flood on May 3, …".
func (f *told) afterEvent(i int) bool {
	nouns := false
	for k := i - 1; k >= 0 && !(f.at(k).lower == ","); k-- {
		if f.at(k).is("after", "following", "despite", "before") && nouns {
			return f.verbBetween(k, i) == nil
		}
		nouns = nouns || strings.HasPrefix(string(f.at(k).tag), "NN") && !f.clock(k)
	}
	return false
}

// clock reports whether the word names a time of day.
func (f *told) clock(i int) bool {
	return f.at(i).is("midnight", "noon", "midday", "dawn", "dusk", "sunrise", "sunset", "daybreak", "nightfall")
}

// opensSaying reports whether the time before word last, in the phrase that
// opens the sentence, is that of the saying: "On Tuesday the mayor said 40 …".
func (f *told) opensSaying(last int) bool {
	g := f.finiteFrom(last + 1)
	if g == nil || !says(g) || g.main > f.first || announces(g.lemma) || g.modal != "" {
		return false
	}
	for i := g.last + 1; i < f.first; i++ {
		if f.at(i).is("to") && f.at(i+1).tag == "VB" && g.lemma == "tell" {
			return false // "told them to send 40"
		}
	}
	return true
}

// begunThen reports whether the time at word i is that at which something
// began whose course the figure counts: "the deaths of the outbreak that began
// in May rose to 40".
func (f *told) begunThen(i int) bool {
	g := f.previousVerb(i)
	if g == nil || i-g.main > 4 || !(g.lemma == "begin" || g.lemma == "start" || g.lemma == "erupt" || g.lemma == "break out") {
		return false
	}
	which := f.at(g.first - 1)
	if !which.is("that", "which") {
		return false
	}
	next := f.finiteFrom(i + 1)
	return next != nil && f.governor != nil && f.first > next.main && (next == f.governor || f.governor.first > next.main && f.at(f.governor.first-1).is("and"))
}

// previousVerb returns the verb group nearest before word i, nil for none.
func (f *told) previousVerb(i int) *verbGroup {
	for k := len(f.groups) - 1; k >= 0; k-- {
		if g := &f.groups[k]; g.main < i {
			return g
		}
	}
	return nil
}

// datesSaying reports whether the verb that the time belongs to is one of
// saying: "said Wednesday", "told reporters on Thursday that".
func (f *told) datesSaying(first int) bool {
	if first == 0 {
		return false
	}
	var verb *verbGroup
	for k := range f.groups {
		if g := &f.groups[k]; g.main < first {
			verb = g
		}
	}
	if verb == nil || !says(verb) {
		return false
	}
	if verb.participle && !verb.finite && verb.first == f.last+1 {
		return false // "the 128 confirmed on Tuesday"
	}
	if verb.passive && f.last < verb.first {
		return false // "128 cases were reported on Tuesday"
	}
	if last := f.timeEnd(first); verb.lemma == "tell" && f.at(last+1).is("to") {
		return false // "told them last week to send 40"
	}
	for i := verb.last + 1; i < first; i++ {
		if w := f.at(i); i-verb.last > 6 && verb.lemma != "tell" || w.lower == "," && i-verb.last > 1 || w.is("that") || i >= f.first && i <= f.last {
			return false
		}
	}
	return true
}

// says reports whether the verb is one of saying.
func says(g *verbGroup) bool {
	if g.lemma == "demand" || g.lemma == "order" {
		return false
	}
	return g.class == sayClass || g.lemma == "tell" || g.lemma == "release" || g.lemma == "publish"
}

// superlativeBefore reports whether what stands right before word i is compared
// with all of the time: "the highest {since}", "the first {in}".
func (f *told) superlativeBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch w := f.at(k); {
		case w.tag == "JJS", w.tag == "RBS", w.is("first", "worst", "best"):
			return f.at(k-1).is("the", "its", "their") || w.tag == "JJS"
		case w.lower == ",", w.tag == "VBD", w.tag == "VBZ", w.tag == "VBP":
			return false
		}
	}
	return false
}

// timeEnd returns the last word of the time that begins at word first.
func (f *told) timeEnd(first int) int {
	for _, e := range f.times {
		if from, to := f.wordsOf(e); from == first {
			return to
		}
	}
	return first
}
