package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"muster/counts"
	"muster/dossier"
	"muster/interval"
)

func countCommand(w world) *cobra.Command {
	var columns counts.Columns
	var by string
	var asJSON bool
	var sheet string
	var plan bool
	var view seriesView
	cmd := &cobra.Command{
		Use:   "count FILE [--date COL [--unit COL]]  |  count DIR [SERIES]",
		Short: "Count the rows of a record file by day, week or month and unit",
		Long: `Count turns a record file into counts per period and unit: CSV and its kin,
JSON Lines, XLSX and Parquet, packed with gzip or not, one file, those of a folder
or of a ZIP archive, or one at an address. Rows are streamed: nothing of a row is
kept but its date, unit and class. Without --date it says what the file holds and
by which columns it would be counted, and counts nothing.

With a dossier it shows the series that dossier.toml names, or one view of them;
--unit and --class then choose a unit and a class.`,
		Example: `  muster count arrests.xlsx
  muster count arrests.csv --date date --unit office --by month
  muster count arrests.xlsx --date "Apprehension Date" --sheet Arrests
  muster count totals.csv --date month --count book_ins
  muster count operation book-ins
  muster count operation book-ins --triangle --released 2025-08-01
  muster count operation book-ins --average 2025-01-20..2025-06-10`,
		Args: needs(1, 2, "a file, or a dossier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := os.Stat(filepath.Join(args[0], dossier.SettingsFile)); err == nil || len(args) > 1 {
				view.unit, view.class, view.json = columns.Unit, columns.Class, asJSON
				return countDossier(cmd, w, args, view)
			}
			if view.asOf.past() {
				return errors.New("--at and --known ask for a state of a dossier; a file has none")
			}
			if by != "day" && by != "week" && by != "month" {
				return fmt.Errorf("--by is %q; expected day, week or month", by)
			}
			if column, other, ok := strings.Cut(view.renamed, "="); ok {
				columns.Renamed = map[string][]string{column: {other}}
			}
			reader := counts.Reader{Columns: columns, By: by, Sheet: sheet}
			return countFiles(cmd.Context(), w, args[0], reader, asJSON, plan || columns.Date == "")
		},
	}
	cmd.Flags().StringVar(&columns.Date, "date", "", "column that holds the date")
	cmd.Flags().StringVar(&columns.Unit, "unit", "", "column that holds the unit, such as an office")
	cmd.Flags().StringVar(&columns.Class, "class", "", "column that holds a class")
	cmd.Flags().StringVar(&columns.Count, "count", "", "column that holds a number; without it a row is one count")
	cmd.Flags().StringVar(&columns.Release, "release", "", "column that holds the date of release")
	cmd.Flags().StringVar((*string)(&columns.Duplicates), "duplicates", "", "rule by which rows that tell of one event count once, such as chain-24h")
	cmd.Flags().StringVar(&columns.ID, "id", "", "column of identifiers, for that rule: looked at while reading and kept nowhere")
	cmd.Flags().StringVar(&columns.Clock, "clock", "", "column with the time of day, for that rule")
	cmd.Flags().StringVar(&columns.Method, "method", "", "column that tells rows that were only processed again, for that rule")
	cmd.Flags().StringVar(&sheet, "sheet", "", "sheet of a workbook; without it, all that have the columns")
	cmd.Flags().BoolVar(&plan, "plan", false, "only say what the file holds and what would be counted of it, as without --date")
	cmd.Flags().StringVar(&by, "by", "day", "day, week or month")
	view.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a count, then a summary")
	return cmd
}

// writeRelease writes the counts of one release: a line each, then the summary.
// file is told where there are several.
func writeRelease(w world, file string, r counts.Release, asJSON bool) error {
	first, last := "", ""
	for i, p := range r.Points {
		if i == 0 || string(p.From) < first {
			first = string(p.From)
		}
		if string(p.To) > last {
			last = string(p.To)
		}
	}
	for _, m := range r.Means {
		if first == "" || string(m.From) < first {
			first = string(m.From)
		}
		last = max(last, string(m.To))
	}
	if asJSON {
		out := bufio.NewWriterSize(w.stdout, 64<<10)
		if err := writePointLines(out, r.Points); err != nil {
			return err
		}
		for _, m := range r.Means {
			if err := writeJSON(out, struct {
				Date  interval.Date     `json:"date"`
				Unit  string            `json:"unit"`
				Class string            `json:"class"`
				Mean  interval.Number   `json:"mean"`
				Range interval.Interval `json:"range"`
			}{m.From, m.Unit, m.Class, m.Value, m.Range}); err != nil {
				return err
			}
		}
		aside := r.SetAside
		if aside == nil {
			aside = []counts.SetAside{}
		}
		type summary struct {
			Rows     int               `json:"rows"`
			Counted  int               `json:"counted"`
			SetAside []counts.SetAside `json:"set_aside"`
			First    string            `json:"first"`
			Last     string            `json:"last"`
			Release  string            `json:"release,omitempty"`
			File     string            `json:"file,omitempty"`

			Duplicates *counts.Duplicates `json:"duplicates,omitempty"`
			Remark     string             `json:"remark,omitempty"`
		}
		if err := writeJSON(out, struct {
			Summary summary `json:"summary"`
		}{summary{r.Rows, r.Counted, aside, first, last, string(r.Date), file, r.Duplicates, r.Remark}}); err != nil {
			return err
		}
		return out.Flush()
	}
	if file != "" {
		fmt.Fprintln(w.stdout, printable(file))
	}
	if r.Synthetic() {
		fmt.Fprintln(w.stdout, syntheticWords)
	}
	if r.Date != "" {
		fmt.Fprintf(w.stdout, "Release of %s\n", r.Date)
	}
	if r.Remark != "" {
		fmt.Fprintf(w.stdout, "Note: %s.\n", r.Remark)
	}
	t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', tabwriter.AlignRight)
	for _, p := range r.Points {
		fmt.Fprintf(t, "%s\t%s\t%s\t%d\t\n", p.From, p.Unit, p.Class, p.Count)
	}
	for _, m := range r.Means {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t\n", m.From, m.Unit, m.Class, m.Value.Grouped(1))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	span := "no dates"
	if first != "" {
		span = first + " to " + last
	}
	fmt.Fprintf(w.stdout, "%s, %d counted, %d set aside; %s\n", plural(int(r.Rows), "row"), r.Counted, len(r.SetAside), span)
	if d := r.Duplicates; d != nil {
		fmt.Fprintf(w.stdout, "%d counts before the rule %s, %d after it; %s dropped, %d with a copy, %d without an identifier\n", d.Before, d.Rule, d.After, plural(d.Dropped, "row"), d.Marked, d.WithoutID)
		if d.NoClock > 0 {
			fmt.Fprintf(w.stdout, "%s without a time of day: 24 hours are then two days\n", plural(d.NoClock, "row"))
		}
	}
	reasons := map[string]int{}
	for _, s := range r.SetAside {
		reasons[s.Reason]++
		if reasons[s.Reason] <= 3 {
			where := fmt.Sprintf("row %d", s.Row)
			if s.Cell != "" {
				where = "cell " + s.Cell
			}
			if s.Sheet != "" {
				where += fmt.Sprintf(" of sheet %q", s.Sheet)
			}
			fmt.Fprintf(w.stdout, "  %s: %s\n", where, s.Reason)
		}
	}
	fmt.Fprintln(w.stdout)
	return nil
}

// writePointLines writes a JSON object a count. Files have hundreds of thousands,
// of few units and classes, so that each name is encoded once.
func writePointLines(out *bufio.Writer, points []counts.Point) error {
	encoded := map[string][]byte{}
	name := func(s string) []byte {
		b, ok := encoded[s]
		if !ok {
			var text bytes.Buffer
			_ = writeJSON(&text, s) // a buffer takes all
			b = bytes.TrimSuffix(text.Bytes(), []byte("\n"))
			encoded[s] = b
		}
		return b
	}
	var line []byte
	for _, p := range points {
		line = append(append(line[:0], `{"date":"`...), p.From...)
		line = append(append(line, `","unit":`...), name(p.Unit)...)
		line = append(append(line, `,"class":`...), name(p.Class)...)
		line = strconv.AppendInt(append(line, `,"count":`...), p.Count, 10)
		if _, err := out.Write(append(line, "}\n"...)); err != nil {
			return err
		}
	}
	return nil
}
