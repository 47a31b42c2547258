package claims

import "strings"

// countsPersons reports whether people are counted.
func (s *scan) countsPersons(f *found) bool {
	head := strings.ToLower(lastWord(f.countedText))
	return s.words.in("collective", head) || s.words.in("personnel", head) || strings.HasSuffix(head, "ers") || strings.HasSuffix(head, "ants") || s.words.in("persons", head)
}

// isPlaced reports whether the counted things only tell where: "in nine
// villages".
func (s *scan) isPlaced(f *found) bool {
	return s.before(f.first, "in", "at", "across", "near", "into", "to", "throughout", "around", "among", "between") && !s.countsPersonnel(f) && !f.counted.empty() && !s.changeBefore(f.first)
}

// standsIn reports whether a named place follows the bare number: "2,100 in Arden".
func (s *scan) standsIn(f *found) bool {
	return f.counted.empty() && s.at(f.end+1).is("in", "to", "at", "for", "near") && s.at(f.end+2).upper
}

// lately returns what was counted last where that stands near a sentence: those who
// are sent before other things.
func (c *quantityContext) lately(s *scan) string {
	switch {
	case c.people != "" && c.peopleAt >= s.index-nearCounted:
		return c.people
	case c.countedAt >= s.index-nearCounted:
		return c.counted
	}
	return ""
}

// fate returns what befell the people counted, where no noun says who they
// are: "1,300 convicted of fraud".
func (s *scan) fate(f *found) string {
	first := f.end + 1
	last := first
	if !s.at(first+1).is("of", "with", "in") && s.at(first).is("charged", "convicted", "indicted", "sentenced", "accused") {
		return ""
	}
	for last+1 < len(s.list) && s.at(last+1).kind == wordToken && !s.at(last+1).is("when", "as", "because", "if", "where", "since", "after", "during", "by", "on") && !s.at(last+1).isVerb() && !s.at(last+1).is("and", "while", "who") && last < first+6 {
		last++
	}
	for last > first && !s.at(last).isNoun() {
		last--
	}
	f.counted = phrase{first, last}
	return s.phraseText(f.counted)
}

// countBase sets what a multiple counts: the noun of its base, "the number of
// daily arrests".
func (s *scan) countBase(f *found) {
	i, last := s.base(f.quantity)
	p := s.nounPhrase(i)
	for !p.empty() && s.at(p.last).is("number", "amount", "total", "size", "volume", "quantity") && s.at(p.last+1).is("of") {
		i = p.last + 2
		for s.at(i).is("the", "its", "their") {
			i++
		}
		p = s.nounPhrase(i)
	}
	if p.last <= last {
		f.countedText = s.phraseText(p)
	}
}

// pointsBack reports whether the sentence takes up earlier things: "Of these,
// about 75 percent …".
func (s *scan) pointsBack(f *found) bool {
	for i := max(0, f.first-5); i < len(s.list)-1 && i < f.end+4; i++ {
		if s.at(i).is("of") && s.at(i+1).is("these", "those", "them", "whom", "which") {
			return true
		}
	}
	return false
}

// elided returns the counted noun of figure i where it is not beside it.
func (s *scan) elided(here []*found, i int, document *quantityContext) string {
	f := here[i]
	if s.at(f.end+1).is("of") && i+1 < len(here) && here[i+1].first <= f.end+6 && here[i+1].unit.name == "" {
		return here[i+1].countedText // "400 of its promised 1,000 officers"
	}
	if s.at(f.end + 1).is("from") {
		for j := i - 1; j >= 0; j-- {
			if p := here[j]; s.countsPersonnel(p) {
				return s.withoutSupplier(p, f)
			}
		}
	}
	if s.before(f.first, "to", "at") {
		if p := s.tollBefore(f); !p.empty() {
			return s.phraseText(p) // "the death toll of the storm in the hills has risen to 41"
		}
	}
	if p := s.ofWhich(f); !p.empty() {
		return s.phraseText(p)
	}
	if s.before(f.first, "including") {
		if p := s.nounBefore(f.first, 0); !p.empty() {
			return s.phraseText(p)
		}
	}
	if s.at(f.end+1).is("of") && s.at(f.end+2).is("the", "a", "an") {
		return "" // "9 of the dead"
	}
	if s.before(f.first, "to", "from", "at", "of") {
		first := 0
		if i > 0 {
			first = here[i-1].end + 1
		}
		for j := f.first - 2; j >= first; j-- {
			if !s.at(j).is("number", "total") || !s.at(j+1).is("of") {
				continue
			}
			if s.at(j + 2).is("those") {
				return document.lately(s) // "the number of those deployed rose to 900"
			}
			return s.phraseText(s.nounPhrase(j + 2)) // "raising the number of personnel to 6,500"
		}
	}
	if document.people != "" && document.peopleAt >= s.index-2*nearCounted && s.isSent(f) && (i == 0 || s.countsActs(here[i-1]) || s.words.in("suppliers", strings.ToLower(lastWord(here[i-1].countedText)))) {
		return document.people
	}
	if i == 0 && s.wholeBefore(f) {
		if whole := document.larger(f); whole != nil {
			return whole.countedText // "900 people have left the three zones. Of these, 300 are in shelters"
		}
	}
	for j := i - 1; j >= 0; j-- {
		if p := here[j]; p.kind == "" && p.unit.name == "" && p.countedText != "" {
			if j > 0 && s.isPlaced(p) && here[j-1].unit.name == "" && here[j-1].countedText != "" {
				continue // "211 cases in nine villages, down from 388"
			}
			if s.isPlaced(p) && s.standsIn(f) {
				return document.lately(s) // "In three provinces: 2,100 in Arden"
			}
			if s.before(f.first, "from") && s.at(f.first-2).is("up", "down") {
				return s.withoutSupplier(p, f) // "hired 90 guards since it began, up from 40"
			}
			if s.otherClause(p, f) {
				return "" // "sends 200 soldiers as fires force out 35,000"
			}
			return s.withoutSupplier(p, f)
		}
	}
	if s.averages(f) {
		if p := s.nounBefore(f.first, s.clauseStart(f.first)); !p.empty() {
			return s.phraseText(p) // "the arrests now average 1,100 a day"
		}
	}
	if s.at(f.end+1).is("of") && s.at(f.end+2).is("them", "these", "those", "whom", "which") && document.counted != "" {
		return document.counted
	}
	if i > 0 && here[i-1].unit.kind != "" && f.first-here[i-1].end <= 4 {
		return "" // "fell 0.4 percent to 13,176"
	}
	if s.before(f.first, "the") && !f.counted.empty() {
		return document.counted // "the 5,000 figure"
	}
	if s.before(f.first, "to", "from") || s.at(f.first).is("from") || !f.counted.empty() {
		for _, start := range []int{s.clauseStart(f.first), 0} {
			if p := s.nounBefore(f.first, start); !p.empty() {
				return s.phraseText(p)
			}
		}
		return ""
	}
	if s.actsAlone(f) || s.opens(f.first) || s.before(f.first, "remaining", "other", "another", "additional", "further", "the", "first") || s.goesBack(f) {
		return document.counted
	}
	return ""
}

// ofWhich returns the noun that "of which" takes up before a bare number: "by
// closed bridges, of which there were at least 19".
func (s *scan) ofWhich(f *found) phrase {
	for j := f.first - 1; j > 1 && j > f.first-7; j-- {
		if t := s.at(j); t.is("which", "whom") && s.at(j-1).is("of") {
			return s.nounBefore(j-1, max(0, j-8))
		} else if t.kind == symbolToken || t.kind == numberToken {
			break
		}
	}
	return noPhrase
}

// isSent reports whether the bare number is what a verb of sending or offering
// governs: "Chad offered 150", "will send 800 once housing is ready".
func (s *scan) isSent(f *found) bool {
	verb := s.at(f.first - 1)
	if verb.is("for") && s.at(f.first-2).is("ask", "asks", "asked", "asking") {
		verb = s.at(f.first - 2)
	}
	next := s.at(f.end + 1)
	return s.words.in("sending", verb.lower) && !next.isNoun() && next.tag != "JJ" && !next.is("of", "from") && f.unit.name == "" && f.counted.empty()
}

// changed returns the noun of what rose or fell by a share: "Calls to the line
// rose 25 percent".
func (s *scan) changed(f *found) string {
	p := s.besideChange(f)
	if p.empty() {
		p = s.subject(f)
	}
	if p.empty() {
		return ""
	}
	for i := p.first; i <= p.last; i++ {
		if s.isHead(i) && s.list[i].tag == "NNS" {
			return s.phraseText(phrase{p.first, i})
		}
		if s.list[i].tag == "IN" {
			p.last = i - 1
		}
	}
	if p.empty() || !s.at(p.last).isNoun() || s.mentionAt(p.first) != nil || s.words.in("kinds", s.at(p.last).lower) {
		return ""
	}
	return s.phraseText(p)
}

// actsAlone reports whether the bare number is itself the subject of a verb:
// "he said that 650 had gone home".
func (s *scan) actsAlone(f *found) bool {
	if f.paired || !f.counted.empty() || !s.before(f.first, "that", "and", "but", "while", "because", ",") {
		return false
	}
	next := s.at(f.end + 1)
	return next.is("had", "have", "were", "are", "will", "would", "remain", "remained", "stayed", "went", "came", "died", "fled", "left", "returned", "arrived")
}

// otherClause reports whether "as" or "after" and a verb stand between the
// figure p and the bare number f, with no supplier after f that would tie them.
func (s *scan) otherClause(p, f *found) bool {
	for j := p.nounEnd() + 1; j < f.first; j++ {
		if s.at(j).is("as", "after", "when", "because", "since", "while") && s.hasVerb(j+1, f.first) {
			return !s.at(f.end+1).is("from", "of", "more", "in", "to")
		}
	}
	return false
}

// averages reports whether the number measures the subject of its verb.
func (s *scan) averages(f *found) bool {
	for j := max(0, f.first-2); j < f.first; j++ {
		if s.at(j).is("average", "averages", "averaged", "averaging", "number", "numbered", "total", "totaled", "totalled", "reached", "exceeded") {
			return true
		}
	}
	return false
}

// goesBack reports whether the bare number takes up what was counted last: "Of
// these, 100 came", "had asked for 300.", "They join 200 already there".
func (s *scan) goesBack(f *found) bool {
	if s.before(f.first, ",") && s.at(0).is("of") && s.at(1).is("these", "those", "them", "the") && f.first < 7 {
		return true
	}
	next := s.at(f.end + 1)
	ends := next.is(".", ",", "already", "now", "there", "each", "apiece", "since", "last", "this") || f.end+1 >= len(s.list)
	for j := max(0, f.first-3); j < f.first; j++ {
		if ends && s.at(j).is("ask", "asks", "asked", "requested", "sent", "sending", "promised", "pledged", "join", "joins", "joined", "wanted", "sought", "needs", "offered") {
			return true
		}
	}
	return false
}

// withoutSupplier returns what p counts, for a figure that names a supplier of
// its own: "500 Coast Guard officers and 250 from the navy" are officers.
func (s *scan) withoutSupplier(p, f *found) string {
	if m := s.mentionAt(p.counted.first); m != nil && !p.counted.empty() && m.last < p.counted.last && s.at(f.end+1).is("from") {
		return s.phraseText(phrase{m.last + 1, p.counted.last})
	}
	return p.countedText
}

// nounBefore returns the nearest plural noun phrase between from and token i.
func (s *scan) nounBefore(i, from int) phrase {
	for j := i - 1; j >= from; j-- {
		if !s.isHead(j) || s.words.in("abstract", s.list[j].lower) || s.list[j].is("sources", "officials") {
			continue
		}
		if u, n := s.units.at(s.text, s.list, j); n > 0 && u.kind == durationUnit {
			continue
		}
		if s.words.in("measured", s.list[j].lower) {
			return noPhrase // "prices rose by 1,500"
		}
		first := j
		for first-1 >= from && s.modifies(first-1) {
			first--
		}
		return phrase{first, j}
	}
	return noPhrase
}

// modifies reports whether token j belongs to the noun after it.
func (s *scan) modifies(j int) bool {
	t := &s.list[j]
	if t.isHyphen() {
		return t.glued && s.at(j+1).glued
	}
	if t.kind != wordToken || s.words.in("stops", t.lower) {
		return false
	}
	if t.is("cent", "percent") {
		return false
	}
	return t.tag == "JJ" || t.isNoun() && !s.isHead(j) || t.is("daily", "weekly", "monthly", "annual")
}

// remember keeps what later sentences may take up.
func (c *quantityContext) remember(f *found) {
	c.before = append(c.before, f)
	if f.organisation != "" && f.unit.name == "" && f.countedText != "" {
		sort := f.scan.sortOf(f)
		if before := c.organisations[sort]; before != "" && before != f.organisation {
			c.several[sort] = true
		}
		c.organisations[sort] = f.organisation
	}
}
