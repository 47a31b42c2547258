package claims

import "strings"

// lightStage returns the stage told by the subject of a verb that tells nothing
// by itself: "the plan includes 500", "the goal is 500".
func (f *told) lightStage(g *verbGroup, future, possible bool) Stage {
	subject := f.subjectClass(g)
	switch {
	case g.lemma == "involve" && f.role == "object" && f.at(g.main).is("involved") && !g.passive && g.modal == "" && f.isForce():
		return Deployed // "the search involved 40 divers"
	case g.lemma == "put" && f.role == "object" && f.governor == g && f.isForce() && g.modal == "" && !g.infinitive && f.at(f.last+1).is("on", "at", "in", "into"):
		return Deployed // "has put 40 buses on the roads"
	case f.role == "subject" && f.governor == g:
		subject = ""
	case subject == wantClass, g.lemma == "involve" && g.modal == "":
		return CalledFor
	case subject == targetClass && g.lemma != "have":
		return Target
	case subject == requestClass && !future:
		return Requested
	case subject == pledgeClass && !future:
		return Pledged
	}
	switch {
	case g.class == futureClass && !g.passive && g.modal == "" && f.role == "object" && f.governor == g && (g.lemma == "expect" || g.lemma == "anticipate" || g.lemma == "forecast" || g.lemma == "predict" || g.lemma == "project"):
		switch {
		case f.rate() && f.headIs(happenClass):
			return Target // "expects 300 arrests a week"
		case f.isForce() || f.isCurrency() || f.draft.figure.Counted == "":
			return CalledFor
		}
		return Other // "expects 500 visitors"
	case (future || g.modal == "would" && f.toldFuture(g)) && !g.negated && (g.lemma == "give" || g.lemma == "provide" || g.lemma == "supply"):
		return Pledged
	case g.class == futureClass && g.passive && f.governor == g && f.role == "subject" && g.lemma == "expect" && f.draft.figure.Unit == "":
		if f.isForce() {
			return Ordered
		}
		return Other // "400,000 more are expected"
	case (g.lemma == "supply" || g.lemma == "provide") && f.role == "object" && f.governor == g && g.finite && !future && !possible && f.isForce():
		return Deployed
	case (f.at(g.main).is("stand", "stands", "stood") || subject == happenClass && g.class == "") && !f.isCurrency() && f.at(f.first-1).is("at") && !future && !possible:
		if f.isForce() {
			return Deployed
		}
		return Result
	case subject == withdrawClass && g.lemma == "include" && f.maybeForce() && f.role == "object":
		return Withdrawn // "the cuts include 300 jobs"
	case g.lemma == "employ" && f.role == "object" && !future && !possible, f.isForce() && f.role == "object" && f.owned():
		return Other
	case f.role == "subject" && (g.lemma == "await" || g.lemma == "wait for" || g.lemma == "hinge on" || g.lemma == "depend on") && f.needsApproval(g):
		return Pending
	case g.lemma == "give" && g.passive && f.role == "object" && !future && !possible && f.asked():
		return Approved // "asked for 60 and was given 25"
	case (f.isCurrency() || f.draft.figure.Unit == "percent") && f.role == "object" && f.governor == g && !future && !possible && !g.infinitive && !g.gerund && (g.lemma == "give" || g.lemma == "provide") && subject == "":
		if f.lawBefore(g) {
			return Approved
		}
		if g.participle || g.perfect {
			return Result
		}
	case g.lemma == "help" && f.role == "object" && f.governor == g && g.finite && !future && !possible && !g.negated && f.draft.figure.Unit == "" && !f.isForce() && f.draft.figure.Counted != "":
		return Result // "has helped 9,000 families"
	case g.lemma == "put" && f.role == "object" && f.at(f.first-1).is("at") && !possible && !future:
		if f.isCurrency() && f.costsBetween(g.last) {
			return CalledFor // "puts the cost at $3 million"
		}
		return Result // "put the toll at 40"
	case (f.isCurrency() || f.draft.figure.Unit == "percent") && f.role == "object" && g.lemma == "have" && !possible && !future && !g.negated:
		return Result
	case g.modal == "can":
		return Other
	case possible && !g.negated, future && f.isCurrency():
		return CalledFor
	case future && f.isForce():
		return Ordered
	case subject == moveClass && f.maybeForce():
		return Deployed
	case subject == happenClass && (f.draft.figure.Unit == "percent" || f.isCurrency() && !future && !possible && f.at(g.main).is("was", "were", "is", "exceeds", "exceeded", "stands", "stood")):
		return Result
	}
	return ""
}

// lawBefore reports whether a law is the subject.
func (f *told) lawBefore(g *verbGroup) bool {
	return f.at(g.first-1).is("law", "act") || f.at(g.first-2).is("law", "act")
}

// costsBetween reports whether a cost is named between word i and the figure.
func (f *told) costsBetween(i int) bool {
	for i++; i < f.first; i++ {
		if f.at(i).is("cost", "costs", "price", "bill", "expense", "expenses", "budget") {
			return true
		}
	}
	return false
}

// asked reports whether the figure before it in the sentence was asked for.
func (f *told) asked() bool {
	earlier := f.beforeInSentence()
	return earlier != nil && earlier.figure.Stage == Requested
}

// works reports whether the verb is what those sent do to others: it has an
// object that they do not suffer.
func (f *told) works(g *verbGroup) bool {
	next := f.at(g.last + 1)
	return !g.passive && !f.lists.unwilled[g.lemma] && (next.tag == "DT" || next.tag == "CD" || next.tag == "PRP$" || next.tag == "$" || next.is("about", "some", "nearly", "almost", "more", "at", "up") || strings.HasPrefix(string(next.tag), "NN"))
}

// costs reports whether the subject of the verb is what was spent.
func (f *told) costs(g *verbGroup) bool {
	for i := g.first - 1; i >= 0 && f.at(i).lower != ","; i-- {
		if f.at(i).is("cost", "costs", "bill", "spending", "damage", "losses", "expenses") {
			return true
		}
	}
	return false
}
