package claims

import (
	"slices"
	"strings"

	"muster/language"
)

// line is a sentence prepared for finding statements in it.
type line struct {
	text    string
	index   int // of the sentence
	words   []language.Word
	lexemes []*lexeme // what the lists say of each word
	quoted  []bool    // stands in a quotation, its marks included
	named   []named   // the listed names, by their first word
	marks   marks     // of its words
}

// named is a listed name in a sentence.
type named struct {
	word, count int // its first word, and how many it has
	name        *Name
}

// nameAt returns the longest listed name that starts at word i and the number
// of words it takes; 0 when none does.
func (l *line) nameAt(i int) (*Name, int) {
	for _, n := range l.named {
		if n.word >= i {
			if n.word == i {
				return n.name, n.count
			}
			break
		}
	}
	return nil, 0
}

// run is a run of words: from is the first, to is past the last.
type run struct{ from, to int }

func (r run) empty() bool         { return r.to <= r.from }
func (r run) holds(word int) bool { return r.from <= word && word < r.to }

// linesOf prepares the sentences of the text, in memory taken once.
func (r *Reader) linesOf(text string, sentences []sentence, quotes []quotation, m *workspace) []*line {
	count := 0
	for i := range sentences {
		count += len(sentences[i].Words)
	}
	words, quoted := room(&m.words, count), sized(&m.quoted, count)
	lines, pointers := sized(&m.lines, len(sentences)), sized(&m.byIndex, len(sentences))
	for i := range sentences {
		sentence := &sentences[i]
		for len(quotes) > 0 && quotes[0].end <= sentence.Start {
			quotes = quotes[1:]
		}
		from := len(words)
		words = append(words, sentence.Words...) // tags are mended in the line only
		lines[i] = line{text: text, index: i, words: words[from:len(words):len(words)], lexemes: sentence.lexemes, marks: sentence.marks, quoted: quoted[:len(sentence.Words):len(sentence.Words)], named: room(&m.named, len(sentence.names))}
		quoted = quoted[len(sentence.Words):]
		lines[i].prepare(sentence.names, quotes)
		lines[i].named = kept(&m.named, lines[i].named)
		pointers[i] = &lines[i]
	}
	kept(&m.words, words)
	return pointers
}

// prepare marks the quoted words of the line and its names; quotes are those of
// the text from there. The words of a known name are tagged as such, whatever
// the tagger made of them.
func (l *line) prepare(names []spelled, quotes []quotation) {
	for i := range l.words {
		w := &l.words[i]
		for len(quotes) > 0 && quotes[0].end <= w.Start {
			quotes = quotes[1:]
		}
		l.quoted[i] = len(quotes) > 0 && quotes[0].start <= w.Start
		if len(names) == 0 || names[0].start != w.Start {
			continue
		}
		name, end := names[0].name, names[0].end
		names = names[1:]
		if n := wordsTo(l.text, l.words, i, end); n > 0 {
			l.named = append(l.named, named{i, n, name})
			for j := i; j < i+n; j++ {
				if !l.tagged(j, "IN", "CC", "DT", "HYPH", ",", ".", "POS") {
					l.words[j].Tag = "NNP"
				}
			}
		}
	}
	l.tagNames()
}

// tagNames tags what its capitals show to be part of a name: an acronym, and a
// last name behind a first. Headlines and lines in capitals show nothing.
func (l *line) tagNames() {
	plain := 0
	for i := 0; i < len(l.words) && plain < 3; i++ {
		if len(l.words[i].Lower) > 3 && !l.capital(i) {
			plain++
		}
	}
	if plain < 3 {
		return
	}
	for i := range l.words {
		if !l.capital(i) {
			if l.givenName(i) {
				l.words[i+1].Tag = "NNP"
			}
			continue
		}
		if l.tagged(i, "NNS") && i > 1 && l.capital(i-1) && l.tagged(i-1, "NNP") && l.lexemes[i].noun.kind == "" && l.lastName(i) {
			l.words[i].Tag = "NNP" // "Anna Brandes"
		}
		if !l.tagged(i, "NN", "JJ") || l.tagged(i, "NNS", "NNP", "JJR", "JJS") {
			continue
		}
		if i > 0 && l.lexemes[i].noun.kind == Organisation && !l.lexemes[i].noun.title && l.tagged(i+1, "NNS", "VBZ", "VBD") {
			l.words[i].Tag = "NNP" // "the {Directorate} estimates"
			continue
		}
		word := l.words[i].In(l.text)
		if isAcronym(word) && !strings.ContainsAny(word, "0123456789.") || i > 1 && l.tagged(i-1, "NNP") && l.capital(i-1) && l.tagged(i, "NN") {
			l.words[i].Tag = "NNP"
		}
	}
}

// lastName says whether the word at i, which may be a plural, closes a name: a
// verb of its clause, a comma or the possessive stands behind it.
func (l *line) lastName(i int) bool {
	return l.tagged(i+1, "VBD", "VBZ", "MD", "POS", ",") || l.comma(i+1) || l.stop(i+1)
}

// bytes returns where the run stands in the text.
func (l *line) bytes(r run) [2]int {
	if r.empty() {
		return [2]int{}
	}
	return [2]int{l.words[r.from].Start, l.words[r.to-1].End}
}

func (l *line) in(r run) string {
	b := l.bytes(r)
	return l.text[b[0]:b[1]]
}

// has says whether the word, in lower case, stands in the sentence.
func (l *line) has(word string) bool {
	return slices.ContainsFunc(l.words, func(w language.Word) bool { return w.Lower == word })
}

// is says whether the word at i, in lower case, is one of these; false outside
// the sentence.
func (l *line) is(i int, words ...string) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	return isAny(l.words[i].Lower, words)
}

// tagged says whether the tag of the word at i begins with one of these. Why it
// is not written out where it is asked: see isAny.
//
//go:noinline
func (l *line) tagged(i int, prefixes ...string) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	tag := string(l.words[i].Tag)
	for _, p := range prefixes {
		if len(tag) >= len(p) && tag[0] == p[0] && tag[:len(p)] == p {
			return true
		}
	}
	return false
}

// sequence says whether these words stand at i.
func (l *line) sequence(i int, words []string) bool {
	if i+len(words) > len(l.words) {
		return false
	}
	for j, w := range words {
		if l.words[i+j].Lower != w {
			return false
		}
	}
	return true
}

func (l *line) capital(i int) bool {
	if i >= len(l.words) {
		return false
	}
	c := l.text[l.words[i].Start]
	return 'A' <= c && c <= 'Z' || c >= 0xC3
}

// finite says whether the run holds a finite verb.
func (l *line) finite(from, to int) bool {
	for i := from; i < to; i++ {
		if l.tagged(i, "VBD", "VBZ", "VBP", "MD") {
			return true
		}
	}
	return false
}

// hyphen says whether a hyphen stands at i.
func (l *line) hyphen(i int) bool {
	return i >= 0 && i < len(l.words) && l.words[i].Lower == "-"
}

// comma says whether a comma or a dash stands at i.
func (l *line) comma(i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	switch l.words[i].Lower {
	case ",", "–", "—", "--":
		return true
	case "-":
		return !l.tagged(i, "HYPH")
	}
	return false
}

// quoteMark says whether a double quotation mark stands at i.
func (l *line) quoteMark(i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	switch l.words[i].Lower {
	case "\"", "“", "”", "''", "``", "‘", "'''":
		return true
	}
	return l.words[i].Tag == "''" || l.words[i].Tag == "``"
}

// titleQuote says whether the quotation that opens at i only names something: a
// programme or a paper, in a few capitalised words.
func (l *line) titleQuote(i int) bool {
	if !l.quoteMark(i) {
		return false
	}
	for k := i + 1; k < len(l.words) && k < i+7; k++ {
		switch {
		case l.quoteMark(k):
			return k > i+1
		case !l.capital(k) && !l.tagged(k, "IN", "DT", "CC", ".", "TO"):
			return false
		}
	}
	return false
}

// stop says whether the sentence, or a part of it, ends at i.
func (l *line) stop(i int) bool {
	if i < 0 || i >= len(l.words) {
		return i >= 0
	}
	switch l.words[i].Lower {
	case ".", "!", "?", ";", "…", "...":
		return true
	}
	return false
}

// nominal says whether the word at i can be part of a noun phrase, before its
// head or as its head.
func (l *line) nominal(i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	switch l.words[i].Tag {
	case "NN", "NNP", "NNS", "DT", "JJ", "CD":
		return true
	case "IN", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "CC", ",", ".":
		return l.is(i, "&", "-", "'s")
	}
	return l.tagged(i, "NN", "DT", "PDT", "JJ", "CD", "PRP", "POS", "HYPH", "$", "#", "FW", "SYM", "EX") || l.is(i, "&", "-", "'s")
}

func (l *line) noun(i int) bool { return l.tagged(i, "NN", "PRP", "CD") && !l.tagged(i, "PRP$") }

// isTime says whether the word at i belongs to an expression of time.
func (l *line) isTime(i int) bool {
	if i < 0 || i >= len(l.words) {
		return false
	}
	if l.words[i].Lower == "may" { // the month, not the verb
		return l.capital(i) && !l.tagged(i, "MD") && (l.tagged(i, "NNP") || l.tagged(i+1, "CD"))
	}
	return isTimeWord(strings.TrimPrefix(strings.TrimSuffix(l.words[i].Lower, "."), "mid-")) && !l.timeInName(i)
}

// timeInName says whether the word for a time at i belongs to a name: "Politik {Today}",
// "the {Sunday} Herald".
func (l *line) timeInName(i int) bool {
	if i == 0 || l.text[l.words[i].Start] >= 'a' || !l.capital(i) {
		return false
	}
	if l.is(i, "today", "tomorrow", "tonight") {
		return l.capital(i-1) && l.tagged(i-1, "NNP", "NN") && !isTimeWord(l.words[i-1].Lower)
	}
	return l.is(i-1, "the") && i+1 < len(l.words) && l.capital(i+1) && l.tagged(i+1, "NNP") && !isTimeWord(l.words[i+1].Lower)
}

func isTimeWord(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
		"today", "yesterday", "tonight", "tomorrow", "earlier", "later", "recently", "morning", "afternoon", "evening", "night", "ago":
		return true
	}
	return false
}

// afterTime returns the word after the expression of time at i; i itself when
// there is none: "Friday", "on Monday", "last week", "earlier this month", "Oct. 29".
func (l *line) afterTime(i int) int {
	j := i
	if l.is(j, "on", "late", "early", "in", "by") && l.tagged(j, "IN", "RB", "JJ", "TO") {
		j++
	}
	k := j
	for l.isTime(k) || l.is(k, "last", "this", "next", "week", "weekend", "month", "year", "spring", "summer", "fall", "autumn", "winter", "day") ||
		k > j && (l.tagged(k, "CD") || l.comma(k) && l.tagged(k+1, "CD") && l.isYear(k+1)) {
		k++
	}
	if k == j && l.is(i, "in") && l.isYear(j) {
		return j + 1
	}
	if k > j && l.is(k-1, "last", "this", "next") {
		k--
	}
	if k == j {
		return i
	}
	return k
}

func (l *line) isYear(i int) bool {
	return i < len(l.words) && len(l.words[i].Lower) == 4 && (strings.HasPrefix(l.words[i].Lower, "19") || strings.HasPrefix(l.words[i].Lower, "20"))
}
