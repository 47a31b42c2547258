package claims

import "strings"

// stage returns how far the counted thing has come. What stands nearest to the
// figure speaks first, then the verb it depends on, then the figures around it,
// then what is counted.
func (f *told) stage() Stage {
	figure := &f.draft.figure
	if figure.Unit == "times" {
		return f.multiple()
	}
	if isDuration(figure.Unit) {
		return f.duration()
	}
	if f.approvedItself() {
		return Approved
	}
	if f.rank() || headIn(f.lists.abstract, figure.Counted) {
		return Other
	}
	if figure.Counted == "population" && f.at(f.first-1).is("population") {
		return Other
	}
	if f.threatened() {
		return Target
	}
	if f.capacity() || f.shortfall() {
		return Other
	}
	if f.nobodyDecided() {
		return Pending
	}
	if earlier := f.surplus(); earlier != nil {
		return earlier.figure.Stage
	}
	main := f.mainStage()
	if main == Approved && f.role == "object" && f.requestBefore() {
		return Requested
	}
	if f.places() {
		return f.placesStage(main)
	}
	if stage := f.demandedThat(); stage != "" {
		return stage
	}
	if stage := f.alteredStage(); stage != "" {
		return stage
	}
	if like := f.likeBefore(); like != nil {
		return like.figure.Stage
	}
	if cost := f.costStage(main); cost != "" {
		return cost
	}
	if headIn(f.lists.hazards, figure.Counted) && !f.fought() && !f.isCurrency() {
		return Other
	}
	if f.at(f.first-1).is("averaging", "averaged", "averages") && main != CalledFor && main != Target {
		return Result
	}
	if f.compared() {
		return f.comparedStage()
	}
	if f.ifApproved() && (main == CalledFor || main == Ordered || main == "") {
		return Pending
	}
	if earlier := f.gapped(); earlier != nil {
		return earlier.figure.Stage
	}
	if main == Result {
		if twin := f.twin(); twin != nil {
			return twin.figure.Stage
		}
	}
	near := f.nearStage()
	if f.isForce() && f.wholeOf() && (near == "" || near == Withdrawn) && (main == Withdrawn || near == Withdrawn || f.governor != nil && f.governor.class == withdrawClass) {
		return Deployed // "will withdraw 90 of its 150 soldiers"
	}
	if main == Approved && near == Requested && f.role == "object" && !f.at(f.first-2).is("of") && f.at(f.last+1).is("that", "which") {
		return Approved // "approved the 700 that were requested"
	}
	if near == Deployed && f.role == "object" && f.governor.modal == "will" && (main == Ordered || main == CalledFor) && !f.at(f.first-1).is("the", "those", "its", "their") {
		return Ordered // "will put 90 officers on the streets"
	}
	if near != "" && !f.overrides(main) {
		return near
	}
	if main != "" {
		return main
	}
	if f.present() {
		return Deployed
	}
	if part := f.partStage(); part != "" {
		return part
	}
	if echo := f.echo(); echo != nil {
		return echo.figure.Stage
	}
	return f.defaultStage()
}

// overrides reports whether the stage that the main verb tells comes later than
// the one in the figure's own noun phrase: "the 700 marines sent to the city
// have been withdrawn".
func (f *told) overrides(main Stage) bool {
	switch main {
	case Pending, Refused:
		return true
	case Approved, Withdrawn, Ordered, Requested:
		return f.role == "subject"
	case Deployed:
		return f.role == "subject" && (f.governor.class == sendClass || f.governor.class == arriveClass)
	}
	return false
}

// approvedItself reports whether a verb of approval has the figure for its object, with no more
// than its noun between: "has approved 48 million", "approved the sending of 400 soldiers".
func (f *told) approvedItself() bool {
	g := f.verbBetween(-1, f.first)
	if g == nil || g.class != approveClass || g.passive || g.negated || g.yet || g.modal != "" || g.infinitive || g.gerund || !g.finite {
		return false
	}
	i := g.last + 1
	if f.at(i).tag == "DT" || f.at(i).is("its", "their", "all") {
		i++
	}
	if i+1 < f.first && f.at(i+1).is("of") && (f.at(i).tag == "NN" || f.at(i).tag == "VBG") {
		i += 2
		if f.at(i).tag == "DT" {
			i++
		}
	}
	return i == f.first
}

// requestBefore reports whether the figure is what a request is for: "120 were approved against
// a request for 148".
func (f *told) requestBefore() bool {
	class, found := f.lists.noun(f.at(f.first - 2).lower)
	return found && class == requestClass && f.at(f.first-1).is("for") && f.at(f.first-3).tag == "DT" && f.at(f.first-4).is("against", "after", "instead", "of", "despite", "on", "from", "with")
}

// rank reports whether the figure is a place in an order: "the lowest 10
// percent".
func (f *told) rank() bool {
	for i := f.first - 1; i <= f.last && i < f.first+3; i++ {
		if f.at(i).is("lowest", "bottom", "top", "highest", "worst", "best", "poorest", "richest") && f.draft.figure.Unit == "percent" {
			return true
		}
	}
	return false
}

// threatened reports whether the figure is a rate that a threat demands:
// "threatened to dismiss them if they did not arrest 500 a day".
func (f *told) threatened() bool {
	if !f.rate() {
		return false
	}
	for i := range f.groups {
		if g := &f.groups[i]; g.class == threatenClass && g.main < f.first {
			return true
		}
	}
	return false
}

// capacity reports whether the figure is what something could take: "room for
// 900 people", "able to feed 900".
func (f *told) capacity() bool {
	i := f.first - 1
	for f.at(i).is("about", "some", "up", "to", "another", "the") && !f.at(i-1).is("able") {
		i--
	}
	if f.at(i).is("for") && f.at(i-1).is("room", "space", "capacity", "enough", "built", "designed", "meant", "intended") {
		return true
	}
	if f.at(f.last+1).is("short", "shy") || f.at(f.last).is("short", "shy") || f.at(f.first-1).is("of") && f.at(f.first-2).is("short", "shy") && !f.at(f.last+1).is("demanded", "promised", "pledged", "sought", "requested", "authorised", "authorized", "approved", "it", "they", "the") {
		return true // what is missing
	}
	if isDistance(f.draft.figure.Unit) && f.at(f.last+1).is("from", "away", "off", "north", "south", "east", "west", "up", "down", "inland", "offshore", "deep") {
		return true
	}
	g := f.governor
	return g != nil && g.infinitive && f.role == "object" && f.at(g.first-1).is("able", "capable", "enough")
}

// costStage reads what stands under a cost: "at a cost of $5 million" goes with
// its verb, "puts the cost of repairs at $5 million" is an estimate.
func (f *told) costStage(main Stage) Stage {
	if !f.isCurrency() {
		return ""
	}
	switch i := f.first - 1; {
	case f.at(i).is("of") && f.at(i-1).is("cost", "price", "expense"):
		switch main {
		case CalledFor, Ordered, Pending, Requested, Pledged:
			return CalledFor
		}
		if g := f.governor; g != nil && g.modal != "" {
			return CalledFor
		}
		return Result
	case f.at(i).is("at") && f.costsBetween(max(-1, i-14)):
		for k := i - 1; k >= 0 && f.at(k).lower != ";"; k-- {
			if f.at(k).is("put", "puts", "estimate", "estimates", "estimated", "estimating", "projected", "reckoned") {
				return CalledFor
			}
		}
	}
	return ""
}

// fought reports whether a hazard was dealt with: "put out 30 fires".
func (f *told) fought() bool {
	g := f.governor
	return g != nil && (g.lemma == "contain" || g.lemma == "put out" || g.lemma == "extinguish" || g.lemma == "stop" || g.lemma == "disarm")
}

// ifApproved reports whether all of it depends on an approval: "if approved".
func (f *told) ifApproved() bool {
	for i := range f.words {
		if !f.at(i).is("if", "once", "unless", "until") {
			continue
		}
		for k := range f.groups {
			if g := &f.groups[k]; g.class == approveClass && g.first > i && g.first-i < 5 {
				return true
			}
		}
		if class, found := f.lists.noun(f.at(i + 1).lower); found && class == approveClass {
			return true
		}
	}
	return false
}

// nearStage returns the stage told in the figure's own noun phrase: "its
// pledged 1,000", "500 troops already on the border", "the 600 it promised".
func (f *told) nearStage() Stage {
	for i := f.last; i <= f.last+1; i++ {
		class, found := f.lists.noun(f.at(i).lower)
		switch {
		case !found || f.verb(i):
		case class == targetClass && f.rate():
			return Target
		case class == requestClass && f.isCurrency():
			return Requested
		case class == pledgeClass && f.isCurrency():
			return Pledged
		case class == wantClass && f.isCurrency() && f.at(i).is("plan", "proposal", "plans", "proposals"):
			return CalledFor
		}
	}
	if stage := f.beforeStage(); stage != "" {
		return stage
	}
	for i := range f.groups {
		g := &f.groups[i]
		if g.first <= f.last {
			continue
		}
		if !f.modifies(g) || !f.adjacent(g) || g.gerund && f.at(g.first-1).is("from", "of") {
			break
		}
		if g.infinitive {
			continue
		}
		if stage := f.groupStage(g, 0); stage != "" {
			return stage
		}
		if g.class == futureClass && g.participle && !g.finite && (g.lemma == "forecast" || g.lemma == "project" || g.lemma == "expect") {
			if f.isForce() && g.lemma == "expect" {
				return Ordered
			}
			return CalledFor // "the $9 million first forecast"
		}
	}
	return f.afterStage()
}

// beforeStage reads the words before the number in its noun phrase.
func (f *told) beforeStage() Stage {
	for i := f.number + 1; i >= 0 && i > f.first-6; i-- {
		w := f.at(i)
		if i < f.first && (w.tag == "DT" || w.tag == "IN" || w.lower == "," || f.at(i).auxiliary() != "" || w.is("to", "for", "and")) {
			break
		}
		past := w.tag == "VBN" || w.tag == "VBD" || w.tag == "JJ"
		if !past || i >= f.first && i == f.number || !strings.HasSuffix(w.lower, "ed") && !w.is("sent", "sought") {
			continue
		}
		if i < f.first && !f.prenominal(i) {
			continue
		}
		for _, verb := range f.lists.verbs[w.lower] {
			if len(verb.rest) > 0 {
				continue
			}
			switch verb.class {
			case wantClass:
				return CalledFor
			case requestClass:
				return Requested
			case pledgeClass:
				return Pledged
			case approveClass:
				return Approved
			case sendClass:
				return Deployed
			}
		}
	}
	return ""
}

// prenominal reports whether the participle at i stands before its noun.
func (f *told) prenominal(i int) bool {
	for k := range f.groups {
		if f.groups[k].main == i {
			return false
		}
	}
	return true
}

// adjacent reports whether the group follows the figure within its noun phrase.
func (f *told) adjacent(g *verbGroup) bool {
	if g.first-f.last > 7 {
		return false
	}
	for i := f.last + 1; i < g.first; i++ {
		if w := f.at(i); w.tag == "CD" || w.lower == "," && !f.at(g.first-1).is("who", "which") || w.lower == "," && g.infinitive || w.is(";", ":", "and", "—") {
			return false
		}
	}
	return g.first-f.last <= 2 || f.contact(g) || f.at(g.first-1).is("that", "who", "which") || f.onlyPhrase(f.last+1, g.first)
}

// onlyPhrase reports whether the words form prepositional phrases and adverbs.
func (f *told) onlyPhrase(from, to int) bool {
	w := f.at(from)
	for i := from; i < to; i++ {
		if f.at(i).lower == "," {
			return false
		}
	}
	return w.tag == "IN" || w.tag == "RB"
}

// afterStage reads set phrases after the figure: "on the ground".
func (f *told) afterStage() Stage {
	for i := f.last + 1; i < len(f.words) && i <= f.last+9; i++ {
		w := f.at(i)
		if w.is(";", "but", "while") || w.tag == "CD" && !(f.at(i-1).is("the", "its") && f.at(f.last+1).is("of")) || w.tag == "$" {
			break // not "20 of the 90"
		}
		for _, phrase := range f.lists.after[w.lower] {
			if !f.phraseAt(i, phrase.words) {
				continue
			}
			if (phrase.stage == Deployed || phrase.stage == Ordered) && !f.maybeForce() {
				continue
			}
			if phrase.stage == Target && i > f.last+1 {
				continue
			}
			return phrase.stage
		}
		if f.startsVerb(i) && !w.be() && i > f.last+1 {
			break
		}
	}
	return ""
}

func (c *clauses) phraseAt(i int, words []string) bool {
	for k, word := range words {
		if c.at(i+k).lower != word {
			return false
		}
	}
	return true
}

// isCurrency reports whether the figure is a sum of money.
func (f *told) isCurrency() bool {
	unit := f.draft.figure.Unit
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}
