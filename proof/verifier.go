package proof

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Verifier checks what a stranger was given, and tells of each step in one
// plain sentence. Errors wrap ErrUnsigned, ErrNotProven, ErrInconsistent or
// ErrUnwitnessed when something does not hold, whatever the others hold.
type Verifier struct {
	Key       string   // the log's verifier key
	Witnesses []string // verifier keys of witnesses
	Quorum    int      // how many of them have to have cosigned
	Tell      func(sentence string)
}

func (v Verifier) tell(format string, values ...any) { v.Tell(fmt.Sprintf(format, values...)) }

const timeOfDay = "2006-01-02 15:04:05 UTC"

// Checkpoint checks the log's signature and those of the witnesses.
func (v Verifier) Checkpoint(signed []byte) (Checkpoint, error) {
	checkpoint, err := OpenCheckpoint(signed, v.Key)
	if err != nil {
		return checkpoint, err
	}
	own, err := WitnessKey(v.Key)
	if err != nil {
		return checkpoint, err
	}
	clock := ""
	times, err := Cosignatures(signed, own)
	if err != nil {
		return checkpoint, err
	}
	if len(times) > 0 {
		clock = ", at " + times[0].Time.Format(timeOfDay) + " by its own clock"
	}
	v.tell("The record was signed by %s at size %d%s.", checkpoint.Origin, checkpoint.Size, clock)
	return checkpoint, v.quorum(signed, own)
}

func (v Verifier) quorum(signed []byte, own string) error {
	if v.Quorum < 1 {
		return nil
	}
	// A log that witnesses itself is one more witness of the same key.
	if _, err := Cosignatures(signed, append([]string{own}, v.Witnesses...)...); err != nil {
		return err
	}
	found, err := Cosignatures(signed, v.Witnesses...)
	if err != nil {
		return err
	}
	if len(found) < v.Quorum {
		return fmt.Errorf("%d of %d witnesses have cosigned this checkpoint, expected %d: %w; ask for a newer copy, or from another place", len(found), len(v.Witnesses), v.Quorum, ErrUnwitnessed)
	}
	var names []string
	for _, cosignature := range found {
		names = append(names, cosignature.Witness+" at "+cosignature.Time.Format(timeOfDay))
	}
	v.tell("%d of %d witnesses have seen this record and no other: %s.", len(found), len(v.Witnesses), strings.Join(names, ", "))
	return nil
}

// File checks one proof file.
func (v Verifier) File(file []byte) (Proof, error) {
	p, err := Parse(file)
	if err != nil {
		return p, err
	}
	// The proof first, so that nothing is told of one that does not hold.
	verified, err := p.Verify(v.Key)
	if err != nil {
		return p, err
	}
	if _, err := v.Checkpoint(p.Checkpoint); err != nil {
		return p, err
	}
	leaf := verified.Leaf
	v.tell("This %s is entry %d of %d, counted from 0.", leaf.Kind, p.Index, verified.Checkpoint.Size)
	v.tell("It is version %d of %s, recorded %s by %s.", leaf.Version, leaf.Subject, leaf.Time.Format(time.RFC3339), leaf.Author)
	if verified.Withheld {
		v.tell("What it says is withheld; shown is only that it was recorded.")
	} else {
		v.tell("What it says is what was recorded, to the letter.")
	}
	return p, nil
}

// Site checks a published record as a whole: its checkpoint, all tiles, that it
// extends an older checkpoint (nil for none), and the proofs in it. Where the
// record's key was changed since, it follows the changes.
func (v Verifier) Site(read ReadTile, since []byte, proofs []string) error {
	signed, err := read("checkpoint")
	if err != nil {
		return err
	}
	if _, err := OpenCheckpoint(signed, v.Key); errors.Is(err, ErrUnsigned) {
		if v.Key, err = v.follow(read); err != nil {
			return err
		}
	}
	checkpoint, err := v.Checkpoint(signed)
	if err != nil {
		return err
	}
	tree, err := Rebuild(checkpoint, read)
	if err != nil {
		return err
	}
	v.tell("Its %d published entries and all hashes are those that were signed.", tree.Size())
	if since != nil {
		earlier, err := openOlder(since, v.Key, tree, read)
		if err == nil {
			err = tree.Extends(earlier)
		}
		if err != nil {
			return fmt.Errorf("the older checkpoint: %w", err)
		}
		v.tell("Nothing was rewritten: its first %d entries are those signed earlier.", earlier.Size)
	}
	for _, path := range proofs {
		if err := v.within(tree, path, read); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if len(proofs) > 0 {
		v.tell("All %d published proofs hold, each of an entry of this record.", len(proofs))
	}
	return nil
}

// within checks that a published proof is of an entry of this tree.
func (v Verifier) within(tree *Tree, path string, read ReadTile) error {
	file, err := read(path)
	if err != nil {
		return err
	}
	p, err := Parse(file)
	if err != nil {
		return err
	}
	verified, err := p.Verify(v.Key)
	if err != nil {
		return err
	}
	return tree.Extends(verified.Checkpoint)
}

// Refuted reports whether an error says that something does not hold, as
// opposed to that it could not be checked.
func Refuted(err error) bool {
	return errors.Is(err, ErrUnsigned) || errors.Is(err, ErrNotProven) || errors.Is(err, ErrInconsistent) || errors.Is(err, ErrUnwitnessed)
}
