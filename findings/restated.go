package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
)

// restated says where a later statement exists: the figures of one thing, body
// and stage that documents of different days tell differently.
func restated() Rule {
	return Rule{ID: "restated", Version: 5, Title: "Is there a later statement?", Look: func(v *View) []Finding {
		replaced := v.replacements()
		out := append(append(superseded(v, replaced), v.misquoted(replaced)...), v.outdated()...)
		for _, f := range v.Figures {
			if finding, ok := v.sources().outOfDate(f); ok && !slices.ContainsFunc(out, func(o Finding) bool { return slices.Contains(o.Inputs, input(f)) }) {
				out = append(out, finding)
			} else if finding, ok := v.staleCount(f); ok && !slices.ContainsFunc(out, func(o Finding) bool { return slices.Contains(o.Inputs, input(f)) }) {
				out = append(out, finding)
			}
		}
		for _, key := range v.keys {
			if key.unit != "" || key.body == "" {
				continue
			}
			list := v.statements(key)
			if len(list) < 2 {
				continue
			}
			for _, stage := range claims.Stages() {
				if f, ok := v.later(list, stage, replaced); ok {
					out = append(out, f)
				}
			}
		}
		return out
	}}
}

// statements returns the figures of one thing that may be told anew: outcomes are
// measured again and again, and are left out.
func (v *View) statements(key scopeKey) []*Figure {
	var list []*Figure
	for _, f := range v.scopes[key] {
		switch f.Claim.Stage {
		case claims.Result, claims.Other, "":
			continue
		}
		if f.PartOf == "" && !f.Headline && f.Claim.Value != nil && v.day(f) != "" {
			list = append(list, f)
		}
	}
	return list
}

// later makes one finding of the statements at one stage of which the words say
// that they take the place of the one before. Several figures in one document are
// of several things, and left out.
func (v *View) later(statements []*Figure, stage claims.Stage, replaced []replacement) (Finding, bool) {
	var list []*Figure
	for _, f := range statements {
		if f.Claim.Stage == stage {
			list = append(list, f)
		}
	}
	if len(list) < 2 {
		return Finding{}, false
	}
	perDocument := map[string]int{}
	for _, f := range list {
		perDocument[f.Document]++
	}
	var told []*Figure
	for _, f := range list {
		if perDocument[f.Document] > 1 || !v.tellsAll(f) {
			continue
		}
		same := slices.ContainsFunc(told, func(g *Figure) bool {
			return v.oneGroup(f, g) || g.Claim.Value.Equal(*f.Claim.Value)
		})
		if len(told) > 0 && givenUp(replaced, told[len(told)-1].Claim, f.Claim) {
			return Finding{}, false // a text says what replaces what
		}
		if len(told) > 0 && f.Claim.About != nil && f.Claim.About.To != "" && f.Claim.About.To < v.day(told[len(told)-1]) {
			continue // it speaks of a time before the one told last
		}
		switch {
		case same:
		case len(told) == 0:
			told = append(told, f)
		case !v.after(f, told[len(told)-1]):
		case v.saysAnew(f) && v.Comparer.things.Same(f.Claim.Counted, told[len(told)-1].Claim.Counted):
			told = append(told, f)
		case len(told) == 1:
			told[0] = f // no word says that it takes the place of the one before
		}
	}
	if len(told) < 2 {
		return Finding{}, false
	}
	var pieces []string
	for i, f := range told {
		of := ""
		if i == 0 {
			of = fmt.Sprintf(" of %s as %s", the(f.Claim.Organisation), stageName(stage))
		}
		pieces = append(pieces, fmt.Sprintf("%s has %s%s", v.dated(f.Document), fullWords(f.Claim), of))
	}
	return Finding{Severity: Info, Verdict: Unknown, Inputs: rests(told...),
		Sentence: capital(strings.Join(pieces, ", then ")) + "; the latest does not always replace the others."}, true
}
