package findings

import (
	"fmt"

	"muster/claims"
	"muster/dossier"
	"muster/interval"
)

// shortestAverage is how many days a count must cover before it is set against
// a daily rate: the average of a day or two says nothing of a rate.
const shortestAverage = 7

// rate works out what a count over a period makes a day, and sets it against
// the rate that is told for the same thing and time.
func rate() Rule {
	return Rule{ID: "rate", Version: 1, Title: "Does a count fit the rate told for its time?", Look: func(v *View) []Finding {
		var out []Finding
		for _, key := range v.keys {
			if key.per != "" || key.unit != "" {
				continue
			}
			daily := key
			daily.per = "day"
			rates := v.scopes[daily]
			if len(rates) == 0 {
				continue
			}
			for _, count := range v.scopes[key] {
				if count.Claim.About == nil {
					continue
				}
				for _, told := range rates {
					if f, ok := v.averaged(count, told); ok {
						out = append(out, f)
					}
				}
			}
		}
		return out
	}}
}

// averaged sets a count against a daily rate. The day on which a period begins
// may be counted or not: both divisors are allowed for.
func (v *View) averaged(count, told *dossier.Figure) (Finding, bool) {
	c, r := count.Claim, told.Claim
	if c.Value == nil || c.Value.Cmp(interval.Int(100)) < 0 || c.Stage != claims.Result || r.Stage != claims.Result || c.About == nil || r.About == nil || !known(c.Stated) || !known(r.Stated) {
		return Finding{}, false
	}
	if r.Value != nil && r.Value.Equal(*c.Value) {
		return Finding{}, false // one number: a text that leaves the rate to its reader
	}
	n, m := c.About.Days(), r.About.Days()
	if n < shortestAverage || m < shortestAverage || 10*max(n, m) > 11*min(n, m) || !c.About.Overlaps(r.About.Period) {
		return Finding{}, false
	}
	over := interval.Between(interval.Int(int64(n-1)), interval.Int(int64(n)))
	stated, reading := interval.Ratio(c.Stated, over), interval.Ratio(c.Reading, over)
	half := interval.Between(interval.Frac(-1, 2), interval.Frac(1, 2)) // averages are told in whole numbers
	f := Finding{Severity: Info, Verdict: verdict(interval.Compare(stated, reading, r.Stated, interval.Sum(r.Reading, half))), Interval: &stated, Inputs: rests(count, told)}
	f.Sentence = fmt.Sprintf("%s in %s, over %d days, make %s a day", quoted(c.Quote.Exact), v.named(count.Document), n, rounded(stated))
	switch f.Verdict {
	case Conflict:
		if !nearly(reading, r.Reading) {
			f.Severity = Warning
		}
		f.Sentence += fmt.Sprintf("; %s tells %s.", v.named(told.Document), quoted(r.Quote.Exact))
	default:
		f.Sentence += fmt.Sprintf(", which fits %s in %s.", quoted(r.Quote.Exact), v.named(told.Document))
	}
	return f, true
}

// nearly reports whether two amounts are within two per cent of each other, as
// counts with and without copies of one record are.
func nearly(a, b interval.Interval) bool {
	wide := interval.Interval{Min: b.Min, Max: b.Max}
	if wide.Min.Bounded {
		wide.Min.Value = wide.Min.Value.Mul(interval.Frac(98, 100))
	}
	if wide.Max.Bounded {
		wide.Max.Value = wide.Max.Value.Mul(interval.Frac(102, 100))
	}
	return !interval.Meet(a, wide).Empty()
}
