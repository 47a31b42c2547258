package claims

// underWay reports whether the verb tells of the present, as headlines do: who
// is sent has not arrived.
func (f *told) underWay(g *verbGroup) bool {
	if g.passive || g.perfect || !g.finite || f.role != "object" || !f.isForce() {
		return false
	}
	tag := f.at(g.main).tag
	return tag != "VBD" && tag != "VBN"
}

// setsOut reports whether those who leave do so for somewhere else, or to do
// something there: "left the base on Monday for the islands", "departed to help".
func (f *told) setsOut(g *verbGroup) bool {
	if g.lemma != "leave" && g.lemma != "depart" && g.lemma != "return" {
		return false
	}
	for i := g.last + 1; i < len(f.words) && i < g.last+12; i++ {
		w, next := f.at(i), f.at(i+1)
		switch {
		case w.is(";", "but", "while", "after", "because"), w.is("for") && next.is("home", "good"):
			return false
		case w.is("for") && (next.tag == "NNP" || next.tag == "DT" && !f.at(i+2).is("first", "last", "second", "day", "night", "summer", "winter", "weekend", "season", "year")):
			return f.isForce()
		}
	}
	for k := range f.groups {
		if next := &f.groups[k]; next.infinitive && next.first > g.last && next.first < g.last+9 && (next.lemma == "help" || next.lemma == "provide" || next.lemma == "support" || next.class == serveClass || next.class == arriveClass) {
			return f.isForce()
		}
	}
	return false
}

// shrinks reports whether what is cut are those employed or sent.
func (f *told) shrinks(g *verbGroup) bool {
	for i := g.last + 1; i < f.first; i++ {
		if f.at(i).is("workforce", "staff", "troops", "forces", "personnel", "headcount", "presence") {
			return true
		}
	}
	return false
}

// toldFuture reports whether "would" is the future of what someone said: "said
// that 2,000 soldiers would join".
func (f *told) toldFuture(g *verbGroup) bool {
	if f.subjectClass(g) != "" || f.underPlan() {
		return false
	}
	for i := range f.words {
		if f.at(i).is("if", "unless", "plan", "proposal", "should") {
			return false
		}
	}
	switch f.sayBefore(g.first) {
	case "say", "announce", "confirm", "tell", "report", "reveal", "add":
		return true
	}
	return false
}

// promisedBySay reports whether the supplier says what it would do itself: "Chad
// said it would send 300".
func (f *told) promisedBySay(g *verbGroup) bool {
	before := f.previousGroup(g)
	return before != nil && before.class == sayClass && f.at(g.first-1).is("it", "they", "we") && g.first-before.last <= 6
}
