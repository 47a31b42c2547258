package pages

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"muster/dossier"
)

// wordRow is a curator's word on this figure and another.
type wordRow struct {
	dossier.Comparison
	Other *telling
}

// words returns the words of curators on a figure: entries of the record, and
// defaults of dossier.toml before which they go.
func (v *view) words(t *telling) []wordRow {
	var out []wordRow
	for _, c := range slices.Concat(v.state.Comparisons, v.state.Settings.Comparable) {
		if !slices.Contains(c.Figures, t.ID) {
			continue
		}
		for _, id := range c.Figures {
			other := v.byID[id]
			if id == t.ID || other == nil || slices.ContainsFunc(out, func(w wordRow) bool { return w.Other == other }) {
				continue
			}
			out = append(out, wordRow{c, other})
		}
	}
	return out
}

// pair returns the two figures that a finding sets against each other; none where
// it rests on anything else.
func (f *finding) pair() []*telling {
	var out []*telling
	for _, in := range f.Inputs {
		if in.Telling == nil {
			return nil
		}
		if !slices.Contains(out, in.Telling) {
			out = append(out, in.Telling)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// Here and There are the two figures of a finding that may be set apart; nil for
// another finding.
func (f *finding) Here() *telling {
	if pair := f.pair(); pair != nil {
		return pair[0]
	}
	return nil
}

// There is the other one.
func (f *finding) There() *telling {
	if pair := f.pair(); pair != nil {
		return pair[1]
	}
	return nil
}

// figureCompare takes a word on a figure and another: whether they may be set
// against each other.
func (s *site) figureCompare(q *request) (answer, error) {
	t, err := q.figure()
	if err != nil {
		return answer{}, err
	}
	if !q.decidable() {
		return answer{}, errReadOnly()
	}
	f := newForm(q, t)
	f.At, f.Reason, f.With = "compare", strings.TrimSpace(q.PostFormValue("reason")), strings.TrimSpace(q.PostFormValue("with"))
	decision := dossier.Decision{Figure: t.ID, With: f.With, Action: dossier.Action(q.PostFormValue("action")), Reason: f.Reason, Curator: f.Curator.Name, Seen: q.seen()}
	if last := q.view.state.LastWord(t.ID, f.With); last != nil {
		decision.Undoes = last.Entry // whoever gave their word since is found by Seen
	}
	if decision.With == "" {
		f.Problem = "Name the other figure, such as f12."
		return s.figureAnswer(q, t, f)
	}
	err = s.source.Decide(q.Context(), decision)
	switch {
	case errors.Is(err, dossier.ErrChanged):
		v, viewErr := s.view(q.Context(), -1)
		if viewErr != nil {
			return answer{}, viewErr
		}
		q.view = v
		q.fill(s)
		if t, err = q.figure(); err != nil {
			return answer{}, err
		}
		f.Seen, f.Wanted = v.state.At, decision.Action
		for _, e := range v.state.Words(t.ID, f.With) {
			if e.Entry >= decision.Seen {
				f.Changed = append(f.Changed, e)
			}
		}
		f.Problem = "Somebody said whether " + t.ID + " and " + f.With + " may be compared while you looked at them. Nothing was recorded for you; look again, then decide."
		a, err := s.figureAnswer(q, t, f)
		a.status = http.StatusConflict
		return a, err
	case errors.Is(err, dossier.ErrDecision):
		f.Problem = sentence(err)
		return s.figureAnswer(q, t, f)
	case err != nil:
		return answer{}, err
	}
	q.keepCurator(f.Curator.Name)
	return answer{to: q.frame.Root + "figure/" + t.ID + "/#comparisons"}, nil
}
