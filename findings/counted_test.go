package findings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"muster/claims"
	"muster/counts"
	"muster/dossier"
	"muster/interval"
	. "muster/origins/origintest"
)

// monthly makes a series of counts by month and unit, of which the last month
// is provisional.
func monthly(units map[string][]int64, provisional bool) counts.Series {
	release := counts.Release{Date: "2025-12-01", File: "counts/bookings.csv"}
	starts := []interval.Date{"2025-06-01", "2025-07-01", "2025-08-01", "2025-09-01"}
	ends := []interval.Date{"2025-06-30", "2025-07-31", "2025-08-31", "2025-09-30"}
	for i := range starts {
		for _, unit := range []string{"", "East", "North", "South", "West", "Head office", counts.Unknown} {
			if list, ok := units[unit]; ok && i < len(list) {
				release.Points = append(release.Points, counts.Point{Period: interval.Period{From: starts[i], To: ends[i]}, Unit: unit, Count: list[i]})
			}
		}
	}
	if provisional {
		last := release.Points[len(release.Points)-1]
		release.Provisional = last.To
	}
	return counts.Series{Name: "bookings", Counts: "book-ins", Scope: "ICE", By: "month", Releases: []counts.Release{release}}
}

func TestCounted(t *testing.T) {
	demand := func(b *Builder) {
		b.Document("A", "2025-06-04", "", "Leaders demanded 3,000 arrests a day.").
			Figure("3,000 arrests a day", "3,000", 3000, claims.Exact, Counted("arrests"), Per("day"), Stage(claims.Target), Act(claims.Demand))
	}
	for _, test := range []struct {
		name  string
		build func(b *Builder)
		want  string
	}{
		{"a target told and never reached", func(b *Builder) {
			demand(b)
			b.State.Series = []counts.Series{monthly(map[string][]int64{"": {31590, 27457, 28308, 10000}}, true)}
		}, "target info conflict: Book-ins (ICE) never came above 36 per cent of 3,000 a day in 3 complete months (most in June 2025: 1,053 a day); September 2025 is not complete and left out; what was counted is book-ins, what was demanded is told as “arrests”."},
		{"a target of dossier.toml, reached", func(b *Builder) {
			b.State.Series = []counts.Series{monthly(map[string][]int64{"": {31590, 27457}}, false)}
			b.State.Settings.Targets = []dossier.Target{{Series: "bookings", Amount: 1000, Per: "day"}}
		}, "target info consistent: Book-ins (ICE) reached 1,000 a day in 1 of 2 complete months (most in June 2025: 1,053 a day)."},
		{"nothing complete", func(b *Builder) {
			demand(b)
			b.State.Series = []counts.Series{monthly(map[string][]int64{"": {31590}}, true)}
		}, "target info not-comparable: Book-ins (ICE) cannot be set against 3,000 a day: no complete month is counted."},
		{"another thing is counted", func(b *Builder) {
			demand(b)
			series := monthly(map[string][]int64{"": {31590}}, false)
			series.Counts = "vehicles"
			b.State.Series = []counts.Series{series}
		}, ""},

		{"a rule without counts", func(b *Builder) {
			b.State.Settings.Rules = []dossier.UnitRule{{Label: "Offices in the lowest 10 per cent", Percent: 10, Units: units(26), Aside: []string{"U0"}}}
		}, "lowest info unknown: Offices in the lowest 10 per cent: 10 per cent of 25 units is 2.5, so 2 or 3 are meant; no counts by unit are in the dossier to say which."},
		{"a rule with counts", func(b *Builder) {
			b.State.Series = []counts.Series{monthly(map[string][]int64{"East": {5, 9}, "North": {8, 4}, "South": {7, 6}, "West": {9, 8}, "Head office": {1, 1}, counts.Unknown: {2, 2}}, false)}
			b.State.Settings.Rules = []dossier.UnitRule{{Series: "bookings", Percent: 30, Aside: []string{"Head office"}}}
		}, "lowest info consistent: 30 per cent of 4 units is 1.2: in July 2025 that is North (rounded down to 1) or North and South (rounded up to 2); not ranked: Head office and unknown."},
		{"a tie", func(b *Builder) {
			b.State.Series = []counts.Series{monthly(map[string][]int64{"East": {5}, "North": {5}, "South": {7}, "West": {9}}, false)}
			b.State.Settings.Rules = []dossier.UnitRule{{Series: "bookings", Percent: 25}}
		}, "lowest info consistent: 25 per cent of 4 units is 1: in June 2025 that is East and North, ties included."},

		{"files that contradict themselves, repeat another, and come too early", func(b *Builder) {
			month := interval.Period{From: "2025-06-01", To: "2025-06-30"}
			release := func(date interval.Date, file, digest string, n int64) counts.Release {
				return counts.Release{Date: date, File: file, SHA256: digest, Points: []counts.Point{{Period: month, Count: n}}}
			}
			s := counts.Series{Name: "visits", Counts: "visits", By: "month", Unnamed: []string{"by boat"}, ClassMap: "rough", Releases: []counts.Release{
				release("2025-07-03", "a.xlsx", "1", 75), release("2025-08-01", "b.xlsx", "2", 100), release("2025-08-02", "c.xlsx", "2", 100), release("2025-08-03", "d.xlsx", "3", 100)}}
			s.Releases[0].Mismatches = []counts.Mismatch{{Period: month, Parts: 7, Total: 8, At: "C3"}}
			s.Falls = []counts.Fall{{Point: counts.Point{Period: month, Unit: "North"}, Before: 9, Then: 8}}
			b.State.Series = []counts.Series{s}
		}, "series warning conflict: 1 total of visits is not the sum of its parts (2025-06-01 to 2025-06-30 in the release of 2025-07-03, cell C3).\n" +
			"series warning conflict: The count of visits since its start fell, which only a correction or a new start explains: North by 2025-06-30.\n" +
			"series warning unknown: The map rough has no place for some classes of visits, which are counted as its rest: by boat.\n" +
			"series info consistent: 2 of 4 releases of visits hold nothing new and confirm nothing: 2025-08-02 repeats 2025-08-01, the same file; 2025-08-03 repeats 2025-08-02, in other bytes.\n" +
			"series info consistent: What was released of visits within 7 days of a period's end was 25 per cent short of what is counted now (1 period); a number that new is not complete."},
		{"files that hold together", func(b *Builder) {
			b.State.Series = []counts.Series{monthly(map[string][]int64{"": {31590}}, false)}
		}, ""},
		{"a shorter list", func(b *Builder) {
			lake, hill := counts.Member{Institution: "Lake"}, counts.Member{Institution: "Hill"}
			b.State.Ladders = []counts.Ladder{{Name: "joining", Title: "Joining", Stages: []string{"pending", "joined"}, Rolls: []counts.Roll{
				{Stage: "pending", Day: "2025-07-01", Members: []counts.Member{hill}},
				{Stage: "joined", Day: "2025-07-01", File: "a.csv", Members: []counts.Member{lake, lake}},
				{Stage: "joined", Day: "2025-07-08", File: "b.csv", Members: []counts.Member{lake}},
				{Stage: "joined", Day: "2025-07-09", File: "c.csv", Members: []counts.Member{lake, hill}},
				{Stage: "joined", Day: "2025-07-10", Edition: "pm", File: "d.csv", Members: []counts.Member{hill}}}}}
		}, "series info consistent: Joining: lists of joined shorter than the one before: 2025-07-08 (nobody is gone); 2025-07-10 pm (gone: Lake); 1 came from a lower stage in all."},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := &Builder{}
			test.build(b)
			if diff := cmp.Diff(test.want, sentences(check(&b.State))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func units(n int) []string {
	var out []string
	for i := range n {
		out = append(out, "U"+interval.Int(int64(i)).String())
	}
	return out
}
