package formula_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"muster/interval"
	"muster/interval/formula"
)

func count(i interval.Interval, per string) formula.Value {
	return formula.Value{Stated: i, Reading: i, Unit: formula.UnitOf("", per)}
}

func values() map[string]formula.Value {
	n := interval.Int
	return map[string]formula.Value{
		"guard":  count(interval.AtMost(n(21000)), ""),
		"agents": count(interval.MoreThan(n(5000)), ""),
		"ice":    count(interval.Point(n(3000)), ""),
		"border": {Stated: interval.Point(n(500)), Reading: interval.Between(n(450), n(550)), Unit: formula.UnitOf("", "")},
		"rate":   count(interval.Point(n(3000)), "day"),
		"cost":   {Stated: interval.Point(n(96)), Reading: interval.Point(n(96)), Unit: formula.UnitOf("USD", "")},
		"share":  {Stated: interval.Point(interval.Frac(1, 10)), Reading: interval.Point(interval.Frac(1, 10)), Unit: formula.UnitOf("share", "")},
	}
}

func TestEval(t *testing.T) {
	for text, want := range map[string][2]formula.Truth{
		"guard / agents <= 5":              {formula.Yes, formula.Yes},
		"guard / agents <= 4":              {formula.Maybe, formula.Maybe},
		"ice + border == agents":           {formula.No, formula.No},
		"ice + border + 2_000 == agents":   {formula.Yes, formula.Yes},
		"border > 500":                     {formula.No, formula.Maybe},
		"border >= 500":                    {formula.Yes, formula.Maybe},
		"ice * 2 < 6001":                   {formula.Yes, formula.Yes},
		"ice - border > 2000 && rate > 1":  {formula.Yes, formula.Yes},
		"ice < 1 || ice > 1":               {formula.Yes, formula.Yes},
		"!(ice < 1)":                       {formula.Yes, formula.Yes},
		"ice != 3000":                      {formula.No, formula.No},
		"share * ice == 300":               {formula.Yes, formula.Yes},
		"rate / ice == 1":                  {formula.Yes, formula.Yes},
		"0.1 * ice == 300":                 {formula.Yes, formula.Yes},
		"(ice + ice) / (border * 2) == 6.": {formula.Yes, formula.Yes},
	} {
		f, err := formula.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got, err := f.Eval(values())
		if err != nil || got.Stated != want[0] || got.Reading != want[1] {
			t.Errorf("%s: stated %v, reading %v, error %v; expected %v", text, got.Stated, got.Reading, err, want)
		}
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"ice":             "expected a comparison, such as ice <= 5",
		"ice <":           "character 6:",
		"ice < 5 < 6":     "found a comparison",
		"ice && border":   "found an amount",
		"f(ice) < 3":      "names, numbers",
		"ice < \"5\"":     "expected a number or a name",
		"ice % 2 == 0":    "found %",
		"-ice < 3":        "expected ! before",
		"ice < 0x10":      "expected a decimal number",
		"ice < 5\n":       "expected one line",
		"nobody < 5":      "nothing is known of nobody",
		"ice + rate < 5":  "the left side of + is a count, the right side a count by the day",
		"cost > ice":      "the left side of > is USD, the right side a count",
		"ice / 0 < 1":     "expected an amount above 0",
		"(3-5) * ice < 1": "expected amounts of at least 0",
		strings.Repeat("(", 60) + "ice" + strings.Repeat(")", 60) + " < 1": "at most 50",
	} {
		f, err := formula.Parse(text)
		if err == nil {
			_, err = f.Eval(values())
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, expected …%s…", text, err, want)
		}
	}
}

// TestSound draws whole numbers inside random intervals: a comparison that is
// said to hold holds of them, and one that is said not to hold does not.
func TestSound(t *testing.T) {
	texts := []string{"a + b <= c", "a * b > c", "a - b < c", "a / b >= c", "a * 2 == b + c"}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(texts).Draw(t, "expression")
		wide, exact := map[string]formula.Value{}, map[string]formula.Value{}
		for _, name := range []string{"a", "b", "c"} {
			low, high := rapid.Int64Range(1, 9).Draw(t, "low"), rapid.Int64Range(1, 9).Draw(t, "high")
			low, high = min(low, high), max(low, high)
			wide[name] = count(interval.Between(interval.Int(low), interval.Int(high)), "")
			wide[name] = formula.Value{Stated: wide[name].Stated, Reading: wide[name].Reading}
			exact[name] = formula.Value{Stated: interval.Point(interval.Int(rapid.Int64Range(low, high).Draw(t, "value")))}
			exact[name] = formula.Value{Stated: exact[name].Stated, Reading: exact[name].Stated}
		}
		f, err := formula.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		all, errAll := f.Eval(wide)
		one, errOne := f.Eval(exact)
		if errAll != nil || errOne != nil {
			t.Fatal(errAll, errOne)
		}
		if all.Stated == formula.Yes && one.Stated == formula.No && !strings.Contains(text, "==") || all.Stated == formula.No && one.Stated == formula.Yes {
			t.Fatalf("%s is %v of the intervals and %v of values in them", text, all.Stated, one.Stated)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a / b <= 5", "(a+b)*2 == c && !(a < 1)", "func() {} < 1", "a[0] < b.c", "1e999 < a", "a < 'x'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parsed, err := formula.Parse(text)
		if err != nil {
			return
		}
		known := map[string]formula.Value{}
		for _, name := range parsed.Names() {
			known[name] = formula.Value{Stated: interval.Point(interval.Int(7)), Reading: interval.AtLeast(interval.Int(2))}
		}
		if _, err := parsed.Eval(known); err != nil && !strings.Contains(err.Error(), "character") {
			t.Fatalf("error %v does not say where", err)
		}
	})
}
