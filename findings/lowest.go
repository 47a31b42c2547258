package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// lowest evaluates a rule that an announcement sets for units, such as "the
// lowest 10 per cent of field offices".
func lowest() Rule {
	return Rule{ID: "lowest", Version: 1, Title: "Which units are the lowest?", Look: func(v *View) []Finding {
		var out []Finding
		for _, rule := range v.State.Settings.Rules {
			if rule.Percent > 0 {
				out = append(out, v.evaluated(rule)...)
			}
		}
		return out
	}}
}

func (v *View) evaluated(rule dossier.UnitRule) []Finding {
	told := rests(v.tellingsOf(rule.Percent)...)
	for _, series := range v.State.Series {
		if series.Name != rule.Series || !hasUnits(series) {
			continue
		}
		months := slices.DeleteFunc(series.Months(), func(m counts.Month) bool { return !m.Complete })
		if len(months) == 0 {
			continue
		}
		last := months[len(months)-1]
		aside := slices.Clone(rule.Aside)
		if known, err := v.State.Settings.UnitRegistry(); err == nil {
			aside = append(aside, known.Aside()...)
		}
		ranking := series.Rank(last.Period, aside, rule.Percent)
		f := ranked(rule, last, ranking)
		f.Inputs = append(told, Input{Figure: series.Name, Document: series.Releases[last.Release].File})
		return []Finding{f}
	}
	units := 0
	for _, unit := range rule.Units {
		if !slices.Contains(rule.Aside, unit) {
			units++
		}
	}
	if units == 0 {
		return nil
	}
	exact, floor, ceil := counts.LowestShare(units, rule.Percent)
	share := interval.Between(interval.Int(int64(floor)), interval.Int(int64(ceil)))
	return []Finding{{
		Severity: Info, Verdict: Unknown, Interval: &share, Inputs: told,
		Sentence: fmt.Sprintf("%s%d per cent of %d units is %s, so %s; no counts by unit are in the dossier to say which.",
			label(rule), rule.Percent, units, exact.Grouped(2), meant(floor, ceil)),
	}}
}

func label(rule dossier.UnitRule) string {
	if rule.Label == "" {
		return ""
	}
	return capital(strings.TrimSuffix(rule.Label, ".")) + ": "
}

func meant(floor, ceil int) string {
	if floor == ceil {
		return fmt.Sprintf("%d are meant", floor)
	}
	return fmt.Sprintf("%d or %d are meant", floor, ceil)
}

// ranked names the lowest units of a month, and which come in when the share
// is rounded up. It tells no counts: small ones are not for publishing.
func ranked(rule dossier.UnitRule, month counts.Month, r counts.Ranking) Finding {
	var sure, more, aside []string
	ranks := map[int]int{}
	for _, u := range r.Units {
		switch {
		case u.Floor:
			sure = append(sure, u.Unit)
		case u.Ceil:
			more = append(more, u.Unit)
		}
		if u.Floor || u.Ceil {
			ranks[u.Rank]++
		}
	}
	for _, u := range r.Aside {
		aside = append(aside, u.Unit)
	}
	slices.Sort(aside)
	share := interval.Between(interval.Int(int64(r.Floor)), interval.Int(int64(r.Ceil)))
	down := listed(sure)
	if r.Floor == 0 {
		down = "none"
	}
	text := fmt.Sprintf("%s%d per cent of %d units is %s: in %s that is %s", label(rule), rule.Percent, len(r.Units), r.Exact.Grouped(2), monthName(month), down)
	if r.Floor != r.Ceil {
		text += fmt.Sprintf(" (rounded down to %d) or %s (rounded up to %d)", r.Floor, listed(append(sure, more...)), r.Ceil)
	}
	for _, n := range ranks {
		if n > 1 {
			text += ", ties included"
			break
		}
	}
	if len(aside) > 0 {
		text += "; not ranked: " + listed(aside)
	}
	return Finding{Severity: Info, Verdict: Consistent, Interval: &share, Sentence: text + "."}
}

func hasUnits(s counts.Series) bool {
	return slices.ContainsFunc(s.Releases, func(r counts.Release) bool {
		return slices.ContainsFunc(r.Points, func(p counts.Point) bool { return p.Unit != "" && p.Unit != counts.Unknown })
	})
}

// tellingsOf returns the figures that tell the rule's percentage of the lowest
// or bottom units.
func (v *View) tellingsOf(percent int64) []*Figure {
	var out []*Figure
	for _, f := range v.standing() {
		c := &f.Claim
		if c.Unit != "percent" || c.Value == nil || !c.Value.Equal(interval.Int(percent)) {
			continue
		}
		around := strings.ToLower(c.Quote.Prefix + c.Quote.Exact)
		if strings.Contains(around, "lowest") || strings.Contains(around, "bottom") {
			out = append(out, f)
		}
	}
	return out
}
