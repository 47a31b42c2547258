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

// An office told shortly is the one of that kind that publishes, where others are named too.
func TestOfficeBehind(t *testing.T) {
	for _, test := range []struct {
		publishers []string
		spelling   string
		same       bool
	}{
		{[]string{"Federal Ministry of Roads", "The Harbour Post"}, "ministry", true},
		{[]string{"Federal Ministry of Roads", "The Harbour Post"}, "the ministry's release", true},
		{[]string{"Federal Ministry of Roads", "The Harbour Post"}, "Roads Ministry", true},
		{[]string{"Federal Ministry of Roads", "The Harbour Post"}, "Talunian Roads Ministry", false},
		{[]string{"Federal Ministry of Roads", "Ministry of Health"}, "ministry", false},
		{[]string{"Federal Ministry of Roads", "The Harbour Post"}, "Health Ministry", false},
	} {
		state := &dossier.State{}
		for _, publisher := range test.publishers {
			var d dossier.Document
			d.Publisher = publisher
			state.Documents = append(state.Documents, d)
		}
		for _, name := range []string{"Talunian Roads Ministry", test.spelling} {
			var f dossier.Figure
			f.Claim.Attribution.Chain = []claims.Hop{{Name: "The Standard", Kind: claims.Outlet}, {Name: name, Kind: claims.DocumentHop}}
			if Owner(name) == name {
				f.Claim.Attribution.Chain[1].Kind = claims.Organisation
			}
			state.Figures = append(state.Figures, f)
		}
		if same := NewIdentity(dossier.Settings{}).In(state).Same(Owner(test.spelling), test.publishers[0]); same != test.same {
			t.Errorf("%q is one with %q of %v: %v", test.spelling, test.publishers[0], test.publishers, same)
		}
	}
}

// An agency without its name is the one agency of the dossier.
func TestAnyAgency(t *testing.T) {
	for _, test := range []struct {
		publishers []string
		spelling   string
		same       bool
	}{
		{[]string{"Two Lakes Wire", "The Harbour Post"}, "wire agency", true},
		{[]string{"Two Lakes Wire", "The Harbour Post"}, "the wire", true},
		{[]string{"Inner Sea News Agency", "The Harbour Post"}, "news agency", true},
		{[]string{"Inner Sea News Agency", "The Harbour Post"}, "agency", false},
		{[]string{"Inner Sea News Agency", "Two Lakes Wire"}, "news agency", false},
		{[]string{"Roads Agency", "The Harbour Post"}, "news agency", false},
		{[]string{"Inner Sea News Agency"}, "newspaper", false},
	} {
		state := &dossier.State{}
		for _, publisher := range test.publishers {
			var d dossier.Document
			d.Publisher = publisher
			state.Documents = append(state.Documents, d)
		}
		var f dossier.Figure
		f.Claim.Attribution.Chain = []claims.Hop{{Name: "The Standard", Kind: claims.Outlet}, {Name: test.spelling, Kind: claims.Outlet}}
		state.Figures = []dossier.Figure{f}
		if same := NewIdentity(dossier.Settings{}).In(state).Same(test.spelling, test.publishers[0]); same != test.same {
			t.Errorf("%q is one with %q of %v: %v", test.spelling, test.publishers[0], test.publishers, same)
		}
	}
}
