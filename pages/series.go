package pages

import (
	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// level is the count of one period over all units, as its newest release has it.
type level struct {
	interval.Period
	Count      int64
	Release    int // place in series.Releases
	Incomplete bool
	Hidden     bool // too small to publish
}

// levels returns what a chart shows: months, or weeks for a weekly series.
func levels(series counts.Series, smallest int) []level {
	var out []level
	for _, m := range series.Months() {
		out = append(out, level{Period: m.Period, Count: m.Count, Release: m.Release, Incomplete: !m.Complete})
	}
	if series.By == "week" {
		for _, l := range series.Levels() {
			if n := len(out); n == 0 || out[n-1].Period != l.Period {
				out = append(out, level{Period: l.Period})
			}
			week := &out[len(out)-1]
			week.Count, week.Release = week.Count+l.Count, l.Release
			week.Incomplete = week.Incomplete || l.Provisional
		}
	}
	for i := range out {
		out[i].Hidden = tooSmall(out[i].Count, smallest)
	}
	return out
}

func tooSmall(n int64, smallest int) bool { return n > 0 && n < int64(smallest) }

// revision is one row of a revision triangle, ready for the page.
type revision struct {
	interval.Period
	Cells []*level // one a release; nil where it does not hold the period
}

func revisions(series counts.Series, smallest int) []revision {
	var out []revision
	for _, r := range series.Revisions() {
		row := revision{Period: r.Period, Cells: make([]*level, len(r.Counts))}
		for i, n := range r.Counts {
			if n != nil {
				row.Cells[i] = &level{Period: r.Period, Count: *n, Release: i, Incomplete: r.Provisional[i], Hidden: tooSmall(*n, smallest)}
			}
		}
		out = append(out, row)
	}
	return out
}

// cell is one count of a series as the download shows it.
type cell struct {
	counts.Point
	Hidden bool
}

// cells returns the counts of a release. Where a small count is hidden, so is
// the next smallest of the same period when it stands alone; otherwise the
// total would give it away.
func cells(release counts.Release, smallest int) []cell {
	out := make([]cell, len(release.Points))
	hidden := map[interval.Period][]int{}
	members := map[interval.Period][]int{}
	for i, p := range release.Points {
		out[i] = cell{Point: p, Hidden: tooSmall(p.Count, smallest)}
		members[p.Period] = append(members[p.Period], i)
		if out[i].Hidden {
			hidden[p.Period] = append(hidden[p.Period], i)
		}
	}
	for period, list := range hidden {
		if len(list) != 1 {
			continue
		}
		second := -1
		for _, i := range members[period] {
			if i != list[0] && out[i].Count > 0 && (second < 0 || out[i].Count < out[second].Count) {
				second = i
			}
		}
		if second >= 0 {
			out[second].Hidden = true
		}
	}
	return out
}

// smallest returns the smallest count that these pages show.
func (s *site) smallest(state *dossier.State) int {
	if !s.options.Published {
		return 0
	}
	return max(0, state.Settings.Publish.SmallCells)
}
