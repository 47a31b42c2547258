package counts

import (
	"cmp"
	"slices"

	"muster/interval"
)

// MonthlyRanks evaluates a rule on the lowest per cent of units for every
// complete month, in order.
func (s Series) MonthlyRanks(aside []string, percent int64) []Ranking {
	var out []Ranking
	for _, m := range s.Months() {
		if m.Complete {
			out = append(out, s.Rank(m.Period, aside, percent))
		}
	}
	return out
}

// Lows says how often a unit was among the lowest.
type Lows struct {
	Unit        string
	Floor, Ceil int // months among the lowest by the share rounded down, and up
	Months      int // months ranked
}

// LowsOf counts, over rankings, how often each unit was among the lowest: units
// that never were are left out. Most often first, then by name.
func LowsOf(rankings []Ranking) []Lows {
	by := map[string]*Lows{}
	for _, r := range rankings {
		for _, u := range r.Units {
			if by[u.Unit] == nil {
				by[u.Unit] = &Lows{Unit: u.Unit}
			}
			l := by[u.Unit]
			l.Months++
			if u.Floor {
				l.Floor++
			}
			if u.Ceil {
				l.Ceil++
			}
		}
	}
	var out []Lows
	for _, l := range by {
		if l.Ceil > 0 {
			out = append(out, *l)
		}
	}
	slices.SortFunc(out, func(a, b Lows) int {
		return cmp.Or(b.Ceil-a.Ceil, b.Floor-a.Floor, cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

// Variant is a way of counting that a ranking can be worked out under: another
// rule against duplicates, another grouping of units, each day of a month
// weighing the same.
type Variant struct {
	Name   string
	Series Series
	PerDay bool // rank by the mean of the months' counts a day, so that a long month weighs no more than a short one
}

// Sensitivity is a ranking under several ways of counting. What changes with
// the way is not told by the rule alone.
type Sensitivity struct {
	Variants  []string
	Lowest    [][]string // by variant: units among the lowest, the share rounded up and ties included, sorted
	Always    []string   // among the lowest whatever way is taken
	Sometimes []string   // among the lowest in some ways and not in others
}

// Sensitive ranks units over months under each variant.
func Sensitive(variants []Variant, months []interval.Period, aside []string, percent int64) Sensitivity {
	var out Sensitivity
	seen := map[string]int{}
	for _, v := range variants {
		lowest := v.lowest(months, aside, percent)
		for _, unit := range lowest {
			seen[unit]++
		}
		out.Variants, out.Lowest = append(out.Variants, v.Name), append(out.Lowest, lowest)
	}
	for unit, n := range seen {
		if n == len(variants) {
			out.Always = append(out.Always, unit)
		} else {
			out.Sometimes = append(out.Sometimes, unit)
		}
	}
	slices.Sort(out.Always)
	slices.Sort(out.Sometimes)
	return out
}

func (v Variant) lowest(months []interval.Period, aside []string, percent int64) []string {
	scores := map[string]interval.Number{}
	for _, month := range months {
		for _, u := range v.Series.Rank(month, aside, percent).Units {
			score := interval.Int(u.Count)
			if v.PerDay {
				score = interval.Frac(u.Count, int64(month.Days()))
			}
			scores[u.Unit] = scores[u.Unit].Add(score)
		}
	}
	var order []interval.Number
	for _, score := range scores {
		order = append(order, score)
	}
	slices.SortFunc(order, interval.Number.Cmp)
	_, _, ceil := LowestShare(len(order), percent)
	var out []string
	for unit, score := range scores {
		if ceil > 0 && score.Cmp(order[ceil-1]) <= 0 {
			out = append(out, unit)
		}
	}
	slices.Sort(out)
	return out
}
