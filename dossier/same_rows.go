package dossier

import (
	"reflect"
	"slices"

	"muster/counts"
)

// SameRows returns the series that count the same rows in ways that have only
// the counts of months in common, several in each group: see counts.Together.
func (s *State) SameRows() [][]counts.Series {
	var groups [][]SeriesSetting
	for _, setting := range s.Settings.Series {
		i := slices.IndexFunc(groups, func(g []SeriesSetting) bool { return setting.countsRowsOf(g[0]) })
		if i < 0 {
			groups = append(groups, []SeriesSetting{setting})
		} else {
			groups[i] = append(groups[i], setting)
		}
	}
	var out [][]counts.Series
	for _, group := range groups {
		var ways []counts.Way
		var list []counts.Series
		for _, setting := range group {
			ways = append(ways, counts.Way{By: setting.By, Unit: setting.Unit != "", Class: setting.Class != ""})
			for _, series := range s.Series {
				if series.Name == setting.Name {
					list = append(list, series)
				}
			}
		}
		if len(list) == len(group) && len(list) > 1 && counts.Together(ways...) {
			out = append(out, list)
		}
	}
	return out
}

// countsRowsOf reports whether both settings count each row of the same files
// once, in whatever periods, units and classes.
func (s SeriesSetting) countsRowsOf(t SeriesSetting) bool {
	rows := func(s SeriesSetting) SeriesSetting {
		s.Name, s.Title, s.By, s.Unit, s.Class, s.ClassMap, s.Renamed = "", "", "", "", "", "", nil
		return s
	}
	return s.Table == "" && len(s.Only)+len(t.Only) == 0 && reflect.DeepEqual(rows(s), rows(t))
}
