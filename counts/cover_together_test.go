package counts

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"muster/interval"
)

func TestTogether(t *testing.T) {
	days, units, classes, both := Way{By: "day"}, Way{By: "month", Unit: true}, Way{By: "month", Class: true}, Way{By: "month", Unit: true, Class: true}
	for _, test := range []struct {
		ways []Way
		want bool
	}{
		{[]Way{days, units}, true},
		{[]Way{units, days, classes}, true},
		{[]Way{days, both}, true},
		{[]Way{days, both, units}, false},
		{[]Way{days, units, units}, false},
		{[]Way{{By: "day", Unit: true}, units}, false},
		{[]Way{{By: "week"}, units}, false},
		{[]Way{days, {By: "month"}}, false},
	} {
		if got := Together(test.ways...); got != test.want {
			t.Errorf("%+v: %v", test.ways, got)
		}
	}
}

// Nobody can work a hidden count out from days without units and months with
// units together.
func TestTogetherNoHiddenCountCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days, months := Series{By: "day"}, Series{By: "month"}
		for range rapid.IntRange(1, 2).Draw(t, "releases") {
			byDay, byUnit := map[Point]int64{}, map[Point]int64{}
			for _, day := range []interval.Date{"2025-01-29", "2025-01-30", "2025-01-31", "2025-02-01"} {
				if rapid.IntRange(0, 4).Draw(t, "no day") == 0 {
					continue
				}
				for _, unit := range []string{"a", "b", "c"} {
					n := rapid.SampledFrom([]int64{0, 0, 1, 1, 2, 3, 4, 6, 9, 20}).Draw(t, "count")
					byDay[Point{Period: interval.Period{From: day, To: day}}] += n
					byUnit[Point{Period: monthOf(day), Unit: unit}] += n
				}
			}
			days.Releases, months.Releases = append(days.Releases, releaseOf(byDay)), append(months.Releases, releaseOf(byUnit))
		}
		smallest := rapid.IntRange(2, 6).Draw(t, "smallest")
		list := []Series{days, months}
		covers := CoverTogether(list, smallest)
		for i, c := range covers { // what one hides of a month, the other does not tell
			for _, r := range list[1-i].Releases {
				for _, p := range r.Points {
					month, other := monthOf(p.From), covers[1-i]
					if (c.Revision(month) || c.Newest(month)) && !(other.Cell(p) && other.Revision(month) && other.Newest(month)) {
						t.Fatalf("%v is hidden in one and %+v shown in the other (smallest %d): %+v", month, p, smallest, list)
					}
				}
			}
		}
		a := attack{truth: map[secret]int64{}}
		for i := range list {
			a.read(list[i], covers[i], func(s secret) secret { s.Unit = fmt.Sprint(i, s.Unit); return s })
		}
		// In each release the days of a month add up to its units.
		for i, r := range days.Releases {
			for _, p := range r.Points {
				month, relation := monthOf(p.From), map[secret]int64{}
				for s := range a.truth {
					if s.release == i && monthOf(s.From) == month {
						relation[s] = 1
						if s.Unit[0] == '1' {
							relation[s] = -1
						}
					}
				}
				a.sums = append(a.sums, relation)
			}
		}
		least := int64(1)
		if len(days.Releases) > 1 {
			least = 0
		}
		if at, ok := a.found(least); ok {
			t.Fatalf("%+v can be worked out (smallest %d): %+v", at, smallest, list)
		}
	})
}

func releaseOf(sums map[Point]int64) (r Release) {
	for p, n := range sums {
		p.Count = n
		r.Points = append(r.Points, p)
	}
	return Series{Releases: []Release{r}}.regroup(func(p Point) Point { return p }).Releases[0]
}
