package table

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sheets packs the body of an OpenDocument spreadsheet.
func sheets(t testing.TB, body string) []byte {
	return book(t, map[string]string{
		"mimetype":              "application/vnd.oasis.opendocument.spreadsheet",
		"META-INF/manifest.xml": "<manifest/>",
		"content.xml": `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>` +
			`<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>` + body + `</office:spreadsheet></office:body></office:document-content>`,
	})
}

const sheetOfDocument = `<table:table table:name=" One &amp; all" table:style-name="ta1"><table:table-column/><table:table-row table:number-rows-repeated="2"/>` +
	`<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>St.<text:s text:c="2"/>Paul</text:p><text:p>two &lt;lines&gt;</text:p><office:annotation><text:p>remark</text:p></office:annotation></table:table-cell><table:covered-table-cell/>` +
	`<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1200"><text:p>1,200</text:p></table:table-cell>` +
	`<table:table-cell office:value-type="date" office:date-value="2025-06-04T13:45:00"><text:p>June</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/>` +
	`<table:table-cell calcext:value-type="error" office:value-type="string"><text:p>#N/A</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell></table:table-row>` +
	`<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>` +
	`<table:table table:name="Two" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row></table:table>`

func TestOpenDocument(t *testing.T) {
	data := sheets(t, sheetOfDocument)
	got, err := told(t, "a.ods", data)
	if err != nil {
		t.Fatal(err)
	}
	want := "sheet \" One & all\" hidden false\n3|t:St.  Paul\ntwo <lines>|-:|n:1200|n:1200|d:2025-06-04 13:45:00|t:TRUE|f:#N/A\n4|n:0.25\n5|n:0.25\nsheet \"Two\" hidden true\n1|t:b\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	b, err := Open("a.ods", bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	merged, err := b.Sheets[0].Merges(t.Context())
	if diff := cmp.Diff([]Range{{3, 3, 0, 1}}, merged); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	locked := book(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
	if _, err := told(t, "a.ods", locked); !errors.Is(err, ErrNotRead) || !strings.Contains(err.Error(), "take the password off") {
		t.Errorf("behind a password: %v", err)
	}
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(sheetOfDocument)
	f.Add(`<table:table table:name="x"><table:table><table:table-row table:number-rows-repeated="99999999">`)
	f.Fuzz(func(t *testing.T, body string) {
		data := sheets(t, body)
		b, err := Open("a.ods", bytes.NewReader(data), int64(len(data)), Limits{Unpacked: 1 << 20, Strings: 1 << 20, Cell: 1 << 16})
		if err != nil {
			return
		}
		rows, err := b.Sheets[0].Rows(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		last := 0
		for range 1000 {
			row, err := rows.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				if strings.Contains(err.Error(), "\n") {
					t.Fatalf("error of several lines: %v", err)
				}
				return
			}
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > maxColumns {
				t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
		}
	})
}
