package claims

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"muster/documents"
)

// scoreFloors are per cent below which a change of the reader is a step back,
// for each file of testdata/figures in the order of scoredFiles. The scores
// reached stand in doc/measuring.md; a floor lies about two points lower, four
// for a mean over labels. Who makes the reader better raises them.
var (
	scoredFiles = []string{"a-mend", "a-held", "b-mend", "b-held", "c-mend", "c-held", "d-held", "e-mend", "e-held"}
	scoreFloors = []struct {
		measure string
		floors  [9]float64
	}{
		{"span F1", [9]float64{95, 93, 92, 93, 97, 97, 95, 95, 96}},
		{"value F1", [9]float64{93, 92, 91, 92, 96, 97, 95, 94, 96}},
		{"verbatim", [9]float64{100, 100, 100, 100, 100, 100, 100, 100, 100}},
		{"qualifier", [9]float64{97, 97, 98, 97, 96, 98, 98, 97, 97}},
		{"unit", [9]float64{96, 97, 95, 94, 96, 96, 92, 96, 94}},
		{"per", [9]float64{96, 96, 97, 97, 96, 96, 98, 97, 96}},
		{"counted", [9]float64{88, 80, 91, 84, 86, 87, 88, 89, 91}},
		{"organisation", [9]float64{67, 67, 78, 68, 70, 52, 62, 67, 56}},
		{"stage", [9]float64{77, 69, 77, 69, 73, 68, 65, 69, 64}},
		{"act", [9]float64{84, 81, 88, 86, 76, 79, 85, 81, 77}},
		{"when", [9]float64{68, 68, 58, 85, 66, 74, 82, 74, 83}},
		{"method", [9]float64{88, 86, 87, 82, 82, 85, 87, 75, 79}},
		{"root", [9]float64{72, 77, 77, 69, 69, 69, 73, 70, 73}},
		{"chain", [9]float64{69, 75, 75, 68, 65, 67, 69, 70, 73}},
		{"macro qualifier", [9]float64{95, 92, 96, 95, 94, 96, 96, 95, 95}},
		{"macro unit", [9]float64{94, 95, 82, 84, 85, 93, 82, 96, 76}},
		{"macro per", [9]float64{86, 88, 83, 88, 92, 76, 96, 83, 83}},
		{"macro stage", [9]float64{72, 63, 69, 57, 69, 59, 63, 66, 64}},
		{"macro act", [9]float64{55, 53, 56, 57, 36, 63, 68, 53, 39}},
		{"macro method", [9]float64{56, 55, 56, 52, 53, 81, 83, 47, 51}},
		{"whole F1", [9]float64{42, 34, 44, 27, 43, 29, 24, 28, 24}},
	}
)

// TestScore measures the reader on the figures annotated in testdata/figures:
//
//	go test ./claims -run Score -v
//
// With MUSTER_SCORE_ERRORS naming fields ("stage,root", "missed", or "all") it
// lists the errors in the files that may be looked at, never in those held back.
func TestScore(t *testing.T) {
	reader, files := newTestReader(t), goldFiles(t)
	list := strings.Split(os.Getenv("MUSTER_SCORE_ERRORS"), ",")
	tallies, all := map[string]*tally{}, newTally()
	for _, name := range scoredFiles {
		if files[name] == nil {
			t.Fatalf("testdata/figures/%s.jsonl is not there", name)
		}
		tallies[name] = newTally()
		for _, d := range files[name] {
			reading := reader.Find(documents.Document{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Text: d.Text})
			for _, e := range tallies[name].document(d, reading.Figures, reader.names) {
				if strings.HasSuffix(name, "-mend") && (slices.Contains(list, e.field) || slices.Contains(list, "all")) {
					t.Logf("%s %s: %s: %s", name, d.ID, e.field, e)
				}
			}
		}
		all.add(tallies[name])
	}
	t.Log(scoreTable(tallies, all))
	for _, row := range scoreFloors {
		for i, name := range scoredFiles {
			score, known := tallies[name].scores()[row.measure]
			if !known {
				t.Fatalf("no measure %q", row.measure)
			}
			if score < row.floors[i] {
				t.Errorf("%s: %s fell to %.1f, expected at least %.1f", name, row.measure, score, row.floors[i])
			}
		}
	}
}

func measures() []string {
	list := []string{"span F1", "value F1", "verbatim"}
	list = append(list, scoredFields...)
	for _, field := range labelFields {
		list = append(list, "macro "+field)
	}
	return append(list, "whole F1")
}

// scoreTable shows every measure by file and over all files.
func scoreTable(tallies map[string]*tally, all *tally) string {
	var out strings.Builder
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	columns := append(slices.Clone(scoredFiles), "all")
	tallyOf := func(column string) *tally {
		if column == "all" {
			return all
		}
		return tallies[column]
	}
	row := func(name string, cell func(*tally) string) {
		fmt.Fprintf(table, "\n%s\t", name)
		for _, column := range columns {
			fmt.Fprintf(table, "%s\t", cell(tallyOf(column)))
		}
	}
	fmt.Fprintf(table, "\n\t%s\t", strings.Join(columns, "\t"))
	row("documents", func(t *tally) string { return fmt.Sprint(t.documents) })
	row("figures", func(t *tally) string { return fmt.Sprint(t.gold) })
	row("found", func(t *tally) string { return fmt.Sprint(t.found) })
	for _, measure := range measures() {
		row(measure, func(t *tally) string { return fmt.Sprintf("%.1f", t.scores()[measure]) })
	}
	fmt.Fprintln(table)
	_ = table.Flush()
	return out.String()
}

// String shows an error so that its place in the text can be found.
func (e scoreError) String() string {
	show := func(f Figure) string {
		switch e.field {
		case "missed", "spurious":
			return ""
		case "value":
			return f.Stated.String()
		case "counted":
			return f.Counted
		case "organisation":
			return f.Organisation
		case "when":
			if f.About == nil {
				return "no time"
			}
			return string(f.About.From) + ".." + string(f.About.To)
		case "root", "chain":
			var hops []string
			for _, h := range f.Attribution.Chain {
				hops = append(hops, h.Name+" ("+string(h.Kind)+")")
			}
			return strings.Join(hops, " < ")
		}
		return label(e.field, f)
	}
	switch e.field {
	case "missed", "spurious":
		return fmt.Sprintf("%q", e.exact)
	case "value":
		return fmt.Sprintf("%q: got %s", e.exact, show(e.got))
	}
	return fmt.Sprintf("%q: expected %q, got %q", e.exact, show(e.gold), show(e.got))
}
