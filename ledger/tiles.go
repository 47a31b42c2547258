package ledger

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// storedHashes reads the tree's hashes from the stored tiles.
type storedHashes struct{ view View }

// ReadHashes implements tlog.HashReader.
func (s storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	type place struct {
		level  int
		number int64
	}
	read := map[place][]byte{}
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		tile := tlog.TileForIndex(proof.TileHeight, index)
		at := place{tile.L, tile.N}
		data, found := read[at]
		if !found {
			var err error
			if data, err = s.view.Tile(tile.L, tile.N); err != nil {
				return nil, err
			}
			read[at] = data
		}
		if len(data) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d hashes; expected at least %d; check the ledger, and rebuild it if its entries are whole: %w", proof.TilePath(tile), len(data)/tlog.HashSize, tile.W, ErrDamaged)
		}
		var err error
		if hashes[i], err = tlog.HashFromTile(tile, data[:tile.W*tlog.HashSize], index); err != nil {
			return nil, err
		}
	}
	return hashes, nil
}

// growing is a stored tree with leaves added in memory.
type growing struct {
	stored storedHashes
	size   int64       // leaves stored
	base   int64       // hashes stored
	fresh  []tlog.Hash // the hashes after those
	added  int64       // leaves added
}

func grow(v View, size int64) *growing {
	return &growing{stored: storedHashes{v}, size: size, base: tlog.StoredHashCount(size)}
}

func (g *growing) add(leaf tlog.Hash) error {
	hashes, err := tlog.StoredHashesForRecordHash(g.size+g.added, leaf, g)
	if err != nil {
		return err
	}
	g.fresh = append(g.fresh, hashes...)
	g.added++
	return nil
}

// ReadHashes implements tlog.HashReader.
func (g *growing) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	var stored []int64
	var places []int
	for i, index := range indexes {
		if index >= g.base {
			hashes[i] = g.fresh[index-g.base]
			continue
		}
		stored = append(stored, index)
		places = append(places, i)
	}
	if len(stored) == 0 {
		return hashes, nil
	}
	read, err := g.stored.ReadHashes(stored)
	if err != nil {
		return nil, err
	}
	for i, place := range places {
		hashes[place] = read[i]
	}
	return hashes, nil
}

// store writes the tiles that the added leaves changed.
func (g *growing) store(c Change) error {
	for _, tile := range tlog.NewTiles(proof.TileHeight, g.size, g.size+g.added) {
		data, err := tlog.ReadTileData(tile, g)
		if err != nil {
			return err
		}
		if err := c.PutTile(tile.L, tile.N, data); err != nil {
			return err
		}
	}
	return nil
}
