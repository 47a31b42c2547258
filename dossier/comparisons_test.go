package dossier

import (
	"context"
	"errors"
	"math/rand"
	"strings"
	"testing"
)

// TestWordsOnPairs takes words on two figures back and forth, and holds every
// state against a list in which undo puts the word before the last decision back.
func TestWordsOnPairs(t *testing.T) {
	d, _ := mixed(t)
	state := latest(t, d)
	a, b := figureWith(t, state, "300").ID, figureWith(t, state, "700").ID
	random := rand.New(rand.NewSource(7))
	wanted := map[int64]Action{state.At: ""}
	now, before := Action(""), Action("")
	for range 40 {
		decision := Decision{Figure: a, With: b, Action: []Action{Comparable, Apart, Undo}[random.Intn(3)], Reason: "they say so", Curator: "Ann Lee"}
		if random.Intn(2) == 0 {
			decision.Figure, decision.With = b, a
		}
		next := decision.Action
		if decision.Action == Undo {
			last := latest(t, d).LastWord(a, b)
			if last == nil {
				continue
			}
			decision.Undoes, next = last.Entry, before
		}
		decideOK(t, d, decision)
		now, before = next, now
		wanted[latest(t, d).At] = now
	}
	for at, want := range wanted {
		s, err := d.State(context.Background(), at)
		if err != nil {
			t.Fatal(err)
		}
		got := Action("")
		if word := s.Word(b, a); word != nil {
			if got = word.Action(); word.Curator != "Ann Lee" || word.Reason != "they say so" || word.Entry <= 0 || word.Time.IsZero() {
				t.Fatalf("the word is %+v", *word)
			}
		}
		if got != want {
			t.Errorf("after entry %d the word is %q, expected %q", at, got, want)
		}
	}
}

func TestSecondWordOnAPair(t *testing.T) {
	d, _ := mixed(t)
	state := latest(t, d)
	a, b := figureWith(t, state, "300").ID, figureWith(t, state, "700").ID
	decideOK(t, d, Decision{Figure: a, With: b, Action: Apart, Reason: "other rivers", Curator: "ann", Seen: state.At})
	err := d.Decide(context.Background(), Decision{Figure: b, With: a, Action: Comparable, Reason: "one river", Curator: "ben", Seen: state.At})
	if !errors.Is(err, ErrChanged) || !strings.Contains(err.Error(), "apart by curator:ann") {
		t.Errorf("the second word: %v", err)
	}
	// A decision on one of the two is no word on both.
	decideOK(t, d, Decision{Figure: a, Action: Accept, Curator: "ben", Seen: state.At})
}
