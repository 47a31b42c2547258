package counts

import (
	"slices"
	"strings"
	"testing"

	"muster/interval"
)

// Mistakes that published numbers on such operations have had. In each test the
// mistake is made, and caught: refused with the reason, or marked.
func TestKnownMistakes(t *testing.T) {
	made := func(name, counts, scope string, months ...int64) Series {
		s := Series{Name: name, Counts: counts, Scope: scope, By: "month", Releases: []Release{{Date: "2025-12-31", Covers: interval.Period{From: "2025-01-01", To: "2025-12-31"}}}}
		for i, n := range months {
			p := monthOf(interval.Date("2025-01-01").AddDays(31 * i))
			s.Releases[0].Points = append(s.Releases[0].Points, Point{Period: p, Count: n})
		}
		return s
	}
	refused := func(t *testing.T, err error, why string) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("got %v, want it refused: %s", err, why)
		}
	}
	arrests := made("arrests", "arrests", "ICE", 30000, 33000)

	t.Run("1 one thing told as another", func(t *testing.T) {
		_, err := Compare(arrests, made("removals", "deportations", "ICE", 30000, 33000))
		refused(t, err, "arrests counts arrests (arrest), removals counts deportations (removal)")
		_, err = arrests.Attain(Goal{Amount: interval.Int(3000), Per: "day", Facts: Facts{Name: "the target", Counts: "removals", Kind: "removal", Measure: PerPeriod}})
		refused(t, err, "the target counts removals")
		if words := Kind("removal").Synonyms(); !slices.Contains(words, "deportations") {
			t.Errorf("what would fit is not told: %v", words)
		}
	})
	t.Run("2 the number of a department for that of an agency", func(t *testing.T) {
		_, err := Compare(arrests, made("all", "arrests", "all of DHS", 60000, 66000))
		refused(t, err, "arrests covers ICE, all covers all of DHS")
		byOthers := made("turned over", "arrests", "ICE", 30000, 33000)
		byOthers.PerformedBy, arrests.PerformedBy = "CBP", "ICE"
		_, err = Compare(arrests, byOthers)
		refused(t, err, "done by ICE")
		arrests.PerformedBy = ""
	})
	t.Run("3 a part against the whole, one label for two sets", func(t *testing.T) {
		faq, later := arrests, arrests
		faq.Name, faq.ClassMap, later.Name, later.ClassMap = "faq", "ddp-faq-2025", "later", "ddp-2026"
		_, err := Compare(faq, later)
		refused(t, err, "the same label names different sets")
	})
	t.Run("4 duplicates: both copies dropped, rows without an identifier lost", func(t *testing.T) {
		d := readArrests(t, ChainOfADay).Duplicates
		if d.After <= d.WithoutCopies() || d.After <= d.WithoutUnknown() || d.WithoutID != 3 {
			t.Errorf("the slips are not told apart: %+v", d)
		}
		other := arrests
		other.Name, other.Duplicates = "other", string(DistinctRows)
		a, err := Compare(arrests, other)
		if err != nil || len(a.Cautions) != 1 || !strings.Contains(a.Cautions[0], "unlike rules") {
			t.Errorf("unlike rules are set against each other without a word: %v, %v", a.Cautions, err)
		}
	})
	t.Run("5 the last days are low, and are made into a month", func(t *testing.T) {
		s := series(t, "day", Columns{Date: "d", Count: "n"}, daily("2025-06-01", 10, 1200))
		// The days that are not complete are left out, and the days beyond are not made up.
		a, err := s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-30"})
		if err != nil || a.Days != 8 || a.Count != 9600 || a.To != "2025-06-08" {
			t.Errorf("ten days became %+v, %v", a, err)
		}
		s.Releases[0].Provisional = ""
		_, err = s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-30"})
		refused(t, err, "is not covered from 2025-06-11 on")
		s.Releases[0].Provisional = "2025-06-09"
		if months := s.Months(); len(months) != 1 || months[0].Complete {
			t.Errorf("ten days are a month: %+v", months)
		}
		// A file of few rows whose last date lies after it was made: a slip, set aside.
		late, err := Read(t.Context(), "arrests-2025-06-11.csv", strings.NewReader("d\n2025-06-01\n2025-06-02\n2025-06-03\n2025-06-04\n2026-06-03\n"), Columns{Date: "d"}, "day")
		if err != nil || late[0].Counted != 4 || len(late[0].SetAside) != 1 {
			t.Errorf("a date to come is counted: %+v, %v", late, err)
		}
		if a, err := s.Attain(Goal{Amount: interval.Int(1000), Per: "day"}); err != nil || len(a.Periods) != 0 || len(a.Left) != 1 {
			t.Errorf("ten days met a target: %+v, %v", a, err)
		}
	})
	t.Run("6 releases spliced without a mark, published again as if new", func(t *testing.T) {
		s := series(t, "day", Columns{Date: "day", Count: "n", Release: "released"},
			"released,day,n\n2025-07-01,2025-06-01,5\n2025-07-01,2025-06-02,5\n2025-08-01,2025-06-03,9\n2025-08-01,2025-06-04,9\n")
		a, err := s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-04"})
		if err != nil || a.Splices != 1 {
			t.Errorf("a seam is not told: %+v, %v", a, err)
		}
		again := arrests
		again.Releases = append(slices.Clone(arrests.Releases), arrests.Releases[0])
		again.Releases[1].File = "again.csv"
		if twins := again.Twins(); len(twins) != 1 {
			t.Errorf("a release that is published again is not told: %v", twins)
		}
	})
	t.Run("7 a sum since October as a month; zero for not yet", func(t *testing.T) {
		since := made("since October", "arrests", "ICE", 5000, 9000)
		since.Measure = SinceStart
		_, err := Compare(arrests, since)
		refused(t, err, "counted since a start")
		_, err = since.Attain(Goal{Amount: interval.Int(3000), Per: "day"})
		refused(t, err, "turn it into counts within periods first")
		_, err = since.AverageOver(interval.Period{From: "2025-01-01", To: "2025-02-28"})
		refused(t, err, "do not add up")
		r, err := readTable(t, "a-2025-02-10.xlsx", workbook(t, "\nS\nVisits 2025\nOffice | Jan | Feb | Mar\nNorth | 5 | 0 | 0\nSouth | 0 | 0 | \n"), Wide{Table: "Visits*"})
		if err != nil || len(r.Points) != 2 || r.Covers.To != "2025-01-31" {
			t.Errorf("months to come count zero: %+v, %v", r.Points, err)
		}
		population := made("detained", "average daily population", "ICE", 57000, 59000)
		_, err = population.AverageOver(interval.Period{From: "2025-01-01", To: "2025-02-28"})
		refused(t, err, "a level at a time")
	})
	t.Run("8 means taken for counts, and added up", func(t *testing.T) {
		_, err := readTable(t, "a-2025-02-10.xlsx", workbook(t, "\nS\nStays 2025\nOffice | Jan\nNorth | 44.3\nSouth | 12.9\n"), Wide{Table: "Stays*"})
		refused(t, err, "averages and lengths are not counts")
		mean := made("stays", "days", "ICE")
		mean.Measure = OnAverage
		_, err = mean.AverageOver(interval.Period{From: "2025-01-01", To: "2025-02-28"})
		refused(t, err, "a mean that the file tells")
	})
	t.Run("8 the wrong number of days, and edges filled with zeros", func(t *testing.T) {
		s := series(t, "day", Columns{Date: "d", Count: "n", Release: "released"}, "released,d,n\n2025-07-01,2025-06-01,7\n2025-07-01,2025-06-02,14\n2025-07-01,2025-06-03,21\n2025-07-01,2025-06-04,28\n")
		a, err := s.AverageOver(interval.Period{From: "2025-06-01", To: "2025-06-04"})
		if err != nil || a.Days != 4 || a.OddDays != 4 || !a.PerDay.Equal(interval.Frac(70, 4)) {
			t.Errorf("got %+v, %v", a, err)
		}
		moving := s.MovingAverages(3)
		if len(moving) != 2 || moving[0].Day != "2025-06-03" || !moving[0].PerDay.Equal(interval.Int(14)) {
			t.Errorf("got %v, want whole windows only", moving)
		}
		_, err = arrests.AverageOver(interval.Period{From: "2025-01-20", To: "2025-02-28"})
		refused(t, err, "over the edge")
	})
	t.Run("9 units that are spelt otherwise, moved, or missing", func(t *testing.T) {
		s := series(t, "month", Columns{Date: "d", Unit: "aor"}, "d,aor\n2025-06-01,St Paul Area of Responsibility\n2025-06-01,St. Paul Area of Responsibility\n2025-06-01,\n2025-06-01,HQ Area of Responsibility\n")
		parts := s.PartsOf(month("2025-06-01"), registry(t).Aside())
		if parts.Units != 1 || parts.Sum != 2 || parts.Unknown != 1 || parts.Aside != 1 || parts.Total != 4 {
			t.Errorf("got %+v", parts)
		}
	})
	t.Run("10 derivations of one count taken for several witnesses", func(t *testing.T) {
		one, other := made("table", "arrests", "ICE", 30000, 33000), made("institute", "arrests", "ICE", 29700, 32800)
		one.Origin, other.Origin = "the agency's own files", "the agency's own files"
		a, err := Compare(one, other)
		if err != nil || len(a.Origins) != 1 {
			t.Errorf("two derivations are %d origins, %v", len(a.Origins), err)
		}
		other.Origin = ""
		if a, err = Compare(one, other); err != nil || len(a.Unsaid) != 1 {
			t.Errorf("an origin that nobody told is counted: %+v, %v", a, err)
		}
	})
}
