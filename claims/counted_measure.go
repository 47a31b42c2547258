package claims

// measuredThing returns what an amount with a unit measures where no noun
// stands with it: "Revenue fell by 17 percent", "with exports up 36 percent",
// "cut the rate to 17 percent", "fell 2 percent to $190 million".
func (s *scan) measuredThing(here []*found, i int) string {
	f := here[i]
	if i > 0 && (s.before(f.first, "at", "to") && s.takesUp(f, here[i-1]) || here[i-1].unit == f.unit && (s.takesUp(f, here[i-1]) || !s.hasVerb(here[i-1].nounEnd()+1, f.first))) {
		return here[i-1].countedText
	}
	if p := s.alteredThing(f); !p.empty() {
		return s.thingIn(p)
	}
	if p := s.besideChange(f); !p.empty() {
		return s.thingIn(p)
	}
	return s.measuredSubject(f)
}

// besideChange reads the noun right before a word of change without a verb of
// its own: "with exports up 36 percent", "revenue dipping 1.3 percent".
func (s *scan) besideChange(f *found) phrase {
	i := f.first - 1
	if s.at(i).is("by", "to") {
		i--
	}
	if t := s.at(i); !s.changeWord(i) || t.tag == "VBD" || t.tag == "VBZ" || t.tag == "VBN" || !s.at(i-1).isNoun() {
		return noPhrase
	}
	return s.nearestNoun(i)
}

// measuredSubject returns the noun before a verb that measures it: "Coverage
// stood at 89 percent", "arrivals pass half a million", "inflation was at 8.7".
func (s *scan) measuredSubject(f *found) string {
	verb := -1
	for j := f.first; j >= 0 && j > f.first-5; j-- {
		if t := s.at(j); s.sizes(j, f) || t.is("is", "was", "were", "are") && s.before(j+1, t.lower) {
			verb = j
			if !t.is("is", "was", "were", "are", "be", "been") || j < f.first {
				break
			}
		}
		if j < f.first && (s.at(j).kind == numberToken || s.at(j).is(",", ";")) {
			return ""
		}
	}
	if verb <= 0 {
		return ""
	}
	for s.at(verb-1).isVerb() || s.at(verb-1).tag == "RB" || s.at(verb-1).is("to") {
		verb--
	}
	start := s.clauseStart(verb + 1)
	p := s.trimmed(start, verb-1)
	if s.at(start).tag == "IN" {
		p = s.nearestNoun(verb) // "At its height the force numbered 5,100"
	}
	return s.thingIn(p)
}

// sizes reports whether the word at token j tells how much of its subject
// there is or, where f has a unit, by how much it changed.
func (s *scan) sizes(j int, f *found) bool {
	t, before := s.at(j), s.at(j-1)
	if before.tag == "DT" || before.tag == "PRP$" || before.tag == "JJ" {
		return false // "a total of 300"
	}
	return s.words.in("measuring", t.lower) || f.unit.name != "" && j < f.first && s.changeWord(j)
}

// thingIn returns the head of a noun phrase with what stands before it; nothing
// where it names a body, a number or a word such as "figure".
func (s *scan) thingIn(p phrase) string {
	last := p.first - 1
	for j := p.first; j <= p.last; j++ {
		t := s.at(j)
		if t.kind == numberToken || t.tag == "PRP" || t.tag == "CD" || s.mentionAt(j) != nil || s.words.in("kinds", t.lower) {
			return ""
		}
		if t.tag == "IN" || t.kind == symbolToken && !t.isHyphen() || t.tag == "VBN" || t.is("that", "which", "who") {
			break
		}
		last = j
	}
	if last < p.first || !s.at(last).isNoun() || s.isMonth(last) || s.words.in("abstract", s.at(last).lower) && !s.at(last).is("toll") {
		return ""
	}
	return s.phraseText(phrase{p.first, last})
}
