package claims

// properEnd returns where the run of capitalised name words at i ends.
func (l *line) properEnd(i int) int {
	for j := i; j < len(l.words); j++ {
		switch {
		case l.tagged(j, "NNP") && l.capital(j) && !l.isTime(j):
			i = j + 1
		case j > 0 && l.hyphenInName(j): // it goes on
		case j > 0 && l.givenName(j):
			i, j = j+2, j+1
		case j != i || !l.particle(j):
			return i
		}
	}
	return i
}

// hyphenInName says whether the hyphen at i joins two parts of a name: "Anna
// Berg-Olsen".
func (l *line) hyphenInName(i int) bool {
	return l.hyphen(i) && i > 0 && i+1 < len(l.words) && l.words[i-1].End == l.words[i].Start && l.words[i].End == l.words[i+1].Start &&
		l.tagged(i-1, "NNP") && l.tagged(i+1, "NNP") && l.capital(i-1) && l.capital(i+1) && !l.isTime(i-1) && !l.isTime(i+1)
}

// givenName says whether the hyphen at i joins the syllables of a given name
// behind a family name: "Kim Tae{-}jun said", unlike "the Vostria-led force".
func (l *line) givenName(i int) bool {
	if i < 2 || !l.hyphen(i) || i+1 >= len(l.words) || l.words[i-1].End != l.words[i].Start || l.words[i].End != l.words[i+1].Start {
		return false
	}
	w := l.words[i+1]
	return !l.capital(i+1) && w.End-w.Start <= 5 && l.capital(i-1) && l.tagged(i-1, "NN") && l.capital(i-2) && l.tagged(i-2, "NNP") && l.words[i-1].End-l.words[i-1].Start <= 6 &&
		!l.is(i+1, "led", "run", "based", "wide", "born", "held", "made", "era", "style", "type", "area", "owned", "to") && (l.stop(i+2) || l.comma(i+2) || l.tagged(i+2, "VBD", "VBZ", "POS", "CC", "MD") || l.is(i+2, "who", "("))
}

// nameWords counts the words of a name; what hyphens join is one.
func (l *line) nameWords(from, to int) int {
	n := to - from
	for i := from; i < to; i++ {
		if l.hyphen(i) {
			n -= 2
		}
	}
	return n
}

// particle says whether the word at i stands in small letters inside names: "Le
// Matin du Lac".
func (l *line) particle(i int) bool {
	return i > 0 && l.capital(i-1) && l.tagged(i-1, "NNP") && i+1 < len(l.words) && l.capital(i+1) &&
		l.is(i, "du", "de", "del", "della", "des", "di", "da", "dos", "la", "le", "el", "al", "van", "von", "der", "den", "bin", "ibn", "y")
}

// capitalsEnd returns where the capitalised nouns and adjectives from word i end,
// whatever they are tagged as: "{Rural Payments} Agency".
func (l *line) capitalsEnd(i int) int {
	for l.inCapitals(i) {
		i++
	}
	return i
}

// capitalsStart returns where the capitalised nouns and adjectives that end with word i
// begin.
func (l *line) capitalsStart(i int) int {
	for i > 0 && l.inCapitals(i-1) {
		i--
	}
	return i
}

func (l *line) inCapitals(i int) bool {
	return l.capital(i) && l.tagged(i, "NN", "JJ") && !l.isTime(i)
}

// properStart returns where the run of capitalised name words that ends with
// word i begins.
func (l *line) properStart(i int) int {
	for i > 0 && (l.tagged(i-1, "NNP") && l.capital(i-1) && !l.isTime(i-1) || l.tagged(i-1, "NN") && isTimeWord(l.words[i-1].Lower) && l.timeInName(i-1) || l.particle(i-1) || l.hyphenInName(i-1) || l.givenName(i-2) || l.givenName(i-1)) {
		i--
	}
	return i
}
