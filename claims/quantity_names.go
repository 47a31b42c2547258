package claims

// This file reads lists in which each number stands behind the name of whose it is:
// "Marland 1,500, Ostria 900, Tolen 800 and Sund 400".

// nameList reports whether the number at token i is a member of such a list and not a
// part of the name before it, as in "Boeing 737": some member has thousands or a noun
// behind it, or a total stands before the list, or all of three and more are round.
func (s *scan) nameList(i int) bool {
	members, counts, round := 1, s.at(i).grouped, s.isRound(i)
	first := i
	for j := s.memberBefore(i); j >= 0; j = s.memberBefore(j) {
		members++
		next := s.at(j + 1)
		counts = counts || s.at(j).grouped || next.kind == wordToken && next.isNoun() ||
			s.at(j-1).isVerb() && len(s.at(i).lower) > 1 && len(s.at(j).lower) > 1
		first, round = j, round && s.isRound(j)
	}
	for j := s.memberAfter(i); j >= 0; j = s.memberAfter(j) {
		members++
		counts, round = counts || s.at(j).grouped, round && s.isRound(j)
	}
	if members < 2 {
		return false
	}
	if start := s.nameStart(first); start > 2 && s.at(start-1).is(":") && !counts {
		for j := range start {
			counts = counts || s.at(j).kind == numberToken && s.at(j+1).isNoun()
		}
	}
	return counts || round && members > 2
}

// countsIn reports whether the number at token i counts what is in the place named before
// it, with which the sentence begins: "In the Lakes 870 teaching posts are vacant".
func (s *scan) countsIn(i int) bool {
	start := s.nameStart(i)
	if start > 0 && s.at(start-1).is("the") {
		start--
	}
	if start != 1 || !s.at(0).is("in") {
		return false
	}
	for j := i + 1; j < i+4 && s.at(j).kind == wordToken && !s.at(j).upper; j++ {
		if s.at(j).tag == "NNS" {
			return true
		}
	}
	return false
}

// isRound reports whether the number at token i counts in tens.
func (s *scan) isRound(i int) bool {
	word := s.at(i).lower
	return len(word) > 1 && word[len(word)-1] == '0'
}

// longestListName is how many words the name in a list may have.
const longestListName = 4

// nameStart returns where the name right before token i begins, "the" not included;
// -1 when none stands there.
func (s *scan) nameStart(i int) int {
	if s.at(i-1).is("(") && s.at(i+1).is(")") {
		i-- // "Marland (1,500)"
	}
	start := i
	for start > 0 && i-start < longestListName && s.isNameWord(start-1) {
		start--
	}
	if start == i || start == i-1 && s.words.in("labels", s.at(i-1).lower) || s.isMonth(i-1) || s.words.in("weekdays", s.at(i-1).lower) {
		return -1
	}
	return start
}

func (s *scan) isNameWord(i int) bool {
	t := s.at(i)
	return t.kind == wordToken && t.upper && t.tag != "CD" && t.tag != "IN" && t.tag != "DT" && t.tag != "MD" && (!t.isVerb() || i > 0 && !s.headline)
}

// memberBefore returns the number of the list before the one at token i; -1 for none.
func (s *scan) memberBefore(i int) int {
	j := s.nameStart(i) - 1
	if j < 1 {
		return -1
	}
	if s.at(j).is("the") {
		j--
	}
	sign := j
	if s.at(j).is("and") {
		j--
	}
	if s.at(j).is(",", ";") {
		j--
	}
	if j == sign || j < 1 {
		return -1
	}
	if s.at(j).is(")") && s.at(j-2).is("(") {
		j--
	}
	for k := j; k > 0 && j-k < longestBetween && s.countedWord(j, k); k-- {
		if s.at(k-1).kind == numberToken {
			return k - 1 // "Marland 1,500 soldiers, Ostria 900", "880 of the new guards, the Middle 610"
		}
	}
	if s.at(j).kind != numberToken {
		return -1
	}
	return j
}

// countedWord reports whether token k may belong to what is counted, whose last word is
// token j.
func (s *scan) countedWord(j, k int) bool {
	t := s.at(k)
	return t.kind == wordToken && !t.upper && (t.isNoun() || k < j && (t.tag == "JJ" || t.is("of", "the", "these", "those", "its", "their")))
}

// memberAfter returns the number of the list behind the one at token i; -1 for none.
func (s *scan) memberAfter(i int) int {
	j := i + 1
	if s.at(j).is(")") {
		j++
	}
	for end := j; end < j+longestBetween && s.at(end).kind == wordToken; end++ {
		if t := s.at(end); t.upper || !t.isNoun() && t.tag != "JJ" && !t.is("of", "the", "these", "those", "its", "their") {
			break
		} else if next := s.at(end + 1); t.isNoun() && next.is(",", ";", "and") {
			j = end + 1 // behind the noun: "880 of the new guards, the Middle 610"
			break
		}
	}
	sign := j
	if s.at(j).is(",", ";") {
		j++
	}
	if s.at(j).is("and") {
		j++
	}
	if j == sign {
		return -1
	}
	for k := j; k <= j+longestListName+1; k++ {
		if s.at(k).kind == numberToken {
			if start := s.nameStart(k); start == j || start == j+1 && s.at(j).is("the") {
				return k
			}
			return -1
		}
	}
	return -1
}

// listName returns the name in a list that the figure stands behind; empty for none.
func (s *scan) listName(f *found) phrase {
	i := f.first
	if s.at(i).kind != numberToken || s.nameStart(i) < 0 || !s.nameList(i) {
		return noPhrase
	}
	if s.at(i - 1).is("(") {
		i--
	}
	return phrase{s.nameStart(f.first), i - 1}
}

// organisationInList returns the body whose number a member of a list is: a listed one,
// one that is called what bodies are, or any where it is of people who are sent.
func (s *scan) organisationInList(f *found, personnel bool) string {
	p := s.listName(f)
	if p.empty() {
		return ""
	}
	if name := s.organisationOf(p, personnel); name != "" || !personnel {
		return name
	}
	return s.phraseText(p)
}

// listDraft notes what a member of a list has from the figure before it: the same
// stage, told once for all.
func (s *scan) listDraft(f, before *found, d *draft) {
	name := s.listName(f)
	if name.empty() || before == nil {
		return
	}
	switch j := s.memberBefore(f.first); {
	case j >= before.first && j <= before.last:
		d.like = before.draft
		if before.draft.own != "" || s.listName(before).empty() {
			d.own = f.organisation
		}
	case s.at(name.first - 1).is(":"):
		d.like = before.draft
	}
}

// speakForThemselves makes each member of a list the speaker of its own number where
// the first is: "Chad pledged 90 soldiers, Togo 40".
func speakForThemselves(drafts []*draft) {
	for _, d := range drafts {
		chain := d.figure.Attribution.Chain
		if d.own == "" || len(chain) < 2 {
			continue
		}
		first := d
		for first.like != nil {
			first = first.like
		}
		if root := chain[len(chain)-1]; root.Name == first.figure.Subject {
			root.Name, root.Source = d.own, nil
			d.figure.Attribution.Chain = append(chain[:len(chain)-1:len(chain)-1], root)
		}
	}
}

// namedList reports whether a name stands before each of the figures.
func (s *scan) namedList(list []*found) bool {
	for _, f := range list {
		if s.listName(f).empty() {
			return false
		}
	}
	return len(list) > 0
}

// countListed gives the members of a list of names that count nothing yet the noun of
// the total behind them, "make up a force of 3,600 soldiers", or the one before their
// colon, "Troops pledged: Marland 1,500".
func (s *scan) countListed(here []*found) {
	for i := len(here) - 1; i >= 0; i-- {
		f := here[i]
		if f.countedText != "" || f.kind != "" {
			continue
		}
		name := s.listName(f)
		if name.empty() {
			continue
		}
		if i+1 < len(here) && here[i+1].unit.name == "" && here[i+1].countedText != "" {
			f.countedText = here[i+1].countedText
		}
	}
	for i, f := range here {
		if f.countedText != "" || f.kind != "" {
			continue
		}
		name := s.listName(f)
		switch {
		case name.empty():
		case i > 0 && here[i-1].countedText != "" && !s.listName(here[i-1]).empty():
			f.countedText = here[i-1].countedText
		case s.at(name.first - 1).is(":"):
			if p := s.nearestNoun(name.first - 1); !p.empty() && s.at(p.last).tag == "NNS" {
				f.countedText = s.phraseText(phrase{p.last, p.last})
			}
		}
	}
}
