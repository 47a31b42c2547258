package ledgertest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"muster/ledger"
	"muster/proof"
)

// SQL runs a statement on the database of a store, behind the ledger's back,
// and returns the number of rows it changed.
type SQL func(t testing.TB, place, statement string) int64

// Damage spoils a store through SQL while it is open.
func Damage(t *testing.T, open Opener, run SQL) {
	t.Run("Emptied", func(t *testing.T) { testEmptied(t, open, run) })
	t.Run("EmptiedBeforeSigning", func(t *testing.T) { testEmptiedBeforeSigning(t, open, run) })
	t.Run("Changed", func(t *testing.T) { testChanged(t, open, run) })
}

// testEmptied deletes the tables that are made from the entries, each in turn,
// under a running log.
func testEmptied(t *testing.T, open Opener, run SQL) {
	for name, use := range map[string]func(*bench) error{
		"append": func(b *bench) error { _, err := b.Append(t.Context(), figures(0, 1)...); return err },
		"proof":  func(b *bench) error { _, err := b.Proof(t.Context(), 3); return err },
		"tile":   func(b *bench) error { _, err := b.Tile(t.Context(), "tile/0/001.p/44"); return err },
		"latest": func(b *bench) error {
			entry, found, err := b.Latest(t.Context(), "figure", "f7", 300)
			if err == nil && (!found || entry.Index != 7) {
				t.Errorf("f7 is entry %d, found %v", entry.Index, found)
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := create(t, open)
			b.append(t, figures(0, 300)...)
			_, err := b.Proof(t.Context(), 3) // some of it is remembered
			must(t, err)
			reader, err := ledger.Open(t.Context(), openStore(t, open, b.place, true), ledger.Options{})
			must(t, err)
			run(t, b.place, "delete from tile")
			run(t, b.place, "delete from version")
			if err := reader.Check(t.Context()); !errors.Is(err, ledger.ErrDamaged) {
				t.Errorf("a reader's Check says %v", err)
			}
			must(t, use(b))
			must(t, b.Check(t.Context())) // all of it, not only what was asked for
			must(t, reader.Check(t.Context()))
			entries := b.append(t, figures(5, 2)...)
			if entries[0].Leaf.Version != 2 {
				t.Errorf("f5 has version %d, expected 2", entries[0].Leaf.Version)
			}
		})
	}
}

// testEmptiedBeforeSigning deletes those tables while entries wait for their
// signature, which are made from the entries alone.
func testEmptiedBeforeSigning(t *testing.T, open Opener, run SQL) {
	b := create(t, open)
	b.append(t, figures(0, 300)...)
	options := b.options
	options.SignWithin = time.Hour
	log := reopen(t, open, b.place, options)
	for round := 2; round <= 3; round++ {
		_, err := log.Append(t.Context(), figures(4, 3)...)
		must(t, err)
	}
	_, err := log.Withhold(t.Context(), []int64{17}, "curator:ann", []byte(`"an order"`))
	must(t, err)
	before := Dump(t, openStore(t, open, b.place, true))
	run(t, b.place, "delete from tile")
	run(t, b.place, "delete from version")
	for entry, err := range log.Entries(t.Context(), 17, 18) {
		must(t, err)
		if entry.WithheldBy != 306 {
			t.Errorf("entry 17 is withheld by %d, expected 306", entry.WithheldBy)
		}
	}
	for subject, expected := range map[string]int{"f5": 3, "f9": 1} {
		entry, found, err := log.Latest(t.Context(), "figure", subject, 307)
		must(t, err)
		if !found || entry.Leaf.Version != expected {
			t.Errorf("%s has version %d, found %v; expected %d", subject, entry.Leaf.Version, found, expected)
		}
	}
	must(t, log.Rebuild(t.Context()))
	if after := Dump(t, openStore(t, open, b.place, true)); !bytes.Equal(before, after) {
		t.Error("rebuilt, the tables are others")
	}
	run(t, b.place, "delete from version")
	entries, err := log.Append(t.Context(), figures(5, 5)...)
	must(t, err)
	for i, expected := range []int{4, 4, 2, 2, 2} {
		if entries[i].Leaf.Version != expected {
			t.Errorf("%s has version %d, expected %d", entries[i].Leaf.Subject, entries[i].Leaf.Version, expected)
		}
	}
	must(t, log.Close())
	must(t, reopen(t, open, b.place, b.options).Check(t.Context()))
}

// cosign has a witness cosign the newest checkpoint.
func cosign(t *testing.T, log *ledger.Log) {
	t.Helper()
	secret, public, err := note.GenerateKey(nil, "witness.example/gazette")
	must(t, err)
	signer, err := note.NewSigner(secret)
	must(t, err)
	key, err := proof.WitnessKey(public)
	must(t, err)
	signed, err := log.Checkpoint(t.Context())
	must(t, err)
	cosigner, err := proof.NewCosigner(signer, public, time.Unix(1_750_000_000, 0))
	must(t, err)
	line, err := proof.Cosign(signed, cosigner)
	must(t, err)
	must(t, log.AddCosignature(t.Context(), checkpoint(t, log).Size, key, line))
	if err := log.AddCosignature(t.Context(), checkpoint(t, log).Size, key, signed); err == nil {
		t.Error("lines without the witness's were taken")
	}
}

// testChanged changes one value at a time in every column of every table. The
// statements are for the ledger of 300 entries that is made here.
func testChanged(t *testing.T, open Opener, run SQL) {
	for _, statement := range []string{
		"update entry set leaf = replace(leaf, 'ann', 'anm') where number = 77",
		"update entry set number = 1300 where number = 299",
		"update entry set body = (select body from entry where number = 78) where number = 77",
		"update entry set body = null where number = 77",
		"update checkpoint set size = 299 where size = 300",
		"update checkpoint set signed = 5 where size = 300",
		"update checkpoint set signed = signed + 1 where size = 300",
		"update checkpoint set signed = signed - 1 where size = 0",
		"update cosignature set size = 0",
		"update cosignature set witness = replace(witness, 'gazette', 'courier')",
		"update cosignature set line = replace(line, 'gazette', 'courier')",
		"update cosignature set line = substr(line, 1, 50) || 'A' || substr(line, 52)",
		"update checkpoint set note = (select note from checkpoint where size = 0) where size = 300",
		"update meta set value = replace(value, 'test', 'tess') where name = 'origin'",
		"update meta set value = replace(value, 'test', 'tess') where name = 'verifier'",
		"update tile set hashes = (select hashes from tile where level = 0 and number = 0) where level = 0 and number = 1",
		"update tile set roots = (select roots from tile where level = 0 and number = 0) where level = 0 and number = 1",
		"update tile set level = 3 where level = 1",
		"update tile set number = 2 where level = 0 and number = 1",
		"update version set kind = 'figurf' where subject = 'f7'",
		"update version set subject = 'g7' where subject = 'f7'",
		"update version set entry = 300 where subject = 'f7'",
		"update version set number = 3 where subject = 'f7'",
		"delete from version where subject = 'f7'",
	} {
		t.Run(statement, func(t *testing.T) {
			b := create(t, open)
			b.append(t, figures(0, 300)...)
			cosign(t, b.Log)
			must(t, b.Check(t.Context()))
			before := Dump(t, openStore(t, open, b.place, true))
			must(t, b.Close())
			if run(t, b.place, statement) == 0 {
				return // the engine itself refuses it, as a reference to a row that would be gone
			}
			store := openStore(t, open, b.place, true)
			log, err := ledger.Open(t.Context(), store, ledger.Options{})
			if err == nil {
				err = log.Check(t.Context())
			}
			if !errors.Is(err, ledger.ErrDamaged) {
				t.Errorf("found %v; the tables are as before: %v", err, bytes.Equal(before, Dump(t, store)))
			}
		})
	}
}
