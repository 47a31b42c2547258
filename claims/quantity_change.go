package claims

// This file tells a rise or fall "from A to B" from a range.

// changeWord reports whether the token tells a rise or fall.
func (s *scan) changeWord(i int) bool { return s.direction(i) != "" }

func (s *scan) direction(i int) string {
	t := s.at(i)
	switch {
	case s.words.in("up", t.lower):
		return "up"
	case s.words.in("down", t.lower):
		return "down"
	}
	return ""
}

// changeBefore reports whether a word of rise or fall stands in the clause before
// "from" at token i, from which a comma may part it: "grew by 8 per cent, from".
func (s *scan) changeBefore(i int) bool {
	if s.before(i, ",") {
		i--
		if j := s.commaBefore(i); j > 0 && s.at(i-1).is("said", "says", "say", "reported", "reports", "added", "adds") {
			i = j // "rose, the agency said, from"
		}
	}
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if s.at(j).is(",", ";", ":") {
			return false
		}
		if s.at(j).is("up") && s.at(j+1).is("to") {
			continue // a bound
		}
		if s.at(j).is("up", "down") && s.words.in("particle", s.at(j-1).lower) {
			j-- // "take up posts"
			continue
		}
		if _, multiple := s.words.multiples[s.at(j).lower]; multiple || s.changeWord(j) || s.words.in("altering", s.at(j).lower) {
			return true
		}
		if s.words.in("spanning", s.at(j).lower) {
			return false // "the rise will cost from"
		}
	}
	return false
}

// commaBefore returns the last comma before token i; 0 for none.
func (s *scan) commaBefore(i int) int {
	for j := i - 1; j > 0 && j > i-10; j-- {
		if s.at(j).is(",") {
			return j
		}
	}
	return 0
}
