package findings

import (
	"fmt"
	"strings"

	"muster/counts"
	"muster/interval"
)

// series looks at the record files themselves: whether totals are the sums of
// their parts, which releases repeat another, where a count since a start fell,
// and how much of a number is missing when it is new. It tells no counts: small
// ones are not for publishing.
func series() Rule {
	return Rule{ID: "series", Version: 1, Title: "Do the record files hold together?", Look: func(v *View) []Finding {
		var out []Finding
		for _, s := range v.State.Series {
			for _, look := range []func(counts.Series) (Finding, bool){totals, repeats, falls, unnamed, newness} {
				if f, ok := look(s); ok {
					out = append(out, f)
				}
			}
		}
		for _, l := range v.State.Ladders {
			if f, ok := shorter(l); ok {
				out = append(out, f)
			}
		}
		return out
	}}
}

func seriesName(s counts.Series) string {
	if s.Title != "" {
		return s.Title
	}
	return s.Name
}

// released names a release by its day, or by its file.
func released(r counts.Release) string {
	if r.Date == "" {
		return r.File
	}
	return string(r.Date)
}

func totals(s counts.Series) (Finding, bool) {
	n, first := 0, ""
	var in []Input
	for _, r := range s.Releases {
		if len(r.Mismatches) == 0 {
			continue
		}
		if m := r.Mismatches[0]; n == 0 {
			first = fmt.Sprintf("%s to %s in the release of %s, cell %s", m.From, m.To, released(r), m.At)
		}
		n += len(r.Mismatches)
		in = append(in, Input{Figure: s.Name, Document: r.File})
	}
	words := fmt.Sprintf("%d totals of %s are not the sums of their parts (first: %s).", n, seriesName(s), first)
	if n == 1 {
		words = fmt.Sprintf("1 total of %s is not the sum of its parts (%s).", seriesName(s), first)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: in, Sentence: words}, n > 0
}

func repeats(s counts.Series) (Finding, bool) {
	twins := s.Twins()
	var told []string
	var in []Input
	for _, t := range twins {
		how := "in other bytes"
		if t.SameBytes {
			how = "the same file"
		}
		told = append(told, fmt.Sprintf("%s repeats %s, %s", released(s.Releases[t.Release]), released(s.Releases[t.Of]), how))
		in = append(in, Input{Figure: s.Name, Document: s.Releases[t.Release].File})
	}
	return Finding{Severity: Info, Verdict: Consistent, Inputs: in, Sentence: fmt.Sprintf("%d of %d releases of %s hold nothing new and confirm nothing: %s.",
		len(twins), len(s.Releases), seriesName(s), strings.Join(told, "; "))}, len(twins) > 0
}

func falls(s counts.Series) (Finding, bool) {
	var told []string
	for _, f := range s.Falls {
		what := "by " + string(f.To)
		if f.Unit != "" {
			what = f.Unit + " " + what
		}
		told = append(told, what)
	}
	return Finding{Severity: Warning, Verdict: Conflict, Inputs: []Input{{Figure: s.Name}}, Sentence: fmt.Sprintf("The count of %s since its start fell, which only a correction or a new start explains: %s.", seriesName(s), listed(told))}, len(told) > 0
}

func unnamed(s counts.Series) (Finding, bool) {
	return Finding{Severity: Warning, Verdict: Unknown, Inputs: []Input{{Figure: s.Name}}, Sentence: fmt.Sprintf("The map %s has no place for some classes of %s, which are counted as its rest: %s.", s.ClassMap, seriesName(s), listed(s.Unnamed))}, len(s.Unnamed) > 0
}

// newDays is within how many days of its end a month counts as new.
const newDays = 7

func newness(s counts.Series) (Finding, bool) {
	var low, high interval.Number
	n := 0
	for _, c := range s.Completenesses() {
		if c.DaysAfter < 0 || c.DaysAfter > newDays || c.Last == 0 {
			continue
		}
		if n == 0 || c.Short.Cmp(low) < 0 {
			low = c.Short
		}
		if n == 0 || c.Short.Cmp(high) > 0 {
			high = c.Short
		}
		n++
	}
	if n == 0 {
		return Finding{}, false
	}
	percent := func(x interval.Number) string { return x.Mul(interval.Int(100)).Grouped(1) }
	span := percent(low) + " to " + percent(high)
	if low.Equal(high) {
		span = percent(low)
	}
	of := fmt.Sprintf("%d periods", n)
	if n == 1 {
		of = "1 period"
	}
	share := interval.Between(low, high)
	return Finding{Severity: Info, Verdict: Consistent, Interval: &share, Inputs: []Input{{Figure: s.Name}},
		Sentence: fmt.Sprintf("What was released of %s within %d days of a period's end was %s per cent short of what is counted now (%s); a number that new is not complete.", seriesName(s), newDays, span, of)}, true
}

// shorter tells of the lists of a ladder's highest stage that are shorter than
// the one before.
func shorter(l counts.Ladder) (Finding, bool) {
	if len(l.Stages) == 0 {
		return Finding{}, false
	}
	top := l.Stages[len(l.Stages)-1]
	var told []string
	var in []Input
	for _, step := range l.Steps() {
		r := l.Rolls[step.Roll]
		if r.Stage != top || step.Change >= 0 {
			continue
		}
		why := "nobody is gone"
		if len(step.Gone) > 0 {
			var who []string
			for _, m := range step.Gone {
				who = append(who, m.Institution)
			}
			why = "gone: " + listed(who)
		}
		told = append(told, fmt.Sprintf("%s (%s)", strings.TrimSpace(string(r.Day)+" "+r.Edition), why))
		in = append(in, Input{Figure: l.Name, Document: r.File})
	}
	return Finding{Severity: Info, Verdict: Consistent, Inputs: in, Sentence: fmt.Sprintf("%s: lists of %s shorter than the one before: %s; %d came from a lower stage in all.",
		l.Title, top, strings.Join(told, "; "), len(l.Moves()))}, len(told) > 0
}
