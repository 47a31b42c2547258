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
	seven := interval.Int(7)
	number := claims.Span{Exact: "7", Start: 3, End: 4}
	state := &State{
		Documents: []Document{{ID: "d1", Document: documents.Document{ID: "a.txt", Text: "We 7."}}},
		Figures: []Figure{{ID: "f1", Document: "d1", Status: Proposed, History: []Event{{Action: Propose}},
			Claim: claims.Figure{ID: "f1", Number: number, Quote: claims.Quote{Span: number}, Value: &seven, Stated: interval.Point(seven), Qualifier: claims.Exact}}},
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		item, figure, err := parseDecision(figuresByPlace(state), line)
		if err != nil {
			return
		}
		var list drafts
		if err := decideLine(&list, figure, item, "digest"); err != nil {
			return
		}
		for _, d := range list.list {
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
