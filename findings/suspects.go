package findings

import (
	"fmt"
	"slices"
	"strings"

	"muster/claims"
	"muster/findings/edits"
	"muster/interval"
)

// suspects names the figures that are most likely wrong where a list or the
// stages cannot be true as told. It corrects nothing.
func suspects() Rule {
	return Rule{ID: "suspects", Version: 4, Title: "Which figure may be wrong?", Look: func(v *View) []Finding {
		var out []Finding
		for _, s := range v.systems() {
			answers := s.suspects()
			if likely := slices.DeleteFunc(slices.Clone(answers), func(a []Suspect) bool { return a[0].Hint == "" }); len(likely) == 1 {
				answers = likely // a slip of the pen explains it
			}
			if len(answers) != 1 || len(answers[0]) > 1 {
				continue // where any of them may be wrong, naming them says nothing
			}
			suspect := answers[0][0]
			f := v.Figure(suspect.Figure)
			sentence := fmt.Sprintf("Of the numbers that do not fit together in %s, %s is the first to check: the others leave %s", v.named(f.Document), quoted(f.Claim.Quote.Exact), suspect.Allowed)
			if suspect.Hint != "" {
				sentence += ", and " + suspect.Hint
			}
			out = append(out, Finding{Severity: Info, Verdict: Conflict, Interval: &suspect.Allowed, Inputs: rests(f), Sentence: sentence + "."})
		}
		return slices.Concat(out, v.slips(), v.thousandfold())
	}}
}

// Suspect is a figure that, set free, lets the others agree.
type Suspect struct {
	Figure  string            // ID
	Allowed interval.Interval // what the others then leave for it
	Hint    string            // how a slip of the pen would explain it; "" for none
}

// Suspects returns, for the documents whose figures cannot all be true even
// within rounding, all smallest sets of figures that may be wrong.
func (v *View) Suspects() [][]Suspect {
	var out [][]Suspect
	for _, s := range v.systems() {
		out = append(out, s.suspects()...)
	}
	return out
}

func (s system) suspects() [][]Suspect {
	if !s.wide.Conflict {
		return nil
	}
	var weights []int
	for _, f := range s.figures {
		weights = append(weights, trust(f))
	}
	var out [][]Suspect
	for _, answer := range s.with(readingOf).Suspects(weights) {
		var list []Suspect
		for i, v := range answer.Variables {
			suspect := Suspect{Figure: s.figures[v].ID, Allowed: answer.Allowed[i]}
			if len(answer.Variables) == 1 && s.balances(v) {
				suspect.Hint = slip(s.figures[v].Claim, answer.Allowed[i])
			}
			list = append(list, suspect)
		}
		out = append(out, list)
	}
	return out
}

// balances reports whether a variable stands in a balance.
func (s system) balances(v int) bool {
	for _, e := range s.edits {
		if e.Kind != edits.Balance {
			continue
		}
		for _, u := range append([]int{e.First}, e.Rest...) {
			if u == v {
				return true
			}
		}
	}
	return false
}

// trust is the weight of a figure against being called wrong. Confidences near
// each other weigh the same: a tie is told as a tie.
func trust(f *Figure) int {
	weight := 2
	if f.Status.Reviewed() {
		weight += 4
	}
	switch {
	case f.Claim.Confidence >= 0.9:
		weight += 2
	case f.Claim.Confidence >= 0.7:
		weight++
	}
	switch f.Claim.Attribution.Origin().Kind {
	case claims.DocumentHop, claims.Dataset:
		weight += 2
	case claims.Organisation, claims.Person, claims.Outlet:
		weight++
	}
	return weight
}

// slip says which one slip of the pen would make a number fit what the others
// leave: a zero too many or too few, a factor of a thousand, two digits swapped.
func slip(f claims.Figure, allowed interval.Interval) string {
	if f.Value == nil || f.Value.Cmp(interval.Int(100)) < 0 || !f.Value.IsInt() || !narrowEnough(allowed) {
		return "" // small numbers are one slip from too many others
	}
	try := func(n interval.Number, how string) string {
		if n.IsInt() && allowed.Contains(n) {
			return n.Grouped(0) + " would fit: " + how
		}
		return ""
	}
	ten, thousand := interval.Int(10), interval.Int(1000)
	for _, option := range []struct {
		n   interval.Number
		how string
	}{
		{f.Value.Div(ten), "a zero too many"}, {f.Value.Mul(ten), "a zero too few"},
		{f.Value.Div(thousand), "a thousand times too large"}, {f.Value.Mul(thousand), "a thousand times too small"},
	} {
		if hint := try(option.n, option.how); hint != "" {
			return hint
		}
	}
	digits := []byte(f.Value.String())
	written := len(digits)
	if strings.Contains(f.Number.Exact, "illion") {
		written = significant(*f.Value) // the noughts are not written out
	}
	for i := range written - 1 {
		if digits[i] == digits[i+1] || digits[i+1] == '0' && i == 0 {
			continue
		}
		digits[i], digits[i+1] = digits[i+1], digits[i]
		n, err := interval.Parse(string(digits))
		digits[i], digits[i+1] = digits[i+1], digits[i]
		if err != nil {
			continue
		}
		if hint := try(n, "two digits swapped"); hint != "" {
			return hint
		}
	}
	return ""
}

// narrowEnough reports whether an interval leaves so little that a number in it
// is no accident.
func narrowEnough(i interval.Interval) bool {
	return i.Min.Bounded && i.Max.Bounded && i.Max.Value.Sub(i.Min.Value).Mul(interval.Int(4)).Cmp(i.Max.Value) <= 0
}
