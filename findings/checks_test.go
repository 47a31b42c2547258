package findings_test

import (
	"strings"
	"testing"

	"muster/claims"
	"muster/dossier"
	. "muster/origins/origintest"
)

// TestCheckNames names figures of a check by file and words, as a curator does.
func TestCheckNames(t *testing.T) {
	b := &Builder{}
	d := b.Document("A", "2025-06-04", "", "They need 3,000 nurses a day and 3,000 beds, and 1,800 pumps.")
	d.Figure("3,000 nurses", "3,000", 3000, claims.Exact, Per("day"))
	d.Figure("3,000 beds", "3,000", 3000, claims.Exact)
	d.Figure("1,800 pumps", "1,800", 1800, claims.Exact, func(f *dossier.Figure) { f.Claim.Reading = f.Claim.Stated })
	file := b.State.Documents[0].Document.ID
	for words, want := range map[string]string{
		file + " 3,000 beds": "pumps / other < 1 (0.6 < 1) holds",
		"f2":                 "pumps / other < 1 (0.6 < 1) holds",
		file + " 3,000":      "may be several figures",
		file + " 4,000":      "is no figure of the dossier",
		"f9":                 "is no figure of the dossier",
	} {
		b.State.Settings.Checks = []dossier.Check{{Name: "share", Expression: "pumps / other < 1", Figures: map[string]string{"pumps": "f3", "other": words}}}
		if got := sentences(check(&b.State)); !strings.Contains(got, want) {
			t.Errorf("%s: found %s", words, got)
		}
	}
}
