package proof

import (
	"encoding/json"
	"errors"
	"fmt"
)

// A record's key changes by an entry of the record: kind KeyKind, subject
// KeySubject. The entry is signed with the old key, and the next one with the
// new. Where the old key was lost there is no such signature, and Cut says so.
const (
	KeyKind    = "key"
	KeySubject = "log"
)

// KeyChange is the content of such an entry.
type KeyChange struct {
	Old    string `json:"old,omitempty"` // verifier key; "" where the new key only says that it has begun
	New    string `json:"new"`
	Cut    bool   `json:"cut,omitempty"` // the old key did not sign this: it was lost, or entries were
	Reason string `json:"reason,omitempty"`
}

// KeyChangePath is where a published record keeps the proof of its nth change of
// key, counted from 1.
func KeyChangePath(n int) string { return fmt.Sprintf("key-change/%d.tlog-proof", n) }

// ParseKeyChange reads the body of an entry that changes the key.
func ParseKeyChange(body []byte) (KeyChange, error) {
	var b struct {
		Content KeyChange `json:"content"`
	}
	if err := json.Unmarshal(body, &b); err != nil {
		return KeyChange{}, fmt.Errorf("a change of key: expected JSON with content: %w", err)
	}
	for _, key := range []string{b.Content.Old, b.Content.New} {
		if key == "" && b.Content.Old == "" && b.Content.New != "" {
			continue
		}
		if _, err := NewVerifier(key); err != nil {
			return KeyChange{}, fmt.Errorf("a change of key: %w", err)
		}
	}
	return b.Content, nil
}

// errCut marks a record that goes on under a key the old one did not sign.
var errCut = errors.New("the chain of signatures was cut")

// change is a published change of key with its proof.
type change struct {
	KeyChange
	proof Proof
}

// changes reads the published changes of key, as many as there are. It proves
// nothing.
func changes(read ReadTile) (all []change, err error) {
	for n := 1; ; n++ {
		file, err := read(KeyChangePath(n))
		if err != nil { // there are no more
			return all, nil
		}
		p, err := Parse(file)
		var content KeyChange
		if err == nil {
			content, err = ParseKeyChange(p.Body)
		}
		if err != nil {
			return all, fmt.Errorf("%s: %w", KeyChangePath(n), err)
		}
		all = append(all, change{content, p})
	}
}

// prove checks that the old key has signed the change. It returns the checkpoint
// that the entry is in.
func (c change) prove() (Checkpoint, error) {
	if c.Cut {
		return Checkpoint{}, fmt.Errorf("%w after this key, as the record itself says (%s): it goes on under %s, and nothing joins the two but its owner's word: %w", errCut, c.Reason, c.New, ErrUnsigned)
	}
	verified, err := c.proof.Verify(c.Old)
	if err == nil && (verified.Leaf.Kind != KeyKind || verified.Leaf.Subject != KeySubject || verified.Withheld) {
		err = fmt.Errorf("entry %d changes no key: %w", c.proof.Index, ErrNotProven)
	}
	return verified.Checkpoint, err
}

// follow returns the key that a record's key was changed to in the end, by one
// entry after the other, each signed with the key before.
func (v Verifier) follow(read ReadTile) (key string, err error) {
	all, err := changes(read)
	if err != nil {
		return "", err
	}
	key = v.Key
	for _, c := range all {
		if c.Old != key {
			continue // it was before the key given
		}
		if _, err := c.prove(); err != nil {
			return "", err
		}
		v.tell("The record’s key was changed by entry %d, which the old key signed; it goes on under %s.", c.proof.Index, c.New)
		key = c.New
	}
	return key, nil
}

// openOlder opens a checkpoint that was signed with the record's key or with one
// before, from which entries of this tree have led to it.
func openOlder(signed []byte, key string, tree *Tree, read ReadTile) (Checkpoint, error) {
	older, err := OpenCheckpoint(signed, key)
	if !errors.Is(err, ErrUnsigned) {
		return older, err
	}
	all, changesErr := changes(read)
	for i := len(all) - 1; i >= 0 && changesErr == nil; i-- {
		c := all[i]
		if c.New != key {
			continue
		}
		at, proveErr := c.prove()
		if proveErr == nil {
			proveErr = tree.Extends(at)
		}
		if proveErr != nil {
			return older, proveErr
		}
		key = c.Old
		if older, err := OpenCheckpoint(signed, key); !errors.Is(err, ErrUnsigned) {
			return older, err
		}
	}
	return older, errors.Join(err, changesErr)
}
