package ledger

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// Check verifies the whole log: the digest of every body, the number and time
// of every entry, every hash, every signed checkpoint, and every version. The
// first fault is returned; it wraps ErrDamaged, or ErrForked when the log is
// whole and is not the one signed last with the key here. It reads the entries
// once and holds some 50 bytes of memory for each.
func (l *Log) Check(ctx context.Context) error {
	return l.store.View(ctx, func(v View) error {
		tiles := tileCheck{view: v}
		audit, err := l.audit(v, tiles.compare, nil)
		if err != nil {
			return err
		}
		if tiles.spoilt != nil {
			return tiles.spoilt
		}
		if err := audit.checkVersions(v); err != nil {
			return err
		}
		if err := l.checkCosignatures(v); err != nil {
			return err
		}
		if err := v.Sound(); err != nil {
			return err
		}
		if l.signer == nil {
			return nil
		}
		_, err = l.readHead(v, nil)
		return err
	})
}

// tileCheck compares the tiles stored with those expected. A fault is told of
// only when the entries have been found whole.
type tileCheck struct {
	view   View
	spoilt error
}

// compare implements putTile.
func (t *tileCheck) compare(at place, expected []byte) error {
	stored, err := t.view.Tile(at.level, at.number)
	if err == nil && t.spoilt == nil && !(bytes.Equal(stored.Hashes, expected) && bytes.Equal(stored.Roots, newTile(expected).Roots)) {
		t.spoilt = fmt.Errorf("the hashes of %s were changed; the entries are whole, so rebuilding mends it: %w", at.path(len(expected)), ErrDamaged)
	}
	return err
}

// Rebuild makes tiles and versions anew from the entries and their bodies. It
// refuses when those are not what was signed, for that it cannot mend.
func (l *Log) Rebuild(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.rebuildLocked(ctx)
}

func (l *Log) rebuildLocked(ctx context.Context) error {
	l.head = nil
	l.met.forget()
	return l.store.Change(ctx, func(c Change) error {
		if err := c.ClearDerived(); err != nil {
			return err
		}
		var versions []Version
		flush := func() error {
			err := c.AddVersions(versions)
			versions = versions[:0]
			return err
		}
		_, err := l.audit(c, putTo(c), func(version Version) error {
			if versions = append(versions, version); len(versions) < versionsAtATime {
				return nil
			}
			return flush()
		})
		if err != nil {
			return err
		}
		return flush()
	})
}

const versionsAtATime = 4096

// errDerived marks what rebuilding mends, found in passing.
var errDerived = fmt.Errorf("what is made from the entries is not there; rebuilding makes it anew: %w", ErrDamaged)

var errNoVersions = fmt.Errorf("the table of versions: %w", errDerived)

// mending calls f again after a rebuild, when f found that tables made from the
// entries were emptied under a running program.
func (l *Log) mending(ctx context.Context, f func() error) error {
	err := f()
	if !errors.Is(err, errDerived) || l.store.ReadOnly() {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.mendingLocked(ctx, f)
}

func (l *Log) mendingLocked(ctx context.Context, f func() error) error {
	err := f()
	if !errors.Is(err, errDerived) || l.store.ReadOnly() {
		return err
	}
	if err := l.rebuildLocked(ctx); err != nil {
		return err
	}
	return f()
}
