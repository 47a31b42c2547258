package findings

import (
	"fmt"
	"strings"

	"muster/claims"
	"muster/interval"
)

// daysBetween matches what stands between a length of time and its first day: "90 days,
// from 1 July to 31 August". "10 days of training, from 1 June" need not fill its time.
var daysBetween = newPattern(`(?i)^[ -](?:days?|weeks?|months?)(?:[ -]long)?(?: (?:mission|operation|campaign|exercise|deployment|curfew|ceasefire|truce|drive|strike|evacuation|lockdown|closure|period))?(?: (?:runs|ran|will run|is to run|lasts|lasted|will last))?,? from $`)

// lasting sets a length of time in days or weeks against the two days that stand
// beside it. The day on which it begins may be counted or not, and both times may be
// told by the night.
func (v *View) lasting(list []*Figure, i int) (Finding, bool) {
	f := list[i]
	c := f.Claim
	if c.Unit != "day" && c.Unit != "week" && c.Unit != "month" || c.Per != "" || c.Qualifier != claims.Exact || c.Value == nil || !c.Value.IsInt() || c.Value.Cmp(interval.Int(2)) < 0 {
		return Finding{}, false
	}
	end := max(c.Number.End, 0)
	rest := v.home(f).part(end, end+longestBetween)
	if !strings.Contains(rest, " from ") {
		return Finding{}, false
	}
	published, err := interval.ParseDate(v.home(f).document.Published)
	if err != nil {
		return Finding{}, false
	}
	told := v.dayReader().days(rest, published, false)
	if len(told) < 2 || !strings.ContainsAny(rest[told[0].start:told[0].end], "0123456789") || !strings.ContainsAny(rest[told[1].start:told[1].end], "0123456789") || !daysBetween.MatchString(rest[:told[0].start]) {
		return Finding{}, false
	}
	switch strings.TrimSpace(rest[told[0].end:told[1].start]) {
	case "to", "until", "through", "till":
	default:
		return Finding{}, false
	}
	period := interval.Period{From: told[0].day, To: told[1].day}
	if told[1].day <= told[0].day {
		return Finding{}, false // the next year, or not read
	}
	n, low, high := int64(period.Days()), *c.Value, *c.Value
	if c.Unit == "week" {
		low, high = low.Mul(interval.Int(7)).Sub(interval.Int(4)), high.Mul(interval.Int(7)).Add(interval.Int(4))
	}
	if c.Unit == "month" {
		low, high = low.Mul(interval.Int(28)).Sub(interval.Int(7)), high.Mul(interval.Int(31)).Add(interval.Int(7))
	}
	if ten := interval.Int(10); c.Value.Div(ten).IsInt() { // "60 days" are told of two months
		low, high = low.Mul(interval.Frac(95, 100)), high.Mul(interval.Frac(105, 100))
	}
	if interval.Between(low.Sub(interval.Int(1)), high.Add(interval.Int(1))).Contains(interval.Int(n)) {
		return Finding{}, false
	}
	is := interval.Point(interval.Int(n))
	return Finding{Severity: Warning, Verdict: Conflict, Interval: &is, Inputs: rests(f),
		Sentence: fmt.Sprintf("In %s, %s are %d days, not %s %ss.", v.named(f.Document), days(period), n, lowered(c.Number.Exact), c.Unit)}, true
}
