package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// seriesView is what `muster count DIR` shows of a series: one of the views
// below, of the record as it was at a time.
type seriesView struct {
	triangle bool
	csv      bool
	targets  bool
	average  string // "2025-01-20..2025-06-10"
	lowest   int64  // per cent
	with     []string

	asOf     asOf
	released string

	unit, class string // "" for all
	classMap    string
	group       string
	since       string        // day from which on units must have stood
	folds       []counts.Fold // what was taken together for it
	strangers   []string      // units that the registry does not have
	renamed     string        // "Duty office=Office": as the settings name a column, as files do
	json        bool

	folder, origin string // of the dossier: its name, and that of its record
}

func (v *seriesView) flags(cmd *cobra.Command) {
	v.asOf.flags(cmd)
	f := cmd.Flags()
	f.BoolVar(&v.triangle, "triangle", false, "of a dossier: what each release counted, period by period")
	f.BoolVar(&v.csv, "csv", false, "of a dossier: as CSV")
	f.BoolVar(&v.targets, "targets", false, "of a dossier: each complete month against the targets of dossier.toml")
	f.StringVar(&v.average, "average", "", "of a dossier: the mean over days, such as 2025-01-20..2025-06-10, both included")
	f.Int64Var(&v.lowest, "lowest", 0, "of a dossier: the lowest so many per cent of units, month by month")
	f.StringSliceVar(&v.with, "with", nil, "of a dossier: set the series against these others, month by month")
	f.StringVar(&v.released, "released", "", "of a dossier: only what had been released by this day")
	f.StringVar(&v.renamed, "renamed", "", "files hold a column under another name too, as in 'Duty office=Office'; a dossier remembers it")
	f.StringVar(&v.classMap, "map", "", "of a dossier: group the classes under this map, such as ddp-2026")
	f.StringVar(&v.since, "units-since", "", "of a dossier: count units that did not stand yet on this day with those that they were part of")
	f.StringVar(&v.group, "group", "", "of a dossier: take units together, such as over-terms")
}

// check refuses views that cannot stand together.
func (v *seriesView) check() error {
	views := 0
	for _, set := range []bool{v.triangle, v.targets, v.average != "", v.lowest != 0, len(v.with) > 0} {
		if set {
			views++
		}
	}
	switch {
	case views > 1:
		return errors.New("count shows one of --triangle, --targets, --average, --lowest and --with at a time")
	case v.csv && v.json:
		return errors.New("count writes --csv or --json, not both")
	case v.csv && (v.targets || v.average != "" || v.lowest != 0 || len(v.with) > 0):
		return errors.New("--csv is for counts and --triangle; take --json")
	case v.lowest < 0 || v.lowest > 99:
		return fmt.Errorf("--lowest is %d; expected 1 to 99 per cent", v.lowest)
	}
	for flag, day := range map[string]string{"--released": v.released, "--units-since": v.since} {
		if _, err := interval.ParseDate(day); day != "" && err != nil {
			return fmt.Errorf("%s: %w", flag, err)
		}
	}
	return nil
}

// countDossier shows the series of a dossier.
func countDossier(cmd *cobra.Command, w world, args []string, v seriesView) error {
	if err := v.check(); err != nil {
		return err
	}
	ctx := cmd.Context()
	if v.renamed != "" {
		column, other, ok := strings.Cut(v.renamed, "=")
		if !ok || len(args) < 2 || strings.TrimSpace(column) == "" || strings.TrimSpace(other) == "" {
			return fmt.Errorf("--renamed is %q; expected the column as dossier.toml names it, =, and its other name, after the folder and the series", v.renamed)
		}
		if err := dossier.RememberColumn(args[0], args[1], strings.TrimSpace(column), strings.TrimSpace(other)); err != nil {
			return err
		}
	}
	d, refreshed, err := w.openFresh(ctx, args[0])
	if err != nil {
		return err
	}
	defer d.Close()
	told := w.tell(args[0], refreshed, true)
	state, err := v.asOf.state(ctx, d)
	if err != nil {
		return err
	}
	v.folder, v.origin = args[0], d.Origin()
	if whole, err := filepath.Abs(args[0]); err == nil {
		v.folder = filepath.Base(whole) // where it lies is nobody's business
	}
	shown := 0
	for _, series := range state.Series {
		if len(args) > 1 && series.Name != args[1] {
			continue
		}
		shown++
		if series, err = v.of(series, state.Settings); err != nil {
			return err
		}
		if err := v.write(w, state, series); err != nil {
			return err
		}
	}
	for _, ladder := range state.Ladders {
		if len(args) > 1 && ladder.Name != args[1] {
			continue
		}
		shown++
		if err := v.writeLadder(w, state, ladder); err != nil {
			return err
		}
	}
	switch {
	case shown > 0:
		return told
	case len(args) == 1:
		return fmt.Errorf("%s has no series yet; add a [[series]] or [[ladder]] to %s", args[0], dossier.SettingsFile)
	}
	return fmt.Errorf("%s has no series %q; add a [[series]] or [[ladder]] to %s", args[0], args[1], dossier.SettingsFile)
}

// of returns the part of a series that is asked for.
func (v *seriesView) of(series counts.Series, settings dossier.Settings) (counts.Series, error) {
	if v.classMap != "" {
		m, err := settings.ClassMap(v.classMap)
		if err != nil {
			return series, err
		}
		raw := series
		raw.Releases = series.Told
		raw.Measure = series.ToldMeasure
		raw, series.Unnamed = m.Apply(raw)
		unnamed := series.Unnamed
		series = counts.Derive(raw)
		series.Unnamed = unnamed
	}
	units, err := settings.UnitRegistry()
	if err != nil {
		return series, err
	}
	v.folds, v.strangers = nil, units.Strangers(series)
	if v.since != "" {
		series, v.folds = units.FoldOver(series, interval.Period{From: interval.Date(v.since)})
	}
	if v.group != "" {
		var more []counts.Fold
		if series, more, err = units.Group(series, v.group); err != nil {
			return series, err
		}
		v.folds = append(v.folds, more...)
	}
	if v.released != "" {
		series = series.ReleasedBy(interval.Date(v.released))
	}
	if v.unit == "" && v.class == "" {
		return series, nil
	}
	chosen := series.Select(func(p counts.Point) bool {
		return (v.unit == "" || p.Unit == units.Name(v.unit)) && (v.class == "" || strings.EqualFold(p.Class, v.class))
	})
	for _, r := range chosen.Releases {
		if len(r.Points) > 0 {
			return chosen, nil
		}
	}
	return series, fmt.Errorf("series %q has no counts of %s; `muster count` without --unit and --class shows what it has", series.Name, strings.TrimSpace(v.unit+" "+v.class))
}

func (v *seriesView) write(w world, state *dossier.State, series counts.Series) error {
	means := series.Facts().Measure == counts.OnAverage
	switch {
	case means && (v.targets || v.average != "" || v.lowest != 0 || len(v.with) > 0):
		return fmt.Errorf("series %q holds means, which do not add up and are set against nothing; --triangle, --csv, --json, --released and --known show them", series.Name)
	case v.triangle:
		return v.writeTriangle(w, state, series)
	case means && v.csv:
		return v.writeMeans(w, state, series)
	case v.targets:
		return v.writeTargets(w, state, series)
	case v.average != "":
		return v.writeAverage(w, series)
	case v.lowest != 0:
		return v.writeLowest(w, state, series)
	case len(v.with) > 0:
		return v.writeAgreement(w, state, series)
	case v.csv:
		return v.writePoints(w, state, series)
	}
	if !v.json {
		fmt.Fprintf(w.stdout, "%s (%s, by %s)\n", series.Title, plural(len(series.Releases), "release"), series.By)
		for _, note := range seriesNotes(series) {
			fmt.Fprintf(w.stdout, "  %s\n", note)
		}
		if len(v.strangers) > 0 {
			fmt.Fprintf(w.stdout, "  Units that the registry does not have: %s; [[unit]] adds them, or another spelling of one.\n", strings.Join(v.strangers, ", "))
		}
		for _, f := range v.folds {
			fmt.Fprintf(w.stdout, "  %s is counted with %s: %s.\n", f.Unit, f.Into, f.Reason)
		}
		fmt.Fprintln(w.stdout)
	}
	for _, release := range series.Releases {
		if err := writeRelease(w, "", release, v.json); err != nil {
			return err
		}
	}
	return nil
}

// seriesNotes are what a reader of the counts must know, a sentence each.
func seriesNotes(series counts.Series) []string {
	var notes []string
	for _, twin := range series.Twins() {
		how := "holds the same numbers as"
		if twin.SameBytes {
			how = "is the same file as"
		}
		notes = append(notes, fmt.Sprintf("The release of %s %s that of %s.", told(series.Releases[twin.Release]), how, told(series.Releases[twin.Of])))
	}
	for _, f := range series.Falls {
		notes = append(notes, strings.ToUpper(f.String()[:1])+f.String()[1:]+".")
	}
	if len(series.Unnamed) > 0 {
		notes = append(notes, fmt.Sprintf("The map %s names no place for %s.", series.ClassMap, strings.Join(series.Unnamed, ", ")))
	}
	for _, r := range series.Releases {
		for _, m := range r.Mismatches {
			notes = append(notes, fmt.Sprintf("Release of %s: %s.", told(r), m))
		}
		if d := r.Duplicates; d != nil {
			notes = append(notes, fmt.Sprintf("Release of %s: by the rule %s %d counts became %d; %d rows have a copy, %d no identifier.", told(r), d.Rule, d.Before, d.After, d.Marked, d.WithoutID))
		}
	}
	return notes
}

// told names a release by its day, or by its file where it has none.
func told(r counts.Release) string {
	if r.Date == "" {
		return r.File
	}
	return string(r.Date)
}
