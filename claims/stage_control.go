package claims

// controller is what an infinitive or a bare verb depends on.
type controller struct {
	class stageClass
	group *verbGroup // nil for a noun or adjective
	noun  int        // the noun's word, -1 for none
}

// control returns what the group depends on: "plans to send", "the plan to
// send", "is likely to send", "demanded that they send", "calls for sending".
func (f *told) control(g *verbGroup) controller {
	none := controller{noun: -1}
	before := f.previousGroup(g)
	word := f.at(g.first - 1)
	switch {
	case g.infinitive:
		if class, found := f.nounEnding(g.first - 1); found && class != happenClass && class != sayClass && !f.verb(g.first-1) {
			return controller{class, nil, g.first - 1}
		}
		if word.is("ready") && f.role == "object" && g.class == sendClass {
			return controller{pledgeClass, nil, -1} // "is ready to send 200 more"
		}
		if word.is("due", "likely", "set", "bound", "about", "expected", "scheduled", "ready", "poised", "slated", "going", "preparing", "unlikely") {
			return controller{futureClass, nil, -1}
		}
		if word.is("campaign", "drive", "effort", "push") {
			return controller{targetClass, nil, -1}
		}
		if word.is("meant", "intended", "supposed", "designed") {
			return controller{wantClass, nil, -1}
		}
		if word.is("willing", "prepared") {
			return controller{pledgeClass, nil, -1}
		}
		if word.is("decision", "orders", "vote") {
			return controller{orderClass, nil, -1}
		}
	case g.gerund:
		if word.tag == "IN" || word.is("for", "of", "in", "on", "to") {
			if class, found := f.lists.noun(f.at(g.first - 2).lower); found && class != happenClass && class != sayClass {
				return controller{class, nil, g.first - 2}
			}
		}
		adjacent := before != nil && (before.last == g.first-1 || before.last == g.first-2 && (word.tag == "IN" || word.tag == "TO"))
		if !adjacent {
			return none
		}
	case g.base && before != nil:
		if before.class != demandClass && before.class != requestClass && before.class != orderClass && before.class != wantClass && before.class != targetClass {
			return none
		}
	case g.finite || g.participle:
		return none
	}
	if before == nil {
		return none
	}
	for i := before.last + 1; i < g.first; i++ {
		if w := f.at(i); w.is(";", ":", "—") || g.base && w.is("as", "while", "after", "when", "because", "since") {
			return none
		}
	}
	return controller{before.class, before, -1}
}

func (f *told) previousGroup(g *verbGroup) *verbGroup {
	for k := len(f.groups) - 1; k >= 0; k-- {
		if f.groups[k].main < g.first {
			return &f.groups[k]
		}
	}
	return nil
}

// controlled returns the stage of what a verb governs that depends on another:
// "asked them to send".
func (f *told) controlled(g *verbGroup, control controller, depth int) Stage {
	var outer Stage
	if control.group != nil {
		outer = f.groupStage(control.group, depth+1)
	} else if control.noun >= 0 {
		outer = f.nounAt(control.noun, control.class)
	}
	outcome := g.class == happenClass || f.rate() || g.class == "" && !f.isForce() || g.class == lightClass && !f.isForce() || g.lemma == "reach" && !f.isForce()
	if control.group == nil && control.noun < 0 && control.class == targetClass && !f.isForce() && f.draft.figure.Unit != "USD" {
		return Target // "a campaign to protect 600,000 children"
	}
	if control.group == nil && control.noun < 0 && control.class == pledgeClass {
		return Pledged // "willing to send"
	}
	switch control.class {
	case demandClass, orderClass, threatenClass, targetClass:
		if outcome && f.draft.figure.Unit != "USD" {
			if control.class == threatenClass && !f.rate() {
				return Other
			}
			return Target
		}
		if control.class == orderClass {
			return outer
		}
		if control.class == demandClass {
			if control.group != nil && control.group.lemma == "tell" && control.group.modal == "" && f.isForce() && g.class == sendClass {
				return Ordered // "told the base to send 90"
			}
			return CalledFor
		}
		return outer
	case wantClass:
		if control.group == nil && control.noun < 0 {
			return CalledFor // "was meant to number"
		}
		if f.aims(g, control.group) {
			return Target // "aims to vaccinate", "hopes to reach"
		}
		if outcome && f.rate() && f.headIs(targetClass) {
			return Target
		}
		return outer
	case approveClass, refuseClass, requestClass, pledgeClass:
		return outer
	case moveClass, withdrawClass, futureClass:
		return ""
	}
	return ""
}

// aims reports whether somebody aims or hopes to reach a number of outcomes.
func (f *told) aims(g, control *verbGroup) bool {
	if control == nil || control.lemma != "aim" && control.lemma != "hope" {
		return false
	}
	switch g.class {
	case happenClass, "", lightClass:
	default:
		if g.lemma != "reach" {
			return false
		}
	}
	return !f.isForce() || control.lemma == "aim" && g.class != lightClass
}

// soon reports whether a near day is set for it: "this week", "tomorrow".
func (f *told) soon() bool {
	for i := f.last + 1; i < len(f.words); i++ {
		if f.at(i).is("tomorrow", "today", "tonight") || f.at(i).is("this") && f.at(i+1).is("week", "weekend") {
			return true
		}
	}
	return false
}
