package counts

import (
	"cmp"
	"maps"
	"slices"

	"muster/interval"
)

// Cover says which counts of a series are not told where everybody can read
// them: small ones, and as many others as it takes that no hidden one follows
// from what is told. A count of a unit and class in a period is one part of the
// count of the period, which in a daily series is one part of the month; with
// what is small in a sum one part that is not small is hidden, or else the sum. What is hidden in one
// release is hidden in all, zeros and what a release does not have included,
// so that no two releases tell it together.
//
// Covered are counts by period, unit and class, sums of a period or month over
// all of them, and the newest counts of a month. Any other sum may be told only
// where every count in it is. The zero value hides nothing.
type Cover struct {
	cells  map[Point]bool // by period, unit and class; Count is 0
	totals map[interval.Period]bool
	months map[interval.Period]bool
	newest map[interval.Period]bool
	daily  bool
}

// Cover works out what to hide when no count from 1 to smallest-1 may be told.
// Where only 1 is small, whoever knows that a count is small knows the count: 2
// is then taken as 3.
func (s Series) Cover(smallest int) Cover {
	if smallest == 2 {
		smallest = 3
	}
	c := Cover{cells: map[Point]bool{}, totals: map[interval.Period]bool{}, months: map[interval.Period]bool{}, newest: map[interval.Period]bool{}, daily: s.By == "day"}
	for _, r := range s.Releases {
		for _, p := range r.Points {
			if p.Count != 0 && p.Count < int64(smallest) {
				c.cells[key(p)] = true
			}
		}
	}
	if len(c.cells) == 0 {
		return c
	}
	var tables []coverTable
	for _, r := range s.Releases {
		tables = append(tables, coverTableOf(r))
	}
	overlapping := overlaps(tables)
	for before := -1; before < c.size(); { // what is hidden only grows, so this ends
		before = c.size()
		for _, t := range tables {
			c.hidePeriods(t, int64(smallest))
			c.hideMonths(t, tables, int64(smallest))
		}
		c.hideOverlaps(overlapping)
	}
	c.hideNewest(s, tables)
	return c
}

// Cell reports whether the count of a period, unit and class is hidden.
func (c Cover) Cell(p Point) bool { return c.cells[key(p)] }

// Cells returns the periods, units and classes whose counts are hidden, in
// order; what they count is left out.
func (c Cover) Cells() []Point {
	return slices.SortedFunc(maps.Keys(c.cells), comparePoints)
}

// Total reports whether the count of a period over all units and classes is
// hidden, in all releases.
func (c Cover) Total(p interval.Period) bool { return c.totals[p] }

// Revision reports whether a row of Series.Revisions is hidden, in all releases.
func (c Cover) Revision(p interval.Period) bool {
	if c.daily {
		return c.months[p]
	}
	return c.totals[p]
}

// TellsSums reports whether the sums of all periods are shown, so that a sum
// over a whole release tells nothing more.
func (c Cover) TellsSums() bool { return len(c.totals)+len(c.months)+len(c.newest) == 0 }

// Newest reports whether the newest count of a month is hidden, as Series.Months
// has it; of a weekly series, that of a week.
func (c Cover) Newest(p interval.Period) bool { return c.newest[p] }

// Missing returns the hidden counts that a release does not have although it
// has others of their periods: they must be shown as hidden too, or their
// absence tells that they are zero.
func (c Cover) Missing(r Release) []Point {
	has, periods := map[Point]bool{}, map[interval.Period]bool{}
	for _, p := range r.Points {
		has[key(p)], periods[p.Period] = true, true
	}
	var out []Point
	for p := range c.cells {
		if periods[p.Period] && !has[p] {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, comparePoints)
	return out
}

// Open returns the series without the months, or weeks, whose newest count is
// hidden: what sentences about the series may be made from.
func (c Cover) Open(s Series) Series {
	if len(c.newest) == 0 && len(c.months) == 0 && len(c.totals) == 0 {
		return s
	}
	return s.Select(func(p Point) bool {
		return !c.newest[p.Period] && !c.newest[monthOf(p.From)] && !c.Revision(p.Period) && !c.Revision(monthOf(p.From))
	})
}

func (c Cover) size() int { return len(c.cells) + len(c.totals) + len(c.months) }

func key(p Point) Point {
	p.Count = 0
	return p
}

// coverTable is a release in the order of its sums.
type coverTable struct {
	points  map[interval.Period][]Point
	periods map[interval.Period][]interval.Period // by month
}

func unnamedFirst(p Point) int {
	if p.Unit == Unknown {
		return 0
	}
	return 1
}

func coverTableOf(r Release) coverTable {
	t := coverTable{map[interval.Period][]Point{}, map[interval.Period][]interval.Period{}}
	points := slices.Clone(r.Points)
	slices.SortStableFunc(points, func(a, b Point) int { // the count without a unit is missed least
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(unnamedFirst(a), unnamedFirst(b)), comparePoints(a, b))
	})
	for _, p := range points {
		if t.points[p.Period] == nil {
			month := monthOf(p.From)
			t.periods[month] = append(t.periods[month], p.Period)
		}
		t.points[p.Period] = append(t.points[p.Period], p)
	}
	return t
}

// sum returns a period as one part of its month.
func (t coverTable) sum(p interval.Period, smallest int64) (out summand) {
	for _, point := range t.points[p] {
		out.value += point.Count
		out.least += leastOf(point.Count, smallest)
	}
	return out
}

func (c Cover) hidePeriods(t coverTable, smallest int64) {
	for period, points := range t.points {
		parts := make([]summand, len(points))
		for i, p := range points {
			parts[i] = summand{p.Count, leastOf(p.Count, smallest), c.cells[key(p)] || c.totals[period]}
		}
		if !complement(parts, smallest) {
			c.totals[period] = true
		}
		for i, p := range points {
			if parts[i].hidden || c.totals[period] {
				c.cells[key(p)] = true
			}
		}
	}
}

func (c Cover) hideMonths(t coverTable, tables []coverTable, smallest int64) {
	for month, periods := range t.periods {
		parts := make([]summand, len(periods))
		for i, p := range periods {
			parts[i] = t.sum(p, smallest)
			parts[i].hidden = c.totals[p] || c.months[month]
		}
		if !complement(parts, smallest) {
			c.months[month] = true
		}
		// Days that another release does not have yet are its difference to this
		// one, if it kept the others.
		for _, other := range tables {
			var added []int
			var summands []summand
			for i, p := range periods {
				if other.points[p] == nil {
					added, summands = append(added, i), append(summands, parts[i])
				}
			}
			if len(added) == len(periods) || len(added) == 0 {
				continue
			}
			if !complement(summands, smallest) {
				c.months[month] = true
			}
			for i, at := range added {
				parts[at] = summands[i]
			}
		}
		for i, p := range periods {
			if parts[i].hidden || c.months[month] {
				c.totals[p] = true
			}
		}
	}
}

// summand is one part of a sum: its value, the least that it could be for who
// knows which of its counts are small, and whether it is hidden.
type summand struct {
	value, least int64
	hidden       bool
}

// leastOf returns the least that a hidden count could be.
func leastOf(count, smallest int64) int64 {
	switch {
	case count == 0:
		return 0
	case count < smallest:
		return 1
	}
	return smallest
}

// complement hides one more part of a sum, the first that does, where those
// hidden could be told from it. The choice does not look at how large a part
// is beyond being small, and no third is tried: either would tell of the
// values. It reports false where that does not do: fewer than two parts are
// hidden, all are small, or each is the least that it can be. Then the sum must
// be hidden with all that is in it.
func complement(parts []summand, smallest int64) bool {
	hidden, large, sum, least := 0, false, int64(0), int64(0)
	take := func(p summand) {
		hidden, large, sum, least = hidden+1, large || p.value >= smallest, sum+p.value, least+p.least
	}
	for _, p := range parts {
		if p.hidden && p.value != 0 {
			take(p)
		}
	}
	if hidden == 0 {
		return true // zeros alone
	}
	if hidden < 2 || !large {
		for i := range parts {
			if p := &parts[i]; !p.hidden && p.value >= smallest {
				p.hidden = true
				take(*p)
				break
			}
		}
	}
	return hidden > 1 && large && sum > least
}

// overlaps returns the periods that share days with another one, together with it.
func overlaps(tables []coverTable) [][]interval.Period {
	seen := map[interval.Period]bool{}
	var all []interval.Period
	for _, t := range tables {
		for p := range t.points {
			if !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b interval.Period) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var out [][]interval.Period
	for i := 0; i < len(all); {
		end, last := i+1, all[i].To
		for ; end < len(all) && all[end].From <= last; end++ {
			last = max(last, all[end].To)
		}
		if end-i > 1 {
			out = append(out, all[i:end])
		}
		i = end
	}
	return out
}

// hideOverlaps hides periods that share days whole where anything of them is
// hidden: one less another would be a count of its own.
func (c Cover) hideOverlaps(groups [][]interval.Period) {
	if len(groups) == 0 {
		return
	}
	touched := map[interval.Period]bool{}
	for p := range c.cells {
		touched[p.Period] = true
	}
	for _, group := range groups {
		if slices.ContainsFunc(group, func(p interval.Period) bool { return touched[p] }) {
			for _, p := range group {
				c.totals[p] = true
			}
		}
	}
}

// hideNewest hides the newest counts that may not be told: those with a hidden
// period in them, unless they are the month of one release as it stands, for
// which hideMonths has seen that it may be told.
func (c Cover) hideNewest(s Series, tables []coverTable) {
	used := map[interval.Period]map[interval.Period]int{} // releases by period, by month
	for _, l := range s.Levels() {
		whole := monthOf(l.From)
		if s.By == "week" {
			whole = l.Period
		}
		if used[whole] == nil {
			used[whole] = map[interval.Period]int{}
		}
		used[whole][l.Period] = l.Release
	}
	for whole, releases := range used {
		covered, same, first := false, true, -1
		for period, release := range releases {
			if first < 0 {
				first = release
			}
			covered = covered || c.totals[period]
			same = same && release == first && period.To <= whole.To
		}
		if s.By != "week" {
			same = same && len(releases) == len(tables[first].periods[whole]) && !c.months[whole]
		} else {
			same = false
		}
		if covered && !same {
			c.newest[whole] = true
		}
	}
}
