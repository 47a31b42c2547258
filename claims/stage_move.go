package claims

// moved returns the stage of something sent, arriving or coming home.
func (f *told) moved(g *verbGroup, future, possible bool) Stage {
	done, under := Deployed, Ordered
	if g.class == withdrawClass {
		done, under = Withdrawn, Withdrawn
	}
	switch {
	case g.modal == "must" && (f.draft.figure.Unit == "percent" || g.lemma == "reach" && !f.isForce() && !f.isCurrency()):
		return Target
	case g.negated && g.yet:
		return Ordered
	case g.negated && (future || possible):
		return Refused
	case g.negated:
		return Other
	case possible && g.modal == "would" && g.class == sendClass && f.role == "object" && f.promisedBySay(g):
		return Pledged
	case possible && g.modal == "would" && !g.negated && f.toldFuture(g):
		return Ordered
	case possible:
		return CalledFor
	case g.lemma == "join" && g.gerund && f.role == "object" && f.isForce():
		return Deployed // "joining 90 soldiers there"
	case future && g.class == arriveClass && !f.maybeForce() && f.role == "object":
		return CalledFor // "is expected to reach $5 million"
	case future && ended(g):
		return CalledFor // "will cut 500 jobs"
	case future:
		return Ordered
	case g.progressive && !g.passive && g.class == sendClass && f.role == "subject" && f.governor == g && f.isForce():
		return Deployed // "16 helicopters are flying in food"
	case g.progressive, g.lemma == "head", g.gerund && g.class != withdrawClass:
		if g.class == arriveClass && g.gerund {
			return Ordered
		}
		return under
	case g.class == arriveClass && (!f.maybeForce() || g.lemma == "reach" && f.role == "object" && !f.isForce()):
		if !g.infinitive && (f.isCurrency() && f.costs(g) || (f.role == "subject" || g.lemma == "reach") && f.draft.figure.Unit == "") {
			return Result // "its cost has reached $5 million", "900 migrants arrived"
		}
		return ""
	case g.class == sendClass && f.governor == g && (g.passive || f.role == "object" && g.finite) && (g.lemma == "fly" || g.lemma == "move" || g.lemma == "transfer" || g.lemma == "airlift") && !f.isForce() && f.draft.figure.Counted != "" && !g.progressive:
		return Result // "7,000 people have been moved to shelters"
	case g.infinitive:
		return CalledFor
	case g.class == sendClass && f.underWay(g):
		return Ordered // "Chad sends 300"
	}
	return done
}

// underWay reports whether the verb tells of the present, as headlines do: who
// is sent has not arrived.
func (f *told) underWay(g *verbGroup) bool {
	if g.passive || g.perfect || !g.finite || f.role != "object" || !f.isForce() {
		return false
	}
	tag := f.at(g.main).tag
	return tag != "VBD" && tag != "VBN"
}

// ended reports whether the verb ends posts, which is a plan until it is done.
func ended(g *verbGroup) bool {
	switch g.lemma {
	case "cut", "reduce", "lay off", "slash", "axe", "shed", "trim", "sack", "furlough", "pare", "make redundant":
		return true
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
