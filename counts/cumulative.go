package counts

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"muster/interval"
)

// Reset says when a cumulative series starts anew.
type Reset string

// The resets: a closed list. A fiscal year of the United States begins on
// 1 October and is named after the year in which it ends.
const (
	Never        Reset = ""
	CalendarYear Reset = "calendar-year"
	FiscalYear   Reset = "fiscal-year"
)

// Resets returns the closed list, without Never.
func Resets() []Reset { return []Reset{CalendarYear, FiscalYear} }

// Start returns the first day of the run that a day belongs to; none for a
// series that never starts anew.
func (r Reset) Start(day interval.Date) interval.Date {
	t := day.Time()
	switch r {
	case CalendarYear:
		return interval.DateOf(time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC))
	case FiscalYear:
		year := t.Year()
		if t.Month() < time.October {
			year--
		}
		return interval.DateOf(time.Date(year, time.October, 1, 0, 0, 0, 0, time.UTC))
	}
	return ""
}

// Fall is a cumulative count that went down within one run: a correction, or a
// start that the reset does not tell.
type Fall struct {
	Point              // what the derived period holds: below 0
	Before, Then int64 // the two cumulative counts
}

// Derive turns a cumulative series into counts within periods, release by
// release. A point holds what was counted from the start of its run to the end
// of its period. The first point of a run that starts anew holds the count
// itself, from the run's first day; the first point of a run whose start is not
// known gives none, because what it holds is older. A count that did not change
// is zero; a period that no table tells is a gap that the next one covers. No
// count is carried over a reset. Series that are not cumulative stay as they are.
func Derive(s Series) Series {
	if s.Facts().Measure != SinceStart {
		return s
	}
	out := s
	out.Measure, out.Releases = PerPeriod, slices.Clone(s.Releases)
	for i := range out.Releases {
		r := &out.Releases[i]
		points := slices.Clone(r.Points)
		slices.SortStableFunc(points, func(a, b Point) int {
			return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Class, b.Class), cmp.Compare(a.To, b.To))
		})
		r.Points = nil
		for j, p := range points {
			start := s.Reset.Start(p.To)
			goesOn := j > 0 && points[j-1].Unit == p.Unit && points[j-1].Class == p.Class && s.Reset.Start(points[j-1].To) == start
			switch {
			case goesOn:
				before := points[j-1]
				q := p
				q.From, q.Count = before.To.AddDays(1), p.Count-before.Count
				if q.Count < 0 {
					out.Falls = append(out.Falls, Fall{q, before.Count, p.Count})
				}
				r.Points = append(r.Points, q)
			case start != "":
				q := p
				q.From = start
				r.Points = append(r.Points, q)
			}
		}
		slices.SortFunc(r.Points, comparePoints)
	}
	return out
}

// String tells the fall for a note.
func (f Fall) String() string {
	who := ""
	if f.Unit != "" {
		who = f.Unit + ": "
	}
	return fmt.Sprintf("%sthe count since the start fell from %d to %d by %s", who, f.Before, f.Then, f.To)
}
