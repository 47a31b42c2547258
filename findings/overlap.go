package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/interval"
)

// overlap looks for parts of one list that may count the same people twice: a
// body beside the body that it is a part of; and for sums that count twice those who are told
// to belong to both groups.
func overlap() Rule {
	return Rule{ID: "overlap", Version: 4, Title: "Does a list or a sum count the same twice?", Look: func(v *View) []Finding {
		var out []Finding
		for _, told := range v.lists() {
			list := told.summands
			for _, inner := range list {
				for _, outer := range list {
					if f, ok := v.twice(told.total, inner, outer, list); ok {
						out = append(out, f)
					}
				}
			}
		}
		return append(out, v.overlapsTold()...)
	}}
}

// twice reports a part whose body is a part of another part's body. Only where
// the list without it comes nearer to the total is it more than a note.
func (v *View) twice(total, inner, outer *Figure, list []*Figure) (Finding, bool) {
	a, b := &inner.Claim, &outer.Claim
	if a.Organisation == "" || b.Organisation == "" || a.Organisation == b.Organisation || !v.Comparer.names.Within(a.Organisation, b.Organisation) {
		return Finding{}, false
	}
	if a.Stated.Min.Bounded && b.Stated.Max.Bounded && a.Stated.Min.Value.Cmp(b.Stated.Max.Value) > 0 {
		return Finding{}, false // a part of a body that is more than the body told beside it is no part of that number
	}
	with, without := interval.Point(interval.Int(0)), interval.Point(interval.Int(0))
	for _, p := range list {
		with = interval.Sum(with, p.Claim.Reading)
		if p.ID != inner.ID {
			without = interval.Sum(without, p.Claim.Reading)
		}
	}
	f := Finding{Severity: Info, Verdict: Unknown, Inputs: rests(total, inner, outer)}
	f.Sentence = fmt.Sprintf("In %s, %s may already be counted in %s, for %s is a part of %s", v.named(total.Document),
		ofBody(*a), ofBody(*b), the(a.Organisation), the(b.Organisation))
	if interval.Meet(with, total.Claim.Reading).Empty() && !interval.Meet(without, total.Claim.Reading).Empty() {
		f.Severity, f.Verdict = Warning, Conflict
		f.Sentence += fmt.Sprintf("; the parts fit the total of %s only when they are counted once", ofTotal(total.Claim))
	}
	f.Sentence += "."
	return f, true
}

// doubled reports whether a list fits its total only when a body that is a part
// of another is left out.
func (v *View) doubled(total *Figure, list []*Figure) bool {
	for _, inner := range list {
		for _, outer := range list {
			if inner != outer && inner.Claim.Organisation != "" && outer.Claim.Organisation != "" {
				if f, ok := v.twice(total, inner, outer, list); ok && f.Verdict == Conflict {
					return true
				}
			}
		}
	}
	return false
}

// ofBody writes a figure with the body it is of: "1,820 agents of HSI".
func ofBody(f claims.Figure) string {
	if strings.Contains(f.Quote.Exact, f.Organisation) {
		return phrase(f)
	}
	return phrase(f) + " of " + the(f.Organisation)
}
