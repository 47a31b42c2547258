package dossier

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"muster/counts"
)

// validate checks one [[series]], the place-th, with what the types
// cannot say.
func (s SeriesSetting) validate(place int, maps map[string]counts.ClassMap) error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s: series %q: %s", ErrSettings, SettingsFile, s.Name, fmt.Sprintf(format, args...))
	}
	if s.Name == "" {
		return fmt.Errorf("%w: %s: series %d has no name; add name = \"…\"", ErrSettings, SettingsFile, place)
	}
	if s.Table == "" && s.Date == "" || len(s.Files) == 0 {
		return fmt.Errorf("%w: %s: series %q needs files = [\"counts/…\"] and date = \"name of the date column\", or table = \"title of the table\"", ErrSettings, SettingsFile, s.Name)
	}
	if s.Table != "" && s.Date != "" {
		return wrong("it names both a column with dates and a table with periods as columns; leave one out")
	}
	if s.Table == "" && (s.Columns != "" || s.Total != "" || len(s.Rows) > 0) {
		return wrong("columns, rows and total are for tables with periods as columns; add table = \"its title\"")
	}
	if s.Table != "" {
		if err := s.wide().Check(); err != nil {
			return wrong("%v", err)
		}
	}
	if !slices.Contains([]string{"", "day", "week", "month"}, s.By) {
		return wrong("by is %q; expected day, week or month", s.By)
	}
	for _, file := range s.Files {
		if !filepath.IsLocal(file) {
			return wrong("file %q lies outside the dossier; copy it into counts/", file)
		}
		if _, err := path.Match(file, ""); err != nil {
			return wrong("%q is no pattern of file names; expected one such as \"counts/*.csv\"", file)
		}
	}
	if s.Duplicates != "" && !slices.Contains(counts.DuplicateRules(), s.Duplicates) {
		return wrong("duplicates is %q; expected one of %s", s.Duplicates, words(counts.DuplicateRules()))
	}
	if s.Settle != nil && (*s.Settle < 0 || *s.Settle > 366) {
		return wrong("settle is %d; expected a number of days from 0 to 366", *s.Settle)
	}
	if s.Kind != "" && !slices.Contains(counts.Kinds(), s.Kind) {
		return wrong("kind is %q; expected one of %s", s.Kind, words(counts.Kinds()))
	}
	if measures := counts.Measures(); s.Measure != "" && !slices.Contains(measures, s.Measure) {
		return wrong("measure is %q; expected one of %s", s.Measure, words(measures))
	}
	if s.Reset != "" && !slices.Contains(counts.Resets(), s.Reset) {
		return wrong("reset is %q; expected one of %s", s.Reset, words(counts.Resets()))
	}
	if s.Reset != "" && s.Measure != counts.SinceStart {
		return wrong("reset is for counts since a start; add measure = %q or leave it out", counts.SinceStart)
	}
	if s.Measure == counts.OnAverage {
		switch {
		case s.ClassMap != "" || s.Duplicates != "" && s.Duplicates != counts.NoRule:
			return wrong("means cannot be grouped, and rows of means have no duplicates; leave class_map and duplicates out")
		case s.Table == "" && s.Count == "":
			return wrong("it holds means; add count = \"name of the column that holds them\"")
		}
	}
	if s.ClassMap == "" {
		return nil
	}
	if _, ok := maps[s.ClassMap]; !ok {
		return wrong("class_map is %q; expected one of %s, or a [[class_map]] of your own", s.ClassMap, strings.Join(counts.ClassMaps(), ", "))
	}
	if s.Class == "" && s.Table == "" {
		return wrong("class_map needs class = \"name of the column that it groups\"")
	}
	return nil
}

func words[T ~string](list []T) string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return strings.Join(out, ", ")
}

// described puts what the settings say of a series on it.
func (s SeriesSetting) described() counts.Series {
	return counts.Series{
		Name: s.Name, Title: s.Title, Counts: s.Counts, Scope: s.Scope, Source: s.Source, By: s.By,
		Kind: s.Kind, Origin: s.Origin, PerformedBy: s.PerformedBy, Measure: s.Measure, Reset: s.Reset, Duplicates: string(s.Duplicates),
	}
}

// classMaps returns the maps of classes by name: those that come with Muster,
// and the settings' own.
func (s Settings) classMaps() (map[string]counts.ClassMap, error) {
	out := map[string]counts.ClassMap{}
	for _, name := range counts.ClassMaps() {
		m, err := counts.BuiltInMap(name)
		if err != nil {
			return nil, err
		}
		out[name] = m
	}
	for _, m := range s.ClassMaps {
		if _, ok := out[m.Name]; ok {
			return nil, fmt.Errorf("two maps of classes are called %q; give yours another name, because numbers rest on the first", m.Name)
		}
		checked, err := m.Checked()
		if err != nil {
			return nil, err
		}
		out[m.Name] = checked
	}
	return out, nil
}

// shown returns the series as pages and findings use it: units by their one
// name, classes under the labels of its map, counts since a start turned into
// counts within periods. What the files tell stays in Series.Told.
func (s SeriesSetting) shown(releases []counts.Release, units *counts.Registry, maps map[string]counts.ClassMap) counts.Series {
	series := s.described()
	series.Releases = releases
	series = units.Renamed(series)
	series.Told, series.ToldMeasure = series.Releases, series.Measure
	if m, ok := maps[s.ClassMap]; ok {
		series, series.Unnamed = m.Apply(series)
	}
	if len(s.Only) > 0 {
		series = series.Select(func(p counts.Point) bool { return slices.Contains(s.Only, p.Class) })
		series = series.SelectMeans(func(m counts.Mean) bool { return slices.Contains(s.Only, m.Class) })
	}
	if s.Settle != nil {
		series = series.Settling(*s.Settle)
	}
	return counts.Derive(series)
}

// ClassMap returns a map of classes by name: one that comes with Muster, or one
// of the settings.
func (s Settings) ClassMap(name string) (counts.ClassMap, error) {
	maps, err := s.classMaps()
	if err != nil {
		return counts.ClassMap{}, err
	}
	m, ok := maps[name]
	if !ok {
		var names []string
		for n := range maps {
			names = append(names, n)
		}
		slices.Sort(names)
		return m, fmt.Errorf("there is no map of classes %q; choose one of %s", name, strings.Join(names, ", "))
	}
	return m, nil
}

// UnitRegistry returns the units that come with Muster and those of the settings.
func (s Settings) UnitRegistry() (*counts.Registry, error) { return counts.Units(s.Units...) }
