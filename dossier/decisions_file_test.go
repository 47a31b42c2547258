package dossier

import (
	"testing"

	"muster/claims"
	"muster/documents"
	"muster/interval"
)

// FuzzDecisionLine holds a line of decisions.jsonl to what a decision may do:
// whatever stands there, the quote stays and the bounds stay in order.
func FuzzDecisionLine(f *testing.F) {
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"accept","curator":"ann"}`))
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"edit","curator":"ann","reason":"x","set":{"organisation":"Army","stated":{"min":9,"max":1}}}`))
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"edit","curator":"ann","reason":"x","set":{"number":{"exact":"8"}}}`))
	f.Add([]byte(`{"set":null}`))
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"split","curator":"ann","parts":[{"exact":"7"},{"exact":"We","start":0,"set":{"value":2}}]}`))
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"merge","curator":"ann","into":{"exact":"7","start":3}}`))
	f.Add([]byte(`{"document":"a.txt","exact":"7","start":3,"action":"reply","curator":"ann","reply":{"kind":"reply","office":"Press office","date":"2024-03-01","words":"No."}}`))
	seven := interval.Int(7)
	number := claims.Span{Exact: "7", Start: 3, End: 4}
	state := &State{
		Documents: []Document{{ID: "d1", Document: documents.Document{ID: "a.txt", Text: "We 7."}}},
		Figures: []Figure{{ID: "f1", Document: "d1", Status: Proposed, History: []Event{{Action: Propose}},
			Claim: claims.Figure{ID: "f1", Number: number, Quote: claims.Quote{Span: number}, Value: &seven, Stated: interval.Point(seven), Qualifier: claims.Exact}}},
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		subjects := newPlaces(state)
		item, subject, err := parseDecision(subjects, line)
		if err != nil {
			return
		}
		court := newCourt(state)
		if err := court.decideLine(subjects, subject, item, "digest"); err != nil {
			return
		}
		for _, d := range court.list.list {
			if d.Kind == kindFigure {
				if err := decode(d.Content, func(body figureBody) {
					if n := body.Figure.Number; string([]rune(state.Documents[0].Text)[n.Start:n.End]) != n.Exact || body.Figure.Stated.Empty() {
						t.Errorf("%s was split into %+v", line, body.Figure)
					}
				}); err != nil {
					t.Error(err)
				}
				continue
			}
			if d.Kind != kindDecision {
				continue
			}
			if err := decode(d.Content, func(body decisionBody) {
				if body.Figure != nil && (body.Figure.Number != number || body.Figure.Stated.Empty()) {
					t.Errorf("%s was taken as %+v", line, body.Figure)
				}
			}); err != nil {
				t.Error(err)
			}
		}
		if state.Figures[0].Claim.Number != number {
			t.Errorf("%s changed the state itself", line)
		}
	})
}
