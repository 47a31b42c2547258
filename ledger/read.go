package ledger

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// rowsAtATime bounds what Entries holds in memory; a body may be a whole text.
const rowsAtATime = 256

func (r Row) entry() (Entry, error) {
	leaf, err := proof.ParseLeaf(r.Line)
	if err != nil {
		return Entry{}, fmt.Errorf("entry %d: %w: %w", r.Index, err, ErrDamaged)
	}
	return Entry{Index: r.Index, Leaf: leaf, Body: r.Body}, nil
}

// Size returns the number of entries.
func (l *Log) Size(ctx context.Context) (size int64, err error) {
	err = l.store.View(ctx, func(v View) error {
		size, _, err = v.End()
		return err
	})
	return size, err
}

// LatestTime returns the time of the last entry or checkpoint, the later of both;
// the zero time for a log that has neither. No entry is given an earlier one.
func (l *Log) LatestTime(ctx context.Context) (latest time.Time, err error) {
	err = l.store.View(ctx, func(v View) error {
		size, last, err := v.End()
		if err != nil {
			return err
		}
		signed, _, err := v.Newest(endOfTime())
		if err != nil {
			return err
		}
		latest = signed.Time
		if size > 0 {
			leaf, err := proof.ParseLeaf(last)
			if err != nil {
				return fmt.Errorf("entry %d: %w: %w", size-1, err, ErrDamaged)
			}
			if latest.Before(leaf.Time) {
				latest = leaf.Time
			}
		}
		return nil
	})
	return latest, err
}

// SizeAt returns the size of the largest checkpoint signed at or before that
// time, counted in whole seconds: what was known then. 0 before the first.
func (l *Log) SizeAt(ctx context.Context, t time.Time) (size int64, err error) {
	_ = l.signPending(ctx) // what cannot be signed now is not counted
	err = l.store.View(ctx, func(v View) error {
		signed, _, err := v.Newest(seconds(t))
		size = signed.Size
		return err
	})
	return size, err
}

// Entries yields the entries from to to-1 in order, as many as there are. It
// ends after the first error. The body of the loop may append.
func (l *Log) Entries(ctx context.Context, from, to int64) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for next := max(from, 0); next < to; {
			var rows []Row
			var withheld map[int64]int64
			err := l.view(ctx, func(v View) (err error) {
				if rows, err = v.Rows(next, min(next+rowsAtATime, to)); err == nil {
					withheld, err = withheldBy(v, rows)
				}
				return err
			})
			if err != nil {
				yield(Entry{}, err)
				return
			}
			for _, row := range rows {
				entry, err := row.entry()
				entry.WithheldBy = withheld[entry.Index]
				if !yield(entry, err) || err != nil {
					return
				}
			}
			if len(rows) == 0 {
				return
			}
			next += int64(len(rows))
		}
	}
}

// Latest returns the subject's last entry among the first at entries of the
// log; false when there is none.
func (l *Log) Latest(ctx context.Context, kind, subject string, at int64) (entry Entry, found bool, err error) {
	entries, err := l.LatestOf(ctx, []Subject{{kind, subject}}, at)
	if err != nil || entries[0].Index < 0 {
		return Entry{}, false, err
	}
	return entries[0], true, nil
}

// view reads what is made from the entries, and mends it when it is not there.
func (l *Log) view(ctx context.Context, f func(View) error) error {
	return l.mending(ctx, func() error {
		settled := l.settled.Load() // before the view begins, which then reaches as far
		return l.store.View(ctx, func(v View) error { return f(tailed{v, settled, &l.settled}) })
	})
}

// LatestOf returns for each subject its last entry among the first at entries
// of the log, in the order asked; its Index is -1 where there is none.
func (l *Log) LatestOf(ctx context.Context, subjects []Subject, at int64) ([]Entry, error) {
	entries := make([]Entry, len(subjects))
	err := l.view(ctx, func(v View) error {
		versions, err := v.Latest(subjects, at)
		if err != nil {
			return err
		}
		var indexes []int64
		for i, version := range versions {
			if entries[i].Index = version.Entry; version.Number == 0 {
				entries[i].Index = -1
				continue
			}
			indexes = append(indexes, version.Entry)
		}
		if len(indexes) < len(subjects) {
			if err := checkVersionsThere(v); err != nil {
				return err
			}
		}
		rows, err := v.RowsAt(indexes)
		if err != nil {
			return err
		}
		withheld, err := withheldBy(v, rows)
		if err != nil {
			return err
		}
		read := make(map[int64]Row, len(rows))
		for _, row := range rows {
			read[row.Index] = row
		}
		for i := range entries {
			if entries[i].Index < 0 {
				continue
			}
			row, found := read[entries[i].Index]
			if !found {
				return missingEntry(entries[i].Index)
			}
			if entries[i], err = row.entry(); err != nil {
				return err
			}
			entries[i].WithheldBy = withheld[row.Index]
		}
		return nil
	})
	return entries, err
}

func entryAt(v View, index int64) (Entry, error) {
	rows, err := v.RowsAt([]int64{index})
	if err != nil {
		return Entry{}, err
	}
	if len(rows) == 0 {
		return Entry{}, fmt.Errorf("there is no entry %d: %w", index, fs.ErrNotExist)
	}
	return rows[0].entry()
}

// Checkpoint returns the newest signed checkpoint, with all its cosignatures.
func (l *Log) Checkpoint(ctx context.Context) (note []byte, err error) {
	_ = l.signPending(ctx) // when it fails, the newest is the one before
	err = l.store.View(ctx, func(v View) error {
		signed, err := newest(v)
		if err != nil {
			return err
		}
		note, err = withCosignatures(v, signed)
		return err
	})
	return note, err
}

func newest(v View) (Signed, error) {
	signed, found, err := v.Newest(endOfTime())
	if err == nil && !found {
		err = fmt.Errorf("no checkpoint was signed yet; open the ledger where its key is: %w", ErrUnsigned)
	}
	return signed, err
}

// Proof returns a .tlog-proof file that shows an entry in the newest signed
// checkpoint. It holds the entry's body, unless that is withheld, so it is only
// for what is published.
func (l *Log) Proof(ctx context.Context, index int64) (file []byte, err error) {
	_ = l.signPending(ctx) // when it fails, an entry it would show is refused
	var e Evidence
	err = l.store.View(ctx, func(v View) error {
		e, err = v.Evidence(index)
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case e.Row.Line == "":
		return nil, fmt.Errorf("there is no entry %d: %w", index, fs.ErrNotExist)
	case index >= e.Newest.Size:
		return nil, fmt.Errorf("entry %d: %w; open the ledger where its key is", index, ErrUnsigned)
	}
	lowest := map[place]Tile{{0, index >> proof.TileHeight}: e.Tile}
	hashes, err := tlog.ProveRecord(e.Newest.Size, index, storedHashes{met: &l.met, given: lowest})
	if err != nil { // other tiles are needed that were not met before
		err = l.view(ctx, func(v View) error {
			hashes, err = tlog.ProveRecord(e.Newest.Size, index, storedHashes{view: v, met: &l.met, given: lowest})
			return err
		})
	}
	if err != nil {
		return nil, err
	}
	checkpoint := append(e.Newest.Note[:len(e.Newest.Note):len(e.Newest.Note)], e.Cosignatures...)
	return proof.Proof{Line: e.Row.Line, Body: e.Row.Body, Index: index, Hashes: hashes, Checkpoint: checkpoint}.Format(), nil
}

// TilePaths returns the C2SP paths of all tiles of the newest signed
// checkpoint: with "checkpoint", the files of a static site.
func (l *Log) TilePaths(ctx context.Context) (paths []string, err error) {
	_ = l.signPending(ctx) // when it fails, the newest is the one before
	err = l.view(ctx, func(v View) error {
		signed, err := newest(v)
		for _, tile := range proof.Tiles(signed.Size) {
			paths = append(paths, proof.TilePath(tile))
		}
		return err
	})
	return paths, err
}

// Tile returns the tile with this C2SP path: hashes, or a bundle of leaves
// (their lines, not their bodies). The error wraps fs.ErrNotExist when the log
// does not reach that far.
func (l *Log) Tile(ctx context.Context, path string) (data []byte, err error) {
	tile, err := proof.ParseTilePath(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", err, fs.ErrNotExist)
	}
	err = l.view(ctx, func(v View) error {
		if tile.L == proof.EntriesLevel {
			data, err = bundle(v, tile)
			return err
		}
		stored, err := v.Tile(tile.L, tile.N)
		if err == nil && len(stored.Hashes) < tile.W*tlog.HashSize {
			return l.lacksTile(v, tile)
		}
		data = stored.Hashes[:min(len(stored.Hashes), tile.W*tlog.HashSize)]
		return err
	})
	return data, err
}

func bundle(v View, tile tlog.Tile) ([]byte, error) {
	from := tile.N << proof.TileHeight
	lines, err := v.Lines(from, from+int64(tile.W))
	if err != nil {
		return nil, err
	}
	if len(lines) < tile.W {
		return nil, missingTile(proof.TilePath(tile))
	}
	return proof.FormatBundle(lines)
}

// lacksTile tells a tile that was removed from one that is not there yet.
func (l *Log) lacksTile(v View, tile tlog.Tile) error {
	signed, err := newest(v)
	if err != nil {
		return err
	}
	if end := tile.N<<proof.TileHeight + int64(tile.W); signed.Size>>(tile.L*proof.TileHeight) >= end {
		return missingHashes(place{tile.L, tile.N}, 0, tile.W)
	}
	return missingTile(proof.TilePath(tile))
}

func missingTile(path string) error {
	return fmt.Errorf("the ledger does not reach %s yet: %w", path, fs.ErrNotExist)
}
