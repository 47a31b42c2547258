package claims

import "strings"

// act returns what the root source does in telling the figure: its own verb
// where the attribution found one, else what the governor tells.
func (r *Reader) act(f *told) Act {
	if act, found := r.cueAct(f); found {
		return act
	}
	figure := &f.draft.figure
	if figure.Unit == "times" {
		return Assert
	}
	if f.denied() {
		return Deny
	}
	switch figure.Stage {
	case Requested:
		return Request
	case CalledFor:
		return f.planned()
	case Target:
		return f.aimed()
	case Ordered, Pledged:
		return f.promised()
	}
	if f.estimated() {
		return Estimate
	}
	return Assert
}

// cueAct reads the verb by which the root is tied to the figure.
func (r *Reader) cueAct(f *told) (Act, bool) {
	root := f.draft.figure.Attribution.Root()
	if root.Cue == nil || f.draft.figure.Unit == "times" {
		return "", false
	}
	words := strings.Fields(strings.ToLower(root.Cue.Exact))
	for _, word := range words {
		for _, verb := range r.cues.verbs[word] {
			switch verb.class {
			case demanding:
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
				if f.draft.figure.Stage == Refused {
					return Assert, true
				}
				return Deny, true
			case planning:
				if f.draft.figure.Stage == Pledged && root.Role != RoleSpeaker {
					return "", false
				}
				return Plan, true
			}
			switch verb.lemma {
			case "estimate", "calculate", "reckon":
				return Estimate, true
			case "forecast", "predict", "project", "expect", "anticipate":
				return Forecast, true
			case "plan", "propose", "call for", "envision", "want", "intend", "seek":
				return Plan, true
			}
		}
	}
	return "", false
}

// planned tells plans from estimates and forecasts of what will be needed.
func (f *told) planned() Act {
	g := f.governor
	if f.estimated() {
		return Estimate
	}
	root := f.draft.figure.Attribution.Root()
	if g == nil || root.Kind == DocumentHop {
		return Plan
	}
	needs := g.class == spendClass || g.class == wantClass && (g.lemma == "need" || g.lemma == "require") || g.class == "" || g.class == lightClass
	switch control := f.control(g); {
	case control.class == futureClass:
		return Forecast
	case g.modal == "will" && (needs || g.class == happenClass):
		return Forecast
	case g.modal != "" && needs:
		return Estimate
	case g.modal != "" && g.class == happenClass:
		return Forecast
	}
	return Plan
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
			return Plan
		case targetClass:
			if g.gerund || g.progressive || g.infinitive {
				return Plan
			}
		}
	}
	return Assert
}

// promised tells orders and plans from reports of them.
func (f *told) promised() Act {
	g := f.governor
	if g == nil {
		return Assert
	}
	if g.modal == "will" || f.control(g).class == wantClass || f.control(g).class == futureClass {
		return Plan
	}
	root := f.draft.figure.Attribution.Root()
	if g.class == orderClass && root.Role == RoleSpeaker {
		return Order
	}
	return Assert
}

// estimated reports whether the figure is told as an estimate.
func (f *told) estimated() bool {
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
	}
	return false
}

// denied reports whether the figure's clause is governed by a denial: "denied
// that 500 were sent", "rather than 18 months".
func (f *told) denied() bool {
	if f.at(f.first-2).is("rather") && f.at(f.first-1).is("than") {
		return true
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.main >= f.first {
			break
		}
		switch {
		case g.lemma == "deny" || g.lemma == "dispute" || g.lemma == "refute":
			for i := g.last + 1; i < f.first; i++ {
				if f.at(i).is("that", "reports", "report", "claims", "claim") || f.verb(i) {
					return true
				}
			}
		}
	}
	return false
}

// deny points every denied figure to the one told before with the same value
// and counted thing.
func deny(drafts []*draft) {
	for i, d := range drafts {
		if d.figure.Act != Deny {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			other := drafts[j]
			same := d.figure.Stated.Equal(other.figure.Stated) && d.figure.Unit == other.figure.Unit
			if same && other.figure.Act != Deny {
				id := other.figure.ID
				d.figure.Denies = &id
				break
			}
		}
	}
}
