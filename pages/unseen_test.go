package pages

import (
	"slices"
	"testing"

	"muster/dossier"
	"muster/findings"
	"muster/origins"
)

// What rests on words that nobody reviewed stands on no published page; curators
// see it, marked.
func TestUnreviewedWordsStandNowhere(t *testing.T) {
	days := findings.Finding{ID: "dates:june", Rule: "dates", Severity: findings.Warning, Sentence: "The sweep begins on two days.", Inputs: []findings.Input{{Exact: "June 9", Document: "d1"}}, Unreviewed: true}
	held := days
	held.ID, held.Inputs = "dates:figure", []findings.Input{{Figure: "f1", Exact: "5,000", Document: "d1"}}
	held.Unreviewed = false
	for _, published := range []bool{true, false} {
		s := newSite(&stubSource{state: fixture(t)}, Options{Published: published, Compute: func(state *dossier.State) (*origins.Trace, []findings.Finding) {
			return nil, []findings.Finding{days, held}
		}})
		v, err := s.view(t.Context(), -1)
		if err != nil {
			t.Fatal(err)
		}
		shows := func(id string) bool {
			return slices.ContainsFunc(v.findings, func(f *finding) bool { return f.ID == id })
		}
		if shows(days.ID) == published || !shows(held.ID) {
			t.Errorf("published %v: words alone %v, a reviewed figure %v", published, shows(days.ID), shows(held.ID))
		}
	}
}
