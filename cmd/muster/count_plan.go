package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"muster/counts"
)

// writePlan says what a record file holds and what would be counted of it. name
// is how the file was named to the command.
func writePlan(w world, plan counts.Plan, name string, asJSON bool) error {
	if asJSON {
		return writeJSON(w.stdout, struct {
			Plan counts.Plan `json:"plan"`
		}{plan})
	}
	fmt.Fprintf(w.stdout, "%s: %s\n", printable(plan.File), plan.Format)
	for _, note := range plan.Notes {
		fmt.Fprintf(w.stdout, "  note: %s\n", printable(note))
	}
	for _, sheet := range plan.Sheets {
		if err := writeSheetPlan(w, sheet, name, needsName(plan, sheet)); err != nil {
			return err
		}
	}
	return nil
}

// needsName reports whether a sheet must be named to be counted: it is hidden,
// or others would be counted by the same date but other columns.
func needsName(plan counts.Plan, sheet counts.SheetPlan) bool {
	return sheet.Hidden || slices.ContainsFunc(plan.Sheets, func(s counts.SheetPlan) bool {
		a, b := s.Proposed(), sheet.Proposed()
		return !s.Hidden && a.Date == b.Date && (a.Unit != b.Unit || a.Class != b.Class || a.Count != b.Count || a.Release != b.Release)
	})
}

func writeSheetPlan(w world, s counts.SheetPlan, name string, named bool) error {
	fmt.Fprintln(w.stdout)
	if s.Name != "" {
		hidden := ""
		if s.Hidden {
			hidden = " (hidden: read only when named)"
		}
		fmt.Fprintf(w.stdout, "Sheet %q%s\n", s.Name, hidden)
	}
	if len(s.Columns) == 0 {
		fmt.Fprintf(w.stdout, "  not counted: %s\n", printable(s.Problem))
		return nil
	}
	header := "names of columns apart from the rows"
	if s.Header > 0 {
		header = fmt.Sprintf("names of columns in row %d", s.Header)
	}
	fmt.Fprintf(w.stdout, "  %s, %s; nothing is loaded yet\n", plural(s.Rows, "row"), header)
	t := tabwriter.NewWriter(w.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "  column\tuse\tblank\tredacted\tdates\t")
	for _, c := range s.Columns {
		use := string(c.Use)
		switch {
		case c.Proposed:
			use += " (proposed)"
		case c.Use == "":
			use = "not used"
		default:
			use = "may be " + use
		}
		if c.Known != "" {
			use += fmt.Sprintf(", elsewhere named %q", c.Known)
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t\n", printable(c.Name), use, some(c.Blank), some(c.Redacted), some(c.Dates))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if s.Ragged > 0 {
		fmt.Fprintf(w.stdout, "  %s with more or fewer cells than there are columns\n", plural(s.Ragged, "row"))
	}
	if s.Spoilt > 0 {
		fmt.Fprintf(w.stdout, "  %s that cannot be told apart into cells\n", plural(s.Spoilt, "row"))
	}
	if s.Problem != "" {
		fmt.Fprintf(w.stdout, "  not counted: %s\n", printable(s.Problem))
	}
	if s.Would != nil {
		writeWould(w, *s.Would)
	}
	if c := s.Proposed(); c.Date != "" {
		fmt.Fprintf(w.stdout, "  to count it: muster count %s\n", strings.Join(countArguments(name, s, c, named), " "))
	}
	return nil
}

// some is empty for none, so that what is there stands out.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func writeWould(w world, would counts.WouldCount) {
	span := "no dates"
	if would.First != "" {
		span = fmt.Sprintf("%s to %s", would.First, would.Last)
	}
	fmt.Fprintf(w.stdout, "  would count %s, %s", plural(would.Counted, "row"), span)
	if would.Release != "" {
		fmt.Fprintf(w.stdout, ", released on %s", would.Release)
	}
	fmt.Fprintln(w.stdout)
	for _, reason := range slices.Sorted(maps.Keys(would.SetAside)) {
		fmt.Fprintf(w.stdout, "  would set aside %s: %s\n", plural(would.SetAside[reason], "row"), reason)
	}
	if would.Units > 0 {
		fmt.Fprintf(w.stdout, "  %s; %d counts without one\n", plural(would.Units, "unit"), would.WithoutUnit)
	}
	for _, unit := range would.UnitsUnknown {
		fmt.Fprintf(w.stdout, "  no unit that is listed: %s\n", printable(unit))
	}
}

// countArguments are those that count a sheet as proposed.
func countArguments(name string, s counts.SheetPlan, c counts.Columns, named bool) []string {
	out := []string{quoted(name)}
	if named {
		out = append(out, "--sheet", quoted(s.Name))
	}
	for _, flag := range [][2]string{{"--date", c.Date}, {"--unit", c.Unit}, {"--class", c.Class}, {"--count", c.Count}, {"--release", c.Release}} {
		if flag[1] != "" {
			out = append(out, flag[0], quoted(flag[1]))
		}
	}
	return out
}

// quoted is a word of a command line.
func quoted(word string) string {
	word = printable(word)
	if strings.ContainsAny(word, " \t'\"$&|;()<>*?#\\`!") || word == "" {
		return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
	}
	return word
}
