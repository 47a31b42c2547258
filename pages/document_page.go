package pages

import (
	"net/http"

	"muster/dossier"
)

// documentData is what a document's page shows. Pieces is empty on a published
// site: the text belongs to its publisher.
type documentData struct {
	*dossier.Document
	Tellings   []*telling
	Statements []statement
	Pieces     []piece
	Seen       int64 // the state looked at; 0 where nothing can be decided
	Curator    signature
	Withhold   withholding
}

func (s *site) documentPage(q *request) (answer, error) {
	v := q.view
	doc := v.state.Document(q.PathValue("id"))
	if withheld := v.state.WithheldOf(q.PathValue("id")); doc == nil && len(withheld) > 0 {
		return answer{}, gone{q.PathValue("id"), withheld}
	}
	if doc == nil {
		return answer{}, notFound("There is no document %s as of entry %d.", q.PathValue("id"), v.state.At)
	}
	return s.documentAnswer(q, doc, withholdDocument(q, doc))
}

func (s *site) documentAnswer(q *request, doc *dossier.Document, w withholding) (answer, error) {
	v := q.view
	data := documentData{Document: doc, Tellings: v.inDoc[doc.ID], Withhold: w}
	status := 0
	if w.Problem != "" {
		status = http.StatusUnprocessableEntity
	}
	if q.decidable() {
		data.Seen, data.Curator = v.state.At, q.curator()
	}
	var marks []mark
	for _, t := range v.inDoc[doc.ID] {
		if !t.Status.Aside() {
			claim := t.Claim
			claim.ID = t.ID
			marks = append(marks, figureMarks(claim)...)
		}
	}
	for _, st := range v.statements() {
		if st.Document == doc.ID {
			data.Statements = append(data.Statements, st)
		}
	}
	if !q.frame.Published {
		data.Pieces = pieces(doc.Text, marks)
	}
	title := doc.Title
	if title == "" {
		title = doc.ID
	}
	return answer{template: "document", title: title, data: data, status: status, json: func() any {
		return struct {
			documentObject
			Figures    []figureObject    `json:"figures"`
			Statements []statementObject `json:"statements"`
		}{documentObjectOf(doc), objects(data.Tellings), statementObjects(data.Statements)}
	}}, nil
}
