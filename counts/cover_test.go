package counts

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"muster/interval"
)

// secret is a hidden count that the attacker does not know: a place in a release.
type secret struct {
	release int
	Point
}

// attack is what everybody can read: sums over hidden counts, each with what
// the hidden ones in it add up to.
type attack struct {
	truth map[secret]int64
	sums  []map[secret]int64 // how often each is in a sum
}

func newAttack(s Series, smallest int, same func(secret) secret) attack {
	a := attack{truth: map[secret]int64{}}
	a.read(s, s.Cover(smallest), same)
	return a
}

// read adds what is shown of a series. same tells what the attacker takes to be
// one count.
func (a *attack) read(s Series, c Cover, same func(secret) secret) {
	hiddenOf := func(i int, keep func(interval.Period) bool) map[secret]int64 {
		out := map[secret]int64{}
		for _, p := range append(s.Releases[i].Points, c.Missing(s.Releases[i])...) {
			if keep(p.Period) && c.Cell(p) {
				out[same(secret{i, key(p)})] = 1
			}
		}
		return out
	}
	for i, r := range s.Releases {
		for _, p := range r.Points {
			if c.Cell(p) {
				a.truth[same(secret{i, key(p)})] = p.Count
			}
		}
		for _, p := range c.Missing(r) {
			a.truth[same(secret{i, p})] = 0
		}
		seen := map[interval.Period]bool{}
		for _, p := range r.Points {
			month := monthOf(p.From)
			if !seen[p.Period] && !c.totals[p.Period] {
				a.sums = append(a.sums, hiddenOf(i, func(q interval.Period) bool { return q == p.Period }))
			}
			if !seen[month] && !c.months[month] {
				a.sums = append(a.sums, hiddenOf(i, func(q interval.Period) bool { return monthOf(q.From) == month }))
			}
			seen[p.Period], seen[month] = true, true
		}
	}
	for _, m := range s.Months() {
		if c.Newest(m.Period) {
			continue
		}
		sum := map[secret]int64{}
		for _, l := range s.Levels() {
			if monthOf(l.From) == m.Period {
				for in := range hiddenOf(l.Release, func(q interval.Period) bool { return q == l.Period }) {
					sum[in] = 1
				}
			}
		}
		a.sums = append(a.sums, sum)
	}
}

// found returns a hidden count, other than 0, that the readable sums determine:
// no other table of whole numbers, none of them below the least that a hidden
// count can be, gives the same sums. Other tables are looked for where one
// count gains what another, or two others, lose.
func (a attack) found(least int64) (secret, bool) {
	var all []secret
	for s := range a.truth {
		all = append(all, s)
	}
	fits := func(move map[secret]int64) bool {
		for s, by := range move {
			if a.truth[s]+by < least {
				return false
			}
		}
		for _, sum := range a.sums {
			change := int64(0)
			for s, by := range move {
				change += sum[s] * by
			}
			if change != 0 {
				return false
			}
		}
		return true
	}
	free := map[secret]bool{}
	try := func(move map[secret]int64) {
		if fits(move) {
			for s := range move {
				free[s] = true
			}
		}
	}
	for i, x := range all {
		try(map[secret]int64{x: 1})
		for j, y := range all {
			if i != j {
				try(map[secret]int64{x: 1, y: -1})
				try(map[secret]int64{x: 1, y: 1})
			}
		}
	}
	for _, s := range all {
		if !free[s] && a.truth[s] != 0 {
			return s, true
		}
	}
	return secret{}, false
}

// drawn makes a small series: days around the end of a month, months, or weeks.
func drawn(t *rapid.T, releases int) Series {
	s := Series{By: rapid.SampledFrom([]string{"day", "month", "week"}).Draw(t, "by")}
	starts := map[string][]interval.Date{"day": {"2025-01-29", "2025-01-30", "2025-01-31", "2025-02-01"}, "month": {"2025-01-01", "2025-02-01"}, "week": {"2025-01-06", "2025-01-13"}}
	for range releases {
		var r Release
		for _, from := range starts[s.By] {
			p := widen(interval.Period{From: from, To: from}, s.By)
			if rapid.IntRange(0, 4).Draw(t, "held") == 0 {
				continue
			}
			for _, unit := range []string{"a", "b", "c"} {
				for _, class := range []string{"x", "y"}[:rapid.IntRange(1, 2).Draw(t, "classes")] {
					r.Points = append(r.Points, Point{Period: p, Unit: unit, Class: class, Count: rapid.SampledFrom([]int64{0, 0, 1, 1, 2, 3, 4, 6, 9, 20}).Draw(t, "count")})
				}
			}
		}
		s.Releases = append(s.Releases, r)
	}
	return s
}

// Nobody can work a hidden count out from the counts shown, those of periods
// and months, and the newest ones, of all releases.
func TestNoHiddenCountCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t, rapid.IntRange(1, 3).Draw(t, "releases"))
		smallest := rapid.IntRange(2, 6).Draw(t, "smallest")
		c := s.Cover(smallest)
		for _, r := range s.Releases {
			for _, p := range r.Points {
				if !c.Cell(p) && p.Count > 0 && p.Count < int64(smallest) {
					t.Fatalf("%+v shows although the smallest is %d", p, smallest)
				}
			}
			for _, row := range s.Revisions() {
				for _, n := range row.Counts {
					if n != nil && *n > 0 && *n < int64(smallest) && !c.Revision(row.Period) {
						t.Fatalf("the sum %d of %v shows although the smallest is %d", *n, row.Period, smallest)
					}
				}
			}
		}
		least := int64(1) // zeros are shown, unless they are hidden in another release
		if len(s.Releases) > 1 {
			least = 0
		}
		if at, ok := newAttack(s, smallest, func(s secret) secret { return s }).found(least); ok {
			t.Fatalf("%+v can be worked out (smallest %d): %+v", at, smallest, s)
		}
	})
}

// A release that goes on with the days of the one before it, and changes none,
// tells nothing by the difference.
func TestALongerReleaseTellsNoHiddenCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawn(t, 1)
		points := s.Releases[0].Points
		from := rapid.SampledFrom([]interval.Date{"2025-01-13", "2025-01-30", "2025-01-31", "2025-02-01"}).Draw(t, "until")
		var earlier Release
		for _, p := range points {
			if p.From < from {
				earlier.Points = append(earlier.Points, p)
			}
		}
		s.Releases = []Release{earlier, s.Releases[0]}
		smallest := rapid.IntRange(2, 6).Draw(t, "smallest")
		a := newAttack(s, smallest, func(s secret) secret { return secret{0, s.Point} })
		if at, ok := a.found(1); ok {
			t.Fatalf("%+v can be worked out (smallest %d): %+v", at, smallest, s)
		}
	})
}

// Who knows how counts are hidden, and lists all tables that would look the
// same, finds no hidden count either.
func TestKnowingTheRuleTellsNoHiddenCount(t *testing.T) {
	for _, shape := range []struct {
		releases    int
		days, units []string
		top         int64
	}{
		{1, []string{"2025-01-10"}, []string{"a", "b", "c"}, 12},
		{1, []string{"2025-01-10"}, []string{"a", "b", "c", "d"}, 8},
		{1, []string{"2025-01-10", "2025-01-11", "2025-01-12"}, []string{"a"}, 12},
		{1, []string{"2025-01-10", "2025-01-11"}, []string{"a", "b"}, 9},
		{2, []string{"2025-01-10"}, []string{"a", "b"}, 9},
	} {
		for smallest := 2; smallest <= 4; smallest++ {
			enumerate(t, smallest, shape.releases, shape.days, shape.units, shape.top)
		}
	}
}

// enumerate makes all tables with counts up to top and sets those that look the
// same against each other.
func enumerate(t *testing.T, smallest, releases int, days, units []string, top int64) {
	s := Series{By: "day", Releases: make([]Release, releases)}
	var values []*int64
	for i := range s.Releases {
		r := &s.Releases[i]
		for _, day := range days {
			for _, unit := range units {
				r.Points = append(r.Points, Point{Period: interval.Period{From: interval.Date(day), To: interval.Date(day)}, Unit: unit})
			}
		}
		for j := range r.Points {
			values = append(values, &r.Points[j].Count)
		}
	}
	type place struct {
		look  string
		place int
	}
	first := map[place]int64{} // the value that a hidden place has in the first table
	other := map[place]bool{}  // another table has another value
	judged := map[place]bool{} // a table with room above its counts looks so: what it tells is not told by top
	for more := true; more; {
		c := s.Cover(smallest)
		look, hidden, highest := "", []int{}, int64(0)
		for _, r := range s.Releases {
			sums := map[interval.Period]int64{}
			month := int64(0)
			for _, p := range r.Points {
				sums[p.Period] += p.Count
				month += p.Count
			}
			for _, day := range days {
				if p := (interval.Period{From: interval.Date(day), To: interval.Date(day)}); !c.totals[p] {
					look += fmt.Sprint(" ", day[8:], "=", sums[p])
				}
			}
			if !c.Revision(monthOf("2025-01-01")) {
				look += fmt.Sprint(" month=", month)
			}
		}
		n := 0
		for _, r := range s.Releases {
			for _, p := range r.Points {
				if highest = max(highest, p.Count); c.Cell(p) {
					hidden = append(hidden, n)
					look += " few"
				} else {
					look += fmt.Sprint(" ", p.Count)
				}
				n++
			}
		}
		for _, n := range hidden {
			at := place{look, n}
			if v, ok := first[at]; !ok {
				first[at] = *values[n]
			} else if v != *values[n] {
				other[at] = true
			}
			judged[at] = judged[at] || highest <= top-2
		}
		more = false
		for _, v := range values {
			if *v++; *v <= top {
				more = true
				break
			}
			*v = 0
		}
	}
	found := 0
	for at, value := range first {
		if judged[at] && !other[at] && value != 0 {
			if found++; found < 6 {
				t.Errorf("smallest %d, %d releases, %d days: what looks like %q tells that place %d is %d", smallest, releases, len(days), at.look, at.place, value)
			}
		}
	}
}

func TestCoverOfOneTable(t *testing.T) {
	january, quarter := monthOf("2025-01-01"), interval.Period{From: "2025-01-01", To: "2025-03-31"}
	point := func(p interval.Period, unit string, n int64) Point { return Point{Period: p, Unit: unit, Count: n} }
	for _, c := range []struct {
		name     string
		releases []Release
		hidden   string // units, of the first release
		total    bool
	}{
		{"nothing is small", []Release{{Points: []Point{point(january, "a", 5), point(january, "b", 0)}}}, "", false},
		{"another goes with a small one", []Release{{Points: []Point{point(january, "a", 3), point(january, "b", 7), point(january, "c", 9)}}}, "ab", false},
		{"first what has no unit", []Release{{Points: []Point{point(january, "a", 3), point(january, "b", 7), point(january, Unknown, 9)}}}, "a" + Unknown, false},
		{"a small one alone hides the sum", []Release{{Points: []Point{point(january, "a", 3)}}}, "a", true},
		{"the least that they can be", []Release{{Points: []Point{point(january, "a", 1), point(january, "b", 5), point(january, "c", 9)}}}, "abc", true},
		{"small in another release", []Release{{Points: []Point{point(january, "a", 30), point(january, "b", 7), point(january, "c", 9)}}, {Points: []Point{point(january, "b", 2), point(january, "c", 9)}}}, "abc", false},
		{"a longer period around it", []Release{{Points: []Point{point(quarter, "a", 30)}}, {Points: []Point{point(january, "a", 2)}}}, "a", true},
	} {
		s := Series{By: "month", Releases: c.releases}
		cover, hidden := s.Cover(5), ""
		for _, p := range c.releases[0].Points {
			if cover.Cell(p) {
				hidden += p.Unit
			}
		}
		if total := cover.Revision(c.releases[0].Points[0].Period); hidden != c.hidden || total != c.total {
			t.Errorf("%s: hidden %q and total %v, want %q and %v", c.name, hidden, total, c.hidden, c.total)
		}
	}
}

// A small day that a later release adds would be the difference of two months.
func TestADayAddedHidesTheMonth(t *testing.T) {
	days := []Point{}
	for i, n := range []int64{3, 20, 30, 2} {
		d := interval.Date("2025-01-10").AddDays(i)
		days = append(days, Point{Period: interval.Period{From: d, To: d}, Count: n})
	}
	s := Series{By: "day", Releases: []Release{{Points: days[:3]}, {Points: days}}}
	month := monthOf("2025-01-01")
	if c := s.Cover(5); !c.Revision(month) || !c.Newest(month) {
		t.Error("the month shows in both releases, and their difference is the hidden 2 of the last day")
	}
	s.Releases = s.Releases[1:]
	if c := s.Cover(5); c.Revision(month) || c.Newest(month) || !c.Cell(days[1]) || c.Cell(days[2]) {
		t.Error("in one release the two small days and the first other are hidden, and the month is shown")
	}
}

func BenchmarkCover(b *testing.B) {
	s := Series{By: "day"}
	for range 10 {
		var r Release
		for day := range 500 {
			d := interval.Date("2024-01-01").AddDays(day)
			for unit := range 25 {
				r.Points = append(r.Points, Point{Period: interval.Period{From: d, To: d}, Unit: fmt.Sprint("unit ", unit), Count: int64((day*7 + unit*13) % 60)})
			}
		}
		s.Releases = append(s.Releases, r)
	}
	for b.Loop() {
		s.Cover(5)
	}
}
