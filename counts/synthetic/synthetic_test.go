package synthetic

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"
)

// TestRowsHaveTheFaultsOfPublishedFiles counts them: tests elsewhere rest on
// their being there.
func TestRowsHaveTheFaultsOfPublishedFiles(t *testing.T) {
	const rows = 200_000
	made := NewRows(1)
	found := map[string]int{}
	before := ""
	for range rows {
		row := made.Next()
		if len(row) != len(Columns()) {
			t.Fatalf("%d cells, %d columns", len(row), len(Columns()))
		}
		at, err := time.Parse(time.DateTime, row[0])
		switch {
		case err != nil && strings.HasPrefix(row[0], "(b)"):
			found["redacted date"]++
		case err != nil:
			t.Fatalf("date %q", row[0])
		case at.After(Last().AddDate(0, 0, 1)):
			found["date after the release"]++
		}
		if id := row[24]; id == "" {
			found["no identifier"]++
		} else if id == before {
			found["duplicate"]++
		}
		before = row[24]
		switch row[4] {
		case "":
			found["no unit"]++
		case "St Paul Area of Responsibility":
			found["old spelling"]++
		case "New Town Area of Responsibility":
			found["unknown unit"]++
		}
		if row[13] == "b(6), b(7)c" {
			found["redacted"]++
		}
	}
	for fault, share := range map[string][2]float64{"redacted date": {0.0001, 0.0003}, "date after the release": {0.000001, 0.0001}, "no identifier": {0.005, 0.02},
		"duplicate": {0.04, 0.06}, "no unit": {0.01, 0.02}, "old spelling": {0.001, 0.01}, "unknown unit": {0.0005, 0.005}, "redacted": {1, 1}} {
		if got := float64(found[fault]) / rows; got < share[0] || got > share[1] {
			t.Errorf("%s: share %g, want %g to %g", fault, got, share[0], share[1])
		}
	}
}

func TestTheSameSeedGivesTheSameFile(t *testing.T) {
	file := func(seed uint64) string {
		var b bytes.Buffer
		if err := WriteCSV(&b, 500, seed); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	once, again, other := file(1), file(1), file(2)
	if once != again || once == other {
		t.Error("a seed gives several files, or several seeds one")
	}
	rows, err := csv.NewReader(strings.NewReader(once)).ReadAll()
	if err != nil || len(rows) != 501 || strings.Join(rows[0], "|") != strings.Join(Columns(), "|") {
		t.Errorf("%v: %d rows", err, len(rows))
	}
}
