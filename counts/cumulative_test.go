package counts

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"muster/interval"
)

func derived(d Series) []string {
	var out []string
	for _, r := range d.Releases {
		for _, p := range r.Points {
			out = append(out, fmt.Sprintf("%s..%s %s%d", p.From, p.To, p.Unit, p.Count))
		}
	}
	for _, f := range d.Falls {
		out = append(out, f.String())
	}
	return out
}

func upTo(day interval.Date, count int64) Point {
	return Point{Period: interval.Period{From: day, To: day}, Count: count}
}

func TestDerive(t *testing.T) {
	tests := []struct {
		name   string
		reset  Reset
		points []Point
		want   []string
	}{
		{"differences, and the first from the start of the year", FiscalYear, []Point{upTo("2025-11-30", 70), upTo("2025-12-31", 100)},
			[]string{"2025-10-01..2025-11-30 70", "2025-12-01..2025-12-31 30"}},
		{"a new fiscal year carries nothing over", FiscalYear, []Point{upTo("2025-08-31", 900), upTo("2025-09-30", 1000), upTo("2025-10-31", 80)},
			[]string{"2024-10-01..2025-08-31 900", "2025-09-01..2025-09-30 100", "2025-10-01..2025-10-31 80"}},
		{"a calendar year", CalendarYear, []Point{upTo("2025-12-31", 12), upTo("2026-01-31", 3)},
			[]string{"2025-01-01..2025-12-31 12", "2026-01-01..2026-01-31 3"}},
		{"without a start the first table gives nothing", Never, []Point{upTo("2025-05-01", 50), upTo("2025-05-08", 62)},
			[]string{"2025-05-02..2025-05-08 12"}},
		{"no change is zero, a gap is no zero", Never, []Point{upTo("2025-05-01", 50), upTo("2025-05-02", 50), upTo("2025-05-09", 57)},
			[]string{"2025-05-02..2025-05-02 0", "2025-05-03..2025-05-09 7"}},
		{"a fall is told", Never, []Point{upTo("2025-05-01", 50), upTo("2025-05-08", 44)},
			[]string{"2025-05-02..2025-05-08 -6", "the count since the start fell from 50 to 44 by 2025-05-08"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := Series{Measure: SinceStart, Reset: tt.reset, Releases: []Release{{Points: tt.points}}}
			if diff := cmp.Diff(tt.want, derived(Derive(s))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if d := Derive(Series{Counts: "arrests", Releases: []Release{{Points: []Point{upTo("2025-05-01", 5)}}}}); d.Releases[0].Points[0].Count != 5 {
		t.Error("counts within periods were taken for cumulative ones")
	}
}

// TestDerivedPeriodsAddUpAgain: what was counted within the periods of a run
// adds up to its last cumulative count.
func TestDerivedPeriodsAddUpAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var points []Point
		day, last := interval.Date("2024-10-03"), int64(0)
		for range rapid.IntRange(1, 20).Draw(t, "tables") {
			last = max(0, last+rapid.Int64Range(-3, 40).Draw(t, "more"))
			points = append(points, upTo(day, last))
			day = day.AddDays(rapid.IntRange(1, 9).Draw(t, "days"))
		}
		d := Derive(Series{Measure: SinceStart, Reset: FiscalYear, Releases: []Release{{Points: points}}})
		var sum int64
		next := interval.Date("2024-10-01")
		for _, p := range d.Releases[0].Points {
			if p.From != next {
				t.Fatalf("%s follows %s", p.From, next)
			}
			sum, next = sum+p.Count, p.To.AddDays(1)
		}
		if sum != last {
			t.Fatalf("periods add up to %d, want %d", sum, last)
		}
	})
}
