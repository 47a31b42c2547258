package counts

import (
	"fmt"

	"muster/interval"
)

// Goal is a level that a series is set against.
type Goal struct {
	Amount interval.Number // above 0
	Per    string          // "day", "week", "month" or "year"; "" for an amount in all
	Label  string
	Facts  Facts // what the amount counts; an empty Kind is that of the series
}

// Attained is what a series reached of a goal in one period.
type Attained struct {
	interval.Period
	Count int64
	Days  int             // of the period, both ends included
	Rate  interval.Number // Count over Days, in the goal's own unit of time, exact
	Share interval.Number // of the goal, exact; 1 is the whole of it
}

// Attainment sets the complete periods of a series against a goal.
type Attainment struct {
	Goal    Goal
	Periods []Attained        // complete ones, in order
	Left    []interval.Period // not complete: neither shown as low nor projected
	First   *Attained         // the first in which the goal was met; nil for never
	Highest *Attained         // nil when no period is complete
	Met     int               // periods in which the goal was met
	Caution string            // what must be said beside it; "" for nothing
}

// Attain sets the months of a daily or monthly series, or the weeks of a weekly
// one, against a goal. An error says why they cannot be set against each other.
func (s Series) Attain(g Goal) (Attainment, error) {
	out := Attainment{Goal: g}
	facts := s.Facts()
	if g.Facts.Kind != "" {
		if why := WhyNot(facts, g.Facts); why != "" {
			return out, fmt.Errorf("not comparable: %s", why)
		}
		out.Caution = Caution(facts, g.Facts)
	}
	if facts.Measure == SinceStart {
		return out, fmt.Errorf("not comparable: %s is %s; turn it into counts within periods first", facts.name(), facts.Measure.inWords())
	}
	if facts.Measure == OnAverage {
		return out, fmt.Errorf("not comparable: %s is %s, which no count and no rate is set against", facts.name(), facts.Measure.inWords())
	}
	if facts.Measure == AtATime && g.Per != "" {
		return out, fmt.Errorf("not comparable: %s is %s, the goal is a rate", facts.name(), facts.Measure.inWords())
	}
	if g.Amount.Sign() <= 0 {
		return out, fmt.Errorf("expected a goal above 0, found %s", g.Amount)
	}
	for _, p := range s.wholes() {
		if !p.complete {
			out.Left = append(out.Left, p.Period)
			continue
		}
		a := Attained{Period: p.Period, Count: p.count, Days: p.Period.Days()}
		perDay := interval.Frac(a.Count, int64(a.Days))
		switch g.Per {
		case "day":
			a.Rate = perDay
		case "week":
			a.Rate = perDay.Mul(interval.Int(7))
		case "month":
			if s.By == "week" {
				return out, fmt.Errorf("not comparable: weeks of %s do not add up to the months of the goal", facts.name())
			}
			a.Rate = interval.Int(a.Count)
		case "year":
			a.Rate = perDay.Mul(interval.Int(365))
		case "":
			a.Rate = interval.Int(a.Count)
		default:
			return out, fmt.Errorf("expected a goal by day, week, month or year, found %q", g.Per)
		}
		a.Share = a.Rate.Div(g.Amount)
		out.Periods = append(out.Periods, a)
	}
	for i := range out.Periods {
		p := &out.Periods[i]
		if out.Highest == nil || p.Rate.Cmp(out.Highest.Rate) > 0 {
			out.Highest = p
		}
		if p.Share.Cmp(interval.Int(1)) >= 0 {
			out.Met++
			if out.First == nil {
				out.First = p
			}
		}
	}
	return out, nil
}

// FirstMet tells when the goal was first met: "2025-06", a week's days, or
// "never".
func (a Attainment) FirstMet() string {
	switch {
	case a.First == nil:
		return "never"
	case monthOf(a.First.From) == a.First.Period:
		return string(a.First.From[:7])
	}
	return fmt.Sprintf("%s to %s", a.First.From, a.First.To)
}

type whole struct {
	interval.Period
	count    int64
	complete bool
}

// wholes returns the months of a series, or the weeks of a weekly one.
func (s Series) wholes() []whole {
	var out []whole
	for _, m := range s.Months() {
		out = append(out, whole{m.Period, m.Count, m.Complete})
	}
	if s.By != "week" {
		return out
	}
	for _, l := range s.Levels() {
		if n := len(out); n == 0 || out[n-1].Period != l.Period {
			out = append(out, whole{l.Period, 0, true})
		}
		week := &out[len(out)-1]
		week.count += l.Count
		week.complete = week.complete && !l.Provisional && !s.startsWithin(l)
	}
	return out
}

// FirstDay returns the first day on which a daily series met a daily goal, and
// whether there is one. Days that are not complete do not count.
func (s Series) FirstDay(perDay interval.Number) (interval.Date, bool) {
	sums := map[interval.Date]int64{}
	var first interval.Date
	for _, l := range s.Levels() {
		if l.From != l.To || l.Provisional {
			continue
		}
		sums[l.From] += l.Count
	}
	for day, n := range sums {
		if interval.Int(n).Cmp(perDay) >= 0 && (first == "" || day < first) {
			first = day
		}
	}
	return first, first != ""
}

// Over returns the count that a goal asks for over the days of a period, both
// ends included: 3,000 a day over 564 days are 1,692,000.
func (g Goal) Over(p interval.Period) (interval.Number, bool) {
	if g.Per != "day" {
		return interval.Number{}, false
	}
	return g.Amount.Mul(interval.Int(int64(p.Days()))), true
}
