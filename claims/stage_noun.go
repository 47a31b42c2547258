package claims

import "strings"

// nounStage reads a noun that governs the number: "the request for 500",
// "deployment of 500", "a goal of 500".
func (f *told) nounStage() Stage {
	i := f.first - 1
	if f.at(i).lower == "," && f.at(f.last+1).lower == "," {
		if class, found := f.nounEnding(i - 1); found && class == targetClass {
			return Target // "the target, 80 percent coverage, …"
		}
	}
	for ; i > f.first-6 && i >= 0; i-- {
		w := f.at(i)
		if w.is("of", "for", "at", "to") {
			break
		}
		if !(w.tag == "DT" || w.tag == "JJ" || w.tag == "PRP$" || w.tag == "RB" || w.tag == "``" || w.is("up", "additional", "another", "some", "an", "a", "the", "“", "\"", "‘", "sending", "using", "deploying")) {
			return ""
		}
	}
	if !f.at(i).is("of", "for", "at", "to") {
		return ""
	}
	if f.at(i).is("for") {
		i = f.pastAsker(i)
	}
	class, found := f.nounEnding(i - 1)
	if !found || f.verb(i-1) && f.at(i-1).tag != "NN" && f.at(i-1).tag != "NNS" {
		return ""
	}
	if f.at(i).is("to") && class != targetClass {
		return ""
	}
	return f.nounAt(i-1, class)
}

// pastAsker returns the "from" or "by" of who asks, where one stands between a
// noun and its "for" at word i, else i: "requests from governors for 600".
func (f *told) pastAsker(i int) int {
	for k := i - 1; k > 0 && k > i-7; k-- {
		switch w := f.at(k); {
		case w.is("from", "by"):
			if _, found := f.nounEnding(k - 1); found {
				return k
			}
			return i
		case !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && w.tag != "DT" && w.tag != "POS" && w.tag != "CD" && !w.is("and", "of"):
			return i
		}
	}
	return i
}

// nounEnding returns the class of the noun that ends at word i, which may be
// written with a hyphen or as two words: "go-ahead", "green light".
func (f *told) nounEnding(i int) (stageClass, bool) {
	if f.at(i-1).lower == "-" {
		return f.lists.noun(f.at(i-2).lower + "-" + f.at(i).lower)
	}
	if class, found := f.lists.noun(f.at(i-1).lower + " " + f.at(i).lower); found {
		return class, true
	}
	return f.lists.noun(f.at(i).lower)
}

// nounAt returns the stage that the noun at i tells of the number it governs,
// given the verb that the noun itself depends on.
func (f *told) nounAt(i int, class stageClass) Stage {
	var verb *verbGroup
	for k := range f.groups {
		g := &f.groups[k]
		if g.main < i && f.verbBetween(g.main, i) == nil && g.class != sayClass {
			verb = g
		}
	}
	if f.role == "subject" && f.governor != nil {
		verb = f.governor
	}
	var outer Stage
	var outerClass stageClass
	if verb != nil {
		outer, outerClass = f.groupStage(verb, 1), verb.class
	}
	modifier := f.at(i - 1).lower
	switch class {
	case approveClass:
		if f.pendingVerb(verb) || f.lists.pending[modifier] || f.at(i-1).is("for", "without") && f.lists.pending[f.at(i-2).lower] {
			return Pending
		}
		return Approved
	case wantClass, requestClass, pledgeClass, demandClass:
		if deciding, found := f.nounEnding(i - 2); found && deciding == approveClass && f.at(i-1).is("to", "of", "for") {
			return f.nounAt(i-2, approveClass) // "approval of the request for 600"
		}
		if class == requestClass && (modifier == "no" && outerClass == approveClass || f.undecided(i) || verb != nil && f.lists.weighing[verb.lemma] && !verb.negated || verb != nil && f.toDecide(verb)) {
			return Pending
		}
		switch outerClass {
		case approveClass:
			if outer == Pending || outer == Approved || outer == Refused {
				return outer
			}
		case refuseClass:
			return Refused
		}
		return map[stageClass]Stage{wantClass: CalledFor, requestClass: Requested, pledgeClass: Pledged, demandClass: f.demanded()}[class]
	case refuseClass:
		return Refused
	case targetClass:
		return Target
	case moveClass, withdrawClass, orderClass:
		done := Deployed
		if class == orderClass {
			done = Ordered
		}
		if class == withdrawClass || verb != nil && ends(verb) {
			done = Withdrawn
		}
		if f.lists.possible[modifier] {
			return CalledFor
		}
		switch outer {
		case "", Deployed, Other, Result, Withdrawn:
		default:
			return outer
		}
		if announces(f.sayBefore(i)) || outerClass == futureClass {
			return Ordered
		}
		if verb != nil && (verb.modal == "will" || verb.progressive) {
			return Ordered
		}
		if verb != nil && verb.modal != "" {
			return CalledFor
		}
		return done
	case happenClass:
		if f.role == "object" && verb != nil && (outer == Target || outer == CalledFor) {
			return outer
		}
		return Result
	}
	return ""
}

// ends reports whether the verb ends a deployment.
func ends(g *verbGroup) bool {
	return g.lemma == "end" || g.lemma == "terminate" || g.lemma == "halt" || g.lemma == "wind down" || g.lemma == "suspend"
}

// undecided reports whether a decision on the noun at i is still to come: "no
// decision on the request".
func (f *told) undecided(i int) bool {
	for k := range i {
		if f.at(k).is("decision", "ruling", "word", "answer", "reply", "response") && (f.at(k-1).is("no", "any") || f.at(k-1).tag == "DT" && f.at(k-2).is("await", "awaiting", "awaits")) {
			return true
		}
	}
	return false
}

// toDecide reports whether the verb tells of a decision still to come: "has yet
// to decide", "will vote on".
func (f *told) toDecide(g *verbGroup) bool {
	decides := g.lemma == "decide" || g.lemma == "rule" || g.lemma == "vote" || g.lemma == "act" || g.lemma == "respond" || g.lemma == "answer"
	return decides && (g.negated || g.yet || g.modal != "" || g.infinitive)
}

// sayBefore returns the lemma of the verb of saying nearest before word i.
func (f *told) sayBefore(i int) string {
	for k := len(f.groups) - 1; k >= 0; k-- {
		if g := &f.groups[k]; g.main < i {
			return g.lemma
		}
	}
	return ""
}

func announces(lemma string) bool { return lemma == "announce" }

func (f *told) pendingVerb(g *verbGroup) bool {
	if g == nil {
		return false
	}
	first, _, _ := strings.Cut(g.lemma, " ")
	return f.lists.pending[g.lemma] || f.lists.pending[first] || g.negated || g.modal != "" && g.class == approveClass
}

// demanded returns the stage of what is pressed for.
func (f *told) demanded() Stage {
	stage, _ := f.lists.table.decide("demanded", &stageReading{told: f})
	return stage
}
