package pages

import (
	"cmp"
	"slices"

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
	Held       bool // not published: small, or one could work out a small one from it
	Hidden     bool // not shown here: held, on published pages
}

// levels returns what a chart shows: months, or weeks for a weekly series.
func levels(series counts.Series, cover counts.Cover, published bool) []level {
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
		out[i].Held = out[i].Count != 0 && cover.Newest(out[i].Period)
		out[i].Hidden = out[i].Held && published
	}
	return out
}

// revision is one row of a revision triangle, ready for the page.
type revision struct {
	interval.Period
	Cells []*level // one a release; nil where it does not hold the period
	Seam  bool     // within it the newest counts go on from one release to another
}

func revisions(series counts.Series, cover counts.Cover, published bool) []revision {
	var out []revision
	seams := series.Splices()
	for _, r := range series.Revisions() {
		held := cover.Revision(r.Period)
		row := revision{Period: r.Period, Cells: make([]*level, len(r.Counts))}
		row.Seam = slices.ContainsFunc(seams, func(s counts.Splice) bool { return r.From <= s.At && s.At <= r.To })
		for i, n := range r.Counts {
			if n != nil {
				row.Cells[i] = &level{Period: r.Period, Count: *n, Release: i, Incomplete: r.Provisional[i], Held: held, Hidden: held && published}
			}
		}
		out = append(out, row)
	}
	return out
}

// cell is one count of a series as the download shows it.
type cell struct {
	counts.Point
	Held bool // not published
}

// cells returns the counts of a release in order, with those that are only
// listed because another release has them and they are held there.
func cells(release counts.Release, cover counts.Cover) []cell {
	var out []cell
	for _, p := range release.Points {
		out = append(out, cell{p, cover.Cell(p)})
	}
	for _, p := range cover.Missing(release) {
		out = append(out, cell{p, true})
	}
	slices.SortStableFunc(out, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Class, b.Class))
	})
	return out
}

// covers returns what is held of each series, by its name.
func covers(state *dossier.State) map[string]counts.Cover {
	out := map[string]counts.Cover{}
	smallest := max(0, state.Settings.Publish.SmallCells)
	for _, group := range state.SameRows() {
		for i, cover := range counts.CoverTogether(group, smallest) {
			out[group[i].Name] = cover
		}
	}
	for _, series := range state.Series {
		if _, ok := out[series.Name]; !ok {
			out[series.Name] = series.Cover(smallest)
		}
	}
	return out
}

// open returns the state that published sentences are made from: without the
// periods whose counts are held.
func open(state *dossier.State, covers map[string]counts.Cover) *dossier.State {
	out := *state
	out.Series = slices.Clone(state.Series)
	for i, series := range out.Series {
		out.Series[i] = covers[series.Name].Open(series)
	}
	return &out
}

// releaseNotes says what a reader must know of the releases of a series: up to
// when the newest tells, where one goes on for another, and which repeat one.
func releaseNotes(series counts.Series) []string {
	var out []string
	if n := len(series.Releases); n > 0 {
		newest := series.Releases[n-1]
		note := "Newest release: " + releaseName(newest)
		if cutOff := newest.CutOff(); cutOff != "" {
			note += ", which tells up to " + date(cutOff)
		}
		if newest.Provisional != "" {
			note += "; what ends on or after " + date(newest.Provisional) + " is provisional"
		}
		out = append(out, note+".")
	}
	for _, seam := range series.Splices() {
		note := "Seam at " + date(seam.At) + ": from here on the counts are those of the release of " + releaseName(series.Releases[seam.After]) + ", before it those of " + releaseName(series.Releases[seam.Before])
		if !seam.Overlapping && series.Releases[seam.Before].Covers.From != "" && series.Releases[seam.After].Covers.From != "" {
			note += "; the two have no day in common, so whether they count alike cannot be checked"
		}
		out = append(out, note+".")
	}
	for _, twin := range series.Twins() {
		how := ", in other bytes"
		if twin.SameBytes {
			how = ": it is the same file"
		}
		out = append(out, "The release of "+releaseName(series.Releases[twin.Release])+" holds the same numbers as that of "+releaseName(series.Releases[twin.Of])+how+". It confirms nothing.")
	}
	return out
}
