package ledger

import (
	"errors"
	"maps"
	"sync"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

const (
	// rootHeight of the nodes in Tile.Roots: each is over 16 hashes.
	rootHeight = 4
	rootBytes  = tlog.HashSize << rootHeight // of the hashes under one
)

// newTile is the tile of these hashes as it is stored.
func newTile(hashes []byte) Tile {
	var roots []byte
	for from := 0; from+rootBytes <= len(hashes); from += rootBytes {
		root := nodeOver(hashes[from : from+rootBytes])
		roots = append(roots, root[:]...)
	}
	return Tile{Hashes: hashes, Roots: roots}
}

// has reports whether all is here that a tile of that width holds.
func (t Tile) has(width int) bool {
	return len(t.Hashes) >= width*tlog.HashSize && len(t.Roots) >= width>>rootHeight*tlog.HashSize
}

// node is the one of that height and number inside a tile that has it.
func (t Tile) node(height int, number int64) tlog.Hash {
	below := t.Hashes
	if height >= rootHeight {
		below, height = t.Roots, height-rootHeight
	}
	from := number << height * tlog.HashSize
	return nodeOver(below[from : from+tlog.HashSize<<height])
}

// storedHashes reads the tree's hashes from the stored tiles.
type storedHashes struct {
	view  View           // nil: what is not given is not there
	met   *metTiles      // may be nil
	given map[place]Tile // tiles that were read already; may be nil
}

// errNotGiven says that a tile is needed that was not given.
var errNotGiven = errors.New("a tile is to be read")

// ReadHashes implements tlog.HashReader.
func (s storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	read := maps.Clone(s.given)
	if read == nil {
		read = map[place]Tile{}
	}
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		asked := tlog.TileForIndex(proof.TileHeight, index)
		at := place{asked.L, asked.N}
		tile := read[at]
		if !tile.has(asked.W) {
			tile = s.met.find(at)
		}
		if !tile.has(asked.W) {
			if s.view == nil {
				return nil, errNotGiven
			}
			var err error
			if tile, err = s.view.Tile(asked.L, asked.N); err != nil {
				return nil, err
			}
			s.met.keep(at, tile)
		}
		if !tile.has(asked.W) {
			return nil, missingHashes(at, len(tile.Hashes), asked.W)
		}
		read[at] = tile
		level, number := tlog.SplitStoredHashIndex(index)
		height := level - asked.L*proof.TileHeight
		hashes[i] = tile.node(height, number-asked.N<<(proof.TileHeight-height))
	}
	return hashes, nil
}

// metTiles remembers the tiles that all proofs need: those above the lowest level,
// and the last of that. A hash that is there never changes; what was added to a
// tile since is read.
type metTiles struct {
	mu    sync.Mutex
	tiles map[place]Tile
}

// keptTiles bounds what is remembered, to some 2 MB: enough for 16 million entries.
const keptTiles = 256

func (f *metTiles) find(at place) Tile {
	if f == nil {
		return Tile{}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.tiles[at]
}

func (f *metTiles) keep(at place, tile Tile) {
	if f == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tiles == nil || len(f.tiles) >= keptTiles {
		f.tiles = map[place]Tile{}
	}
	if len(tile.Hashes) >= len(f.tiles[at].Hashes) {
		f.tiles[at] = tile
	}
}

// forget drops what is remembered, for tiles that were made anew.
func (f *metTiles) forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tiles = nil
}
