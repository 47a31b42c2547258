package findings

import (
	"fmt"
	"maps"
	"slices"
	"strings"

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
	var list []*Figure
	for _, name := range slices.Sorted(maps.Keys(c.Figures)) {
		figure, problem := v.referred(c.Figures[name])
		if problem != "" {
			return say("%s, given for %s, %s.", quoted(c.Figures[name]), name, problem)
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

// referred returns the figure that a setting names: by its ID, or by file and
// number or figure as told ("documents/report.txt more than 5,000"). Otherwise it says what
// is wrong, as the end of a sentence.
func (v *View) referred(name string) (*Figure, string) {
	if f := v.Figure(name); f != nil {
		if f.Status == dossier.Rejected {
			return nil, "was rejected"
		}
		return f, ""
	}
	file, words, _ := strings.Cut(name, " ")
	var found *Figure
	for _, f := range v.Figures {
		if d := v.home(f).document; d == nil || d.Document.ID != file || f.Claim.Number.Exact != words && f.Claim.Quote.Exact != words || f.Headline {
			continue
		}
		if found != nil && (!found.Claim.Stated.Equal(f.Claim.Stated) || found.Claim.Unit != f.Claim.Unit || found.Claim.Per != f.Claim.Per) {
			return nil, "may be several figures: use the name on the page of the one that is meant"
		}
		if found == nil {
			found = f
		}
	}
	if found == nil {
		return nil, "is no figure of the dossier"
	}
	return found, ""
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
