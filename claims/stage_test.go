package claims

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"muster/documents"
)

// Floors of the cases in testdata/stages.txt and acts.txt, in per cent, for
// every label.
const (
	precisionFloor = 90
	recallFloor    = 90
)

// TestStages measures precision and recall per stage on cases of our own.
func TestStages(t *testing.T) {
	var all []string
	for _, stage := range Stages() {
		all = append(all, string(stage))
	}
	measure(t, "testdata/stages.txt", all, func(f Figure) string { return string(f.Stage) })
}

// TestActs does the same for acts.
func TestActs(t *testing.T) {
	all := []string{string(Assert), string(Estimate), string(Forecast), string(Plan), string(Request), string(Order), string(Demand), string(Threaten), string(Deny), string(Decline)}
	measure(t, "testdata/acts.txt", all, func(f Figure) string { return string(f.Act) })
}

// TestWhen asks for every time, and for none where none is told.
func TestWhen(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range cases(t, "testdata/when.txt") {
		got := "none"
		if figure, found := figureIn(reader, c); found && figure.About != nil {
			got = string(figure.About.From) + " " + string(figure.About.To)
		}
		if got != c.want {
			t.Errorf("%s: got %s, expected %s: %s: %s", c.place, got, c.want, c.number, c.sentence)
		}
	}
}

// measured is a sentence with what is expected of one of its figures.
type measured struct{ place, want, number, sentence string }

func cases(t *testing.T, name string) []measured {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var list []measured
	for i, line := range strings.Split(string(file), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.SplitN(line, " | ", 3)
		if len(columns) != 3 {
			t.Fatalf("%s, line %d: expected what | number | sentence, found %q", name, i+1, line)
		}
		list = append(list, measured{fmt.Sprintf("%s, line %d", name, i+1), columns[0], columns[1], columns[2]})
	}
	return list
}

// measure prints precision and recall per label, and fails below the floors.
func measure(t *testing.T, name string, labels []string, labelOf func(Figure) string) {
	t.Helper()
	reader := newTestReader(t)
	expected, found, right := map[string]int{}, map[string]int{}, map[string]int{}
	for _, c := range cases(t, name) {
		got := "not found"
		if figure, ok := figureIn(reader, c); ok {
			got = labelOf(figure)
		}
		expected[c.want]++
		found[got]++
		if got == c.want {
			right[got]++
			continue
		}
		t.Logf("%s: got %s, expected %s: %s: %s", c.place, got, c.want, c.number, c.sentence)
	}
	for _, label := range labels {
		if expected[label] == 0 {
			t.Errorf("%s: no cases", label)
			continue
		}
		precision := 100 * right[label] / max(found[label], 1)
		recall := 100 * right[label] / expected[label]
		summary := fmt.Sprintf("%-10s %3d cases, precision %3d, recall %3d", label, expected[label], precision, recall)
		if precision < precisionFloor || recall < recallFloor {
			t.Errorf("%s: below the floor of %d and %d", summary, precisionFloor, recallFloor)
			continue
		}
		t.Log(summary)
	}
}

// figureIn returns the last figure of the sentence whose words hold the number.
func figureIn(reader *Reader, c measured) (figure Figure, found bool) {
	reading := reader.Find(documents.Document{Text: c.sentence, Publisher: "The Daily Record", Published: "2025-06-04"})
	for _, f := range reading.Figures {
		if strings.Contains(f.Number.Exact, c.number) || strings.Contains(f.Quote.Exact, c.number) {
			figure, found = f, true
		}
	}
	return figure, found
}

func TestApprover(t *testing.T) {
	reader := newTestReader(t)
	for _, c := range []struct{ sentence, number, approver string }{
		{"Parliament heard that the 3,500 troops are not yet approved by the Defense Department.", "3,500", "Defense Department"},
		{"The Security Council authorised 2,500 officers.", "2,500", "Security Council"},
		{"Parliament has yet to approve the 600 guards.", "600", "Parliament"},
		{"Sending the 90 observers would need approval from the Security Council.", "90", "Security Council"},
		{"The request for 250 medics was rejected by the governor.", "250", "governor"},
		{"The army deployed 300 soldiers.", "300", ""},
	} {
		figure, found := figureIn(reader, measured{number: c.number, sentence: c.sentence})
		if !found || figure.Approver != c.approver {
			t.Errorf("%s: got %q, expected %q", c.sentence, figure.Approver, c.approver)
		}
	}
}

func TestDenies(t *testing.T) {
	text := "A newspaper said that 1 million reservists would be called up. The ministry denied that 1 million reservists would be called up."
	figures := newTestReader(t).Find(documents.Document{Text: text, Publisher: "The Daily Record", Published: "2025-06-04"}).Figures
	if len(figures) != 2 || figures[1].Act != Deny || figures[1].Denies == nil || *figures[1].Denies != figures[0].ID {
		t.Errorf("expected the second figure to deny the first, got %+v", figures)
	}
	if figures[0].Denies != nil || figures[0].Act == Deny {
		t.Errorf("expected the first figure to deny nothing, got %+v", figures[0])
	}
}

// FuzzStages reads any text to the end.
func FuzzStages(f *testing.F) {
	for _, c := range []string{"The plan calls for 500, 200 from X; 90 of them", "to 500 to be to send", "Of the 500, has yet to", "5,000 per day: report", "if approved 3"} {
		f.Add(c)
	}
	reader, err := LoadReader()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, figure := range reader.Find(documents.Document{Text: text, Published: "2025-06-04"}).Figures {
			if !slices.Contains(Stages(), figure.Stage) || figure.Act == "" {
				t.Fatalf("%q: stage %q, act %q", text, figure.Stage, figure.Act)
			}
			if figure.About != nil && !strings.Contains(text, figure.About.Text) {
				t.Fatalf("%q: the text holds no %q", text, figure.About.Text)
			}
		}
	})
}

// TestRetold: a headline's number is at the stage that the text tells of it.
func TestRetold(t *testing.T) {
	reader := newTestReader(t)
	for _, test := range []struct {
		name, text string
		want       Stage // of the first figure
	}{
		{"no verb", "900 constables for the regatta\n\nThe county will put 900 constables along the quay on Sunday.", Ordered},
		{"got for what was voted", "Ferry towns get 30 new wardens\n\nThe council approved 30 wardens for the ferry towns on Monday.", Approved},
		{"sends for sent", "Malta sends 40 divers to the wreck\n\nThe 40 divers from Malta arrived at the wreck on Tuesday and went to work.", Deployed},
		{"its own verb stays", "Malta to send 40 divers to the wreck\n\nMalta is considering sending 40 divers to the wreck.", Ordered},
		{"another number", "900 constables for the regatta\n\nThe county will put 700 constables along the quay on Sunday.", Deployed},
		{"another unit", "Storm leaves 90 injured\n\nThe county approved $90 for each household.", Result},
		{"an outcome stays", "Storm leaves 90 injured\n\nThe storm injured 90 people on Sunday.", Result},
	} {
		reading := reader.Find(documents.Document{Text: test.text})
		if len(reading.Figures) == 0 {
			t.Errorf("%s: no figure", test.name)
			continue
		}
		if got := reading.Figures[0].Stage; got != test.want {
			t.Errorf("%s: got %s, expected %s", test.name, got, test.want)
		}
	}
}
