package origins

import (
	"testing"

	"muster/claims"
	"muster/dossier"
)

// An office is one under all the forms of its name, and never another one.
func TestOffices(t *testing.T) {
	for _, test := range []struct {
		a, b   string
		others []string // that the dossier names too
		text   string
		same   bool
	}{
		{a: "Ruvia Ministry of Defence", b: "Defence Ministry", same: true},
		{a: "Ruvia Ministry of Defence", b: "Ministry of Defence", same: true},
		{a: "Ruvia Ministry of Defence", b: "defence ministry", same: true},
		{a: "Ruvia Ministry of Defence", b: "Ruvia's Defense Ministry", same: true},
		{a: "Ruvia Ministry of Defence", b: "Ruvian Ministry of Defence", same: true},
		{a: "Ruvia Ministry of Defence", b: "Ministry", same: true},
		{a: "Ruvia Ministry of Defence", b: "Ministry", others: []string{"Ruvia Ministry of Finance"}},
		{a: "Ruvia Ministry of Defence", b: "Ministry of Finance"},
		{a: "Ruvia Ministry of Defence", b: "Defence Ministry", others: []string{"Ostland Ministry of Defence"}},
		{a: "Ruvia Ministry of Defence", b: "Ostland Ministry of Defence"},
		{a: "Ruvia Ministry of Defence", b: "Defence Agency"},
		{a: "Ruvia Ministry of Defence", b: "Ruvia Defence Procurement Agency"},
		{a: "State Police of Ruvia", b: "State Police", same: true},
		{a: "Assembly Training Mission in Ruvia", b: "mission", same: true},
		{a: "Assembly Training Mission in Ruvia", b: "Training Mission", same: true},
		{a: "Assembly Training Mission in Ruvia", b: "mission", others: []string{"Observation Mission in Ostland"}},
		{a: "Assembly Training Mission in Ruvia", b: "Assembly Training Mission in Ostland"},
		{a: "Relief Fund of Ruvia", b: "fund", same: true},
		{a: "Harbours Conference", b: "Conference", same: true},
		{a: "State Police of Ruvia", b: "Border Police"},
		{a: "State Police", b: "Harbour Police Department"},
		{a: "Directorate of Civil Protection", b: "Civil Protection Directorate", same: true},
		{a: "Directorate of Civil Protection", b: "Regional Civil Protection Directorate", same: true},
		{a: "Regional Civil Protection Directorate", b: "National Civil Protection Directorate"},
		{a: "Regional Civil Protection Directorate", b: "Civil Protection Directorate", others: []string{"National Civil Protection Directorate"}},
		{a: "Border and Customs Service of Ruvia", b: "Customs Service", same: true},
		{a: "Ministry of Foreign Trade", b: "Foreign Ministry"},
		{a: "Ministry of Foreign Trade", b: "Ministry of Foreign Affairs"},
		{a: "Interior Ministry", b: "Ministry of Internal Trade"},
		{a: "Office of the Secretary of Health", b: "Office of the Secretary of State"},
		{a: "Inner Sea News Agency", b: "Agency"},
		{a: "Relief Center", b: "Centre for Relief", same: true},
		{a: "Austrian Health Agency", b: "Australian Health Agency"},
		{a: "Commission on Wages", b: "Wage Commission", same: true},
		{a: "MoD", b: "Ruvia Ministry of Defence", same: true},
		{a: "MoD", b: "Ruvia Ministry of Defence", text: "Troops of Britain met them."},
		{a: "Department of Education", b: "Marlow Department of Education", text: "The U.S. secretary spoke."},
		{a: "Department of Homeland Security", b: "Marlow Department of Homeland Security", text: "The U.S. secretary spoke."},
		{a: "CRA", b: "Civil Relief Agency", text: "It is the Civil Relief Agency (CRA) that pays.", same: true},
		{a: "BRCA", b: "Board for Relief of Coastal Areas", text: "The Board for Relief of Coastal Areas (BRCA) pays.", same: true},
		{a: "CRA", b: "Civil Relief Agency", text: "The Coastal Roads Authority (CRA) pays."},
		{a: "CRA", b: "Civil Relief Agency", text: "The Civil Relief Agency (CRA) and the Coastal Roads Authority (CRA) pay."},
		{a: "figures of the Interior Ministry", b: "Interior Ministry"},
	} {
		state := &dossier.State{}
		for _, name := range append([]string{test.a, test.b}, test.others...) {
			var f dossier.Figure
			f.Claim.Attribution.Chain = []claims.Hop{{Name: "The Standard", Kind: claims.Outlet}, {Name: name, Kind: claims.Organisation}}
			state.Figures = append(state.Figures, f)
		}
		var d dossier.Document
		d.Text = test.text
		state.Documents = []dossier.Document{d}
		if same := NewIdentity(dossier.Settings{}).In(state).Same(test.a, test.b); same != test.same {
			t.Errorf("%q is one with %q, beside %q: %v", test.a, test.b, test.others, same)
		}
	}
}
