package claims

// hedging is a hedge found in a sentence.
type hedging struct {
	words   run
	unnamed bool // points to a source that is not named
}

// hedgings finds the hedges of the sentence, in order.
func (c *cues) hedgings(l *line) []hedging {
	if l.marks&mayHedge == 0 {
		return nil
	}
	var found []hedging
	for i := 0; i < len(l.words); i++ {
		if l.lexemes[i].marks&mayHedge == 0 {
			continue
		}
		for _, h := range l.lexemes[i].hedges {
			if l.sequence(i, h.words) && !(l.is(i, "may", "march") && !l.tagged(i, "MD")) {
				found = append(found, hedging{run{i, i + len(h.words)}, h.unnamed})
				i += len(h.words) - 1
				break
			}
		}
	}
	return found
}

// clause returns the clause around word i: up to the nearest semicolon, or to a
// conjunction after a comma, on either side.
func (l *line) clause(i int) run {
	r := run{0, len(l.words)}
	for j := i - 1; j > 0; j-- {
		if l.clauseBreak(j) {
			r.from = j + 1
			break
		}
	}
	for j := i + 1; j < len(l.words); j++ {
		if l.clauseBreak(j) {
			r.to = j
			break
		}
	}
	return r
}

func (l *line) clauseBreak(j int) bool {
	return l.is(j, ";", ":") || l.is(j, "but", "while", "whereas", "although", "though") && l.comma(j-1) || l.is(j, "and") && l.comma(j-1) && l.verbFollows(j+1)
}
