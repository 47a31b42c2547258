package counts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"muster/counts/table"
)

// madeUp stands in every cell that no count may give away.
const madeUp = "Quexel"

// TestNoCellIsTold damages files of rows in which a made-up name, an address and
// a text stand in all columns but those that are counted by, and here and there
// in these too. Whatever comes of it, an answer or an error, tells none of them.
func TestNoCellIsTold(t *testing.T) {
	var text, lines strings.Builder
	text.WriteString("Apprehension Date,AOR,Method,Last Name,Address,Note\n")
	for i := range 40 {
		date, unit := fmt.Sprintf("2025-06-%02d", i%28+1), []string{"Boston", "Buffalo Area of Responsibility", ""}[i%3]
		switch i {
		case 7:
			date = madeUp + " came in spring"
		case 11:
			unit = "Anna " + madeUp
		case 13:
			unit = "12 " + madeUp + " Street"
		}
		fmt.Fprintf(&text, "%s,%s,Located,%s,12 %s Street,\"seen, with %s\"\n", date, unit, madeUp, madeUp, madeUp)
		fmt.Fprintf(&lines, "{\"Apprehension Date\":%q,\"AOR\":%q,\"Method\":\"Located\",\"Last Name\":%q,\"Note\":\"seen with %s\"}\n", date, unit, madeUp, madeUp)
	}
	columns := Columns{Date: "Apprehension Date", Unit: "AOR", Class: "Method", ID: "Last Name", Duplicates: ChainOfADay}
	check := func(file string) {
		t.Helper()
		var said strings.Builder
		for _, c := range []Columns{columns, {Date: "Day", Unit: "Office"}, {Date: "Apprehension Date", Unit: "Office", Renamed: map[string][]string{"Office": {"AOR"}}}} {
			releases, err := Read(t.Context(), "a.csv", strings.NewReader(file), c, "day")
			answer, _ := json.Marshal(releases)
			fmt.Fprintf(&said, "%s %v\n", answer, err)
		}
		if book, err := table.Open("a.csv", strings.NewReader(file), int64(len(file)), table.DefaultLimits()); err != nil {
			fmt.Fprintln(&said, err)
		} else {
			plan, err := Reader{}.Plan(t.Context(), "a.csv", book)
			answer, _ := json.Marshal(plan)
			fmt.Fprintf(&said, "%s %v\n", answer, err)
		}
		roll, err := ReadRoll(t.Context(), "a-2025-07-01.csv", strings.NewReader(file), int64(len(file)), RollColumns{Institution: "Brigade"})
		fmt.Fprintln(&said, roll, err)
		wide, err := ReadWide(t.Context(), "a.csv", strings.NewReader(file), int64(len(file)), Wide{Table: "Arrests*"})
		fmt.Fprintln(&said, wide, err)
		if at := strings.Index(said.String(), madeUp[1:5]); at >= 0 {
			t.Errorf("told: %.200q\nof\n%.900s", said.String()[max(0, at-150):], file)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, whole := range []string{text.String(), lines.String(), strings.SplitN(text.String(), "\n", 2)[1]} {
		check(whole)
		for range 120 {
			b := []byte(whole)
			for range 1 + random.IntN(4) {
				if len(b) < 2 {
					break
				}
				at := random.IntN(len(b))
				if random.IntN(2) == 0 {
					at = random.IntN(min(len(b), 120)) // names of columns are damaged often
				}
				switch random.IntN(5) {
				case 0:
					b[at] = ",;\n\r\"\t|{}[]\x00 9"[random.IntN(14)]
				case 1:
					b = append(b[:at], b[at+1:]...)
				case 2:
					b = bytes.Join([][]byte{b[:at], []byte("\n"), b[at:]}, nil)
				case 3:
					b = b[:max(1, at)]
				case 4:
					b = b[at:]
				}
			}
			check(string(b))
			if t.Failed() {
				return
			}
		}
	}
}
