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
	return f.lists.table.verbStage(&stageReading{told: f, verb: g, control: control, future: future, possible: possible, depth: depth})
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
