package table

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scanned writes what Scan finds, or its error, with blocks of a few bytes, so
// that most of them start within a cell.
func scanned(t testing.TB, data string, delimiter byte, block, threads int, columns []int) string {
	source := &textSource{open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(data)), nil },
		delimiter: delimiter, limits: Limits{Cell: 1 << 20}, block: block}
	var b strings.Builder
	err := Scan(t.Context(), &Sheet{source: source}, Job[[]Row]{Columns: columns, Threads: threads,
		Reader: func() func(*Rows) ([]Row, error) {
			return func(rows *Rows) (part []Row, err error) {
				for {
					row, err := rows.Next()
					if err == io.EOF {
						return part, nil
					}
					if err != nil {
						return part, err
					}
					row.Cells = append([]Cell{}, row.Cells...)
					for i, c := range row.Cells {
						row.Cells[i].Text = bytes.Clone(c.Text)
					}
					part = append(part, row)
				}
			}
		},
		Take: func(above int, part []Row) error {
			for _, row := range part {
				fmt.Fprintf(&b, "%d %s", above+row.Number, row.Problem)
				for i, c := range row.Cells {
					if columns == nil || i < len(columns) {
						fmt.Fprintf(&b, "|%s", c.Text)
					}
				}
				b.WriteString(map[bool]string{true: " blank\n", false: "\n"}[row.Blank])
			}
			return nil
		}})
	if err != nil {
		return err.Error()
	}
	return b.String()
}

// sequential writes the same, one row after another.
func sequential(data string, delimiter byte, columns []int) string {
	rows := &textRows{textPiece: textPiece{split: newSplitter(delimiter, nil)}, data: io.NopCloser(strings.NewReader(data)), limit: 1 << 20}
	var b strings.Builder
	for {
		row, err := rows.next()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			return err.Error()
		}
		fmt.Fprintf(&b, "%d %s", row.Number, row.Problem)
		for i, c := range row.Cells {
			if columns == nil || i < len(columns) {
				fmt.Fprintf(&b, "|%s", c.Text)
			}
		}
		b.WriteString(map[bool]string{true: " blank\n", false: "\n"}[row.Blank])
	}
}

func TestScanIsTheSameForAnyThreads(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		switch i % 7 {
		case 0:
			fmt.Fprintf(&b, "%d,\"line\nline\r\n\"\"%d\"\"\",z\r\n", i, i)
		case 1:
			fmt.Fprintf(&b, "%d,spoilt \" mark,z\n", i)
		case 2:
			b.WriteString("\n\r\n ,,\n")
		default:
			fmt.Fprintf(&b, "%d, plain,%s\n", i, strings.Repeat("w", i%40))
		}
	}
	for _, data := range []string{b.String(), b.String() + "1,\"open\n2,3\n4"} {
		for _, columns := range [][]int{nil, {0, 1}} {
			want := sequential(data, ',', columns)
			for _, threads := range []int{1, 2, 5} {
				for _, block := range []int{64, 1000, 1 << 20} {
					if diff := cmp.Diff(want, scanned(t, data, ',', block, threads, columns)); diff != "" {
						t.Fatalf("%d threads, blocks of %d (-want +got)\n%s", threads, block, diff)
					}
				}
			}
		}
	}
}

// TestScanOfAWorkbook reads more rows than a piece holds.
func TestScanOfAWorkbook(t *testing.T) {
	const rows = 3*pieceRows + 1
	data := book(t, parts("", strings.Repeat(`<row><c s="1"><v>45812</v></c></row>`, rows), ""))
	b, err := Open("a.xlsx", bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	last, took := 0, 0
	stop := errors.New("enough")
	job := Job[int]{Threads: 2, Reader: func() func(*Rows) (int, error) {
		return func(rows *Rows) (last int, err error) {
			for {
				row, err := rows.Next()
				if err == io.EOF {
					return last, nil
				}
				if err != nil {
					return 0, err
				}
				last = row.Number
			}
		}
	}, Take: func(above int, part int) error { last, took = above+part, took+1; return nil }}
	if err := Scan(t.Context(), b.Sheets[0], job); err != nil || last != rows || took != 4 {
		t.Errorf("%v: %d rows in %d parts, want %d in 4", err, last, took, rows)
	}
	job.Take = func(int, int) error { return stop }
	if err := Scan(t.Context(), b.Sheets[0], job); err != stop {
		t.Errorf("got %v, want the error of Take", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Scan(ctx, b.Sheets[0], job); !errors.Is(err, context.Canceled) && err != stop {
		t.Errorf("got %v, want the context's error", err)
	}
}

func FuzzScan(f *testing.F) {
	f.Add("a,b\n\"x\ny\",2\n\n,\n\"\"\"\n", 3, 5)
	f.Add("a;b;\"\n\"c\"\n", 2, 1)
	f.Add("\" \"\" \" ,x\r\n\r\n\ty\"z\n\"a,b\"\n", 1, 9)
	f.Fuzz(func(t *testing.T, data string, threads, block int) {
		if threads < 1 || threads > 4 || block < 1 || block > 100 || isUTF16([]byte(data)) || strings.HasPrefix(data, "\ufeff") {
			return
		}
		for _, columns := range [][]int{nil, {0}, {0, 1}} {
			if diff := cmp.Diff(sequential(data, ',', columns), scanned(t, data, ',', block, threads, columns)); diff != "" {
				t.Fatalf("columns %v (-one after another +scanned)\n%s", columns, diff)
			}
		}
	})
}

// TestColumnsAskedFor makes sure that cells that are not asked for are passed
// over and that nothing else changes.
func TestColumnsAskedFor(t *testing.T) {
	data := book(t, parts("", `<row><c><v>1</v></c><c t="inlineStr"><is><t>a</t></is></c><c><v>3</v></c></row><row/><row r="4"><c r="C4"><v>9</v></c></row>`+
		`<row r="5"><c r="A5"><v></v></c><c r="B5" s="1"/></row><row r="7"><c r="A7" note="a>b"/><c r="B7" note="/>"><v>3</v></c><c r="AA7" s="1"/><c r="AB7"><v>1</v></c></row><row r="8"><c r="A8" note="/>"><v>1</v></c></row><row r="9"><c r="B9"><f>1+1</f><v>2</v></c></row>`,
		`<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>`))
	b, err := Open("a.xlsx", bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"1|-|t:a\n4\n7|-|n:3\n8\n9|-|n:2\n", "1|n:1|n:2\n"} {
		rows, err := b.Sheets[i].source.rows(t.Context(), []int{1})
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for {
			row, err := rows.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "%d", row.Number)
			for _, c := range row.Cells {
				fmt.Fprintf(&got, "|%s", strings.TrimSuffix(fmt.Sprintf("%c:%s", "-tndf"[c.Kind], c.Text), ":"))
			}
			got.WriteString("\n")
		}
		if diff := cmp.Diff(want, got.String()); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if err := rows.close(); err != nil {
			t.Error(err)
		}
	}
}
