package findings

import (
	"fmt"
	"maps"
	"slices"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
	"muster/interval/formula"
)

// checks works out a dossier's own rules, the expressions of its settings.
func checks() Rule {
	return Rule{ID: "checks", Version: 1, Title: "Do the dossier's own checks hold?", Look: func(v *View) []Finding {
		var out []Finding
		for _, c := range v.State.Settings.Checks {
			out = append(out, v.checked(c))
		}
		return out
	}}
}

func (v *View) checked(c dossier.Check) Finding {
	f := Finding{Severity: Info, Verdict: Unknown}
	say := func(format string, args ...any) Finding {
		f.Sentence = fmt.Sprintf("Check %s: ", quoted(c.Name)) + fmt.Sprintf(format, args...)
		return f
	}
	expression, err := formula.Parse(c.Expression)
	if err != nil {
		return say("%v.", err)
	}
	values := map[string]formula.Value{}
	var list []*dossier.Figure
	for _, name := range slices.Sorted(maps.Keys(c.Figures)) {
		figure := v.figure(c.Figures[name])
		if figure == nil || figure.Status == dossier.Rejected {
			return say("the figure %s for %s is not in the dossier, or was rejected.", c.Figures[name], name)
		}
		list = append(list, figure)
		values[name] = valueOf(figure.Claim)
	}
	f.Inputs = rests(list...)
	result, err := expression.Eval(values)
	if err != nil {
		f.Verdict = NotComparable
		return say("%v.", err)
	}
	f.Interval = &result.Left.Stated
	sides := fmt.Sprintf("%s (%s %s %s)", c.Expression, result.Left.Stated, result.Operator, result.Right.Stated)
	switch {
	case result.Stated == formula.Yes:
		f.Verdict = Consistent
		return say("%s holds.", sides)
	case result.Stated == formula.Maybe:
		return say("%s is left open by the words.", sides)
	}
	f.Severity = Severity(c.Severity)
	if f.Severity == "" {
		f.Severity = Warning
	}
	if result.Reading != formula.No {
		f.Verdict, f.Severity = ConsistentWithinRounding, Info
		return say("%s holds only within rounding.", sides)
	}
	f.Verdict = Conflict
	if c.Why != "" {
		return say("%s does not hold; %s.", sides, c.Why)
	}
	return say("%s does not hold.", sides)
}

// valueOf returns a figure as an amount with its unit; a percentage becomes a
// share. A multiple is its factor.
func valueOf(f claims.Figure) formula.Value {
	value := formula.Value{Stated: f.Stated, Reading: f.Reading, Unit: formula.UnitOf(f.Unit, f.Per)}
	switch {
	case f.Relative != nil:
		value.Stated, value.Reading, value.Unit = f.Relative.Factor, f.Relative.Factor, formula.Unit{}
	case f.Unit == "percent":
		value.Stated, value.Reading = interval.Scale(f.Stated, interval.Frac(1, 100)), interval.Scale(f.Reading, interval.Frac(1, 100))
	}
	return value
}
