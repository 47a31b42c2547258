package counts

import (
	"fmt"
	"strings"
	"testing"

	"muster/counts/table"
)

// TestNothingIsCountedByPeople: units and classes are kept, so columns that tell
// of people are refused, by their name or by what they hold.
func TestNothingIsCountedByPeople(t *testing.T) {
	for _, column := range []string{"Unique_Identifier", "last name", "Birth Date", "Subject Last Name"} {
		for _, columns := range []Columns{{Date: "d", Unit: column}, {Date: "d", Class: column}} {
			_, err := Read(t.Context(), "a.csv", strings.NewReader("d,"+column+"\n2025-06-01,Clark\n"), columns, "")
			if err == nil || !strings.Contains(err.Error(), "tells of people") || strings.Contains(err.Error(), "Clark") {
				t.Errorf("%s: got %v", column, err)
			}
		}
		data := "x," + column + "\ny,Clark\n"
		if _, err := ReadRoll(t.Context(), "a-2025-06-01.csv", strings.NewReader(data), int64(len(data)), RollColumns{Institution: column}); err == nil || !strings.Contains(err.Error(), "tells of people") {
			t.Errorf("%s: a roll of people was read: %v", column, err)
		}
	}
	// Nor by their other names in files.
	if _, err := Read(t.Context(), "a.csv", strings.NewReader("d,last name\n2025-06-01,Clark\n"), Columns{Date: "d", Unit: "office", Renamed: map[string][]string{"office": {"Last_Name"}}}, ""); err == nil || !strings.Contains(err.Error(), "tells of people") {
		t.Errorf("renamed: got %v", err)
	}
	var b strings.Builder
	b.WriteString("d,who\n")
	for i := range 1200 {
		fmt.Fprintf(&b, "2025-06-01,P%d\n", i)
	}
	if _, err := Read(t.Context(), "a.csv", strings.NewReader(b.String()), Columns{Date: "d", Unit: "who"}, ""); err == nil || !strings.Contains(err.Error(), "1200 different values") {
		t.Errorf("identifiers were taken for units: %v", err)
	}
}

// TestRowsAreNotTakenForNames: of a file without names of columns no row is told.
func TestRowsAreNotTakenForNames(t *testing.T) {
	for _, file := range []string{
		"Clark,Anna,Lakeside\nBright,Tom,Hillside\n",
		"Clark,Anna,Lakeside\nBright,Tom,Hillside\nMoor,Ann,2025-06-01\n",
		"Clark,Anna,about midsummer\nBright,Tom,2025-06-01\n",
		"2025-06-01,Clark,Anna\nunknown,Bright,Tom\n",
		"Clark,Anna,Lakeside\n",
	} {
		_, err := Read(t.Context(), "a.csv", strings.NewReader(file), Columns{Date: "Date", Unit: "Office"}, "")
		if err == nil || strings.Contains(err.Error(), "Clark") || strings.Contains(err.Error(), "Bright") {
			t.Errorf("got %v", err)
		}
		book, err := table.Open("a.csv", strings.NewReader(file), int64(len(file)), table.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		plan, err := Reader{}.Plan(t.Context(), "a.csv", book)
		if said := fmt.Sprintf("%+v %v", plan, err); strings.Contains(said, "Clark") || strings.Contains(said, "Bright") {
			t.Errorf("the plan tells a row: %s", said)
		}
	}
}
