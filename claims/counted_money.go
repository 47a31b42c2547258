package claims

// countedFor returns what a sum is for: "$94 million for training", "spent $1.1
// million on repairs", "the surge cost $18 million".
func (s *scan) countedFor(f *found) string {
	i := f.end + 1
	if s.at(i).is("for", "on", "towards", "toward") && s.isNominal(i+1) && !s.saysWhen(i+1) {
		i++
		if s.at(i).tag == "DT" || s.at(i).tag == "PRP$" {
			i++
		}
		if p := s.nounPhrase(i); !p.empty() && !s.at(p.first).upper {
			return s.phraseText(p)
		}
		return ""
	}
	if !s.before(f.first, "cost", "costs", "costing") {
		return ""
	}
	verb := f.first - 1
	for s.at(verb-1).tag == "MD" || s.at(verb-1).is("have", "has", "had", "to", "not", "also", "already") {
		verb--
	}
	p := s.nearestNoun(verb)
	if p.empty() || p.last != verb-1 {
		return ""
	}
	return s.phraseText(p)
}
