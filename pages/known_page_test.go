package pages

import (
	"encoding/json"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"muster/counts"
	"muster/interval"
)

// knownJSON is index.json beside the page of a day.
type knownJSON struct {
	Day             string
	Releases, Later int
	Rows            []struct {
		From, Of  string
		Then, Now struct {
			Told        *int64
			Provisional bool
			Release     string
		}
	}
}

func TestKnownOnADay(t *testing.T) {
	for _, published := range []bool{false, true} {
		state := withOffices(t)
		h := New(&stubSource{state: state}, Options{Compute: compute, Published: published})
		_, body := get(t, h, "/series/office-visits/known/2025-03-05/index.json")
		var told knownJSON
		if err := json.Unmarshal([]byte(body), &told); err != nil {
			t.Fatal(err)
		}
		if told.Releases != 1 || told.Later != 1 || len(told.Rows) != 3 {
			t.Fatalf("published %v: %s", published, body)
		}
		for i, want := range state.Series[1].Revisions()[:3] {
			row := told.Rows[i]
			if row.From != string(want.From) || *row.Then.Told != *want.Counts[0] || *row.Now.Told != *want.Counts[1] || row.Then.Provisional != (i == 2) || row.Now.Provisional || row.Then.Release != "2025-03-05" || row.Now.Release != "2025-04-20" {
				t.Errorf("published %v: %+v, want %d and %d", published, row, *want.Counts[0], *want.Counts[1])
			}
		}
		_, page := get(t, h, "/series/office-visits/known/2025-03-05/")
		for _, want := range []string{"What was known on 5 March 2025", "1 release had been made by then, 1 release came later", "Of 1 period more nothing was told yet", "Next: 20 April 2025"} {
			if !strings.Contains(page, want) {
				t.Errorf("published %v: expected %q on the page", published, want)
			}
		}
		if _, page := get(t, h, "/series/office-visits/known/2025-04-20/"); !strings.Contains(page, "the same") || !strings.Contains(page, "Before: 5 March 2025") {
			t.Errorf("published %v: the newest day", published)
		}
		if _, series := get(t, h, "/series/office-visits/"); strings.Count(series, "known/2025-03-05/") != 2 {
			t.Errorf("published %v: expected links from the releases and below", published)
		}
		for _, none := range []string{"/series/office-visits/known/2025-03-06/", "/series/nothing/known/2025-03-05/"} {
			answer := httptest.NewRecorder()
			h.ServeHTTP(answer, httptest.NewRequest("GET", none, nil))
			if answer.Code != 404 {
				t.Errorf("%s: %d", none, answer.Code)
			}
		}
	}
}

// TestKnownHoldsWhatIsHeld: the page of a day tells what the table of revisions
// tells, and of means likewise.
func TestKnownHoldsWhatIsHeld(t *testing.T) {
	small := counts.Series{Name: "small", Counts: "arrests", By: "month"}
	means := stays("population")
	means.Releases = append([]counts.Release{means.Releases[0]}, means.Releases...)
	means.Releases[0].Date = "2025-03-01"
	for i, n := range []int64{3, 9} {
		made := interval.Date([]string{"2025-02-10", "2025-03-10"}[i])
		small.Releases = append(small.Releases, counts.Release{Date: made, File: string(made), Covers: interval.Period{From: "2025-01-01", To: "2025-01-31"},
			Points: []counts.Point{{Period: interval.Period{From: "2025-01-01", To: "2025-01-31"}, Count: n}}})
	}
	state := fixture(t)
	state.Series = append(state.Series, small, means)
	for _, published := range []bool{false, true} {
		site := newSite(&stubSource{state: state}, Options{Compute: compute, Published: published})
		_, body := get(t, site.routes(), "/series/small/known/2025-02-10/index.json")
		if strings.Contains(body, `"told": 9`) == published || strings.Contains(body, `"told": 3`) == published {
			t.Errorf("published %v: %s", published, body)
		}
		_, body = get(t, site.routes(), "/series/stays/known/2025-03-01/index.json")
		if strings.Contains(body, `"told": 3.1`) == published || !strings.Contains(body, `"of": "over all"`) {
			t.Errorf("published %v: %s", published, body)
		}
		v, err := site.view(t.Context(), -1)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(site.addresses(v), "series/small/known/2025-02-10/") {
			t.Error("a published site lacks the page")
		}
	}
}
