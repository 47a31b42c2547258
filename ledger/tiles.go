package ledger

import (
	"errors"
	"maps"
	"sync"

	"golang.org/x/mod/sumdb/tlog"

	"muster/proof"
)

// storedHashes reads the tree's hashes from the stored tiles.
type storedHashes struct {
	view  View             // nil: what is not given is not there
	upper *upperTiles      // may be nil
	given map[place][]byte // tiles that were read already; may be nil
}

// errNotGiven says that a tile is needed that was not given.
var errNotGiven = errors.New("a tile is to be read")

// ReadHashes implements tlog.HashReader.
func (s storedHashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	read := maps.Clone(s.given)
	if read == nil {
		read = map[place][]byte{}
	}
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		tile := tlog.TileForIndex(proof.TileHeight, index)
		at := place{tile.L, tile.N}
		if hash, found := s.upper.hash(at, index); found {
			hashes[i] = hash
			continue
		}
		data, found := read[at]
		if !found {
			if s.view == nil {
				return nil, errNotGiven
			}
			var err error
			if data, err = s.view.Tile(tile.L, tile.N); err != nil {
				return nil, err
			}
			read[at] = data
		}
		s.upper.keep(at, data)
		if len(data) < tile.W*tlog.HashSize {
			return nil, missingHashes(at, len(data), tile.W)
		}
		level, number := tlog.SplitStoredHashIndex(index)
		height := level - tile.L*proof.TileHeight
		from := (number<<height - tile.N<<proof.TileHeight) * tlog.HashSize
		hashes[i] = nodeOver(data[from : from+tlog.HashSize<<height])
	}
	return hashes, nil
}

// upperTiles remembers nodes inside tiles, which all proofs need: of tiles above
// the lowest level all, of those of the lowest, which are many, the upper ones. A
// node that is there never changes; what was added to a tile since is not found
// here, and read.
type upperTiles struct {
	mu    sync.Mutex
	tiles map[place][][]tlog.Hash // by height inside the tile
}

const (
	// keptTiles bounds what is remembered, to some 4 MB.
	keptTiles = 4096
	// lowHeights of a tile of the lowest level are not remembered: they take most
	// of the room, and fifteen hashes make them.
	lowHeights = 4
)

func (f *upperTiles) hash(at place, index int64) (hash tlog.Hash, found bool) {
	if f == nil {
		return hash, false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	nodes, found := f.tiles[at]
	if !found {
		return hash, false
	}
	level, number := tlog.SplitStoredHashIndex(index)
	height := level - at.level*proof.TileHeight
	number -= at.number << (proof.TileHeight - height)
	if number >= int64(len(nodes[height])) {
		return hash, false
	}
	return nodes[height][number], true
}

func (f *upperTiles) keep(at place, data []byte) {
	if f == nil || f.has(at, len(data)/tlog.HashSize) {
		return
	}
	nodes := make([][]tlog.Hash, 1, proof.TileHeight)
	for ; len(data) >= tlog.HashSize; data = data[tlog.HashSize:] {
		nodes[0] = append(nodes[0], tlog.Hash(data[:tlog.HashSize]))
	}
	for height := 1; height < proof.TileHeight; height++ {
		below := nodes[height-1]
		row := make([]tlog.Hash, len(below)/2)
		for i := range row {
			row[i] = tlog.NodeHash(below[2*i], below[2*i+1])
		}
		nodes = append(nodes, row)
	}
	if at.level == 0 {
		clear(nodes[:lowHeights])
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.tiles == nil || len(f.tiles) >= keptTiles {
		f.tiles = map[place][][]tlog.Hash{}
	}
	f.tiles[at] = nodes
}

// has reports whether all that is remembered of a tile of that width is here.
func (f *upperTiles) has(at place, width int) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	nodes, found := f.tiles[at]
	return found && len(nodes[lowHeights]) == width>>lowHeights && (at.level == 0 || len(nodes[0]) == width)
}

// forget drops what is remembered, for tiles that were made anew.
func (f *upperTiles) forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tiles = nil
}
