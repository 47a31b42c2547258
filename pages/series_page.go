package pages

import (
	"cmp"
	"io/fs"
	"net/http"
	"slices"
	"strings"

	"muster/counts"
	"muster/interval"
)

// seriesData is what the page of one series shows.
type seriesData struct {
	Series    counts.Series
	Facts     counts.Facts
	Synonyms  []string // other words for what one count is
	Map       *counts.ClassMap
	Duplicate string // what the rule against duplicates does; "" for none
	Charts    []*chart
	Main      *chart // the first; nil for none
	HeldUnits bool   // it has units, and no count of any can be shown
	Means     *meansChart
	Links     *chart // to files
	Reached   []reached
	Releases  []releaseRow
	Sources   []source        // the files of the releases, each once
	Sums      bool            // how many rows a release has may be told
	Released  interval.Date   // only releases made by then; "" for all
	Left      int             // releases made later
	Days      []interval.Date // with a page of what was known
	Folder    string
}

// reached is a series against one target.
type reached struct {
	Goal *goal
	counts.Attainment
	FirstDay interval.Date // of a daily series and a daily target; "" for none
	Daily    bool
	Why      string // they are not comparable; "" when they are
}

// releaseRow is one release on the page.
type releaseRow struct {
	counts.Release
	Aside   []asideReason
	Repeats string // the release whose numbers it repeats
	Source  int    // place of its file among the sources, from 1
}

// source is a file that was read.
type source struct{ File, SHA256 string }

type asideReason struct {
	Reason string
	Rows   int
}

// released reads the day that narrows a series to what had been released by
// then; published pages show every release.
func (s *site) released(r *http.Request) (interval.Date, error) {
	text := r.URL.Query().Get("released")
	if text == "" || s.options.Published {
		return "", nil
	}
	day, err := interval.ParseDate(text)
	if err != nil {
		return "", notFound("released=%s: expected a day, such as 2025-08-01.", text)
	}
	return day, nil
}

// seriesPage is the page of a series, or of a ladder.
func (s *site) seriesPage(q *request) (answer, error) {
	slug := q.PathValue("id")
	for _, l := range q.view.state.Ladders {
		if q.view.slug(l.Name) == slug {
			return s.ladderPage(q, l)
		}
	}
	series, ok := q.view.series(slug)
	if !ok {
		return answer{}, notFound("There is no series %s as of entry %d.", slug, q.view.state.At)
	}
	released, err := s.released(q.Request)
	if err != nil {
		return answer{}, err
	}
	all := series
	if released != "" {
		series = series.ReleasedBy(released)
	}
	v := q.view
	data := seriesData{Series: series, Facts: series.Facts(), Released: released, Left: len(all.Releases) - len(series.Releases),
		Charts: linked(v, q.frame, s.chartsOf(v, series), released)}
	data.Releases, data.Sources = releaseRows(series)
	data.Synonyms = data.Facts.Kind.Synonyms()
	data.Duplicate = counts.DuplicateRule(series.Duplicates).Means()
	if m, err := v.state.Settings.ClassMap(series.ClassMap); err == nil && series.ClassMap != "" {
		data.Map = &m
	}
	if len(data.Charts) > 0 {
		data.Main = data.Charts[0]
		data.HeldUnits = data.Main.Units == nil && heldUnits(series, s.options.Published)
	}
	data.Links = linked(v, q.frame, []*chart{{Series: series, Notes: releaseNotes(series), Cite: s.citeSeries(v, series)}}, released)[0]
	if data.Means = newMeansChart(series, s.smallest(v)); data.Means != nil {
		data.Means.Drawing = data.Means.draw("means-"+v.slug(series.Name), meansTitle(series))
	}
	cover := v.covers[series.Name]
	data.Sums = !s.options.Published || cover.TellsSums()
	told := series
	if s.options.Published {
		told = cover.Open(series)
	}
	for _, c := range data.Charts {
		if c.Goal != nil {
			data.Reached = append(data.Reached, reach(told, c.Goal))
		}
	}
	data.Days, data.Folder = releaseDays(all), "series/"+slug+"/"
	return answer{template: "series", title: seriesTitle(series), data: data, cite: s.citeSeries(v, series), json: func() any { return s.seriesObject(v, series, data, released) }}, nil
}

func seriesTitle(series counts.Series) string { return cmp.Or(series.Title, series.Name) }

// heldUnits reports whether a published series has as many units as would be
// drawn: that none is drawn is then because of small counts.
func heldUnits(series counts.Series, published bool) bool {
	units := map[string]bool{}
	for _, p := range series.Latest() {
		if p.Unit != "" {
			units[p.Unit] = true
		}
	}
	return published && len(units) > 1 && len(units) <= mostUnits
}

// reach sets a series against a target.
func reach(series counts.Series, g *goal) reached {
	out := reached{Goal: g}
	attained, err := series.Attain(counts.Goal{Amount: g.Amount, Per: g.Per, Label: g.Label})
	if err != nil {
		out.Why = strings.TrimPrefix(err.Error(), "not comparable: ")
		return out
	}
	out.Attainment = attained
	if series.By == "day" && g.Per == "day" {
		out.Daily = true
		out.FirstDay, _ = series.FirstDay(g.Amount)
	}
	return out
}

// Share writes the highest period's share of the goal.
func (r reached) Share() string {
	return r.Highest.Share.Mul(interval.Int(100)).Grouped(1) + " per cent"
}

func releaseRows(series counts.Series) (out []releaseRow, sources []source) {
	for _, r := range series.Releases {
		file := source{r.File, r.SHA256}
		place := slices.Index(sources, file)
		if place < 0 {
			place, sources = len(sources), append(sources, file)
		}
		row := releaseRow{Release: r, Source: place + 1}
		for _, a := range r.SetAside {
			i := slices.IndexFunc(row.Aside, func(x asideReason) bool { return x.Reason == a.Reason })
			if i < 0 {
				i, row.Aside = len(row.Aside), append(row.Aside, asideReason{Reason: a.Reason})
			}
			row.Aside[i].Rows++
		}
		out = append(out, row)
	}
	for _, twin := range series.Twins() {
		how := "the same numbers as "
		if twin.SameBytes {
			how = "the same file as "
		}
		out[twin.Release].Repeats = how + releaseName(series.Releases[twin.Of])
	}
	return out, sources
}

// series returns the series that has its page under a name.
func (v *view) series(slug string) (counts.Series, bool) {
	for _, series := range v.state.Series {
		if v.slug(series.Name) == slug {
			return series, true
		}
	}
	return counts.Series{}, false
}

// seriesFile sends a file of a series or a ladder.
func (s *site) seriesFile(w http.ResponseWriter, r *http.Request) {
	at, err := s.at(r)
	var v *view
	if err == nil {
		v, err = s.view(r.Context(), at)
	}
	var released interval.Date
	if err == nil {
		released, err = s.released(r)
	}
	if err != nil {
		s.failFile(w, r, err)
		return
	}
	for _, p := range s.handedOut(v, r.PathValue("id"), released) {
		b, mediaType, err := v.write(p, r.URL.Path+"?"+string(released), r.PathValue("file"))
		if b != nil || err != nil {
			s.send(w, mediaType, b, err)
			return
		}
	}
	s.send(w, "", nil, fs.ErrNotExist)
}

// failFile answers for a file that cannot be made.
func (s *site) failFile(w http.ResponseWriter, r *http.Request, err error) {
	q := &request{Request: r}
	if a, pageErr := s.problemPage(q, err); pageErr == nil {
		http.Error(w, a.data.(string), a.status)
		return
	}
	s.fail(w, err)
}

// handedOut returns the pictures of a series or ladder; those of all releases
// are kept, because each is asked for once a format.
func (s *site) handedOut(v *view, slug string, released interval.Date) []picture {
	v.mu.Lock()
	defer v.mu.Unlock()
	if list, ok := v.pictures[slug]; ok && released == "" {
		return list
	}
	var list []picture
	if series, ok := v.series(slug); ok {
		if released != "" {
			series = series.ReleasedBy(released)
		}
		list = s.pictures(v, series, s.chartsOf(v, series), released)
	}
	for _, l := range v.state.Ladders {
		if v.slug(l.Name) == slug {
			list = s.ladderPictures(v, l, released)
		}
	}
	if released == "" {
		v.pictures[slug] = list
	}
	return list
}
