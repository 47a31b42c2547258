package counts

import (
	"cmp"
	"fmt"
	"slices"

	"muster/interval"
)

// ReleasedBy returns the series as it could be known at the end of a day: with
// the releases made by then. A release without a date is taken to be made on
// the day after its last.
func (s Series) ReleasedBy(day interval.Date) Series {
	s.Releases = slices.DeleteFunc(slices.Clone(s.Releases), func(r Release) bool { return r.Made() > day })
	return s
}

// Made returns the day on which a release was made, as far as it is known.
func (r Release) Made() interval.Date {
	if r.Date == "" && r.Covers.To != "" {
		return r.Covers.To.AddDays(1)
	}
	return r.Date
}

// CutOff is the day up to which a release can tell: the last of its periods, or
// the day it was made where that period had not ended.
func (r Release) CutOff() interval.Date {
	if r.Date != "" && r.Date < r.Covers.To {
		return r.Date
	}
	return r.Covers.To
}

// Splice is a place in the latest counts where one release ends and another
// goes on: definitions may have changed there, and nobody can be joined across
// it.
type Splice struct {
	At          interval.Date // the first day that the later release tells
	Before      int           // places in Series.Releases
	After       int
	Overlapping bool // both releases hold a period in common, so that the seam can be checked
}

// Splices returns the seams of the latest counts, in order of time.
func (s Series) Splices() []Splice {
	var out []Splice
	levels := s.Levels()
	for i := 1; i < len(levels); i++ {
		before, after := levels[i-1], levels[i]
		if before.Release != after.Release && before.Period != after.Period {
			out = append(out, Splice{after.From, before.Release, after.Release, s.overlap(before.Release, after.Release)})
		}
	}
	return out
}

func (s Series) overlap(a, b int) bool {
	x, y := s.Releases[a].Covers, s.Releases[b].Covers
	return x.From != "" && y.From != "" && x.Overlaps(y)
}

// Twin is a release that says what an earlier one said.
type Twin struct {
	Release, Of int  // places in Series.Releases
	SameBytes   bool // the very file; otherwise the same numbers in other bytes
}

// Twins returns the releases that repeat an earlier one: they are published
// again, and no second witness of anything.
func (s Series) Twins() []Twin {
	var out []Twin
	for i, r := range s.Releases {
		for j := i - 1; j >= 0; j-- {
			old := s.Releases[j]
			sameBytes := r.SHA256 != "" && r.SHA256 == old.SHA256 && r.File != old.File
			if sameBytes || len(r.Points) > 0 && slices.Equal(r.Points, old.Points) {
				out = append(out, Twin{i, j, sameBytes})
				break
			}
		}
	}
	return out
}

// Overlap sets two releases against each other on the periods that both hold.
type Overlap struct {
	Earlier, Later int // places in Series.Releases
	interval.Period
	Compared int   // periods that both cover
	Equal    int   // of them with the same count
	Before   int64 // counts of the earlier release on those periods
	After    int64 // and of the later
	Largest  int64 // difference of one period, without its sign
	Differ   []Difference
}

// Difference is a period that two releases count differently.
type Difference struct {
	interval.Period
	Before, After int64
}

// Share returns the part of the compared periods that are equal, exact.
func (o Overlap) Share() interval.Number {
	return interval.Frac(int64(o.Equal), int64(max(o.Compared, 1)))
}

// Overlaps compares each release with the next on the periods that both cover,
// over all units and classes; pairs without such periods are left out. A period
// that one of them covers and counts nothing in holds 0 there.
func (s Series) Overlaps() []Overlap {
	var out []Overlap
	for i := 1; i < len(s.Releases); i++ {
		if o := s.compare(i-1, i); o.Compared > 0 {
			out = append(out, o)
		}
	}
	return out
}

func (s Series) compare(a, b int) Overlap {
	o := Overlap{Earlier: a, Later: b}
	before, after := s.Releases[a].sums(), s.Releases[b].sums()
	var periods []interval.Period
	for p := range before {
		periods = append(periods, p)
	}
	for p := range after {
		if _, ok := before[p]; !ok {
			periods = append(periods, p)
		}
	}
	slices.SortFunc(periods, func(p, q interval.Period) int {
		return cmp.Or(cmp.Compare(p.From, q.From), cmp.Compare(p.To, q.To))
	})
	for _, p := range periods {
		if !s.Releases[a].covers(p) || !s.Releases[b].covers(p) {
			continue
		}
		x, y := before[p], after[p]
		o.Compared++
		o.Period = cover(o.Period, p)
		o.Before, o.After = o.Before+x, o.After+y
		if x == y {
			o.Equal++
			continue
		}
		o.Largest = max(o.Largest, x-y, y-x)
		o.Differ = append(o.Differ, Difference{p, x, y})
	}
	return o
}

func (r Release) sums() map[interval.Period]int64 {
	out := map[interval.Period]int64{}
	for _, p := range r.Points {
		out[p.Period] += p.Count
	}
	return out
}

func (r Release) covers(p interval.Period) bool {
	return r.Covers.From != "" && r.Covers.From <= p.From && p.To <= r.Covers.To
}

// Completeness is how much of what is known now the first release of a period
// held: what to expect of a number that is new.
type Completeness struct {
	interval.Period
	First, Last int64
	DaysAfter   int             // from the end of the period to its first release; below 0 when it had not ended
	Short       interval.Number // 1 - First/Last, exact; 0 where Last is 0
}

// Completenesses returns a row for each period that more than one release
// holds.
func (s Series) Completenesses() []Completeness {
	var out []Completeness
	for _, r := range s.Revisions() {
		first, last := -1, -1
		for i, c := range r.Counts {
			if c != nil && first < 0 {
				first = i
			}
			if c != nil {
				last = i
			}
		}
		if first == last {
			continue
		}
		c := Completeness{Period: r.Period, First: *r.Counts[first], Last: *r.Counts[last]}
		if made := s.Releases[first].Made(); made != "" {
			c.DaysAfter = between(r.To, made)
		}
		if c.Last != 0 {
			c.Short = interval.Int(1).Sub(interval.Frac(c.First, c.Last))
		}
		out = append(out, c)
	}
	return out
}

// between returns the days from one day to a later one; below 0 when it is
// earlier.
func between(from, to interval.Date) int {
	return int(to.Time().Sub(from.Time()).Hours() / 24)
}

// Average is a mean over days, with all that it rests on.
type Average struct {
	interval.Period                 // the days it is over, both ends included
	Days            int             // of the period, both ends included
	Count           int64           // over all units and classes
	PerDay          interval.Number // Count / Days, exact
	Left            []interval.Period
	Splices         int // seams within the period
	OddDays         int // days beyond whole weeks: working days and weekends weigh unevenly
}

// AverageOver returns the mean over the days of a period. Provisional periods
// are left out and named in Left, and the days end before the first of them:
// what is not complete makes an average low, and is never projected. An error
// says why there is none.
func (s Series) AverageOver(p interval.Period) (Average, error) {
	if measure := s.Facts().Measure; measure != PerPeriod {
		return Average{}, fmt.Errorf("%s is %s: its periods do not add up, so that a sum over days says nothing", s.Facts().name(), measure.inWords())
	}
	a := Average{Period: p}
	var counted []Level
	for _, l := range s.Levels() {
		if l.To < p.From || p.To != "" && l.From > p.To {
			continue
		}
		if l.Provisional {
			if len(a.Left) == 0 || a.Left[len(a.Left)-1] != l.Period {
				a.Left = append(a.Left, l.Period)
			}
			continue
		}
		if l.From < p.From || p.To != "" && l.To > p.To {
			return a, fmt.Errorf("%s counts %s to %s as one, which goes over the edge of %s to %s; choose days that it counts apart", s.Facts().name(), l.From, l.To, p.From, p.To)
		}
		counted = append(counted, l)
		a.Count += l.Count
	}
	if len(counted) == 0 {
		return a, fmt.Errorf("%s has no complete count from %s to %s", s.Facts().name(), p.From, p.To)
	}
	last := interval.Date("")
	for _, l := range counted {
		last = max(last, l.To)
	}
	for _, left := range a.Left {
		if left.From <= last {
			return a, fmt.Errorf("%s to %s of %s is not complete while later days are; choose another period", left.From, left.To, s.Facts().name())
		}
	}
	if len(a.Left) > 0 {
		a.To = a.Left[0].From.AddDays(-1)
	}
	if a.To == "" {
		a.To = last
	}
	if hole := s.hole(a.Period); hole != "" {
		return a, fmt.Errorf("%s is not covered from %s on; an average over days that nobody counted would be low", s.Facts().name(), hole)
	}
	a.Days = a.Period.Days()
	a.PerDay, a.OddDays = interval.Frac(a.Count, int64(a.Days)), a.Days%7
	for _, splice := range s.Splices() {
		if a.From < splice.At && splice.At <= a.To {
			a.Splices++
		}
	}
	return a, nil
}

// hole returns the first day of a period that no release covers.
func (s Series) hole(p interval.Period) interval.Date {
	day := p.From
	for day <= p.To {
		next := day
		for _, r := range s.Releases {
			if c := r.Covers; c.From != "" && c.From <= day && day <= c.To {
				next = max(next, c.To.AddDays(1))
			}
		}
		if next == day {
			return day
		}
		day = next
	}
	return ""
}
