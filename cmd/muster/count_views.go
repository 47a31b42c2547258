package main

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

// writeTriangle writes what each release counted, period by period.
func (v *seriesView) writeTriangle(w world, series counts.Series) error {
	rows := series.Revisions()
	if v.json {
		return writeJSON(w.stdout, triangleOf(series, rows))
	}
	header := []string{"from", "to"}
	for _, r := range series.Releases {
		header = append(header, told(r))
	}
	var lines [][]string
	for _, row := range rows {
		line := []string{string(row.From), string(row.To)}
		for i, n := range row.Counts {
			switch {
			case n == nil:
				line = append(line, "")
			case row.Provisional[i] && !v.csv:
				line = append(line, strconv.FormatInt(*n, 10)+"*")
			default:
				line = append(line, strconv.FormatInt(*n, 10))
			}
		}
		lines = append(lines, line)
	}
	if v.csv {
		return writeCSV(w, header, lines)
	}
	fmt.Fprintf(w.stdout, "%s: what each release counted; * not complete when it was made\n\n", series.Title)
	t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	for _, line := range append([][]string{header}, lines...) {
		fmt.Fprintln(t, strings.Join(line, "\t")+"\t")
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, note := range seriesNotes(series) {
		fmt.Fprintln(w.stdout, note)
	}
	fmt.Fprintln(w.stdout)
	return nil
}

// triangleJSON is a series as --triangle --json writes it: a contract.
type triangleJSON struct {
	Series   string            `json:"series"`
	Releases []triangleRelease `json:"releases"`
	Periods  []trianglePeriod  `json:"periods"`
	Seams    []interval.Date   `json:"seams"` // days at which the latest counts go over to another release
}

type triangleRelease struct {
	Date        interval.Date `json:"date"`
	File        string        `json:"file"`
	SHA256      string        `json:"sha256"`
	Provisional interval.Date `json:"provisional"`
	Repeats     *int          `json:"repeats"`    // place of the release that it repeats
	SameBytes   bool          `json:"same_bytes"` // the very file
}

type trianglePeriod struct {
	interval.Period
	Counts      []*int64 `json:"counts"`
	Provisional []bool   `json:"provisional"`
}

func triangleOf(series counts.Series, rows []counts.Revision) triangleJSON {
	out := triangleJSON{Series: series.Name, Releases: []triangleRelease{}, Periods: []trianglePeriod{}, Seams: []interval.Date{}}
	for _, r := range series.Releases {
		out.Releases = append(out.Releases, triangleRelease{Date: r.Date, File: r.File, SHA256: r.SHA256, Provisional: r.Provisional})
	}
	for _, twin := range series.Twins() {
		of := twin.Of
		out.Releases[twin.Release].Repeats, out.Releases[twin.Release].SameBytes = &of, twin.SameBytes
	}
	for _, r := range rows {
		out.Periods = append(out.Periods, trianglePeriod{r.Period, r.Counts, r.Provisional})
	}
	for _, seam := range series.Splices() {
		out.Seams = append(out.Seams, seam.At)
	}
	return out
}

// writePoints writes every count of every release as CSV.
func writePoints(w world, series counts.Series) error {
	header := []string{"series", "counts", "kind", "scope", "source", "release", "file", "from", "to", "unit", "class", "count", "provisional"}
	facts := series.Facts()
	var lines [][]string
	for _, r := range series.Releases {
		for _, p := range r.Points {
			lines = append(lines, []string{series.Name, facts.Counts, string(facts.Kind), facts.Scope, series.Source, string(r.Date), r.File,
				string(p.From), string(p.To), p.Unit, p.Class, strconv.FormatInt(p.Count, 10), strconv.FormatBool(r.Provisional != "" && p.To >= r.Provisional)})
		}
	}
	return writeCSV(w, header, lines)
}

func writeCSV(w world, header []string, lines [][]string) error {
	out := csv.NewWriter(w.stdout)
	if err := out.Write(header); err != nil {
		return err
	}
	for _, line := range lines {
		for i := range line {
			// A spreadsheet would take such a cell for a formula.
			if line[i] != "" && strings.ContainsRune("=+-@\t\r\n", rune(line[i][0])) {
				if _, err := strconv.ParseInt(line[i], 10, 64); err != nil {
					line[i] = "'" + line[i]
				}
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

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
			if err := writeJSON(w.stdout, attainedJSON(series, a)); err != nil {
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

func attainedJSON(series counts.Series, a counts.Attainment) any {
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
		Met      int               `json:"met"`
		Periods  []attainedPeriod  `json:"periods"`
		Left     []interval.Period `json:"left_out"`
	}{series.Name, a.Goal.Amount, a.Goal.Per, a.FirstMet(), a.Met, periods, left}
}

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
	return nil
}

func rankingJSON(series counts.Series, r counts.Ranking) any {
	type ranked struct {
		Unit  string `json:"unit"`
		Count int64  `json:"count"`
		Rank  int    `json:"rank"`
		Floor bool   `json:"floor"`
		Ceil  bool   `json:"ceil"`
	}
	list := func(units []counts.Ranked) []ranked {
		out := []ranked{}
		for _, u := range units {
			out = append(out, ranked{u.Unit, u.Count, u.Rank, u.Floor, u.Ceil})
		}
		return out
	}
	return struct {
		Series string `json:"series"`
		interval.Period
		Exact interval.Number `json:"exact"`
		Floor int             `json:"floor"`
		Ceil  int             `json:"ceil"`
		Total int64           `json:"total"`
		Units []ranked        `json:"units"`
		Aside []ranked        `json:"aside"`
	}{series.Name, r.Period, r.Exact, r.Floor, r.Ceil, r.Total, list(r.Units), list(r.Aside)}
}
