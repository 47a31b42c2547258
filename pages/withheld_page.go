package pages

import (
	"net/http"

	"muster/dossier"
)

// gone is the answer for a figure or document that is withheld: that it was
// there, why it is not, and by whose authority.
type gone struct {
	id       string
	withheld []dossier.Withheld
}

func (g gone) Error() string { return g.id + " is withheld" }

func (g gone) answer(q *request) answer {
	a := answer{template: "withheld", title: "Withheld", data: withheldData{g.id, g.withheld}, status: http.StatusGone, json: func() any {
		return struct {
			ID       string             `json:"id"`
			Withheld []dossier.Withheld `json:"withheld"`
		}{g.id, g.withheld}
	}}
	if q.frame.Published {
		a.status = 0 // as a file, the page can be no other answer
	}
	return a
}

type withheldData struct {
	ID      string
	Entries []dossier.Withheld
}

// withheldPages returns the subjects that have a page of their own saying so.
func (v *view) withheldPages() []string {
	var out []string
	for _, w := range v.state.Withheld {
		switch {
		case w.Kind == "figure" && v.byID[w.Subject] == nil:
			out = append(out, "figure/"+w.Subject+"/")
		case w.Kind == "document" && v.state.Document(w.Subject) == nil:
			out = append(out, "document/"+w.Subject+"/")
		}
	}
	return out
}

// withheldGroup is what was withheld together, for one reason.
type withheldGroup struct {
	dossier.Withheld
	Entries  int
	Subjects []string // documents and figures that have a page saying so
}

// withheldGroups gathers what is withheld by reason, authority and moment.
func (v *view) withheldGroups(list []dossier.Withheld) []withheldGroup {
	type key struct{ reason, authority, moment string }
	place := map[key]int{}
	var out []withheldGroup
	for _, w := range list {
		k := key{w.Reason, w.Authority, w.Time.String()}
		i, met := place[k]
		if !met {
			i = len(out)
			place[k] = i
			out = append(out, withheldGroup{Withheld: w})
		}
		out[i].Entries++
		if w.Kind == "document" && v.state.Document(w.Subject) == nil && (len(out[i].Subjects) == 0 || out[i].Subjects[len(out[i].Subjects)-1] != w.Subject) {
			out[i].Subjects = append(out[i].Subjects, w.Subject)
		}
	}
	return out
}
