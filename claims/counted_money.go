package claims

// countedFor returns what a sum is for: "$94 million for training", "spent $1.1
// million on repairs", "$2 million has been set aside for beds", "the surge cost
// $18 million", "caps fines at $900".
func (s *scan) countedFor(f *found) string {
	if text := s.purpose(f.end + 1); text != "" {
		return text
	}
	i := f.end + 1
	for i < f.end+6 && (s.at(i).isVerb() || s.at(i).tag == "RB" || s.at(i).is("aside", "out", "so", "far")) {
		i++
	}
	if i > f.end+2 && s.at(i).is("for", "on", "towards", "toward") {
		if text := s.purpose(i); text != "" {
			return text
		}
	}
	if text := s.costing(f); text != "" {
		return text
	}
	return s.pricedAt(f)
}

// purpose reads "for training", "on overtime", "for 400 beds", "to pay for
// boats" at token i.
func (s *scan) purpose(i int) string {
	switch {
	case s.at(i).is("to") && s.at(i+1).is("pay") && s.at(i+2).is("for"):
		i += 3
	case s.at(i).is("to") && s.at(i+1).is("buy", "fund", "finance", "purchase"):
		i += 2
	case s.at(i).is("for", "on", "towards", "toward"):
		i++
	default:
		return ""
	}
	for t := s.at(i); t.tag == "DT" || t.tag == "PRP$" || t.kind == numberToken || s.isNumberWord(i); t = s.at(i) {
		i++
	}
	if t := s.at(i); t.kind != wordToken || t.upper && !s.words.in("sums", s.headOf(s.nounPhrase(i))) || s.words.in("stops", t.lower) || s.words.in("weekdays", t.lower) || t.tag == "PRP" {
		return ""
	}
	p := s.nounPhrase(i)
	if p.empty() && s.at(i).tag == "RB" {
		p = phrase{i, i} // "on overtime", badly tagged
	}
	if p.empty() {
		return ""
	}
	if _, n := s.units.at(s.text, s.list, p.last); n > 0 {
		return "" // "for two years"
	}
	if s.at(p.last).is("year", "years", "time", "season", "example", "now", "days", "months", "weeks") {
		return ""
	}
	return s.phraseText(p)
}

// costing reads what costs, or what lasts: "The police surge in the valley cost
// $18 million", "The mission is expected to cost Norway $3 million", "Overtime
// came to $4 million", "The stocks would last eight days".
func (s *scan) costing(f *found) string {
	verb := -1
	for j := f.first - 1; j >= 0 && j > f.first-6; j-- {
		t := s.at(j)
		if s.words.in("costing", t.lower) && f.unit.kind == moneyUnit && (t.isVerb() || j == f.first-1 || s.at(j-1).is("has", "have", "had", "would", "will", "could", "may")) ||
			s.words.in("lasting", t.lower) && f.unit.kind == durationUnit && t.isVerb() ||
			t.is("come", "comes", "came", "run", "runs", "ran", "amount", "amounts", "amounted", "add", "adds") && s.at(j+1).is("to", "through", "up") && f.unit.kind == moneyUnit {
			verb = j
			break
		}
		if t.kind != wordToken || t.is("of", "at") || t.is("to") && !s.at(j-1).is("come", "comes", "came", "run", "runs", "ran", "amount", "amounts", "amounted", "up") {
			return ""
		}
	}
	if verb <= 0 {
		return ""
	}
	for s.at(verb-1).isVerb() || s.at(verb-1).tag == "RB" || s.at(verb-1).is("have", "has", "had", "to", "not", "also", "already") {
		verb--
	}
	p := s.trimmed(s.clauseStart(verb+1), verb-1)
	if s.at(p.first-1).tag == "PRP" {
		return "" // "it costs … and takes …"
	}
	last := p.first - 1
	for j := p.first; j <= p.last; j++ {
		t := s.at(j)
		if (t.tag == "CD" || t.kind == numberToken) && s.at(j+1).isHyphen() {
			last = j
			continue // "the six-month surge"
		}
		if t.is("that") {
			p.first, last = j+1, j
			continue // "told the board that mending the dike would take …"
		}
		if t.tag == "IN" || t.tag == "PRP" || t.tag == "CD" || t.kind == numberToken || t.is(",") {
			break
		}
		if m := s.mentionAt(j); m != nil && m.last == p.last && m.name.Kind == Organisation {
			return "" // "Norway holds $3 million"
		}
		last = j
	}
	if last < p.first || !s.at(last).isNoun() {
		return ""
	}
	return s.phraseText(phrase{p.first, last})
}

// pricedAt reads "caps penalties at $900", "put the cost of repairs at $3
// million".
func (s *scan) pricedAt(f *found) string {
	if !s.before(f.first, "at") || !s.at(f.first-2).isNoun() {
		return ""
	}
	p := s.nearestNoun(f.first - 1)
	if p.empty() || p.last != f.first-2 {
		return ""
	}
	before := s.at(p.first - 1)
	if before.tag == "DT" || before.tag == "PRP$" {
		before = s.at(p.first - 2)
	}
	if !before.isVerb() && !before.is("of") || before.tag == "VBN" || s.saysWhen(p.first) {
		return ""
	}
	return s.phraseText(p)
}
