package claims

import (
	"slices"
	"strings"
)

// denied reports whether the figure is told as what is not so: "denied that 500
// were sent", "reports that 500 were sent are untrue", "rather than 18 months".
func (f *told) denied() bool {
	if f.at(f.first-2).is("rather") && f.at(f.first-1).is("than") {
		return true
	}
	if earlier := f.beforeInSentence(); earlier != nil && earlier.figure.Act == Deny && f.at(f.first-1).is("or", "and") {
		return true
	}
	if no := f.at(f.first - 1); no.text == "no" && f.draft.figure.Counted != "" && f.governor != nil && f.role == "subject" {
		return true // "said that no 500 people would be moved"
	}
	if g := f.governor; g != nil && g.negated && f.role == "object" && f.at(g.first-1).is("there") && g.modal == "" {
		return true // "there are not 900 hungry people"
	}
	return f.underDenial() || f.calledUntrue() || f.notSo() || f.unplanned()
}

// underDenial reports whether a verb of denying governs the figure's clause.
func (f *told) underDenial() bool {
	for k := range f.groups {
		g := &f.groups[k]
		if g.main >= f.first {
			break
		}
		if g.lemma != "deny" && g.lemma != "dispute" && g.lemma != "refute" || g.negated || f.at(g.first-1).lexeme.denial&nobodyWord != 0 {
			continue
		}
		for i := g.last + 1; i < f.first && !f.saysBetween(g.last, f.first); i++ {
			if f.at(i).is("that") || f.at(i).is("reports", "report", "claims", "claim") && !f.leaves(i, false) || f.verb(i) && f.at(i).tag == "VBG" {
				return true
			}
		}
	}
	return false
}

// startsAnew reports whether the figure's verb stands beside the verb of denying
// instead of in what that denies.
func (f *told) startsAnew() bool {
	for k := range f.groups {
		if g := &f.groups[k]; g.main < f.first && f.at(g.main).lexeme.denial&dismissWord != 0 {
			for i := g.last + 1; i < f.first; i++ {
				if f.at(i).is("that") {
					return false
				}
			}
			return f.leaves(g.last, false)
		}
	}
	return false
}

// deny points every denied figure to the last one told before it, and not denied, with the
// same value and rate that may count the same: by one noun, or where one has none.
func deny(all []*told) {
	type amount struct{ value, unit, per string }
	before := map[amount][]*Figure{}
	for _, f := range all {
		figure := &f.draft.figure
		key := amount{endKey(figure.Stated.Min) + endKey(figure.Stated.Max), figure.Unit, figure.Per}
		if figure.Act != Deny {
			before[key] = append(before[key], figure)
			continue
		}
		for _, other := range slices.Backward(before[key]) {
			if one := strings.TrimSuffix(lastWord(figure.Counted), "s"); one == "" || other.Counted == "" || one == strings.TrimSuffix(lastWord(other.Counted), "s") {
				id := other.ID
				figure.Denies = &id
				break
			}
		}
	}
}
