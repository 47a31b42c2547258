package findings

import (
	"fmt"
	"slices"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// headlines compares the headline of each document with the text below it.
func (v *View) headlines() []Finding {
	var out []Finding
	for _, known := range v.telling {
		for _, head := range known.own {
			if !head.Headline {
				break // they stand first
			}
			if f, ok := v.headline(head, known.own); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// headline compares one figure of a headline with what the text tells of the same
// thing. Where some telling says the same, nothing was changed.
func (v *View) headline(head *Figure, own []*Figure) (Finding, bool) {
	if head.Claim.Value == nil || head.Claim.Relative != nil {
		return Finding{}, false
	}
	var body *Figure // the telling that is nearest
	fits := false
	for _, f := range own {
		if f.Headline || !v.headed(head, f) {
			continue
		}
		if keeps(head.Claim, f.Claim) {
			return Finding{}, false
		}
		fits = fits || known(f.Claim.Reading) && grade(head.Claim, f.Claim) != Conflict
		if body == nil || nearness(head, f) > nearness(head, body) {
			body = f
		}
	}
	if body == nil || v.roundsAnother(head, body, own) || v.Comparer.Barred(head, body) || fits && grade(head.Claim, body.Claim) == Conflict {
		return Finding{}, false
	}
	f := changed(head, body)
	switch near := nearness(head, body); {
	case near == equalNumber:
		if boundSide(head.Claim.Qualifier)*boundSide(body.Claim.Qualifier) >= 0 {
			f.Severity = Info // it is more careful than the text, or has no room for "as many as"
		}
	case near == farNumber, !v.sameHead(head, body), shortened(head.Claim, body.Claim) && !off(head, body):
		return Finding{}, false // it sums up, tells something else, or rounds
	case shortened(head.Claim, body.Claim):
		f.Severity = Info
	case f.Verdict != Conflict && boundSide(head.Claim.Qualifier)*boundSide(body.Claim.Qualifier) >= 0:
		return Finding{}, false
	}
	f.Sentence = fmt.Sprintf("The headline of %s says %s, the body %s.", v.named(head.Document), fullWords(head.Claim), fullWords(body.Claim))
	return f, true
}

// roundsAnother reports whether a headline has another number of its text with its bound, or rounds
// one that may count the same though it stands without its noun.
func (v *View) roundsAnother(head, body *Figure, own []*Figure) bool {
	return slices.ContainsFunc(own, func(f *Figure) bool {
		if f != body && !f.Headline && f.Claim.Value != nil && f.Claim.Value.Equal(*head.Claim.Value) && f.Claim.Qualifier == head.Claim.Qualifier {
			return true
		}
		return f != body && !f.Headline && f.Claim.Value != nil && f.Claim.Relative == nil && f.Claim.Unit == head.Claim.Unit && f.Claim.Per == head.Claim.Per && !besideNumber(&f.Claim) &&
			nearness(head, f) >= nearNumber && !off(head, f)
	})
}

// headed reports whether a figure of a text may be what its headline tells.
func (v *View) headed(head, f *Figure) bool {
	a, b := head.Claim, f.Claim
	return b.Value != nil && b.Relative == nil && a.Unit == b.Unit && a.Per == b.Per && (a.Act == claims.Deny) == (b.Act == claims.Deny) && (a.Direction == b.Direction || a.Direction == "" || b.Direction == "") &&
		v.Comparer.things.Same(a.Counted, b.Counted) && (a.Organisation == "" || b.Organisation == "" || v.Comparer.names.Related(a.Organisation, b.Organisation))
}

// How near the number of a headline is to that of a telling.
const (
	farNumber = iota
	nearNumber
	slippedNumber
	equalNumber
)

// nearness says how near two numbers are: equal, a slip apart, or a tenth at most.
func nearness(head, f *Figure) int {
	a, b := *head.Claim.Value, *f.Claim.Value
	switch {
	case a.Equal(b):
		return equalNumber
	case a.Cmp(interval.Int(100)) < 0 || b.Cmp(interval.Int(100)) < 0:
		return farNumber
	case slipOf(&head.Claim, &f.Claim) != "" || slipOf(&f.Claim, &head.Claim) != "":
		return slippedNumber
	case a.Mul(interval.Int(10)).Cmp(b.Mul(interval.Int(9))) >= 0 && b.Mul(interval.Int(10)).Cmp(a.Mul(interval.Int(9))) >= 0:
		return nearNumber
	}
	return farNumber
}

// off reports whether a rounded number is more than two in a hundred from the one
// it stands for.
func off(head, f *Figure) bool {
	a, b := *head.Claim.Value, *f.Claim.Value
	return a.Mul(interval.Int(100)).Cmp(b.Mul(interval.Int(98))) < 0 || a.Mul(interval.Int(100)).Cmp(b.Mul(interval.Int(102))) > 0
}

// sameHead reports whether two figures count one thing by its noun, or money.
func (v *View) sameHead(a, b *Figure) bool {
	return a.Claim.Unit != "" || v.Comparer.things.Head(a.Claim.Counted) != "" && origins.Head(a.Claim.Counted) == v.Comparer.things.Head(b.Claim.Counted)
}
