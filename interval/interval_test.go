package interval

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// anyNumber draws fractions, so that no property holds for whole numbers alone.
func anyNumber(t *rapid.T, label string) Number {
	return Frac(rapid.Int64Range(-10_000, 10_000).Draw(t, label), rapid.Int64Range(1, 12).Draw(t, label+" denominator"))
}

func anyEnd(t *rapid.T, label string) End {
	if rapid.Bool().Draw(t, label+" none") {
		return End{}
	}
	return End{anyNumber(t, label), true, rapid.Bool().Draw(t, label+" open")}
}

func anyInterval(t *rapid.T, label string) Interval {
	return Interval{anyEnd(t, label+" min"), anyEnd(t, label+" max")}
}

// member draws a number that lies in the interval; ok is false for an empty one.
func member(t *rapid.T, i Interval, label string) (n Number, ok bool) {
	if i.Empty() {
		return n, false
	}
	switch n = anyNumber(t, label); {
	case i.Contains(n):
	case i.Min.Bounded && i.Max.Bounded:
		n = i.Min.Value.Add(i.Max.Value).Div(Int(2))
	case i.Min.Bounded:
		n = i.Min.Value.Add(Int(1))
	default:
		n = i.Max.Value.Sub(Int(1))
	}
	return n, i.Contains(n)
}

func TestSumHoldsEverySumOfMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := anyInterval(t, "i"), anyInterval(t, "j")
		a, okA := member(t, i, "a")
		b, okB := member(t, j, "b")
		if okA && okB && !Sum(i, j).Contains(a.Add(b)) {
			t.Fatalf("%v + %v = %v lacks %v + %v", i, j, Sum(i, j), a, b)
		}
	})
}

func TestRatioHoldsEveryRatioOfAmounts(t *testing.T) {
	amounts := AtLeast(Number{})
	rapid.Check(t, func(t *rapid.T) {
		i, j := Meet(anyInterval(t, "i"), amounts), Meet(anyInterval(t, "j"), amounts)
		a, okA := member(t, i, "a")
		b, okB := member(t, j, "b")
		if okA && okB && b.Sign() > 0 && !Ratio(i, j).Contains(a.Div(b)) {
			t.Fatalf("%v / %v = %v lacks %v / %v", i, j, Ratio(i, j), a, b)
		}
	})
}

func TestMeetAndHullBoundTheirArguments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j, n := anyInterval(t, "i"), anyInterval(t, "j"), anyNumber(t, "n")
		if got, want := Meet(i, j).Contains(n), i.Contains(n) && j.Contains(n); got != want {
			t.Fatalf("%v in the meet of %v and %v: %v", n, i, j, got)
		}
		if (i.Contains(n) || j.Contains(n)) && !Hull(i, j).Contains(n) {
			t.Fatalf("the hull of %v and %v lacks %v", i, j, n)
		}
	})
}

func TestNegateTwiceIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if i := anyInterval(t, "i"); !Negate(Negate(i)).Equal(i) {
			t.Fatalf("%v", i)
		}
	})
}

func TestTripleOfThreeThousand(t *testing.T) {
	base := Ratio(Point(Int(3000)), Between(Frac(27, 10), Frac(33, 10)))
	if got := base.String(); got != "909.09 to 1,111.11" {
		t.Errorf("3,000 / 2.7 to 3.3 = %s", got)
	}
}

func TestString(t *testing.T) {
	for want, i := range map[string]Interval{
		"any number":        {},
		"5,750":             Point(Int(5750)),
		"more than 5,000":   MoreThan(Int(5000)),
		"at least 115":      AtLeast(Int(115)),
		"at most 21,000":    AtMost(Int(21000)),
		"less than 1,000":   LessThan(Int(1000)),
		"800 to 1,000":      Between(Int(800), Int(1000)),
		"no number":         Meet(MoreThan(Int(5)), AtMost(Int(5))),
		"-1,234.5 to -0.33": Between(Frac(-2469, 2), Frac(-1, 3)),
		"1,000,000":         Point(Int(1_000_000)),
		"more than 0.5":     MoreThan(Frac(1, 2)),
		"less than -999":    LessThan(Int(-999)),
		"at least 0":        AtLeast(Frac(-1, 1000)),
		"100 to 999,999.99": Between(Int(100), Frac(99999999, 100)),
	} {
		if got := i.String(); got != want {
			t.Errorf("got %q, expected %q", got, want)
		}
	}
}

func TestJSON(t *testing.T) {
	for want, i := range map[string]Interval{
		`{"min":5000,"max":null}`:  MoreThan(Int(5000)),
		`{"min":null,"max":21000}`: AtMost(Int(21000)),
		`{"min":0.5,"max":0.5}`:    Point(Frac(1, 2)),
		`{"min":null,"max":null}`:  {},
		`{"min":2.7,"max":3.3}`:    Between(Frac(27, 10), Frac(33, 10)),
	} {
		b, err := json.Marshal(i)
		if err != nil || string(b) != want {
			t.Errorf("got %s, %v; expected %s", b, err, want)
		}
		var back Interval
		if err := json.Unmarshal(b, &back); err != nil {
			t.Error(err)
		}
		if again, _ := json.Marshal(back); string(again) != want {
			t.Errorf("%s came back as %s", want, again)
		}
	}
}

func TestCompare(t *testing.T) {
	five, more := Point(Int(5000)), MoreThan(Int(5000))
	for name, test := range map[string]struct {
		stated, reading, other Interval
		want                   Grade
	}{
		"parts above the bound":     {more, more, Point(Int(5750)), Consistent},
		"exactly, where more":       {five, Between(Int(4500), Int(5500)), Point(Int(5400)), ConsistentWithinRounding},
		"further than any rounding": {five, Between(Int(4500), Int(5500)), Point(Int(5750)), Conflict},
	} {
		if got := Compare(test.stated, test.reading, test.other, test.other); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"5000", "-0.5", "1/3", "1e6", "1e999999999", "1/0", "0x10", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := Parse(s); err == nil {
			if _, err := Parse(n.String()); err != nil {
				t.Errorf("%q is written as %q, which cannot be read: %v", s, n.String(), err)
			}
		}
	})
}

func TestPeriods(t *testing.T) {
	may := Period{"2025-05-10", "2025-05-20"}
	if may.Days() != 11 {
		t.Errorf("%d days", may.Days())
	}
	for q, want := range map[Period]bool{
		{"2025-05-21", "2025-05-21"}: false,
		{"2025-05-20", ""}:           true,
		{"", "2025-05-09"}:           false,
		{}:                           true,
	} {
		if may.Overlaps(q) != want || q.Overlaps(may) != want {
			t.Errorf("%v and %v", may, q)
		}
	}
	if _, err := ParseDate("2025-02-30"); err == nil {
		t.Error("30 February is taken for a day")
	}
	if d, err := ParseDate("2025-06-04T10:00:00Z"); err != nil || d != "2025-06-04" {
		t.Errorf("%q, %v", d, err)
	}
}

func TestDateTime(t *testing.T) {
	for _, text := range []string{"2025-06-04", "2024-02-29", "2025-02-29", "2025-13-01", "2025-00-10", "2025-06-00", "2025-06-31", "0000-01-01", "9999-12-31", "", "2025-6-4", "2025-06-04T10:00:00Z", "20a5-06-04", "2025-0x-04", "2025/06/04"} {
		want, _ := time.Parse("2006-01-02", text)
		if got := Date(text).Time(); !got.Equal(want) {
			t.Errorf("Date(%q).Time() = %v, expected %v", text, got, want)
		}
	}
}
