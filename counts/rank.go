package counts

import (
	"cmp"
	"slices"

	"muster/interval"
)

// Ranking is a rule such as "the lowest 10 per cent" worked out on counts. A
// share of the units is seldom a whole number of them (10 per cent of 25 is
// 2.5), so both whole numbers beside it are given.
type Ranking struct {
	interval.Period
	Exact interval.Number // the percentage of the number of ranked units
	Floor int             // Exact rounded down
	Ceil  int             // Exact rounded up
	Units []Ranked        // lowest first; units with equal counts by name
	Aside []Ranked        // shown but not ranked: those asked for, and Unknown
	Total int64           // over Units and Aside: nothing is left out

	Provisional bool // some count of the period is not complete
}

// Ranked is a unit with its count in the period.
type Ranked struct {
	Unit  string
	Count int64
	Rank  int  // 1 is the lowest; equal counts share a rank; 0 for units aside
	Floor bool // among the lowest Floor units, ties at the edge included
	Ceil  bool // among the lowest Ceil units, ties at the edge included
}

// Lowest returns the number of units for which Floor, and for which Ceil,
// holds: more than Ranking.Floor and Ranking.Ceil when counts at the edge tie.
func (r Ranking) Lowest() (floor, ceil int) {
	for _, u := range r.Units {
		if u.Floor {
			floor++
		}
		if u.Ceil {
			ceil++
		}
	}
	return floor, ceil
}

// Rank ranks units by their latest counts within period and marks the lowest
// percent of them. Units in aside, and Unknown, are not ranked. A unit that
// the series holds, but not in this period, counts 0.
func (s Series) Rank(period interval.Period, aside []string, percent int64) Ranking {
	r := Ranking{Period: period}
	sums := map[string]int64{}
	for _, l := range s.Levels() {
		sums[l.Unit] += 0
		if period.From <= l.From && (period.To == "" || l.To <= period.To) {
			sums[l.Unit] += l.Count
			r.Total += l.Count
			r.Provisional = r.Provisional || l.Provisional
		}
	}
	for unit, count := range sums {
		if unit == Unknown || slices.Contains(aside, unit) {
			r.Aside = append(r.Aside, Ranked{Unit: unit, Count: count})
		} else {
			r.Units = append(r.Units, Ranked{Unit: unit, Count: count})
		}
	}
	byCount := func(a, b Ranked) int { return cmp.Or(cmp.Compare(a.Count, b.Count), cmp.Compare(a.Unit, b.Unit)) }
	slices.SortFunc(r.Units, byCount)
	slices.SortFunc(r.Aside, byCount)

	r.Exact, r.Floor, r.Ceil = LowestShare(len(r.Units), percent)
	for i := range r.Units {
		u := &r.Units[i]
		u.Rank = i + 1
		if i > 0 && u.Count == r.Units[i-1].Count {
			u.Rank = r.Units[i-1].Rank
		}
		u.Floor = u.Rank <= r.Floor
		u.Ceil = u.Rank <= r.Ceil
	}
	return r
}

// LowestShare returns percent of a number of units, exact and as the whole
// numbers below and above: for rules on units that nobody counted.
func LowestShare(units int, percent int64) (exact interval.Number, floor, ceil int) {
	product := int64(units) * percent
	return interval.Frac(product, 100), int(product / 100), int((product + 99) / 100)
}
