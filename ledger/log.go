package ledger

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"

	"golang.org/x/mod/sumdb/note"

	"muster/proof"
)

// Options are what a log needs from outside.
type Options struct {
	Origin string           // the log's name, for Create: no spaces, no plus sign, such as "muster/operation/5f0c3a"
	Keys   Keys             // nil for reading only
	Now    func() time.Time // needed for appending
	Random io.Reader        // needed for appending; crypto/rand.Reader outside of tests
	// SignWithin is how long after an append its checkpoint may be signed, in
	// the background and for all appends of that time together. 0 signs before
	// Append returns. What asks for a checkpoint signs what is pending first.
	SignWithin time.Duration
	// Signed is called after each signing, and must return at once; nil for
	// nothing.
	Signed func()
}

// Names of the store's meta values.
const (
	metaOrigin   = "origin"
	metaVerifier = "verifier"
	metaMoved    = "moved" // where the log is now; "" when it is here
)

// Log is an open ledger. It may be used by several goroutines at a time.
type Log struct {
	store    Store
	options  Options
	verifier string
	earlier  []earlierKey // the keys before that one, in their order
	signer   note.Signer
	refusal  error // why Append refuses; nil when it does not
	met      metTiles
	settled  atomic.Int64 // the tables made from the entries reach at least to here

	mu       sync.Mutex  // held while this log writes; guards what follows
	head     *head       // nil: not known, read it from the store
	unsigned bool        // something was appended and not signed
	timer    *time.Timer // signs it; nil when none runs
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
// The error wraps ErrNoLog when the store holds no log, and ErrMoved when the
// log was moved to another store. On an error the store stays open.
func Open(ctx context.Context, store Store, options Options) (*Log, error) {
	l := &Log{store: store, options: options}
	var moved string
	err := store.View(ctx, func(v View) (err error) {
		if l.options.Origin, err = v.Meta(metaOrigin); err != nil {
			return err
		}
		if l.verifier, err = v.Meta(metaVerifier); err != nil {
			return err
		}
		keys, err := v.Meta(metaKeys)
		if err != nil {
			return err
		}
		if l.earlier, err = parseKeys(keys); err != nil {
			return err
		}
		moved, err = v.Meta(metaMoved)
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case l.options.Origin == "":
		return nil, fmt.Errorf("%w; the file was made and never filled: delete it and begin again", ErrNoLog)
	case moved != "":
		return nil, fmt.Errorf("%w to %s", ErrMoved, moved)
	case options.Origin != "" && options.Origin != l.options.Origin && len(l.earlier) == 0:
		return nil, fmt.Errorf("expected the ledger %s, found %s", options.Origin, l.options.Origin)
	}
	if err := l.checkName(); err != nil {
		return nil, err
	}
	// A new layout of the tables may leave it to the log to make them.
	if err := l.mending(ctx, func() error { return store.View(ctx, checkVersionsThere) }); err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	if store.ReadOnly() || options.Keys == nil {
		l.refusal = ErrReadOnly
		return l, nil
	}
	if l.signer, err = l.loadSigner(); err == nil {
		err = l.mending(ctx, func() error { return l.heal(ctx) })
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

// checkName reports whether the log's name and its verifier key, which no
// signature covers, belong together and are written as they were made.
func (l *Log) checkName() error {
	verifier, err := proof.NewVerifier(l.verifier)
	if err == nil && !strings.HasPrefix(l.verifier, fmt.Sprintf("%s+%08x+", l.options.Origin, verifier.KeyHash())) {
		err = fmt.Errorf("it is named %q and belongs to %q", l.options.Origin, verifier.Name())
	}
	if err != nil {
		return fmt.Errorf("the ledger's name or its verifier key was changed: %w: %w; restore it from a backup", ErrDamaged, err)
	}
	return nil
}

// heal signs the entries that are committed and not signed.
func (l *Log) heal(ctx context.Context) error {
	// As a writer from the start: of one that was killed, a server may still be
	// committing what it sent last, and that is waited for.
	return l.store.Change(ctx, func(c Change) error {
		size, _, err := c.End()
		if err != nil {
			return err
		}
		newest, found, err := c.Newest(endOfTime())
		if err != nil {
			return err
		}
		if found && newest.Size == size {
			_, err = l.readHead(c, nil)
			return err
		}
		_, err = l.sign(c)
		return err
	})
}

// CanAppend returns nil when Append would be allowed, and otherwise the reason,
// which wraps ErrReadOnly, ErrNoKey, ErrForked or ErrDamaged and says what to do.
func (l *Log) CanAppend() error { return l.refusal }

// Origin returns the log's name.
func (l *Log) Origin() string { return l.options.Origin }

// VerifierKey returns the key by which others verify checkpoints, as
// NAME+HASH+BASE64. It is public.
func (l *Log) VerifierKey() string { return l.verifier }

// Close signs what is not signed yet and closes the log and its store. The
// error wraps ErrUnsigned when all is on disk and signing failed.
func (l *Log) Close() error {
	err := l.signPending(context.Background())
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrUnsigned, err)
	}
	return errors.Join(err, l.store.Close())
}

func endOfTime() time.Time { return time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC) }
