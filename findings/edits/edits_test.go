package edits_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/findings/edits"
	"muster/interval"
)

func n(i int64) interval.Number { return interval.Int(i) }

func point(i int64) interval.Interval { return interval.Point(n(i)) }

// randomSystem draws a few amounts of at most six and edits over them, with what
// is known of each: nothing, a point, or one or two ends.
func randomSystem(t *rapid.T) edits.System {
	count := rapid.IntRange(2, 5).Draw(t, "variables")
	var s edits.System
	for range count {
		low, high := rapid.Int64Range(0, 6).Draw(t, "low"), rapid.Int64Range(0, 6).Draw(t, "high")
		if low > high {
			low, high = high, low
		}
		known := interval.Between(n(low), n(high))
		known.Min.Open, known.Max.Open = rapid.Bool().Draw(t, "open"), rapid.Bool().Draw(t, "open")
		switch rapid.IntRange(0, 4).Draw(t, "known") {
		case 0:
			known = interval.Interval{}
		case 1:
			known = point(low)
		case 2:
			known.Max = interval.End{}
		case 3:
			known.Min = interval.End{}
		}
		s.Known = append(s.Known, known)
	}
	for range rapid.IntRange(1, 4).Draw(t, "edits") {
		order := rapid.Permutation(indices(count)).Draw(t, "order")
		e := edits.Edit{Kind: edits.Kind(rapid.IntRange(0, 3).Draw(t, "kind")), First: order[0]}
		switch e.Kind {
		case edits.Balance:
			e.Rest, e.Open = order[1:rapid.IntRange(2, count).Draw(t, "parts")], rapid.Bool().Draw(t, "open list")
		case edits.Ratio:
			if count < 3 {
				continue
			}
			e.Rest = order[1:3]
		default:
			e.Rest = order[1:2]
		}
		s.Edits = append(s.Edits, e)
	}
	return s
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// assignments returns all true ones with whole numbers from 0 to 6.
func assignments(s edits.System) [][]interval.Number {
	var out [][]interval.Number
	values := make([]interval.Number, len(s.Known))
	var fill func(int)
	fill = func(v int) {
		if v == len(values) {
			if s.Holds(values) {
				out = append(out, slices.Clone(values))
			}
			return
		}
		for i := range int64(7) {
			values[v] = n(i)
			fill(v + 1)
		}
	}
	fill(0)
	return out
}

// TestNarrowingKeepsWhatIsTrue compares narrowing with brute force: it never
// leaves out an assignment that satisfies all edits, and blames nobody where
// there is one.
func TestNarrowingKeepsWhatIsTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSystem(t)
		narrowed, all := s.Narrow(), assignments(s)
		if narrowed.Conflict && len(all) > 0 {
			t.Fatalf("conflict, but %v satisfies %+v", all[0], s)
		}
		for _, values := range all {
			for v, value := range values {
				if !narrowed.Bounds[v].Contains(value) {
					t.Fatalf("amount %d may be %s and was narrowed to %s: %+v", v, value, narrowed.Bounds[v], s)
				}
			}
		}
	})
}

// TestBlame shows that a conflict's blamed amounts are enough for it: with
// nothing known of all others it remains.
func TestBlame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSystem(t)
		narrowed := s.Narrow()
		if !narrowed.Conflict {
			return
		}
		for v := range s.Known {
			if !slices.Contains(narrowed.Blamed, v) {
				s.Known[v] = interval.Interval{}
			}
		}
		if again := assignments(s); len(again) > 0 {
			t.Fatalf("blamed %v, but without the others %v is true", narrowed.Blamed, again[0])
		}
	})
}

// TestSuspects compares the answers with brute force over all sets.
func TestSuspects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSystem(t)
		weights := rapid.SliceOfN(rapid.IntRange(1, 3), len(s.Known), len(s.Known)).Draw(t, "weights")
		answers := s.Suspects(weights)
		if !s.Narrow().Conflict {
			if answers != nil {
				t.Fatalf("suspects %v in a system that holds", answers)
			}
			return
		}
		best, found := -1, [][]int(nil)
		for set := 1; set < 1<<len(s.Known); set++ {
			var free []int
			weight, known := 0, slices.Clone(s.Known)
			for v := range known {
				if set>>v&1 == 1 {
					free, weight, known[v] = append(free, v), weight+weights[v], interval.Interval{}
				}
			}
			if len(free) > 3 || (edits.System{Known: known, Edits: s.Edits}).Narrow().Conflict {
				continue
			}
			switch {
			case best < 0 || weight < best:
				best, found = weight, [][]int{free}
			case weight == best:
				found = append(found, free)
			}
		}
		slices.SortFunc(found, slices.Compare)
		var got [][]int
		for _, a := range answers {
			got = append(got, a.Variables)
		}
		if !slices.EqualFunc(found, got, slices.Equal) {
			t.Fatalf("suspects %v, expected %v of weight %d in %+v", got, found, best, s)
		}
	})
}

func TestNarrowWorkedByHand(t *testing.T) {
	const total, ice, justice, border, tax = 0, 1, 2, 3, 4
	list := edits.Edit{Kind: edits.Balance, First: total, Rest: []int{ice, justice, border, tax}}
	s := edits.System{Known: []interval.Interval{interval.AtMost(n(6000)), point(3000), point(2000), point(500), {}}, Edits: []edits.Edit{list}}
	narrowed := s.Narrow()
	if got := narrowed.Bounds[tax].String(); got != "0 to 500" {
		t.Errorf("the part without a number is %s", got)
	}
	if got := narrowed.Bounds[total].String(); got != "5,500 to 6,000" {
		t.Errorf("the total is %s", got)
	}
	if got := s.Depends(&narrowed, tax, true); !slices.Equal(got, []int{total, ice, justice, border}) {
		t.Errorf("the part rests on %v", got)
	}
	s.Known = []interval.Interval{interval.Between(n(5000), n(6000)), point(3000), point(2000), point(5000), point(250)}
	answers := s.Suspects([]int{1, 1, 1, 1, 1})
	if len(answers) != 2 || answers[1].Variables[0] != border || answers[1].Allowed[0].String() != "0 to 750" {
		t.Errorf("suspects are %+v", answers)
	}
}

func TestRoundsAreBounded(t *testing.T) { // x = 1/2 y and y = x: only 0, which halving never reaches
	s := edits.System{Known: []interval.Interval{interval.Between(n(0), n(100)), interval.Between(n(0), n(100)), interval.Point(interval.Frac(1, 2))},
		Edits: []edits.Edit{{Kind: edits.Ratio, First: 0, Rest: []int{2, 1}}, {Kind: edits.Equality, First: 0, Rest: []int{1}}}}
	if narrowed := s.Narrow(); narrowed.Settled || narrowed.Conflict || !narrowed.Bounds[0].Contains(n(0)) {
		t.Errorf("settled %v, conflict %v, %s", narrowed.Settled, narrowed.Conflict, narrowed.Bounds[0])
	}
}
