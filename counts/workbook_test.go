package counts

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/counts/synthetic"
)

// TestASheetThatIsLeftIsTold: a sheet on which a column changed its name is not
// passed over in silence; read with its other name, it is stacked.
func TestASheetThatIsLeftIsTold(t *testing.T) {
	book := workbook(t, "\nOne\nDate | Office\n2025-06-01 | North\n2025-06-02 | South", "\nTwo\nDate | Bureau\n2025-06-03 | North", "\nNotes\nWhat | Whose\nx | y")
	columns := Columns{Date: "Date", Unit: "Office"}
	releases, err := Read(t.Context(), "a.xlsx", bytes.NewReader(book), columns, "day")
	if err != nil || releases[0].Counted != 2 || releases[0].Remark != `sheet "Two" has the column "Date" and not "Office", so it is not read` {
		t.Errorf("%v: %+v", err, releases)
	}
	columns.Renamed = map[string][]string{"Office": {"Bureau"}}
	releases, err = Read(t.Context(), "a.xlsx", bytes.NewReader(book), columns, "day")
	if err != nil || releases[0].Counted != 3 || releases[0].Remark != "" {
		t.Errorf("with its other name, %v: %+v", err, releases)
	}
}

// TestFormatsAgree reads the same rows from a text file, a workbook with two
// sheets and a Parquet file.
func TestFormatsAgree(t *testing.T) {
	const rows = 12_000
	var text, book bytes.Buffer
	if err := synthetic.WriteCSV(&text, rows, 7); err != nil {
		t.Fatal(err)
	}
	if err := synthetic.WriteWorkbook(&book, rows, 2, 7); err != nil {
		t.Fatal(err)
	}
	want, err := Read(t.Context(), "synthetic-2026-03-10.csv", bytes.NewReader(text.Bytes()), arrestColumns, "month")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(t.Context(), "synthetic-2026-03-10.xlsx", bytes.NewReader(book.Bytes()), arrestColumns, "month")
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range want[0].SetAside { // the same row, on its sheet
		row := s.Row - 1
		s.Sheet, s.Row = "Arrests 1", row+7
		if row > rows/2 {
			s.Sheet, s.Row = "Arrests 2", row-rows/2+7
		}
		want[0].SetAside[i] = s
	}
	if diff := cmp.Diff(want[0].SetAside, got[0].SetAside); diff != "" || len(want[0].SetAside) == 0 {
		t.Errorf("%d set aside (-text +workbook)\n%s", len(want[0].SetAside), diff)
	}
	if lines(want) != lines(got) {
		t.Error("the counts differ")
	}
	var columns bytes.Buffer
	if err := synthetic.WriteParquet(&columns, rows, 7); err != nil {
		t.Fatal(err)
	}
	parquet, err := Read(t.Context(), "synthetic-2026-03-10.parquet", bytes.NewReader(columns.Bytes()), arrestColumns, "month")
	if err != nil {
		t.Fatal(err)
	}
	if points := func(s string) string { before, _, _ := strings.Cut(s, "\nrow "); return before }; points(lines(want)) != points(lines(parquet)) {
		t.Error("Parquet counts differently")
	}
	one, err := Reader{Columns: arrestColumns, By: "month", Sheet: " arrests 2"}.Read(t.Context(), "synthetic.xlsx", bytes.NewReader(book.Bytes()))
	if err != nil || one[0].Rows != rows/2 {
		t.Errorf("one sheet: %v, %d rows", err, one[0].Rows)
	}
	if _, err := (Reader{Columns: arrestColumns, Sheet: "Notes"}).Read(t.Context(), "synthetic.xlsx", bytes.NewReader(book.Bytes())); err == nil || !strings.Contains(err.Error(), `the sheets "Arrests 1", "Arrests 2"`) {
		t.Errorf("a sheet that is not there: %v", err)
	}
	if _, err := Read(t.Context(), "synthetic.xlsx", bytes.NewReader(book.Bytes()), Columns{Date: "When"}, ""); err == nil || !strings.Contains(err.Error(), `"TOA Current Duty AOR"`) {
		t.Errorf("a column that is not there: %v", err)
	}
}

// TestAnyThreads makes sure that counts, and what is set aside, do not depend on
// how many threads read.
func TestAnyThreads(t *testing.T) {
	var text bytes.Buffer
	if err := synthetic.WriteCSV(&text, 7_000, 3); err != nil {
		t.Fatal(err)
	}
	text.WriteString("spoilt \" mark,\n\n\"2026-01-01\nx\",y\n")
	var want []Release
	for _, threads := range []int{1, 2, 7} {
		got, err := Reader{Columns: arrestColumns, Threads: threads}.Read(t.Context(), "synthetic.csv", bytes.NewReader(text.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if lines(want) != lines(got) {
			t.Errorf("%d threads count differently", threads)
		}
	}
}
