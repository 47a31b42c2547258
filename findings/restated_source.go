package findings

import (
	"fmt"
	"slices"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// outOfDate makes the finding of a count that a text tells as holding now although the
// source that it names had told a later count of the same on a day before it.
func (s *sources) outOfDate(f *Figure) (Finding, bool) {
	v := s.view
	if !mayGrow(&f.Claim) {
		return Finding{}, false
	}
	texts := s.of(f)
	if !texts.any() || !v.tellsNow(f) {
		return Finding{}, false
	}
	earlier := v.toldOnDaysBefore(f)
	if len(earlier) == 0 {
		return Finding{}, false
	}
	for _, t := range texts.all() {
		if t.hold <= byItsText || t.document.day >= v.day(f) {
			continue
		}
		for _, now := range v.growing(t.document) {
			if was := s.toldFirst(f, now, earlier); was != nil && (s.between(f, now, t) > byItsText || s.onlySource(f, now)) && !v.hasIt(now, v.home(f)) && !v.twoThings(f, now) {
				return Finding{Severity: Warning, Verdict: Conflict, Inputs: rests(f, now, was),
					Sentence: fmt.Sprintf("%s has %s as the number now; by then %s had %s.", capital(v.dated(f.Document)), fullWords(f.Claim), v.dated(now.Document), fullWords(now.Claim))}, true
			}
		}
	}
	return Finding{}, false
}

// onlySource reports whether a figure that its text lays to nobody stands in one that names no
// other office than a telling does.
func (s *sources) onlySource(f, now *Figure) bool {
	if len(s.view.chain(now)) > 0 {
		return false
	}
	only := sourceKey(0)
	for _, key := range now.document.names {
		if s.isOffice[key] {
			if only != 0 {
				return false
			}
			only = key
		}
	}
	return only != 0 && slices.ContainsFunc(s.view.chain(f), func(hop claims.Hop) bool { return !nameless(hop) && s.key(hop.Name) == only })
}

// mayGrow reports whether a figure is a count that may grow from day to day.
func mayGrow(c *claims.Figure) bool {
	return (c.Stage == claims.Result || c.Stage == claims.Deployed) && c.Value != nil && c.Unit == "" && c.Per == "" && c.Relative == nil && c.Direction == "" && c.Act == claims.Assert && c.Value.Cmp(interval.Int(leastTold)) >= 0 && c.Counted != ""
}

// growing returns the counts of a text that may grow, but for parts.
func (v *View) growing(known *knownDocument) []*Figure {
	return known.growing.get(func() []*Figure {
		var out []*Figure
		for _, f := range known.own {
			if f.PartOf == "" && !f.Headline && mayGrow(&f.Claim) && !v.ofAPart(f) {
				out = append(out, f)
			}
		}
		return out
	})
}

// toldOnDaysBefore returns the tellings of a figure's number by other texts on a day before it.
func (v *View) toldOnDaysBefore(f *Figure) []*Figure {
	var out []*Figure
	day := v.day(f)
	for _, was := range v.sameNumber(f) {
		if before := was.document.day; before != "" && before < day && !was.Headline && mayGrow(&was.Claim) && v.Comparer.things.Same(was.Claim.Counted, f.Claim.Counted) {
			out = append(out, was)
		}
	}
	return out
}

// toldFirst returns the earlier telling of a figure's number that a later count, one of growing, took the
// place of: in a text before the later count's, or beside it with an earlier day. nil where the
// two need not be counts of one thing.
func (s *sources) toldFirst(f, now *Figure, earlier []*Figure) *Figure {
	v := s.view
	a, b := &f.Claim, &now.Claim
	if b.Value.Cmp(*a.Value) <= 0 || !v.Comparer.things.Same(a.Counted, b.Counted) || !v.mayBeOfOne(f, now) || v.Comparer.Barred(f, now) || origins.SharedWords(v.wordsBeside(f), v.wordsBeside(now)) == 0 {
		return nil
	}
	at := slices.IndexFunc(earlier, func(was *Figure) bool {
		if was.Document == now.Document {
			return was.Claim.About != nil && b.About != nil && was.Claim.About.To != "" && was.Claim.About.To < b.About.From
		}
		return v.after(now, was) && (b.About == nil || b.About.To >= v.day(was)) && origins.SharedWords(v.wordsBeside(f), v.wordsBeside(was)) > 0 && origins.SharedWords(v.wordsBeside(now), v.wordsBeside(was)) > 0
	})
	if at < 0 {
		return nil
	}
	return earlier[at]
}
