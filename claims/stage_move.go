package claims

// moved returns the stage of something sent, arriving or coming home.
func (f *told) moved(g *verbGroup, future, possible bool) Stage {
	done, under := Deployed, Ordered
	if g.class == withdrawClass && !f.setsOut(g) {
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

// willHappen returns the stage of an outcome announced for the future: what is to
// be received is promised, whom a campaign is to reach is its target.
func (f *told) willHappen(g *verbGroup) Stage {
	switch {
	case f.isCurrency():
		return CalledFor
	case (g.lemma == "receive" || g.lemma == "get") && f.role == "object" && f.isForce():
		return Pledged
	case !f.isForce() && f.draft.figure.Unit == "" && (g.lemma == "vaccinate" || g.lemma == "inoculate" || g.lemma == "immunize" || g.lemma == "immunise" || g.lemma == "feed" || g.lemma == "screen"):
		return Target
	}
	return CalledFor
}

// supplied returns the stage of goods of relief that are brought or kept ready:
// "has received 900 doses", "carries 200 tonnes of flour", "will be provided".
func (f *told) supplied(g *verbGroup, future, possible bool) Stage {
	if g.negated || possible || g.infinitive || !headIn(f.lists.supplies, f.draft.figure.Counted) {
		return ""
	}
	switch g.lemma {
	case "deliver", "receive", "get", "supply", "provide", "bring", "have", "carry", "stock", "store", "give":
	default:
		return ""
	}
	if future {
		return Pledged
	}
	return Deployed
}
