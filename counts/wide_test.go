package counts

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// workbook writes a workbook of sheets, each told as its name, with cells to be
// merged after it ("Sheet merge A2:A4"), then lines of cells with "|" between;
// numbers are numbers, #… are errors, all else is words.
func workbook(t testing.TB, sheets ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	put := func(name, content string) {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, `<?xml version="1.0" encoding="UTF-8"?>`+content)
	}
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var list, relations, types strings.Builder
	for i, sheet := range sheets {
		head, lines, _ := strings.Cut(strings.TrimPrefix(sheet, "\n"), "\n")
		name, merged, _ := strings.Cut(head, " merge ")
		if merged != "" {
			merged = `<mergeCells><mergeCell ref="` + merged + `"/></mergeCells>`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, links, i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		var rows strings.Builder
		for r, line := range strings.Split(lines, "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			fmt.Fprintf(&rows, `<row r="%d">`, r+1)
			for c, cell := range strings.Split(line, "|") {
				switch cell = strings.TrimSpace(cell); {
				case cell == "":
				case strings.HasPrefix(cell, "#"):
					fmt.Fprintf(&rows, `<c r="%s" t="e"><v>%s</v></c>`, address(r+1, c), cell)
				case strings.Trim(cell, "0123456789.") == "":
					fmt.Fprintf(&rows, `<c r="%s"><v>%s</v></c>`, address(r+1, c), cell)
				default:
					fmt.Fprintf(&rows, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, address(r+1, c), cell)
				}
			}
			rows.WriteString(`</row>`)
		}
		put(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), `<worksheet `+main+`><sheetData>`+rows.String()+`</sheetData>`+merged+`</worksheet>`)
	}
	put("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+types.String()+`</Types>`)
	put("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+links+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+relations.String()+`</Relationships>`)
	put("xl/workbook.xml", `<workbook `+main+`><sheets>`+list.String()+`</sheets></workbook>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readTable(t testing.TB, file string, data []byte, wide Wide) (Release, error) {
	t.Helper()
	return ReadWide(t.Context(), file, bytes.NewReader(data), int64(len(data)), wide)
}

// Two tables side by side, one with the same header below.
const inspectionsSheet = `
 Inspections FY25 
Office statistics

Fires by cause | | | | Inspections by Office and Month: FY2025
Cause | Oct | Nov | | Office | Oct | Nov | Dec | Jan | Total | Notes
Heat | 5 | 6 | | Total | 30 | 31 | 0 | 0 | 61
Smoke | 1 | 2 | | North Depot | 10 | 11 | | | 21
 | | | | South | 20 | 20 | 0 | 0 | 40

Refused visits by Office and Month: FY2025
Office | Oct | Nov | Dec | Jan | Total
Total | 3 | 4 | #REF! | 0 | 7
North | 1 | none | 0 | 0 | 1
South | 2 | 4 | 0 | 0 | 5
`

func wideLines(r Release) string {
	var b strings.Builder
	for i, aside := range r.SetAside {
		r.SetAside[i].Reason = "cell " + aside.Cell + ": " + aside.Reason
	}
	b.WriteString(lines([]Release{r}))
	for _, p := range r.Totals {
		fmt.Fprintf(&b, "total %s..%s %s/%s %d\n", p.From, p.To, p.Unit, p.Class, p.Count)
	}
	for _, m := range r.Mismatches {
		fmt.Fprintf(&b, "%s\n", m)
	}
	return b.String()
}

func TestReadWide(t *testing.T) {
	tests := []struct {
		name, file, sheet, want string
		wide                    Wide
	}{
		{"beside another table", "visits-2024-12-03.xlsx", inspectionsSheet,
			"release 2024-12-03 rows 12 counted 6 provisional 2024-11-26 covers 2024-10-01..2024-11-30\n" +
				"2024-10-01..2024-10-31 North Depot/ 10\n2024-10-01..2024-10-31 South/ 20\n2024-11-01..2024-11-30 North Depot/ 11\n2024-11-01..2024-11-30 South/ 20\n" +
				"row 5: cell H5: not yet: its period had not ended and nothing is counted in it\nrow 5: cell I5: not yet: its period had not ended and nothing is counted in it\n" +
				"row 6: cell H6: blank\nrow 6: cell I6: blank\n" +
				"row 7: cell H7: not yet: its period had not ended and nothing is counted in it\nrow 7: cell I7: not yet: its period had not ended and nothing is counted in it\n" +
				"total 2024-10-01..2024-10-31 / 30\ntotal 2024-11-01..2024-11-30 / 31\n",
			Wide{Sheet: "inspections fy*", Table: "Inspections by office and month*", Rows: []string{"unit"}}},
		{"below it, the same header; errors and words are no counts, and totals are checked", "visits-2025-03-03.xlsx", inspectionsSheet,
			"release 2025-03-03 rows 12 counted 10 provisional  covers 2024-10-01..2025-01-31\n" +
				"2024-10-01..2024-10-31 North/ 1\n2024-10-01..2024-10-31 South/ 2\n2024-11-01..2024-11-30 South/ 4\n2024-12-01..2024-12-31 North/ 0\n2024-12-01..2024-12-31 South/ 0\n2025-01-01..2025-01-31 North/ 0\n2025-01-01..2025-01-31 South/ 0\n" +
				"row 11: cell D11: an error that the spreadsheet shows\nrow 12: cell C12: no whole number\n" +
				"total 2024-10-01..2024-10-31 / 3\ntotal 2024-11-01..2024-11-30 / 4\ntotal 2025-01-01..2025-01-31 / 0\n" +
				"the total of South from 2024-10-01 to 2025-01-31 is 5, its parts add up to 6 (cell F13)\n",
			Wide{Table: "Refused visits*", Rows: []string{"unit"}}},
		{"two columns of labels, blank ones carried down", "a.xlsx", "\nS\nVisits by district and kind 2025\nDistrict | Kind | Jan | Feb\nEast | Total | 5 | 9\n | hall | 2 | 5\n | cellar | 3 | 5\nWest | Total | 1 | 1\n | hall | 1 | 1\nTotal | | 6 | 10\n",
			"release  rows 12 counted 12 provisional 2025-02-22 covers 2025-01-01..2025-02-28\n" +
				"2025-01-01..2025-01-31 East/cellar 3\n2025-01-01..2025-01-31 East/hall 2\n2025-01-01..2025-01-31 West/hall 1\n2025-02-01..2025-02-28 East/cellar 5\n2025-02-01..2025-02-28 East/hall 5\n2025-02-01..2025-02-28 West/hall 1\n" +
				"total 2025-01-01..2025-01-31 / 6\ntotal 2025-01-01..2025-01-31 East/ 5\ntotal 2025-01-01..2025-01-31 West/ 1\n" +
				"total 2025-02-01..2025-02-28 / 10\ntotal 2025-02-01..2025-02-28 East/ 9\ntotal 2025-02-01..2025-02-28 West/ 1\n" +
				"the total of East from 2025-02-01 to 2025-02-28 is 9, its parts add up to 10 (cell D3)\nthe total from 2025-02-01 to 2025-02-28 is 10, its parts add up to 11 (cell D8)\n",
			Wide{Table: "Visits by district*", Rows: []string{"unit", "class"}}},
		{"years as rows, months as columns", "a.xlsx", "\nS\nGranted, by month\nFiscal Year | Oct | Sep\nFY2025 | 7 | 8\nFY2024 | 5 | 6\n",
			"release  rows 4 counted 4 provisional 2025-09-24 covers 2023-10-01..2025-09-30\n2023-10-01..2023-10-31 / 5\n2024-09-01..2024-09-30 / 6\n2024-10-01..2024-10-31 / 7\n2025-09-01..2025-09-30 / 8\n",
			Wide{Table: "Granted*", Rows: []string{"year"}}},
		{"rows that are parts of other rows", "a-2025-11-20.xlsx", "\nS\nRemovals\nAgency | Jan 2025 | Feb 2025\nTotal | 7 | 8\nX | 7 | 8\n by air | 3 | 4\n",
			"release 2025-11-20 rows 4 counted 4 provisional  covers 2025-01-01..2025-02-28\n2025-01-01..2025-01-31 /X 7\n2025-02-01..2025-02-28 /X 8\ntotal 2025-01-01..2025-01-31 / 7\ntotal 2025-02-01..2025-02-28 / 8\n",
			Wide{Table: "Removals", Without: []string{"by *"}}},
		{"labels that are merged over rows", "a-2025-11-20.xlsx", "\nS merge B3:B4\nRemovals\nBy | District | Jan 2025 | Feb 2025\nX | East | 7 | 8\nY | | 3 | 4\n",
			"release 2025-11-20 rows 4 counted 4 provisional  covers 2025-01-01..2025-02-28\n2025-01-01..2025-01-31 East/X 7\n2025-01-01..2025-01-31 East/Y 3\n2025-02-01..2025-02-28 East/X 8\n2025-02-01..2025-02-28 East/Y 4\n",
			Wide{Table: "Removals", Rows: []string{"class", "unit"}}},
		{"fiscal years as columns", "a-2025-11-20.xlsx", "\nS\nRemovals\nAgency | FY2024 | FY 25\nX | 7 | 8\n",
			"release 2025-11-20 rows 2 counted 2 provisional  covers 2023-10-01..2025-09-30\n2023-10-01..2024-09-30 /X 7\n2024-10-01..2025-09-30 /X 8\n",
			Wide{Table: "Removals", Columns: "fiscal-years"}},
		{"months with their years", "a-2025-11-20.xlsx", "\nS\nRemovals\nAgency | Dec-24 | January 2025\nX | 7 | 8\n",
			"release 2025-11-20 rows 2 counted 2 provisional  covers 2024-12-01..2025-01-31\n2024-12-01..2024-12-31 /X 7\n2025-01-01..2025-01-31 /X 8\n",
			Wide{Table: "Removals"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := readTable(t, tt.file, workbook(t, tt.sheet), tt.wide)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, wideLines(r)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadWideErrors(t *testing.T) {
	two := "\nOne\nVisits 2025\nOffice | Jan | Feb\nNorth | 1 | 2\n"
	other := "\nTwo\nVisits 2025\nOffice | Jan | Feb\nNorth | 1 | 2\n"
	tests := []struct {
		name string
		want string
		wide Wide
		book []string
	}{
		{"no such title", `expected the title "Journeys" above a row of months, found no such table on "One", but others below One A1; write`, Wide{Table: "Journeys"}, []string{two}},
		{"a title without a table", "found no such table", Wide{Table: "Visits*"}, []string{"\nNotes\nVisits 2025\nare counted by month\n"}},
		{"no such sheet", `expected a sheet "Three"`, Wide{Sheet: "Three", Table: "Visits*"}, []string{two}},
		{"on two sheets", "found 2, at One A1, Two A1", Wide{Table: "Visits*"}, []string{two, other}},
		{"no title named", "expected the title", Wide{}, []string{two}},
		{"weeks", "expected months", Wide{Table: "Visits*", Columns: "weeks"}, []string{two}},
		{"what rows are", "once each", Wide{Table: "Visits*", Rows: []string{"unit", "unit"}}, []string{two}},
		{"no year", "expected the year", Wide{Table: "Trips"}, []string{"\nS\nTrips\nOffice | Jan | Feb\nNorth | 1 | 2\n"}},
		{"rows that say the same", "found two, in B3 and B5", Wide{Table: "Trips*"}, []string{"\nS\nTrips 2025\nOffice | Jan | Feb\nNorth | 1 | 2\nnorth | 3 | 4\nNorth | 1 | 2\n"}},
		{"an error for a label", "cell A3", Wide{Table: "Trips*"}, []string{"\nS\nTrips 2025\nOffice | Jan | Feb\n#N/A | 1 | 2\n"}},
		{"averages", "found 3 cells without a whole number and 1 with one (first: B3)", Wide{Table: "Trips*"}, []string{"\nS\nTrips 2025\nOffice | Jan | Feb\nNorth | 1.5 | 2.25\nSouth | 0.5 | 2\n"}},
		{"nothing below", "found none", Wide{Table: "Trips*"}, []string{"\nS\nTrips 2025\nOffice | Jan | Feb\n\nNorth | 1 | 2\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readTable(t, "a.xlsx", workbook(t, tt.book...), tt.wide)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "North") && !strings.Contains(tt.want, "found two") {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestRevisionTriangleOfWorkbooks reads ICE's own workbooks where they are at
// hand: every count of the published triangle, and no other.
func TestRevisionTriangleOfWorkbooks(t *testing.T) {
	folder := referenceFolder(t)
	files, err := filepath.Glob(filepath.Join(folder, "ice-detention-statistics", "*.xlsx"))
	if err != nil || len(files) != 13 {
		t.Fatalf("%d workbooks, want 13: %v", len(files), err)
	}
	var got []string
	series := Series{By: "month"}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := readTable(t, file, data, Wide{Sheet: "Detention FY*", Table: "ICE Initial Book-Ins by Arresting Agency and Month*"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Mismatches) > 0 {
			t.Errorf("%s: %v", file, r.Mismatches)
		}
		for _, p := range r.Points {
			got = append(got, fmt.Sprintf("%s %s %s %d", r.Date, p.From[:7], p.Class, p.Count))
		}
		for _, p := range r.Totals {
			got = append(got, fmt.Sprintf("%s %s Total %d", r.Date, p.From[:7], p.Count))
		}
		series.Releases = append(series.Releases, r)
	}
	f, err := os.Open(filepath.Join(folder, "reference", "ice_initial_bookins_revision_triangle.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, row := range rows[1:] {
		want = append(want, fmt.Sprintf("%s %s %s %s", row[0], row[3], row[2], row[4]))
	}
	slices.Sort(got)
	slices.Sort(want)
	if len(want) != 318 {
		t.Errorf("%d rows in the reference, want 318", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func FuzzReadWide(f *testing.F) {
	for _, seed := range []string{"Visits 2025\nOffice,Jan,Feb,Total\nNorth,1,2,3\nTotal,1,2,3\n", "x\nVisits\nA,B,FY24,FY25\n,y,1,\n", "Visits FY25\n\nOffice,Oct,Sep\nNorth,1.5,none\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		for _, wide := range []Wide{{Table: "Visits*"}, {Table: "*", Columns: "fiscal-years", Rows: []string{"unit", "class"}}, {Table: "V*", Rows: []string{"year"}, Without: []string{"n*"}}} {
			r, err := readTable(t, "a-2025-03-01.csv", []byte(data), wide)
			if err != nil {
				if strings.Contains(err.Error(), "\n") {
					t.Fatalf("error of several lines: %v", err)
				}
				continue
			}
			if r.Rows != r.Counted+len(r.SetAside) || r.Counted != len(r.Points)+len(r.Totals) {
				t.Fatalf("%d cells, %d counted as %d and %d totals, %d set aside", r.Rows, r.Counted, len(r.Points), len(r.Totals), len(r.SetAside))
			}
			for i := 1; i < len(r.Points); i++ {
				if comparePoints(r.Points[i-1], r.Points[i]) >= 0 {
					t.Fatalf("points are not sorted, or twice: %v, %v", r.Points[i-1], r.Points[i])
				}
			}
		}
	})
}
