package dossier

import (
	"slices"

	"muster/claims"
	"muster/ledger"
)

// standing is what decisions make of a figure or statement: it is kept beside
// each decision, so that undoing it is possible whatever it was.
type standing struct {
	status Status
	claim  claims.Figure
	entry  int64
	rank   Rank
	into   string
	split  []string
}

func (f *Figure) standing() *standing {
	return &standing{f.Status, f.Claim, f.Entry, f.Rank, f.Into, f.Split}
}

// restore puts back what stood. A proposal is as the reader says it now.
func (f *Figure) restore(s *standing) {
	f.Status, f.Claim, f.Entry, f.Rank, f.Into, f.Split = s.status, s.claim, s.entry, s.rank, s.into, s.split
	if f.Status == Proposed && f.Differs != nil {
		f.Claim, f.Differs = *f.Differs, nil
	}
}

// lastDecision returns the newest event that a person decided; nil for none.
func lastDecision(history []Event) *Event {
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Decided {
			return &history[i]
		}
	}
	return nil
}

// LastDecision returns the decision on a figure that can be undone; nil for none.
func (f *Figure) LastDecision() *Event { return lastDecision(f.History) }

// LastDecision returns the decision on a statement that can be undone; nil for none.
func (s *Statement) LastDecision() *Event { return lastDecision(s.History) }

// decision takes a decision in. One that an earlier rule let through and today's
// does not know is passed over.
func (b *builder) decision(e ledger.Entry, body decisionBody) {
	if body.Line != "" {
		b.lines[body.Line] = true
	}
	if i, ok := b.statements[e.Leaf.Subject]; ok {
		b.decideStatement(i, e, body)
		return
	}
	i, ok := b.figures[e.Leaf.Subject]
	if !ok {
		return
	}
	f := &b.state.Figures[i]
	before := f.standing()
	switch body.Action {
	case Accept:
		f.Status, f.Differs = Accepted, nil
	case Edit:
		if body.Figure == nil {
			return
		}
		bounded(body.Figure)
		f.Status, f.Claim, f.Entry, f.Differs = Edited, *body.Figure, e.Index, nil
	case Reject:
		f.Status = Rejected
	case Retract:
		f.Status = Retracted
	case Reopen:
		f.Status, f.Into, f.Split = Proposed, "", nil
		if f.Differs != nil {
			f.Claim, f.Differs = *f.Differs, nil
		}
	case Merge:
		f.Status, f.Into = Merged, body.Into
	case Divide:
		f.Status, f.Split = Split, body.Split
	case SetRank:
		f.Rank = body.Rank
	case Undo:
		last := lastDecision(f.History)
		if last == nil || body.Undoes == nil || last.Entry != *body.Undoes {
			return
		}
		f.restore(last.before)
	default:
		return
	}
	b.event(i, Event{Action: body.Action, Reason: body.Reason, Curator: body.Curator, Claim: body.Figure,
		Rank: body.Rank, Into: body.Into, Split: body.Split, Undoes: body.Undoes, before: before, Decided: true}, e)
	b.followSplit(e, body, before.split, f.Split)
}

// followSplit takes the figures out that a split made, when it is undone, and
// puts them back, when that is undone.
func (b *builder) followSplit(e ledger.Entry, body decisionBody, before, now []string) {
	if body.Action == Divide {
		return // the figures follow as entries of their own
	}
	set := func(ids, others []string, status Status) {
		for _, id := range ids {
			i, ok := b.figures[id]
			if !ok || slices.Contains(others, id) {
				continue
			}
			b.state.Figures[i].Status = status
			b.event(i, Event{Action: body.Action, Reason: "with the split", Curator: body.Curator}, e)
		}
	}
	set(before, now, Rejected)
	set(now, before, Edited)
}

func (b *builder) decideStatement(i int, e ledger.Entry, body decisionBody) {
	s := &b.state.Statements[i]
	before := &standing{status: s.Status}
	switch body.Action {
	case Accept:
		s.Status = Accepted
	case Reject:
		s.Status = Rejected
	case Retract:
		s.Status = Retracted
	case Reopen:
		s.Status = Proposed
	case Undo:
		last := lastDecision(s.History)
		if last == nil || body.Undoes == nil || last.Entry != *body.Undoes {
			return
		}
		s.Status = last.before.status
	default:
		return
	}
	s.History = append(slices.Clip(s.History), Event{Entry: e.Index, Time: e.Leaf.Time, Author: e.Leaf.Author,
		Action: body.Action, Reason: body.Reason, Curator: body.Curator, Undoes: body.Undoes, before: before, Decided: true})
}

// followMerges lets what belonged to a merged figure belong to the one that it is.
func followMerges(s *State) {
	into := map[string]string{}
	for _, f := range s.Figures {
		if f.Status == Merged {
			into[f.ID] = f.Into
		}
	}
	if len(into) == 0 {
		return
	}
	follow := func(id string) string {
		for range len(into) {
			next, merged := into[id]
			if !merged {
				break
			}
			id = next
		}
		return id
	}
	for i := range s.Figures {
		f := &s.Figures[i]
		f.PartOf, f.Denies = follow(f.PartOf), follow(f.Denies)
		if f.PartOf == f.ID {
			f.PartOf = ""
		}
	}
}
