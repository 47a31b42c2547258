package claims

import (
	"fmt"
	"slices"
	"strings"
)

// stageReading is a figure with the verb that may tell its stage.
type stageReading struct {
	*told
	verb             *verbGroup // nil for none
	control          controller // what the verb depends on
	future, possible bool
	depth            int        // how many verbs depend on this one
	doer             stageClass // of the verb's subject, once doerKnown
	doerKnown        bool
}

// doerClass returns the class of the noun that is the verb's subject.
func (r *stageReading) doerClass() stageClass {
	if !r.doerKnown {
		r.doer, r.doerKnown = r.subjectClass(r.verb), true
	}
	return r.doer
}

// sign is a condition of stage_table.txt.
type sign func(*stageReading) bool

// parseSign reads "not passive", "verb send|fly".
func parseSign(written string) (sign, error) {
	positive, negated := strings.CutPrefix(written, "not ")
	name, list, _ := strings.Cut(positive, " ")
	var holds sign
	if list != "" {
		holds = listedSign(name, strings.Split(list, "|"))
	} else if of := verbSign(name); of != nil {
		holds = func(r *stageReading) bool { return r.verb != nil && of(r.verb) }
	} else if holds = figureSign(name); holds == nil {
		holds = clauseSign(name)
	}
	switch {
	case holds == nil:
		return nil, fmt.Errorf("expected a sign that stage_table.txt or stage_sign.go describes, found %q", written)
	case negated:
		return func(r *stageReading) bool { return !holds(r) }, nil
	}
	return holds, nil
}

// listedSign returns the sign that something is one of those listed.
func listedSign(name string, list []string) sign {
	among := func(is func(*stageReading) string) sign {
		return func(r *stageReading) bool { return slices.Contains(list, is(r)) }
	}
	ofVerb := func(is func(*stageReading) string) sign {
		return func(r *stageReading) bool { return r.verb != nil && slices.Contains(list, is(r)) }
	}
	switch name {
	case "verb":
		return ofVerb(func(r *stageReading) string { return r.verb.lemma })
	case "form":
		return ofVerb(func(r *stageReading) string { return r.at(r.verb.main).lower })
	case "auxiliary":
		return ofVerb(func(r *stageReading) string { return r.at(r.verb.first).lower })
	case "modal":
		return ofVerb(func(r *stageReading) string { return orNone(r.verb.modal) })
	case "class":
		return ofVerb(func(r *stageReading) string { return orNone(string(r.verb.class)) })
	case "doer":
		return ofVerb(func(r *stageReading) string { return orNone(string(r.doerClass())) })
	case "topic":
		return ofVerb(func(r *stageReading) string { return orNone(string(r.topic())) })
	case "under":
		return func(r *stageReading) bool {
			return r.control.group != nil && slices.Contains(list, r.control.group.lemma)
		}
	case "unit":
		return func(r *stageReading) bool {
			return slices.Contains(list, orNone(r.draft.figure.Unit)) || r.isCurrency() && slices.Contains(list, "money")
		}
	case "head":
		return func(r *stageReading) bool {
			return slices.ContainsFunc(list, func(class string) bool { return r.headIs(stageClass(class)) })
		}
	case "before":
		return among(func(r *stageReading) string { return r.at(r.first - 1).lower })
	case "after":
		return among(func(r *stageReading) string { return r.at(r.last + 1).lower })
	case "then":
		return among(func(r *stageReading) string { return r.at(r.last + 2).lower })
	}
	return nil
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// topic is the class of the verb's subject where that is not the figure itself.
func (r *stageReading) topic() stageClass {
	if r.role == "subject" && r.governor == r.verb {
		return ""
	}
	return r.doerClass()
}

// verbSign returns the sign of how a verb is formed; nil for no such sign.
func verbSign(name string) func(*verbGroup) bool {
	switch name {
	case "passive":
		return func(g *verbGroup) bool { return g.passive }
	case "perfect":
		return func(g *verbGroup) bool { return g.perfect }
	case "progressive":
		return func(g *verbGroup) bool { return g.progressive }
	case "infinitive":
		return func(g *verbGroup) bool { return g.infinitive }
	case "gerund":
		return func(g *verbGroup) bool { return g.gerund }
	case "participle":
		return func(g *verbGroup) bool { return g.participle }
	case "base":
		return func(g *verbGroup) bool { return g.base }
	case "finite":
		return func(g *verbGroup) bool { return g.finite }
	case "negated":
		return func(g *verbGroup) bool { return g.negated }
	case "yet":
		return func(g *verbGroup) bool { return g.yet }
	}
	return nil
}

// figureSign returns the sign of what is counted, or of the figure's place.
func figureSign(name string) sign {
	switch name {
	case "future":
		return func(r *stageReading) bool { return r.future }
	case "possible":
		return func(r *stageReading) bool { return r.possible }
	case "dependent": // another verb depends on this one
		return func(r *stageReading) bool { return r.depth > 0 }
	case "no-verb":
		return func(r *stageReading) bool { return r.governor == nil }
	case "object", "subject":
		return func(r *stageReading) bool { return r.role == name }
	case "governs":
		return func(r *stageReading) bool { return r.governor == r.verb }
	case "force":
		return func(r *stageReading) bool { return r.isForce() }
	case "maybe-force":
		return func(r *stageReading) bool { return r.maybeForce() }
	case "supply": // goods of relief
		return func(r *stageReading) bool { return headIn(r.lists.supplies, r.draft.figure.Counted) }
	case "members":
		return func(r *stageReading) bool { return r.draft.figure.Counted == "members" }
	case "named":
		return func(r *stageReading) bool { return r.draft.figure.Counted != "" }
	case "rate":
		return func(r *stageReading) bool { return r.rate() }
	case "turned": // told as a step up or down
		return func(r *stageReading) bool { return r.turned() }
	case "reported": // right after a verb of reporting
		return func(r *stageReading) bool { return r.reported() }
	case "estimated":
		return func(r *stageReading) bool { return r.estimated() }
	case "asked": // the figure before it was asked for
		return func(r *stageReading) bool { return r.asked() }
	case "soon": // this week, tomorrow
		return func(r *stageReading) bool { return r.soon() }
	case "announced-here":
		return func(r *stageReading) bool {
			return announces(r.sayBefore(r.first)) && r.at(r.first-1).is("announced", "announces")
		}
	case "fallen": // after "among the dead were"
		return func(r *stageReading) bool { return r.fallen() }
	case "owned": // a strength that somebody merely has
		return func(r *stageReading) bool { return r.owned() }
	case "ahead": // told of what is to come
		return func(r *stageReading) bool { return r.toCome() }
	case "happened":
		return func(r *stageReading) bool { return r.happened() }
	case "measured":
		return func(r *stageReading) bool { return r.measured() }
	}
	return nil
}

// clauseSign returns the sign of what stands around the verb, or of what several
// signs say together. The verb is there.
func clauseSign(name string) sign {
	switch name {
	case "told-future": // "would" is the future of what someone said
		return func(r *stageReading) bool { return r.verb.modal == "would" && r.toldFuture(r.verb) }
	case "promised": // the supplier says what it would do itself
		return func(r *stageReading) bool { return r.promisedBySay(r.verb) }
	case "announced":
		return func(r *stageReading) bool { return announces(r.sayBefore(r.verb.first)) }
	case "needs-approval": // what is needed is an approval
		return func(r *stageReading) bool { return r.needsApproval(r.verb) }
	case "conditional": // in an if-clause
		return func(r *stageReading) bool { return r.ifBefore(r.verb) }
	case "under-undecided": // depends on a decision still to come
		return func(r *stageReading) bool { return r.control.group != nil && r.toDecide(r.control.group) }
	case "voted": // depends on a vote
		return func(r *stageReading) bool { return r.voted() != nil }
	case "undecided": // that vote is still to come
		return func(r *stageReading) bool { return r.toDecide(r.voted()) }
	case "purpose": // tells what something is for
		return func(r *stageReading) bool { return r.purpose(r.control) }
	case "shrinks": // those employed or sent become fewer
		return func(r *stageReading) bool { return r.shrinks(r.verb) }
	case "leaves": // for home
		return func(r *stageReading) bool { return r.verb.class == withdrawClass && !r.setsOut(r.verb) }
	case "reached": // arrived, but no persons sent
		return func(r *stageReading) bool {
			return !r.maybeForce() || r.verb.lemma == "reach" && r.role == "object" && !r.isForce()
		}
	case "costs": // its subject is what was spent
		return func(r *stageReading) bool { return r.costs(r.verb) }
	case "of-a-cost": // a cost is named between verb and figure
		return func(r *stageReading) bool { return r.costsBetween(r.verb.last) }
	case "under-way": // told in the present, as in headlines
		return func(r *stageReading) bool { return r.underWay(r.verb) }
	case "next": // no other figure between verb and figure
		return func(r *stageReading) bool { return !r.amongFigures() }
	case "close": // the figure stands right behind the verb
		return func(r *stageReading) bool { return r.verb.last+1 >= r.first-2 }
	case "as-a-rule": // what is so in general
		return func(r *stageReading) bool { return r.asRule() }
	case "will-happen":
		return func(r *stageReading) bool {
			return !r.verb.negated && (r.future && !r.possible || r.verb.modal == "would" && r.toldFuture(r.verb))
		}
	case "works": // what those sent do to others
		return func(r *stageReading) bool { return r.works(r.verb) }
	case "awaits":
		return func(r *stageReading) bool { return r.awaits() }
	case "grants": // gives a sum or share
		return func(r *stageReading) bool { return r.grants() }
	case "lacking": // has no, has lost
		return func(r *stageReading) bool { return r.at(r.verb.last+1).is("no", "lost") }
	case "there": // there are
		return func(r *stageReading) bool { return r.at(r.verb.first - 1).is("there") }
	}
	return nil
}

// voted returns the vote that the verb depends on: "voted to spend"; nil for
// none.
func (r *stageReading) voted() *verbGroup {
	g, before := r.verb, r.previousGroup(r.verb)
	if before == nil || r.governor != g || before.lemma != "vote" && before.lemma != "decide" || !g.infinitive && !(g.gerund && r.at(g.first-1).is("on")) {
		return nil
	}
	return before
}

// asRule reports whether the verb tells in the present what is so in general.
func (r *stageReading) asRule() bool {
	g := r.verb
	return g.finite && g.modal == "" && !r.headline && !g.perfect && !g.passive && !g.progressive && r.at(g.main).tag != "VBD" && r.at(g.main).tag != "VBN"
}

// awaits reports whether somebody expects the figure.
func (r *stageReading) awaits() bool {
	g := r.verb
	if g.class != futureClass || g.passive || g.modal != "" || r.role != "object" || r.governor != g {
		return false
	}
	switch g.lemma {
	case "expect", "reckon with", "reckon on", "anticipate", "forecast", "predict", "project":
		return true
	}
	return false
}

// grants reports whether the verb gives the figure, a sum or a percentage.
func (r *stageReading) grants() bool {
	g := r.verb
	return (r.isCurrency() || r.draft.figure.Unit == "percent") && r.role == "object" && r.governor == g && (g.lemma == "give" || g.lemma == "provide") &&
		!r.future && !r.possible && !g.infinitive && !g.gerund && r.topic() == ""
}

// turned reports whether the figure is told as a step up or down.
func (r *stageReading) turned() bool {
	return r.draft.figure.Direction != "" || r.draft.figure.Unit == "percent" && r.at(r.last).is("increase", "decrease", "rise", "drop", "decline", "jump", "fall")
}
