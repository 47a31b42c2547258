package findings

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"muster/claims"
	"muster/interval"
	"muster/origins"
)

// shortestAverage is how many days a count must cover before it is set against
// a daily rate: the average of a day or two says nothing of a rate.
const shortestAverage = 7

// rate works out what a count over a period makes a day, and sets it against
// the rate that is told for the same thing and time.
func rate() Rule {
	return Rule{ID: "rate", Version: 6, Title: "Does a count fit the rate told for its time?", Look: func(v *View) []Finding {
		var out []Finding
		beside := map[string]bool{} // rates that a text tells as the average of a count beside them
		worked := map[Input]bool{}  // what the rule on arithmetic has worked out
		for _, f := range v.worked() {
			for _, in := range f.Inputs {
				worked[in] = true
			}
		}
		for _, told := range v.Figures {
			if count, ok := v.averageOf(told); ok {
				beside[told.ID] = true
				if worked[input(told)] && worked[input(count)] {
					continue
				}
				if f, ok := v.averaged(count, told, true); ok {
					out = append(out, f)
				}
			}
		}
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
					if beside[told.ID] || count.Document != told.Document && (told.Headline || v.concluded(told)) {
						continue
					}
					if f, ok := v.averaged(count, told, false); ok {
						out = append(out, f)
					}
				}
			}
		}
		return out
	}}
}

// concluded reports whether a rate is what its own text works out of a number before it: "By May
// 248 ships were searched. That makes eight a day".
func (v *View) concluded(rate *Figure) bool {
	return v.nearly().comesTo.MatchString(v.opening(rate))
}

// asAverage matches the words that make a rate the average of the count before
// it: "42,000 parcels in ten days, an average of 4,200 a day".
var asAverage = newPattern(`(?i)(?:(?:,| –| —| \(|;) (?:or|that is|which is|(?:or |at |with |which is |about )?an average of|averaging|on average)(?: about)?|\(),? ?$`)

// atMost matches what follows a rate that is no average.
var atMost = newPattern(`\b(peak|at (the |its )?most|at best|maximum|busiest|some days)\b`)

// averageOf returns the count that a rate is told as the average of, in the same
// sentence.
func (v *View) averageOf(told *Figure) (*Figure, bool) {
	r := told.Claim
	list := v.home(told).own
	if r.Per != "day" && r.Per != "week" || len(list) < 2 || r.Unit == "percent" || r.Unit == "share" || r.Relative != nil || r.Value == nil || told.Headline {
		return nil, false
	}
	i, _ := slices.BinarySearchFunc(list, told, func(a, b *Figure) int { return a.Claim.Number.Start - b.Claim.Number.Start })
	for i--; i >= 0; i-- {
		count := list[i]
		if count.Claim.Unit == "day" || count.Claim.Unit == "week" || count.Claim.Unit == "month" {
			continue // "in the ten days"
		}
		c := count.Claim
		between, near := v.between(count, told)
		if !near || !asAverage.MatchString(between) || atMost.MatchString(v.after40(told)) || c.Per != "" || c.Unit != r.Unit || c.Relative != nil || c.Value == nil || v.ofOtherStretch(count, told) || !v.sameNoun(c, r) && origins.Head(c.Counted) != "time" { // "called 620 times"
			return nil, false
		}
		return count, true
	}
	return nil, false
}

// averaged sets a count against a rate: by the period of both, or, where the rate
// is told as the average of the count beside it, by that of the count. The day on
// which a period begins may be counted or not: both divisors are allowed for, except where a
// short period is told by both its ends.
func (v *View) averaged(count, told *Figure, beside bool) (Finding, bool) {
	c, r := count.Claim, told.Claim
	if c.Value == nil || c.Value.Cmp(interval.Int(100)) < 0 || c.Stage != claims.Result && !beside || c.About == nil || !known(c.Stated) || !known(r.Stated) {
		return Finding{}, false
	}
	if r.Value != nil && c.Value.Cmp(r.Value.Mul(interval.Int(2))) < 0 {
		return Finding{}, false // two rates: "132,000 a day, after 131,000 in the first weeks"
	}
	if v.fitsAnother(count, told) {
		return Finding{}, false
	}
	n, unit := c.About.Days(), int64(1)
	if r.Per == "week" {
		unit = 7
	}
	if n < shortestAverage*int(unit) {
		return Finding{}, false
	}
	if !v.toldFor(count) {
		return Finding{}, false
	}
	if !beside {
		m := 0
		if r.About != nil {
			m = r.About.Days()
		}
		if r.Stage != claims.Result || m < shortestAverage || !v.toldFor(told) || 10*max(n, m) > 11*min(n, m) || 10*common(c.About.Period, r.About.Period) < 9*min(n, m) {
			return Finding{}, false
		}
	}
	fewest := n - 1
	if n <= longestExact && (bothEnds(c.About.Text) || wholeMonth(c.About.Period)) {
		fewest = n
	}
	over := interval.Between(interval.Frac(int64(fewest), unit), interval.Frac(int64(n), unit))
	stated, reading := interval.Ratio(c.Stated, over), interval.Ratio(c.Reading, over)
	half := interval.Between(interval.Frac(-1, 2), interval.Frac(1, 2)) // averages are told in whole numbers
	f := Finding{Severity: Info, Verdict: verdict(interval.Compare(stated, reading, r.Stated, interval.Sum(r.Reading, half))), Interval: &stated, Inputs: rests(count, told)}
	makes := fmt.Sprintf("%s over %d days (%s) make %s%s", measured(c), n, days(c.About.Period), rounded(stated), per(r.Per))
	same := count.Document == told.Document
	if same {
		makes = "In " + v.named(count.Document) + ", " + makes
	} else {
		makes = capital(makes) + ", by what " + v.named(count.Document) + " says"
	}
	switch {
	case f.Verdict == Conflict && c.Unit != "" && !interval.Meet(widened(reading), r.Reading).Empty():
		return Finding{}, false // what is measured is rounded
	case f.Verdict == Conflict:
		if !nearly(reading, r.Reading) {
			f.Severity = Warning
		}
		if same {
			f.Sentence = fmt.Sprintf("%s, not %s.", makes, measured(r))
		} else {
			f.Sentence = fmt.Sprintf("%s; %s says %s.", makes, v.named(told.Document), measured(r))
		}
	case same:
		f.Sentence = fmt.Sprintf("%s, which fits %s.", makes, measured(r))
	default:
		f.Sentence = fmt.Sprintf("%s; this fits %s in %s.", makes, measured(r), v.named(told.Document))
	}
	return f, true
}

// common is how many days two periods have in common.
func common(a, b interval.Period) int {
	if !a.Overlaps(b) {
		return 0
	}
	return interval.Period{From: max(a.From, b.From), To: min(a.To, b.To)}.Days()
}

// longestExact is how many days a period may have of which every day is counted: of a longer
// one it is left open whether the day on which it begins is.
const longestExact = 31

// bothEnds reports whether the words of a period tell its first and its last day, or how
// many days it has: no day is then left open.
func bothEnds(words string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		switch word {
		case "to", "until", "till", "through", "and", "days", "week", "weeks", "month":
			return true
		}
	}
	return strings.ContainsAny(words, "–—")
}

// measured writes a figure for a sentence, with its unit.
func measured(f claims.Figure) string {
	if f.Unit != "" {
		return beside(f)
	}
	return phrase(f)
}

// wholeMonth reports whether a period is a month of the calendar.
func wholeMonth(p interval.Period) bool {
	from, next := p.From.Time(), p.To.Time().AddDate(0, 0, 1)
	return p.From != "" && p.To != "" && from.Day() == 1 && next.Equal(from.AddDate(0, 1, 0))
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
