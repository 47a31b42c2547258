package counts

import (
	"fmt"
	"strings"
	"testing"

	"muster/counts/table"
)

// Dates that cannot be are set aside with the reason; where the name of a file
// tells no release, that is said.
func TestBadDates(t *testing.T) {
	june := ""
	for i := range 9 {
		june += fmt.Sprintf("2025-06-%02d\n", i+1)
	}
	many := strings.Repeat(june, 50)
	for name, test := range map[string]struct {
		file, rows string
		aside      string
		remark     string
		release    string
	}{
		"after the release, in a small file":  {"a-2025-07-01.csv", june + "2027-09-17\n", "row 11: date after the release of 2025-07-01", "", "2025-07-01"},
		"after the release, in a large file":  {"a-2025-07-01.csv", many + "2027-09-17\n", "row 452: date after the release of 2025-07-01", "", "2025-07-01"},
		"the name tells when the rows begin":  {"a-2025-06-01.csv", june, "", "the day in the file's name, 2025-06-01, is not taken for that of its release: 8 rows are dated after it", ""},
		"no release, long after all others":   {"a.csv", many + "2027-09-17\n", "row 452: date more than 60 days after all others", "", ""},
		"the zero of a spreadsheet":           {"a-2025-07-01.csv", many + "1900-01-01\n", "row 452: date more than ten years before all others", "", "2025-07-01"},
		"no calendar has it":                  {"a-2025-07-01.csv", june + "2025-02-30\n", "row 11: impossible date", "", "2025-07-01"},
		"the number of a day in a speadsheet": {"a-2025-07-01.csv", "45810\n45811.25\n", "", "", "2025-07-01"},
		"any other number":                    {"a-2025-07-01.csv", june + "4581\n99999\n458100\n", "row 11: no date, row 12: no date, row 13: no date", "", "2025-07-01"},
		"rows of many years are no strays":    {"a.csv", "2001-06-01\n2012-06-01\n2025-06-01\n", "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			releases, err := Read(t.Context(), test.file, strings.NewReader("day\n"+test.rows), Columns{Date: "day"}, "day")
			if err != nil {
				t.Fatal(err)
			}
			r := releases[0]
			var aside []string
			for _, s := range r.SetAside {
				aside = append(aside, fmt.Sprintf("row %d: %s", s.Row, s.Reason))
			}
			if got := strings.Join(aside, ", "); got != test.aside || r.Remark != test.remark || string(r.Date) != test.release {
				t.Errorf("set aside %q, remark %q, release %q", got, r.Remark, r.Date)
			}
			if r.Rows != r.Counted+len(r.SetAside) {
				t.Errorf("%d rows, %d counted, %d set aside", r.Rows, r.Counted, len(r.SetAside))
			}
		})
	}
	releases, err := Read(t.Context(), "a.csv", strings.NewReader("day\n45810\n45810.75\n"), Columns{Date: "day"}, "day")
	if err != nil || len(releases[0].Points) != 1 || releases[0].Points[0].From != "2025-06-02" || releases[0].Points[0].Count != 2 {
		t.Errorf("day 45810 is %+v: %v", releases, err)
	}
}

// Where the use of a column is only guessed, an amount is not taken for a day.
func TestAmountsAreNoDays(t *testing.T) {
	data := "month,held\n2025-01,38711.77\n2025-02,43111.75\n"
	book, err := table.Open("a.csv", strings.NewReader(data), int64(len(data)), table.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Reader{By: "month"}.Plan(t.Context(), "a.csv", book)
	if err != nil {
		t.Fatal(err)
	}
	if c := plan.Sheets[0].Columns[1]; c.Dates > 0 || c.Use == UseDate {
		t.Errorf("amounts are taken for days: %+v", c)
	}
	sheet := `
S
Held by Office FY2025
Office | Oct | Nov
North | 38711 | 39000
South | 45810 | 45811
East | 30001 | 30002`
	r, err := readTable(t, "held.xlsx", workbook(t, sheet), Wide{Table: "Held by*", Rows: []string{"unit"}})
	if err != nil || len(r.Points) != 6 {
		t.Errorf("amounts are taken for a header: %+v, %v", r.Points, err)
	}
}
