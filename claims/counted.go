package claims

import "strings"

// phrase is a run of tokens, the last included; empty when last < first.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.last < p.first }

var noPhrase = phrase{0, -1}

// counted returns the noun phrase that the quantity counts, without
// determiners: after the number ("5,000 federal agents"), after "of" ("a third
// of those agents"), or nothing when it is left out ("250 from the IRS").
func (s *scan) counted(q quantity) phrase {
	i := q.end + 1
	if s.at(i).isHyphen() {
		i++
		if s.at(i).is("strong", "odd") {
			i++ // "a 500-strong contingent"
		}
	}
	if q.unit.kind == percentUnit && s.at(i).is("more", "fewer", "less", "higher", "lower") && s.at(i+1).is("than") {
		return noPhrase // "18 percent fewer than in May"
	}
	if q.unit.kind == percentUnit && !q.hyphenated && !s.at(i).is("of") && !s.before(q.first, "a", "an", "the", "its", "their", "this", "that", "another", "record", "additional") {
		p := s.nounPhrase(i)
		if next := s.at(p.last + 1); p.empty() || s.namesSomeone(p) || next.upper || next.tag == "DT" || next.tag == "PRP" || next.tag == "PRP$" {
			return noPhrase // "5 percent support the bill"
		}
		return p
	}
	if q.unit.kind == percentUnit && s.at(i).upper && !s.allCapitals() {
		return noPhrase
	}
	if after := s.afterConversion(i); after > i {
		return s.nounPhrase(after)
	}
	if q.unit.kind == measureUnit && s.before(q.first, "within") && s.at(i).is("of") {
		return noPhrase // "within 3 km of Earth"
	}
	if q.unit.kind == measureUnit && s.at(i).is("thick", "long", "wide", "high", "tall", "deep", "away", "across", "square", "north", "south", "east", "west") {
		return noPhrase
	}
	for s.at(i).is("of", "the", "a", "its", "their", "his", "her", "our", "your", "my", "these", "those", "more", "other", "all", "such", "fewer", "-") {
		if s.at(i).is("of") && i > q.end+1 && !s.at(i-1).is("more") {
			break
		}
		if s.at(i).is("the", "a", "its", "their", "his", "her", "our", "your", "my", "these", "those", "all") && (i == q.end+1 || !s.at(i-1).is("of", "all")) && !(q.unit.name == "share" || q.multiple) {
			return noPhrase
		}
		i++
	}
	if s.isNumberWord(i) || s.at(i).kind == numberToken {
		if u, n := s.units.at(s.text, s.list, i+1); n > 0 && u.kind == durationUnit {
			return noPhrase // "870 million six months earlier"
		}
	}
	if q.unit.name == "share" && i == q.end+1 && s.at(i).is("lower", "higher", "fewer", "less", "more", "longer", "shorter", "larger", "smaller") && !s.at(i+1).isNoun() {
		return noPhrase // "a third lower"
	}
	if i > q.end+1 && s.isNumberWord(i) && !s.isScale(i) {
		return noPhrase // "two of the three bidders"
	}
	if next := s.at(i + 1); s.at(i).tag == "VBG" && (q.unit.name != "" || next.tag == "DT" || next.tag == "PRP$" || next.tag == "IN" || next.tag == "TO") {
		return noPhrase // "15 miles requiring repair", "near 73 raising the question"
	}
	p := s.nounPhrase(i)
	if q.unit.name == "" && !p.empty() && s.at(q.end+1).is("of") && s.isTimeAlone(p) {
		return noPhrase // "up on the 400 of January"
	}
	if j := p.last + 2; !p.empty() && s.at(q.end+1).is("of") && s.at(p.last+1).is("'s") && (s.at(j).kind == numberToken || s.isNumberWord(j)) {
		for s.at(j).kind == numberToken || s.isNumberWord(j) {
			j++
		}
		return s.nounPhrase(j) // "14 of the country's 22 provinces"
	}
	return p
}

// isTimeAlone reports whether a phrase is a time, and nothing is told of it: "January", "last
// week", "the previous round", and not "last week's raids".
func (s *scan) isTimeAlone(p phrase) bool {
	t := s.at(p.last)
	return !s.at(p.last+1).is("'", "'s") && (s.at(p.first).is("previous", "preceding") && t.tag == "NN" || s.isMonth(p.last) || t.upper && s.words.in("weekdays", t.lower) ||
		t.is("year", "month", "week", "day", "quarter", "season", "decade", "spring", "summer", "autumn", "winter", "morning", "evening"))
}

// namesSomeone reports whether a capitalised word stands in the phrase.
func (s *scan) namesSomeone(p phrase) bool {
	for i := p.first; i <= p.last; i++ {
		if s.list[i].upper && !s.headline {
			return true
		}
	}
	return false
}

// afterConversion skips a conversion: "40 acres (16 hectares) of forest". It
// returns the token after "of"; 0 when there is none.
func (s *scan) afterConversion(i int) int {
	if !s.at(i).is("(") || s.at(i+1).kind == wordToken {
		return 0
	}
	for j := i + 1; j < i+8; j++ {
		if s.at(j).is(")") && s.at(j+1).is("of") {
			return j + 2
		}
	}
	return 0
}

// nounPhrase returns the noun phrase that starts at token i, up to its head.
func (s *scan) nounPhrase(i int) phrase {
	last := i - 1
	for j := i; j < len(s.list); j++ {
		t := &s.list[j]
		if t.kind == symbolToken {
			switch {
			case t.isHyphen() && !t.glued && j > i && s.isDesignation(j+1):
				j++ // "COVID -19 tests"
				continue
			case t.isHyphen() && t.glued && s.at(j+1).glued && (s.at(j+1).kind == wordToken || j > i && s.at(j-1).upper), t.is(".") && j > i && s.at(j-1).upper && len(s.at(j-1).lower) < 5 && s.at(j+1).upper && !s.at(j+1).glued,
				t.is("&") && s.at(j+1).upper, t.is("'") && j > i && strings.HasSuffix(s.at(j-1).lower, "s") && s.at(j+1).isNoun():
				continue
			case t.isHyphen() && t.glued && s.at(j+1).is("and", "or") && s.at(j+3).isHyphen():
				j++ // "coal- and gas-fired plants"
				continue
			case t.is("“", "\"", "‘") && j == i:
				i++
				continue
			case t.is("(") && j > i && s.at(j+1).upper && s.at(j+2).is(")") && s.isHead(j+3):
				j += 2 // "Flood Rescue Corps (FRC) divers"
				continue
			case t.is(",") && j > i && s.at(j-1).tag == "JJ" && (s.at(j+1).tag == "JJ" || s.at(j+1).isNoun()):
				continue
			}
			break
		}
		if t.kind == numberToken && j > i && t.glued && (s.at(j-1).isHyphen() && s.at(j-1).glued || s.at(j-1).kind == wordToken && s.at(j-1).upper) {
			continue // "F-16 jets", "NH90 helicopters"
		}
		if m := s.mentionAt(j); m != nil && m.last > j && (s.isHead(m.last+1) || s.at(m.last+1).is("(") && s.at(m.last+3).is(")") && s.isHead(m.last+4)) {
			last, j = m.last, m.last
			continue // "50 Customs and Border Protection officers"
		}
		if s.numberedModels(i, j) {
			return phrase{i, j + 1} // "12 Boeing 737s"
		}
		if t.kind == numberToken || j > i && s.isNumberWord(j) && !s.at(j-1).isHyphen() {
			break
		}
		if t.is("'s") && j > i {
			continue
		}
		if t.is("and", "or") && j > i && s.continues(i, j) {
			continue
		}
		if j == i && t.tag == "VBZ" && strings.HasSuffix(t.lower, "s") && !s.words.in("stops", t.lower) {
			s.list[j].tag = "NNS" // no verb follows a number: "30 million shares"
			t = &s.list[j]
		}
		if after := s.at(j + 1); j > i && t.tag == "VBZ" && (s.at(i-1).kind == numberToken || s.isNumberWord(i-1)) && strings.HasSuffix(t.lower, "s") && !t.upper && !s.isHead(j-1) && !s.at(j-1).upper && !s.words.in("stops", t.lower) && (after.kind == symbolToken || after.tag == "TO" || after.tag == "IN" || after.is("a", "per", "each", "every")) {
			s.list[j].tag = "NNS" // "45,000 vaccine doses to be shipped"
			t = &s.list[j]
		}
		if t.tag == "VBD" || t.tag == "VBN" {
			// "430 tons of food reached the camp", badly tagged
			if next := s.at(j + 1); j > i && s.canBeHead(s.at(j-1)) && !t.upper && (next.upper || next.tag == "DT" || next.tag == "PRP$") && !s.at(j-1).isHyphen() && !s.allCapitals() && !s.headline {
				break
			}
		}
		joined := s.at(j-1).isHyphen() && t.glued && j > i
		compound := j == i && s.at(j+1).isHyphen() && s.at(j+1).glued && s.at(j+2).glued && s.at(j+2).kind == wordToken
		if s.stops(t, j, i) && !joined && !compound {
			break
		}
		last = j
		if s.isHead(j) && !s.headGoesOn(j) {
			break
		}
	}
	for last >= i && !s.canBeHead(s.at(last)) {
		last--
	}
	if next := s.at(last + 1); last >= i && (next.kind == numberToken || next.tag == "CD") && !s.isHead(last) {
		return noPhrase // "its promised 1,000 officers"
	}
	return phrase{i, last}
}

// numberedModels reports whether the words from first on name a model whose
// number, at token j, is in the plural: "Boeing 737s".
func (s *scan) numberedModels(first, j int) bool {
	if j == first || s.list[j].kind != numberToken || s.list[j].glued || !s.at(j+1).glued || !s.at(j+1).is("s") {
		return false
	}
	for k := first; k < j; k++ {
		if t := &s.list[k]; t.kind != wordToken || !s.capital(t) {
			return false
		}
	}
	return true
}

// capital reports whether a word has a capital among its first two letters:
// "Boeing", "iPhone".
func (s *scan) capital(t *token) bool {
	return t.upper || t.end-t.start > 1 && 'A' <= s.text[t.start+1] && s.text[t.start+1] <= 'Z'
}

// stops reports whether token j ends a noun phrase that began at first.
func (s *scan) stops(t *token, j, first int) bool {
	if t.is("living", "remaining") && j == first && s.isHead(j+1) {
		return false // "20 living hostages"
	}
	if s.words.in("stops", t.lower) && !(t.upper && t.tag == "NNP") {
		return true
	}
	if j == first && (t.is("die", "dies", "flee", "remained", "stayed", "went", "came", "died", "fled", "left", "became", "got", "took", "made", "returned", "arrived", "survived", "escaped", "awaits", "await", "follow", "remain", "stay", "joined") || t.tag == "VBD" && s.at(j-1).is("those", "these")) {
		return true // "12 die as", badly tagged
	}
	if next := s.at(j + 1); j == first && s.words.in("being", t.lower) && (next.tag == "IN" || next.tag == "TO") {
		return true // "1,430 lie in Ostrel", badly tagged
	}
	if j == first && t.tag == "VBG" && t.is("serving", "facing", "awaiting", "seeking", "requiring", "needing", "holding") {
		return true // "250 serving life sentences"
	}
	if s.words.in("collective", t.lower) || t.tag == "VBZ" && (s.words.in("personnel", t.lower) || s.words.in("acts", t.lower)) {
		return false
	}
	switch t.tag {
	case "MD", "IN", "DT", "PRP", "PRP$", "WDT", "WP", "WRB", "TO", "EX", "CC":
		return !t.upper || j == first
	case "VBD", "VBZ", "VBP", "VB":
		return j > first && !t.upper && s.canBeHead(s.at(j-1)) || j == first && t.tag != "VBD"
	case "RB":
		return j > first
	}
	return false
}

// isHead reports whether token j may close a noun phrase: a plural noun or a
// noun for people.
func (s *scan) isHead(j int) bool {
	t := &s.list[j]
	return t.tag == "NNS" || t.tag == "NNPS" || s.words.in("collective", t.lower) || t.tag == "VBZ" && (s.words.in("acts", t.lower) || s.words.in("personnel", t.lower)) || strings.HasSuffix(t.lower, "s") && len(t.lower) > 3 && t.isNoun() && !t.upper && !strings.HasSuffix(t.lower, "ss")
}

// headGoesOn reports whether the noun phrase goes on after the plural at j:
// "sales people", "agents and officers", "customs agents".
func (s *scan) headGoesOn(j int) bool {
	next := s.at(j + 1)
	switch {
	case next.is("'", "'s"):
		return s.at(j + 2).isNoun()
	case next.is("and", "or"):
		return true // continues decides
	case next.kind != wordToken:
		return next.isHyphen() && next.glued
	}
	if next.tag == "NNS" || s.words.in("collective", next.lower) {
		return true
	}
	return next.tag == "NN" && !strings.HasSuffix(next.lower, "ing") && s.at(j).tag != "NNS" || s.list[j].upper && next.upper && next.isNoun()
}

// continues reports whether "and" at token j joins another noun to the phrase
// that began at first: "search and rescue teams", "engines and crew".
func (s *scan) continues(first, j int) bool {
	pair := first == j-1 && (s.at(j-1).tag == "VBN" || s.at(j-1).tag == "VBD") && (s.at(j+1).tag == "VBN" || s.at(j+1).tag == "JJ") // "stolen and burnt cars"
	if !s.canBeHead(s.at(j-1)) && s.at(j-1).tag != "JJ" && !pair {
		return false
	}
	if s.words.vague[s.at(j+1).lower] != nil && !s.at(j+1).is("a", "many") {
		return false // "shops and dozens of homes"
	}
	if next := s.at(j + 1); next.tag == "VBZ" && !s.words.in("personnel", next.lower) && !s.words.in("acts", next.lower) {
		return false // "12 buildings and threatens more"
	}
	rest := s.nounPhrase(j + 1)
	if rest.empty() || s.at(j+1).kind != wordToken {
		return false
	}
	head := s.at(rest.last)
	if head.tag == "NNP" && !s.at(rest.last+1).isNoun() || s.isNumberWord(j+1) {
		return false
	}
	// A new clause begins when a verb follows what comes after "and".
	after := s.at(rest.last + 1)
	if after.tag == "VBD" || after.tag == "VBZ" || after.tag == "VBP" || after.tag == "MD" {
		return !s.isHead(j - 1)
	}
	return s.isHead(rest.last)
}

// canBeHead reports whether the token can be the head of a noun phrase.
func (s *scan) canBeHead(t *token) bool {
	if t.kind != wordToken || t.is("'s") || s.words.in("stops", t.lower) {
		return false
	}
	return t.isNoun() || t.tag == "" || t.tag == "VBZ" && s.words.in("personnel", t.lower) || t.tag == "CD" && !s.isNumberToken(t) || s.words.in("collective", t.lower) || t.tag == "VBG" || t.tag == "FW" || t.upper && t.tag == "JJ" && strings.HasSuffix(t.lower, "ese")
}

func (s *scan) isNumberToken(t *token) bool {
	_, number := s.words.numbers[t.lower]
	return number
}

func (s *scan) phraseText(p phrase) string {
	if p.empty() {
		return ""
	}
	return s.text[s.list[p.first].start:s.list[p.last].end]
}
