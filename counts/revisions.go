package counts

import (
	"cmp"
	"slices"

	"muster/interval"
)

// Revision is one row of a revision triangle: what each release counted in one
// period, over all units and classes.
type Revision struct {
	interval.Period
	Counts      []*int64 // one a release, in the order of Series.Releases; nil where it does not hold the period
	Provisional []bool   // one a release: not complete when it was made
}

// First returns the first count, and Last the last; both are nil when no
// release holds the period.
func (r Revision) First() *int64 { return firstOf(r.Counts) }

// Last returns the newest count.
func (r Revision) Last() *int64 {
	reversed := slices.Clone(r.Counts)
	slices.Reverse(reversed)
	return firstOf(reversed)
}

func firstOf(counts []*int64) *int64 {
	for _, c := range counts {
		if c != nil {
			return c
		}
	}
	return nil
}

// Revisions returns a row for each period: months for a daily series, whose
// days would make too long a table.
func (s Series) Revisions() []Revision {
	rows := map[interval.Period]*Revision{}
	for i, r := range s.Releases {
		for _, p := range r.Points {
			period := p.Period
			if s.By == "day" {
				period = monthOf(p.From)
			}
			row := rows[period]
			if row == nil {
				row = &Revision{Period: period, Counts: make([]*int64, len(s.Releases)), Provisional: make([]bool, len(s.Releases))}
				rows[period] = row
			}
			if row.Counts[i] == nil {
				row.Counts[i] = new(int64)
			}
			*row.Counts[i] += p.Count
			row.Provisional[i] = row.Provisional[i] || r.provisional(p.Period)
		}
	}
	out := make([]Revision, 0, len(rows))
	for _, row := range rows {
		out = append(out, *row)
	}
	slices.SortFunc(out, func(a, b Revision) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return out
}

// MeanRevision is one row of a revision triangle of means: what each release
// told of one unit and class in one period.
type MeanRevision struct {
	interval.Period
	Unit, Class string
	Means       []*Mean // one a release, in the order of Series.Releases; nil where it does not tell it
	Provisional []bool  // one a release: not complete when it was made
}

// Latest returns the mean as the newest release has it that tells it.
func (r MeanRevision) Latest() LatestMean {
	for i, m := range slices.Backward(r.Means) {
		if m != nil {
			return LatestMean{*m, i, r.Provisional[i]}
		}
	}
	return LatestMean{}
}

// MeanRevisions returns a row for each mean, in order.
func (s Series) MeanRevisions() []MeanRevision {
	rows := map[Point]*MeanRevision{}
	for i, r := range s.Releases {
		for _, m := range r.Means {
			key := Point{Period: m.Period, Unit: m.Unit, Class: m.Class}
			row := rows[key]
			if row == nil {
				row = &MeanRevision{Period: m.Period, Unit: m.Unit, Class: m.Class, Means: make([]*Mean, len(s.Releases)), Provisional: make([]bool, len(s.Releases))}
				rows[key] = row
			}
			row.Means[i], row.Provisional[i] = &m, r.provisional(m.Period)
		}
	}
	out := make([]MeanRevision, 0, len(rows))
	for _, row := range rows {
		out = append(out, *row)
	}
	slices.SortFunc(out, func(a, b MeanRevision) int {
		return compareMeans(Mean{Period: a.Period, Unit: a.Unit, Class: a.Class}, Mean{Period: b.Period, Unit: b.Unit, Class: b.Class})
	})
	return out
}
