package claims

// durations are units that tell how long, not how many.
func isDuration(unit string) bool {
	switch unit {
	case "second", "minute", "hour", "day", "week", "month", "year", "decade", "quarter":
		return true
	}
	return false
}

// multiple returns the stage of "three times the rate of last year": what is
// wished, asked for or aimed at where its verb or the figure that it explains
// says so, else something measured.
func (f *told) multiple() Stage {
	switch main := f.mainStage(); main {
	case CalledFor, Requested, Pledged, Target, Approved:
		return main
	}
	if g := f.governor; g != nil && f.stative(g) && f.at(g.first-1).is("figure", "number", "that", "this", "it", "rate", "pace", "total", "level", "which") {
		if earlier := f.previous(); earlier != nil {
			return earlier.figure.Stage // "that number is three times the old rate"
		}
	}
	earlier := f.beforeInSentence()
	if earlier == nil || f.governor != nil && f.words[f.governor.main].start > earlier.quote[1] {
		return Result
	}
	switch stage := earlier.figure.Stage; stage {
	case CalledFor, Requested, Pledged, Target, Other:
		return stage
	}
	return Result
}

// compared reports whether the figure is only what another is compared with:
// "up from 40", "against 90 a year ago".
func (f *told) compared() bool {
	i := f.first - 1
	for f.at(i).tag == "DT" || f.at(i).is("about", "some", "the", "just", "only", "a", "peak", "high", "low", "record", "of") {
		i--
	}
	switch w := f.at(i); {
	case w.is("from"):
		return f.at(i-1).is("up", "down")
	case w.is("against", "versus"):
		return f.beforeInSentence() != nil && f.at(i+1).lower != "a"
	case w.is("with", "to"):
		return f.at(i - 1).is("compared")
	}
	return false
}

// comparedStage returns the stage of a figure that another is compared with: what
// was, where the other is still to come.
func (f *told) comparedStage() Stage {
	earlier := f.beforeInSentence()
	if earlier == nil || earlier.figure.Act == Forecast {
		return Result
	}
	switch stage := earlier.figure.Stage; stage {
	case Deployed, Other:
		return stage
	}
	return Result
}

// places reports whether the figure counts the places in which something is so:
// "in six provinces", "troops from 50 countries".
func (f *told) places() bool {
	if !headIn(f.lists.places, f.draft.figure.Counted) {
		return false
	}
	i := f.first - 1
	for f.at(i).tag == "DT" || f.at(i).tag == "JJ" || f.at(i).is("all", "some", "about", "the", "these", "those", "its", "at", "least") && f.at(i-1).is("in", "across", "from", "of") {
		i--
	}
	return f.at(i).is("in", "across", "from", "over", "at", "through", "throughout", "around")
}

// placesStage returns the stage of places: of what is done there, or of who
// comes from there, where that is told; otherwise none.
func (f *told) placesStage(main Stage) Stage {
	if earlier := f.beforeInSentence(); earlier != nil && f.words[f.first-1].start <= earlier.quote[1]+6 && main != Requested && len(earlier.figure.Unit) != 3 {
		main = earlier.figure.Stage // "600 soldiers from four states"
	}
	switch main {
	case Requested, Ordered, Deployed, CalledFor, Approved, Pending, Pledged, Withdrawn:
		return main
	}
	if g := f.governor; g != nil && f.undertaken(g) {
		return CalledFor // "will be held in 90 towns"
	}
	return Other
}

// duration returns the stage of a length of time: of what is to last that long,
// or none of the operation's.
func (f *told) duration() Stage {
	g := f.governor
	if g != nil && g.class == keepClass && !g.negated && !g.gerund && g.lemma != "hold" && f.role == "object" && !f.ifBefore(g) && f.isLengthOf(g) || g != nil && g.class == keepClass && f.at(g.last+1).is("deployed", "mobilized", "mobilised", "stationed") {
		if outer := f.control(g); outer.class == orderClass {
			return Ordered
		}
		return Deployed // "will remain for two months"
	}
	if earlier := f.beforeInSentence(); earlier != nil && earlier.figure.Unit != "percent" && !isDuration(earlier.figure.Unit) && f.lengthBeside() {
		return earlier.figure.Stage
	}
	if f.at(f.first-1).is("within", "for", "over") {
		if earlier := f.beforeInSentence(); earlier != nil && f.amongFigures() {
			switch stage := earlier.figure.Stage; stage {
			case Approved, Pledged, Requested, Ordered, Target, Deployed:
				return stage
			}
		}
	}
	switch stage := f.mainStage(); stage {
	case Approved, Refused, Pending, Requested, Pledged:
		if f.role == "object" && !f.amongFigures() {
			return stage
		}
	case CalledFor:
		if g != nil && (g.lemma == "take" && g.modal != "" || g.lemma == "need" || g.lemma == "require" || g.lemma == "plan" || g.lemma == "propose") && !f.amongFigures() {
			return CalledFor // "rebuilding would take ten years"
		}
	}
	if g != nil && f.undertaken(g) {
		return CalledFor // "will vaccinate them in three weeks"
	}
	return Other
}

// undertaken reports whether the verb tells of something that is still to be
// done: "will close", "is to be held", "would free".
func (f *told) undertaken(g *verbGroup) bool {
	if g.negated || g.class != happenClass && g.class != serveClass && g.lemma != "hold" {
		return false
	}
	return g.modal == "will" || g.infinitive && f.control(g).class == futureClass
}

// lengthBeside reports whether the length belongs to what the figure before it
// tells: "400 officers for six months", "a three-week campaign".
func (f *told) lengthBeside() bool {
	if g := f.governor; g != nil && (g.class == keepClass || f.ifBefore(g)) {
		return false
	}
	for i := range f.first {
		if f.at(i).is("if", "unless") {
			return false
		}
	}
	i := f.first - 1
	if f.at(i).is("at", "least", "up", "to", "about", "another", "a", "the") {
		i--
	}
	return f.at(i).is("for", "over", "of", "in", "within") || f.at(f.last).lower != "" && f.at(f.number+1).lower == "-"
}

// isLengthOf reports whether the figure tells how long the verb goes on.
func (f *told) isLengthOf(g *verbGroup) bool {
	i := f.first - 1
	if f.at(i).is("another", "up", "to", "at", "least") {
		i--
	}
	return f.at(i).is("for") || f.at(i).is("up") && f.at(i-1).is("for") || i == g.last
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

// gapped returns the figure before this one whose verb goes on for it with a
// subject of its own: "Chad has 90 soldiers there and Togo 30".
func (f *told) gapped() *draft {
	earlier := f.beforeInSentence()
	if earlier == nil || earlier.figure.Unit != "" || f.draft.figure.Unit != "" || !f.amongFigures() {
		return nil
	}
	i := f.number - 1
	for f.names(i) || f.at(i).is("of", "the") && f.names(i+1) {
		i--
	}
	if i == f.number-1 || !f.at(i).is("and", ",", ";", "while", "but") || f.words[i].start < earlier.quote[1] || f.verbFrom(earlier.quote[1]) {
		return nil
	}
	return earlier
}

// names reports whether word i is one of a name.
func (f *told) names(i int) bool { return f.at(i).tag == "NNP" || f.at(i).tag == "NNPS" }

// verbFrom reports whether a verb stands between a place in the text and the
// figure.
func (f *told) verbFrom(place int) bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.main < f.first && f.words[g.first].start >= place {
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
		if f.at(f.first-1).is("—", "–", "--", ":") {
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
	switch f.governor.lemma {
	case "include", "involve", "have", "comprise", "consist of", "need", "use", "make up of":
	default:
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
	if f.at(f.first-1).is("where", "while", "but", "though", "although") {
		return false
	}
	for i := range f.groups {
		g := &f.groups[i]
		if g.finite && f.words[g.main].start >= earlier.quote[1] && g.main < f.first {
			return false
		}
	}
	return true
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

// echo returns the figure of the same value told before in the document.
func (f *told) echo() *draft {
	if f.draft.figure.Value == nil {
		return nil
	}
	return f.course.byValue[valueKey(f.draft)]
}
