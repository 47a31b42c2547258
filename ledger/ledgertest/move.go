package ledgertest

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"muster/ledger"
)

// Move moves logs from stores of one kind to stores of another and back, and
// looks whether every bit is the same.
func Move(t *testing.T, first, second Opener) {
	t.Run("ThereAndBack", func(t *testing.T) { testMoveThereAndBack(t, first, second) })
	t.Run("CutOff", func(t *testing.T) { testMoveCutOff(t, first, second) })
	t.Run("Refused", func(t *testing.T) { testMoveRefused(t, first, second) })
}

func testMoveThereAndBack(t *testing.T, first, second Opener) {
	b := create(t, first)
	for _, count := range []int{1, 255, 300, 44} {
		b.append(t, figures(0, count)...)
		cosign(t, b.Log)
		b.clock.Add(time.Minute)
	}
	here := ledger.Place{Name: "here", Store: openStore(t, first, b.place, false)}
	there := ledger.Place{Name: "there", Store: openStore(t, second, t.TempDir(), false)}
	before := Dump(t, here.Store)
	must(t, ledger.Move(t.Context(), here, there, nil))
	if after := Dump(t, there.Store); !bytes.Equal(before, after) {
		t.Fatalf("the moved store has other bits:\n%s\nexpected\n%s", after, before)
	}
	if _, err := b.Append(t.Context(), figures(0, 1)...); !errors.Is(err, ledger.ErrMoved) {
		t.Errorf("a log that was open while it was moved: Append says %v", err)
	}
	if _, err := ledger.Open(t.Context(), here.Store, b.options); !errors.Is(err, ledger.ErrMoved) || !strings.Contains(err.Error(), "there") {
		t.Errorf("opening what was left behind says %v", err)
	}
	must(t, ledger.Move(t.Context(), here, there, nil)) // done already

	moved, err := ledger.Open(t.Context(), there.Store, b.options)
	must(t, err)
	must(t, moved.CanAppend())
	_, err = moved.Append(t.Context(), figures(0, 513)...)
	must(t, err)
	before = Dump(t, there.Store)
	must(t, ledger.Move(t.Context(), there, here, nil))
	if after := Dump(t, here.Store); !bytes.Equal(before, after) {
		t.Fatal("the store moved back to has other bits")
	}
	back, err := ledger.Open(t.Context(), here.Store, b.options)
	must(t, err)
	must(t, back.CanAppend())
	must(t, back.Check(t.Context()))
	_, err = back.Append(t.Context(), figures(0, 1)...)
	must(t, err)
	if _, err := ledger.Open(t.Context(), there.Store, b.options); !errors.Is(err, ledger.ErrMoved) {
		t.Errorf("opening what was left behind says %v", err)
	}
}

// failing is a store whose changes fail after some.
type failing struct {
	ledger.Store
	left *int
}

var errCutOff = errors.New("cut off")

func (f failing) Change(ctx context.Context, change func(ledger.Change) error) error {
	if *f.left--; *f.left < 0 {
		return errCutOff
	}
	return f.Store.Change(ctx, change)
}

// testMoveCutOff cuts a move off after each of its changes, and goes on. At no
// moment do both stores take entries.
func testMoveCutOff(t *testing.T, first, second Opener) {
	b := create(t, first)
	b.append(t, figures(0, 1100)...)
	here, there := openStore(t, first, b.place, false), openStore(t, second, t.TempDir(), false)
	before := Dump(t, here)
	takes := func(store ledger.Store) bool {
		_, err := ledger.Open(t.Context(), store, b.options)
		return err == nil
	}
	for cut := 0; ; cut++ {
		left := cut
		err := ledger.Move(t.Context(), ledger.Place{Name: "here", Store: failing{here, &left}}, ledger.Place{Name: "there", Store: failing{there, &left}}, nil)
		if takes(here) && takes(there) {
			t.Fatalf("cut off after %d changes, both stores take entries", cut)
		}
		if err == nil {
			break
		}
		if !errors.Is(err, errCutOff) || cut > 50 {
			t.Fatal(err)
		}
	}
	if after := Dump(t, there); !bytes.Equal(before, after) {
		t.Error("the moved store has other bits")
	}
	if takes(here) || !takes(there) {
		t.Error("after the move the second store takes entries, and the first does not: expected so")
	}
}

func testMoveRefused(t *testing.T, first, second Opener) {
	b, other := create(t, first), create(t, second)
	b.append(t, figures(0, 3)...)
	other.append(t, figures(0, 3)...)
	here := ledger.Place{Name: "here", Store: openStore(t, first, b.place, false)}
	if err := ledger.Move(t.Context(), here, ledger.Place{Name: "there", Store: openStore(t, second, other.place, false)}, nil); err == nil || !strings.Contains(err.Error(), "holds another ledger") {
		t.Errorf("moving onto another ledger says %v", err)
	}
	empty := ledger.Place{Name: "empty", Store: openStore(t, second, t.TempDir(), false)}
	if err := ledger.Move(t.Context(), empty, here, nil); !errors.Is(err, ledger.ErrNoLog) {
		t.Errorf("moving nothing says %v", err)
	}

	// A body that was changed is found in the copy, and the ledger stays.
	place := t.TempDir()
	copyStore(t, here.Store, openStore(t, first, place, false), 3, alteration{row: func(r *ledger.Row) bool {
		r.Body = bytes.Replace(r.Body, []byte("2}"), []byte("4}"), 1)
		return true
	}})
	damaged := ledger.Place{Name: "damaged", Store: openStore(t, first, place, false)}
	if err := ledger.Move(t.Context(), damaged, empty, nil); !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("moving a damaged ledger says %v", err)
	}
	if _, err := ledger.Open(t.Context(), damaged.Store, ledger.Options{}); err != nil {
		t.Errorf("after that it is opened with %v", err)
	}
	// The damaged copy is not gone on from either.
	if err := ledger.Move(t.Context(), here, empty, nil); !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("moving onto a damaged copy says %v", err)
	}
	must(t, b.Check(t.Context()))
}
