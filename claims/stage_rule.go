package claims

import "strings"

// durations are units that tell how long, not how many.
func isDuration(unit string) bool {
	switch unit {
	case "second", "minute", "hour", "day", "week", "month", "year", "decade", "quarter":
		return true
	}
	return false
}

// stage returns how far the counted thing has come. What stands nearest to the
// figure speaks first, then the verb it depends on, then the figures around it,
// then what is counted.
func (f *told) stage() Stage {
	figure := &f.draft.figure
	if figure.Unit == "times" {
		if earlier := f.previous(); earlier != nil {
			return earlier.figure.Stage
		}
		return Other
	}
	if isDuration(figure.Unit) {
		return f.duration()
	}
	if f.rank() || headIn(f.lists.abstract, figure.Counted) {
		return Other
	}
	if f.threatened() {
		return Target
	}
	if f.at(f.first-1).is("from") && f.at(f.last).is("countries", "nations") {
		return Other // "troops from 50 countries"
	}
	main := f.mainStage()
	if headIn(f.lists.hazards, figure.Counted) && !f.fought() {
		return Other
	}
	if f.ifApproved() && (main == CalledFor || main == Ordered || main == "") {
		return Pending
	}
	if main == Result {
		if twin := f.twin(); twin != nil {
			return twin.figure.Stage
		}
	}
	near := f.nearStage()
	if near != "" && !f.overrides(main) {
		return near
	}
	if main != "" {
		return main
	}
	if part := f.partStage(); part != "" {
		return part
	}
	if echo := f.echo(); echo != nil {
		return echo.figure.Stage
	}
	return f.defaultStage()
}

// twin returns the figure of people sent that "and" joins to this one: "with 15
// experts and 30 observers".
func (f *told) twin() *draft {
	earlier := f.beforeInSentence()
	if earlier == nil || !f.isForce() || !f.lists.force(earlier.figure.Counted) || !f.at(f.first-1).is("and") || f.first < 2 {
		return nil
	}
	if f.words[f.first-2].end > earlier.quote[1] {
		return nil
	}
	return earlier
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

// echo returns the figure of the same value told before in the document.
func (f *told) echo() *draft {
	if f.draft.figure.Value == nil {
		return nil
	}
	return f.course.byValue[valueKey(f.draft)]
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

// duration returns the stage of a length of time: what was approved, pledged or
// ordered; else none of the operation's.
func (f *told) duration() Stage {
	if g := f.governor; g != nil && g.class == keepClass && f.at(g.last+1).is("deployed", "mobilized", "mobilised", "stationed") {
		return Deployed // "will remain deployed for two months"
	}
	switch stage := f.mainStage(); stage {
	case Approved, Refused, Pending, Requested, Pledged:
		if f.role == "object" && !f.amongFigures() {
			return stage
		}
	}
	return Other
}

// amongFigures reports whether another figure stands between the governor and
// this one.
func (f *told) amongFigures() bool {
	if f.governor == nil {
		return false
	}
	for _, d := range f.beside {
		if d == f.draft {
			break
		}
		if d.quote[0] > f.words[f.governor.main].start {
			return true
		}
	}
	return false
}

// previous returns the figure told just before this one, multiples left out.
func (f *told) previous() *draft {
	for i := len(f.earlier) - 1; i >= 0; i-- {
		d := f.earlier[i]
		if d.sentence < f.draft.sentence-3 {
			return nil
		}
		if d.figure.Unit != "times" && !isDuration(d.figure.Unit) {
			return d
		}
	}
	return nil
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
		if w.is(";", "but", "while") || w.tag == "CD" || w.tag == "$" {
			break
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

// partStage returns the stage of the figure that this one is a part or a
// companion of: "including 250", "75 percent of these".
func (f *told) partStage() Stage {
	earlier := f.previous()
	if earlier == nil {
		return ""
	}
	same := earlier.sentence == f.draft.sentence
	for i := f.first - 1; i >= 0 && i >= f.first-4; i-- {
		if f.at(i).is("including", "these", "those", "them", "with", "plus", "another") && (same || earlier.sentence == f.draft.sentence-1) {
			return earlier.figure.Stage
		}
	}
	if f.at(f.last+1).is("of") && f.at(f.last+2).is("them", "those", "these", "whom", "which") || f.goesOnWith(earlier) {
		return earlier.figure.Stage
	}
	if same && !f.at(f.first-1).is("for") && f.coordinated(earlier) {
		return earlier.figure.Stage
	}
	return ""
}

// goesOnWith reports whether the figure goes on with a list: after a semicolon
// with no verb of its own, or "it also includes 250".
func (f *told) goesOnWith(earlier *draft) bool {
	if f.governor == nil {
		if f.at(f.first-1).is("—", "–", "--") {
			return earlier.sentence == f.draft.sentence
		}
		for i := f.first - 1; i >= 0 && i > f.first-3; i-- {
			if f.at(i).is(";") {
				return earlier.sentence == f.draft.sentence
			}
		}
		return false
	}
	if f.isCurrency() || earlier.figure.Unit != f.draft.figure.Unit {
		return false
	}
	if f.role != "object" || f.draft.sentence-earlier.sentence != 1 || f.governor.class != lightClass && f.governor.class != "" {
		return false
	}
	first := f.at(f.governor.first - 1)
	if first.is("also") {
		first = f.at(f.governor.first - 2)
	}
	return first.is("it", "they") || f.subjectClass(f.governor) == wantClass
}

// coordinated reports whether nothing but nouns, commas and "and" stands
// between the earlier figure and this one.
func (f *told) coordinated(earlier *draft) bool {
	for i := range f.groups {
		g := &f.groups[i]
		if g.finite && f.words[g.main].start >= earlier.quote[1] && g.main < f.first {
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

// defaultStage is what the counted thing is taken for when nothing else is
// told.
func (f *told) defaultStage() Stage {
	figure := &f.draft.figure
	switch {
	case f.headIs(happenClass) && f.rate() && (f.reported() || f.spanned()):
		return Result
	case f.headIs(targetClass), f.headIs(happenClass) && f.rate() && f.governor == nil:
		return Target
	case f.headIs(happenClass), figure.Direction != "", figure.Unit == "percent" && f.at(f.last).is("increase", "decrease", "rise", "drop", "decline", "jump", "fall"):
		return Result
	case f.isCurrency() && f.estimated():
		return CalledFor
	case f.isForce() && (f.role == "subject" || f.role == "object" && (f.governor.class == lightClass || f.at(f.governor.first-1).is("there"))):
		if f.inScenario() {
			return CalledFor
		}
		return Deployed
	}
	if f.happened() {
		return Result
	}
	return Other
}

// happened reports whether the figure is told as an outcome: by a verb of the
// past, or without any verb; not by one that tells what something is or has.
func (f *told) happened() bool {
	g := f.governor
	switch {
	case isDistance(f.draft.figure.Unit) && f.at(f.last+1).is("from", "away", "off", "north", "south", "east", "west", "up", "down"):
		return false
	case g == nil:
		return true
	case g.modal != "" || g.infinitive || g.class == wantClass || g.class == futureClass:
		return false
	case f.stative(g):
		return false
	}
	return g.passive || g.perfect || g.progressive || f.at(g.main).tag == "VBD" || f.at(g.main).tag == "VBN" || f.headline
}

func isDistance(unit string) bool { return unit == "mile" || unit == "kilometre" || unit == "metre" }

// stative reports whether the verb tells what something is, has or holds.
func (f *told) stative(g *verbGroup) bool {
	switch g.lemma {
	case "be", "is", "are", "was", "were", "have", "has", "had", "count", "counts", "contain", "contains", "stand", "stands", "lie", "lies", "own", "owns", "hold", "holds", "comprise", "comprises", "consist", "consists", "cover", "covers":
		return true
	}
	return false
}

// reported reports whether a verb of reporting stands right before the figure:
// "recorded 700 arrests a day".
func (f *told) reported() bool {
	if f.at(f.first-1).is("average", "averages", "averaged", "averaging") {
		return true
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.class == sayClass && !g.infinitive && g.modal == "" && g.last < f.first && f.first-g.last <= 3 {
			return true
		}
	}
	return false
}

// spanned reports whether two days stand after the figure: a rate between them
// was measured, "from January 3 to June 10".
func (f *told) spanned() bool {
	return f.at(f.last+1).is("from", "between") && f.at(f.last+2).tag == "NNP" && f.at(f.last+3).tag == "CD"
}

// inScenario reports whether the sentence tells what would be.
func (f *told) inScenario() bool {
	for i := range f.first {
		if f.at(i).is("scenario", "scenarios", "hypothetical", "simulation") {
			return true
		}
	}
	return false
}
