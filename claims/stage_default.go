package claims

// defaultStage is what the counted thing is taken for when nothing else is
// told.
func (f *told) defaultStage() Stage {
	stage, _ := f.lists.table.decide("default", &stageReading{told: f, verb: f.governor})
	return stage
}

// toCome reports whether the figure is told of what is to come: "900 of the cuts
// will be in the north".
func (f *told) toCome() bool {
	g := f.governor
	return g != nil && (g.modal == "will" || g.modal == "would") && !g.negated && g.lemma != "hold" && f.draft.figure.Unit == ""
}

// measured reports whether the figure is the share or the people of
// whom something is so: "eight in ten are children".
func (f *told) measured() bool {
	g := f.governor
	if g == nil || !f.at(g.main).be() || g.modal != "" || g.infinitive {
		return false
	}
	unit := f.draft.figure.Unit
	return unit == "percent" || unit == "share" || f.lists.people(f.draft.figure.Counted)
}

// present reports whether the counted are told to be somewhere: "90 are in the
// capital".
func (f *told) present() bool {
	g := f.governor
	return g != nil && f.isForce() && f.role == "subject" && f.at(g.main).is("is", "are") && f.at(g.last+1).is("in", "at", "on", "there", "here", "near", "already", "now", "along", "outside", "inside")
}

// fallen reports whether the figure follows "among the dead were".
func (f *told) fallen() bool {
	g := f.governor
	if g == nil || f.role != "object" || !f.at(g.main).is("was", "were", "are", "is") {
		return false
	}
	return f.at(g.first-1).is("dead", "injured", "killed", "wounded", "victims", "missing", "arrested", "detained", "rescued", "survivors", "casualties")
}

// owned reports whether the counted are a strength that somebody merely has:
// "has 90 deputies", not "has 90 soldiers in the country".
func (f *told) owned() bool {
	g := f.governor
	if g == nil || g.lemma != "have" && g.lemma != "own" || g.modal != "" || g.infinitive {
		return false
	}
	if f.role == "subject" {
		return f.draft.figure.Unit == "share" || f.draft.figure.Unit == "percent"
	}
	if w := f.at(g.first - 1); w.is("now", "currently", "already", "mission", "operation", "contingent", "deployment") {
		return false // "the force now has 900 soldiers"
	}
	next := f.at(f.last + 1)
	return next.tag != "VBG" && next.tag != "VBN" && !next.is("in", "at", "on", "across", "there", "along", "around", "near", "inside", "out", "ready", "working", "deployed", "left") || f.at(f.last+2).tag == "CD" && !f.at(f.last).is("troops", "soldiers", "peacekeepers", "marines", "firefighters") || f.at(f.last+3).is("end")
}

// happened reports whether the figure is told as an outcome: by a verb of the
// past, or without any verb; not by one that tells what something is or has.
func (f *told) happened() bool {
	g := f.governor
	switch {
	case g == nil:
		return true
	case g.modal != "" && !(g.perfect && (g.modal == "may" || g.modal == "might")) || g.infinitive || g.class == wantClass || g.class == futureClass:
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
