package claims

import "strings"

// deedKind is what the verbs between a body and a number make of the body.
type deedKind byte

const (
	noDeed deedKind = iota // it tells, knows or undergoes it
	doing
	having
	asking
)

// deed looks at the verbs from the clause's first to the number.
func (s *scan) deed(verb int, f *found) deedKind {
	kind := doing
	for j := verb; j < f.first; j++ {
		t := s.at(j)
		if !t.isVerb() {
			continue
		}
		switch {
		case t.tag == "VBN" && s.at(j+1).is("to") && s.at(j+2).isVerb() && j+2 < f.first:
			continue // "is believed to have 400 men", "was told to lend 30"
		case t.is("put", "puts", "places", "placed") && s.before(f.first, "at"), t.is("cost", "costs", "costing"):
			return noDeed
		case s.words.in("speech", t.lower), s.words.in("knowing", t.lower):
			return noDeed
		case t.tag == "VBN" && s.isPassive(j):
			return noDeed
		case t.is("is", "are", "was", "were", "be", "been") && !s.at(j+1).isVerb() && !s.at(j+2).isVerb() && !s.before(j+3, "to"):
			return noDeed
		case s.words.in("refusing", t.lower) && !s.hasMainVerb(j+1, f.first),
			s.words.in("approving", t.lower) && (s.countsPersonnel(f) || f.unit.kind == durationUnit) && !s.hasMainVerb(j+1, f.first):
			return noDeed
		case s.words.in("asking", t.lower) && !s.at(j+1).is("up"):
			kind = asking
		case t.is("has", "have", "had", "holds", "held", "having") && (j+1 >= f.first || !s.at(j+1).isVerb()) && kind == doing && !s.hasMainVerb(j+1, f.first):
			kind = having
		}
	}
	return kind
}

// approves reports whether a verb of approval stands between two tokens.
func (s *scan) approves(from, to int) bool {
	for j := from; j < to; j++ {
		if s.words.in("approving", s.list[j].lower) {
			return true
		}
	}
	return false
}

func (s *scan) hasMainVerb(from, to int) bool {
	for j := from; j < to; j++ {
		if s.list[j].isVerb() {
			return true
		}
	}
	return false
}

// isPassive reports whether a form of "be" makes the participle at j passive.
func (s *scan) isPassive(j int) bool {
	for i := j - 1; i >= 0 && i > j-4; i-- {
		t := s.at(i)
		if t.is("was", "were", "is", "are", "be", "been", "being") {
			return true
		}
		if t.tag != "RB" {
			return false
		}
	}
	return false
}

// needs reports whether the body needs what it asks for.
func (s *scan) needs(from, to int) bool {
	for j := from; j < to; j++ {
		if s.at(j).is("need", "needs", "needed") {
			return true
		}
	}
	return false
}

// aside reports whether the number stands aside from what the verb does: where
// it is done ("in six zones"), in a clause of its own ("where 14 villagers"), or
// with whom ("joined by 200 soldiers").
func (s *scan) aside(verb int, f *found) bool {
	for j := verb; j < f.first; j++ {
		if s.at(j).is("where", "whose") {
			return true
		}
	}
	before := s.at(f.first - 1)
	switch {
	case s.joinedToIt(f):
		return true
	case f.unit.name != "" || s.countsPersonnel(f) || f.countedText == "":
		return false
	case s.words.in("persons", strings.ToLower(lastWord(f.countedText))) && before.is("for", "of", "from", "among", "help", "helping"):
		return true
	case before.is("in", "at", "across", "near", "between", "around", "into", "throughout"):
		return true
	case before.is("to"):
		return !f.counted.empty() && !s.changeBefore(f.first)
	case before.is("for"):
		return s.at(f.first-2).isNoun() && s.words.in("rooms", s.at(f.first-2).lower)
	}
	return false
}

// joinedToIt reports whether others are counted: "joined by 200 soldiers".
func (s *scan) joinedToIt(f *found) bool {
	t := s.at(f.first - 2)
	return s.before(f.first, "by") && (t.tag == "VBN" || t.tag == "VBD") && !s.changeBefore(f.first)
}
