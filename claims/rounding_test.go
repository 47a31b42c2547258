package claims

import (
	"testing"

	"muster/interval"
)

func loadTestRounding(t *testing.T) *Rounding {
	t.Helper()
	r, err := LoadRounding()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRoundingReading(t *testing.T) {
	r := loadTestRounding(t)
	n := interval.Int
	for _, test := range []struct {
		name      string
		qualifier Qualifier
		stated    interval.Interval
		words     string
		want      string
	}{
		{"not round", Exact, interval.Point(n(3012)), "3,012", "3,012"},
		{"said to be exact", Exact, interval.Point(n(3000)), "exactly 3,000", "3,000"},
		{"half of the last place", Exact, interval.Point(n(250)), "250", "245 to 255"},
		{"at most a tenth", Exact, interval.Point(n(3000)), "3,000", "2,700 to 3,300"},
		{"scale words", Exact, interval.Point(n(1200000)), "1.2 million", "1,150,000 to 1,250,000"},
		{"about", About, interval.Point(n(1000)), "about 1,000", "900 to 1,100"},
		{"about a multiple", About, interval.Point(n(3)), "approximately triple", "2.7 to 3.3"},
		{"a bare multiple", Exact, interval.Point(n(3)), "triple", "3"},
		{"more than", MoreThan, interval.MoreThan(n(250)), "more than 250", "more than 245"},
		{"at most", AtMost, interval.AtMost(n(21000)), "up to 21,000", "at most 21,500"},
		{"range", Range, interval.Between(n(800), n(1000)), "800 to 1,000", "750 to 1,100"},
		{"dozens", Vague, interval.Interval{}, "dozens of", "24 to 99"},
		{"hundreds", Vague, interval.Interval{}, "Hundreds", "200 to 999"},
		{"the longest vague words", Vague, interval.Interval{}, "tens of thousands of", "20,000 to 99,999"},
	} {
		if got := r.Reading(test.qualifier, test.stated, test.words).String(); got != test.want {
			t.Errorf("%s: %q reads %s, expected %s", test.name, test.words, got, test.want)
		}
	}
}

// "approximately triple" against 3,000 a day implies a base of 909 to 1,111.
func TestRoundingOfTripleImpliesTheBase(t *testing.T) {
	r := loadTestRounding(t)
	factor := r.Reading(About, interval.Point(interval.Int(3)), "approximately triple")
	if got := interval.Ratio(interval.Point(interval.Int(3000)), factor).String(); got != "909.09 to 1,111.11" {
		t.Errorf("found a base of %s", got)
	}
}

func TestParseRoundingSaysWhatIsWrong(t *testing.T) {
	for _, text := range []string{"", "version = ", "version = \"1\"", "version = \"1\"\n[bare]\nat_most = \"0.1\"\n[about]\nwithin = \"0.1\"\n[vague]\nmany = []\n"} {
		if _, err := ParseRounding([]byte(text)); err == nil {
			t.Errorf("%q: expected an error", text)
		}
	}
}
