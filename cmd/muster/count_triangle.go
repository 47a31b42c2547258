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
	"muster/pages"
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
func (v *seriesView) writePoints(w world, state *dossier.State, series counts.Series) error {
	header := []string{"series", "counts", "kind", "scope", "source", "release", "file", "from", "to", "unit", "class", "count", "provisional", "cut_off"}
	facts := series.Facts()
	var lines [][]string
	for _, r := range series.Releases {
		for _, p := range r.Points {
			lines = append(lines, []string{series.Name, facts.Counts, string(facts.Kind), facts.Scope, series.Source, string(r.Date), r.File,
				string(p.From), string(p.To), p.Unit, p.Class, strconv.FormatInt(p.Count, 10), strconv.FormatBool(r.Provisional != "" && p.To >= r.Provisional), string(r.CutOff())})
		}
	}
	return writeCSV(w, v.from(header), v.rowsFrom(state, lines, series.Name, pages.CiteSeries(state, v.origin, series)))
}

// from adds to the names of columns those of what a table is from.
func (v *seriesView) from(header []string) []string {
	return append(header, "as_of_entry", "query", "cite")
}

// rowsFrom adds to each row the entry, and to the first the command that gives
// the same again and how to cite it.
func (v *seriesView) rowsFrom(state *dossier.State, lines [][]string, name, cite string) [][]string {
	query := v.query(name, state.At)
	for i := range lines {
		lines[i] = append(lines[i], strconv.FormatInt(state.At, 10), query, cite)
		query, cite = "", ""
	}
	return lines
}

// query is the command that writes the same table again.
func (v *seriesView) query(name string, at int64) string {
	words := []string{"muster", "count", v.folder, name, "--csv", "--at", strconv.FormatInt(at, 10)}
	for _, flag := range []struct{ name, value string }{{"--released", v.released}, {"--unit", v.unit}, {"--class", v.class}, {"--map", v.classMap}, {"--units-since", v.since}, {"--group", v.group}} {
		if flag.value != "" {
			words = append(words, flag.name, flag.value)
		}
	}
	for i, word := range words {
		if strings.ContainsAny(word, " '\"") {
			words[i] = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// writeMeans writes every mean of every release as CSV, with the range that its
// decimals leave open.
func (v *seriesView) writeMeans(w world, state *dossier.State, series counts.Series) error {
	header := []string{"series", "counts", "kind", "scope", "source", "release", "file", "from", "to", "unit", "class", "mean", "min", "max", "provisional", "cut_off"}
	facts := series.Facts()
	var lines [][]string
	for _, r := range series.Releases {
		for _, m := range r.Means {
			lines = append(lines, []string{series.Name, facts.Counts, string(facts.Kind), facts.Scope, series.Source, string(r.Date), r.File, string(m.From), string(m.To), m.Unit, m.Class,
				m.Value.String(), m.Range.Min.Value.String(), m.Range.Max.Value.String(), strconv.FormatBool(r.Provisional != "" && m.To >= r.Provisional), string(r.CutOff())})
		}
	}
	return writeCSV(w, v.from(header), v.rowsFrom(state, lines, series.Name, pages.CiteSeries(state, v.origin, series)))
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
