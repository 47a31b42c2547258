package claims

// qualified reads the words before the number that bound it.
func (s *scan) qualified(q *quantity) {
	for {
		start, qualifier := s.qualifierBefore(q)
		if qualifier == "" {
			return
		}
		q.first = start
		switch {
		case q.qualifier == Vague:
		case q.paired && !q.change:
		case q.qualifier == Exact || q.qualifier == About || q.paired:
			if !q.paired {
				q.qualifier = qualifier
			}
		}
	}
}

// qualifierBefore finds the longest qualifier that ends before the quantity.
func (s *scan) qualifierBefore(q *quantity) (int, Qualifier) {
	i := q.first - 1
	if s.at(i).is("”", "’", "\"") && s.at(i-1).kind == wordToken {
		i-- // “plus or minus” 300
	}
	for skipped := 0; skipped < 3; skipped++ {
		if _, known := s.words.before[s.at(i).lower]; known {
			if start, qualifier := s.qualifierAt(i, q); qualifier != "" {
				return start, qualifier
			}
		}
		if !s.words.in("between", s.at(i).lower) || s.at(i).is("the") {
			break // "below the 2,500": a level, not a bound
		}
		i--
	}
	return s.boundBeforeLevel(q)
}

// boundBeforeLevel finds a bound before a number that is told as planned or agreed: "{no more
// than} the planned 1,450". What is compared with a level is none: "more than the planned 1,450".
func (s *scan) boundBeforeLevel(q *quantity) (int, Qualifier) {
	i := q.first - 1
	for i > q.first-4 && s.words.in("levels", s.at(i).lower) {
		i--
	}
	if i == q.first-1 || !s.at(i).is("the", "its", "their", "his", "her", "our") {
		return 0, ""
	}
	if s.at(i-1).is("than", "most", "least", "to", "beyond") {
		start, qualifier := s.qualifierAt(i-1, q)
		if qualifier == AtMost || qualifier == AtLeast {
			return start, qualifier
		}
	}
	return 0, ""
}

func (s *scan) qualifierAt(i int, q *quantity) (int, Qualifier) {
	for _, words := range s.words.before[s.at(i).lower] {
		start := i - len(words.tokens) + 1
		if !s.matches(start, words.tokens) || !s.qualifies(start, i, q) {
			continue
		}
		if words.qualifier == MoreThan && s.at(i).is("exceed", "exceeded", "exceeding", "surpass", "surpassed", "top", "topped", "topping") && s.before(start, "not", "n't", "never", "cannot", "without") {
			return start - 1, AtMost // "will not exceed 900"
		}
		if words.tokens[len(words.tokens)-1] == "than" {
			if negated := s.negatedBefore(start); negated < start && words.qualifier == MoreThan {
				return negated, AtMost // "not older than 34"
			} else if negated < start && words.qualifier == LessThan {
				return negated, AtLeast
			}
		}
		return start, words.qualifier
	}
	return 0, ""
}

// negatedBefore returns the token of the negation of what is compared from token start
// on: "{no} longer than", "may {not} be older than"; start for none.
func (s *scan) negatedBefore(start int) int {
	i := start - 1
	if s.at(i).is("be", "last", "stay", "run", "take", "cost", "weigh", "measure", "grow", "get") && s.at(i-1).kind == wordToken {
		i--
	} else if s.at(i).is("no") {
		return i
	}
	if s.at(i).is("not", "n't", "never", "cannot") {
		return i
	}
	return start
}

// qualifies keeps words apart that bound a number only in some places: "over
// five years" is a span of time, "over 5,000" a bound.
func (s *scan) qualifies(start, end int, q *quantity) bool {
	word := s.at(end)
	adjacent := end == q.first-1
	switch {
	case word.is("<", ">") && (s.at(end-1).is("<", ">", "=") || s.at(end+1).is("=", "<", ">")):
		return false // "<>", "=>"
	case word.is("about") && s.at(start-1).is("how", "what"):
		return false
	case s.at(end + 1).isHyphen():
		return true
	case start == end && word.is("under") && s.before(start, ",", "work", "works", "worked", "working", "serve", "serves", "served", "serving", "led", "placed") && s.words.in("leaders", s.headOf(s.counted(*q))):
		return false // "400 cooks, under 90 supervisors", "they will work under 90 supervisors"
	case !adjacent && word.is("over", "under", "above", "below", "around", "about", "near", "some", "beyond", "minimum", "maximum"):
		return word.is("about", "around", "over") && s.at(end+1).is("a", "an") && q.amount.article
	case start == end && word.is("over") && s.at(start-1).is("hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "take", "takes", "took", "taken", "taking", "sign", "signed", "bring", "brought", "carry", "carried", "go", "went", "gone", "pass", "passed"):
		return false // "handed over 172 prisoners"
	case start == end && word.is("over", "around", "near", "beyond", "above", "below", "under") && q.unit.kind == durationUnit:
		return s.before(start, "for", "lasted", "last", "took", "takes", "spent", "just", "well", "is", "was", "of")
	case start == end && word.is("above", "below", "near", "beyond") && q.unit.name == "" && s.at(start-1).is("from", "and", "the"):
		return s.before(start, "and") && s.at(start-2).kind == numberToken
	case start == end && word.is("some"):
		return q.qualifier != Vague && !q.amount.share
	case word.is("to") && end > start && s.at(start).is("up") && s.at(start-1).is("go", "goes", "went", "gone", "going", "rise", "rose", "shot"):
		return false // "the number will go up to 132"
	case word.is("up"):
		return false
	case word.is("minus"):
		return q.unit.name == "" // a margin of error is no amount
	}
	return true
}

// afterwards reads the words after the number that bound it: "or more", "-plus".
func (s *scan) afterwards(q *quantity) {
	i := max(q.last, q.end) + 1
	if s.at(i).is(",") && s.at(i+1).is("if", "perhaps", "maybe", "possibly", "or", "and") && !q.paired {
		if qualifier, last := s.behindAt(i + 1); last > 0 && s.at(last+1).is(",") && s.mayCount(last+2) {
			q.qualifier, q.last, q.end = qualifier, last+1, last+1 // "900, if not more, troops"
			return
		}
	}
	for _, words := range s.words.after[s.at(i).lower] {
		if !s.matches(i, words.tokens) {
			continue
		}
		last := i + len(words.tokens) - 1
		if (s.at(i).is("plus", "odd", "max", "maximum")) && !s.at(i-1).isHyphen() && (s.at(last+1).kind != symbolToken || !s.at(last+1).is(".", ",", ";", ":", ")", "!", "?")) {
			continue
		}
		if s.at(i).is("+") && !s.at(i).glued {
			continue
		}
		if next := s.at(last + 1); words.tokens[0] == "and" && (next.kind == numberToken || s.isNumberWord(last+1) || next.is("a", "half")) {
			continue
		} else if words.tokens[0] == "and" && next.is("to") {
			continue // "more than 5 and up to 10"
		} else if next.is("than") {
			if s.at(last+2).kind == numberToken || s.isNumberWord(last+2) {
				continue // "200 or greater than 190"
			}
			last++
		}
		if !q.paired {
			q.qualifier = words.qualifier
		}
		q.last = last
		q.end = max(q.end, last)
		return
	}
}
