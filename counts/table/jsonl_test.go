package table

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestJSONLines(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"members become cells", "{\"d\":\"2025-06-04\",\"n\":1200.0,\"x\":{\"y\":[1]}}\n\n{\"n\":1e3,\"d\":null,\"t\":true}\r\n",
			"0|t:d|t:n|t:x|t:t\n1|t:2025-06-04|n:1200|-:|-:\n3|-:|n:1000|-:|t:TRUE\n"},
		{"escapes", `{"a\u0062":"\"\\\/\n\u00f6\ud83d\ude00\ud800"}`, "0|t:ab\n1|t:\"\\/\nö😀\ufffd\n"},
		{"lines that are no objects", "{\"a\":1}\n{\"a\":01}\n[1]\n{\"a\":2,}\nx\n{\"a\":3} \n{}\n", "0|t:a\n1|n:1\n2no JSON object\n3no JSON object\n4no JSON object\n5no JSON object\n6|n:3\n7|-:\n"},
		{"a CSV with brackets", "[a],[b]\n1,2\n", "1|t:[a]|t:[b]\n2|t:1|t:2\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := told(t, "a.jsonl", []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	for _, data := range []string{`[{"a":1},{"a":2}]`, "{\n \"a\": 1\n}\n"} {
		if _, err := told(t, "a.json", []byte(data)); err == nil || !strings.Contains(err.Error(), "found other JSON") {
			t.Errorf("%s: %v", data, err)
		}
	}
}

func packed(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPacked(t *testing.T) {
	got, err := told(t, "a.csv.gz", packed(t, "a,b\n1,2\n"))
	if want := "1|t:a|t:b\n2|t:1|t:2\n"; err != nil || got != want {
		t.Errorf("%v: %q", err, got)
	}
	for want, data := range map[string][]byte{"unpack it first": packed(t, "PK\x03\x04"), "unpacks from is cut off": packed(t, strings.Repeat("a,b\n", 1e6))[:1000], "an empty file": packed(t, "")} {
		if _, err := told(t, "a.csv.gz", data); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range []struct{ name, text string }{{"b/two.csv", "x\n1\n"}, {"a.xlsx", string(book(t, parts("", `<row><c><v>7</v></c></row>`, "")))}, {"read me.txt", "no table"}, {"c.csv", "version https://git-lfs.github.com/spec/v1\n"}} {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, m.text)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	members, err := Files("all.zip", bytes.NewReader(b.Bytes()), int64(b.Len()), DefaultLimits())
	if err != nil || len(members) != 3 || members[0].Name != "all.zip/a.xlsx" || members[1].Name != "all.zip/b/two.csv" {
		t.Fatalf("%v: %v", err, members)
	}
	for i, want := range []string{"XLSX", "CSV"} {
		if b, err := members[i].Open(); err != nil || b.Format != want {
			t.Errorf("%s: %v, %v", members[i].Name, b, err)
		}
	}
	if _, err := members[2].Open(); err == nil || !strings.Contains(err.Error(), "git lfs pull") {
		t.Errorf("a pointer in an archive: %v", err)
	}
	single := book(t, parts("", "", ""))
	if members, err := Files("a.xlsx", bytes.NewReader(single), int64(len(single)), DefaultLimits()); err != nil || len(members) != 1 || members[0].Name != "a.xlsx" {
		t.Errorf("a workbook: %v, %v", members, err)
	}
}

// FuzzJSONLines compares with encoding/json.
func FuzzJSONLines(f *testing.F) {
	for _, seed := range []string{`{"a":"b\u00e9","c":[1,{"d":-0.1e+5}]}`, `{"a":"\ud83d\ude00\ud83d"}`, `{"":null,"a":true,"a":"last"}`, `{"a" : 1 }x`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if strings.Contains(line, "\n") || !utf8.ValidString(line) || strings.TrimSpace(line) == "" {
			return
		}
		var want map[string]any
		problem := json.Unmarshal([]byte(line), &want)
		if want == nil && problem == nil {
			return // null
		}
		names := jsonNames([]byte(line))
		row, _, _ := newJSONCutter(names).next([]byte(line), true)
		if (row.Problem == "") != (problem == nil) {
			t.Fatalf("%q: %q, encoding/json says %v", line, row.Problem, problem)
		}
		if problem != nil {
			return
		}
		if len(names) != len(want) {
			t.Fatalf("%q: names %q", line, names)
		}
		for i, name := range names {
			value, ok := want[name]
			if words, isWords := value.(string); !ok || isWords && string(row.Cells[i].Text) != words {
				t.Fatalf("%q: %q is %q, want %v", line, name, row.Cells[i].Text, value)
			}
		}
	})
}
