package dossier

import (
	"testing"

	"muster/counts"
)

func TestSeriesOfTheSameRows(t *testing.T) {
	days := SeriesSetting{Name: "days", Files: []string{"counts/*.csv"}, Date: "date", By: "day"}
	units := days
	units.Name, units.Title, units.By, units.Unit = "units", "By office", "month", "office"
	for name, test := range map[string]struct {
		change func(*SeriesSetting)
		want   int
	}{
		"days, and months by unit":  {func(*SeriesSetting) {}, 2},
		"other files":               {func(s *SeriesSetting) { s.Files = []string{"counts/a.csv"} }, 0},
		"another rule":              {func(s *SeriesSetting) { s.Duplicates, s.ID = counts.ChainOfADay, "id" }, 0},
		"some classes only":         {func(s *SeriesSetting) { s.Only = []string{"a"} }, 0},
		"units by the day, as well": {func(s *SeriesSetting) { s.By = "day" }, 0},
	} {
		second := units
		test.change(&second)
		state := &State{Settings: Settings{Series: []SeriesSetting{days, second}}, Series: []counts.Series{{Name: "days", By: "day"}, {Name: "units", By: second.By}}}
		got := 0
		for _, group := range state.SameRows() {
			got += len(group)
		}
		if got != test.want {
			t.Errorf("%s: %d series together, want %d", name, got, test.want)
		}
	}
}
