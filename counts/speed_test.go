package counts

import (
	"bytes"
	"testing"

	"muster/counts/synthetic"
)

// arrestColumns are the columns of the synthetic files.
var arrestColumns = Columns{Date: "Apprehension Date", Unit: "TOA Current Duty AOR", Class: "Apprehension Method"}

func BenchmarkReadCSV(b *testing.B) {
	const rows = 200_000
	var file bytes.Buffer
	if err := synthetic.WriteCSV(&file, rows, 1); err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, file.Bytes(), rows)
}

func BenchmarkReadWorkbook(b *testing.B) {
	const rows = 50_000
	var file bytes.Buffer
	if err := synthetic.WriteWorkbook(&file, rows, 2, 1); err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, file.Bytes(), rows)
}

func benchmarkRead(b *testing.B, file []byte, rows int) {
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		releases, err := Read(b.Context(), "synthetic.csv", bytes.NewReader(file), arrestColumns, "day")
		if err != nil || releases[0].Rows != rows {
			b.Fatalf("%v, %d rows of %d", err, releases[0].Rows, rows)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
