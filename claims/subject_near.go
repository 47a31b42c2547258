package claims

// nearSubject returns the noun phrase that the number is about where the words
// around the number say so more closely than the verb of the clause does;
// empty when they do not.
func (s *scan) nearSubject(f *found) phrase {
	for _, rule := range [...]func(*found) phrase{s.agedOne, s.takenFrom, s.sharedFor, s.measuredNoun, s.alteredThing, s.relativeHead, s.participleHead, s.infinitiveHead, s.labelBefore} {
		if p := rule(f); !p.empty() && s.hasNoun(p) {
			return p
		}
	}
	return noPhrase
}

// agedOne: "children under the age of 5", "Maria, who was 10".
func (s *scan) agedOne(f *found) phrase {
	if f.kind != ageKind {
		return noPhrase
	}
	i := f.amount.first
	for s.at(i-1).is("of", "age", "ages", "the", "aged", "under", "over", "below", "above", "between", "from", "at", "who", "is", "was", "were", "are", ",", "a", "about", "around", "than", "younger", "older", "up", "to") {
		i--
	}
	if i == f.amount.first || !s.at(i-1).isNoun() {
		return noPhrase
	}
	return s.nearestNoun(i)
}

// takenFrom: "wiping $340 million off the group's value", "adding $9 to the fee".
func (s *scan) takenFrom(f *found) phrase {
	if f.unit.kind != moneyUnit && f.unit.kind != percentUnit {
		return noPhrase
	}
	verb, next := s.at(f.first-1), s.at(f.end+1)
	if !(next.is("from", "off") && s.words.in("taking", verb.lower)) && !(next.is("to") && verb.is("add", "adds", "added", "adding")) {
		return noPhrase
	}
	i := f.end + 2
	if s.at(i).tag == "DT" || s.at(i).tag == "PRP$" {
		i++
	}
	return s.nounPhrase(i)
}

// sharedFor: "4.5 percent for women and 6.2 percent for men" are each about
// the one they are for.
func (s *scan) sharedFor(f *found) phrase {
	i := s.afterFor(f.end + 1)
	if i == 0 || f.unit.name == "" || f.unit.kind == durationUnit {
		return noPhrase
	}
	twin := false
	for j := max(0, f.first-12); j < min(len(s.list), i+14) && !twin; j++ {
		t := &s.list[j]
		twin = j != i-1 && t.is("for") && s.afterFor(j) > 0 && (s.measures(j-1) || j > 0 && s.at(j-1).is(")"))
	}
	if !twin {
		return noPhrase
	}
	if s.at(i).tag == "DT" {
		i++
	}
	return s.nounPhrase(i)
}

// measures reports whether token i ends an amount: a unit, or digits after a
// currency sign.
func (s *scan) measures(i int) bool {
	if t := s.at(i); t.kind == numberToken {
		return true
	}
	_, n := s.units.at(s.text, s.list, i)
	return n > 0
}

// afterFor returns the token after "for" at token i, or after a conversion and
// "for", where a noun phrase and no time follows; else 0.
func (s *scan) afterFor(i int) int {
	if s.at(i).is("(") {
		for limit := i + 6; i < limit && !s.at(i).is(")"); {
			i++
		}
	}
	if s.at(i).is(")") {
		i++
	}
	if !s.at(i).is("for") || !s.isNominal(i+1) || s.saysWhen(i+1) {
		return 0
	}
	return i + 1
}

// measuredNoun: "a speed of 15 miles per hour".
func (s *scan) measuredNoun(f *found) phrase {
	if f.countedText != "" {
		return noPhrase
	}
	return s.joinedNoun(f)
}

// alteredThing: "raised its forecast from 2 to 3 percent", "boost the range by
// 35 miles", "cut the fee to $20".
func (s *scan) alteredThing(f *found) phrase {
	end := f.first - 1
	switch {
	case s.at(f.first).is("from"):
		end = f.first
	case !s.at(end).is("from", "by", "to"):
		return noPhrase
	}
	for i := end - 1; i >= 0 && i > end-18; i-- {
		t := &s.list[i]
		if t.is(",") && s.at(i-1).isNoun() && s.at(i+1).isNoun() {
			continue
		}
		if t.kind == symbolToken && !t.isHyphen() || t.kind == numberToken && !s.looksLikeYear(t) {
			return noPhrase
		}
		if !s.words.in("altering", t.lower) {
			if t.tag == "VBD" || t.tag == "VBZ" || t.tag == "MD" || t.tag == "VBP" {
				return noPhrase
			}
			continue
		}
		if !s.isNominal(i + 1) {
			return noPhrase
		}
		return s.trimmed(i+1, end-1)
	}
	return noPhrase
}

// relativeHead: "a line that carries 3,000 riders", "Maria, who ran 10 miles".
func (s *scan) relativeHead(f *found) phrase {
	for j := f.first - 2; j > 0 && j > f.first-16; j-- {
		t := &s.list[j]
		if t.is(",", ";", ":", "—") || t.is("and", "but", "while", "as", "or") && (s.at(j+1).tag == "PRP" || s.at(j+1).isNoun() && s.hasVerb(j+1, f.first)) {
			return noPhrase
		}
		if !t.is("that", "which", "who") {
			continue
		}
		verb := s.at(j + 1)
		if verb.tag == "RB" {
			verb = s.at(j + 2)
		}
		if !verb.isVerb() || s.finite[f.first]-s.finite[j+1] > 2 {
			return noPhrase
		}
		i := j
		if s.at(i - 1).is(",") {
			i--
		}
		if !s.at(i - 1).isNoun() {
			return noPhrase // "said that …"
		}
		return s.nearestNoun(i)
	}
	return noPhrase
}

// participleHead: "a truck carrying 20 tons", "a house priced at $300,000".
func (s *scan) participleHead(f *found) phrase {
	i := f.first - 1
	if s.at(i).is("at", "with", "by") {
		i--
		if s.at(i).tag != "VBN" {
			return noPhrase
		}
	} else if s.at(i).tag != "VBG" {
		return noPhrase
	}
	if !s.at(i-1).isNoun() || s.words.in("stops", s.at(i-1).lower) {
		return noPhrase
	}
	if s.hasVerb(s.clauseStart(i), i) && !s.words.in("having", s.at(f.first-1).lower) && !s.at(f.first-1).is("at") {
		return noPhrase // "she entered the race averaging 15 miles an hour"
	}
	return s.nearestNoun(i)
}

// infinitiveHead: "they expect the project to cost $3 billion".
func (s *scan) infinitiveHead(f *found) phrase {
	i := f.first - 1
	if s.at(i).tag != "VB" || !s.at(i-1).is("to") || !s.at(i-2).isNoun() {
		return noPhrase
	}
	p := s.nearestNoun(i - 1)
	for j := p.first - 1; j >= 0 && j > p.first-4; j-- {
		if s.words.in("causing", s.list[j].lower) {
			return p
		}
	}
	return noPhrase
}

// labelBefore: "Revenue 23 million euros", as lists and headings have it.
func (s *scan) labelBefore(f *found) phrase {
	i := f.first - 1
	if s.at(i).is(":") {
		i--
	}
	if f.unit.name == "" || f.countedText != "" || i < 0 || s.saysWhen(i) || !s.at(i).isNoun() || s.at(i).upper && i > 0 && !s.headline || s.isMonth(i) || s.words.in("abstract", s.at(i).lower) {
		return noPhrase
	}
	if _, n := s.units.at(s.text, s.list, i); n > 0 {
		return noPhrase
	}
	return s.nearestNoun(i + 1)
}

// ownPhrase returns what the number counts with what belongs to it, for a
// number that opens its clause: "five new crates of river tea".
func (s *scan) ownPhrase(f *found) phrase {
	p := f.counted
	if p.empty() || p.first < f.first {
		return noPhrase
	}
	if s.at(p.last + 1).is("of") {
		i := p.last + 2
		if s.at(i).tag == "DT" || s.at(i).tag == "PRP$" {
			i++
		}
		if of := s.nounPhrase(i); !of.empty() {
			return phrase{p.first, of.last}
		}
	}
	return noPhrase
}
