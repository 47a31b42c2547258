package ledger

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"slices"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// note returns the checkpoint as a signed note, which holds the log's signature
// and its own cosignature: its word on the time.
func (l *Log) note(checkpoint proof.Checkpoint, end *head) ([]byte, error) {
	cosigner, err := proof.NewCosigner(l.signer, l.verifier, end.time)
	if err != nil {
		return nil, err
	}
	return checkpoint.Sign(l.signer, cosigner)
}

// checkTime reports whether a checkpoint's own cosignature is there and tells
// the time at which it was signed. Ledgers begun before there were any have none
// on their first checkpoints.
func checkTime(signed Signed, verifier string, expected bool) (there bool, err error) {
	own, err := proof.WitnessKey(verifier)
	if err != nil {
		return false, err
	}
	found, err := proof.Cosignatures(signed.Note, own)
	switch {
	case err != nil:
		return false, fmt.Errorf("the checkpoint of size %d: %w: %w", signed.Size, err, ErrDamaged)
	case bytes.Count(signed.Note, []byte("\n— ")) > 1+len(found): // what witnesses put on it lies apart
		return false, fmt.Errorf("the checkpoint of size %d has the signature of an unknown name: %w", signed.Size, ErrDamaged)
	case len(found) == 0 && expected:
		return false, fmt.Errorf("the checkpoint of size %d: the time at which it was signed was taken out: %w", signed.Size, ErrDamaged)
	case len(found) > 0 && !found[0].Time.Equal(signed.Time):
		return false, fmt.Errorf("the checkpoint of size %d: its time was changed from %s to %s: %w", signed.Size, found[0].Time, signed.Time, ErrDamaged)
	}
	return len(found) > 0, nil
}

// AddCosignature keeps the line by which a witness has cosigned the checkpoint of
// that size. Lines of others are left out. The error wraps proof.ErrUnsigned when
// none is the witness's on this checkpoint.
func (l *Log) AddCosignature(ctx context.Context, size int64, key string, lines []byte) error {
	if l.refusal != nil {
		return l.refusal
	}
	return l.store.Change(ctx, func(c Change) error {
		all, err := c.Checkpoints(size, 1)
		if err != nil {
			return err
		}
		if len(all) == 0 || all[0].Size != size {
			return fmt.Errorf("no checkpoint of size %d was signed", size)
		}
		line, err := witnessed(all[0].Note, key, lines)
		if err != nil {
			return err
		}
		return c.AddCosignature(Cosignature{size, key, string(line)})
	})
}

// witnessed returns the line of a witness among those it answered.
func witnessed(signed []byte, key string, lines []byte) ([]byte, error) {
	verifier, err := proof.NewWitness(key)
	if err != nil {
		return nil, err
	}
	opened, err := note.Open(slices.Concat(signed, lines), note.VerifierList(verifier))
	if err != nil {
		return nil, fmt.Errorf("what the witness %s answered is not its cosignature of this checkpoint: %w", verifier.Name(), proof.ErrUnsigned)
	}
	signature := opened.Sigs[0]
	return fmt.Appendf(nil, "— %s %s\n", signature.Name, signature.Base64), nil
}

// withCosignatures returns a checkpoint's note with the lines of witnesses.
func withCosignatures(v View, signed Signed) ([]byte, error) {
	all, err := v.Cosignatures(signed.Size, signed.Size+1)
	if err != nil || len(all) == 0 {
		return signed.Note, err
	}
	whole := slices.Clone(signed.Note)
	for _, c := range all {
		whole = append(whole, c.Line...)
	}
	return whole, nil
}

// Consistency returns the proof that the log of one size extends that of an
// older one, as witnesses ask for it.
func (l *Log) Consistency(ctx context.Context, older, size int64) (hashes tlog.TreeProof, err error) {
	if older == 0 || older == size {
		return nil, nil
	}
	err = l.view(ctx, func(v View) error {
		hashes, err = tlog.ProveTree(size, older, storedHashes{view: v, met: &l.met})
		return err
	})
	return hashes, err
}

// checkCosignatures verifies what witnesses have put on the checkpoints.
func (l *Log) checkCosignatures(v View) error {
	all, err := v.Cosignatures(0, math.MaxInt64)
	if err != nil {
		return err
	}
	for _, c := range all {
		signed, err := v.Checkpoints(c.Size, 1)
		if err != nil {
			return err
		}
		if len(signed) == 1 && signed[0].Size == c.Size {
			_, err = witnessed(signed[0].Note, c.Key, []byte(c.Line))
		}
		if len(signed) == 0 || err != nil {
			return fmt.Errorf("a cosignature of the checkpoint of size %d was changed: %w", c.Size, ErrDamaged)
		}
	}
	return nil
}
