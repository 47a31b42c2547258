package pages

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"muster/dossier"
	"muster/interval"
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
	decision, err := s.decisionOf(q, t, &f)
	if err == nil {
		err = s.source.Decide(q.Context(), decision)
	}
	switch {
	case errors.Is(err, dossier.ErrChanged):
		return s.tooLate(q, f, decision)
	case errors.Is(err, dossier.ErrDecision), errors.Is(err, errField):
		f.Problem = sentence(err)
		return s.figureAnswer(q, t, f)
	case err != nil:
		return answer{}, err
	}
	q.keepCurator(decision.Curator)
	done := "?done=" + url.QueryEscape(t.ID)
	if decision.Action != dossier.Accept && decision.Action != dossier.Reject {
		return answer{to: "./" + done}, nil
	}
	_, next := neighbours(q.view.proposals(), q.view.tellings, t)
	if next == nil {
		return answer{to: q.frame.Root + "review/" + done}, nil
	}
	return answer{to: q.frame.Root + "figure/" + next.ID + "/" + done}, nil
}

// decisionOf reads the decision off a form, and keeps in f what was typed.
func (s *site) decisionOf(q *request, t *telling, f *form) (dossier.Decision, error) {
	d := dossier.Decision{Figure: t.ID, Action: dossier.Action(q.PostFormValue("action")), Reason: f.Reason, Curator: f.Curator.Name, Seen: q.seen()}
	f.At = "decide"
	switch d.Action {
	case dossier.Edit:
		f.Editing, f.Fields = true, fields(q.PostForm)
		claim, err := f.Fields.figure(t.Claim, s.rounding)
		if err != nil {
			return d, err
		}
		d.Claim = &claim
	case dossier.Merge:
		d.Into = q.PostFormValue("into")
	case dossier.SetRank:
		d.Rank = dossier.Rank(q.PostFormValue("rank"))
	case dossier.Divide:
		f.At, f.Parts = "split", partsOf(q.PostForm)
		for _, p := range f.Parts {
			if p.Words == "" {
				continue
			}
			part, err := p.figure(t)
			if err != nil {
				return d, err
			}
			d.Parts = append(d.Parts, part)
		}
	case dossier.Undo:
		if last := t.LastDecision(); last != nil { // whoever decided since is found by Seen
			d.Undoes = last.Entry
		}
	}
	return d, nil
}

// tooLate answers a decision on a figure that somebody else decided on first:
// with what they did, what was wanted here, and the form to decide again.
func (s *site) tooLate(q *request, f form, wanted dossier.Decision) (answer, error) {
	v, err := s.view(q.Context(), -1)
	if err != nil {
		return answer{}, err
	}
	q.view = v
	q.fill(s)
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	f.Seen, f.Wanted, f.Changed = v.state.At, wanted.Action, since(t, wanted.Seen)
	f.Problem = "Somebody decided on this figure while you looked at it. Nothing was recorded for you; look again, then decide."
	if wanted.Claim != nil {
		f.Differs = dossier.FieldChanges(t.Claim, *wanted.Claim)
	}
	a, err := s.figureAnswer(q, t, f)
	a.status = http.StatusConflict
	return a, err
}

// figureReply attaches what an office answers to a figure, or takes it back.
func (s *site) figureReply(q *request) (answer, error) {
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	if !q.decidable() {
		return answer{}, errReadOnly()
	}
	f := newForm(q, t)
	f.At = "reply"
	get := func(name string) string { return strings.TrimSpace(q.PostFormValue(name)) }
	if id := get("take-back"); id != "" {
		err = s.source.TakeBackReply(q.Context(), id, f.Curator.Name, get("reason"))
	} else {
		f.Reply = dossier.Reply{Figure: t.ID, Kind: dossier.ReplyKind(get("kind")), Office: get("office"), Date: interval.Date(get("date")), Words: get("words"), URL: get("url"), Curator: f.Curator.Name}
		err = s.source.Reply(q.Context(), f.Reply)
	}
	if errors.Is(err, dossier.ErrDecision) {
		f.Problem = sentence(err)
		return s.figureAnswer(q, t, f)
	}
	if err != nil {
		return answer{}, err
	}
	q.keepCurator(f.Curator.Name)
	return answer{to: q.frame.Root + "figure/" + t.ID + "/#replies"}, nil
}

// statementDecide takes a decision on one statement of a document.
func (s *site) statementDecide(q *request) (answer, error) {
	if err := q.ParseForm(); err != nil {
		return answer{}, problem{http.StatusBadRequest, "The form could not be read; please go back and try again."}
	}
	if !q.decidable() {
		return answer{}, errReadOnly()
	}
	decision := dossier.Decision{Curator: q.curator().Name, Seen: q.seen()}
	for _, action := range []dossier.Action{dossier.Accept, dossier.Reject, dossier.Retract, dossier.Undo} {
		if id := q.PostForm.Get(string(action)); id != "" {
			decision.Action, decision.Figure, decision.Reason = action, id, strings.TrimSpace(q.PostFormValue("reason-"+id))
		}
	}
	st := q.view.state.Statement(decision.Figure)
	if st == nil {
		return answer{}, notFound("There is no statement %s as of entry %d.", decision.Figure, q.view.state.At)
	}
	if last := st.LastDecision(); last != nil {
		decision.Undoes = last.Entry
	}
	err := s.source.Decide(q.Context(), decision)
	switch {
	case errors.Is(err, dossier.ErrChanged):
		return answer{}, problem{http.StatusConflict, "Somebody decided on this statement while you looked at it. Nothing was recorded for you; go back, load the page again, then decide."}
	case errors.Is(err, dossier.ErrDecision):
		return answer{}, problem{http.StatusUnprocessableEntity, sentence(err)}
	case err != nil:
		return answer{}, err
	}
	q.keepCurator(decision.Curator)
	return answer{to: "./#statement-" + st.ID}, nil
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
	Curator signature
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
	curator, seen := q.curator().Name, q.seen()
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
