package claims

import "slices"

// This file says which statements are listed for a reader of the document.

// listed says whether the statement is listed. What is told within another's
// statement is a part of that one; what may yet be said was not; and what a
// thing holds is told only where the thing is words.
func (t *testimony) listed(s *statement) bool {
	switch {
	case len(s.content) == 0 && len(s.beyond) == 0, s.speech == "" && s.unreal(), s.view() && t.within(s):
		return false
	case s.class == holding:
		return s.rootKind() == DocumentHop || s.callsFor() || s.rootKind() == "" && !hasParts(s.lemma)
	}
	return true
}

// hasParts says whether the verb of any thing but a document tells only what
// belongs to it: "the fleet includes a tug".
func hasParts(lemma string) bool {
	switch lemma {
	case "include", "contain", "feature":
		return true
	}
	return false
}

// rootKind returns the kind of the statement's own root, "" when its source is
// none that can be named.
func (s *statement) rootKind() HopKind {
	if len(s.hops) == 0 {
		return ""
	}
	return s.hops[len(s.hops)-1].Kind
}

// view says whether the statement tells what somebody thinks, feels or means to
// do, rather than what was said.
func (s *statement) view() bool {
	switch s.class {
	case believing, judging, planning, holding, showing:
		return true
	}
	return false
}

// unreal says whether the cue tells what may or will be said, not what was.
func (s *statement) unreal() bool {
	for i := s.cue.from; i < s.cue.to; i++ {
		if s.line.is(i, "would", "could", "might", "may", "must", "will", "'ll") && s.line.tagged(i, "MD") {
			return true
		}
	}
	return false
}

// within says whether the statement is told within the content of another.
func (t *testimony) within(s *statement) bool {
	at := s.line.bytes(s.cue)[0]
	outer := func(o *statement) bool { return o != s && o.covers(at) && !s.covers(o.line.bytes(o.cue)[0]) }
	return slices.ContainsFunc(t.byLine[s.line.index], outer) || slices.ContainsFunc(t.wide[s.line.index], outer)
}
