package ledger

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// Append adds entries, all of them or none. A draft's version is 1 + the number
// of earlier entries of its kind and subject. Times never go back: where the
// clock does, the last entry's time is used. When Append returns, the entries
// are on disk; their checkpoint is signed within Options.SignWithin.
//
// When the entries are on disk and signing at once failed, Append returns them
// with an error that wraps ErrUnsigned; they are signed by the next Append,
// Close or Open.
func (l *Log) Append(ctx context.Context, drafts ...Draft) ([]Entry, error) {
	if err := noWithholding(drafts); err != nil {
		return nil, err
	}
	return l.append(ctx, drafts, anySize, nil)
}

// AppendAt is Append to a log of exactly that size, for drafts that rest on what
// its entries say. When another program appended first, nothing is recorded and
// the error wraps ErrGrown.
func (l *Log) AppendAt(ctx context.Context, size int64, drafts ...Draft) ([]Entry, error) {
	if err := noWithholding(drafts); err != nil {
		return nil, err
	}
	return l.append(ctx, drafts, size, nil)
}

// anySize lets append take the log as it is.
const anySize = -1

func noWithholding(drafts []Draft) error {
	for _, draft := range drafts {
		if draft.Kind == KindWithhold {
			return fmt.Errorf("%s %s: only Withhold appends entries of this kind", draft.Kind, draft.Subject)
		}
	}
	return nil
}

// append is Append or AppendAt, which may do something more in the same change.
func (l *Log) append(ctx context.Context, drafts []Draft, at int64, also func(Change) error) ([]Entry, error) {
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
	l.mu.Lock()
	defer l.mu.Unlock()
	var entries []Entry
	var next *head
	err = l.mendingLocked(ctx, func() error {
		return l.store.Change(ctx, func(c Change) error {
			if entries, next, err = l.add(c, drafts, bodies, at); err != nil || also == nil {
				return err
			}
			return also(c)
		})
	})
	if err != nil {
		next = nil
		if !errors.Is(err, ErrUncertain) || !l.isThere(context.WithoutCancel(ctx), entries) {
			entries = nil
		}
	}
	l.head = next
	if entries == nil {
		return nil, err
	}
	// The entries are there now, so signing does not stop half-way with ctx.
	if err := l.signSoon(context.WithoutCancel(ctx)); err != nil {
		return entries, fmt.Errorf("%w: %w", ErrUnsigned, err)
	}
	return entries, nil
}

// isThere reports whether entries were committed, when the store could not
// tell. No other entry has the same line, for the nonce makes it unique. It asks
// as a writer, because a commit that was cut off may still be going on.
func (l *Log) isThere(ctx context.Context, entries []Entry) (there bool) {
	err := l.store.Change(ctx, func(c Change) error {
		lines, err := c.Lines(entries[0].Index, entries[0].Index+1)
		there = len(lines) == 1 && lines[0] == entries[0].Leaf.String()
		return err
	})
	return there && err == nil
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

// add writes entries inside one change. What is made from them is written when a
// checkpoint is signed.
func (l *Log) add(c Change, drafts []Draft, bodies [][]byte, at int64) ([]Entry, *head, error) {
	if l.head != nil { // most likely it is the end still
		c.Foresee(l.head.asked(drafts))
	}
	end, err := l.end(c)
	if err != nil {
		return nil, nil, err
	}
	if at != anySize && end.spine.size != at {
		return nil, nil, fmt.Errorf("%w: it holds %d entries, and %d were expected", ErrGrown, end.spine.size, at)
	}
	now := seconds(l.options.Now())
	if now.Before(end.time) {
		now = end.time
	}
	versions, err := end.number(c, drafts)
	if err != nil {
		return nil, nil, err
	}
	entries, rows := make([]Entry, len(drafts)), make([]Row, len(drafts))
	for i, draft := range drafts {
		leaf := proof.Leaf{
			Kind: draft.Kind, Subject: draft.Subject, Version: versions[i].Number,
			Time: now, Author: draft.Author, Digest: sha256.Sum256(bodies[i]),
		}
		if err := leaf.Validate(); err != nil {
			return nil, nil, err
		}
		entries[i] = Entry{Index: versions[i].Entry, Leaf: leaf, Body: bodies[i]}
		rows[i] = Row{Index: versions[i].Entry, Line: leaf.String(), Body: bodies[i]}
		if err := end.spine.add(tlog.RecordHash([]byte(rows[i].Line)), end.tail.put); err != nil {
			return nil, nil, err
		}
		end.tail.add(versions[i])
	}
	end.time, end.last = now, rows[len(rows)-1].Line
	return entries, end, c.AddRows(rows)
}
