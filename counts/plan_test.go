package counts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"muster/counts/synthetic"
)

func planOf(t *testing.T, name string, data []byte) Plan {
	t.Helper()
	r := Reader{}
	files, err := r.Files(name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	book, err := files[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := r.Plan(t.Context(), name, book)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func TestPlan(t *testing.T) {
	const rows = 3000
	var file bytes.Buffer
	if err := synthetic.WriteWorkbook(&file, rows, 1, 5); err != nil {
		t.Fatal(err)
	}
	plan := planOf(t, "synthetic-2026-03-10.xlsx", file.Bytes())
	s := plan.Sheets[0]
	if plan.Format != "XLSX" || s.Name != "Arrests 1" || s.Header != 7 || s.Rows != rows || s.Ragged != 0 || s.Spoilt != 0 {
		t.Errorf("%s, sheet %q, header %d, %d rows, %d ragged", plan.Format, s.Name, s.Header, s.Rows, s.Ragged)
	}
	want := Columns{Date: arrestColumns.Date, Unit: arrestColumns.Unit, Class: arrestColumns.Class}
	if got := s.Proposed(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("proposed %v, want %v", got, want)
	}
	if s.Columns[13].Redacted != rows || s.Columns[0].Dates+s.Columns[0].Redacted != rows || s.Columns[0].Redacted == 0 {
		t.Errorf("redacted birth dates %d, dates %d, redacted dates %d", s.Columns[13].Redacted, s.Columns[0].Dates, s.Columns[0].Redacted)
	}
	if w := s.Would; w == nil || w.Counted+w.SetAside["redacted date"] != rows || w.Release != "2026-03-10" || w.WithoutUnit == 0 || strings.Join(w.UnitsUnknown, ",") != "New Town" {
		t.Errorf("would count %+v", w)
	}
}

func TestPlanOfText(t *testing.T) {
	plan := planOf(t, "a.csv", []byte("A list; see below\n\nWhen;Apprehension AOR;First Name\n4/5/2025;Boston;Jane\n25/5/2025;b(6)\n1;2;3;4\nx\"y;\n"))
	s := plan.Sheets[0]
	if s.Header != 3 || s.Rows != 4 || s.Ragged != 2 || s.Spoilt != 1 {
		t.Errorf("header %d, %d rows, %d ragged, %d spoilt", s.Header, s.Rows, s.Ragged, s.Spoilt)
	}
	if len(plan.Notes) != 1 || !strings.Contains(plan.Notes[0], `';'`) {
		t.Errorf("notes %q", plan.Notes)
	}
	if c := s.Columns[1]; c.Known != "TOA Current Duty AOR" || !c.Proposed || c.Redacted != 1 {
		t.Errorf("a column with another name: %+v", c)
	}
	if s.Problem != "no column of dates was recognised" { // too few of them are
		t.Errorf("problem %q", s.Problem)
	}
	told, err := json.Marshal(plan)
	if err != nil || strings.Contains(string(told), "Jane") || strings.Contains(string(told), "Boston") {
		t.Errorf("%v: a cell is told: %s", err, told)
	}
	if s := planOf(t, "a.csv", []byte("Jane Doe,2025-05-01,Count\nJohn Doe,2025-05-02,7\n")).Sheets[0]; s.Problem == "" || len(s.Columns) > 0 {
		t.Errorf("records taken for names: %+v", s)
	}
	days := planOf(t, "a.csv", []byte("id;Tag\nx;4.5.2025\ny;25.5.2025\n")).Sheets[0]
	if days.Proposed().Date != "Tag" || days.Would == nil || days.Would.First != "2025-05-04" {
		t.Errorf("dates under a name that is not known: %+v", days)
	}
}

// TestKnownColumns makes sure that the list is sound: every line has a use.
func TestKnownColumns(t *testing.T) {
	known := knownColumns()
	for key, c := range known {
		switch c.use {
		case UseDate, UseUnit, UseClass, UseCount, UseRelease, UseID:
		default:
			t.Errorf("%s: use %q", key, c.use)
		}
	}
	for a, b := range map[string]string{"Apprehension AOR": "TOA Current Duty AOR", "unique_identifier": "Anonymized Identifier", "Final Program": "Apprehension Final Program"} {
		if known[columnKey(a)].name != b {
			t.Errorf("%s is known as %q, want %q", a, known[columnKey(a)].name, b)
		}
	}
}
