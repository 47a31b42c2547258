package claims

import "strings"

// stages says of every draft how far the thing counted has come, who has to
// approve it, by what act it is told, and which figure it denies.
func (r *Reader) stages(text string, sentences []sentence, all []*told) {
	course := &course{byValue: map[string]*draft{}, estimates: map[string]bool{}}
	for _, f := range all {
		d := f.draft
		f.course = course
		d.figure.Stage = f.stage()
		if d.figure.Stage == Requested && f.governor != nil && f.governor.class == requestClass {
			var next *sentence
			if d.sentence+1 < len(sentences) && f.lastInSentence() {
				next = &sentences[d.sentence+1]
			}
			if stage := f.granted(next); stage != "" {
				d.figure.Stage = stage
			}
		}
		d.figure.Approver = f.approver(text)
		d.figure.Act = r.act(f)
		if d.like != nil {
			d.figure.Stage, d.figure.Approver, d.figure.Act = d.like.figure.Stage, d.like.figure.Approver, d.like.figure.Act
		}
		course.take(d)
	}
	r.retold(all)
	deny(all)
}

// lastInSentence reports whether no figure follows in the sentence.
func (f *told) lastInSentence() bool {
	return len(f.beside) > 0 && f.beside[len(f.beside)-1] == f.draft
}

// told is a figure in its clause.
type told struct {
	*clauses
	draft       *draft
	first, last int      // its words: qualifier, number, counted thing
	number      int      // the first word of the number
	earlier     []*draft // the figures before it in the document
	beside      []*draft // the figures of its sentence, itself included
	course      *course
	governor    *verbGroup
	role        string // "object" or "subject" of the governor, "" for none
}

// figure places the draft in its sentence.
func (c *clauses) figure(d *draft) *told {
	f := &told{clauses: c, draft: d, first: len(c.words), last: -1}
	for i, w := range c.words {
		if w.end > d.quote[0] && w.start < d.quote[1] {
			f.first, f.last = min(f.first, i), i
		}
	}
	f.number = f.first
	for f.number < f.last && c.words[f.number].end <= d.number[0] {
		f.number++
	}
	f.govern()
	return f
}

// govern finds the verb group that the figure is the object or the subject of.
func (f *told) govern() {
	from := f.clauseStart()
	var left, right *verbGroup
	modified := false
	for i := range f.groups {
		g := &f.groups[i]
		switch {
		case g.main < f.first && g.first >= from && g.class != sayClass:
			left = g
		case g.first > f.last && right == nil:
			if shared := f.sharing(g); shared != nil {
				right = shared
			} else if f.modifies(g) {
				modified = true
			} else {
				right = g
			}
		}
	}
	if right != nil && (!f.reaches(right, modified) || right.class == sayClass && !right.passive) {
		right = nil
	}
	if left == nil && f.at(f.last+1).lower == "," && (f.at(f.first-1).is("of") || f.at(f.first-2).is("of")) {
		right = nil // "of the 2,500 pledged officers, none has landed"
	}
	switch {
	case left == nil && right == nil:
	case left == nil, right != nil && f.opensClause():
		f.governor, f.role = f.complement(right), "subject"
	case right != nil && f.decides(right) && (left.gerund && left.first == from || left.infinitive && f.nounBefore(left) && !f.finiteBefore(left)):
		f.governor, f.role = right, "subject" // "sending 90 would need approval", "the plan to send 90 was rejected"
	default:
		f.governor, f.role = left, "object"
	}
}

// sharing returns the verb group with the auxiliaries of the one before it where
// the group leaves them out: "three were killed and five wounded".
func (f *told) sharing(g *verbGroup) *verbGroup {
	if !g.participle || g.first != f.last+1 || !f.at(f.first-1).is("and", ",", "but") && !f.at(f.first-2).is("and") || f.at(g.last+1).is("by", "in") {
		return nil
	}
	before := f.verbBetween(-1, f.first)
	for k := range f.groups {
		if other := &f.groups[k]; other.main < f.first && other.class != sayClass {
			before = other
		}
	}
	if before == nil || !before.passive {
		return nil
	}
	shared := *g
	shared.passive, shared.participle, shared.finite = true, false, true
	shared.modal, shared.perfect, shared.negated = before.modal, before.perfect, before.negated
	return &shared
}

// nounBefore reports whether the infinitive belongs to a noun: "the plan to
// send".
func (f *told) nounBefore(g *verbGroup) bool {
	_, found := f.lists.noun(f.at(g.first - 1).lower)
	return found
}

// finiteBefore reports whether a finite verb stands before the group.
func (f *told) finiteBefore(g *verbGroup) bool {
	other := f.finiteFrom(0)
	return other != nil && other.first < g.first && other.class != sayClass
}

// decides reports whether the verb tells of an approval.
func (f *told) decides(g *verbGroup) bool {
	return g.class == approveClass || g.class == refuseClass || g.class == wantClass
}

// complement returns the verb that a subject shares with "are expected", "have
// begun" and the like: "are expected to arrive".
func (f *told) complement(g *verbGroup) *verbGroup {
	for i := range f.groups {
		next := &f.groups[i]
		if next.first != g.last+1 && !(next.first == g.last+2 && f.at(g.last+1).is("due", "likely", "set", "ready", "about", "bound", "unlikely")) || !next.infinitive && !next.gerund {
			continue
		}
		pointsOn := g.class == futureClass || g.class == lightClass || g.class == "" || g.class == keepClass ||
			g.lemma == "need" && next.passive || g.lemma == "go" && g.progressive
		if pointsOn && (next.infinitive || g.class == lightClass) {
			return next
		}
	}
	return g
}

// clauseStart returns the first word of the clause that the figure stands in.
func (f *told) clauseStart() int {
	for k := len(f.breaks) - 1; k >= 0; k-- {
		i := f.breaks[k]
		w := f.at(i)
		switch {
		case i >= f.first:
		case w.tag == ":" || w.is(";", ":", "—", "–", "--"):
			return i + 1
		case w.is("while", "but", "although", "though", "whereas", "because", "after", "when", "where", "if", "unless", "until", "once", "before", "since", "whether", "as") && f.verbBetween(i, f.first) == nil && f.finiteAfter():
			return i + 1
		case w.is("while", "but", "although", "though", "whereas", "because", "when", "where", "if", "unless", "whether", "who", "which"):
			return i + 1
		}
	}
	return 0
}

// mayBreak reports whether clauseStart looks at the word at all.
func (w *clauseWord) mayBreak() bool {
	switch w.lower {
	case ";", ":", "—", "–", "--", "while", "but", "although", "though", "whereas", "because", "after", "when", "where", "if", "unless", "until", "once",
		"before", "since", "whether", "as", "who", "which":
		return true
	}
	return w.tag == ":"
}

// finiteAfter reports whether a finite verb that the figure may be the subject
// of follows it.
func (f *told) finiteAfter() bool {
	for i := range f.groups {
		g := &f.groups[i]
		if g.first > f.last && g.finite {
			return f.reaches(g, false) && !f.modifies(g)
		}
	}
	return false
}

// verbBetween returns the first verb group between two words.
func (f *told) verbBetween(from, to int) *verbGroup {
	for i := range f.groups {
		if g := &f.groups[i]; g.first > from && g.main < to {
			return g
		}
	}
	return nil
}

// modifies reports whether the group after the figure belongs to the noun
// phrase: "troops that were sent", "troops deployed to the border", "troops the
// state wants", "troops to support ICE".
func (f *told) modifies(g *verbGroup) bool {
	before := f.at(g.first - 1)
	switch {
	case before.is("that", "who", "which", "whom"):
		return true
	case g.infinitive, g.gerund && f.finiteFrom(0) != nil:
		return true
	case g.participle && !g.finite:
		return f.finiteFrom(0) != nil
	}
	return f.contact(g)
}

// contact reports whether the group is a relative clause without pronoun: a new
// noun phrase starts right after the figure and the group follows it.
func (f *told) contact(g *verbGroup) bool {
	next := f.at(f.last + 1)
	if next.is("that", "which", "whom") {
		next = f.at(f.last + 2)
	}
	starts := next.is("the", "a", "its", "their", "his", "her", "our", "it", "they", "he", "she", "we") || next.tag == "NNP" && f.at(f.last).tag != "NNP"
	if !starts {
		return false
	}
	other := f.finiteFrom(g.main + 1)
	for i := f.last + 1; i < g.first; i++ {
		if f.at(i).tag == "," || f.at(i).tag == "IN" && !(i == f.last+1 && f.at(i).is("that")) {
			return false
		}
	}
	return other != nil || f.governsLeft()
}

func (f *told) finiteFrom(i int) *verbGroup {
	for k := range f.groups {
		if g := &f.groups[k]; g.first >= i && g.finite {
			return g
		}
	}
	return nil
}

func (f *told) governsLeft() bool { return f.verbBetween(-1, f.first) != nil }

// reaches reports whether the figure can be the subject of the group: nothing
// between them but what belongs to the figure's noun phrase, or phrases between
// two commas.
func (f *told) reaches(g *verbGroup, modified bool) bool {
	commas := 0
	for i := f.last + 1; i < g.first; i++ {
		w := f.at(i)
		switch {
		case w.is(";", ":", "—", "–", "--"):
			return false
		case w.tag == "," || w.lower == ",":
			commas++
		case w.is("while", "but", "although", "because", "when", "where", "if", "as") && i > f.last+1:
			return false
		}
	}
	if modified && commas == 0 {
		return true
	}
	places := f.at(f.last+1).tag == "IN" && !f.at(f.last+1).is("that", "while", "as") // "from Texas, Nevada and …"
	if after := f.at(f.lastComma(g.first) + 1); commas > 0 && (after.tag == "DT" || after.tag == "PRP") {
		places = false
	}
	if commas == 0 || places {
		return !f.newSubject(f.last+1, g.first)
	}
	// A list of figures, or an aside between commas: the last word before the
	// verb must not be a new subject.
	return !f.newSubject(f.lastComma(g.first)+1, g.first)
}

// lastComma returns the last comma before word i.
func (f *told) lastComma(i int) int {
	for i--; i > f.last; i-- {
		if f.at(i).lower == "," {
			return i
		}
	}
	return f.last
}

// newSubject reports whether a noun phrase of its own, not of a preposition and
// with no number, ends right before word to.
func (f *told) newSubject(from, to int) bool {
	if from >= to {
		return false
	}
	for i := from; i < to; i++ {
		w := f.at(i)
		switch {
		case w.is("that", "who", "which") || w.tag == "CD":
			return false
		case w.tag == "IN" || w.tag == "TO" || w.is("to", "of", "from", "in", "for", "with", "by", "at", "on"):
			return false
		case w.tag == "PRP", w.tag == "DT" && i > f.last+1 && f.at(i-1).lower == ",", w.tag == "DT" && i == f.last+1, w.tag == "NNP":
			return true
		}
	}
	return false
}

// opensClause reports whether the figure's noun phrase stands where a clause
// begins although verbs come before: after a comma, "and", "that".
func (f *told) opensClause() bool {
	i := f.first - 1
	for i >= 0 {
		w := f.at(i)
		if w.tag == "DT" || w.tag == "PRP$" || w.tag == "JJ" || w.tag == "RB" || w.tag == "NN" && f.at(i+1).is("of") || w.is("of", "another", "some", "about", "only", "just", "than", "more", "additional", "an", "a", "“", "\"", "the") || w.tag == "``" {
			i--
			continue
		}
		break
	}
	if i < 0 {
		return true
	}
	w := f.at(i)
	for k := range f.groups {
		if g := &f.groups[k]; g.class == sayClass && g.last == i && !g.passive {
			return true // "said 500 could follow"
		}
	}
	return w.lower == "," || w.is("and", "that", "but", "or", "so", "while", "as", "where", "when", "after", "before", "because", "since", "though", "although", "if", "—", "–", ";", ":")
}

// rate reports whether the figure is told by the day, week, month or year.
func (f *told) rate() bool { return f.draft.figure.Per != "" }

// isForce reports whether the counted are persons or things that are sent.
func (f *told) isForce() bool { return f.lists.force(f.draft.figure.Counted) }

// maybeForce is isForce, or what is counted is left out.
func (f *told) maybeForce() bool {
	figure := &f.draft.figure
	return f.isForce() || figure.Unit == "" && (figure.Counted == "" || f.at(f.last+1).is("of") && f.at(f.last+2).is("them", "those", "these"))
}

// headIs reports whether the last noun of the counted thing is of the class.
func (f *told) headIs(class stageClass) bool {
	for word := range strings.FieldsSeq(strings.ToLower(f.draft.figure.Counted)) {
		if found, ok := f.lists.noun(word); ok && found == class && word != "marks" {
			return true
		}
	}
	return false
}
