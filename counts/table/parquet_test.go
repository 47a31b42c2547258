package table

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
)

type parquetRow struct {
	Words  string            `parquet:"words,optional"`
	Day    int32             `parquet:"day,date"`
	Time   time.Time         `parquet:"time,timestamp(microsecond)"`
	Small  int32             `parquet:"small"`
	Large  int64             `parquet:"large,optional"`
	Share  float64           `parquet:"share"`
	Price  int64             `parquet:"price,decimal(2:10)"`
	Old    deprecated.Int96  `parquet:"old"`
	True   bool              `parquet:"true"`
	Free   uint64            `parquet:"free"`
	List   []string          `parquet:"list"`
	Nested struct{ X int32 } `parquet:"nested"`
}

func parquetBytes(t testing.TB, rows []parquetRow, perGroup int64) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetRow](&b, parquet.MaxRowsPerRowGroup(perGroup))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parquetRows3() []parquetRow {
	at := time.Date(2025, 6, 4, 13, 45, 0, 0, time.UTC)
	return []parquetRow{
		{Words: "a", Day: 20243, Time: at, Small: -3, Large: 1 << 40, Share: 0.25, Price: -105, Old: deprecated.Int96{0, 0, 2440588 + 20243}, True: true, Free: 1 << 63, List: []string{"x", "y"}},
		{Day: -1, Time: at.Truncate(24 * time.Hour), Share: 1e6, Price: 1200},
		{Words: "c", Day: 0, Time: time.Unix(-1, 0), Large: 5},
	}
}

func TestParquet(t *testing.T) {
	data := parquetBytes(t, parquetRows3(), 2)
	got, err := told(t, "a.parquet", data)
	if err != nil {
		t.Fatal(err)
	}
	want := "0|t:words|t:day|t:time|t:small|t:large|t:share|t:price|t:old|t:true|t:free\n" +
		"1|t:a|d:2025-06-04|d:2025-06-04 13:45:00|n:-3|n:1099511627776|n:0.25|n:-1.05|d:2025-06-04|t:TRUE|n:9223372036854775808\n" +
		"2|-:|d:1969-12-31|d:2025-06-04|n:0|-:|n:1000000|n:12|d:-4713-11-24|t:FALSE|n:0\n" +
		"3|t:c|d:1970-01-01|d:1969-12-31 23:59:59|n:0|n:5|n:0|n:0|d:-4713-11-24|t:FALSE|n:0\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	b, err := Open("a.parquet", bytes.NewReader(data), int64(len(data)), DefaultLimits())
	if err != nil || len(b.Notes) != 1 || !strings.Contains(b.Notes[0], `"list", "nested"`) {
		t.Errorf("%v, notes %q", err, b.Notes)
	}
}

func FuzzParquet(f *testing.F) {
	whole := parquetBytes(f, parquetRows3(), 2)
	f.Add(whole)
	f.Add(whole[:len(whole)-9])
	f.Add([]byte("PAR1PAR1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		data = append([]byte("PAR1"), data[min(4, len(data)):]...)
		if _, err := told(t, "a.parquet", data); err != nil && strings.Contains(err.Error(), "\n") {
			t.Fatalf("error of several lines: %v", err)
		}
	})
}
