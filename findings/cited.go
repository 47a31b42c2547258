package findings

import (
	"cmp"
	"fmt"
	"slices"

	"muster/interval"
)

// cited sets what a text tells under a source beside what the source's own text
// says, whether or not the two were taken for tellings of one figure: another
// number, another thing counted or another unit.
func cited() Rule {
	return Rule{ID: "cited", Version: 4, Title: "Does a text tell what its source says?", Look: func(v *View) []Finding {
		s := v.sources()
		var out []Finding
		for _, known := range v.telling {
			for _, f := range known.own {
				if v.fresh != nil && f.Document != v.fresh.Document && s.hold(f, v.home(v.fresh)) == 0 && !v.hasFreshNumber(f) {
					continue // it does not rest on the new figure
				}
				for _, look := range []func(*Figure) (Finding, bool){s.spanOtherwise, s.besideSource, s.toldOtherwise, s.ofAnother, s.ofOther, s.accusation, s.shareOfOther} {
					if finding, ok := look(f); ok {
						out = append(out, finding)
						break
					}
				}
			}
		}
		return out
	}}
}

// hasFreshNumber reports whether a figure has the number of the new figure.
func (v *View) hasFreshNumber(f *Figure) bool {
	return f.Claim.Value != nil && v.fresh.Claim.Value != nil && equalNumbers(f, v.fresh)
}

// besideSource makes the finding of a telling that none of its sources has so, and one
// of them otherwise.
func (s *sources) besideSource(f *Figure) (Finding, bool) {
	v := s.view
	if f.Headline || f.Claim.Value == nil || f.Claim.Relative != nil || f.Claim.Value.Cmp(interval.Int(2)) < 0 {
		return Finding{}, false
	}
	texts := s.of(f)
	if !texts.any() || v.isReplaced(f) || v.pointsBack(f) || v.ofAnotherYear(f) {
		return Finding{}, false
	}
	if finding, ok := s.listedOtherwise(f, texts); ok {
		return finding, true
	}
	for _, look := range []func(*Figure) (Finding, bool){s.wholeOfPart, s.plannedAsDone} {
		if finding, ok := look(f); ok {
			return finding, true
		}
	}
	for g := range s.sameBehind(f) {
		if v.mayBeOneThing(f, g) {
			return Finding{}, false
		}
	}
	best := otherwise{shared: -1}
	for _, t := range texts.all() {
		for _, g := range t.document.own {
			o, ok := s.otherwise(f, g, t)
			if !ok {
				continue
			}
			o.hold = t.hold
			if better := cmp.Or(o.hold-best.hold, hold(o.shared-best.shared)); better > 0 {
				best = o
			} else if better == 0 && best.from != nil && best.from.Document == g.Document && o.difference != best.difference {
				best.tied = true
			}
		}
	}
	if best.from == nil || best.tied {
		return Finding{}, false
	}
	if best.crossed != nil {
		return s.otherWayRound(best.from, member{figure: f}, member{figure: best.crossed}), true
	}
	return Finding{Severity: best.severity, Verdict: best.verdict, Inputs: rests(best.from, f), Sentence: fmt.Sprintf("%s has %s%s; %s has %s%s.",
		capital(v.named(f.Document)), fullWords(f.Claim), s.namingWords(f, best.from), v.named(best.from.Document), v.withWhole(best.from), best.difference)}, true
}

// withWhole writes a figure, with the whole that it is a part of where only that says what it counts.
func (v *View) withWhole(f *Figure) string {
	if besideNumber(&f.Claim) || !v.nounIsTold(f) {
		return fullWords(f.Claim)
	}
	return fullWords(f.Claim) + " of " + fullWords(v.Figure(f.PartOf).Claim)
}

// hasIt reports whether a document tells the number of a figure, of a thing that may be
// the same.
func (v *View) hasIt(f *Figure, known *knownDocument) bool {
	if f.Claim.Value == nil {
		return false
	}
	number := v.amountOf(f)
	return slices.ContainsFunc(known.own, func(g *Figure) bool {
		return g.amount == number && v.mayBeOneThing(f, g) && !v.isDifference(g)
	})
}
