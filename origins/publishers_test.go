package origins

import (
	"testing"

	"muster/claims"
	"muster/dossier"
)

// A publisher is known by a short form of its name where it is short for no other.
func TestShortNames(t *testing.T) {
	state := &dossier.State{}
	for _, publisher := range []string{"Meridian News Agency", "Coastal Press Agency", "Coast Daily Herald", "Coast Radio North", "Mission Calm Water", "Relief Directorate of Talune"} {
		var d dossier.Document
		d.Publisher = publisher
		state.Documents = append(state.Documents, d)
	}
	for spelling, publisher := range map[string]string{
		"Meridian": "Meridian News Agency", "Meridian agency": "Meridian News Agency", "the Meridian News Agency": "Meridian News Agency",
		"CPA": "Coastal Press Agency", "Coast": "", "meridian": "", "Coast Herald": "Coast Daily Herald", "News Agency": "", "Calm Water": "Mission Calm Water", "Water": "", "the directorate": "Relief Directorate of Talune",
	} {
		var f dossier.Figure
		f.Claim.Attribution.Chain = []claims.Hop{{Name: "The Standard", Kind: claims.Outlet}, {Name: spelling, Kind: claims.Organisation}}
		state.Figures = []dossier.Figure{f}
		id := NewIdentity(dossier.Settings{}).In(state)
		for _, d := range state.Documents {
			if same := id.Same(spelling, d.Publisher); same != (d.Publisher == publisher) {
				t.Errorf("%q is one with %q: %v", spelling, d.Publisher, same)
			}
		}
	}
}
