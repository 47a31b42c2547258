package dossier

import (
	"testing"

	"muster/claims"
	"muster/documents"
)

// TestUnrecorded shows that IDs are unique over all documents, that parts and
// denials find their figures again, and what stands in a headline.
func TestUnrecorded(t *testing.T) {
	total, figure := "f1", func(id string, start int) claims.Figure {
		f := claims.Figure{ID: id}
		f.Number.Start, f.Number.End = start, start+1
		return f
	}
	part := figure("f2", 20)
	part.PartOf, part.Denies = &total, &total
	document := documents.Document{ID: "a", Title: "Title 5", Text: "Title 5\n\nThere are 5 and 3."}
	reading := claims.Reading{Figures: []claims.Figure{figure("f1", 6), part},
		Attributions: []claims.Attribution{{}, {Content: []claims.Span{{Start: 9, End: 12}}}}}
	state := Unrecorded([]documents.Document{document, document}, []claims.Reading{reading, reading})

	if a, b := state.Documents[0].ID, state.Documents[1].ID; a != "a" || b != "a#2" {
		t.Errorf("documents are %s and %s, want a and a#2", a, b)
	}
	for i, want := range []struct {
		id, document, partOf string
		headline             bool
	}{{"f1", "a", "", true}, {"f2", "a", "f1", false}, {"f3", "a#2", "", true}, {"f4", "a#2", "f3", false}} {
		f := state.Figures[i]
		if f.ID != want.id || f.Document != want.document || f.PartOf != want.partOf || f.Denies != want.partOf || f.Headline != want.headline || f.Status != Proposed {
			t.Errorf("figure %d is %+v, want %+v", i, f, want)
		}
	}
	if len(state.Statements) != 2 {
		t.Errorf("%d statements, want 2: one without content says nothing", len(state.Statements))
	}
}
