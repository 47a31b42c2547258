package ledger

import (
	"bytes"
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// Check verifies the whole log: the digest of every body, the number and time
// of every entry, every hash, every signed checkpoint, and every version. The
// first fault is returned; it wraps ErrDamaged, or ErrForked when the log is
// whole and is not the one signed last with the key here.
func (l *Log) Check(ctx context.Context) error {
	return l.store.View(ctx, func(v View) error {
		record, err := readRecord(v)
		if err != nil {
			return err
		}
		if err := l.checkCheckpoints(v, record.tree); err != nil {
			return err
		}
		if err := record.checkTiles(v); err != nil {
			return err
		}
		if err := record.checkVersions(v); err != nil {
			return err
		}
		if l.signer == nil {
			return nil
		}
		return l.checkExtends(v, record.tree.Size())
	})
}

// Rebuild makes tiles and versions anew from the entries and their bodies. It
// refuses when those are not what was signed, for that it cannot mend.
func (l *Log) Rebuild(ctx context.Context) error {
	return l.store.Change(ctx, func(c Change) error {
		record, err := readRecord(c)
		if err != nil {
			return err
		}
		if err := l.checkCheckpoints(c, record.tree); err != nil {
			return err
		}
		if err := c.ClearDerived(); err != nil {
			return err
		}
		for _, tile := range tlog.NewTiles(proof.TileHeight, 0, record.tree.Size()) {
			data, err := tlog.ReadTileData(tile, record.tree)
			if err != nil {
				return err
			}
			if err := c.PutTile(tile.L, tile.N, data); err != nil {
				return err
			}
		}
		return c.PutVersions(record.versions.changed)
	})
}

// record is what the entries say by themselves.
type record struct {
	tree     *proof.Tree
	versions *versions
}

// readRecord reads all entries and checks each by itself and against the one
// before.
func readRecord(v View) (*record, error) {
	r := &record{tree: new(proof.Tree), versions: newVersions(nil)}
	size, err := v.Size()
	if err != nil {
		return nil, err
	}
	var last Entry
	for next := int64(0); next < size; {
		rows, err := v.Rows(next, min(next+rowsAtATime, size))
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			return nil, fmt.Errorf("entry %d is missing: %w", next, ErrDamaged)
		}
		for _, row := range rows {
			if row.Index != next {
				return nil, fmt.Errorf("entry %d is missing: %w", next, ErrDamaged)
			}
			entry, err := row.entry()
			if err != nil {
				return nil, err
			}
			if err := r.add(entry, last); err != nil {
				return nil, err
			}
			last = entry
			next++
		}
	}
	return r, nil
}

func (r *record) add(entry, last Entry) error {
	number, err := r.versions.next(entry.Leaf.Kind, entry.Leaf.Subject, entry.Index)
	switch {
	case err != nil:
		return err
	case len(entry.Body) == 0:
		return fmt.Errorf("entry %d: its body is missing: %w", entry.Index, ErrDamaged)
	case !entry.Leaf.Commits(entry.Body):
		return fmt.Errorf("entry %d: its body or its leaf was changed, for the digests differ: %w", entry.Index, ErrDamaged)
	case entry.Leaf.Version != number:
		return fmt.Errorf("entry %d: it is version %d of %s %s; expected version %d: %w", entry.Index, entry.Leaf.Version, entry.Leaf.Kind, entry.Leaf.Subject, number, ErrDamaged)
	case entry.Leaf.Time.Before(last.Leaf.Time):
		return fmt.Errorf("entry %d: its time is before that of the entry before: %w", entry.Index, ErrDamaged)
	}
	return r.tree.Append(entry.Leaf.Hash())
}

// checkCheckpoints verifies every checkpoint against the entries.
func (l *Log) checkCheckpoints(v View, tree *proof.Tree) error {
	var last Signed
	return v.Checkpoints(func(signed Signed) error {
		c, err := proof.OpenCheckpoint(signed.Note, l.verifier)
		if err != nil {
			return fmt.Errorf("the checkpoint of size %d: %w: %w", signed.Size, err, ErrDamaged)
		}
		if c.Size != signed.Size || signed.Time.Before(last.Time) {
			return fmt.Errorf("the checkpoint of size %d: its size or time was changed: %w", signed.Size, ErrDamaged)
		}
		if c.Size > tree.Size() {
			return fmt.Errorf("entry %d is missing: %d were signed: %w", tree.Size(), c.Size, ErrDamaged)
		}
		if err := tree.Extends(c); err != nil {
			return fmt.Errorf("%s was changed after it was signed: %w", suspect(v, tree, last.Size, c.Size), ErrDamaged)
		}
		last = signed
		return nil
	})
}

// suspect names the entry, of those from from to to-1, that was changed: the
// first whose hash is not the one in its tile, if the tiles were left alone.
func suspect(v View, tree *proof.Tree, from, to int64) string {
	for index := from; index < to; index++ {
		position := []int64{tlog.StoredHashIndex(0, index)}
		stored, errStored := storedHashes{v}.ReadHashes(position)
		made, errMade := tree.ReadHashes(position)
		if errStored == nil && errMade == nil && stored[0] != made[0] {
			return fmt.Sprintf("entry %d", index)
		}
	}
	return fmt.Sprintf("one of the entries %d to %d", from, to-1)
}

func (r *record) checkTiles(v View) error {
	for _, tile := range tlog.NewTiles(proof.TileHeight, 0, r.tree.Size()) {
		expected, err := tlog.ReadTileData(tile, r.tree)
		if err != nil {
			return err
		}
		stored, err := v.Tile(tile.L, tile.N)
		if err != nil {
			return err
		}
		if !bytes.Equal(stored, expected) {
			return fmt.Errorf("the hashes of %s were changed; the entries are whole, so rebuilding mends it: %w", proof.TilePath(tile), ErrDamaged)
		}
	}
	return nil
}

func (r *record) checkVersions(v View) error {
	type key struct {
		subject
		number int
	}
	missing := make(map[key]Version, len(r.versions.changed))
	for _, version := range r.versions.changed {
		missing[key{subject{version.Kind, version.Subject}, version.Number}] = version
	}
	err := v.Versions(func(stored Version) error {
		at := key{subject{stored.Kind, stored.Subject}, stored.Number}
		if expected, found := missing[at]; !found || expected != stored {
			return fmt.Errorf("the table of versions is wrong at %s %s version %d; the entries are whole, so rebuilding mends it: %w", stored.Kind, stored.Subject, stored.Number, ErrDamaged)
		}
		delete(missing, at)
		return nil
	})
	if err != nil {
		return err
	}
	for _, version := range r.versions.changed {
		if _, found := missing[key{subject{version.Kind, version.Subject}, version.Number}]; found {
			return fmt.Errorf("the table of versions lacks %s %s version %d; the entries are whole, so rebuilding mends it: %w", version.Kind, version.Subject, version.Number, ErrDamaged)
		}
	}
	return nil
}
