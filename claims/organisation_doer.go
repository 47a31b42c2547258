package claims

import "strings"

// doer returns the body that the clause of the figure says does something with
// what is counted: who stands before its verb and sends, has, employs, makes,
// pays, gives or asks for it.
func (s *scan) doer(f *found, document *quantityContext) string {
	if name := s.owner(f, document); name != "" {
		return name
	}
	if name := s.gappedBody(f); name != "" {
		return name
	}
	if m := s.antecedent(f); m != nil {
		return m.name.Short
	}
	if name := s.relativeDoer(f, document); name != "" {
		return name
	}
	start := s.clauseStart(f.first)
	verb := s.clauseVerb(start, f.first)
	for n := 0; verb < 0 && start > 1 && n < 2; n++ {
		// A clause without a verb of its own goes on with the one before.
		start = s.clauseStart(start - 1)
		verb = s.clauseVerb(start, f.first)
	}
	if verb < 0 {
		if verb = s.misreadVerb(f.first); verb >= 0 {
			start = 0
		}
	}
	if verb < 0 || s.aside(verb, f) {
		return ""
	}
	if name := s.paidBy(verb, f); name != "" {
		return name
	}
	if name := s.givenBy(verb, f); name != "" {
		return name
	}
	if name := s.bidden(verb, f); name != "" {
		return name
	}
	kind := s.deed(verb, f)
	if strings.HasSuffix(f.countedText, "members") && (kind == noDeed && s.words.in("speech", s.at(verb).lower) || s.at(verb).is("called", "calls", "brought") && s.at(verb+1).is("out") || s.at(verb).is("balloted")) {
		if b := s.subjectBody(start, verb, document); !b.place && !b.decides {
			return b.name // "the union said 90 members had left", "called out 90 members"
		}
	}
	if kind == noDeed {
		return ""
	}
	b := s.subjectBody(start, verb, document)
	f.unnamed = f.unnamed || b.name == "" && kind == doing && s.namelessSubject(start, verb)
	if b.name == "" || b.decides && (s.countsPersonnel(f) || f.unit.kind != moneyUnit && s.approves(verb, f.first)) || b.writes && s.countsPersonnel(f) {
		return ""
	}
	switch {
	case kind == asking && f.unit.name == "" && (b.place || b.unnamed || !s.needs(verb, f.first)),
		b.place && f.unit.kind == moneyUnit && s.approves(verb, f.first),
		kind == asking && b.unnamed,
		b.crew && s.at(f.first-1).is("and", ",") && s.hasVerb(f.nounEnd()+1, f.nounEnd()+2), // "the troops stay, and 90 say so"
		b.holder && (kind == asking || kind == having || f.unit.name != "" || f.countedText != "" && !s.countsPersonnel(f)),
		kind == having && (b.unnamed || b.speaks && f.unit.name == "") && !s.countsPersonnel(f):
		return ""
	}
	document.lastDoer, document.lastDoerAt = b.name, s.index
	return b.name
}

// calledOutBy returns the body whose members do as it bids: "900 members called out
// by the union".
func (s *scan) calledOutBy(f *found) string {
	i := f.nounEnd() + 1
	if !strings.HasSuffix(f.countedText, "members") || s.at(i).tag != "VBN" && s.at(i).tag != "VBD" {
		return ""
	}
	if i++; s.at(i).is("out", "up") {
		i++
	}
	if !s.at(i).is("by") {
		return ""
	}
	if i++; s.at(i).is("the") {
		i++
	}
	if m := s.mentionAt(i); m != nil && !m.name.Place && m.name.Kind == Organisation {
		return m.name.Short
	}
	if s.words.in("filed", s.at(i).lower) && !s.at(i+1).isNoun() {
		return s.at(i).lower
	}
	return ""
}

// stayer returns the body whose people stay for the time told: "The Marines will
// remain for 60 days".
func (s *scan) stayer(f *found, document *quantityContext) string {
	start := s.clauseStart(f.first)
	verb := s.clauseVerb(start, f.first)
	for j := verb; j >= 0 && j < f.first; j++ {
		if s.words.in("staying", s.at(j).lower) {
			if b := s.subjectBody(start, verb, document); !b.decides {
				return b.name
			}
		}
	}
	return ""
}

// body is who a noun phrase or pronoun stands for.
type body struct {
	name    string
	place   bool
	decides bool // it decides on people and sends none
	unnamed bool // "the regulator", and no name told
	holder  bool // one of its officials does it
	speaks  bool // it says "we"
	crew    bool // its people do it, named without it: "the soldiers"
	writes  bool // its paper does it: "the FEMA report"
}

func (s *scan) bodyOf(m *mention) body {
	return body{name: m.name.Short, place: m.name.Place, decides: s.words.in("deciders", fold(m.name.Short))}
}

// subjectBody returns the body that the words from start to the verb name as
// the subject; an empty one where they name none.
func (s *scan) subjectBody(start, verb int, document *quantityContext) body {
	i := s.subjectStart(start, verb)
	for j := i; j < verb; j++ {
		t := s.at(j)
		if country := s.words.seats[t.lower]; country != "" && t.upper && j+1 == verb && j == i && !isAcronym(s.text[t.start:t.end]) {
			return body{name: country, place: true}
		}
		if m := s.mentionAt(j); m != nil {
			b := s.actingBody(m, j, verb)
			if before, _ := s.bodyEndingAt(j - 2); j == start && s.at(j-1).is("and") && before != nil && !before.name.Place && b.name != "" {
				b.name = before.name.Short + " and " + b.name
			}
			return b
		}
		if body, holds := s.holderBody(j, i, verb, document); holds {
			return body
		}
		if b, known := s.crewBody(j, verb, document); known {
			return b
		}
		switch {
		case t.is("it", "its"):
			return s.itMeans(start, document)
		case t.is("they", "their") && start == 0:
			if document.lastDoer != "" && document.lastDoerAt == s.index-1 {
				return body{name: document.lastDoer}
			}
			return s.theyMean(document)
		case t.is("we", "our"):
			b := s.weMeans(start, verb, document)
			b.speaks = true
			return b
		case t.kind == numberToken, t.tag == "CD", t.tag == "IN" && !t.is("that"), t.is(",", "and", "or", "which", "who", "his", "her"):
			return body{}
		case j == i && t.upper && s.words.in("bare", t.lower) && s.at(j+1).tag != "NNP":
			return body{name: t.lower, unnamed: true}
		case t.is("government") && s.at(j-1).is("federal", "state", "regional", "provincial", "central"):
			return body{name: s.text[s.at(j-1).start:t.end]}
		case t.is("state", "centre") && t.upper && j > i && s.at(j-1).is("the") && (s.at(j+1).isVerb() || s.at(j+1).tag == "RB") && !s.headline:
			return body{name: s.text[t.start:t.end]}
		case s.words.in("kinds", t.lower) && !t.upper && j > i+2 && s.at(i).tag == "DT" && !s.at(j+1).isNoun() && s.modifiersOnly(i+1, j):
			return body{name: s.text[s.at(i+1).start:t.end]} // "the county fire service"
		case s.words.in("kinds", t.lower) && j > 0 && (s.at(j-1).is("the", "this", "that") || !t.upper && s.at(j-2).is("the", "this", "that")):
			return s.kindMeant(j, document)
		}
	}
	return body{}
}

// modifiersOnly reports whether the tokens can all stand before a noun in its
// phrase.
func (s *scan) modifiersOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.at(i); !t.isNoun() && t.tag != "JJ" && t.tag != "POS" || s.mentionAt(i) != nil || s.looksLikeYear(t) {
			return false
		}
	}
	return true
}

// namelessSubject reports whether the subject is a body that has no name: "the
// government".
func (s *scan) namelessSubject(start, verb int) bool {
	i := s.subjectStart(start, verb)
	return i >= 0 && i+2 <= verb && s.at(i).is("the", "a") && s.words.in("kinds", s.at(i+1).lower) && (i+2 == verb || s.at(i+2).tag == "RB")
}

// subjectStart skips what stands before the subject: "On Monday, …", "In its
// report, …", "Yesterday …".
func (s *scan) subjectStart(start, verb int) int {
	i := start
	for i < verb && (s.at(i).kind == symbolToken || s.at(i).tag == "RB" || s.at(i).is("but", "and", "that", "so", "yesterday", "today") || s.words.in("weekdays", s.at(i).lower)) {
		i++
	}
	if s.at(i).tag != "IN" && !s.at(i).is("to") {
		return i
	}
	pronoun := -1
	for j := i + 1; j < verb; j++ {
		if s.at(j).is(",") && j+1 < verb {
			return j + 1
		}
		if (s.looksLikeYear(s.at(j)) || s.words.in("weekdays", s.at(j).lower)) && j+1 < verb && s.isNominal(j+1) && !s.at(j+1).isVerb() {
			return j + 1 // "Since March 2020 the agency has"
		}
		if s.at(j).is("it", "they", "we") {
			pronoun = j
		}
	}
	return pronoun
}

// actingBody returns the body of a name that is the subject. A country acts
// through its rulers and forces: neither "Spanish tourists" nor "in Spain".
func (s *scan) actingBody(m *mention, first, verb int) body {
	if m.name.Kind != Organisation {
		return body{}
	}
	next := s.at(m.last + 1)
	if !m.name.Place {
		if other := s.mentionAt(m.last + 2); next.is("and") && other != nil && !other.name.Place && other.name.Kind == Organisation && other.last < verb && verb-other.last < 4 {
			return body{name: m.name.Short + " and " + other.name.Short}
		}
		b := s.bodyOf(m)
		b.writes = s.words.in("papers", next.lower)
		return b
	}
	if next.is("'s") {
		if own := s.mentionAt(m.last + 2); own != nil && own.last < verb && !own.name.Place {
			return s.bodyOf(own) // "Ruritania's Harbour Police"
		}
	}
	if m.last+1 < verb && !next.is("'s", "'", ",", "also", "and", "which") && next.tag != "RB" {
		if next.is("police", "prosecutors", "customs") {
			return body{name: s.text[s.at(first).start:next.end]}
		}
		if !s.words.in("rulers", next.lower) && !next.isVerb() {
			return body{}
		}
	}
	if next.is("and") {
		if other := s.mentionAt(m.last + 2); other != nil && other.name.Place && (other.last+1 == verb || other.last+2 == verb) {
			return body{name: s.text[s.at(m.first).start:s.at(other.last).end], place: true} // "Chad and Togo sent 100 each"
		}
	}
	return s.bodyOf(m)
}
