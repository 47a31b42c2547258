package counts

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// at makes rows of one or more people, told as "a 2025-06-01 hour", in hours
// since a beginning: "a0 a23 b5" are a at 0 and 23 hours, b at 5.
func at(told string) []copyRow {
	keys := newDigester()
	var rows []copyRow
	for i, word := range strings.Fields(told) {
		var hour int64
		again := strings.HasSuffix(word, "!")
		if _, err := fmt.Sscanf(strings.TrimSuffix(word[1:], "!"), "%d", &hour); err != nil {
			panic(err)
		}
		rows = append(rows, copyRow{id: keys.of([]byte(word[:1])), second: hour * 3600, day: hour / 24, again: again, row: i + 1})
	}
	return rows
}

func kept(rule DuplicateRule, told string) (kept, marked string) {
	rows := at(told)
	rule.mark(rows)
	slices.SortFunc(rows, func(a, b copyRow) int { return a.row - b.row })
	for i, word := range strings.Fields(told) {
		if !rows[i].drop {
			kept += " " + word
		}
		if rows[i].marked {
			marked += " " + word
		}
	}
	return strings.TrimSpace(kept), strings.TrimSpace(marked)
}

func TestDuplicateRules(t *testing.T) {
	tests := []struct {
		name         string
		rule         DuplicateRule
		rows         string
		kept, marked string
	}{
		{"a chain can be longer than a day", ChainOfADay, "a0 a20 a40 a60 a85", "a0 a85", "a0 a20 a40 a60"},
		{"exactly a day still joins", ChainOfADay, "a0 a24 a49", "a0 a49", "a0 a24"},
		{"nobody is joined with somebody else", ChainOfADay, "a0 b1 a2 b30", "a0 b1 b30", "a0 a2"},
		{"order in the file does not matter, time does", ChainOfADay, "a30 a10 a0", "a0", "a30 a10 a0"},
		{"what was processed again is not what counts", ChainOfADay, "a5! a5 a9", "a5", "a5! a5 a9"},
		{"the older rule only marks", NeighboursOfADay, "a0 a20 a60", "a0 a20 a60", "a0 a20"},
		{"one a person and day", SamePersonAndDay, "a0 a23 a24 b0", "a0 a24 b0", "a0 a23"},
		{"the same in every cell", DistinctRows, "a0 a99 b0", "a0 b0", "a0 a99"},
		{"no rule", NoRule, "a0 a0", "a0 a0", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, marked := kept(tt.rule, tt.rows); got != tt.kept || marked != tt.marked {
				t.Errorf("kept %s (marked %s), want %s (%s)", got, marked, tt.kept, tt.marked)
			}
		})
	}
}

func TestEveryEpisodeKeepsOneRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var told []string
		for range rapid.IntRange(1, 30).Draw(t, "rows") {
			told = append(told, fmt.Sprintf("%c%d", 'a'+rapid.IntRange(0, 3).Draw(t, "who"), rapid.IntRange(0, 100).Draw(t, "hour")))
		}
		rule := rapid.SampledFrom(DuplicateRules()).Draw(t, "rule")
		got, marked := kept(rule, strings.Join(told, " "))
		for _, who := range "abcd" {
			if strings.ContainsRune(strings.Join(told, " "), who) && !strings.ContainsRune(got, who) {
				t.Fatalf("%s: of %v nobody is left: %s", rule, told, got)
			}
		}
		dropped := len(told) - len(strings.Fields(got))
		if dropped > 0 && dropped >= len(strings.Fields(marked)) {
			t.Fatalf("%s: %d dropped, only %s marked", rule, dropped, marked)
		}
	})
}

const arrests = "unique_identifier,apprehension_date,apprehension_date_time,apprehension_method,apprehension_aor\n" +
	"p1,2025-06-01,2025-06-01 08:00:00,Located,Boston Area of Responsibility\n" +
	"p1,2025-06-01,2025-06-01 20:00:00,ERO Reprocessed Arrest,Boston Area of Responsibility\n" +
	"p1,2025-06-02,2025-06-02 19:00:00,CAP Local Incarceration,Buffalo Area of Responsibility\n" +
	"p1,2025-06-04,2025-06-04 08:00:00,Located,Boston Area of Responsibility\n" +
	"p2,2025-06-02,2025-06-02 08:00:00,Located,HQ Area of Responsibility\n" +
	"p2,2025-06-02,2025-06-02 08:00:00,Located,HQ Area of Responsibility\n" +
	",2025-06-02,2025-06-02 08:00:00,Located,\n" +
	",2025-06-02,2025-06-02 08:00:00,Located,\n" +
	"\"b(6), b(7)c\",2025-06-03,2025-06-03 09:00:00,Located,NULL\n" +
	"p3,2026-09-17,2026-09-17 09:00:00,Located,Miami Area of Responsibility\n"

func readArrests(t *testing.T, rule DuplicateRule) Release {
	t.Helper()
	columns := Columns{Date: "Apprehension Date", Unit: "apprehension_aor", Duplicates: rule, ID: "unique identifier", Clock: "apprehension_date_time", Method: "apprehension_method"}
	releases, err := Read(t.Context(), "arrests-2026-03-10.csv", strings.NewReader(arrests), columns, "day")
	if err != nil {
		t.Fatal(err)
	}
	if r := releases[0]; r.Duplicates != nil && r.Rows != r.Counted+r.Duplicates.Dropped+len(r.SetAside) {
		t.Errorf("%s: %d rows, %d counted, %d dropped, %d set aside", rule, r.Rows, r.Counted, r.Duplicates.Dropped, len(r.SetAside))
	}
	return releases[0]
}

func TestCountsBeforeAndAfterARule(t *testing.T) {
	tests := []struct {
		rule DuplicateRule
		want Duplicates
		lost int64 // with rows without an identifier lost
		both int64 // with both copies lost
	}{
		// The row of September 2026 is dated after the release, and set aside.
		{ChainOfADay, Duplicates{Before: 9, After: 6, Dropped: 3, Marked: 5, WithoutID: 3}, 3, 4},
		{NeighboursOfADay, Duplicates{Before: 9, After: 9, Marked: 5, WithoutID: 3}, 6, 4},
		{SamePersonAndDay, Duplicates{Before: 9, After: 7, Dropped: 2, Marked: 4, WithoutID: 3}, 4, 5},
		{DistinctRows, Duplicates{Before: 9, After: 7, Dropped: 2, Marked: 4}, 7, 5},
	}
	for _, tt := range tests {
		t.Run(string(tt.rule), func(t *testing.T) {
			tt.want.Rule = tt.rule
			got := readArrests(t, tt.rule)
			if *got.Duplicates != tt.want {
				t.Errorf("got %+v, want %+v", *got.Duplicates, tt.want)
			}
			if got.Duplicates.WithoutUnknown() != tt.lost || got.Duplicates.WithoutCopies() != tt.both {
				t.Errorf("the known slips give %d and %d, want %d and %d", got.Duplicates.WithoutUnknown(), got.Duplicates.WithoutCopies(), tt.lost, tt.both)
			}
		})
	}
	kept, err := json.Marshal(readArrests(t, ChainOfADay))
	if err != nil || strings.Contains(string(kept), "p1") || strings.Contains(string(kept), "Located") {
		t.Errorf("an identifier was kept: %s, %v", kept, err)
	}
	if got := readArrests(t, NoRule); got.Duplicates != nil || got.Counted != 9 || len(got.SetAside) != 1 {
		t.Errorf("without a rule: %+v", got)
	}
}

func TestRulesNeedTheirColumns(t *testing.T) {
	for why, columns := range map[string]Columns{
		"choose one of none, chain-24h": {Date: "d", Duplicates: "chain"},
		"a column of identifiers":       {Date: "d", Duplicates: ChainOfADay},
		"rows that are one count each":  {Date: "d", Count: "n", Duplicates: DistinctRows},
		"a column \"person\"":           {Date: "d", ID: "person", Duplicates: SamePersonAndDay},
	} {
		if _, err := Read(t.Context(), "a.csv", strings.NewReader("d,n\n2025-06-01,1\n"), columns, ""); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("got %v, want %s", err, why)
		}
	}
}

func TestSecondsOf(t *testing.T) {
	for cell, want := range map[string]int64{"2025-06-01 08:30:15": 30615, "2025-06-01T23:00": 82800, "6/25/2025 11:00 PM": 82800, "12:05 am": 300, "2025-06-01": -1, "": -1, "25:00": -1} {
		if got := secondsOf(cell); got != want {
			t.Errorf("%q: got %d, want %d", cell, got, want)
		}
	}
}
