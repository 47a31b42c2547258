package pages

import (
	"slices"

	"muster/counts"
	"muster/interval"
)

// knownData is what the page of a series on a day shows: of each period, or
// mean, what the newest release by then told, beside what the newest of all
// tells. Every number is a cell of the table of revisions, so that the page tells
// nothing that the table does not; other sums over some of the releases are not
// covered.
type knownData struct {
	Series      counts.Series
	Folder      string // of the series
	Day         interval.Date
	Earlier     interval.Date // the day of the release before; "" for none
	Next        interval.Date
	Made, Later int // releases by then, and after
	Means       bool
	Rows        []knownRow
	Unknown     int // rows that no release by then told
	Holds       bool
}

type knownRow struct {
	interval.Period
	Of        string // of a mean
	Then, Now *knownCell
}

// knownCell is what one release told.
type knownCell struct {
	Told       *interval.Number // nil where it is not shown
	Incomplete bool
	Release    interval.Date
}

// Same reports whether what is told now was told then.
func (r knownRow) Same() bool {
	return r.Then != nil && r.Then.Told != nil && r.Now.Told != nil && r.Then.Told.Equal(*r.Now.Told)
}

// releaseDays returns the days on which a series of several releases got one, in
// order: there is a page of what was known for each.
func releaseDays(series counts.Series) []interval.Date {
	var out []interval.Date
	for _, r := range series.Releases {
		if r.Date != "" {
			out = append(out, r.Date)
		}
	}
	if len(series.Releases) < 2 {
		return nil
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// knownOn is where the page of a day lies, from the folder of its series.
func knownOn(day interval.Date) string { return "known/" + string(day) + "/" }

func (s *site) knownPage(q *request) (answer, error) {
	slug, day := q.PathValue("id"), interval.Date(q.PathValue("day"))
	series, ok := q.view.series(slug)
	days := releaseDays(series)
	at := slices.Index(days, day)
	if !ok || at < 0 {
		return answer{}, notFound("There is no series %s with a release of %s as of entry %d.", slug, day, q.view.state.At)
	}
	data := knownData{Series: series, Folder: "series/" + slug + "/", Day: day, Means: series.Facts().Measure == counts.OnAverage}
	if at > 0 {
		data.Earlier = days[at-1]
	}
	if at+1 < len(days) {
		data.Next = days[at+1]
	}
	data.Made = len(series.ReleasedBy(day).Releases)
	data.Later = len(series.Releases) - data.Made
	for _, row := range s.knownRows(q.view, series, day) {
		data.Holds = data.Holds || row.Now.Told == nil
		if row.Then == nil {
			data.Unknown++
			continue
		}
		data.Rows = append(data.Rows, row)
	}
	return answer{template: "known", title: "What was known on " + date(day) + ": " + seriesTitle(series), data: data, cite: s.citeSeries(q.view, series.ReleasedBy(day)), json: func() any { return knownObject(data) }}, nil
}

// knownRows reads the table of revisions as of a day.
func (s *site) knownRows(v *view, series counts.Series, day interval.Date) []knownRow {
	var out []knownRow
	row := func(period interval.Period, of string, cell func(release int) *knownCell) {
		r := knownRow{Period: period, Of: of}
		for i, release := range series.Releases {
			c := cell(i)
			if c == nil {
				continue
			}
			c.Release = release.Date
			if r.Now = c; release.Made() <= day {
				r.Then = c
			}
		}
		out = append(out, r)
	}
	for _, r := range revisions(series, v.covers[series.Name], s.options.Published) {
		row(r.Period, "", func(release int) *knownCell {
			l := r.Cells[release]
			if l == nil {
				return nil
			}
			c := &knownCell{Incomplete: l.Incomplete}
			if n := interval.Int(l.Count); !l.Hidden {
				c.Told = &n
			}
			return c
		})
	}
	if m := newMeansChart(series, s.smallest(v)); m != nil {
		for _, r := range m.Revisions {
			row(r.Period, r.Name(), func(release int) *knownCell {
				mean := r.Means[release]
				if mean == nil {
					return nil
				}
				c := &knownCell{Incomplete: r.Provisional[release]}
				if !r.Hidden {
					c.Told = &mean.Value
				}
				return c
			})
		}
	}
	return out
}

func knownObject(data knownData) any {
	type cell struct {
		Told        *interval.Number `json:"told"` // null where it is held back
		Provisional bool             `json:"provisional"`
		Release     interval.Date    `json:"release"`
	}
	type row struct {
		interval.Period
		Of   string `json:"of,omitempty"`
		Then cell   `json:"then"`
		Now  cell   `json:"now"`
	}
	rows := []row{}
	for _, r := range data.Rows {
		rows = append(rows, row{r.Period, r.Of, cell{r.Then.Told, r.Then.Incomplete, r.Then.Release}, cell{r.Now.Told, r.Now.Incomplete, r.Now.Release}})
	}
	return struct {
		Series   string        `json:"series"`
		Day      interval.Date `json:"day"`
		Releases int           `json:"releases"` // by then
		Later    int           `json:"later"`
		Rows     []row         `json:"rows"`
	}{data.Series.Name, data.Day, data.Made, data.Later, rows}
}
