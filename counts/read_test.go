package counts

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/interval"
)

// lines writes releases for tests: the head, the points, what was set aside.
func lines(releases []Release) string {
	var b strings.Builder
	for _, r := range releases {
		fmt.Fprintf(&b, "release %s rows %d counted %d provisional %s covers %s..%s\n", r.Date, r.Rows, r.Counted, r.Provisional, r.Covers.From, r.Covers.To)
		for _, p := range r.Points {
			fmt.Fprintf(&b, "%s..%s %s/%s %d\n", p.From, p.To, p.Unit, p.Class, p.Count)
		}
		for _, s := range r.SetAside {
			fmt.Fprintf(&b, "row %d: %s\n", s.Row, s.Reason)
		}
	}
	return b.String()
}

func TestRead(t *testing.T) {
	all := Columns{Date: "Date", Unit: "Office"}
	tests := []struct {
		name, file, by string
		columns        Columns
		data, want     string
	}{
		{"a row is one count", "a.csv", "", all,
			"Id,Date,Office\nx1,2025-06-04,Atlanta\nx2,2025-06-04 13:45:00,Atlanta\nx3,2025-06-05,\nx4,2025-06-05T01:00:00Z,Boston\n",
			"release  rows 4 counted 4 provisional 2025-06-04 covers 2025-06-04..2025-06-05\n" +
				"2025-06-04..2025-06-04 Atlanta/ 2\n2025-06-05..2025-06-05 Boston/ 1\n2025-06-05..2025-06-05 unknown/ 1\n"},
		{"by week, from Monday", "a.csv", "week", Columns{Date: "date"},
			"date\n2025-06-01\n2025-06-02\n2025-06-08\n2025-06-09\n",
			"release  rows 4 counted 4 provisional 2025-06-03 covers 2025-06-01..2025-06-09\n" +
				"2025-05-26..2025-06-01 / 1\n2025-06-02..2025-06-08 / 2\n2025-06-09..2025-06-15 / 1\n"},
		{"count column, releases, months", "a.csv", "month", Columns{Date: "month", Class: "agency", Count: "book_ins", Release: "release date"},
			"release_date,agency,month,Book Ins\n2025-07-07,A,2025-05,\"1,200\"\n2025-07-07,A,2025-06,900\n2025-06-05,A,2025-05,1 100\n2025-06-05,B,2025-05,\n2025-06-05,B,2025-04,b(6)\nlater,B,2025-04,7\n2025-06-05,B,2025-07,1\n2025-07-07,B,2025-05,12.5\n2025-07-07,B,2025-05,3.0\n",
			"release 2025-06-05 rows 4 counted 1 provisional 2025-05-29 covers 2025-05-01..2025-05-31\n2025-05-01..2025-05-31 /A 1100\n" +
				"row 5: no count\nrow 6: redacted count\nrow 8: date after the release of 2025-06-05\n" +
				"release 2025-07-07 rows 5 counted 3 provisional 2025-06-30 covers 2025-05-01..2025-06-30\n2025-05-01..2025-05-31 /A 1200\n2025-05-01..2025-05-31 /B 3\n2025-06-01..2025-06-30 /A 900\n" +
				"row 7: no day of release\nrow 9: no whole number\n"},
		{"months whatever is asked for", "a.csv", "day", Columns{Date: "m", Count: "n"}, "m,n\n2025-05,5\nJune 2025,6\n",
			"release  rows 2 counted 2 provisional 2025-06-24 covers 2025-05-01..2025-06-30\n2025-05-01..2025-05-31 / 5\n2025-06-01..2025-06-30 / 6\n"},
		{"a month among days", "a.csv", "day", Columns{Date: "d"}, "d\n2025-05\n2025-05-03\n",
			"release  rows 2 counted 1 provisional 2025-05-02 covers 2025-05-03..2025-05-03\n2025-05-03..2025-05-03 / 1\nrow 2: a month where other rows tell days\n"},
		{"spellings of units", "a.csv", "month", all,
			"Date,Office\n2025-05-01,St Paul Area of Responsibility\n2025-05-01,ST. PAUL AREA OF RESPONSIBILITY\n2025-05-01,HQ Area of Responsibility\n2025-05-01,NULL\n2025-05-01,\"b(6), b(7)c\"\n2025-05-01,(b)(7)(e)\n2025-05-01,Elsewhere  Unit\n",
			"release  rows 7 counted 7 provisional 2025-04-25 covers 2025-05-01..2025-05-01\n" +
				"2025-05-01..2025-05-31 Elsewhere Unit/ 1\n2025-05-01..2025-05-31 HQ/ 1\n2025-05-01..2025-05-31 St. Paul/ 2\n2025-05-01..2025-05-31 unknown/ 3\n"},
		{"preamble, semicolons, mark, blank lines", "a.csv", "day", all,
			"\ufeffArrests; see notes\n\nAs of May 2025;;\nDate;Office\n2025-05-02;Miami\n\n;;\n2025-05-02;\"Mia\nmi\"\nbad;Miami\nDate;Office\n;Miami\n2025-02-30;Miami\nb(6);Miami\n",
			"release  rows 7 counted 2 provisional 2025-05-01 covers 2025-05-02..2025-05-02\n2025-05-02..2025-05-02 Mia mi/ 1\n2025-05-02..2025-05-02 Miami/ 1\n" +
				"row 9: no date\nrow 10: names of columns\nrow 11: no date\nrow 12: impossible date\nrow 13: redacted date\n"},
		{"tabs and empty cells", "a.tsv", "day", Columns{Date: "d", Unit: "u", Class: "c"}, "u\td\tc\n\t2025-05-02\t\nMiami\t2025-05-02\tx\n",
			"release  rows 2 counted 2 provisional 2025-05-01 covers 2025-05-02..2025-05-02\n2025-05-02..2025-05-02 Miami/x 1\n2025-05-02..2025-05-02 unknown/unknown 1\n"},
		{"month first", "a.csv", "day", Columns{Date: "d"}, "d\n6/4/2025\n06/25/2025 11:00 PM\n",
			"release  rows 2 counted 2 provisional 2025-06-24 covers 2025-06-04..2025-06-25\n2025-06-04..2025-06-04 / 1\n2025-06-25..2025-06-25 / 1\n"},
		{"day first", "a.csv", "day", Columns{Date: "d"}, "d\n4.6.2025\n25.6.2025\n",
			"release  rows 2 counted 2 provisional 2025-06-24 covers 2025-06-04..2025-06-25\n2025-06-04..2025-06-04 / 1\n2025-06-25..2025-06-25 / 1\n"},
		{"words and slashes in order", "a.csv", "day", Columns{Date: "d"}, "d\n2025/6/4\n20250605\n4-Jun-2025\n\"June 6, 2025\"\n5 Sept 2025\n",
			"release  rows 5 counted 5 provisional 2025-09-04 covers 2025-06-04..2025-09-05\n2025-06-04..2025-06-04 / 2\n2025-06-05..2025-06-05 / 1\n2025-06-06..2025-06-06 / 1\n2025-09-05..2025-09-05 / 1\n"},
		{"released on the day in its name", "arrests-2026-03-10.csv", "day", Columns{Date: "d"}, "d\n" + strings.Repeat("2026-03-01\n", 200) + "2026-09-17\n",
			"release 2026-03-10 rows 201 counted 200 provisional  covers 2026-03-01..2026-03-01\n2026-03-01..2026-03-01 / 200\nrow 202: date after the release of 2026-03-10\n"},
		{"a stray date", "a.csv", "month", Columns{Date: "d"}, "d\n" + strings.Repeat("2026-03-01\n", 200) + "2026-09-17\n",
			"release  rows 201 counted 200 provisional 2026-02-23 covers 2026-03-01..2026-03-01\n2026-03-01..2026-03-31 / 200\nrow 202: date more than 60 days after all others\n"},
		{"no stray among few rows", "a.csv", "month", Columns{Date: "d"}, "d\n2026-03-01\n2026-09-17\n",
			"release  rows 2 counted 2 provisional 2026-09-11 covers 2026-03-01..2026-09-17\n2026-03-01..2026-03-31 / 1\n2026-09-01..2026-09-30 / 1\n"},
		{"first days for months", "a.csv", "month", Columns{Date: "d", Count: "n"}, "d,n\n2026-01-01,3\n2026-02-01,4\n2026-02-01,5\n",
			"release  rows 3 counted 3 provisional 2026-02-22 covers 2026-01-01..2026-02-28\n2026-01-01..2026-01-31 / 3\n2026-02-01..2026-02-28 / 9\n"},
		{"last days for months, day first", "a.csv", "month", Columns{Date: "d", Count: "n"}, "d,n\n31/1/2026,3\n28/2/2026,4\n",
			"release  rows 2 counted 2 provisional 2026-02-22 covers 2026-01-01..2026-02-28\n2026-01-01..2026-01-31 / 3\n2026-02-01..2026-02-28 / 4\n"},
		{"a day in the name that is no release", "from 2025-05-01.csv", "month", Columns{Date: "d"}, "d\n2025-05-02\n2025-05-03\n",
			"release  rows 2 counted 2 provisional 2025-04-27 covers 2025-05-02..2025-05-03\n2025-05-01..2025-05-31 / 2\n"},
		{"quotation marks that do not match", "a.csv", "day", all, "Date,Office\n2025-05-02,\"Mi\"ami\n2025-05-02,Miami\n",
			"release  rows 2 counted 1 provisional 2025-05-01 covers 2025-05-02..2025-05-02\n2025-05-02..2025-05-02 Miami/ 1\nrow 2: quotation marks that do not match\n"},
		{"old encoding", "a.csv", "month", all, "Date,Office\n2025-05-02,K\xf6ln\n",
			"release  rows 1 counted 1 provisional 2025-04-26 covers 2025-05-02..2025-05-02\n2025-05-01..2025-05-31 Köln/ 1\n"},
		{"UTF-16", "a.csv", "day", Columns{Date: "d"}, "\xff\xfed\x00\n\x002\x000\x002\x005\x00-\x000\x005\x00-\x000\x002\x00\n\x00",
			"release  rows 1 counted 1 provisional 2025-05-01 covers 2025-05-02..2025-05-02\n2025-05-02..2025-05-02 / 1\n"},
		{"no rows", "a.csv", "day", Columns{Date: "d"}, "d\n", "release  rows 0 counted 0 provisional  covers ..\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Read(t.Context(), tt.file, strings.NewReader(tt.data), tt.columns, tt.by)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, lines(got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		name, by string
		columns  Columns
		data     string
		want     string
	}{
		{"unknown column", "", Columns{Date: "when"}, "Date,Office\n2025-05-02,Miami\n", `a.csv: expected a column "when", found the columns "Date", "Office"; name one of them`},
		{"no header", "", Columns{Date: "when"}, "2025-05-02,Jane Doe\n2025-05-03,John Doe\nx,y\n", `a.csv: expected a column "when" in one of the first 50 rows`},
		{"no column named", "", Columns{}, "Date\n", "expected the name of the column that holds the date"},
		{"column twice", "", Columns{Date: "date"}, "Date,date\n", `expected one column "date", found 2`},
		{"empty", "", Columns{Date: "d"}, "", "found an empty file"},
		{"workbook", "", Columns{Date: "d"}, "PK\x03\x04", "found one that is cut off or damaged"},
		{"pointer", "", Columns{Date: "d"}, "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "git lfs pull"},
		{"order of dates unknown", "", Columns{Date: "d"}, "d\n6/4/2025\n5/5/2025\n", "June 4 or 6 April; write them as 2025-06-04"},
		{"two orders of dates", "", Columns{Date: "d"}, "d\n6/25/2025\n25/6/2025\n", "expected one order of dates"},
		{"by year", "year", Columns{Date: "d"}, "d\n", "day, week or month"},
		{"open quotation", "", Columns{Date: "d"}, "d,x\n2025-05-02,\"Jane\n2025-05-03,b\n", "found none from line 2 on"},
		{"nothing but words in the date column", "", Columns{Date: "d"}, "d,e\nJane,x\nJohn,y\n", `a.csv: expected dates in the column "d", found none in 2 rows`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(t.Context(), "a.csv", strings.NewReader(tt.data), tt.columns, tt.by)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got  %v\nwant one line with %s", err, tt.want)
			}
			if err != nil && strings.Contains(err.Error(), "Doe") {
				t.Errorf("error repeats a cell: %v", err)
			}
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.csv", strings.NewReader("d\n2025-05-02\n"), Columns{Date: "d"}, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func TestNothingOfARowIsKept(t *testing.T) {
	data := "d,name,office\n2025-05-02,Jane Doe,Miami\nJane Doe,2025,Miami\n2025-05-02,\"Jane\"Doe,Miami\n"
	got, err := Read(t.Context(), "a.csv", strings.NewReader(data), Columns{Date: "d", Unit: "office"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if text := lines(got); strings.Contains(text, "Jane") || strings.Contains(text, "Doe") {
		t.Errorf("a name was kept:\n%s", text)
	}
}

func TestRedacted(t *testing.T) {
	for _, cell := range []string{"b(6), b(7)c", "b(6), b(7)C", "(b)(6)(b)(7)(c)", "b(7)(e)", "(b)(6)", "b(6),b(7)c", "(b)(6); (b)(7)(C)"} {
		if !redacted(cell) {
			t.Errorf("%q: not seen as redacted", cell)
		}
	}
	for _, cell := range []string{"", "b", "Boston", "b(6) Boston", "(b)", "Baltimore (b)", "b(x)", "b(66)"} {
		if redacted(cell) {
			t.Errorf("%q: seen as redacted", cell)
		}
	}
}

func TestDayInName(t *testing.T) {
	for name, want := range map[string]interval.Date{
		"counts/arrests-2026-03-10.csv": "2026-03-10", "FY25_detentionStats07072025.csv": "2025-07-07", "20250604.tsv": "2025-06-04",
		"2025-01-20_to_2025-06-10.csv": "", "arrests.csv": "", "2025-06.csv": "", "99999999.csv": "", "-": "",
	} {
		if got := dayInName(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"d,u,c\n2025-05-02,Miami,5\n", "d\tu\tc\n6/25/2025\t\t<5\n", "x\n\nd;u;c\n2025-05;b(6);1 000\n", "\xff\xfed\x00", "d,u,c\n\"2025-05-02\nx\",\"y\"z,\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		releases, err := Read(t.Context(), "a.csv", strings.NewReader(data), Columns{Date: "d", Unit: "u", Count: "c"}, "week")
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("error of several lines: %v", err)
			}
			return
		}
		for _, r := range releases {
			if r.Rows != r.Counted+len(r.SetAside) {
				t.Fatalf("%d rows, %d counted, %d set aside", r.Rows, r.Counted, len(r.SetAside))
			}
			for i, p := range r.Points {
				if i > 0 && comparePoints(r.Points[i-1], p) >= 0 {
					t.Fatalf("points are not sorted: %v, %v", r.Points[i-1], p)
				}
				if p.Days() == 0 {
					t.Fatalf("empty period %v", p.Period)
				}
			}
		}
		again, _ := Read(t.Context(), "a.csv", strings.NewReader(data), Columns{Date: "d", Unit: "u", Count: "c"}, "week")
		if diff := cmp.Diff(releases, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
