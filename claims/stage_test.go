package claims

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"muster/documents"
	"muster/language"
)

// Floors of the cases in testdata/stages.txt, in per cent, for every stage.
const (
	precisionFloor = 85
	recallFloor    = 85
)

func testReader(t *testing.T) *Reader {
	t.Helper()
	model, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	names, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	rounding, err := LoadRounding()
	if err != nil {
		t.Fatal(err)
	}
	return NewReader(model, names, rounding)
}

// TestStages measures precision and recall per stage on cases of our own.
func TestStages(t *testing.T) {
	reader := testReader(t)
	file, err := os.ReadFile("testdata/stages.txt")
	if err != nil {
		t.Fatal(err)
	}
	expected, found, right := map[Stage]int{}, map[Stage]int{}, map[Stage]int{}
	for i, line := range strings.Split(string(file), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.SplitN(line, " | ", 3)
		if len(columns) != 3 {
			t.Fatalf("testdata/stages.txt, line %d: expected stage | number | sentence, found %q", i+1, line)
		}
		want := Stage(columns[0])
		got := stageIn(reader, columns[2], columns[1])
		expected[want]++
		found[got]++
		if got == want {
			right[want]++
			continue
		}
		t.Logf("line %d: %s, expected %s: %s: %s", i+1, got, want, columns[1], columns[2])
	}
	for _, stage := range Stages() {
		if expected[stage] == 0 {
			t.Errorf("%s: no cases", stage)
			continue
		}
		precision := 100 * right[stage] / max(found[stage], 1)
		recall := 100 * right[stage] / expected[stage]
		summary := fmt.Sprintf("%-10s %3d cases, precision %3d, recall %3d", stage, expected[stage], precision, recall)
		if precision < precisionFloor || recall < recallFloor {
			t.Errorf("%s: below the floor of %d and %d", summary, precisionFloor, recallFloor)
			continue
		}
		t.Log(summary)
	}
}

// stageIn returns the stage of the last figure in the sentence whose number
// holds the words.
func stageIn(reader *Reader, sentence, number string) Stage {
	reading := reader.Find(documents.Document{Text: sentence, Publisher: "The Daily Record", Published: "2025-06-04"})
	stage := Stage("not found")
	for _, figure := range reading.Figures {
		if strings.Contains(figure.Number.Exact, number) || strings.Contains(figure.Quote.Exact, number) {
			stage = figure.Stage
		}
	}
	return stage
}
