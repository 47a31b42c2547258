package pages

import (
	"slices"
	"strings"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// level is the count of one period over all units, from one release.
type level struct {
	interval.Period
	Count       int64
	Release     int // place in series.Releases
	Provisional bool
	Hidden      bool // too small to publish
}

// chartPeriods adds daily counts up to months, because a chart of days says
// less; weeks and months stay as they are.
func chartPeriods(series counts.Series, p interval.Period) interval.Period {
	if series.By != "day" || p.From == "" {
		return p
	}
	first := p.From.Time().AddDate(0, 0, 1-p.From.Time().Day())
	return interval.Period{From: interval.DateOf(first), To: interval.DateOf(first.AddDate(0, 1, -1))}
}

// levels adds a release's counts up over units and classes. A month that the
// file covers in part, because it ends or starts inside it, is cut to the days
// covered.
func levels(series counts.Series, number int) []level {
	release := series.Releases[number]
	sums := map[interval.Period]int64{}
	var order []interval.Period
	var first, last interval.Date
	for _, p := range release.Points {
		if first == "" || p.From < first {
			first = p.From
		}
		last = max(last, p.To)
		period := chartPeriods(series, p.Period)
		if _, ok := sums[period]; !ok {
			order = append(order, period)
		}
		sums[period] += p.Count
	}
	slices.SortFunc(order, func(a, b interval.Period) int { return strings.Compare(string(a.From), string(b.From)) })
	var out []level
	for _, period := range order {
		l := level{Period: period, Count: sums[period], Release: number}
		if series.By == "day" {
			l.From, l.To = max(l.From, first), min(l.To, last)
		}
		l.Provisional = release.Provisional != "" && l.To >= release.Provisional
		out = append(out, l)
	}
	return out
}

// latest returns for each period what the newest release that holds it says.
func latest(series counts.Series) []level {
	byFrom := map[interval.Date]level{}
	for number := range series.Releases {
		for _, l := range levels(series, number) {
			key := chartPeriods(series, l.Period).From
			byFrom[key] = l
		}
	}
	var out []level
	for _, l := range byFrom {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b level) int { return strings.Compare(string(a.From), string(b.From)) })
	return out
}

// hideSmall marks levels below the smallest number that is published.
func hideSmall(list []level, smallest int) {
	for i := range list {
		list[i].Hidden = list[i].Count > 0 && list[i].Count < int64(smallest)
	}
}

// triangle shows how the count of each period changed from release to release.
type triangle struct {
	Releases []counts.Release
	Rows     []triangleRow
}

type triangleRow struct {
	interval.Period
	Cells []*level // one a release; nil where it holds no such period
}

func newTriangle(series counts.Series, smallest int) triangle {
	t := triangle{Releases: series.Releases}
	rows := map[interval.Date]*triangleRow{}
	var order []interval.Date
	for number := range series.Releases {
		list := levels(series, number)
		hideSmall(list, smallest)
		for i := range list {
			whole := chartPeriods(series, list[i].Period)
			if rows[whole.From] == nil {
				rows[whole.From] = &triangleRow{Period: whole, Cells: make([]*level, len(series.Releases))}
				order = append(order, whole.From)
			}
			rows[whole.From].Cells[number] = &list[i]
		}
	}
	slices.Sort(order)
	for _, from := range order {
		t.Rows = append(t.Rows, *rows[from])
	}
	return t
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
		out[i] = cell{Point: p, Hidden: p.Count > 0 && p.Count < int64(smallest)}
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
