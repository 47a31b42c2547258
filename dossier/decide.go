package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"muster/claims"
)

const curatorPrefix = "curator:"

// ErrDecision marks a decision that cannot be taken as it was given.
var ErrDecision = errors.New("the decision cannot be taken")

// Decision is a curator's word on a figure or a statement.
type Decision struct {
	Figure  string // ID of the figure, or of the statement
	With    string // for Comparable and Apart, and to undo them: the other figure
	Action  Action
	Reason  string
	Curator string
	Claim   *claims.Figure  // for Edit: the whole new figure
	Rank    Rank            // for SetRank
	Into    string          // for Merge: the figure, of the same document, that it is
	Parts   []claims.Figure // for Divide: the figures that it was, at least two
	Undoes  int64           // for Undo: the entry of the decision; it has to be the last on the figure
	Seen    int64           // State.At that the curator looked at; 0: not checked
}

// Decide records a decision as a new entry; nothing is overwritten. ErrChanged
// says that somebody else decided on the figure after Seen.
func (d *Dossier) Decide(ctx context.Context, decision Decision) error {
	return d.DecideAll(ctx, []Decision{decision})
}

// DecideAll records decisions on different figures and statements, all of them
// or none.
func (d *Dossier) DecideAll(ctx context.Context, decisions []Decision) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.retrying(func() error {
		state, err := d.stateLocked(ctx)
		if err != nil {
			return err
		}
		court := newCourt(state)
		for _, decision := range decisions {
			if err := court.decide(decision, ""); err != nil {
				return err
			}
		}
		return d.append(ctx, court.list)
	})
}

// court takes decisions on one state, one on each figure and statement.
type court struct {
	state      *State
	figures    map[string]*Figure
	statements map[string]*Statement
	decided    map[string]bool
	ids        *known // made when a split needs new IDs
	list       drafts
}

func newCourt(state *State) *court {
	c := &court{state: state, figures: map[string]*Figure{}, statements: map[string]*Statement{}, decided: map[string]bool{}}
	for i := range state.Figures {
		c.figures[state.Figures[i].ID] = &state.Figures[i]
	}
	for i := range state.Statements {
		c.statements[state.Statements[i].ID] = &state.Statements[i]
	}
	return c
}

// decide adds the entries of one decision; line is the digest of the line of
// decisions.jsonl that it comes from, "" for none.
func (c *court) decide(decision Decision, line string) error {
	decision.Curator, decision.Reason = strings.TrimSpace(decision.Curator), strings.TrimSpace(decision.Reason)
	if authorName(decision.Curator) == "" {
		return fmt.Errorf("%w: a decision needs the name of who takes it", ErrDecision)
	}
	if decision.With != "" {
		return c.onPair(decision, line)
	}
	f, s := c.figures[decision.Figure], c.statements[decision.Figure]
	if c.decided[decision.Figure] {
		return fmt.Errorf("%w: figure %s is named twice; decide on it once", ErrDecision, decision.Figure)
	}
	body := decisionBody{Action: decision.Action, Reason: decision.Reason, Curator: decision.Curator, Line: line}
	var parts []claims.Figure
	var err error
	switch {
	case f != nil:
		if err = unchanged(f.ID, f.History, decision.Seen); err == nil {
			parts, err = c.onFigure(f, decision, &body)
		}
	case s != nil:
		if err = unchanged(s.ID, s.History, decision.Seen); err == nil {
			err = onStatement(s, decision, &body)
		}
	default:
		err = fmt.Errorf("%w: there is no figure %q", ErrDecision, decision.Figure)
	}
	if err != nil {
		return err
	}
	c.decided[decision.Figure] = true
	author := curatorPrefix + authorName(decision.Curator)
	c.list.add(kindDecision, decision.Figure, author, body)
	for i, part := range parts {
		c.list.add(kindFigure, body.Split[i], author, figureBody{Document: f.Document, DocumentVersion: f.Version, Headline: f.Headline,
			PartOf: f.PartOf, Denies: f.Denies, SplitFrom: f.ID, Figure: &part})
	}
	return nil
}

// unchanged reports, with ErrChanged, what somebody else did in the meantime.
func unchanged(id string, history []Event, seen int64) error {
	if len(history) == 0 || seen <= 0 {
		return nil
	}
	if last := history[len(history)-1]; last.Entry >= seen {
		return fmt.Errorf("figure %s: %w: %s by %s at entry %d; look at the figure again before you decide", id, ErrChanged, last.Action, last.Author, last.Entry)
	}
	return nil
}

// onFigure checks a decision on a figure and completes its body; of a split it
// returns the figures that follow.
func (c *court) onFigure(f *Figure, decision Decision, body *decisionBody) ([]claims.Figure, error) {
	gone := f.Status == Merged || f.Status == Split
	if gone && decision.Action != Undo && decision.Action != Reopen {
		return nil, fmt.Errorf("%w: figure %s was %s; undo that first", ErrDecision, f.ID, f.Status)
	}
	switch decision.Action {
	case Accept, Reopen:
	case Reject:
		return nil, needsReason(decision, "rejecting a figure")
	case Retract:
		if !f.Status.Reviewed() {
			return nil, fmt.Errorf("%w: figure %s is %s; only what was accepted can be retracted, so reject it", ErrDecision, f.ID, f.Status)
		}
		return nil, needsReason(decision, "retracting a figure")
	case Edit:
		if decision.Claim == nil {
			return nil, fmt.Errorf("%w: an edit needs the new figure", ErrDecision)
		}
		edited := *decision.Claim
		edited.Confidence = 1
		body.Figure = &edited
		return nil, errors.Join(needsReason(decision, "editing a figure"), checkEdit(f.Claim, edited))
	case SetRank:
		body.Rank = decision.Rank
		if !slices.Contains([]Rank{Preferred, Normal, Deprecated}, decision.Rank) {
			return nil, fmt.Errorf("%w: rank is %q; expected preferred, normal or deprecated", ErrDecision, decision.Rank)
		}
		if decision.Rank == Deprecated {
			return nil, needsReason(decision, "deprecating a figure")
		}
	case Merge:
		body.Into = decision.Into
		return nil, c.mayMerge(f, decision.Into)
	case Divide:
		return c.split(f, decision, body)
	case Undo:
		body.Undoes = &decision.Undoes
		return nil, mayUndo(f.ID, f.LastDecision(), decision.Undoes)
	case Comparable, Apart:
		return nil, fmt.Errorf("%w: whether figures may be compared is said of two; name the other", ErrDecision)
	default:
		return nil, fmt.Errorf("%w: action %q; expected accept, edit, reject, retract, reopen, merge, split, rank, comparable, apart or undo", ErrDecision, decision.Action)
	}
	return nil, nil
}

func onStatement(s *Statement, decision Decision, body *decisionBody) error {
	switch decision.Action {
	case Accept, Reopen:
		return nil
	case Reject:
		return needsReason(decision, "rejecting a statement")
	case Retract:
		if s.Status != Accepted {
			return fmt.Errorf("%w: statement %s is %s; only what was accepted can be retracted, so reject it", ErrDecision, s.ID, s.Status)
		}
		return needsReason(decision, "retracting a statement")
	case Undo:
		body.Undoes = &decision.Undoes
		return mayUndo(s.ID, s.LastDecision(), decision.Undoes)
	}
	return fmt.Errorf("%w: action %q on a statement; expected accept, reject, retract, reopen or undo", ErrDecision, decision.Action)
}

func needsReason(decision Decision, what string) error {
	if decision.Reason == "" {
		return fmt.Errorf("%w: %s needs a reason", ErrDecision, what)
	}
	return nil
}

func mayUndo(id string, last *Event, entry int64) error {
	switch {
	case last == nil:
		return fmt.Errorf("%w: nobody decided on %s, so there is nothing to undo", ErrDecision, id)
	case last.Entry != entry:
		return fmt.Errorf("%w: entry %d is not the last decision on %s; that is entry %d, and is undone first", ErrDecision, entry, id, last.Entry)
	}
	return nil
}

// mayMerge holds a merge to what it is: two proposals of one number in one text.
// The same number in two documents is told twice, which origins say.
func (c *court) mayMerge(f *Figure, into string) error {
	other := c.figures[into]
	switch {
	case other == nil:
		return fmt.Errorf("%w: there is no figure %q to merge %s into", ErrDecision, into, f.ID)
	case into == f.ID:
		return fmt.Errorf("%w: figure %s cannot be merged into itself", ErrDecision, f.ID)
	case other.Document != f.Document:
		return fmt.Errorf("%w: %s stands in another document than %s; tellings in two documents are two figures, and origins say that they are of one number", ErrDecision, into, f.ID)
	case other.Status.Aside():
		return fmt.Errorf("%w: figure %s is %s; merge into one that stands", ErrDecision, into, other.Status)
	}
	for _, f2 := range c.state.Figures {
		if f2.Status == Merged && f2.Into == f.ID {
			return fmt.Errorf("%w: %s was merged into %s; undo that first", ErrDecision, f2.ID, f.ID)
		}
	}
	return nil
}

// split checks the figures that one was and gives them IDs.
func (c *court) split(f *Figure, decision Decision, body *decisionBody) ([]claims.Figure, error) {
	if len(decision.Parts) < 2 {
		return nil, fmt.Errorf("%w: splitting figure %s needs at least two figures that it was", ErrDecision, f.ID)
	}
	doc := c.state.Document(f.Document)
	if doc == nil {
		return nil, fmt.Errorf("%w: the document of figure %s is not here", ErrDecision, f.ID)
	}
	text := []rune(doc.Text)
	if c.ids == nil {
		c.ids = newKnown(c.state)
	}
	parts := slices.Clone(decision.Parts)
	for i := range parts {
		part := &parts[i]
		part.Confidence = 1
		for _, span := range []claims.Span{part.Number, part.Quote.Span} {
			if span.Start < 0 || span.End > len(text) || span.Start >= span.End || string(text[span.Start:span.End]) != span.Exact {
				return nil, fmt.Errorf("%w: %q does not stand at %d of the document; a figure's words are the document's", ErrDecision, span.Exact, span.Start)
			}
		}
		if part.Stated.Empty() {
			return nil, fmt.Errorf("%w: of %q the lower bound lies above the upper", ErrDecision, part.Number.Exact)
		}
		body.Split = append(body.Split, c.ids.next('f'))
	}
	return parts, nil
}

// checkEdit holds an edit to what a figure is: the quote is the document's and
// not the curator's, and the lower bound lies below the upper.
func checkEdit(before, after claims.Figure) error {
	if before.Quote != after.Quote || before.Number != after.Number {
		return fmt.Errorf("%w: an edit cannot change the quote; reject the figure instead", ErrDecision)
	}
	if after.Stated.Empty() {
		return fmt.Errorf("%w: the lower bound %s lies above the upper bound %s", ErrDecision, after.Stated.Min.Value, after.Stated.Max.Value)
	}
	return nil
}

// authorName makes one word of a name, as the ledger's lines need it. The name
// as written stands in the body.
func authorName(name string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_' }), "-"))
}
