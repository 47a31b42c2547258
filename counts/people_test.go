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

// TestAStrangerAmongUnits: where most rows bear names that are known, one that
// few bear and that is not known is not kept, nor told by the plan.
func TestAStrangerAmongUnits(t *testing.T) {
	var b strings.Builder
	b.WriteString("Date,AOR,Method\n")
	for i := range 20 {
		fmt.Fprintf(&b, "2025-06-%02d,Boston,Located\n", i+1)
		if i < 5 {
			fmt.Fprintf(&b, "2025-06-%02d,New Town,Located\n", i+1)
		}
	}
	b.WriteString("2025-06-01,Anna Clark,Located\n2025-06-02,Anna Clark,seen at the mill\n2025-06-03,Lakeside,\n2025-06-04,Buffalo,Worksite Enforcement\n")
	read := func(known ...string) Release {
		t.Helper()
		releases, err := Reader{Columns: Columns{Date: "Date", Unit: "AOR", Class: "Method"}, By: "month", Known: known}.Read(t.Context(), "a.csv", strings.NewReader(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		return releases[0]
	}
	names := func(r Release) string {
		var out []string
		for _, p := range r.Points {
			out = append(out, fmt.Sprintf("%s/%s %d", p.Unit, p.Class, p.Count))
		}
		return strings.Join(out, ", ")
	}
	r := read()
	if got, want := names(r), "Boston/Located 20, Buffalo/Worksite Enforcement 1, New Town/Located 5, unknown/Located 1, unknown/unknown 2"; got != want || !strings.Contains(r.Remark, "in 4 cells") {
		t.Errorf("got %s (%s), want %s", got, r.Remark, want)
	}
	if got := names(read("Lakeside")); !strings.Contains(got, "Lakeside/unknown 1") {
		t.Errorf("a unit of the dossier is not kept: %s", got)
	}
	book, err := table.Open("a.csv", strings.NewReader(b.String()), int64(b.Len()), table.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Reader{}.Plan(t.Context(), "a.csv", book)
	if said := fmt.Sprintf("%+v %+v", plan, plan.Sheets[0].Would); err != nil || strings.Contains(said, "Clark") || strings.Contains(said, "mill") || !strings.Contains(said, "New Town") {
		t.Errorf("the plan: %v %s", err, said)
	}
}

func TestWhatIsNoName(t *testing.T) {
	units, err := Units()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"12 Elm Street", "4 Old Mill Rd.", "Apt 3, 4 Old Mill Rd, Hill", "A123456789", "a 12345678", "A-1234567", "555-123-4567", "(555) 123 4567", "123-45-6789", "anna@example.org", "123456789012", "#N/A",
		"She was seen near the mill on the first day of the month and went on to the lake with two others"} {
		if got := units.Name(name); got != Unknown {
			t.Errorf("%q is kept as %q", name, got)
		}
	}
	for _, name := range []string{"26 Federal Plaza", "[8C] Excludable / Inadmissible - Administrative Final Order Issued", "FY2024/2025", "287(g) Program", "2024-10-01", "10 District Court", "Station 5 St. Mary", "1 Convicted Criminal", "06037", "B12", "North @ Mill", "Organized Crime Drug Enforcement Task Force"} {
		if got := units.Name(name); got != name {
			t.Errorf("%q became %q", name, got)
		}
	}
	data := "Region,Brigade\nEast,Hill\nEast,12 Elm Street\n12 Elm Street,Lake\n"
	roll, err := ReadRoll(t.Context(), "a-2025-06-01.csv", strings.NewReader(data), int64(len(data)), RollColumns{Institution: "Brigade", Place: "Region"})
	if said := fmt.Sprintf("%+v %v", roll, err); err != nil || strings.Contains(said, "Elm") || len(roll.Members) != 2 || len(roll.SetAside) != 1 {
		t.Errorf("an address in a list: %s", said)
	}
}
