package main

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
	"muster/pages"
)

// triangle is what each release told of each period, ready to be written.
type triangle struct {
	told   string // what its numbers are
	labels []string
	rows   []triangleRow
}

type triangleRow struct {
	labels      []string
	cells       []string // one a release; "" where it tells nothing
	provisional []bool
}

// newest is the place of the newest release that tells the row.
func (r triangleRow) newest() int {
	newest := 0
	for i, cell := range r.cells {
		if cell != "" {
			newest = i
		}
	}
	return newest
}

// newTriangle gathers the counts of a series, or its means. exact writes means
// with all their decimals.
func newTriangle(series counts.Series, exact bool) triangle {
	if series.Facts().Measure == counts.OnAverage {
		t := triangle{told: "what each release told", labels: []string{"from", "to", "unit", "class"}}
		for _, r := range series.MeanRevisions() {
			row := triangleRow{[]string{string(r.From), string(r.To), r.Unit, r.Class}, make([]string, len(r.Means)), r.Provisional}
			for i, m := range r.Means {
				switch {
				case m == nil:
				case exact:
					row.cells[i] = m.Value.String()
				default:
					row.cells[i] = m.Value.Grouped(2)
				}
			}
			t.rows = append(t.rows, row)
		}
		return t
	}
	t := triangle{told: "what each release counted", labels: []string{"from", "to"}}
	for _, r := range series.Revisions() {
		row := triangleRow{[]string{string(r.From), string(r.To)}, make([]string, len(r.Counts)), r.Provisional}
		for i, n := range r.Counts {
			if n != nil {
				row.cells[i] = strconv.FormatInt(*n, 10)
			}
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// writeTriangle writes what each release told, period by period.
func (v *seriesView) writeTriangle(w world, state *dossier.State, series counts.Series) error {
	if v.json {
		return writeJSON(w.stdout, triangleOf(series))
	}
	t := newTriangle(series, v.csv)
	header := slices.Clone(t.labels)
	for _, r := range series.Releases {
		header = append(header, told(r))
	}
	if v.csv {
		var lines [][]string
		for _, row := range t.rows {
			newest := series.Releases[row.newest()]
			lines = append(lines, append(slices.Concat(row.labels, row.cells), string(newest.Date), string(newest.CutOff())))
		}
		return writeCSV(w, v.from(append(header, "release", "cut_off")), v.rowsFrom(state, lines, series.Name, pages.CiteSeries(state, v.origin, series)))
	}
	fmt.Fprintf(w.stdout, "%s: %s; * not complete when it was made\n\n", series.Title, t.told)
	out := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, strings.Join(header, "\t")+"\t")
	for _, row := range t.rows {
		line := slices.Concat(row.labels, row.cells)
		for i, provisional := range row.provisional {
			if provisional {
				line[len(row.labels)+i] += "*"
			}
		}
		fmt.Fprintln(out, strings.Join(line, "\t")+"\t")
	}
	if err := out.Flush(); err != nil {
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
	Means    []triangleMean    `json:"means,omitempty"` // in place of periods, of a series of means
	Seams    []interval.Date   `json:"seams"`           // days at which the latest counts go over to another release
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

type triangleMean struct {
	interval.Period
	Unit        string             `json:"unit"`
	Class       string             `json:"class"`
	Means       []*interval.Number `json:"means"`
	Provisional []bool             `json:"provisional"`
}

func triangleOf(series counts.Series) triangleJSON {
	out := triangleJSON{Series: series.Name, Releases: []triangleRelease{}, Periods: []trianglePeriod{}, Seams: []interval.Date{}}
	for _, r := range series.Releases {
		out.Releases = append(out.Releases, triangleRelease{Date: r.Date, File: r.File, SHA256: r.SHA256, Provisional: r.Provisional})
	}
	for _, twin := range series.Twins() {
		of := twin.Of
		out.Releases[twin.Release].Repeats, out.Releases[twin.Release].SameBytes = &of, twin.SameBytes
	}
	for _, r := range series.Revisions() {
		out.Periods = append(out.Periods, trianglePeriod{r.Period, r.Counts, r.Provisional})
	}
	for _, r := range series.MeanRevisions() {
		means := make([]*interval.Number, len(r.Means))
		for i, m := range r.Means {
			if m != nil {
				means[i] = &m.Value
			}
		}
		out.Means = append(out.Means, triangleMean{r.Period, r.Unit, r.Class, means, r.Provisional})
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
	words := []string{"muster", "count", v.folder, name}
	if v.triangle {
		words = append(words, "--triangle")
	}
	words = append(words, "--csv", "--at", strconv.FormatInt(at, 10))
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
