package proof

import (
	"bytes"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// ErrInconsistent marks two states of a log of which the later does not extend
// the earlier, or tiles that are not those of the checkpoint.
var ErrInconsistent = errors.New("the log was rewritten")

// Tree is a Merkle tree in memory, 64 bytes a leaf. The zero value is the empty
// tree. It is a tlog.HashReader.
type Tree struct {
	size   int64
	hashes []tlog.Hash
}

// Append adds a leaf's hash.
func (t *Tree) Append(leaf tlog.Hash) error {
	hashes, err := tlog.StoredHashesForRecordHash(t.size, leaf, t)
	if err != nil {
		return err
	}
	t.hashes = append(t.hashes, hashes...)
	t.size++
	return nil
}

// Size returns the number of leaves.
func (t *Tree) Size() int64 { return t.size }

// Root returns the root of the tree's first size leaves.
func (t *Tree) Root(size int64) (tlog.Hash, error) {
	if size < 0 || size > t.size {
		return tlog.Hash{}, fmt.Errorf("the tree has %d leaves, not %d", t.size, size)
	}
	return tlog.TreeHash(size, t)
}

// Extends reports, with ErrInconsistent, when the tree does not begin with the
// whole of the checkpoint's.
func (t *Tree) Extends(c Checkpoint) error {
	if c.Size > t.size {
		return fmt.Errorf("the log has %d entries, and %d were signed: %w", t.size, c.Size, ErrInconsistent)
	}
	root, err := t.Root(c.Size)
	if err == nil && root != c.Root {
		err = fmt.Errorf("the first %d entries are not those that were signed: %w", c.Size, ErrInconsistent)
	}
	return err
}

// ReadHashes implements tlog.HashReader.
func (t *Tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(t.hashes)) {
			return nil, fmt.Errorf("hash %d is beyond the tree's %d leaves", index, t.size)
		}
		hashes[i] = t.hashes[index]
	}
	return hashes, nil
}

// ReadTile returns the bytes of a tile published under a C2SP path.
type ReadTile func(path string) ([]byte, error)

// Rebuild makes the tree anew from the entry bundles and checks it against the
// checkpoint, whose signature the caller has verified, and against each
// published hash tile. Errors of the content wrap ErrInconsistent.
func Rebuild(c Checkpoint, read ReadTile) (*Tree, error) {
	tree := new(Tree)
	tiles := Tiles(c.Size)
	for _, tile := range tiles {
		if tile.L != EntriesLevel {
			continue
		}
		path := TilePath(tile)
		bundle, err := read(path)
		if err != nil {
			return nil, err
		}
		lines, err := ParseBundle(bundle)
		if err != nil || len(lines) != tile.W {
			return nil, fmt.Errorf("%s holds %d whole leaves; expected %d: %w", path, len(lines), tile.W, ErrInconsistent)
		}
		for _, line := range lines {
			if err := tree.Append(tlog.RecordHash([]byte(line))); err != nil {
				return nil, err
			}
		}
	}
	if err := tree.Extends(c); err != nil {
		return nil, err
	}
	for _, tile := range tiles {
		if tile.L == EntriesLevel {
			continue
		}
		expected, err := tlog.ReadTileData(tile, tree)
		if err != nil {
			return nil, err
		}
		published, err := read(TilePath(tile))
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(published, expected) {
			return nil, fmt.Errorf("%s does not hold the hashes of the published leaves: %w", TilePath(tile), ErrInconsistent)
		}
	}
	return tree, nil
}

// CheckConsistency reports whether the newer checkpoint's log begins with the
// whole of the older one's. It reads a few hash tiles only and takes none on
// trust: each is checked against the newer root.
func CheckConsistency(older, newer Checkpoint, read ReadTile) error {
	if older.Origin != newer.Origin {
		return fmt.Errorf("the checkpoints are of two logs, %s and %s: %w", older.Origin, newer.Origin, ErrInconsistent)
	}
	if older.Size > newer.Size {
		return fmt.Errorf("the newer checkpoint has %d entries, and the older one had %d: %w", newer.Size, older.Size, ErrInconsistent)
	}
	tree := tlog.Tree{N: newer.Size, Hash: newer.Root}
	root, err := tlog.TreeHash(older.Size, tlog.TileHashReader(tree, tileReader{read}))
	if newer.Size == older.Size {
		root, err = newer.Root, nil
	}
	if err != nil {
		return fmt.Errorf("tiles of size %d: %w", newer.Size, err)
	}
	if root != older.Root {
		return fmt.Errorf("the first %d entries are not those signed earlier: %w", older.Size, ErrInconsistent)
	}
	return nil
}

// tileReader reads C2SP paths for tlog.
type tileReader struct{ read ReadTile }

func (tileReader) Height() int { return TileHeight }

func (r tileReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		bytes, err := r.read(TilePath(tile))
		if err != nil {
			return nil, err
		}
		if len(bytes) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes; expected %d: %w", TilePath(tile), len(bytes), tile.W*tlog.HashSize, ErrInconsistent)
		}
		data[i] = bytes
	}
	return data, nil
}

func (tileReader) SaveTiles([]tlog.Tile, [][]byte) {}
