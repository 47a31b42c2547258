package counts

import (
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
