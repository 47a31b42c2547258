package claims

import "muster/interval"

// This file keeps a number without a noun from taking one of another sort.

// wholeForce returns what "1,150 in all" sums up in its own sentence: the people or
// things sent that stand before its comma, "police officers from two states, 1,150 in
// all".
func (s *scan) wholeForce(f *found) phrase {
	if f.unit.name != "" || !f.counted.empty() || !s.before(f.first, ",", "(", "—", "–") || !s.summed(f.nounEnd()+1) {
		return noPhrase
	}
	other := noPhrase
	for j := f.first - 2; j >= 0; j-- {
		t := s.at(j)
		if t.is(";", ":") {
			break
		}
		if !t.isNoun() || t.kind != wordToken || s.saysWhen(j) {
			continue
		}
		if s.words.in("personnel", t.lower) || s.words.in("trades", t.lower) || s.words.in("collective", t.lower) && s.isHead(j) {
			return s.nounsTo(j)
		}
		if other.empty() && s.isHead(j) && !s.at(j-1).is("in", "from", "at") && !s.isNumberWord(j-1) && s.at(j-1).kind != numberToken {
			other = s.nounsTo(j)
		}
	}
	return other
}

// tellsWhere reports whether a figure only tells where those counted come from or are:
// "from two states".
func (s *scan) tellsWhere(f *found) bool {
	return s.isPlaced(f) || s.before(f.first, "from", "of") && s.words.in("suppliers", s.headOf(f.counted))
}

// nounsTo returns the noun phrase that ends with token j.
func (s *scan) nounsTo(j int) phrase {
	first := j
	for first > 0 && s.modifies(first-1) && s.mentionAt(first-1) == nil {
		first--
	}
	return phrase{first, j}
}

// summed reports whether "in all" or the like stands at token i.
func (s *scan) summed(i int) bool {
	return s.at(i).is("in") && s.at(i+1).is("all", "total") || s.at(i).is("altogether") || s.at(i).is("all") && s.at(i+1).is("told")
}

// takesForce returns the people sent that a sentence about a force may go on with, where
// what was counted last is people of another sort: "It numbers 1,150" after a sentence on
// the force, whatever citizens were counted before.
func (s *scan) takesForce(f *found, document *quantityContext) (string, bool) {
	if !s.words.in("persons", lastWord(document.counted)) || f.unit.name != "" {
		return "", false
	}
	for j := range f.first {
		if s.words.in("persons", s.list[j].lower) {
			return "", false
		}
		if s.list[j].lexeme.marks&isForceNoun != 0 && s.before(j, "the", "its", "a", "this", "that") {
			return document.people, true
		}
	}
	if before := document.sentenceBefore(s); before != nil && before.force && s.at(0).is("it", "its", "this") && f.first < 6 {
		return document.people, true
	}
	return "", false
}

func (c *quantityContext) sentenceBefore(s *scan) *scan {
	if s.index == 0 {
		return nil
	}
	return c.scans[s.index-1]
}

// tellsMoney reports whether a bare number of millions can only be money: it is set
// aside, spent or paid, or stands in a budget, a cost, a bonus.
func (s *scan) tellsMoney(f *found) bool {
	if f.unit.name != "" || f.amount.scale.Cmp(interval.Int(1000)) <= 0 || !f.counted.empty() {
		return false
	}
	for j := f.first - 1; j >= 0 && j > f.first-10; j-- {
		t := s.at(j)
		if t.is(";", ":", ".") {
			break
		}
		if s.words.in("moneyed", t.lower) {
			return true
		}
	}
	return false
}
