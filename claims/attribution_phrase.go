package claims

// phraseLeft returns the noun phrase that ends before the word end, and where
// its core ends: what follows the core is an appositive or a relative clause
// ("Miller, who …,"). The run is empty when there is none.
func (l *line) phraseLeft(end int) (phrase run, core int) {
	end = l.beforeTime(end)
	if at := l.whoBefore(end); at > 0 {
		if phrase, core = l.shortPhraseLeft(at); !phrase.empty() {
			return run{phrase.from, end}, core
		}
	}
	if at := l.releaseBefore(end); at >= 0 {
		if phrase, core = l.shortPhraseLeft(at + 1); !phrase.empty() {
			return run{phrase.from, end}, core
		}
	}
	if at := l.reducedBefore(end); at > 0 {
		if phrase, core = l.shortPhraseLeft(at); !phrase.empty() {
			if l.is(phrase.from-1, "in") && l.comma(phrase.from-2) && l.comma(end-1) { // "S, in a report dated 11 March, put"
				return l.shortPhraseLeft(phrase.from - 2)
			}
			return run{phrase.from, end}, core
		}
	}
	if l.tagged(end-1, "VBD", "VBN", "VBP") && l.tagged(end-2, "PRP") && l.noun(end-3) && !l.tagged(end-3, "PRP") { // "the pilots {I asked} said"
		if phrase, core = l.shortPhraseLeft(end - 2); !phrase.empty() {
			return run{phrase.from, end}, core
		}
	}
	phrase, core = l.shortPhraseLeft(end)
	// "The memo, dated May 9, from A B, the secretary, says"
	for from := phrase.from - 1; !phrase.empty() && from > 1 && l.tagged(from, "IN", "VBN") && !l.subordinates(from) && l.comma(from-1); from = phrase.from - 1 {
		before, beforeCore := l.shortPhraseLeft(from - 1)
		for before.empty() && from > 1 || !before.empty() && l.isTime(before.from-1) {
			from--
			if l.tagged(from, "VBN") && l.comma(from-1) {
				before, beforeCore = l.shortPhraseLeft(from - 1)
				break
			}
			if !l.isTime(from) && !l.tagged(from, "CD") && !l.comma(from) && !l.tagged(from, "IN") {
				break
			}
		}
		if before.empty() || before.from > 0 && l.comma(before.from-1) {
			break
		}
		phrase, core = run{before.from, phrase.to}, beforeCore
	}
	return phrase, core
}

func (l *line) shortPhraseLeft(end int) (phrase run, core int) {
	k := end - 1
	core = end
	if l.comma(k) {
		open := l.appositiveBefore(k)
		if open < 0 {
			return run{}, 0
		}
		core, k = open, open-1
	}
	if l.is(k, ")") { // "A B (D-Ohio) said"
		for k > 0 && !l.is(k, "(") {
			k--
		}
		core, k = k, k-1
	}
	last := k
	if l.is(k, "who", "which", "that") && l.tagged(k, "WP", "WDT") {
		return run{k, k + 1}, k + 1
	}
	for k >= 0 {
		switch {
		case l.isTime(k) && k != last && l.dateInside(k) > 0: // "the Board's {11 March} report"
			k = l.dateInside(k) - 1
		case l.isTime(k) && k != last && !l.tagged(k-1, "VBN", "VBD"), l.quoteMark(k):
			return l.trimmed(k+1, end, core)
		case l.is(k, "that", "this", "there") && !l.tagged(k, "DT"):
			return l.trimmed(k+1, end, core)
		case l.is(k, "-") && !l.tagged(k, "HYPH") && k+1 < len(l.words) && l.words[k].End < l.words[k+1].Start: // "ORLUND, the North - {The UN}"
			return l.trimmed(k+1, end, core)
		case k > 0 && (k+1 < end || l.tagged(k, "PRP")) && l.opensPhrase(k): // "From 9,000 workers {the mission} wants"
			return l.trimmed(k, end, core)
		case l.nominal(k):
			k--
		case l.abbreviates(k): // "the Vostrian Rail Board {(VRB)} and …"
			k -= 3
		case l.tagged(k, "RB") && (l.tagged(k+1, "JJ", "CD") || l.tagged(k+1, "VBN") && k+2 < end && l.tagged(k+2, "NN", "JJ")): // "newly {filed} reports"
			k--
		case l.is(k, "acting", "outgoing", "incoming", "retired", "visiting") && l.nominal(k+1):
			k--
		case l.tagged(k, "VBN", "VBG", "VBD") && l.tagged(k+1, "NN", "JJ") && l.tagged(k-1, "DT", "JJ", "PRP$", "POS", "CD", "RB"):
			k--
		case l.tagged(k, "VBN", "VBD") && l.tagged(k+1, "IN", "TO") && !l.subordinates(k+1) && l.tagged(k-1, "NN") && !l.finite(0, k): // "sources briefed on the plan"
			k--
		case l.tagged(k, "IN", "TO") && !l.subordinates(k) && l.tagged(k-1, "VBN", "VBD") && l.tagged(k-2, "NN") && !l.finite(0, k-1): // "a poll released on Tuesday"
			k -= 2
		case l.subordinates(k) && l.tagged(k, "IN") && (l.tagged(k-1, "VBD", "VBN") || l.is(k-1, "came", "comes")):
			return l.trimmed(k+1, end, core)
		case l.tagged(k, "IN", "TO") && k > 0 && (l.noun(k-1) || l.is(k-1, "familiar", "close")) && l.attaches(k):
			k--
		case l.is(k, "and", "or", "&") && l.joins(k, end):
			k--
			if l.comma(k) {
				if open := l.appositiveBefore(k); open >= 0 && !(l.tagged(k-1, "NNP") && l.listed(k, end)) {
					k = open - 1
				} else {
					k--
				}
			}
		case l.comma(k) && l.tagged(k-1, "NNP") && l.listed(k, end):
			k--
		default:
			return l.trimmed(k+1, end, core)
		}
	}
	return l.trimmed(0, end, core)
}

// opensPhrase says whether the word at k begins a noun phrase of its own right behind
// another: "From 9,000 workers {the} mission", "By the end of May {we}".
func (l *line) opensPhrase(k int) bool {
	if !l.tagged(k, "DT", "PRP") || !l.tagged(k-1, "NN", "CD") || l.capital(k) && l.capital(k-1) || l.is(k-1, "half", "third", "quarter", "double", "twice") {
		return false
	}
	return l.is(k, "the", "this", "these", "our", "its", "their", "his", "her", "we", "it", "they", "he", "she")
}

// dateInside returns where the day that ends with word k begins, when it stands
// between the possessive and its noun: "the Board's {11 March} report"; 0 where it
// does not.
func (l *line) dateInside(k int) int {
	from := k
	for from > 0 && (l.isTime(from-1) || l.tagged(from-1, "CD")) {
		from--
	}
	if l.tagged(from-1, "POS", "PRP$") && l.tagged(k+1, "NN", "JJ") {
		return from
	}
	return 0
}

// abbreviates says whether the bracket at k closes a name's short form: "the
// Vostrian Rail Board {(VRB)}".
func (l *line) abbreviates(k int) bool {
	return k > 3 && l.is(k, ")") && l.is(k-2, "(") && l.capital(k-1) && isAcronym(l.words[k-1].In(l.text)) && l.tagged(k-3, "NN") && !l.isTime(k-3)
}

// attaches says whether the preposition at k binds what follows to the noun
// before it.
func (l *line) attaches(k int) bool {
	return l.is(k, "of", "for", "with", "in", "at", "from", "on", "to", "by", "near", "inside", "within", "among", "against", "behind", "about", "across", "between")
}

// subordinates says whether the word at i begins a clause of its own.
func (l *line) subordinates(i int) bool {
	return l.is(i, "after", "before", "because", "since", "as", "if", "that", "until", "though", "although", "while", "when")
}

// joins says whether "and" at k joins two noun phrases that are one subject:
// what stands before it is not the object of an earlier verb.
func (l *line) joins(k, end int) bool {
	j := k - 1
	if l.comma(j) {
		if !l.is(j, ",") {
			return false // behind a dash
		}
		j--
	}
	if l.abbreviates(j) {
		j -= 3
	}
	if !l.noun(j) && !l.tagged(j, "JJ") || !l.nominal(k+1) {
		return false
	}
	for ; j >= 0; j-- {
		if l.tagged(j, "VB", "MD") && !l.tagged(j, "VBG", "VBN") {
			return false
		}
		if l.comma(j) || l.quoteMark(j) || l.is(j, ":", ";") || l.tagged(j, "WP", "WDT") || l.is(j, "that", "while", "because", "as", "but") {
			return true
		}
	}
	return true
}

// listed says whether the comma at k stands in a list of names that "and"
// closes, or in a headline's "A, B say".
func (l *line) listed(k, end int) bool {
	first := k
	for first > 0 && (l.tagged(first-1, "NNP") || l.comma(first-1) && l.tagged(first-2, "NNP")) {
		first--
	}
	if l.tagged(first-1, "DT") {
		first--
	}
	if first > 0 && !(l.is(0, "reports") && l.is(first-1, "from")) && !l.tagged(first-1, "CC", "``", "NN", "JJ") && !l.is(first-1, "that") || l.isTime(k-1) {
		return false
	}
	for j := k + 1; j < end; j++ {
		if l.is(j, "and", "or") {
			return true
		}
		if !l.tagged(j, "NNP") && !l.comma(j) {
			return false
		}
	}
	return l.tagged(k+1, "NNP") && !l.finite(0, k) && !l.tagged(0, "IN") && (l.index < 2 || l.is(0, "reports"))
}

// trimmed drops what cannot begin a noun phrase.
func (l *line) trimmed(from, end, core int) (run, int) {
	for from < core && (l.tagged(from, "CC", "RB", "POS", "IN", "HYPH") || l.comma(from) || l.isTime(from) && from+1 < core) {
		from++
	}
	to := end
	for to > from && l.comma(to-1) {
		to--
	}
	if core > to {
		core = to
	}
	if from >= core {
		return run{}, 0
	}
	for i := from; i < core; i++ {
		if l.noun(i) || l.tagged(i, "JJ") || l.tagged(i, "DT") && !l.is(i, "a", "an", "the", "every", "no") {
			return run{from, to}, core
		}
	}
	return run{}, 0
}

// appositiveBefore returns the comma that opens the appositive or relative
// clause that the comma at k closes; -1 when there is none.
func (l *line) appositiveBefore(k int) int {
	for p := k - 1; p > 0 && k-p < 45; p-- {
		if !l.comma(p) {
			if l.quoteMark(p) || l.is(p, ";", ":") {
				return -1
			}
			continue
		}
		if l.isTime(p-1) || !l.noun(p-1) && !l.is(p-1, ".", ")") && !l.tagged(p-1, "JJ") {
			continue
		}
		if l.opensAppositive(p+1, k) {
			return p
		}
	}
	return -1
}

// opensAppositive says whether the words from from to to, between commas,
// describe the noun before them.
func (l *line) opensAppositive(from, to int) bool {
	if from >= to {
		return false
	}
	if l.is(from, "who", "whose", "which", "whom") {
		return true
	}
	if l.finite(from, to) {
		// A relative clause may stand within the appositive.
		for i := from; i < to && !l.tagged(i, "VBD", "VBZ", "VBP", "MD"); i++ {
			if l.tagged(i, "WP", "WDT", "WRB") {
				return l.tagged(from, "DT", "NN", "JJ", "PRP$", "CD", "VBN", "VBG")
			}
		}
		return false
	}
	return l.tagged(from, "DT", "NN", "JJ", "PRP$", "CD", "VBN", "VBG", "RB") || l.is(from, "of", "in", "from", "speaking", "along", "when", "including", "like", "among", "as", "for", "with", "on", "at")
}

// phraseRight returns the noun phrase that begins at i, with the prepositional
// phrases, participles, relative clauses and appositives that belong to it, and
// where its core ends. With whole, it goes on to the comma or the end of the
// sentence whatever follows the head.
func (l *line) phraseRight(i int, whole bool) (phrase run, core int) {
	j := i
	for j < len(l.words) && (l.nominal(j) || l.tagged(j, "VBN", "VBG", "RB", "RBS", "JJS") && !l.noun(j-1)) && !l.quoteMark(j) && !(j > i && l.isTime(j) && !l.tagged(j+1, "NN")) {
		if j > i && l.tagged(j, "PRP", "DT", "EX") && l.noun(j-1) {
			break
		}
		if l.is(j, "-") && !l.nominal(j+1) {
			break
		}
		j++
	}
	if j == i {
		return run{}, 0
	}
	core = j
	for j < len(l.words) {
		switch {
		case l.is(j, "and", "&") && l.nominal(j+1) && !l.verbFollows(j+1):
			next, _ := l.phraseRight(j+1, false)
			if next.empty() {
				return run{i, j}, core
			}
			j, core = next.to, next.to
			continue
		case l.is(j, "of", "for", "with", "from", "at", "near", "who", "whose", "close", "familiar", "briefed", "involved") && !(l.isTime(j + 1)) && !l.dated(j) && !(l.is(j, "at") && l.tagged(j+1, "CD", "$")):
		case l.dated(j):
			return run{i, j}, core
		case whole && !l.comma(j) && !l.stop(j) && !l.quoteMark(j) && !l.is(j, ":", "(", ")") && l.afterTime(j) == j:
		case l.comma(j) && l.appositiveAfter(j) > 0:
			return run{i, l.appositiveAfter(j)}, core
		default:
			return run{i, j}, core
		}
		j++
		for j < len(l.words) && (l.nominal(j) || whole && !l.comma(j) && !l.stop(j) && !l.quoteMark(j) && !l.is(j, ":", "(", ")")) && !l.isTime(j) {
			j++
		}
	}
	return run{i, j}, core
}

// verbFollows says whether the noun phrase at i is the subject of a finite verb.
func (l *line) verbFollows(i int) bool {
	for i < len(l.words) && (l.nominal(i) || l.tagged(i, "RB")) {
		i++
	}
	return l.tagged(i, "VBD", "VBZ", "VBP", "MD")
}

// appositiveAfter returns where the appositive after the comma at k ends: at
// the next comma or the end of the sentence; 0 when none follows.
func (l *line) appositiveAfter(k int) int {
	if l.comma(k) && !l.is(k, ",") {
		return 0
	}
	end := k + 1
	for end < len(l.words) && !l.comma(end) && !l.stop(end) && !l.quoteMark(end) {
		end++
	}
	if end == k+1 || !l.tagged(k+1, "DT", "NN", "CD", "WP", "WDT", "JJ") || !l.opensAppositive(k+1, end) {
		return 0
	}
	if l.tagged(k+1, "NNP") && !l.comma(end) && !l.stop(end) {
		return 0
	}
	return end
}
