package ledger

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"muster/proof"
)

// TestFirstCheckpointWithoutItsTime shows that the first checkpoint, from which
// no earlier one says that a time must be there, does not lose it unseen: a
// signature of a name that nobody knows is not passed over.
func TestFirstCheckpointWithoutItsTime(t *testing.T) {
	private, public, err := note.GenerateKey(rand.Reader, "example.org/operation")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Unix(1_800_000_000, 0)
	cosigner, err := proof.NewCosigner(signer, public, at)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := proof.Checkpoint{Origin: "example.org/operation"}.Sign(signer, cosigner)
	if err != nil {
		t.Fatal(err)
	}
	signed := Signed{Time: at, Note: whole}
	if there, err := checkTime(signed, public, false); err != nil || !there {
		t.Fatalf("the whole checkpoint: %v, %v", there, err)
	}
	name := bytes.LastIndex(whole, []byte("example"))
	for i := range len("example.org/operation") {
		signed.Note = bytes.Clone(whole)
		signed.Note[name+i] ^= 1
		if _, err := checkTime(signed, public, false); !errors.Is(err, ErrDamaged) {
			t.Errorf("with a changed letter %d of the name: %v", i, err)
		}
	}
}
