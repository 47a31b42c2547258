package pages

import (
	"errors"
	"net/http"

	"muster/dossier"
	"muster/findings"
)

// diffData is what changed between two states, and the form that asks for them.
type diffData struct {
	From, To string // as typed
	Document *dossier.Document
	Problem  string
	Diff     *dossier.Diff // nil: nothing was asked for yet
	Figures  []figureChange
	Findings []findings.Change
	Withheld []withheldGroup
}

// figureChange is a change with the figure as the pages show it.
type figureChange struct {
	dossier.FigureChange
	Telling *telling // in the later state
	Instead *telling // what is told in its place
	Last    *dossier.Event
}

// diffPage shows what changed in the record between two moments.
func (s *site) diffPage(q *request) (answer, error) {
	values := q.URL.Query()
	data := diffData{From: values.Get("from"), To: values.Get("to")}
	a := answer{template: "diff", title: "What changed"}
	if data.From == "" {
		a.data, a.json = data, func() any { return map[string]string{"error": "Say from= and a moment."} }
		return a, nil
	}
	before, err := s.moment(q, data.From)
	var after *view
	if err == nil {
		after = q.view
		if data.To != "" {
			after, err = s.moment(q, data.To)
		}
	}
	if err == nil && before.state.At > after.state.At {
		err = problem{http.StatusUnprocessableEntity, "The first moment lies after the second; turn them round."}
	}
	var p problem
	if errors.As(err, &p) {
		data.Problem = p.message
		a.data, a.status = data, p.status
		a.json = func() any { return map[string]string{"error": p.message} }
		return a, nil
	}
	if err != nil {
		return a, err
	}
	data.Diff = dossier.Compare(before.state, after.state)
	data.Findings = findings.Changes(plainFindings(before), plainFindings(after))
	if id := values.Get("document"); id != "" {
		if data.Document = after.state.Document(id); data.Document == nil {
			return a, notFound("There is no document %s as of entry %d.", id, after.state.At)
		}
		data.Diff.Only(id)
		data.Findings = findings.Touching(data.Findings, id)
	}
	for _, c := range data.Diff.Figures {
		data.Figures = append(data.Figures, newFigureChange(c, after))
	}
	data.Withheld = after.withheldGroups(data.Diff.Withheld)
	a.data = data
	a.json = func() any {
		return struct {
			*dossier.Diff
			Findings []findings.Change `json:"findings"`
		}{data.Diff, data.Findings}
	}
	return a, nil
}

func plainFindings(v *view) []findings.Finding { return findingObjects(v.findings) }

// moment returns the state that words name, with what is wrong with the words
// as a problem.
func (s *site) moment(q *request, words string) (*view, error) {
	at, err := dossier.Moment(q.Context(), words, s.source.SizeAt)
	if errors.Is(err, dossier.ErrMoment) {
		return nil, problem{http.StatusUnprocessableEntity, sentence(err)}
	}
	if err != nil {
		return nil, err
	}
	v, err := s.view(q.Context(), at)
	if errors.Is(err, dossier.ErrBeyond) {
		return nil, problem{http.StatusUnprocessableEntity, "The ledger holds " + count(int(q.view.size), "entry") + " so far, so there is no entry " + words + " yet."}
	}
	return v, err
}
