package pages

import (
	"strings"
	"testing"

	"muster/counts"
	"muster/interval"
	"muster/pages/drawing"
)

// daily is a series of 75 days in two releases; the last days are provisional,
// and of the second the count is small.
func daily() counts.Series {
	var points []counts.Point
	for i := range int64(75) {
		d := interval.Date("2025-04-10").AddDays(int(i))
		n := 80 + i*3 + 40*(i%7)/3
		if i == 1 {
			n = 2
		}
		if i > 72 {
			n = 30
		}
		points = append(points, counts.Point{Period: interval.Period{From: d, To: d}, Count: n})
	}
	release := func(date, file string, points []counts.Point) counts.Release {
		last := points[len(points)-1].To
		return counts.Release{Date: interval.Date(date), File: file, SHA256: file, Points: points, Provisional: last.AddDays(-1), Covers: interval.Period{From: points[0].From, To: last}}
	}
	return counts.Series{Name: "walks", Title: "Patrol walks", Counts: "walks", Source: "Fire Office", By: "day", Releases: []counts.Release{
		release("2025-06-05", "counts/walks-1.csv", points[:55]), release("2025-06-25", "counts/walks-2.csv", points), release("2025-06-26", "counts/walks-3.csv", points)}}
}

func TestDailyChart(t *testing.T) {
	series := daily()
	cover := series.Cover(5)
	c := newDayChart(series, cover, true, &goal{Amount: interval.Int(300), Per: "day", Label: "target"})
	if len(c.Days) != 75 || c.Goal == nil {
		t.Fatalf("%d days, goal %v", len(c.Days), c.Goal)
	}
	held := []string{}
	for i, d := range c.Days {
		if d.Hidden {
			held = append(held, string(d.From))
		}
		// Means need 7 days that are complete, of which none is held.
		if want := i >= 8 && i < 73; (d.Mean != nil) != want {
			t.Errorf("%s has a mean: %v, want %v", d.From, d.Mean != nil, want)
		}
		if d.Incomplete != (i >= 73) {
			t.Errorf("%s is incomplete: %v", d.From, d.Incomplete)
		}
	}
	if got := strings.Join(held, " "); got != "2025-04-10 2025-04-11" {
		t.Errorf("held are %q, want the small day and one more", got)
	}
	drawn := map[drawing.Role]int{}
	for _, m := range c.draw("days", "Patrol walks").Marks {
		switch m := m.(type) {
		case drawing.Rect:
			drawn[m.Role]++
		case drawing.Line:
			drawn[m.Role]++
		}
	}
	if drawn[drawing.Mean] != 1 || drawn[drawing.Day] != 71 || drawn[drawing.Incomplete] != 2 || drawn[drawing.Target] != 1 {
		t.Errorf("drawn are %v, want one line of means, one of the target, 71 full days and 2 hatched ones", drawn)
	}
	if c := newDayChart(series, cover, false, nil); c.Days[1].Hidden || !c.Days[1].Held {
		t.Error("curators see the small day, marked")
	}
	if newDayChart(inspections(), counts.Cover{}, true, nil) != nil {
		t.Error("a monthly series has a daily chart")
	}
}

func rects(d drawing.Drawing) (n int) {
	for _, m := range d.Marks {
		if _, ok := m.(drawing.Rect); ok {
			n++
		}
	}
	return n
}

func TestReleasesAreTold(t *testing.T) {
	told := strings.Join(releaseNotes(daily()), "\n")
	for _, want := range []string{"which tells up to", "is provisional", "The release of 26 June 2025 holds the same numbers as that of 25 June 2025, in other bytes."} {
		if !strings.Contains(told, want) {
			t.Errorf("expected %q in:\n%s", want, told)
		}
	}
	seam := counts.Series{By: "month", Releases: []counts.Release{{Date: "2025-02-03", Points: inspections().Releases[0].Points[:2]}, {Date: "2025-03-03", Points: inspections().Releases[0].Points[2:4]}}}
	for i := range seam.Releases {
		points := seam.Releases[i].Points
		seam.Releases[i].Covers = interval.Period{From: points[0].From, To: points[len(points)-1].To}
	}
	if told := strings.Join(releaseNotes(seam), "\n"); !strings.Contains(told, "Seam at 1 February 2025") || !strings.Contains(told, "cannot be checked") {
		t.Errorf("the seam is not told: %s", told)
	}
	if rows := revisions(seam, counts.Cover{}, true); len(rows) != 2 || rows[0].Seam || !rows[1].Seam {
		t.Errorf("expected the seam at the second of two rows: %+v", rows)
	}
}

// A unit's month is told only where each of its days is.
func TestUnitsAreDrawnWithoutHeldCounts(t *testing.T) {
	series := daily()
	for i := range series.Releases {
		var points []counts.Point
		for _, p := range series.Releases[i].Points {
			p.Unit = "north"
			south := p
			south.Unit, south.Count = "south", 50
			points = append(points, p, south)
		}
		series.Releases[i].Points = points
	}
	cover := series.Cover(5) // 2 in the north on 11 April
	list := levels(series, cover, true)
	c := newUnitsChart(series, cover, true, list)
	if len(c.Units) != 2 || len(c.Periods) != 3 {
		t.Fatalf("%d units, %d periods", len(c.Units), len(c.Periods))
	}
	for _, u := range c.Units {
		for i, b := range u.Bars {
			if b.Hidden != (i == 0) {
				t.Errorf("%s, %s: hidden %v", u.Unit, b.From, b.Hidden)
			}
		}
	}
	c.draw("x", func(more string) string { return more })
	for _, u := range c.Units {
		if n := rects(u.Drawing); n != 2 { // April is crossed
			t.Errorf("%s has %d bars, want 2", u.Unit, n)
		}
	}
	if list[0].Hidden || c.Units[1].Bars[1].Count != 31*50 {
		t.Errorf("April is hidden in all: %v; May in the south is %d, want 1550", list[0].Hidden, c.Units[1].Bars[1].Count)
	}
	if newUnitsChart(daily(), cover, true, list) != nil {
		t.Error("a series without units has small drawings of them")
	}
}
