package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// balance sets the parts of a total against the total. Its terms are those of
// statistical offices: a balance edit, total = sum of the parts.
func balance() Rule {
	return Rule{ID: "balance", Version: 2, Title: "Do the parts make the total?", Look: func(v *View) []Finding {
		var out []Finding
		parts := v.parts()
		for _, total := range v.Figures {
			// A part without a number may be any number: nothing is missing.
			numbered := len(members(total, parts[total.ID])) == len(summands(total, parts[total.ID]))
			if parts := summands(total, parts[total.ID]); len(parts) > 0 {
				if f, ok := balanced(total, parts, numbered); ok {
					out = append(out, f)
				}
			}
		}
		return out
	}}
}

// parts returns the parts of each total, by its ID.
func (v *View) parts() map[string][]*dossier.Figure {
	parts := map[string][]*dossier.Figure{}
	for _, f := range v.Figures {
		if f.PartOf != "" && f.PartOf != f.ID {
			parts[f.PartOf] = append(parts[f.PartOf], f)
		}
	}
	return parts
}

// summands returns those parts of a total that hold a number of its unit, one a
// body and number.
func summands(total *dossier.Figure, list []*dossier.Figure) []*dossier.Figure {
	var parts []*dossier.Figure
	for _, f := range list {
		if f.Claim.Unit != total.Claim.Unit || f.Claim.Per != total.Claim.Per || !known(f.Claim.Stated) {
			continue
		}
		again := slices.ContainsFunc(parts, func(p *dossier.Figure) bool {
			return p.Claim.Organisation == f.Claim.Organisation && p.Claim.Organisation != "" && p.Claim.Stated.Equal(f.Claim.Stated) && p.Claim.Counted == f.Claim.Counted
		})
		if !again {
			parts = append(parts, f)
		}
	}
	return parts
}

func balanced(total *dossier.Figure, parts []*dossier.Figure, numbered bool) (Finding, bool) {
	stated, reading := interval.Point(interval.Int(0)), interval.Point(interval.Int(0))
	var terms []string
	for _, p := range parts {
		stated, reading = interval.Sum(stated, p.Claim.Stated), interval.Sum(reading, p.Claim.Reading)
		terms = append(terms, term(p.Claim))
	}
	claim := total.Claim
	closed := numbered && claim.Parts != nil && *claim.Parts == "closed"
	f := Finding{Severity: Info, Interval: &stated, Inputs: append(rests(total), rests(parts...)...)}
	sum := fmt.Sprintf("make %s (%s)", stated, strings.Join(terms, " + "))
	subject := "The parts " + sum
	if len(parts) == 1 {
		subject = "The one part with a number is " + quoted(parts[0].Claim.Number.Exact)
	}
	if closed {
		f.Verdict = verdict(interval.Compare(stated, reading, claim.Stated, claim.Reading))
	} else { // what is not listed can only add
		open := func(i interval.Interval) interval.Interval { return interval.Interval{Min: i.Min} }
		f.Verdict = verdict(interval.Compare(open(stated), open(reading), claim.Stated, claim.Reading))
	}
	switch {
	case f.Verdict == Conflict && above(reading, claim.Reading):
		f.Severity = Error
		f.Sentence = fmt.Sprintf("%s, more than the total, %s.", subject, quoted(claim.Number.Exact))
	case f.Verdict == Conflict:
		f.Severity = Warning
		f.Sentence = fmt.Sprintf("%s, less than the total, %s; a part may be missing from the list.", subject, quoted(claim.Number.Exact))
	case len(parts) == 1:
		return Finding{}, false // one part of a total that fits says nothing
	case f.Verdict == ConsistentWithinRounding:
		f.Sentence = fmt.Sprintf("%s, which fits %s only within rounding.", subject, quoted(claim.Number.Exact))
	case !closed && interval.Meet(stated, claim.Stated).Empty():
		f.Sentence = fmt.Sprintf("%s of %s; the list of parts is open.", subject, quoted(claim.Number.Exact))
	default:
		f.Sentence = fmt.Sprintf("%s, consistent with %s.", subject, quoted(claim.Number.Exact))
	}
	return f, true
}

// term writes a part in a sum: the number, with its qualifier when it has one.
func term(f claims.Figure) string {
	if f.Value != nil && f.Qualifier == claims.Exact {
		return f.Value.Grouped(2)
	}
	return f.Number.Exact
}

// above reports whether all of i lies above all of j.
func above(i, j interval.Interval) bool {
	return i.Min.Bounded && j.Max.Bounded && (i.Min.Value.Cmp(j.Max.Value) > 0 || i.Min.Value.Equal(j.Max.Value) && (i.Min.Open || j.Max.Open))
}
