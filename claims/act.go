package claims

import (
	"slices"
	"strings"
)

// act returns what the root source does in telling the figure: its own verb
// where the attribution found one, else what the governor tells.
func (r *Reader) act(f *told) Act {
	figure := &f.draft.figure
	switch {
	case figure.Unit == "times" && figure.Stage != Requested:
		return Assert
	case f.denied():
		return Deny
	}
	if act, found := r.cueAct(f); found {
		return act
	}
	if f.allowed() {
		return Assert
	}
	if f.underThreat() {
		return Threaten
	}
	if isDuration(figure.Unit) {
		return f.lasting()
	}
	switch figure.Stage {
	case Requested:
		return Request
	case Pledged:
		if g := f.governor; g != nil && (f.control(g).class == wantClass || g.class != pledgeClass && (g.modal == "will" || g.modal == "would")) {
			return Plan // "Chad said it would send 90"
		}
		return Assert // that somebody promised it
	case CalledFor:
		if g := f.governor; g != nil && g.class == requestClass && f.role == "object" && g.modal != "" && !g.negated {
			return Request // "will ask parliament for $90 million"
		}
		return f.planned()
	case Target:
		return f.aimed()
	case Ordered:
		return f.promised()
	case Refused:
		if g := f.governor; g != nil && f.role == "object" && (g.class == refuseClass && !g.passive && g.finite || f.control(g).class == refuseClass) {
			return Decline
		}
	case Other:
		if f.awaited() {
			return Forecast
		}
	}
	if f.estimated() || f.fromEstimate() {
		return Estimate
	}
	return Assert
}

// awaited reports whether the figure is told as what is expected, by the verb
// that it depends on: "90,000 people are expected".
func (f *told) awaited() bool {
	g := f.governor
	if g == nil || f.isForce() {
		return false
	}
	return g.class == futureClass && (g.passive || f.role == "object") && !g.negated || f.control(g).class == futureClass ||
		g.class == happenClass && (g.modal == "could" || g.modal == "may" || g.modal == "might")
}

// fromEstimate reports whether the sentence says that somebody's estimate is
// the source: "according to an estimate by", "Industry estimates put".
func (f *told) fromEstimate() bool {
	for _, hop := range f.draft.figure.Attribution.Chain {
		if hop.Kind == DocumentHop && strings.Contains(strings.ToLower(hop.Name), "estimate") {
			return true
		}
	}
	for i := range f.words {
		if f.at(i).is("estimate", "estimates") && f.at(i).tag != "VBZ" && (f.at(i-1).is("to", "by") || f.at(i-2).is("to", "by") || f.at(i+1).is("put", "puts", "say", "suggest")) {
			return true
		}
	}
	return false
}

// underThreat reports whether the figure is the measure of a threat.
func (f *told) underThreat() bool {
	if !f.rank() && !f.threatened() {
		return false
	}
	for i := range f.groups {
		if g := &f.groups[i]; g.class == threatenClass && g.main < f.first {
			return true
		}
	}
	return false
}

// lasting returns the act of a length of time: that of the figure it goes with,
// or a forecast when it is to last.
func (f *told) lasting() Act {
	if whole := f.beforeInSentence(); whole != nil {
		switch act := whole.figure.Act; {
		case act == Estimate, act == Forecast, act == Plan, act == Deny,
			f.lengthBeside() && !isDuration(whole.figure.Unit) && whole.figure.Unit != "percent":
			return act
		}
	}
	switch g := f.governor; {
	case g == nil || g.modal != "will" && g.modal != "would":
	case g.class == keepClass:
		return Plan
	case g.modal == "would":
		return Estimate
	default:
		return Forecast
	}
	if f.estimated() {
		return Estimate
	}
	return Assert
}

// beforeInSentence returns the figure just before this one in its sentence.
func (f *told) beforeInSentence() *draft {
	if n := len(f.earlier); n > 0 && f.earlier[n-1].sentence == f.draft.sentence {
		return f.earlier[n-1]
	}
	return nil
}

// cueAct reads the verb by which the root is tied to the figure.
func (r *Reader) cueAct(f *told) (Act, bool) {
	root := f.draft.figure.Attribution.Root()
	if root.Cue == nil || isDuration(f.draft.figure.Unit) {
		return "", false
	}
	words := strings.Fields(strings.ToLower(root.Cue.Exact))
	stage := f.draft.figure.Stage
	done := (stage == Result || stage == Deployed || stage == Withdrawn) && f.governor != nil
	for i, word := range words {
		for _, verb := range r.cues.verbs[word] {
			if len(verb.rest) > 0 && (len(words) < i+1+len(verb.rest) || !slices.Equal(words[i+1:i+1+len(verb.rest)], verb.rest)) {
				continue
			}
			switch verb.class {
			case demanding, ordering, requesting, planning:
				if done {
					return "", false // "ordered 500 in after floods that killed 20"
				}
			}
			switch verb.class {
			case demanding:
				if f.draft.figure.Stage == Requested {
					return Request, true // "appealed for"
				}
				return Demand, true
			case ordering:
				if f.draft.figure.Stage == Approved || f.draft.figure.Stage == Pending {
					return Assert, true
				}
				return Order, true
			case requesting:
				return Request, true
			case threatening:
				return Threaten, true
			case denying:
				if f.draft.figure.Attribution.Method == Carried {
					return "", false // who denied in the sentence before does not go on denying
				}
				if slices.ContainsFunc(words, isNegation) || r.lexicon.look(strings.ToLower(root.Name)).denial&nobodyWord != 0 {
					return "", false // "did not deny that", "no one denies that"
				}
				if f.startsAnew() {
					return "", false // "denied any wrongdoing and moved 40 guards"
				}
				if f.draft.figure.Stage == Refused {
					return Assert, true
				}
				return Deny, true
			case planning:
				if f.draft.figure.Stage == Pledged {
					return "", false
				}
				return Plan, true
			}
			switch verb.lemma {
			case "estimate", "calculate", "reckon":
				return Estimate, true
			case "expect", "anticipate":
				if f.ownDeed() {
					return Plan, true
				}
				return Forecast, true
			case "forecast", "predict", "project", "reckon with", "reckon on":
				return Forecast, true
			case "call for":
				if !verb.asksOf(root) {
					return Plan, true
				}
				if f.isCurrency() {
					return Request, true
				}
				return Demand, true
			case "plan", "propose", "envision", "want", "intend", "seek":
				if f.draft.figure.Stage == Target && verb.lemma == "want" && (f.draft.figure.Unit == "percent" || f.bidden()) {
					return Demand, true // "the union wants 8 percent"
				}
				return Plan, true
			}
		}
	}
	return "", false
}

func isNegation(word string) bool {
	return isAny(word, []string{"not", "never", "cannot", "n't"}) || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")
}

// ownDeed reports whether who expects the figure means to bring it about: "expects to
// send 900", not "expects to lose 900".
func (f *told) ownDeed() bool {
	g := f.governor
	if g == nil || !g.infinitive || g.passive {
		return false
	}
	control := f.control(g).group
	return control != nil && control.lemma == "expect" && !control.passive && (g.class == sendClass || f.undertakes(g))
}

// allowed reports whether the figure bounds what somebody may do: "may receive up to 900".
func (f *told) allowed() bool {
	g := f.governor
	return g != nil && g.modal == "may" && !g.perfect && f.draft.figure.Qualifier == AtMost && f.lists.allowed[g.lemma]
}

// asksOf reports whether what the source calls for it asks of others: a document
// or an operation that calls for people only plans them.
func (v cueVerb) asksOf(root Hop) bool {
	return root.Kind == Person || root.Kind == Organisation
}

// planned tells plans from estimates and forecasts of what will be needed.
func (f *told) planned() Act {
	g := f.governor
	if f.estimated() || f.isCurrency() && f.at(f.first-1).is("at") {
		return Estimate // "puts the cost at $3 million"
	}
	if f.at(f.last+1).is("needed", "required", "necessary") {
		return Assert // that it is needed
	}
	if g == nil || f.planDocument() || f.underPlan() {
		return Plan
	}
	if f.estimatesElsewhere() {
		return Estimate
	}
	if g.class == wantClass && (g.lemma == "need" || g.lemma == "require") && g.modal == "" && !g.infinitive {
		return Assert // that it is needed
	}
	needs := g.class == spendClass || g.class == wantClass && (g.lemma == "need" || g.lemma == "require") || g.class == "" || g.class == lightClass
	switch control := f.control(g); {
	case control.class == futureClass, g.class == futureClass && f.role == "object":
		return Forecast
	case g.class == wantClass && f.isForce() && f.role == "subject" && (g.modal == "will" || g.modal == "would"):
		return Plan
	case g.modal != "" && g.modal != "could" && g.modal != "may" && g.modal != "might" && f.undertakes(g):
		return Plan
	case g.modal == "will" && (needs && (g.class == spendClass || g.class == wantClass || f.isCurrency()) || g.class == happenClass):
		return Forecast
	case g.modal != "" && g.modal != "will" && needs:
		return Estimate
	case g.modal != "" && g.class == happenClass:
		return Forecast
	}
	return Plan
}

// undertakes reports whether the verb is something that somebody sets out to do:
// "will vaccinate", "will spend", not "will lose".
func (f *told) undertakes(g *verbGroup) bool {
	return !f.lists.unwilled[g.lemma] && (g.class == spendClass && g.lemma != "cost" && g.lemma != "total" || g.class == happenClass)
}

// planDocument reports whether the figure comes from a plan, memo or the like:
// its author plans.
func (f *told) planDocument() bool {
	for _, hop := range f.draft.figure.Attribution.Chain {
		if hop.Kind != DocumentHop {
			continue
		}
		name := strings.ToLower(hop.Name)
		for _, word := range []string{"plan", "memo", "proposal", "order", "draft", "budget", "bill", "directive", "request"} {
			if strings.Contains(name, word) {
				return true
			}
		}
	}
	return false
}

// underPlan reports whether the sentence speaks of what a plan holds: "under the
// draft plan".
func (f *told) underPlan() bool {
	for i := range f.words {
		if !f.at(i).is("under", "in") {
			continue
		}
		for k := i + 1; k < i+5; k++ {
			if class, found := f.lists.noun(f.at(k).lower); found && class == wantClass && f.at(k-1).tag != "IN" {
				return true
			}
			if !strings.HasPrefix(string(f.at(k).tag), "NN") && f.at(k).tag != "DT" && f.at(k).tag != "JJ" && f.at(k).tag != "PRP$" && f.at(k).tag != "POS" {
				break
			}
		}
	}
	return false
}

// estimatesElsewhere reports whether the same source estimated a figure before.
func (f *told) estimatesElsewhere() bool {
	return f.course.estimates[f.draft.figure.Attribution.Root().Name]
}

// aimed tells demands and orders of a target from plans and mere mentions.
func (f *told) aimed() Act {
	for k := len(f.groups) - 1; k >= 0; k-- {
		g := &f.groups[k]
		if g.main >= f.first {
			continue
		}
		switch g.class {
		case demandClass:
			return Demand
		case orderClass:
			return Order
		case threatenClass:
			return Threaten
		case wantClass, futureClass:
			if g.lemma == "want" && (f.draft.figure.Unit == "percent" || f.bids(g)) || g.lemma == "expect" && !g.passive && f.rate() {
				return Demand
			}
			return Plan
		case happenClass, lightClass, arriveClass:
			if g.modal == "must" {
				return Demand
			}
			if g.modal == "will" {
				return Plan
			}
		case targetClass:
			if g.gerund || g.progressive || g.infinitive {
				return Plan
			}
		}
	}
	return Assert
}

// bids reports whether the verb wants others to do it: "wants each team to make
// eight arrests".
func (f *told) bids(g *verbGroup) bool {
	next := f.governor
	return next != nil && next.infinitive && next.first > g.last+1 && f.control(next).group != nil && f.control(next).group.main == g.main
}

// bidden is bids for any verb of wanting before the figure.
func (f *told) bidden() bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.lemma == "want" && g.main < f.first && f.bids(g) {
			return true
		}
	}
	return false
}

// promised tells orders and plans from reports of them.
func (f *told) promised() Act {
	g := f.governor
	if g == nil {
		return Assert
	}
	if g.lemma == "expect" && g.passive {
		return Forecast // "are expected by Friday"
	}
	if g.modal == "will" || g.modal == "would" || f.control(g).class == wantClass || f.control(g).class == futureClass {
		return Plan
	}
	root := f.draft.figure.Attribution.Root()
	if f.draft.figure.Stage == Ordered && root.Kind == Person && root.Cue != nil && strings.HasPrefix(strings.ToLower(root.Cue.Exact), "announce") {
		return Order
	}
	if g.progressive && !g.passive && f.role == "object" {
		return Plan // "is sending 90"
	}
	if g.class == orderClass && (root.Role == RoleSpeaker || f.role == "object" && g.finite && !g.perfect && !g.passive && g.modal == "") {
		return Order
	}
	return Assert
}

// estimated reports whether the figure is told as an estimate.
func (f *told) estimated() bool {
	if f.draft.estimate {
		return true
	}
	for i := f.first - 2; i <= f.last; i++ {
		if f.at(i).is("estimated", "projected") {
			return true
		}
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.lemma == "estimate" && g.main < f.first {
			return true
		}
		if g.passive && g.main < f.first && f.governor != nil && f.governor.first == g.last+1 && f.governor.infinitive && (g.lemma == "believe" || g.lemma == "think") {
			return true // "is believed to have 90 fighters"
		}
	}
	return false
}
