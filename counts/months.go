package counts

import (
	"cmp"
	"slices"

	"muster/interval"
)

// Select returns the series with only the points that keep accepts, such as
// those of one class.
func (s Series) Select(keep func(Point) bool) Series {
	releases := slices.Clone(s.Releases)
	for i := range releases {
		var points []Point
		for _, p := range releases[i].Points {
			if keep(p) {
				points = append(points, p)
			}
		}
		releases[i].Points = points
	}
	s.Releases = releases
	return s
}

// Level is a point as its newest release has it.
type Level struct {
	Point
	Release     int  // place in Series.Releases
	Provisional bool // not complete when that release was made
}

// Levels returns, for each period, what the newest release that covers it
// says, sorted by period, unit and class. What an older release alone counts
// in a period that a newer one covers is no longer counted.
func (s Series) Levels() []Level {
	newest := map[interval.Period]int{}
	for i, r := range s.Releases {
		for _, p := range r.Points {
			newest[p.Period] = i
		}
	}
	for period, i := range newest {
		for later := len(s.Releases) - 1; later > i; later-- {
			if c := s.Releases[later].Covers; c.From != "" && c.From <= period.From && period.To <= c.To {
				newest[period] = later // it covers the period and counts nothing in it
				break
			}
		}
	}
	var out []Level
	for i, r := range s.Releases {
		for _, p := range r.Points {
			if newest[p.Period] == i {
				out = append(out, Level{p, i, r.provisional(p.Period)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Level) int { return comparePoints(a.Point, b.Point) })
	return out
}

// Latest returns the points of Levels.
func (s Series) Latest() []Point {
	var out []Point
	for _, l := range s.Levels() {
		out = append(out, l.Point)
	}
	return out
}

func (r Release) provisional(p interval.Period) bool {
	return r.Provisional != "" && p.To >= r.Provisional
}

// Month is the count of one calendar month over all units and classes.
type Month struct {
	interval.Period
	Count    int64
	Days     int             // of the calendar month
	PerDay   interval.Number // Count / Days, exact
	Release  int             // place in Series.Releases of the newest release used
	Complete bool            // every day is counted, and none is provisional
}

// Months adds the latest counts up by calendar month, in order. Weeks do not
// add up to months, nor do days of a level such as a population: such series
// have none. A count that goes over the end of a month is in none of them and
// leaves each that it touches incomplete.
func (s Series) Months() []Month {
	if s.By == "week" || s.By == "day" && s.Facts().Measure == AtATime {
		return nil
	}
	var covered interval.Period
	for _, r := range s.Releases {
		if r.Covers.From != "" {
			covered = cover(covered, r.Covers)
		}
		for _, p := range r.Points {
			covered = cover(covered, p.Period)
		}
	}
	byMonth := map[interval.Date]*Month{}
	for _, l := range s.Levels() {
		month := monthOf(l.From)
		at := func(month interval.Period) *Month {
			if byMonth[month.From] == nil {
				byMonth[month.From] = &Month{Period: month, Days: month.Days(), Complete: covered.From <= month.From && month.To <= covered.To}
			}
			return byMonth[month.From]
		}
		if month.To < l.To {
			for touched := month; touched.From <= l.To; touched = monthOf(touched.To.AddDays(1)) {
				m := at(touched)
				m.Complete, m.Release = false, max(m.Release, l.Release)
			}
			continue
		}
		m := at(month)
		m.Count += l.Count
		m.Release = max(m.Release, l.Release)
		m.Complete = m.Complete && !l.Provisional && !s.startsWithin(l)
	}
	out := make([]Month, 0, len(byMonth))
	for _, m := range byMonth {
		m.PerDay = interval.Frac(m.Count, int64(m.Days))
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b Month) int { return cmp.Compare(a.From, b.From) })
	return out
}

// startsWithin reports whether the release of a level covers only the later
// days of its period.
func (s Series) startsWithin(l Level) bool {
	from := s.Releases[l.Release].Covers.From
	return from > l.From && from <= l.To
}

// Share is a complete month set against a target.
type Share struct {
	Month
	Share interval.Number // of the target, exact; 1 is the whole of it
}

// Against returns the share of a daily target that each complete month
// reached. The target must be above 0.
func (s Series) Against(perDay interval.Number) []Share {
	var out []Share
	if perDay.Sign() <= 0 {
		return nil
	}
	for _, m := range s.Months() {
		if m.Complete {
			out = append(out, Share{m, m.PerDay.Div(perDay)})
		}
	}
	return out
}
