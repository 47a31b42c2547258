package claims

// likeBefore returns the figure before it in the document whose matter a
// sentence takes up with a pronoun or a bare noun and a form of "be": "Yesterday
// it was 350", "In 2023 the number was 88".
func (f *told) likeBefore() *draft {
	g := f.governor
	if g == nil || f.role != "object" || !f.stative(g) || g.modal != "" || g.negated || !f.at(g.main).be() {
		return nil
	}
	i := g.first - 1
	if f.at(i).is("that", "which") || !f.at(i).is("it", "this", "number", "numbers", "figure", "total", "average", "count", "tally") {
		return nil
	}
	if w := f.at(i - 1); !f.at(i).is("it", "this") && !w.is("the", "their", "its", "that", "this") {
		return nil
	}
	earlier := f.previous()
	if earlier == nil || f.draft.sentence-earlier.sentence > 1 || earlier.figure.Unit != f.draft.figure.Unit {
		return nil
	}
	return earlier
}

// alteredStage reads what is raised or cut to the number: "has cut its pledge to
// 350", "raised the target to 900". A strength that is cut is no undertaking.
func (f *told) alteredStage() Stage {
	i := f.first - 1
	if !f.at(i).is("to", "from") || f.governor == nil || f.role != "object" {
		return ""
	}
	for i--; i > f.governor.last && i > f.first-8; i-- {
		class, found := f.lists.noun(f.at(i).lower)
		if !found || f.verb(i) {
			continue
		}
		switch class {
		case pledgeClass:
			return Pledged
		case requestClass:
			return Requested
		case targetClass:
			return Target
		}
	}
	return ""
}

// shortfall reports whether the figure is by how much others fell short of what
// was asked or promised: "10,000 fewer than it had asked for".
func (f *told) shortfall() bool {
	if !f.at(f.last+1).is("fewer", "less") && !f.at(f.last).is("fewer", "less") {
		return false
	}
	than := f.last + 1
	if f.at(than).is("fewer", "less") {
		than++
	}
	if !f.at(than).is("than") {
		return false
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.first <= than || g.first > than+6 {
			continue
		}
		switch g.class {
		case requestClass, pledgeClass, wantClass, targetClass, approveClass, demandClass:
			return f.draft.figure.Unit != "percent"
		}
	}
	return false
}

// surplus returns the figure before, where this one only tells by how much it
// exceeds another: "2,800 officers, 400 more than planned".
func (f *told) surplus() *draft {
	if !(f.at(f.last+1).is("more") && f.at(f.last+2).is("than") || f.at(f.last).is("more") && f.at(f.last+1).is("than")) || f.at(f.first-1).lower != "," {
		return nil
	}
	earlier := f.beforeInSentence()
	if earlier == nil || earlier.figure.Unit != "" || f.draft.figure.Unit != "" || !f.isForce() {
		return nil
	}
	return earlier
}

// demandedThat returns the stage of what a noun asks to be so: "the demand that
// 200 lorries be let through".
func (f *told) demandedThat() Stage {
	i := f.first - 1
	for f.at(i).is("at", "least", "the", "some", "about", "all") {
		i--
	}
	if !f.at(i).is("that") {
		return ""
	}
	class, found := f.nounEnding(i - 1)
	if !found || f.verb(i-1) {
		return ""
	}
	switch class {
	case demandClass:
		return f.demanded()
	case requestClass:
		return Requested
	case wantClass:
		return CalledFor
	case pledgeClass:
		return Pledged
	case orderClass:
		return Ordered
	}
	return ""
}

// wholeOf reports whether the figure is the whole of which another that came
// home is a part: "90 of the 150 soldiers are home".
func (f *told) wholeOf() bool {
	i := f.first - 1
	if !f.at(i).is("the", "its", "their") || !f.at(i-1).is("of") {
		return false
	}
	earlier := f.beforeInSentence()
	return earlier != nil && f.words[i-1].start >= earlier.number[1] && f.words[i-1].start <= earlier.quote[1]+2
}
