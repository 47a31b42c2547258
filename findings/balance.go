package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/interval"
)

// balance sets the parts of a total against the total. Its terms are those of
// statistical offices: a balance edit, total = sum of the parts.
func balance() Rule {
	return Rule{ID: "balance", Version: 6, Title: "Do the parts make the total?", Look: func(v *View) []Finding {
		var out []Finding
		said := map[string]int{}        // sums to their places in out
		documents := map[int][]string{} // that tell the same
		for _, told := range append(slices.Clone(v.lists()), v.looseLists()...) {
			total, list := told.total, told.summands
			// A part without a number may be any number: nothing is missing.
			numbered := !slices.ContainsFunc(told.parts, func(f *Figure) bool { return unnumbered(total, f) })
			if len(list) == 0 || v.doubled(total, list) || slices.ContainsFunc(list, v.ofThem) {
				continue // the rule on overlap says it, or one is a part of another: "412 counters, 96 of them new"
			}
			f, ok := balanced(total, list, numbered)
			if !ok {
				continue
			}
			if f.Verdict == Conflict && (v.madeByOthers(total, list) || above(*f.Interval, total.Claim.Stated) && v.overlapping(list)) {
				continue // the list may only have been read wrongly, or is none
			}
			if f.Verdict == Conflict || numbered && under(total, list) {
				v.blame(&f, told)
			}
			key := string(f.Verdict) + "\x00" + string(f.Severity) + "\x00" + total.Claim.Unit + "\x00" + total.Claim.Per
			for _, in := range f.Inputs {
				key += "\x00" + in.Exact
			}
			at, again := said[key]
			if again {
				out[at].Inputs = append(out[at].Inputs, f.Inputs...)
			} else {
				at = len(out)
				said[key], out = at, append(out, f)
			}
			if name := v.named(total.Document); !slices.Contains(documents[at], name) {
				documents[at] = append(documents[at], name)
			}
		}
		for at, names := range documents {
			out[at].Sentence = "In " + listed(names) + ", " + out[at].Sentence
		}
		return append(out, v.shares()...)
	}}
}

// ofThem reports whether a part is told as one of the part before it.
func (v *View) ofThem(f *Figure) bool {
	after, before := v.after40(f), v.sentenceBefore(f)
	return holds(after[:min(len(after), len(" of these"))], []string{" of them", " of these", " of those", " of which", " of whom"}) && strings.HasSuffix(strings.TrimRight(before, " "), ",")
}

// oneList is how many characters apart two members of one list may stand.
const oneList = 200

// summands returns those parts of a total that hold a number of its unit, one a
// body and number: a list may be told twice, but none of its members is.
func summands(total *Figure, list []*Figure) []*Figure {
	var parts []*Figure
	for _, f := range list {
		if f.Claim.Unit != total.Claim.Unit || f.Claim.Per != total.Claim.Per || !known(f.Claim.Stated) {
			continue
		}
		again := f.Claim.Organisation != "" && slices.ContainsFunc(parts, func(p *Figure) bool {
			return p.Claim.Organisation == f.Claim.Organisation && p.Claim.Stated.Equal(f.Claim.Stated) && p.Claim.Counted == f.Claim.Counted &&
				!(p.Document == f.Document && p.Claim.Number.End > 0 && f.Claim.Number.Start-p.Claim.Number.End < oneList)
		})
		if !again {
			parts = append(parts, f)
		}
	}
	return parts
}

// balanced sets the parts against their total. The sentence goes on after the
// names of the documents.
func balanced(total *Figure, parts []*Figure, numbered bool) (Finding, bool) {
	stated, reading := interval.Point(interval.Int(0)), interval.Point(interval.Int(0))
	var terms []string
	for _, p := range parts {
		stated, reading = interval.Sum(stated, p.Claim.Stated), interval.Sum(reading, p.Claim.Reading)
		terms = append(terms, term(p.Claim))
	}
	claim := total.Claim
	closed := numbered && claim.Parts != nil && *claim.Parts == "closed"
	f := Finding{Severity: Info, Interval: &stated, Inputs: append(rests(total), rests(parts...)...)}
	whole := ofTotal(claim)
	subject := fmt.Sprintf("the parts told for %s make %s (%s)", whole, sumName(stated, claim), strings.Join(terms, " + "))
	if len(parts) == 1 {
		subject = fmt.Sprintf("%s are told as a part of %s", phrase(parts[0].Claim), whole)
	}
	if closed {
		f.Verdict = verdict(interval.Compare(stated, reading, claim.Stated, claim.Reading))
	} else { // what is not listed can only add
		open := func(i interval.Interval) interval.Interval { return interval.Interval{Min: i.Min} }
		f.Verdict = verdict(interval.Compare(open(stated), open(reading), claim.Stated, claim.Reading))
	}
	over := above(stated, claim.Stated)
	if f.Verdict == ConsistentWithinRounding && (closed || over) && amiss(total, parts) {
		f.Verdict = Conflict
	}
	switch {
	case f.Verdict == Conflict && over:
		f.Severity = Warning
		if above(reading, claim.Reading) {
			f.Severity = Error
		}
		f.Sentence = fmt.Sprintf("%s%s.", subject, apartBy(stated, claim, "more than the total"))
	case f.Verdict == Conflict && len(parts) == 1:
		return Finding{}, false // where the others are told elsewhere, nothing is missing
	case f.Verdict == Conflict:
		f.Severity = Warning
		f.Sentence = fmt.Sprintf("%s%s; a part may be missing, or a number wrong.", subject, apartBy(stated, claim, "less than the total"))
	case closed && under(total, parts):
		f.Sentence = fmt.Sprintf("%s%s.", subject, apartBy(stated, nominal(claim), "less than the most that is told"))
	case len(parts) == 1:
		return Finding{}, false // one part of a total that fits says nothing
	case f.Verdict == ConsistentWithinRounding && exactly(claim) && claim.Value.Cmp(interval.Int(mostSurveyed)) < 0 && stated.IsPoint() && roughly(stated.Min.Value, *claim.Value):
		return Finding{}, false // few count so few so roughly: they are likelier no list
	case f.Verdict == ConsistentWithinRounding:
		f.Sentence = subject + ", which fits only when the numbers are rounded."
	case !closed && interval.Meet(stated, claim.Stated).Empty():
		f.Sentence = subject + "; the list need not be whole."
	default:
		f.Sentence = subject + ", which fits."
	}
	return f, true
}

// roughly reports whether a sum is more than two in a hundred from a total.
func roughly(sum, total interval.Number) bool {
	gap := sum.Sub(total)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	return gap.Mul(interval.Int(50)).Cmp(total) > 0
}

// apartBy says by how much a sum misses its total: ", 200 more than the total".
func apartBy(sum interval.Interval, total claims.Figure, how string) string {
	if !sum.IsPoint() || !total.Stated.IsPoint() {
		return ", " + how
	}
	gap := sum.Min.Value.Sub(total.Stated.Min.Value)
	if gap.Sign() < 0 {
		gap = interval.Int(0).Sub(gap)
	}
	return ", " + sumName(interval.Point(gap), total) + " " + how
}

// term writes a part in a sum: the number, with its qualifier when it has one.
func term(f claims.Figure) string {
	if f.Value != nil && f.Qualifier == claims.Exact && f.Unit == "" {
		return sumName(interval.Point(*f.Value), f) // "8" of "eight", "25 million" as told
	}
	return f.Number.Exact
}

// above reports whether all of i lies above all of j.
func above(i, j interval.Interval) bool {
	return i.Min.Bounded && j.Max.Bounded && (i.Min.Value.Cmp(j.Max.Value) > 0 || i.Min.Value.Equal(j.Max.Value) && (i.Min.Open || j.Max.Open))
}
