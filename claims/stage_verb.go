package claims

import "strings"

// mainStage returns the stage that the governor tells.
func (f *told) mainStage() Stage {
	if stage := f.nounStage(); stage != "" {
		return stage
	}
	if f.governor == nil {
		return ""
	}
	return f.groupStage(f.lastOf(f.governor), 0)
}

// lastOf returns the last of two participles that share a subject: "were
// trained and deployed".
func (f *told) lastOf(g *verbGroup) *verbGroup {
	if f.role != "subject" || !g.passive || g.class != happenClass || !f.at(g.last+1).is("and") {
		return g
	}
	for k := range f.groups {
		if next := &f.groups[k]; next.first == g.last+2 && next.participle && next.class == sendClass {
			last := *g
			last.class, last.lemma = next.class, next.lemma
			return &last
		}
	}
	return g
}

// groupStage returns the stage that the verb group tells of what it governs, ""
// when it tells none. Depth bounds how many verbs it may depend on in turn.
func (f *told) groupStage(g *verbGroup, depth int) Stage {
	if depth > 4 {
		return ""
	}
	future := g.modal == "will"
	possible := g.modal != "" && !future && !(g.perfect && (g.modal == "may" || g.modal == "might")) // "may have been copied"
	if g.isTo {
		switch f.subjectClass(g) {
		case targetClass:
			return Target
		case wantClass:
			return CalledFor
		case requestClass:
			return Requested
		}
	}
	if f.governor == g && f.role == "object" && f.at(f.first-1).is("on", "the") && f.toDecide(g) {
		return Pending // "has yet to vote on the $200 million"
	}
	control := f.control(g)
	if control.class != "" && control.class != sayClass {
		switch control.class {
		case futureClass:
			if control.group != nil && control.group.lemma == "expect" && control.group.passive && f.rate() && f.headIs(happenClass) && f.role == "object" {
				return Target // "officers are expected to make 300 arrests a week"
			}
			future = true
		case lightClass, keepClass, failClass, happenClass, serveClass, sendClass, arriveClass, withdrawClass, spendClass, readyClass:
			if control.group == nil || !g.infinitive && !g.gerund {
				break
			}
			switch {
			case g.infinitive && g.class == sendClass && (control.group.lemma == "begin" || control.group.lemma == "start") && control.group.modal == "":
				return Ordered // "began to send 300"
			case control.group.lemma == "involve" || control.group.lemma == "include":
				possible = true
			case control.class == lightClass || control.class == keepClass:
				future = future || control.group.modal == "will" || control.group.infinitive && f.control(control.group).class == futureClass
				possible = possible || control.group.modal != "" && control.group.modal != "will"
				if outer := f.control(control.group); outer.class != "" && outer.class != sayClass && outer.class != lightClass {
					return f.controlled(g, outer, depth)
				}
			case g.infinitive && (g.class == sendClass || g.class == happenClass || g.class == arriveClass):
				possible = true // a purpose: sent to arrest
			}
		default:
			if stage := f.controlled(g, control, depth); stage != "" {
				return stage
			}
		}
	}
	if before := f.previousGroup(g); before != nil && before.class == pledgeClass && (before.finite || before.participle) && !before.negated && (g.modal == "would" || g.modal == "will") && f.at(before.last+1).is("that") {
		return Pledged // "promised that 300 would be hired"
	}
	if f.agent(g) || f.apart(g) {
		return "" // "500 lawmakers approved"
	}
	decides := g.class == approveClass || g.class == wantClass || g.class == requestClass || g.class == pledgeClass || g.class == refuseClass
	if f.role == "object" && f.governor == g && f.at(f.first-1).is("with") && f.isForce() && !future && !possible && !decides {
		return Deployed // "flooded the district with 500 officers"
	}
	if stage := f.supplied(g, future, possible); stage != "" {
		return stage
	}
	switch g.class {
	case approveClass:
		switch {
		case !g.passive && f.subjectClass(g) == wantClass:
			return CalledFor // "the bill funds 500 officers"
		case g.infinitive && control.group != nil && (control.group.lemma == "vote" || control.group.lemma == "decide" || control.group.class == pledgeClass) && !f.toDecide(control.group):
			return Approved
		case g.yet, g.negated && (g.perfect || g.modal == "" && g.passive), future, possible, g.infinitive && !g.passive:
			return Pending
		case f.pendingBefore(g):
			return Pending
		case g.negated:
			return Refused
		case f.ifBefore(g):
			return Pending
		}
		return Approved
	case wantClass:
		switch {
		case f.rate() && f.headIs(happenClass) && !g.negated && (g.lemma == "want" || g.lemma == "seek" || g.lemma == "aim"):
			return Target // "wanted 3,000 arrests a day"
		case g.lemma == "seek" && (g.perfect || g.participle && !g.base || f.isCurrency() && f.at(f.last+1).is("from", "in")):
			return Requested // "had sought 80 companies"
		case f.draft.figure.Unit == "percent" && !g.negated && (g.lemma == "want" || g.lemma == "seek") && f.role == "object":
			return Target // "wants 8 percent"
		case g.lemma == "draft" && f.isForce() && f.governor == g && f.role == "object" && g.modal == "" && !g.infinitive:
			return Ordered // "drafted 900 reservists"
		case g.lemma == "plan" && depth > 0 && f.soon():
			return Ordered
		case g.lemma == "plan" && depth > 0 && announces(f.sayBefore(g.first)):
			return Pledged
		case g.negated:
			return Other
		case f.needsApproval(g):
			return Pending
		}
		return CalledFor
	case requestClass:
		switch {
		case g.negated:
			return Other
		case future, possible:
			return CalledFor
		}
		return Requested
	case pledgeClass:
		if g.negated {
			return Refused
		}
		if g.lemma == "contribute" && g.progressive && f.isForce() {
			return Ordered // "is contributing 300 soldiers"
		}
		if g.lemma == "contribute" && f.governor == g && f.role == "object" && g.finite && g.modal == "" && f.isForce() {
			return Deployed
		}
		return Pledged
	case refuseClass:
		if g.lemma == "dismiss" && f.isForce() && !possible && !future {
			return Withdrawn // "500 employees have been dismissed"
		}
		if possible || future {
			return Pending
		}
		return Refused
	case orderClass:
		switch {
		case g.negated && !g.yet:
			return Other
		case g.lemma == "assign" && f.isForce() && !possible && !future && (g.participle && !g.finite || g.passive && f.at(g.first).is("is", "are")):
			return Deployed // "are assigned to the mission"
		case !f.isForce() && f.draft.figure.Unit == "" && !possible && !future && f.at(f.last+1).is("to") && f.at(f.last+2).is("leave", "evacuate", "flee", "go", "stay", "shelter", "boil"):
			return Result // "ordered 900 people to leave"
		case possible && !(g.modal == "would" && f.toldFuture(g)):
			return CalledFor
		}
		return Ordered
	case sendClass, arriveClass, withdrawClass:
		if g.class == withdrawClass && !f.maybeForce() && g.lemma != "bring home" && g.lemma != "pull out" && (f.draft.figure.Unit == "" || f.draft.figure.Unit == "percent" || f.draft.figure.Unit == "share") {
			if possible || future {
				return CalledFor
			}
			if f.shrinks(g) {
				return Withdrawn // "has cut its workforce by 12 percent"
			}
			return Result
		}
		return f.moved(g, future, possible)
	case readyClass:
		return Ordered
	case serveClass, keepClass:
		if f.role == "object" && g.class == keepClass && f.subjectClass(g) == targetClass {
			return Target // "the goal remains 4,000"
		}
		if (f.isCurrency() || f.draft.figure.Unit == "percent") && f.role == "object" && g.lemma == "hold" && !possible && !future && !f.amongFigures() {
			return Result
		}
		if f.role == "object" && f.governor == g && !f.isForce() && f.draft.figure.Unit == "" && f.draft.figure.Counted != "" && g.lemma == "hold" && !possible && !future {
			return Result // "holds 20,000 people"
		}
		if f.role == "object" && f.governor == g && f.isForce() && !possible && (g.lemma == "keep" || g.lemma == "maintain") {
			return Deployed // "keeps 1,000 soldiers there"
		}
		if f.role == "object" && f.governor == g && !f.numbers(g) && !(g.class == serveClass && f.draft.figure.Unit != "" && g.lemma == "tap") {
			return ""
		}
		switch {
		case possible, future && f.numbers(g):
			return CalledFor
		case f.numbers(g) && f.headIs(moveClass):
			return Deployed // "the force numbered 5,000"
		case future && g.class == serveClass:
			return Ordered
		case g.class == serveClass && !f.isForce() && f.draft.figure.Counted != "" && !(f.role == "subject" && f.governor == g && (g.lemma == "fight" || g.lemma == "battle" || g.lemma == "patrol" || g.lemma == "work")):
			return ""
		case g.lemma == "hold" && g.passive && f.role == "subject" && f.governor == g && !f.isForce() && f.draft.figure.Unit == "":
			return Result // "900 people are held"
		case g.class == keepClass && !f.isForce():
			return ""
		}
		return Deployed
	case targetClass:
		return Target
	case demandClass:
		if g.passive && f.role == "subject" && f.draft.figure.Unit == "" && !f.rate() {
			return Ordered // "500 officers were told to report"
		}
		if f.governor == g && f.role == "object" && (g.lemma == "push" || g.lemma == "press") && f.at(f.first-1).is("to") && !f.rate() {
			return Result // "pushed the water to 4 metres"
		}
		return f.demanded()
	case threatenClass:
		if f.governor == g && f.role == "object" && g.finite && g.last+1 >= f.first-2 && f.draft.figure.Unit == "" && !f.isForce() && f.draft.figure.Counted != "" {
			return Result // "the fire threatens 900 homes"
		}
		return Other
	case happenClass:
		switch {
		case (g.lemma == "earn" || g.lemma == "face" || g.lemma == "cover" && f.draft.figure.Unit == "" || g.lemma == "house") && g.finite && g.modal == "" && !f.headline && !g.perfect && !g.passive && !g.progressive && f.at(g.main).tag != "VBD" && f.at(g.main).tag != "VBN":
			return Other // what is so as a rule
		case g.modal == "must" && !f.isForce() && f.governor == g && f.role == "object" && (f.rate() || f.headIs(happenClass)):
			return Target // "must make 900 arrests a week"
		case g.modal == "can" && f.governor == g:
			return Other // what it is able to do
		case possible && (g.modal == "could" || g.modal == "may" || g.modal == "might") && f.governor == g && !f.isForce() && !f.isCurrency():
			return Other // "audits could fall by 40 percent"
		case !g.negated && (future && !possible || g.modal == "would" && f.toldFuture(g)):
			return f.willHappen(g)
		case possible, future, g.infinitive && f.purpose(control):
			return CalledFor
		case g.negated:
			return Other
		case f.isForce() && f.governor == g && f.role == "object" && f.at(f.first-1).is("to") && (g.lemma == "raise" || g.lemma == "increase" || g.lemma == "rise" || g.lemma == "fall" || g.lemma == "climb" || g.lemma == "drop") && f.draft.figure.Unit == "" && !f.rate():
			return Deployed // "raising the number of personnel to 6,500"
		case f.isForce() && f.governor == g && (f.role == "object" && (g.lemma == "get" || g.lemma == "receive" || g.lemma == "set up" || g.lemma == "install") || f.role == "subject" && !g.passive && f.works(g)):
			return Deployed // "300 officers made 20 arrests", "the mission got 150 soldiers"
		}
		if g.lemma == "repatriate" && f.isForce() {
			return Withdrawn
		}
		return Result
	case spendClass:
		if (g.lemma == "cost" || g.lemma == "pay") && !g.progressive && !g.passive && f.rate() && g.modal == "" && !f.headline && g.finite && !g.perfect && f.at(g.main).tag != "VBD" && f.at(g.main).tag != "VBN" {
			return Other // "an hour of flight costs $9,000"
		}
		if before := f.previousGroup(g); before != nil && f.governor == g && (g.infinitive || g.gerund && f.at(g.first-1).is("on")) && (before.lemma == "vote" || before.lemma == "decide") {
			if f.toDecide(before) {
				return Pending
			}
			return Approved // "voted to spend $2 million"
		}
		if g.modal == "must" && f.draft.figure.Unit == "percent" {
			return Target
		}
		if f.estimated() && !(g.lemma == "cost" && f.at(g.main).is("costs") && f.governor == g) {
			return CalledFor
		}
		if future || possible || g.infinitive {
			return CalledFor
		}
		return Result
	case failClass:
		if f.role == "subject" && f.governor == g {
			return Result // "four in ten failed"
		}
		return Target
	}
	return f.lightStage(g, future, possible)
}

// agent reports whether the figure counts those who approve, refuse, order,
// demand or want.
func (f *told) agent(g *verbGroup) bool {
	switch g.class {
	case approveClass, refuseClass, orderClass, demandClass, wantClass:
		if f.needsApproval(g) {
			return false
		}
		return f.role == "subject" && f.governor == g && !g.passive && (!g.participle || g.finite)
	}
	return false
}

// apart reports whether the verb that the figure follows governs something
// else: "sent a message to 500 residents", "committed suicide".
func (f *told) apart(g *verbGroup) bool {
	if f.role != "object" || f.governor != g {
		return false
	}
	switch {
	case g.class == sendClass:
		return !f.isForce() && f.at(f.first-1).is("to", "past", "into", "in", "with", "against", "at", "for", "across", "among")
	case g.lemma == "commit":
		return strings.HasPrefix(string(f.at(g.last+1).tag), "NN") && f.at(g.last+1).tag != "NNP"
	case g.lemma == "target" && f.campaign(g):
		return false
	case g.lemma == "target":
		return f.draft.figure.Unit != "percent" && !f.rate() && !f.headIs(happenClass)
	}
	return false
}

// campaign reports whether it is a campaign that targets people: to reach them.
func (f *told) campaign(g *verbGroup) bool {
	for i := g.first - 1; i >= 0 && i > g.first-4; i-- {
		if f.at(i).is("campaign", "drive", "programme", "program", "effort", "round", "initiative", "which", "that") {
			return f.at(i).lower != "which" && f.at(i).lower != "that" || f.at(i-1).is("campaign", ",", "drive")
		}
	}
	return false
}

// numbers reports whether the verb tells the strength of its subject.
func (f *told) numbers(g *verbGroup) bool { return g.lemma == "number" }

// needsApproval reports whether what is needed is an approval: "would need
// approval", "has to be approved".
func (f *told) needsApproval(g *verbGroup) bool {
	for i := g.last + 1; i < g.last+5; i++ {
		if class, found := f.lists.noun(f.at(i).lower); found && class == approveClass || f.at(i).is("vote", "ruling", "decision") {
			return true
		}
	}
	return false
}

// pendingBefore reports whether the approval is still to come: "has to be
// approved", "waiting to be approved".
func (f *told) pendingBefore(g *verbGroup) bool {
	if !g.infinitive {
		return false
	}
	before := f.previousGroup(g)
	if f.at(g.first - 1).is("whether") {
		return true
	}
	return before != nil && (before.lemma == "have" || f.pendingVerb(before) || before.class == wantClass || before.class == futureClass) || f.at(g.first-1).is("yet", "still")
}

// ifBefore reports whether the group stands in a condition.
func (f *told) ifBefore(g *verbGroup) bool {
	for i := g.first - 1; i >= 0 && i > g.first-8; i-- {
		if f.at(i).is("if", "unless", "until", "whether", "once") {
			return true
		}
	}
	return false
}

// purpose reports whether the infinitive tells what something is for.
func (f *told) purpose(control controller) bool {
	return control.group == nil && control.noun < 0 || control.class == sendClass || control.class == arriveClass
}

// subjectClass returns the class of the noun that is the subject of the group:
// the nearest listed noun before it in its clause, outcomes only when there is
// no other.
func (f *told) subjectClass(g *verbGroup) stageClass {
	outcome := stageClass("")
	for i := g.first - 1; i >= 0; i-- {
		w := f.at(i)
		if w.is(";", ":", "that", "while", "but", "which", "who") || f.finiteAt(i) {
			break
		}
		class, found := f.lists.noun(w.lower)
		switch {
		case !found || class == sayClass || f.infinitiveAt(i):
		case class == happenClass:
			outcome = class
		default:
			return class
		}
	}
	return outcome
}

// finiteAt reports whether the main word of a finite verb stands at word i.
func (f *told) finiteAt(i int) bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.main == i {
			return g.finite
		}
	}
	return false
}

// infinitiveAt reports whether any verb but a finite one stands at word i.
func (f *told) infinitiveAt(i int) bool {
	for k := range f.groups {
		if f.groups[k].main == i {
			return true
		}
	}
	return false
}
