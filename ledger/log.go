package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// Options are what a log needs from outside.
type Options struct {
	Origin string           // the log's name, for Create: no spaces, no plus sign, such as "muster/operation/5f0c3a"
	Keys   Keys             // nil for reading only
	Now    func() time.Time // needed for appending
	Random io.Reader        // needed for appending; crypto/rand.Reader outside of tests
}

// Names of the store's meta values.
const (
	metaOrigin   = "origin"
	metaVerifier = "verifier"
)

// Log is an open ledger. It may be used by several goroutines at a time.
type Log struct {
	store    Store
	options  Options
	verifier string
	signer   note.Signer
	refusal  error // why Append refuses; nil when it does not
}

// Create makes a new log in an empty store, with its signing key, and signs the
// empty log.
func Create(ctx context.Context, store Store, options Options) (*Log, error) {
	if options.Keys == nil || options.Now == nil || options.Random == nil {
		return nil, errors.New("making a ledger: expected Keys, Now and Random in the options")
	}
	if options.Origin == "" || strings.Contains(options.Origin, "+") || strings.ContainsFunc(options.Origin, unicode.IsSpace) {
		return nil, fmt.Errorf("making a ledger: its name is %q; expected one without spaces and plus signs, such as records.example.org/operation", options.Origin)
	}
	verifier, err := options.Keys.Make(options.Origin, options.Random)
	if err != nil {
		return nil, err
	}
	err = store.Change(ctx, func(c Change) error {
		origin, err := c.Meta(metaOrigin)
		if err != nil {
			return err
		}
		if origin != "" {
			return fmt.Errorf("there is a ledger already, %s; open it instead of making one", origin)
		}
		return errors.Join(c.SetMeta(metaOrigin, options.Origin), c.SetMeta(metaVerifier, verifier))
	})
	if err != nil {
		return nil, err
	}
	l, err := Open(ctx, store, options)
	if err == nil && l.refusal != nil {
		return nil, l.refusal // the key has signed another log of this name
	}
	return l, err
}

// Open opens the log in a store, and signs what a crash left unsigned. A log
// that cannot be appended to, because its key is elsewhere, because it has been
// restored from an old backup or because it is damaged, still opens for reading
// and rebuilding; see CanAppend.
// The error wraps ErrNoLog when the store holds no log. On an error the store
// stays open.
func Open(ctx context.Context, store Store, options Options) (*Log, error) {
	l := &Log{store: store, options: options}
	err := store.View(ctx, func(v View) (err error) {
		if l.options.Origin, err = v.Meta(metaOrigin); err != nil {
			return err
		}
		l.verifier, err = v.Meta(metaVerifier)
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case l.options.Origin == "":
		return nil, fmt.Errorf("%w; the file was made and never filled: delete it and begin again", ErrNoLog)
	case options.Origin != "" && options.Origin != l.options.Origin:
		return nil, fmt.Errorf("expected the ledger %s, found %s", options.Origin, l.options.Origin)
	}
	if store.ReadOnly() || options.Keys == nil {
		l.refusal = ErrReadOnly
		return l, nil
	}
	if l.signer, err = l.loadSigner(); err == nil {
		err = l.heal(ctx)
	}
	if errors.Is(err, ErrNoKey) || errors.Is(err, ErrForked) || errors.Is(err, ErrDamaged) {
		l.refusal = err
		err = nil
	}
	if err != nil {
		return nil, err
	}
	return l, nil
}

func (l *Log) loadSigner() (note.Signer, error) {
	signer, err := l.options.Keys.Signer(l.options.Origin)
	if err != nil {
		return nil, err
	}
	verifier, err := proof.NewVerifier(l.verifier)
	if err != nil {
		return nil, err
	}
	if signer.Name() != verifier.Name() || signer.KeyHash() != verifier.KeyHash() {
		return nil, fmt.Errorf("%w: the key here is another than the one the ledger %s was made with", ErrNoKey, l.options.Origin)
	}
	return signer, nil
}

// heal signs the entries that are committed and not signed.
func (l *Log) heal(ctx context.Context) error {
	whole := false
	err := l.store.View(ctx, func(v View) error {
		size, err := v.Size()
		if err != nil {
			return err
		}
		newest, found, err := v.Newest(endOfTime())
		whole = found && newest.Size == size
		if err != nil || !whole {
			return err
		}
		return l.checkExtends(v, size)
	})
	if err != nil || whole {
		return err
	}
	return l.store.Change(ctx, l.sign)
}

// sign signs the log at its present size. It runs alone among all writers, so
// that checkpoints are signed in the order of their sizes.
func (l *Log) sign(c Change) error {
	size, err := c.Size()
	if err != nil {
		return err
	}
	if err := l.checkExtends(c, size); err != nil {
		return err
	}
	root, err := tlog.TreeHash(size, storedHashes{c})
	if err != nil {
		return err
	}
	signed, err := proof.Checkpoint{Origin: l.options.Origin, Size: size, Root: root}.Sign(l.signer)
	if err != nil {
		return err
	}
	newest, _, err := c.Newest(endOfTime())
	if err != nil {
		return err
	}
	now := seconds(l.options.Now())
	if now.Before(newest.Time) {
		now = newest.Time
	}
	// Outside first: were it the other way round, a crash in between would
	// leave a signed checkpoint that a restored backup could contradict.
	if err := l.options.Keys.Keep(l.options.Origin, signed); err != nil {
		return fmt.Errorf("keeping the checkpoint beside the signing key: %w", err)
	}
	return c.AddCheckpoint(Signed{Size: size, Time: now, Note: signed})
}

// checkExtends reports, with ErrForked, when the log does not extend the last
// checkpoint signed with its key, be it kept beside the key or in the store.
func (l *Log) checkExtends(v View, size int64) error {
	kept, err := l.options.Keys.Last(l.options.Origin)
	if err != nil {
		return fmt.Errorf("reading the last checkpoint signed: %w", err)
	}
	newest, found, err := v.Newest(endOfTime())
	if err != nil {
		return err
	}
	if kept != nil {
		last, err := proof.OpenCheckpoint(kept, l.verifier)
		if err != nil {
			return fmt.Errorf("the last checkpoint kept beside the signing key cannot be used: %w; restore that file, or delete it to go by the ledger alone", err)
		}
		if err := checkPrefix(v, size, last); err != nil {
			return err
		}
	}
	if !found || bytes.Equal(kept, newest.Note) {
		return nil
	}
	last, err := proof.OpenCheckpoint(newest.Note, l.verifier)
	if err != nil {
		return fmt.Errorf("the newest checkpoint in the ledger: %w: %w", err, ErrDamaged)
	}
	return checkPrefix(v, size, last)
}

// checkPrefix reports, with ErrForked, when the log of this size does not begin
// with the whole of the checkpoint's.
func checkPrefix(v View, size int64, last proof.Checkpoint) error {
	if last.Size > size {
		return fmt.Errorf("%w: it holds %d entries, and %d were signed; was it restored from a backup? Restore the newer ledger, or begin a new one and add the documents again", ErrForked, size, last.Size)
	}
	root, err := tlog.TreeHash(last.Size, storedHashes{v})
	if err != nil {
		return err
	}
	if root != last.Root {
		return fmt.Errorf("%w: its first %d entries are others than those signed; check it: when it is damaged, rebuild it or restore it; when it is whole, a copy of it was written to elsewhere, so restore the one that was signed or begin a new ledger", ErrForked, last.Size)
	}
	return nil
}

// CanAppend returns nil when Append would be allowed, and otherwise the reason,
// which wraps ErrReadOnly, ErrNoKey, ErrForked or ErrDamaged and says what to do.
func (l *Log) CanAppend() error { return l.refusal }

// Origin returns the log's name.
func (l *Log) Origin() string { return l.options.Origin }

// VerifierKey returns the key by which others verify checkpoints, as
// NAME+HASH+BASE64. It is public.
func (l *Log) VerifierKey() string { return l.verifier }

// Close closes the log and its store.
func (l *Log) Close() error { return l.store.Close() }

func endOfTime() time.Time { return time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC) }
