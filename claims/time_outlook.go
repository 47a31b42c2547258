package claims

import "strings"

// This file says whether a time without a year or week is the last such time or
// the next, by the verb that it belongs to.

// outlook is which way a text looks from its own day.
type outlook int

const (
	looksBack   outlook = iota
	looksEither         // "the report for March", "by May 3": whichever is nearer
	looksAhead
)

// outlookIf returns where a verb looks that looks ahead or back.
func outlookIf(ahead bool) outlook {
	if ahead {
		return looksAhead
	}
	return looksBack
}

// ahead reports whether the verb that the time belongs to may look ahead.
func (f *told) ahead(e timeExpression) bool { return f.outlook(e) != looksBack }

// outlook returns where the verb looks that the time belongs to: the nearest one
// before it, or the first one when the time opens the sentence.
func (f *told) outlook(e timeExpression) outlook {
	first, last := f.wordsOf(e)
	g := f.previousVerb(first)
	if f.relative(last + 1) {
		if next := f.verbBetween(last+1, last+4); next != nil && f.past(next) {
			return looksBack // "the raid on Sunday that left"
		}
	}
	if g != nil && g.modal == "" && !g.infinitive && f.datesSaying(first) {
		return looksBack // "announced on Friday he will"
	}
	if byItself := f.outlookByItself(first, last); byItself != looksBack {
		return byItself
	}
	if f.opens(first) {
		g = f.finiteFrom(last + 1)
	}
	if g == nil {
		return looksBack
	}
	if g.gerund && !g.finite && g.first > 0 {
		if before := f.previousGroup(g); before != nil && f.at(g.main).is("starting", "beginning", "ending") && g.main == first-1-f.on(first) {
			g = before // "will stay for 30 days starting on May 3"
		}
		if next := f.finiteFrom(last + 1); next != nil && next.modal == "will" {
			return looksAhead // "the campaign starting on May 3 will"
		}
	}
	if before := f.previousGroup(g); g.gerund && !g.finite && before != nil && before.last == g.first-1 {
		g = before // "are to start flying on Wednesday"
	}
	if f.at(first).is("by") || f.at(first-1).is("by") {
		switch f.control(g).class {
		case orderClass, demandClass, requestClass, wantClass, pledgeClass:
			return looksAhead // "ordered 900 people out by Thursday"
		}
		switch g.class {
		case orderClass, demandClass, requestClass, wantClass, pledgeClass:
			return looksAhead
		}
	}
	for g.infinitive && !g.finite {
		before := f.previousGroup(g)
		if f.headline && strings.HasPrefix(string(f.at(g.first-1).tag), "NN") {
			return looksAhead // "Mayor says 900 soldiers to land Friday"
		}
		if before == nil || before.modal != "" || before.class == wantClass || before.class == pledgeClass || before.class == futureClass {
			return looksAhead
		}
		g = before
	}
	if was := f.at(g.first).is("was", "were"); was && (g.isTo || f.at(g.last+1).is("due", "set", "scheduled", "slated", "bound") || g.lemma == "expect") {
		return looksEither // "were to leave in March"
	}
	if f.at(g.last+1).is("due", "set", "scheduled", "slated", "bound") {
		return looksAhead // "are due on May 3"
	}
	if g.modal == "may" || g.modal == "could" || g.modal == "might" || g.modal == "must" || g.modal == "should" {
		return outlookIf(!f.at(g.first + 1).is("have"))
	}
	if w := f.at(g.main); !g.infinitive && g.modal == "" && (w.tag == "VBZ" || w.tag == "VBP") && (w.scheduled() || g.last+1 == first && w.is("follow", "follows", "come", "comes", "go", "goes") || f.presentAhead(g, first)) {
		return looksEither // "the drive runs from May 3"
	}
	if g.progressive && (g.class == sendClass || g.class == arriveClass) && f.at(g.first).is("was", "were") {
		return looksEither
	}
	return outlookIf(g.modal == "will" || g.modal == "would" || g.progressive && (g.class == sendClass || g.class == arriveClass) || g.lemma == "expect")
}

// outlookByItself returns where the words right before the time look whatever the
// verb does: "planned for Thursday", "due on Friday", "ready for Friday's match",
// "Beginning Thursday, 900 soldiers patrol". "The report for March" tells of either.
func (f *told) outlookByItself(first, last int) outlook {
	before := f.at(first - 1)
	switch possessive := f.at(last+1).tag == "POS" || strings.HasSuffix(f.at(last).lower, "'s"); {
	case before.is("for") && f.at(first-2).is("ready", "prepared", "preparing", "planned", "scheduled", "set", "slated", "due", "announced", "billed"):
		return looksAhead
	case before.is("for") && !possessive:
		return looksEither
	case before.is("due"), before.is("on") && f.at(first-2).is("due"):
		return looksAhead
	case first == 1 && before.is("beginning", "starting"):
		next := f.finiteFrom(last + 1)
		return outlookIf(next == nil || !f.past(next) && !next.perfect)
	}
	return looksBack
}

// presentAhead reports whether the present of a verb tells, with a day right behind "on" or
// "from", what is to come: "the guards take over on Thursday". In headlines the present
// tells what happened, and who says something on a day has said it.
func (f *told) presentAhead(g *verbGroup, first int) bool {
	w := f.at(g.main)
	return !f.headline && g.finite && !g.perfect && !g.passive && !g.progressive && !w.be() && !w.have() && g.class != sayClass && w.auxiliary() == "" &&
		(f.at(first-1).is("on", "from") || g.last+1 == first) && f.verbBetween(g.main, first) == nil && !says(g)
}

// on returns how many words of "on" stand right before word i.
func (f *told) on(i int) int {
	if f.at(i - 1).is("on") {
		return 1
	}
	return 0
}

// scheduled reports whether the present of the verb, with a day, tells what is
// to come.
func (w *clauseWord) scheduled() bool {
	return w.is("run", "runs", "start", "starts", "begin", "begins", "end", "ends", "open", "opens", "close", "closes", "expire", "expires", "arrive", "arrives", "leave", "leaves", "return", "returns",
		"last", "lasts", "depart", "departs", "sail", "sails", "meet", "meets", "vote", "votes", "resume", "resumes", "convene", "convenes", "decide", "decides", "reopen", "reopens")
}

// behind reports whether the verb before a bound in time is told as past: "had been
// mended {by Tuesday}", "sent 40 boats {before May}". "Until" bounds what lasted; what
// was decided may last on: "extended the stay {until March}".
func (f *told) behind(words *times, e timeExpression) bool {
	first, last := f.wordsOf(e)
	until := f.at(first).is("until", "till", "through")
	if !until && !f.at(first).is("by", "before") {
		return false
	}
	g := f.previousVerb(first)
	if g == nil && f.opens(first) { // "By Friday 40 had come"
		g = f.finiteFrom(last + 1)
	}
	if g == nil || g.modal != "" || g.infinitive {
		return false
	}
	past := g.perfect || g.participle || f.at(g.first).is("was", "were") || f.at(g.first).tag == "VBD"
	return past && (!until || !g.passive && words.place("lasting", g.lemma) > 0)
}
