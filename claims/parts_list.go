package claims

import "muster/interval"

// listFrom returns the figures of the list that begins with here[i]: those of
// its unit that follow one another with a comma or "and" before each.
func (s *scan) listFrom(here []*found, i int) []*found {
	list := []*found{here[i]}
	for _, f := range here[i+1:] {
		last := list[len(list)-1]
		if f.total != nil && f.total != here[i].total || f.unit.kind == percentUnit && s.inBrackets(f) {
			continue // a part of a part; "400 (35 percent)"
		}
		joined := f.mayBePart() && sameMeasure(f, last) && (s.joined(last, f, len(list) == 1) || len(list) > 1 && s.isRest(f))
		if !joined && s.isAside(last, f) {
			continue
		}
		if !joined {
			break
		}
		list = append(list, f)
	}
	return list
}

// isAside reports whether f only says more of the member of a list before it: "420 to
// 12 camps, 390 to eight camps", "380 with the first three flights".
func (s *scan) isAside(member, f *found) bool {
	if f.counted.empty() || f.counted.first < f.last || f.countedText == member.countedText {
		return false
	}
	for i := f.first - 1; i > member.nounEnd() && i >= f.first-longestOpening; i-- {
		if t := s.at(i); t.tag == "IN" || t.tag == "TO" {
			return i == member.nounEnd()+1
		} else if t.kind != wordToken || t.is("and") || t.isVerb() {
			return false
		}
	}
	return false
}

// isRest reports whether a list ends with f, whatever is told of its members: "520
// because the cold chain broke, and the remaining 330".
func (s *scan) isRest(f *found) bool {
	return s.before(f.first, "remaining", "other") && s.at(f.first-2).is("the") && s.at(f.first-3).is("and")
}

func (s *scan) inBrackets(f *found) bool { return s.at(f.first - 1).is("(") }

// joined reports whether f stands in one list with p before it. The first of a
// list may have a verb, which then holds for all: "30 are in schools and 18 in
// churches".
func (s *scan) joined(p, f *found, first bool) bool {
	i := f.first - 1
	if name := s.listName(f); !name.empty() {
		i = name.first - 1
	}
	for s.at(i).is("another", "a", "further", "additional", "the", "other", "remaining", "also", "finally", "with") {
		i--
	}
	if !s.at(i).is(",", "and", ";", "plus") {
		return false
	}
	for j := p.nounEnd() + 1; j < i; j++ {
		t := s.at(j)
		if t.is("or", "but", "while", "whereas", "although", "when", "because", "than", ":", ".") || s.words.in("speech", t.lower) {
			return false
		}
	}
	return !s.hasVerb(p.nounEnd()+1, f.first) || first && !s.hasVerb(p.nounEnd()+4, f.first) || s.at(p.nounEnd()+1).is(listVerbs()...)
}

// listVerbs are verbs that may stand with each member of a list.
func listVerbs() []string {
	return []string{"are", "is", "were", "was", "will", "come", "comes", "came", "have", "has", "had", "went", "go"}
}

// introduction returns where the words end that announce the parts of a whole
// and start at token i; -1 where none do. A verb says so in any case.
func (s *scan) introduction(i int) (last int, verb bool) {
	switch t := s.at(i); {
	case t.is(":", "—", "–", "("):
		return i, false
	case t.is("comprising", "comprises", "comprise"):
		return i, true
	case t.is("comprised", "composed", "consisting", "consists", "consist", "consisted") && s.at(i+1).is("of"):
		return i + 1, true
	case t.is("made") && s.at(i+1).is("up") && s.at(i+2).is("of", "from"):
		return i + 2, true
	case t.is("split", "divided") && s.at(i+1).is("into", "between", "among"):
		return i + 1, true
	case t.is("broken") && s.at(i+1).is("down") && s.at(i+2).is("into"):
		return i + 2, true
	}
	return -1, false
}

// longestOpening is how many words may stand between the words that announce a
// list and its first number.
const longestOpening = 3

// linkIntroduced links the lists that words of the sentence all[start:end]
// announce: "900 firefighters: 500 from Oregon and 400 from Nevada".
func linkIntroduced(all []*found, start, end int) {
	here := all[start:end]
	s := here[0].scan
	for i, first := range here {
		if !first.mayBePart() || first.total != nil {
			continue
		}
		opening := first.first - 1
		if name := s.listName(first); !name.empty() {
			opening = name.first - 1
		}
		for at := opening; at >= max(0, opening-longestOpening); at-- {
			if i > 0 && at <= here[i-1].last {
				break
			}
			last, verb := s.introduction(at)
			if last < 0 || s.at(at).is("(") && (i == 0 || here[i-1].nounEnd() != at-1) {
				continue
			}
			list := s.listFrom(here, i)
			if i+1 < len(here) && s.isPlaced(first) && lastWord(here[i+1].countedText) != lastWord(first.countedText) {
				list = s.listFrom(here, i+1) // "among three provinces, with 300 in Velde and 200 in Ossa"
			}
			if len(list) < 2 {
				break
			}
			total := s.announced(here[:i], list, verb)
			if total == nil && verb && s.hasGroup(at) {
				total = lastOf(all[:start], list)
			}
			if total != nil {
				linkWhole(total, list)
			}
			break
		}
	}
}

// announced returns the figure before a list that the list is the parts of: the
// nearest that counts the same, or else the nearest. Of "280 of the 900 doses" it
// is the 280, unless the list makes the 900.
func (s *scan) announced(before, list []*found, verb bool) *found {
	var other *found
	for i := len(before) - 1; i >= 0; i-- {
		f := before[i]
		if !f.mayBeTotal() || f.total != nil && verb || !holds(f, list, verb) {
			continue
		}
		if allKin(f, list) {
			if i > 0 && s.partOf(before[i-1], f) && before[i-1].mayBeTotal() && holds(before[i-1], list, verb) && !sumOf(list).makes(f, true) {
				return before[i-1]
			}
			return f
		}
		if other == nil {
			other = f
		}
	}
	return other
}

// partOf reports whether one number is told as a part of the next: "280 of the planned 900".
func (s *scan) partOf(part, whole *found) bool {
	return s.at(part.last+1).is("of") && whole.first > part.last && whole.first <= part.last+longestOpening+2
}

// hasGroup reports whether what stands before token i takes up something told
// before: "It consists of", "The force is made up of".
func (s *scan) hasGroup(i int) bool {
	for j := range i {
		if t := s.at(j); t.is("it", "they", "these", "which", "this", "contingent", "mission", "total") || s.words.in("groups", t.lower) {
			return true
		}
	}
	return false
}

// lastOf returns the one figure of the sentence before that a list may be the
// parts of; nil for none or several.
func lastOf(before, list []*found) *found {
	var total *found
	for i := len(before) - 1; i >= 0 && before[i].sentence >= list[0].sentence-1; i-- {
		f := before[i]
		if f.sentence == 0 || !f.mayBeTotal() || !holds(f, list, false) {
			continue
		}
		if total != nil {
			return nil
		}
		total = f
	}
	return total
}

// linkTotalled links a list to the total told after it: "30 helicopters, 12 planes
// and eight boats, 50 craft in all".
func linkTotalled(all []*found, start, end int) {
	here := all[start:end]
	s := here[0].scan
	for k := 2; k < len(here); k++ {
		total := here[k]
		if !total.mayBeTotal() || total.total != nil || !s.isTotal(total) {
			continue
		}
		for i := range k - 1 {
			if list := s.listFrom(here[:k], i); here[i].mayBePart() && here[i].total == nil && len(list) == k-i && len(list) > 1 && holds(total, list, true) {
				linkWhole(total, list)
				break
			}
		}
	}
}

// longestSum is how many words may stand between "make up" and its total.
const longestSum = 7

// isTotal reports whether a number is told as that of all before it.
func (s *scan) isTotal(f *found) bool {
	for j := f.first - 1; j > f.first-longestSum; j-- {
		if s.at(j).is("up") && s.at(j-1).is("make", "makes", "making", "made", "add", "adds") || s.at(j).is("form", "forms", "forming", "constitute", "constitutes") {
			return true // "make up the force of 900 soldiers"
		}
	}
	i := f.nounEnd() + 1
	return s.at(i).is("in") && s.at(i+1).is("all", "total") || s.at(i).is("altogether") || s.at(i).is("all") && s.at(i+1).is("told") ||
		s.at(f.first-1).is("of") && s.at(f.first-2).is("total") && s.at(f.first-4).is("for", ",", "making")
}

func allKin(total *found, list []*found) bool {
	for _, part := range list {
		if !kin(total, part) {
			return false
		}
	}
	return true
}

// holds reports whether a list may be the parts of a total, right or wrong: no
// part is larger, and together they are near it. Where the nouns do not say
// that the same is counted, they must be nearer.
func holds(total *found, list []*found, verb bool) bool {
	sum := interval.Int(0)
	for _, part := range list {
		if !sameMeasure(total, part) || !smallerThan(part, total) {
			return false
		}
		value := part.draft.figure.Value
		if value == nil {
			return allKin(total, list) // a part without a number
		}
		sum = sum.Add(*value)
	}
	whole := total.draft.figure.Value
	if whole == nil {
		return false
	}
	low, high := interval.Frac(3, 4), interval.Frac(5, 4)
	if verb || allKin(total, list) {
		low, high = interval.Frac(1, 2), interval.Int(2)
	}
	return sum.Cmp(whole.Mul(low)) >= 0 && sum.Cmp(whole.Mul(high)) <= 0
}

// linkWhole links a list that is all there is of the total.
func linkWhole(total *found, list []*found) {
	how := closedParts
	total.draft.figure.Parts = &how
	for _, part := range list {
		link(total, part, how)
	}
}

// isMember reports whether a figure is told by the pattern of the list behind it, as its
// first member: "500 went to Velde, 300 to Marn".
func (s *scan) isMember(f *found, list []*found) bool {
	pattern := s.at(list[1].nounEnd() + 1).lower
	for j := f.nounEnd() + 1; j < list[0].first; j++ {
		if s.at(j).is(pattern) {
			return true
		}
	}
	return false
}

// exclude reports whether the members of a list, told by one pattern, can hold nobody
// twice: who is sent by one is not sent by another, but who is held for theft may be held
// for another deed too.
func (s *scan) exclude(list []*found) bool {
	return s.at(list[0].nounEnd()+1).is("by", "from", "in", "at", "to") && s.at(list[len(list)-1].first-1).is("and")
}

// linkApposed links a list behind the comma of its total, told by one pattern and
// without nouns of its own: "800 boats were sent, 420 by the navy, 200 by the police and
// 180 by fishermen". Below the total it may be a list of some only.
func linkApposed(all []*found, start, end int) {
	here := all[start:end]
	s := here[0].scan
	for i := 0; i+2 < len(here); i++ {
		total, first := here[i], here[i+1]
		if !total.mayBeTotal() || total.total != nil || total.draft.figure.Parts != nil || !first.mayBePart() || first.total != nil || !s.before(first.first, ",") {
			continue
		}
		list := s.listFrom(here, i+1)
		sum, bare := interval.Int(0), len(list) > 1 && s.parallel(list) && allKin(total, list) && !s.wholeOf(total) && !s.isMember(total, list) && s.exclude(list)
		for _, part := range list {
			if bare = bare && part.counted.empty() && part.draft.figure.Value != nil && smallerThan(part, total); bare {
				sum = sum.Add(*part.draft.figure.Value)
			}
		}
		whole := total.draft.figure.Value
		if !bare || whole == nil || sum.Cmp(whole.Mul(interval.Frac(5, 4))) > 0 {
			continue
		}
		if sum.Cmp(*whole) >= 0 {
			linkWhole(total, list)
			continue
		}
		for _, part := range list {
			link(total, part, openParts)
		}
	}
}
