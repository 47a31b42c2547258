package counts

import (
	"fmt"
	"strings"
	"testing"
)

// TestNothingIsCountedByPeople: units and classes are kept, so columns that tell
// of people are refused, by their name or by what they hold.
func TestNothingIsCountedByPeople(t *testing.T) {
	for _, column := range []string{"Unique_Identifier", "last name", "Birth Date"} {
		for _, columns := range []Columns{{Date: "d", Unit: column}, {Date: "d", Class: column}} {
			_, err := Read(t.Context(), "a.csv", strings.NewReader("d,"+column+"\n2025-06-01,Clark\n"), columns, "")
			if err == nil || !strings.Contains(err.Error(), "tells of people") || strings.Contains(err.Error(), "Clark") {
				t.Errorf("%s: got %v", column, err)
			}
		}
		data := "x," + column + "\ny,Clark\n"
		if _, err := ReadRoll(t.Context(), "a-2025-06-01.csv", strings.NewReader(data), int64(len(data)), RollColumns{Institution: column}); err == nil || !strings.Contains(err.Error(), "tells of people") {
			t.Errorf("%s: a roll of people was read: %v", column, err)
		}
	}
	var b strings.Builder
	b.WriteString("d,who\n")
	for i := range 1200 {
		fmt.Fprintf(&b, "2025-06-01,P%d\n", i)
	}
	if _, err := Read(t.Context(), "a.csv", strings.NewReader(b.String()), Columns{Date: "d", Unit: "who"}, ""); err == nil || !strings.Contains(err.Error(), "1200 different values") {
		t.Errorf("identifiers were taken for units: %v", err)
	}
}
