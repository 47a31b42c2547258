package claims

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
	if f.at(first-1).tag == "VBN" && r.timeWords.place("documents", f.at(first-2).lower) > 0 {
		return true // "a report tabled on Tuesday"
	}
	if f.at(first).is("since") && f.superlativeBefore(first) {
		return true // "the highest since 2019"
	}
	if f.at(first-1).is("dated") || f.at(first-1).is("from") && f.at(first-2).lower == "," {
		return true
	}
	return f.datesSaying(first)
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
	if last := f.timeEnd(first); verb.lemma == "tell" && f.at(last+1).is("to") {
		return false // "told them last week to send 40"
	}
	for i := verb.last + 1; i < first; i++ {
		if w := f.at(i); i-verb.last > 6 || w.lower == "," && i-verb.last > 1 || w.is("that") || i >= f.first && i <= f.last {
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
