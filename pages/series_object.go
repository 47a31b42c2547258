package pages

import (
	"muster/counts"
	"muster/interval"
)

// seriesObject is a series for programs: what one count is, its releases, and
// the files with its numbers.
func (s *site) seriesObject(v *view, series counts.Series, data seriesData, released interval.Date) any {
	type release struct {
		Date        interval.Date      `json:"date"`
		File        string             `json:"file"`
		SHA256      string             `json:"sha256"`
		Covers      interval.Period    `json:"covers"`
		Provisional interval.Date      `json:"provisional"`
		Rows        *int               `json:"rows"` // null where a small count would follow
		Duplicates  *counts.Duplicates `json:"duplicates,omitempty"`
		Repeats     string             `json:"repeats,omitempty"`
		Synthetic   bool               `json:"synthetic,omitempty"`
	}
	releases, names := []release{}, []string{}
	for _, r := range data.Releases {
		row := release{Date: r.Date, File: r.File, SHA256: r.SHA256, Covers: r.Covers, Provisional: r.Provisional, Repeats: r.Repeats, Synthetic: r.Synthetic()}
		if data.Sums {
			row.Rows, row.Duplicates = &r.Rows, r.Duplicates
		}
		releases = append(releases, row)
	}
	for _, p := range s.pictures(v, series, data.Charts, released) {
		names = append(names, p.files()...)
	}
	told := s.provenanceOf(v, series, "series/"+v.slug(series.Name)+"/")
	known := []string{}
	for _, day := range data.Days {
		known = append(known, knownOn(day))
	}
	return struct {
		Series      string         `json:"series"`
		Title       string         `json:"title"`
		Counts      string         `json:"counts"`
		Kind        counts.Kind    `json:"kind"`
		Measure     counts.Measure `json:"measure"`
		Scope       string         `json:"scope"`
		PerformedBy string         `json:"performed_by"`
		Source      string         `json:"source"`
		Origin      string         `json:"origin"`
		By          string         `json:"by"`
		Duplicates  string         `json:"duplicates"`
		ClassMap    string         `json:"class_map"`
		Released    interval.Date  `json:"released"` // only releases made by then; "" for all
		Releases    []release      `json:"releases"`
		Known       []string       `json:"known_on"` // pages of what was known on a day
		CutOff      string         `json:"cut_off"`
		Files       []string       `json:"files"`
	}{series.Name, series.Title, series.Counts, data.Facts.Kind, data.Facts.Measure, series.Scope, series.PerformedBy, series.Source, series.Origin, series.By,
		series.Duplicates, series.ClassMap, released, releases, known, told.CutOff, names}
}
