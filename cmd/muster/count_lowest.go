package main

import (
	"fmt"
	"slices"
	"strings"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// writeLowest ranks units month by month.
func (v *seriesView) writeLowest(w world, state *dossier.State, series counts.Series) error {
	units, err := state.Settings.UnitRegistry()
	if err != nil {
		return err
	}
	aside := units.Aside()
	for _, rule := range state.Settings.Rules {
		if rule.Series == series.Name {
			aside = append(aside, rule.Aside...)
		}
	}
	rankings := series.MonthlyRanks(aside, v.lowest)
	var months []interval.Period
	for _, r := range rankings {
		months = append(months, r.Period)
	}
	sensitivity := counts.Sensitive(variants(state, units, series), months, aside, v.lowest)
	if len(rankings) == 0 {
		return fmt.Errorf("series %q has no complete month to rank units in", series.Name)
	}
	for _, r := range rankings {
		if v.json {
			if err := writeJSON(w.stdout, rankingJSON(series, r)); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w.stdout, "%s, %s to %s: %d per cent of %s is %s, so %d or %d\n", series.Title, r.From, r.To, v.lowest, plural(len(r.Units), "unit"), r.Exact.Grouped(2), r.Floor, r.Ceil)
		for _, u := range r.Units {
			if u.Ceil {
				how := ""
				if !u.Floor {
					how = "  only when rounded up"
				}
				fmt.Fprintf(w.stdout, "  %2d  %s  %d%s\n", u.Rank, u.Unit, u.Count, how)
			}
		}
		for _, u := range r.Aside {
			fmt.Fprintf(w.stdout, "   -  %s  %d  not ranked\n", u.Unit, u.Count)
		}
	}
	if v.json {
		return writeJSON(w.stdout, sensitivityJSON(series, sensitivity))
	}
	fmt.Fprintf(w.stdout, "Over %s, rounded up, by the way of counting:\n", plural(len(months), "month"))
	for i, name := range sensitivity.Variants {
		fmt.Fprintf(w.stdout, "  %s: %s\n", name, strings.Join(sensitivity.Lowest[i], ", "))
	}
	fmt.Fprintf(w.stdout, "Whatever way is taken: %s\n", orNone(sensitivity.Always))
	return nil
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

// variants are the ways of counting that a ranking may depend on: each month
// weighing the same, units taken together, and series of the same files under
// another rule against duplicates.
func variants(state *dossier.State, units *counts.Registry, series counts.Series) []counts.Variant {
	out := []counts.Variant{{Name: "as counted", Series: series}, {Name: "each month weighing the same", Series: series, PerDay: true}}
	for _, g := range units.Groupings {
		if grouped, folds, err := units.Group(series, g.Name); err == nil && len(folds) > 0 {
			out = append(out, counts.Variant{Name: "units taken together: " + g.Name, Series: grouped})
		}
	}
	for _, other := range state.Series {
		if other.Name != series.Name && other.Duplicates != series.Duplicates && sameFiles(other, series) && counts.WhyNot(other.Facts(), series.Facts()) == "" {
			out = append(out, counts.Variant{Name: "as " + other.Name, Series: other})
		}
	}
	return out
}

func sameFiles(a, b counts.Series) bool {
	files := func(s counts.Series) (out []string) {
		for _, r := range s.Releases {
			out = append(out, r.SHA256)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(files(a), files(b))
}

func sensitivityJSON(series counts.Series, s counts.Sensitivity) any {
	type variant struct {
		Name   string   `json:"name"`
		Lowest []string `json:"lowest"`
	}
	list := func(names []string) []string { return append([]string{}, names...) }
	ways := []variant{}
	for i, name := range s.Variants {
		ways = append(ways, variant{name, list(s.Lowest[i])})
	}
	return struct {
		Series    string    `json:"series"`
		Variants  []variant `json:"variants"`
		Always    []string  `json:"always"`
		Sometimes []string  `json:"sometimes"`
	}{series.Name, ways, list(s.Always), list(s.Sometimes)}
}
