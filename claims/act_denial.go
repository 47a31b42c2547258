package claims

// denied reports whether the figure's clause is governed by a denial: "denied
// that 500 were sent", "rather than 18 months".
func (f *told) denied() bool {
	if f.at(f.first-2).is("rather") && f.at(f.first-1).is("than") {
		return true
	}
	if earlier := f.beforeInSentence(); earlier != nil && earlier.figure.Act == Deny && f.at(f.first-1).is("or", "and") {
		return true
	}
	if g := f.governor; g != nil && g.negated && f.role == "object" && f.at(g.first-1).is("there") && g.modal == "" {
		return true // "there are not 900 hungry people"
	}
	for k := range f.groups {
		g := &f.groups[k]
		if g.main >= f.first {
			break
		}
		switch {
		case g.lemma == "deny" || g.lemma == "dispute" || g.lemma == "refute":
			for i := g.last + 1; i < f.first && !f.saysBetween(g.last, f.first); i++ {
				if f.at(i).is("that", "reports", "report", "claims", "claim") || f.verb(i) {
					return true
				}
			}
		}
	}
	return false
}

// deny points every denied figure to the one told before with the same value
// and counted thing.
func deny(all []*told) {
	last := map[string]string{} // the ID of the last figure that is not denied, by value and unit
	for _, f := range all {
		figure := &f.draft.figure
		value := endKey(figure.Stated.Min) + endKey(figure.Stated.Max) + figure.Unit
		if figure.Act != Deny {
			last[value] = figure.ID
		} else if id, found := last[value]; found {
			figure.Denies = &id
		}
	}
}
