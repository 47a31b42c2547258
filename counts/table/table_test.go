package table

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// told writes every row of a book for tests: the sheet, the number, and each
// cell with the first letter of its kind.
func told(t testing.TB, name string, data []byte) (string, error) {
	t.Helper()
	book, err := Open(name, bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, sheet := range book.Sheets {
		if sheet.Name != "" {
			fmt.Fprintf(&b, "sheet %q hidden %v\n", sheet.Name, sheet.Hidden)
		}
		rows, err := sheet.Rows(t.Context())
		if err != nil {
			return b.String(), err
		}
		defer rows.Close()
		for {
			row, err := rows.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				return b.String(), err
			}
			fmt.Fprintf(&b, "%d", row.Number)
			for _, cell := range row.Cells {
				fmt.Fprintf(&b, "|%c:%s", "-tndf"[cell.Kind], cell.Text)
			}
			fmt.Fprintln(&b, row.Problem)
		}
	}
	return b.String(), nil
}

func TestText(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"cells and blank lines", "a,b\r\n\r\n1,\r\n\" x\"\"y\",  z\n", "1|t:a|t:b\n3|t:1|-:\n4|t: x\"y|t:z\n"},
		{"lines within a cell", "a;b\n\"x\r\ny;\";1\nlast;2", "1|t:a|t:b\n2|t:x\ny;|t:1\n3|t:last|t:2\n"},
		{"marks that do not match", "a,b\nx\"y,1\n\"x\"y,1\nz,1\n", "1|t:a|t:b\n2quotation marks that do not match\n3quotation marks that do not match\n4|t:z|t:1\n"},
		{"ragged rows", "a,b\n1\n1,2,3\n4,5\n", "1|t:a|t:b\n2|t:1\n3|t:1|t:2|t:3\n4|t:4|t:5\n"},
		{"tabs keep empty cells", "a\tb\tc\n\t\t1\n", "1|t:a|t:b|t:c\n2|-:|-:|t:1\n"},
		{"semicolons, with commas in numbers", "a;b\n1,5;2,5\n3,5;4,5\n", "1|t:a|t:b\n2|t:1,5|t:2,5\n3|t:3,5|t:4,5\n"},
		{"a mark of UTF-8", "\ufeffa,b\n", "1|t:a|t:b\n"},
		{"carriage returns alone", "a,b\r1,2\r\r\"x\ry\",3\r", "1|t:a|t:b\n2|t:1|t:2\n4|t:x\ny|t:3\n"},
		{"UTF-16", "\xfe\xff\x00a\x00,\x00\xf6\x00\n", "1|t:a|t:ö\n"},
		{"old letters stay for who reads the cell", "a,K\xf6ln\n", "1|t:a|t:K\xf6ln\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := told(t, "a.csv", []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// book packs the parts of a workbook.
func book(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, text)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are a workbook with a sheet, a hidden one, and what they share.
func parts(properties, first, second string) map[string]string {
	const kind = `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	return map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="r" ` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			`<workbookPr ` + properties + `/><sheets><sheet name=" Arrests &amp; more" sheetId="1" r:id="a"/><sheet name="Notes" state="hidden" sheetId="2" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" ` + kind + `worksheet" Target="worksheets/one.xml"/><Relationship Id="b" ` + kind + `worksheet" Target="/xl/worksheets/two.xml"/>` +
			`<Relationship Id="c" ` + kind + `styles" Target="styles.xml"/><Relationship Id="d" ` + kind + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="&quot;day&quot; 0"/></numFmts>` +
			`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":     `<sst><si><t>Date</t></si><si><r><t>St. </t></r><r><rPr><b/></rPr><t xml:space="preserve">Paul</t></r><rPh sb="0"><t>reading</t></rPh></si><si><t/></si><si><t>a &lt; b &#246;</t></si></sst>`,
		"xl/worksheets/one.xml":    `<worksheet><sheetViews/><sheetData>` + first + `</sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells></worksheet>`,
		"xl/worksheets/two.xml":    `<x:worksheet xmlns:x="m"><x:sheetData>` + second + `</x:sheetData></x:worksheet>`,
		"xl/worksheets/unused.xml": `<worksheet>`,
	}
}

func TestWorkbook(t *testing.T) {
	tests := []struct{ name, properties, first, second, want string }{
		{"words", "", `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>3</v></c></row>`,
			`<x:row><x:c t="inlineStr"><x:is><x:t>one</x:t></x:is></x:c><x:c t="str"><x:f>A1&amp;"x"</x:f><x:v>two</x:v></x:c></x:row><x:row r="9"/>`,
			"2|t:Date|-:|t:St. Paul|-:|t:a < b ö\n" + "second\n1|t:one|t:two\n"},
		{"numbers, dates, faults", "",
			`<row r="1"><c r="A1"><v>45812</v></c><c r="B1" s="1"><v>45812</v></c><c r="C1" s="2"><v>45812.5</v></c><c r="D1" s="3"><v>1.5</v></c><c r="E1" s="4"><v>3</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1"><v>0.10000000000000001</v></c><c r="I1" t="d"><v>2025-06-04T00:00:00</v></c></row>` +
				`<row r="3"><c r="A3" s="1"><v>1</v></c><c r="B3" s="1"><v>59</v></c><c r="C3" s="1"><v>60</v></c><c r="D3" s="1"><v>61</v></c><c r="E3" s="1"><v>-4</v></c><c r="F3" s="5"><v>45812.999999</v></c><c r="G3" s="1"/><c r="H3" s="1"><f>TODAY()</f></c></row>`, "",
			"1|n:45812|d:2025-06-04|d:2025-06-04 12:00:00|n:1.5|n:3|t:TRUE|f:#N/A|n:0.1|d:2025-06-04 00:00:00\n3|d:1900-01-01|d:1900-02-28|n:60|d:1900-03-01|n:-4|d:2025-06-05\nsecond\n"},
		{"dates from 1904", `date1904="1"`, `<row><c s="1"><v>44350</v></c></row>`, "", "1|d:2025-06-04\nsecond\n"},
		{"comments and marks within attributes", "", `<!-- <row> --><row r='1' note="a>b"><c note='x"y>' r='B1' s='2'><v>45812</v></c></row>`, "", "1|-:|d:2025-06-04\nsecond\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := told(t, "a.xlsx", book(t, parts(tt.properties, tt.first, tt.second)))
			if err != nil {
				t.Fatal(err)
			}
			want := "sheet \" Arrests & more\" hidden false\n" + strings.Replace(tt.want, "second\n", "sheet \"Notes\" hidden true\n", 1)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestMerges(t *testing.T) {
	data := book(t, parts("", "", ""))
	b, err := Open("a.xlsx", bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.Sheets[0].Merges(t.Context())
	if diff := cmp.Diff([]Range{{1, 2, 0, 2}}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestDateFormats(t *testing.T) {
	for _, code := range []string{"yyyy-mm-dd", "m/d/yy h:mm", "[$-409]mmm\\ yy;@", "d", "mm", "[Red]dd.mm.yyyy", `"on" mmmm d`} {
		if !isDateFormat(code) {
			t.Errorf("%q: not seen as a date", code)
		}
	}
	for _, code := range []string{"", "General", "0.00", "#,##0", "h:mm:ss", "mm:ss", "[hh]:mm", "[Red]0", `0 "days"`, `\d0`, "h:mm AM/PM", "0_d", "@", `"`, "0;yyyy"} {
		if isDateFormat(code) {
			t.Errorf("%q: seen as a date", code)
		}
	}
}

func TestNotRead(t *testing.T) {
	locked := make([]byte, 4096)
	copy(locked, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	locked[30] = 9
	old := bytes.Clone(locked)
	copy(locked[512+128:], utf16Bytes("EncryptedPackage"))
	for want, data := range map[string][]byte{
		"an empty file":       nil,
		"take the password":   locked,
		"an older one (.xls)": old,
		"(.xlsb)":             book(t, map[string]string{"xl/workbook.bin": "x"}),
		"git lfs pull":        []byte("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
		"git annex get":       []byte("/annex/objects/SHA256E-s1--00.csv\n"),
		"a web page":          []byte(" <!DOCTYPE html><html>"),
		"a PDF":               []byte("%PDF-1.7\n1 0 obj\n"),
		"no text":             []byte("a\x00b"),
	} {
		_, err := told(t, "a", data)
		if !errors.Is(err, ErrNotRead) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// TestDamaged makes sure that a file that is cut off, or asks for too much, is
// told and gives nothing of its cells away.
func TestDamaged(t *testing.T) {
	whole := book(t, parts("", `<row><c t="inlineStr"><is><t>Jane Doe</t></is></c></row>`, ""))
	bomb := book(t, parts("", strings.Repeat(`<row><c><v>1</v></c></row>`, 1<<16), ""))
	small, few := DefaultLimits(), DefaultLimits()
	small.Unpacked = 1 << 16
	few.Strings, few.Cell = 1000, 1000
	many := parts("", `<row><c t="s"><v>0</v></c></row>`, "")
	many["xl/sharedStrings.xml"] = "<sst>" + strings.Repeat("<si/>", 1000) + "</sst>"
	long := parts("", `<row>`+strings.Repeat(`<c t="s"><v>0</v></c>`, 1000)+`</row>`, "")
	for name, tt := range map[string]struct {
		data   []byte
		limits Limits
		want   string
	}{
		"cut off":                  {whole[:len(whole)-40], DefaultLimits(), "cut off or damaged"},
		"unpacks to too much":      {bomb, small, "unpacks to more"},
		"more words than it may":   {book(t, many), few, "more words than Muster holds"},
		"a row that is too long":   {book(t, long), few, "larger than Muster holds"},
		"words that are not there": {book(t, parts("", `<row><c t="s"><v>99</v></c></row>`, "")), DefaultLimits(), "not there"},
		"rows without end":         {book(t, map[string]string{"xl/workbook.xml": "<workbook><sheets>"}), DefaultLimits(), "line 1 is no XML"},
	} {
		_, err := func() (string, error) {
			b, err := Open("a.xlsx", bytes.NewReader(tt.data), int64(len(tt.data)), tt.limits)
			if err != nil {
				return "", err
			}
			rows, err := b.Sheets[0].Rows(t.Context())
			for err == nil {
				_, err = rows.Next()
			}
			return "", err
		}()
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "Jane") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}

// TestRealWorkbooks reads published workbooks where they are at hand: every
// sheet to its end, with dates.
func TestRealWorkbooks(t *testing.T) {
	folder := os.Getenv("MUSTER_DATA")
	if folder == "" {
		t.Skip("MUSTER_DATA does not name the folder of reference data")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.xlsx"))
	if err != nil || len(files) < 70 {
		t.Fatalf("%d workbooks found, %v", len(files), err)
	}
	dates, rows := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := told(t, file, data)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		dates += strings.Count(text, "|d:20")
		rows += strings.Count(text, "\n")
	}
	if dates < 10_000 || rows < 30_000 {
		t.Errorf("%d dates in %d rows: too few", dates, rows)
	}
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{"a,b\n\"x\ny\",2\n", "a;b;\"\n", "\" \"\" \" ,x\r\n\r\n\ty\"z\n", "a\t\"b\nc\t\"\"", "x,\"y\" \n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		for _, delimiter := range []byte{',', '\t', ';'} {
			want := csvRows(data, delimiter)
			rows := &textRows{textPiece: textPiece{split: newSplitter(delimiter, nil)}, data: io.NopCloser(strings.NewReader(data)), limit: 1 << 20}
			var got [][]string
			for {
				row, err := rows.next()
				if err == io.EOF {
					break
				}
				if err != nil {
					got = append(got, []string{"stopped"})
					break
				}
				cells := []string{row.Problem}
				for _, c := range row.Cells {
					cells = append(cells, string(c.Text))
				}
				got = append(got, cells)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%q (-encoding/csv +ours)\n%s", delimiter, diff)
			}
		}
	})
}

// csvRows reads with encoding/csv: each row with its problem before it.
func csvRows(data string, delimiter byte) (rows [][]string) {
	r := csv.NewReader(strings.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = rune(delimiter), -1, delimiter != '\t'
	for {
		cells, err := r.Read()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF:
			return rows
		case errors.As(err, &syntax) && syntax.Line > syntax.StartLine:
			return append(rows, []string{"stopped"})
		case err != nil:
			rows = append(rows, []string{unmatchedQuotation})
		default:
			rows = append(rows, append([]string{""}, cells...))
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="XFD2" s="1"><v>1e3</v></c></row>`, `<si><r><t>a&amp;</t></r></si>`, "yyyy")
	f.Add(`<row><c t="inlineStr"><is><t><![CDATA[x]]></t></is></c><c t="e"><v>#REF!</v></c></row><row r="0"/>`, `<si/>`, "[h]:mm")
	f.Fuzz(func(t *testing.T, rows, words, format string) {
		p := parts("", rows, rows)
		p["xl/sharedStrings.xml"] = "<sst>" + words + "</sst>"
		p["xl/styles.xml"] = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + format + `"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`
		data := book(t, p)
		b, err := Open("a.xlsx", bytes.NewReader(data), int64(len(data)), DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range b.Sheets {
			r, err := sheet.Rows(t.Context())
			if err == nil {
				defer r.Close()
			}
			last := 0
			for err == nil {
				var row Row
				if row, err = r.Next(); err == nil {
					if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > maxColumns {
						t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
					}
					last = row.Number
				}
			}
			if err != io.EOF && strings.Contains(err.Error(), "\n") {
				t.Fatalf("error of several lines: %v", err)
			}
			some, err := sheet.source.rows(t.Context(), []int{0, 2}) // passing over cells must not lose the way
			if err == nil {
				defer some.close()
			}
			last = 0
			for err == nil {
				var row Row
				if row, err = some.next(); err == nil {
					if row.Number <= last || len(row.Cells) > maxColumns {
						t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
					}
					last = row.Number
				}
			}
			if _, err := sheet.Merges(t.Context()); err != nil && strings.Contains(err.Error(), "\n") {
				t.Fatal(err)
			}
		}
	})
}

// FuzzOpen gives any bytes to Open: it must say what they are, or read them.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Add(book(f, parts("", `<row><c><v>1</v></c></row>`, "")))
	f.Add([]byte("\xff\xfea\x00,\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := told(t, "a", data); err != nil && strings.Contains(err.Error(), "\n") {
			t.Fatalf("error of several lines: %v", err)
		}
	})
}
