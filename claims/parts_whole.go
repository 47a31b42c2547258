package claims

import "muster/interval"

// wholeOf reports whether a figure stands as the whole of which parts follow:
// "Of the 900 soldiers", "of its 40 ships".
func (s *scan) wholeOf(f *found) bool {
	i := f.first - 1
	if s.at(i).is("the", "those", "these", "its", "their", "his", "her", "our", "all") || s.at(i).is("'s") {
		for j := i - 1; j >= max(0, i-4); j-- {
			if s.at(j).is("of") {
				return j == 0 || s.at(j-1).kind == symbolToken || s.at(j-1).is("and", "but")
			}
		}
	}
	return false
}

// wholeBefore reports whether the sentence takes up the whole that the one
// before told: "Of these, 310 are from the north".
func (s *scan) wholeBefore(f *found) bool {
	if !s.at(0).is("of") || !s.at(1).is("these", "those", "them") {
		return false
	}
	return s.at(2).is(",") && f.first <= 3+longestOpening || f.first == 2
}

// linkOfWhole links what is told after "Of the 900 soldiers, ". Only a list of
// one pattern is one of parts that exclude each other: "600 are from Oregon and
// 200 from Nevada", but not "600 are from Oregon and 200 are women". It is all
// there is when it is near the whole; otherwise there may be more.
func linkOfWhole(all []*found, start, end int) {
	here := all[start:end]
	s := here[0].scan
	for i, first := range here {
		var total *found
		switch {
		case i > 0 && s.wholeOf(here[i-1]) && s.commaBetween(here[i-1], first):
			total = here[i-1]
		case i == 0 && s.wholeBefore(first):
			total = lastOf(all[:start], []*found{first})
			if total == nil {
				total = nearestLarger(all[:start], first)
			}
		}
		if total == nil || !total.mayBeTotal() || first.total != nil || !first.mayBePart() {
			continue
		}
		list := s.listFrom(here, i)
		if len(list) < 2 || !s.parallel(list) || !allKin(total, list) {
			continue
		}
		sum, whole := interval.Int(0), total.draft.figure.Value
		for _, part := range list {
			if part.draft.figure.Value == nil || whole == nil || !smallerThan(part, total) {
				return
			}
			sum = sum.Add(*part.draft.figure.Value)
		}
		switch {
		case sum.Cmp(whole.Mul(interval.Int(2))) > 0:
		case sum.Cmp(whole.Mul(interval.Frac(3, 4))) >= 0 && !s.leavesRest(list[len(list)-1]):
			linkWhole(total, list)
		default:
			for _, part := range list {
				link(total, part, openParts)
			}
		}
	}
}

// nearestLarger returns the last figure of the sentence before that counts what
// a part counts and is not less.
func nearestLarger(before []*found, part *found) *found {
	for i := len(before) - 1; i >= 0 && before[i].sentence >= part.sentence-1; i-- {
		if f := before[i]; f.sentence > 0 && f.mayBeTotal() && kin(f, part) && smallerThan(part, f) {
			return f
		}
	}
	return nil
}

// commaBetween reports whether a comma and no more than an opening stands
// between two figures, beside what says more of the first: "Of the 1,000
// officers that Kenya pledged, 400 have arrived".
func (s *scan) commaBetween(p, f *found) bool {
	for j := f.first - 1; j > max(p.nounEnd(), f.first-2-longestOpening); j-- {
		if s.at(j).is(",") {
			return true
		}
	}
	return false
}

// leavesRest reports whether the list ends with "and the rest".
func (s *scan) leavesRest(last *found) bool {
	for j := last.nounEnd() + 1; j < len(s.list); j++ {
		if s.at(j).is("rest", "remainder", "others", "unknown", "unclear") {
			return true
		}
	}
	return false
}

// parallel reports whether the members of a list are told by one pattern: the
// same preposition follows each, whatever verb the first has.
func (s *scan) parallel(list []*found) bool {
	if s.namedList(list[1:]) {
		return true // "Marland sends 1,500, Ostria 900 and Tolen 800"
	}
	pattern := ""
	for i, f := range list {
		j := f.nounEnd() + 1
		for s.at(j).isVerb() && (i == 0 || s.at(j).is(s.at(list[0].nounEnd()+1).lower)) {
			j++
		}
		t := s.at(j)
		if t.tag != "IN" && t.tag != "TO" || i > 0 && t.lower != pattern {
			return s.placed(list)
		}
		pattern = t.lower
	}
	return pattern != "with" && pattern != "as"
}

// placed reports whether the members of a list are told by where they were, each with
// a verb of its own or all with that of the first: "5 lay in the harbour, 3 came from
// the cape and 2 were taken at sea". Who "are from" a place may also "be in" another.
func (s *scan) placed(list []*found) bool {
	for i, f := range list {
		j := f.nounEnd() + 1
		verb := j
		for s.at(j).isVerb() || s.at(j).tag == "VBN" {
			j++
		}
		own := j > verb && !(j == verb+1 && s.at(verb).is("are", "is", "were", "was"))
		shared := i > 0 && j == verb
		if !own && !shared || !s.at(j).is("in", "at", "on", "off", "near", "from", "outside", "inside", "under", "behind") {
			return false
		}
	}
	return true
}

// linkRest links "the other 600" and "the remaining 600", with the part told
// before, to their whole: "400 of the 1,000 officers have come. The other 600
// follow in June".
func linkRest(all []*found, start, end int) {
	for i := start; i < end; i++ {
		f := all[i]
		s := f.scan
		if f.total != nil || !f.mayBePart() || f.draft.figure.Value == nil || !s.before(f.first, "other", "remaining") || !s.at(f.first-2).is("the", "its", "their") {
			continue
		}
		total, parts := wholeAndParts(all[:i], f)
		if total == nil || total.draft.figure.Parts != nil && *total.draft.figure.Parts == closedParts {
			continue
		}
		list := append(parts, f)
		beside := total == all[i-1] && total.scan == s && parts[0].scan != s && s.at(f.first-3).is("and", ",", ";") // "700 come on Friday and the remaining 300 wait" are parts of another whole
		near := nearWhole(total, list) && !beside && (!isEqual(total, parts[0]) || sumOf(list).makes(total, true))
		if holds(total, list, false) && (toldPartOf(parts[0], total) || near) {
			linkWhole(total, list)
		}
	}
}

// isEqual reports whether a figure is told as what another has beside the first: "the party
// holds 120 seats and its partner 45".
func isEqual(first, second *found) bool {
	s := first.scan
	if second.scan != s || second.first < first.first || s.hasVerb(first.nounEnd()+1, second.first) {
		return false
	}
	for j := first.nounEnd() + 1; j < second.first; j++ {
		if s.at(j).is("and") {
			return true
		}
	}
	return false
}

// toldPartOf reports whether words say that a figure is a part of another: "300 of
// the 900 soldiers", "of the 900 soldiers, 300".
func toldPartOf(part, total *found) bool {
	if part.total == total || total.scan.wholeOf(total) {
		return true
	}
	of := part.scan.at(part.nounEnd() + 1)
	return part.scan == total.scan && of.is("of") && total.first > part.last && total.first <= part.nounEnd()+4
}

// nearWhole reports whether parts come so near to a total that they may be its
// parts though no word says so.
func nearWhole(total *found, list []*found) bool {
	sum, whole := interval.Int(0), *total.draft.figure.Value
	for _, part := range list {
		sum = sum.Add(*part.draft.figure.Value)
	}
	return sum.Cmp(whole.Mul(interval.Frac(4, 5))) >= 0 && sum.Cmp(whole.Mul(interval.Frac(6, 5))) <= 0
}

// wholeAndParts returns, of the figures in this sentence and the one before that
// count what a rest counts, the largest, and the others where they are its parts
// already or the only one.
func wholeAndParts(before []*found, rest *found) (total *found, parts []*found) {
	var list []*found
	for i := len(before) - 1; i >= 0 && before[i].sentence >= rest.sentence-1; i-- {
		f := before[i]
		if f.sentence == 0 && rest.sentence > 0 || !sameMeasure(f, rest) || f.draft.figure.Value == nil || !f.mayBeTotal() {
			continue
		}
		if !kin(f, rest) && !kin(rest, f) {
			continue
		}
		if f.scan != rest.scan && len(list) > 0 && list[0].scan == rest.scan && list[0].draft.figure.Value.Equal(*f.draft.figure.Value) {
			continue // told again
		}
		list = append(list, f)
	}
	for _, f := range list {
		if total == nil || f.draft.figure.Value.Cmp(*total.draft.figure.Value) > 0 {
			total = f
		}
	}
	for _, f := range list {
		switch {
		case f == total:
		case len(list) == 2 || f.total == total || f.scan == rest.scan && total.scan != rest.scan && len(list) < 5:
			parts = append(parts, f)
		default:
			return nil, nil
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return total, parts
}
