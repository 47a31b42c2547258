package pages

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"muster/dossier"
)

// figureDecide takes a decision on one figure and goes on to the next proposal.
func (s *site) figureDecide(q *request) (answer, error) {
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	if !q.decidable() {
		return answer{}, errReadOnly()
	}
	f := newForm(q, t)
	f.Reason = strings.TrimSpace(q.PostFormValue("reason"))
	decision := dossier.Decision{Figure: t.ID, Action: dossier.Action(q.PostFormValue("action")), Reason: f.Reason, Curator: f.Curator, Seen: q.seen()}
	if decision.Action == dossier.Edit {
		f.Editing, f.Fields = true, fields(q.PostForm)
		claim, err := f.Fields.figure(t.Claim, s.rounding)
		if err != nil {
			f.Problem = sentence(err)
			return s.figureAnswer(q, t, f)
		}
		decision.Claim = &claim
	}
	err = s.source.Decide(q.Context(), decision)
	switch {
	case errors.Is(err, dossier.ErrChanged):
		f.Problem = "Somebody decided on this figure while you looked at it. Nothing was recorded for you; look again, then decide."
		f.Changed = since(t, decision.Seen)
		return s.figureAnswer(q, t, f)
	case errors.Is(err, dossier.ErrDecision):
		f.Problem = sentence(err)
		return s.figureAnswer(q, t, f)
	case err != nil:
		return answer{}, err
	}
	q.keepCurator(decision.Curator)
	done := "?done=" + url.QueryEscape(t.ID)
	if decision.Action == dossier.Edit || decision.Action == dossier.Reopen {
		return answer{to: "./" + done}, nil
	}
	_, next := neighbours(q.view.proposals(), q.view.tellings, t)
	if next == nil {
		return answer{to: q.frame.Root + "review/" + done}, nil
	}
	return answer{to: q.frame.Root + "figure/" + next.ID + "/" + done}, nil
}

func errReadOnly() error {
	return problem{http.StatusForbidden, "This copy of the record can be read, but not decided on."}
}

// seen is the state that the curator looked at.
func (q *request) seen() int64 {
	n, err := strconv.ParseInt(q.PostFormValue("seen"), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// since returns what happened to a figure after the state that was looked at.
func since(t *telling, seen int64) []dossier.Event {
	var out []dossier.Event
	for _, e := range t.History {
		if e.Entry >= seen {
			out = append(out, e)
		}
	}
	return out
}

// sentence writes an error for the page: without the name of its kind.
func sentence(err error) string {
	text := err.Error()
	for _, kind := range []error{dossier.ErrDecision, dossier.ErrMoment, errField} {
		text = strings.Replace(text, kind.Error()+": ", "", 1)
	}
	if text == "" {
		return text
	}
	r := []rune(text)
	return strings.ToUpper(string(r[:1])) + string(r[1:]) + "."
}

// reviewData is the queue of proposals, a document at a time.
type reviewData struct {
	Groups  []reviewGroup
	Left    int
	All     int
	Unshown int // proposals that follow later
	Curator string
	Seen    int64
	Problem string
	Failed  []string // figures that were not decided on, and why
	Done    []*telling
}

type reviewGroup struct {
	Doc      *dossier.Document
	Tellings []*telling
}

func (s *site) reviewPage(q *request) (answer, error) {
	return reviewAnswer(q, nil)
}

func reviewAnswer(q *request, failed []string) (answer, error) {
	v := q.view
	data := reviewData{Curator: q.curator(), Failed: failed}
	if q.decidable() {
		data.Seen = v.state.At
	}
	queue := v.proposals()
	data.Left = len(queue)
	queue, data.Unshown = atMost(queue, mostToReview)
	for _, t := range queue {
		if n := len(data.Groups); n == 0 || data.Groups[n-1].Doc != t.Doc {
			data.Groups = append(data.Groups, reviewGroup{Doc: t.Doc})
		}
		g := &data.Groups[len(data.Groups)-1]
		g.Tellings = append(g.Tellings, t)
	}
	data.All = len(v.tellings)
	for _, id := range q.URL.Query()["done"] {
		if t := v.byID[id]; t != nil {
			data.Done = append(data.Done, t)
		}
	}
	a := answer{template: "review", title: "Review", data: data, json: func() any {
		return struct {
			Proposals []figureObject `json:"proposals"`
		}{objects(v.proposals())}
	}}
	if len(failed) > 0 {
		a.status = http.StatusUnprocessableEntity
	}
	return a, nil
}

// reviewDecide takes decisions from the queue: one figure's own button, or all
// that are checked in a document.
func (s *site) reviewDecide(q *request) (answer, error) {
	if err := q.ParseForm(); err != nil {
		return answer{}, problem{http.StatusBadRequest, "The form could not be read; please go back and try again."}
	}
	if !q.decidable() {
		return answer{}, errReadOnly()
	}
	curator, seen := q.curator(), q.seen()
	if q.PostForm.Has("name") { // the button that only keeps the name
		q.keepCurator(curator)
		return answer{to: "./"}, nil
	}
	var decisions []dossier.Decision
	add := func(action dossier.Action, id string) {
		decisions = append(decisions, dossier.Decision{Figure: id, Action: action, Reason: strings.TrimSpace(q.PostFormValue("reason-" + id)), Curator: curator, Seen: seen})
	}
	switch {
	case q.PostForm.Has("accept"):
		add(dossier.Accept, q.PostForm.Get("accept"))
	case q.PostForm.Has("reject"):
		add(dossier.Reject, q.PostForm.Get("reject"))
	case q.PostForm.Has("bulk"):
		for _, id := range q.PostForm["figure"] {
			if t := q.view.byID[id]; t != nil && t.Document == q.PostForm.Get("bulk") {
				add(dossier.Accept, id)
			}
		}
	}
	if len(decisions) == 0 {
		return reviewAnswer(q, []string{"Nothing was checked, so nothing was recorded."})
	}
	var failed []string
	done := url.Values{}
	for _, decision := range decisions {
		err := s.source.Decide(q.Context(), decision)
		switch {
		case errors.Is(err, dossier.ErrChanged):
			failed = append(failed, fmt.Sprintf("Figure %s: somebody decided on it while you looked at it. Look again, then decide.", decision.Figure))
		case errors.Is(err, dossier.ErrDecision):
			failed = append(failed, fmt.Sprintf("Figure %s: %s", decision.Figure, sentence(err)))
		case err != nil:
			return answer{}, err
		default:
			done.Add("done", decision.Figure)
		}
	}
	if curator != "" {
		q.keepCurator(curator)
	}
	if len(failed) > 0 {
		view, err := s.view(q.Context(), -1)
		if err != nil {
			return answer{}, err
		}
		q.view = view
		q.fill(s)
		return reviewAnswer(q, failed)
	}
	return answer{to: "./?" + done.Encode()}, nil
}
