package findings

// wordings are the words and patterns that rules look for in texts, each made when first
// asked for, and once for all views of one checker: to make a pattern takes as long as to
// look with it through some texts.
type wordings struct {
	days     once[dayReader]
	near     once[*nearWords]
	passages once[*passageWords]
	changes  once[*changeWords]
	both     once[*bothWords]
	told     once[*toldWords]
	averages once[*averageWords]
	denied   once[deniedWords]
	replaced once[*replacedWords]
	sources  once[*sourceWords]
	grants   once[*grantWords]
	ahead    once[*aheadWords]
	running  once[*runningWords]
	now      once[*nowWords]
	inside   once[*insideWords]
}

// dayReader returns what finds days.
func (v *View) dayReader() dayReader { return v.wordings.days.get(newDayReader) }

// nearly returns the words that tie numbers near each other.
func (v *View) nearly() *nearWords { return v.wordings.near.get(newNearWords) }

// inPassages returns the words by which a sentence takes up numbers told before it.
func (v *View) inPassages() *passageWords { return v.wordings.passages.get(newPassageWords) }

// inChanges returns the words by which a text tells by how much a number changed.
func (v *View) inChanges() *changeWords { return v.wordings.changes.get(newChangeWords) }

// inBothGroups returns the words by which a text tells of those who belong to two groups.
func (v *View) inBothGroups() *bothWords { return v.wordings.both.get(newBothWords) }

// inTold returns the words by which a number is told as worked out.
func (v *View) inTold() *toldWords { return v.wordings.told.get(newToldWords) }

// inAverages returns the words by which a number is told as an average.
func (v *View) inAverages() *averageWords { return v.wordings.averages.get(newAverageWords) }

// denied returns the phrases of claims and of their denials.
func (v *View) denied() deniedWords { return v.wordings.denied.get(newDeniedWords) }

// replacedWords returns what finds the words of a number that took the place of another.
func (v *View) replacedWords() *replacedWords { return v.wordings.replaced.get(newReplacedWords) }

// sourceWords returns what finds the words by which a telling differs from its source.
func (v *View) sourceWords() *sourceWords { return v.wordings.sources.get(newSourceWords) }

// grantWords returns what finds the words of asking and granting.
func (v *View) grantWords() *grantWords { return v.wordings.grants.get(newGrantWords) }

// insideWords returns what finds an event that a text gives two times.
func (v *View) insideWords() *insideWords { return v.wordings.inside.get(newInsideWords) }
