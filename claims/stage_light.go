package claims

import "strings"

// costsBetween reports whether a cost is named between word i and the figure.
func (f *told) costsBetween(i int) bool {
	for i++; i < f.first; i++ {
		if f.at(i).is("cost", "costs", "price", "bill", "expense", "expenses", "budget") {
			return true
		}
	}
	return false
}

// asked reports whether the figure before it in the sentence was asked for.
func (f *told) asked() bool {
	earlier := f.beforeInSentence()
	return earlier != nil && earlier.figure.Stage == Requested
}

// works reports whether the verb is what those sent do to others: it has an
// object that they do not suffer.
func (f *told) works(g *verbGroup) bool {
	next := f.at(g.last + 1)
	return !g.passive && !f.lists.unwilled[g.lemma] && (next.tag == "DT" || next.tag == "CD" || next.tag == "PRP$" || next.tag == "$" || next.is("about", "some", "nearly", "almost", "more", "at", "up") || strings.HasPrefix(string(next.tag), "NN"))
}

// costs reports whether the subject of the verb is what was spent.
func (f *told) costs(g *verbGroup) bool {
	for i := g.first - 1; i >= 0 && f.at(i).lower != ","; i-- {
		if f.at(i).is("cost", "costs", "bill", "spending", "damage", "losses", "expenses") {
			return true
		}
	}
	return false
}
