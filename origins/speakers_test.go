package origins

import (
	"testing"

	"muster/dossier"
)

// Who speaks for an office is known by a title that names it, and no other.
func TestSpeakers(t *testing.T) {
	state := &dossier.State{}
	for _, publisher := range []string{"Ruvia Ministry of Defence", "Ruvia Ministry of Finance", "Directorate of Civil Protection", "Harbour Post"} {
		var d dossier.Document
		d.Publisher = publisher
		state.Documents = append(state.Documents, d)
	}
	id := NewIdentity(dossier.Settings{}).In(state)
	for title, office := range map[string]string{
		"spokeswoman for the Defence Ministry": "Ruvia Ministry of Defence", "defence ministry spokesman": "Ruvia Ministry of Defence",
		"on Tuesday Defence Minister": "Ruvia Ministry of Defence", "Minister of Finance": "Ruvia Ministry of Finance", "the finance minister": "Ruvia Ministry of Finance",
		"a directorate spokeswoman": "Directorate of Civil Protection", "officials at the Civil Protection Directorate": "Directorate of Civil Protection",
		"director of the Directorate of Civil Protection": "Directorate of Civil Protection", "the directorate's head": "Directorate of Civil Protection",
		"a ministry spokesman": "", "head of the choir": "", "chief of staff": "", "director of the Roads Directorate": "", "Interior Minister": "", "Ostland's defence minister": "", "spokesman for the Defence Agency": "", "spokesman for a union": "", "the mayor": "", "a former soldier": "",
	} {
		want := ""
		if office != "" {
			want = id.Key(office)
		}
		if got := id.SpeaksFor(title); got != want {
			t.Errorf("%q speaks for %q, not %q", title, got, want)
		}
	}
}
