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
	return f.groupStage(f.governor, 0)
}

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
	class, found := f.nounEnding(i - 1)
	if !found || f.verb(i-1) && f.at(i-1).tag != "NN" && f.at(i-1).tag != "NNS" {
		return ""
	}
	if f.at(i).is("to") && class != targetClass {
		return ""
	}
	return f.nounAt(i-1, class)
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
		if class == requestClass && (f.undecided(i) || verb != nil && f.lists.weighing[verb.lemma] && !verb.negated || verb != nil && f.toDecide(verb)) {
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

func (f *told) demanded() Stage {
	if f.rate() || f.headIs(happenClass) || !f.isForce() {
		return Target
	}
	return CalledFor
}

// groupStage returns the stage that the verb group tells of what it governs, ""
// when it tells none. Depth bounds how many verbs it may depend on in turn.
func (f *told) groupStage(g *verbGroup, depth int) Stage {
	if depth > 4 {
		return ""
	}
	future := g.modal == "will"
	possible := g.modal != "" && !future
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
	control := f.control(g)
	if control.class != "" && control.class != sayClass {
		switch control.class {
		case futureClass:
			future = true
		case lightClass, keepClass, failClass, happenClass, serveClass, sendClass, arriveClass, withdrawClass, spendClass, readyClass:
			if control.group == nil || !g.infinitive && !g.gerund {
				break
			}
			switch {
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
	if f.agent(g) {
		return "" // "500 lawmakers approved"
	}
	if f.role == "object" && f.governor == g && f.at(f.first-1).is("with") && f.isForce() && !future && !possible {
		return Deployed // "flooded the district with 500 officers"
	}
	switch g.class {
	case approveClass:
		switch {
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
		return Pledged
	case refuseClass:
		if possible || future {
			return Pending
		}
		return Refused
	case orderClass:
		switch {
		case g.negated && !g.yet:
			return Other
		case possible:
			return CalledFor
		}
		return Ordered
	case sendClass, arriveClass, withdrawClass:
		if g.class == withdrawClass && !f.maybeForce() && f.draft.figure.Unit == "" {
			return Result
		}
		return f.moved(g, future, possible)
	case readyClass:
		return Ordered
	case serveClass, keepClass:
		if f.role == "object" && f.governor == g && !f.numbers(g) && !(g.class == serveClass && f.draft.figure.Unit != "" && g.lemma == "tap") {
			return ""
		}
		switch {
		case possible, future && f.numbers(g):
			return CalledFor
		case future && g.class == serveClass:
			return Ordered
		case g.class == serveClass && !f.isForce() && f.draft.figure.Counted != "":
			return ""
		case g.class == keepClass && !f.isForce():
			return ""
		}
		return Deployed
	case targetClass:
		return Target
	case demandClass:
		if g.passive && f.role == "subject" && f.isForce() {
			return Ordered // "500 officers were told to report"
		}
		return f.demanded()
	case threatenClass:
		return Other
	case happenClass:
		switch {
		case possible, future, g.infinitive && f.purpose(control):
			return CalledFor
		case g.negated:
			return Other
		}
		return Result
	case spendClass:
		if f.estimated() {
			return CalledFor
		}
		if future || possible || g.infinitive {
			return CalledFor
		}
		return Result
	case failClass:
		return Target
	}
	return f.lightStage(g, future, possible)
}

// agent reports whether the figure counts those who approve, refuse or order.
func (f *told) agent(g *verbGroup) bool {
	decides := g.class == approveClass || g.class == refuseClass || g.class == orderClass
	return decides && f.role == "subject" && f.governor == g && !g.passive && !g.participle
}

// lightStage returns the stage told by the subject of a verb that tells nothing
// by itself: "the plan includes 500", "the goal is 500".
func (f *told) lightStage(g *verbGroup, future, possible bool) Stage {
	subject := f.subjectClass(g)
	switch {
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
	case future && !g.negated && (g.lemma == "give" || g.lemma == "provide" || g.lemma == "supply"):
		return Pledged
	case possible && !g.negated, future && f.isCurrency():
		return CalledFor
	case future && f.isForce():
		return Ordered
	case subject == moveClass && f.maybeForce():
		return Deployed
	case subject == happenClass && f.draft.figure.Unit == "percent":
		return Result
	}
	return ""
}

// numbers reports whether the verb tells the strength of its subject.
func (f *told) numbers(g *verbGroup) bool { return g.lemma == "number" }

// moved returns the stage of something sent, arriving or coming home.
func (f *told) moved(g *verbGroup, future, possible bool) Stage {
	done, under := Deployed, Ordered
	if g.class == withdrawClass {
		done, under = Withdrawn, Withdrawn
	}
	switch {
	case g.negated && g.yet:
		return Ordered
	case g.negated && (future || possible):
		return Refused
	case g.negated:
		return Other
	case possible:
		return CalledFor
	case future:
		return Ordered
	case g.progressive && !g.passive && g.class == sendClass && f.role == "subject" && f.governor == g && f.isForce():
		return Deployed // "16 helicopters are flying in food"
	case g.progressive, g.lemma == "head", g.gerund && g.class != withdrawClass:
		if g.class == arriveClass && g.gerund {
			return Ordered
		}
		return under
	case g.class == arriveClass && !f.maybeForce():
		return ""
	case g.infinitive:
		return CalledFor
	}
	return done
}

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
		if class, found := f.lists.noun(word.lower); found && class != happenClass && class != sayClass && !f.verb(g.first-1) {
			return controller{class, nil, g.first - 1}
		}
		if word.is("due", "likely", "set", "bound", "about", "expected", "scheduled", "ready", "poised", "slated", "going", "preparing", "unlikely") {
			return controller{futureClass, nil, -1}
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
		if w := f.at(i); w.is(";", ":", "—") {
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
	outcome := g.class == happenClass || f.rate() || g.class == "" && !f.isForce() || g.class == lightClass && !f.isForce()
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
			return CalledFor
		}
		return outer
	case wantClass:
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

// soon reports whether a near day is set for it: "this week", "tomorrow".
func (f *told) soon() bool {
	for i := f.last + 1; i < len(f.words); i++ {
		if f.at(i).is("tomorrow", "today", "tonight") || f.at(i).is("this") && f.at(i+1).is("week", "weekend") {
			return true
		}
	}
	return false
}

// needsApproval reports whether what is needed is an approval: "would need
// approval", "has to be approved".
func (f *told) needsApproval(g *verbGroup) bool {
	for i := g.last + 1; i < g.last+5; i++ {
		if class, found := f.lists.noun(f.at(i).lower); found && class == approveClass {
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

// approver returns who approves, has approved or has to: "by the Defense
// Department", or the subject of "approved".
func (f *told) approver(text string) string {
	switch f.draft.figure.Stage {
	case Pending, Approved, Refused:
	default:
		return ""
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.class != approveClass && g.class != refuseClass {
			continue
		}
		if g.passive || g.participle && !g.finite {
			if f.at(g.last + 1).is("by") {
				return f.nameFrom(text, g.last+2)
			}
			continue
		}
		if name := f.nameBefore(text, g.first); name != "" {
			return name
		}
	}
	for i := range f.words {
		class, found := f.lists.noun(f.at(i).lower)
		if found && class == approveClass {
			if f.at(i+1).is("from", "by", "of") {
				return f.nameFrom(text, i+2)
			}
			if f.at(i-1).tag == "POS" {
				return f.nameBefore(text, i-1)
			}
		}
	}
	return ""
}

// nameFrom returns the noun phrase that starts at word i, without determiner.
func (f *told) nameFrom(text string, i int) string {
	for f.at(i).tag == "DT" || f.at(i).tag == "PRP$" {
		i++
	}
	last := i - 1
	for j := i; j < len(f.words); j++ {
		w := f.at(j)
		joins := (w.is("of", "and", "&", "for") || w.tag == "POS") && f.at(j+1).tag == "NNP" && f.at(i).tag == "NNP"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		last = j
	}
	if last < i {
		return ""
	}
	return text[f.words[i].start:f.words[last].end]
}

// nameBefore returns the noun phrase that ends before word i.
func (f *told) nameBefore(text string, i int) string {
	first := i
	for j := i - 1; j >= 0; j-- {
		w := f.at(j)
		if w.tag == "RB" && first == i {
			i--
			first = i
			continue
		}
		joins := w.is("of") && first < i && f.at(first).tag == "NNP" && f.at(j-1).tag == "NNP" || w.tag == "POS"
		if !strings.HasPrefix(string(w.tag), "NN") && w.tag != "JJ" && !joins {
			break
		}
		first = j
	}
	if first >= i {
		return ""
	}
	return text[f.words[first].start:f.words[i-1].end]
}
