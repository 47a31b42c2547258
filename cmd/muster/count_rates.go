package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// writeAverage writes a mean over days with all that it rests on.
func (v *seriesView) writeAverage(w world, series counts.Series) error {
	from, to, ok := strings.Cut(v.average, "..")
	first, err := interval.ParseDate(from)
	last, errLast := interval.ParseDate(to)
	if !ok || err != nil || errLast != nil || last < first {
		return fmt.Errorf("--average is %q; expected two days, such as 2025-01-20..2025-06-10", v.average)
	}
	a, err := series.AverageOver(interval.Period{From: first, To: last})
	if err != nil {
		return err
	}
	if v.json {
		left := a.Left
		if left == nil {
			left = []interval.Period{}
		}
		return writeJSON(w.stdout, struct {
			Series string `json:"series"`
			interval.Period
			Days   int               `json:"days"`
			Count  int64             `json:"count"`
			PerDay interval.Number   `json:"per_day"`
			Left   []interval.Period `json:"left_out"`
			Seams  int               `json:"seams"`
		}{series.Name, a.Period, a.Days, a.Count, a.PerDay, left, a.Splices})
	}
	fmt.Fprintf(w.stdout, "%s: %d from %s to %s, %s, both ends included: %s a day\n", series.Title, a.Count, a.From, a.To, plural(a.Days, "day"), a.PerDay.Grouped(1))
	if len(a.Left) > 0 {
		fmt.Fprintf(w.stdout, "Left out because not complete: %s to %s\n", a.Left[0].From, a.Left[len(a.Left)-1].To)
	}
	if a.Splices > 0 {
		fmt.Fprintf(w.stdout, "The counts come from several releases: %s within these days\n", plural(a.Splices, "seam"))
	}
	return nil
}

// writeTargets sets complete periods against the targets of dossier.toml.
func (v *seriesView) writeTargets(w world, state *dossier.State, series counts.Series) error {
	found := false
	for _, target := range state.Settings.Targets {
		if target.Series != series.Name {
			continue
		}
		found = true
		a, err := series.Attain(counts.Goal{Amount: interval.Int(target.Amount), Per: target.Per, Label: target.Label})
		if err != nil {
			return err
		}
		if v.json {
			if err := writeJSON(w.stdout, attainedJSON(series, a, firstDay(series, a.Goal))); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w.stdout, "%s against %s a %s: first met %s, in %d of %s\n\n", series.Title, a.Goal.Amount.Grouped(0), a.Goal.Per, a.FirstMet(), a.Met, plural(len(a.Periods), "complete period"))
		t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintf(t, "from\tto\tdays\tcount\ta %s\tof target\t\n", a.Goal.Per)
		for _, p := range a.Periods {
			fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%s\t%s %%\t\n", p.From, p.To, p.Days, p.Count, p.Rate.Grouped(1), p.Share.Mul(interval.Int(100)).Grouped(1))
		}
		if err := t.Flush(); err != nil {
			return err
		}
		if day := firstDay(series, a.Goal); day != "" {
			fmt.Fprintf(w.stdout, "First single day that met it: %s\n", day)
		}
		for _, p := range a.Left {
			fmt.Fprintf(w.stdout, "%s to %s is not complete and not shown\n", p.From, p.To)
		}
	}
	if !found {
		return fmt.Errorf("series %q has no target; add a [[target]] to %s", series.Name, dossier.SettingsFile)
	}
	return nil
}

type attainedPeriod struct {
	interval.Period
	Days  int             `json:"days"`
	Count int64           `json:"count"`
	Rate  interval.Number `json:"rate"`
	Share interval.Number `json:"share"`
}

// firstDay tells on which day a daily series first met a daily goal: a day,
// "never", or "" where it cannot be told.
func firstDay(series counts.Series, goal counts.Goal) string {
	if series.By != "day" || goal.Per != "day" {
		return ""
	}
	if day, ok := series.FirstDay(goal.Amount); ok {
		return string(day)
	}
	return "never"
}

func attainedJSON(series counts.Series, a counts.Attainment, firstDay string) any {
	periods := []attainedPeriod{}
	for _, p := range a.Periods {
		periods = append(periods, attainedPeriod{p.Period, p.Days, p.Count, p.Rate, p.Share})
	}
	left := a.Left
	if left == nil {
		left = []interval.Period{}
	}
	return struct {
		Series   string            `json:"series"`
		Amount   interval.Number   `json:"amount"`
		Per      string            `json:"per"`
		FirstMet string            `json:"first_met"`
		FirstDay string            `json:"first_day"` // "" where days are not counted
		Met      int               `json:"met"`
		Periods  []attainedPeriod  `json:"periods"`
		Left     []interval.Period `json:"left_out"`
	}{series.Name, a.Goal.Amount, a.Goal.Per, a.FirstMet(), firstDay, a.Met, periods, left}
}
