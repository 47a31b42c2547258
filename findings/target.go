package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/counts"
	"muster/interval"
	"muster/origins"
)

// target sets counted outcomes against what was demanded.
func target() Rule {
	return Rule{ID: "target", Version: 1, Title: "Does the count reach the target?", Look: func(v *View) []Finding {
		things := origins.NewThings()
		var out []Finding
		for _, series := range v.State.Series {
			for _, goal := range v.goals(things, series) {
				out = append(out, against(series, goal))
			}
		}
		return out
	}}
}

// goal is a level that a series is set against, with the tellings of it.
type goal struct {
	amount  interval.Number
	per     string
	figures []*Figure
}

// goals returns the targets of dossier.toml for a series; without any, the
// targets told in the documents as a rate of a compatible thing.
func (v *View) goals(things *origins.Things, series counts.Series) []goal {
	var out []goal
	add := func(amount interval.Number, per string) *goal {
		for i := range out {
			if out[i].amount.Equal(amount) && out[i].per == per {
				return &out[i]
			}
		}
		out = append(out, goal{amount: amount, per: per})
		return &out[len(out)-1]
	}
	for _, t := range v.State.Settings.Targets {
		if t.Series == series.Name && t.Amount > 0 {
			add(interval.Int(t.Amount), t.Per)
		}
	}
	written := len(out) > 0
	for _, f := range v.standing() {
		c := &f.Claim
		if c.Stage != claims.Target || c.Act == claims.Deny || c.Value == nil || c.Value.Sign() <= 0 || c.Per == "" || c.Unit != "" || c.Relative != nil || !things.Same(c.Counted, series.Counts) {
			continue
		}
		if written && !slices.ContainsFunc(out, func(g goal) bool { return g.amount.Equal(*c.Value) && g.per == c.Per }) {
			continue
		}
		if !written && c.Organisation != "" && series.Scope != "" && !strings.Contains(series.Scope, c.Organisation) {
			continue
		}
		g := add(*c.Value, c.Per)
		g.figures = append(g.figures, f)
	}
	return out
}

// share is the part of a goal that a month reached; false for a rate that
// months cannot be set against.
func (g goal) share(m counts.Month) (interval.Number, bool) {
	switch g.per {
	case "day":
		return m.PerDay.Div(g.amount), true
	case "week":
		return m.PerDay.Mul(interval.Int(7)).Div(g.amount), true
	case "month":
		return interval.Int(m.Count).Div(g.amount), true
	case "year":
		return m.PerDay.Mul(interval.Int(365)).Div(g.amount), true
	}
	return interval.Number{}, false
}

func against(series counts.Series, g goal) Finding {
	what := series.Counts
	if what == "" {
		what = series.Name
	}
	subject := what
	if series.Scope != "" {
		subject += " (" + series.Scope + ")"
	}
	wanted := g.amount.Grouped(2) + per(g.per)
	out := Finding{Severity: Info, Inputs: rests(g.figures...)}

	var months []counts.Month
	var left []string
	for _, m := range series.Months() {
		if _, ok := g.share(m); !ok {
			continue
		}
		if m.Complete {
			months = append(months, m)
		} else {
			left = append(left, monthName(m))
		}
	}
	if len(months) == 0 {
		out.Verdict = NotComparable
		out.Inputs = append(out.Inputs, Input{Figure: series.Name})
		out.Sentence = fmt.Sprintf("%s cannot be set against %s: no complete month is counted.", capital(subject), wanted)
		return out
	}
	low, high := months[0], months[0]
	reached := 0
	for _, m := range months {
		if m.PerDay.Cmp(low.PerDay) < 0 {
			low = m
		}
		if m.PerDay.Cmp(high.PerDay) > 0 {
			high = m
		}
		if share, _ := g.share(m); share.Cmp(interval.Int(1)) >= 0 {
			reached++
		}
	}
	level := interval.Between(low.PerDay, high.PerDay)
	out.Interval = &level
	out.Inputs = append(out.Inputs, Input{Figure: series.Name, Exact: high.PerDay.Grouped(0) + " a day", Document: series.Releases[high.Release].File})
	if reached > 0 {
		out.Verdict = Consistent
		out.Sentence = fmt.Sprintf("%s reached %s in %d of %s (most in %s: %s a day)",
			capital(subject), wanted, reached, completeMonths(len(months)), monthName(high), high.PerDay.Grouped(0))
	} else {
		share, _ := g.share(high)
		out.Verdict = Conflict
		out.Sentence = fmt.Sprintf("%s never came above %s per cent of %s in %s (most in %s: %s a day)",
			capital(subject), percentUp(share), wanted, completeMonths(len(months)), monthName(high), high.PerDay.Grouped(0))
	}
	if len(left) > 0 {
		out.Sentence += "; " + leftOut(left)
	}
	if told := otherThing(what, g.figures); told != "" {
		out.Sentence += "; what was counted is " + what + ", what was demanded is told as " + quoted(told)
	}
	out.Sentence += "."
	return out
}

// percentUp writes a share in per cent, rounded up, so that "never above" holds.
func percentUp(share interval.Number) string {
	n := share.Mul(interval.Int(100))
	whole := n.Grouped(0)
	if up, err := interval.Parse(strings.ReplaceAll(whole, ",", "")); err == nil && up.Cmp(n) < 0 {
		return up.Add(interval.Int(1)).Grouped(0)
	}
	return whole
}

func completeMonths(n int) string {
	if n == 1 {
		return "the one complete month"
	}
	return fmt.Sprintf("%d complete months", n)
}

func leftOut(names []string) string {
	switch {
	case len(names) == 1:
		return names[0] + " is not complete and left out"
	case len(names) <= 3:
		return listed(names) + " are not complete and left out"
	}
	return fmt.Sprintf("%d months are not complete and left out", len(names))
}

func monthName(m counts.Month) string { return m.From.Time().Format("January 2006") }

// otherThing returns the words that tellings have for the thing demanded where
// none of them is the thing counted.
func otherThing(counted string, figures []*Figure) string {
	told := ""
	for _, f := range figures {
		switch {
		case f.Claim.Counted == "":
		case origins.Head(f.Claim.Counted) == origins.Head(counted):
			return ""
		case told == "":
			told = f.Claim.Counted
		}
	}
	return told
}
