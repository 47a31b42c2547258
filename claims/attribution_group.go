package claims

// This file finds the auxiliaries of a cue verb: "has in recent months called".

// group returns where the verb group of the verb at i begins: auxiliaries and
// adverbs before it included.
func (l *line) group(i int) (from int, negated bool) {
	from = i
	for from > 0 {
		switch {
		case l.tagged(from-1, "MD"), l.tagged(from-1, "RB"):
		case l.is(from-1, "has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "'s", "'ve", "'re", "'d", "'ll", "’ve", "’re", "’d", "does", "do", "did", "not", "n't", "n’t") && l.tagged(from-1, "VB", "MD", "RB"):
		case l.is(from-1, "to") && l.is(from-2, "went", "goes", "going", "continued", "continues", "came", "got", "wants", "wanted", "used", "began"):
			from--
		case l.withinAuxiliary(from) > 0:
			from = l.withinAuxiliary(from) + 1
		default:
			return from, negated
		}
		if l.is(from-1, "not", "n't", "n’t", "never") {
			negated = true
		}
		from--
	}
	return from, negated
}

// withinAuxiliary returns the preposition of a time that stands between a verb
// and the auxiliary before it, "have {in recent months} called"; 0 for none.
func (l *line) withinAuxiliary(from int) int {
	if !l.is(from-1, "days", "weeks", "months", "years") {
		return 0
	}
	for i := from - 2; i > 0 && i > from-6; i-- {
		if l.is(i, "in", "over", "for", "within", "during") {
			if l.is(i-1, "has", "have", "had") {
				return i
			}
			return 0
		}
	}
	return 0
}

// passiveGroup says whether the group from from to the verb is a passive: a
// form of "be" and a past participle.
func (l *line) passiveGroup(from, verb int) bool {
	if !l.tagged(verb, "VBN", "VBD", "JJ") {
		return false
	}
	for i := from; i < verb; i++ {
		if l.is(i, "is", "are", "was", "were", "be", "been", "being", "'re", "’re") || l.is(i, "'s") && l.tagged(i, "VBZ") && l.tagged(verb, "VBN") {
			return true
		}
	}
	return false
}
