package ledger

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"muster/proof"
)

// Append adds entries, all of them or none, and signs a checkpoint. A draft's
// version is 1 + the number of earlier entries of its kind and subject. Times
// never go back: where the clock does, the last entry's time is used.
//
// When the entries are on disk and signing failed, Append returns them with an
// error that wraps ErrUnsigned; they are signed by the next Append or Open.
func (l *Log) Append(ctx context.Context, drafts ...Draft) ([]Entry, error) {
	if l.refusal != nil {
		return nil, l.refusal
	}
	if len(drafts) == 0 {
		return nil, nil
	}
	bodies, err := l.bodies(drafts)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	err = l.store.Change(ctx, func(c Change) error {
		entries, err = l.add(c, drafts, bodies)
		return err
	})
	if err != nil {
		return nil, err
	}
	// The entries are there now, so signing does not stop half-way with ctx.
	if err := l.store.Change(context.WithoutCancel(ctx), l.sign); err != nil {
		return entries, fmt.Errorf("%w: %w", ErrUnsigned, err)
	}
	return entries, nil
}

// bodies makes the stored bytes of each draft.
func (l *Log) bodies(drafts []Draft) ([][]byte, error) {
	bodies := make([][]byte, len(drafts))
	nonces := make([]byte, 16*len(drafts))
	if _, err := io.ReadFull(l.options.Random, nonces); err != nil {
		return nil, fmt.Errorf("drawing nonces: %w", err)
	}
	for i, draft := range drafts {
		if !json.Valid(draft.Content) {
			return nil, fmt.Errorf("%s %s: its content is no JSON value: %.60q", draft.Kind, draft.Subject, draft.Content)
		}
		nonce := hex.EncodeToString(nonces[16*i : 16*i+16])
		bodies[i] = fmt.Appendf(nil, `{"nonce":"%s","content":%s}`, nonce, draft.Content)
	}
	return bodies, nil
}

// add writes entries, tiles and versions inside one change.
func (l *Log) add(c Change, drafts []Draft, bodies [][]byte) ([]Entry, error) {
	size, err := c.Size()
	if err != nil {
		return nil, err
	}
	if err := l.checkExtends(c, size); err != nil {
		return nil, err
	}
	now, err := l.timeAfter(c, size)
	if err != nil {
		return nil, err
	}
	tree, versions := grow(c, size), newVersions(c)
	entries, rows := make([]Entry, len(drafts)), make([]Row, len(drafts))
	for i, draft := range drafts {
		index := size + int64(i)
		number, err := versions.next(draft.Kind, draft.Subject, index)
		if err != nil {
			return nil, err
		}
		leaf := proof.Leaf{
			Kind: draft.Kind, Subject: draft.Subject, Version: number,
			Time: now, Author: draft.Author, Digest: sha256.Sum256(bodies[i]),
		}
		if err := leaf.Validate(); err != nil {
			return nil, err
		}
		if err := tree.add(leaf.Hash()); err != nil {
			return nil, err
		}
		entries[i] = Entry{Index: index, Leaf: leaf, Body: bodies[i]}
		rows[i] = Row{Index: index, Line: leaf.String(), Body: bodies[i]}
	}
	if err := c.AddRows(rows); err != nil {
		return nil, err
	}
	return entries, errors.Join(tree.store(c), c.PutVersions(versions.changed))
}

// timeAfter returns the time of a new entry: now, but not before the last one.
func (l *Log) timeAfter(v View, size int64) (time.Time, error) {
	now := seconds(l.options.Now())
	rows, err := v.Rows(max(size-1, 0), size)
	if err != nil || len(rows) == 0 {
		return now, err
	}
	last, err := rows[0].entry()
	if err != nil {
		return now, err
	}
	if now.Before(last.Leaf.Time) {
		now = last.Leaf.Time
	}
	return now, nil
}
