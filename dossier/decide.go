package dossier

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"muster/claims"
)

const curatorPrefix = "curator:"

// ErrDecision marks a decision that cannot be taken as it was given.
var ErrDecision = errors.New("the decision cannot be taken")

// Decision is a curator's word on a figure.
type Decision struct {
	Figure  string
	Action  Action
	Reason  string
	Curator string
	Claim   *claims.Figure // for Edit: the whole new figure
	Seen    int64          // State.At that the curator looked at; 0: not checked
}

// Decide records a decision as a new entry; nothing is overwritten. ErrChanged
// says that somebody else decided on the figure after Seen.
func (d *Dossier) Decide(ctx context.Context, decision Decision) error {
	return d.DecideAll(ctx, []Decision{decision})
}

// DecideAll records decisions on different figures, all of them or none.
func (d *Dossier) DecideAll(ctx context.Context, decisions []Decision) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	state, err := d.stateLocked(ctx)
	if err != nil {
		return err
	}
	figures := map[string]*Figure{}
	for i := range state.Figures {
		figures[state.Figures[i].ID] = &state.Figures[i]
	}
	var list drafts
	for _, decision := range decisions {
		f, ok := figures[decision.Figure]
		switch {
		case !ok:
			return fmt.Errorf("%w: there is no figure %q", ErrDecision, decision.Figure)
		case f == nil:
			return fmt.Errorf("%w: figure %s is named twice; decide on it once", ErrDecision, decision.Figure)
		}
		if err := decide(&list, f, decision, ""); err != nil {
			return err
		}
		figures[decision.Figure] = nil
	}
	return d.append(ctx, list)
}

func decide(list *drafts, f *Figure, decision Decision, line string) error {
	curator := strings.TrimSpace(decision.Curator)
	if authorName(curator) == "" {
		return fmt.Errorf("%w: a decision needs the name of who takes it", ErrDecision)
	}
	if last := f.History[len(f.History)-1]; decision.Seen > 0 && last.Entry >= decision.Seen {
		return fmt.Errorf("figure %s: %w: %s by %s at entry %d; look at the figure again before you decide", f.ID, ErrChanged, last.Action, last.Author, last.Entry)
	}
	body := decisionBody{Action: decision.Action, Reason: strings.TrimSpace(decision.Reason), Curator: curator, Line: line}
	switch decision.Action {
	case Accept, Reopen:
	case Reject:
		if body.Reason == "" {
			return fmt.Errorf("%w: rejecting a figure needs a reason", ErrDecision)
		}
	case Edit:
		if decision.Claim == nil {
			return fmt.Errorf("%w: an edit needs the new figure", ErrDecision)
		}
		if body.Reason == "" {
			return fmt.Errorf("%w: editing a figure needs a reason", ErrDecision)
		}
		edited := *decision.Claim
		edited.Confidence = 1
		if err := checkEdit(f.Claim, edited); err != nil {
			return err
		}
		body.Figure = &edited
	default:
		return fmt.Errorf("%w: action %q; expected accept, edit, reject or reopen", ErrDecision, decision.Action)
	}
	list.add(kindDecision, f.ID, curatorPrefix+authorName(curator), body)
	return nil
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
