package dossier

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"muster/ledger"
)

// keptStates bounds how many past states stay in memory.
const keptStates = 8

// State returns what the first at entries say; at below 0 means all of them.
// The result is shared: it must not be changed.
func (d *Dossier) State(ctx context.Context, at int64) (*State, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	latest, err := d.stateLocked(ctx)
	if err != nil || at < 0 {
		return latest, err
	}
	size := latest.Size
	if at > size {
		return nil, fmt.Errorf("entry %d is %w: it has %d", at, ErrBeyond, size)
	}
	if at == size {
		return latest, nil
	}
	if s, ok := d.past[at]; ok {
		return s, nil
	}
	b := newBuilder(d.folder())
	if err := d.fold(ctx, b, at); err != nil {
		return nil, err
	}
	s := b.snapshot()
	s.Size = size
	if d.past == nil || len(d.past) >= keptStates {
		d.past = map[int64]*State{}
	}
	d.past[at] = s
	return s, nil
}

// stateLocked returns the latest state, folding only what is new.
func (d *Dossier) stateLocked(ctx context.Context) (*State, error) {
	size, err := d.log.Size(ctx)
	if err != nil {
		return nil, err
	}
	d.next = size
	if d.latest == nil {
		d.latest = newBuilder(d.folder())
	} else if d.current != nil && d.current.At == size {
		return d.current, nil
	}
	d.past = nil // they say how many entries there are
	err = d.fold(ctx, d.latest, size)
	if err == nil && d.latest.stale {
		d.latest = newBuilder(d.folder())
		err = d.fold(ctx, d.latest, size)
	}
	if err != nil {
		d.latest = nil
		return nil, err
	}
	s := d.latest.snapshot()
	s.Size = size
	d.current = s
	return s, nil
}

func (d *Dossier) fold(ctx context.Context, b *builder, to int64) error {
	for e, err := range d.log.Entries(ctx, b.state.At, to) {
		if err != nil {
			return err
		}
		if err := b.apply(e); err != nil {
			return err
		}
		if e.WithheldBy == 0 {
			continue
		}
		for why, err := range d.log.Entries(ctx, e.WithheldBy, e.WithheldBy+1) {
			if err == nil {
				err = b.withheld(e, why)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Dossier) folder() string {
	absolute, err := filepath.Abs(d.dir)
	if err != nil {
		return filepath.Base(d.dir)
	}
	return filepath.Base(absolute)
}

// retrying calls f, which works out entries from the latest state and appends
// them, and calls it again when another program recorded something in between.
func (d *Dossier) retrying(f func() error) error {
	for range 50 {
		if err := f(); !errors.Is(err, ledger.ErrGrown) {
			return err
		}
	}
	return fmt.Errorf("%w: others record without a pause; nothing was recorded, so try again", ErrBusy)
}

// append writes entries, unless another program recorded something that they do
// not rest on (ledger.ErrGrown); none is no entry and no error.
func (d *Dossier) append(ctx context.Context, list drafts) error {
	if list.err != nil || len(list.list) == 0 {
		return list.err
	}
	entries, err := d.log.AppendAt(ctx, d.next, list.list...)
	d.next += int64(len(entries))
	if errors.Is(err, ledger.ErrUnsigned) {
		return nil // it is on disk; the next entry, or the next opening, signs it
	}
	return err
}

// SizeAt returns the number of entries that were signed at the given time.
func (d *Dossier) SizeAt(ctx context.Context, t time.Time) (int64, error) {
	return d.log.SizeAt(ctx, t)
}

// Checkpoint returns the latest signed checkpoint.
func (d *Dossier) Checkpoint(ctx context.Context) ([]byte, error) { return d.log.Checkpoint(ctx) }

// Proof returns the proof that an entry is in the record, as a tlog-proof file.
func (d *Dossier) Proof(ctx context.Context, entry int64) ([]byte, error) {
	return d.log.Proof(ctx, entry)
}

// Tile returns one file of the published log, by its C2SP path.
func (d *Dossier) Tile(ctx context.Context, path string) ([]byte, error) {
	return d.log.Tile(ctx, path)
}

// TilePaths returns the paths of all files of the published log.
func (d *Dossier) TilePaths(ctx context.Context) ([]string, error) { return d.log.TilePaths(ctx) }

// VerifierKey returns the key that the log's signatures are checked with.
func (d *Dossier) VerifierKey() string { return d.log.VerifierKey() }

// Origin returns the log's name.
func (d *Dossier) Origin() string { return d.log.Origin() }

// Entries returns the leaves and bodies of the first at entries, for
// `muster log`; at below 0 means all of them.
func (d *Dossier) Entries(ctx context.Context, at int64) ([]ledger.Entry, error) {
	if at < 0 {
		size, err := d.log.Size(ctx)
		if err != nil {
			return nil, err
		}
		at = size
	}
	var out []ledger.Entry
	for e, err := range d.log.Entries(ctx, 0, at) {
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}
