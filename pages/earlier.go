package pages

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"time"

	"muster/dossier"
	"muster/findings"
	"muster/origins"
)

// mostThen bounds how many figures, and how many changes, the page of an earlier
// state lists; index.json beside it holds as many.
const mostThen = 300

// earlierState is the public part of an earlier state, as a published site keeps
// it beside the present one.
type earlierState struct {
	At         int64
	Known      time.Time
	Signed     time.Time
	Checkpoint []byte
	Figures    []figureThen
	More       int // figures that are not listed
	Gone       int // figures that were public then and are not any more
	Diff       *dossier.Diff
	Changed    int // figures of which the record says something else now, new ones included
	MoreChange int // changes that are not listed
	Changes    []figureChange
	Withheld   []withheldGroup
}

// figureThen is a figure as it was known then. What was taken back since stays
// taken back: then Then and Now are nil.
type figureThen struct {
	ID        string
	Then, Now *telling
	Change    *dossier.FigureChange // nil: as it was then
}

// earlier returns the states that are worth a page beside the present one, oldest
// first: of several that show the same the first.
func (s *site) earlier(ctx context.Context, now *view) ([]*earlierState, error) {
	s.earlierMu.Lock()
	defer s.earlierMu.Unlock()
	if s.before != nil && s.beforeOf == now.state.At {
		return s.before, nil
	}
	signed, err := s.source.Earlier(ctx, now.state.At)
	if err != nil {
		return nil, err
	}
	sizes := make([]int64, len(signed))
	for i, c := range signed {
		sizes[i] = c.At
	}
	out := []*earlierState{}
	var last *dossier.State
	place := 0
	err = s.source.StatesAt(ctx, sizes, func(state *dossier.State) error {
		checkpoint := signed[place]
		place++
		state.Size, state.Settings = now.state.Size, now.state.Settings // what may be shown is decided today
		state = published(state)
		if len(state.Documents) == 0 || last != nil && sameShown(last, state) {
			return nil
		}
		last = state
		then := newView(state, func(*dossier.State) (*origins.Trace, []findings.Finding) { return nil, nil })
		e := compareThen(then, now)
		e.Signed, e.Checkpoint = checkpoint.Time, checkpoint.Checkpoint
		out = append(out, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.before, s.beforeOf = out, now.state.At
	return out, nil
}

// sameShown reports whether nothing changed between two states, and nothing that
// was shown in the first is not in the second.
func sameShown(a, b *dossier.State) bool {
	return len(a.Figures) == len(b.Figures) && dossier.Compare(a, b).Empty()
}

func compareThen(then, now *view) *earlierState {
	e := &earlierState{At: then.state.At, Known: then.state.Known, Diff: dossier.Compare(then.state, now.state)}
	e.Changed = len(e.Diff.Figures)
	changes := map[string]*dossier.FigureChange{}
	for i := range e.Diff.Figures {
		changes[e.Diff.Figures[i].ID] = &e.Diff.Figures[i]
	}
	for _, t := range then.tellings {
		row := figureThen{ID: t.ID, Then: t, Now: now.byID[t.ID], Change: changes[t.ID]}
		if row.Now == nil {
			row.Then = nil
			e.Gone++
		}
		e.Figures = append(e.Figures, row)
	}
	e.Figures, e.More = atMost(e.Figures, mostThen)
	e.Diff.Figures, e.MoreChange = atMost(e.Diff.Figures, mostThen)
	for _, c := range e.Diff.Figures {
		e.Changes = append(e.Changes, newFigureChange(c, now))
	}
	e.Withheld = now.withheldGroups(e.Diff.Withheld)
	return e
}

func newFigureChange(c dossier.FigureChange, after *view) figureChange {
	row := figureChange{FigureChange: c, Telling: after.byID[c.ID], Instead: after.byID[c.Instead]}
	if n := len(c.Events); n > 0 {
		row.Last = &c.Events[n-1]
	}
	return row
}

// statesPage lists the earlier states of a published site.
func (s *site) statesPage(q *request) (answer, error) {
	list, err := s.earlier(q.Context(), q.view)
	if err != nil {
		return answer{}, err
	}
	newestFirst := slices.Clone(list)
	slices.Reverse(newestFirst)
	return answer{template: "states", title: "Earlier states", data: newestFirst, json: func() any {
		type line struct {
			At      int64     `json:"at"`
			Known   time.Time `json:"known"`
			Signed  time.Time `json:"signed"`
			Changed int       `json:"changed_since"`
			Gone    int       `json:"no_longer_published"`
		}
		lines := []line{}
		for _, e := range newestFirst {
			lines = append(lines, line{e.At, e.Known, e.Signed, e.Changed, e.Gone})
		}
		return struct {
			At     int64  `json:"at"`
			States []line `json:"states"`
		}{q.view.state.At, lines}
	}}, nil
}

// state returns the earlier state that the address names.
func (s *site) state(q *request) (*earlierState, error) {
	list, err := s.earlier(q.Context(), q.view)
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if q.PathValue("at") == strconv.FormatInt(e.At, 10) {
			return e, nil
		}
	}
	return nil, notFound("The record as of entry %s has no page of its own; those that have are listed under Earlier states.", q.PathValue("at"))
}

// statePage shows the figures as they were known at an earlier state, and what
// the record says otherwise now.
func (s *site) statePage(q *request) (answer, error) {
	e, err := s.state(q)
	if err != nil {
		return answer{}, err
	}
	return answer{template: "state", title: "As of entry " + strconv.FormatInt(e.At, 10), data: e, json: func() any {
		type line struct {
			ID           string `json:"id"`
			Document     string `json:"document,omitempty"`
			Words        string `json:"words,omitempty"`
			Organisation string `json:"organisation,omitempty"`
			Stage        string `json:"stage,omitempty"`
			Chain        string `json:"chain,omitempty"`
			Status       string `json:"status,omitempty"`
			Entry        int64  `json:"entry,omitempty"`
			Published    bool   `json:"published_now"`
		}
		lines := []line{}
		for _, f := range e.Figures {
			row := line{ID: f.ID}
			if t := f.Then; t != nil {
				row = line{f.ID, t.Document, t.Words(), t.Claim.Organisation, string(t.Stage()), t.Chain(), string(t.Status), t.Entry, true}
			}
			lines = append(lines, row)
		}
		return struct {
			At      int64         `json:"at"`
			Known   time.Time     `json:"known"`
			Signed  time.Time     `json:"signed"`
			Now     int64         `json:"now"`
			Figures []line        `json:"figures"`
			All     int           `json:"figures_in_all"`
			Diff    *dossier.Diff `json:"diff"`
			Changed int           `json:"changes_in_all"`
		}{e.At, e.Known, e.Signed, q.view.state.At, lines, len(e.Figures) + e.More, e.Diff, e.Changed}
	}}, nil
}

// stateCheckpoint hands out what was signed then, for muster-verify -since.
func (s *site) stateCheckpoint(w http.ResponseWriter, r *http.Request) {
	q, _, err := s.answer(w, r, "../../", func(*request) (answer, error) { return answer{}, nil })
	if err == nil && q.view != nil {
		var e *earlierState
		if e, err = s.state(q); err == nil {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = w.Write(e.Checkpoint) // the answer has begun; nothing else can be sent
			return
		}
	}
	http.NotFound(w, r)
}

// stateAddresses lists the files of the earlier states.
func stateAddresses(list []*earlierState) []string {
	out := []string{"states/", "states/index.json"}
	for _, e := range list {
		folder := "states/" + strconv.FormatInt(e.At, 10) + "/"
		out = append(out, folder, folder+"index.json", folder+"checkpoint")
	}
	return out
}
