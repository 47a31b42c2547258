package claims

import "slices"

// maxSubject is how many tokens a subject may have.
const maxSubject = 15

// subjectText returns the words that name what the number is about. before is
// the figure before it in the sentence, nil for none.
func (s *scan) subjectText(f, before *found) string {
	if before != nil && f.conversionOf {
		return before.draft.figure.Subject
	}
	if !f.ownSubject.empty() {
		return s.phraseText(f.ownSubject)
	}
	if p := s.nearSubject(f); !p.empty() {
		return s.phraseText(p)
	}
	if before != nil && s.takesUp(f, before) {
		return before.draft.figure.Subject
	}
	return s.phraseText(s.subject(f))
}

// takesUp reports whether f tells more of what the figure before it is about:
// "down 68 cents at 112", "by 30 miles - from 200 to 230", "up from 3.1".
func (s *scan) takesUp(f, before *found) bool {
	i := f.first - 1
	verbless := !s.hasVerb(before.nounEnd()+1, f.first)
	switch {
	case s.at(i).is("at", "to"):
		return f.first-before.nounEnd() <= 3
	case !verbless:
		return false
	case s.at(i).is("from", "versus", "vs", "against", "than", "with") && f.first-before.nounEnd() <= 5,
		s.at(i).isDash() && f.first-before.nounEnd() <= 3, s.versus(f, before):
		return f.countedText == ""
	}
	return s.at(i).is(",", "and", "or", ";")
}

// versus reports whether the figure is set against the one before: "$34,000
// versus last year's $32,000".
func (s *scan) versus(f, before *found) bool {
	for i := f.first - 1; i > before.nounEnd() && i > f.first-5; i-- {
		if s.at(i).is("versus", "vs", "against", "than", "compared") {
			return true
		}
	}
	return false
}

// gapped reports whether the verb of the figure before goes on for f, with a
// subject of its own: "Sales rose 9 percent and profit 4 percent".
func (s *scan) gapped(f, before *found) bool {
	if f.unit.name == "" || s.hasVerb(before.nounEnd()+1, f.first) {
		return false
	}
	p := s.gapSubject(f)
	return !p.empty() && p.first > before.nounEnd()
}

// gapSubject returns the noun phrase between "and" and the number.
func (s *scan) gapSubject(f *found) phrase {
	i := f.first - 1
	if i < 1 || !s.at(i).isNoun() || s.saysWhen(i) {
		return noPhrase
	}
	p := s.nearestNoun(f.first)
	i = p.first - 1
	if s.at(i).tag == "DT" || s.at(i).tag == "PRP$" {
		i--
	}
	if !s.at(i).is("and", ",", "while", "but", ";") {
		return noPhrase
	}
	return p
}

// subject returns the noun phrase that the number is about: what stands
// before the verb of its clause ("Bookings rose to …"), or else the nearest
// noun ("boost the range by 35 miles").
func (s *scan) subject(f *found) phrase {
	if s.changeWord(f.first-1) && s.at(f.first-2).is(",") && s.at(f.first-1).tag != "VBD" && s.at(f.first-1).tag != "VBZ" {
		return s.nearestNoun(f.first - 2) // "Northern Gas, down 68 cents"
	}
	if s.changeWord(f.first-1) && s.at(f.first-2).is("to") {
		return s.nearestNoun(f.first - 2) // "sea levels to rise 11 feet"
	}
	start := s.clauseStart(f.first)
	verb := s.clauseVerb(start, f.first)
	if verb < 0 && s.before(start, "while", "whereas", "but", "although", ";", ":") {
		if p := s.nounPhrase(s.trimmed(start, f.first-1).first); !p.empty() {
			return p
		}
	}
	if verb < 0 && start > 1 {
		// A clause without a verb of its own goes on with the subject before.
		start = s.clauseStart(start - 1)
		verb = s.clauseVerb(start, f.first)
	}
	end := f.first - 1
	if verb >= 0 {
		end = s.beforeDay(verb - 1)
	}
	if p := s.trimmed(start, end); !p.empty() && s.hasNoun(p) {
		return p
	}
	if p := s.ownPhrase(f); !p.empty() {
		return p
	}
	if p := s.nearestNoun(f.first); !p.empty() {
		return p
	}
	return s.nounPhrase(f.nounEnd() + 1)
}

// beforeDay returns the last token before a day of the week that ends with token i: "the
// council {on Wednesday}"; i where none does.
func (s *scan) beforeDay(i int) int {
	k := i
	if s.at(k).is("morning", "afternoon", "evening", "night") {
		k--
	}
	if !s.words.in("weekdays", s.at(k).lower) || !s.at(k).upper {
		return i
	}
	for k--; s.at(k).is("on", "late", "early", "last"); k-- {
	}
	return k
}

func (s *scan) hasNoun(p phrase) bool {
	for i := p.first; i <= p.last; i++ {
		if s.list[i].isNoun() {
			return true
		}
	}
	return !p.empty() && s.list[p.last].tag == "JJ" && s.at(p.last-1).tag == "DT" // a noun badly tagged
}

// nearestNoun returns the nearest noun before token i, with what belongs to it.
func (s *scan) nearestNoun(i int) phrase {
	for j := i - 1; j >= 0; j-- {
		if !s.list[j].isNoun() || s.words.in("stops", s.list[j].lower) || s.words.in("abstract", s.list[j].lower) || s.unitOfNumber(j) {
			continue
		}
		first := j
		for first > 0 && s.modifies(first-1) {
			first--
		}
		for first < j && s.list[first].kind == symbolToken {
			first++ // "48-megapixel camera"
		}
		return phrase{first, j}
	}
	return noPhrase
}

// unitOfNumber reports whether token j is the unit of a number before it.
func (s *scan) unitOfNumber(j int) bool {
	if before := s.at(j - 1); before.kind != numberToken && !s.isNumberWord(j-1) && !before.isHyphen() {
		return false
	}
	_, n := s.units.at(s.text, s.list, j)
	return n > 0
}

// joinedNoun returns the noun of which the number is the measure: "a speed of
// 15 miles per hour", "an output of more than 600 barrels"; "in deposits"
// after money.
func (s *scan) joinedNoun(f *found) phrase {
	if next := s.at(f.end + 2); f.unit.kind == moneyUnit && s.at(f.end+1).is("in") && !next.upper && !s.saysWhen(f.end+2) && (next.isNoun() || next.tag == "JJ" || next.tag == "VBG") {
		return s.nounPhrase(f.end + 2)
	}
	if f.unit.kind == moneyUnit && s.at(f.end+1).is("in") {
		if p := s.nounPhrase(f.end + 2); s.words.in("sums", s.headOf(p)) {
			return p // "$40 million in Housing Assistance"
		}
	}
	if f.unit.kind == measureUnit && f.first < f.amount.first && s.words.in("forces", s.at(f.first-1).lower) {
		p := phrase{f.first - 1, f.first - 1} // "wind gusts up to 75 miles per hour"
		if s.at(p.first-1).tag == "NN" {
			p.first--
		}
		return p
	}
	if !s.before(f.first, "of", "worth") || f.first < 2 || !s.at(f.first-2).isNoun() || s.words.in("abstract", s.at(f.first-2).lower) {
		return noPhrase
	}
	p := s.nearestNoun(f.first - 1)
	if _, n := s.units.at(s.text, s.list, f.first-2); n > 0 && s.at(f.first-3).kind == numberToken {
		return noPhrase // "50 ml of 30% acid"
	}
	if p.last != f.first-2 || s.at(p.last).is("average", "maximum", "minimum", "excess", "period") {
		return noPhrase
	}
	if j := p.first - 1; s.at(j).tag == "DT" && s.before(j, "for") && s.words.in("sums", s.at(j-2).lower) || s.at(j).is("for") && s.words.in("sums", s.at(j-1).lower) {
		for p.first--; !s.words.in("sums", s.at(p.first).lower); p.first-- {
		} // "aid for the coast worth $47 million"
	}
	return p
}

// clauseVerb returns the first finite verb between start and end; -1 for none.
func (s *scan) clauseVerb(start, end int) int {
	for i := start; i < end; i++ {
		t := &s.list[i]
		switch t.tag {
		case "VBD", "VBZ", "VBP", "MD":
			if i > start {
				return i
			}
		case "VBG":
			if i > start && s.before(start, "with") {
				return i
			}
		case "NNS":
			if i > start && s.list[i-1].tag == "NNP" && s.at(i+1).is("to") && s.words.in("purposing", t.lower) {
				return i // "the Ministry aims to", which taggers take for a noun
			}
		}
	}
	return -1
}

// trimmed leaves out what is no noun phrase at either end.
func (s *scan) trimmed(start, end int) phrase {
	for end >= start && (s.list[end].kind == symbolToken || s.list[end].kind == wordToken && s.words.in("stops", s.list[end].lower) || s.list[end].tag == "RB") {
		end--
	}
	for start <= end && (s.list[start].kind == symbolToken || s.words.in("stops", s.list[start].lower) || s.list[start].tag == "RB") {
		start++
	}
	if end-start >= maxSubject {
		start = end - maxSubject + 1
	}
	return phrase{start, end}
}

// clauseStart returns the first token of the clause that token i is in.
func (s *scan) clauseStart(i int) int {
	from := s.breaksBefore(i)
	for k := len(from) - 1; k >= 0 && from[k] > 0; k-- {
		j := int(from[k])
		if j < s.opening {
			break
		}
		t := &s.list[j]
		switch {
		case t.is(";", ":", "—", "while", "but", "whereas", "although", "because", "after", "when"):
			return j + 1
		case t.is(",", "and") && s.hasVerb(j+1, i) && !s.insideMention(j) && s.isNominal(j+1) && s.opensClause(j, i):
			return j + 1
		case s.words.in("speech", t.lower) && s.isNominal(j+1) && s.hasVerb(j+1, i), t.is("with") && s.hasParticiple(j+1, i):
			return j + 1
		case t.is("that", "which", "who") && s.hasVerb(j+1, i) && !s.at(j+1).isVerb():
			return j + 1
		}
	}
	if s.opening < i {
		return s.opening
	}
	return 0
}

// breaksBefore returns the tokens before token i that clauseStart looks at at
// all, found once for the sentence.
func (s *scan) breaksBefore(i int) []int32 {
	if s.breaks == nil {
		s.breaks = make([]int32, 0, 16)
		for j := range s.list {
			switch word := s.list[j].lower; word {
			case ";", ":", "—", "while", "but", "whereas", "although", "because", "after", "when", ",", "and", "with", "that", "which", "who":
				s.breaks = append(s.breaks, int32(j))
			default:
				if s.words.in("speech", word) {
					s.breaks = append(s.breaks, int32(j))
				}
			}
		}
	}
	count, _ := slices.BinarySearch(s.breaks, int32(i))
	return s.breaks[:count]
}

// opensClause reports whether "," or "and" at token j opens a clause: not in
// "Oil, gas and coal make up 80 percent", nor around an apposition ("Sales,
// the firm's best, rose").
func (s *scan) opensClause(j, end int) bool {
	if !s.hasVerb(0, j) && (s.at(j).is("and") || s.inList(j, end)) {
		return false
	}
	commas := 0
	for i := j + 1; i < end; i++ {
		switch s.list[i].tag {
		case ",":
			commas++
		case "VBD", "VBZ", "VBP", "MD":
			return commas != 1 || !s.at(i-1).is(",")
		}
	}
	return true
}

// inList reports whether the comma at j stands in a list that opens the
// sentence: "Oil, gas and coal make …".
func (s *scan) inList(j, end int) bool {
	if s.list[0].tag == "IN" || s.saysWhen(0) || s.words.in("weekdays", s.list[0].lower) {
		return false
	}
	for i := j + 1; i < end && !s.hasVerb(j+1, i); i++ {
		if s.list[i].is("and") {
			return true
		}
	}
	return false
}

func (s *scan) hasParticiple(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.list[i].tag == "VBG" {
			return true
		}
	}
	return false
}

// isNominal reports whether a noun phrase may start at token i.
func (s *scan) isNominal(i int) bool {
	t := s.at(i)
	return t.isNoun() || t.tag == "JJ" || t.tag == "DT" || t.tag == "PRP" || t.tag == "PRP$"
}

// place returns the country or state where it happens: the first one after
// "in", "to", "at" in the sentence, the nearest after the number first.
func (s *scan) place(f *found) string {
	before := ""
	for _, m := range s.mentions {
		if !m.name.Place || m.first == 0 {
			continue
		}
		prev := m.first - 1
		if s.at(prev).is("the") && prev > 0 {
			prev--
		}
		if !s.at(prev).is("in", "to", "at", "across", "within", "near", "into", "around", "throughout") {
			continue
		}
		if m.first > f.first {
			return m.name.Short
		}
		before = m.name.Short
	}
	return before
}
