package findings

// wordings are the words and patterns that rules look for in texts, each made when first
// asked for, and once for all views of one checker: to make a pattern takes as long as to
// look with it through some texts.
type wordings struct {
	days     *dayReader
	near     *nearWords
	denied   deniedWords
	replaced *replacedWords
	sources  *sourceWords
	grants   *grantWords
}

// dayReader returns what finds days.
func (v *View) dayReader() dayReader {
	if v.wordings.days == nil {
		made := newDayReader()
		v.wordings.days = &made
	}
	return *v.wordings.days
}

// nearly returns the words that tie numbers near each other.
func (v *View) nearly() *nearWords {
	if v.wordings.near == nil {
		v.wordings.near = newNearWords()
	}
	return v.wordings.near
}

// denied returns the phrases of claims and of their denials.
func (v *View) denied() deniedWords {
	if v.wordings.denied == nil {
		v.wordings.denied = newDeniedWords()
	}
	return v.wordings.denied
}

// replacedWords returns what finds the words of a number that took the place of another.
func (v *View) replacedWords() *replacedWords {
	if v.wordings.replaced == nil {
		v.wordings.replaced = newReplacedWords()
	}
	return v.wordings.replaced
}

// sourceWords returns what finds the words by which a telling differs from its source.
func (v *View) sourceWords() *sourceWords {
	if v.wordings.sources == nil {
		v.wordings.sources = newSourceWords()
	}
	return v.wordings.sources
}

// grantWords returns what finds the words of asking and granting.
func (v *View) grantWords() *grantWords {
	if v.wordings.grants == nil {
		v.wordings.grants = newGrantWords()
	}
	return v.wordings.grants
}
