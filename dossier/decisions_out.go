package dossier

import (
	"encoding/json"
	"io"
)

// WriteDecisions writes what stands decided on each figure and statement, and
// the replies, as lines of a decisions.jsonl.
func WriteDecisions(w io.Writer, state *State) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	write := func(lines []decisionLine) error {
		for _, line := range lines {
			if err := encoder.Encode(line); err != nil {
				return err
			}
		}
		return nil
	}
	var later []decisionLine // what goes by the other figures
	at := newPlaces(state)
	for i := range state.Figures {
		f := &state.Figures[i]
		doc := state.Document(f.Document)
		if doc == nil {
			continue
		}
		lines, after, err := linesOf(state, at, f, doc)
		if err == nil {
			err = write(lines)
		}
		if err != nil {
			return err
		}
		later = append(later, after...)
	}
	if err := write(later); err != nil {
		return err
	}
	if err := write(comparisonLines(state, at)); err != nil {
		return err
	}
	for i := range state.Statements {
		s := &state.Statements[i]
		doc, last := state.Document(s.Document), lastStanding(s.History)
		if doc == nil || last == nil || s.Status == Proposed {
			continue
		}
		line := decisionLine{Document: doc.Document.ID, Exact: s.Claim.Content[0].Exact, Start: s.Claim.Content[0].Start, Statement: true, Curator: curatorOf(last), Reason: last.Reason}
		line.Action = map[Status]Action{Accepted: Accept, Rejected: Reject, Retracted: Retract}[s.Status]
		lines := []decisionLine{line}
		if s.Status == Retracted {
			accepted := line
			accepted.Action, accepted.Reason = Accept, ""
			lines = []decisionLine{accepted, line}
		}
		if err := write(lines); err != nil {
			return err
		}
	}
	return nil
}

// linesOf returns the lines of one figure: those that can be taken in at once,
// and those that go by other figures. A figure that a split made is told by the
// split, and by an edit where a person changed it since.
func linesOf(state *State, places places, f *Figure, doc *Document) (lines, later []decisionLine, err error) {
	where := func(f *Figure) place {
		return place{doc.Document.ID, f.Claim.Number.Exact, f.Claim.Number.Start, false}
	}
	at := decisionLine{Document: doc.Document.ID, Exact: f.Claim.Number.Exact, Start: f.Claim.Number.Start, Which: places.which(where(f), f.ID)}
	if last := lastStanding(f.History); last != nil && f.Status != Proposed {
		at.Curator, at.Reason = curatorOf(last), last.Reason
		by := func(action Action) decisionLine { line := at; line.Action = action; return line }
		accept, edit := by(Accept), by(Edit)
		if !equalAsJSON(f.Claim, f.Proposal) {
			if edit.Set, err = json.Marshal(f.Claim); err != nil {
				return nil, nil, err
			}
			if edit.Reason == "" {
				edit.Reason = "as exported"
			}
			accept = edit
		}
		switch f.Status {
		case Accepted, Edited:
			if f.From == "" {
				lines = append(lines, accept)
			}
		case Rejected:
			if f.From == "" {
				lines = append(lines, by(Reject))
			} else {
				later = append(later, by(Reject))
			}
		case Retracted:
			if f.From == "" {
				lines = append(lines, accept)
			}
			later = append(later, by(Retract))
		case Merged:
			line := by(Merge)
			if into := state.Figure(f.Into); into != nil {
				line.Into = &linePlace{into.Claim.Number.Exact, into.Claim.Number.Start, places.which(where(into), into.ID)}
				later = append(later, line)
			}
		case Split:
			line := by(Divide)
			for _, id := range f.Split {
				if part := state.Figure(id); part != nil {
					set, err := json.Marshal(part.Claim)
					if err != nil {
						return nil, nil, err
					}
					line.Parts = append(line.Parts, linePart{part.Claim.Number.Exact, &part.Claim.Number.Start, set})
				}
			}
			lines = append(lines, line)
		}
	}
	if f.Rank != "" && f.Rank != Normal {
		for i := len(f.History) - 1; i >= 0; i-- {
			if e := &f.History[i]; e.Action == SetRank && e.Rank == f.Rank {
				line := at
				line.Action, line.Rank, line.Curator, line.Reason = SetRank, f.Rank, curatorOf(e), e.Reason
				later = append(later, line)
				break
			}
		}
	}
	for _, r := range f.Replies {
		line := at
		line.Action, line.Curator, line.Reason = actionReply, r.Curator, ""
		line.Reply = &lineReply{r.Kind, r.Office, r.Date, r.Words, r.URL}
		later = append(later, line)
	}
	return lines, later, nil
}

// comparisonLines returns the words that stand on pairs of figures.
func comparisonLines(state *State, places places) []decisionLine {
	var lines []decisionLine
	for _, c := range state.Comparisons {
		var ends []lineOther
		for _, id := range c.Figures {
			f := state.Figure(id)
			if f == nil || state.Document(f.Document) == nil {
				continue
			}
			at := place{state.Document(f.Document).Document.ID, f.Claim.Number.Exact, f.Claim.Number.Start, false}
			ends = append(ends, lineOther{at.document, at.exact, at.start, places.which(at, id)})
		}
		if len(ends) == 2 {
			lines = append(lines, decisionLine{Document: ends[0].Document, Exact: ends[0].Exact, Start: ends[0].Start, Which: ends[0].Which,
				Action: c.Action(), Curator: c.Curator, Reason: c.Reason, With: &ends[1]})
		}
	}
	return lines
}

// lastStanding returns the last decision that says what the status is: not a
// rank, and of an undo what it led back to is told in the undo's name.
func lastStanding(history []Event) *Event {
	for i := len(history) - 1; i >= 0; i-- {
		if e := &history[i]; isCurator(e.Author) && e.Action != SetRank {
			return e
		}
	}
	return nil
}

func curatorOf(e *Event) string {
	if e.Curator != "" {
		return e.Curator
	}
	return e.Author[len(curatorPrefix):]
}
