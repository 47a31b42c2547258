package ledgertest

import (
	"errors"
	"testing"

	"muster/ledger"
	"muster/proof"
)

// unadopted is a key folder that stops before it takes another key than this.
type unadopted struct {
	ledger.Keys
	key string
}

func (u unadopted) Adopt(_, key string) error {
	if key == u.key {
		return nil
	}
	return errFull
}

// testKeyChanged changes the key, more than once, and cut off on the way.
func testKeyChanged(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 5)...)
	first := b.VerifierKey()
	old, err := b.Checkpoint(t.Context())
	must(t, err)

	options := b.options
	options.Keys = unadopted{b.options.Keys, first}
	if _, err := reopen(t, open, b.place, options).RotateKey(t.Context(), "curator:ann", "for a test"); !errors.Is(err, errFull) {
		t.Fatalf("a key folder that is full says %v", err)
	}
	// The store has the new key, and the folder learns of it at the next opening.
	log := reopen(t, open, b.place, b.options)
	must(t, log.CanAppend())
	second := log.VerifierKey()
	if second == first {
		t.Fatal("the key is the one before")
	}
	must(t, log.Check(t.Context()))
	third, err := log.RotateKey(t.Context(), "curator:ann", "")
	must(t, err)
	_, err = log.Append(t.Context(), figures(5, 300)...)
	must(t, err)
	must(t, log.Check(t.Context()))
	log = reopen(t, open, b.place, b.options)
	must(t, log.CanAppend())
	if log.VerifierKey() != third {
		t.Errorf("the key is %s, expected %s", log.VerifierKey(), third)
	}
	must(t, log.Rebuild(t.Context()))
	must(t, log.Check(t.Context()))

	earlier, err := proof.OpenCheckpoint(old, first)
	must(t, err)
	tree, err := proof.Rebuild(checkpoint(t, log), tiles(t, log))
	must(t, err)
	must(t, tree.Extends(earlier))
	changes, err := log.KeyChanges(t.Context())
	must(t, err)
	if len(changes) != 2 {
		t.Fatalf("%d changes of key, expected 2", len(changes))
	}
	for i, key := range []string{first, second} {
		p, err := proof.Parse(changes[i])
		must(t, err)
		_, err = p.Verify(key)
		must(t, err)
	}

	// The list of keys is not taken from whoever changed it.
	must(t, openStore(t, open, b.place, false).Change(t.Context(), func(c ledger.Change) error { return c.SetMeta("keys", "") }))
	spoilt := reopen(t, open, b.place, ledger.Options{})
	if err := spoilt.Check(t.Context()); !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("without the list of earlier keys Check says %v", err)
	}
}

// testKeyReplaced goes on without the old key, and without entries it had signed.
func testKeyReplaced(t *testing.T, open Opener) {
	b := create(t, open)
	b.append(t, figures(0, 5)...)
	if _, err := b.ReplaceKey(t.Context(), "curator:ann", "for a test"); err == nil {
		t.Error("a key that is here was replaced")
	}
	place := t.TempDir()
	copyStore(t, openStore(t, open, b.place, true), openStore(t, open, place, false), 5, alteration{})
	lost := b.options
	lost.Keys = ledger.KeyFolder(t.TempDir())
	log := reopen(t, open, b.place, lost)
	_, err := log.ReplaceKey(t.Context(), "curator:ann", "the disk broke")
	must(t, err)
	_, err = log.Append(t.Context(), figures(5, 1)...)
	must(t, err)
	must(t, log.Check(t.Context()))
	if log.Origin() != origin {
		t.Errorf("the log is named %s now", log.Origin())
	}
	log = reopen(t, open, b.place, lost)
	must(t, log.CanAppend())

	// The original goes on where the copy does not: the copy is another log then.
	b = &bench{place: place, options: b.options, Log: reopen(t, open, place, b.options)}
	older := t.TempDir()
	copyStore(t, openStore(t, open, place, true), openStore(t, open, older, false), 5, alteration{})
	b.append(t, figures(5, 3)...)
	log = reopen(t, open, older, b.options)
	if err := log.CanAppend(); !errors.Is(err, ledger.ErrForked) {
		t.Fatalf("an older copy says %v", err)
	}
	_, err = log.ReplaceKey(t.Context(), "curator:ann", "three entries are lost")
	must(t, err)
	if log.Origin() == origin {
		t.Error("a log without entries that were signed has kept its name")
	}
	must(t, log.Check(t.Context()))
	log = reopen(t, open, older, ledger.Options{Keys: b.options.Keys, Now: b.options.Now, Random: b.options.Random})
	must(t, log.CanAppend())
	must(t, reopen(t, open, place, b.options).CanAppend()) // the original is as it was
}
