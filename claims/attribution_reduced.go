package claims

// reducedBefore returns the participle of the reduced relative clause that ends
// before the word end: "memo {dated May 9} says", "email {sent by A B and seen
// by O} shows"; -1 when there is none. Such a clause tells how the noun before
// it came to be known; the noun stays the subject.
func (l *line) reducedBefore(end int) int {
	for k := end - 1; k > 0 && end-k < 20; k-- {
		gives := l.givesAway(k)
		switch {
		case gives && l.noun(k-1) && !l.isTime(k-1) && l.modifiedAfter(k, end):
			return k
		case gives && l.is(k-1, "and", "or", "but") && l.modifiedAfter(k, end):
			continue
		case l.tagged(k, "VBD", "VBZ", "VBP", "MD", "WP", "WDT") && !gives, l.quoteMark(k), l.stop(k) && !l.isTime(k-1), l.is(k, ":", "that"):
			return -1
		case l.comma(k) && !(l.isTime(k-1) || l.tagged(k-1, "CD")):
			return -1
		}
	}
	return -1
}

// givesAway says whether the word at i is a participle that says how words came
// to be written or known.
func (l *line) givesAway(i int) bool {
	if !l.tagged(i, "VBN", "VBD", "JJ") {
		return false
	}
	if l.tagged(i, "VBN") && l.is(i+1, "by") { // "a consultant hired by the county"
		return true
	}
	return l.is(i, "dated", "signed", "written", "drafted", "prepared", "compiled", "issued", "sent", "released", "published",
		"circulated", "distributed", "obtained", "seen", "reviewed", "viewed", "shared", "leaked", "provided", "described", "cited", "posted", "addressed",
		"submitted", "filed", "commissioned", "conducted", "carried", "made", "presented", "given", "unveiled", "collected", "gathered", "authored", "produced", "taken", "labeled", "labelled", "marked", "titled", "entitled")
}

// modifiedAfter says whether what follows the participle at i, up to end, hangs
// on it: a preposition, a time, an adverb.
func (l *line) modifiedAfter(i, end int) bool {
	return i+1 < end && (l.tagged(i+1, "IN", "TO", "RB", "RP") && !l.subordinates(i+1) || l.isTime(i+1) || l.is(i+1, "last", "this") || l.tagged(i+1, "CD") && l.is(i, "dated"))
}

// whoBefore returns the "who" of the relative clause, not set off by commas,
// that ends before the word end: "an official {who saw the plan} told"; -1 when
// there is none.
func (l *line) whoBefore(end int) int {
	for k := end - 1; k > 0 && end-k < 20; k-- {
		if l.comma(k) || l.quoteMark(k) || l.stop(k) || l.is(k, ":", "that") {
			return -1
		}
		if l.is(k, "who") {
			if l.noun(k-1) && l.finite(k+1, end) {
				return k
			}
			return -1
		}
	}
	return -1
}

// beforeTime returns the word at which an expression of time that ends before
// the word end begins: "the mayor {on Monday} said"; end when there is none.
func (l *line) beforeTime(end int) int {
	k := end
	if k > 2 && l.is(k-1, "week", "weekend", "month", "year", "night", "spring", "summer", "autumn", "fall", "winter") && l.is(k-2, "last", "this", "next", "earlier") {
		k -= 2
	}
	for k > 1 && l.isTime(k-1) && !l.tagged(k-2, "VBN", "VBD") && !l.tagged(k-2, "POS") {
		k--
	}
	if k < end && k > 3 && l.tagged(k-1, "CD") && l.is(k-2, "of", "dated", "from", "on") { // "a report {of 11 March}"
		k -= 2
	}
	for k < end && k > 1 && l.is(k-1, "on", "late", "early", "last", "this", "of", "dated") {
		k--
	}
	if k == end || l.comma(k-1) && !l.comma(end) && l.appositiveBefore(k-1) < 0 || !l.noun(k-1) && !l.comma(k-1) && !l.tagged(k-1, "WP") {
		return end
	}
	return k
}
