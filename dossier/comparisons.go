package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"muster/ledger"
)

// The actions on a pair of figures; Undo takes the last of them back.
const (
	Comparable Action = "comparable" // they may be set against each other, whatever the rule says
	Apart      Action = "apart"      // they may not
)

// comparisonBody is a curator's word on a pair of figures, or that the last one is
// taken back.
type comparisonBody struct {
	Figures [2]string `json:"figures"`
	Action  Action    `json:"action"`
	Reason  string    `json:"reason"`
	Curator string    `json:"curator"`
	Undoes  *int64    `json:"undoes,omitempty"`
	Line    string    `json:"line,omitempty"` // digest of the line of decisions.jsonl it came from
}

// Comparison is a curator's word on whether figures may be set against each
// other, where the rule of findings comes to something else: an entry of the
// ledger, or a default of dossier.toml, before which entries go.
type Comparison struct {
	Figures []string `toml:"figures" json:"figures"` // two or more IDs, as the pages of the figures show them: "f12"; of an entry two, in order
	Apart   bool     `toml:"apart" json:"apart"`     // true: never; false: always
	Reason  string   `toml:"reason" json:"reason"`

	// Of an entry: who gave it, under which number, and when. Of a default of
	// dossier.toml Curator is "".
	Curator string    `toml:"-" json:"curator"`
	Entry   int64     `toml:"-" json:"entry"`
	Time    time.Time `toml:"-" json:"time"`
}

// Action is what the word does.
func (c Comparison) Action() Action {
	if c.Apart {
		return Apart
	}
	return Comparable
}

// pairOf puts two figures in the order of their numbers.
func pairOf(a, b string) [2]string {
	if c := cmp.Or(numberOf(a)-numberOf(b), cmp.Compare(a, b)); c > 0 {
		a, b = b, a
	}
	return [2]string{a, b}
}

// pairSubject is the subject of a pair's entries: "f12+f30".
func pairSubject(pair [2]string) string { return pair[0] + "+" + pair[1] }

// Words returns what was said on a pair of figures, oldest first, undone words
// included: an undo has Action Undo.
func (s *State) Words(a, b string) []Event { return s.pairs[pairOf(a, b)] }

// Word returns the word that stands on a pair of figures in the ledger; nil for
// none.
func (s *State) Word(a, b string) *Comparison {
	pair := pairOf(a, b)
	for i := range s.Comparisons {
		if c := &s.Comparisons[i]; c.Figures[0] == pair[0] && c.Figures[1] == pair[1] {
			return c
		}
	}
	return nil
}

// LastWord returns the word on a pair that can be undone; nil for none.
func (s *State) LastWord(a, b string) *Event { return lastDecision(s.Words(a, b)) }

// onPair adds the entry of a decision on a pair of figures.
func (c *court) onPair(decision Decision, line string) error {
	pair := pairOf(decision.Figure, decision.With)
	subject := pairSubject(pair)
	for _, id := range pair {
		f := c.figures[id]
		switch {
		case f == nil:
			return fmt.Errorf("%w: there is no figure %q", ErrDecision, id)
		case f.Status.Aside() && decision.Action != Undo:
			return fmt.Errorf("%w: figure %s is %s and takes part in nothing", ErrDecision, id, f.Status)
		}
	}
	if pair[0] == pair[1] {
		return fmt.Errorf("%w: figure %s cannot be set against itself; --with names another", ErrDecision, pair[0])
	}
	if c.decided[subject] {
		return fmt.Errorf("%w: the figures %s and %s are named twice; decide on them once", ErrDecision, pair[0], pair[1])
	}
	history := c.state.Words(pair[0], pair[1])
	if err := unchanged(subject, history, decision.Seen); err != nil {
		return err
	}
	body := comparisonBody{Figures: pair, Action: decision.Action, Reason: decision.Reason, Curator: decision.Curator, Line: line}
	switch decision.Action {
	case Comparable, Apart:
		if err := needsReason(decision, "a word on whether figures may be compared"); err != nil {
			return err
		}
	case Undo:
		body.Undoes = &decision.Undoes
		if err := mayUndo(subject, lastDecision(history), decision.Undoes); err != nil {
			return err
		}
	default:
		return fmt.Errorf("%w: action %q on two figures; expected comparable, apart or undo", ErrDecision, decision.Action)
	}
	c.decided[subject] = true
	c.list.add(kindComparison, subject, curatorPrefix+authorName(decision.Curator), body)
	return nil
}

// comparison takes a word on a pair in.
func (b *builder) comparison(e ledger.Entry, body comparisonBody) {
	if body.Line != "" {
		b.lines[body.Line] = true
	}
	history := b.pairs[body.Figures]
	event := Event{Entry: e.Index, Time: e.Leaf.Time, Author: e.Leaf.Author, Action: body.Action, Reason: body.Reason, Curator: body.Curator, Undoes: body.Undoes, Decided: true}
	switch body.Action {
	case Comparable, Apart:
		event.word = &Comparison{Figures: []string{body.Figures[0], body.Figures[1]}, Apart: body.Action == Apart, Reason: body.Reason, Curator: curatorOf(&event), Entry: e.Index, Time: e.Leaf.Time}
	case Undo:
		last := lastDecision(history)
		if last == nil || body.Undoes == nil || last.Entry != *body.Undoes {
			return
		}
		event.word = last.wordBefore
	default:
		return
	}
	if last := lastDecision(history); last != nil {
		event.wordBefore = last.word
	}
	// Copied on growth so that states handed out earlier keep theirs.
	b.pairs[body.Figures] = append(slices.Clip(history), event)
}

// comparisons returns the words that stand, in the order of the figures.
func (b *builder) comparisons() (standing []Comparison, words map[[2]string][]Event) {
	words = make(map[[2]string][]Event, len(b.pairs))
	for pair, history := range b.pairs {
		words[pair] = history
		if word := history[len(history)-1].word; word != nil {
			standing = append(standing, *word)
		}
	}
	slices.SortFunc(standing, func(x, y Comparison) int {
		return cmp.Or(numberOf(x.Figures[0])-numberOf(y.Figures[0]), numberOf(x.Figures[1])-numberOf(y.Figures[1]))
	})
	return standing, words
}
