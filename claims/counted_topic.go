package claims

import "strings"

// nearCounted is how many sentences back a bare number may take up what was
// counted last.
const nearCounted = 3

// topicNoun returns what is counted where no noun stands with the number and no
// figure of the sentence lends its own: "the number of guns rose to 512", "her
// team of 18", "the force numbered 5,100", "we have 31 now".
func (s *scan) topicNoun(here []*found, i int, document *quantityContext) string {
	f := here[i]
	if p := s.numberOf(f); !p.empty() {
		return s.phraseText(p)
	}
	if p := s.tollBefore(f); !p.empty() {
		return s.phraseText(p)
	}
	if f.unit.name == "" && s.before(f.first, "of") && s.words.in("groups", s.at(f.first-2).lower) {
		return s.phraseText(phrase{f.first - 2, f.first - 2})
	}
	if group, many := strings.CutSuffix(s.at(f.first-2).lower, "s"); many && f.unit.name == "" && s.before(f.first, "of") && s.words.in("groups", group) {
		return "" // "crews of four" are neither four crews nor four of what was counted before
	}
	if next := s.at(f.end + 1); i > 0 && next.is("more", "fewer", "less", "higher", "lower") && s.at(f.end+2).is("than") {
		return here[i-1].countedText // "1,072 villages, 18% fewer than in May"
	}
	switch f.unit.kind {
	case durationUnit:
		return s.costing(f)
	case measureUnit:
		return ""
	case moneyUnit, percentUnit:
		return s.measuredThing(here, i)
	}
	if f.conversionOf || f.paired && f.unit.name != "" || s.tellsMoney(f) {
		return ""
	}
	if text := s.measuredSubject(f); text != "" {
		return text
	}
	if document.countedAt < s.index-nearCounted || f.amount.value.Sign() < 0 || s.quoted(f) {
		return ""
	}
	if text, other := s.takesForce(f, document); other {
		return text
	}
	return document.counted
}

// multipleOf returns what a multiple counts where its base is no noun: "half as
// many police as in May", "twice that number", "outages doubled".
func (s *scan) multipleOf(here []*found, i int, document *quantityContext) string {
	f := here[i]
	next := f.end + 1
	if s.at(next).is("as") && s.at(next+1).is("many", "much") {
		if p := s.nounPhrase(next + 2); !p.empty() && !s.at(next+2).is("as") {
			return s.phraseText(p)
		}
		return s.carried(here, i, document)
	}
	if s.at(next).is("that", "those", "this") {
		return s.carried(here, i, document)
	}
	if i+1 < len(here) && here[i+1].first <= next+1 && here[i+1].unit.name == "" {
		return here[i+1].countedText // "double the 120 patients"
	}
	if s.at(f.amount.first).isVerb() || s.at(next).kind != wordToken {
		if p := s.subject(f); !p.empty() && !s.at(p.first).is("those") && s.at(p.first).tag != "PRP" {
			for j := p.first; j <= p.last; j++ {
				if s.list[j].tag == "IN" {
					p.last = j - 1
				}
			}
			if !p.empty() && s.at(p.last).isNoun() {
				return s.phraseText(p)
			}
		}
		return s.carried(here, i, document)
	}
	return ""
}

// carried returns what the figure before in the sentence counts, or else what
// was counted last nearby.
func (s *scan) carried(here []*found, i int, document *quantityContext) string {
	if i > 0 && here[i-1].countedText != "" {
		return here[i-1].countedText
	}
	if document.countedAt < s.index-nearCounted {
		return ""
	}
	return document.counted
}

// thoseWho reads "a third of those laid off", "48 percent of those who applied".
func (s *scan) thoseWho(f *found) string {
	i := f.end + 2
	if !s.before(i, "of") || !s.at(i).is("those") {
		return ""
	}
	last := i + 1
	if s.at(last).is("who") {
		last++
	}
	if !s.at(last).isVerb() && s.at(last).tag != "JJ" && s.at(last).tag != "RP" && !strings.HasSuffix(s.at(last).lower, "ed") && !s.at(last+1).is("off", "out") || s.at(last).is("were", "are", "have", "had", "was") {
		return ""
	}
	if s.at(last+1).is("off", "out", "up", "in") {
		last++
	}
	return s.phraseText(phrase{i, last})
}

// quoted reports whether the number is a level of something that is no thing
// counted: an index, a rate, a price ("fell 0.4 percent to 13,176").
func (s *scan) quoted(f *found) bool {
	return s.changeBefore(f.first) || s.words.in("measured", s.at(f.first-1).lower) || s.words.in("measured", s.at(f.first-2).lower)
}

// numberOf reads "puts the number of expelled families at fewer than 3,000".
func (s *scan) numberOf(f *found) phrase {
	for j := f.first - 2; j > 0 && j > f.first-16; j-- {
		if t := s.at(j); t.is(".", ";", ":") || t.kind == numberToken {
			break
		}
		if !s.at(j).is("number", "numbers", "count", "tally") || !s.at(j+1).is("of") {
			continue
		}
		i := j + 2
		if s.at(i).tag == "DT" || s.at(i).tag == "PRP$" {
			i++
		}
		return s.nounPhrase(i)
	}
	return noPhrase
}

// tollBefore reads "the death toll from the floods has risen to 93".
func (s *scan) tollBefore(f *found) phrase {
	if f.unit.name != "" {
		return noPhrase
	}
	for j := f.first - 1; j > 0 && j > f.first-18; j-- {
		switch t := s.at(j); {
		case t.is("toll") && s.at(j-1).is("death"):
			return phrase{j - 1, j}
		case t.is(".", ";", ":", "and", "but", "while"), t.kind == numberToken:
			return noPhrase
		}
	}
	return noPhrase
}

// toldAs reads what a bare number is told to be: "26 are nurses", "200 of those
// rescued were children".
func (s *scan) toldAs(f *found) phrase {
	j := f.end + 1
	if s.at(j).is("of") && s.at(j+1).is("those", "these", "them") {
		for j += 2; j < f.end+6 && !s.at(j).is("are", "were"); j++ {
		}
	}
	if f.unit.name != "" || !s.at(j).is("are", "were") {
		return noPhrase
	}
	p := s.nounPhrase(j + 1)
	if p.empty() || s.at(p.last).tag != "NNS" && !s.words.in("collective", s.at(p.last).lower) {
		return noPhrase
	}
	return p
}
