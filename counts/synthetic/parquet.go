package synthetic

import (
	"io"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"
)

// WriteParquet writes a Parquet file of so many rows: the date is a time, null
// where it is redacted, all else are words; cells without any are null. Its
// columns are in the order of their names.
func WriteParquet(to io.Writer, rows int, seed uint64) error {
	const group = 100_000 // rows
	columns := Columns()
	date := columns[0]
	fields := parquet.Group{}
	for _, c := range columns {
		fields[c] = parquet.Compressed(parquet.Encoded(parquet.Optional(parquet.String()), &parquet.RLEDictionary), &parquet.Zstd)
	}
	fields[date] = parquet.Compressed(parquet.Optional(parquet.Timestamp(parquet.Microsecond)), &parquet.Zstd)
	sorted := slices.Sorted(slices.Values(columns))
	place := make([]int, len(columns)) // in the file, of each column
	for i, c := range columns {
		place[i] = slices.Index(sorted, c)
	}
	w := parquet.NewWriter(to, parquet.NewSchema("arrests", fields), parquet.MaxRowsPerRowGroup(group))
	made := NewRows(seed)
	row := make(parquet.Row, len(columns))
	for range rows {
		for i, cell := range made.Next() {
			value := parquet.NullValue()
			switch at, err := time.Parse(time.DateTime, cell); {
			case i == 0 && err == nil:
				value = parquet.Int64Value(at.UnixMicro())
			case i > 0 && cell != "":
				value = parquet.ByteArrayValue([]byte(cell))
			}
			defined := 1
			if value.IsNull() {
				defined = 0
			}
			row[place[i]] = value.Level(0, defined, place[i])
		}
		if _, err := w.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
	return w.Close()
}
