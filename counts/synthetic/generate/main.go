// Command generate writes a synthetic record file: invented rows with the
// columns and the faults of published arrest files, for tests and measurements.
//
//	go run ./counts/synthetic/generate -rows 2000000 synthetic-arrests-2026-03-10.csv
//	go run ./counts/synthetic/generate -rows 700000 -sheets 2 synthetic-arrests-2026-03-10.xlsx
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"muster/counts/synthetic"
)

func main() {
	rows := flag.Int("rows", 100_000, "rows")
	seed := flag.Uint64("seed", 1, "the same seed gives the same rows")
	sheets := flag.Int("sheets", 1, "sheets of a workbook")
	flag.Parse()
	if err := write(flag.Arg(0), *rows, *sheets, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(2)
	}
}

func write(name string, rows, sheets int, seed uint64) error {
	if !strings.Contains(filepath.Base(name), synthetic.Name) {
		return fmt.Errorf("expected the name of a file with %q in it, found %q; nobody must take it for a record", synthetic.Name, name)
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	switch filepath.Ext(name) {
	case ".csv":
		err = synthetic.WriteCSV(f, rows, seed)
	case ".xlsx":
		err = synthetic.WriteWorkbook(f, rows, sheets, seed)
	case ".parquet":
		err = synthetic.WriteParquet(f, rows, seed)
	default:
		err = fmt.Errorf("expected a name that ends in .csv, .xlsx or .parquet, found %q", name)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
